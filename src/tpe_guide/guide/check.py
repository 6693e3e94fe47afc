"""The content gate: every fact traced, every number locked, every page short and plain.

``tpe-guide content check`` prints each fault as ``FILE:LINE: CODE: message``. What the codes mean stands in
``content/README.md``.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tpe_guide import paths
from tpe_guide.guide.evidence import Evidence, Fact, read_evidence
from tpe_guide.guide.fault import Fault, Faults
from tpe_guide.guide.manuscript import Draft, Manuscript, languages, passages, read_manuscript
from tpe_guide.guide.markup import NO_CLAIM, MarkedSpan, line_of
from tpe_guide.guide.model import (
    Block,
    BulletList,
    Callout,
    Claim,
    Heading,
    Paragraph,
    Picture,
    SourcesDiffer,
    Span,
    Spans,
    Table,
)
from tpe_guide.guide.numbers import uncarried
from tpe_guide.guide.readability import ease, sentences, words
from tpe_guide.guide.source import Data
from tpe_guide.i18n import _

SENTENCE_LIMIT = 20
"""Words in a sentence."""
MEAN_LIMIT = 14
"""Words in a sentence, mean over a page."""
GRADE_LIMIT = 6
"""Flesch–Kincaid grade of a page."""
FACTS_IN_SHORT = 3

_POINTER = re.compile(r"(?:Ask|Tell|Call|Say|Read|See|Show|Write|Talk|Look)\b")


def check(content: Path, *, today: dt.date | None = None) -> list[Fault]:
    """Every fault in the content folder *content*, by file and line. Pictures are looked for beside it."""
    faults = Faults(content)
    today = today or dt.date.today()
    found = languages(content)
    if not found:
        faults.add(1, "FILE", _("no guide.yaml in any language folder"))
        return sorted(faults)
    evidence = read_evidence(content / "evidence", faults)
    if not evidence.facts:  # else every citation would be reported as well
        return sorted(faults)
    for language in found:
        manuscript = read_manuscript(content, language, evidence, faults)
        pictures = content.parent / "assets" / "illustrations"
        for __, draft in manuscript.pages():
            _PageCheck(draft, manuscript, pictures, today, faults.of(draft.path)).run()
        _check_effects(manuscript, faults.of(manuscript.folder / "effects.yaml"))
    return sorted(set(faults))


def run(directory: Path | None, *, coverage: bool = False) -> int:
    """Print the faults in *directory* (or the guide's own content), or the coverage table. The exit code."""
    content = directory or paths.content_dir()
    if coverage:
        for row in coverage_rows(content):
            print(row)
        return 0
    faults = check(content)
    for fault in faults:
        print(fault)
    return 1 if faults else 0


def main(arguments: Sequence[str]) -> int:
    """``python -m tpe_guide.guide.check [DIR] [--coverage]``. The exit code."""
    import argparse

    parser = argparse.ArgumentParser(prog="tpe-guide content check")
    parser.add_argument("directory", nargs="?", type=Path)
    parser.add_argument("--coverage", action="store_true")
    options = parser.parse_args(arguments)
    return run(options.directory, coverage=options.coverage)


def coverage_rows(content: Path) -> Iterator[str]:
    """Each seed fact: the pages that cite it, or the reason why none does."""
    faults = Faults(content)
    evidence = read_evidence(content / "evidence", faults)
    citing: dict[str, list[str]] = {}
    for language in languages(content):
        for __, draft in read_manuscript(content, language, evidence, faults).pages():
            for fact in sorted(_cited(draft)):
                citing.setdefault(fact, []).append(f"{language}/{draft.id}")
    seeds = [fact.id for fact in evidence.facts.values() if fact.status == "seed"]
    for fact in seeds:
        if fact in citing:
            yield f"{fact:<8}{', '.join(citing[fact])}"
        elif fact in evidence.excluded:
            yield f"{fact:<8}" + _("left out: {reason}").format(reason=evidence.excluded[fact])
        else:
            yield f"{fact:<8}" + _("not yet")
    cited = sum(fact in citing for fact in seeds)
    excluded = sum(fact in evidence.excluded and fact not in citing for fact in seeds)
    yield _("{total} seed facts: {cited} cited, {excluded} left out with a reason, {rest} not yet").format(
        total=len(seeds), cited=cited, excluded=excluded, rest=len(seeds) - cited - excluded
    )


@dataclass(slots=True)
class _PageCheck:
    """The rules for one page."""

    draft: Draft
    manuscript: Manuscript
    pictures: Path
    today: dt.date
    faults: Faults
    page_facts: list[Fact] = field(default_factory=list)

    def run(self) -> None:
        self.page_facts = self._facts(_cited(self.draft))
        self._depths()
        self._review_date()
        self._in_short()
        for blocks in (self.draft.body.minute, self.draft.body.full):
            self._blocks(blocks)
        self._front_matter()
        self._pictures()
        self._readability()

    # Shape

    def _depths(self) -> None:
        body = self.draft.body
        for name, blocks in (("minute", body.minute), ("full", body.full)):
            if not blocks:
                self._add(1, "NO-DEPTH", _("“## … {{.{name}}}” is missing or empty").format(name=name))
        if not self.draft.action:
            self._add(self.draft.front.line("do"), "NO-ACTION", _("“do” does not say what to do"))

    def _review_date(self) -> None:
        review = self.draft.next_review
        if dt.date.min < review < self.today:
            message = _("this page was to be reviewed by {date}").format(date=review.isoformat())
            self._add(self.draft.front.line("next_review"), "REVIEW-EXPIRED", message)

    def _pictures(self) -> None:
        for link in self.draft.links:
            if link.kind == "picture" and not (self.pictures / f"{link.target}.svg").is_file():
                message = _("there is no picture {file}").format(
                    file=f"assets/illustrations/{link.target}.svg"
                )
                self._add(link.line, "BROKEN-LINK", message)

    # Facts and numbers

    def _in_short(self) -> None:
        body = self.draft.body
        if len(body.in_short) != FACTS_IN_SHORT:
            message = _("“In short” holds {count} facts; it is to hold {wanted}").format(
                count=len(body.in_short), wanted=FACTS_IN_SHORT
            )
            self._add(body.in_short_line or 1, "IN-SHORT", message)
        for spans in body.in_short:
            self._claim(spans)

    def _blocks(self, blocks: Sequence[Block]) -> None:
        lead_in: Spans = ()
        for block, following in zip(blocks, (*blocks[1:], None), strict=True):
            leads_in = isinstance(block, Paragraph) and _plain(block.spans).endswith(":")
            match block:
                case Heading(spans=spans):
                    self._numbers(spans, self.page_facts)
                case Paragraph(spans=spans) if leads_in and isinstance(following, BulletList | Table):
                    self._numbers(spans, self._facts(_ids(spans)))
                case Paragraph(spans=spans):
                    self._claim(spans)
                case BulletList(items=items):
                    self._list(items, lead_in)
                case Table():
                    self._table(block)
                case SourcesDiffer():
                    self._sources_differ(block)
                case Callout():
                    self._callout(block)
                case Picture():
                    pass
            lead_in = (
                block.spans if isinstance(block, Paragraph) and _plain(block.spans).endswith(":") else ()
            )

    def _callout(self, block: Callout) -> None:
        if block.kind == "say":  # words for the reader to say, not ours to prove
            for inner in block.blocks:
                for spans in inner.items if isinstance(inner, BulletList) else (inner.spans,):
                    self._numbers(spans, self.page_facts)
        else:
            self._blocks(block.blocks)

    def _list(self, items: Sequence[Spans], lead_in: Spans) -> None:
        for spans in items:
            self._claim(spans, also=lead_in)

    def _table(self, table: Table) -> None:
        header = tuple(span for cell in table.header for span in cell)
        self._numbers(header, self._facts(_ids(header)) or self.page_facts)
        for row in table.rows:
            self._claim(tuple(span for cell in row for span in (*cell, *_SPACE)), also=header)

    def _sources_differ(self, block: SourcesDiffer) -> None:
        cited: list[Fact] = []
        for claim in block.claims:
            cited += self._claim_row(claim, block.axis_unit)
        for paragraph in block.advice:
            facts = self._facts(_ids(paragraph.spans))
            self._numbers(paragraph.spans, [*facts, *cited])

    def _claim_row(self, claim: Claim, unit: str) -> list[Fact]:
        spans = (*claim.who, *_SPACE, *claim.says)
        facts = self._facts(_ids(spans))
        if not facts and not _ids(spans):
            self._add(line_of(spans, 1), "NO-FACT", _("a source without a fact, such as [@S0-12]"))
        for number in (claim.low, claim.high):
            placed = "" if number is None else f"{number:g} {unit}"
            for quantity in uncarried(placed, _wordings(facts)):
                if quantity.start == 0:
                    self._number_fault(line_of(spans, 1), quantity.text, facts)
        self._numbers(spans, facts)
        return facts

    def _claim(self, spans: Spans, also: Spans = ()) -> None:
        """A passage that states something: it cites a fact, which carries its numbers."""
        ids = [*_ids(spans), *_ids(also)]
        if not ids and not _states_nothing(spans):
            self._add(
                line_of(spans, 1),
                "NO-FACT",
                _("no fact stands behind this: “{text}”").format(text=_head(spans)),
            )
        self._refuted(spans)
        self._numbers(spans, self._facts(ids))

    def _refuted(self, spans: Spans) -> None:
        for span in spans:
            for fact in self._facts(span.target.split() if span.kind == "cite" else ()):
                if fact.refuted:
                    message = _("fact “{id}” is marked {verdict}: only “Sources differ” may show it").format(
                        id=fact.id, verdict=fact.verdict
                    )
                    self._add(line_of((span,), 1), "REFUTED-FACT", message)

    def _numbers(self, spans: Spans, facts: Sequence[Fact]) -> None:
        text, lines = _joined(spans)
        sources = self.manuscript.evidence.sources
        labels = [sources.get(source, "") for fact in self.page_facts for source in fact.sources]
        for quantity in uncarried(text, _wordings(facts), labels):
            self._number_fault(lines[quantity.start], quantity.text, facts)

    def _number_fault(self, line: int, number: str, facts: Sequence[Fact]) -> None:
        ids = ", ".join(dict.fromkeys(fact.id for fact in facts))
        if ids:
            message = _("“{number}” is not in {facts}").format(number=number, facts=ids)
        else:
            message = _("“{number}” has no fact behind it").format(number=number)
        self._add(line, "NUMBER", message)

    def _front_matter(self) -> None:
        self._numbers(self.draft.action, self.page_facts)
        for key, text in (("title", self.draft.title), ("question", self.draft.question)):
            for quantity in uncarried(text, _wordings(self.page_facts)):
                self._number_fault(self.draft.front.line(key), quantity.text, self.page_facts)

    # Words

    def _readability(self) -> None:
        if self.manuscript.language != "en":  # sentence length and grade are measured for English
            return
        texts = list(_prose(self.draft))
        for spans in texts:
            self._sentences(spans)
        for row in _cells(self.draft):
            self._sentences(row)
        masked = self._masked()
        page = ease((_plain(spans) for spans in texts), masked)
        if page.words_per_sentence > MEAN_LIMIT:
            message = _("{mean:.1f} words in a sentence on this page; at most {limit}").format(
                mean=page.words_per_sentence, limit=MEAN_LIMIT
            )
            self._add(1, "LONG-SENTENCES", message)
        if page.grade > GRADE_LIMIT:
            hardest = max(texts, key=lambda spans: ease([_plain(spans)], masked).grade)
            message = _(
                "reading grade {grade:.1f} on this page; at most {limit}. Hardest: line {line}"
            ).format(grade=page.grade, limit=GRADE_LIMIT, line=line_of(hardest, 1))
            self._add(1, "GRADE", message)

    def _sentences(self, spans: Spans) -> None:
        text, lines = _joined(spans)
        begin = 0
        for sentence in sentences(text):
            begin = text.index(sentence, begin)
            count = len(words(sentence))
            if count > SENTENCE_LIMIT:
                message = _("{count} words in one sentence; at most {limit}: “{text}…”").format(
                    count=count, limit=SENTENCE_LIMIT, text=" ".join(sentence.split()[:5])
                )
                self._add(lines[begin], "LONG-SENTENCE", message)
            begin += len(sentence)

    def _masked(self) -> frozenset[str]:
        """The words of the glossary terms that this page explains."""
        linked = {span.target for spans in passages(self.draft) for span in spans if span.kind == "word"}
        spoken = [span.text for spans in passages(self.draft) for span in spans if span.kind == "word"]
        for term in linked:
            spoken += self.manuscript.spellings.get(term, ())
        return frozenset(word.lower() for text in spoken for word in words(text))

    def _facts(self, ids: Iterable[str]) -> list[Fact]:
        facts = self.manuscript.evidence.facts
        return [facts[name] for name in dict.fromkeys(ids) if name in facts]

    def _add(self, line: int, code: str, message: str) -> None:
        self.faults.add(line, code, message)


def _check_effects(manuscript: Manuscript, faults: Faults) -> None:
    """Numbers in the fixed words: carried by the facts of their own entry; in *Urgent help*, by those of any."""
    data = manuscript.effects
    if data is None:
        return
    behind_all: list[Fact] = []
    for part in ("effects", "warnings"):
        entries = data.value.get(part)
        for name, entry in entries.items() if isinstance(entries, dict) else ():
            facts = _behind(entry, manuscript.evidence)
            behind_all += facts
            _check_words(entry, (part, name), facts, data, faults)
    urgent = data.value.get("urgent")
    _check_words(urgent, ("urgent",), [*behind_all, *_behind(urgent, manuscript.evidence)], data, faults)


def _check_words(
    value: object, place: tuple[str | int, ...], facts: Sequence[Fact], data: Data, faults: Faults
) -> None:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in ("facts", "red_flag", "icon"):
                _check_words(inner, (*place, key), facts, data, faults)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            _check_words(inner, (*place, index), facts, data, faults)
    elif isinstance(value, str):
        for quantity in uncarried(value, _wordings(facts)):
            message = _("“{number}” has no fact behind it").format(number=quantity.text)
            faults.add(data.line(*place), "NUMBER", message)


def _behind(entry: object, evidence: Evidence) -> list[Fact]:
    ids = entry.get("facts") if isinstance(entry, dict) else None
    return [evidence.facts[fact] for fact in ids or () if fact in evidence.facts]


_SPACE = (Span(" "),)


def _plain(spans: Spans) -> str:
    return "".join(span.text for span in spans if span.kind != "cite")


def _joined(spans: Spans) -> tuple[str, list[int]]:
    """The words of *spans*, and for each character the line it stands on."""
    lines: list[int] = []
    line = line_of(spans, 1)
    for span in spans:
        if isinstance(span, MarkedSpan):
            line = span.line
        if span.kind != "cite":
            lines += [line] * len(span.text)
    return _plain(spans), lines


def _head(spans: Spans) -> str:
    text = _plain(spans).strip()
    return text if len(text) <= 40 else f"{text[:39].rstrip()}…"


def _ids(spans: Spans) -> list[str]:
    """The facts cited in *spans*, ``[@-]`` among them."""
    return [fact for span in spans if span.kind == "cite" for fact in span.target.split()]


def _cited(draft: Draft) -> set[str]:
    return {fact for spans in passages(draft) for fact in _ids(spans)} - {NO_CLAIM}


def _wordings(facts: Iterable[Fact]) -> list[str]:
    return [fact.wording for fact in facts]


def _states_nothing(spans: Spans) -> bool:
    """Only questions to ask, or where to read or whom to ask."""
    return all(
        sentence.rstrip("”’\"') ").endswith("?") or _POINTER.match(sentence)
        for sentence in sentences(_plain(spans))
    )


def _prose(draft: Draft) -> Iterator[Spans]:
    """The running text of a page: what is read in sentences."""
    yield from draft.body.in_short
    for block in (*draft.body.minute, *draft.body.full):
        yield from _prose_of(block)
    yield draft.action


def _prose_of(block: Block) -> Iterator[Spans]:
    match block:
        case Paragraph(spans=spans):
            yield spans
        case BulletList(items=items):
            yield from items
        case SourcesDiffer(advice=advice):
            for paragraph in advice:
                yield paragraph.spans
        case Callout(blocks=blocks):
            for inner in blocks:
                yield from _prose_of(inner)


def _cells(draft: Draft) -> Iterator[Spans]:
    """The words of a page that stand in tables and headings: too short to grade, still not to be long."""
    for block in (*draft.body.minute, *draft.body.full):
        match block:
            case Heading(spans=spans):
                yield spans
            case Table(rows=rows):
                for row in rows:
                    yield from row
            case SourcesDiffer(claims=claims):
                for claim in claims:
                    yield claim.who
                    yield claim.says


if __name__ == "__main__":
    import sys

    sys.exit(main(sys.argv[1:]))
