"""What a field of a record is: one walk over the annotations of the model, made once, read by everything that asks.

In: the classes of the model. Out: frozen `Field` values. Use it like this:

    fields_of(Initiative)                       every field of a class, in the order of the class
    field_of(item, "purpose").label             "Doel": stands before the value, on a page, in a column and in a form
    field_of(Initiative, "purpose").absent      "Het doel": what is missing when there is none; "" if that says nothing
    word_of(item, "level")                      "intern": how the choice is printed that a record holds
    within(fields_of(Question))                 the same with the fields of all parts, depth first
    walk(item)                                  each value in a record that the author wrote, with the path to it

A record and its class may be asked alike. `field.value(item)` is the value of a field; for a field inside a part, ask
the part. A key that an author types may lead through lists ("signalen", 0, "van"): `at` finds the field for it.
"""

import types
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, BeforeValidator
from pydantic.fields import FieldInfo

from weerklank.model.dates import HAPPENED, LOOKED, PartialDate
from weerklank.model.numbers import COUNTED
from weerklank.model.part import ABSENT, IDENTIFIES, IN_ANNEX, OneOf, Printed, printed
from weerklank.model.values import Absence, AbsenceKey, Period, Quantity, Ref, ToRecord
from weerklank.states import ABSENCES, State


class ValueShape(StrEnum):
    """What one value of a field is; `Many` says how many of them there are."""

    TEXT = "text"
    DATE = "date"
    PERIOD = "period"
    QUANTITY = "quantity"
    NUMBER = "number"
    YES_NO = "yes or no"
    CHOICE = "choice"
    REFERENCE = "reference"
    ABSENCE = "absence"
    PART = "part"


class Many(StrEnum):
    """How many values a field holds."""

    ONE = "one"
    LIST = "list"
    NAMED = "by name"


@dataclass(frozen=True)
class Choice:
    """A value that an author may type, the words that are printed for it, and the state that it is, if it is one."""

    key: str
    word: str
    state: State | None = None


@dataclass(frozen=True)
class Field:
    """One field of a record, or of a part of one.

    `owner`: the class that it stands in, `attribute`: its name there; `path`: the keys that lead to it as the author
    types them, from the class that was asked about, without the places in lists. `label`: what stands before the value;
    `absent`: what is missing when there is none, as the subject of a sentence, "" where that says nothing by itself;
    `help`: what an author may put in it; `in_annex`: an annex may print it. `counts`: its number says how many there
    are; `happened`: its date tells what happened; `looked`: it tells that somebody looked; `shaped`: its text has a
    pattern; `identifies`: it is an id. `stated`: each value may be an `Absence` instead, in one of `states`.
    `least`: how many a list must have. `choices`: what may be typed, of a closed list, and beside a reference ("alle");
    `explained`: heading and note above them where all codes are explained.
    `refers_to`: the kinds that a reference may lead to. `model`: the class of a value that has fields of its own;
    `parts` are these.
    """

    owner: type[BaseModel]
    attribute: str
    path: tuple[str, ...]
    label: str
    absent: str
    help: str
    in_annex: bool
    counts: bool
    happened: bool
    looked: bool
    shaped: bool
    identifies: bool
    shape: ValueShape
    many: Many
    stated: bool
    required: bool
    least: int
    choices: tuple[Choice, ...] = ()
    refers_to: tuple[str, ...] = ()
    explained: tuple[str, str] = ("", "")
    model: type[BaseModel] | None = None
    parts: tuple["Field", ...] = ()

    @property
    def key(self) -> str:
        """The key as the author types it."""
        return self.path[-1]

    @property
    def states(self) -> tuple[State, ...]:
        """The states in which a value may be absent."""
        return ABSENCES if self.stated or self.shape is ValueShape.ABSENCE else ()

    @property
    def default(self) -> Any:  # noqa: ANN401 - as its annotation says
        """The value when the author gives none; undefined for a field that is required."""
        return self.owner.model_fields[self.attribute].get_default(call_default_factory=True)

    def value(self, part: BaseModel) -> Any:  # noqa: ANN401 - as its annotation says
        """The value in a record or part of the class that owns this field; the default when the author gave none."""
        return getattr(part, self.attribute)

    def written(self, part: BaseModel) -> bool:
        """Whether the author wrote something for it, be it that there is nothing: what was left out says nothing."""
        return self.attribute in part.model_fields_set

    def word(self, key: str) -> str:
        """The words to print for a choice. Raises KeyError for a word that is not a choice."""
        return {choice.key: choice.word for choice in self.choices}[key]


