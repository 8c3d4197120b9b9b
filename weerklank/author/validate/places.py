"""From a path in a model to the place in the file, and to what may stand there.

In: paths as pydantic and `model.walk` give them, raw records. Out: spans, and the fields a piece of a record may have.
This module judges nothing.
"""

import types
import typing
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Union, get_args, get_origin

from pydantic import BaseModel, Tag

from weerklank.author.load import FieldPath, Mark, Plain, RawRecord
from weerklank.model import Organisation, PartialDate, Record, Ref, Vocabulary, walk
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


def key_span(raw: RawRecord, path: FieldPath) -> Span:
    """The span of the key at `path`, or the first line of a piece without key."""
    mark = raw.marks[written(raw, path)]
    return mark.key or first_line(raw, mark)


def first_line(raw: RawRecord, mark: Mark) -> Span:
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
    path: list[str | int] = []
    annotation: object = model
    for step in loc:
        annotation, is_key = _enter(annotation, step)
        path += [step] if is_key else []
    return tuple(path)


def fields_at(model: type[BaseModel], loc: FieldPath) -> tuple[str, ...]:
    """The Dutch names of the fields that may stand at a pydantic location; empty when that is no group of fields."""
    annotation: object = model
    for step in loc:
        annotation, _ = _enter(annotation, step)
    inner = _bare(annotation)
    if isinstance(inner, type) and issubclass(inner, BaseModel):
        names = [info.alias or name for name, info in inner.model_fields.items()]
        return tuple(
            name for name in names if name != "id" or not issubclass(inner, Record | Organisation | Vocabulary)
        )
    return ()


def is_stated(model: type[BaseModel], path: FieldPath) -> bool:
    """Whether the field at `path` (without tags) may hold an absence as well as a value."""
    annotation: object = model
    for step in path:
        options = _tagged(_bare(annotation))
        if options:
            annotation = options.get("waarde", annotation)
        annotation, _ = _enter(annotation, step)
    return "toestand" in _tagged(_bare(annotation))


def scalar_around(model: type[BaseModel], loc: FieldPath) -> FieldPath | None:
    """The path (without tags) of the date or reference that a pydantic location lies inside, or None."""
    annotation: object = model
    path: FieldPath = ()
    for step in loc:
        if _bare(annotation) in (PartialDate, Ref):
            return path
        annotation, is_key = _enter(annotation, step)
        path = (*path, step) if is_key else path
    return None


def _enter(annotation: object, step: str | int) -> tuple[object, bool]:
    """The annotation after one step, and whether the step is a key (True) or the tag of a union (False)."""
    inner = _bare(annotation)
    tagged = _tagged(inner)
    if tagged:
        return tagged.get(str(step)), False
    if isinstance(inner, type) and issubclass(inner, BaseModel):
        for name, info in inner.model_fields.items():
            if step in (info.alias, name):
                return info.annotation, True
        return None, True
    origin, arguments = get_origin(inner), get_args(inner)
    if origin is tuple and arguments:
        return arguments[0], True
    return (arguments[1], True) if origin is dict else (None, True)


def _bare(annotation: object) -> object:
    """The annotation without its metadata, and without None where it is optional."""
    while get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    if get_origin(annotation) in (Union, types.UnionType) and not _tagged(annotation):
        options = [option for option in get_args(annotation) if option is not type(None)]
        return _bare(options[0]) if len(options) == 1 else annotation
    return annotation


def _tagged(annotation: object) -> dict[str, object]:
    """The branches of a union by their tags; empty when this is no such union."""
    if get_origin(annotation) not in (Union, types.UnionType):
        return {}
    found: dict[str, object] = {}
    for option in get_args(annotation):
        if get_origin(option) is Annotated:
            found |= {item.tag: option for item in typing.get_args(option)[1:] if isinstance(item, Tag)}
    return found


def _empty(span: Span) -> bool:
    return (span.line, span.column) == (span.end_line, span.end_column)
