"""What only the layout knows, changed in the HTML before it is laid out again.

In: the tree of the HTML and the pages that it was laid out on. Out: the same tree, in which each page that tells
something is named once, and in which a row that left no room for the head of its table may go on overleaf.
"""

from collections.abc import Sequence
from typing import Any
from xml.etree.ElementTree import Element

from weerklank.pdf.pieces import headless_rows


def settle(root: Element, pages: Sequence[Any]) -> bool:
    """Change what the layout asks for; False when it asks for nothing any more. `pages` are of WeasyPrint."""
    return _let_break(pages) or _name_pages_once(root, pages)


def _let_break(pages: Sequence[Any]) -> bool:
    """Let a row go on overleaf that is too tall for a page with the head of its table: the head would be left out."""
    rows = [row for page in pages for row in headless_rows(page) if _BREAKS not in row.get("style", "")]
    for row in rows:
        row.set("style", f"{row.get('style', '')}; {_BREAKS}")
    return bool(rows)


_BREAKS = "break-inside: auto"


def _name_pages_once(root: Element, pages: Sequence[Any]) -> bool:
    """Within an element of class `pages`, take out what names a page again; False when there is nothing like it."""
    # What goes on over pages has its place on each of them; it is found on the first.
    where = {anchor: number for number, page in reversed(tuple(enumerate(pages))) for anchor in page.anchors}
    changed = False
    for row in root.iter():
        if "pages" not in str(row.get("class", "")).split():
            continue
        seen: set[int | None] = set()
        for item in list(row):
            target = next((link.get("href", "") for link in item.iter() if link.get("href")), "")
            number = where.get(target.removeprefix("#"))
            if number in seen:
                row.remove(item)
                changed = True
            seen.add(number)
    return changed