def fields_of(model: type[BaseModel] | BaseModel) -> tuple[Field, ...]:
    """The fields of a record, of a part, or of the class of one, in the order of the class."""
    return _walk(model if isinstance(model, type) else type(model), ())


def field_of(model: type[BaseModel] | BaseModel, attribute: str) -> Field:
    """The field with this attribute. Raises KeyError when there is none."""
    return _by_attribute(model if isinstance(model, type) else type(model))[attribute]


def word_of(part: BaseModel, attribute: str) -> str:
    """The words to print for the choice that a record or part holds: "lopend"."""
    return field_of(part, attribute).word(getattr(part, attribute))


def state_of(part: BaseModel, attribute: str) -> State:
    """The state that a choice of a record or part is. Raises KeyError for a choice that is none."""
    chosen = getattr(part, attribute)
    return {choice.key: choice.state for choice in field_of(part, attribute).choices if choice.state}[chosen]


def own_dates(model: type[BaseModel] | BaseModel) -> tuple[Field, ...]:
    """The dates of what a record is about: not of the file itself, which every kind has."""
    kept = (field for field in fields_of(model) if field.shape is ValueShape.DATE and field.attribute != "last_checked")
    return tuple(kept)


def statuses(model: type[BaseModel]) -> tuple[Choice, ...]:
    """How far a record of this class can be: what its last step can be, or what itself can be; () if it says no such
    thing.
    """
    own = _by_attribute(model)
    steps = own.get("course")
    said = field_of(steps.model, "status") if steps and steps.model else own.get("status")
    return said.choices if said else ()


def within(fields: Iterable[Field]) -> Iterator[Field]:
    """These fields and those of all their parts, depth first."""
    for field in fields:
        yield field
        yield from within(field.parts)


def at(model: type[BaseModel], path: Iterable[str | int]) -> Field | None:
    """The field that a path of an author leads to ("signalen", 0, "van"), or None when there is none."""
    found, here, is_name = None, fields_of(model), False
    for step in path:
        if isinstance(step, int) or is_name:
            is_name = False
            continue
        found = next((field for field in here if field.key == step), None)
        if found is None:
            return None
        here, is_name = found.parts, found.many is Many.NAMED
    return found


def is_printable(model: type[BaseModel], path: tuple[str | int, ...]) -> bool:
    """Whether an annex may print what stands at a path: no field on the way there is kept from it."""
    on_the_way = (at(model, path[:end]) for end in range(1, len(path) + 1))
    return all(field is None or field.in_annex for field in on_the_way)


