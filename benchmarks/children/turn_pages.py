"""Turns every page at each text size, beside QTextBrowser.setHtml of the same page.

Arguments: data folder, rounds. Prints JSON: per text size the seconds of each turn: ``ours``; ``floor``;
``unprepared``, a turn to a page far from the last one, which could not be made ready before it was asked for; and
``explained``, from a press on the first word of a page until its meaning is on screen.
"""

from __future__ import annotations

import json
import sys
from functools import partial
from pathlib import Path

from _window import Stopwatch, become_quiet, open_window
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QTextBrowser

from tpe_guide.navigation import Locator
from tpe_guide.ui.guide.help_card import HelpCard
from tpe_guide.ui.reading.reading_view import ReadingView

PERCENTS = (100, 200, 400)
FAR = 5


class Browser(QTextBrowser):
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)


def measure(percent: int) -> None:
    session.set_look(text_percent=percent)
    become_quiet(application)
    times = found.setdefault(percent, {"ours": [], "floor": [], "unprepared": [], "explained": []})
    for index, page in enumerate(order):
        session.go(Locator("page", order[index - FAR]))
        # A new look drops every page that was kept ready; all it has to do else is done before the page is asked for.
        ours.seconds(session.next_theme)
        become_quiet(application)
        times["unprepared"].append(ours.seconds(partial(session.go, Locator("page", page))))
        become_quiet(application)
        if index + 1 == len(order):
            break
        times["ours"].append(ours.seconds(partial(window.do, "next")))
        view = window.screen_shown.findChild(ReadingView, "reading-view")  # others wait to be deleted
        html = view.page_shown.toHtml()
        browser.resize(view.size())
        become_quiet(application)
        times["floor"].append(floor.seconds(partial(browser.setHtml, html)))
        words = [index for index, link in enumerate(view.links) if link.kind == "word"]
        if words:
            view.focus_link(words[0])  # one presses what is in sight
            become_quiet(application)
            times["explained"].append(card.seconds(partial(view.activate_link, words[0])))
            become_quiet(application)


found: dict[int, dict[str, list[float]]] = {}
data_dir, rounds = Path(sys.argv[1]), int(sys.argv[2])
application, program = open_window("tingling", data_dir)
window, session, order = program.window, program.session, program.library.order
ours, floor, card = (Stopwatch(application, kind) for kind in (ReadingView, Browser, HelpCard))
browser = Browser()
browser.show()
for __ in range(rounds):
    for percent in PERCENTS:
        measure(percent)
print(json.dumps(found))
