"""How often, on its screen: by keyboard, by finger, by ear, at any size."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLabel, QWidget

from tests.ui.programs import OpenProgram, find, go, key, press, shown_names
from tpe_guide.app import Program
from tpe_guide.navigation import Locator
from tpe_guide.pictures.odds.words import Picture
from tpe_guide.policy import KIOSK
from tpe_guide.settings import Settings
from tpe_guide.ui.pictures.odds.array_view import ArrayView
from tpe_guide.ui.pictures.odds.band_view import BandView
from tpe_guide.ui.pictures.odds.count_rows import CountRow
from tpe_guide.ui.pictures.odds.notes import Caution
from tpe_guide.ui.pictures.odds.page import OddsPage
from tpe_guide.ui.reading.reading_view import ReadingView

HARM = ("course", "both", "treatments", "first", "then", "serious", "tingling")
HELP = ("helped", "recovered")
NAMES = HARM + HELP
LAPTOP, DESIGN, MIDDLE, NARROW, LEAST = (1366, 728), (1440, 900), (1024, 700), (480, 800), (360, 640)


def page_of(program: Program) -> OddsPage:
    shown = program.window.screen_shown
    assert isinstance(shown, OddsPage)
    return shown


def settle() -> None:
    """A new picture is laid out, then its cards, then what is on them."""
    for __ in range(10):
        QCoreApplication.processEvents()


def look(open_program: OpenProgram, name: str = "", **how: object) -> Program:
    program: Program = open_program(**how)
    go(program, "odds", name)
    settle()
    return program


def picture_of(program: Program) -> Picture:
    return page_of(program)._state.picture


def shown(program: Program) -> str:
    return picture_of(program).id


def arrays(program: Program) -> list[ArrayView]:
    settle()
    return [view for view in page_of(program).findChildren(ArrayView) if view.isVisible()]


def labels(program: Program) -> list[QLabel]:
    return [label for label in page_of(program).findChildren(QLabel) if label.isVisible()]


def words_on(program: Program) -> str:
    return " ".join(label.text() for label in labels(program))


def rows(program: Program) -> list[CountRow]:
    return [row for row in page_of(program).findChildren(CountRow) if row.isVisible()]


def focused(program: Program) -> QWidget:
    widget = program.window.focusWidget()
    assert widget is not None
    return widget


def type_key(program: Program, which: Qt.Key) -> None:
    QTest.keyClick(program.window.focusWidget() or program.window, which)
    settle()


def place(program: Program, widget: QWidget) -> QPoint:
    return widget.mapTo(page_of(program), QPoint())


def top_of(program: Program, widget: QWidget) -> int:
    return place(program, widget).y()


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is told at once."""
    said: list[str] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)

    def hear(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    return said


class TestWhatIsSeenFirst:
    def test_a_whole_course_in_a_hundred_people_large_and_that_the_count_is_old(
        self, open_program: OpenProgram
    ) -> None:
        program = look(open_program, size=LAPTOP)
        assert shown(program) == "course"
        (people,) = arrays(program)
        assert (people.array.n, people.array.of) == (40, 100)
        assert people.layout_shown.side >= 40
        for words in ("40 of 100 people", "60 of 100 people had none.", "This is an old count."):
            assert words in words_on(program)
        figure = find(program, "odds-figure", QLabel)
        assert figure.font().pixelSize() >= 38
        assert place(program, figure).x() > place(program, people).x() + people.width(), "the sentence at the right"

    def test_pages_lead_to_the_picture_that_they_are_about(self, open_program: OpenProgram) -> None:
        program = open_program()
        for page, wanted in (("how-often", "treatments"), ("how-well-it-works", "helped")):
            go(program, "page", page)
            view = find(program, "reading-view", ReadingView)
            link = next(at for at, link in enumerate(view.links) if link.kind == "see" and link.target == "odds")
            view.activate_link(link)
            settle()
            assert program.session.locator == Locator("odds", wanted)
            assert shown(program) == wanted

    @pytest.mark.parametrize("name", NAMES)
    def test_on_a_laptop_all_marks_are_as_large_as_asked_and_every_figure_is_seen(
        self, open_program: OpenProgram, name: str
    ) -> None:
        program = look(open_program, name, size=LAPTOP)
        bottom = page_of(program).area.height()
        for view in arrays(program):
            assert view.layout_shown.side >= (30 if view.array.of == 100 else 13)
        for group in picture_of(program).groups:
            (head,) = [label for label in labels(program) if label.text() == group.head]
            assert top_of(program, head) + head.height() <= bottom
        first = arrays(program)[0]
        assert top_of(program, first) + first.layout_shown.height <= bottom

    @pytest.mark.parametrize("name", HELP)
    def test_on_a_laptop_a_trial_is_seen_whole_with_both_its_ranges(self, open_program: OpenProgram, name: str) -> None:
        program = look(open_program, name, size=LAPTOP)
        bottom = page_of(program).area.height()
        assert len(arrays(program)) == 2
        bars = [bar for bar in page_of(program).findChildren(BandView) if bar.isVisible()]
        assert len(bars) == 2
        for group in picture_of(program).groups:
            for words in (group.head, group.text, group.rows[0].text, group.band):
                for label in (label for label in labels(program) if label.text() == words):
                    assert top_of(program, label) + label.height() <= bottom, words


class TestTwoViews:
    def test_what_harms_and_what_helps_are_never_seen_together(self, open_program: OpenProgram) -> None:
        program = look(open_program, size=LAPTOP)
        switch = [find(program, f"odds-view-{index}") for index in (0, 1)]
        assert [chip.text() for chip in switch] == ["What can go wrong", "How often it helped"]
        assert switch[0].isChecked()
        assert [row.picture.id for row in rows(program)] == [name for name in HARM if name != "course"]
        press(program, "odds-view-1")
        settle()
        assert shown(program) == "helped"
        assert find(program, "odds-view-1").isChecked()
        assert [row.picture.id for row in rows(program)] == ["recovered"]

    def test_it_stands_in_the_line_of_the_title_at_its_end(self, open_program: OpenProgram) -> None:
        program = look(open_program, size=LAPTOP)
        title, chip = find(program, "page-title", QLabel), find(program, "odds-view-1")
        assert top_of(program, chip) < top_of(program, title) + title.height()
        assert place(program, chip).x() > place(program, title).x() + title.width()

    def test_a_view_remembers_where_one_was_in_it(self, open_program: OpenProgram) -> None:
        program = look(open_program, "tingling")
        press(program, "odds-view-1")
        press(program, "odds-view-0")
        assert shown(program) == "tingling"

    def test_a_link_shows_its_own_view(self, open_program: OpenProgram) -> None:
        program = look(open_program, "recovered")
        assert find(program, "odds-view-1").isChecked()

    def test_it_is_one_question_with_two_answers_and_the_arrow_keys_go_between_them(
        self, open_program: OpenProgram
    ) -> None:
        program = look(open_program)
        chip = find(program, "odds-view-0")
        assert QAccessible.queryAccessibleInterface(chip).role() == QAccessible.Role.RadioButton
        parent = chip.parentWidget()
        assert parent is not None
        assert parent.accessibleName() == "What to look at"
        chip.setFocus()
        type_key(program, Qt.Key.Key_Right)
        assert shown(program) == "helped"
        assert focused(program).objectName() == "odds-view-1", "the keyboard stays on the switch"


class TestTheOtherCounts:
    def test_a_row_says_its_figures_and_shows_that_count_with_all_its_words(self, open_program: OpenProgram) -> None:
        program = look(open_program)
        for name in (*HARM[1:], HARM[0]):
            row = find(program, f"odds-{name}", CountRow)
            heads = [group.head for group in row.picture.groups]
            assert row.accessibleName() == f"{row.picture.name}: {'; '.join(heads)}"
            page_of(program).area.ensureWidgetVisible(row)
            press(program, f"odds-{name}")
            settle()
            picture = picture_of(program)
            assert picture.id == name
            assert f"odds-{name}" not in shown_names(program)
            seen = words_on(program)
            for group in picture.groups:
                assert all(words in seen for words in (group.name, group.head, group.text, group.band))
                assert all(row.text in seen for row in group.rows)
            assert picture.caution in seen
            assert picture.each in seen
            assert [view.array for view in arrays(program)] == [group.array for group in picture.groups]
            assert find(program, "page-title", QLabel).text() == picture.title
            assert page_of(program).area.verticalScrollBar().value() == 0

    def test_keyboard_and_screen_reader_follow_to_the_figure(self, open_program: OpenProgram) -> None:
        program = look(open_program)
        row = find(program, "odds-treatments")
        row.setFocus()
        type_key(program, Qt.Key.Key_Return)
        assert shown(program) == "treatments"
        figure = focused(program)
        assert figure.objectName() == "odds-figure"
        told = QAccessible.queryAccessibleInterface(figure)
        assert told.role() == QAccessible.Role.Heading
        assert told.text(QAccessible.Text.Name) == picture_of(program).spoken

    def test_arrow_keys_and_digits_go_from_count_to_count_of_the_view(self, open_program: OpenProgram) -> None:
        program = look(open_program)
        for wanted in (*HARM[1:], HARM[0]):
            type_key(program, Qt.Key.Key_Right)
            assert shown(program) == wanted
        type_key(program, Qt.Key.Key_Left)
        assert shown(program) == HARM[-1]
        for number, wanted in enumerate(HARM):
            type_key(program, Qt.Key(Qt.Key.Key_1 + number))
            assert shown(program) == wanted
        type_key(program, Qt.Key.Key_8)
        assert shown(program) == HARM[-1], "there are seven"

    def test_reading_from_right_to_left_the_left_key_goes_on(
        self, open_program: OpenProgram, qapp: QApplication
    ) -> None:
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        try:
            program = look(open_program, "helped")
            first, second = arrays(program)
            assert place(program, first).x() > place(program, second).x()
            type_key(program, Qt.Key.Key_Left)
            assert shown(program) == "recovered"
        finally:
            qapp.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)

    @pytest.mark.parametrize("size", [NARROW, LEAST])
    def test_where_there_is_little_room_the_picture_comes_first_then_the_sentence_then_the_rows(
        self, open_program: OpenProgram, size: tuple[int, int]
    ) -> None:
        program = look(open_program, size=size)
        for name in ("course", "treatments"):
            page_of(program).show_picture(name)
            (view,) = arrays(program)
            figure = find(program, "odds-figure", QLabel)
            assert top_of(program, view) < top_of(program, figure) < top_of(program, rows(program)[0])
            inside = page_of(program).area.viewport().width()
            for row in rows(program):
                assert row.height() >= 56
                assert row.width() >= inside - 40

    @pytest.mark.parametrize(
        ("size", "percent", "least"),
        [(MIDDLE, 100, 12), (NARROW, 100, 10), (NARROW, 200, 13), (LEAST, 100, 10), (LEAST, 200, 9), (LEAST, 400, 9)],
    )
    def test_a_thousand_fill_their_card_and_leave_no_corner_empty(
        self, open_program: OpenProgram, size: tuple[int, int], percent: int, least: int
    ) -> None:
        program = look(open_program, "treatments", size=size, chosen=Settings(text_percent=percent))
        (view,) = arrays(program)
        layout, card = view.layout_shown, view.parentWidget()
        assert card is not None
        assert layout.side >= least
        assert layout.width >= 0.9 * card.contentsRect().width() - 2 * page_of(program).theme.px(12)
        corners = [view.square(index).topLeft().toTuple() for index in range(1000)]
        xs, ys = {x for x, __ in corners}, {y for __, y in corners}
        assert len(set(corners)) == len(xs) * len(ys) == 1000
        assert all(view.rect().contains(view.square(index).toRect()) for index in (0, 999))

    def test_at_480_the_figure_is_seen_with_its_picture(self, open_program: OpenProgram) -> None:
        program = look(open_program, size=NARROW)
        figure = find(program, "odds-figure", QLabel)
        assert top_of(program, figure) + figure.height() <= page_of(program).area.height()


