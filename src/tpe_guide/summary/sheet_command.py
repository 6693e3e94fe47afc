"""``tpe-guide diary sheet``: the recovery sheet of a diary as a PDF."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from tpe_guide import terminal
from tpe_guide.diary import folder, recovery
from tpe_guide.diary.commands import STREAM, opened
from tpe_guide.diary.recovery import Sheet
from tpe_guide.files import write_out
from tpe_guide.i18n import _
from tpe_guide.summary.papers import Paper
from tpe_guide.summary.recovery_sheet import recovery_sheet
from tpe_guide.summary.sheet import to_pdf


def write(data_dir: Path, out: Path, paper: Paper, now: dt.datetime, language: str) -> str:
    """Write the sheet of the diary in *data_dir* to *out*, for its owner alone; tells of it, unless that is a stream.

    The diary then knows that there is one. Raises CannotWrite, WrongUsage and what opening a diary does.
    """
    folder.refuse_part_of(out)
    with opened(data_dir) as store:
        key = store.unlocked.key
        pdf = to_pdf(recovery_sheet(key, now.date(), language), now, paper)
        if out == STREAM:
            terminal.give_bytes(pdf)
        else:
            write_out(out, pdf, private=True)
        if not store.read_only:
            store.keep_sheet(store.glance().sheet().newer(Sheet(made=now.date())))
    if out == STREAM:
        return ""
    lines = [
        _("Wrote {path}, the sheet {mark}.").format(path=out, mark=recovery.mark_of(key)),
        _("Whoever has this file can open the diary. Print it, and do not leave it on this computer."),
    ]
    return "\n".join(lines)
