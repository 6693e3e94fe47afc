"""Where each seed fact went: onto a page, or left out for a reason. No third way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tpe_guide.authoring.evidence import Evidence
from tpe_guide.authoring.fault import Faults
from tpe_guide.authoring.manuscript import Manuscript
from tpe_guide.authoring.passages import cited
from tpe_guide.i18n import _

Citing = dict[str, list[str]]
"""Fact id → the pages that cite it, as ``language/page``."""


def citing_pages(manuscripts: Iterable[Manuscript]) -> Citing:
    """The pages that cite each fact, in reading order."""
    citing: Citing = {}
    for manuscript in manuscripts:
        for __, draft in manuscript.pages():
            for fact in sorted(cited(draft)):
                citing.setdefault(fact, []).append(f"{manuscript.language}/{draft.id}")
    return citing


def seeds(evidence: Evidence) -> list[str]:
    """The ids of the facts that the seed documents state."""
    return [fact.id for fact in evidence.facts.values() if fact.status == "seed"]


def gaps(evidence: Evidence, citing: Citing) -> list[str]:
    """The seed facts that are neither cited nor left out with a reason."""
    return [fact for fact in seeds(evidence) if fact not in citing and fact not in evidence.excluded]


def check_coverage(evidence: Evidence, citing: Citing, faults: Faults) -> None:
    """Note each gap, each fact that is both left out and cited, and each exception that nothing needs."""
    for fact in gaps(evidence, citing):
        message = _("no page cites seed fact “{id}”, and excluded.yaml gives no reason").format(id=fact)
        faults.of(evidence.folder / "facts.yaml").add(evidence.lines[fact], "NOT-COVERED", message)
    for fact, reason in evidence.excluded.items():
        if fact in citing:
            message = _("fact “{id}” is left out here, but {page} cites it").format(id=fact, page=citing[fact][0])
            faults.of(evidence.folder / "excluded.yaml").add(reason.line, "EXCLUDED", message)
    for (page, name), reason in evidence.exceptions.items():
        fact_ = evidence.facts[name]
        is_cited = any(place.rpartition("/")[2] == page for place in citing.get(name, ()))
        if not is_cited or not (fact_.held_back or evidence.leans_low(fact_)):
            message = _("no exception is needed: page “{page}” does not cite “{id}”, or may do so")
            faults.of(evidence.folder / "exceptions.yaml").add(
                reason.line, "EXCEPTION", message.format(page=page, id=name)
            )


def coverage_rows(evidence: Evidence, citing: Citing) -> Iterator[str]:
    """Each seed fact: the pages that cite it, or the reason why none does; last, the sum."""
    missing = gaps(evidence, citing)
    for fact in seeds(evidence):
        if fact in citing:
            yield f"{fact:<8}{', '.join(citing[fact])}"
        elif fact in evidence.excluded:
            yield f"{fact:<8}" + _("left out: {reason}").format(reason=evidence.excluded[fact].text)
        else:
            yield f"{fact:<8}" + _("not yet")
    total = len(seeds(evidence))
    used = sum(fact in citing for fact in seeds(evidence))
    yield _("{total} seed facts: {cited} cited, {excluded} left out with a reason, {rest} not yet").format(
        total=total, cited=used, excluded=total - used - len(missing), rest=len(missing)
    )