class TestWhatOpensInPlace:
    @pytest.mark.parametrize(
        ("name", "wanted"),
        [
            ("odds-who", ["Who", "360 sessions with a slower machine"]),
            ("odds-where", ["Weinstein"]),
            ("odds-how", ["Clopper and Pearson"]),
        ],
    )
    def test_who_was_counted_where_it_is_from_and_how_it_was_worked_out(
        self, open_program: OpenProgram, heard: list[str], name: str, wanted: list[str]
    ) -> None:
        program = look(open_program, "tingling")
        heard.clear()
        assert not any(words in words_on(program) for words in wanted)
        assert find(program, name).accessibleDescription() == "closed"
        press(program, name)
        settle()
        assert all(words in words_on(program) for words in wanted)
        assert find(program, name).accessibleDescription() == "open"
        assert all(words in heard[0] for words in wanted)
        opened = find(program, "odds-opened", QWidget)
        assert opened.accessibleName() == heard[0], "the keyboard can hear it again"
        press(program, name)
        settle()
        assert not any(words in words_on(program) for words in wanted)

    @pytest.mark.parametrize("name", ["odds-who", "odds-where"])
    @pytest.mark.parametrize("size", [(1366, 728), (1440, 900), (360, 640)], ids=str)
    def test_what_opens_is_in_sight(self, open_program: OpenProgram, size: tuple[int, int], name: str) -> None:
        program = look(open_program, "treatments")
        program.window.resize(*size)
        settle()
        press(program, name)
        settle()
        seen = find(program, "odds-opened", QWidget).visibleRegion().boundingRect().height()
        assert seen >= min(find(program, "odds-opened", QWidget).height(), 150)

    def test_the_pill_says_how_many_sources_there_are(self, open_program: OpenProgram) -> None:
        program = look(open_program, "helped")
        count = len(picture_of(program).sources)
        assert find(program, "odds-where").text() == f"Where this comes from ({count})"

    def test_one_at_a_time_and_the_next_count_keeps_it_open(self, open_program: OpenProgram) -> None:
        program = look(open_program)
        press(program, "odds-who")
        press(program, "odds-where")
        settle()
        assert "627 people" not in words_on(program)
        type_key(program, Qt.Key.Key_Right)
        assert all(source in words_on(program) for source in picture_of(program).sources)
        key(program, "F8")
        settle()
        assert all(source in words_on(program) for source in picture_of(program).sources)


