"""What a clinic says of paper and of counting: yes or no, in so many letters."""

from __future__ import annotations

import pytest

from tests.clinic_pack.packs import HEAD, faults, read


def test_counting_and_copies_are_what_the_pack_says() -> None:
    said = read({"clinic.toml": f'{HEAD}[kiosk]\ncounts-visits = "yes"\n[print]\nkeeps-copies = "no"\n'.encode()})
    assert said.counts_visits
    assert not said.keeps_copies


def test_a_pack_that_says_nothing_counts_nothing_and_promises_nothing_of_copies() -> None:
    said = read({"clinic.toml": HEAD.encode()})
    assert not said.counts_visits
    assert said.keeps_copies


@pytest.mark.parametrize("line", ['[kiosk]\ncounts-visits = "often"', "[print]\nkeeps-copies = 3"])
def test_anything_else_is_a_fault(line: str) -> None:
    (fault,) = faults({"clinic.toml": f"{HEAD}{line}\n".encode()})
    assert "expected “yes” or “no”, in quotation marks" in fault
