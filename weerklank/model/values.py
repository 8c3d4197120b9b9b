"""Value types of the content model: vague dates, periods, quantities, absences, citations, references.

In: text as the author typed it (every YAML scalar is a string). Out: frozen typed values.
Errors are `PydanticCustomError` with our own type names; `validate` words them in Dutch.
"""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Literal, Self, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    InstanceOf,
    Tag,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError, PydanticKnownError

from weerklank.states import ABSENCES, State, absence

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_ABSENCE_KEYS = frozenset(state.key for state in ABSENCES)


class Part(BaseModel):
    """Settings shared by every piece of a record: frozen, no unknown keys, Dutch keys outside, English names inside."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, populate_by_name=False)


# --- dates -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, order=True)
class PartialDate:
    """A date as precisely as it is known: year, year and month, or a full day (ISO 8601). Sorts by what is known."""

    year: int
    month: int = 0
    day: int = 0

    @property
    def iso(self) -> str:
        """ISO 8601 text of the same precision: `2019`, `2019-06` or `2019-06-12`."""
        parts = [f"{self.year:04d}"] + [f"{part:02d}" for part in (self.month, self.day) if part]
        return "-".join(parts)

    @property
    def first_day(self) -> date:
        """The first day that this date can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    def surely_before(self, other: "PartialDate") -> bool:
        """Whether it is earlier however either is to be filled in: 2019 is not surely before 2019-06."""
        for own, its in ((self.year, other.year), (self.month, other.month), (self.day, other.day)):
            if not own or not its:
                return False
            if own != its:
                return own < its
        return False


_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def _to_date(value: object) -> object:
    if isinstance(value, PartialDate):
        return value
    if not isinstance(value, str):
        raise PydanticKnownError("string_type")
    found = _DATE.fullmatch(value.strip())
    if not found:
        raise PydanticCustomError("datum_vorm", "date shape", {"waarde": value})
    year, month, day = (int(part or 0) for part in found.groups())
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        raise PydanticCustomError("datum_bestaat_niet", "no such date", {"waarde": value}) from None
    if (found[2] and not month) or (found[3] and not day):
        raise PydanticCustomError("datum_bestaat_niet", "no such date", {"waarde": value})
    return PartialDate(year, month, day)


