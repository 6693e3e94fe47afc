"""Each rule of the content check: one thing made wrong, one fault at its line."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.authoring.small_guide import GLOSSARY, GUIDE, IN_SHORT, Content, page_text
from tpe_guide.authoring.check import check, run

LONG = "We say a lot of words here so that one can see that it is far too long to be read in peace. [@F-1]"


def test_a_sound_guide_has_no_faults(content: Content) -> None:
    assert content.faults() == []


# Facts


def test_a_paragraph_that_states_something_names_its_fact(content: Content) -> None:
    content.page(minute="Plasma is part of your blood.")
    assert content.faults() == [(17, "NO-FACT")]


def test_questions_pointers_and_marked_passages_need_no_fact(content: Content) -> None:
    content.page(
        minute="Ask your nurse. Read [about the machine](page:machine). Is it safe?",
        full="You can take your time. [@-]",
    )
    assert content.faults() == []


def test_each_item_of_a_list_names_its_fact(content: Content) -> None:
    content.page(minute="- Plasma is yellow. [@F-1]\n- It clots.")
    assert content.faults() == [(18, "NO-FACT")]


def test_a_fact_behind_the_words_before_a_list_stands_behind_each_item(content: Content) -> None:
    content.page(minute="These are in plasma: [@F-1]\n\n- water\n- salt")
    assert content.faults() == []


def test_words_before_a_list_need_no_fact_of_their_own(content: Content) -> None:
    content.page(minute="These are in plasma:\n\n- water [@F-1]\n- salt [@F-1]")
    assert content.faults() == []


def test_each_row_of_a_table_names_its_fact(content: Content) -> None:
    content.page(minute="| what | where |\n|---|---|\n| plasma | blood [@F-1] |\n| cells | blood |")
    assert content.faults() == [(20, "NO-FACT")]


def test_a_fact_in_the_header_stands_behind_the_table(content: Content) -> None:
    content.page(minute="| what | where [@F-1] |\n|---|---|\n| plasma | blood |")
    assert content.faults() == []


def test_each_of_the_three_facts_names_its_fact(content: Content) -> None:
    content.page(in_short=IN_SHORT.replace("takes it out. [@F-1]", "takes it out."))
    assert content.faults() == [(12, "NO-FACT")]


def test_what_a_note_states_names_its_fact(content: Content) -> None:
    content.page(minute='Plasma is yellow. [@F-1]\n\n!!! note "Good to know"\n    It clots.')
    assert content.faults() == [(20, "NO-FACT")]


def test_words_to_say_need_no_fact(content: Content) -> None:
    content.page(minute='Plasma is yellow. [@F-1]\n\n!!! say "What you can say"\n    “My lips tingle.”')
    assert content.faults() == []


def test_a_fact_that_does_not_exist(content: Content) -> None:
    content.page(minute="Plasma is part\nof your blood. [@F-1; @F-99]")
    assert content.faults() == [(18, "UNKNOWN-FACT")]


def test_a_citation_that_is_not_one(content: Content) -> None:
    content.page(minute="Plasma is part of your blood. [@F-1 and F-2]")
    assert (17, "CITATION") in content.faults()


@pytest.mark.parametrize("fact", ["F-MEMORY", "F-HALF"])
def test_a_fact_from_memory_never_reaches_a_reader(content: Content, fact: str) -> None:
    content.page(minute=f"Plasma is part of your blood. [@{fact}]")
    assert content.faults() == [(17, "MEMORY-FACT")]


def test_a_refuted_fact_is_not_stated(content: Content) -> None:
    content.page(minute="White cells are removed. [@F-WRONG]")
    assert content.faults() == [(17, "REFUTED-FACT")]


SOURCES_DIFFER = """\
Plasma is part of your blood. [@F-1]

!!! sources-differ "What is removed?"
    | who says so | what they say |
    |---|---|
    | A doctor [@F-WRONG] | cells |
    | A leaflet [@F-1] | plasma |

    The leaflet is right. Ask your team.
