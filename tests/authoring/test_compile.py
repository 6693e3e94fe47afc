"""Content becomes one file a language, once; a page with a fault stays out; nothing changed, nothing done."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.authoring.small_guide import Content, page_text
from tpe_guide import paths
from tpe_guide.authoring.compile import compile_all, main
from tpe_guide.guide.library import Library
from tpe_guide.guide.model import Page, Paragraph, Source, Span
from tpe_guide.guide.stamp import faults_if_fresh


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "compiled"


def compiled(content: Content, out: Path, name: str = "guide.en.json") -> dict[str, Any]:
    assert compile_all(content.folder, out) == []
    data: dict[str, Any] = json.loads((out / name).read_bytes())
    return data


def page(content: Content, out: Path, name: str = "plasma") -> Page:
    return Library(compiled(content, out)).page(name)


def test_a_page_as_its_reader_gets_it(content: Content, out: Path) -> None:
    content.page(minute="Plasma is [part](word:plasma)\nof your blood. [@F-1] More [there](page:machine). [@F-2]")

    opened = page(content, out)

    assert opened.minute == (
        Paragraph(
            (
                Span("Plasma is "),
                Span("part", "word", "plasma"),
                Span(" of your blood."),
                Span("1", "cite", "F-1"),
                Span(" More "),
                Span("there", "page", "machine"),
                Span("."),
                Span("1, 2", "cite", "F-2"),
            )
        ),
    )
    assert opened.sources == (
        Source(1, "A leaflet for patients"),
        Source(2, "Keegan and others. A study. Neurology, 2002"),
    )
    assert (opened.id, opened.chapter, opened.title) == ("plasma", "basics", "What plasma is")
    assert opened.action == (Span("Ask what your unit uses."),)
    assert (opened.question, opened.next_review, opened.reviewed_by) == (
        "What do you put back?",
        "2027-11-20",
        "",
    )
    assert len(opened.in_short) == 3


def test_sources_are_numbered_as_they_are_met(content: Content, out: Path) -> None:
    in_short = "    - It is long. [@F-2]\n    - It is. [@F-1]\n    - It is so. [@F-1; @F-2]"
    content.page(in_short=in_short)

    opened = page(content, out)

    assert [spans[-1] for spans in opened.in_short] == [
        Span("1, 2", "cite", "F-2"),
        Span("2", "cite", "F-1"),
        Span("1, 2", "cite", "F-1 F-2"),
    ]
    assert [source.text[:6] for source in opened.sources] == ["Keegan", "A leaf"]


def test_memory_is_never_shown_as_a_source(content: Content, out: Path) -> None:
    content.change("evidence/facts.yaml", "sources: [study, leaflet]", "sources: [memory, leaflet]")
    content.page(minute="It is long. [@F-2]")
    assert [source.text for source in page(content, out).sources] == ["A leaflet for patients"]


def test_what_states_nothing_leaves_no_mark(content: Content, out: Path) -> None:
    content.page(minute="Take your time. [@-] It is yellow. [@F-1]")
    assert page(content, out).minute == (Paragraph((Span("Take your time. It is yellow."), Span("1", "cite", "F-1"))),)


EVERY_BLOCK = """\
### Why

1. First. [@F-1]
2. Second. [@F-1]

| what | how long |
|---|---|
| a session | 2 hours [@F-2] |

![A glass of plasma](picture:glass "Plasma.")

!!! sources-differ "How long?"
    | who says so | what they say | 0–4 hours |
    |---|---|---|
    | A study [@F-2] | 2 hours | 2 |
    | A leaflet [@F-1] | it depends | |

    Ask your team.

!!! say "What you can say"
    “My lips tingle.”

    - “I feel cold.”
