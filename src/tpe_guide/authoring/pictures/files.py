"""The words of the pictures: each has a file (``<id>.yaml``) and a module beside this one that knows what it holds."""

from __future__ import annotations

from collections.abc import Collection
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from tpe_guide.authoring.evidence import Evidence
from tpe_guide.authoring.fault import Faults
from tpe_guide.authoring.pictures.entries import check_entries
from tpe_guide.authoring.pictures.signs import SignTable, with_signs
from tpe_guide.authoring.source import Data, read_yaml
from tpe_guide.pictures.registry import PICTURES


class PictureFile(Protocol):
    """A module that knows what the words of one picture must hold."""

    def check(self, data: Data, evidence: Evidence, faults: Faults) -> None:
        """Note what is missing or of the wrong kind."""

    def targets(self, data: Data) -> Collection[str]:
        """Where a link to the picture may lead, besides ``start``."""


def picture_file(name: str) -> PictureFile:
    """What knows the words of the picture *name*."""
    return cast(PictureFile, import_module(f"tpe_guide.authoring.pictures.{name}"))


def read_pictures(folder: Path, table: SignTable, evidence: Evidence, faults: Faults) -> dict[str, Data]:
    """The words of each picture, as written; empty where there is no file (which is no fault) or it cannot be read."""
    return {name: _read(folder / f"{name}.yaml", picture_file(name), table, evidence, faults) for name in PICTURES}


def _read(path: Path, picture: PictureFile, table: SignTable, evidence: Evidence, faults: Faults) -> Data:
    faults = faults.of(path)
    data = read_yaml(path, faults) if path.is_file() else Data()
    if data.value:
        with_signs(data, table, faults)
        picture.check(data, evidence, faults)
        check_entries(data, evidence, faults)
    return data
