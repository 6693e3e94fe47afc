"""What is said of a batch on a terminal: of each file as soon as it is done, and of all of them in the end."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import closing

from tpe_guide import terminal
from tpe_guide.errors import CannotWrite, SystemRefused, TpeGuideError
from tpe_guide.i18n import _
from tpe_guide.summary.batch import Outcome

Complain = Callable[[TpeGuideError], object]


def tell_all(outcomes: Generator[Outcome, None, None], count: int, complain: Complain, *, quiet: bool) -> int:
    """Tell of each of *count* outcomes. Returns the exit code. On Ctrl+C it says what was made, and raises that."""
    told = _Told(count, complain, quiet=quiet)
    try:
        with closing(outcomes):
            for outcome in outcomes:
                told.tell(outcome)
    except KeyboardInterrupt:
        told.stop()
        raise
    told.close()
    return told.exit_code


class _Told:
    """What was said so far, and what comes of it."""

    def __init__(self, count: int, complain: Complain, *, quiet: bool) -> None:
        self._count = count
        self._complain = complain
        self._quiet = quiet
        self._made = 0
        self._refused: list[str] = []
        self._errors: list[TpeGuideError] = []

    def tell(self, outcome: Outcome) -> None:
        """Of one."""
        if self._shows_count:
            terminal.clear_progress()
        if outcome.error is not None:
            self._complain(outcome.error)
            self._errors.append(outcome.error)
            self._refused.append(outcome.says)
        else:
            self._made += 1
            for path in () if self._quiet else outcome.written:
                # Files of one name get numbers: only this tells which page is whose.
                terminal.say(_("Wrote {path} from {source}").format(path=path, source=outcome.says))
        if outcome.lacks_squares:
            words = _("{source}: too long for squares. The page has none.")
            terminal.complain(words.format(source=outcome.says))
        if outcome.left:
            words = _("Still there from before, and maybe of another person: {names}")
            terminal.complain(words.format(names=", ".join(map(str, outcome.left))))
        if self._shows_count:
            done = self._made + len(self._refused)
            words = _("{number} of {count}").format(number=done, count=self._count)
            terminal.show_progress(done / self._count, words)

    def close(self) -> None:
        """Of all: the bad ones once more, since their lines have gone by."""
        if not self._shows_count:
            return
        terminal.clear_progress()
        if self._refused:
            words = _("{made} made, {failed} not: {names}")
            names = ", ".join(self._refused)
            terminal.complain(words.format(made=self._made, failed=len(self._refused), names=names))
        else:
            terminal.say(_("{made} made.").format(made=self._made))

    def stop(self) -> None:
        """That it was stopped, and what there is."""
        if self._count > 1:
            terminal.clear_progress()
            words = _("Stopped after {number} of {count}. Each page that is there is whole.")
            terminal.complain(words.format(number=self._made + len(self._refused), count=self._count))

    @property
    def exit_code(self) -> int:
        """That of the only one; of several, 3 where this computer refused, and 1 where an input was bad."""
        if not self._errors:
            return 0
        if self._count == 1:
            return self._errors[0].exit_code
        in_vain = any(isinstance(error, CannotWrite | SystemRefused) for error in self._errors)
        return CannotWrite.exit_code if in_vain else TpeGuideError.exit_code

    @property
    def _shows_count(self) -> bool:
        return self._count > 1 and not self._quiet
