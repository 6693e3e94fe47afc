"""The smallest program that shows the same page: its HTML in a QTextBrowser.

Arguments: HTML file, width, height, fonts. The fonts are part of the floor: without them it would not be the same page.
"""

from __future__ import annotations

import sys

from _painted import end_when_painted
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QTextBrowser


class Page(QTextBrowser):
    def paintEvent(self, event: object) -> None:
        super().paintEvent(event)


html, width, height, *fonts = sys.argv[1:]
application = QApplication(sys.argv[:1])
for font in fonts:
    QFontDatabase.addApplicationFont(font)
end_when_painted(Page)
page = Page()
with open(html, encoding="utf-8") as text:  # noqa: PTH123 - as small as can be
    page.setHtml(text.read())
page.resize(int(width), int(height))
page.show()
sys.exit(application.exec() or "the page was never painted")
