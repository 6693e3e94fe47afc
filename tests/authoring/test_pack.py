"""A content folder from anywhere: each thing wrong with it in one line, in little time, and nothing else happens."""

from __future__ import annotations

import os
import random
import shutil
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.authoring.small_guide import Content, page_text
from tpe_guide.authoring.check import check
from tpe_guide.authoring.compile import compile_all
from tpe_guide.authoring.pack import FILE_LIMIT, PICTURE_LIMIT, pictures_of

PAGE = "en/basics/plasma.md"
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>'


def faults(content: Content) -> list[tuple[str, str, str]]:
    found = check(content.folder)
    return [(fault.path.name, fault.code, fault.message) for fault in found]


def only_fault(content: Content) -> tuple[str, str, str]:
    (fault,) = faults(content)
    return fault


class TestRefused:
    def test_a_link_out_of_the_folder(self, content: Content, tmp_path: Path) -> None:
        secret = tmp_path / "secret.md"
        secret.write_text("private")
        (content.folder / PAGE).unlink()
        (content.folder / PAGE).symlink_to(secret)
        assert only_fault(content) == ("plasma.md", "PACK", "is a link to another place; put the file itself here")

    def test_a_link_to_a_folder_and_a_link_to_nothing(self, content: Content, tmp_path: Path) -> None:
        (content.folder / "en" / "more").symlink_to(tmp_path)
        (content.folder / "lost").symlink_to(tmp_path / "nowhere")
        assert [(name, code) for name, code, __ in faults(content)] == [("more", "PACK"), ("lost", "PACK")]

    @pytest.mark.parametrize("name", ["../basics/plasma", "/etc/passwd", "..", "a/b", "plasma.md"])
    def test_a_page_outside_the_folder(self, content: Content, name: str) -> None:
        content.change("en/guide.yaml", "- plasma", f"- {name}")
        assert "CHAPTERS" in {code for __, code, __ in faults(content)}

    def test_a_picture_outside_the_folder(self, content: Content) -> None:
        content.page(minute="Plasma is part of your blood. [@F-1]\n\n![A glass](picture:../../secret)")
        assert [(name, code) for name, code, __ in faults(content)] == [("plasma.md", "BROKEN-LINK")]

    def test_a_folder_where_a_file_belongs(self, content: Content) -> None:
        (content.folder / "en" / "glossary.yaml").unlink()
        (content.folder / "en" / "glossary.yaml").mkdir()
        assert only_fault(content) == ("glossary.yaml", "PACK", "is a folder; a file belongs here")

    def test_a_pipe_is_not_waited_for(self, content: Content) -> None:
        os.mkfifo(content.folder / "en" / "lay-words.yaml")
        assert only_fault(content)[:2] == ("lay-words.yaml", "PACK")

    def test_too_many_files(self, content: Content) -> None:
        for number in range(FILE_LIMIT):
            (content.folder / f"{number}.txt").touch()
        assert only_fault(content)[1:] == ("PACK", f"more than {FILE_LIMIT} files")

    def test_folders_without_end(self, content: Content) -> None:
        content.write("en/" + "a/" * 20 + "page.md", "x")
        assert only_fault(content)[1] == "PACK"

    def test_what_a_tool_keeps_is_not_looked_at(self, content: Content) -> None:
        content.write(".git/objects/a/b/c/d/e/f/g.md", "x")
        assert faults(content) == []

    def test_what_may_not_be_read(self, content: Content, monkeypatch: pytest.MonkeyPatch) -> None:
        real = os.open

        def refuse(path: object, *rest: int) -> int:
            if str(path).endswith("plasma.md"):
                raise PermissionError(13, "Permission denied")
            return real(path, *rest)  # type: ignore[arg-type]

        monkeypatch.setattr(os, "open", refuse)
        assert ("plasma.md", "FILE", "cannot be read: permission denied") in faults(content)

    def test_a_folder_that_may_not_be_opened(self, content: Content, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuse(path: Path) -> None:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(os, "scandir", refuse)
        assert {fault[1:] for fault in faults(content)} == {("PACK", "cannot be read: permission denied")}

    @pytest.mark.parametrize("make", [lambda path: None, lambda path: path.write_text("x")])
    def test_a_folder_that_is_none(self, tmp_path: Path, make: object) -> None:
        make(tmp_path / "content")  # type: ignore[operator]
        (fault,) = check(tmp_path / "content")
        assert fault.code == "PACK"


class TestLarge:
    @pytest.mark.parametrize("name", [PAGE, "en/guide.yaml", "evidence/facts.yaml", "huge.png"])
    def test_a_hundred_megabytes_are_not_read_to_say_that_they_are_too_many(self, content: Content, name: str) -> None:
        with (content.folder / name).open("wb") as stream:
            stream.truncate(100_000_000)
        tracemalloc.start()
        fault = only_fault(content)
        memory = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert fault[1] == "PACK"
        assert "100000000" in fault[2]
        assert memory < 5_000_000

    def test_a_picture_of_a_hundred_megabytes(self, content: Content) -> None:
        with (content.pictures / "huge.svg").open("wb") as stream:
            stream.truncate(100_000_000)
        assert only_fault(content) == ("huge.svg", "PACK", f"holds 100000000 bytes; at most {PICTURE_LIMIT}")

    @pytest.mark.parametrize("text", ["[" * 30_000, "![" * 15_000, "> " * 15_000, "- " * 15_000, "*_" * 15_000])
    def test_a_page_made_to_be_slow_has_an_end(self, content: Content, text: str) -> None:
        content.page(minute=text, do="[" * 5_000)
        assert faults(content)

    @pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 100_000, "- " * 100_000, "a: &a [*a]"])
    def test_values_made_to_end_the_process(self, content: Content, text: str) -> None:
        content.write("en/glossary.yaml", f"plasma: {text}\n")
        assert ("glossary.yaml", "YAML") in [(name, code) for name, code, __ in faults(content)]


