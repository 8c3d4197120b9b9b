"""Text painted in the order in which it is read, so that software without a sense for tags copies it in that order.

In: the operators of a page, with the final number of each marked-content sequence. Out: the same operators, in which a
text that a layout paints too early for its place in the reading order (the number of a list item, and what stands on
a shape, come last on their page) is painted later. Later only: a text that is moved lies above what it lay above.
Nothing that is seen changes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

_COLOURS = frozenset({b"rg", b"RG", b"g", b"G", b"k", b"K", b"cs", b"CS", b"sc", b"SC", b"scn", b"SCN"})
_MORE = frozenset({b"cm", b"Do", b"sh", b"W", b"W*", b"BI", b"BDC", b"BMC"})
"""What a sequence with nothing but text does not have in it."""

_Look = dict[bytes, Any]
"""Colours and opacity that are set, each as its operator."""


@dataclass(frozen=True)
class _Sequence:
    """The sequence `number` in the operators from `start` to `end`. `look`: what was set before it."""

    number: int
    start: int
    end: int
    look: tuple[Any, ...]


def in_reading_order(operators: Sequence[Any], order: Sequence[int]) -> list[Any]:
    """Return the operators with texts painted in their `order`: the place of each number in what is read."""
    texts = _texts(operators)
    after: dict[int, list[_Sequence]] = {}
    last = -1
    for item in sorted(texts, key=lambda item: order[item.number]):
        if item.start < last:
            after.setdefault(last, []).append(item)
        else:
            last = item.start
    moved = {item.start for items in after.values() for item in items}
    written: list[Any] = []
    at = 0
    for item in texts:
        written += operators[at : item.start]
        whole = operators[item.start : item.end]
        written += _looks(whole) if item.start in moved else whole
        for other in after.get(item.start, ()):
            written += [b"q", *other.look, *operators[other.start : other.end], b"Q"]
        at = item.end
    return [*written, *operators[at:]]


def _texts(operators: Sequence[Any]) -> list[_Sequence]:
    """The sequences as they are painted that are nothing but text, in the coordinates of the page and with no edge."""
    found: list[_Sequence] = []
    levels: list[tuple[_Look, bool]] = []
    look: _Look = {}
    own = True  # nothing is turned, scaled or cut off but the whole page
    at = 0
    while at < len(operators):
        name = _name(operators[at])
        number = _number(operators, at) if name == b"BDC" else None
        if number is not None:
            start, end = at - 2, _end(operators, at)
            if own and b"BT" in operators[at:end] and not _MORE & {_name(item) for item in operators[at + 1 : end]}:
                found.append(_Sequence(number, start, end, tuple(look.values())))
        if name == b"q":
            levels.append((look, own))
        elif name == b"Q":
            look, own = levels.pop()
        elif name in (b"W", b"W*") or (name == b"cm" and len(levels) > 1):
            own = False
        elif name in _COLOURS or name == b"gs":
            look = look | {_key(operators[at]): operators[at]}
        at += 1
    return found


def _end(operators: Sequence[Any], start: int) -> int:
    """Behind the end of the sequence that opens here."""
    depth = 0
    for at in range(start, len(operators)):
        name = _name(operators[at])
        depth += (name in (b"BDC", b"BMC")) - (name == b"EMC")
        if depth == 0:
            return at + 1
    raise ValueError("a sequence without an end")


def _number(operators: Sequence[Any], at: int) -> int | None:
    properties = operators[at - 1]
    return properties.get("MCID") if isinstance(properties, dict) else None


def _name(operator: object) -> bytes:
    """The operator at the end of a line of operands, or b"" of what is no line."""
    line = operator if isinstance(operator, bytes) else operator.encode() if isinstance(operator, str) else b""
    return line.rpartition(b" ")[2]


def _looks(operators: Sequence[Any]) -> list[Any]:
    """What stays set behind these operators."""
    found, depth = [], 0
    for item in operators:
        name = _name(item)
        depth += (name == b"q") - (name == b"Q")
        if depth == 0 and (name in _COLOURS or name == b"gs"):
            found.append(item)
    return found


def _key(operator: Any) -> bytes:  # noqa: ANN401 - a line of pydyf
    """What a line sets: a colour, or the opacity (/a…), that of strokes (/A…) or another state (/s…)."""
    name = _name(operator)
    return bytes(operator[:2]) if name == b"gs" else name
