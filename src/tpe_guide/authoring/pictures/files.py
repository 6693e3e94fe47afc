"""The pictures of the guide: each has a file of words (``<name>.yaml``), a place in the program and a kind of link."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Protocol

from tpe_guide.authoring.evidence import Evidence
from tpe_guide.authoring.fault import Faults
from tpe_guide.authoring.pictures import access, circuit, comparison, feelings, odds, rehearsal
from tpe_guide.authoring.pictures.entries import check_entries
from tpe_guide.authoring.source import Data, read_yaml


class PictureFile(Protocol):
    """A module that knows what the words of one picture must hold."""

    NAME: str

    def check(self, data: Data, evidence: Evidence, faults: Faults) -> None:
        """Note what is missing or of the wrong kind."""

    def targets(self, data: Data) -> Collection[str]:
        """Where a link to the picture may lead, besides ``start``."""


PICTURES: dict[str, PictureFile] = {
    module.NAME: module for module in (access, circuit, comparison, feelings, odds, rehearsal)
}
"""By the name of their file."""


def read_pictures(folder: Path, evidence: Evidence, faults: Faults) -> dict[str, Data]:
    """The words of each picture, as written; empty where there is no file (which is no fault) or it cannot be read."""
    return {name: _read(folder / f"{name}.yaml", picture, evidence, faults) for name, picture in PICTURES.items()}


def _read(path: Path, picture: PictureFile, evidence: Evidence, faults: Faults) -> Data:
    faults = faults.of(path)
    data = read_yaml(path, faults) if path.is_file() else Data()
    if data.value:
        picture.check(data, evidence, faults)
        check_entries(data, evidence, faults)
    return data