DateValue = Annotated[
    InstanceOf[PartialDate],
    BeforeValidator(_to_date),
    WithJsonSchema(
        {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$", "examples": ["2019", "2019-06", "2019-06-12"]}
    ),
]

NOW = PartialDate(9999)
"""The end of a period that still runs (`heden`): sorts after every date."""


def _to_end(value: object) -> object:
    return NOW if value == "heden" else _to_date(value)


EndValue = Annotated[
    InstanceOf[PartialDate],
    BeforeValidator(_to_end),
    WithJsonSchema(
        {"type": "string", "pattern": r"^(\d{4}(-\d{2}(-\d{2})?)?|heden)$", "examples": ["2019-06", "heden"]}
    ),
]

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


# --- references ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, order=True)
class Ref:
    """A reference to another record (`kind` as in `content`, singular) or to a word of a controlled list."""

    kind: str
    id: str


def _reference(kind: str) -> BeforeValidator:
    def convert(value: object) -> object:
        if isinstance(value, Ref) and value.kind == kind:
            return value
        if not isinstance(value, str):
            raise PydanticKnownError("string_type")
        if not re.fullmatch(ID_PATTERN, value.strip()):
            raise PydanticCustomError("verwijzing_vorm", "reference shape", {"waarde": value, "soort": kind})
        return Ref(kind, value.strip())

    return BeforeValidator(convert)


_ID_SCHEMA = WithJsonSchema({"type": "string", "pattern": ID_PATTERN})
InitiativeRef = Annotated[InstanceOf[Ref], _reference("initiatief"), _ID_SCHEMA]
AdjustmentRef = Annotated[InstanceOf[Ref], _reference("bijsturing"), _ID_SCHEMA]
MeasurementRef = Annotated[InstanceOf[Ref], _reference("meting"), _ID_SCHEMA]
DecisionRef = Annotated[InstanceOf[Ref], _reference("beslissing"), _ID_SCHEMA]
SourceRef = Annotated[InstanceOf[Ref], _reference("bron"), _ID_SCHEMA]
QuestionRef = Annotated[InstanceOf[Ref], _reference("vraag"), _ID_SCHEMA]
PolicyFieldRef = Annotated[InstanceOf[Ref], _reference("beleidsveld"), _ID_SCHEMA]
StakeholderRef = Annotated[InstanceOf[Ref], _reference("belanghebbende"), _ID_SCHEMA]
FormRef = Annotated[InstanceOf[Ref], _reference("vorm"), _ID_SCHEMA]
RoleRef = Annotated[InstanceOf[Ref], _reference("rol"), _ID_SCHEMA]

ANY_KINDS = ("initiatief", "bijsturing", "meting", "klachtenjaar", "beslissing", "bron", "vraag", "begrip")


def _to_any_reference(value: object) -> object:
    if isinstance(value, Ref):
        return value
    if not isinstance(value, str):
        raise PydanticKnownError("string_type")
    kind, colon, name = value.strip().partition(":")
    if not colon or kind not in ANY_KINDS or not re.fullmatch(ID_PATTERN, name):
        raise PydanticCustomError("verwijzing_soort", "reference with kind", {"waarde": value})
    return Ref(kind, name)


AnyRef = Annotated[
    InstanceOf[Ref],
    BeforeValidator(_to_any_reference),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": rf"^({'|'.join(ANY_KINDS)}):[a-z0-9]+(-[a-z0-9]+)*$",
            "examples": ["initiatief:heerlijk-helder"],
        }
    ),
]


# --- citations, publication, change notes ----------------------------------------------------------------------------


class Citation(Part):
    """Where a fact comes from: source, place in it, and the literal words."""

    source: SourceRef = Field(alias="bron", description="De id van de bron in de map bronnen.")
    place: str = Field("", alias="plaats", description="De plaats in de bron, bijvoorbeeld “antwoord, alinea 12”.")
    quotation: str = Field("", alias="citaat", description="De letterlijke woorden. […] staat voor weggelaten woorden.")


Citations = Annotated[tuple[Citation, ...], BeforeValidator(to_tuple)]


class Publication(Part):
    """Whether and from when a record may be seen by the public."""

    status: Literal["concept", "intern", "openbaar"] = Field("openbaar", description="Wie het mag zien.")
    since: DateValue | None = Field(None, alias="vanaf", description="Vanaf wanneer het openbaar is.")

    def is_public(self, on: date) -> bool:
        """True when the public may see it on this day."""
        return self.status == "openbaar" and (self.since is None or self.since.first_day <= on)


class ChangeNote(Part):
    """One line of the public correction history."""

    date: DateValue = Field(alias="datum", description="Wanneer het veranderde.")
    text: str = Field(alias="tekst", min_length=3, description="Wat er veranderde, voor de lezer.")


# --- absence ---------------------------------------------------------------------------------------------------------


class AbsenceKey(StrEnum):
    """The six states of a value that is not there."""

    NOT_MEASURED = "niet_gemeten"
    FIGURE_NOT_STATED = "cijfer_niet_vermeld"
    NOT_STATED = "niet_vermeld"
    PLANNED = "gepland"
    NOT_APPLICABLE = "niet_van_toepassing"
    QUALITATIVE = "kwalitatief"


class Absence(Part):
    """A value that is not there, with its state and, where known, why and who says so. Written bare or as a mapping."""

    key: AbsenceKey = Field(alias="toestand", description="Waarom er geen waarde is.")
    reason: str = Field("", alias="reden", description="De reden, of wat er wel staat.")
    decision: DecisionRef | None = Field(None, alias="beslissing", description="De beslissing die het verklaart.")
    citations: Citations = Field((), alias="bronnen", description="Waar dat staat.")

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
        return self

    @property
    def state(self) -> State:
        """The state with its word and shape."""
        return absence(self.key.value)


