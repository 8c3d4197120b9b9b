"""The written parliamentary question, its parts, its answer and its annex.

In: plain data with Dutch keys. Out: a frozen record. Missing parliamentary fields stay absences
and become placeholders.
"""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from weerklank.model.records import Level, Record
from weerklank.model.values import (
    SILENT,
    AnyRef,
    Citations,
    DateValue,
    FormRef,
    MeasurementRef,
    Part,
    Period,
    PolicyFieldRef,
    QuestionRef,
    StakeholderRef,
    Stated,
    Tension,
    Texts,
    to_texts,
)

CoverageKey = Literal["volledig", "deels", "onrechtstreeks", "cijfer_niet_vermeld", "niet_vermeld"]
References = Annotated[tuple[AnyRef, ...], BeforeValidator(to_texts)]


class QuestionPart(Part):
    """One thing that a sub-question asks, and how far the answer covers it."""

    letter: str = Field("", alias="letter", pattern=r"^[a-z]?$", description="De letter, leeg als er maar één deel is.")
    asked: str = Field(alias="vraag", min_length=2, description="Wat gevraagd is, kort.")
    coverage: CoverageKey = Field(alias="dekking", description="Hoe ver het antwoord dit deel beantwoordt.")
    answer: str = Field("", alias="antwoord", description="Wat het antwoord erover zegt.")
    rests_on: References = Field(
        (), alias="steunt_op", description="Records waarop dat steunt, bv. initiatief:heerlijk-helder."
    )
    citations: Citations = Field((), alias="bronnen", description="Waar het staat.")


class SubQuestion(Part):
    """A numbered sub-question in the member's own words."""

    number: int = Field(alias="nr", ge=1, description="Het nummer.")
    subject: str = Field("", alias="onderwerp", description="Het onderwerp in enkele woorden.")
    text: str = Field(alias="tekst", min_length=5, description="De letterlijke vraag.")
    parts: tuple[QuestionPart, ...] = Field(alias="delen", min_length=1, description="De delen van de vraag.")


class Selection(Part):
    """Which records a part of the annex takes. Every filled key narrows; an empty selection takes all."""

    ids: Texts = Field((), alias="ids", description="Alleen deze records, met hun id.")
    policy_field: PolicyFieldRef | None = Field(
        None, alias="beleidsveld", description="Alleen dit beleidsveld, met zijn id."
    )
    level: Level | None = Field(None, alias="niveau", description="Alleen dit niveau.")
    form: FormRef | None = Field(None, alias="vorm", description="Alleen deze werkvorm, met haar id.")
    stakeholder: StakeholderRef | None = Field(
        None, alias="belanghebbende", description="Alleen waar deze belanghebbende genoemd is, met zijn id."
    )
    status: str | None = Field(
        None, alias="status", description="Alleen met deze stand van zaken of deze laatste stap in het verloop."
    )
    period: Period | None = Field(None, alias="periode", description="Alleen wat in deze periode valt.")


PartKind = Literal[
    "dekking",
    "antwoorden",
    "tekst",
    "initiatieven",
    "bijsturingen",
    "meting",
    "grafiek",
    "klachten",
    "lacunes",
    "begrippen",
    "bronnen",
]
ChartName = Literal["meting", "bijsturingen-per-toestand", "initiatieven-in-de-tijd", "wie-werd-gehoord"]


class AnnexPart(Part):
    """A part of the annex with its own options."""

    kind: PartKind = Field(alias="soort", description="Wat dit onderdeel is.")
    title: str = Field(alias="titel", min_length=2, description="De titel van het onderdeel.")
    text: str = Field("", alias="tekst", description="Een inleiding, in Markdown.")
    selection: Selection = Field(Selection(), alias="selectie", description="Welke records.")
    show: Literal["tabel", "fiches"] = Field(
        "tabel", alias="weergave", description="Als tabel of als volledige fiches."
    )
    measurement: MeasurementRef | None = Field(None, alias="meting", description="De id van de meting.")
    chart: ChartName | None = Field(None, alias="grafiek", description="De naam van de grafiek.")


class Annex(Part):
    """The annex of an answer: draft until it is frozen."""

    title: str = Field(alias="titel", min_length=2, description="De titel van de bijlage.")
    as_of: Stated[DateValue] = Field(SILENT, alias="toestand_op", description="De datum van de gegevens.")
    status: Literal["ontwerp", "definitief"] = Field("ontwerp", alias="status", description="Ontwerp of definitief.")
    public_from: DateValue | None = Field(None, alias="openbaar_vanaf", description="Vanaf wanneer openbaar.")
    parts: tuple[AnnexPart, ...] = Field(alias="onderdelen", min_length=1, description="De onderdelen, in volgorde.")


class Claim(Part):
    """Something that the answer asserts without a figure or a document: printed as the claim of whoever made it."""

    text: str = Field(alias="tekst", min_length=3, description="Wat beweerd wordt.")
    by: str = Field(alias="door", min_length=2, description="Wie het beweert.")
    citations: Citations = Field(alias="bronnen", min_length=1, description="Waar het staat.")


class Question(Record):
    """A written question with its answer and annex. `body` is the minister's answer."""

    number: Stated[str] = Field(SILENT, alias="nummer", description="Het nummer van de vraag.")
    session_year: Stated[str] = Field(SILENT, alias="zittingsjaar", description="Bijvoorbeeld 2019-2020.")
    asker: Stated[str] = Field(SILENT, alias="vraagsteller", description="Wie de vraag stelde.")
    minister: Stated[str] = Field(SILENT, alias="minister", description="Aan welke minister.")
    asked_on: Stated[DateValue] = Field(SILENT, alias="datum_gesteld", description="Wanneer gesteld.")
    answered_on: Stated[DateValue] = Field(SILENT, alias="datum_antwoord", description="Wanneer beantwoord.")
    term: Stated[str] = Field(SILENT, alias="termijn", description="Of het antwoord op tijd kwam.")
    url: Stated[str] = Field(SILENT, alias="url", description="Het adres bij het parlement.")
    refers_to: tuple[QuestionRef, ...] = Field((), alias="verwijst_naar", description="Eerdere vragen.")
    subject: str = Field("", alias="onderwerp", description="Het onderwerp, voor in de aanhef van de bijlage.")
    introduction: str = Field("", alias="inleiding", description="De inleiding van de vraagsteller zelf.")
    sub_questions: tuple[SubQuestion, ...] = Field(alias="deelvragen", min_length=1, description="De deelvragen.")
    claims: tuple[Claim, ...] = Field(
        (), alias="beweringen", description="Wat het antwoord beweert zonder cijfer of stuk."
    )
    tensions: tuple[Tension, ...] = Field((), alias="tegenspraken", description="Waar bronnen twee dingen zeggen.")
    annex: Annex | None = Field(None, alias="bijlage", description="De bijlage bij het antwoord.")
    citations: Citations = Field((), alias="bronnen", description="Waar het staat.")
