"""Text as it will be drawn: cleaned, measured, wrapped, and cut into runs that one font can draw.

In: font files as bytes, strings. Out: widths in px, lines, runs. A character that the house font lacks comes from
DejaVu Sans, which matplotlib carries; one that this lacks too becomes an empty box. Neither is silent: see `rare`.
matplotlib reads fonts from disk and no woff2, so each font is unpacked once for a process into a folder that goes away
with it.
"""

import atexit
import hashlib
import re
import shutil
import tempfile
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import matplotlib as mpl
from matplotlib.font_manager import FontProperties, get_font
from matplotlib.textpath import TextToPath

from weerklank.charts.scene import Face, Ink, Style, Words
from weerklank.packing import unpacked

SOFT_HYPHEN = "\u00ad"
BOX = "\u25a1"  # DejaVu Sans has it: the usual sign for a letter that no font can draw
FEWEST = 3  # letters that a broken word leaves on either line
_ENDS = rf"\-\u2013/{SOFT_HYPHEN}"  # a line may end after these
_PIECE = re.compile(rf" ?[^ {_ENDS}]*[{_ENDS}]+| ?[^ {_ENDS}]+| ")
_VARIATION_SELECTORS = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))  # Unicode, chapter 23.4
_JOINERS = "\u200c\u200d"


Fonts = Mapping[Face, bytes]
"""The font files that a chart is lettered with (woff2, woff, TrueType or OpenType)."""


@dataclass(frozen=True)
class FontRun:
    """Part of a line that one font draws: `x` is its place in px from the start of the line."""

    text: str
    font: FontProperties
    x: float


@dataclass(frozen=True)
class Rare:
    """Characters of a text that the house font lacks: `reserve` are drawn with the reserve font, `lost` as a box."""

    reserve: tuple[str, ...]
    lost: tuple[str, ...]


@dataclass(frozen=True)
class Lettering:
    """Everything that needs the fonts."""

    fonts: Fonts

    def width(self, text: str, style: Style) -> float:
        """Return the length of a line in px."""
        return sum(_width(part, path, style.size) for part, path in self._parts(text, style.face))

    def words(self, text: str, style: Style, *, x: float, y: float, ink: Ink) -> Words:
        """Return the line that starts at `x` on baseline `y`."""
        return Words(x=x, y=y, text=text, style=style, ink=ink, width=self.width(text, style))

    def wrap(self, text: str, style: Style, limit: float) -> tuple[str, ...]:
        """Return the lines of at most `limit` px; a word that is longer is broken with a hyphen. No text, no line."""
        lines: list[str] = []
        for piece in _pieces(clean(text)):
            if lines and self.width(_shown(lines[-1] + piece), style) <= limit:
                lines[-1] += piece
            else:
                lines.extend(self._broken(piece.lstrip(" "), style, limit))
        return tuple(_shown(line) for line in lines)

    def fits(self, text: str, style: Style, limit: float, *, lines: int = 1) -> bool:
        """Say whether the text stands in so many lines of `limit` px without a word being broken."""
        pieces = [piece.strip(" ") for piece in _pieces(clean(text))]
        longest = max((self.width(_shown(piece), style) for piece in pieces), default=0.0)
        return longest <= limit and len(self.wrap(text, style, limit)) <= lines

    def runs(self, words: Words) -> tuple[FontRun, ...]:
        """Return the parts of a line with the font and the place of each."""
        runs: list[FontRun] = []
        x = 0.0
        for part, path in self._parts(words.text, words.style.face):
            runs.append(FontRun(part, FontProperties(fname=str(path), size=words.style.size), x))
            x += _width(part, path, words.style.size)
        return tuple(runs)

    def rare(self, text: str, face: Face) -> Rare:
        """Return the characters of a text that the house font cannot draw, in order of first use."""
        house, reserve = _unpacked(self.fonts[face]), _reserve(face)
        foreign = [cluster for cluster in dict.fromkeys(_clusters(clean(text))) if not _has(house, cluster)]
        known = [cluster for cluster in foreign if _has(reserve, cluster)]
        return Rare(tuple(known), tuple(cluster for cluster in foreign if cluster not in known))

    def _broken(self, word: str, style: Style, limit: float) -> list[str]:
        """Cut a word that is longer than a line. A line always takes one letter, however narrow it is."""
        if self.width(_shown(word), style) <= limit:
            return [word] if word else []
        clusters = list(_clusters(word))
        lines, start = [], 0
        while start < len(clusters):
            end, length = start, self.width("-", style)
            while end < len(clusters) and (length := length + self.width(clusters[end], style)) <= limit:
                end += 1
            while end > start + 1 and self.width("".join(clusters[start:end]) + "-", style) > limit:
                end -= 1  # letters of two fonts side by side are not as long as each by itself
            if end < len(clusters):
                end = max(min(end, len(clusters) - FEWEST), start + 1)
            cut = end < len(clusters) and clusters[end - 1].isalpha() and clusters[end].isalpha()
            lines.append("".join(clusters[start:end]) + ("-" if cut else ""))
            start = end
        return lines

    def _parts(self, text: str, face: Face) -> tuple[tuple[str, Path], ...]:
        return _parts(text, _unpacked(self.fonts[face]), _reserve(face))


