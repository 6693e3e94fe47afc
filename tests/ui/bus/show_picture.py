"""Opens the program at the picture that is named by the environment, in a real window."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tpe_guide.app import Program
from tpe_guide.navigation import Locator
from tpe_guide.policy import HOME
from tpe_guide.settings import Settings
from tpe_guide.ui.shell.application import make_application


def main() -> int:
    application = make_application()
    application.setApplicationName("tpe-guide-picture")
    program = Program(HOME, data_dir=Path(os.environ["PICTURE_DATA"]), chosen=Settings(motion="still"))
    program.window.resize(1240, 860)
    program.window.show()
    place, __, what = os.environ["PICTURE"].partition(":")
    program.session.go(Locator(place, what))  # type: ignore[arg-type]
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
