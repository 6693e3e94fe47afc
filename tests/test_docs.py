"""The documents a newcomer reads first: their links lead somewhere, and what they promise is there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tpe_guide import __version__

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = (
    "README.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "SECURITY.md",
    "content/README.md",
    "docs/ACCESSIBILITY.md",
    "docs/fhir.md",
    "docs/clinic-pack.md",
    "docs/kiosk.md",
)


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_and_pictures_are_there(name: str) -> None:
    # The page format's own `page:` and `word:` links stand in code, as examples.
    prose = re.sub(r"```.*?```|`[^`]*`", "", read(name), flags=re.S)
    targets = re.findall(r"\]\(([^)\s]+)\)", prose)
    local = [target.partition("#")[0] for target in targets if "://" not in target]
    assert not [each for each in local if each and not (ROOT / name).parent.joinpath(each).exists()]


def test_places_within_the_readme_exist() -> None:
    headings = re.findall(r"^##+ (.+)$", read("README.md"), re.M)
    anchors = {re.sub(r"[^a-z0-9 -]", "", heading.lower()).replace(" ", "-") for heading in headings}
    assert set(re.findall(r"\]\(#([^)]+)\)", read("README.md"))) <= anchors


def test_everyone_finds_themselves_in_the_first_thirty_lines() -> None:
    start = "\n".join(read("README.md").splitlines()[:30])
    for who in ("patient", "nurse", "engineer", "make run", "make test", "not a medical device", "docs/pictures/"):
        assert who in start


def test_each_make_target_that_a_document_names_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", read("Makefile"), re.M))
    named = {name for document in DOCUMENTS for name in re.findall(r"`?make ([a-z-]+)", read(document))}
    commands = named & {"run", "test", "lint", "check", "tour", "bench", "bundle", "lock", "proofs"}
    assert commands
    assert commands <= targets


def test_each_command_that_the_readme_names_exists() -> None:
    from tpe_guide.cli import main

    for command in set(re.findall(r"tpe-guide (summary|kiosk|selftest|doctor|tour)\b", read("README.md"))):
        assert main([command, "--help"]) == 0


def test_the_change_log_knows_this_version() -> None:
    assert f"## [{__version__}]" in read("CHANGELOG.md")


def test_architecture_and_contributing_are_one_page_each() -> None:
    assert len(read("ARCHITECTURE.md").splitlines()) <= 65
    assert len(read("CONTRIBUTING.md").splitlines()) <= 65


def test_each_file_and_folder_that_contributing_names_is_there() -> None:
    made_up = ("kettle", "odt", "/fr", "out/")
    named = set(re.findall(r"`((?:[a-z_]+/)+(?:[a-z_]+\.[a-z]+)?)`", read("CONTRIBUTING.md")))
    places = (ROOT, ROOT / "src" / "tpe_guide")
    missing = [each for each in named if not any((place / each).exists() for place in places)]
    assert named
    assert [each for each in missing if not any(word in each for word in made_up)] == []


def test_what_security_promises_is_what_the_code_does(costly_passcodes: None) -> None:
    """Numbers and names in SECURITY.md, held against the modules that they are about."""
    from tpe_guide import app
    from tpe_guide.diary import folder, keys
    from tpe_guide.guide import clinic_file
    from tpe_guide.ui.guide.reading_state import READ_PAGES_FILE

    words = read("SECURITY.md")
    costs: dict[str, Any] = keys._ARGON2ID
    said = f"({costs['time_cost']} passes, {costs['memory_kib'] // 1024} MiB, {costs['parallelism']} lanes)"
    assert f"Argon2id {said}" in words
    assert f"a passcode of {keys.PASSCODE_LEAST} letters or more" in words
    assert f"with {keys.KEY_BYTES} random bytes as the key" in words
    named = {folder.STORE, folder.KEY, app.SETTINGS_FILE, READ_PAGES_FILE, clinic_file.FILE}
    assert not [name for name in named if f"`{name}`" not in words]
