"""QR codes: an address as a drawing that a phone reads. Sole owner of segno.

In: an address and two colours. Out: an SVG, the same bytes each time.
"""

import io

import segno

_MODULE = 4
"""Pixels for each square of the code."""
_QUIET = 4
"""Squares without ink around it: the standard (ISO/IEC 18004) asks for four."""


def svg(address: str, *, dark: str, light: str) -> bytes:
    """The code of an address. A seventh of it may be damaged before it can no longer be read."""
    made = segno.make(address, error="m", micro=False, boost_error=False)
    out = io.BytesIO()
    made.save(
        out,
        kind="svg",
        scale=_MODULE,
        border=_QUIET,
        dark=dark,
        light=light,
        title=f"QR-code van {address}",
        svgclass=None,
        lineclass=None,
        nl=False,
    )
    return out.getvalue()
