"""What lies outside the paper: text or pictures past the margins, over the foot, or a head or foot over the text.

In: the painted pages. Out: a finding for each piece that a reader would miss or find printed over something else.
Layout engines let a wide table or an unbreakable word run off the page without a word; paper has no scroll bar.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from weerklank.findings import Finding, finding
from weerklank.pdf.pieces import POINTS, PaintedPage, Piece, PieceKind
from weerklank.pdf.roles import HEADINGS, is_decoration, role_of

ACROSS, DOWN = 1.5, 4  # points: the slope of italic letters, and letters that are taller than their line
_MILLIMETRE = 72 / 25.4
_LONGEST = 60  # characters of text that a finding shows
_NARROW, _LETTER, _PIECES = 25, 4.2, 3  # points: a narrow column, the mean width of a letter; lines for one word
_WORD = re.compile(r"[\s/-]+")


@dataclass(frozen=True)
class _Whereabouts:
    """Where something stands: the heading of its part, a lower heading, and the head of its row; "" without one."""

    part: str = ""
    heading: str = ""
    row: str = ""


@dataclass(frozen=True)
class _Stray:
    """Something outside: `words` of it, where it stands, its page from 1, and how far out in mm."""

    words: str
    place: _Whereabouts
    page: int
    distance: float

    @property
    def weight(self) -> tuple[bool, float]:
        """How much it tells of what there is to mend."""
        return bool(self.words), self.distance


def check_paper(pages: Sequence[PaintedPage]) -> tuple[Finding, ...]:
    """Return one finding for each heading with something outside the matter of a page, or a margin that is full.

    Words that stick out furthest are told before cells and pictures: they are what makes a whole table too wide.
    """
    worst: dict[tuple[int, _Whereabouts], _Stray] = {}
    for stray in _strays(pages):
        key = (stray.page, replace(stray.place, row=""))
        if key not in worst or worst[key].weight < stray.weight:
            worst[key] = stray
    return (*(_told(stray) for stray in worst.values()), *_shredded(pages), *_around(pages))


def _told(stray: _Stray) -> Finding:
    return finding(
        "P037",
        woorden=stray.words,
        pagina=str(stray.page),
        millimeter=f"{stray.distance:.0f}",
        kop=_short(stray.place.part),
        bij=_short(stray.place.row or stray.place.heading or stray.place.part),
    )


def _strays(pages: Sequence[PaintedPage]) -> Iterator[_Stray]:
    under = _Whereabouts()
    for page in pages:
        for piece, place in _matter(page.piece, under):
            under = replace(place, row="")
            distance = _outside(piece.area, page.matter)
            if distance > 0:
                words = " ".join(piece.text.split()) if piece.kind is PieceKind.TEXT else ""
                yield _Stray(_short(words), place, page.piece.page + 1, distance / _MILLIMETRE)


def _matter(piece: Piece, place: _Whereabouts) -> Iterator[tuple[Piece, _Whereabouts]]:
    """What is painted, in order, each with where it stands."""
    if piece.kind is PieceKind.MARGIN or piece.fixed or piece.pseudo == "marker":  # bullets hang in the margin
        return
    if piece.element is not None and role_of(piece.element) in HEADINGS:
        words = _words(piece.element)
        place = _Whereabouts(words) if role_of(piece.element) in HEADINGS[:2] else replace(place, heading=words)
    inside = place
    if piece.element is not None and piece.element.tag == "tr":
        inside = replace(place, row=_words(piece.element.find("th")))
    if piece.kind is not PieceKind.TEXT or piece.text.strip():
        yield piece, place
    if piece.element is not None and piece.kind is not PieceKind.TEXT and is_decoration(piece.element):
        return
    for child in piece.children:
        for inner, found in _matter(child, inside):
            yield inner, found
            inside = replace(found, row=inside.row)


def _words(element: Element | None) -> str:
    text = "" if element is None else "".join(element.itertext())
    return " ".join(text.replace("\N{SOFT HYPHEN}", "").split())


def _shredded(pages: Sequence[PaintedPage]) -> tuple[Finding, ...]:
    """One finding for each heading with a table of columns so narrow that a word falls to pieces."""
    found: dict[_Whereabouts, Finding] = {}
    under = _Whereabouts()
    for page in pages:
        for piece, place in _matter(page.piece, under):
            under = replace(place, row="")
            if under in found or piece.kind is not PieceKind.BOX or not _is_cell(piece.element):
                continue
            longest = max(_WORD.split(_words(piece.element)), key=len)
            width = piece.area[2] - piece.area[0]
            if 0 < width < _NARROW and len(longest) * _LETTER > _PIECES * width:
                name, number = _short(place.heading or place.part), str(page.piece.page + 1)
                found[under] = finding("P039", woorden=_short(longest), pagina=number, kop=_short(place.part), bij=name)
    return tuple(found.values())


def _is_cell(element: Element | None) -> bool:
    return element is not None and element.tag in ("td", "th")


def _around(pages: Sequence[PaintedPage]) -> tuple[Finding, ...]:
    """One finding for each text at the head or the foot of pages that leaves the paper or lies over the matter."""
    found: dict[str, int] = {}
    for page in pages:
        paper = (0.0, 0.0, page.width * POINTS, page.height * POINTS)
        for margin in (child for child in page.piece.children if child.kind is PieceKind.MARGIN):
            texts = tuple(_texts(margin))
            over = (min(item.area[3], page.matter[3]) - max(item.area[1], page.matter[1]) for item in texts)
            if any(depth > DOWN for depth in over) or any(_outside(item.area, paper) for item in texts):
                words = " ".join(" ".join(item.text for item in texts).split())
                found.setdefault(_short(words), page.piece.page + 1)
    return tuple(finding("P038", woorden=words, pagina=str(number)) for words, number in found.items())


def _texts(piece: Piece) -> Iterator[Piece]:
    if piece.kind is PieceKind.TEXT:
        yield piece
    for child in piece.children:
        yield from _texts(child)


def _outside(area: tuple[float, float, float, float], matter: tuple[float, float, float, float]) -> float:
    """How far an area reaches out of the matter of its page, in points; 0 within it."""
    if not any(area):
        return 0.0
    left, bottom, right, top = area
    across, down = max(matter[0] - left, right - matter[2]), max(matter[1] - bottom, top - matter[3])
    return max(across if across > ACROSS else 0.0, down if down > DOWN else 0.0)


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"
