"""A PDF replaces only what somebody was asked about."""

from __future__ import annotations

from pathlib import Path

import pytest

from tpe_guide.errors import CannotWrite
from tpe_guide.ui.printing.pdf_file import write_pdf
from tpe_guide.wording import describe


def test_the_file_that_was_chosen_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "page.PDF").write_bytes(b"old")
    assert write_pdf(str(tmp_path / "page.PDF"), b"new") == tmp_path / "page.PDF"
    assert (tmp_path / "page.PDF").read_bytes() == b"new"


def test_one_that_gets_its_name_only_from_us_is_not(tmp_path: Path) -> None:
    """“Anna 12.5” has a suffix already, so the dialog adds none, and asks about no file of that name."""
    other = tmp_path / "Anna 12.5.pdf"
    other.write_bytes(b"somebody's page")
    with pytest.raises(CannotWrite) as refused:
        write_pdf(str(tmp_path / "Anna 12.5"), b"new")
    assert describe(refused.value) == f"{other} cannot be written: a file of that name is there already."
    assert other.read_bytes() == b"somebody's page"


def test_without_a_suffix_it_gets_one(tmp_path: Path) -> None:
    assert write_pdf(str(tmp_path / "Anna 12.5"), b"new") == tmp_path / "Anna 12.5.pdf"
    assert (tmp_path / "Anna 12.5.pdf").read_bytes() == b"new"
