"""What a word of the glossary means, said aloud where there is a voice, and the way to all words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tpe_guide.guide.model import Term
from tpe_guide.guide.word_list import as_heading
from tpe_guide.i18n import _
from tpe_guide.ui.guide.help_card import HelpCard
from tpe_guide.ui.kit.button import Button
from tpe_guide.ui.kit.say_button import SayButton
from tpe_guide.ui.kit.speaker import Speaker
from tpe_guide.ui.kit.theme import Theme


class WordCard(HelpCard):
    """Can be made while nobody waits for it: which word it explains is said when it is opened."""

    words_wanted = Signal(str)
    """The list of all words, at this one."""

    def __init__(self, theme: Theme, speaker: Callable[[], Speaker], parent: QWidget | None = None) -> None:
        words = Button(theme, _("All words"), "text", icon="book-a", size="fine", padding=6)
        words.setObjectName("all-words")
        super().__init__(theme, _("Word help"), " ", [" "], [words], parent)
        self._speaker = speaker
        self._term_id = ""
        words.clicked.connect(self._want_words)

    def explain(self, term: Term) -> None:
        """Say what *term* means. Only now is there something that a voice could say."""
        word, speaker = as_heading(term.word), self._speaker()
        self._term_id = term.id
        self.say(word, [term.meaning])
        say = SayButton(self._theme, speaker, word, f"{word}. {term.meaning}")
        self.put_first(say)
        speaker.look()
        say.follow()

    def _want_words(self) -> None:
        self.words_wanted.emit(self._term_id)
