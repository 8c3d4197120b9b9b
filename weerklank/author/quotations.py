"""The stored text of a source as numbered passages, and quotations found back in it.

In: the text of a document as extracted from its PDF or typed. Out: `StoredText`, which has the passages, and finds the
places where a quotation stands. It reads no file, judges no quotation and makes no HTML.
"""

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from itertools import accumulate
from typing import Literal

from weerklank.author.labels import labels, words_of_place

Kind = Literal["alinea", "punt", "subpunt", "titel"]


@dataclass(frozen=True)
class Passage:
    """One paragraph, list item or heading. `number` starts at 1, `anchor` is "p1"; `start` and `end` are text offsets.

    `text` is what a page shows: white space folded, bullets and soft hyphens left out, quotes as in the source.
    """

    number: int
    anchor: str
    text: str
    kind: Kind
    start: int
    end: int


# --- splitting -------------------------------------------------------------------------------------------------------

# What word processors put before a list item; the private-use ones come out of PDF symbol fonts.
_BULLETS = "\uf0b7\uf0a7\uf0d8•▪‣●■"
_BULLET = re.compile(rf"\s*[{_BULLETS}]\s*(?=\S)")
_SUB_BULLET = re.compile(r"\s*(?:[◦○]\s*|o[ \t\u00a0]+)(?=\S)")
_DASH_BULLET = re.compile(r"\s*[-–*][ \t\u00a0]+(?=\S)")
_CLOSED = re.compile(r"[.?!:;…][”’\")\]]*$")
_ADDRESS = re.compile(r"(?:https?://|www\.)", re.IGNORECASE)
_LONGEST_TITLE = 90
_LONGEST_LABEL = 40


@dataclass(frozen=True)
class _TextLine:
    """A line without its white space. `gap`: a blank line, a form feed or the start of the text comes before it."""

    start: int
    end: int
    text: str
    gap: bool
    indented: bool


@dataclass
class _Growing:
    """A passage that is still growing."""

    kind: Kind
    start: int
    lines: list[_TextLine]

    @property
    def closed(self) -> bool:
        return bool(_CLOSED.search(self.lines[-1].text))


def split(text: str) -> tuple[Passage, ...]:
    """Cut a text into passages; every word of it is in exactly one passage.

    Blank lines separate paragraphs, a bullet starts a passage of its own. A paragraph or list item that a page break
    cut in two is one passage again: it did not end in a closing mark and goes on in lower case.
    """
    pieces: list[_Growing] = []
    for line in _lines(text):
        before = pieces[-1] if pieces else None
        kind, start = _begins(line, before)
        if before and kind == "alinea" and not line.gap and _is_label(before, line):
            before.kind = "titel"
        if kind is None:
            pieces[-1].lines.append(line)
        else:
            pieces.append(_Growing(kind, start, [line]))
    passages: list[Passage] = []
    for piece in pieces:
        shown = _shown(text[piece.start : piece.lines[-1].end])
        if shown:
            number = len(passages) + 1
            passages.append(Passage(number, f"p{number}", shown, _kind(piece, shown), piece.start, piece.lines[-1].end))
    return tuple(passages)


def _lines(text: str) -> Iterator[_TextLine]:
    gap = True
    for found in re.finditer(r"[^\n\f\r\v\x1c-\x1e\x85\u2028\u2029]*(?:[\n\f\r\v\x1c-\x1e\x85\u2028\u2029]|$)", text):
        line = found[0]
        bare = line.strip()
        if bare:
            start = found.start() + line.index(bare[0])
            yield _TextLine(start, start + len(bare), bare, gap, line[0].isspace())
        gap = not bare or "\f" in line


def _begins(line: _TextLine, before: _Growing | None) -> tuple[Kind | None, int]:
    """The kind of passage that this line begins, or None when it goes on, and where its words begin."""
    in_list = before is not None and before.kind in ("punt", "subpunt")
    if mark := _BULLET.match(line.text):
        return "punt", line.start + mark.end()
    if in_list and (mark := _SUB_BULLET.match(line.text)):
        return "subpunt", line.start + mark.end()
    if (in_list or line.gap or before is None or before.closed) and (mark := _DASH_BULLET.match(line.text)):
        return "punt", line.start + mark.end()
    if before is None:
        return "alinea", line.start
    address = bool(_ADDRESS.match(line.text))
    if line.gap:
        goes_on = not before.closed and not address and line.text[0].islower()
    else:
        page_break = line.indented and before.closed and line.text[0].isupper() and not before.lines[-1].indented
        goes_on = not page_break and not _is_label(before, line)
    return (None if goes_on else "alinea"), line.start


def _is_label(before: _Growing, line: _TextLine) -> bool:
    """Whether `before` is a label on a line of its own ("Missie:") above the paragraph that begins with this line."""
    label = before.lines[-1].text
    return (
        before.kind == "alinea"
        and len(before.lines) == 1
        and before.lines[0].gap
        and label.endswith(":")
        and len(label) <= _LONGEST_LABEL
        and line.text[0].isupper()
    )


