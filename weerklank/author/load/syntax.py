"""Why a text is not YAML, in the words of an author, with what to write instead.

In: the place where the parser gave up and the text around it. Out: one finding. The wording of the library is only
looked at, never shown: what an author did wrong can usually be seen in the line itself.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from weerklank.findings import Finding, Related, finding
from weerklank.messages import Elsewhere, Hint
from weerklank.text import SourceText, Span

LONGEST_EXAMPLE = 60

_FIELD = re.compile(r"\s*(?:- +)*([A-Za-z_][\w-]*)\s*:(?=[ \t]|$)")
_GLUED = re.compile(r"\s*(?:- +)*([A-Za-z_][\w-]*):(?=[^ \t/])")
_BULLET = re.compile(r"\s*(?:-(?=[^\s-])|[•–—*·+]\s*)(.+)")
_ODD_SPACES = "\u00a0\u2007\u202f\u3000\u200b"


@dataclass(frozen=True)
class SyntaxFault:
    """Where the parser stopped (`at`) and where the piece it was reading began (`since`), as offsets in `source`.

    `last` is the last piece that could be read, `last_quote` its quotation mark or block sign. YAML begins on
    `first_line`.
    """

    source: SourceText
    first_line: int
    problem: str
    context: str
    at: int
    since: int | None = None
    last: Span | None = None
    last_quote: str = ""

    @property
    def place(self) -> Span:
        """The point where the parser stopped."""
        return self.source.span(self.at, self.at)

    @property
    def line(self) -> str:
        """The line where the parser stopped."""
        return self.source.line(self.place.line)

    def rest(self, offset: int) -> Span:
        """From `offset` to the end of its line, without trailing space."""
        start = self.source.span(offset, offset)
        line = self.source.line(start.line).rstrip()
        return Span(start.file, start.line, start.column, start.line, max(start.column, len(line) + 1))

    def whole_line(self, number: int) -> Span:
        """Line `number` without the space around it."""
        line = self.source.line(number)
        column = len(line) - len(line.lstrip()) + 1
        return Span(self.source.file, number, column, number, max(column, len(line.rstrip()) + 1))


def quoted(text: str) -> str:
    """The text as a YAML scalar between the quotation marks that need the least doubling."""
    text = text.strip()
    if len(text) > LONGEST_EXAMPLE:
        text = text[: LONGEST_EXAMPLE - 1].rstrip() + "…"
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def diagnose(fault: SyntaxFault) -> Finding:
    """Return the finding for a text that cannot be parsed: the first cause that fits, else a general one."""
    for cause in _CAUSES:
        found = cause(fault)
        if found is not None:
            return found
    return finding("L049", span=fault.rest(fault.at), hint=Hint("look"))


def _indentation_characters(fault: SyntaxFault) -> Finding | None:
    """A tab, or a space that is not a plain one, in the indentation."""
    numbers = {fault.place.line} | (
        {fault.source.span(fault.since, fault.since).line} if fault.since is not None else set()
    )
    for number in sorted(numbers, reverse=True):
        line = fault.source.line(number)
        lead = line[: len(line) - len(line.lstrip())]
        for code, characters in (("L032", "\t"), ("L033", _ODD_SPACES)):
            columns = [column for column, character in enumerate(lead, 1) if character in characters]
            if columns:
                span = Span(fault.source.file, number, columns[0], number, columns[-1] + 1)
                return finding(code, span=span, hint=Hint("indent"))
    return None


def glued_field(source: SourceText, here: Span) -> Finding | None:
    """The finding for "veld:waarde" within braces, where the space behind the colon is missing."""
    text = source.slice(here)
    glued = _GLUED.match(text)
    if glued is None:
        return None
    hint = Hint("space", {"voorbeeld": f"{glued[1]}: {text[glued.end() :].strip()}"})
    return finding("L034", span=here, hint=hint, veld=glued[1])


def _unclosed_quote(fault: SyntaxFault) -> Finding | None:
    if "quoted scalar" in fault.context and fault.since is not None:
        if "escape" in fault.problem or "hexdec" in fault.problem:
            return _bad_escape(fault)
        span = fault.rest(fault.since)
        return finding(
            "L037", span=span, hint=_close_quote(fault.source.slice(span)), teken=fault.source.text[fault.since]
        )
    return None


def _close_quote(text: str) -> Hint:
    # ’s Avonds, ’t Hof: the sign belongs to the word.
    word = re.match(r"'[a-z]\b", text) is not None and text.count("'") % 2 == 1
    inner = (text if word else text[1:]).rstrip().removesuffix(text[0]).rstrip(",")
    return Hint("close", {"voorbeeld": quoted(inner)})


def _bad_escape(fault: SyntaxFault) -> Finding:
    start = fault.source.text.rfind("\\", 0, fault.at + 1)
    start = fault.at if start < 0 else start
    return finding("L039", span=fault.source.span(start, start + 2), hint=Hint("single_quotes"))


def _after_block_sign(fault: SyntaxFault) -> Finding | None:
    if "block scalar" in fault.context and fault.since is not None:
        sign = fault.source.text[fault.since]
        whole = fault.source.line(fault.rest(fault.since).line)[fault.rest(fault.since).column - 1 :].strip()
        number = re.match(r">\s*=?\s*[0-9]", whole)
        hint = Hint("part_of_value", {"voorbeeld": quoted(whole)}) if number else Hint("next_line")
        return finding("L042", span=fault.rest(fault.at), hint=hint, teken=sign)
    return None


def _is_within(fault: SyntaxFault, start: int) -> bool:
    """Whether a place is between brackets that were opened on its line."""
    line = fault.source.text[fault.source.text.rfind("\n", 0, start) + 1 : start]
    return any(line.count(opening) > line.count(closing) for opening, closing in ("{}", "[]"))


def _reserved_start(fault: SyntaxFault) -> Finding | None:
    """A value that begins with a character that YAML keeps for itself."""
    contexts = {"anchor": "&", "alias": "*", "tag": "!", "directive": "%"}
    start = fault.at
    for word, sign in contexts.items():
        if (
            word in fault.context.split()
            and fault.since is not None
            and fault.source.text[fault.since : fault.since + 1] == sign
        ):
            start = fault.since
    character = fault.source.text[start : start + 1]
    words = ("cannot start", "node content", "mapping keys")
    known = any(word in fault.problem for word in words) or start != fault.at or character == "%"
    if not (known and character and character in "@`%&*!,]}|>?"):
        return None
    span = fault.rest(start)
    given = fault.source.slice(span)
    # What closes the fields around a value is no part of it.
    given = (
        re.split(r"[,\]}]", given)[0].rstrip() or given
        if "flow" in fault.context or _is_within(fault, start)
        else given
    )
    hint = Hint("quote", {"voorbeeld": quoted(given)})
    if character == "," and "flow" in fault.context:
        span, hint = fault.source.span(start, start + 1), Hint("comma")
    return finding("L040", span=span, hint=hint, teken=character)


def _bracket(fault: SyntaxFault) -> Finding | None:
    if "flow" not in fault.context or fault.since is None:
        return None
    bracket = fault.source.text[fault.since : fault.since + 1]
    closing = {"[": "]", "{": "}"}.get(bracket)
    if closing is None:
        return None
    start = fault.rest(fault.since)
    if remark := _remark(fault, start.line):
        return finding("L041", span=remark, hint=Hint("comment", {"teken": closing}), teken=bracket)
    stopped = fault.whole_line(fault.place.line)
    related = (Related(stopped, Elsewhere.STOPPED),) if stopped.line > start.line else ()
    hint = Hint("close", {"teken": closing, "gevonden": bracket})
    return finding("L041", span=start, hint=hint, related=related, teken=bracket)


def _remark(fault: SyntaxFault, first: int) -> Span | None:
    """Words behind # that hold a comma or a bracket, from a line on: whatever stands there is not read."""
    for number in range(first, fault.place.line + 1):
        line = re.sub(r"\"[^\"]*\"|'[^']*'", lambda quote: "x" * len(quote[0]), fault.source.line(number))
        if remark := re.search(r"\s(#.*[],}].*)", line):
            return fault.rest(fault.source.offset(number, remark.start(1) + 1))
    return None


