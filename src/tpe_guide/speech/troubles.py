"""Why nothing is heard, in a sentence for the person who wanted to hear it."""

from __future__ import annotations

from tpe_guide.i18n import _


def no_voice_on_linux() -> str:
    """No speech server, or one without a voice."""
    # The package of this name needs the others; it has it on Debian, Ubuntu and Fedora.
    words = _("This computer has no voice yet. On Linux, install the package “{package}”.")
    return words.format(package="speech-dispatcher-espeak-ng")


def no_voice_of_the_language() -> str:
    """There are voices, and none speaks it."""
    return _("This computer has no voice for this language. You can add one in its settings.")


def not_started() -> str:
    """What speaks on Windows and macOS is missing, or may not run."""
    return _("This computer did not start its voice.")


def not_answering() -> str:
    """What speaks is gone, or never answers."""
    return _("The voice of this computer does not answer.")


def not_yet_answering() -> str:
    """It is still being looked for."""
    return _("The voice of this computer has not answered yet.")


def silent(seconds: float) -> str:
    """Words were handed over, and nothing came of it: it hangs, or has to wait for another window or program."""
    words = _(
        "The voice took the words and said nothing for {seconds} seconds. Maybe another window or program is speaking."
    )
    return words.format(seconds=f"{seconds:g}")


def broke_off() -> str:
    """It began, and its end never came."""
    return _("The voice stopped before the end.")


def failed() -> str:
    """The voice itself says that it could not."""
    return _("The voice could not say these words.")
