"""The person in the chair, and how tubes reach them."""

from __future__ import annotations

from collections.abc import Iterator

from tpe_guide.pictures.circuit.variant import Variant
from tpe_guide.pictures.drawing.path import box, circle, path, placed
from tpe_guide.pictures.drawing.shapes import Shape

_ARMS = (
    "M398 514C386 524 366 529 340 528C300 526 262 518 214 513",
    "M530 514C542 524 562 529 588 528C628 526 666 518 714 513",
)
_SHIRT = (
    "M446 461C438 466 428 467 418 470C396 477 376 490 352 502L365 551C380 547 392 541 402 534C403 575 401 620 400 664"
    "H528C527 620 525 575 526 534C536 541 548 547 563 551L576 502C552 490 532 477 510 470C500 467 490 466 482 461"
    "C478 477 450 477 446 461Z"
)
_FACE = "M432 408C432 389 446 374 464 374C482 374 496 389 496 408V416C496 436 482 452 464 452C446 452 432 436 432 416Z"
_HAIR = (
    "M429 412C424 380 440 364 466 364C492 364 504 382 499 412C495 402 490 394 484 390C470 400 446 398 440 392"
    "C434 398 431 404 429 412Z"
)


def person(variant: Variant) -> Iterator[Shape]:
    """Somebody at rest, arms on the rests of the chair."""
    yield Shape(box(376, 392, 176, 300, 34), fill="sunken", stroke="line2", width=2)
    for x in (150, 528):
        yield Shape(box(x, 536, 250, 24, 12), fill="sunken", stroke="line2", width=2)
    for data in _ARMS:
        yield Shape(path(data), stroke="ink", width=43, round=True)
        yield Shape(path(data), stroke="body", width=38, round=True)
    yield Shape(path("M446 436V474H482V436Z"), fill="body")
    yield Shape(path("M446 436V466M482 436V466"), stroke="ink", width=2.5)
    yield Shape(path(_SHIRT), fill="shirt", stroke="ink", width=2.5, round=True)
    folds = path("M402 534C402 524 404 516 407 510M526 534C526 524 524 516 521 510")
    yield Shape(folds, stroke="ink", width=2.2, round=True)
    yield Shape(path(_FACE), fill="body", stroke="ink", width=2.5)
    yield Shape(path(_HAIR), fill="hair")
    for data in ("M446 416q5 4 10 0M472 416q5 4 10 0", "M455 432q9 7 18 0"):
        yield Shape(path(data), stroke="ink", width=2.4, round=True)


def access(variant: Variant) -> Iterator[Shape]:
    """The needles in the arms, or the line with its two channels."""
    if variant.access == "line":
        yield from _line()
        return
    for x in (262,) if variant.access == "one-needle" else (262, 666):
        yield Shape(box(x - 17, 494, 34, 25, 6), fill="card", stroke="ink", width=2.2)
        yield Shape(path(f"M{x - 6} 506.5H{x + 6}M{x} 500.5V512.5"), stroke="ink", width=2.2, round=True)


def _line() -> Iterator[Shape]:
    """A dressing below the collar bone; from it one tube that parts into two channels, each with its cap."""
    yield Shape(placed(box(-17, -12, 34, 24, 6), 496, 490, 12), fill="card", stroke="ink", width=2.2)
    stem = "M492 494C478 500 466 506 464 522"
    for data in (stem, "M464 520C462 532 440 530 440 548", "M464 520C466 532 488 530 488 548"):
        yield Shape(path(data), stroke="ink", width=10, round=True)
    for data in (stem, "M464 520C462 532 440 530 440 548", "M464 520C466 532 488 530 488 548"):
        yield Shape(path(data), stroke="card", width=5.5, round=True)
    for x in (440, 488):
        yield Shape(box(x - 12, 538, 24, 22, 5), fill="card", stroke="ink", width=2.2)
    yield Shape(circle(494, 492, 3.2), fill="ink")
