"""Qt classes with several C++ bases, made safe to extend.

Shiboken keeps a map from C++ addresses to Python objects. An object whose Qt class has several bases, such as QWidget
(QObject and QPaintDevice), stands in it at each base. Where the further bases lie is worked out per class, the first
time that an object of exactly that class is seen. But with each object of a Python class that extends it, Shiboken
first copies what the Qt class knows over what the Python class knew: nothing, if the Qt class never had an object of
its own (QPyTextObject cannot have one, it is abstract). Another object of the Python class that dies before the new
one is made is then taken out of the map at its first base only. The next value that comes to lie at the address of
its second base is taken for the dead object, and the program with it: a segmentation fault somewhere else, later.
Garbage collection inside an event filter was enough. PySide6 6.8 to 6.12 all do this, see
``tests/ui/kit/test_several_bases.py``.

So each such Qt class is told where its bases lie before anything extends it.
"""

from __future__ import annotations

from typing import cast

from shiboken6 import Shiboken, VoidPtr

_ROOM = bytes(64)
"""Nothing reads it: where bases lie is worked out from addresses alone."""


def settle(qt_class: type) -> None:
    """Have Shiboken work out, for good, where the bases of *qt_class* lie. To be called once, where it is extended."""
    # Its address is taken for an object of the class. Python does not own that, so letting go of it destroys nothing.
    address = int(cast(int, VoidPtr(cast(int, _ROOM))))  # PySide's own stubs know addresses only, not what has one
    Shiboken.wrapInstance(address, qt_class)
