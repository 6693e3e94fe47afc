"""The dots of a picture."""

from __future__ import annotations

from typing import cast

from PySide6.QtGui import QImage


def scan_line(image: QImage, row: int) -> bytes:
    """One row of *image*, as it lies in memory: Qt for Python calls that an object, and it is a memoryview."""
    return bytes(cast(memoryview, image.constScanLine(row)))
