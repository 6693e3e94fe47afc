"""A PDF, or another file, under the name that somebody chose in a dialog."""

from __future__ import annotations

from pathlib import Path

from tpe_guide.errors import CannotWrite
from tpe_guide.files import write_together, write_whole
from tpe_guide.i18n import _


def write_pdf(chosen: str, data: bytes, suffix: str = ".pdf", *, private: bool = False) -> Path:
    """Write *data* to *chosen*, whole or not at all. Returns where it is; raises CannotWrite.

    The dialog has asked whether a file of the chosen name may be replaced, not one that is named so only with a suffix.
    *private*: for its owner alone.
    """
    if chosen.lower().endswith(suffix):
        write_whole(Path(chosen), data, private=private)
        return Path(chosen)
    target = Path(chosen + suffix)
    try:
        write_together({target: data}, new=[target], private=private)
    except FileExistsError as error:
        raise CannotWrite(target, _("a file of that name is there already")) from error
    return target
