"""What is asked in parliament: a question of any kind with its parts, its answer and its annex.

In: plain data with Dutch keys. Out: frozen records. Missing parliamentary fields stay absences
and become placeholders.
"""

import re
from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, BeforeValidator, model_validator

from weerklank.kinds import KINDS, Kind, shown_by
from weerklank.model.dates import DateValue, DayValue, PastDate
from weerklank.model.numbers import Ordinal
from weerklank.model.part import Address, OneOf, Part, Printed, field
from weerklank.model.records import Record
from weerklank.model.values import (
    NOT_FILLED_IN,
    AnyRef,
    Citations,
    FormRef,
    LevelRef,
    Many,
    MeasurementRef,
    Period,
    PolicyFieldRef,
    QuestionRef,
    StakeholderRef,
    Stated,
    Tension,
    Texts,
    stated,
    to_texts,
)
from weerklank.states import COVERAGES

CoverageKey = Annotated[
    Literal[
        "volledig",
        "deels",
        "onrechtstreeks",
        "cijfer_niet_vermeld",
        "niet_gemeten",
        "niet_te_beoordelen",
        "niet_van_toepassing",
        "niet_vermeld",
    ],
    Printed(states=COVERAGES, heading="Hoe ver een antwoord gaat", note="Per deel van een vraag."),
]
_LABEL = re.compile(r"^(?:nr\.?|nummer)\s*(?=\d)", re.IGNORECASE)
QuestionNumber = Annotated[str, AfterValidator(lambda text: _LABEL.sub("", text))]
"""The number alone: what stands before it in a sentence is the program's, also where an author typed "nr. 12"."""
_SHORT_YEAR = re.compile(r"^(\d\d)(\d\d)\s*[-–/]\s*(\d\d)$")
SessionYear = Annotated[str, AfterValidator(lambda text: _SHORT_YEAR.sub(r"\1\2-\1\3", text.strip()))]
"""Both years in full, also where an author typed "2024-25"."""
QuestionKind = Literal["schriftelijke_vraag", "vraag_om_uitleg", "actuele_vraag", "interpellatie", "verzoek"]
WORKING_DAYS: Mapping[QuestionKind, int] = {"schriftelijke_vraag": 20}
"""The kinds of question that have to be answered within a term, with the working days that it counts."""
AnswerKind = Annotated[
    Literal["letterlijk", "samenvatting"],
    Printed(
        (
            ("letterlijk", "De volledige tekst, letterlijk."),
            ("samenvatting", "Een samenvatting van het antwoord, niet de letterlijke woorden."),
        )
    ),
]
References = Annotated[tuple[AnyRef, ...], BeforeValidator(to_texts)]


class Supply(Part, title="aan te vullen"):
    """What could still be written before the answer leaves, and who can write it."""

    who: Literal["dienst", "kabinet"] = field("Wie", "Wie het kan aanvullen.", alias="wie", in_annex=False)
    what: str = field("Wat", "Wat er nog bij kan, in één zin.", alias="wat", in_annex=False, min_length=3)


class Reader(Part, title="lezer"):
    """Somebody who judged how far the answer goes, on which day. Two readers are the rule."""

    who: str = field("Wie", "De naam van wie oordeelde.", alias="wie", in_annex=False, min_length=2)
    on: PastDate = field("Op", "De dag van dat oordeel.", alias="op", in_annex=False)


class InShort(Part, title="in het kort"):
    """What the answer gives to a sub-question, in one sentence of the author's own, and where it stands."""

    text: str = field(
        "In het kort", "Eén zin: wat het antwoord geeft, en wat het niet behandelt.", alias="tekst", min_length=3
    )
    citations: Citations = field("Bronnen", "Waar het staat.", alias="bronnen", default=())

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:  # noqa: ANN401 - pydantic hands over whatever the author wrote
        return {"tekst": value} if isinstance(value, str) else value


