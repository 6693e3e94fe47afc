"""Words in the reader's language: gettext, with a guard so that a bad translation never breaks a sentence.

Plain Python, so that the summary and the command line speak the same language as the windows.
English is the source language and costs nothing: no catalogue is loaded for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tpe_guide import paths

if TYPE_CHECKING:
    from gettext import NullTranslations

SOURCE_LANGUAGE = "en"
_catalogue: NullTranslations | None = None


def set_language(code: str) -> None:
    """Speak *code* from now on; fall back to English where no catalogue exists."""
    global _catalogue  # noqa: PLW0603 - one language per process, set by the composition root
    if code == SOURCE_LANGUAGE:
        _catalogue = None
        return
    import gettext

    _catalogue = gettext.translation("tpe_guide", paths.locale_dir(), [code], fallback=True)


def languages() -> tuple[str, ...]:
    """The codes that the program speaks: English, and each that has a guide or a catalogue of its own."""
    guides = {found.parent.name for found in paths.content_dir().glob("*/guide.yaml")}
    catalogues = {found.parent.parent.name for found in paths.locale_dir().glob("*/LC_MESSAGES/tpe_guide.mo")}
    return (SOURCE_LANGUAGE, *sorted((guides | catalogues) - {SOURCE_LANGUAGE}))


def _(message: str) -> str:
    """*message* in the reader's language."""
    if _catalogue is None:
        return message
    return _guarded(message, _catalogue.gettext(message))


def _n(singular: str, plural: str, count: int) -> str:
    """*singular* or *plural* in the reader's language, by *count*; placeholders are left in place."""
    if _catalogue is None:
        return singular if count == 1 else plural
    return _guarded(plural, _catalogue.ngettext(singular, plural, count))


def _p(context: str, message: str) -> str:
    """*message* as it is meant in *context* ("Back" the direction, not the body part)."""
    if _catalogue is None:
        return message
    return _guarded(message, _catalogue.pgettext(context, message))


def placeholders(message: str) -> frozenset[str]:
    """The ``{names}`` that *message* fills in."""
    import string

    return frozenset(field[1] for field in string.Formatter().parse(message) if field[1])


def _guarded(source: str, translated: str) -> str:
    """The translation, unless it would lose or invent a placeholder: then the source, which is right."""
    if "{" not in source and "{" not in translated:
        return translated
    try:
        wanted, found = placeholders(source), placeholders(translated)
    except ValueError:
        return source
    return translated if found <= wanted else source
