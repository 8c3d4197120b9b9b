"""Every field of the model that holds a number or a date, each in a small record in which any text can be typed there.

In: the fields of the model, and the content in which every field has a value (`canaries`). Out: a `Place` for each, and
the text of its record, as an author could have typed it. A new field is among them by itself.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from tests import canaries
from weerklank.author.load import RawRecord, read_record
from weerklank.findings import Finding
from weerklank.kinds import KINDS, LIST, LISTS, ORGANISATION
from weerklank.model import MODELS, VOCABULARIES
from weerklank.model.fields import Field, Many, ValueShape, fields_of, within
from weerklank.text import SourceText

ON_A_LINE, IN_BRACES, CLOSE_BRACES, IN_BRACKETS = LAYOUTS = (
    "op een regel",
    "tussen accolades",
    "op één regel tussen accolades",
    "tussen vierkante haken",
)
"""How the record around a field can be written; the last for fields that hold a list."""

Data = Any  # what YAML can hold
Steps = tuple[str | int, ...]

_HERE = "@hier@"


@dataclass(frozen=True, eq=False)
class Place:
    """A field of a record. `steps`: the keys, and places in lists, that lead to its value in `data`."""

    kind: str
    name: str
    field: Field
    steps: Steps
    data: Data

    def __str__(self) -> str:
        return f"{self.kind}.{'.'.join(self.field.path)}"

    @property
    def own(self) -> str:
        """A value that fits."""
        value = value_at(self.data, self.steps)
        return str(value["waarde"] if isinstance(value, dict) else value)

    @property
    def layouts(self) -> tuple[str, ...]:
        """The layouts that the field can stand in."""
        return LAYOUTS if self.field.many is Many.LIST else LAYOUTS[:-1]

    def text(self, typed: str, layout: str) -> str:
        """The record with this text in the field, and nowhere else."""
        return _written(self, layout).replace(_HERE, typed)

    def line(self, layout: str) -> int:
        """The line of the field in that text."""
        return _written(self, layout).partition(_HERE)[0].count("\n") + 1

    def read(self, typed: str, layout: str) -> tuple[RawRecord | None, tuple[Finding, ...]]:
        """The record as the program reads it."""
        return read_record(self.kind, self.name, SourceText("content/x.yaml", self.text(typed, layout)))


@cache
def _written(place: Place, layout: str) -> str:
    """The record of a place, with a mark where the text is typed."""
    mark = f'"{_HERE}"'
    whole, around = _put(place.data, place.steps, _HERE), place.steps[:-1]
    if layout == IN_BRACES:
        return json.dumps(whole, ensure_ascii=False, indent=1).replace(mark, _HERE)
    if layout == ON_A_LINE:
        return _block(whole).replace(mark, _HERE)
    line = json.dumps(value_at(whole, around), ensure_ascii=False).replace(mark, _HERE)
    return _block(_put(whole, around, _HERE)).replace(mark, line) if around else f"{line}\n"


@cache
def places(*shapes: ValueShape) -> tuple[Place, ...]:
    """Every field of these shapes."""
    return tuple(_place(kind, field) for kind in MODELS for field in _fields(kind) if field.shape in shapes)


def _fields(kind: str) -> Iterator[Field]:
    return within(fields_of(MODELS[kind]))


def _place(kind: str, field: Field) -> Place:
    for name, data in _records()[kind]:
        steps = _steps(data, _top(kind), field.path)
        if steps is not None:
            return Place(kind, name, field, steps, _least(data, _top(kind), steps))
    raise AssertionError(f"no record of the canaries has {kind}.{'.'.join(field.path)}")


def _top(kind: str) -> tuple[Field, ...]:
    return fields_of(MODELS[kind])


@cache
def _records() -> dict[str, tuple[tuple[str, Data], ...]]:
    """Of each kind the name and the data of the records that have values."""
    files = {path: json.loads(text) for path, text in canaries.write().files.items()}
    lists = next(iter(VOCABULARIES))
    found: dict[str, tuple[tuple[str, Data], ...]] = {
        ORGANISATION: ((ORGANISATION, files[f"{ORGANISATION}.yaml"]),),
        LIST: ((lists, files[f"{LISTS}/{lists}.yaml"]),),
    }
    for kind in MODELS.keys() - found.keys():
        names = [f"{kind}-{variant}" for variant in (canaries.FULL, canaries.HALF, canaries.EMPTY)] + [canaries.ABOUT]
        records = {name: files.get(f"{KINDS[kind].folder}/{name}.yaml") for name in names}
        found[kind] = tuple((name, data) for name, data in records.items() if data)
    return found


def _steps(value: Data, fields: tuple[Field, ...], path: tuple[str, ...]) -> Steps | None:
    """Where the value of a field stands in the data, None when this has none."""
    if not path:
        return ()
    if not isinstance(value, dict) or path[0] not in value:
        return None
    field = next(field for field in fields if field.key == path[0])
    inner = value[path[0]]
    ways: list[tuple[Steps, Data]] = [((), inner)]
    if field.many is Many.LIST:
        ways = [((number,), item) for number, item in enumerate(inner)] if isinstance(inner, list) else []
    elif field.many is Many.NAMED:
        ways = [((name,), item) for name, item in inner.items() if name != "toestand"]
    for step, item in ways:
        absent = isinstance(item, dict) and "toestand" in item and field.shape is not ValueShape.ABSENCE
        rest = None if absent else _steps(item, field.parts, path[1:])
        if rest is not None:
            return (path[0], *step, *rest)
    return None


def _least(value: Data, fields: tuple[Field, ...], steps: Steps, *, top: bool = True) -> Data:
    """The data without what may be left out: lists, and at the top parts, in which the value does not stand."""
    if isinstance(value, list) and steps:
        return [_least(item, fields, steps[1:], top=False) if at == steps[0] else item for at, item in enumerate(value)]
    if not isinstance(value, dict) or not steps:
        return value
    if not any(field.key == steps[0] for field in fields):  # by name
        return {name: _least(value[name], fields, steps[1:], top=False) for name in value if name == steps[0]}
    return {
        field.key: _least(value[field.key], field.parts, steps[1:] if field.key == steps[0] else (), top=False)
        for field in fields
        if field.key in value
        and (
            field.required
            or field.key == steps[0]
            or not isinstance(value[field.key], list if not top else list | dict)
        )
    }


def value_at(value: Data, steps: Steps) -> Data:
    """What stands at the end of these steps."""
    return value_at(value[steps[0]], steps[1:]) if steps else value


def _put(value: Data, steps: Steps, new: Data) -> Data:
    """The data with another value at the end of these steps."""
    if not steps:
        return new
    if isinstance(value, list):
        return [_put(item, steps[1:], new) if at == steps[0] else item for at, item in enumerate(value)]
    return {key: _put(item, steps[1:], new) if key == steps[0] else item for key, item in value.items()}


def _block(value: Data) -> str:
    """YAML on lines of its own, in which every text is quoted but that which is typed."""
    return str(yaml.dump(value, allow_unicode=True, default_style='"', sort_keys=False, width=10_000))
