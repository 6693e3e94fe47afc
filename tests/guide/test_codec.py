"""The compiled guide: a line for each page, read when the page is opened, and never when it was damaged."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpe_guide.guide.codec import decode_guide, encode_guide

GUIDE: dict[str, Any] = {
    "format": 2,
    "terms": {"plasma": ["plasma", "The liquid, yellow part\nof blood: “plasma”."]},
    "pages": {"one": {"title": "One, “1”"}, "two: 2": {"title": "Two,\n2"}},
}


def test_it_is_plain_json_with_a_line_for_each_page() -> None:
    file = encode_guide(GUIDE)
    read = json.loads(file)
    assert {key: read[key] for key in GUIDE} == GUIDE
    assert len(file.splitlines()) == 2 + len(GUIDE["pages"]) + 1


def test_a_page_is_read_when_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    file = encode_guide(GUIDE)
    data = decode_guide(file)
    read: list[Any] = []
    loads = json.loads
    monkeypatch.setattr(json, "loads", lambda text: read.append(text) or loads(text))
    assert data["pages"]["two: 2"] == {"title": "Two,\n2"}
    assert data["pages"]["two: 2"] is data["pages"]["two: 2"]
    assert len(read) == 1


@given(st.dictionaries(st.text(), st.dictionaries(st.text(), st.text() | st.integers() | st.none()), min_size=1))
def test_whatever_words_a_page_has_it_comes_back(pages: dict[str, Any]) -> None:
    back = decode_guide(encode_guide({"terms": {}, "pages": pages}))
    assert {page: back["pages"][page] for page in pages} == pages


@pytest.mark.parametrize("at", [-1, -3, -10, -40])
def test_a_page_that_was_changed_is_refused(at: int) -> None:
    file = bytearray(encode_guide(GUIDE))
    file[at] ^= 1
    with pytest.raises(ValueError, match=r"."):
        decode_guide(bytes(file))


@pytest.mark.parametrize("file", [b"", b"{}", b"[1]", b'{"format": 2}', encode_guide(GUIDE)[:-20]])
def test_any_other_file_is_refused(file: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        decode_guide(file)
