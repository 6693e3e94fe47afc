"""Writes a page of the guide as the HTML that Qt makes of it. Arguments: page id, file to write."""

from __future__ import annotations

import sys
from pathlib import Path

from tpe_guide.guide.library import Library
from tpe_guide.ui.kit.theme import Theme
from tpe_guide.ui.reading.documents import PageDocuments
from tpe_guide.ui.shell.application import make_application

page, out = sys.argv[1:]
application = make_application()
documents = PageDocuments(Library.load(), Theme())
Path(out).write_text(documents.main(page, 760).toHtml(), encoding="utf-8")
