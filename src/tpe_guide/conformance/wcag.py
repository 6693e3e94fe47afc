"""WCAG 2.2: every criterion of levels A and AA, and those of AAA that a test shows to be met. Names are our own."""

from __future__ import annotations

from tpe_guide.conformance.row import Chapter, Row
from tpe_guide.i18n import _

_FIT = ("ui/test_fit::test_other_screens_fit", "ui/test_fit::test_pictures_fit")
_NAMED = "ui/shell/test_main_window::test_every_control_has_a_name_for_the_screen_reader"
_ORCA = "ui/test_orca::test_saved_is_said_after_the_keyboard_has_moved_with_what_to_heed"
_ON_BUS = "ui/test_screen_reader_bus::test_there_are_paragraphs_lists_tables_pictures_and_links"
_CONTRAST = ("ui/test_walk_contrast::test_all_screens", "ui/kit/test_theme::test_of_words")
_WALKED = "ui/test_walk_keys::test_all_screens"
_WAYS = "ways/test_ways::test_way"


def wcag() -> tuple[Chapter, ...]:
    """All rows, by the four principles."""
    return (
        Chapter(_("To see and hear it"), _perceivable()),
        Chapter(_("To work it"), _operable()),
        Chapter(_("To understand it"), _understandable()),
        Chapter(_("To use it with other tools"), _robust()),
    )


def _perceivable() -> tuple[Row, ...]:
    no_film = _("There is no film and no recorded sound.")
    return (
        Row("1.1.1", "A", _("Pictures have words"), "met", (
            "ui/test_accessibility::test_pictures_say_what_they_show",
            "ui/test_screen_reader_bus::test_an_icon_array_says_all_that_it_shows",
            _NAMED,
        )),
        Row("1.2.1", "A", _("Words for sound alone or film alone"), "none", note=no_film),
        Row("1.2.2", "A", _("Captions for film"), "none", note=no_film),
        Row("1.2.3", "A", _("Film is described, or told in words"), "none", note=no_film),
        Row("1.2.4", "AA", _("Captions for what is live"), "none", note=no_film),
        Row("1.2.5", "AA", _("Film is described by voice"), "none", note=no_film),
        Row("1.3.1", "A", _("What looks like a heading, list or table is one"), "met", (
            "ui/test_accessibility::test_headings_are_found_with_their_levels",
            "ui/test_accessibility::test_a_table_has_rows_of_cells_below_its_headers",
            "ui/kit/test_accessible_role::test_it_is_one_of_several",
            "ui/kit/test_bullet::test_signs_are_items_of_a_list",
            _ON_BUS,
        )),
        Row("1.3.2", "A", _("It is read in an order that makes sense"), "met", (
            "ui/test_accessibility::test_reading_order_runs_down_the_page",
            "ui/test_accessibility::test_what_is_read_flows_on_to_what_comes_next",
        )),
        Row("1.3.3", "A", _("No hint needs sight of shape or place"), "untested"),
        Row("1.3.4", "AA", _("Upright or across: both work"), "met", _FIT),
        Row("1.3.5", "AA", _("Fields about you say what they are for"), "none",
            note=_("No field asks for your name, address or number.")),
        Row("1.4.1", "A", _("Colour never speaks alone"), "in part", (
            "summary/test_typeset::test_every_pixel_of_the_preview_is_a_grey",
            "pictures/drawing/test_art::test_on_paper_nothing_but_black_white_and_a_hatching",
        ), _("Shown for paper. On the screen no test looks for it.")),
        Row("1.4.2", "A", _("Sound can be stopped"), "met", (
            "ui/guide/test_reading_aloud::test_pause_and_on_from_the_same_sentence",
        )),
        Row("1.4.3", "AA", _("Words stand out from their ground"), "met", _CONTRAST),
        Row("1.4.4", "AA", _("Text at twice the size"), "met", (
            *_FIT, "ui/shell/test_main_window::test_text_grows_to_400_and_no_further", _WAYS,
        )),
        Row("1.4.5", "AA", _("Words are words, not pictures of them"), "untested"),
        Row("1.4.10", "AA", _("Nothing scrolls sideways in a narrow window"), "met", _FIT,
            _("But for the picture of a printed page, which may be moved.")),
        Row("1.4.11", "AA", _("Edges and signs stand out"), "met",
            ("ui/kit/test_theme::test_of_edges_and_rings", "ui/test_walk_contrast::test_all_screens")),
        Row("1.4.12", "AA", _("Wider spacing loses nothing"), "in part",
            ("ui/settings/test_settings_page::test_wide_and_bold_are_seen_in_the_sample_and_on_pages",),
            _("The text of pages can be set wide. Letters stand 5 % apart then, not 12 %. Other screens: no test.")),
        Row("1.4.13", "AA", _("What opens by itself can be put away"), "untested",
            note=_("One hint opens when you point at a button that is at its end.")),
        Row("1.4.6", "AAA", _("Words stand out strongly"), "met", _CONTRAST),
    )  # fmt: skip