def clean(text: str) -> str:
    """Return the text on one line: composed, plain space folded, without control characters and marks that nobody sees.

    No-break spaces and soft hyphens stay: they say where a line may end.
    """
    folded = re.sub(r"[ \t\r\n\f\v\u2028\u2029]+", " ", unicodedata.normalize("NFC", text)).strip(" ")
    return "".join(char for char in folded if not _unseen(char))


def _unseen(char: str) -> bool:
    if char == SOFT_HYPHEN or char in _JOINERS:
        return False
    if any(ord(char) in selectors for selectors in _VARIATION_SELECTORS):
        return True
    return unicodedata.category(char) in {"Cc", "Cf", "Cs"}


def _shown(line: str) -> str:
    """Return what is seen of a line: a soft hyphen only where the line ends on it."""
    inner, last = line[:-1], line[-1:]
    return inner.replace(SOFT_HYPHEN, "") + ("-" if last == SOFT_HYPHEN else last)


def _pieces(text: str) -> Iterator[str]:
    """Yield the parts between which a line may end; a part after a space keeps that space in front."""
    return (match.group() for match in _PIECE.finditer(text))


def _clusters(text: str) -> Iterator[str]:
    """Yield each letter with the marks that belong on it."""
    cluster = ""
    for char in text.replace(SOFT_HYPHEN, ""):
        if cluster and (unicodedata.combining(char) or char in _JOINERS):
            cluster += char
        else:
            if cluster:
                yield cluster
            cluster = char
    if cluster:
        yield cluster


@lru_cache(maxsize=4096)
def _parts(text: str, house: Path, reserve: Path) -> tuple[tuple[str, Path], ...]:
    """Cut a line into parts of one font.

    Neutral signs between two foreign words stay with them, so that words from right to left keep their order.
    """
    parts: list[tuple[str, Path]] = []
    pending = ""
    for cluster in _clusters(text):
        own = _has(house, cluster)
        letter = cluster if own or _has(reserve, cluster) else BOX
        path = house if own else reserve
        if own and not cluster[0].isalnum() and parts and parts[-1][1] == reserve:
            pending += letter
            continue
        if path == reserve and parts and parts[-1][1] == reserve:
            letter, pending = pending + letter, ""
        if pending:
            parts.append((pending, house))
            pending = ""
        if parts and parts[-1][1] == path:
            parts[-1] = (parts[-1][0] + letter, path)
        else:
            parts.append((letter, path))
    if pending:
        parts.append((pending, house))
    return tuple(parts)


@lru_cache(maxsize=4096)
def _width(text: str, path: Path, size: float) -> float:
    width, _, _ = TextToPath().get_text_width_height_descent(text, FontProperties(fname=str(path), size=size), False)  # noqa: FBT003 - matplotlib's signature
    return float(width)


def _has(path: Path, cluster: str) -> bool:
    return all(ord(char) in _characters(path) for char in cluster)


@lru_cache(maxsize=16)
def _characters(path: Path) -> frozenset[int]:
    return frozenset(get_font(str(path)).get_charmap())


@lru_cache(maxsize=8)
def _reserve(face: Face) -> Path:
    name = "DejaVuSans-Bold" if face in {Face.SEMIBOLD, Face.BOLD} else "DejaVuSans"  # its serif has fewer scripts
    return Path(mpl.get_data_path(), "fonts", "ttf", f"{name}.ttf")


@lru_cache(maxsize=1)
def _folder() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="weerklank-letters-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@lru_cache(maxsize=16)
def _unpacked(data: bytes) -> Path:
    """Return the path of a font that matplotlib can read. The name holds the content, so equal fonts are one file."""
    path = _folder() / f"{hashlib.sha256(data).hexdigest()[:16]}.ttf"
    path.write_bytes(unpacked(data))
    return path
