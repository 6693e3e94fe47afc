"""Make a checkout ready: virtual environment, locked libraries, system libraries, the guide compiled.

Run by every ``make`` target that needs them. The first time takes about a minute; after that it only looks,
in a fraction of a second. Needs nothing but Python's own library. Exit codes: 0 ready, 3 cannot run here.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "tpe-guide.stamp"
LOCK = ROOT / "requirements.lock"

OLDEST_PYTHON = (3, 11)
NEWER_PYTHONS = ("python3.14", "python3.13", "python3.12", "python3.11")

CANNOT_RUN_HERE = 3

# What Qt's wheels load from the system: library file -> Debian and Ubuntu package.
DRAWING = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfreetype.so.6": "libfreetype6",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
}
X_WINDOW = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
WAYLAND_WINDOW = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
PRINTING = {"libcups.so.2": "libcups2"}
# What the slow proofs stand on, a print queue, a screen reader's bus, a voice, a judge of EPUBs: file -> package.
PROOFS = {
    "/usr/bin/xvfb-run": "xvfb",
    "/usr/bin/xauth": "xauth",
    "/usr/bin/dbus-run-session": "dbus",
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
    "/usr/lib/python3/dist-packages/pyatspi/__init__.py": "python3-pyatspi",
    "/usr/sbin/cupsd": "cups",
    "/usr/sbin/lpadmin": "cups-client",
    "/usr/sbin/ippeveprinter": "cups-ipp-utils",
    "/usr/sbin/avahi-daemon": "avahi-daemon",
    "/usr/lib/cups/filter/pdftopdf": "cups-filters",
    "/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd": "printer-driver-cups-pdf",
    "/usr/bin/gs": "ghostscript",
    "/usr/bin/speech-dispatcher": "speech-dispatcher",
    "/usr/lib/speech-dispatcher-modules/sd_espeak-ng": "speech-dispatcher-espeak-ng",
    "/usr/bin/espeak-ng": "espeak-ng",
    "/usr/bin/pulseaudio": "pulseaudio",
    "/usr/bin/orca": "orca",
    "/usr/bin/openbox": "openbox",
    "/usr/bin/xdotool": "xdotool",
    "/usr/bin/cage": "cage",
    "/usr/bin/Xwayland": "xwayland",
    "/usr/share/java/epubcheck.jar": "epubcheck",
}
JUDGE = ROOT / "tools" / "judges"
"""What says whether FHIR and HTML are right, and is no Python: see ``tests/judges.py``."""
JUDGE_HOME = VENV / "judges"
JUDGES_NEED = {"node": "nodejs", "npm": "npm"}


class CannotRunHere(Exception):
    """Something is missing that this script may not, or could not, install."""


def main() -> int:
    """Make ready what the asked-for target needs; one calm sentence where that is not possible."""
    options = parse_options()
    use_a_new_enough_python()
    try:
        ensure_system_packages(options)
        if not is_installed():
            install()
        if options.proofs:
            install_judge()
        compile_guide()
    except CannotRunHere as reason:
        print(reason, file=sys.stderr)
        return CANNOT_RUN_HERE
    return 0


def parse_options() -> argparse.Namespace:
    """What is about to run decides which system libraries it takes."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--window", action="store_true", help="a window is about to open, if there is a display")
    parser.add_argument("--bundle", action="store_true", help="a bundle is about to be built")
    parser.add_argument(
        "--proofs", action="store_true", help="tests that take a print queue or a screen are about to run"
    )
    return parser.parse_args()


def use_a_new_enough_python() -> None:
    """Carry on in a newer Python where the one that was called is too old."""
    if sys.version_info >= OLDEST_PYTHON:
        return
    newer = next(filter(None, map(shutil.which, NEWER_PYTHONS)), None)
    if newer is None:
        found = ".".join(map(str, sys.version_info[:2]))
        sys.exit(f"tpe-guide needs Python 3.11 or newer; this is {found}. Try: make PYTHON=/path/to/python3.11")
    os.execv(newer, [newer, *sys.argv])


def ensure_system_packages(options: argparse.Namespace) -> None:
    """Install what Qt (and PyInstaller, and the slow proofs) need from the system and is not there. Linux only."""
    if not sys.platform.startswith("linux"):
        return
    packages = missing_libraries(options.window, options.proofs)
    if options.bundle and shutil.which("objdump") is None:
        packages.append("binutils")
    if options.proofs:
        packages += [package for file, package in PROOFS.items() if not Path(file).exists()]
        packages += [package for program, package in JUDGES_NEED.items() if shutil.which(program) is None]
    if not VENV_PYTHON.exists() and importlib.util.find_spec("ensurepip") is None:
        packages.append("python{}.{}-venv".format(*sys.version_info))
    if packages:
        apt_install(packages)


def missing_libraries(window: bool, proofs: bool = False) -> list[str]:
    """The packages of the libraries that the loader does not find."""
    wanted = dict(DRAWING)
    if proofs or (window and os.environ.get("DISPLAY")):
        wanted.update(X_WINDOW, **PRINTING)
    if window and os.environ.get("WAYLAND_DISPLAY"):
        wanted.update(WAYLAND_WINDOW, **PRINTING)
    ldconfig = shutil.which("ldconfig") or shutil.which("ldconfig", path="/usr/sbin:/sbin")
    if ldconfig is None:
        return []
    known = subprocess.run([ldconfig, "-p"], capture_output=True, text=True, check=False).stdout
    found = {line.split()[0] for line in known.splitlines() if "=>" in line}
    return sorted({package for library, package in wanted.items() if library not in found})


