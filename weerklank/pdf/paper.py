"""What lies outside the paper: text or pictures past the margins, or over the foot of the page.

In: the painted pages. Out: a finding for each piece that a reader would miss or find printed over something else.
Layout engines let a wide table or an unbreakable word run off the page without a word; paper has no scroll bar.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from weerklank.findings import Finding, finding
from weerklank.pdf.pieces import PaintedPage, Piece, PieceKind
from weerklank.pdf.roles import HEADINGS, is_decoration, role_of

ACROSS, DOWN = 1.5, 4  # points: the slope of italic letters, and letters that are taller than their line
_MILLIMETRE = 72 / 25.4
_LONGEST = 60  # characters of text that a finding shows


@dataclass(frozen=True)
class _Stray:
    """Something outside: `words` of it, the heading that it stands under, its page from 1, and how far out in mm."""

    words: str
    under: str
    page: int
    distance: float


def check_paper(pages: Sequence[PaintedPage]) -> tuple[Finding, ...]:
    """Return one finding for each heading under which something lies outside the matter of a page."""
    worst: dict[tuple[int, str], _Stray] = {}
    for stray in _strays(pages):
        key = (stray.page, stray.under)
        if key not in worst or worst[key].distance < stray.distance:
            worst[key] = stray
    return tuple(
        finding(
            "P037", woorden=stray.words, bladzijde=str(stray.page), millimeter=f"{stray.distance:.0f}", kop=stray.under
        )
        for stray in worst.values()
    )


def _strays(pages: Sequence[PaintedPage]) -> Iterator[_Stray]:
    under = ""
    for page in pages:
        for piece, heading in _matter(page.piece, None):
            if heading is not None:
                under = heading
            distance = _outside(piece.area, page.matter)
            if distance > 0:
                words = " ".join(piece.text.split()) if piece.kind is PieceKind.TEXT else ""
                yield _Stray(_short(words), under, page.piece.page + 1, distance / _MILLIMETRE)


def _matter(piece: Piece, heading: str | None) -> Iterator[tuple[Piece, str | None]]:
    """What is painted, in order, each with the heading that it is in, if it is in one."""
    if piece.kind is PieceKind.MARGIN or piece.fixed or piece.pseudo == "marker":  # bullets hang in the margin
        return
    if piece.element is not None and role_of(piece.element) in HEADINGS:
        heading = " ".join("".join(piece.element.itertext()).replace("\N{SOFT HYPHEN}", "").split())
    if piece.kind is not PieceKind.TEXT or piece.text.strip():
        yield piece, heading
    if piece.element is not None and piece.kind is not PieceKind.TEXT and is_decoration(piece.element):
        return
    for child in piece.children:
        yield from _matter(child, heading)


def _outside(area: tuple[float, float, float, float], matter: tuple[float, float, float, float]) -> float:
    """How far an area reaches out of the matter of its page, in points; 0 within it."""
    if not any(area):
        return 0.0
    left, bottom, right, top = area
    across, down = max(matter[0] - left, right - matter[2]), max(matter[1] - bottom, top - matter[3])
    return max(across if across > ACROSS else 0.0, down if down > DOWN else 0.0)


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"