class QuestionPart(Part, title="deel van een deelvraag"):
    """One thing that a sub-question asks, and how far the answer covers it. `coverage` is None while nobody judged."""

    letter: str = field(
        "Letter", "De letter, leeg als er maar één deel is.", alias="letter", default="", pattern=r"^[a-z]?$"
    )
    asked: str = field("Gevraagd", "Wat gevraagd is, kort.", alias="vraag", min_length=2)
    coverage: CoverageKey | None = field(
        "Dekking",
        "Hoe ver het antwoord dit deel beantwoordt; leeg zolang niemand oordeelde.",
        alias="dekking",
        in_annex=False,
        default=None,
    )
    reason: str = field("Reden", "Waarom dat het oordeel is.", alias="reden", in_annex=False, default="")
    supply: Supply | None = field(
        "Aan te vullen",
        "Wat er nog bij kan voor het antwoord vertrekt.",
        alias="aan_te_vullen",
        in_annex=False,
        default=None,
    )
    answer: str = field("Antwoord", "Wat het antwoord erover zegt.", alias="antwoord", default="")
    rests_on: References = field(
        "Steunt op",
        "Records waarop dat steunt, bv. initiatief:heerlijk-helder; de wegwijzer van een bijlage noemt hun pagina’s.",
        alias="steunt_op",
        default=(),
    )
    citations: Citations = field("Bronnen", "Waar het staat.", alias="bronnen", default=())


class SubQuestion(Part, title="deelvraag"):
    """A numbered sub-question in the member's own words."""

    number: Ordinal = field("Nummer", "Het nummer.", alias="nr", ge=1)
    subject: str = field("Onderwerp", "Het onderwerp in enkele woorden.", alias="onderwerp", default="")
    text: str = field("Vraag", "De letterlijke vraag.", alias="tekst", min_length=5)
    in_short: InShort | None = field(
        "In het kort", "Wat het antwoord geeft, in één eigen zin.", alias="in_het_kort", default=None
    )
    parts: tuple[QuestionPart, ...] = field("Delen", "De delen van de vraag.", alias="delen", min_length=1)


class Selection(Part, title="selectie"):
    """Which records a part of the annex takes. Every filled key narrows; an empty selection takes all."""

    ids: Texts = field("Bij naam gekozen", "Alleen deze records, met hun id.", alias="ids", default=())
    policy_field: PolicyFieldRef | None = field(
        "Beleidsveld", "Alleen dit beleidsveld, met zijn id.", alias="beleidsveld", default=None
    )
    level: LevelRef | None = field("Niveau", "Alleen dit niveau.", alias="niveau", default=None)
    form: FormRef | None = field("Vorm", "Alleen deze werkvorm, met haar id.", alias="vorm", default=None)
    stakeholder: StakeholderRef | None = field(
        "Belanghebbende",
        "Alleen waar deze belanghebbende genoemd is, met zijn id.",
        alias="belanghebbende",
        default=None,
    )
    status: str | None = field(
        "Toestand", "Alleen met deze stand van zaken of deze laatste stap in het verloop.", alias="status", default=None
    )
    period: Period | None = field("Periode", "Alleen wat in deze periode valt.", alias="periode", default=None)


_SHOWN = tuple(kind.annex_part for kind in KINDS.values() if kind.annex_part)
PartKind = Annotated[
    str,
    OneOf(("wegwijzer", "tekst", *_SHOWN, "signalen", "meting", "grafiek", "klachten", "niet_vermeld", "dekking")),
]
ChartName = Literal["meting", "bijsturingen-per-toestand", "initiatieven-in-de-tijd", "wie-wordt-genoemd"]


