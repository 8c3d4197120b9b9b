"""Markdown of authors as safe HTML, as one line of HTML and as plain text. Sole owner of Python-Markdown and nh3.

In: text as an author typed it; nothing in it is trusted. Out: `Markup` that holds only allowed elements and attributes,
or plain text. Links to records leave here as `site:<kind>:<id>`; the HTML stage makes addresses of them. It does not
check that the records exist.
"""

from weerklank.markup.blocks import Shown, block, pieces, plain, record_links, refused_links, shown_in
from weerklank.markup.line import bare, inline
from weerklank.markup.source import LONGEST, too_complex, unlinked

__all__ = [
    "LONGEST",
    "Shown",
    "bare",
    "block",
    "inline",
    "pieces",
    "plain",
    "record_links",
    "refused_links",
    "shown_in",
    "too_complex",
    "unlinked",
]
