"""Opens a page, lets the program settle, then does nothing. Arguments: page id, data folder, seconds.

Prints the processor seconds used while nothing was done.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from _window import become_quiet, open_window
from PySide6.QtCore import QTimer

page, data_dir, seconds = sys.argv[1:]
application, program = open_window(page, Path(data_dir))
become_quiet(application)
used = time.process_time()
QTimer.singleShot(int(float(seconds) * 1000), application.quit)
application.exec()
print(time.process_time() - used)
