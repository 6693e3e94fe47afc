"""From home to the first paint of each picture, and of a plain page. Arguments: data folder, rounds.

Prints JSON: seconds, by place; a place of its own, ``page``, for the page.
"""

from __future__ import annotations

import json
import sys
from functools import partial
from pathlib import Path

from _window import Stopwatch, become_quiet, open_window

from tpe_guide.navigation import HOME, Locator
from tpe_guide.pictures.registry import PICTURES
from tpe_guide.ui.guide.page_turner import PageTurner
from tpe_guide.ui.kit.bottom_bar import BottomBar

PAGE = Locator("page", "the-machine")


def main(data_dir: Path, rounds: int) -> None:
    """Measure and print."""
    application, program = open_window("", data_dir)
    program.session.set_motion("still")
    # The bar below is painted last, whatever stands above it.
    bars = {place: Stopwatch(application, BottomBar) for place in map(Locator, PICTURES)}
    bars[PAGE] = Stopwatch(application, PageTurner)
    places = [PAGE, *map(Locator, PICTURES)]
    found: dict[str, list[float]] = {place.place: [] for place in places}
    for number in range(rounds + 1):
        for place in places:
            program.session.go(HOME)
            become_quiet(application)
            taken = bars[place].seconds(partial(program.session.go, place))
            if number:  # the first time its modules are imported and its words are read
                found[place.place].append(taken)
    print(json.dumps(found))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
