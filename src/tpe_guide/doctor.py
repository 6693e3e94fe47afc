"""What this machine can do for the program, told to whoever sets it up. Never what a diary holds."""

from __future__ import annotations

import json
import os
import platform
import shutil
import sys
from dataclasses import asdict, dataclass, field
from pathlib import Path

from tpe_guide import __version__, paths, terminal
from tpe_guide.errors import NoHomeFolder
from tpe_guide.i18n import SOURCE_LANGUAGE, _, _n
from tpe_guide.wording import describe

SPACE_WANTED = 100 * 1024 * 1024
"""Bytes. A year's diary takes less than a tenth of it; the rest is for backups and printed pages."""


@dataclass(frozen=True)
class Finding:
    """One thing looked at: whether it is as it should be, in words for a person and as facts for a script."""

    subject: str
    ok: bool
    words: str
    facts: dict[str, object] = field(default_factory=dict)


def run(as_json: bool, data_dir: str | os.PathLike[str] | None = None) -> int:
    """Print what was found, as lines or as one JSON object. Returns 0, or 1 if something needs care."""
    try:
        found = examine(paths.data_dir(data_dir))
    except NoHomeFolder as error:
        found = examine(None, describe(error))
    if as_json:
        found_json = json.dumps({each.subject: _as_json(each) for each in found}, ensure_ascii=False, indent=1)
        terminal.say_lines(found_json)
    else:
        for each in found:
            terminal.say(f"{_('ok') if each.ok else _('CARE'):5} {each.words}")
    return 0 if all(each.ok for each in found) else 1


def examine(folder: Path | None, why_none: str = "") -> list[Finding]:
    """All findings on this machine, with the person's data in *folder*; or *why_none* there is."""
    machine = [_versions(), *_drawing(), _speech()]
    if folder is None:
        return [*machine, Finding("data_folder", False, why_none, {"folder": None, "writable": False})]
    return [*machine, _data_folder(folder), _diary(folder), _failures(folder), _crashes(folder), _clinic_pack(folder)]


def _as_json(finding: Finding) -> dict[str, object]:
    return {key: value for key, value in asdict(finding).items() if key != "subject"}


def _versions() -> Finding:
    import PySide6

    facts: dict[str, object] = {
        "tpe-guide": __version__,
        "python": platform.python_version(),
        "qt": PySide6.__version__,
        "system": platform.platform(terse=True),
    }
    words = _("tpe-guide {version}, Python {python}, Qt {qt}, {system}")
    return Finding("versions", True, words.format(version=__version__, **facts), facts)


def _drawing() -> list[Finding]:
    """What takes Qt, which may be here without the system's own libraries that it stands on."""
    try:
        from PySide6.QtGui import QGuiApplication

        from tpe_guide.ui.shell.display import draw_off_screen, no_window_is_an_error
    except ImportError as error:
        words = _("display: nothing can be drawn, because a library is missing: {reason}").format(reason=error)
        return [Finding("display", False, words, {"present": False, "problem": str(error)})]
    display = _display()
    draw_off_screen()
    with no_window_is_an_error():
        application = QGuiApplication(["tpe-guide"])
    findings = [display, _fonts(), _choices(), _printers()]
    application.shutdown()
    return findings


def _display() -> Finding:
    from tpe_guide.ui.shell.display import PLATFORM_VARIABLE, has_display, may_open, plugin_problem, window_plugin

    named = os.environ.get(PLATFORM_VARIABLE)
    if named and not may_open():
        words = _("display: no window can open, because {variable} names {platform}, and there is none")
        facts: dict[str, object] = {"present": has_display(), "plugin": named, "problem": named}
        return Finding("display", False, words.format(variable=PLATFORM_VARIABLE, platform=named), facts)
    plugin = window_plugin()
    problem = plugin_problem(plugin) if has_display() else ""
    facts = {"present": has_display(), "plugin": plugin, "problem": problem}
    if problem:
        words = _("display: no window can open: {problem}").format(problem=problem)
    elif has_display():
        words = _("display: windows open through {plugin}").format(plugin=plugin)
    else:
        words = _("display: none here; pages, pictures and prints can be made, windows cannot open")
    return Finding("display", not problem, words, facts)


def _fonts() -> Finding:
    from PySide6.QtGui import QFontDatabase

    from tpe_guide.ui.kit.theme import FAMILY, load_fonts

    load_fonts()
    present = FAMILY in QFontDatabase.families()
    words = _("fonts: {family} is ready") if present else _("fonts: {family} is missing; install again")
    return Finding("fonts", present, words.format(family=FAMILY), {"family": FAMILY})


def _choices() -> Finding:
    """Whether the guide hears what a person has chosen for all programs, as larger text or less movement."""
    from tpe_guide.ui.shell.portal import has_bus

    linux = sys.platform.startswith("linux")
    untried = "" if linux else {"win32": "Windows", "darwin": "macOS"}.get(sys.platform, sys.platform)
    heard = shutil.which("gdbus") is not None and has_bus() if linux else True
    facts: dict[str, object] = {"followed": heard, "not_yet_tried_on": untried}
    if untried == "macOS":
        words = _("choices: less movement and colours are followed; macOS has no text size for all programs")
    elif heard:
        words = _("choices: this computer’s text size, movement and colours are followed")
    else:
        words = _("choices: what this computer asks for is not heard of; that takes gdbus and a session bus")
    if untried:
        words = f"{words} ({_('not yet tried on {system}').format(system=untried)})"
    return Finding("choices", True, words, facts)