class AnnexPart(Part, title="onderdeel van een bijlage"):
    """A part of the annex with its own options."""

    kind: PartKind = field("Soort", "Wat dit onderdeel is.", alias="soort")
    title: str = field("Titel", "De titel van het onderdeel.", alias="titel", min_length=2)
    text: str = field("Inleiding", "Een inleiding, in Markdown.", alias="tekst", default="")
    selection: Selection = field("Selectie", "Welke records.", alias="selectie", default=Selection())
    show: Literal["tabel", "fiches"] = field(
        "Weergave",
        "tabel: van elk record een rij met één zin. fiches: elk record verteld, met wat er gevraagd en gedaan is.",
        alias="weergave",
        default="tabel",
    )
    measurement: MeasurementRef | None = field("Meting", "De id van de meting.", alias="meting", default=None)
    chart: ChartName | None = field("Grafiek", "De naam van de grafiek.", alias="grafiek", default=None)

    @property
    def read(self) -> tuple[str, ...]:
        """The attributes that decide what a part of its kind shows, besides its title and its introduction."""
        shown = shown_by(self.kind)
        if self.kind == "grafiek":
            return ("chart", "measurement" if self.chart == "meting" else "selection")
        if self.kind in ("initiatieven", "bijsturingen") or (shown is not None and shown.is_selected):
            return ("selection", "show")
        return {"tekst": ("text",), "meting": ("measurement",), "signalen": ("selection",)}.get(self.kind, ())

    @property
    def shown(self) -> tuple[object, ...]:
        """What it shows: two parts of which this is equal show the same."""
        return (self.kind, *(getattr(self, name) for name in self.read))


class Annex(Part, title="bijlage"):
    """The annex of an answer: draft until it is frozen."""

    title: str = field("Titel", "De titel van de bijlage.", alias="titel", min_length=2)
    as_of: Stated[DateValue] = field(
        "Gegevens van", "De datum van de gegevens.", alias="toestand_op", default=NOT_FILLED_IN
    )
    status: Literal["ontwerp", "definitief"] = field(
        "Toestand", "Ontwerp (zonder dit veld ook) of definitief.", alias="status", in_annex=False, default="ontwerp"
    )
    public_from: DayValue | None = field(
        "Openbaar vanaf", "Vanaf wanneer openbaar.", alias="openbaar_vanaf", in_annex=False, default=None
    )
    coverage: Literal["intern", "openbaar"] = field(
        "Oordeel over de dekking",
        "Wie het oordeel over de dekking mag zien. Openbaar vraagt lezers, en een reden bij elk oordeel.",
        alias="dekking",
        in_annex=False,
        default="intern",
    )
    parts: tuple[AnnexPart, ...] = field("Onderdelen", "De onderdelen, in volgorde.", alias="onderdelen", min_length=1)


class Claim(Part, title="bewering"):
    """Something that the answer asserts without a figure or a document: printed as the claim of whoever made it."""

    text: str = field("Uitspraak", "Wat gezegd wordt zonder cijfer of stuk.", alias="tekst", min_length=3)
    by: str = field("Volgens", "Wie het zegt.", alias="door", min_length=2)
    citations: Citations = field("Bronnen", "Waar het staat.", alias="bronnen", min_length=1)


class Converted(Part, title="omzetting"):
    """A question that was another kind before: a written one that got no answer in time and became an oral one."""

    kind: QuestionKind = field("Was", "Welke soort vraag het eerst was.", alias="uit")
    number: QuestionNumber = field("Nummer", "Het nummer dat ze toen had.", alias="nummer", default="")
    on: Stated[PastDate] = stated("Omgezet op", "Wanneer.", "De datum van de omzetting", alias="op")
    citations: Citations = field("Bronnen", "Waar dat staat.", alias="bronnen", default=())


