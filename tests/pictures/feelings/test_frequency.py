"""How often, in words: both ways to say it, always out of the same number."""

from __future__ import annotations

import pytest

from tpe_guide.pictures.feelings.frequency import Frequency


@pytest.mark.parametrize(
    ("frequency", "words", "others"),
    [
        (Frequency(9, 36, 100), "9 to 36 of 100 sessions", "The other 64 to 91 had none."),
        (Frequency(15, 15, 100), "About 15 of 100 sessions", "The other 85 had none."),
        (Frequency(0, 5, 100, under=True), "Fewer than 5 of 100 sessions", "More than 95 had none."),
        (Frequency(26, 26, 1000), "About 26 of 1,000 sessions", "The other 974 had none."),
    ],
)
def test_it_is_said_both_ways(frequency: Frequency, words: str, others: str) -> None:
    assert frequency.words == words
    assert frequency.others == others


def test_where_it_lies_between_none_and_all() -> None:
    assert Frequency(9, 36, 100).span == pytest.approx((0.09, 0.27))
    assert Frequency(15, 15, 100).span == pytest.approx((0.15, 0))
    assert Frequency(0, 5, 100, under=True).span == pytest.approx((0, 0.05))
