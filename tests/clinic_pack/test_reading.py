"""What a clinic may say, and how each fault is told: by its place, in plain words, all of them at once."""

from __future__ import annotations

import datetime as dt
import random

import pytest

from tests.clinic_pack.packs import GOOD, HEAD, KNOWN, faults, good_files, png, read, toml_faults
from tests.mutated import mutated
from tpe_guide.clinic_pack import container, reading
from tpe_guide.clinic_pack.pack import NOTHING, Known
from tpe_guide.errors import FromNewerVersion
from tpe_guide.guide.clinic_file import Details
from tpe_guide.wording import describe


class TestSaid:
    def test_all_of_it(self) -> None:
        pack = read(good_files())
        assert pack.details.words == {
            "unit-phone": "01632 960 123",
            "out-of-hours": "+44 (0)1632 960456, ask for the ward",
            "fluid": "We use albumin.",
            "where-to-come": "Come to Day Unit B on the second floor. Park at the east door.",
        }
        assert (pack.details.session.minutes, pack.details.session.checks) == (150, (30, 75))
        assert (pack.name, pack.expires) == ("Day Unit B", dt.date(2027, 3, 31))
        assert pack.hours == {"monday": "08:00-12:00, 13:00-18:00", "sunday": "closed"}
        assert (pack.languages, pack.pages) == (("en",), ("tingling", "needles"))
        assert (pack.title, pack.line) == ("Plasma exchange", "Touch to begin")
        assert (pack.idle_seconds, pack.countdown_seconds) == (90, 45)
        assert (pack.printer, pack.pages_per_visit) == ("ward-b", 4)
        assert (pack.logo, pack.signer) == (png(), "")

    def test_nothing_at_all(self) -> None:
        pack = read({container.TOML: HEAD.encode()})
        assert pack.details == Details()
        assert (pack.idle_seconds, pack.pages, pack.expires) == (None, (), None)

    def test_a_file_of_words_alone_is_a_pack(self) -> None:
        data = b'{"format": "tpe-guide-clinic", "version": 1, "details": {"fluid": "We use albumin."}}'
        assert read({container.JSON: data}).details.words == {"fluid": "We use albumin."}

    def test_as_windows_editors_save_it(self) -> None:
        assert read({container.TOML: b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode()}).name == "Day Unit B"


class TestDays:
    def test_after_its_last_day_the_unit_s_words_are_gone_and_its_kiosk_stays(self) -> None:
        pack = read(good_files())
        last = dt.date(2027, 3, 31)
        assert pack.details_on(last) == pack.details
        assert pack.details_on(last + dt.timedelta(days=1)) == Details()
        assert pack.idle_seconds == 90


class TestNumbers:
    @pytest.mark.parametrize("number", ["112", "01632 960 123", "+44 1632 960123", "(01632) 960 123", ""])
    def test_that_are_numbers(self, number: str) -> None:
        assert toml_faults(f'[numbers]\nunit = "{number}"') == []

    @pytest.mark.parametrize(
        "number",
        [
            "do not call anyone 00",
            "²³",
            "²³²³²³",
            "٠١٦٣٢٩٦٠",
            "call us",
            "12",
            "1" * 21,
            "01632 960 123 or 112, ask",
            "01632\\u202e960",
            "0)1632(960",
            "++44 1632 960",
            "01632-960/123",
        ],
    )
    def test_that_are_none(self, number: str) -> None:
        assert toml_faults(f'[numbers]\nunit = "{number}"') == [
            "numbers.unit: expected a telephone number of 3 to 20 digits, such as “01632 960 123”."
        ]

    def test_a_number_without_quotation_marks(self) -> None:
        assert "in quotation marks" in toml_faults("[numbers]\nunit = 112")[0]

    def test_no_second_number_hides_in_a_note(self) -> None:
        assert "without digits" in toml_faults('[numbers]\nunit = "112"\nunit-note = "or 01632"')[0]
        assert "without digits" in toml_faults('[numbers]\nunit = "112"\nunit-note = "or ²³"')[0]

    def test_number_and_note_fit_their_place_together(self) -> None:
        note = "x" * 40
        assert toml_faults(f'[numbers]\nunit = "112"\nunit-note = "{note}"') == [
            "numbers.unit: expected at most 40 characters, not 45."
        ]

    def test_a_note_needs_its_number(self) -> None:
        assert "a number beside it" in toml_faults('[numbers]\nunit-note = "ask for Ana"')[0]
        assert len(toml_faults('[numbers]\nunit = "00"\nunit-note = "ask for Ana"')) == 1


