"""Dialogs that ask for a file. Each opens and returns at once; what is chosen comes to the slot given."""

from __future__ import annotations

import os
from collections.abc import Callable

from PySide6.QtCore import QDir, QSettings, QSize, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from tpe_guide.diary.exchange import SUFFIX
from tpe_guide.i18n import _
from tpe_guide.ui.kit.theme import CHROME_LIMIT, Theme

_SIZE = (652, 436)
"""px at 100 %."""
_ROOMY, _SMALL_LIMIT = 720, 1.25
"""px: over a narrower window its letters grow by that factor at most, or it would be wider than the window."""


def open_diary_files(window: QWidget, theme: Theme, chosen: Callable[[list[str]], None]) -> QFileDialog:
    """Ask which diary files to read; *chosen* is a bound method of something that outlives the dialog."""
    dialog = _dialog(window, theme, _("Open diary files"))
    dialog.filesSelected.connect(chosen)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilters([_("Diary files (*{suffix} *.pdf)").format(suffix=SUFFIX), _("All files (*)")])
    dialog.open()
    return dialog


def choose_folder(window: QWidget, theme: Theme, title: str, chosen: Callable[[str], None]) -> QFileDialog:
    """Ask for a folder; the same of *chosen*."""
    dialog = _dialog(window, theme, title, chosen)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.open()
    return dialog


def save_pdf_file(window: QWidget, theme: Theme, name: str, chosen: Callable[[str], None]) -> QFileDialog:
    """Ask where to save a PDF called *name* unless the person says otherwise."""
    return _save(window, theme, _("Save as PDF"), name, _("PDF files (*.pdf)"), chosen)


def save_epub_file(window: QWidget, theme: Theme, name: str, chosen: Callable[[str], None]) -> QFileDialog:
    """The same for an EPUB."""
    return _save(window, theme, _("Save as EPUB"), name, _("EPUB files (*.epub)"), chosen)


def open_file(window: QWidget, theme: Theme, title: str, filters: list[str], chosen: Callable[[str], None]) -> None:
    """Ask which file to read, of those that *filters* show first."""
    dialog = _dialog(window, theme, title, chosen)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters([*filters, _("All files (*)")])
    dialog.open()


def save_file(window: QWidget, theme: Theme, title: str, name: str, chosen: Callable[[str], None]) -> None:
    """Ask where to save what is called *name* unless the person says otherwise."""
    dialog = _dialog(window, theme, title, chosen)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setNameFilters([_("All files (*)")])
    dialog.selectFile(name)
    dialog.open()


def _save(
    window: QWidget, theme: Theme, title: str, name: str, kind: str, chosen: Callable[[str], None]
) -> QFileDialog:
    """Of one *kind*, whose names end as *name* does."""
    dialog = _dialog(window, theme, title, chosen)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setNameFilters([kind])
    dialog.setDefaultSuffix(name.rpartition(".")[2])
    dialog.selectFile(name)
    dialog.open()
    return dialog


def _dialog(window: QWidget, theme: Theme, title: str, chosen: Callable[[str], None] | None = None) -> QFileDialog:
    # Qt writes the folder that was looked into, maybe a patient’s, into a file of its own; nothing can be there.
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)
    dialog = QFileDialog(window, title, _start())
    dialog.setObjectName("file-dialog")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setPalette(theme.palette)
    look = theme._replace(limit=min(theme.limit, CHROME_LIMIT if window.width() >= _ROOMY else _SMALL_LIMIT))
    dialog.setFont(look.font("body"))
    dialog.resize(QSize(look.px(_SIZE[0]), look.px(_SIZE[1])).boundedTo(window.size()))
    if chosen is not None:
        dialog.fileSelected.connect(chosen)
    return dialog


def _start() -> str:
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return documents if os.path.isdir(documents) else QDir.homePath()  # noqa: PTH112 - Path.is_dir may raise
