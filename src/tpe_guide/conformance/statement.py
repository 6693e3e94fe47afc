"""How the program helps, in plain words: what to switch on and where, what was tried, and what nobody has tried yet."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, get_args

from tpe_guide.conformance.row import Chapter, Result, said
from tpe_guide.i18n import _
from tpe_guide.navigation import Locator
from tpe_guide.policy import Policy


class Way(NamedTuple):
    """Words that lead to where something is switched on or done."""

    words: str
    icon: str
    locator: Locator


class Help(NamedTuple):
    """What helps with one thing, and the ways to it."""

    title: str
    icon: str
    lines: tuple[str, ...]
    ways: tuple[Way, ...]


def _setting(words: str, icon: str, name: str) -> Way:
    return Way(words, icon, Locator("look", name))


def helps(policy: Policy) -> tuple[Help, ...]:
    """What helps, where *policy* allows it."""
    return _eyes(), _hands(policy), _ears(policy), _fog(policy)


def _eyes() -> Help:
    return Help(
        _("If your sight is blurred"),
        "eye",
        (
            _("Text grows to four times its size. Pages never scroll sideways."),
            _("There are light, dim and dark colours, and high contrast."),
            _("A narrow column can stand at the side where you see well."),
            _("A ruler keeps one line clear and dims the others."),
            _("It follows the text size, colours and movement of your computer, where that tells them."),
        ),
        (
            _setting(_("Text size"), "case-sensitive", "size"),
            _setting(_("Colours"), "contrast", "colours"),
            _setting(_("More room between lines and words"), "list", "spacing"),
            _setting(_("Narrow column"), "panel-left-open", "column"),
            _setting(_("Reading ruler"), "minus", "ruler"),
            _setting(_("Pictures: moving or still"), "image", "motion"),
        ),
    )


def _hands(policy: Policy) -> Help:
    lines = [
        _("A finger may roll or shake on a button. It still presses that button, once."),
        _("A second tap that comes too soon does nothing."),
        _("You can also use keys alone. No mouse is needed."),
    ]
    keys = Way(_("All keys"), "keyboard", Locator("keys"))
    if not policy.may_quit:  # a kiosk's window is tuned for all
        return Help(_("If your hands shake"), "hand", tuple(lines), (keys,))
    ways = (
        Way(_("Find what fits your hand"), "hand", Locator("dots")),
        _setting(_("How far a finger may move"), "hand", "reach"),
        _setting(_("When a second tap counts"), "clock", "wait"),
        keys,
    )
    return Help(_("If your hands shake"), "hand", tuple(lines), ways)


def _ears(policy: Policy) -> Help:
    lines = [
        _("The guide reads a page aloud, and marks the words. Press Listen on any page, or F5."),
        _("A screen reader is told headings, lists, tables and pictures, and what appears."),
    ]
    ways = [_setting(_("How fast the voice speaks"), "volume-2", "speed")]
    if policy.diary:
        lines.append(_("You can close your eyes. All is read to you, with five keys or one touch."))
        ways.append(Way(_("Rest your eyes"), "moon", Locator("eyes-rest")))
    return Help(_("If you would rather listen"), "volume-2", tuple(lines), tuple(ways))


def _fog(policy: Policy) -> Help:
    lines = [
        _("Each page can show three facts and no more."),
        _("A page opens where you stopped. Hard words are explained where they stand."),
    ]
    if policy.diary:
        lines.append(_("What you began in the diary waits for you."))
    return Help(
        _("If your head is foggy"),
        "brain",
        tuple(lines),
        (
            _setting(_("How much a page shows"), "book-open", "depth"),
            Way(_("All words, with what they mean"), "book-a", Locator("words")),
        ),
    )


def honest() -> tuple[str, ...]:
    """What is not known, before all that is claimed."""
    return (
        _("No person with a disability has tried this guide for us yet."),
        _("Programs have played their hands and ears. That is not the same."),
        _("If something is hard for you, it is our fault. Please tell your nurse, or whoever gave you this guide."),
    )


def tried() -> tuple[str, ...]:
    """What was used and listened to."""
    return (
        _("Orca 43.1, a screen reader on Linux: what it says was written down and read."),
        _("The way in which other tools find names, kinds and states on Linux."),
        _("Keys alone, in a real window."),
        _("Text at 400 % in a window of 480 by 800."),
        _("A mouse moved as by hands that shake: made from what is known of tremor."),
        _("A print queue, to the page that comes out."),
    )


def not_tried() -> tuple[str, ...]:
    """What nobody has used with it."""
    return (
        _("Newer Orca, such as 48."),
        _("NVDA, JAWS and Narrator on Windows. VoiceOver on a Mac. TalkBack."),
        _("Windows and macOS. We have not run it there for this."),
        _("A real touch screen, a real switch, control by voice, a braille display."),
        _("The kiosk with any such tool."),
    )


def counted(chapters: Iterable[Chapter]) -> str:
    """How many rows came out how, in a sentence for each."""
    found = [row.result for chapter in chapters for row in chapter.rows]
    counts = [(result, found.count(result)) for result in get_args(Result)]
    return " · ".join(f"{said(result)}: {count}" for result, count in counts if count)
