"""On a large screen the guide is as large as it was designed to be."""

from __future__ import annotations

import pytest

from tpe_guide.kiosk.scale import OURS, QT, another_factor, factor_for, take


@pytest.mark.parametrize(
    ("width", "height", "factor"),
    [
        (480, 800, 1.0),
        (1366, 768, 1.0),
        (1920, 1080, 1.0),
        (1080, 1920, 1.0),
        (2560, 1440, 1.25),
        (3440, 1440, 1.25),
        (3840, 2160, 2.0),
        (2160, 3840, 2.0),
        (3840, 1080, 1.0),
        (7680, 4320, 4.0),
    ],
)
def test_the_factor_is_what_fits_both_ways_in_steps_of_a_quarter(width: int, height: int, factor: float) -> None:
    assert factor_for(width, height) == factor


def test_a_process_that_draws_larger_already_is_content() -> None:
    environment: dict[str, str] = {}
    assert another_factor(3840, 2160, environment) == 2.0

    take("2.0", environment)

    assert another_factor(1920, 1080, environment) is None
    assert another_factor(960, 540, environment) == 1.0, "another, smaller screen is there now"


def test_what_a_clinic_has_chosen_stays() -> None:
    assert another_factor(3840, 2160, {QT: "1.5"}) is None
    assert another_factor(3840, 2160, {QT: "2.0", OURS: "2.0"}) == 4.0
