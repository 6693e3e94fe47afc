"""Has a folder listed in the nurse's window, and reads its files bare. Arguments: data folder, the folder, rounds.

Prints seconds, as lists: until each row says what its file is (``ours``), the bare reads (``floor``), and the longest
time that the window was held up meanwhile (``held``).
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from _window import become_quiet, open_window

from tpe_guide.diary import exchange
from tpe_guide.navigation import Locator

data_dir, ward, rounds = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
application, program = open_window("", data_dir)
program.session.go(Locator("nurse"))
become_quiet(application)
files = program.diary.summary.files
over: list[bool] = []
files.done.connect(lambda: over.append(True))
told: dict[str, list[float]] = {"ours": [], "floor": [], "held": []}
for _round in range(rounds):
    start = time.perf_counter()
    for path in sorted(ward.iterdir()):
        exchange.read(path)
    told["floor"].append(time.perf_counter() - start)

    over.clear()
    start = last = time.perf_counter()
    longest = 0.0
    program.diary.summary.open_files([ward])
    while not over:
        application.processEvents()
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
        time.sleep(0.001)
    application.processEvents()
    told["ours"].append(time.perf_counter() - start)
    told["held"].append(longest)
    if len(files.opening) != len(list(ward.iterdir())):
        sys.exit("some did not open")
    program.diary.summary.forget_files()
    become_quiet(application)
print(json.dumps(told))
