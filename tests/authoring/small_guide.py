"""A small guide of two pages, made new for each test; a test changes one thing and says what is then wrong."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from tpe_guide.authoring.check import check

TODAY = dt.date(2026, 5, 14)

FRONT = {
    "id": "plasma",
    "title": "What plasma is",
    "next_review": "2027-11-20",
    "reviewed_by": "null",
    "question": "What do you put back?",
    "do": "Ask what your unit uses.",
}
IN_SHORT = (
    "    - [Plasma](word:plasma) is part of your blood. [@F-1]\n"
    "    - The machine takes it out. [@F-1]\n"
    "    - A new fluid goes in. [@F-2]"
)
FACTS = """\
facts:
- {id: F-1, claim: Plasma is the liquid part of blood., kind: context, sources: [leaflet], status: seed,
   certainty: seen, verdict: ok}
- {id: F-2, claim: A session takes 120 min., kind: schedule, sources: [study, leaflet], status: literature,
   certainty: seen, figure: '8/14 (57.1%)', population: '1,459 procedures'}
- {id: F-MEMORY, claim: Nobody read this., kind: risk, sources: [leaflet], status: literature, certainty: memory}
- {id: F-HALF, claim: Somebody read half., kind: risk, sources: [memory], status: literature, certainty: seen}
- {id: F-WRONG, claim: White cells are removed., kind: mechanism, sources: [leaflet], status: literature,
   certainty: seen, verdict: wrong}
"""
SOURCES = """\
leaflet: {label: A leaflet for patients}
study: {label: 'Keegan and others. A study. Neurology, 2002'}
"""
GLOSSARY = """\
plasma:
  word: Plasma
  meaning: The liquid part of blood.
  also: [blood plasma]
"""
GUIDE = """\
title: A small guide
chapters:
  - id: basics
    title: Basics
    pages:
      - plasma
      - machine
"""
EFFECTS = """\
effects:
  tingling: {name: Tingling, hint: Lips or fingers, icon: sparkles}
signs:
  bleeding:
    tier: now
    text: Your arm bleeds
    first_aid: Press on it.
    facts: [F-1]
  pain: {tier: emergency, text: Chest pain, facts: ["-"]}
  rash: {tier: today, text: You have a rash, facts: ["-"]}
warnings:
  bleeding: {name: Bleeding, icon: droplets, signs: [bleeding], also: [pain]}
severe:
  heading: See Urgent help
  words: It says when to call.
  effects:
    tingling: {from: 3, began: [at-home]}
urgent:
  title: Urgent help
  lead: Call, even if you are not sure.
  also: "If this is true for you:"
  emergency: {heading: Call now, number: 112}
  now: {heading: Call}
  today: {heading: Call}
  note: If you are worried, call.
"""


def page_text(
    *,
    minute: str = "Plasma is part of your blood. [@F-1]",
    full: str = "The machine takes it out. [@F-1]",
    in_short: str = IN_SHORT,
    front: str = "",
    **changed: str,
) -> str:
    """A page whose minute begins at line 17. *changed* front matter values; *front* adds lines at its end."""
    values = "".join(f"{key}: {value}\n" for key, value in (FRONT | changed).items())
    return (
        f"---\n{values}{front}---\n\n"
        f'!!! in-short "In short"\n{in_short}\n\n'
        f"## In one minute {{.minute}}\n\n{minute}\n\n"
        f"## In full {{.full}}\n\n{full}\n"
    )


class Content:
    """The content folder of a test."""

    def __init__(self, root: Path) -> None:
        self.folder = root / "content"
        self.pictures = root / "assets" / "illustrations"
        self.pictures.mkdir(parents=True)
        self.write("evidence/facts.yaml", FACTS)
        self.write("evidence/sources.yaml", SOURCES)
        self.write("en/guide.yaml", GUIDE)
        self.write("en/glossary.yaml", GLOSSARY)
        self.write("en/effects.yaml", EFFECTS)
        self.page()
        self.write("en/basics/machine.md", page_text(id="machine", title="The machine"))

    def write(self, name: str, text: str | bytes) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def change(self, name: str, old: str, new: str) -> None:
        text = (self.folder / name).read_text(encoding="utf-8")
        assert old in text
        self.write(name, text.replace(old, new))

    def add(self, name: str, text: str) -> None:
        """Add *text* at the end of a file."""
        self.write(name, (self.folder / name).read_text(encoding="utf-8") + text)

    def page(self, **parts: str) -> Path:
        """Write the page about plasma."""
        return self.write("en/basics/plasma.md", page_text(**parts))

    def faults(self, of: str = "en/basics/plasma.md") -> list[tuple[int, str]]:
        """Line and code of each fault in the file *of*; no other file may have any."""
        found = check(self.folder, today=TODAY)
        elsewhere = [str(fault) for fault in found if fault.path != self.folder / of]
        assert not elsewhere
        return [(fault.line, fault.code) for fault in found]

    def codes(self) -> set[str]:
        """The codes of all faults, in whichever file."""
        return {fault.code for fault in check(self.folder, today=TODAY)}

    def messages(self) -> list[str]:
        return [fault.message for fault in check(self.folder, today=TODAY)]
