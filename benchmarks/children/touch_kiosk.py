"""From a touch of the kiosk's first page to the guide painted. Argument: whether the process was warmed up (1 or 0).

Prints the seconds: those of the guide; and of a QTextBrowser with the words of the first page, in the same place.
"""

from __future__ import annotations

import json
import sys
import time

from _window import SIZE, become_quiet
from PySide6.QtWidgets import QTextBrowser

from tpe_guide.app import make_kiosk
from tpe_guide.ui.shell.application import make_application
from tpe_guide.ui.shell.main_window import MainWindow

application = make_application()
kiosk = make_kiosk(application, "en")
kiosk.resize(*SIZE)
if sys.argv[1] == "1":
    kiosk.rehearse()
kiosk.show()
become_quiet(application)
start = time.perf_counter()
kiosk.begin("en")
guide = kiosk.findChild(MainWindow)
assert guide is not None
while not guide._was_painted:
    application.processEvents()
ours = time.perf_counter() - start
kiosk.leave()
browser = QTextBrowser()
browser.resize(*SIZE)
browser.show()
become_quiet(application)
words = "<h1>Where are you today?</h1>" + "<p>What it is, how well it works, and what else there is.</p>" * 6
start = time.perf_counter()
browser.setHtml(words)
browser.viewport().repaint()
floor = time.perf_counter() - start
print(json.dumps([ours, floor]))