def test_what_was_picked_holds_when_the_look_changes_and_a_link_asks_once(open_program: OpenProgram) -> None:
    program = look(open_program, "helped")
    press(program, "odds-view-0")
    key(program, "F8")
    assert shown(program) == "course"
    go(program, "home")
    go(program, "odds")
    assert shown(program) == "course"
    go(program, "home")
    go(program, "odds", "helped")
    assert shown(program) == "helped"


def test_arrays_of_a_picture_have_the_same_size_and_lie_level(open_program: OpenProgram) -> None:
    for size in (DESIGN, LAPTOP, MIDDLE, NARROW):
        program = look(open_program, "tingling", size=size)
        for name in ("both", "serious", "tingling", "helped", "first", "then"):
            page_of(program).show_picture(name)
            one, two = arrays(program)
            assert one.layout_shown == two.layout_shown, (size, name)
            beside = place(program, one).x() != place(program, two).x()
            assert beside == (size[0] > 920 and one.array.of == 100), (size, name)
            if beside:
                assert top_of(program, one) == top_of(program, two), (size, name)


def test_what_is_said_of_a_small_trial_comes_before_its_numbers(open_program: OpenProgram) -> None:
    for size in (DESIGN, MIDDLE, NARROW):
        program = look(open_program, "recovered", size=size)
        caution = page_of(program).findChild(Caution)
        assert caution is not None
        assert top_of(program, caution) <= top_of(program, arrays(program)[0]), size


