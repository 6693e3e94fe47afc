"""The content gate: every fact traced, every number locked, every page short and plain.

``tpe-guide content check`` prints each fault as ``FILE:LINE: CODE: message``. What to do about each code
stands in ``content/README.md``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path

from tpe_guide import paths
from tpe_guide.guide import circuit_words
from tpe_guide.guide.effects import words_with_facts
from tpe_guide.guide.evidence import read_evidence
from tpe_guide.guide.fault import Fault, Faults
from tpe_guide.guide.manuscript import Manuscript, languages, read_manuscript
from tpe_guide.guide.numbers import uncarried
from tpe_guide.guide.page_check import GRADE_LIMIT, PageCheck, check_sentence_lengths
from tpe_guide.guide.passages import cited
from tpe_guide.guide.readability import ease
from tpe_guide.guide.readability import words as split
from tpe_guide.i18n import _


def check(content: Path, *, today: dt.date | None = None) -> list[Fault]:
    """Every fault in the content folder *content*, by file and line. Pictures are looked for beside it."""
    faults = Faults(content)
    found = languages(content)
    if not found:
        faults.add(1, "FILE", _("no guide.yaml in any language folder"))
        return list(faults)
    evidence = read_evidence(content / "evidence", faults)
    if not evidence.facts:  # else every citation would be reported as well
        return sorted(faults)
    pictures = content.parent / "assets" / "illustrations"
    for language in found:
        manuscript = read_manuscript(content, language, evidence, faults)
        for __, draft in manuscript.pages():
            PageCheck(draft, manuscript, pictures, today or dt.date.today(), faults.of(draft.path)).run()
        _check_glossary(manuscript, faults.of(manuscript.folder / "glossary.yaml"))
        _check_effects(manuscript, faults.of(manuscript.folder / "effects.yaml"))
        _check_circuit(manuscript, faults.of(manuscript.folder / "circuit.yaml"))
    return sorted(set(faults))


def run(directory: Path | None, *, coverage: bool = False) -> int:
    """Print the faults in *directory* (or the guide's own content), or the coverage table. The exit code."""
    content = directory or paths.content_dir()
    if coverage:
        for row in coverage_rows(content):
            print(row)
        return 0
    faults = check(content)
    for fault in faults:
        print(fault)
    return 1 if faults else 0


def main(arguments: Sequence[str]) -> int:
    """``python -m tpe_guide.guide.check [DIR] [--coverage]``. The exit code."""
    import argparse

    parser = argparse.ArgumentParser(prog="tpe-guide content check")
    parser.add_argument("directory", nargs="?", type=Path)
    parser.add_argument("--coverage", action="store_true")
    options = parser.parse_args(arguments)
    return run(options.directory, coverage=options.coverage)


def coverage_rows(content: Path) -> Iterator[str]:
    """Each seed fact: the pages that cite it, or the reason why none does."""
    faults = Faults(content)
    evidence = read_evidence(content / "evidence", faults)
    citing: dict[str, list[str]] = {}
    for language in languages(content):
        for __, draft in read_manuscript(content, language, evidence, faults).pages():
            for fact in cited(draft):
                citing.setdefault(fact, []).append(f"{language}/{draft.id}")
    seeds = [fact.id for fact in evidence.facts.values() if fact.status == "seed"]
    for fact in seeds:
        if fact in citing:
            yield f"{fact:<8}{', '.join(citing[fact])}"
        elif fact in evidence.excluded:
            yield f"{fact:<8}" + _("left out: {reason}").format(reason=evidence.excluded[fact])
        else:
            yield f"{fact:<8}" + _("not yet")
    used = sum(fact in citing for fact in seeds)
    excluded = sum(fact in evidence.excluded and fact not in citing for fact in seeds)
    yield _("{total} seed facts: {cited} cited, {excluded} left out with a reason, {rest} not yet").format(
        total=len(seeds), cited=used, excluded=excluded, rest=len(seeds) - used - excluded
    )


def _check_glossary(manuscript: Manuscript, faults: Faults) -> None:
    """A meaning is short, and its numbers stand in the facts that its entry names."""
    glossary, evidence = manuscript.glossary, manuscript.evidence
    for term in manuscript.terms.values():
        names = glossary.at(term.id, "facts") or []
        facts = [evidence.facts[name].wording for name in names if name in evidence.facts]
        _check_words(term.meaning, glossary.line(term.id, "meaning"), facts, manuscript, faults)


def _check_effects(manuscript: Manuscript, faults: Faults) -> None:
    for words, line, facts in words_with_facts(manuscript.effects, manuscript.evidence):
        _check_words(words, line, [fact.wording for fact in facts], manuscript, faults)


def _check_circuit(manuscript: Manuscript, faults: Faults) -> None:
    for words, line, facts in circuit_words.words_with_facts(manuscript.circuit, manuscript.evidence):
        _check_words(words, line, [fact.wording for fact in facts], manuscript, faults)
    said = list(circuit_words.sentences_said(manuscript.circuit)) if manuscript.circuit.value else []
    spoken = (text for term in manuscript.terms.values() for text in (term.word, *term.also))
    measured = ease(said, frozenset(word.lower() for text in spoken for word in split(text)))
    if manuscript.language == "en" and measured.grade > GRADE_LIMIT:
        message = _("reading grade {grade:.1f} of the moving picture; at most {limit}")
        faults.add(1, "GRADE", message.format(grade=measured.grade, limit=GRADE_LIMIT))


def _check_words(words: str, line: int, facts: Sequence[str], manuscript: Manuscript, faults: Faults) -> None:
    for quantity in uncarried(words, facts):
        faults.add(line, "NUMBER", _("“{number}” has no fact behind it").format(number=quantity.text))
    if manuscript.language == "en":
        check_sentence_lengths(words, [line] * len(words), faults)


if __name__ == "__main__":
    import sys

    sys.exit(main(sys.argv[1:]))
