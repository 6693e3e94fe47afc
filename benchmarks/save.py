"""Saving an entry of the diary, beside a bare sqlcipher3 insert of the same text with the same pragmas."""

from __future__ import annotations

from benchmarks.runs import Figure, answer, scratch


def figures(*, quick: bool) -> list[Figure]:
    """Time of one save; when it returns, the entry is on disk."""
    with scratch() as folder:
        times = answer("save_entries", folder, "60" if quick else "400")
    return [
        Figure(
            "save of an entry",
            "ms",
            [each * 1000 for each in times["ours"]],
            [each * 1000 for each in times["floor"]],
            budget=1.3,
        )
    ]