def _after_closing(fault: SyntaxFault) -> Finding | None:
    """Text after a closing quotation mark, bracket or reference: often a quotation mark that was never closed."""
    last = fault.last
    if last is None or last.end_line != fault.place.line or last.end_column > fault.place.column:
        return None
    before = fault.source.line(last.end_line)[: last.end_column - 1]
    if fault.last_quote in ("'", '"'):
        if last.line < last.end_line:
            span = fault.rest(fault.source.offset(last.line, last.column))
            return finding("L037", span=span, hint=_close_quote(fault.source.slice(span)), teken=fault.last_quote)
        whole = fault.source.slice(fault.rest(fault.source.offset(last.line, last.column)))
        hint = Hint("quote_inside", {"voorbeeld": quoted(_without_quotes(whole, fault.last_quote))})
        return finding("L038", span=fault.rest(fault.at), hint=hint, teken=fault.last_quote)
    sign = fault.line[: fault.place.column - 1].rstrip()[-1:]
    if sign and sign in "]}" and before.count(":") <= 1:
        start = fault.line.find({"]": "[", "}": "{"}[sign]) + 1
        value = fault.line[start - 1 :].rstrip() if start else sign
        hint = Hint("quote_all", {"voorbeeld": quoted(value)})
        return finding("L038", span=fault.rest(fault.at), hint=hint, teken=sign)
    return None


def _without_quotes(text: str, quote: str) -> str:
    """The text without the marks around it, when it has both; those inside it are words of the author."""
    text = text.rstrip()
    return text[1:-1] if text.startswith(quote) and text.endswith(quote) else text


def _list_on_line(fault: SyntaxFault) -> Finding | None:
    if "block sequence entries" in fault.problem:
        span = fault.rest(fault.at)
        number = re.fullmatch(r"-\s+([0-9][0-9., ]*)", fault.source.slice(span))
        hint = Hint("minus", {"waarde": f"-{number[1]}"}) if number else Hint("own_line")
        return finding("L044", span=span, hint=hint)
    return None


