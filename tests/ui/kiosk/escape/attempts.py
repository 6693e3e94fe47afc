"""What strangers try in order to get out of a kiosk, or to leave something behind: as real input, by ``xdotool``.

*{w}* is the number of the kiosk's window: those attempts are another program's, that runs beside it.
"""

from __future__ import annotations

from typing import NamedTuple


class Attempt(NamedTuple):
    """One thing that is tried: its *name*, its *group*, and the words for ``xdotool``."""

    group: str
    name: str
    does: str


_CLOSING = ("alt+F4", "ctrl+q", "ctrl+w", "ctrl+shift+q", "ctrl+shift+w", "ctrl+F4", "ctrl+c", "ctrl+z", "ctrl+d")
_SWITCHING = (
    "alt+Tab", "alt+shift+Tab", "ctrl+alt+Tab", "alt+Escape", "alt+shift+Escape", "super+Tab", "ctrl+Tab",
    "alt+grave", "alt+F6", "ctrl+F6", "alt+1", "super+1", "super+t",
)  # fmt: skip
_WINDOW = (
    "alt+space", "alt+F3", "alt+F5", "alt+F7", "alt+F8", "alt+F9", "alt+F10", "F11", "alt+Return", "super+d",
    "super+m", "super+h", "super+Home", "super+Up", "super+Down", "super+Left", "super+Right", "ctrl+super+Down",
    "super+shift+Left",
)  # fmt: skip
_DESKTOPS = (
    "ctrl+alt+Left", "ctrl+alt+Right", "ctrl+alt+Up", "ctrl+alt+Down", "super+F1", "super+F2", "super+F4",
    "alt+shift+Right", "alt+shift+Left", "super+shift+Right", "ctrl+F2", "super+Page_Down", "ctrl+alt+2",
)  # fmt: skip
_STARTING = (
    "super", "super+e", "super+r", "super+s", "super+a", "super+x", "super+i", "super+p", "super+period", "super+space",
    "alt+F1", "alt+F2", "ctrl+Escape", "ctrl+shift+Escape", "ctrl+alt+t", "ctrl+alt+a", "ctrl+alt+d", "Menu",
    "shift+F10", "XF86HomePage", "XF86WWW", "XF86Mail", "XF86Search", "XF86Explorer", "XF86Calculator",
    "XF86Favorites", "XF86AudioMedia", "XF86Tools", "XF86Display", "XF86Back",
)  # fmt: skip
_ENDING = (
    "ctrl+alt+Delete", "ctrl+alt+BackSpace", "ctrl+alt+l", "super+l", "XF86PowerOff", "XF86Sleep", "XF86Suspend",
    "XF86ScreenSaver", "XF86LogOff", "XF86Eject", "Pause", "ctrl+backslash",
)  # fmt: skip
_PICTURES = ("Print", "alt+Print", "shift+Print", "ctrl+Print", "super+shift+s", "super+Print", "ctrl+alt+shift+r")
_DIALOGS = (
    "ctrl+o", "ctrl+s", "ctrl+shift+s", "ctrl+p", "ctrl+shift+p", "ctrl+n", "ctrl+shift+n", "ctrl+t", "ctrl+f",
    "ctrl+l", "ctrl+j", "ctrl+h", "ctrl+u", "ctrl+k", "ctrl+e", "ctrl+b", "ctrl+comma", "ctrl+shift+i", "F1", "F2",
    "F3", "F5", "F6", "F7", "F9", "F10", "F12", "shift+F1", "ctrl+r", "ctrl+shift+r", "alt+d", "alt+f", "alt+h",
    "alt+Left",
)  # fmt: skip
_COPYING = ("ctrl+a", "ctrl+a ctrl+c", "ctrl+Insert", "ctrl+x", "ctrl+v", "shift+Insert", "ctrl+shift+v")
_TYPING = ("ctrl+shift+u 2 0 a c Return", "ctrl+space", "shift+space", "dead_acute e", "Multi_key o e", "Num_Lock")


def _keys(group: str, chords: tuple[str, ...]) -> list[Attempt]:
    return [Attempt(group, f"press {chord}", f"key --clearmodifiers {chord}") for chord in chords]


