"""What a screen may be able to do. The window asks each; a screen need not know of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget

from tpe_guide.navigation import Locator

if TYPE_CHECKING:
    from tpe_guide.ui.shell.banner import Banner

BlockStop = Literal["block", "heading"]
"""What one goes to on a page."""


@runtime_checkable
class MovesWithin(Protocol):
    """A screen that can show another locator of its own place without being made anew."""

    def show_locator(self, locator: Locator) -> None:
        """Show *locator*."""


@runtime_checkable
class KnowsFirstFocus(Protocol):
    """A screen that knows where the keyboard should start."""

    def first_focus(self) -> QWidget:
        """The widget to focus."""


@runtime_checkable
class TurnsPages(Protocol):
    """A screen with a next and a previous page."""

    def next_page(self) -> None:
        """Turn forwards."""

    def previous_page(self) -> None:
        """Turn back."""


@runtime_checkable
class ReadsByBlock(Protocol):
    """A screen with a page that can be read block by block."""

    def read_on(self, stop: BlockStop, *, forwards: bool) -> None:
        """Bring the keyboard to the next *stop*, or back to the one before."""


@runtime_checkable
class TakesBookmarks(Protocol):
    """A screen with a page that can be marked."""

    def toggle_bookmark(self) -> None:
        """Mark it, or take its mark away."""


@runtime_checkable
class Listens(Protocol):
    """A screen that can be read aloud."""

    def listen(self) -> None:
        """Read it, pause, or go on."""


@runtime_checkable
class Searches(Protocol):
    """A screen with a field to look for something."""

    def begin(self) -> None:
        """Be ready for something else to look for."""


@runtime_checkable
class Reports(Protocol):
    """A screen that comes with news."""

    def said(self) -> str:
        """What a screen reader says of it."""


@runtime_checkable
class BuildsLater(Protocol):
    """A screen that can be painted before all of it is made."""

    def build_rest(self) -> None:
        """Make the rest."""


@runtime_checkable
class HoldsMessages(Protocol):
    """A screen where nothing may stand before what it says: a message has its place among the rest."""

    def hold_message(self, banner: Banner) -> None:
        """Show *banner* until it goes."""


def turn(screen: QWidget | None, *, forwards: bool) -> None:
    """Turn the page of *screen*, if it has pages."""
    if isinstance(screen, TurnsPages):
        (screen.next_page if forwards else screen.previous_page)()


def read_on(screen: QWidget | None, stop: BlockStop, *, forwards: bool) -> None:
    """Bring the keyboard to the next *stop* of *screen*, if it has any."""
    if isinstance(screen, ReadsByBlock):
        screen.read_on(stop, forwards=forwards)


def toggle_bookmark(screen: QWidget | None) -> None:
    """Mark the page of *screen*, or take its mark away, if it has one."""
    if isinstance(screen, TakesBookmarks):
        screen.toggle_bookmark()


def listen(screen: QWidget | None) -> None:
    """Have *screen* read aloud, if it can be; pause, or go on."""
    if isinstance(screen, Listens):
        screen.listen()
