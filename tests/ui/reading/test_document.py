"""Pages as documents: what stands on them, in which type, and that it fits."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter, QTextBlock, QTextTable

from tests.ui.sample_guide import AFTER, BEFORE, RICH, RICH_PAGE, SESSION_LENGTH, make_library, words
from tpe_guide.errors import NoSuchPage
from tpe_guide.guide.depth import Depth
from tpe_guide.guide.model import Page, Paragraph, Picture
from tpe_guide.ui.kit.theme import Theme, ThemeName
from tpe_guide.ui.reading.document import Anchor, Node, PageDocument, blocks_rect
from tpe_guide.ui.reading.documents import CAPACITY, PageDocuments, Setting, sources_of
from tpe_guide.ui.reading.figures import Axis, RangeBar
from tpe_guide.ui.reading.link import Link
from tpe_guide.ui.reading.measure import ASIDE, COLUMN, GUTTER, NARROW, TINY, WIDE, measure_for
from tpe_guide.ui.reading.pages import build_page

LIGHT = Theme()
SIZES = [(1100, 100), (720, 100), (480, 100), (1440, 200), (480, 200), (1440, 400), (480, 400), (360, 400)]


@pytest.fixture(autouse=True)
def _fonts(qapp: object) -> None:
    """Documents need the application and its fonts."""


def rich(width: int = 760, percent: int = 100, *, theme: ThemeName = "light", beside: bool = False) -> PageDocument:
    look = Theme(theme, percent)
    return build(RICH_PAGE, width, look, beside=beside)


def build(
    page: Page, width: int = 760, theme: Theme = LIGHT, *, beside: bool = False, depth: Depth = "full"
) -> PageDocument:
    measure = measure_for(width, theme, beside=beside)
    document = build_page(page, "Chapter 1 · Relapses", "0a1b2c3d", theme, measure, depth=depth)
    document.fit(width)
    document.lay_out()
    return document


def blocks(document: PageDocument) -> list[QTextBlock]:
    found, block = [], document.begin()
    while block.isValid():
        found.append(block)
        block = block.next()
    return found


def block_with(document: PageDocument, text: str) -> QTextBlock:
    return next(block for block in blocks(document) if block.text().startswith(text))


def nodes(document: PageDocument, role: str) -> list[Node]:
    def walk(level: list[Node]) -> list[Node]:
        return [found for node in level for found in (node, *walk(node.children))]

    return [node for node in walk(document.nodes) if node.role == role]


def outline(document: PageDocument) -> list[str]:
    return [f"{node.level} {node.name}" for node in nodes(document, "heading")]


def test_a_page_is_read_in_this_order() -> None:
    assert outline(rich()) == [
        "1 Why steroids may not be enough",
        "2 In short",
        "3 Sources differ",
        "3 What you can say",
        "2 More about this",
        "3 What the studies found",
        "3 Sources differ",
        "3 Good to know",
        "3 Call for help at once",
        "2 A larger heading",
        "2 One thing to do",
        "2 A question worth asking",
    ]


class TestNotes:
    """“Sources differ”: in the text, or beside the paragraph that it is written behind."""

    def test_they_stand_in_the_text_where_they_are_written(self) -> None:
        document = rich()
        note, before = block_with(document, "Sources differ"), block_with(document, "In some relapses")
        assert top_of(document, note) > top_of(document, before)
        assert left_of(document, note) < document.column_left + document.column_width

    def test_where_there_is_room_they_stand_beside_their_paragraph(self) -> None:
        document = rich(1390, beside=True)
        rect, __ = document.geometry.cards[1]
        assert document.column_width == COLUMN
        assert rect.left() == pytest.approx(document.column_left + COLUMN + GUTTER, abs=1)
        assert rect.width() == pytest.approx(ASIDE, abs=1)
        paragraph = block_with(document, "In some relapses")
        assert rect.top() == pytest.approx(top_of(document, paragraph), abs=24)

    def test_what_stands_in_the_text_then_stays_in_its_column(self) -> None:
        document = rich(1390, beside=True)
        right = document.column_left + document.column_width + 1
        notes = [rect for rect, __ in document.geometry.cards if rect.left() > right]
        assert len(notes) == 2
        for rect, __ in document.geometry.cards:
            assert rect in notes or rect.right() <= right
        for block in blocks(document):
            for line in lines_of(document, block):
                assert line.right() <= right or any(note.contains(line) for note in notes), block.text()

    def test_they_are_told_after_their_paragraph(self) -> None:
        names = [node.name for node in rich(1390, beside=True).nodes]
        paragraph = next(number for number, name in enumerate(names) if name.startswith("In some relapses"))
        assert names[paragraph + 1] == "Sources differ"

    def test_a_page_that_begins_with_one_shows_it(self) -> None:
        page = RICH_PAGE._replace(minute=(SESSION_LENGTH,), full=())
        assert "3 Sources differ" in outline(build(page, 1390, beside=True))


def lines_of(document: PageDocument, block: QTextBlock) -> list[QRectF]:
    origin = document.documentLayout().blockBoundingRect(block).topLeft()
    layout = block.layout()
    return [layout.lineAt(number).naturalTextRect().translated(origin) for number in range(layout.lineCount())]


def top_of(document: PageDocument, block: QTextBlock) -> float:
    return lines_of(document, block)[0].top()


def left_of(document: PageDocument, block: QTextBlock) -> float:
    return lines_of(document, block)[0].left()


def test_a_page_says_that_no_clinician_has_looked_at_it_and_which_guide_it_is_from() -> None:
    words = rich().toPlainText()
    assert "Not yet reviewed by a clinician. To be looked at again by 20 November 2027." in words
    assert "0a1b2c3d" in words


def test_a_reviewer_is_named() -> None:
    page = RICH_PAGE._replace(reviewed_by="Dr Example")
    assert "Reviewed by Dr Example." in build(page).toPlainText()


def test_headings_keep_their_level_in_the_text_itself() -> None:
    document = rich()
    assert block_with(document, "Why steroids").blockFormat().headingLevel() == 1
    assert block_with(document, "More about").blockFormat().headingLevel() == 2
    assert block_with(document, "Steroids calm").blockFormat().headingLevel() == 0


@pytest.mark.parametrize("percent", [100, 125, 200, 400])
def test_type_is_as_large_as_the_design_times_the_text_size(percent: int) -> None:
    document = rich(width=760 * percent // 100, percent=percent)
    assert block_with(document, "Why steroids").charFormat().font().pixelSize() == 40 * percent // 100
    assert block_with(document, "Steroids calm").charFormat().font().pixelSize() == 20 * percent // 100


@pytest.mark.parametrize(("width", "percent"), SIZES)
def test_nothing_reaches_beyond_the_view(width: int, percent: int) -> None:
    document = rich(width, percent)
    for block in blocks(document):
        origin = document.documentLayout().blockBoundingRect(block).topLeft()
        for number in range(block.layout().lineCount()):
            line = block.layout().lineAt(number).naturalTextRect().translated(origin)
            assert line.left() >= 0
            assert line.right() <= width, block.text()
    for rect, __ in document.geometry.cards:
        assert 0 <= rect.left() < rect.right() <= width


@pytest.mark.parametrize("percent", [100, 200])
def test_lines_are_no_longer_than_the_design_allows(percent: int) -> None:
    document = rich(3000, percent)
    assert document.column_width == COLUMN * percent // 100
    block = block_with(document, "In some relapses")
    lines = [block.layout().lineAt(number) for number in range(block.layout().lineCount())]
    assert len(lines) > 2
    assert all(line.naturalTextWidth() <= COLUMN * percent / 100 for line in lines)


def test_narrow_and_tiny_columns_are_set_smaller() -> None:
    assert measure_for(760, LIGHT) is WIDE
    assert measure_for(464, LIGHT) is NARROW
    assert measure_for(464, Theme("light", 400)) is TINY


def test_a_source_mark_leaves_the_lines_evenly_spaced() -> None:
    document = rich()
    block = block_with(document, "Steroids calm")
    tops = [block.layout().lineAt(number).y() for number in range(block.layout().lineCount())]
    assert len(tops) >= 2
    assert {round(low - high) for high, low in pairwise(tops)} == {31}


def test_links_lead_to_words_pages_and_sources() -> None:
    document = rich()
    text = document.toPlainText()
    found = {(text[anchor.start : anchor.end], anchor.link) for anchor in document.anchors}
    assert ("antibodies", Link("word", "antibody")) in found
    assert ("who plasma exchange helps", Link("page", AFTER)) in found
    assert ("[1, 2]", Link("cite", "S1-01 S1-02")) in found


def test_a_source_mark_never_stands_alone_on_a_line() -> None:
    document = rich()
    mark = next(anchor for anchor in document.anchors if anchor.link.kind == "cite")
    assert document.characterAt(mark.start - 1) == "\N{NO-BREAK SPACE}"
    assert document.characterAt(mark.start - 2) == "."


def test_linked_words_are_underlined_and_source_marks_are_not() -> None:
    document = rich()
    underlined = sum(len(rects) for anchor, rects in _anchors(document) if anchor.link.kind not in ("cite", "sources"))
    assert len(document.geometry.underlines) == underlined
    assert sum(line.dotted for line in document.geometry.underlines) == 1


def _anchors(document: PageDocument) -> list[tuple[Anchor, list[QRectF]]]:
    return list(zip(document.anchors, document.geometry.links, strict=True))


def test_every_word_of_a_card_lies_on_its_card_and_no_card_on_another() -> None:
    document = rich()
    rects = [rect for rect, __ in document.geometry.cards]
    for card, rect in zip(document.cards, rects, strict=True):
        inside = blocks_rect(document, card.frame.firstPosition(), card.frame.lastPosition())
        assert rect.contains(inside)
    for above, below in pairwise(rects):
        assert above.bottom() < below.top()


def test_a_table_is_a_table_where_there_is_room() -> None:
    document = rich(760)
    tables = [frame for frame in document.rootFrame().childFrames() if isinstance(frame, QTextTable)]
    assert [(table.rows(), table.columns()) for table in tables] == [(3, 3)]
    assert tables[0].format().toTableFormat().headerRowCount() == 1
    assert [node.name for node in nodes(document, "header")] == ["Question", "Steroids", "Plasma exchange"]


def test_a_table_too_wide_for_the_column_is_read_row_by_row() -> None:
    document = rich(464)
    assert not [frame for frame in document.rootFrame().childFrames() if isinstance(frame, QTextTable)]
    assert "How long?\nSteroids: 3 to 5 days\nPlasma exchange: 5 to 7 sessions" in document.toPlainText()


def test_a_picture_fills_the_column_and_says_what_it_shows() -> None:
    document = rich()
    picture = next(node for node in nodes(document, "picture") if node.name.startswith("A glass."))
    assert blocks_rect(document, picture.start, picture.end).width() == document.column_width == COLUMN


def test_a_picture_that_is_missing_is_told_in_words() -> None:
    page = RICH_PAGE._replace(full=(Picture("no-such-drawing", "A glass of blood."),))
    assert "A glass of blood." in build(page).toPlainText()


def test_a_long_word_is_broken_before_it_is_cut_off() -> None:
    page = RICH_PAGE._replace(minute=(Paragraph(words("Immunoglobulinsubstitution" * 3)),))
    document = build(page, 360, Theme("light", 400))
    assert block_with(document, "Immuno").layout().lineCount() > 3


class TestSources:
    """Marks in the whole page only; at the end of each stretch of it, one press shows its sources."""

    @pytest.mark.parametrize("depth", ["facts", "minute"])
    def test_a_page_in_few_words_has_no_marks(self, depth: Depth) -> None:
        document = build(RICH_PAGE, depth=depth)
        assert not [anchor for anchor in document.anchors if anchor.link.kind == "cite"]
        assert "[1]" not in document.toPlainText()

    def test_the_whole_page_has_them(self) -> None:
        assert "[1, 2]" in rich().toPlainText()

    def test_each_stretch_ends_with_its_sources_each_counted_once(self) -> None:
        assert pills(build(RICH_PAGE, depth="facts")) == [("in_short", "Where this comes from (1)")]
        assert pills(build(RICH_PAGE, depth="minute")) == [("minute", "Where this comes from (3)")]
        assert pills(rich()) == [("minute", "Where this comes from (3)"), ("full", "Where this comes from (2)")]

    def test_a_page_without_sources_has_no_way_to_them(self) -> None:
        page = RICH_PAGE._replace(sources=())
        assert pills(build(page)) == []

    @pytest.mark.parametrize(("width", "percent"), SIZES)
    def test_the_whole_shape_is_pressed_and_stays_in_the_view(self, width: int, percent: int) -> None:
        document = rich(width, percent)
        for rect, pill in document.geometry.pills:
            assert document.geometry.links[pill.anchor] == [rect]
            assert rect.height() >= 52
            assert 0 <= rect.left() < rect.right() <= width


def pills(document: PageDocument) -> list[tuple[str, str]]:
    text, found = document.toPlainText(), [document.anchors[pill.anchor] for pill in document.pills]
    return [(anchor.link.target, text[anchor.start : anchor.end]) for anchor in found]


def test_a_source_mark_knows_its_sources() -> None:
    assert [source.number for source in sources_of(RICH_PAGE, "S1-01 S1-02")] == [1, 2]
    assert [source.number for source in sources_of(RICH_PAGE, "L-P02")] == [3]
    assert sources_of(RICH_PAGE, "no-such-fact") == []


class TestBars:
    """How long each source says, drawn on one scale."""

    axis = Axis(0, 4, "hours")

    def paint(self, low: float, high: float, number: int, theme: Theme = LIGHT, *, labels: bool = False) -> QImage:
        bar = RangeBar(theme, self.axis, low, high, number, labels=labels)
        size = bar.size(400)
        image = QImage(size.toSize(), QImage.Format.Format_RGB32)
        image.fill(theme.color("card"))
        painter = QPainter(image)
        bar.paint(painter, QRectF(0, 0, size.width(), size.height()))
        painter.end()
        return image

    def test_a_bar_reaches_from_its_low_to_its_high_end(self) -> None:
        image = self.paint(1, 2, 0)
        straw = LIGHT.color("straw").rgb()
        inked = [x for x in range(image.width()) if image.pixel(x, 12) == straw]
        assert 100 <= inked[0] <= 104
        assert 196 <= inked[-1] <= 200

    def test_each_source_has_a_pattern_of_its_own(self) -> None:
        pictures = [self.paint(1, 3, number) for number in range(6)]
        assert all(one != other for at, one in enumerate(pictures) for other in pictures[:at])

    @pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
    def test_a_single_value_is_still_seen(self, theme: ThemeName) -> None:
        look = Theme(theme)
        image = self.paint(2, 2, 1, look)
        ink = look.color("ink")
        inked = [x for x in range(180, 220) for y in range(image.height()) if _near(image.pixelColor(x, y), ink)]
        assert max(inked) - min(inked) >= 12

    def test_a_single_value_at_the_end_of_the_scale_is_not_cut_off(self) -> None:
        image = self.paint(4, 4, 0)
        straw = [x for x in range(400) if image.pixel(x, 12) == LIGHT.color("straw").rgb()]
        assert len(straw) >= 10
        assert QColor(image.pixel(max(straw) + 1, 12)) != LIGHT.color("card"), "its edge is cut off"

    def test_the_scale_stands_below_the_last_bar(self) -> None:
        assert self.paint(1, 2, 0, labels=True).height() > self.paint(1, 2, 0).height()

    @pytest.mark.parametrize(
        ("axis", "at_most", "ticks"),
        [
            (Axis(0, 4, "hours"), 6, [0, 1, 2, 3, 4]),
            (Axis(0, 4, "hours"), 2, [0, 2, 4]),
            (Axis(1, 14, "days"), 6, [5, 10]),
            (Axis(0, 1, ""), 5, [0, 0.2, 0.4, 0.6, 0.8, 1.0]),
            (Axis(0, 100, "people"), 1, [0, 100]),
        ],
    )
    def test_ticks_are_round_numbers_and_not_too_many(self, axis: Axis, at_most: int, ticks: list[float]) -> None:
        assert axis.ticks(at_most) == pytest.approx(ticks)

    def test_a_bar_says_in_words_what_it_shows(self) -> None:
        document = rich()
        bars = [node.name for node in nodes(document, "picture") if node.name.startswith("A bar")]
        assert bars == [
            "A bar: 1 to 2 hours, on a scale from 0 to 4 hours",
            "A bar: 2 to 4 hours, on a scale from 0 to 4 hours",
            "A bar: about 2 hours, on a scale from 0 to 4 hours",
        ]

    def test_where_there_is_no_scale_there_are_no_bars(self) -> None:
        page = RICH_PAGE._replace(full=(), minute=(SESSION_LENGTH._replace(axis_low=None),))
        assert not nodes(build(page), "picture")

    def test_bars_are_as_wide_as_the_card_inside(self) -> None:
        document = rich()
        card = document.geometry.cards[1][0]
        bar = next(node for node in nodes(document, "picture"))
        rect = blocks_rect(document, bar.start, bar.end)
        assert isinstance(document.figures[0].size(100), QSizeF)
        assert card.width() - rect.width() == pytest.approx(2 * WIDE.pad, abs=1)


def _rgb(color: QColor) -> tuple[int, int, int]:
    return color.red(), color.green(), color.blue()


def _near(one: QColor, other: QColor) -> bool:
    return all(abs(a - b) < 60 for a, b in zip(_rgb(one), _rgb(other), strict=True))


class TestKeptDocuments:
    """Documents are built once and kept for a while."""

    @pytest.fixture
    def documents(self) -> PageDocuments:
        return PageDocuments(make_library(), LIGHT)

    def test_a_page_is_built_once(self, documents: PageDocuments) -> None:
        assert documents.main(RICH, 760) is documents.main(RICH, 760)

    def test_another_width_lays_the_same_page_out_anew(self, documents: PageDocuments) -> None:
        wide = documents.main(RICH, 760)
        height = wide.height
        assert documents.main(RICH, 600) is wide
        assert wide.height > height

    def test_a_narrow_window_gets_a_page_of_its_own(self, documents: PageDocuments) -> None:
        wide = documents.main(RICH, 760)
        assert documents.main(RICH, 464) is not wide

    def test_with_and_without_what_stands_beside(self, documents: PageDocuments) -> None:
        assert documents.main(RICH, 1390) is not documents.main(RICH, 1390, Setting(beside=True))

    def test_without_a_rail_the_place_is_told_in_numbers(self, documents: PageDocuments) -> None:
        document = documents.main(RICH, 464, Setting(brief=True))
        assert document.toPlainText().startswith("Chapter 1, page 2 of 3")

    def test_the_place_in_the_guide_stands_above_the_title(self, documents: PageDocuments) -> None:
        document = documents.main(RICH, 760)
        assert document.toPlainText().startswith("Chapter 1 · Relapses and steroids\nWhy steroids")

    def test_a_new_look_builds_anew(self, documents: PageDocuments) -> None:
        before = documents.main(RICH, 760)
        documents.set_theme(Theme("dark", 100))
        after = documents.main(RICH, 760)
        assert after is not before
        assert after.theme.name == "dark"

    def test_a_page_that_does_not_exist_is_refused(self, documents: PageDocuments) -> None:
        with pytest.raises(NoSuchPage):
            documents.main("no-such-page", 760)

    def test_old_documents_are_let_go(self, documents: PageDocuments) -> None:
        first = documents.main(RICH, 760)
        for number in range(CAPACITY):
            documents.set_theme(LIGHT)  # the same look keeps all
            documents.main((BEFORE, AFTER)[number % 2], 760 + number, Setting(brief=bool(number % 4 < 2)))
        assert documents.main(RICH, 760) is first
