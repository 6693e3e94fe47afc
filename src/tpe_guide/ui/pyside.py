"""Imports PySide6 without two of its habits that every start would pay for.

It compiles 130 kB of Python of its own from text, start after start. Here that code is kept, as Python keeps the
byte code of modules: 10 ms of a start. And it hooks all later imports to look for ``__feature__`` switches, for
which it reads the source of each module: this program has none, so imports are given back. 6 ms and 2 MiB.
"""

from __future__ import annotations

import builtins
import marshal
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import CodeType
from zlib import crc32

from tpe_guide.errors import CannotWrite
from tpe_guide.files import write_whole

KEPT = Path(__file__).parent / "__pycache__" / f"pyside6.{sys.implementation.cache_tag}.code"


class KeptCode:
    """Code compiled before, by where its text stood and what it was. Another text is compiled anew."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._code: dict[tuple[str, int], CodeType] = {}
        self._is_new = False
        self._compile: Callable[..., CodeType] = builtins.compile

    def read(self) -> None:
        """What was kept; nothing where there is no such file or it is damaged."""
        try:
            found = marshal.loads(self._file.read_bytes())
        except (OSError, ValueError, EOFError, TypeError):
            return
        if isinstance(found, dict):
            self._code = found

    def compile(self, source: object, filename: object, mode: str, *arguments: object, **named: object) -> object:
        """As ``compile`` does, unless it has been done before."""
        if not isinstance(source, bytes) or arguments or named:
            return self._compile(source, filename, mode, *arguments, **named)
        key = (f"{mode} {filename}", crc32(source))
        if key not in self._code:
            self._code[key] = self._compile(source, filename, mode)
            self._is_new = True
        return self._code[key]

    def write(self) -> None:
        """Keep what is new, if byte code is to be kept and can be."""
        if not self._is_new or sys.dont_write_bytecode:
            return
        self._is_new = False
        try:
            write_whole(self._file, marshal.dumps(self._code))
        except CannotWrite:
            return


def _import_quickly() -> None:
    kept.read()
    compile_anew = builtins.compile
    builtins.compile = kept.compile  # type: ignore[assignment]
    # Where Qt cannot be loaded, whoever needs it is told so by an import of their own.
    with suppress(ImportError):
        import PySide6.QtCore  # noqa: F401
    builtins.compile = compile_anew
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


kept = KeptCode(KEPT)
_import_quickly()
