"""One YAML mapping as plain data with places; whatever could change its meaning behind the author's back is refused.

In: a source text and the lines that hold YAML. Out: data, marks and findings. Scalars stay text: types come from the
model. Faults of syntax are worded in `syntax`; files and front matter are the work of `decoding` and `folder`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Protocol, cast

import yaml

from weerklank.author.load import lost
from weerklank.author.load.located import FieldPath, Plain, Spans
from weerklank.author.load.syntax import SyntaxFault, diagnose, glued_field, quoted
from weerklank.findings import Finding, Related, Severity, finding
from weerklank.messages import Elsewhere, Hint
from weerklank.text import SourceText, Span

MAX_DEPTH = 12
MAX_NODES = 5_000

# libyaml is about eight times as fast; only its parser of events is used, because its composer overflows the stack of
# the process on deeply nested input (200 000 brackets) where events can be counted.
_LOADER = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader

_NULLS = ("", "~", "null")


@dataclass(frozen=True)
class Nodes:
    """`data` is None when the text is not a mapping that can be read; then `findings` holds the reason."""

    data: dict[str, Plain] | None
    marks: dict[FieldPath, Spans]
    findings: tuple[Finding, ...]


class _YamlMark(Protocol):
    """What the marks of both loaders have; lines and columns start at 0."""

    line: int
    column: int


class _Stop(Exception):  # noqa: N818 - not an error: the findings say what it is
    """The rest of this text is not worth reading."""


def read_nodes(source: SourceText, *, first_line: int, last_line: int) -> Nodes:
    """Read lines `first_line` up to and including `last_line` of `source` as one YAML mapping."""
    start = source.offset(first_line, 1)
    end = source.offset(last_line, len(source.line(last_line)) + 1)
    reader = _EventReader(source, first_line)
    try:
        reader.open(source.text[start:end] if last_line >= first_line else "")
        data = reader.document()
    except _Stop:
        data = None
    except yaml.MarkedYAMLError as error:
        fault = reader.fault(error)
        # An alias or an anchor that was meant as text makes the rest of its line unreadable: one error is enough.
        here = [item for item in reader.findings if item.span and item.span.line == fault.place.line]
        if not any(item.severity is Severity.ERROR for item in here):
            reader.findings = [*(item for item in reader.findings if item not in here), diagnose(fault)]
        data = None
    except yaml.YAMLError:
        # The reader of the library refuses a character that `decoding` let through, and does not say where.
        reader.findings.append(finding("L049", span=source.span(start, start)))
        data = None
    return Nodes(data, reader.marks, tuple(reader.findings))


@dataclass
class _EventReader:
    """Walks the events of one text; lives as long as `read_nodes` runs.

    `last` is the latest piece that was read, `closer` the end of the latest list or group of fields.
    """

    source: SourceText
    first_line: int
    findings: list[Finding] = field(default_factory=list)
    marks: dict[FieldPath, Spans] = field(default_factory=dict)
    nodes: int = 0
    depth: int = 0
    usable: bool = True
    last: yaml.Event | None = None
    closer: yaml.Event = field(default_factory=yaml.Event)
    events: Iterator[yaml.Event] = field(default_factory=lambda: iter(()))

    def open(self, text: str) -> None:
        self.events = yaml.parse(text, Loader=_LOADER)

    def fault(self, error: yaml.MarkedYAMLError) -> SyntaxFault:
        """The error of the library as places in the source, with the last piece that could be read before it."""
        mark, context = error.problem_mark or error.context_mark, error.context_mark
        last = self.last
        return SyntaxFault(
            source=self.source,
            first_line=self.first_line,
            problem=error.problem or "",
            context=error.context or "",
            at=self._offset(mark) if mark else self.source.offset(self.first_line, 1),
            since=self._offset(context) if context else None,
            last=self._span(last) if last else None,
            last_quote=(last.style or "") if isinstance(last, yaml.ScalarEvent) else "",
        )

    def document(self) -> dict[str, Plain] | None:
        event = self._next()
        while isinstance(event, yaml.StreamStartEvent):
            event = self._next()
        if isinstance(event, yaml.StreamEndEvent):
            return {}
        top = self._next()
        if not isinstance(top, yaml.MappingStartEvent):
            raise self._refuse_top(top)
        data, _ = self._node(top, (), self.marks)
        self._no_second_document()
        return data if isinstance(data, dict) and self.usable else None

    def _refuse_top(self, top: yaml.Event) -> _Stop:
        span = self._span(top)
        if isinstance(top, yaml.ScalarEvent):
            if not top.style and top.value in _NULLS:
                self._tell("L022", span, hint=Hint("field"))
            else:
                self.findings.append(
                    diagnose(SyntaxFault(self.source, self.first_line, "", "scalar", self._offset(top.start_mark)))
                )
        elif isinstance(top, yaml.AliasEvent):
            self._refuse_alias(top)
        else:
            dash = self.source.line(span.line).lstrip().startswith("-")
            self._tell("L022", self.source.whole_line(span.line), hint=Hint("no_dash" if dash else "field"))
        return _Stop()

    def _no_second_document(self) -> None:
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                self._tell("L023", self.source.whole_line(self._span(event).line), hint=Hint("one_record"))
                raise _Stop

    def _next(self) -> yaml.Event:
        event = next(self.events)
        if not isinstance(event, yaml.CollectionEndEvent | yaml.DocumentStartEvent | yaml.StreamStartEvent):
            self.last = event
        return event

    def _node(self, event: yaml.Event, path: FieldPath, marks: dict[FieldPath, Spans]) -> tuple[Plain, Span]:
        self._count(event)
        if isinstance(event, yaml.AliasEvent):
            self._refuse_alias(event)
            return None, self._span(event)
        self._refuse_properties(event)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event), self._span(event)
        self.depth += 1
        if self.depth > MAX_DEPTH:
            self._tell("L030", event, grens=str(MAX_DEPTH))
            raise _Stop
        opening = self._span(event)
        flow = bool(cast("yaml.CollectionStartEvent", event).flow_style)
        data: Plain
        if isinstance(event, yaml.MappingStartEvent):
            data, closing = self._mapping(path, marks, flow=flow)
        else:
            data, closing = self._sequence(path, marks, flow=flow)
        self.depth -= 1
        span = self._join(opening, self._span(self.closer) if flow else closing or opening)
        if not path:
            marks[()] = Spans(None, span)
        return data, span

    def _scalar(self, event: yaml.ScalarEvent) -> str | None:
        """The text of a scalar, None for an empty one, after saying what of it is lost or comes in unseen."""
        if not event.style and event.value in _NULLS:
            return None
        span = self._span(event)
        text = str(event.value) or lost.after_sign(self.source, span)
        self.findings += lost.in_scalar(self.source, text, span, style=event.style or "")
        return text

    def _sequence(
        self, path: FieldPath, marks: dict[FieldPath, Spans], *, flow: bool
    ) -> tuple[list[Plain], Span | None]:
        items: list[Plain] = []
        span: Span | None = None
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            if flow and span and (found := lost.between_digits(self.source, span, self._span(event))):
                self._refuse_found(found)
            item, span = self._node(event, (*path, len(items)), marks)
            marks[*path, len(items)] = Spans(None, span)
            items.append(item)
        self.closer = event
        return items, span

    def _mapping(
        self, path: FieldPath, marks: dict[FieldPath, Spans], *, flow: bool
    ) -> tuple[dict[str, Plain], Span | None]:
        data: dict[str, Plain] = {}
        span: Span | None = None
        before: FieldPath | None = None
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key = self._key(event)
            where = self._span(event)
            following = self._next()
            if flow and key is not None and not self._has_colon(where, following):
                span = self._after_comma(data, before, where, marks)
                continue
            # What stands under a key that is refused is read, so that its own faults are found, and dropped.
            kept = key is not None and key not in data
            value, span = self._node(following, (*path, key or ""), marks if kept else {})
            before = (*path, key) if key is not None and kept else None
            if key is None:
                continue
            if kept:
                data[key] = value
                marks[*path, key] = Spans(where, span)
            else:
                related = (Related(marks[*path, key].key or where, Elsewhere.FIRST),)
                self._tell("L024", where, hint=Hint("keep"), field=(*path, key), related=related, veld=key)
        self.closer = event
        return data, span

    def _has_colon(self, key: Span, value: yaml.Event) -> bool:
        """Whether there is a colon between a key within braces and its value; YAML also takes a key without one."""
        start = self._offset(value.start_mark)
        return (
            not isinstance(value, yaml.ScalarEvent)
            or bool(value.style or value.value)
            or (":" in self.source.text[self.source.offset(key.end_line, key.end_column) : start])
        )

    def _after_comma(
        self, data: dict[str, Plain], before: FieldPath | None, here: Span, marks: dict[FieldPath, Spans]
    ) -> Span:
        """Read what stands behind a comma within braces and is no field: the decimals of a number, or a fault."""
        mark = marks.get(before) if before else None
        if before and mark:
            joined = self._join(mark.value, here)
            number = lost.number_of(self.source, mark.value, here)
            if number:
                data[str(before[-1])] = number
                marks[before] = Spans(mark.key, joined)
                return joined
            self._refuse_found(lost.in_braces(self.source, str(before[-1]), joined, here))
        elif glued := glued_field(self.source, here):
            self._refuse_found(glued)
        else:
            self._refuse("L045", here, Hint("field"))
        return here

    def _key(self, event: yaml.Event) -> str | None:
        """The text of a key, or None after saying why this cannot be one."""
        self.nodes += 1
        if isinstance(event, yaml.AliasEvent):
            self._refuse_alias(event)
            return None
        if not isinstance(event, yaml.ScalarEvent):
            self._skip(event)
            self._refuse("L029", event, Hint("example"))
            return None
        self._refuse_properties(event)
        key = str(event.value)
        if key == "<<" and not event.style:
            self._refuse("L028", event, Hint("in_full"))
            return None
        if not key.strip():
            self._refuse_nameless(event)
            return None
        if key[0] in "\u00a0\u2007\u202f\u3000":
            self._refuse("L033", event, Hint("plain_spaces"))
        return key

    def _refuse_nameless(self, event: yaml.Event) -> None:
        """Refuse a colon without a name before it, or a question mark alone, which YAML takes for the sign of a key."""
        start = self._offset(event.start_mark)
        last = (
            start if self.source.text[start : start + 1] == "?" else len(self.source.text[:start].rstrip(" \n,]}")) - 1
        )
        if self.source.text[last : last + 1] == "?":
            mark = self.source.span(last, last + 1)
            self._refuse_found(finding("L040", span=mark, hint=Hint("quote", {"voorbeeld": quoted("?")}), teken="?"))
        else:
            self._refuse("L029", event, Hint("example"))

    def _skip(self, event: yaml.Event) -> None:
        """Pass over a collection that stands where a key should be."""
        level = 1
        while level:
            following = self._next()
            if isinstance(following, yaml.CollectionStartEvent):
                level += 1
            elif isinstance(following, yaml.CollectionEndEvent):
                level -= 1
            self._count(event)

    def _count(self, event: yaml.Event) -> None:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            self._tell("L031", event, grens=str(MAX_NODES))
            raise _Stop

    def _refuse_alias(self, event: yaml.AliasEvent) -> None:
        hint = Hint("repeat", {"voorbeeld": quoted(self._rest(event))})
        self._refuse("L026", event, hint)

    def _refuse_properties(self, event: yaml.Event) -> None:
        """Refuse an anchor or a tag; the value that follows it is read all the same."""
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if anchor is None and tag is None:
            return
        hint = Hint("quote", {"voorbeeld": quoted(self._rest(event))})
        if anchor is not None:
            self._tell("L025", self._word(event), hint=hint)
        if tag is not None:
            self._tell("L027", self._word(event), hint=hint)

    def _rest(self, event: yaml.Event) -> str:
        """The line from the start of the event on."""
        span = self._span(event)
        return self.source.line(span.line)[span.column - 1 :].rstrip()

    def _word(self, event: yaml.Event) -> Span:
        start = self._offset(event.start_mark)
        return self.source.span(start, start + len(self._rest(event).split(maxsplit=1)[0]))

    def _tell(self, code: str, place: yaml.Event | Span, **more: Any) -> None:  # noqa: ANN401 - as `finding`
        span = place if isinstance(place, Span) else self._span(place)
        self.findings.append(finding(code, span=span, **more))

    def _refuse(self, code: str, place: yaml.Event | Span, hint: Hint) -> None:
        """Tell of something without which the rest does not say what the author meant."""
        self._tell(code, place, hint=hint)
        self.usable = False

    def _refuse_found(self, found: Finding) -> None:
        self.findings.append(found)
        self.usable = False

    def _offset(self, mark: _YamlMark | None) -> int:
        line, column = self._place(mark)
        return self.source.offset(line, column)

    def _place(self, mark: _YamlMark | None) -> tuple[int, int]:
        line, column = (self.first_line + mark.line, mark.column + 1) if mark else (self.first_line, 1)
        last = self.source.line_count
        # The end of a stream stands on the line after the last one, which a file that ends in a comment does not have.
        return (line, column) if line <= last else (last, len(self.source.line(last)) + 1)

    def _span(self, event: yaml.Event) -> Span:
        line, column = self._place(event.start_mark)
        end_line, end_column = self._place(event.end_mark)
        # A block scalar, and an empty node, end where the next token starts: go back to the last text.
        while end_line > line and (end_column == 1 or not self.source.line(end_line)[: end_column - 1].strip()):
            end_line -= 1
            end_column = len(self.source.line(end_line).rstrip()) + 1
        return Span(
            self.source.file, line, column, end_line, max(end_column, column) if end_line == line else end_column
        )

    def _join(self, first: Span, last: Span) -> Span:
        return Span(self.source.file, first.line, first.column, last.end_line, last.end_column)