def _printers() -> Finding:
    from tpe_guide.ui.printing.question import answer

    found = answer()
    if found is None:
        words = _("printers: the print system does not answer; the page can be saved as a PDF")
        return Finding("printers", False, words, {"names": [], "default": "", "answers": False})
    if found.names:
        words = _("printers: {names}").format(names=", ".join(found.names))
    else:
        words = _("printers: none; the page can be saved as a PDF")
    return Finding("printers", True, words, {"names": list(found.names), "default": found.usual, "answers": True})


def _speech() -> Finding:
    """Whether there is a voice, which is asked for its names and says nothing."""
    from tpe_guide.speech import back_ends, troubles
    from tpe_guide.speech.back_end import NoVoice

    unheard = back_ends.not_yet_heard()
    facts: dict[str, object] = {"speaks": False, "voices": 0, "trouble": "", "not_yet_heard_on": unheard}
    count = 0
    try:
        voice = back_ends.find()
        try:
            count = len(voice.open(SOURCE_LANGUAGE))
            facts |= {"voices": count, "speaks": True}
        finally:
            voice.close()
    except NoVoice as none:
        facts["trouble"] = str(none)
    except OSError:
        facts["trouble"] = troubles.not_answering()
    if count:
        words = _n(
            "speech: words can be said aloud; {count} voice", "speech: words can be said aloud; {count} voices", count
        )
        words = words.format(count=count)
    elif facts["speaks"]:
        words = _("speech: words can be said aloud; how many voices is not known")
    else:
        words = _("speech: nothing is said aloud. {trouble}").format(trouble=facts["trouble"])
    if unheard:
        words = f"{words} ({_('not yet heard on {system}').format(system=unheard)})"
    return Finding("speech", True, words, facts)


def _data_folder(folder: Path) -> Finding:
    nearest = next((each for each in (folder, *folder.parents) if paths.is_there(each)), Path())
    free = shutil.disk_usage(nearest).free
    # In a folder that one may not enter, nothing seems to be there.
    writable = os.path.isdir(nearest) and os.access(nearest, os.W_OK | os.X_OK)  # noqa: PTH112
    facts: dict[str, object] = {"folder": str(folder), "writable": writable, "free_bytes": free}
    names = {"folder": folder, "free": free // 1024**2}
    if not writable:
        words = _("data folder: {folder} cannot be written; the guide works, the diary does not")
    elif free < SPACE_WANTED:
        words = _("data folder: {folder} has only {free} MB free")
    else:
        words = _("data folder: {folder}, {free} MB free")
    return Finding("data_folder", writable and free >= SPACE_WANTED, words.format(**names), facts)


def _diary(folder: Path) -> Finding:
    from tpe_guide.diary import database
    from tpe_guide.diary.folder import STORE, is_away
    from tpe_guide.diary.store import DiaryStore
    from tpe_guide.errors import DiaryAway, TpeGuideError

    file = folder / STORE
    if is_away(folder):
        return Finding("diary", False, describe(DiaryAway(file)), {"present": False, "key": True})
    if not DiaryStore.exists(folder):
        return Finding("diary", True, _("diary: none yet"), {"present": False})
    facts: dict[str, object] = {"present": True}
    try:
        database.check_header(file)
        facts["passcode"] = DiaryStore.needs_passcode(folder)
    except TpeGuideError as error:
        return Finding("diary", False, describe(error), facts | {"encrypted": False})
    words = _("diary: encrypted, with a passcode") if facts["passcode"] else _("diary: encrypted, no passcode")
    return Finding("diary", True, words, facts | {"encrypted": True})


def _failures(folder: Path) -> Finding:
    """What the program wrote down of its own failures: whoever asks for help may send it."""
    from tpe_guide import failure_report

    place, count = folder / failure_report.FOLDER, len(failure_report.kept(folder))
    words = _("failures: none written down")
    if count:
        words = _n("failures: {count} report in {folder}", "failures: {count} reports in {folder}", count)
    return Finding("failures", True, words.format(count=count, folder=place), {"count": count, "folder": str(place)})


def _crashes(folder: Path) -> Finding:
    """Where the program ended without a word, if it ever did."""
    import datetime as dt

    from tpe_guide import crash_log

    files = crash_log.kept(folder)
    days = [f"{dt.datetime.fromtimestamp(path.stat().st_mtime):%Y-%m-%d}" for path in files]
    words = _("crashes: none written down")
    if files:
        listed = ", ".join(f"{day} {path}" for day, path in zip(days, files, strict=True))
        words = _("crashes: {logs}").format(logs=listed)
    return Finding("crashes", True, words, {"days": days, "files": [str(path) for path in files]})


def _clinic_pack(folder: Path) -> Finding:
    """What the kiosk that runs here last told staff about the clinic's pack."""
    from tpe_guide.clinic_pack import health

    told = health.last(folder)
    if told is None:
        return Finding("clinic_pack", True, _("clinic pack: none is followed here"), {"followed": False})
    words = _("clinic pack: {moment} {words}").format(moment=told["time"], words=told["words"])
    return Finding("clinic_pack", told["what"] in health.GOOD, words, {"followed": True, **told})
