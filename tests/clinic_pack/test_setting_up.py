"""A pack by questions: the template that is written, what is asked, and that nothing is lost on the way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.clinic_pack.packs import GOOD, HEAD, KNOWN, put, read
from tpe_guide.clinic_pack import container, setting_up, template
from tpe_guide.clinic_pack import fields as declared
from tpe_guide.errors import BadInput, WrongUsage


class Nurse:
    """Answers questions: those in *answers* by the begin of the question, all others with Return."""

    def __init__(self, answers: Mapping[str, Iterable[str]], ends_at: str = "nothing") -> None:
        self._answers = {question: iter(each) for question, each in answers.items()}
        self._ends_at = ends_at
        self.asked: list[str] = []
        self.heard: list[str] = []

    def ask(self, question: str) -> str:
        self.asked.append(question)
        if question.startswith(self._ends_at):
            raise EOFError
        return next((next(given, "") for begin, given in self._answers.items() if question.startswith(begin)), "")

    def sets_up(self, folder: Path) -> Path:
        return setting_up.run(folder, KNOWN, self.ask, self.heard.append)


class TestTemplate:
    def test_is_right_and_says_nothing_as_it_comes(self) -> None:
        pack = read({container.TOML: template.written(KNOWN).encode()})
        assert (pack.details.words, dict(pack.values)) == ({}, {})

    def test_has_a_place_for_all_that_can_be_said_and_each_example_is_right(self) -> None:
        lines = template.written(KNOWN).splitlines()
        whole = "\n".join(line.removeprefix("# ") if " = " in line else line for line in lines)
        pack = read({container.TOML: whole.replace("Take the # away, and put your own words behind =.", "# ").encode()})
        places = {field.place for field in declared.fields(KNOWN) if field.section not in ("numbers", "words")}
        assert set(pack.values) == places
        assert set(pack.details.words) == set(KNOWN.slots)
        assert pack.details.session.minutes == 150


class TestQuestions:
    def test_answers_become_a_pack(self, tmp_path: Path) -> None:
        nurse = Nurse(
            {
                "The name of the unit": ["Day Unit B"],
                "The last day": ["2027-03-31"],
                "Number to call by day [": ["01632 960 123"],
                "The pages": ["tingling, cramps"],
                "Seconds until": ["90"],
                "Open on Monday": ["08:00-18:00"],
            }
        )
        pack = read({container.TOML: nurse.sets_up(tmp_path / "new" / "pack").read_bytes()})
        assert (pack.name, pack.pages, pack.idle_seconds) == ("Day Unit B", ("tingling", "cramps"), 90)
        assert pack.details.words == {"unit-phone": "01632 960 123"}
        assert pack.expires is not None

    def test_an_answer_that_cannot_be_is_asked_again(self, tmp_path: Path) -> None:
        nurse = Nurse({"Number to call by day [": ["do not call anyone 00", "²³", "112"], "Seconds until": ["²", "x"]})
        pack = read({container.TOML: nurse.sets_up(tmp_path).read_bytes()})
        assert pack.details.words == {"unit-phone": "112"}
        assert sum("a telephone number" in line for line in nurse.heard) == 2

    def test_what_to_say_with_a_number_is_asked_only_with_one(self, tmp_path: Path) -> None:
        nurse = Nurse({"Number to call by day [": ["112"]})
        nurse.sets_up(tmp_path)
        assert [question for question in nurse.asked if "what to say" in question] == [
            "Number to call by day: what to say with it []: "
        ]

    def test_return_keeps_what_was_there_and_a_minus_takes_it_away(self, tmp_path: Path) -> None:
        put(tmp_path, {container.TOML: GOOD.encode()})
        before = read({container.TOML: GOOD.encode()})
        file = Nurse({}).sets_up(tmp_path)
        assert read({container.TOML: file.read_bytes()}) == before
        Nurse({"The fluid": ["-"]}).sets_up(tmp_path)
        assert "fluid" not in read({container.TOML: file.read_bytes()}).details.words

    def test_the_file_as_it_was_stays_beside_it_and_is_no_part_of_the_pack(self, tmp_path: Path) -> None:
        put(tmp_path, {container.TOML: GOOD.encode()})
        Nurse({}).sets_up(tmp_path)
        assert (tmp_path / setting_up.BEFORE).read_bytes() == GOOD.encode()
        assert set(container.files_at(tmp_path)) == {container.TOML}

    def test_words_in_a_file_of_their_own_are_left_there(self, tmp_path: Path) -> None:
        put(tmp_path, {"words/fluid.md": b"We use albumin."})
        nurse = Nurse({})
        nurse.sets_up(tmp_path)
        assert not [question for question in nurse.asked if question.startswith("The fluid")]
        assert read(container.files_at(tmp_path)).details.words == {"fluid": "We use albumin."}


class TestLeftAsItWas:
    @pytest.mark.parametrize("ends_at", ["The name", "The printer"])
    def test_where_answers_end(self, tmp_path: Path, ends_at: str) -> None:
        with pytest.raises(BadInput, match="nothing was written"):
            Nurse({}, ends_at).sets_up(tmp_path / "new")
        assert list(tmp_path.iterdir()) == []

    def test_where_the_file_that_is_there_has_a_fault(self, tmp_path: Path) -> None:
        put(tmp_path, {container.TOML: f"{HEAD}[nubmers]".encode()})
        nurse = Nurse({})
        with pytest.raises(BadInput):
            nurse.sets_up(tmp_path)
        assert nurse.asked == []

    def test_where_a_number_and_its_note_are_too_long_together(self, tmp_path: Path) -> None:
        answers = {"Number to call by day [": ["01632 960 123"], "Number to call by day: what": ["x" * 50]}
        with pytest.raises(BadInput):
            Nurse(answers).sets_up(tmp_path / "new")
        assert list(tmp_path.iterdir()) == []

    def test_where_a_file_stands_in_the_place_of_the_folder(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("mine")
        with pytest.raises(WrongUsage):
            Nurse({}).sets_up(tmp_path / "file")


@given(st.text(max_size=60).filter(lambda text: text.isprintable() and text == text.strip() != ""))
def test_whatever_words_are_written_are_read_again(words: str) -> None:
    text = template.written(KNOWN, {"unit.name": words})
    assert read({container.TOML: text.encode()}).name == words
