"""The face: the only package that knows Qt.

PySide hooks every import to look for its ``__feature__`` switches, and reads the source of each module imported
after it. This program uses none, so imports are given back: 6 ms and 2 MiB of a start.
"""

from __future__ import annotations

import builtins

import PySide6.QtCore  # noqa: F401 - what hooks the imports

builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
