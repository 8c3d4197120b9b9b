"""Where a drawn piece of text stands in what was written, so that no space, word part or sentence is lost.

In: an element and the texts drawn for it, in reading order. Out: for each, whether a space that was written before or
after it was not drawn (WeasyPrint leaves out a space at which a line breaks) and whether it ends in a hyphen that was
not written; at the end, what was written and not drawn. Nothing is drawn or changed here.
"""

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

_SOFT_HYPHEN = "\N{SOFT HYPHEN}"
_BREAK = "\0"  # stands for a child element: what is on both sides need not be adjacent
_SPACE = re.compile(r"[ \t\n\f\r]+")
_UNDRAWN = re.compile(r"[\s\0\u200b-\u200f\u2028-\u202e\u2060\ufeff]+")  # has no glyph


@dataclass(frozen=True)
class Undrawn:
    """`before`, `after`: a written space at that side is not drawn; `spoken`: the text without an added hyphen."""

    before: bool
    after: bool
    spoken: str | None


@dataclass
class _Text:
    """The text directly in an element, how much of it has been drawn, and what was skipped on the way.

    `is_changed`: something was drawn that was not written, as by a style, so nothing can be said of what is missing.
    """

    written: str
    cursor: int = 0
    skipped: str = ""
    is_changed: bool = False


class WrittenText:
    """The text directly in each element of one document, and how much of it has been drawn."""

    def __init__(self) -> None:
        self._texts: dict[int, _Text] = {}

    def place(self, element: Element, drawn: str, *, hyphen: str) -> Undrawn:
        """Find the text drawn next for this element. `hyphen` is the character that ends a broken word."""
        text = self._texts.setdefault(id(element), _Text(""))
        if not text.written:
            text.written = _own_text(element)
        start, end, added = _find(text, _folded(drawn), hyphen=hyphen)
        if start < 0:
            text.is_changed = True
            return Undrawn(before=False, after=False, spoken=None)
        text.skipped += text.written[text.cursor : start]
        text.cursor = end
        return Undrawn(
            before=text.written[start - 1 : start] == " " and not drawn.startswith(" "),
            after=text.written[end : end + 1] == " " and not drawn.endswith(" "),
            spoken=drawn.removesuffix(hyphen).replace(_SOFT_HYPHEN, "") if added else None,
        )

    def lost(self) -> tuple[str, ...]:
        """Return, in lower case, what was written, but not drawn, in an element whose other words were drawn."""
        rests = [text.skipped + text.written[text.cursor :] for text in self._texts.values() if not text.is_changed]
        return tuple(shown for rest in rests if (shown := _UNDRAWN.sub(" ", rest).strip()))


def _find(text: _Text, drawn: str, *, hyphen: str) -> tuple[int, int, bool]:
    """Start and end in the written text, and whether the hyphen at the end is not part of it."""
    start = text.written.find(drawn, text.cursor)
    if not drawn.endswith(hyphen):
        return start, start + len(drawn), False
    bare = drawn.removesuffix(hyphen)
    bare_start = text.written.find(bare, text.cursor)
    if start == bare_start:
        return start, start + len(drawn), False
    return bare_start, bare_start + len(bare), True


def _own_text(element: Element) -> str:
    parts = [element.text or "", *(child.tail or "" for child in element)]
    return _BREAK.join(_folded_spaces(part) for part in parts).casefold()


def _folded(drawn: str) -> str:
    """Text as it is compared: a style may change its case and its white space."""
    return _folded_spaces(drawn).strip(" ").casefold()


def _folded_spaces(text: str) -> str:
    return _SPACE.sub(" ", text.replace(_SOFT_HYPHEN, ""))
