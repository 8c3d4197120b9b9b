"""The records of figures: measurements and the yearly complaints report.

In: plain data with Dutch keys. Out: frozen records. Sums across fields are checked in `validate`.
"""

from typing import ClassVar, Literal

from weerklank.kinds import KINDS, Kind
from weerklank.model.dates import PastDate
from weerklank.model.numbers import Number, Whole
from weerklank.model.part import Part, field
from weerklank.model.records import Record, Summary
from weerklank.model.values import (
    ID_PATTERN,
    NOT_FILLED_IN,
    Absence,
    Citations,
    DecisionRef,
    InitiativeRef,
    Period,
    Quantity,
    Stated,
    Tally,
    Tension,
    Texts,
    YesNo,
    stated,
)


class Result(Part, title="resultaat"):
    """One figure of a measurement, or the reason why it is not there."""

    id: str = field("Id", "Een id binnen deze meting.", alias="id", pattern=ID_PATTERN)
    series: str = field(
        "Reeks", "Zelfde maat over meer metingen.", alias="reeks", default="", pattern=r"^([a-z0-9]+(-[a-z0-9]+)*)?$"
    )
    subject: str = field("Onderwerp", "Waarover het gaat.", alias="onderwerp", min_length=2)
    aspects: Texts = field("Aspecten", "De aspecten die in dit ene cijfer zitten.", alias="aspecten", default=())
    group: Stated[str] = stated("Groep", "Wie antwoordde.", "De groep die antwoordde", alias="groep")
    group_note: str = field(
        "Toelichting bij de groep", "Bijvoorbeeld: volgens de context.", alias="groep_toelichting", default=""
    )
    value: Stated[Quantity] = field(
        "Waarde", "Het cijfer, of waarom het er niet is.", alias="waarde", absent="Het cijfer"
    )
    answer: Stated[str] = stated(
        "Getelde antwoorden", "De woorden van de getelde antwoorden.", "De getelde antwoorden", alias="antwoord"
    )
    respondents: Stated[Tally] = stated("Aantal antwoorden", "Hoeveel antwoorden.", "Het aantal antwoorden", alias="n")
    year: Stated[PastDate] = stated("Jaar", "Het jaar van dit cijfer.", "Het jaar van het cijfer", alias="jaar")
    year_note: str = field(
        "Toelichting bij het jaar", "Bijvoorbeeld: volgens de context.", alias="jaar_toelichting", default=""
    )
    citations: Citations = field("Bronnen", "Waar het staat.", alias="bronnen", default=())


class Origin(Part, title="herkomst van een meting"):
    """Who made the instrument, when, and where that service is now."""

    by: str = field("Door", "Wie het ontwikkelde.", alias="door", min_length=2)
    on: Stated[PastDate] = stated("Op", "Wanneer.", "Wanneer het instrument ontwikkeld is", alias="op")
    now: str = field("Die dienst is nu deel van", "Waar die dienst nu deel van is.", alias="nu", default="")
    citations: Citations = field("Bronnen", "Waar het staat.", alias="bronnen", default=())


class Measurement(Record):
    """A measurement: how it was done and what it found."""

    KIND: ClassVar[Kind] = KINDS["meting"]
    DATED: ClassVar[str] = "period"

    summary: Summary = field(
        "Samenvatting", "Samenvatting in hoogstens 320 tekens, zonder opmaak.", alias="samenvatting"
    )
    initiative: InitiativeRef = field("Hoort bij", "De id van het initiatief.", alias="initiatief")
    subject: str = field("Onderwerp", "Waarover de resultaten samen gaan.", alias="onderwerp", default="")
    period: Stated[Period] = field("Wanneer", "Wanneer gemeten.", alias="periode", absent="Wanneer")
    developed: Stated[Origin] = stated(
        "Ontwikkeld", "Wie het instrument ontwikkelde.", "Wie het instrument ontwikkelde", alias="ontwikkeld"
    )
    conducted_by: Stated[str] = stated("Uitvoerder", "Wie het uitvoerde.", "De uitvoerder", alias="uitvoerder")
    method: Stated[str] = stated("Methode", "Hoe.", "De methode", alias="methode")
    sample: Stated[str] = stated("Steekproef", "Hoe de deelnemers gekozen zijn.", "De steekproef", alias="steekproef")
    response: Stated[Tally] = stated("Respons", "Hoeveel er antwoordden.", "De respons", alias="respons")
    margin: Stated[Quantity] = stated("Foutenmarge", "De foutenmarge.", "De foutenmarge", alias="foutenmarge")
    cost: Stated[Quantity] = stated("Kosten", "Wat het kostte.", "De kosten", alias="kosten")
    criteria: Stated[str] = stated("Criteria", "Waarop het beoordeeld wordt.", "De criteria", alias="criteria")
    frequency: Stated[str] = stated("Hoe vaak", "Hoe vaak.", "Hoe vaak gemeten wordt", alias="frequentie")
    groups: Stated[Texts] = stated("Doelgroepen", "Wie bevraagd werd.", "De doelgroepen", alias="doelgroepen")
    scale: Stated[Texts] = stated(
        "Antwoordschaal", "De antwoorden, in volgorde.", "De volledige antwoordschaal", alias="schaal"
    )
    trend: Stated[str] = stated("Evolutie", "De evolutie, als de bron die geeft.", "De evolutie", alias="evolutie")
    other_answers: Stated[str] = stated(
        "Overige antwoorden",
        "Hoe de anderen antwoordden.",
        "De verdeling van de overige antwoorden",
        alias="overige_antwoorden",
    )
    may_combine: YesNo = field(
        "Samen te tellen", "ja: de cijfers mogen samengeteld worden.", alias="samen_te_tellen", default=False
    )
    results: tuple[Result, ...] = field("Resultaten", "De resultaten.", alias="resultaten", min_length=1)
    tensions: tuple[Tension, ...] = field(
        "Tegenspraken", "Waar bronnen twee dingen zeggen.", alias="tegenspraken", default=()
    )
    citations: Citations = field("Bronnen", "Waar het staat.", alias="bronnen", min_length=1)
    overall: Absence | None = field(
        "Eigen meting in cijfers",
        "Waarom er geen eigen meting is.",
        alias="eigen_meting",
        default=None,
        absent="Een eigen meting in cijfers",
    )
    decision: DecisionRef | None = field(
        "Beslissing", "De beslissing over de methode.", alias="beslissing", default=None
    )


