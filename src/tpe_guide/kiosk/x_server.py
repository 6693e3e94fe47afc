"""What the X server tells about the session: windows, desktops, and which keys another program has taken.

Asked through libxcb, which Qt's own windows stand on, so that nothing need be installed. Only questions; the one
thing it does is to reach for a key and let it go again: that is how X tells that another program has it.
"""

from __future__ import annotations

import ctypes
import struct
from typing import NamedTuple

SHIFT, CONTROL, ALT, SUPER = 1, 4, 8, 64
_NAMED = ((CONTROL, "Ctrl"), (ALT, "Alt"), (SUPER, "Super"), (SHIFT, "Shift"))
_ANY_MODIFIER = 1 << 15
_ASYNC = 1
_BAD_ACCESS = 10
_VIEWABLE = 2
_HEAD = 32
_WHOLE_PIXELS, _ALL_PLANES = 2, (1 << 32) - 1
_MOST_WORDS = 1 << 16
_CHORDS = tuple(
    control | alt | logo | shift
    for control in (0, CONTROL)
    for alt in (0, ALT)
    for logo in (0, SUPER)
    for shift in (0, 1)
)


class NoServer(Exception):
    """No X server answers here."""


class Window(NamedTuple):
    """A window below the root, from back to front: where it stands, and whether it can be seen at all."""

    number: int
    x: int
    y: int
    width: int
    height: int
    seen: bool


class _Cookie(ctypes.Structure):
    _fields_ = (("sequence", ctypes.c_uint),)


class _Screens(ctypes.Structure):
    _fields_ = (("data", ctypes.c_void_p), ("rem", ctypes.c_int), ("index", ctypes.c_int))


