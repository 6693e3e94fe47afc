"""What a Linux desktop is told: which files are ours, and how to open the guide with and without one."""

from __future__ import annotations

import configparser
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from tpe_guide.arguments import parser, with_command
from tpe_guide.diary.exchange import SUFFIX

LINUX = Path(__file__).resolve().parents[2] / "packaging" / "linux"
SPACE = "{http://www.freedesktop.org/standards/shared-mime-info}"


@pytest.fixture(scope="module")
def entry() -> configparser.SectionProxy:
    desktop = configparser.ConfigParser(interpolation=None)
    desktop.optionxform = str  # type: ignore[method-assign, assignment]
    desktop.read(LINUX / "tpe-guide.desktop", encoding="utf-8")
    return desktop["Desktop Entry"]


def asked(entry: configparser.SectionProxy, *files: str) -> tuple[str, list[Path]]:
    """The command that a desktop starts with *files*, and the files that it is given."""
    program, *arguments = entry["Exec"].split()
    assert program == "tpe-guide"
    given = [word for each in arguments for word in (files if each == "%F" else (each,))]
    args = parser().parse_args(with_command(given))
    return args.command, getattr(args, "files", [])


def test_a_double_click_opens_the_file_and_the_icon_alone_the_guide(entry: configparser.SectionProxy) -> None:
    assert asked(entry) == ("", [])
    files = ["/media/my stick/anna.tpediary.json", "/media/my stick/bert (1).json"]
    assert asked(entry, *files) == ("open", [Path(file) for file in files])


def test_the_files_are_those_that_the_guide_writes(entry: configparser.SectionProxy) -> None:
    (kind,) = ET.parse(LINUX / "tpe-guide.xml").getroot().findall(f"{SPACE}mime-type")
    (glob,) = kind.findall(f"{SPACE}glob")
    assert glob.get("pattern") == f"*{SUFFIX}"
    assert entry["MimeType"] == f"{kind.get('type')};"
    (parent,) = kind.findall(f"{SPACE}sub-class-of")
    assert parent.get("type") == "application/json"
