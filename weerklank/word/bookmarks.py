"""Names for places in a Word document.

In: anchors, as our pages have them. Out: names of bookmarks, as Word wants them.
"""

import re
from collections.abc import Iterable

_NAME_LENGTH = 40  # of a bookmark ("Bookmark names", Word specifications)


def bookmark_names(anchors: Iterable[str]) -> dict[str, str]:
    """Return a name for each anchor but "": letters, digits and low lines, a letter first, unique in any case."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for anchor in anchors:
        if not anchor or anchor in names:
            continue
        base = re.sub(r"[^0-9A-Za-z_]", "_", anchor)
        base = base if base[:1].isalpha() else f"a_{base}"
        name, number = base[:_NAME_LENGTH], 1
        while name.casefold() in taken:
            number += 1
            end = f"_{number}"
            name = base[: _NAME_LENGTH - len(end)] + end
        taken.add(name.casefold())
        names[anchor] = name
    return names
