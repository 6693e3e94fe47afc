"""A guide while it is written: each save compiles, and a page with a fault stays as it was when it was right."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.authoring.small_guide import Content
from tpe_guide.authoring.live import LiveGuide, what_to_do
from tpe_guide.guide.codec import decode_guide
from tpe_guide.guide.depth import spans_in
from tpe_guide.guide.library import Library


@pytest.fixture
def live(content: Content, tmp_path: Path) -> LiveGuide:
    live = LiveGuide(content.folder, tmp_path / "out")
    live.compile()
    live.check()
    return live


def shown(live: LiveGuide) -> Library:
    return Library(decode_guide((live.out / "guide.en.json").read_bytes()))


def minute(live: LiveGuide, page: str = "plasma") -> str:
    return "".join(span.text for span in spans_in(shown(live).page(page).minute) if span.kind != "cite")


def save(live: LiveGuide) -> None:
    live.compile()
    live.check()


def test_a_save_shows(live: LiveGuide, content: Content) -> None:
    content.page(minute="It is yellow. [@F-1]")
    save(live)
    assert minute(live) == "It is yellow."
    assert live.faults == []


def test_a_page_that_cannot_be_shown_stays_as_it_was(live: LiveGuide, content: Content) -> None:
    content.page(minute="It is <b>yellow</b>. [@F-1]")
    content.write("en/basics/machine.md", (content.folder / "en/basics/machine.md").read_text().replace("part", "half"))
    save(live)
    assert minute(live) == "Plasma is part of your blood."
    assert minute(live, "machine") == "Plasma is half of your blood."
    assert shown(live).order == ("plasma", "machine")
    assert live.is_as_it_was("plasma")
    assert not live.is_as_it_was("machine")
    content.page(minute="It is yellow. [@F-1]")
    save(live)
    assert minute(live) == "It is yellow."


def test_a_page_that_only_breaks_a_rule_is_shown_with_its_fault(live: LiveGuide, content: Content) -> None:
    content.page(minute="It is 7 times yellow. [@F-1]")
    save(live)
    assert minute(live) == "It is 7 times yellow."
    assert [fault.code for fault in live.faults_at("plasma")] == ["NUMBER"]
    assert not live.is_as_it_was("plasma")
    assert live.faults_at("machine") == []


def test_the_faults_are_those_of_the_pages_that_show(live: LiveGuide, content: Content) -> None:
    content.page(minute="It is 7 times yellow. [@F-1]")
    live.compile()
    content.page(minute="It is yellow. [@F-1]")  # saved again before the check came to it
    live.check()
    assert minute(live) == "It is 7 times yellow."
    assert [fault.code for fault in live.faults_at("plasma")] == ["NUMBER"]


def test_a_kept_page_leads_nowhere_that_is_gone(live: LiveGuide, content: Content) -> None:
    content.page(minute="See [the machine](page:machine) and [plasma](word:plasma). [@F-1]")
    save(live)
    content.page(minute="See <b>[the machine](page:machine)</b> and [plasma](word:plasma). [@F-1]")
    content.change("en/guide.yaml", "      - machine\n", "")
    content.write("en/glossary.yaml", "other: {word: Other, meaning: Another word.}\n")
    save(live)
    assert minute(live) == "See the machine and plasma."
    assert {span.kind for span in spans_in(shown(live).page("plasma").minute)} == {"text", "cite"}


@pytest.mark.parametrize("name", ["en/guide.yaml", "evidence/facts.yaml"])
def test_what_all_pages_stand_on_may_break_and_they_stay(live: LiveGuide, content: Content, name: str) -> None:
    before = content.folder.joinpath(name).read_text(encoding="utf-8")
    content.write(name, "title: [\n")
    save(live)
    assert minute(live) == "Plasma is part of your blood."
    assert live.is_as_it_was("plasma")
    content.write(name, before)
    save(live)
    assert live.faults == []
    assert not live.is_as_it_was("plasma")


def test_an_unsafe_folder_leaves_everything_as_it_was(live: LiveGuide, content: Content, tmp_path: Path) -> None:
    content.page(minute="It is yellow. [@F-1]")
    (content.folder / "link").symlink_to(tmp_path)
    save(live)
    assert minute(live) == "Plasma is part of your blood."
    assert live.is_as_it_was("machine")
    (content.folder / "link").unlink()
    save(live)
    assert minute(live) == "It is yellow."


def test_a_page_that_was_never_right_is_not_there_yet(content: Content, tmp_path: Path) -> None:
    content.page(minute="<b>yellow</b> [@F-1]")
    live = LiveGuide(content.folder, tmp_path / "out")
    save(live)
    assert shown(live).order == ("machine",)


def test_every_file_and_folder_is_watched(live: LiveGuide, content: Content) -> None:
    assert {content.folder, content.folder / "en/basics", content.folder / "en/basics/plasma.md"} <= {*live.watched()}


def test_there_is_something_to_do_about_each_code() -> None:
    remedies = what_to_do()
    assert {"NO-FACT", "PACK", "PICTURE", "SLOT", "NUMBER"} <= remedies.keys()
    assert all(remedies.values())
    assert "`" not in "".join(remedies.values())
