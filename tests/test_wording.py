"""Every error of the program has one sentence of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tpe_guide import errors
from tpe_guide.wording import describe, describe_unsaved

DIARY = Path("diary.db")
SENTENCES = {
    errors.BadInput("a.json", "entries[3].day", "a day"): "a.json: entries[3].day: expected a day.",
    errors.BadInput("a.json", "", "a diary"): "a.json: expected a diary.",
    errors.FromNewerVersion("a.json", 4, 1): "newer version",
    errors.WrongPasscode(): "passcode",
    errors.DiaryDamaged(DIARY, "it is not a diary"): "it is not a diary",
    errors.DiaryInUse(DIARY): "open in another window",
    errors.CannotWrite(DIARY, "disk full"): "disk full",
    errors.CannotRunHere("There is no display."): "There is no display.",
    errors.WrongUsage("The diary cannot be its own output."): "own output",
    errors.CannotWriteOutput("it is closed"): "The output cannot be written: it is closed.",
    errors.SystemRefused("a.pdf", "no permission"): "a.pdf: this computer refused: no permission.",
    errors.SystemRefused("", "there is not enough memory"): "not enough memory",
    errors.NoHomeFolder(): "no home folder",
    errors.NoSuchHome("~anna/x"): "~anna/x: nobody of that name",
    errors.SetAside(Path("a/settings.json"), Path("a/settings.json.damaged")): "It is kept as settings.json.damaged",
    errors.ChoicesUnread(
        Path("a/settings.json"), Path("a/settings.json.damaged")
    ): "It is kept as settings.json.damaged",
    errors.ChoicesUnread(Path("a/settings.json"), None): "Some of your choices could not be read",
    errors.OutOfReach(DIARY, "permission denied"): "It was left as it is.",
    errors.ProgramFailed("/data/reports/one.txt", True): "with none of your words in it is in /data/reports/one.txt.",
    errors.ProgramFailed("", False): "There is no report of it. You can go on.",
    errors.NoSuchPage("nowhere"): "“nowhere”",
}


@pytest.mark.parametrize("error", SENTENCES, ids=lambda error: type(error).__name__)
def test_an_error_is_one_plain_sentence(error: errors.TpeGuideError) -> None:
    sentence = describe(error)
    assert SENTENCES[error] in sentence
    assert "\n" not in sentence
    assert sentence.endswith(".")


def test_what_cannot_be_saved_is_first_of_all_not_saved() -> None:
    sentence = describe_unsaved(errors.CannotWrite(DIARY, "disk full"))
    assert sentence == "Your entry is not saved. It is still on the screen. diary.db cannot be written: disk full."


def test_no_kind_of_error_is_forgotten() -> None:
    kinds = {
        kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, errors.TpeGuideError)
    }
    assert kinds - {errors.TpeGuideError} == {type(error) for error in SENTENCES}
