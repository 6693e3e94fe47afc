"""The content gate: every fact traced, every number locked, every page short and plain.

``tpe-guide content check`` prints each fault as ``FILE:LINE: CODE: message``. What to do about each code
stands in ``content/README.md``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tpe_guide import paths
from tpe_guide.authoring.coverage import check_coverage, citing_pages, coverage_rows, gaps
from tpe_guide.authoring.effects import fixed_words, stated_in
from tpe_guide.authoring.fault import Fault, Faults, shown
from tpe_guide.authoring.glossary import check_glossary, free_spellings
from tpe_guide.authoring.manuscript import Manuscript
from tpe_guide.authoring.pack import pictures_of
from tpe_guide.authoring.page_check import PageCheck
from tpe_guide.authoring.passages import every_run, unsourced
from tpe_guide.authoring.pictures.entries import sentences, stated
from tpe_guide.authoring.reading import Reading, read_content
from tpe_guide.authoring.self_check import stated as stated_in_questions
from tpe_guide.authoring.sign_prose import Passage, passages_of, read_sign_words
from tpe_guide.authoring.source import read_yaml
from tpe_guide.authoring.source_order import check_source_order
from tpe_guide.authoring.stated import check_grade, check_stated
from tpe_guide.authoring.term_order import Terms, check_term_order
from tpe_guide.authoring.walk_list import stated_on
from tpe_guide.guide.readability import words
from tpe_guide.i18n import _
from tpe_guide.vocabulary.signs import SLOT


def check(content: Path, *, today: dt.date | None = None) -> list[Fault]:
    """Every fault in the content folder *content*, by file and line. Pictures are looked for beside it."""
    return check_reading(read_content(content), today=today)


def check_reading(reading: Reading, *, today: dt.date | None = None) -> list[Fault]:
    """Every fault in what was read, by file and line."""
    if not reading.is_safe:
        return sorted(reading.faults_of_evidence)
    faults, manuscripts = reading.faults(), reading.manuscripts
    if not manuscripts:  # else its facts would be missed as well
        return [Fault(reading.content, 1, "FILE", _("no guide.yaml in any language folder"))]
    if not reading.evidence.facts:  # else every citation would be reported as well
        return sorted(set(reading.faults_of_evidence))
    pictures = pictures_of(reading.content)
    for manuscript in manuscripts:
        _check_manuscript(manuscript, pictures, today or dt.date.today(), faults)
    if not any(manuscript.is_torn for manuscript in manuscripts):  # else its facts would all be missed
        check_coverage(reading.evidence, citing_pages(manuscripts), faults)
    return sorted(set(faults))


def run(directory: Path | None, *, coverage: bool = False, marked: bool = False) -> int:
    """Print the faults in *directory* (or the guide's own content), the coverage table, or the passages marked
    ``[@-]``. The exit code: 1 for a fault or a gap.
    """
    content = directory or paths.content_dir()
    if coverage:
        reading = read_content(content)
        citing = citing_pages(reading.manuscripts)
        _print(coverage_rows(reading.evidence, citing))
        return 1 if gaps(reading.evidence, citing) or not reading.evidence.facts else 0
    if marked:
        _print(unsourced_rows(content))
        return 0
    faults = check(content)
    _print(map(str, faults))
    return 1 if faults else 0


def main(arguments: Sequence[str]) -> int:
    """``python -m tpe_guide.authoring.check [DIR] [--coverage | --unsourced]``. The exit code."""
    import argparse

    parser = argparse.ArgumentParser(prog="tpe-guide content check")
    parser.add_argument("directory", nargs="?", type=Path)
    parser.add_argument("--coverage", action="store_true")
    parser.add_argument("--unsourced", action="store_true")
    options = parser.parse_args(arguments)
    return run(options.directory, coverage=options.coverage, marked=options.unsourced)


def unsourced_rows(content: Path) -> Iterator[str]:
    """Each passage marked ``[@-]``, as ``FILE:LINE: text``, for someone who knows to look over."""
    for manuscript in read_content(content).manuscripts:
        for __, draft in manuscript.pages():
            for spans in every_run(draft):
                for text, line in unsourced(spans):
                    yield f"{shown(draft.path)}:{line}: {text}"


def _check_manuscript(manuscript: Manuscript, pictures: Path, today: dt.date, faults: Faults) -> None:
    folder, language, evidence = manuscript.folder, manuscript.language, manuscript.evidence
    check_glossary(manuscript, faults.of(folder / "glossary.yaml"))
    terms, free = Terms(manuscript.terms), free_spellings(manuscript)
    for __, draft in manuscript.pages():
        page_faults = faults.of(draft.path)
        PageCheck(draft, manuscript, pictures, today, page_faults).run()
        check_term_order(draft, terms, free(draft.id), page_faults)
        check_source_order(draft, evidence, page_faults)
    _check_effects(manuscript, faults.of(folder / "effects.yaml"))
    check_stated(manuscript.titles(), evidence, language, faults.of(folder / "guide.yaml"))
    _check_parts(manuscript, faults.of(folder / "guide.yaml"))
    _check_walks(manuscript, faults.of(folder / "guide.yaml"))
    _check_pictures(manuscript, faults)
    _check_signs(manuscript, faults)


def _check_parts(manuscript: Manuscript, faults: Faults) -> None:
    if manuscript.language == "en" and manuscript.parts:
        questions = [part.question for part in manuscript.parts]
        check_grade(questions, manuscript.guide.line("questions"), frozenset(), faults)


def _check_walks(manuscript: Manuscript, faults: Faults) -> None:
    for walk in manuscript.walks:
        said = list(stated_on(walk, manuscript.guide))
        check_stated(said, manuscript.evidence, manuscript.language, faults)
        if manuscript.language == "en":
            check_grade([words.text for words in said], said[0].line, frozenset(), faults)


def _check_effects(manuscript: Manuscript, faults: Faults) -> None:
    data = manuscript.effects
    check_stated(stated_in(data, manuscript.evidence), manuscript.evidence, manuscript.language, faults)
    if manuscript.language == "en" and data.value:
        said = [SLOT.sub("", text) for text, __ in fixed_words(data)]
        check_grade(said, data.line("signs"), _spoken(manuscript), faults)


def _spoken(manuscript: Manuscript) -> frozenset[str]:
    """The words that the glossary explains."""
    named = (text.lower() for term in manuscript.terms.values() for text in (term.word, *term.also))
    return frozenset(word for text in named for word in words(text))


def _check_pictures(manuscript: Manuscript, faults: Faults) -> None:
    spoken = _spoken(manuscript)
    for name, data in manuscript.pictures.items():
        picture_faults = faults.of(manuscript.folder / f"{name}.yaml")
        check_stated(stated(data, manuscript.evidence), manuscript.evidence, manuscript.language, picture_faults)
        if manuscript.language == "en" and data.value:
            check_grade(list(sentences(data)), 1, spoken, picture_faults)


def _check_signs(manuscript: Manuscript, faults: Faults) -> None:
    """Whoever names a sign says the call of the table."""
    path = manuscript.folder / "sign-words.yaml"
    if not path.is_file():
        return
    word_faults = faults.of(path)
    words_ = read_sign_words(read_yaml(path, word_faults), manuscript.effects, word_faults)
    if words_ is None:
        return
    for __, draft in manuscript.pages():
        words_.check(passages_of(draft), faults.of(draft.path))
    said = {name: list(stated(data, manuscript.evidence)) for name, data in manuscript.pictures.items() if data.value}
    questions = manuscript.check_yourself
    said["check-yourself"] = [
        words for name in questions.value for words in stated_in_questions(questions, name, manuscript.evidence)
    ]
    for name, texts in said.items():
        passages = (Passage(text, line) for text, line, __ in texts if isinstance(text, str))
        words_.check(passages, faults.of(manuscript.folder / f"{name}.yaml"))


def _print(rows: Iterable[str]) -> None:
    for row in rows:
        print(row)


if __name__ == "__main__":
    import sys

    sys.exit(main(sys.argv[1:]))