def _operable() -> tuple[Row, ...]:
    return (
        Row("2.1.1", "A", _("All works with keys"), "met", (
            _WALKED,
            "ui/shell/test_main_window::test_every_action_of_the_table_can_be_carried_out",
            _WAYS,
        )),
        Row("2.1.2", "A", _("Keys never get stuck"), "met", (_WALKED, "ui/test_walk_keys::test_the_diary")),
        Row("2.1.4", "A", _("Single letters work only where you read"), "untested"),
        Row("2.2.1", "A", _("You have the time you need"), "in part", (
            "ui/diary/test_watch::test_it_can_be_longer_or_never",
            "kiosk/test_lifecycle::test_choosing_with_keys_gives_the_countdown_its_time_again",
        ), _("At home you choose when a diary locks. A kiosk asks first, and one touch gives more time.")),
        Row("2.2.2", "A", _("What moves can be stopped"), "met", (
            "ui/pictures/circuit/test_page::test_kept_still_nothing_moves_and_the_choice_is_kept",
            "ui/pictures/rehearsal/test_page::test_what_is_to_be_kept_still_does_not_tingle",
        )),
        Row("2.3.1", "A", _("Nothing flashes"), "untested"),
        Row("2.4.1", "A", _("Repeated parts can be skipped"), "none",
            note=_("This is asked of web sites. Here F6 goes to the next heading.")),
        Row("2.4.2", "A", _("Each screen has a title"), "met", (
            "ui/shell/test_heard_on_arrival::test_every_screen_says_what_it_is_and_what_it_asks",
        )),
        Row("2.4.3", "A", _("Keys go in an order that makes sense"), "met", (
            _WALKED, "ui/test_walk_keys::test_from_right_to_left",
        )),
        Row("2.4.4", "A", _("A link says where it leads"), "met", (
            "ui/test_accessibility::test_links_say_where_they_lead",
        )),
        Row("2.4.5", "AA", _("More than one way to a page"), "met", (
            "ui/search/test_search::test_a_page_opens_at_the_words_that_were_found",
            "ui/guide/test_contents::test_two_presses_lead_to_each_page",
        )),
        Row("2.4.6", "AA", _("Headings and labels say what is there"), "untested",
            note=_("A test finds that they are there. Only people can tell if they help.")),
        Row("2.4.7", "AA", _("You see where the keys are"), "met", (
            "ui/kit/test_focus_ring::test_tab_shows_the_whole_ring_around_each_control",
        )),
        Row("2.4.11", "AA", _("Nothing hides where the keys are"), "met", (
            _WALKED, "ui/shell/test_focus_in_sight::test_by_tab_all_the_way_round", _WAYS,
        )),
        Row("2.5.1", "A", _("One finger is enough, with no path to draw"), "met", (
            "ui/touch/test_steady::test_is_one_press_of_what_it_met_first",
            "ui/eyes_rest/test_page::test_one_finger_is_enough_for_help_and_the_way_out",
        )),
        Row("2.5.2", "A", _("A press can be taken back"), "met", (
            "ui/touch/test_steady::test_scrolls_and_presses_nothing",
        )),
        Row("2.5.3", "A", _("What you see is what you say to press it"), "untested"),
        Row("2.5.4", "A", _("Nothing needs a shake or a tilt"), "none", note=_("Nothing here feels how it is held.")),
        Row("2.5.7", "AA", _("What can be dragged can be pressed too"), "met", (
            "ui/questions/test_questions::test_moved_by_button_and_by_key",
            "ui/pictures/rehearsal/test_timeline::test_a_press_goes_to_the_nearest_moment_and_a_drag_from_one_to_the_next",
        )),
        Row("2.5.8", "AA", _("Buttons are large enough"), "met", _FIT),
        Row("2.3.3", "AAA", _("Movement can be switched off"), "met", (
            "ui/shell/test_system_choices::test_a_desktop_without_animations_is_followed",
            "ui/pictures/circuit/test_page::test_kept_still_nothing_moves_and_the_choice_is_kept",
        )),
        Row("2.4.8", "AAA", _("You are told where you are"), "met", (
            "ui/shell/test_bars::test_one_place_says_you_are_here",
        )),
        Row("2.5.5", "AAA", _("Buttons are very large"), "met", _FIT),
    )  # fmt: skip