class Question(Record):
    """A question with its answer and annex. `body` is the minister's answer, or what a report says of it."""

    KIND: ClassVar[Kind] = KINDS["vraag"]
    DATED: ClassVar[str] = "asked_on"

    @property
    def coverage_is_public(self) -> bool:
        """Whether readers may see how far the answer goes: only where the agency says so."""
        return self.annex is not None and self.annex.coverage == "openbaar"

    @property
    def has_term(self) -> bool:
        """Whether a question of this kind has to be answered within a number of days."""
        return self.kind in WORKING_DAYS

    kind: QuestionKind = field("Soort", "Wat voor vraag het is.", alias="soort", default="schriftelijke_vraag")
    converted: Many[Converted] = field(
        "Omgezet", "Wat voor vraag het eerst was, als ze van soort veranderde.", alias="omgezet", default=()
    )
    number: Stated[QuestionNumber] = stated("Nummer", "Het nummer van de vraag.", "Het nummer", alias="nummer")
    session_year: Stated[SessionYear] = stated(
        "Zittingsjaar", "Bijvoorbeeld 2019-2020.", "Het zittingsjaar", alias="zittingsjaar"
    )
    askers: Stated[Many[str]] = stated(
        "Vraagsteller", "Wie de vraag stelde: één naam, of een lijst.", "De vraagsteller", alias="vraagsteller"
    )
    ministers: Stated[Many[str]] = stated(
        "Minister",
        "Aan wie, met lidwoord: “de minister van …”. Eén, of een lijst.",
        "De minister",
        alias="minister",
    )
    committee: str = field(
        "Commissie",
        "In welke commissie ze gesteld is, met lidwoord: “de commissie voor …”.",
        alias="commissie",
        default="",
    )
    asked_on: Stated[PastDate] = stated(
        "Datum van de vraag", "Wanneer gesteld.", "De datum van de vraag", alias="datum_gesteld"
    )
    answered_on: Stated[PastDate] = stated(
        "Datum van het antwoord", "Wanneer beantwoord.", "De datum van het antwoord", alias="datum_antwoord"
    )
    passed_on: PastDate | None = field(
        "Doorgestuurd op", "Wanneer de dienst de vraag kreeg.", alias="doorgestuurd_op", in_annex=False, default=None
    )
    to_cabinet_on: PastDate | None = field(
        "Naar het kabinet op",
        "Wanneer het ontwerp naar het kabinet ging.",
        alias="naar_kabinet_op",
        in_annex=False,
        default=None,
    )
    term: Stated[str] = stated(
        "Op tijd beantwoord",
        "Of het antwoord op tijd kwam; alleen bij een soort vraag met een termijn.",
        "Of het antwoord op tijd kwam",
        alias="termijn",
    )
    url: Stated[Address] = stated(
        "Bij het parlement", "Het adres bij het parlement.", "Het adres bij het parlement", alias="url"
    )
    refers_to: Annotated[tuple[QuestionRef, ...], BeforeValidator(to_texts)] = field(
        "Verwijst naar",
        "Eerdere vragen, met hun id; bij een opvolgvraag die waarop ze volgt.",
        alias="verwijst_naar",
        in_annex=False,
        default=(),
    )
    answer_kind: AnswerKind = field(
        "Tekst van het antwoord",
        "Of de tekst het antwoord letterlijk geeft, of samengevat. Een samenvatting wordt nergens letterlijk genoemd.",
        alias="antwoord_soort",
        default="letterlijk",
    )
    subject: str = field("Onderwerp", "Het onderwerp, voor in de aanhef van de bijlage.", alias="onderwerp", default="")
    introduction: str = field("Inleiding", "De inleiding van de vraagsteller zelf.", alias="inleiding", default="")
    sub_questions: tuple[SubQuestion, ...] = field("Deelvragen", "De deelvragen.", alias="deelvragen", min_length=1)
    readers: tuple[Reader, ...] = field(
        "Lezers", "Wie oordeelde over de dekking, en wanneer.", alias="lezers", in_annex=False, default=()
    )
    claims: tuple[Claim, ...] = field(
        "Uitspraken", "Wat het antwoord zegt zonder cijfer of stuk.", alias="beweringen", default=()
    )
    tensions: tuple[Tension, ...] = field(
        "Tegenspraken", "Waar bronnen twee dingen zeggen.", alias="tegenspraken", default=()
    )
    annex: Annex | None = field("Bijlage", "De bijlage bij het antwoord.", alias="bijlage", default=None)
    citations: Citations = field("Bronnen", "Waar het staat.", alias="bronnen", default=())
