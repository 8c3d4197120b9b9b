"""Font files without their packing: charts and documents on paper read a font as it is.

In: a font file (woff2, woff, TrueType or OpenType). Out: TrueType or OpenType, always the same bytes.
"""

import io
from functools import lru_cache

from fontTools.ttLib import TTFont


@lru_cache(maxsize=32)
def unpacked(font: bytes) -> bytes:
    """The font without its packing. Whoever unpacks it otherwise may write the time of the day into it."""
    out = io.BytesIO()
    with TTFont(io.BytesIO(font), recalcTimestamp=False) as opened:
        opened.flavor = opened.flavorData = None
        opened.save(out)
    return out.getvalue()
