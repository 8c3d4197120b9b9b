"""The records of figures: measurements and the yearly complaints report.

In: plain data with Dutch keys. Out: frozen records. Sums across fields are checked in `validate`.
"""

from typing import Literal

from pydantic import Field

from weerklank.model.records import Record, Summary
from weerklank.model.values import (
    ID_PATTERN,
    SILENT,
    Absence,
    Citations,
    DateValue,
    DecisionRef,
    InitiativeRef,
    Number,
    Part,
    Period,
    Quantity,
    Stated,
    Tension,
    Texts,
    YesNo,
)


class Result(Part):
    """One figure of a measurement, or the reason why it is not there."""

    id: str = Field(alias="id", pattern=ID_PATTERN, description="Een id binnen deze meting.")
    series: str = Field(
        "", alias="reeks", pattern=r"^([a-z0-9]+(-[a-z0-9]+)*)?$", description="Zelfde maat over meer metingen."
    )
    subject: str = Field(alias="onderwerp", min_length=2, description="Waarover het gaat.")
    aspects: Texts = Field((), alias="aspecten", description="De aspecten die in dit ene cijfer zitten.")
    group: Stated[str] = Field(SILENT, alias="groep", description="Wie antwoordde.")
    group_note: str = Field("", alias="groep_toelichting", description="Bijvoorbeeld: volgens de context.")
    value: Stated[Quantity] = Field(alias="waarde", description="Het cijfer, of waarom het er niet is.")
    answer: Stated[str] = Field(SILENT, alias="antwoord", description="De woorden van de getelde antwoorden.")
    respondents: Stated[Quantity] = Field(SILENT, alias="n", description="Hoeveel antwoorden.")
    year: Stated[DateValue] = Field(SILENT, alias="jaar", description="Het jaar van dit cijfer.")
    year_note: str = Field("", alias="jaar_toelichting", description="Bijvoorbeeld: volgens de context.")
    citations: Citations = Field((), alias="bronnen", description="Waar het staat.")


class Origin(Part):
    """Who made the instrument, when, and where that service is now."""

    by: str = Field(alias="door", min_length=2, description="Wie het ontwikkelde.")
    on: Stated[DateValue] = Field(SILENT, alias="op", description="Wanneer.")
    now: str = Field("", alias="nu", description="Waar die dienst nu deel van is.")
    citations: Citations = Field((), alias="bronnen", description="Waar het staat.")


class Measurement(Record):
    """A measurement: how it was done and what it found."""

    summary: Summary = Field(alias="samenvatting", description="Samenvatting in hoogstens 320 tekens, zonder opmaak.")
    initiative: InitiativeRef = Field(alias="initiatief", description="De id van het initiatief.")
    subject: str = Field("", alias="onderwerp", description="Waarover de resultaten samen gaan.")
    period: Stated[Period] = Field(alias="periode", description="Wanneer gemeten.")
    developed: Stated[Origin] = Field(SILENT, alias="ontwikkeld", description="Wie het instrument ontwikkelde.")
    conducted_by: Stated[str] = Field(SILENT, alias="uitvoerder", description="Wie het uitvoerde.")
    method: Stated[str] = Field(SILENT, alias="methode", description="Hoe.")
    sample: Stated[str] = Field(SILENT, alias="steekproef", description="Hoe de deelnemers gekozen zijn.")
    response: Stated[Quantity] = Field(SILENT, alias="respons", description="Hoeveel er antwoordden.")
    margin: Stated[Quantity] = Field(SILENT, alias="foutenmarge", description="De foutenmarge.")
    cost: Stated[Quantity] = Field(SILENT, alias="kosten", description="Wat het kostte.")
    criteria: Stated[str] = Field(SILENT, alias="criteria", description="Waarop het beoordeeld wordt.")
    frequency: Stated[str] = Field(SILENT, alias="frequentie", description="Hoe vaak.")
    groups: Stated[Texts] = Field(SILENT, alias="doelgroepen", description="Wie bevraagd werd.")
    scale: Stated[Texts] = Field(SILENT, alias="schaal", description="De antwoorden, in volgorde.")
    trend: Stated[str] = Field(SILENT, alias="evolutie", description="De evolutie, als de bron die geeft.")
    other_answers: Stated[str] = Field(SILENT, alias="overige_antwoorden", description="Hoe de anderen antwoordden.")
    may_combine: YesNo = Field(False, alias="samen_te_tellen", description="ja: de cijfers mogen samengeteld worden.")  # noqa: FBT003
    results: tuple[Result, ...] = Field(alias="resultaten", min_length=1, description="De resultaten.")
    tensions: tuple[Tension, ...] = Field((), alias="tegenspraken", description="Waar bronnen twee dingen zeggen.")
    citations: Citations = Field(alias="bronnen", min_length=1, description="Waar het staat.")
    overall: Absence | None = Field(None, alias="eigen_meting", description="Waarom er geen eigen meting is.")
    decision: DecisionRef | None = Field(None, alias="beslissing", description="De beslissing over de methode.")


Count = Stated[Number]


class Breakdown(Part):
    """A division of a total. Exclusive parts must add up to it; multiple-choice parts may exceed it."""

    kind: Literal["uitsluitend", "meerkeuze"] = Field(
        alias="soort", description="uitsluitend: elk geval telt één keer."
    )
    total: Count = Field(SILENT, alias="totaal", description="Het totaal waarvan dit de delen zijn.")
    parts: dict[str, Count] = Field(alias="delen", description="Naam en aantal van elk deel.")


class ComplaintsYear(Record):
    """One year in the shape of the yearly report to the Vlaamse Ombudsdienst."""

    year: DateValue = Field(alias="jaar", description="Het jaar van het verslag.")
    total: Count = Field(SILENT, alias="totaal", description="Alle meldingen samen.")
    received: Count = Field(SILENT, alias="ontvangen", description="Ontvangen klachten.")
    not_a_complaint: Count = Field(SILENT, alias="geen_klacht", description="Meldingen die geen klacht zijn.")
    within_45: Count = Field(SILENT, alias="binnen_45_dagen", description="Beantwoord binnen 45 dagen.")
    over_45: Count = Field(SILENT, alias="na_45_dagen", description="Beantwoord na meer dan 45 dagen.")
    mean_days: Count = Field(SILENT, alias="gemiddeld_aantal_dagen", description="Gemiddelde behandeltermijn in dagen.")
    admissible: Count = Field(SILENT, alias="ontvankelijk", description="Ontvankelijke klachten.")
    inadmissible: Count = Field(SILENT, alias="onontvankelijk", description="Onontvankelijke klachten.")
    inadmissible_by: Breakdown | None = Field(None, alias="onontvankelijk_per_reden", description="Per reden.")
    outcome: Breakdown | None = Field(None, alias="gegrondheid", description="Gegrond, deels gegrond, ongegrond.")
    solved: Breakdown | None = Field(None, alias="oplossing", description="Opgelost, deels opgelost, niet opgelost.")
    norms: Breakdown | None = Field(None, alias="ombudsnormen", description="Per ombudsnorm.")
    carrier: Breakdown | None = Field(None, alias="drager", description="Per drager: brief, mail, telefoon, andere.")
    channel: Breakdown | None = Field(
        None, alias="kanaal", description="Per kanaal: burger, middenveld, kabinet, andere."
    )
    citations: Citations = Field(alias="bronnen", min_length=1, description="Waar het staat.")
