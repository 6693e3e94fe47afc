"""The page that shows all pictures of a tour."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from tpe_guide.i18n import _
from tpe_guide.ui.kit.theme import Theme

_PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>
body {{ margin: 0; padding: 40px; background: {paper}; color: {ink}; font: 18px/1.45 system-ui, sans-serif; }}
h1 {{ margin: 0; font-size: 40px; line-height: 1.15; }}
p {{ margin: 8px 0 32px; color: {ink2}; }}
main {{ display: grid; grid-template-columns: repeat(auto-fill, minmax(340px, 1fr)); gap: 32px 24px; }}
figure {{ margin: 0; }}
img {{ display: block; width: 100%; height: 300px; object-fit: contain; object-position: left top; }}
figcaption {{ margin-top: 10px; font-weight: 600; }}
small {{ display: block; font-weight: 400; color: {ink2}; }}
a {{ color: inherit; text-decoration: none; border-radius: 6px; display: block; }}
a:focus-visible {{ outline: 3px solid {focus}; outline-offset: 3px; }}
</style>
</head>
<body>
<h1>{title}</h1>
<p>{note}</p>
<main>
{figures}
</main>
</body>
</html>
"""
_FIGURE = """<figure><a href="{file}"><img src="{file}" alt="" loading="lazy">
<figcaption>{words}<small>{file}</small></figcaption></a></figure>"""


def index_page(pictures: Iterable[tuple[str, str]], language: str) -> str:
    """The HTML that shows *pictures* (file name, words) with what they are."""
    theme = Theme()
    colours = {token: theme.hex(token) for token in ("paper", "ink", "ink2", "focus")}
    return _PAGE.format(
        language=escape(language),
        title=escape(_("TPE Guide: every screen")),
        note=escape(_("The person and the diary in these pictures are made up.")),
        figures="\n".join(_FIGURE.format(file=escape(file), words=escape(words)) for file, words in pictures),
        **colours,
    )
