"""Words and digits that YAML would take away without a word, and characters that come in unseen.

In: a source text and the places of what YAML read. Out: findings, or the number that was meant. Within braces and
brackets a comma ends a value; behind a space, # begins a comment; a backslash between double quotation marks makes
a character that nobody sees in the file.
"""

import re
from collections.abc import Iterator

from weerklank.author.load.decoding import FORBIDDEN
from weerklank.author.load.syntax import quoted
from weerklank.findings import Finding, finding
from weerklank.messages import Hint
from weerklank.text import SourceText, Span

_BLOCK = ("|", ">")
_COMMENT = re.compile(r",?\s+(#\s*\S.*)")
_TOUCHING = re.compile(r",?\s*(#\s*\S.*)")
"""The same behind a quotation mark, where no space is needed."""
_HEADER = re.compile(r"[|>][0-9+-]*\s+(#\s*\S.*)")
_NUMBERED = re.compile(r"[|>][1-9][+-]?\s*$")
# Behind an id, a number, a date or a word of a list, "# " is how people who know YAML write to themselves.
_WORD = re.compile(r"[a-z0-9][a-z0-9_.,:%-]*")
_REMARK = re.compile(r"#+\s")
_WHOLE = re.compile("[+\u2212-]?[0-9][0-9., \u00a0\u202f]*")
_DIGITS = re.compile(r"[0-9]+(?:[. ][0-9]+)*")
_YEAR = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")


def remark(source: SourceText, span: Span) -> Finding | None:
    """The finding for words behind # on the line where a value of text ends, be they meant for nobody."""
    found = _COMMENT.match(source.line(span.end_line), span.end_column - 1)
    return _lost(source, span, found, span.end_line) if found else None


def in_scalar(source: SourceText, text: str, span: Span, *, style: str) -> Iterator[Finding]:
    """What a reader of this value would miss: words behind # on its line, and characters that escapes brought in."""
    found = _behind(source, span, style=style)
    if found and not (_WORD.fullmatch(text) and _REMARK.match(found[1])):
        yield _lost(source, span, found, span.line if style in _BLOCK else span.end_line)
    if not style and (dash := _dash(source, span)):
        yield finding("L048", span=dash, hint=Hint("under"))
    unseen = FORBIDDEN.search(text) if style == '"' else None
    if unseen:
        yield finding("L047", span=span, hint=Hint("type_it"), teken=f"U+{ord(unseen[0]):04X}")


def after_sign(source: SourceText, span: Span) -> str:
    """The text of a value in which YAML sees the sign of a text over more lines that has none: ">5", else ""."""
    found = _NUMBERED.match(source.line(span.line), span.column - 1)
    return found[0].rstrip() if found else ""


def _lost(source: SourceText, span: Span, found: re.Match[str], line: int) -> Finding:
    here, example = Span(span.file, line, found.start(1) + 1, line, found.end(1) + 1), _cut(source, span)
    hint = Hint("comment_or_text", {"voorbeeld": quoted(f"{example} {found[1]}" if example else found[1])})
    return finding("L046", span=here, hint=hint, woorden=found[1])


def _behind(source: SourceText, span: Span, *, style: str) -> re.Match[str] | None:
    """The comment on the line where a value ends, or on the line of the sign of a text over more lines."""
    if style in _BLOCK:
        return _HEADER.match(source.line(span.line), span.column - 1)
    return (_TOUCHING if style else _COMMENT).match(source.line(span.end_line), span.end_column - 1)


def _dash(source: SourceText, span: Span) -> Span | None:
    """The first line below the first of a value that looks like a part of a list."""
    for number in range(span.line + 1, span.end_line + 1):
        if found := re.match(r"\s*(-(?:[^\s-]| ).*?)\s*$", source.line(number)):
            return Span(span.file, number, found.start(1) + 1, number, found.end(1) + 1)
    return None


def _cut(source: SourceText, span: Span) -> str:
    """The value as it stands, on one line and without its quotation marks."""
    return _text(source, span).strip("\"'") if span.line == span.end_line else ""


def _text(source: SourceText, span: Span) -> str:
    return source.text[source.offset(span.line, span.column) : source.offset(span.end_line, span.end_column)]


def number_of(source: SourceText, value: Span, rest: Span) -> str:
    """The number that YAML split at its comma within braces: "23,4". "" when these are no two halves of one."""
    whole, decimals = _text(source, value), _text(source, rest)
    end, start = source.offset(value.end_line, value.end_column), source.offset(rest.line, rest.column)
    halves = _WHOLE.fullmatch(whole) and _DIGITS.fullmatch(decimals)
    return f"{whole},{decimals}" if halves and source.text[end:start] == "," else ""


def in_braces(source: SourceText, key: str, whole: Span, rest: Span) -> Finding:
    """The finding for words behind a comma within braces that are no field."""
    meant = f"{key}: {quoted(_text(source, whole))}"
    return finding("L045", span=rest, hint=Hint("quote_value", {"voorbeeld": meant}))


def between_digits(source: SourceText, one: Span, other: Span) -> Finding | None:
    """The finding for a comma between two digits within brackets, unless it parts two years or dates."""
    end, start = source.offset(one.end_line, one.end_column), source.offset(other.line, other.column)
    before, after = _text(source, one), _text(source, other)
    touching = source.text[end:start] == "," and before[-1:].isdigit() and after[:1].isdigit()
    if not touching or (_YEAR.fullmatch(before) and _YEAR.fullmatch(after)):
        return None
    return finding("L045", span=other, hint=Hint("one_or_two", {"voorbeeld": quoted(f"{before},{after}")}))
