"""Value types of the content model: periods, quantities, absences, citations, references.

In: text as the author typed it (every YAML scalar is a string). Out: frozen typed values.
Errors are `PydanticCustomError` with our own type names; `validate` words them in Dutch.
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Literal, Self, TypeGuard, TypeVar

from pydantic import (
    BeforeValidator,
    Discriminator,
    Field,
    InstanceOf,
    SerializerFunctionWrapHandler,
    Tag,
    ValidationInfo,
    WithJsonSchema,
    model_serializer,
    model_validator,
)
from pydantic_core import PydanticCustomError, PydanticKnownError

from weerklank.kinds import KINDS
from weerklank.model.dates import DateValue, DayValue, EndValue, PastDate
from weerklank.model.numbers import COUNTED, Number, within_unit
from weerklank.model.part import Part, Printed, field
from weerklank.states import ABSENCES, LEFT_OUT, State, absence

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_ABSENCE_KEYS = frozenset(state.key for state in ABSENCES)

Frequency = Literal[
    "eenmalig", "jaarlijks", "halfjaarlijks", "driemaandelijks", "maandelijks", "doorlopend", "onregelmatig"
]


def _to_yes_no(value: object) -> object:
    if value not in ("ja", "nee"):
        raise PydanticKnownError("bool_parsing")
    return value == "ja"


YesNo = Annotated[bool, BeforeValidator(_to_yes_no), WithJsonSchema({"enum": ["ja", "nee"]})]


def to_tuple(value: object) -> object:
    """A single value where a list is expected is a list of one: authors expect it."""
    return value if value is None or isinstance(value, list | tuple) else [value]


def to_texts(value: object) -> object:
    """A single text where a list of texts is expected is a list of one."""
    return [value] if isinstance(value, str) else value


Texts = Annotated[tuple[str, ...], BeforeValidator(to_texts)]
"""A list of texts; a single text is a list of one."""
SomeTexts = Annotated[Texts, Field(min_length=1)]
"""The same where an absence says that there are none."""


# --- references ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, order=True)
class Ref:
    """A reference to another record (`kind` as in `content`, singular) or to a word of a controlled list."""

    kind: str
    id: str


@dataclass(frozen=True)
class ToRecord:
    """Turns an id into a reference. `kinds`: where it may lead; with more than one, the author writes the kind too.

    `underscores`: these were keys of the program once, and may still be written with an underscore.
    """

    kinds: tuple[str, ...]
    underscores: bool = False

    def __call__(self, value: object) -> object:
        """Return the reference that an author wrote."""
        if isinstance(value, Ref) and value.kind in self.kinds:
            return value
        if not isinstance(value, str):
            raise PydanticKnownError("string_type")
        text = value.strip().replace("_", "-") if self.underscores else value.strip()
        kind, _, name = (self.kinds[0], "", text) if len(self.kinds) == 1 else text.partition(":")
        if kind not in self.kinds or not re.fullmatch(ID_PATTERN, name):
            if len(self.kinds) > 1:
                raise PydanticCustomError("verwijzing_soort", "reference with kind", {"waarde": value})
            raise PydanticCustomError("verwijzing_vorm", "reference shape", {"waarde": value, "soort": kind})
        return Ref(kind, name)


_ID_SCHEMA = WithJsonSchema({"type": "string", "pattern": ID_PATTERN})
_WORD_SCHEMA = WithJsonSchema({"type": "string", "pattern": r"^[a-z0-9]+([-_][a-z0-9]+)*$"})
InitiativeRef = Annotated[InstanceOf[Ref], BeforeValidator(ToRecord(("initiatief",))), _ID_SCHEMA]
AdjustmentRef = Annotated[InstanceOf[Ref], BeforeValidator(ToRecord(("bijsturing",))), _ID_SCHEMA]
MeasurementRef = Annotated[InstanceOf[Ref], BeforeValidator(ToRecord(("meting",))), _ID_SCHEMA]
DecisionRef = Annotated[InstanceOf[Ref], BeforeValidator(ToRecord(("beslissing",))), _ID_SCHEMA]
SourceRef = Annotated[InstanceOf[Ref], BeforeValidator(ToRecord(("bron",))), _ID_SCHEMA]
ComplaintsRef = Annotated[InstanceOf[Ref], BeforeValidator(ToRecord(("klachtenjaar",))), _ID_SCHEMA]
QuestionRef = Annotated[InstanceOf[Ref], BeforeValidator(ToRecord(("vraag",))), _ID_SCHEMA]
PolicyFieldRef = Annotated[InstanceOf[Ref], BeforeValidator(ToRecord(("beleidsveld",))), _ID_SCHEMA]
StakeholderRef = Annotated[InstanceOf[Ref], BeforeValidator(ToRecord(("belanghebbende",))), _ID_SCHEMA]
FormRef = Annotated[InstanceOf[Ref], BeforeValidator(ToRecord(("vorm",))), _ID_SCHEMA]
ThemeRef = Annotated[InstanceOf[Ref], BeforeValidator(ToRecord(("klachtthema",))), _ID_SCHEMA]
RoleRef = Annotated[InstanceOf[Ref], BeforeValidator(ToRecord(("rol",))), _ID_SCHEMA]
LevelRef = Annotated[InstanceOf[Ref], BeforeValidator(ToRecord(("niveau",))), _ID_SCHEMA]
AdjustmentKindRef = Annotated[InstanceOf[Ref], BeforeValidator(ToRecord(("bijsturingssoort",))), _ID_SCHEMA]
SourceKindRef = Annotated[InstanceOf[Ref], BeforeValidator(ToRecord(("bronsoort",), underscores=True)), _WORD_SCHEMA]

_SUPPORTING = tuple(kind.name for kind in KINDS.values() if kind.supports)
AnyRef = Annotated[
    InstanceOf[Ref],
    BeforeValidator(ToRecord(_SUPPORTING)),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": rf"^({'|'.join(_SUPPORTING)}):[a-z0-9]+(-[a-z0-9]+)*$",
            "examples": ["initiatief:heerlijk-helder"],
        }
    ),
]


# --- citations, publication, change notes ----------------------------------------------------------------------------


class Review(Part, title="nagekeken"):
    """That a person compared the words with the value. Shown to authors only. `seal`: of what was compared."""

    by: str = field("Door", "Wie het nakeek.", alias="door", in_annex=False, min_length=2)
    on: PastDate = field("Op", "De dag.", alias="op", in_annex=False)
    verdict: Literal["ja", "deels", "nee"] = field("Oordeel", "Of het er staat.", alias="oordeel", in_annex=False)
    seal: str = field("Zegel", "Het zegel dat check noemt.", alias="zegel", in_annex=False, default="")


DEFAULT_SOURCE = "bron"
"""The key at the top of a record of its default source; in the context of validation, that source."""


class Citation(Part, title="bronvermelding"):
    """Where a fact comes from: source, place in it, and the literal words. May be written as just these words."""

    source: SourceRef = field("Bron", "De id van de bron in de map bronnen.", alias="bron")
    place: str = field(
        "Plaats",
        "De plaats in de bron. Is de tekst bewaard en verdeeld (tekstdelen), dan rekent het programma ze uit.",
        alias="plaats",
        default="",
    )
    quotation: str = field(
        "Citaat", "De letterlijke woorden. […] staat voor weggelaten woorden.", alias="citaat", default=""
    )
    review: Review | None = field(
        "Nagekeken", "Dat iemand de woorden met de waarde vergeleek.", alias="nagekeken", in_annex=False, default=None
    )

    @model_validator(mode="before")
    @classmethod
    def _from_words(cls, value: Any, info: ValidationInfo) -> Any:  # noqa: ANN401 - whatever the author wrote
        written = {"citaat": value} if isinstance(value, str) else value
        usual = (info.context or {}).get(DEFAULT_SOURCE)
        return {DEFAULT_SOURCE: usual, **written} if usual and isinstance(written, dict) else written


Citations = Annotated[tuple[Citation, ...], BeforeValidator(to_tuple)]


class Publication(Part, title="publicatie"):
    """Whether and from when a record may be seen by the public."""

    status: Literal["concept", "intern", "openbaar"] = field(
        "Wie het mag zien", "Wie het mag zien.", default="openbaar"
    )
    since: DayValue | None = field("Openbaar vanaf", "Vanaf wanneer het openbaar is.", alias="vanaf", default=None)

    def is_public(self, on: date) -> bool:
        """True when the public may see it on this day."""
        return self.status == "openbaar" and (self.since is None or self.since.first_day <= on)


class ChangeNote(Part, title="wijziging"):
    """One line of the public correction history."""

    date: PastDate = field("Datum", "Wanneer het veranderde.", alias="datum")
    text: str = field("Wat er veranderde", "Wat er veranderde, voor de lezer.", alias="tekst", min_length=3)


# --- absence ---------------------------------------------------------------------------------------------------------


class AbsenceKey(StrEnum):
    """The states of a value that is not there."""

    NOT_MEASURED = "niet_gemeten"
    FIGURE_NOT_STATED = "cijfer_niet_vermeld"
    NOT_STATED = "niet_vermeld"
    PLANNED = "gepland"
    NOT_APPLICABLE = "niet_van_toepassing"
    QUALITATIVE = "kwalitatief"
    SHIELDED = "afgeschermd"
    ON_REQUEST = "ter_inzage"


class Absence(Part, title="toestand"):
    """A value that is not there, with its state and, where known, why and who says so. Written bare or as a mapping."""

    key: AbsenceKey = field("Toestand", "Waarom er geen waarde is.", alias="toestand")
    reason: str = field("Reden", "De reden, of wat er wel staat.", alias="reden", default="")
    decision: DecisionRef | None = field(
        "Beslissing", "De beslissing die het verklaart.", alias="beslissing", default=None
    )
    citations: Citations = field("Bronnen", "Waar dat staat.", alias="bronnen", default=())

    @model_validator(mode="before")
    @classmethod
    def _from_word(cls, value: Any) -> Any:  # noqa: ANN401 - pydantic hands over whatever the author wrote
        if isinstance(value, str):
            return {"toestand": value}
        if isinstance(value, dict) and "bron" in value and "bronnen" not in value:
            rest = {key: item for key, item in value.items() if key != "bron"}
            source = value["bron"]
            return {**rest, "bronnen": [source if isinstance(source, dict) else {"bron": source}]}
        return value

    @model_validator(mode="after")
    def _needs_reason(self) -> Self:
        if self.key is AbsenceKey.NOT_MEASURED and not self.reason and self.decision is None:
            raise PydanticCustomError("niet_gemeten_zonder_reden", "not measured needs a reason or a decision")
        if self.key is AbsenceKey.ON_REQUEST and not self.reason:
            raise PydanticCustomError("ter_inzage_zonder_waar", "on request needs a place")
        return self

    @model_serializer(mode="wrap")
    def _left_out_is_nothing(self, handler: SerializerFunctionWrapHandler) -> Any:  # noqa: ANN401 - plain data
        """What an author left out is nothing in data, so that a version of the data tells it from a written state."""
        return None if isinstance(self, LeftOut) else handler(self)

    @property
    def state(self) -> State:
        """The state with its word and shape."""
        return absence(self.key.value)


class LeftOut(Absence):
    """What an author has not come to yet: it says nothing of the source. The default of a field, never typed."""

    @property
    def state(self) -> State:
        """A dash, wherever it has to be printed."""
        return LEFT_OUT


def said_absent(value: object) -> TypeGuard[Absence]:
    """Whether an author wrote that it is not there. What is not filled in yet is neither there nor absent."""
    return isinstance(value, Absence) and not isinstance(value, LeftOut)


def which(value: object) -> str:
    """The tag of a stated value: `toestand` for an absence, else `waarde`."""
    if isinstance(value, Absence):
        return "toestand"
    if isinstance(value, str):
        return "toestand" if value.strip() in _ABSENCE_KEYS else "waarde"
    return "toestand" if isinstance(value, dict) and "toestand" in value else "waarde"


T = TypeVar("T")
Many = Annotated[tuple[T, ...], Field(min_length=1), BeforeValidator(to_tuple)]
"""A list; a single value is a list of one."""
Stated = Annotated[Annotated[T, Tag("waarde")] | Annotated[Absence, Tag("toestand")], Discriminator(which)]
"""A value, or the reason why there is none. An omitted field is `NOT_FILLED_IN`. Error paths hold the tag: skip it."""

SILENT = Absence.model_validate("niet_vermeld")
NOT_FILLED_IN = LeftOut.model_validate("niet_vermeld")


def stated(label: str, meaning: str, absent: str, *, alias: str) -> Any:  # noqa: ANN401 - as `field`
    """Describe a field that is not filled in unless the author says otherwise; see `field`."""
    return field(label, meaning, default=NOT_FILLED_IN, alias=alias, absent=absent)


# --- periods and quantities ------------------------------------------------------------------------------------------


class Period(Part, title="periode"):
    """When and how often. Every part is optional; `literal` keeps the wording of a vague source."""

    start: DateValue | None = field("Van", "Het begin, zo precies als bekend.", alias="van", default=None)
    end: EndValue | None = field("Tot", "Het einde, of heden.", alias="tot", default=None)
    frequency: Frequency | None = field("Hoe vaak", "Hoe vaak.", alias="frequentie", default=None)
    literal: str = field(
        "Woorden van de bron", "De woorden van de bron, als die vaag zijn.", alias="letterlijk", default=""
    )
    citations: Citations = field("Bronnen", "Waar dat staat.", alias="bronnen", default=())

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.start is None and self.end is None and self.frequency is None and not self.literal:
            raise PydanticCustomError("periode_leeg", "empty period")
        return self

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.end is not None and self.start is not None and self.end.surely_before(self.start):
            raise PydanticCustomError("periode_omgekeerd", "ends before it starts")
        return self


Precision = Annotated[
    Literal["zoals_vermeld", "exact", "ongeveer", "minstens", "hoogstens"],
    Printed((("zoals_vermeld", ""), ("exact", ""))),
]


class Quantity(Part, title="hoeveelheid"):
    """A number with unit and precision. `value` is an exact decimal, never a binary float."""

    value: Number = field("Getal", "Het getal, met een komma of een punt voor de decimalen.", alias="waarde")
    unit: str = field("Eenheid", "De eenheid, bijvoorbeeld procent of experten.", alias="eenheid", default="")
    precision: Precision = field(
        "Precisie", "Hoe nauwkeurig de bron het zegt.", alias="precisie", default="zoals_vermeld"
    )
    literal: str = field("Woorden van de bron", "De woorden van de bron.", alias="letterlijk", default="")
    citations: Citations = field("Bronnen", "Waar dat staat.", alias="bronnen", default=())

    @model_validator(mode="before")
    @classmethod
    def _from_number(cls, value: Any) -> Any:  # noqa: ANN401 - pydantic hands over whatever the author wrote
        if isinstance(value, dict) and isinstance(typed := value.get("waarde"), str):
            number = within_unit(typed, str(value.get("eenheid", "")))
            return value if number is None else {**value, "waarde": number}
        return {"waarde": value} if isinstance(value, str) else value


Tally = Annotated[Quantity, COUNTED]
"""A quantity that says how many there are."""


class Reading(Part, title="lezing"):
    """One of two or more things that sources say about the same subject."""

    citation: Citation = field("Bron", "De bron met de letterlijke woorden.", alias="bron")
    note: str = field("Toelichting", "Wat erbij hoort te weten.", alias="toelichting", default="")


class Tension(Part, title="tegenspraak"):
    """Sources, or one source, say two things: both are shown, no choice is made."""

    subject: str = field("Onderwerp", "Waarover de lezingen verschillen.", alias="onderwerp")
    readings: tuple[Reading, ...] = field("Lezingen", "De lezingen, elk met haar bron.", alias="lezingen", min_length=2)
    note: str = field("Toelichting", "Wat de lezer erbij moet weten.", alias="toelichting", default="")
