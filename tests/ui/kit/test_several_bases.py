"""PySide6 forgets the second base of an object that dies while another of its class is made, and dies of it later.

Each story runs in a process of its own, in which freed memory is filled: what Shiboken still takes for an object, but
was freed, is then a segmentation fault at once and not some time.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap

import pytest

from tests.test_imports import modules_below

PARENTS = {"QtGui.QPyTextObject": "watcher", "QtWidgets.QWidget": "None"}
"""What we extend of those that have several C++ bases and need no screen reader, and in what to make it."""


def told(code: str) -> subprocess.CompletedProcess[str]:
    """What became of a Python that ran *code*, and what it said."""
    where = os.environ | {"PYTHONMALLOC": "debug"}
    return subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)], capture_output=True, text=True, check=False, env=where
    )


def one_dies_while_another_is_made(qt_class: str, before: str = "") -> str:
    """A program that makes a second object of a class, lets the first one go meanwhile, and looks at all there are."""
    module, __, name = qt_class.partition(".")
    return f"""
        from PySide6.QtCore import QObject
        from PySide6.{module} import {name}
        from PySide6.QtWidgets import QApplication
        from shiboken6 import Shiboken
        {before}

        class Extended({name}):
            pass

        class Watcher(QObject):
            first = None

            def eventFilter(self, watched, event):  # is asked from inside the C++ constructor of the second one
                self.first = None
                return False

        application = QApplication([])
        watcher = Watcher()
        watcher.first = Extended()
        application.installEventFilter(watcher)
        second = Extended({PARENTS[qt_class]})
        assert watcher.first is None
        Shiboken.getAllValidWrappers()
        """


@pytest.mark.parametrize("qt_class", PARENTS)
def test_one_dies_while_another_is_made_and_nobody_else(qt_class: str) -> None:
    done = told(
        one_dies_while_another_is_made(
            qt_class, f"from tpe_guide.ui.kit.several_bases import settle; settle({qt_class.partition('.')[2]})"
        )
    )

    assert done.returncode == 0, done.stderr


@pytest.mark.skipif(not hasattr(signal, "SIGSEGV"), reason="elsewhere a crash has another number")
@pytest.mark.parametrize("qt_class", PARENTS)
def test_without_it_the_program_dies(qt_class: str) -> None:
    """Once this fails, PySide6 is mended, and ``several_bases`` can go."""
    done = told(one_dies_while_another_is_made(qt_class))

    assert done.returncode == -signal.SIGSEGV, done.stderr


def test_all_that_we_extend_is_settled() -> None:
    """Whoever extends another Qt class that has several bases finds here that it needs to be settled too."""
    done = told(f"""
        import importlib
        from tpe_guide.ui.kit import several_bases

        settled, settle = set(), several_bases.settle
        several_bases.settle = lambda qt_class: (settled.add(qt_class), settle(qt_class))
        for name in {["tpe_guide.app", *modules_below("ui")]!r}:
            importlib.import_module(name)
        from tpe_guide import app
        app.make_application()

        from shiboken6 import Shiboken

        def below(base):
            for extended in type.__subclasses__(base):
                yield extended
                yield from below(extended)

        extended = {{base for ours in below(Shiboken.Object) if ours.__module__.startswith("tpe_guide.")
            for base in ours.__bases__ if base.__module__.startswith("PySide6.") and len(base.__bases__) > 1}}
        assert extended, "none found: has this search gone blind?"
        print(sorted(base.__name__ for base in extended - settled))
        """)

    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "[]"