_HANDS = [
    ("type commands blind", "type --delay 5 sudo reboot"),
    ("type a path", "type --delay 5 file:///etc/passwd"),
    ("Shift five times", "key shift shift shift shift shift"),
    ("hold Shift", "keydown shift sleep 1 keyup shift"),
    ("hold Escape", "keydown Escape sleep 1 keyup Escape"),
    ("hold Alt, turn through with Tab", "keydown alt key Tab Tab Tab keyup alt"),
    ("hold Super, press each digit", "keydown super key 1 2 3 4 5 6 7 8 9 keyup super"),
    ("Escape ten times", "key Escape Escape Escape Escape Escape Escape Escape Escape Escape Escape"),
    ("Tab thirty times, then Enter", "key --repeat 30 --delay 5 Tab key Return"),
]
_POINTER = [
    ("right click in the middle", "mousemove 683 400 click 3"),
    ("right click at the top left", "mousemove 2 2 click 3"),
    ("right click on a heading", "mousemove 300 200 click 3"),
    ("right click at the bottom edge", "mousemove 683 766 click 3"),
    ("middle click in the middle", "mousemove 683 400 click 2"),
    ("left and right together", "mousemove 683 400 mousedown 1 mousedown 3 mouseup 3 mouseup 1"),
    ("the back and forward buttons", "mousemove 683 400 click 8 click 9"),
    ("long press in the middle", "mousemove 683 400 mousedown 1 sleep 1.2 mouseup 1"),
    ("long press at the top left", "mousemove 3 3 mousedown 1 sleep 1.2 mouseup 1"),
    ("long press at the top right", "mousemove 1363 3 mousedown 1 sleep 1.2 mouseup 1"),
    ("double click on a word", "mousemove 400 300 click --repeat 2 --delay 60 1"),
    ("triple click, then copy", "mousemove 400 300 click --repeat 3 --delay 60 1 key ctrl+c"),
    ("click with Ctrl", "mousemove 400 300 keydown ctrl click 1 keyup ctrl"),
    ("click with Shift", "mousemove 400 300 keydown shift click 1 keyup shift"),
    ("click with Alt", "mousemove 400 300 keydown alt click 1 keyup alt"),
    ("right click with Alt", "mousemove 683 400 keydown alt click 3 keyup alt"),
    ("middle click with Alt", "mousemove 683 400 keydown alt click 2 keyup alt"),
    ("move the window with Alt", "mousemove 683 400 keydown alt mousedown 1 mousemove 900 600 mouseup 1 keyup alt"),
    ("size the window with Alt", "mousemove 683 400 keydown alt mousedown 3 mousemove 300 200 mouseup 3 keyup alt"),
    ("move the window with Super", "mousemove 683 400 keydown super mousedown 1 mousemove 9 9 mouseup 1 keyup super"),
    ("wheel with Alt", "mousemove 683 400 keydown alt click 4 click 5 click 5 keyup alt"),
    ("wheel with Ctrl and Alt", "mousemove 683 400 keydown ctrl keydown alt click 5 click 5 keyup alt keyup ctrl"),
    ("wheel with Super", "mousemove 683 400 keydown super click 5 click 5 keyup super"),
    ("wheel with Ctrl", "mousemove 683 400 keydown ctrl click 4 click 5 keyup ctrl"),
    ("wheel sideways", "mousemove 683 400 click 6 click 7 click 7"),
    ("wheel at the edge of the screen", "mousemove 0 400 click 5 click 5 mousemove 1365 400 click 5"),
    ("drag from the top edge", "mousemove 683 0 mousedown 1 mousemove 683 200 mousemove 683 500 mouseup 1"),
    ("drag from the bottom edge", "mousemove 683 767 mousedown 1 mousemove 683 500 mousemove 683 200 mouseup 1"),
    ("drag from the left edge", "mousemove 0 400 mousedown 1 mousemove 200 400 mousemove 700 400 mouseup 1"),
    ("drag from the right edge", "mousemove 1365 400 mousedown 1 mousemove 1000 400 mousemove 500 400 mouseup 1"),
    ("drag a drawing out", "mousemove 250 400 mousedown 1 mousemove 300 420 mousemove 1365 767 mouseup 1"),
    ("select words and drag them", "mousemove 400 300 click --repeat 2 1 mousedown 1 mousemove 900 700 mouseup 1"),
    ("rest in each corner", "mousemove 0 0 sleep 0.3 mousemove 1365 0 sleep 0.3 mousemove 1365 767 sleep 0.3"),
    ("scribble with a button down", "mousemove 9 9 mousedown 1 mousemove 900 9 mousemove 9 700 mouseup 1"),
    ("tap where nothing is, many times", "mousemove 1360 764 click --repeat 12 --delay 10 1"),
]  # fmt: skip
_BESIDE = [
    ("ask the window to close", "windowquit {w}"),
    ("make it small", "windowminimize {w}"),
    ("put it behind", "windowlower {w}"),
    ("push it away", "windowmove {w} 900 500"),
    ("shrink it", "windowsize {w} 300 200"),
    ("take “above all” from it", "windowstate --remove ABOVE {w}"),
    ("take “full screen” from it", "windowstate --remove FULLSCREEN {w}"),
    ("send it to the second desktop", "set_desktop_for_window {w} 1"),
    ("go to the second desktop", "set_desktop 1"),
    ("take the keyboard from it", "windowfocus 1"),
    ("hide it", "windowunmap {w}"),
]

ATTEMPTS = [
    *_keys("close", _CLOSING),
    *_keys("switch", _SWITCHING),
    *_keys("window", _WINDOW),
    *_keys("desktop", _DESKTOPS),
    *_keys("start something", _STARTING),
    *_keys("end the session", _ENDING),
    *_keys("take a picture", _PICTURES),
    *_keys("open a dialog", _DIALOGS),
    *_keys("copy", _COPYING),
    *_keys("typing aids", _TYPING),
    *(Attempt("hands on keys", *each) for each in _HANDS),
    *(Attempt("pointer", *each) for each in _POINTER),
    *(Attempt("another program", *each) for each in _BESIDE),
]

NOT_TRIED = {
    "Ctrl+Alt+F1 … F12": "Xvfb has no text terminals; the key alone is pressed in no other way than the rest",
    "Alt+Print and a letter": "goes to the kernel, not through X; kiosk doctor looks at kernel.sysrq",
    "the power key, the lid, a pulled plug": "no such thing here; kiosk doctor looks at HandlePowerKey and sleep",
    "fingers on glass (two, three, from the edge)": "xdotool has no fingers; made-up touches stand in the short form",
    "a file dropped from another program": "made-up drops stand in the short form",
    "a memory stick, another keyboard, a phone": "no such thing here",
}
