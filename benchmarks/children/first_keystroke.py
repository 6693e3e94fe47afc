"""Searches for the first time. Prints JSON: seconds, from a program that has loaded the guide to its first hits."""

from __future__ import annotations

import json
import time

from tpe_guide.guide.library import Library

Library.load("en")
start = time.perf_counter()
from tpe_guide.search.index import SearchIndex  # noqa: E402 - its import is part of what is measured

hits = SearchIndex.load("en").search("t")
seconds = time.perf_counter() - start
assert hits
print(json.dumps(seconds))
