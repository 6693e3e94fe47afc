"""What is written is said as a person would say it, and what the voice cannot say is named."""

from __future__ import annotations

import subprocess
from shutil import which

import pytest

from tpe_guide.speech.aloud import SAID_RIGHT, aloud, stumbles

WRITTEN = [
    ("112, 911 or 999.", "1 1 2, 9 1 1 or 9 9 9."),
    ("Call 01632 960 123.", "Call 0 1 6 3 2, 9 6 0, 1 2 3."),
    ("Call +44 (0)1632 960-456, ask for the ward.", "Call +4 4, 0, 1 6 3 2, 9 6 0, 4 5 6, ask for the ward."),
    ("Call (555) 012-3456.", "Call 5 5 5, 0 1 2, 3 4 5 6."),
    ("0–14 days", "0 to 14 days"),
    ("24-48 hours", "24 to 48 hours"),
    ("From 1995 to 2009, and in 1985.", "From 19 95 to 2009, and in 19 85."),
    ("38 °C (100.4 °F) or more", "38 degrees Celsius (100.4 degrees Fahrenheit) or more"),
    ("120 min, 1 h, 0.5 L and 5mg", "120 minutes, 1 hour, 0.5 litres and 5 milligrams"),
    ("2½ to 3 hours", "2 and a half to 3 hours"),
    ("IVIG is a drip.", "I.V.I.G. is a drip."),
    ("AQP4 and MOG", "A.Q.P. 4 and MOG"),
    ("Category I, category II or category IV", "Category 1, category 2 or category 4"),
    ("Lie flat, or close the clamp.", "Lie flat, or cloze the clamp."),
    ("Use the toilet. They use your line.", "Uze the toilet. They uze your line."),
]
AS_IT_IS = [
    "In Sweden, 56 of 1,000 sessions had a problem, and 944 had none.",
    "More than 169,000 treatments from 2013 to 2024",
    "In 999 of 1,000 there was none.",
    "In 2003 2007 was far away; 1,999 people, or 19.85.",
    "Tell someone close to you. There is no use in that.",
    "A SALINE DRIP",
    "MS differs. Ask for an MRI in the US or the UK.",
]


@pytest.mark.parametrize(("written", "said"), WRITTEN)
def test_it_is_spelled_for_the_ear(written: str, said: str) -> None:
    assert aloud(written, "en") == said
    assert stumbles(written, "en") == []


@pytest.mark.parametrize("words", AS_IT_IS)
def test_all_else_is_left_alone(words: str) -> None:
    assert aloud(words, "en") == words
    assert stumbles(words, "en") == []


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("EDSS ≥ 6, or A/B & more", ["≥", "/", "&"]),
        ("35 mL/kg, 5xy", ["/", "5xy"]),
        ("An EKG in the ICU, and IL6", ["EKG", "ICU", "IL6"]),
        ("i.e. 5 vs. 6, approx. 7", ["i.e.", "vs.", "approx."]),
        ("sick–well, m², x_y", ["–", "²", "_"]),
    ],
)
def test_what_the_voice_cannot_say_is_named(words: str, parts: list[str]) -> None:
    assert sorted(stumbles(words, "en")) == sorted(parts)


def test_a_telephone_number_is_said_digit_by_digit_in_every_language() -> None:
    assert aloud("Ring 01632 960 123 an. IVIG, 5–7.", "de") == "Ring 0 1 6 3 2, 9 6 0, 1 2 3 an. IVIG, 5–7."
    assert stumbles("≥ 5", "de") == []


def _sounds(words: str) -> str:
    command = ["espeak-ng", "-q", "-x", "-v", "en", "--", words]
    spoken = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return "".join(letter for letter in spoken if letter.isalnum() or letter in "@:")


@pytest.mark.skipif(not which("espeak-ng"), reason="needs espeak-ng")
class TestAsTheVoiceSaysIt:
    """The reason for each rule: without it eSpeak NG says something else."""

    @pytest.mark.parametrize(
        ("written", "meant"),
        [
            ("112", "one one two"),
            ("5–7 days", "five to seven days"),
            ("in 1985", "in nineteen eighty five"),
            ("38 °C", "38 degrees celsius"),
            ("2½ hours", "two and a half hours"),
            ("IVIG", "eye vee eye gee"),
            ("NMOSD", "en em oh ess dee"),
            ("close the clamp", "cloze the clamp"),
            ("Use the toilet", "Yooz the toilet"),
        ],
    )
    def test_a_rule_makes_it_sound_as_it_is_meant(self, written: str, meant: str) -> None:
        assert _sounds(aloud(written, "en")) == _sounds(meant)
        assert _sounds(written) != _sounds(meant)

    @pytest.mark.parametrize("short", sorted(SAID_RIGHT - {"ASFA", "MOG"}))
    def test_short_forms_without_a_rule_are_said_letter_by_letter(self, short: str) -> None:
        assert _sounds(short) == _sounds(".".join(short) + ".")