def apt_install(packages: list[str]) -> None:
    """Install Debian or Ubuntu packages, or say exactly what to type."""
    names = " ".join(packages)
    if shutil.which("apt-get") is None:
        raise CannotRunHere(f"Please install these with this system's package manager, then try again: {names}")
    prefix = root_prefix()
    if prefix is None:
        raise CannotRunHere(f"A few system packages are missing. Please run:\n  sudo apt-get install {names}")
    say(f"installing system packages: {names}")
    apt = [
        *prefix,
        "env",
        "DEBIAN_FRONTEND=noninteractive",
        "apt-get",
        "-qq",
        "-o",
        "DPkg::Lock::Timeout=120",
    ]
    command = [*apt, "install", "--yes", "--no-install-recommends", *packages]
    run_quietly([*apt, "update"], f"apt-get update failed. Please run:\n  sudo apt-get install {names}")
    run_quietly(command, f"apt-get failed. Please run:\n  sudo apt-get install {names}")


def root_prefix() -> list[str] | None:
    """What to put before a command to run it as root; None where that would ask for a password."""
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode == 0:
        return [sudo, "-n"]
    return None


def is_installed() -> bool:
    """Whether the environment holds exactly what the lock and pyproject.toml ask for."""
    return VENV_PYTHON.exists() and STAMP.is_file() and STAMP.read_text(encoding="utf-8") == wanted_stamp()


def install() -> None:
    """Make the environment and fill it from the lock. The stamp comes last: interrupted, it starts again."""
    say("setting up, once (about a minute)")
    if is_unusable():
        run_quietly([sys.executable, "-m", "venv", "--clear", str(VENV)], f"Could not make {VENV}.")
    pip = [str(VENV_PYTHON), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    STAMP.unlink(missing_ok=True)
    run_quietly(
        [*pip, "--require-hashes", "--requirement", str(LOCK)],
        "The libraries could not be fetched. Is this machine online? Nothing else was changed.",
    )
    run_quietly(
        [*pip, "--no-deps", "--no-build-isolation", "--editable", str(ROOT)],
        "tpe-guide itself could not be installed.",
    )
    STAMP.write_text(wanted_stamp(), encoding="utf-8")
    say("ready")


def install_judge() -> None:
    """Install what judges FHIR and HTML, by its own lock. Without it those proofs are skipped, and say why."""
    lock = JUDGE_HOME / "package-lock.json"
    wanted = (JUDGE / lock.name).read_bytes()
    npm = shutil.which("npm")
    if npm is None or (lock.exists() and lock.read_bytes() == wanted and (JUDGE_HOME / "node_modules").is_dir()):
        return
    shutil.rmtree(JUDGE_HOME, ignore_errors=True)
    JUDGE_HOME.mkdir(parents=True)
    shutil.copy(JUDGE / "package.json", JUDGE_HOME)
    lock.write_bytes(wanted)
    command = [npm, "ci", "--prefix", str(JUDGE_HOME), "--ignore-scripts", "--no-audit", "--no-fund"]
    if subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL, check=False).returncode:
        say("what judges FHIR and HTML could not be fetched; those proofs are skipped")


def is_unusable() -> bool:
    """Whether the environment is missing, of another Python, or was moved here from elsewhere."""
    if not VENV_PYTHON.exists():
        return True
    versions = [
        line.partition("=")[2].strip()
        for line in (VENV / "pyvenv.cfg").read_text(encoding="utf-8").splitlines()
        if line.startswith("version")
    ]
    moved = STAMP.is_file() and STAMP.read_text(encoding="utf-8").splitlines()[0] != str(ROOT)
    return moved or versions != [python_version()]


def wanted_stamp() -> str:
    """The place, the Python and the locked libraries that an environment must match."""
    digest = hashlib.sha256(LOCK.read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()
    return f"{ROOT}\n{python_version()}\n{digest}\n"


def python_version() -> str:
    """As pyvenv.cfg writes it: ``3.11.7``."""
    return ".".join(map(str, sys.version_info[:3]))


def compile_guide() -> None:
    """Bring the compiled guide up to date with ``content/``.

    A page with a fault is named and left out, so that its author sees the others; `make check` refuses it.
    """
    command = [str(VENV_PYTHON), "-m", "tpe_guide.authoring.compile", "--if-stale"]
    if subprocess.run(command, cwd=ROOT, check=False).returncode not in {0, 1}:
        raise CannotRunHere("The guide's pages could not be compiled; see above.")


def run_quietly(command: list[str], failure: str) -> None:
    """Run *command*; show what it printed only if it fails."""
    done = subprocess.run(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        text=True,
        check=False,
    )
    if done.returncode:
        tail = "\n".join(done.stdout.splitlines()[-12:])
        raise CannotRunHere(f"{tail}\n\n{failure}")


def say(words: str) -> None:
    """One short line about a step that takes a while."""
    print(f"tpe-guide: {words}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
