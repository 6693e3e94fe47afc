"""Read the guide by ear: chapters and paths, their pages, and each page sentence by sentence."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from tpe_guide.errors import TpeGuideError
from tpe_guide.eyes_rest.machine import EyesRest, Row, Stop
from tpe_guide.eyes_rest.world import World
from tpe_guide.guide.depth import blocks_at, spans_in
from tpe_guide.guide.model import Chapter, Term, Walk
from tpe_guide.i18n import _, _n
from tpe_guide.wording import describe


class GuideStop(Stop):
    """Where one stopped; the paths; the pictures; the chapters. *ways* lead to what is no page, by its place."""

    def __init__(self, rest: EyesRest, world: World, ways: Mapping[str, Callable[[], None]]) -> None:
        super().__init__(rest, _("Read the guide"), "")
        self._world, self._ways = world, ways

    def rows(self) -> Sequence[Row]:
        """A way into it each."""
        library = self._world.reading.library
        rows = []
        page, place = self._world.reading.last
        if page in library.order:
            words = _("Go on where you stopped: {page}.").format(page=library.page_title(page))
            rows.append(Row(words, partial(self._read, page, place)))
        for walk in library.walks.values():
            words = _("A path: {title}.").format(title=walk.title)
            rows.append(Row(words, partial(self._walk, walk)))
        rows.append(Row(_("What the pictures show."), self._ways.get("pictures")))
        rows.append(Row(_("All words, with what they mean."), self._words))
        for number, chapter in enumerate(library.chapters, start=1):
            words = _("Chapter {number}: {title}.").format(number=number, title=chapter.title)
            rows.append(Row(words, partial(self._chapter, chapter)))
        return rows

    def _words(self) -> None:
        self.rest.enter(WordsStop(self.rest, _("All words"), self._world.reading.library.terms))

    def _read(self, page: str, place: str) -> None:
        self.rest.enter(PageStop(self.rest, self._world, page, place))

    def _walk(self, walk: Walk) -> None:
        self.rest.enter(WalkStop(self.rest, self._world, walk, self._ways))

    def _chapter(self, chapter: Chapter) -> None:
        self.rest.enter(PagesStop(self.rest, self._world, chapter))


class PagesStop(Stop):
    """The pages of a chapter."""

    def __init__(self, rest: EyesRest, world: World, chapter: Chapter) -> None:
        super().__init__(rest, chapter.title, f"{chapter.title}.")
        self._world, self._chapter = world, chapter

    def rows(self) -> Sequence[Row]:
        """A page each."""
        library = self._world.reading.library
        return [Row(library.page_title(page), partial(self._read, page)) for page in self._chapter.pages]

    def _read(self, page: str) -> None:
        self.rest.enter(PageStop(self.rest, self._world, page))


class WalkStop(Stop):
    """The steps of a path."""

    def __init__(self, rest: EyesRest, world: World, walk: Walk, ways: Mapping[str, Callable[[], None]]) -> None:
        super().__init__(rest, walk.title, " ".join(filter(None, (f"{walk.title}. {walk.line}", walk.note))))
        self._world, self._walk, self._ways = world, walk, ways

    def rows(self) -> Sequence[Row]:
        """A step each."""
        return [
            Row(
                f"{step.title}. {step.line}",
                partial(self._read, step.page) if step.place == "page" else self._ways.get(step.place),
            )
            for step in self._walk.steps
        ]

    def _read(self, page: str) -> None:
        self.rest.enter(PageStop(self.rest, self._world, page))


class PageStop(Stop):
    """A page. Choose has it read on by itself, and stops that; next and back go by sentences."""

    counts = False
    is_round = False

    def __init__(self, rest: EyesRest, world: World, page: str, place: str = "") -> None:
        library = world.reading.library
        super().__init__(rest, library.page_title(page), "")
        self._world, self._page = world, page
        self._sentences = world.reading.sentences(page)
        self.reads_on = False
        starts = (at for at, sentence in enumerate(self._sentences) if place and sentence.place == place)
        self.at = next(starts, 0)
        count = len(self._sentences)
        words = _n("A page of {count} sentence.", "A page of {count} sentences.", count).format(count=count)
        self.lead = _("{words} Choose to have it read to you.").format(words=words)

    def rows(self) -> Sequence[Row]:
        """A sentence each; at the end the way on."""
        rows = [Row(sentence.words, self._press) for sentence in self._sentences]
        after = self._world.reading.library.neighbours(self._page)[1]
        if after is None:
            return (*rows, Row(_("The end of the guide.")))
        words = _("The end of this page. Choose to go on: {page}.")
        title = self._world.reading.library.page_title(after)
        return (*rows, Row(words.format(page=title), partial(self._turn, after)))

    def more(self) -> Sequence[Row]:
        """Where one is on it, and its headings."""
        count = len(self._sentences)
        at = min(self.at + 1, count)
        rows = [Row(_("You are at sentence {number} of {count}.").format(number=at, count=count))]
        if any(sentence.is_heading for sentence in self._sentences):
            rows.append(Row(_("The headings of this page."), self._hear_headings))
        question = self._world.reading.library.page(self._page).question
        if question:
            words = _("Add to my questions: “{question}”").format(question=question)
            rows.append(Row(words, partial(self._add, question)))
        if self._terms():
            rows.append(Row(_("Words on this page, with what they mean."), self._hear_words))
        return rows

    def moved(self) -> None:
        """By hand: it waits at that sentence."""
        self.reads_on = False
        self._mark()

    def pause(self) -> None:
        """It waits at the sentence that was said."""
        self.moved()

    def ended(self) -> None:
        """Read on."""
        if not self.reads_on:
            return
        if self.at < len(self._sentences):
            self.at += 1
        self._mark()
        if self.at >= len(self._sentences):
            self.reads_on = False
        self.rest.tell("")

    def go_to(self, at: int) -> None:
        """The sentence number *at* is next."""
        self.at = at
        self.moved()

    def left(self) -> str:
        """It waits where it is."""
        self.reads_on = False
        return ""

    def _press(self) -> None:
        if self.reads_on:
            self.reads_on = False
            self.rest.tell_only(_("It waits."))
        elif not self._world.choices.can_read_on:
            self.rest.tell(_("Your screen reader speaks, so press next for each sentence."))
        else:
            self.reads_on = True
            self._mark()
            self.rest.tell("")

    def _turn(self, page: str) -> None:
        self.rest.replace(PageStop(self.rest, self._world, page))

    def _hear_headings(self) -> None:
        self.rest.stops.pop()  # the help
        self.rest.enter(HeadingsStop(self.rest, self, self._sentence_heads()))

    def _add(self, question: str) -> None:
        try:
            is_kept = self._world.add_question(question)
        except TpeGuideError as error:
            self.rest.tell(describe(error))
            return
        waits = _("It waits until your diary is open. Close the guide before, and it is gone.")
        self.rest.close(_("It is in your questions.") if is_kept else waits)

    def _hear_words(self) -> None:
        self.rest.stops.pop()
        self.rest.enter(WordsStop(self.rest, _("Words on this page"), self._terms()))

    def _terms(self) -> list[Term]:
        """Those that are explained where they stand."""
        reading = self._world.reading
        page = reading.library.page(self._page)
        shown = (page.in_short, blocks_at(page, reading.depth), page.action)
        marked = dict.fromkeys(span.target for span in spans_in(shown) if span.kind == "word")
        return [reading.library.term(name) for name in marked]

    def _sentence_heads(self) -> list[tuple[int, str]]:
        return [(at, sentence.words) for at, sentence in enumerate(self._sentences) if sentence.is_heading]

    def _mark(self) -> None:
        reading = self._world.reading
        if self.at < len(self._sentences):
            reading.mark_here(self._page, self._sentences[self.at].place)
        else:
            reading.mark_read(self._page)


class WordsStop(Stop):
    """Words, and what they mean."""

    def __init__(self, rest: EyesRest, title: str, terms: Sequence[Term]) -> None:
        super().__init__(rest, title, f"{title}.")
        self._terms = terms

    def rows(self) -> Sequence[Row]:
        """One each."""
        return [Row(f"{term.word}: {term.meaning}") for term in self._terms]


class HeadingsStop(Stop):
    """The headings of a page."""

    def __init__(self, rest: EyesRest, page: PageStop, heads: Sequence[tuple[int, str]]) -> None:
        super().__init__(rest, _("The headings of this page"), _("Headings of this page."))
        self._stop, self._heads = page, heads

    def rows(self) -> Sequence[Row]:
        """One each, with the way there."""
        return [Row(words, partial(self._go, at)) for at, words in self._heads]

    def _go(self, at: int) -> None:
        self._stop.go_to(at)
        self.rest.close()
