"""How the nurse's page of each diary of the corpus looks: words and tags as text, pages as small grey pictures.

``python -m tests.summary.goldens show`` writes what differs to out/paper, before, now and the difference side by side;
``… renew`` keeps how it looks now; ``… sheet`` puts all pages on one picture, to be looked at. Names may follow.
"""

from __future__ import annotations

import argparse
import difflib
import io
import sys
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from PIL import Image, ImageChops, ImageFilter, ImageOps

from tests.summary import pdf
from tests.summary.corpus import CORPUS
from tests.summary.stories import report
from tpe_guide import __version__
from tpe_guide.summary.papers import PAPERS, Paper
from tpe_guide.summary.typeset import to_pdf, to_png

GOLDEN = Path(__file__).with_name("golden") / "corpus"
OUT = Path(__file__).parents[2] / "out" / "paper"
PPI = 36
SHADES = 8
TILE = 12
AMISS = 10
"""Of 255: the mean difference of a tile from which on it is another one. A letter more or less is 20."""
PAGE_LIMIT = 12
"""Of a page that looks like the one before it nothing new is learnt: so many are kept as pictures."""


class Look(NamedTuple):
    """A diary on one kind of paper."""

    outline: str
    pages: tuple[Image.Image, ...]


def look(name: str, paper: Paper) -> Look:
    """How it is now."""
    brought = CORPUS[name]()
    made = _of_no_version(report(brought.diary, brought.request))
    pictures = to_png(made, paper, PPI)
    return Look(pdf.outline(to_pdf(made, paper)), tuple(map(_small, pictures[:PAGE_LIMIT])))


def kept(name: str, paper: Paper) -> Look:
    """How it was when somebody last looked at it; empty where nobody did."""
    words = _words(name, paper) if _words(name, paper).is_file() else _words(name, "a4")
    outline = words.read_text(encoding="utf-8") if words.is_file() else ""
    pictures = (_picture(name, paper, number) for number in range(1, PAGE_LIMIT + 1))
    return Look(outline, tuple(Image.open(path).convert("L") for path in pictures if path.is_file()))


def differences(name: str, paper: Paper) -> list[str]:
    """What of it is not as it was, in words."""
    now, before = look(name, paper), kept(name, paper)
    lines = difflib.unified_diff(
        before.outline.splitlines(), now.outline.splitlines(), f"{name} before", "now", lineterm="", n=1
    )
    found = list(lines)
    if len(now.pages) != len(before.pages):
        found.append(f"{len(now.pages)} pages, and were {len(before.pages)}")
    for number, (one, other) in enumerate(zip(now.pages, before.pages, strict=False), start=1):
        if corners := amiss(one, other):
            found.append(f"page {number} looks different at {', '.join(map(str, corners[:5]))}")
    return found


def amiss(one: Image.Image, other: Image.Image) -> list[tuple[int, int]]:
    """The corners of the tiles that differ. Another font engine sets letters a part of a pixel elsewhere."""
    if one.size != other.size:
        return [(0, 0)]
    apart = ImageChops.difference(*(each.filter(ImageFilter.BoxBlur(1)) for each in (one, other)))
    across, down = -(-one.width // TILE), -(-one.height // TILE)
    padded = Image.new("L", (across * TILE, down * TILE))
    padded.paste(apart)
    means = padded.reduce(TILE)
    return [(x * TILE, y * TILE) for y in range(down) for x in range(across) if _shade(means, x, y) > AMISS]


def _shade(picture: Image.Image, x: int, y: int) -> float:
    shade: Any = picture.getpixel((x, y))
    return float(shade)


def renew(name: str) -> None:
    """Keep how it looks now. Letter paper keeps no words of its own where they are those of A4."""
    for path in GOLDEN.glob(f"{name}.*"):
        path.unlink()
    GOLDEN.mkdir(parents=True, exist_ok=True)
    on_a4 = ""
    for paper in PAPERS:
        now = look(name, paper)
        if now.outline != on_a4:
            _words(name, paper).write_text(now.outline, encoding="utf-8")
        on_a4 = on_a4 or now.outline
        for number, page in enumerate(now.pages, start=1):
            page.quantize(SHADES, dither=Image.Dither.NONE).save(_picture(name, paper, number), optimize=True)


def show(names: Iterable[str]) -> int:
    """Write what differs; returns how many do."""
    count = 0
    for name in names:
        for paper in PAPERS:
            found = differences(name, paper)
            if not found:
                continue
            count += 1
            OUT.mkdir(parents=True, exist_ok=True)
            (OUT / f"{name}.{paper}.diff").write_text("\n".join(found) + "\n", encoding="utf-8")
            for number, pair in enumerate(zip(kept(name, paper).pages, look(name, paper).pages, strict=False), start=1):
                _side_by_side(*pair).save(OUT / f"{name}.{paper}.{number}.png")
            print("\n".join(found[:20]))
    print(f"{count} differ" + (f": see {OUT}" if count else ""))
    return count


def contact_sheet(names: Sequence[str], paper: Paper, ppi: int, columns: int) -> Image.Image:
    """All pages beside each other."""
    pages = []
    for name in names:
        brought = CORPUS[name]()
        pages += [Image.open(io.BytesIO(one)).convert("L")
                  for one in to_png(report(brought.diary, brought.request), paper, ppi)[:PAGE_LIMIT]]  # fmt: skip
    framed = [ImageOps.expand(page, 3, 128) for page in pages]
    width, height = framed[0].size
    whole = Image.new("L", (width * min(columns, len(framed)), height * -(-len(framed) // columns)), 128)
    for index, page in enumerate(framed):
        whole.paste(page, (index % columns * width, index // columns * height))
    return whole


def _side_by_side(before: Image.Image, now: Image.Image) -> Image.Image:
    size = (max(before.width, now.width), max(before.height, now.height))
    one, two = (ImageOps.pad(each, size, color=255) for each in (before, now))
    whole = Image.new("L", (size[0] * 3, size[1]), 255)
    for index, each in enumerate((one, two, ImageOps.invert(ImageChops.difference(one, two)))):
        whole.paste(each, (index * size[0], 0))
    return whole


def _small(png: bytes) -> Image.Image:
    """In as few greys as are kept of it."""
    most = SHADES - 1
    return Image.open(io.BytesIO(png)).convert("L").point(lambda grey: round(grey * most / 255) * 255 // most)


def _of_no_version(value: Any) -> Any:
    """*value* as if it were made by no release in particular: the next changes no page."""
    if isinstance(value, str):
        return value.replace(__version__, "0.0.0")
    if not isinstance(value, tuple):
        return value
    parts = map(_of_no_version, value)
    return type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)


def _words(name: str, paper: Paper) -> Path:
    return GOLDEN / (f"{name}.txt" if paper == "a4" else f"{name}.{paper}.txt")


def _picture(name: str, paper: Paper, number: int) -> Path:
    return GOLDEN / f"{name}.{paper}.{number}.png"


def main(arguments: Sequence[str]) -> int:
    """Do what is asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.summary.goldens", description=__doc__)
    parser.add_argument("what", choices=("show", "renew", "sheet"))
    parser.add_argument("names", nargs="*", metavar="NAME", help="of the corpus; all if not said")
    options = parser.parse_args(arguments)
    names = options.names or list(CORPUS)
    if options.what == "show":
        return min(1, show(names))
    if options.what == "renew":
        for name in names:
            renew(name)
        return 0
    OUT.mkdir(parents=True, exist_ok=True)
    save = partial(contact_sheet, names, "a4", 60, 6)
    save().save(OUT / "sheet.png")
    print(OUT / "sheet.png")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
