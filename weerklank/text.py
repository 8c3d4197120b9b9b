"""Places in text: what an author calls line 7, column 3.

In: the decoded text of one file. Out: `SourceText`, which answers for its lines, and `Span`, a place in it.
This module reads no file and knows nothing of YAML, Markdown or findings.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise

# Editors end a line at these three; U+0085, U+2028 and U+2029 count in YAML only, so `load` refuses them.
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, order=True)
class Span:
    """A stretch of one file. `file` is the posix path shown to the author ("content/bijsturingen/x.md").

    Lines and columns start at 1, columns count characters, the end is exclusive. An empty span marks a point; at the
    very start it stands for the file as a whole.
    """

    file: str
    line: int
    column: int
    end_line: int
    end_column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"

    @property
    def is_file(self) -> bool:
        """Whether this stands for the file as a whole."""
        return (self.line, self.column, self.end_line, self.end_column) == (1, 1, 1, 1)


def whole_file(file: str) -> Span:
    """The span that stands for a file as a whole."""
    return Span(file, 1, 1, 1, 1)


@dataclass(frozen=True)
class SourceText:
    """The text of one file as decoded, without byte order mark, with the line ends that the author typed."""

    file: str
    text: str

    @cached_property
    def _lines(self) -> tuple[tuple[int, int], ...]:
        """Start and end offset of each line, line ends left out. There is always at least one line."""
        if "\r" not in self.text:
            ends = list(accumulate(len(line) + 1 for line in self.text.split("\n")))
            return tuple((start, end - 1) for start, end in pairwise([0, *ends]))
        breaks = [match.span() for match in _LINE_END.finditer(self.text)]
        starts, stops = [0, *(end for _, end in breaks)], [*(start for start, _ in breaks), len(self.text)]
        return tuple(zip(starts, stops, strict=True))

    @property
    def line_count(self) -> int:
        """The number of lines; text that ends in a line end has an empty last line."""
        return len(self._lines)

    def line(self, number: int) -> str:
        """Return line `number` (from 1) without its line end, or "" for a line that is not there."""
        if not 1 <= number <= len(self._lines):
            return ""
        start, end = self._lines[number - 1]
        return self.text[start:end]

    def span(self, start: int, end: int) -> Span:
        """Return the span from offset `start` up to, not including, offset `end`; both are kept inside the text."""
        start = min(max(start, 0), len(self.text))
        line, column = self._place(start)
        end_line, end_column = self._place(min(max(end, start), len(self.text)))
        return Span(self.file, line, column, end_line, end_column)

    def whole_line(self, number: int) -> Span:
        """Return the span of line `number`, without its line end."""
        return Span(self.file, number, 1, number, len(self.line(number)) + 1)

    def slice(self, span: Span) -> str:
        """Return the text that `span` covers; it must be a span of this text."""
        return self.text[self.offset(span.line, span.column) : self.offset(span.end_line, span.end_column)]

    def offset(self, line: int, column: int) -> int:
        """Return the offset of a place, kept inside the text."""
        start, end = self._lines[min(max(line, 1), len(self._lines)) - 1]
        return min(start + max(column, 1) - 1, end)

    def _place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset; an offset inside a line end belongs to its line."""
        number = bisect_right(self._lines, (offset, len(self.text) + 1))
        start, end = self._lines[number - 1]
        return number, min(offset, end) - start + 1
