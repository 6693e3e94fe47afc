"""A checkout shows what its authors last wrote; an installed program never asks."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.authoring.small_guide import Content
from tpe_guide import paths
from tpe_guide.authoring import compile as compiler
from tpe_guide.errors import CannotWrite
from tpe_guide.freshness import bring_up_to_date
from tpe_guide.guide.library import Library


def opened() -> Library:
    bring_up_to_date()
    return Library.load()


def test_a_checkout_shows_what_its_authors_last_wrote(checkout: Content) -> None:
    assert opened().page_title("plasma") == "What plasma is"
    checkout.page(title="What plasma really is")
    assert opened().page_title("plasma") == "What plasma really is"


def test_a_checkout_names_its_faults_and_shows_the_rest(checkout: Content, capsys: pytest.CaptureFixture[str]) -> None:
    checkout.page(front="colour: red\n")
    for __ in range(2):
        assert opened().order == ("machine",)
        assert "plasma.md:8: UNKNOWN-KEY" in capsys.readouterr().err


def test_a_checkout_that_cannot_be_written_shows_what_it_has(
    checkout: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring_up_to_date()
    checkout.page(title="Changed")

    def refuse(*_: object) -> list[str]:
        raise CannotWrite(Path("compiled"), "read-only")

    monkeypatch.setattr(compiler, "compile_all", refuse)
    assert opened().page_title("plasma") == "What plasma is"


def test_an_installed_program_never_compiles(checkout: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    bring_up_to_date()
    checkout.page(title="Changed")
    monkeypatch.setattr(paths, "in_checkout", lambda: False)
    assert opened().page_title("plasma") == "What plasma is"