class TestPictures:
    def test_those_of_the_program_where_a_pack_has_none(self, content: Content) -> None:
        shutil.rmtree(content.pictures)
        content.page(minute="![A machine](picture:the-machine)")
        missing = [message for __, code, message in faults(content) if code == "BROKEN-LINK"]
        assert bool(missing) != (pictures_of(content.folder) / "the-machine.svg").is_file()

    def test_a_bomb_is_not_lit_by_looking_for_numbers_in_it(self, content: Content) -> None:
        entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
        bomb = f'<!DOCTYPE svg [<!ENTITY e0 "777 people">{entities}]>'
        (content.pictures / "glass.svg").write_text(bomb + DRAWING.replace("<path", "<text>&e11;</text><path"))
        content.page(minute="Plasma is part of your blood. [@F-1]\n\n![A glass](picture:glass)")
        assert only_fault(content) == ("glass.svg", "PICTURE", "has a document type; entities are not allowed")

    def test_a_page_with_an_unsafe_one_is_left_out(self, content: Content, tmp_path: Path) -> None:
        (content.pictures / "glass.svg").write_text(DRAWING.replace("<path", "<script>1</script><path"))
        content.page(minute="Plasma is part of your blood. [@F-1]\n\n![A glass](picture:glass)")
        assert only_fault(content)[:2] == ("glass.svg", "PICTURE")
        compile_all(content.folder, tmp_path / "out")
        assert '"plasma":{' not in (tmp_path / "out" / "guide.en.json").read_text(encoding="utf-8").split("pages")[-1]


class TestLastGood:
    def test_stays_when_the_pack_turns_bad(self, content: Content, tmp_path: Path) -> None:
        out = tmp_path / "out"
        compile_all(content.folder, out)
        before = {path.name: path.read_bytes() for path in out.iterdir()}
        (content.folder / "link.md").symlink_to(tmp_path)
        assert len(compile_all(content.folder, out)) == 1
        assert {path.name: path.read_bytes() for path in out.iterdir()} == before


MANGLES = ("cut", "flip", "repeat", "swap", "insert", "remove", "move")
PIECES = (
    "[",
    "{{slot:",
    "\x00",
    "\ufeff",
    "---\n",
    "!!!",
    "&a *a",
    "\t",
    "[@",
    "|",
    "{",
    "\u202e",
    "9" * 50,
    "- ",
    "<a>",
)


def mangle(data: bytes, kind: str, dice: random.Random) -> bytes:
    at = dice.randrange(len(data) + 1)
    match kind:
        case "cut":
            return data[:at]
        case "flip":
            return data[:at] + bytes([dice.randrange(256)]) + data[at + 1 :]
        case "repeat":
            return data[:at] + data[at : at + 40] * 50 + data[at:]
        case "swap":
            return data[at:] + data[:at]
        case "insert":
            return data[:at] + dice.choice(PIECES).encode() + data[at:]
    return data


def test_a_name_broken_over_two_lines_is_told_in_one(tmp_path: Path) -> None:
    content = Content(tmp_path)
    content.write("en/basics/machine.md", page_text(id="machine", minute="Call {{slot:---\na}}. [@-]"))
    (row,) = [str(fault) for fault in check(content.folder) if "no slot" in str(fault)]
    assert row.endswith("slots.yaml has no slot “--- a”")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(MANGLES), min_size=1, max_size=4), st.integers(0, 2**32))
def test_whatever_is_done_to_a_pack_it_is_told_in_lines_and_never_fails(
    tmp_path_factory: pytest.TempPathFactory, kinds: list[str], seed: int
) -> None:
    dice = random.Random(seed)
    content = Content(tmp_path_factory.mktemp("pack"))
    content.write("en/basics/machine.md", page_text(id="machine", title="The machine", minute="Call {{slot:a}}. [@-]"))
    content.write("en/slots.yaml", "a: {what: A, neutral: us, kind: short, longest: 9, example: us}\n")
    (content.pictures / "glass.svg").write_text(DRAWING)
    files = sorted(path for path in content.folder.parent.rglob("*") if path.is_file())
    for kind in kinds:
        path = dice.choice([each for each in files if each.exists()])
        if kind == "remove":
            path.unlink()
        elif kind == "move":
            path.rename(path.with_name(dice.choice(["other.md", "guide.yaml", "-.md", "a b.yaml"])))
        else:
            path.write_bytes(mangle(path.read_bytes(), kind, dice))
    told = [str(fault) for fault in check(content.folder)]
    compile_all(content.folder, content.folder.parent / "out")
    assert all("\n" not in row for row in told)