def _understandable() -> tuple[Row, ...]:
    return (
        Row("3.1.1", "A", _("The language is told to other tools"), "in part", (
            "summary/test_web::test_the_page_is_well_formed_titled_and_in_a_language",
        ), _("Paper and files tell it. The window does not.")),
        Row("3.1.2", "AA", _("So are words in another language"), "none",
            note=_("There are none yet. The guide is in English.")),
        Row("3.2.1", "A", _("Nothing happens only because the keys come by"), "untested"),
        Row("3.2.2", "A", _("A choice does not throw you out"), "met", (
            "ui/shell/test_main_window::test_a_new_look_leaves_one_where_one_was",
        )),
        Row("3.2.3", "AA", _("Ways about are always in one place"), "met", (
            "ui/shell/test_bars::test_the_places_stand_still_whatever_screen_is_shown",
        )),
        Row("3.2.4", "AA", _("The same thing has the same name"), "untested"),
        Row("3.2.6", "A", _("Help is always in one place"), "met", (
            "ui/shell/test_main_window::test_urgent_help_is_one_key_and_one_press_away_from_everywhere",
        )),
        Row("3.3.1", "A", _("A mistake is named in words"), "met", (
            "ui/kit/test_announce::test_what_is_wrong_in_a_field_is_said_and_described",
        )),
        Row("3.3.2", "A", _("Each field says what it wants"), "met", (
            "ui/diary/test_diary_start::test_until_then_the_button_waits_and_says_what_for", _NAMED,
        )),
        Row("3.3.3", "AA", _("You are told how to mend it"), "met", (
            "ui/diary/test_diary_start::test_a_wrong_one_is_one_sentence_and_stays_to_be_mended",
        )),
        Row("3.3.4", "AA", _("What counts can be checked or taken back"), "met", (
            "ui/diary/test_overview::test_it_is_said_and_undone_word_for_word",
        )),
        Row("3.3.7", "A", _("Nothing is asked twice"), "in part", (
            "ui/diary/test_watch::test_access_said_in_an_unguarded_diary_is_not_asked_again",
        ), _("A new passcode is typed twice, to be safe.")),
        Row("3.3.8", "AA", _("To get in, you need no puzzle"), "in part", (
            "ui/diary/test_diary_start::test_without_a_passcode_it_opens_by_itself",
            "ui/diary/test_recovery::test_the_words_of_its_sheet_do_in_place_of_the_passcode",
        ), _("A passcode is yours to choose. No test shows that it can be pasted.")),
        Row("3.1.3", "AAA", _("Hard words are explained"), "met", (
            "ui/guide/test_explainer::test_its_meaning_stands_below_the_sentence_and_points_at_the_word",
        )),
    )  # fmt: skip


def _robust() -> tuple[Row, ...]:
    return (
        Row("4.1.2", "A", _("Name, kind and state are told"), "met", (
            _NAMED, _ON_BUS, "ui/kit/test_accessible_role::test_what_a_voice_or_a_switch_ticks_is_ticked",
        ), _("Shown on Linux.")),
        Row("4.1.3", "AA", _("What appears is said"), "met", (
            _ORCA, "ui/kit/test_announce::test_what_is_saved_is_said_with_what_to_heed",
        ), _("Shown on Linux, with one screen reader.")),
    )  # fmt: skip
