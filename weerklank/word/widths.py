"""How wide the columns of a table are.

In: the words of each column and the room that there is. Out: widths. Nothing here knows Word or HTML.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_MARGIN = 3  # characters: the space beside the text of a cell, and some for wide letters
_LONGEST_LINE = 48  # characters; longer text is expected to wrap
_CHARACTER, _SMALL_CHARACTER = 98, 82  # mean width of a character in a table, in twentieths of a point
_BREAKS = re.compile(r"[ \t\n\-/]+")  # where a line may end


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

    Each column gets room for its longest word first. What is left goes to the columns with most text, then to those
    whose longest line nearly fits, then to the last. `filled`: without it, the table is no wider than its lines.
    """
    words, lines, longest = [], [], []
    for texts in columns:
        lengths = [max(map(len, text.split("\n"))) for text in texts] or [0]
        words.append(_MARGIN + max((_length(word) for text in texts for word in _BREAKS.split(text)), default=0))
        lines.append(min(_LONGEST_LINE, _MARGIN + sum(lengths) / len(lengths)))
        longest.append(min(_LONGEST_LINE, _MARGIN + max(lengths)))
    tight, broken = sum(words) > total / _CHARACTER, sum(words) > total / _SMALL_CHARACTER
    character = _SMALL_CHARACTER if tight else _CHARACTER
    spare = max(0.0, total / character - sum(words))
    missing = [max(0.0, line - word) for line, word in zip(lines, words, strict=True)]
    share = min(1.0, spare / (sum(missing) or 1.0))
    parts = [word + share * more for word, more in zip(words, missing, strict=True)]
    spare -= share * sum(missing)
    for place in sorted(range(len(parts)), key=lambda place: longest[place] - parts[place]):
        more = min(spare, max(0.0, longest[place] - parts[place]))
        parts[place], spare = parts[place] + more, spare - more
    if filled:
        parts[-1] += spare
    total = total if filled else min(total, round(sum(parts) * character))
    widths = [round(total * part / sum(parts)) for part in parts]
    return Widths((*widths[:-1], total - sum(widths[:-1])), tight=tight, broken=broken)


def _length(word: str) -> float:
    """Mean characters: a space within a word, as those of the sign before a state, is half as wide as a letter."""
    return len(word) - word.count("\xa0") / 2
