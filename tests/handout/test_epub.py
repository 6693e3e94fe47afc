"""The booklet for a phone or a reader, in a short form; ``test_epubcheck`` has it judged by EPUBCheck."""

from __future__ import annotations

import io
import itertools
import zipfile
from functools import cache
from pathlib import PurePosixPath
from xml.etree import ElementTree

import pytest

from tests.handout.conftest import MADE_AT, MakeBooklet
from tests.handout.test_typeset import ODD, with_words
from tpe_guide.diary import catalogue
from tpe_guide.guide.library import Library
from tpe_guide.guide.model import Picture
from tpe_guide.handout.booklet import Wish, build
from tpe_guide.handout.epub import to_epub

XHTML, OPF, OPS = "{http://www.w3.org/1999/xhtml}", "{http://www.idpf.org/2007/opf}", "{http://www.idpf.org/2007/ops}"
BOOKS = [(), ("tingling",), ("how-often", "on-the-machine")]


@cache
def book(*pages: str) -> zipfile.ZipFile:
    """Made once for all who look at it."""
    made = build(Library.load(), catalogue.load("en"), {}, Wish(pages), MADE_AT)
    return zipfile.ZipFile(io.BytesIO(to_epub(made)))


def tree(opened: zipfile.ZipFile, name: str) -> ElementTree.Element:
    return ElementTree.fromstring(opened.read(f"EPUB/{name}"))


def texts(opened: zipfile.ZipFile) -> dict[str, ElementTree.Element]:
    names = [PurePosixPath(name).name for name in opened.namelist() if name.endswith(".xhtml")]
    return {name: tree(opened, name) for name in names}


def manifest(opened: zipfile.ZipFile) -> dict[str, str]:
    items = tree(opened, "package.opf").iter(f"{OPF}item")
    return {item.attrib["id"]: item.attrib["href"] for item in items}


def test_its_kind_comes_first_and_as_it_is() -> None:
    data = book("tingling").fp
    assert data is not None
    data.seek(0)
    start = data.read(58)
    assert start[30:38] == b"mimetype"
    assert start[38:] == b"application/epub+zip"
    assert book("tingling").infolist()[0].compress_type == zipfile.ZIP_STORED
    assert book("tingling").testzip() is None


@pytest.mark.parametrize("pages", BOOKS)
def test_every_file_is_in_the_manifest_and_every_text_is_read(pages: tuple[str, ...]) -> None:
    opened = book(*pages)
    files = {name.removeprefix("EPUB/") for name in opened.namelist() if name.startswith("EPUB/")} - {"package.opf"}
    listed = manifest(opened)
    assert set(listed.values()) == files
    assert len(listed) == len(files)
    order = [listed[item.attrib["idref"]] for item in tree(opened, "package.opf").iter(f"{OPF}itemref")]
    assert sorted(order) == sorted(name for name in files if name.endswith(".xhtml"))
    assert order[0] == "urgent.xhtml"


@pytest.mark.parametrize("pages", BOOKS)
def test_every_link_leads_to_something(pages: tuple[str, ...]) -> None:
    files = texts(book(*pages))
    ids = {(name, each.attrib["id"]) for name, root in files.items() for each in root.iter() if "id" in each.attrib}
    names = {*manifest(book(*pages)).values()}
    count = 0
    for name, root in files.items():
        for each in root.iter():
            target = each.attrib.get("href") or each.attrib.get("src")
            if target is None:
                continue
            file, __, place = target.partition("#")
            assert (file or name) in names
            assert not place or (file or name, place) in ids
            count += 1
    assert count > 50


@pytest.mark.parametrize("pages", BOOKS)
def test_no_id_is_there_twice(pages: tuple[str, ...]) -> None:
    for root in texts(book(*pages)).values():
        ids = [each.attrib["id"] for each in root.iter() if "id" in each.attrib]
        assert len(ids) == len(set(ids))


def test_sources_and_words_lead_back_to_every_page_that_names_them(booklet: MakeBooklet) -> None:
    made, files = booklet(), texts(book())
    links = {each.attrib["href"] for name in ("sources.xhtml", "words.xhtml") for each in files[name].iter(f"{XHTML}a")}
    assert links == {f"page-{page}.xhtml#c{source.number}" for source in made.sources for page in source.pages} | {
        f"page-{page}.xhtml#w-{word.id}" for word in made.words for page in word.pages
    }


def test_the_way_back_is_short_to_see_and_whole_to_hear() -> None:
    files = texts(book("tingling"))
    assert "1.1 · What you may feel" in "".join(files["page-tingling.xhtml"].itertext())
    back = [each for each in files["words.xhtml"].iter(f"{XHTML}a") if "tingling" in each.attrib["href"]]
    assert {(each.text, each.attrib["aria-label"]) for each in back} == {("1.1", "1.1 Why might I tingle?")}


