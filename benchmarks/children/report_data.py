"""What ``tpe-guide summary`` hands to typst, as JSON. Arguments: diary file, PDF to write."""

from __future__ import annotations

import json
import sys
from typing import Any

import typst

from tpe_guide.cli import main

compiler, handed = typst.Compiler, {}


def record(*arguments: Any, **named: Any) -> typst.Compiler:
    handed.update(named["sys_inputs"])
    return compiler(*arguments, **named)


typst.Compiler = record
diary, out = sys.argv[1:]
code = main(["-q", "summary", diary, "-o", out])
print(json.dumps(handed))
sys.exit(code)