def walk(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], object]]:
    """Yield (path in the author's own keys, value) for what an author wrote, depth first: a record, a part, a list.

    Models, tuples and mappings are entered; `Ref` and `PartialDate` are leaves.
    """
    yield path, value
    if isinstance(value, BaseModel):
        for field in fields_of(value):
            if field.attribute in value.model_fields_set:
                yield from walk(field.value(value), (*path, field.key))
    elif isinstance(value, tuple | list):
        for index, item in enumerate(value):
            yield from walk(item, (*path, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from walk(item, (*path, str(key)))


@cache
def _by_attribute(model: type[BaseModel]) -> dict[str, Field]:
    return {field.attribute: field for field in fields_of(model)}


@cache
def _walk(model: type[BaseModel], before: tuple[str, ...]) -> tuple[Field, ...]:
    return tuple(_field(model, name, info, before) for name, info in model.model_fields.items())


def _field(model: type[BaseModel], name: str, info: FieldInfo, before: tuple[str, ...]) -> Field:
    leaves = tuple(_leaves(info.annotation, tuple(info.metadata), Many.ONE))
    values = tuple(leaf for leaf in leaves if leaf.type is not Absence) or leaves
    main = next((leaf for leaf in values if get_origin(leaf.type) is not Literal), values[0])
    inner = main.type if isinstance(main.type, type) and issubclass(main.type, BaseModel) else None
    path = (*before, info.alias or name)
    extras = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
    return Field(
        owner=model,
        attribute=name,
        path=path,
        label=info.title or "",
        absent=str(extras.get(ABSENT, "")),
        help=info.description or "",
        in_annex=bool(extras.get(IN_ANNEX, True)),
        counts=COUNTED in main.notes,
        happened=HAPPENED in main.notes,
        looked=LOOKED in main.notes,
        identifies=IDENTIFIES in main.notes,
        shaped=any(getattr(note, "pattern", None) for note in main.notes),
        shape=_shape(main),
        many=main.many,
        stated=len(leaves) > len(values),
        required=info.is_required(),
        least=0
        if main.many is Many.ONE
        else max((getattr(note, "min_length", 0) for note in info.metadata), default=0),
        choices=tuple(choice for leaf in values for choice in _choices(leaf)),
        refers_to=_kinds(main),
        explained=next(((note.heading, note.note) for note in main.notes if isinstance(note, Printed)), ("", "")),
        model=inner,
        parts=_walk(inner, path) if inner else (),
    )


@dataclass(frozen=True)
class _Leaf:
    """One type that a field takes, with what stands beside it in `Annotated`."""

    type: object
    notes: tuple[object, ...]
    many: Many


def _leaves(annotation: object, notes: tuple[object, ...], many: Many) -> Iterator[_Leaf]:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        yield from _leaves(arguments[0], (*notes, *arguments[1:]), many)
    elif origin in (Union, types.UnionType):
        for argument in arguments:
            yield from _leaves(argument, notes, many)
    elif origin is tuple:
        yield from _leaves(arguments[0], (), Many.LIST)
    elif origin is dict:
        yield from _leaves(arguments[1], (), Many.NAMED)
    elif annotation is not types.NoneType:
        yield _Leaf(annotation, notes, many)


_SHAPES: dict[object, ValueShape] = {
    str: ValueShape.TEXT,
    PartialDate: ValueShape.DATE,
    Period: ValueShape.PERIOD,
    Decimal: ValueShape.NUMBER,
    int: ValueShape.NUMBER,
    bool: ValueShape.YES_NO,
    AbsenceKey: ValueShape.CHOICE,
    Ref: ValueShape.REFERENCE,
    Absence: ValueShape.ABSENCE,
}


def _shape(leaf: _Leaf) -> ValueShape:
    if isinstance(leaf.type, type) and issubclass(leaf.type, Quantity):
        return ValueShape.QUANTITY
    return ValueShape.CHOICE if _closed(leaf) else _SHAPES.get(leaf.type, ValueShape.PART)


def _closed(leaf: _Leaf) -> tuple[str, ...]:
    """The words of a closed list as an author types them."""
    if get_origin(leaf.type) is Literal:
        return get_args(leaf.type)
    return next((note.keys for note in leaf.notes if isinstance(note, OneOf)), ())


def _choices(leaf: _Leaf) -> Iterator[Choice]:
    if leaf.type is AbsenceKey:
        yield from (Choice(state.key, state.word, state) for state in ABSENCES)
    elif closed := _closed(leaf):
        states = {state.key: state for note in leaf.notes if isinstance(note, Printed) for state in note.states}
        yield from (Choice(key, word, states.get(key)) for key, word in printed(closed, leaf.notes).items())


def _kinds(leaf: _Leaf) -> tuple[str, ...]:
    makers = (note.func for note in leaf.notes if isinstance(note, BeforeValidator))
    return next((maker.kinds for maker in makers if isinstance(maker, ToRecord)), ())
