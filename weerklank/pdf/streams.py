"""Page content whose marked-content sequences say what they are: read aloud, or an artefact.

In: the operators of a page as WeasyPrint wrote them, and a placement for each sequence. Out: the same operators in
which each sequence has its final number or is an artefact, and in which spaces that were not painted are there again.
Nothing that is seen changes.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pydyf

from weerklank.pdf.tree import LAYOUT

_FONT = re.compile(rb"/(\S+) \S+ Tf")


@dataclass(frozen=True)
class Placement:
    """`number`: the sequence's place in the page's list of tags, None for an artefact of the kind `artefact`.

    `spoken`: what to read instead of the glyphs; `text`: what the glyphs say; `space`: a space belongs at its end.
    """

    number: int | None = None
    artefact: str = LAYOUT
    text: str = ""
    spoken: str | None = None
    space: bool = False


def rewrite(
    operators: Sequence[Any], placements: Mapping[int, Placement], *, spaces: Mapping[bytes, int]
) -> tuple[list[Any], set[int]]:
    """Return the operators with each sequence placed, and the numbers that were met.

    `placements` is by the number that WeasyPrint gave; `spaces` is the glyph of the space by font resource name.
    Raises KeyError for a sequence without a placement: nothing painted may be left out of the reading order unseen.
    """
    written: list[Any] = []
    open_sequences: list[tuple[int, Placement] | None] = []
    met: set[int] = set()
    for operator in operators:
        written.append(operator)
        if operator == b"BMC":
            open_sequences.append(None)
        elif operator == b"BDC":
            number = written[-2].get("MCID") if isinstance(written[-2], dict) else None
            open_sequences.append((len(written) - 3, placements[number]) if number is not None else None)
            if number is not None:
                met.add(number)
        elif operator == b"EMC":
            sequence = open_sequences.pop()
            if sequence is not None:
                _place(written, sequence[0], placement=sequence[1], spaces=spaces)
    return written, met


def _place(written: list[Any], start: int, *, placement: Placement, spaces: Mapping[bytes, int]) -> None:
    """Rewrite the head of the sequence that begins at `start` and has just ended."""
    if placement.number is None:
        written[start : start + 2] = ["/Artifact", placement.artefact]
        return
    spoken = placement.spoken
    if placement.space and (spoken is not None or not _paint_space(written, start, spaces=spaces)):
        spoken = (placement.text if spoken is None else spoken) + " "
    properties = pydyf.Dictionary({"MCID": placement.number})
    if spoken is not None:
        properties["ActualText"] = pydyf.String(spoken)
    written[start + 1] = properties


def _paint_space(written: list[Any], start: int, *, spaces: Mapping[bytes, int]) -> bool:
    """Paint a space at the end of the text, if its last font has one among its glyphs."""
    for index in range(len(written) - 1, start, -1):
        font = _FONT.fullmatch(written[index]) if isinstance(written[index], bytes) else None
        if font is not None:
            glyph = spaces.get(font[1])
            end = next((at for at in range(len(written) - 1, start, -1) if written[at] == b"ET"), -1)
            if glyph is None or end < index:
                return False
            written.insert(end, f"<{glyph:04x}> Tj".encode())
            return True
    return False