def test_very_large_letters_have_one_column(open_program: OpenProgram) -> None:
    program = look(open_program, "helped", size=(2600, 1200), chosen=Settings(text_percent=300))
    one, two = arrays(program)
    assert top_of(program, two) > top_of(program, one) + one.height()


def test_no_part_of_it_is_a_window_for_a_moment(open_program: OpenProgram) -> None:
    program = look(open_program)
    assert QApplication.activeWindow() is program.window
    for name in NAMES:
        page_of(program).show_picture(name)
        settle()
        assert QApplication.activeWindow() is program.window, name


@pytest.mark.parametrize("name", NAMES)
def test_nothing_in_it_scrolls_by_itself(open_program: OpenProgram, name: str) -> None:
    page = page_of(look(open_program, name))
    assert page.findChildren(QAbstractScrollArea) == [page.area]


def test_each_array_says_all_that_is_shown(open_program: OpenProgram) -> None:
    program = look(open_program, "helped")
    for view, group in zip(arrays(program), picture_of(program).groups, strict=True):
        told = QAccessible.queryAccessibleInterface(view).text(QAccessible.Text.Name)
        assert told == f"Each drop is one course of treatment. {group.spoken}"
        assert group.band in told


def test_a_new_picture_is_announced_where_the_keyboard_stays(open_program: OpenProgram, heard: list[str]) -> None:
    program = look(open_program)
    heard.clear()
    find(program, "odds-view-1").setFocus()
    find(program, "odds-view-1").click()
    assert heard == [picture_of(program).spoken]


def test_it_leads_to_the_page_to_urgent_help_and_back(open_program: OpenProgram) -> None:
    program = look(open_program, "tingling")
    press(program, "odds-page")
    assert program.session.locator == Locator("page", "tingling")
    go(program, "odds")
    press(program, "odds-urgent")
    assert program.session.locator == Locator("urgent")
    type_key(program, Qt.Key.Key_Escape)
    go(program, "contents")
    go(program, "odds")
    type_key(program, Qt.Key.Key_Escape)
    assert program.session.locator == Locator("contents")


def test_at_a_kiosk_it_is_the_same_without_paper(open_program: OpenProgram) -> None:
    program = open_program(KIOSK, size=(1080, 1920), chosen=Settings(text_percent=150))
    go(program, "odds")
    assert "print-sheet" not in shown_names(program)
    press(program, "odds-view-1")
    settle()
    assert shown(program) == "helped"
    press(program, "odds-recovered")
    settle()
    assert shown(program) == "recovered"
