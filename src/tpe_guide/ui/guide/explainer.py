"""Explains what is pressed in a page, in place: a word, the sources of a sentence or a stretch, a unit's own words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal

from tpe_guide.guide.depth import Depth, sources_at
from tpe_guide.guide.library import Library
from tpe_guide.guide.model import Source
from tpe_guide.guide.word_list import as_heading
from tpe_guide.i18n import _
from tpe_guide.ui.guide.help_card import HelpCard
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.say_button import SayButton
from tpe_guide.ui.kit.speaker import Speaker
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.reading.documents import sources_of
from tpe_guide.ui.reading.inset import Inset
from tpe_guide.ui.reading.link import Link
from tpe_guide.ui.reading.reading_view import ReadingView

_BELOW = 12
"""px at 100 % below the card."""


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
        self._card: HelpCard | None = None
        self._index = -1
        self._by_keys = False

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
        card = self._card = self._card_for(self._view.links[index], page_id, depth)
        card.closed.connect(self.close)
        card.left.connect(self._go_on)
        self._view.open_below(index, Inset(self._theme, card, below=self._theme.px(_BELOW)))
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
            case Link("word", term_id):
                return self._word(term_id)
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

    def _word(self, term_id: str) -> HelpCard:
        """What a glossary word means, said aloud where there is a voice, and the way to all words."""
        term, theme, speaker = self._library.term(term_id), self._theme, self._speaker()
        word = as_heading(term.word)
        say = SayButton(theme, speaker, word, f"{word}. {term.meaning}")
        words = Button(theme, _("All words"), "text", icon="book-a", size="fine", padding=6)
        words.setObjectName("all-words")
        words.setProperty("term", term_id)
        words.clicked.connect(self._want_words)
        card = HelpCard(theme, _("Word help"), word, [term.meaning], [say, words])
        speaker.look()
        say.follow()
        return card

    def _want_words(self) -> None:
        self.words_wanted.emit(self.sender().property("term"))


def _listed(sources: Sequence[Source]) -> list[str]:
    return [_("[{number}] {source}").format(number=source.number, source=source.text) for source in sources]
