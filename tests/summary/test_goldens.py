"""The nurse's page of each diary of the corpus is as somebody last looked at it: see ``goldens``."""

from __future__ import annotations

import pytest
from PIL import ImageStat

from tests.summary import corpus, goldens
from tests.summary.corpus import CORPUS, Brought
from tests.summary.goldens import GOLDEN, differences, kept, look, renew
from tests.summary.stories import of
from tpe_guide.diary.model import Question
from tpe_guide.summary.papers import PAPERS, Paper

SHORT = ("a_fever_without_its_tile", "from_the_right")
LEAST = 30
MOST_BYTES = 3_000_000


@pytest.mark.parametrize("name", SHORT)
def test_a_few_of_them_are_as_before(name: str) -> None:
    assert not differences(name, "a4"), "python -m tests.summary.goldens show"


@pytest.mark.slow
@pytest.mark.parametrize("name", CORPUS)
@pytest.mark.parametrize("paper", PAPERS)
def test_all_are_as_before(name: str, paper: Paper) -> None:
    found = differences(name, paper)
    assert not found, "\n".join([*found, "python -m tests.summary.goldens show"])


def test_the_corpus_is_large_and_what_is_kept_of_it_small() -> None:
    assert len(CORPUS) >= LEAST
    kept_of = {path.name.partition(".")[0] for path in GOLDEN.iterdir()}
    assert kept_of == set(CORPUS)
    assert sum(path.stat().st_size for path in GOLDEN.iterdir()) < MOST_BYTES


class TestWhatIsSeen:
    """Of a small change to a page that is kept."""

    @pytest.fixture(autouse=True)
    def of_one_diary(self, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(goldens, "GOLDEN", tmp_path_factory.mktemp("golden"))
        monkeypatch.setattr(goldens, "PAPERS", ("a4",))
        monkeypatch.setitem(corpus.CORPUS, "one", lambda: Brought(of(questions=(Question("Why?"),), sessions=1)))
        renew("one")

    def test_nothing_where_nothing_changed(self) -> None:
        assert differences("one", "a4") == []

    def test_a_word_in_text_and_a_mark_in_pixels(self, monkeypatch: pytest.MonkeyPatch) -> None:
        asked = Brought(of(questions=(Question("Who?", asked=True),), sessions=1))
        monkeypatch.setitem(corpus.CORPUS, "one", lambda: asked)
        found = differences("one", "a4")
        assert any(line.startswith("-") and "Why?" in line for line in found)
        assert any(line.startswith("+") and "Who? (asked)" in line for line in found)
        assert found[-1].startswith("page 1 looks different at ")

    def test_a_line_that_is_gone_and_has_no_words(self) -> None:
        (page,) = kept("one", "a4").pages
        (now,) = look("one", "a4").pages
        assert goldens.amiss(now, page) == []
        rows = [(0, y, page.width, y + 1) for y in range(page.height)]
        rule = min(rows, key=lambda row: ImageStat.Stat(page.crop(row)).sum[0])
        page.paste(255, rule)
        assert goldens.amiss(now, page)
