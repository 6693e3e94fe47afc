"""What a person chose and where they are in the guide. One small JSON file; each field is checked on its own,
so one damaged value costs that value and no other."""

# Annotations are read here, so they are not put off: each setting is declared once, with what it accepts.
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, NamedTuple

from tpe_guide import side_file
from tpe_guide.errors import CannotWrite, ChoicesUnread, OutOfReach, TpeGuideError
from tpe_guide.files import make_private_folder, write_whole
from tpe_guide.vocabulary.terms import ACCESSES_SAID

VERSION = 1
LARGEST = 1024 * 1024
"""Bytes: the file of a long course of reading has about 5,000."""
TEXT_PERCENTS = (100, 125, 150, 175, 200, 300, 400)
MOTIONS = ("still", "moving")
THEMES = ("light", "dim", "dark", "contrast")
SPACINGS = ("usual", "wide")
STRENGTHS = ("usual", "bold")
RULERS = (0, 1, 3)
COLUMNS = ("whole", "left", "middle", "right")
"""Where the text stands: over all the room there is, or as a narrow column at one place."""
DEPTHS = ("facts", "minute", "full")
"""How much of a page is shown: three facts for a foggy day, what one minute gives, all of it."""
SPEECH_SPEEDS = tuple(range(50, 201, 10))
TOUCH_REACHES = (12, 16, 20)
"""mm that a finger may roll and still presses what it met first."""
TOUCH_WAITS = (400, 700, 1000)
"""ms in which a second press of the same place is not meant."""
PHONE_LENGTH = 40
LOCK_MINUTES = (5, 15)


Check = Callable[[Any], bool]
"""Whether a value from a file will do."""


def one_of(*allowed: object) -> Check:
    """It is one of these."""
    return lambda value: any(type(value) is type(each) and value == each for each in allowed)


def text(limit: int = 200) -> Check:
    """Words on one line, of at most *limit* letters."""
    return lambda value: isinstance(value, str) and len(value) <= limit and value.isprintable()


def day(value: Any) -> bool:  # noqa: ANN401 - a file holds anything
    """A calendar day, such as 2026-05-14; or nothing."""
    if value == "":
        return True
    from datetime import date  # few need it, and a start is a feature

    try:
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def whole_number(least: int, most: int) -> Check:
    """A number from *least* to *most*."""
    return lambda value: isinstance(value, int) and not isinstance(value, bool) and least <= value <= most


def list_of(check: Check) -> Check:
    """As many as there are, each of which will do."""
    return lambda value: isinstance(value, list) and all(map(check, value))


class Settings(NamedTuple):
    """One person's choices, and what is accepted as such. Immutable: change with ``_replace``."""

    text_percent: Annotated[int, one_of(0, *TEXT_PERCENTS)] = 0
    """0: not chosen yet, as this computer asks."""
    theme: Annotated[str, one_of("", *THEMES)] = ""
    """Empty: not chosen yet, follow the desktop."""
    spacing: Annotated[str, one_of(*SPACINGS)] = SPACINGS[0]
    """Of the lines, letters and words of running text."""
    strength: Annotated[str, one_of(*STRENGTHS)] = STRENGTHS[0]
    """Of its letters."""
    column: Annotated[str, one_of(*COLUMNS)] = COLUMNS[0]
    """Of running text; left and right are those of the person, in whatever direction is read."""
    ruler: Annotated[int, one_of(*RULERS)] = RULERS[0]
    """So many lines of a page stand clear, and the others are dimmed. 0: no line is."""
    language: Annotated[str, text(12)] = "en"
    unit_phone: Annotated[str, text(PHONE_LENGTH)] = ""
    """The unit's number as versions without ``clinic.json`` kept it; see ``ui.unit.unit_state``."""
    last_page: Annotated[str, text()] = ""
    last_place: Annotated[str, text()] = ""
    """Where on *last_page* the person stopped; see ``guide.reading_position``. Empty: at its top."""
    read_pages: Annotated[tuple[str, ...], list_of(text())] = ()
    bookmarks: Annotated[tuple[str, ...], list_of(text())] = ()
    """Pages, the one marked last at the end."""
    depth: Annotated[str, one_of(*DEPTHS)] = "minute"
    rail: Annotated[str, one_of("", "open", "folded")] = ""
    """The pages of the chapter beside a page. Empty: open where there is room."""
    told_guide: Annotated[str, text()] = ""
    """The version of the guide of which nothing that changed is left to tell."""
    paces: Annotated[tuple[int, ...], list_of(whole_number(1, 9_999))] = ()
    """Words a minute, of the pages read last; see ``guide.pace``."""
    motion: Annotated[str, one_of("", *MOTIONS)] = ""
    """Of pictures: ``still`` or ``moving``. Empty: not chosen yet, follow the desktop."""
    speech_speed: Annotated[int, one_of(*SPEECH_SPEEDS)] = 100
    """Percent of the voice's usual speed."""
    speech_voice: Annotated[str, text()] = ""
    """The name of the voice. Empty, or not there: the usual one of this computer."""
    eyes_rest_speaks: Annotated[str, one_of("", "voice", "reader")] = ""
    """Who speaks in eyes-rest. Empty: the screen reader where one runs, else the voice of the guide."""
    touch_reach: Annotated[int, one_of(*TOUCH_REACHES)] = TOUCH_REACHES[0]
    touch_wait: Annotated[int, one_of(*TOUCH_WAITS)] = TOUCH_WAITS[0]
    access: Annotated[str, one_of("", *ACCESSES_SAID)] = ""
    """How blood goes out and in: one of ``terms.ACCESSES_SAID``. Empty: not asked yet."""
    walked: Annotated[tuple[str, ...], list_of(text())] = ()
    """Steps of paths that are done, each as ``<path>/<step>``; see ``guide.model.Walk``."""
    stops: Annotated[tuple[str, ...], list_of(text())] = ()
    """The step where the person stopped on each path, the path left last at the end."""
    last_path: Annotated[str, text()] = ""
    """The path on which the person was last. Empty: they have read a page by itself since then."""
    lock_minutes: Annotated[int, one_of(0, *LOCK_MINUTES)] = LOCK_MINUTES[0]
    """A diary with a passcode is locked after so many without a key or a touch. 0: it stays open."""
    remind: Annotated[bool, one_of(False, True)] = False
    """Say, after a session, in the evening and next morning, that there is something to log; see ``diary.reminder``."""
    next_session: Annotated[str, day] = ""
    """The day of it, as 2026-05-14, for one who keeps no diary; see ``ui.my_session.state``. Empty: not known."""
    prepared: Annotated[tuple[str, ...], list_of(text())] = ()
    """What is ready for it, and what of that list is in the person's own words: both as ``diary.model`` has them."""
    own_steps: Annotated[tuple[str, ...], list_of(text())] = ()
    asked_percent: Annotated[int, one_of(*TEXT_PERCENTS)] = TEXT_PERCENTS[0]
    """What this computer asked for when the guide was last open: it takes a moment to tell, and nobody waits for it."""


