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
from tpe_guide.ui.guide.page_turner import PageTurner
from tpe_guide.ui.guide.term_card import TermCard

# What is painted among the last: all of a paint is waited for.
PLACES = ((Locator("page", "the-machine"), PageTurner), (Locator("words"), TermCard))

application, program = open_window("", Path(sys.argv[1]))
watches = {part: Stopwatch(application, part) for __, part in PLACES}
found: dict[str, float] = {}
for place, part in PLACES:
    program.session.go(HOME)
    become_quiet(application)
    found[place.place] = watches[part].seconds(partial(program.session.go, place))
print(json.dumps(found))
