"""The rules for one page: its parts, its facts and numbers, its words."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path

from tpe_guide.authoring.draft import Draft
from tpe_guide.authoring.evidence import Fact
from tpe_guide.authoring.fault import Faults
from tpe_guide.authoring.inline import fact_ids, line_of, plain
from tpe_guide.authoring.manuscript import Manuscript
from tpe_guide.authoring.markup import Label
from tpe_guide.authoring.numbers import counts_in, uncarried
from tpe_guide.authoring.passages import cited, every_run, labels, prose, unsourced, with_lines
from tpe_guide.authoring.source import check_hash
from tpe_guide.authoring.stated import check_aloud, check_sentence_lengths
from tpe_guide.authoring.svg_check import words_in
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
from tpe_guide.guide.readability import GRADE_LIMIT, MEAN_LIMIT, ease, sentences, words
from tpe_guide.i18n import _
from tpe_guide.pictures.drawing.art import YOURS, drawing_of, part_of, parts_in
from tpe_guide.vocabulary.terms import ACCESSES_SAID

FACTS_IN_SHORT = 3

_POINTER = re.compile(r"[“‘]?(?:Ask|Tell|Call|Say|Read|See|Show|Write|Talk|Look)\b")
"""How a sentence begins that states nothing: it says whom to ask or where to read."""
_SPACE = (Span(" "),)


@dataclass(slots=True)
class PageCheck:
    """Looks at one page. *pictures* is the folder of illustrations."""

    draft: Draft
    manuscript: Manuscript
    pictures: Path
    today: dt.date
    faults: Faults
    page_facts: list[Fact] = field(default_factory=list)

    def run(self) -> None:
        """Note every fault of the page."""
        self.page_facts = self._facts(cited(self.draft))
        self._depths()
        self._review_date()
        self._in_short()
        for blocks in (self.draft.body.minute, self.draft.body.full):
            self._blocks(blocks)
        self._labels()
        self._pictures()
        self._readability()

    # Shape

    def _depths(self) -> None:
        body = self.draft.body
        for name, blocks in (("minute", body.minute), ("full", body.full)):
            if not blocks:
                self._add(1, "NO-DEPTH", _("“## … {{.{name}}}” is missing or empty").format(name=name))

    def _review_date(self) -> None:
        review = self.draft.next_review
        if review is not None and review < self.today:
            message = _("this page was to be reviewed by {date}").format(date=review.isoformat())
            self._add(self.draft.front.line("next_review"), "REVIEW-EXPIRED", message)

    def _pictures(self) -> None:
        for link in self.draft.links:
            if link.kind != "picture":
                continue
            name, part = drawing_of(link.target), part_of(link.target)
            path = self.pictures / f"{name}.svg"
            if not path.is_file():
                message = _("there is no picture {file}").format(file=f"assets/illustrations/{name}.svg")
                self._add(link.line, "BROKEN-LINK", message)
                continue
            self._drawn_numbers(path, link.line)
            wanted = set(ACCESSES_SAID) - {"unknown"} if part == YOURS else {part} - {""}
            if wanted - set(parts_in(path.read_text(encoding="utf-8", errors="replace"))):
                message = _("the picture “{name}” has no part “{part}”").format(name=name, part=part)
                self._add(link.line, "BROKEN-LINK", message)

    def _drawn_numbers(self, picture: Path, line: int) -> None:
        """The numbers in a drawing are those of the facts of the page. A lone digit counts its parts: 1, 2, 3."""
        facts = [fact.wording for fact in self.page_facts]
        drawn = (text for text in words_in(picture.read_bytes()) if len(text.strip()) > 1)
        for words_drawn in drawn:
            for quantity in uncarried(words_drawn, facts):
                message = _("“{number}” in the picture has no fact behind it").format(number=quantity.text)
                self._add(line, "NUMBER", message)

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
        for block, following in zip_longest(blocks, blocks[1:]):
            leads_in = isinstance(block, Paragraph) and plain(block.spans).endswith(":")
            match block:
                case Heading(spans=spans):
                    self._numbers(spans, self.page_facts)
                case Paragraph(spans=spans) if leads_in and isinstance(following, BulletList | Table):
                    self._fit_to_state(spans)
                    if self._no_claim_is_none(spans):
                        self._numbers(spans, self._facts(fact_ids(spans)))
                case Paragraph(spans=spans):
                    self._claim(spans)
                case BulletList(items=items):
                    for item in items:
                        self._claim(item, also=lead_in)
                case Table():
                    self._table(block)
                case SourcesDiffer():
                    self._sources_differ(block)
                case Callout():
                    self._callout(block)
                case Picture():
                    pass
            lead_in = block.spans if isinstance(block, Paragraph) and leads_in else ()

    def _callout(self, block: Callout) -> None:
        if block.kind == "say":  # words for the reader to say, not ours to prove
            for inner in block.blocks:
                for spans in inner.items if isinstance(inner, BulletList) else (inner.spans,):
                    self._numbers(spans, self.page_facts)
        else:
            self._blocks(block.blocks)

    def _table(self, table: Table) -> None:
        header = tuple(span for cell in table.header for span in cell)
        self._fit_to_state(header)
        self._numbers(header, self._facts(fact_ids(header)) or self.page_facts)
        for row in table.rows:
            self._claim(tuple(span for cell in row for span in (*cell, *_SPACE)), also=header)

    def _sources_differ(self, block: SourcesDiffer) -> None:
        cited: list[Fact] = []
        for claim in block.claims:
            cited += self._claim_row(claim, block.axis_unit)
        for paragraph in block.advice:
            self._fit_to_state(paragraph.spans, disputed=True)
            facts = self._facts(fact_ids(paragraph.spans))
            self._numbers(paragraph.spans, [*facts, *cited])

    def _claim_row(self, claim: Claim, unit: str) -> list[Fact]:
        spans = (*claim.who, *_SPACE, *claim.says)
        facts = self._facts(fact_ids(spans))
        self._fit_to_state(spans, disputed=True)
        if not facts and not fact_ids(spans):
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
        ids = [*fact_ids(spans), *fact_ids(also)]
        if not ids and not _states_nothing(spans):
            self._add(
                line_of(spans, 1),
                "NO-FACT",
                _("no fact stands behind this: “{text}”").format(text=_head(spans)),
            )
        self._fit_to_state(spans)
        if self._no_claim_is_none(spans):
            self._numbers(spans, self._facts(ids))

    def _fit_to_state(self, spans: Spans, *, disputed: bool = False) -> None:
        """Each fact cited in *spans* may be stated here: a poor or refuted one only where it is *disputed*."""
        evidence = self.manuscript.evidence
        for span in spans:
            for fact in self._facts(span.target.split() if span.kind == "cite" else ()):
                unfit = evidence.unfit(fact)
                excepted = (self.draft.id, fact.id) in evidence.exceptions and not fact.refuted
                if unfit and not excepted and not (disputed and unfit.code != "HELD-BACK"):
                    self._add(line_of((span,), 1), unfit.code, unfit.message)

    def _no_claim_is_none(self, spans: Spans) -> bool:
        """No passage marked ``[@-]`` says how many or how long."""
        found = [(quantity.text, line) for text, line in unsourced(spans) for quantity in counts_in(text)]
        for number, line in found:
            message = _("“{number}” stands in a passage marked [@-]: cite its fact, or leave it out")
            self._add(line, "NO-CLAIM-NUMBER", message.format(number=number))
        return not found

    def _numbers(self, spans: Spans, facts: Sequence[Fact]) -> None:
        text, lines = with_lines(spans)
        sources = self.manuscript.evidence.sources
        known = [sources.get(source, "") for fact in self.page_facts for source in fact.sources]
        for quantity in uncarried(text, _wordings(facts), known):
            self._number_fault(lines[quantity.start], quantity.text, facts)

    def _number_fault(self, line: int, number: str, facts: Sequence[Fact]) -> None:
        ids = ", ".join(dict.fromkeys(fact.id for fact in facts))
        if ids:
            message = _("“{number}” is not in {facts}").format(number=number, facts=ids)
        else:
            message = _("“{number}” has no fact behind it").format(number=number)
        self._add(line, "NUMBER", message)

    def _labels(self) -> None:
        """Words that stand for the page as a whole: their numbers are those of any fact on it."""
        self._numbers(self.draft.action, self.page_facts)
        front = self.draft.front
        title = Label(self.draft.title, front.line("title"))
        question = Label(self.draft.question, front.line("question"))
        for spans in every_run(self.draft):
            self._shown(plain(spans), line_of(spans, 1))
        for text, line in (title, question, *self.draft.body.labels):
            self._shown(text, line)
            for quantity in uncarried(text, _wordings(self.page_facts)):
                self._number_fault(line, quantity.text, self.page_facts)
            if self._is_english:
                check_sentence_lengths(text, [line] * len(text), self.faults)

    # Words

    def _shown(self, text: str, line: int) -> None:
        check_hash(text, line, self.faults)
        check_aloud(text, line, self.manuscript.language, self.faults)

    def _readability(self) -> None:
        if not self._is_english:
            return
        texts = list(prose(self.draft))
        for spans in (*texts, *labels(self.draft)):
            check_sentence_lengths(*with_lines(spans), self.faults)
        masked = self._masked()
        page = ease((plain(spans) for spans in texts), masked)
        if page.words_per_sentence > MEAN_LIMIT:
            message = _("{mean:.1f} words in a sentence on this page; at most {limit}").format(
                mean=page.words_per_sentence, limit=MEAN_LIMIT
            )
            self._add(1, "LONG-SENTENCES", message)
        if page.grade > GRADE_LIMIT:
            hardest = max(texts, key=lambda spans: ease([plain(spans)], masked).grade)
            message = _("reading grade {grade:.1f} on this page; at most {limit}. Hardest: line {line}").format(
                grade=page.grade, limit=GRADE_LIMIT, line=line_of(hardest, 1)
            )
            self._add(1, "GRADE", message)

    def _masked(self) -> frozenset[str]:
        """The words of the glossary terms that this page explains."""
        linked = [span for spans in every_run(self.draft) for span in spans if span.kind == "word"]
        spoken = [span.text for span in linked]
        for name in {span.target for span in linked} & self.manuscript.terms.keys():
            term = self.manuscript.terms[name]
            spoken += (term.word, *term.also)
        return frozenset(word.lower() for text in spoken for word in words(text))

    @property
    def _is_english(self) -> bool:
        """Sentence length and grade are measured for English only."""
        return self.manuscript.language == "en"

    def _facts(self, ids: Iterable[str]) -> list[Fact]:
        facts = self.manuscript.evidence.facts
        return [facts[name] for name in dict.fromkeys(ids) if name in facts]

    def _add(self, line: int, code: str, message: str) -> None:
        self.faults.add(line, code, message)


def _head(spans: Spans) -> str:
    text = plain(spans).strip()
    return text if len(text) <= 40 else f"{text[:39].rstrip()}…"


def _wordings(facts: Iterable[Fact]) -> list[str]:
    return [fact.wording for fact in facts]


def _states_nothing(spans: Spans) -> bool:
    """Only questions to ask, or where to read or whom to ask."""
    return all(
        sentence.rstrip("”’\"') ").endswith("?") or _POINTER.match(sentence) for sentence in sentences(plain(spans))
    )