Count = Stated[Whole]


class Breakdown(Part, title="uitsplitsing"):
    """A division of a total. Exclusive parts must add up to it; multiple-choice parts may exceed it."""

    kind: Literal["uitsluitend", "meerkeuze"] = field("Soort", "uitsluitend: elk geval telt één keer.", alias="soort")
    total: Count = field("Totaal", "Het totaal waarvan dit de delen zijn.", alias="totaal", default=NOT_FILLED_IN)
    parts: dict[str, Count] = field("Delen", "Naam en aantal van elk deel.", alias="delen", absent="Het aantal")


class ComplaintsYear(Record):
    """One year in the shape of the yearly report to the Vlaamse Ombudsdienst."""

    KIND: ClassVar[Kind] = KINDS["klachtenjaar"]
    DATED: ClassVar[str] = "year"

    year: PastDate = field("Jaar", "Het jaar van het verslag.", alias="jaar")
    total: Count = stated("Alle meldingen", "Alle meldingen samen.", "Alle meldingen", alias="totaal")
    received: Count = stated("Ontvangen klachten", "Ontvangen klachten.", "De ontvangen klachten", alias="ontvangen")
    not_a_complaint: Count = stated(
        "Meldingen die geen klacht zijn",
        "Meldingen die geen klacht zijn.",
        "De meldingen die geen klacht zijn",
        alias="geen_klacht",
    )
    within_45: Count = stated(
        "Beantwoord binnen 45 dagen",
        "Beantwoord binnen 45 dagen.",
        "Wat binnen 45 dagen beantwoord is",
        alias="binnen_45_dagen",
    )
    over_45: Count = stated(
        "Beantwoord na meer dan 45 dagen",
        "Beantwoord na meer dan 45 dagen.",
        "Wat na meer dan 45 dagen beantwoord is",
        alias="na_45_dagen",
    )
    mean_days: Stated[Number] = stated(
        "Gemiddelde behandeltermijn, in dagen",
        "Gemiddelde behandeltermijn in dagen.",
        "De gemiddelde behandeltermijn",
        alias="gemiddeld_aantal_dagen",
    )
    admissible: Count = stated(
        "Ontvankelijke klachten", "Ontvankelijke klachten.", "De ontvankelijke klachten", alias="ontvankelijk"
    )
    inadmissible: Count = stated(
        "Onontvankelijke klachten", "Onontvankelijke klachten.", "De onontvankelijke klachten", alias="onontvankelijk"
    )
    inadmissible_by: Breakdown | None = field(
        "Onontvankelijk", "Per reden.", alias="onontvankelijk_per_reden", default=None
    )
    outcome: Breakdown | None = field(
        "Gegrondheid", "Gegrond, deels gegrond, ongegrond.", alias="gegrondheid", default=None
    )
    solved: Breakdown | None = field(
        "Oplossing", "Opgelost, deels opgelost, niet opgelost.", alias="oplossing", default=None
    )
    norms: Breakdown | None = field("Ombudsnorm", "Per ombudsnorm.", alias="ombudsnormen", default=None)
    carrier: Breakdown | None = field(
        "Drager", "Per drager: brief, mail, telefoon, andere.", alias="drager", default=None
    )
    channel: Breakdown | None = field(
        "Kanaal", "Per kanaal: burger, middenveld, kabinet, andere.", alias="kanaal", default=None
    )
    citations: Citations = field("Bronnen", "Waar het staat.", alias="bronnen", min_length=1)
