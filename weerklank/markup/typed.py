"""What an author meant with signs that Markdown takes for marks: nothing that is typed turns into something else.

In: cleaned Markdown. Out: Markdown that Python-Markdown reads as CommonMark reads it (a list right under a line of
text, items indented by two spaces), in which signs and numbers beside digits stay signs and numbers.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_ITEM = re.compile(r"(?P<indent> *)(?P<sign>[-+*]|\d{1,9}\.)(?P<space>[ \t]+)(?=\S)")
_QUOTED_NUMBER = re.compile(r"^( {0,3})(>)(?= ?\d)")
_GLUED_HEADING = re.compile(r"^( {0,3})(#)(?=#*[^\s#])")
_BARE_NUMBER = re.compile(r"^( *)(?:(\d{1,9})\.|([-+*]))(?=[ \t]+\S)")
_NOTE = re.compile(r" {0,3}\[\^[^\]]+\]:")
_STAR = re.compile(r"(?<=\d)\*(?=\d)")
_NESTED = 2
"""So many spaces further than its parent an item is a part of it."""
_DEPTH = 4
"""So many spaces Python-Markdown asks for each level."""


@dataclass(frozen=True)
class _Item:
    """A line that looks like an item of a list."""

    indent: int
    sign: str
    rest: str

    @property
    def number(self) -> int | None:
        """The number of the item, or None for a point."""
        return int(self.sign[:-1]) if self.sign.endswith(".") else None


def meant(text: str) -> str:
    """The text as it was meant; see the module."""
    lines = [_signs(line) for line in text.expandtabs(_DEPTH).split("\n")]
    items = [_item(lines, place) for place in range(len(lines))]
    return "\n".join(_laid_out(lines, items))


def _signs(line: str) -> str:
    line = _QUOTED_NUMBER.sub(r"\1\\\2", line)
    line = _GLUED_HEADING.sub(r"\1\\\2", line)
    return _STAR.sub(r"\\*", line)


def _item(lines: list[str], place: int) -> _Item | None:
    """The item that a line is; None for text, also where a number or a sign before a number only looks like one."""
    found = _looks(lines[place])
    if found is None:
        return None
    beside = [item for near in (_near(lines, place, -1), _near(lines, place, 1)) if near and (item := _looks(near))]
    if found.number is not None:
        follows = {item.number for item in beside if item.number is not None}
        return found if found.number <= 1 or follows & {found.number - 1, found.number + 1} else None
    signed = found.sign in "+-" and found.rest[:1].isdigit()
    return None if signed and not any(item.sign == found.sign for item in beside) else found


def _looks(line: str) -> _Item | None:
    found = _ITEM.match(line)
    return _Item(len(found["indent"]), found["sign"], line[found.end() :]) if found else None


def _near(lines: list[str], place: int, step: int) -> str | None:
    """The nearest line before or behind that has words and is not further in than this one."""
    indent = _indent(lines[place])
    place += step
    while 0 <= place < len(lines) and (not lines[place].strip() or _indent(lines[place]) > indent):
        place += step
    return lines[place] if 0 <= place < len(lines) else None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _laid_out(lines: list[str], items: list[_Item | None]) -> Iterator[str]:
    """The lines with items at the depth that Python-Markdown asks, and a blank line where it needs one."""
    levels: list[int] = []  # how far each open item is indented
    blank, loose, in_note = True, True, False
    for line, item in zip(lines, items, strict=True):
        words, indent = line.strip(), _indent(line)
        in_note = bool(_NOTE.match(line)) or (in_note and (not words or indent > 0))
        if in_note or not words:
            yield line
        elif item is not None:
            if loose and not blank:
                yield ""
            levels = [level for level in levels if item.indent >= level + _NESTED]
            yield f"{' ' * (_DEPTH * len(levels))}{item.sign} {item.rest}"
            levels.append(item.indent)
            loose = False
        else:
            within = sum(1 for level in levels if indent >= level + _NESTED)
            levels = levels[:within] if blank else levels
            depth = within if blank else max(len(levels) - 1, 0)
            loose = loose or blank
            yield _BARE_NUMBER.sub(_escaped, f"{' ' * (_DEPTH * depth)}{words}" if levels else line)
        blank = not words


def _escaped(found: re.Match[str]) -> str:
    """What looks like the sign of an item and is none."""
    return f"{found[1]}{found[2]}\\." if found[2] else f"{found[1]}\\{found[3]}"
