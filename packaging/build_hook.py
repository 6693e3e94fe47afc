"""Pack the compiled guide, its words and the assets into the wheel, where ``tpe_guide.paths`` finds them."""

from __future__ import annotations

import os
import subprocess
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
        source = Path(self.root) / "src"
        subprocess.run(
            [sys.executable, "-m", "tpe_guide.guide.compile"],
            env=os.environ | {"PYTHONPATH": str(source)},
            cwd=self.root,
            check=True,
        )
        build_data["force_include"].update(
            {
                str(source / "tpe_guide" / "compiled"): "tpe_guide/compiled",
                str(Path(self.root) / "content"): "tpe_guide/content",
                str(Path(self.root) / "assets"): "tpe_guide/assets",
            }
        )
