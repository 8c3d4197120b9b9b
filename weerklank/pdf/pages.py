"""The pages on which something is told, each named once.

In: the tree of the HTML and the pages that it was laid out on. Out: the same tree with fewer references: within an
element of class `pages` those to a page that is named there already are gone. Only the layout knows which these are.
"""

from collections.abc import Sequence
from typing import Any
from xml.etree.ElementTree import Element


def name_pages_once(root: Element, pages: Sequence[Any]) -> bool:
    """Take out what names a page again; False when there is nothing like it. `pages` are of WeasyPrint."""
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