_CHECKS: dict[str, Check] = {name: field.__metadata__[0] for name, field in Settings.__annotations__.items()}


def load(path: Path, tell: side_file.Tell = side_file.untold) -> Settings:
    """The settings in *path*; defaults where the file or a field is missing, unreadable or not allowed.

    *tell* is given what happened to a file that could not be read, in whole or in part. Of the latter a copy is kept,
    and it is put right at once: so it is told once, and nothing is written over that nobody has kept.
    """
    unread: list[str] = []

    def read(raw: dict[str, Any]) -> Settings:
        unread.extend(name for name, check in _CHECKS.items() if name in raw and not check(raw[name]))
        return _accepted(raw)

    choices = side_file.load(path, LARGEST, read, Settings(), tell)
    if unread:
        tell(ChoicesUnread(path, _put_right(path, choices)))
    return choices


def _put_right(path: Path, choices: Settings) -> Path | None:
    """Keep a copy of the file *path*, and save what could be read of it. None, and it stays, if that cannot be."""
    try:
        raw = side_file.read_bytes(path, LARGEST)
        kept = side_file.room_for(path, path.name + side_file.SPOILT)
        write_whole(kept, raw, private=True)
        save(path, choices)
    except (CannotWrite, OSError, side_file.Fault):
        return None
    return kept


def _accepted(raw: dict[str, Any]) -> Settings:
    accepted: dict[str, Any] = {name: value for name, check in _CHECKS.items() if check(value := raw.get(name))}
    lists = {name: tuple(value) for name, value in accepted.items() if isinstance(value, list)}
    return Settings(**accepted | lists)


def save(path: Path, settings: Settings) -> None:
    """Write *settings* whole or not at all. Raises CannotWrite. Keys this version does not know are kept."""
    make_private_folder(path.parent)
    faults: list[TpeGuideError] = []
    nothing: dict[str, Any] = {}
    kept = side_file.load(path, LARGEST, _unknown_keys, nothing, faults.append)
    for fault in faults:
        if isinstance(fault, OutOfReach):
            raise CannotWrite(path, fault.reason)
    data = kept | {"version": VERSION} | settings._asdict()
    write_whole(path, side_file.encoded(data), private=True)


class Keeper:
    """Keeps the settings of one window in *path*, where other windows keep theirs: what these changed since stays.

    *before*: what this window began with.
    """

    def __init__(self, path: Path, before: Settings) -> None:
        self._path = path
        self._before = before

    def save(self, settings: Settings) -> None:
        """As ``save``, with what other windows have changed in the meantime. Raises CannotWrite."""
        there = side_file.load(self._path, LARGEST, _accepted, self._before, side_file.untold)
        save(self._path, merged(self._before, settings, there))
        self._before = settings


def merged(before: Settings, mine: Settings, theirs: Settings) -> Settings:
    """What *mine* changed of *before*, and what *theirs* did; of lists all that either added or took away."""
    return Settings(*map(_merged, before, mine, theirs))


def _merged(before: Any, mine: Any, theirs: Any) -> Any:  # noqa: ANN401 - a field of any kind
    if mine in (before, theirs):
        return theirs
    if not isinstance(mine, tuple) or theirs == before:
        return mine
    added = [each for each in mine if each not in before and each not in theirs]
    gone = [each for each in before if each not in mine]
    return (*(each for each in theirs if each not in gone), *added)


def _unknown_keys(raw: dict[str, Any]) -> dict[str, Any]:
    known = {*Settings._fields, "version"}
    return {key: value for key, value in raw.items() if key not in known}
