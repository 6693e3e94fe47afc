"""Explains what is pressed in a page, in place: a word, the sources of a sentence or a stretch, a unit's own words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from tpe_guide.guide.depth import Depth, sources_at
from tpe_guide.guide.library import Library
from tpe_guide.guide.model import Source
from tpe_guide.i18n import _
from tpe_guide.ui.guide.help_card import HelpCard
from tpe_guide.ui.guide.word_card import WordCard
from tpe_guide.ui.kit.speaker import Speaker
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.reading.documents import sources_of
from tpe_guide.ui.reading.inset import Inset
from tpe_guide.ui.reading.link import Link
from tpe_guide.ui.reading.reading_view import ReadingView

_BELOW = 12
"""px at 100 % below the card."""
_AHEAD_MS = 20
"""After a page is shown, or a card was opened: until the next one is made, while nobody waits for it."""


class Explainer(QObject):
    """Opens one card at a time in the text of *view*; the second press on the same words closes it."""

    words_wanted = Signal(str)
    """The list of all words, at this one."""

    def __init__(
        self, theme: Theme, library: Library, view: ReadingView, speaker: Callable[[], Speaker], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._library = library
        self._view = view
        self._speaker = speaker
        self._index = -1
        self._by_keys = False
        self._spare: Inset | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_AHEAD_MS)
        self._soon.timeout.connect(self._make_spare)
        self._soon.start()

    @property
    def is_open(self) -> bool:
        """Something is explained just now."""
        return self._view.within is not None

    def press(self, index: int, page_id: str, depth: Depth) -> None:
        """Explain the link *index* of *page_id*, shown at *depth*; what is explained already is put away."""
        if self.is_open and index == self._view.opened_link:
            self.close()
            return
        self._by_keys = self._view.focused_link == index
        self._index = index
        link = self._view.links[index]
        inset = self._word(link.target) if link.kind == "word" else self._set(self._card_for(link, page_id, depth))
        card = cast(HelpCard, inset.content)
        self._view.open_below(index, inset)
        card.point_at(self._view.pointer_of(index))
        card.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
        card.announce()

    def close(self) -> None:
        """Put away what is explained, and give the keyboard back to the words that it was about."""
        if self.is_open:
            self._view.close_opening()
            if self._by_keys:
                self._view.focus_link(self._index)
            else:
                self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on(self, forwards: bool) -> None:
        """Tab leads on to the next link of the text, Shift+Tab back to the words that are explained."""
        self._view.go_on_from(self._index, forwards=forwards)

    def _card_for(self, link: Link, page_id: str, depth: Depth) -> HelpCard:
        library, theme = self._library, self._theme
        match link:
            case Link("cite", facts):
                return HelpCard(
                    theme, _("Where this comes from"), "", _listed(sources_of(library.page(page_id), facts))
                )
            case Link("sources", part):
                found = dict(sources_at(library.page(page_id), depth))
                return HelpCard(theme, _("Where this comes from"), "", _listed(found[part]))  # type: ignore[index]
            case Link(_kind, slot):
                own = _("These are your unit’s own words. They do not come from the sources of this guide.")
                return HelpCard(theme, _("From your unit"), library.slots[slot].what, [own])

    def _word(self, term_id: str) -> Inset:
        """What a word of the glossary means: on the card that was made ahead, if it was."""
        self._make_spare()
        inset, self._spare = cast(Inset, self._spare), None
        self._soon.start()
        cast(WordCard, inset.content).explain(self._library.term(term_id))
        return inset

    def _make_spare(self) -> None:
        if self._spare is None:
            card = WordCard(self._theme, self._speaker)
            card.words_wanted.connect(self.words_wanted)
            card.ensurePolished()
            self._spare = self._set(card)
            self._spare.setParent(self._view.viewport())
            if self._view.page_shown is not None:
                self._spare.height_in(round(self._view.page_shown.column_width))  # what other words do not change

    def _set(self, card: HelpCard) -> Inset:
        """*card*, as it can stand in the text."""
        card.closed.connect(self.close)
        card.left.connect(self._go_on)
        return Inset(self._theme, card, below=self._theme.px(_BELOW))


def _listed(sources: Sequence[Source]) -> list[str]:
    return [_("[{number}] {source}").format(number=source.number, source=source.text) for source in sources]
