"""A course before the present one, opened: read, printed, saved as a file. It stays as it was written."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tpe_guide.diary.catalogue import Catalogue
from tpe_guide.diary.exchange import SUFFIX
from tpe_guide.errors import TpeGuideError
from tpe_guide.i18n import _, _n
from tpe_guide.navigation import Locator
from tpe_guide.ui.diary.earlier.sessions_card import SessionsCard
from tpe_guide.ui.diary.overview.course_page import CoursePage
from tpe_guide.ui.diary.overview.state import OverviewState
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.label import Label
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.shell.file_dialogs import save_file
from tpe_guide.vocabulary.days import span_words


class EarlierPage(CoursePage):
    """The course of the id *course*. Nothing in it is changed here, but what was removed can be put back."""

    saved = Signal(str)
    """The file in which it is to be saved."""

    def __init__(
        self,
        theme: Theme,
        state: OverviewState,
        course: str,
        catalogue: Catalogue,
        say: Callable[[TpeGuideError], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, state, course, catalogue, say, parent)
        self._fill()
        self._area = self._set_up(self._body)
        self._arrange()

    def first_focus(self) -> QWidget:
        """Print, which is what it is opened for."""
        return self._primary

    def said(self) -> str:
        """How much is in it."""
        return self._counts.text()

    # --- its parts --------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        sessions = self._seen.sessions
        self._column.addWidget(self._course_head())
        self._fill_written(SessionsCard(self._theme, sessions, self._state.today) if sessions else None)
        self._fill_end()

    def _course_head(self) -> QWidget:
        theme, one = self._theme, next(one for one in self._seen.earlier if one.course.id == self._course)
        days = span_words(one.first, one.last) if one.first and one.last else _("An earlier course")
        done = _n("{count} session done", "{count} sessions done", one.sessions).format(count=one.sessions)
        written = _n("{count} entry", "{count} entries", one.entries).format(count=f"{one.entries:,}")
        said = _("{done}, {written}. It stays as you wrote it.").format(done=done, written=written)
        self._counts = Label(theme, said, "body", color="ink2")
        self._primary = self._to_print("primary", Locator("nurse", one.course.id))
        save = Button(theme, _("Save as a file…"), "secondary", icon="file-down", size="inner")
        save.setObjectName("save-course")
        save.clicked.connect(self._on_save)
        return self._head(_("My diary · earlier course"), days, [self._counts], [save, self._primary])

    # --- what is pressed --------------------------------------------------------------------------------------

    def _on_save(self) -> None:
        one = self._seen.sessions[0].day if self._seen.sessions else self._state.today
        name = f"{_('plasma-exchange')}-{one.isoformat()}{SUFFIX}"
        save_file(self.window(), self._theme, _("Save as a file"), name, self.saved.emit)
