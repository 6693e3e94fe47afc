"""Every error of the program has one sentence of its own."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tpe_guide import errors
from tpe_guide.wording import describe, describe_unsaved, said_name

DIARY, KEPT = Path("diary.db"), Path("diary-kept-1")
MAY_9, MAY_10 = dt.date(2026, 5, 9), dt.date(2026, 5, 10)
SENTENCES = {
    errors.BadInput("a.json", "line 4", "a day"): "a.json: line 4: expected a day.",
    errors.BadDiary("a.json", "entries[3].day", "a day", "entry number 4"): "a.json: entry number 4: expected a day.",
    errors.BadInput("a.json", "", "a diary"): "a.json: expected a diary.",
    errors.FromNewerVersion("a.json", 4, 1): "newer version",
    errors.WrongPasscode(): "passcode",
    errors.SheetMisread("7 words are missing: there are 17 of 24."): "7 words are missing",
    errors.SheetOfAnother("3f2a 91c0"): "They make the sheet 3f2a 91c0.",
    errors.TooSoon(8): "again in 8 seconds",
    errors.DiaryDamaged(DIARY, "it is not a diary"): "it is not a diary",
    errors.DiaryLeftAsItWas(DIARY, "it breaks off"): "cannot be opened: it breaks off. Nothing was changed.",
    errors.DiaryAway(DIARY): "Your diary is not at diary.db. Its key is still there, and is kept.",
    errors.EntriesMissing(
        DIARY, 1, ((MAY_9, 1),), 0, 7, KEPT, 0, ()
    ): "1 entry of Saturday 9 May 2026 is missing from your diary. It has 7 entries now.",
    errors.EntriesMissing(
        DIARY, 3, ((MAY_9, 1), (MAY_10, 2)), 0, 1, KEPT, 0, ()
    ): "3 entries of 2 days, Saturday 9 May 2026 to Sunday 10 May 2026, are missing from your diary. It has 1 entry",
    errors.EntriesMissing(
        DIARY, 9, ((MAY_9, 1), (MAY_10, 2)), 0, 1, KEPT, 0, ()
    ): "9 entries, the newest of Sunday 10 May 2026, are missing",
    errors.EntriesMissing(
        DIARY, 12, (), 0, 8, None, 0, ()
    ): "12 entries are missing from your diary. It has 8 entries now.",
    errors.EntriesMissing(DIARY, 0, (), 1, 8, KEPT, 0, ()): "The last change to your diary is missing",
    errors.EntriesMissing(
        DIARY, 1, ((MAY_10, 1),), 0, 8, KEPT, 1, ((MAY_9, 1),)
    ): "missing from your diary. 1 entry of Saturday 9 May 2026 that you removed is there again. It has 8 entries now.",
    errors.EntriesMissing(
        DIARY, 0, (), 0, 8, KEPT, 3, ((MAY_9, 1), (MAY_10, 2))
    ): "3 entries of 2 days, Saturday 9 May 2026 to Sunday 10 May 2026, that you removed are there again.",
    errors.LogPutAside(DIARY, 20, KEPT): "It was not used, and is kept in diary-kept-1. Your diary has 20 entries.",
    errors.PartOfDiary(DIARY, 0, None): "There is no entry in it. Entries that came later may be missing.",
    errors.PartOfDiary(DIARY, 1, MAY_9): "It has 1 entry, of Saturday 9 May 2026.",
    errors.BackupDamaged(KEPT, "it is empty"): "The backup diary-kept-1 cannot be used: it is empty.",
    errors.OtherDiary("a.json", "sessions[0].id", "an id of its own"): "a.json was saved from another diary.",
    errors.DiaryFull("diary.db", "sessions", "at most 200 of them", 200): "Your diary has 200 sessions.",
    errors.DiaryFull("diary.db", "entries", "at most 20,000 of them", 20_000): "Your diary has 20,000 entries.",
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
    errors.MisnamedPage("tinglin", "tingling"): "The nearest is “tingling”.",
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


@pytest.mark.parametrize("sign", ["\n", "\x1b", "\N{RIGHT-TO-LEFT OVERRIDE}", "\udcff"])
def test_no_name_of_a_file_breaks_its_sentence_or_turns_it_round(sign: str) -> None:
    path = Path(f"/tmp/anna{sign}nosj.tpediary")
    for words in (said_name(path), describe(errors.CannotWrite(path, "the disk is full"))):
        assert sign not in words
        assert "anna" in words
