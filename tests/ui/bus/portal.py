"""A stand-in for the desktop's portal: answers what a person chose on this computer, and tells of changes.

It reads its orders line by line: ``<namespace> <key> <kind> <value>`` changes a choice; ``mute`` has it answer nothing
any more. Runs in the Python of the system, which has ``dbus``.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from typing import Any

import dbus
import dbus.service
from dbus.mainloop.glib import DBusGMainLoop
from gi.repository import GLib

NAME, PATH, SETTINGS = (
    "org.freedesktop.portal.Desktop",
    "/org/freedesktop/portal/desktop",
    "org.freedesktop.portal.Settings",
)
KINDS: dict[str, Callable[[str], Any]] = {
    "d": dbus.Double,
    "b": lambda value: dbus.Boolean(value == "true"),
    "u": lambda value: dbus.UInt32(int(value)),
}


class Portal(dbus.service.Object):  # type: ignore[misc]
    """Holds the choices."""

    def __init__(self, bus: Any) -> None:
        super().__init__(bus, PATH)
        self.mute = False
        self.chosen: dict[str, dict[str, Any]] = {
            "org.freedesktop.appearance": {"color-scheme": dbus.UInt32(0), "contrast": dbus.UInt32(0)},
            "org.gnome.desktop.interface": {
                "font-name": dbus.String("A 'quoted' {font} 11"),
                "text-scaling-factor": dbus.Double(1.0),
                "enable-animations": dbus.Boolean(True),
            },
        }

    @dbus.service.method(SETTINGS, "as", "a{sa{sv}}", async_callbacks=("answer", "refuse"))  # type: ignore[untyped-decorator]
    def ReadAll(self, namespaces: list[str], answer: Callable[[Any], None], refuse: Callable[[Any], None]) -> None:
        if not self.mute:
            answer({name: values for name, values in self.chosen.items() if name in namespaces})

    @dbus.service.signal(SETTINGS, "ssv")  # type: ignore[untyped-decorator]
    def SettingChanged(self, namespace: str, key: str, value: Any) -> None:
        pass

    def order(self, line: str) -> None:
        if line == "mute":
            self.mute = True
            return
        namespace, key, kind, value = line.split()
        self.chosen.setdefault(namespace, {})[key] = KINDS[kind](value)
        self.SettingChanged(namespace, key, self.chosen[namespace][key])


def main() -> None:
    DBusGMainLoop(set_as_default=True)
    bus = dbus.SessionBus()
    portal = Portal(bus)
    name = dbus.service.BusName(NAME, bus)
    loop = GLib.MainLoop()

    def listen() -> None:
        for line in sys.stdin:
            GLib.idle_add(portal.order, line.strip())
        GLib.idle_add(loop.quit)

    threading.Thread(target=listen, daemon=True).start()
    print("ready", flush=True)
    loop.run()
    del name


main()
