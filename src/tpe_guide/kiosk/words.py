"""What the parent of the kiosk and its processes say to each other: a word a line, and never a visitor's.

The parent holds no guide and no window. One process is *on show*; one is *warm* behind it, with all loaded and its
window not shown. A visit lives and dies with the process that shows it.
"""

from __future__ import annotations

# The parent to a process.
SHOW = "show"
"""Your turn: show the first page. With ``AFTER``: a visit was just wiped, and its process is about to end."""
AFTER = "after"
ERASED = "erased"
"""That process has ended, and its memory is the system's again: so it may be said."""
END = "end"
CLOSING = "closing"
"""The kiosk ends: wipe, say so to whoever stands there, and end."""
PING = "ping"
# A process to the parent.
READY = "ready"
SHOWN = "shown"
DONE = "done"
"""The visit is wiped; a page that says so little stands there until the next process takes over."""
LEFT = "left"
"""Staff closed the window of a kiosk that is not locked."""
PONG = "pong"
SCALE = "scale"
"""With a factor: this screen wants all larger, or smaller than it did. The process ends, and the next is started so:
see ``scale``."""
COPIED = "copied"
"""With what is on a clipboard, as hex: for ``kiosk certify``."""
# Both ways, with a word after it.
BEGIN = "begin"
"""Somebody touched the first page of a process that is done, in this language: the next one begins with it."""
PIN = "pin"
"""To the parent: the digits. Back: ``yes``, or ``no`` and how many seconds to wait."""

GONE = ""
"""What the parent hears last of a process: its pipe is closed."""
