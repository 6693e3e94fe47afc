"""Pack the compiled guide, its words and the assets into the wheel, where ``tpe_guide.paths`` finds them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BundledData(BuildHookInterface):  # type: ignore[type-arg]
    """Hatchling calls this before it packs a wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the guide and name the folders to pack. An editable install reads the checkout in place."""
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        from tpe_guide.authoring import compile as guide_compiler

        if guide_compiler.main([]):
            raise ValueError("content/ has faults (above): a package is built only from content without any")
        compiled = (root / "src" / "tpe_guide" / "compiled").glob("*.*.json")  # not stamp.json: it holds file times
        build_data["force_include"].update(
            {str(file): f"tpe_guide/compiled/{file.name}" for file in compiled}
            | {
                str(root / "content"): "tpe_guide/content",
                str(root / "assets"): "tpe_guide/assets",
            }
        )
