"""A print system made of two shell scripts that answer as lp and lpstat do: no cupsd, and any state at will.

The words are those of CUPS 2.4; ``test_print_queue`` holds a real one to them.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from tpe_guide.ui.printing import cups

_LP = """#!/bin/sh
cat > {root}/pages.pdf
echo "$@" >> {root}/asked
[ "$(cat {root}/lp)" = slow ] && sleep 0.3 && echo takes > {root}/lp
case $(cat {root}/lp) in
  takes) [ -e {root}/at-once ] || echo "$2-7" >> {root}/jobs; echo "request id is $2-7 (1 file(s))";;
  refuses) echo "lp: Destination \\"$2\\" is not accepting jobs." >&2;;
  silent) exec sleep 600;;
esac
"""
_LPSTAT = """#!/bin/sh
[ "$(cat {root}/lpstat)" = silent ] && exec sleep 600
if [ "$1" = -r ]; then
  [ "$(cat {root}/lpstat)" = down ] && printf 'scheduler is not running\\nno system default destination\\n' && exit 0
  echo "scheduler is running"
  if [ -s {root}/usual ]; then echo "system default destination: $(cat {root}/usual)"
  else echo "no system default destination"; fi
  cat {root}/names
elif [ "$(cat {root}/lpstat)" = down ]; then
  echo "lpstat: Unable to connect to server: Connection refused" >&2
  exit 1
else
  own=""; [ -e "{root}/state-$3" ] && own="-$3"
  echo "printer $3 $(cat "{root}/state$own") since Mon 30 Nov 2026 06:56:00 AM UTC"
  printf '\\tForm mounted:\\n\\tAlerts: %s\\n\\tDefault port settings:\\n' "$(cat "{root}/alerts$own")"
  while read -r job; do
    printf '%s   root   68608   Mon 30 Nov 2026\\n\\tAlerts: job-printing\\n\\tqueued for %s\\n' "$job" "$3"
  done < {root}/jobs
fi
"""
_CANCEL = """#!/bin/sh
[ "$(cat {root}/cancel)" = silent ] && exec sleep 600
[ "$(cat {root}/cancel)" = refuses ] && exit 1
grep -vx -- "$2" {root}/jobs > {root}/rest
mv {root}/rest {root}/jobs
echo "$2" >> {root}/taken-back
"""


class PaperCups:
    """What the print system answers from now on; what it was asked."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._root = root
        root.mkdir()
        for name, script in (("lp", _LP), ("lpstat", _LPSTAT), ("cancel", _CANCEL)):
            path = root / "bin" / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(script.replace("{root}", str(root)))
            path.chmod(path.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("PATH", f"{root / 'bin'}{os.pathsep}{os.environ['PATH']}")
        monkeypatch.setattr(cups, "is_there", lambda: True)
        self.printers("WARD-3", "FLOOR2")
        self.takes_jobs()
        self.stands("is idle.  enabled")
        self._write("jobs", "")
        self._write("lpstat", "answers")
        self._write("cancel", "takes back")

    def printers(self, usual: str, *others: str) -> None:
        """These are the printers; *usual* may be empty."""
        self._write("usual", usual)
        self._write("names", "".join(f"{name}\n" for name in (usual, *others) if name))

    def takes_jobs(self) -> None:
        self._write("lp", "takes")

    def takes_its_time(self) -> None:
        """Over the next job."""
        self._write("lp", "slow")

    def prints_at_once(self) -> None:
        """A job that was taken is done."""
        self._write("at-once", "")

    def refuses_jobs(self) -> None:
        """As after ``cupsreject``."""
        self._write("lp", "refuses")

    def is_silent(self, *commands: str) -> None:
        """Connections are accepted and never answered."""
        for command in commands or ("lp", "lpstat"):
            self._write(command, "silent")

    def does_not_run(self) -> None:
        """Nobody is there to connect to."""
        self._write("lpstat", "down")

    def keeps_its_jobs(self) -> None:
        """None can be taken back."""
        self._write("cancel", "refuses")

    def answers(self) -> None:
        """After all."""
        self._write("lpstat", "answers")
        self.takes_jobs()

    def stands(self, state: str, alerts: str = "none") -> None:
        self._write("state", state)
        self._write("alerts", alerts)

    def stands_at(self, printer: str, state: str, alerts: str = "none") -> None:
        """*printer* stands otherwise than the rest."""
        self._write(f"alerts-{printer}", alerts)
        self._write(f"state-{printer}", state)

    def finishes(self) -> None:
        """All jobs are done."""
        self._write("jobs", "")

    @property
    def asked(self) -> str:
        """What lp was asked to do."""
        path = self._root / "asked"
        return path.read_text() if path.is_file() else ""

    @property
    def jobs(self) -> str:
        """What waits."""
        return (self._root / "jobs").read_text()

    @property
    def taken_back(self) -> str:
        """The jobs that were."""
        path = self._root / "taken-back"
        return path.read_text() if path.is_file() else ""

    @property
    def pages(self) -> bytes:
        """The last file that lp was given."""
        return (self._root / "pages.pdf").read_bytes()

    def _write(self, name: str, words: str) -> None:
        (self._root / name).write_text(words)
