"""Everything the window can be told to do, declared once: menus, shortcuts and their help come from this table."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from tpe_guide.i18n import _
from tpe_guide.policy import Policy


def _always(policy: Policy) -> bool:
    return True


def _diary(policy: Policy) -> bool:
    return policy.diary


def _typing(policy: Policy) -> bool:
    return policy.typing


def _may_quit(policy: Policy) -> bool:
    return policy.may_quit


class Action(NamedTuple):
    """One thing to do: its id, its words, its keys, and where it is allowed."""

    id: str
    words: Callable[[], str]
    keys: tuple[str, ...]
    allowed: Callable[[Policy], bool] = _always
    repeats: bool = True
    """Held, its key does it again and again; what is switched on and off is not."""


ACTIONS = (
    Action("urgent", lambda: _("Urgent help"), ("F9",)),
    Action("home", lambda: _("Today: where are you today?"), ("Alt+1", "Alt+Home")),
    Action("contents", lambda: _("Guide: all chapters"), ("Alt+2", "Ctrl+L")),
    Action("my-session", lambda: _("My session"), ("Alt+3",), _diary),
    Action("search", lambda: _("Search the guide"), ("Ctrl+F",), _typing),
    Action("words", lambda: _("All words, with what they mean"), ("Ctrl+G",)),
    Action("next", lambda: _("Next page"), ("Ctrl+PgDown", "Alt+PgDown")),
    Action("previous", lambda: _("Page before"), ("Ctrl+PgUp", "Alt+PgUp")),
    Action("block-on", lambda: _("Read on a page: next paragraph, item or cell"), ("Ctrl+Down",)),
    Action("block-back", lambda: _("Read back: paragraph, item or cell before"), ("Ctrl+Up",)),
    Action("heading-on", lambda: _("Next heading of a page"), ("F6",)),
    Action("heading-back", lambda: _("Heading before"), ("Shift+F6",)),
    Action("depth-facts", lambda: _("Show three facts of each page"), ("Ctrl+1",)),
    Action("depth-minute", lambda: _("Show one minute of each page"), ("Ctrl+2",)),
    Action("depth-full", lambda: _("Show all of each page"), ("Ctrl+3",)),
    Action("bookmark", lambda: _("Mark this page, or take its mark away"), ("Ctrl+B",), repeats=False),
    Action("listen", lambda: _("Listen to this page; pause, read on"), ("F5",), repeats=False),
    Action("eyes-rest", lambda: _("Rest your eyes: it is read to you, with five keys or one touch"), ("F12",), _diary),
    Action("pictures", lambda: _("See it in pictures"), ("F4",)),
    Action("back", lambda: _("Back the way you came"), ("Alt+Left",)),
    Action("forward", lambda: _("Forward again"), ("Alt+Right",)),
    Action("bigger", lambda: _("Bigger text"), ("Ctrl++", "Ctrl+=")),
    Action("smaller", lambda: _("Smaller text"), ("Ctrl+-",)),
    Action("normal-size", lambda: _("Text at 100 %"), ("Ctrl+0",)),
    Action("theme", lambda: _("Next colours: light, dim, dark, high contrast"), ("F8",), repeats=False),
    Action("ruler", lambda: _("Reading ruler: one line, three lines, off"), ("Ctrl+R",), repeats=False),
    Action("look", lambda: _("Settings: text and colours"), ("F7",)),
    Action("questions", lambda: _("My questions"), ("Ctrl+K",), _diary),
    Action("matters", lambda: _("What matters to me"), ("Ctrl+M",), _diary),
    Action("diary", lambda: _("My diary"), ("Alt+4",), _diary),
    Action("log", lambda: _("Log how I feel"), ("Ctrl+D",), _diary),
    Action("nurse", lambda: _("Print a summary"), ("Ctrl+P",), _diary),
    Action("keys", lambda: _("Help: these keys"), ("F1",)),
    Action("quit", lambda: _("Close the guide"), ("Ctrl+Q",), _may_quit),
)


def allowed_actions(policy: Policy) -> tuple[Action, ...]:
    """The actions of *ACTIONS* that *policy* allows."""
    return tuple(action for action in ACTIONS if action.allowed(policy))
