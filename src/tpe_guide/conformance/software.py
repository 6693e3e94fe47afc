"""EN 301 549 (V3.2.1), clause 11, software: what it repeats of WCAG, and what it asks for besides, in our own words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tpe_guide.conformance.row import Chapter, Row
from tpe_guide.conformance.wcag import wcag
from tpe_guide.i18n import _

OPEN_AND_CLOSED = (
    "1.1.1", "1.2.1", "1.2.3", "1.3.1", "1.3.2", "1.3.5", "1.4.4", "1.4.5",
    "2.1.1", "2.1.4", "2.5.3", "3.1.1", "3.3.1", "4.1.2", "4.1.3",
)  # fmt: skip
"""Of these the clause asks twice: where other tools can be added (``….1``), and where they cannot (``….2``)."""
ONCE = (
    "1.2.2", "1.2.4", "1.2.5", "1.3.3", "1.3.4", "1.4.1", "1.4.2", "1.4.3", "1.4.10", "1.4.11", "1.4.12", "1.4.13",
    "2.1.2", "2.2.1", "2.2.2", "2.3.1", "2.4.3", "2.4.4", "2.4.6", "2.4.7", "2.5.1", "2.5.2", "2.5.4",
    "3.2.1", "3.2.2", "3.3.2", "3.3.3", "3.3.4",
)  # fmt: skip
_ON_BUS = "ui/test_screen_reader_bus"
_ROLE = "ui/kit/test_accessible_role"
_PAGE = "ui/test_accessibility"


def software() -> tuple[Chapter, ...]:
    """All rows, by what they are about."""
    return (
        Chapter(_("What WCAG asks for, too"), tuple(sorted(_repeated(), key=_place))),
        Chapter(_("To work with other tools"), _together()),
        Chapter(_("What you set on your computer"), _wishes()),
        Chapter(_("To write and to save"), _authoring()),
    )


def _place(row: Row) -> list[int]:
    return [*map(int, row.number.split("."))]


def _repeated() -> Iterator[Row]:
    rows = {row.number: row for chapter in wcag() for row in chapter.rows}
    for number in ONCE:
        yield _as_there(f"11.{number}", rows[number])
    for number in OPEN_AND_CLOSED:
        yield _as_there(f"11.{number}.1", rows[number])
        yield _at_the_kiosk(f"11.{number}.2", rows[number])
    in_code = _("It asks this of files in code that other tools read. There is none.")
    for part in "12":
        yield Row(f"11.4.1.1.{part}", "", _("Its code can be read"), "none", note=in_code)


def _as_there(number: str, row: Row) -> Row:
    note = _("As {number} above.").format(number=row.number)
    return row._replace(number=number, level="", tests=row.tests, note=" ".join(filter(None, (note, row.note))))


def _at_the_kiosk(number: str, row: Row) -> Row:
    if row.result == "none":
        return _as_there(number, row)
    note = _("This is about the kiosk, where nobody can add a tool. It has not been tested for this.")
    return row._replace(number=number, level="", result="untested", tests=(), note=note)


def _together() -> tuple[Row, ...]:
    no_tool = _("This program is no such tool.")
    return (
        Row("11.5.1", "", _("Closed: it works without other tools"), "untested",
            note=_("This is about the kiosk. It reads pages aloud. No test shows that all of it can be heard.")),
        Row("11.5.2.1", "", _("A platform lets programs and tools meet"), "none", note=_("This is no platform.")),
        Row("11.5.2.2", "", _("A platform serves such tools"), "none", note=_("This is no platform.")),
        Row("11.5.2.3", "", _("It tells tools of itself as the system wants"), "in part", (
            f"{_ON_BUS}::test_headings_have_levels", "ways/test_ways::test_way",
        ), _("Shown on Linux alone. Nobody has tried Windows or macOS.")),
        Row("11.5.2.4", "", _("Tools of this kind use what the system offers"), "none", note=no_tool),
        *_told(),
    )  # fmt: skip


def _told() -> Iterable[Row]:
    """What other tools are told, and may do."""
    return (
        Row("11.5.2.5", "", _("Kind, state, place, name and hint"), "met", (
            f"{_PAGE}::test_each_thing_has_its_place_on_the_screen", f"{_ROLE}::test_it_is_one_of_several",
        )),
        Row("11.5.2.6", "", _("Rows, columns and their heads"), "met", (
            f"{_ON_BUS}::test_the_comparison_is_a_table_with_heads_and_cells",
            f"{_PAGE}::test_a_table_has_rows_of_cells_below_its_headers",
        )),
        Row("11.5.2.7", "", _("What a slider stands at, and its ends"), "in part", (
            f"{_ON_BUS}::test_a_moment_of_the_rehearsal_is_heard_whole",
        ), _("The moment is told by name. No test looks at the ends.")),
        Row("11.5.2.8", "", _("Which words belong to which field"), "met", (
            "ui/shell/test_main_window::test_every_control_has_a_name_for_the_screen_reader",
            "ui/kit/test_announce::test_what_is_wrong_in_a_field_is_said_and_described",
        )),
        Row("11.5.2.9", "", _("What holds what"), "met", (
            f"{_PAGE}::test_each_thing_knows_its_parent_and_its_place_in_it",
        )),
        Row("11.5.2.10", "", _("Words, letter by letter"), "in part", (
            f"{_PAGE}::test_words_are_offered_as_text_to_review",
        ), _("The words are told. Where each letter stands, and how it looks, is not.")),
        Row("11.5.2.11", "", _("What can be done with a thing"), "met", (
            f"{_PAGE}::test_a_link_can_be_pressed_and_focused",
            f"{_PAGE}::test_what_says_that_it_can_have_the_keyboard_takes_it",
        )),
        Row("11.5.2.12", "", _("A tool may do it"), "met", (
            f"{_ROLE}::test_what_a_voice_or_a_switch_ticks_is_ticked", "ways/test_ways::test_way",
        )),
        Row("11.5.2.13", "", _("Where the keys and the marked words are"), "in part", (
            f"{_PAGE}::test_the_link_with_the_ring_has_the_focus",
        ), _("Where the keys are is told. Words of a page that you mark are not.")),
        Row("11.5.2.14", "", _("A tool may move the keys and mark words"), "in part", (
            f"{_PAGE}::test_what_says_that_it_can_have_the_keyboard_takes_it",
        ), _("It may move the keys. It may not mark words of a page.")),
        Row("11.5.2.15", "", _("A change is told at once"), "met", (
            f"{_PAGE}::test_a_page_turn_is_announced", "ui/test_orca::test_text_size_and_colours_are_said",
        )),
        Row("11.5.2.16", "", _("A tool may change what you may"), "met", (
            f"{_ROLE}::test_what_a_voice_or_a_switch_ticks_is_ticked",
        )),
        Row("11.5.2.17", "", _("A tool may write in fields and move sliders"), "untested"),
    )  # fmt: skip


def _wishes() -> tuple[Row, ...]:
    return (
        Row("11.6.1", "", _("A platform leaves such features to you"), "none", note=_("This is no platform.")),
        Row("11.6.2", "", _("It does not break what the system offers"), "in part", (
            "ui/test_orca::test_a_page_is_read_by_headings_paragraphs_items_links_and_cells",
        ), _("Shown for one screen reader on Linux.")),
        Row("11.7", "", _("It follows what you set on your computer"), "in part", (
            "ui/shell/test_desktop_wishes::test_the_guide_opens_as_it_asks_and_follows",
            "ui/shell/test_system_choices::test_a_desktop_without_animations_is_followed",
            "ui/shell/test_system_choices::test_the_text_size_of_windows_is_read",
        ), _("Colours, movement and text size. Not the kind of letters.")),
    )  # fmt: skip


def _authoring() -> tuple[Row, ...]:
    none = _("This is no tool to write with. Its diary keeps short notes.")
    return tuple(
        Row(number, "", name, "none", note=none)
        for number, name in (
            ("11.8.1", _("A tool to write with helps with all this")),
            ("11.8.2", _("What is written with it can be open to all")),
            ("11.8.3", _("Nothing of that is lost when a file is changed")),
            ("11.8.4", _("It helps to mend what is not")),
            ("11.8.5", _("It offers patterns that are")),
        )
    )