class XServer:
    """A connection to the server named *display*; empty: by the environment. Raises NoServer. Used with ``with``."""

    def __init__(self, display: str = "") -> None:
        try:
            self._xcb, self._c = ctypes.CDLL("libxcb.so.1"), ctypes.CDLL(None)
        except OSError as error:
            raise NoServer(str(error)) from error
        self._xcb.xcb_connect.restype = self._xcb.xcb_get_setup.restype = ctypes.c_void_p
        self._xcb.xcb_setup_roots_iterator.restype = _Screens
        self._xcb.xcb_request_check.restype = ctypes.c_void_p
        self._connection = ctypes.c_void_p(self._xcb.xcb_connect(display.encode() or None, None))
        if self._xcb.xcb_connection_has_error(self._connection):
            self.close()
            raise NoServer(display)
        setup = ctypes.c_void_p(self._xcb.xcb_get_setup(self._connection))
        self._first_key, self._last_key = ctypes.string_at(setup, 36)[34:36]
        screen = ctypes.string_at(self._xcb.xcb_setup_roots_iterator(setup).data, 24)
        self.root: int = struct.unpack_from("<I", screen)[0]
        self.size: tuple[int, int] = struct.unpack_from("<HH", screen, 20)

    def __enter__(self) -> XServer:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def close(self) -> None:
        """Ask no more."""
        self._xcb.xcb_disconnect(self._connection)

    def numbers(self, window: int, name: str) -> list[int]:
        """The property *name* of *window*, which holds numbers or windows; empty where there is none."""
        data = self._property(window, name)
        return [*struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4])]

    def text(self, window: int, name: str) -> str:
        """The property *name* of *window*, which holds words."""
        return self._property(window, name).rstrip(b"\0").replace(b"\0", b" ").decode("utf-8", "replace")

    def owner(self, selection: str) -> int:
        """The window that answers for *selection*; 0: none."""
        reply = self._ask("get_selection_owner", self._atom(selection))
        return struct.unpack_from("<I", reply, 8)[0] if reply else 0

    def windows(self) -> list[Window]:
        """Those below the root, from back to front."""
        reply = self._ask("query_tree", self.root) or bytes(_HEAD)
        count = struct.unpack_from("<H", reply, 16)[0]
        below = struct.unpack_from(f"<{count}I", reply, _HEAD)
        return [found for number in below if (found := self._window(number)) is not None]

    def below(self, window: int) -> list[int]:
        """*window* and all that stand in it."""
        reply = self._ask("query_tree", window) or bytes(_HEAD)
        inner = struct.unpack_from(f"<{struct.unpack_from('<H', reply, 16)[0]}I", reply, _HEAD)
        return [window, *(each for number in inner for each in self.below(number))]

    def focused(self) -> int:
        """The window that hears the keyboard; 0 or 1: none of its own."""
        reply = self._ask("get_input_focus")
        return struct.unpack_from("<I", reply, 8)[0] if reply else 0

    def pixel(self, x: int, y: int) -> bytes:
        """The colour that is seen there: blue, green, red."""
        reply = self._ask("get_image", _WHOLE_PIXELS, self.root, x, y, 1, 1, _ALL_PLANES)
        return reply[_HEAD : _HEAD + 3] if reply else b""

    def dark_after(self) -> int:
        """Seconds without an input after which the screen goes dark; 0: never."""
        reply = self._ask("get_screen_saver")
        return struct.unpack_from("<H", reply, 8)[0] if reply else 0

    def is_open_to_all(self) -> bool:
        """Whether programs of every account may connect, and so look at the screen and press its keys."""
        reply = self._ask("list_hosts")
        return reply is not None and reply[1] == 0

    def taken_chords(self) -> list[str]:
        """The keys that another program gets wherever the keyboard is, such as ``Alt+Tab``."""
        names = self._key_names()
        taken = [key for key in range(self._first_key, self._last_key + 1) if self._is_taken(key, _ANY_MODIFIER)]
        found = [
            "+".join([*(word for bit, word in _NAMED if chord & bit), names[key]])
            for key in taken
            for chord in _CHORDS
            if names.get(key) and self._is_taken(key, chord)
        ]
        return [*dict.fromkeys(found)]

    def _is_taken(self, key: int, modifiers: int) -> bool:
        cookie = self._send("grab_key_checked", 1, self.root, modifiers, key, _ASYNC, _ASYNC)
        error = self._xcb.xcb_request_check(self._connection, cookie)
        if not error:
            self._send("ungrab_key", key, self.root, modifiers)
            return False
        code = ctypes.string_at(error, 2)[1]
        self._c.free(ctypes.c_void_p(error))
        return code == _BAD_ACCESS

    def _key_names(self) -> dict[int, str]:
        count = self._last_key + 1 - self._first_key
        reply = self._ask("get_keyboard_mapping", self._first_key, count)
        if not reply:
            return {}
        each = reply[1]
        symbols = struct.unpack_from(f"<{each * count}I", reply, _HEAD)
        return {self._first_key + at: _named(symbols[at * each]) for at in range(count)}

    def _window(self, number: int) -> Window | None:
        place, shown = self._ask("get_geometry", number), self._ask("get_window_attributes", number)
        if place is None or shown is None:
            return None
        x, y, width, height, border = struct.unpack_from("<hhHHH", place, 12)
        return Window(number, x, y, width + 2 * border, height + 2 * border, shown[26] == _VIEWABLE)

    def _property(self, window: int, name: str) -> bytes:
        reply = self._ask("get_property", 0, window, self._atom(name), 0, 0, _MOST_WORDS)
        if not reply:
            return b""
        length = struct.unpack_from("<I", reply, 16)[0] * (reply[1] // 8)
        return reply[_HEAD : _HEAD + length]

    def _atom(self, name: str) -> int:
        reply = self._ask("intern_atom", 0, len(name), name.encode())
        return struct.unpack_from("<I", reply, 8)[0] if reply else 0

    def _send(self, request: str, *given: int | bytes) -> _Cookie:
        call = getattr(self._xcb, f"xcb_{request}")
        call.restype = _Cookie
        cookie: _Cookie = call(self._connection, *given)
        return cookie

    def _ask(self, request: str, *given: int | bytes) -> bytes | None:
        cookie = self._send(request, *given)
        answer = getattr(self._xcb, f"xcb_{request}_reply")
        answer.restype = ctypes.c_void_p
        reply = answer(self._connection, cookie, None)
        if not reply:
            return None
        length = struct.unpack_from("<I", ctypes.string_at(reply, 8), 4)[0]
        data = ctypes.string_at(reply, _HEAD + 4 * length)
        self._c.free(ctypes.c_void_p(reply))
        return data


def _named(symbol: int) -> str:
    """What is on the key, in the names that X has."""
    try:
        keys = ctypes.CDLL("libxkbcommon.so.0")
    except OSError:
        return hex(symbol)
    name = ctypes.create_string_buffer(64)
    keys.xkb_keysym_get_name(symbol, name, len(name))
    return name.value.decode() if symbol else ""
