"""How wide the columns of a table are.

In: the words of each column and the room that there is. Out: widths. Nothing here knows Word or HTML.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_MARGIN = 3  # characters: the space beside the text of a cell, and some for wide letters
_SHORT_LINE = 26  # characters; a shorter text, as that of a state, stays on one line where it can
_LONGEST_LINE = 48  # characters; longer text is expected to wrap
_CHARACTER, _SMALL_CHARACTER = 98, 82  # mean width of a character in a table, in twentieths of a point
_OTHER_FONT = 1.22  # how much wider a letter may be where the font of the template is not there
_BREAKS = re.compile(r"[ \t\n\-/\xad]+")  # where a line may end


@dataclass(frozen=True)
class Widths:
    """`columns`: width of each, in twentieths of a point.

    `tight`: the words do not fit in the usual type; `broken`: nor do they in the small type.
    """

    columns: tuple[int, ...]
    tight: bool = False
    broken: bool = False


def column_widths(columns: Sequence[Sequence[str]], *, total: int, filled: bool = True) -> Widths:
    """Return the widths of columns with these texts; together they are `total` (twentieths of a point).

    Each column gets room for its longest word first, in the letters of another font too where there is that much.
    What is left keeps short lines whole, then goes to the columns with most text, then to those with the longest lines,
    then to the last. `filled`: without it, the table is no wider than its lines.
    """
    words, lines, longest = [], [], []
    for texts in columns:
        lengths = [max(len(line) - line.count("\xad") for line in text.split("\n")) for text in texts] or [0]
        words.append(_MARGIN + max((_length(word) for text in texts for word in _BREAKS.split(text)), default=0))
        lines.append(min(_LONGEST_LINE, _MARGIN + sum(lengths) / len(lengths)))
        longest.append(_MARGIN + max(lengths))
    tight, broken = sum(words) > total / _CHARACTER, sum(words) > total / _SMALL_CHARACTER
    character = _SMALL_CHARACTER if tight else _CHARACTER
    room = total / character
    parts = [word * max(1.0, min(_OTHER_FONT, room / sum(words))) for word in words]
    short = [line if line <= _SHORT_LINE else 0.0 for line in longest]
    for wanted in (short, lines, longest):
        parts = _grown(parts, wanted, room)
    if filled:
        parts[-1] += max(0.0, room - sum(parts))
    total = total if filled else min(total, round(sum(parts) * character))
    widths = [round(total * part / sum(parts)) for part in parts]
    return Widths((*widths[:-1], total - sum(widths[:-1])), tight=tight, broken=broken)


def _grown(parts: Sequence[float], wanted: Sequence[float], room: float) -> list[float]:
    """The parts, each nearer to what it wants by the same share of what it lacks, as far as there is room."""
    missing = [max(0.0, line - part) for line, part in zip(wanted, parts, strict=True)]
    share = min(1.0, max(0.0, room - sum(parts)) / (sum(missing) or 1.0))
    return [part + share * more for part, more in zip(parts, missing, strict=True)]


def _length(word: str) -> float:
    """Mean characters: a space within a word, as those of the sign before a state, is half as wide as a letter."""
    return len(word) - word.count("\xa0") / 2
