"""Pictures kept to guard against accident: what is painted today looks as it did."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

GOLDEN = Path(__file__).parents[1] / "golden"


def assert_as_before(image: QImage, name: str) -> None:
    """*image* looks like ``tests/golden/<name>.png``. To renew that on purpose: delete it, run twice, look at it."""
    path = GOLDEN / f"{name}.png"
    if not path.exists():
        image.save(str(path))
        pytest.fail(f"there was no {path.name}: look at the new one, then run again")
    assert _difference(image, QImage(str(path))) < 1.0


def _difference(one: QImage, two: QImage) -> float:
    """Of a colour's 255, mean over the picture."""
    assert one.size() == two.size()
    one, two = (image.convertToFormat(QImage.Format.Format_RGB888) for image in (one, two))
    first, second = bytes(one.constBits()), bytes(two.constBits())
    return sum(abs(a - b) for a, b in zip(first, second, strict=True)) / len(first)
