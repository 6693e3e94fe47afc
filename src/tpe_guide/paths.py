"""Where bundled content and a person's data live: the same in a checkout, a wheel and a frozen program.

``content/`` and ``assets/`` lie beside ``src/`` in a checkout and inside the package once installed or frozen.
Found from this file's own place: importing importlib.resources would cost more than reading the first page.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tpe_guide.errors import NoHomeFolder, NoSuchHome

APP_NAME = "tpe-guide"
DATA_DIR_VARIABLE = "TPE_GUIDE_DATA_DIR"

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parents[1]
_shown: tuple[Path, Path] | None = None
"""A compiled guide and its drawings, where they are not our own."""


def assets_dir() -> Path:
    """Fonts, icons, illustrations, catalogues."""
    return _bundled("assets")


def content_dir() -> Path:
    """The words of the guide as their authors wrote them (Markdown and YAML)."""
    return _bundled("content")


def compiled_dir() -> Path:
    """The guide compiled from ``content/``: ``guide.<lang>.json``."""
    return _shown[0] if _shown else _PACKAGE / "compiled"


def illustrations_dir() -> Path:
    """The drawings of the guide."""
    return _shown[1] if _shown else assets_dir() / "illustrations"


def show_guide(compiled: Path | None, illustrations: Path | None = None) -> None:
    """From now on the guide is that in *compiled*, with the drawings in *illustrations*; None: our own again."""
    global _shown  # noqa: PLW0603 - one guide per process, set by the composition root
    _shown = (compiled, illustrations or assets_dir() / "illustrations") if compiled else None


def this_program() -> tuple[str, ...]:
    """The command that runs this program once more, without its arguments."""
    return (sys.executable,) if getattr(sys, "frozen", False) else (sys.executable, "-m", "tpe_guide")


def in_checkout() -> bool:
    """The words lie beside ``src/`` and may be changed at any time; installed, they lie in the package."""
    return not _shown and not (_PACKAGE / "content").is_dir()


def locale_dir() -> Path:
    """gettext catalogues."""
    return assets_dir() / "locale"


def data_dir(override: str | os.PathLike[str] | None = None) -> Path:
    """The folder of this person's diary and settings. It may not exist yet.

    *override* (``--data-dir``) wins over the environment variable, which wins over the platform's custom.
    Raises NoSuchHome, NoHomeFolder.
    """
    chosen = override or os.environ.get(DATA_DIR_VARIABLE)
    if chosen:
        try:
            return Path(chosen).expanduser()
        except RuntimeError as error:
            raise NoSuchHome(str(chosen)) from error
    return _platform_data_home() / APP_NAME


def backups_dir(data_folder: Path) -> Path:
    """The folder of the backups of what is in *data_folder*, outside of it. It may not exist yet.

    For the platform's own data folder that is the platform's place for such; for any other a folder beside it, of a
    name that no two have in common.
    """
    whole = data_folder.resolve()
    try:
        if whole == (_platform_data_home() / APP_NAME).resolve():
            return _platform_backups()
    except NoHomeFolder:
        pass
    return whole.parent / f"{whole.name or APP_NAME}-backups"


def home() -> Path:
    """This account's home folder. Raises NoHomeFolder.

    A relative or empty ``HOME`` is none, by the same rule as for ``xdg_folder``.
    """
    if os.name != "posix":
        return _home_of_windows()
    named = os.environ.get("HOME", "")
    if Path(named).is_absolute():
        return Path(named)
    import pwd

    try:
        return Path(pwd.getpwuid(os.getuid()).pw_dir)
    except KeyError:
        raise NoHomeFolder from None


def _home_of_windows() -> Path:
    try:
        return Path.home()
    except RuntimeError:
        raise NoHomeFolder from None


def xdg_folder(variable: str) -> Path | None:
    """The folder that *variable* names; None where it names none.

    By the rule of XDG a relative path is ignored: it would be another folder for each way to start the program.
    """
    named = os.environ.get(variable, "")
    return Path(named) if Path(named).is_absolute() else None


def machine_folders() -> tuple[Path, ...]:
    """Where an administrator puts what holds for everybody who uses this computer, the first that counts first."""
    if sys.platform == "win32":
        return (Path(os.environ.get("PROGRAMDATA") or r"C:\ProgramData") / APP_NAME,)
    if sys.platform == "darwin":
        return (Path("/Library/Application Support") / APP_NAME,)
    return (Path("/etc") / APP_NAME,)


def is_there(path: Path) -> bool:
    """Whether there is anything at *path*, as far as one may look; ``Path.exists`` raises where one may not."""
    try:
        path.stat()
    except (OSError, ValueError):
        return False
    return True


def _platform_data_home() -> Path:
    # A few lines in place of platformdirs, whose import costs 40 ms of a 250 ms start.
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return home() / "Library" / "Application Support"
    return xdg_folder("XDG_DATA_HOME") or home() / ".local" / "share"


def _platform_backups() -> Path:
    if sys.platform in ("win32", "darwin"):
        return _platform_data_home() / f"{APP_NAME}-backups"
    return (xdg_folder("XDG_STATE_HOME") or home() / ".local" / "state") / APP_NAME / "backups"


def _bundled(name: str) -> Path:
    installed = _PACKAGE / name
    return installed if installed.is_dir() else _CHECKOUT / name
