"""Which pictures of two tours differ, by how much and where: ``make compare-tours A=before B=after``.

Two tours of one version give the same pixels, so whatever is named here was changed. Exit codes: 0 the same,
1 something differs, 2 wrong usage.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from functools import reduce
from pathlib import Path

from PIL import Image, ImageChops


def main(arguments: list[str] | None = None) -> int:
    """Name each picture that differs, in one line. Returns the exit code."""
    options = parse(arguments)
    names = pictures(options.before) | pictures(options.after)
    if not names:
        print(f"There are no pictures in {options.before} and {options.after}.", file=sys.stderr)
        return 2
    found = list(differences(options.before, options.after, names))
    for line in found:
        print(line)
    print(f"{len(names)} pictures: {f'{len(found)} differ' if found else 'all the same'}")
    return 1 if found else 0


def parse(arguments: list[str] | None) -> argparse.Namespace:
    """Two folders, or a word about what is wrong with them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("before", type=Path, metavar="A", help="the folder of a tour")
    parser.add_argument("after", type=Path, metavar="B", help="the folder of another")
    options = parser.parse_args(arguments)
    for folder in (options.before, options.after):
        if not folder.is_dir():
            parser.error(f"{folder} is not a folder")
    return options


def pictures(folder: Path) -> set[str]:
    """The file names of the pictures in *folder*."""
    return {path.name for path in folder.glob("*.png")}


def differences(before: Path, after: Path, names: set[str]) -> Iterator[str]:
    """A line for each of *names* that is not the same in both folders."""
    for name in sorted(names):
        paths = before / name, after / name
        alone = [path.parent for path in paths if path.is_file()]
        if len(alone) == 1:
            yield f"{name}: only in {alone[0]}"
        elif difference := between(*paths):
            yield f"{name}: {difference}"


def between(before: Path, after: Path) -> str:
    """How the two pictures differ, in a few words; empty if they do not."""
    if before.read_bytes() == after.read_bytes():
        return ""
    with Image.open(before) as one, Image.open(after) as other:
        if one.size != other.size:
            return "was {}×{} px, is {}×{} px".format(*one.size, *other.size)
        return told(ImageChops.difference(one.convert("RGBA"), other.convert("RGBA")))


def told(difference: Image.Image) -> str:
    """How many pixels of *difference* are not zero, the largest of them, and the box about them; empty if none."""
    strongest = reduce(ImageChops.lighter, difference.split())
    box = strongest.getbbox()
    if box is None:
        return ""
    left, top, right, bottom = box
    count = difference.width * difference.height - strongest.histogram()[0]
    most = strongest.getextrema()[1]
    where = f"in {right - left}×{bottom - top} px at {left},{top}"
    return f"{count} px differ, by up to {most} of 255, {where}"


if __name__ == "__main__":
    sys.exit(main())
