"""Shows the sample page in a real window, follows its page links, and says on standard output what was pressed."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication

from tests.ui.sample_guide import RICH, make_library
from tpe_guide.ui.kit.theme import Theme, load_fonts
from tpe_guide.ui.reading.documents import PageDocuments
from tpe_guide.ui.reading.link import Link
from tpe_guide.ui.reading.reading_view import ReadingView


def main() -> int:
    application = QApplication(sys.argv)
    application.setApplicationName("tpe-guide-sample")
    load_fonts()
    documents = PageDocuments(make_library(), Theme())
    view = ReadingView(Theme())

    def show(page: str) -> None:
        print("page", page, flush=True)
        view.show_document(documents.main(page, view.viewport().width()))

    def follow(link: Link) -> None:
        if link.kind == "page":
            show(link.target)
        elif link.kind == "word":
            print("word", link.target, flush=True)

    view.followed.connect(follow)
    view.setWindowTitle("Sample")
    view.resize(860, 700)
    view.show()
    show(RICH)
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
