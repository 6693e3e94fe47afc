"""Those who say whether a bundle is right: none of them is ours."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from fhir.resources.R4B.bundle import Bundle
from pydantic import ValidationError

ROOT = Path(__file__).resolve().parents[2]
PROOF = ROOT / "tools" / "fhir_proof"
NODE_FOLDER = ROOT / ".venv" / "fhir_proof"
"""Where ``make proofs`` puts what the second judge stands on."""


def faults_by_python(bundle: Mapping[str, Any]) -> list[str]:
    """What fhir.resources has against *bundle*; R4B, of which the resources in use are those of R4."""
    try:
        Bundle.model_validate(bundle)
    except ValidationError as refusal:
        return [f"{fault['loc']}: {fault['msg']}" for fault in refusal.errors()]
    return []


def faults_by_node(bundle: bytes) -> list[str]:
    """What the official JSON schema of R4 and a validator that knows value sets have against *bundle*."""
    command = ["node", str(PROOF / "judge.js"), str(NODE_FOLDER)]
    return subprocess.run(command, input=bundle, capture_output=True, check=True).stdout.decode().splitlines()


def what_node_lacks() -> str:
    """Why the second judge cannot be asked here; empty where it can."""
    if shutil.which("node") is None:
        return "node is not here: make proofs installs it"
    if not (NODE_FOLDER / "node_modules").is_dir():
        return "the second judge is not installed: make proofs does it"
    return ""


def as_json(bundle: bytes) -> dict[str, Any]:
    """*bundle* as anybody else reads it."""
    read: dict[str, Any] = json.loads(bundle)
    return read