def which(value: object) -> str:
    """The tag of a stated value: `toestand` for an absence, else `waarde`."""
    if isinstance(value, Absence):
        return "toestand"
    if isinstance(value, str):
        return "toestand" if value.strip() in _ABSENCE_KEYS else "waarde"
    return "toestand" if isinstance(value, dict) and "toestand" in value else "waarde"


T = TypeVar("T")
Many = Annotated[tuple[T, ...], BeforeValidator(to_tuple)]
"""A list; a single value is a list of one."""
Stated = Annotated[Annotated[T, Tag("waarde")] | Annotated[Absence, Tag("toestand")], Discriminator(which)]
"""A value, or the reason why there is none. An omitted field is `niet_vermeld`. Error paths hold the tag: skip it."""

SILENT = Absence.model_validate("niet_vermeld")


# --- periods and quantities ------------------------------------------------------------------------------------------


class Period(Part):
    """When and how often. Every part is optional; `literal` keeps the wording of a vague source."""

    start: DateValue | None = Field(None, alias="van", description="Het begin, zo precies als bekend.")
    end: EndValue | None = Field(None, alias="tot", description="Het einde, of heden.")
    frequency: Frequency | None = Field(None, alias="frequentie", description="Hoe vaak.")
    literal: str = Field("", alias="letterlijk", description="De woorden van de bron, als die vaag zijn.")
    citations: Citations = Field((), alias="bronnen", description="Waar dat staat.")

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


# Python also reads "1_000", "1e9", "NaN" and the digits of other scripts as numbers; no author means these.
_NUMBER = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?")


def _to_decimal(value: object) -> object:
    if isinstance(value, Decimal):
        return value
    if not isinstance(value, str):
        raise PydanticKnownError("decimal_type")
    text = re.sub(r"[ \u00a0\u202f]", "", value)
    if not _NUMBER.fullmatch(text):
        raise PydanticCustomError("getal_vorm", "not a number", {"waarde": value})
    return Decimal(text.replace(",", "."))


Number = Annotated[Decimal, BeforeValidator(_to_decimal), WithJsonSchema({"type": ["number", "string"]})]
Precision = Literal["exact", "ongeveer", "minstens", "hoogstens"]


class Quantity(Part):
    """A number with unit and precision. `value` is an exact decimal, never a binary float."""

    value: Number = Field(alias="waarde", description="Het getal, met een komma of een punt voor de decimalen.")
    unit: str = Field("", alias="eenheid", description="De eenheid, bijvoorbeeld procent of experten.")
    precision: Precision = Field("exact", alias="precisie", description="Hoe nauwkeurig de bron het zegt.")
    literal: str = Field("", alias="letterlijk", description="De woorden van de bron.")
    citations: Citations = Field((), alias="bronnen", description="Waar dat staat.")

    @model_validator(mode="before")
    @classmethod
    def _from_number(cls, value: Any) -> Any:  # noqa: ANN401 - pydantic hands over whatever the author wrote
        return {"waarde": value} if isinstance(value, str) else value


class Reading(Part):
    """One of two or more things that sources say about the same subject."""

    citation: Citation = Field(alias="bron", description="De bron met de letterlijke woorden.")
    note: str = Field("", alias="toelichting", description="Wat erbij hoort te weten.")


class Tension(Part):
    """Sources, or one source, say two things: both are shown, no choice is made."""

    subject: str = Field(alias="onderwerp", description="Waarover de lezingen verschillen.")
    readings: tuple[Reading, ...] = Field(alias="lezingen", min_length=2, description="De lezingen, elk met haar bron.")
    note: str = Field("", alias="toelichting", description="Wat de lezer erbij moet weten.")