class TestFaults:
    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("[nubmers]", "nubmers: expected a name that is known; the nearest is “numbers”."),
            ('[numbers]\nuint = "112"', "numbers.uint: expected a name that is known; the nearest is “unit”."),
            ("[kiosk]\nx = 1", "kiosk.x: expected one of languages, pages, title, line, "),
            ("numbers = 1", "numbers: expected a section: its name in square brackets, and what is in it below."),
            ('[hours]\nmonday = "8-18"', "hours.monday: expected times such as “08:00-18:00”, or “closed”."),
            ('[hours]\nmonday = "18:00-08:00"', "hours.monday: expected times that rise"),
            ('[hours]\nmonday = "08:00-12:00, 11:00-18:00"', "hours.monday: expected times that rise"),
            ('[kiosk]\nlanguages = ["fr"]', "kiosk.languages: expected one of en, de."),
            ('[kiosk]\nlanguages = "en"', "kiosk.languages: expected names in quotation marks, in square brackets."),
            ('[kiosk]\npages = ["tinglng"]', "kiosk.pages: expected pages of this guide, which has no “tinglng”: "),
            ('[kiosk]\npages = ["tingling", "tingling"]', "kiosk.pages: expected each name once."),
            ('[kiosk]\npages = ["urgent"]', "kiosk.pages: expected pages only: Urgent help is always there"),
            ('[kiosk]\npages = ["urgent-help"]', "kiosk.pages: expected pages only: Urgent help is always there"),
            ("[kiosk]\nidle-seconds = 20", "kiosk.idle-seconds: expected a whole number from 30 to 600."),
            ("[kiosk]\nidle-seconds = true", "kiosk.idle-seconds: expected a whole number from 30 to 600."),
            ("[kiosk]\ncountdown-seconds = 5", "kiosk.countdown-seconds: expected a whole number from 10 to 120."),
            ('[print]\nprinter = "-o raw"', "print.printer: expected the name of a queue"),
            ('[print]\nprinter = "-oraw"', "print.printer: expected the name of a queue"),
            ("[print]\npages-per-visit = 1000", "print.pages-per-visit: expected a whole number from 0 to 50."),
            ('[unit]\nexpires = "2027-03-31"', "unit.expires: expected a day without quotation marks"),
            ("[unit]\nexpires = 2027-03-31T10:00:00", "unit.expires: expected a day without quotation marks"),
            ('[unit]\nname = "a\\u0007"', "unit.name: expected words in one line"),
            (f'[unit]\nname = "{"x" * 61}"', "unit.name: expected at most 60 characters, not 61."),
            ("[words]\nfluid = 1", "words.fluid: expected words in quotation marks."),
            (f'[words]\nfluid = "{"x" * 41}"', "words.fluid: expected at most 40 characters, not 41."),
            ("[session]\nminutes = 5", "session.minutes: expected a whole number from 30 to 480."),
        ],
    )
    def test_each_is_named_by_its_place(self, text: str, said: str) -> None:
        (fault,) = toml_faults(text)
        assert fault.startswith(said)

    def test_all_of_them_at_once(self) -> None:
        assert len(toml_faults('[numbers]\nunit = "x"\n[kiosk]\nidle-seconds = 1\nx = 1\n[unti]')) == 4

    @pytest.mark.parametrize(
        ("raw", "said"),
        [
            (b"", "format: expected “tpe-guide-pack”."),
            (b'format = "tpe-guide-pack"', "version: expected the number 1."),
            (b'a = 1\nb = "x\n', "line 2: expected well-formed TOML"),
            (b"a = 1\na = 2\n", "line 2: expected well-formed TOML"),
            (b'\na = "\xff"', "line 2: expected text in UTF-8."),
            (b"a = " + b"[" * 30_000, "expected a file like the template."),
            (b"a = " + b"9" * 5_000, "expected a file like the template."),
            (b"a" + b".a" * 30_000 + b" = 1", "line 1: expected a file like the template."),
            (b'"a"' + b' . "a"' * 9_000 + b" = 1", "line 1: expected a file like the template."),
        ],
    )
    def test_a_file_that_cannot_be_understood(self, raw: bytes, said: str) -> None:
        (fault,) = faults({container.TOML: raw})
        assert fault.startswith(said)

    def test_dots_in_words_are_no_key(self) -> None:
        assert toml_faults(f'[unit]\nname = "{"a." * 30}"  # {"b." * 200}') == []

    def test_a_file_of_a_newer_version(self) -> None:
        __, (problem,) = reading.read({container.TOML: HEAD.replace("1", "2").encode()}, "pack", Known({}))
        assert isinstance(problem, FromNewerVersion)

    def test_two_files_that_say_the_same_thing(self) -> None:
        assert "not both" in faults({container.TOML: HEAD.encode(), container.JSON: b"{}"})[0]
        both = {container.TOML: (HEAD + '[words]\nfluid = "x"').encode(), "words/fluid.md": b"y"}
        assert "not in both" in faults(both)[0]

    def test_whatever_befalls_a_pack_each_fault_is_one_line(self) -> None:
        befallen(60)

    @pytest.mark.slow
    def test_whatever_befalls_many_packs(self) -> None:
        befallen(2_000)


