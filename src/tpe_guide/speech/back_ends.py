"""Which voice this computer has: the one place where that is chosen, by its system."""

from __future__ import annotations

import sys

from tpe_guide.speech.back_end import BackEnd


def find(platform: str = sys.platform) -> BackEnd:
    """The voice of this system, not opened yet. Raises NoVoice."""
    if platform == "win32":
        from tpe_guide.speech import sapi

        return sapi.find()
    if platform == "darwin":
        from tpe_guide.speech import say

        return say.find()
    from tpe_guide.speech import dispatcher

    return dispatcher.find()


def not_yet_heard(platform: str = sys.platform) -> str:
    """The name of this system if its voice was only tried with something that stands in for it; else empty."""
    return {"win32": "Windows", "darwin": "macOS"}.get(platform, "")
