"""What a stranger at the screen could reach beside the guide: keys of the desktop, other windows, other desktops."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from tpe_guide.i18n import _, _n
from tpe_guide.kiosk.locks import Lock, State, judged, unseen
from tpe_guide.kiosk.x_server import NoServer, XServer

_NAMED = 6
"""Keys that are named; of more the number is enough."""
_LEADING_OUT = ("keys", "windows", "desktops")
ONE_WINDOW = "cage"
"""A compositor that shows one program and nothing else."""


def examine(environment: Mapping[str, str], running: Collection[str], open_server: Callable[[], XServer]) -> list[Lock]:
    """The locks of the session that *environment* tells of, in which programs of these names are *running*."""
    if environment.get("WAYLAND_DISPLAY"):
        return [_compositor(running)]
    if not environment.get("DISPLAY"):
        return [unseen("screen", _("screen: none here; run this in the session of the kiosk, with its DISPLAY set"))]
    try:
        with open_server() as server:
            return [look(server) for look in (_keys, _windows, _desktops, _copies, _dark, _others)]
    except NoServer:
        return [unseen("screen", _("screen: it does not answer; run this in the session of the kiosk"))]


def open_ways(environment: Mapping[str, str], open_server: Callable[[], XServer] = XServer) -> list[str]:
    """What leads out of the session, in words: keys, windows, desktops. Nothing where that cannot be seen."""
    found = examine(environment, (), open_server)
    return [each.words for each in found if each.state is State.OFF and each.subject in _LEADING_OUT]


def _compositor(running: Collection[str]) -> Lock:
    on = _("screen: cage shows this one program; it has no other windows, no desktops and no keys of its own")
    if ONE_WINDOW in running:
        return judged("screen", True, on, "")
    words = _("screen: this desktop does not tell its keys and windows to a program; use cage, which has none")
    return unseen("screen", words)


def _keys(server: XServer) -> Lock:
    taken = server.taken_chords()
    named = ", ".join(taken[:_NAMED])
    more = len(taken) - _NAMED
    if more > 0:
        named = _n("{keys} and {count} more", "{keys} and {count} more", more).format(keys=named, count=more)
    on = _("keys: no other program listens for keys")
    off = _("keys: another program, {program}, takes {keys}; give it no keys (docs/kiosk.md)")
    return judged("keys", not taken, on, off.format(program=_manager(server), keys=named))


def _manager(server: XServer) -> str:
    """Its name, if it says one."""
    names = (server.text(each, "_NET_WM_NAME") for each in server.numbers(server.root, "_NET_SUPPORTING_WM_CHECK"))
    return next(filter(None, names), "") or _("which does not say its name")


def _windows(server: XServer) -> Lock:
    # By the kind of program, never by the title: that could name a person.
    kinds = [server.text(each, "WM_CLASS").split(" ")[-1] for each in server.numbers(server.root, "_NET_CLIENT_LIST")]
    others = sorted({kind for kind in kinds if kind and kind not in ("tpe-guide", "python", "python3")})
    off = _("windows: {names} can come to the front; a kiosk’s session starts the guide and nothing else")
    return judged("windows", not others, _("windows: no other program has one"), off.format(names=", ".join(others)))


def _desktops(server: XServer) -> Lock:
    count = next(iter(server.numbers(server.root, "_NET_NUMBER_OF_DESKTOPS")), 1)
    on = _("desktops: there is one")
    off = _("desktops: there are {count}, and keys or a wheel can lead to an empty one; set one").format(count=count)
    return judged("desktops", count <= 1, on, off)


def _copies(server: XServer) -> Lock:
    on = _("clipboard: no program keeps what was copied")
    off = _("clipboard: a program keeps what was copied after it was cleared; end it")
    return judged("clipboard", server.owner("CLIPBOARD_MANAGER") == 0, on, off)


def _dark(server: XServer) -> Lock:
    seconds = server.dark_after()
    on = _("dark screen: X never makes it dark")
    off = _("dark screen: after {count} seconds without a touch X makes it dark; run: xset s off -dpms")
    return judged("dark_screen", seconds == 0, on, off.format(count=seconds))


def _others(server: XServer) -> Lock:
    on = _("other accounts: X lets in only those who have its key")
    off = _("other accounts: every program on this machine may look at the screen and press its keys; run: xhost -")
    return judged("other_accounts", not server.is_open_to_all(), on, off)
