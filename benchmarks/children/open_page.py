"""``tpe-guide --page ID``, ended as soon as the page has been painted. Argument: page id."""

from __future__ import annotations

import sys
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from types import ModuleType

from _painted import end_when_painted

from tpe_guide.cli import main


class Ending:
    """Waits until the program itself imports its reading view, so that the order of imports stays its own."""

    name = "tpe_guide.ui.reading.reading_view"

    def find_spec(self, name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        if name != self.name:
            return None
        sys.meta_path.remove(self)
        spec = find_spec(name)
        assert spec is not None
        assert spec.loader is not None
        execute = spec.loader.exec_module

        def execute_and_watch(module: ModuleType) -> None:
            execute(module)
            end_when_painted(module.ReadingView)

        spec.loader.exec_module = execute_and_watch
        return spec


sys.argv[1:] = ["--page", *sys.argv[1:]]
sys.meta_path.insert(0, Ending())
sys.exit(main() or "the page was never painted")
