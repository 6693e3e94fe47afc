"""Opens the guide beside a stand-in for the portal, changes choices there, and prints what the guide then looks like.

``follow_portal.py PYTHON-OF-THE-SYSTEM FOLDER``, in a session of its own. Prints one JSON object.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tpe_guide import app
from tpe_guide.policy import HOME
from tpe_guide.ui.shell.application import make_application

WAIT_SECONDS = 20


def main() -> None:
    application = make_application()
    portal = subprocess.Popen(
        [sys.argv[1], str(Path(__file__).with_name("portal.py"))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert portal.stdin is not None
    assert portal.stdout is not None
    assert portal.stdout.readline() == "ready\n"

    def order(line: str) -> None:
        assert portal.stdin is not None
        print(line, file=portal.stdin, flush=True)

    def until(is_so: Callable[[], bool]) -> bool:
        end = time.monotonic() + WAIT_SECONDS
        while not is_so() and time.monotonic() < end:
            application.processEvents()
            time.sleep(0.01)
        return is_so()

    def opened(name: str) -> app.Program:
        program = app.Program(HOME, data_dir=Path(sys.argv[2]) / name)
        program.window.opened.connect(lambda: app._finish_start(application, program))
        program.window.show()
        application.processEvents()
        return program

    order("org.gnome.desktop.interface text-scaling-factor d 1.5")
    program = opened("follows")
    session = program.session
    seen = {"at start": until(lambda: session.theme.percent == 150)}
    order("org.gnome.desktop.interface text-scaling-factor d 2.0")
    seen["larger"] = until(lambda: session.theme.percent == 200)
    order("org.freedesktop.appearance color-scheme u 1")
    seen["dark"] = until(lambda: session.theme.name == "dark")
    order("org.freedesktop.appearance contrast u 1")
    seen["contrast"] = until(lambda: session.theme.name == "contrast")
    order("org.gnome.desktop.interface enable-animations b false")
    seen["still"] = until(lambda: session.keeps_still)
    session.keep_as_it_is()  # as whoever reads a page does
    program.window.close()
    seen["next start"] = opened("follows").session.theme.percent == 200
    order("mute")
    begun = time.monotonic()
    silent = opened("silent")
    until(lambda: time.monotonic() - begun > 1)
    seen["with a silent portal"] = silent.window.isVisible() and silent.session.theme.percent == 100
    portal.kill()
    print(json.dumps(seen))


main()
