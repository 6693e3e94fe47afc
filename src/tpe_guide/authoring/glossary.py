"""The glossary as its authors keep it: meanings that stand on their own, and words that need no mark."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tpe_guide.authoring.fault import Faults
from tpe_guide.authoring.manuscript import Manuscript
from tpe_guide.authoring.stated import Stated, check_stated, facts_at
from tpe_guide.authoring.term_order import Terms, circles, folded
from tpe_guide.i18n import _

Free = Mapping[str, frozenset[str]]
"""Term id → the spellings, folded, that need no link."""


def check_glossary(manuscript: Manuscript, faults: Faults) -> None:
    """Note each meaning that is long or rests on no fact, each circle, each note for the check that is unclear."""
    glossary, terms = manuscript.glossary, manuscript.terms
    meanings = (
        Stated(term.meaning, glossary.line(term.id, "meaning"), facts_at(glossary, (term.id,), manuscript.evidence))
        for term in terms.values()
    )
    check_stated(meanings, manuscript.evidence, manuscript.language, faults)
    for name, other in circles(terms, Terms(terms)):
        message = _("“{word}” and “{other}” explain each other").format(word=terms[name].word, other=terms[other].word)
        faults.add(glossary.line(name, "meaning"), "GLOSSARY", message)
    for name in terms:
        _check_everyday(manuscript, name, faults)
        _check_explained_on(manuscript, name, faults)


def free_spellings(manuscript: Manuscript) -> Callable[[str], Free]:
    """For a page, the spellings of each term that need no link on it."""
    glossary, terms = manuscript.glossary, manuscript.terms
    everyday = {name: frozenset(map(folded, glossary.at(name, "everyday", "words") or ())) for name in terms}
    home = {name: glossary.at(name, "explained_on") for name in terms}

    def on(page: str) -> Free:
        at_home = {
            name: frozenset(map(folded, (term.word, *term.also))) for name, term in terms.items() if home[name] == page
        }
        return everyday | at_home

    return on


def _check_everyday(manuscript: Manuscript, name: str, faults: Faults) -> None:
    entry, term = manuscript.glossary.at(name, "everyday"), manuscript.terms[name]
    if entry is None:
        return
    known = set(map(folded, (term.word, *term.also)))
    words = entry.get("words") if isinstance(entry, dict) else None
    reason = entry.get("reason") if isinstance(entry, dict) else None
    if not (isinstance(words, list) and words and isinstance(reason, str) and reason.strip()):
        message = _("“everyday” of term “{id}” needs: words, reason").format(id=name)
        faults.add(manuscript.glossary.line(name, "everyday"), "GLOSSARY", message)
        return
    for word in (word for word in words if folded(str(word)) not in known):
        message = _("“{word}” is no spelling of term “{id}”").format(word=word, id=name)
        faults.add(manuscript.glossary.line(name, "everyday", "words"), "GLOSSARY", message)


def _check_explained_on(manuscript: Manuscript, name: str, faults: Faults) -> None:
    page = manuscript.glossary.at(name, "explained_on")
    if page is not None and page not in (page for chapter in manuscript.chapters for page in chapter.pages):
        message = _("there is no page “{id}”").format(id=page)
        faults.add(manuscript.glossary.line(name, "explained_on"), "BROKEN-LINK", message)