"""


def test_a_refuted_fact_may_stand_beside_what_others_say(content: Content) -> None:
    content.page(minute=SOURCES_DIFFER)
    assert content.faults() == []


def test_each_source_in_a_disagreement_names_its_fact(content: Content) -> None:
    content.page(minute=SOURCES_DIFFER.replace("A leaflet [@F-1]", "A leaflet"))
    assert content.faults() == [(23, "NO-FACT")]


def test_a_fact_that_names_no_known_source(content: Content) -> None:
    content.change("evidence/facts.yaml", "sources: [study, leaflet]", "sources: [study, gossip]")
    assert content.faults("evidence/facts.yaml") == [(4, "UNKNOWN-SOURCE")]


def test_a_fact_that_lacks_its_claim(content: Content) -> None:
    content.change("evidence/facts.yaml", "claim: Nobody read this., ", "")
    assert content.faults("evidence/facts.yaml") == [(6, "FACT")]


def test_a_fact_that_stands_twice(content: Content) -> None:
    content.change("evidence/facts.yaml", "id: F-WRONG", "id: F-MEMORY")
    assert content.faults("evidence/facts.yaml") == [(8, "FACT")]


def test_a_source_without_a_label(content: Content) -> None:
    content.change("evidence/sources.yaml", "{label: A leaflet for patients}", "{citation: A leaflet}")
    assert content.faults("evidence/sources.yaml") == [(1, "SOURCE")]


def test_broken_evidence_is_named_once(content: Content) -> None:
    content.change("evidence/facts.yaml", "facts:\n", "facts: [\n")
    assert [code for __, code in content.faults("evidence/facts.yaml")] == ["YAML"]


# Numbers


@pytest.mark.parametrize(
    "sentence",
    [
        "A session takes 90 minutes.",
        "A session takes 120 hours.",
        "It helped 60 of 100 people.",
        "It is 3 times a day.",
        "Twelve people had it.",
        "The study is from 1999.",
    ],
)
def test_a_number_that_its_fact_does_not_carry(content: Content, sentence: str) -> None:
    content.page(minute=f"Plasma is yellow.\n{sentence} [@F-2]")
    assert set(content.faults()) == {(18, "NUMBER")}


@pytest.mark.parametrize(
    "sentence",
    [
        "A session takes 120 minutes.",
        "A session takes about 2 hours.",
        "It helped 57 of 100 people.",
        "It helped 57% of them.",
        "It helped 8 of 14 people.",
        "In 43 of 100 people, it did not.",
        "One study counted 1,459 sessions.",
        "The study is from 2002.",
        "One of you may call 112.",
    ],
)
def test_a_number_that_its_fact_carries(content: Content, sentence: str) -> None:
    content.page(minute=f"{sentence} [@F-2]")
    assert content.faults() == []


def test_a_number_in_a_table_belongs_to_its_row(content: Content) -> None:
    rows = "| a leaflet [@F-1] | 120 minutes |\n| a study [@F-2] | 120 minutes |"
    content.page(minute=f"| who | how long |\n|---|---|\n{rows}")
    assert content.faults() == [(19, "NUMBER")]


def test_a_number_in_a_heading_the_title_or_the_question_stands_on_the_page(content: Content) -> None:
    content.page(
        title="What 7 people said",
        question="Why 5 sessions?",
        do="Keep 3 hours free.",
        minute="### All 120 minutes\n\n### All 9 minutes\n\nPlasma is yellow. [@F-1]",
    )
    assert content.faults() == [(3, "NUMBER"), (6, "NUMBER"), (7, "NUMBER"), (19, "NUMBER")]


def test_a_number_in_a_picture_or_the_title_of_a_box_stands_on_the_page(content: Content) -> None:
    (content.pictures / "glass.svg").write_text("<svg/>")
    content.page(
        minute='Plasma is yellow. [@F-1]\n\n![6 glasses](picture:glass "All 7 of them")\n\n'
        '!!! say "For 5 people"\n    “Hello.”\n\n' + SOURCES_DIFFER.replace("What is removed?", "Which 9?")
    )
    assert content.faults() == [(19, "NUMBER"), (19, "NUMBER"), (21, "NUMBER"), (26, "NUMBER")]


def test_a_number_on_the_axis_belongs_to_its_source(content: Content) -> None:
    content.page(
        minute=SOURCES_DIFFER.replace("they say |", "they say | 0–4 hours |")
        .replace("|---|---|", "|---|---|---|")
        .replace("| cells |", "| cells | |")
        .replace("| A leaflet [@F-1] | plasma |", "| A study [@F-2] | plasma | 2–3 |")
    )
    assert content.faults() == [(23, "NUMBER")]


def test_a_number_in_a_meaning_needs_a_fact(content: Content) -> None:
    content.change("en/glossary.yaml", "liquid part of blood.", "liquid part of blood, 3 litres.")
    assert content.faults("en/glossary.yaml") == [(3, "NUMBER")]


def test_a_number_in_a_warning_needs_a_fact(content: Content) -> None:
    content.change("en/effects.yaml", "first_aid: Press on it.", "first_aid: Press on it for 10 minutes.")
    assert content.faults("en/effects.yaml") == [(7, "NUMBER")]


# Parts of a page


def test_a_page_has_three_facts_in_short(content: Content) -> None:
    content.page(in_short=IN_SHORT.rpartition("\n")[0])
    assert content.faults() == [(10, "IN-SHORT")]


def test_a_page_without_in_short(content: Content) -> None:
    text = (
        page_text(minute="The machine takes it out. [@F-1]")
        .replace('!!! in-short "In short"\n', "")
        .replace(IN_SHORT, "")
    )
    content.write("en/basics/plasma.md", text)
    assert content.faults() == [(1, "IN-SHORT")]


@pytest.mark.parametrize("depth", ["minute", "full"])
def test_a_page_has_both_depths(content: Content, depth: str) -> None:
    content.page(**{depth: ""})
    assert content.faults() == [(1, "NO-DEPTH")]


def test_a_page_says_what_to_do(content: Content) -> None:
    content.page(do="")
    assert content.faults() == [(7, "NO-ACTION")]


def test_a_page_that_waits_for_its_review(content: Content) -> None:
    content.page(next_review="2026-05-13")
    assert content.faults() == [(4, "REVIEW-EXPIRED")]


def test_a_page_is_good_until_its_day_of_review(content: Content) -> None:
    content.page(next_review="2026-05-14")
    assert content.faults() == []


# Front matter


def test_a_key_that_no_page_has(content: Content) -> None:
    content.page(front="colour: red\n")
    assert content.faults() == [(8, "UNKNOWN-KEY")]


@pytest.mark.parametrize(
    ("changed", "line"), [({"next_review": "soon"}, 4), ({"id": "blood"}, 2), ({"title": "[a, b]"}, 3)]
)
def test_a_value_of_the_wrong_kind(content: Content, changed: dict[str, str], line: int) -> None:
    content.page(**changed)
    assert content.faults() == [(line, "FRONT-MATTER")]


def test_a_key_that_each_page_has(content: Content) -> None:
    content.change("en/basics/plasma.md", "reviewed_by: null\n", "")
    assert content.faults() == [(1, "FRONT-MATTER")]


def test_a_page_without_front_matter(content: Content) -> None:
    content.write("en/basics/plasma.md", "Plasma is part of your blood.\n")
    assert (1, "FRONT-MATTER") in content.faults()


def test_front_matter_without_an_end(content: Content) -> None:
    content.write("en/basics/plasma.md", "---\nid: plasma\n")
    assert (1, "FRONT-MATTER") in content.faults()


def test_front_matter_that_is_no_yaml(content: Content) -> None:
    content.page(title='"What plasma')
    assert "YAML" in {code for __, code in content.faults()}


def test_a_key_that_stands_twice(content: Content) -> None:
    content.page(front="title: Again\n")
    assert (8, "YAML") in content.faults()


# Links and pictures


@pytest.mark.parametrize("target", ["page:nowhere", "word:nowhere", "https://example.org", "plasma.md"])
def test_a_link_that_leads_nowhere(content: Content, target: str) -> None:
    content.page(minute=f"Plasma is yellow. [@F-1]\nRead [this]({target}).")
    assert content.faults() == [(18, "BROKEN-LINK")]


def test_a_link_in_what_to_do(content: Content) -> None:
    content.page(do='"Read [this](page:nowhere)."')
    assert content.faults() == [(7, "BROKEN-LINK")]


PICTURE = "Plasma is yellow. [@F-1]\n\n![A glass of plasma](picture:glass)"


def test_a_picture_that_is_not_there(content: Content) -> None:
    content.page(minute=PICTURE)
    assert content.faults() == [(19, "BROKEN-LINK")]


def test_a_number_that_is_drawn_has_a_fact_behind_it(content: Content) -> None:
    def draw(words: str) -> None:
        text = f'<svg xmlns="http://www.w3.org/2000/svg"><text x="1">{words}</text></svg>'
        (content.pictures / "glass.svg").write_text(text)

    content.page(minute=PICTURE)
    draw("9")
    assert content.faults() == []
    draw("97 of 100 glasses")
    assert [code for __, code in content.faults()] == ["NUMBER", "NUMBER"]


def test_a_picture_that_is_there(content: Content) -> None:
    (content.pictures / "glass.svg").write_text("<svg/>")
    content.page(minute=PICTURE)
    assert content.faults() == []


def test_a_picture_that_says_nothing(content: Content) -> None:
    (content.pictures / "glass.svg").write_text("<svg/>")
    content.page(minute=PICTURE.replace("A glass of plasma", ""))
    assert content.faults() == [(19, "NO-ALT")]


@pytest.mark.parametrize("address", ["glass.svg", "https://example.org/glass.svg", "picture:../secret"])
def test_a_picture_from_elsewhere(content: Content, address: str) -> None:
    content.page(minute=PICTURE.replace("picture:glass", address))
    assert content.faults() == [(19, "BROKEN-LINK")]


# Words


def test_a_sentence_is_not_long(content: Content) -> None:
    content.page(minute=f"Plasma is yellow. [@F-1]\n{LONG}")
    assert content.faults() == [(18, "LONG-SENTENCE")]


def test_a_meaning_is_not_long_either(content: Content) -> None:
    content.write("en/glossary.yaml", GLOSSARY.replace("The liquid part of blood.", LONG.removesuffix(" [@F-1]")))
    assert content.faults("en/glossary.yaml") == [(3, "LONG-SENTENCE")]


def test_the_sentences_of_a_page_are_short_on_the_whole(content: Content) -> None:
    sentence = "This is a line of words that is a bit too long to be read with ease by you. [@F-1]"
    content.page(minute="\n".join([sentence] * 12))
    assert content.faults() == [(1, "LONG-SENTENCES")]


HARD = "Immunological abnormalities necessitate individualised rehabilitation. [@F-1] "


def test_the_words_of_a_page_are_plain(content: Content) -> None:
    content.page(minute=HARD * 4, full=HARD * 4)
    assert content.faults() == [(1, "GRADE")]
    assert "line 17" in content.messages()[0]


def test_a_word_that_the_glossary_explains_counts_as_plain(content: Content) -> None:
    content.change("en/glossary.yaml", "word: Plasma", "word: Immunological abnormalities")
    content.change("en/glossary.yaml", "[blood plasma]", "[necessitate, individualised rehabilitation]")
    hard = HARD.replace("Immunological abnormalities", "[Immunological abnormalities](word:plasma)")
    content.page(minute=hard * 4, full=hard * 4)
    assert content.faults() == []


def test_an_empty_item(content: Content) -> None:
    content.page(minute="- Plasma is yellow. [@F-1]\n- [@F-1]")
    assert content.faults() == [(18, "EMPTY")]


def test_an_empty_paragraph(content: Content) -> None:
    content.page(minute="Plasma is yellow. [@F-1]\n\n[@F-1]")
    assert content.faults() == [(19, "EMPTY")]


# Files


@pytest.mark.parametrize("html", ["<b>plasma</b>", "<script>alert(1)</script>", "<!-- note -->", "a&nbsp;b"])
def test_html_is_refused(content: Content, html: str) -> None:
    content.page(minute=f"Plasma is yellow.\nIt is {html}. [@F-1]")
    assert (18, "RAW-HTML") in content.faults()


@pytest.mark.parametrize("name", ["en/glossary.yaml", "en/effects.yaml"])
def test_html_is_refused_in_every_file(content: Content, name: str) -> None:
    content.write(name, (content.folder / name).read_bytes() + b"# <script>\n")
    assert {code for __, code in content.faults(name)} == {"RAW-HTML"}


def test_a_file_that_is_not_utf_8(content: Content) -> None:
    content.write("en/basics/plasma.md", page_text(title="Caf\u00e9").encode("latin-1"))
    assert content.faults() == [(3, "ENCODING")]


def test_a_character_that_hides(content: Content) -> None:
    content.page(minute="Plasma is \u202eyellow. [@F-1]")
    assert content.faults() == [(17, "ENCODING")]


def test_windows_line_ends_and_a_byte_order_mark_are_welcome(content: Content) -> None:
    text = page_text(minute="Plasma is yellow.").replace("\n", "\r\n")
    content.write("en/basics/plasma.md", text.encode("utf-8-sig"))
    assert content.faults() == [(17, "NO-FACT")]


def test_urgent_help_without_a_heading(content: Content) -> None:
    content.change("en/effects.yaml", "now: {heading: Call}", "now: {}")
    assert content.faults("en/effects.yaml") == [(23, "EFFECTS")]


def test_a_huge_file(content: Content) -> None:
    content.write("en/basics/plasma.md", b"x" * 3_000_000)
    assert content.faults() == [(1, "PACK")]


def test_a_page_that_guide_yaml_names_but_nobody_wrote(content: Content) -> None:
    content.write("en/guide.yaml", GUIDE + "      - nobody\n")
    assert content.faults("en/guide.yaml") == [(8, "MISSING-PAGE")]


def test_a_page_that_guide_yaml_does_not_name(content: Content) -> None:
    content.write("en/basics/extra.md", page_text(id="extra"))
    assert content.faults("en/basics/extra.md") == [(1, "NOT-LISTED")]


def test_a_page_that_is_named_twice(content: Content) -> None:
    content.write("en/guide.yaml", GUIDE + "      - plasma\n")
    assert content.faults("en/guide.yaml") == [(8, "CHAPTERS")]


def test_a_chapter_without_a_title(content: Content) -> None:
    content.write("en/guide.yaml", GUIDE + "  - {id: more, pages: []}\n")
    assert content.faults("en/guide.yaml") == [(8, "CHAPTERS")]


def test_a_term_without_a_meaning(content: Content) -> None:
    content.write("en/glossary.yaml", GLOSSARY + "drip:\n  word: Drip\n")
    assert content.faults("en/glossary.yaml") == [(5, "GLOSSARY")]


def test_a_term_with_a_key_too_many(content: Content) -> None:
    content.write("en/glossary.yaml", GLOSSARY + "  colour: red\n")
    assert content.faults("en/glossary.yaml") == [(5, "UNKNOWN-KEY")]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("    text: Your arm bleeds\n", "", (4, "EFFECTS")),
        ("facts: [F-1]", "facts: [F-99]", (8, "UNKNOWN-FACT")),
        ("facts: [F-1]", "facts: [F-MEMORY]", (8, "MEMORY-FACT")),
        ("    facts: [F-1]\n", "", (4, "NO-FACT")),
        ("    facts: [F-1]\n", "    when: [elbow]\n    facts: [F-1]\n", (8, "EFFECTS")),
        ("    facts: [F-1]\n", "    group: skin\n    facts: [F-1]\n", (8, "EFFECTS")),
        ("    facts: [F-1]\n", "    colour: red\n    facts: [F-1]\n", (8, "UNKNOWN-KEY")),
        ("text: Chest pain", "text: Your arm bleeds", (9, "EFFECTS")),
        ("also: [pain]", "also: [ache]", (12, "UNKNOWN-SIGN")),
        ("signs: [bleeding], ", "", (12, "EFFECTS")),
        ("from: 3", "from: 4", (17, "EFFECTS")),
        ("began: [at-home]", "began: [at-noon]", (17, "EFFECTS")),
        ("tingling: {from", "tickle: {from", (17, "EFFECTS")),
        ("  words: It says when to call.\n", "", (13, "EFFECTS")),
        ("first_aid: Press on it.", 'first_aid: "Call {{slot:a-friend}}."', (7, "BROKEN-LINK")),
        ("first_aid: Press on it.", "instead: 3", (7, "EFFECTS")),
        ("first_aid: Press on it.", 'besides: "Call {{slot:a-friend}}."', (7, "BROKEN-LINK")),
        ("  note: If", "  first: {signs: [bleeding]}\n  note: If", (25, "EFFECTS")),
        ("  note: If", "  first: {signs: [], then: Call.}\n  note: If", (25, "EFFECTS")),
        ("  note: If", "  first: {signs: [ache], then: Call.}\n  note: If", (25, "UNKNOWN-SIGN")),
        ("  note: If", "  first: {signs: [pain], then: Call.}\n  note: If", (25, "EFFECTS")),
        ("  lead: Call, even if you are not sure.\n", "", (18, "EFFECTS")),
    ],
)
def test_fixed_words_that_are_not_whole(content: Content, old: str, new: str, fault: tuple[int, str]) -> None:
    content.change("en/effects.yaml", old, new)
    assert content.faults("en/effects.yaml") == [fault]


def test_each_sign_has_a_tier_and_each_tier_a_sign(content: Content) -> None:
    content.change("en/effects.yaml", "tier: now", "tier: later")
    assert set(content.faults("en/effects.yaml")) == {(5, "EFFECTS"), (3, "EFFECTS")}


def test_the_words_of_the_signs_are_easy_to_read(content: Content) -> None:
    hard = "Considerable neurological deterioration necessitates immediate professional consultation"
    content.change("en/effects.yaml", "Your arm bleeds", hard)
    content.change("en/effects.yaml", "Press on it.", f"{hard}. {hard}.")
    assert content.faults("en/effects.yaml") == [(3, "GRADE")]


def test_an_alias_that_would_fill_the_memory(content: Content) -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    content.write("en/effects.yaml", bomb)
    assert [code for __, code in content.faults("en/effects.yaml")] == ["YAML"]


def test_a_folder_without_a_guide(tmp_path: Path) -> None:
    assert [fault.code for fault in check(tmp_path)] == ["FILE"]


# The command


def test_the_command_prints_each_fault_and_fails(
    content: Content, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    content.page(minute="Plasma is yellow.")
    monkeypatch.chdir(content.folder.parent)

    assert run(content.folder) == 1

    row = "content/en/basics/plasma.md:17: NO-FACT: no fact stands behind this: “Plasma is yellow.”\n"
    assert capsys.readouterr().out == row


def test_the_command_is_silent_when_all_is_well(content: Content, capsys: pytest.CaptureFixture[str]) -> None:
    content.page(next_review=str(dt.date.today()))

    assert run(content.folder) == 0

    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("text", "code"), [("F-99: Never was.\n", "UNKNOWN-FACT"), ("F-1: ''\n", "EXCLUDED"), ("- F-1\n", "YAML")]
)
def test_a_fact_is_left_out_for_a_reason(content: Content, text: str, code: str) -> None:
    content.write("evidence/excluded.yaml", text)
    assert content.faults("evidence/excluded.yaml") == [(1, code)]


@pytest.mark.parametrize(
    ("old", "new", "line"), [("title: A small guide", "title: All 9 pages", 1), ("title: Basics", "title: 3 basics", 4)]
)
def test_a_title_of_the_guide_or_a_chapter_holds_no_number(content: Content, old: str, new: str, line: int) -> None:
    content.change("en/guide.yaml", old, new)
    assert content.faults("en/guide.yaml") == [(line, "NUMBER")]


@pytest.mark.parametrize(("access", "faults"), [("line", []), ("needles", []), ("arms", [(7, "FRONT-MATTER")])])
def test_a_page_is_for_people_with_needles_or_with_a_line(
    content: Content, access: str, faults: list[tuple[int, str]]
) -> None:
    path = content.page()
    path.write_text(path.read_text().replace("do: ", f"access: {access}\ndo: ", 1))
    assert content.faults() == faults