def _colon(fault: SyntaxFault) -> Finding | None:
    """A colon too many, or one that is missing on this line or the one above."""
    if "mapping values" in fault.problem:
        return _second_colon(fault) or _missing_colon(fault, _line_above(fault)) or _too_deep(fault)
    if "expected ':'" in fault.problem and fault.since is not None:
        return _missing_colon(fault, fault.source.span(fault.since, fault.since).line)
    if fault.context == "scalar":
        return _missing_colon(fault, fault.place.line)
    return None


def _second_colon(fault: SyntaxFault) -> Finding | None:
    """`titel: Heerlijk: een reeks`, or a colon in the second line of a value."""
    column = fault.place.column
    first = _FIELD.match(fault.line)
    if first and first.end() < column:
        start = len(fault.line) - len(fault.line[first.end() :].lstrip())
        value = fault.line[start:].rstrip()
        span = fault.rest(fault.source.offset(fault.place.line, start + 1))
        return finding("L036", span=span, hint=Hint("quote", {"voorbeeld": f"{first[1]}: {quoted(value)}"}))
    if first is None and " " in fault.line[: column - 1].strip():
        return finding("L036", span=fault.whole_line(fault.place.line), hint=Hint("quote_whole"))
    return None


def _line_above(fault: SyntaxFault) -> int:
    """The number of the last line above that holds more than a comment."""
    number = fault.place.line - 1
    while number > fault.first_line and (
        not fault.source.line(number).strip() or fault.source.line(number).lstrip()[:1] == "#"
    ):
        number -= 1
    return number


def _missing_colon(fault: SyntaxFault, number: int) -> Finding | None:
    line = fault.source.line(number)
    if number < fault.first_line or not line.strip() or _FIELD.match(line):
        return None
    glued = _GLUED.match(line)
    if glued:
        value = line[glued.end() :].strip()
        hint = Hint("space", {"voorbeeld": f"{glued[1]}: {value[:LONGEST_EXAMPLE]}"})
        return finding("L034", span=fault.whole_line(number), hint=hint, veld=glued[1])
    if ":" in line.rstrip()[:-1] and ": " in line:
        return None
    return finding("L035", span=fault.whole_line(number), hint=Hint("field"))


def _too_deep(fault: SyntaxFault) -> Finding | None:
    above = _line_above(fault)
    field = _FIELD.match(fault.line)
    if field is None or above < fault.first_line:
        return None
    hint = _dash(fault, above) or Hint("align", {"veld": field[1]})
    return finding("L043", span=fault.whole_line(fault.place.line), hint=hint, related=_related(fault, above))


def _related(fault: SyntaxFault, number: int) -> tuple[Related, ...]:
    return (Related(fault.whole_line(number), Elsewhere.LINE_ABOVE),) if fault.source.line(number).strip() else ()


def _indentation(fault: SyntaxFault) -> Finding | None:
    """A line that begins where no field and no list item above it begins."""
    if not ("expected key" in fault.problem or "'-' indicator" in fault.problem or "<block end>" in fault.problem):
        return None
    before = fault.line[: fault.place.column - 1]
    if before.strip():
        return None
    above = _line_above(fault)
    related = _related(fault, above)
    hint = _dash(fault, above) or _text(fault) or Hint("together")
    return finding("L043", span=fault.whole_line(fault.place.line), hint=hint, related=related)


def _text(fault: SyntaxFault) -> Hint | None:
    """What to do with a line that is no field and no part of a list: it belongs to the text above it."""
    if _FIELD.match(fault.line) or re.match(r"\s*-\s", fault.line):
        return None
    return Hint("remark") if fault.source.line(fault.place.line - 1).lstrip()[:1] == "#" else Hint("text")


def _dash(fault: SyntaxFault, number: int) -> Hint | None:
    """How to begin an item of a list, when the line above begins with what only looks like it."""
    item = _BULLET.fullmatch(fault.source.line(number).rstrip()) if number >= fault.first_line else None
    return Hint("dash", {"voorbeeld": f"- {item[1][:LONGEST_EXAMPLE]}"}) if item else None


def _after_end(fault: SyntaxFault) -> Finding | None:
    """Text where a second record would begin: below three points, or below a first line that is indented."""
    if "document start" not in fault.problem:
        return None
    for number in range(fault.first_line, fault.place.line):
        if re.fullmatch(r"\.\.\.\s*", fault.source.line(number)):
            return finding("L023", span=fault.whole_line(number), hint=Hint("points"))
    lines = range(fault.first_line, fault.place.line)
    first = next((number for number in lines if fault.source.line(number).strip()), 0)
    if not first or fault.source.line(first)[:1] != " ":
        return None
    return finding("L043", span=fault.whole_line(first), hint=Hint("first"))


_CAUSES: tuple[Callable[[SyntaxFault], Finding | None], ...] = (
    _indentation_characters,
    _unclosed_quote,
    _after_block_sign,
    _reserved_start,
    _after_closing,
    _bracket,
    _list_on_line,
    _colon,
    _indentation,
    _after_end,
)
