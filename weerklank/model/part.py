"""What every piece of a record is made with: its settings, and how one field of it is described.

In: nothing. Out: `Part`, the base of every class of the model, and `field`, which says in one place what a field is
called, what comes in it and how its absence is named. `fields` reads that back, for everything that needs to know.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, dataclass_transform, get_args, get_origin

from pydantic import BaseModel, ConfigDict, Field, StringConstraints
from pydantic_core import CoreSchema, PydanticUndefined, core_schema

from weerklank.states import State

ABSENT, IN_ANNEX = EXTRAS = ("absent", "in_annex")
"""What a field says beyond what pydantic knows of; it stands in the extras of its JSON Schema."""


def field(
    label: str,
    meaning: str,
    *,
    default: Any = PydanticUndefined,  # noqa: ANN401 - of the type of the field
    alias: str | None = None,
    absent: str = "",
    in_annex: bool = True,
    **rules: Any,  # noqa: ANN401 - as pydantic takes them: min_length, pattern, ge
) -> Any:  # noqa: ANN401 - the field gets its type from its annotation
    """Describe one field of a `Part`.

    `label`: what readers see before the value; `meaning`: what an author may put in it. `alias`: the key as the author
    types it. `absent`: what is missing when there is no value, as the subject of a sentence ("De werkvorm"); "" for a
    field whose absence says nothing by itself. `in_annex`: an annex may print it, so that one that is
    frozen grows old when it changes.
    """
    extras: dict[str, Any] = {ABSENT: absent, IN_ANNEX: in_annex}
    return Field(default, alias=alias, title=label, description=meaning, json_schema_extra=extras, **rules)


@dataclass(frozen=True)
class Identifies:
    """Beside a type, in `Annotated`: the text is an id, which names something to a program and nothing to a reader."""


IDENTIFIES = Identifies()
Identifier = Annotated[str, IDENTIFIES]

_ADDRESS = r'https?://[A-Za-z0-9À-ɏ._-]+(:[0-9]{1,5})?([/?#][^\s<>"\\]*)?'
"""What every program takes for an address: a host by its name, and nothing that would end it in a text or on a page."""

ADDRESS, ADDRESS_OR_NOTHING = f"^{_ADDRESS}$", f"^({_ADDRESS})?$"
Address = Annotated[str, StringConstraints(pattern=ADDRESS)]
AddressOrNothing = Annotated[str, StringConstraints(pattern=ADDRESS_OR_NOTHING)]


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(field,))
class Part(BaseModel, frozen=True):
    """Settings shared by every piece of a record: frozen, no unknown keys, Dutch keys outside, English names inside."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True, populate_by_name=False)


@dataclass(frozen=True)
class Printed:
    """How the choices of a closed list are printed; it stands with the choices, in `Annotated`.

    A choice that `words` does not name is printed as it is written, with spaces for underscores. `states`: the states
    that the choices are, when they are drawn; `heading` and `note` are above these where all codes are explained.
    """

    words: tuple[tuple[str, str], ...] = ()
    states: tuple[State, ...] = ()
    heading: str = ""
    note: str = ""


@dataclass(frozen=True)
class OneOf:
    """A closed list whose words follow from something else; it stands beside `str`, in `Annotated`."""

    keys: tuple[str, ...]

    def __get_pydantic_core_schema__(self, source: object, handler: object) -> CoreSchema:
        """What pydantic takes: these words, as in a `Literal`."""
        return core_schema.literal_schema(list(self.keys))


def words_of(closed: Any) -> Mapping[str, str]:  # noqa: ANN401 - an annotation
    """Choice -> the words to print, in order, of a closed list: a `Literal`, or one with `Printed`."""
    literal, *notes = get_args(closed) if get_origin(closed) is Annotated else (closed,)
    return printed(get_args(literal), notes)


def printed(keys: Iterable[str], notes: Iterable[object]) -> Mapping[str, str]:
    """The same, of the words of a list apart from what `Annotated` notes beside it."""
    own: dict[str, str] = {}
    for note in notes:
        if isinstance(note, Printed):
            own |= {**dict(note.words), **{state.key: state.word for state in note.states}}
    return {key: own.get(key, key.replace("_", " ")) for key in keys}