"""


def test_every_kind_of_block_survives(content: Content, out: Path) -> None:
    """Written and read again, a page is what it was; and nothing but plain spans is left in it."""
    content.page(full=EVERY_BLOCK)

    opened = page(content, out)

    kinds = [type(block).__name__ for block in opened.full]
    assert kinds == ["Heading", "BulletList", "Table", "Picture", "SourcesDiffer", "Callout"]
    assert "MarkedSpan" not in repr(opened)
    assert opened.full == page(content, out).full


def test_the_glossary_and_the_fixed_words_travel_along(content: Content, out: Path) -> None:
    library = Library(compiled(content, out))
    assert library.term("plasma").also == ("blood plasma",)

    effects = json.loads((out / "effects.en.json").read_bytes())
    assert effects["signs"]["bleeding"]["first_aid"] == "Press on it."
    assert effects["version"] == library.version


def test_a_page_with_a_fault_stays_out_and_links_to_it_are_words(content: Content, out: Path) -> None:
    content.page(minute="A number: [@F-MEMORY]")
    content.write("en/basics/machine.md", page_text(id="machine", full="See [plasma](page:plasma). [@F-1]"))

    (row,) = compile_all(content.folder, out)

    library = Library(json.loads((out / "guide.en.json").read_bytes()))
    assert row.endswith("plasma.md:17: MEMORY-FACT: fact “F-MEMORY” is from memory: nobody has seen it in a source")
    assert library.order == ("machine",)
    assert library.page("machine").full == (Paragraph((Span("See plasma."), Span("1", "cite", "F-1"))),)


@pytest.mark.parametrize(("name", "old"), [("evidence/facts.yaml", "facts:\n"), ("en/guide.yaml", "chapters:\n")])
def test_a_guide_without_a_page_leaves_the_last_good_one(content: Content, out: Path, name: str, old: str) -> None:
    before = compiled(content, out)
    content.change(name, old, "[")

    assert compile_all(content.folder, out)

    assert json.loads((out / "guide.en.json").read_bytes()) == before


def test_fixed_words_with_a_fault_leave_the_last_good_ones(content: Content, out: Path) -> None:
    before = compiled(content, out, "effects.en.json")
    content.change("en/effects.yaml", "tier: now", "tier: later")

    assert compile_all(content.folder, out)

    assert json.loads((out / "effects.en.json").read_bytes()) == before


def test_the_version_names_the_text_and_the_evidence(content: Content, out: Path) -> None:
    first = compiled(content, out)["version"]
    assert compiled(content, out)["version"] == first

    content.change("evidence/sources.yaml", "A leaflet", "One leaflet")
    second = compiled(content, out)["version"]
    content.page(title="Plasma")
    third = compiled(content, out)["version"]

    assert len({first, second, third}) == 3
    assert all(len(version) == 8 for version in (first, second, third))


def test_what_is_compiled_does_not_depend_on_where_or_when(content: Content, tmp_path: Path) -> None:
    there = Content(tmp_path / "elsewhere")
    compile_all(content.folder, tmp_path / "a")
    compile_all(there.folder, tmp_path / "b")
    for name in ("guide.en.json", "effects.en.json"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_each_language_has_its_file(content: Content, out: Path) -> None:
    for path in [*(content.folder / "en").rglob("*.md"), *(content.folder / "en").glob("*.yaml")]:
        name = path.relative_to(content.folder / "en").as_posix()
        content.write(f"de/{name}", path.read_text(encoding="utf-8").replace("A small guide", "Kleiner Rat"))
    assert compiled(content, out, "guide.de.json")["title"] == "Kleiner Rat"
    assert compiled(content, out)["title"] == "A small guide"
    shutil.rmtree(content.folder / "de")
    compile_all(content.folder, out)
    assert {path.name.split(".")[1] for path in out.glob("*.*.json")} == {"en"}, "nor is it offered when it is gone"


# Only when something has changed


def test_nothing_changed(content: Content, out: Path) -> None:
    compile_all(content.folder, out)
    assert faults_if_fresh(content.folder, out) == []


def test_a_bundle_has_no_source_to_look_at(content: Content, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tpe_guide.guide.stamp._CODE", (out / "nowhere",))
    assert compile_all(content.folder, out) == []
    assert faults_if_fresh(content.folder, out) == []


def test_faults_are_remembered(content: Content, out: Path) -> None:
    content.page(front="colour: red\n")
    rows = compile_all(content.folder, out)
    assert faults_if_fresh(content.folder, out) == rows != []


@pytest.mark.parametrize("change", ["edited", "added", "removed"])
def test_something_changed(content: Content, out: Path, change: str) -> None:
    compile_all(content.folder, out)
    if change == "edited":
        content.page(title="Plasma, again")
    elif change == "added":
        content.write("en/basics/new.md", "new")
    else:
        (content.folder / "en/basics/plasma.md").unlink()
    assert faults_if_fresh(content.folder, out) is None


@pytest.mark.parametrize("stamp", [b"", b"{}", b"[]", b"\xff", b'{"stamp": "x", "faults": []}'])
def test_a_stamp_that_says_nothing(content: Content, out: Path, stamp: bytes) -> None:
    compile_all(content.folder, out)
    (out / "stamp.json").write_bytes(stamp)
    assert faults_if_fresh(content.folder, out) is None


@pytest.mark.parametrize("arguments", [[], ["--if-stale"]])
def test_the_command_names_faults_and_fails(
    content: Content,
    out: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
) -> None:
    """So no package is ever built from content with a fault, however often one tries."""
    monkeypatch.setattr(paths, "content_dir", lambda: content.folder)
    monkeypatch.setattr(paths, "compiled_dir", lambda: out)
    assert main(arguments) == 0
    content.page(front="colour: red\n")
    for __ in range(2):
        assert main(arguments) == 1
        assert "plasma.md:8: UNKNOWN-KEY" in capsys.readouterr().err


def test_the_command_imports_nothing_heavy_when_nothing_changed() -> None:
    code = (
        "import sys; from tpe_guide.authoring.compile import main; main([]); "
        "heavy = {'markdown_it', 'yaml', 'tpe_guide.authoring.manuscript'}; "
        "[sys.modules.pop(name) for name in list(sys.modules) if name.partition('.')[0] in heavy or name in heavy]; "
        "code = main(['--if-stale']); print(code, sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout == "0 []\n", done.stdout + done.stderr