def test_headings_begin_at_one_and_skip_none() -> None:
    for name, root in texts(book()).items():
        levels = [int(each.tag[-1]) for each in root.iter() if each.tag in {f"{XHTML}h{n}" for n in range(1, 7)}]
        assert levels[0] == 1, name
        assert levels.count(1) == 1, name
        assert all(after <= before + 1 for before, after in itertools.pairwise(levels)), name


def test_each_picture_is_a_file_with_its_words(booklet: MakeBooklet) -> None:
    told = {part.alt for section in booklet().sections for part in section.parts if isinstance(part, Picture)}
    images = [each for root in texts(book()).values() for each in root.iter(f"{XHTML}img")]
    assert {each.attrib["alt"] for each in images} - {""} == told
    for name in {each.attrib["src"] for each in images}:
        assert tree(book(), name).tag == "{http://www.w3.org/2000/svg}svg"


def test_tables_name_their_columns_and_rows() -> None:
    tables = [each for root in texts(book()).values() for each in root.iter(f"{XHTML}table")]
    assert len(tables) > 20
    for table in tables:
        heads = [each.attrib["scope"] for each in table.iter(f"{XHTML}th")]
        assert {*heads} == {"col", "row"}


def test_the_contents_name_every_chapter_and_page(booklet: MakeBooklet) -> None:
    nav = next(each for each in tree(book(), "nav.xhtml").iter(f"{XHTML}nav") if each.attrib[f"{OPS}type"] == "toc")
    said = ["".join(each.itertext()) for each in nav.iter() if each.tag in (f"{XHTML}a", f"{XHTML}span")]
    made = booklet()
    in_order = [
        title
        for number, chapter in enumerate(made.chapters, start=1)
        for title in (
            f"{number} {chapter.title}",
            *(f"{number}.{at} {section.title}" for at, section in enumerate(chapter.sections, start=1)),
        )
    ]
    assert said == ["Urgent help", "About this booklet", *in_order, "Words explained", "Where this comes from"]


def test_it_says_what_it_can_do_for_whom_and_claims_no_standard() -> None:
    metas = [(each.attrib["property"], each.text) for each in tree(book(), "package.opf").iter(f"{OPF}meta")]
    assert ("dcterms:modified", "2026-05-14T09:12:00Z") in metas
    assert ("schema:accessibilityFeature", "alternativeText") in metas
    assert ("schema:accessModeSufficient", "textual") in metas
    assert ("schema:accessibilityHazard", "none") in metas
    assert not [name for name, __ in metas if "conformsTo" in name]


def test_a_book_without_pictures_does_not_speak_of_them() -> None:
    package = book("limits").read("EPUB/package.opf").decode()
    assert "visual" not in package
    assert "alternativeText" not in package


def test_every_file_is_in_the_language_of_the_guide() -> None:
    for root in texts(book("tingling")).values():
        assert root.attrib["lang"] == "en"


def test_a_language_written_from_the_right_is_told_as_such(booklet: MakeBooklet) -> None:
    for from_the_right in (False, True):
        made = booklet("tired")._replace(from_the_right=from_the_right)
        opened = zipfile.ZipFile(io.BytesIO(to_epub(made)))
        direction = "rtl" if from_the_right else None
        assert {root.attrib.get("dir") for root in texts(opened).values()} == {direction}
        [spine] = tree(opened, "package.opf").iter(f"{OPF}spine")
        assert spine.attrib.get("page-progression-direction") == direction


def test_letters_and_colours_stay_the_readers_own() -> None:
    style = book("tingling").read("EPUB/style.css").decode()
    assert "font-family" not in style
    assert "color:" not in style
    assert "px; font" not in style


def test_the_same_booklet_is_the_same_bytes(booklet: MakeBooklet) -> None:
    made = booklet("tingling")
    assert to_epub(made) == to_epub(made)
    assert {entry.date_time for entry in book("tingling").infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.create_system for entry in book("tingling").infolist()} == {3}


def test_two_booklets_are_two_books(booklet: MakeBooklet) -> None:
    one, other = (tree(book(page), "package.opf").find(".//{*}identifier").text for page in ("tingling", "cramps"))
    assert one != other


@pytest.mark.parametrize("words", [ODD, "<b>&amp;\"'</b>]]>", "\x07bell\x00 \ufffe", "\u202eabc"])
def test_odd_words_are_written_and_never_obeyed(booklet: MakeBooklet, words: str) -> None:
    opened = zipfile.ZipFile(io.BytesIO(to_epub(with_words(booklet("tired"), words))))
    first = next(name for name in opened.namelist() if "page-tired" in name)
    said = "".join(ElementTree.fromstring(opened.read(first)).itertext())
    assert "".join(sign for sign in words if sign.isprintable()) in said


def test_progress_is_told_page_by_page(booklet: MakeBooklet) -> None:
    heard: list[tuple[int, int]] = []
    to_epub(booklet("tired", "cramps"), lambda number, count: heard.append((number, count)))
    assert heard == [(1, 3), (2, 3), (3, 3)]
