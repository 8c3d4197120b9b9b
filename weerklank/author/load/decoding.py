"""From the bytes of a file to its text, and from the text of a record to its head and body.

In: bytes, or a source text. Out: a source text, and the lines of the head. Nothing here reads YAML or opens a file.
"""

import re
from dataclasses import dataclass

from weerklank.findings import Finding, finding
from weerklank.messages import Hint
from weerklank.text import SourceText, Span

# Tab, line feed and carriage return are the only control characters that text needs. U+0085, U+2028 and U+2029 end a
# line in YAML and in no editor; the bidirectional controls make text look like other text (CVE-2021-42574).
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
# The text of a PDF holds form feeds between pages.
_FORBIDDEN_IN_SOURCE = re.compile(FORBIDDEN.pattern.replace("\x0c", ""))
_RULE = re.compile(r"---[ \t]*")
_NEARLY_RULE = re.compile(r"\s*(-{2,}|[—–]+|\+{3}|={3,})\s*")
_ENCODINGS = ((b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16"))


@dataclass(frozen=True)
class FrontMatter:
    """The lines that hold YAML, and the offset where the body begins (the end of the text when there is none)."""

    first_line: int
    last_line: int
    body: int


def decode(file: str, content: bytes, *, stored: bool = False) -> tuple[SourceText, Finding | None]:
    """Return the text of a file and what is wrong with it; the text can then be shown and nothing more.

    `stored` is for the text of a source, which may hold what a PDF leaves behind.
    """
    encoding = next((name for mark, name in _ENCODINGS if content.startswith(mark)), "")
    body = content.removeprefix(b"\xef\xbb\xbf")
    try:
        source = SourceText(file, body.decode("utf-8"))
    except UnicodeDecodeError as error:
        source = SourceText(file, body.decode("utf-8", errors="replace"))
        start = len(body[: error.start].decode("utf-8"))
        hint = Hint("save_as_now", {"gevonden": encoding}) if encoding else Hint("save_as")
        return source, finding("L002", span=source.span(start, start + 1), hint=hint)
    found = (_FORBIDDEN_IN_SOURCE if stored else FORBIDDEN).search(source.text)
    if found is None:
        return source, None
    span = source.span(found.start(), found.end())
    if source.text.count("\0") > len(source.text) // 3:  # every other byte: no text in UTF-8 has that
        return source, finding("L002", span=span, hint=Hint("save_as_now", {"gevonden": "UTF-16"}))
    return source, finding("L004", span=span, hint=Hint("remove"), teken=f"U+{ord(found[0]):04X}")


def split(source: SourceText) -> FrontMatter | Finding:
    """Find the head between two lines `---` of a Markdown record."""
    if not _RULE.fullmatch(source.line(1)):
        return finding("L020", span=source.whole_line(1), hint=_first_hint(source))
    for number in range(2, source.line_count + 1):
        if _RULE.fullmatch(source.line(number)):
            following = source.offset(number + 1, 1) if number < source.line_count else len(source.text)
            return FrontMatter(2, number - 1, following)
    return finding("L021", span=source.whole_line(1), hint=_closing_hint(source))


def body_span(source: SourceText, start: int) -> Span | None:
    """The span of the body from its first to its last character that is not space, or None when it is blank."""
    text = source.text[start:]
    if not text.strip():
        return None
    return source.span(start + len(text) - len(text.lstrip()), start + len(text.rstrip()))


def _first_hint(source: SourceText) -> Hint:
    first = next((number for number in range(1, source.line_count + 1) if source.line(number).strip()), 0)
    if first > 1 and _RULE.fullmatch(source.line(first)):
        return Hint("lines_above")
    if first and _NEARLY_RULE.fullmatch(source.line(first)):
        return Hint("three_dashes")
    return Hint("begin")


def _closing_hint(source: SourceText) -> Hint:
    for number in range(2, source.line_count + 1):
        line = source.line(number)
        if _NEARLY_RULE.fullmatch(line) and not _RULE.fullmatch(line):
            return Hint("three_dashes", {"regel": str(number), "gevonden": line.strip()})
    return Hint("close")
