"""A place for a speech server, and the waiting for what another thread does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.speech.ssip_server import SsipServer


@pytest.fixture
def socket_path(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where this test's server listens; short, as socket files must be."""
    with TemporaryDirectory(prefix="ssip-") as folder:
        path = Path(folder) / "speechd.sock"
        monkeypatch.setenv("SPEECHD_ADDRESS", f"unix_socket:{path}")
        yield path


@pytest.fixture
def server(socket_path: Path) -> Iterator[SsipServer]:
    """A server that runs."""
    with SsipServer(socket_path) as running:
        yield running
