"""Those who say whether what the program writes is right: none of them is ours."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
JUDGES = ROOT / "tools" / "judges"
THEIR_HOME = ROOT / ".venv" / "judges"
"""Where ``make proofs`` puts what those stand on that are no Python."""


def faults_by_python(bundle: Mapping[str, Any]) -> list[str]:
    """What fhir.resources has against *bundle*; R4B, of which the resources in use are those of R4."""
    from fhir.resources.R4B.bundle import Bundle
    from pydantic import ValidationError

    try:
        Bundle.model_validate(bundle)
    except ValidationError as refusal:
        return [f"{fault['loc']}: {fault['msg']}" for fault in refusal.errors()]
    return []


def faults_by_node(bundle: bytes) -> list[str]:
    """What the official JSON schema of R4 and a validator that knows value sets have against *bundle*."""
    return _faults("fhir.js", bundle)


def faults_of_html(page: bytes) -> list[str]:
    """What the standard, and what is known to shut people out, has against the HTML *page*."""
    return _faults("html.js", page)


def what_node_lacks(least: int = 18) -> str:
    """Why those that are no Python, and need node *least*, cannot be asked here; empty where they can."""
    if shutil.which("node") is None:
        return "node is not here: make proofs installs it"
    version = subprocess.run(["node", "--version"], capture_output=True, text=True, check=True).stdout
    if int(version.strip().lstrip("v").partition(".")[0]) < least:
        return f"node {version.strip()} is here, and {least} is needed"
    if not (THEIR_HOME / "node_modules").is_dir():
        return "the judges are not installed: make proofs does it"
    return ""


def as_json(bundle: bytes) -> dict[str, Any]:
    """*bundle* as anybody else reads it."""
    read: dict[str, Any] = json.loads(bundle)
    return read


def _faults(judge: str, data: bytes) -> list[str]:
    command = ["node", str(JUDGES / judge), str(THEIR_HOME)]
    return subprocess.run(command, input=data, capture_output=True, check=True).stdout.decode().splitlines()