def befallen(times: int) -> None:
    """Good packs with a little changed by chance, so many *times*: read or refused, never a traceback."""
    chance, files = random.Random(11), good_files()
    for _time in range(times):
        name = chance.choice(sorted(files))
        changed = files | {name: mutated(files[name], chance)[: container.limit_of(name)]}
        pack, problems = reading.read(changed, "pack", KNOWN)
        assert all("\n" not in describe(problem) for problem in problems)
        assert not problems or pack == NOTHING


class TestProse:
    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("# Here", "line 1: expected plain words, without a heading."),
            ("Words.\n\n- one\n- two", "line 3: expected plain words, without a list."),
            ("See [this](https://example.org).", "line 1: expected plain words, without a link."),
            ("![x](y.png)", "line 1: expected plain words, without a picture."),
            ("<b>Words</b>", "line 1: expected plain words, without HTML."),
            ("<script>x</script>", "line 1: expected plain words, without HTML."),
            ("Press **hard**.", "line 1: expected plain words, without bold words"),
            ("Press `hard`.", "line 1: expected plain words, without code"),
            ("Press \0 hard.", "expected words, without characters that cannot be seen."),
            ("x" * 241, "expected at most 240 characters, not 241."),
        ],
    )
    def test_words_only(self, text: str, said: str) -> None:
        (fault,) = faults({container.TOML: HEAD.encode(), "words/where-to-come.md": text.encode()})
        assert fault.removeprefix("words/where-to-come.md: ").startswith(said)

    @pytest.mark.parametrize("slot", ["wher-to-come", "unit-phone"])
    def test_only_for_a_slot_of_words(self, slot: str) -> None:
        (fault,) = faults({container.TOML: HEAD.encode(), f"words/{slot}.md": b"x"})
        assert "words/" in fault


class TestLogo:
    @pytest.mark.parametrize(
        ("data", "says"),
        [
            (b"<svg/>", "a picture of the kind PNG"),
            (png()[:-6], "cut off or damaged"),
            (png()[:40] + b"?" + png()[41:], "cut off or damaged"),
            (png(30_000, 30_000), "of 16 to 2000 pixels each way, not 30000×30000"),
            (png(8, 8), "of 16 to 2000 pixels"),
            (png(32, 32, b"acTL" + bytes(8)), "does not move"),
            (b"\x89PNG\r\n\x1a\n", "cut off or damaged"),
        ],
    )
    def test_what_is_none(self, data: bytes, says: str) -> None:
        (fault,) = faults({container.TOML: HEAD.encode(), "logo.png": data})
        assert says in fault