def _kind(piece: _Growing, shown: str) -> Kind:
    if piece.kind != "alinea" or len(piece.lines) > 1:
        return piece.kind
    is_title = len(shown) <= _LONGEST_TITLE and shown[0].isupper() and not re.search(r"[.?!:;,…][”’»\"')\]]*$", shown)
    return "titel" if is_title else "alinea"


# --- folding ---------------------------------------------------------------------------------------------------------

_EQUAL = {
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‘’‚‛′`´", "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "…": "...",
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
}
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff") | frozenset(_BULLETS)
_SHOWN_WITHOUT = re.compile(rf"[\u00ad\u200b\u2060\ufeff{_BULLETS}]")


# `kwaliteitsmanagement en -` at the end of a line, `zorg` on the next: the hyphen belongs to the next word.
_LINE_END_HYPHEN = re.compile(r"(?<=\b(?:en|of)[ \u00a0]-)[ \t]*\n[ \t]*(?=\w)")


def _shown(text: str) -> str:
    return " ".join(_SHOWN_WITHOUT.sub("", _LINE_END_HYPHEN.sub("", text)).split())


_FOLDED = str.maketrans({**_EQUAL, **dict.fromkeys(_INVISIBLE, "")})


def fold(text: str) -> str:
    """Text as quotations are compared: white space folded, typographic quotes, dashes and dots equal, no bullets.

    Case counts. White space at a hyphen does not: `en -zorg` equals `en - zorg`, because a line may end there.
    """
    if not text.isascii() and any(map(unicodedata.combining, set(text))):
        return folded_with_places(text)[0]
    return " ".join(text.translate(_FOLDED).split()).replace(" -", "-").replace("- ", "-")


def folded_with_places(text: str) -> tuple[str, list[tuple[int, int]]]:
    """What `fold` gives, and for each of its characters the start and end in `text` of what it stands for."""
    out: list[str] = []
    places: list[tuple[int, int]] = []
    space = False
    for place, char in enumerate(text):
        if char.isspace():
            space = True
        elif unicodedata.combining(char) and out and not space:
            # A letter and its accent may come as two characters; the accent is kept even when they do not merge.
            joined = unicodedata.normalize("NFC", out[-1] + char)
            out[-1:] = joined
            places[-1:] = [(places[-1][0], place + 1)] * len(joined)
        elif char not in _INVISIBLE:
            folded = _EQUAL.get(char, char)
            if space and out and folded != "-" and out[-1] != "-":
                out.append(" ")
                places.append((place - 1, place))
            space = False
            out.extend(folded)
            places.extend([(place, place + 1)] * len(folded))
    return "".join(out), places


# --- finding ---------------------------------------------------------------------------------------------------------

_COPIED_MARK = re.compile(r"(?:^|(?<=\s))[o◦○]\s")
ELISION = re.compile(r"\s*\[\s*(?:…|\.\s?\.\s?\.)\s*\]\s*")
"""An author's mark that words were left out, with the white space around it."""


@dataclass(frozen=True)
class StoredText:
    """A text in which quotations are found. What that takes is worked out once, when it is first asked for.

    `parts`: the name and the first words of each part of the text, in order.
    """

    text: str
    parts: tuple[tuple[str, str], ...] = ()

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The whole text in passages."""
        return split(self.text)

    @cached_property
    def starts(self) -> tuple[int | None, ...]:
        """The index of the passage at which each part begins; None when its first words begin no passage after that."""
        found: list[int | None] = []
        after = 0
        for _, words in self.parts:
            begins = (n for n in range(after, len(self._pieces)) if self._pieces[n].startswith(fold(words)))
            found.append(next(begins, None))
            after = found[-1] + 1 if found[-1] is not None else after
        return tuple(found)

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """What each passage is called: "antwoord, alinea 13"."""
        begun = [(at, name) for at, (name, _) in zip(self.starts, self.parts, strict=True) if at is not None]
        return labels([(passage.kind, passage.text) for passage in self.passages], begun)

    def place(self, quotation: str) -> str:
        """Where the quotation stands, by the labels of its passages; "" when it does not."""
        if quotation not in self._places:
            found = self.find(quotation)
            self._places[quotation] = words_of_place(self.labels, found) if found else ""
        return self._places[quotation]

    @cached_property
    def _places(self) -> dict[str, str]:
        return {}

    @cached_property
    def _pieces(self) -> tuple[str, ...]:
        return tuple(fold(passage.text) for passage in self.passages)

    @cached_property
    def _folded(self) -> str:
        """The passages as one folded string."""
        return " ".join(self._pieces)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        """Where each passage begins in that string."""
        lengths = (len(piece) + 1 for piece in self._pieces)
        return tuple(accumulate(lengths, initial=0))[:-1]

    def find(self, quotation: str) -> tuple[int, ...] | None:
        """The numbers of the passages in which the quotation stands literally, in order; None when it does not.

        `[…]` stands for words left out: the pieces around it must follow one another. Whole words only: `6 procent` is
        not found in `66 procent`.
        """
        return tuple(dict.fromkeys(number for number, _, _ in self._parts(quotation))) or None

    def again(self, quotation: str) -> tuple[int, ...]:
        """The passages in which the same words stand once more, after the first place; empty when they do not."""
        first = _places(self._folded, quotation)
        second = _places(self._folded, quotation, first[-1][1]) if first else []
        return tuple(dict.fromkeys(bisect_right(self._starts, start) for start, _ in second))

    def spans(self, quotation: str) -> tuple[tuple[int, int, int], ...]:
        """(passage number, start, end) of the literal words within `Passage.text`, in order; empty when not found."""
        found = []
        for number, start, end in self._parts(quotation):
            places = folded_with_places(self.passages[number - 1].text)[1][start:end]
            found.append((number, places[0][0], places[-1][1]))
        return tuple(found)

    def _parts(self, quotation: str) -> Iterator[tuple[int, int, int]]:
        """(passage number, start, end) of the literal words within the folded passage, in order."""
        # Anyone who copies from the PDF copies the bullet of a sub-item too.
        places = _places(self._folded, quotation) or _places(self._folded, _COPIED_MARK.sub(" ", quotation))
        for start, end in places:
            first = bisect_right(self._starts, start) - 1
            last = bisect_right(self._starts, end - 1) - 1
            for place in range(first, last + 1):
                begin, length = self._starts[place], len(self._pieces[place])
                own = max(start - begin, 0), min(end - begin, length)
                if own[0] < own[1]:
                    yield place + 1, *own

    @cached_property
    def _words(self) -> tuple[tuple[str, str], ...]:
        """The words as shown, each with what `nearest` compares it by."""
        return tuple((word, _key(word)) for passage in self.passages for word in passage.text.split())

    def nearest(self, quotation: str) -> str:
        """The stretch of the text that looks most like the quotation, as shown to readers; "" when nothing does."""
        words, keys = [word for word, _ in self._words], [key for _, key in self._words]
        asked = ELISION.sub(" ", quotation).split()[:_LONGEST_HINT]
        wanted = Counter(_key(word) for word in asked)
        size = min(len(asked), len(keys))
        likeness = SequenceMatcher(b=" ".join(asked), autojunk=False)
        best, best_ratio = "", _LEAST_LIKE
        for start in _candidates(keys, wanted, size):
            stretch = " ".join(words[start : start + size])
            likeness.set_seq1(stretch)
            if likeness.real_quick_ratio() > best_ratio and (ratio := likeness.ratio()) > best_ratio:
                best, best_ratio = stretch, ratio
        return best


def _places(folded: str, quotation: str, after: int = 0) -> list[tuple[int, int]]:
    pieces = [piece for piece in map(fold, ELISION.split(quotation)) if piece]
    found: list[tuple[int, int]] = []
    for piece in pieces:
        start = _next(folded, piece, after)
        if start < 0:
            return []
        after = start + len(piece)
        found.append((start, after))
    # Earlier pieces move as near as possible to the last one, so that the marked words are close together.
    for number in range(len(found) - 2, -1, -1):
        found[number] = _last(folded, pieces[number], found[number], found[number + 1][0])
    return found


def _next(folded: str, piece: str, after: int) -> int:
    start = folded.find(piece, after)
    while start >= 0 and not _whole(folded, start, start + len(piece)):
        start = folded.find(piece, start + 1)
    return start


def _last(folded: str, piece: str, first: tuple[int, int], before: int) -> tuple[int, int]:
    start = folded.rfind(piece, first[0], before)
    while start > first[0] and not _whole(folded, start, start + len(piece)):
        start = folded.rfind(piece, first[0], start + len(piece) - 1)
    return start, start + len(piece)


def _whole(folded: str, start: int, end: int) -> bool:
    """Whether the words at both ends are whole: no letter or digit, and for a number no decimals, adjoin them."""
    before, after = folded[max(start - 2, 0) : start], folded[end : end + 2]
    first, last = folded[start], folded[end - 1]
    if first.isalnum() and (before[-1:].isalnum() or (first.isdigit() and re.fullmatch(r"\d[.,]", before))):
        return False
    return not (last.isalnum() and (after[:1].isalnum() or (last.isdigit() and re.fullmatch(r"[.,]\d", after))))


# --- nearest ---------------------------------------------------------------------------------------------------------

_LONGEST_HINT = 60
_CANDIDATES = 12
# Below this ratio the likeness is chance.
_LEAST_LIKE = 0.4


def _key(word: str) -> str:
    """A word without case and without the marks around it."""
    return fold(word).casefold().strip("\"'.,;:!?()[]")


def _candidates(keys: list[str], wanted: Counter[str], size: int) -> list[int]:
    """Where the windows begin that share most words with the quotation, best first."""
    if not size:
        return []
    held: Counter[str] = Counter()
    score, scores = 0, list[tuple[int, int]]()
    for place, key in enumerate(keys):
        held[key] += 1
        score += held[key] <= wanted[key]
        if place >= size:
            gone = keys[place - size]
            score -= held[gone] <= wanted[gone]
            held[gone] -= 1
        if place >= size - 1:
            scores.append((-score, place - size + 1))
    return [start for score, start in sorted(scores)[:_CANDIDATES] if score]
