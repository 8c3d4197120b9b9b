"""What is wrong or worth saying, as values, and how a person, a program and a forge get to read them.

In: findings from every stage, and the sources they point into. Out: text with the author's own line and carets, JSON,
or annotations. The sentences are those of `messages`; no stage raises an exception for an expected problem.
"""

import json
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields

from weerklank.messages import HINTS, MESSAGES, Hint, Severity
from weerklank.text import SourceText, Span

__all__ = [
    "KEPT",
    "Finding",
    "Related",
    "Severity",
    "finding",
    "has_errors",
    "message",
    "render_github",
    "render_json",
    "render_text",
    "sort_findings",
]

FieldPath = tuple[str | int, ...]

KEPT = "er is niets gepubliceerd: wat er stond, blijft staan"
"""The last line of a run with errors, as long as nothing was made in spite of them."""

WINDOW = 100  # columns of a source line that are shown
LEAD = 30  # columns kept before the span when a long line is windowed
LONGEST_ARGUMENT = 120  # characters of one quoted value in a sentence
TAB = 4

_COLOURS = {Severity.ERROR: "\x1b[1;31m", Severity.WARNING: "\x1b[1;33m", Severity.NOTE: "\x1b[1;36m"}
_FAINT, _PLAIN = "\x1b[2m", "\x1b[0m"
_PLURALS = {
    Severity.ERROR: ("fout", "fouten"),
    Severity.WARNING: ("waarschuwing", "waarschuwingen"),
    Severity.NOTE: ("opmerking", "opmerkingen"),
}
_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


@dataclass(frozen=True, order=True)
class Related:
    """Another place that explains the finding; `text` is one of `messages.Elsewhere`."""

    span: Span
    text: str


@dataclass(frozen=True)
class Finding:
    """One thing found. `span` is a place in what an author wrote, `artifact` a site path when a result is at fault.

    `arguments` fill the template of the code; `field` is the path of keys and list positions in the record.
    """

    code: str
    span: Span | None = None
    artifact: str | None = None
    arguments: tuple[tuple[str, str], ...] = ()
    hint: str | None = None
    related: tuple[Related, ...] = ()
    field: FieldPath = ()

    @property
    def severity(self) -> Severity:
        """The severity that the code has."""
        return MESSAGES[self.code].severity


def finding(
    code: str,
    *,
    span: Span | None = None,
    artifact: str | None = None,
    hint: Hint | tuple[Hint, ...] | None = None,
    related: tuple[Related, ...] = (),
    field: FieldPath = (),
    **arguments: str,
) -> Finding:
    """Make a finding; `hint`: one of those of its message or of all messages, or more of them.

    Raises KeyError when the code or the hint is unknown, or when the template takes other arguments.
    """
    if arguments.keys() != (names := MESSAGES[code].names):
        raise KeyError(f"{code} takes {sorted(names)}, not {sorted(arguments)}")
    hints = (hint,) if isinstance(hint, Hint) else hint or ()
    known = {**HINTS, **MESSAGES[code].hints} if hints else {}
    words = "; ".join(known[item.name].format_map(item.arguments) for item in hints)
    return Finding(code, span, artifact, tuple(arguments.items()), words or None, related, field)


def message(item: Finding) -> str:
    """Return the Dutch sentence of a finding on one line, with nothing in it that could steer a terminal."""
    arguments = {name: _short(_tame(value)) for name, value in item.arguments}
    return MESSAGES[item.code].template.format(**arguments)


def has_errors(findings: Iterable[Finding]) -> bool:
    """Say whether one of the findings stops publication."""
    return any(item.severity is Severity.ERROR for item in findings)


def sort_findings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings without duplicates, by file, line, column and code; those without a place come last."""
    return tuple(sorted(dict.fromkeys(findings), key=_sort_key))


def render_text(
    findings: Iterable[Finding],
    sources: Mapping[str, SourceText],
    *,
    colour: bool = False,
    notes: bool = False,
    closing: str = KEPT,
) -> str:
    """Return what a person reads: each finding with its line and carets, then a count for each severity.

    `sources` is keyed by `SourceText.file`. Without `notes`, notes are counted and not shown. `closing`: the last line
    where there is an error; it says what was made and what was not.
    """
    items = sort_findings(findings)
    shown = [item for item in items if notes or item.severity is not Severity.NOTE]
    blocks = ["\n".join(_block(item, sources, colour=colour)) + "\n" for item in shown]
    return "\n".join([*blocks, _summary(items, notes=notes, closing=closing) + "\n"])


def render_json(findings: Iterable[Finding]) -> str:
    """Return JSON for programs: `{"schema": 1, "findings": […], "counts": {…}}`; places as in `Span`, null if none."""
    items = sort_findings(findings)
    counts = {level.value: sum(item.severity is level for item in items) for level in Severity}
    data = {"schema": 1, "findings": [_plain(item) for item in items], "counts": counts}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def render_github(findings: Iterable[Finding]) -> str:
    """Return workflow commands that a forge shows beside the line: `::error file=…,line=…,col=…,title=…::…`."""
    return "".join(_annotation(item) + "\n" for item in sort_findings(findings))


def _sort_key(item: Finding) -> tuple[bool, str, int, int, str, str, str, tuple[tuple[str, str], ...], str]:
    place = item.span
    return (
        place is None,
        place.file if place else "",
        place.line if place else 0,
        place.column if place else 0,
        item.code,
        item.artifact or "",
        repr(place),
        item.arguments,
        repr((item.hint, item.related, item.field)),
    )


def _block(item: Finding, sources: Mapping[str, SourceText], *, colour: bool) -> list[str]:
    level = item.severity
    head = f"{level.value} {item.code}"
    where = str(item.span) if item.span else item.artifact
    shown = f"{_COLOURS[level]}{head}{_PLAIN}" if colour else head
    lines = [f"{_tame(where)}  {shown}  {message(item)}" if where else f"{shown}  {message(item)}"]
    if item.span:
        lines += _excerpt(item.span, sources, colour=colour, paint=_COLOURS[level])
    if item.hint:
        lines += [f"  tip: {_tame(item.hint)}"]
    for related in item.related:
        lines += [f"  {_tame(str(related.span))}  {_tame(related.text)}"]
        lines += _excerpt(related.span, sources, colour=colour, paint=_FAINT)
    return lines


def _excerpt(span: Span, sources: Mapping[str, SourceText], *, colour: bool, paint: str) -> list[str]:
    """The author's own line and carets under the span; nothing for a file as a whole or a line that is not known."""
    source = sources.get(span.file)
    line = source.line(span.line) if source else ""
    if not line.strip() or span.is_file:
        return []
    cells = [_cell(character) for character in line]
    start = min(span.column - 1, len(cells))
    end = min(span.end_column - 1, len(cells)) if span.end_line == span.line else len(cells)
    first, last = _window(cells, start, max(end, start + 1))
    before, inside = cells[first:start], cells[start : min(max(end, start), last)]
    lead = "…" if first else ""
    tail = "…" if last < len(cells) else ""
    number = str(span.line)
    carets = " " * (len(lead) + _width(before)) + "^" * max(1, _width(inside))
    shown = lead + "".join(cells[first:last]) + tail
    gutter = " " * len(number)
    return [f"  {number} | {shown.rstrip()}", f"  {gutter} | {f'{paint}{carets}{_PLAIN}' if colour else carets}"]


