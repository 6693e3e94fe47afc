"""From home to the first paint of all words, and of a plain page, each for the first time. Argument: data folder.

Prints JSON: seconds, by place.
"""

from __future__ import annotations

import json
import sys
from functools import partial
from pathlib import Path

from _window import Stopwatch, become_quiet, open_window

from tpe_guide.navigation import HOME, Locator
from tpe_guide.ui.kit.bottom_bar import BottomBar

PLACES = (Locator("page", "the-machine"), Locator("words"))

application, program = open_window("", Path(sys.argv[1]))
watch = Stopwatch(application, BottomBar)  # the bar below is painted last, whatever stands above it
found: dict[str, float] = {}
for place in PLACES:
    program.session.go(HOME)
    become_quiet(application)
    found[place.place] = watch.seconds(partial(program.session.go, place))
print(json.dumps(found))
