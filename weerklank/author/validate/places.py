"""From a path in a model to the place in the file, and to what may stand there.

In: paths as pydantic and `model.walk` give them, raw records. Out: spans, and the fields a piece of a record may have.
This module judges nothing.
"""

import re
from dataclasses import dataclass
from functools import cached_property

from pydantic import BaseModel

from weerklank.author.load import FieldPath, Plain, RawRecord, Spans
from weerklank.findings import Finding, Related, finding
from weerklank.messages import Hint
from weerklank.model import Absence, Organisation, Record, Vocabulary, walk
from weerklank.model.fields import Field, Many, ValueShape, at, fields_of
from weerklank.text import Span

Model = Record | Organisation | Vocabulary


@dataclass(frozen=True)
class Checked:
    """A record that fits its model, with the raw record that knows its places."""

    raw: RawRecord
    model: Model

    @cached_property
    def pieces(self) -> tuple[tuple[FieldPath, object], ...]:
        """Everything in the model with its path, in the order in which it is written."""
        return tuple(walk(self.model))

    def span(self, path: FieldPath) -> Span:
        """The span of the value at `path`, or of the nearest piece around it that the author wrote."""
        return value_span(self.raw, path)

    def say(
        self,
        code: str,
        path: FieldPath,
        *,
        hint: Hint | tuple[Hint, ...] | None = None,
        related: tuple[Related, ...] = (),
        **arguments: str,
    ) -> Finding:
        """A finding at the value at `path`."""
        span = self.span(path)
        return finding(code, span=span, artifact=None, hint=hint, related=related, field=path, **arguments)


def may_be_public(item: Checked) -> bool:
    """Whether this can get into a file that is published; what is internal stays out of all of them."""
    return not isinstance(item.model, Record) or item.model.publication.status == "openbaar"


def written(raw: RawRecord, path: FieldPath) -> FieldPath:
    """Return the path as the author wrote it; short forms (one value for a list, a bare number) have fewer steps."""
    current: FieldPath = ()
    for step in path:
        if (*current, step) in raw.marks:
            current = (*current, step)
        elif step == "bronnen" and (*current, "bron") in raw.marks:
            current = (*current, "bron")
    return current


def value_span(raw: RawRecord, path: FieldPath) -> Span:
    """The span of the value at `path`; of its key when the value is empty."""
    mark = raw.marks[written(raw, path)]
    return mark.key if mark.key is not None and _empty(mark.value) else mark.value


def within(raw: RawRecord, path: FieldPath, words: str) -> Span:
    """The span of some words inside a value, or of the value when its line ends are folded."""
    around = value_span(raw, path)
    start, end = raw.source.offset(around.line, around.column), raw.source.offset(around.end_line, around.end_column)
    found = re.compile(r"\s+".join(map(re.escape, words.split()))).search(raw.source.text, start, end)
    given = value_at(raw, written(raw, path))
    return raw.source.span(*found.span()) if found and isinstance(given, str) else around


def key_span(raw: RawRecord, path: FieldPath) -> Span:
    """The span of the key at `path`, or the first line of a piece without key."""
    mark = raw.marks[written(raw, path)]
    return mark.key or first_line(raw, mark)


def first_line(raw: RawRecord, mark: Spans) -> Span:
    """The first line of a value."""
    span = mark.value
    end = len(raw.source.line(span.line).rstrip()) + 1
    return span if span.end_line == span.line else Span(span.file, span.line, span.column, span.line, end)


def value_at(raw: RawRecord, path: FieldPath) -> Plain:
    """The plain value at a written path."""
    value: Plain = raw.data
    for step in path:
        if isinstance(value, dict) and isinstance(step, str):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int):
            value = value[step]
        else:
            return None
    return value


def without_tags(model: type[BaseModel], loc: FieldPath) -> FieldPath:
    """Return a pydantic error location without the tags of unions, which no author wrote."""
    return _places(model, loc)[-1].path


def fields_at(model: type[BaseModel], loc: FieldPath) -> tuple[str, ...]:
    """The Dutch names of the fields that may stand at a pydantic location; empty where fields cannot stand."""
    last = _places(model, loc)[-1]
    # The id of a record is the name of its file.
    return () if last.awaits else tuple(field.key for field in last.parts if loc or field.attribute != "id")


def is_stated(model: type[BaseModel], path: FieldPath) -> bool:
    """Whether the value at `path` (without tags) may be an absence."""
    found = at(model, path)
    if found is None or not found.stated:
        return False
    return path[-1] == found.key if found.many is not Many.NAMED else path[-2:-1] == (found.key,)


def is_text(model: type[BaseModel], path: FieldPath) -> bool:
    """Whether the value at `path` (without tags) is text that is printed as it was typed, and can be no absence."""
    found = at(model, path)
    if found is None:  # what an absence says is no field of the record
        own = at(Absence, path[-1:])
        return own is not None and own.shape is ValueShape.TEXT and is_stated(model, path[:-1])
    return found.shape is ValueShape.TEXT and not is_stated(model, path)


def is_free(model: type[BaseModel], path: FieldPath) -> bool:
    """Whether any words may stand at `path` (without tags): text without a shape of its own, as an id has."""
    found = at(model, path)
    return found is not None and found.shape is ValueShape.TEXT and not found.shaped


def scalar_around(model: type[BaseModel], loc: FieldPath) -> FieldPath | None:
    """The path (without tags) of the date or reference that a pydantic location lies inside, or None."""
    scalars = (ValueShape.DATE, ValueShape.REFERENCE)
    return next((place.path for place in _places(model, loc)[:-1] if place.shape in scalars and not place.awaits), None)


@dataclass(frozen=True)
class _Reached:
    """A step of a location: the author's `path` so far, and what stands there.

    `shape`: of the field that was entered last; `parts`: the fields that may be entered next. `awaits`: what must come
    before that, of "tag" (of a union: a value or an absence), "index" and "name".
    """

    path: FieldPath
    parts: tuple[Field, ...]
    shape: ValueShape | None = None
    awaits: tuple[str, ...] = ()


def _places(model: type[BaseModel], loc: FieldPath) -> list[_Reached]:
    """Where a pydantic location begins, and where each of its steps leads."""
    places = [_Reached((), fields_of(model))]
    for step in loc:
        places.append(_enter(places[-1], step))
    return places


def _enter(place: _Reached, step: str | int) -> _Reached:
    if place.awaits[:1] == ("tag",):
        parts = {"waarde": place.parts, "toestand": fields_of(Absence)}.get(str(step), ())
        shape = place.shape if step == "waarde" else None
        return _Reached(place.path, parts, shape, place.awaits[1:] if step == "waarde" else ())
    path = (*place.path, step)
    if place.awaits:
        return _Reached(path, place.parts, place.shape, place.awaits[1:])
    field = next((field for field in place.parts if step in (field.key, field.attribute)), None)
    if field is None:
        return _Reached(path, ())
    many = {Many.LIST: ("index",), Many.NAMED: ("name",), Many.ONE: ()}[field.many]
    tag = ("tag",) if field.stated else ()
    # Each value by name may be absent; a list is absent as a whole.
    return _Reached(path, field.parts, field.shape, (*many, *tag) if field.many is Many.NAMED else (*tag, *many))


def _empty(span: Span) -> bool:
    return (span.line, span.column) == (span.end_line, span.end_column)