def _window(cells: list[str], start: int, end: int) -> tuple[int, int]:
    """First and last cell to show so that the start of the span is seen within `WINDOW` columns."""
    if _width(cells) <= WINDOW:
        return 0, len(cells)
    first = 0
    if _width(cells[: min(end, len(cells))]) > WINDOW:
        first = start
        while first and _width(cells[first - 1 : start]) <= LEAD:
            first -= 1
    last, room = first, WINDOW
    while last < len(cells) and (room := room - _width(cells[last : last + 1])) >= 0:
        last += 1
    return first, last


def _cell(character: str) -> str:
    """One character as it can be shown: a tab as spaces, what is invisible or steers a terminal as a picture."""
    if character == "\t":
        return " " * TAB
    code = ord(character)
    if code < ord(" "):
        return chr(0x2400 + code)
    if character.isprintable() or unicodedata.category(character) == "Zs":
        return character
    return "\N{SYMBOL FOR SUBSTITUTE FORM TWO}"


def _width(cells: Iterable[str]) -> int:
    """Columns that a terminal takes: East Asian wide characters take two, combining marks none."""
    return sum(_character_width(character) for cell in cells for character in cell)


def _character_width(character: str) -> int:
    if character.isascii():
        return 1
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _tame(text: str) -> str:
    """Text on one line in which tabs and line ends are spaces and control characters are pictures."""
    return "".join(" " if character in "\t\r\n" else _cell(character) for character in text)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_ARGUMENT else text[: LONGEST_ARGUMENT - 1].rstrip() + "…"


def _summary(items: tuple[Finding, ...], *, notes: bool, closing: str) -> str:
    counts = {level: sum(item.severity is level for item in items) for level in Severity}
    words = [_counted(counts[level], _PLURALS[level]) for level in sorted(Severity, key=_ORDER.__getitem__)]
    line = ", ".join(words)
    if counts[Severity.NOTE] and not notes:
        line += " (te zien met build.py check -v)"
    return f"{line}\n{closing}" if counts[Severity.ERROR] else line


def _counted(number: int, words: tuple[str, str]) -> str:
    return f"{number or 'geen'} {words[0] if number == 1 else words[1]}"


def _plain_span(span: Span | None) -> dict[str, str | int | None]:
    return asdict(span) if span else dict.fromkeys(field.name for field in fields(Span))


def _plain(item: Finding) -> dict[str, object]:
    return {
        "code": item.code,
        "severity": item.severity.value,
        "message": message(item),
        **_plain_span(item.span),
        "artifact": item.artifact,
        "field": list(item.field),
        "arguments": dict(item.arguments),
        "hint": item.hint,
        "related": [{"message": related.text, **_plain_span(related.span)} for related in item.related],
    }


def _annotation(item: Finding) -> str:
    properties = {"title": f"{item.severity.value} {item.code}"}
    if item.span:
        span = item.span
        properties = {"file": span.file, "line": str(span.line), "col": str(span.column), **properties}
        properties |= {"endLine": str(span.end_line)}
        # The forge refuses an end column on a span of more lines.
        if span.end_line == span.line:
            properties |= {"endColumn": str(max(span.column, span.end_column - 1))}
    elif item.artifact:
        properties = {"file": item.artifact, **properties}
    text = message(item) + (f"\ntip: {_tame(item.hint)}" if item.hint else "")
    fields = ",".join(f"{name}={_escape_property(value)}" for name, value in properties.items())
    return f"::{_LEVELS[item.severity]} {fields}::{_escape_data(text)}"


def _escape_data(text: str) -> str:
    """Escape the body of a workflow command (actions/toolkit, packages/core/src/command.ts, escapeData)."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    """Escape a property of a workflow command (same file, escapeProperty)."""
    return _escape_data(text).replace(":", "%3A").replace(",", "%2C")
