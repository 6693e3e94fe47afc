"""The ways out of the program, closed: dialogs of the system answer by themselves, and there is no printer."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QFileDialog


def close_doors(folder: Path, random: Random) -> None:
    """Have each file dialog answer with a file in *folder*, or be cancelled."""
    files = folder / "files"
    files.mkdir()
    (files / "broken.json").write_text("{", encoding="utf-8")
    (files / "empty.tpediary.json").write_text("", encoding="utf-8")
    demo = Path("examples/demo.tpediary.json")
    if demo.is_file():
        (files / "demo.tpediary.json").write_bytes(demo.read_bytes())

    def answer(dialog: QFileDialog) -> None:
        chosen: Any = None
        if random.random() < 0.8:
            opening = dialog.fileMode() == QFileDialog.FileMode.ExistingFile
            chosen = random.choice(sorted(files.iterdir())) if opening else folder / f"page-{random.randrange(3)}.pdf"

        def close() -> None:
            if chosen is not None:
                dialog.fileSelected.emit(str(chosen))
            dialog.done(int(chosen is not None))
            dialog.deleteLater()

        QTimer.singleShot(0, dialog, close)

    QFileDialog.open = answer  # type: ignore[assignment, method-assign]
    QPrinterInfo.availablePrinterNames = staticmethod(list)  # type: ignore[assignment, method-assign]
    QPrinterInfo.defaultPrinterName = staticmethod(str)  # type: ignore[assignment, method-assign]
