"""The document about access says what the program says."""

from __future__ import annotations

from tools import accessibility


def test_the_document_is_made_of_the_same_rows() -> None:
    written = accessibility.TARGET.read_text(encoding="utf-8")
    assert written == accessibility.document(), "python tools/accessibility.py"
