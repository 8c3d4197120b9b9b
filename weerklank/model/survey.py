"""Measurements: what was asked of whom, how, and what came out of it, figure by figure.

In: plain data with Dutch keys. Out: frozen records. What must hold between results is checked in `validate`.
"""

from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from weerklank.kinds import KINDS, Kind
from weerklank.model.dates import NOW, DateValue, EndValue, PastDate
from weerklank.model.numbers import COUNTED, Number
from weerklank.model.part import Identifier, Part, Printed, field
from weerklank.model.records import Record, Summary
from weerklank.model.values import (
    ID_PATTERN,
    Absence,
    Citations,
    DecisionRef,
    InitiativeRef,
    Many,
    Period,
    Quantity,
    SomeTexts,
    Stated,
    Tally,
    Tension,
    Texts,
    YesNo,
    stated,
)

Choice = Annotated[
    Literal["iedereen", "toevallig", "niet_toevallig", "zelfselectie"],
    Printed(
        (
            ("iedereen", "iedereen uitgenodigd"),
            ("toevallig", "toevallig gekozen"),
            ("niet_toevallig", "niet toevallig gekozen"),
            ("zelfselectie", "wie zelf wilde (zelfselectie)"),
        )
    ),
]
Mode = Annotated[Literal["online", "post", "telefoon", "aan_huis", "gemengd"], Printed()]
Basis = Annotated[
    Literal["met_weet_niet", "zonder_weet_niet"],
    Printed(
        (
            ("met_weet_niet", "met wie het niet weet of geen mening heeft"),
            ("zonder_weet_niet", "zonder wie het niet weet of geen mening heeft"),
        )
    ),
]
Vat = Annotated[
    Literal["inclusief", "exclusief", "niet_vermeld"],
    Printed((("inclusief", "met btw"), ("exclusief", "zonder btw"), ("niet_vermeld", "btw niet vermeld"))),
]


class Scale(Part, title="schaal"):
    """The answers that could be given: the lowest and highest number, the words in order, or both."""

    low: Number | None = field("Laagste", "Het laagste dat kan.", alias="laagste", default=None)
    high: Number | None = field("Hoogste", "Het hoogste dat kan.", alias="hoogste", default=None)
    labels: Texts = field("Antwoorden", "De antwoorden, in volgorde.", alias="antwoorden", default=())

    @model_validator(mode="before")
    @classmethod
    def _from_labels(cls, value: Any) -> Any:  # noqa: ANN401 - pydantic hands over whatever the author wrote
        return {"antwoorden": value} if isinstance(value, str | list) else value

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        both = self.low is not None and self.high is not None
        if (self.low is None) != (self.high is None) or not (both or self.labels):
            raise PydanticCustomError("schaal_vorm", "lowest and highest, or labels")
        if self.low is not None and self.high is not None and self.low >= self.high:
            raise PydanticCustomError("schaal_vorm", "lowest below highest")
        return self


class Yearly(Quantity, title="aantal van een jaar"):
    """How many, in the year that they were counted in; where there was one measurement that goes without saying."""

    year: PastDate | None = field("Jaar", "Van welk jaar het is.", alias="jaar", default=None)


class Cost(Quantity, title="kosten"):
    """What it cost, of which year, and whether VAT is in it."""

    year: PastDate | None = field("Jaar", "Van welk jaar het is.", alias="jaar", default=None)
    vat: Vat | None = field("Btw", "Of de btw erin zit.", alias="btw", default=None)


POINTS = "procentpunt"
_PERCENT = ("procent", "%", "percent", "procentpunten", "%-punt")


class Margin(Quantity, title="foutenmarge"):
    """A margin of error, to either side of a figure: of a percentage it is one in percentage points, however typed."""

    @model_validator(mode="after")
    def _in_points(self) -> Self:
        return self.in_points() if self.unit.strip().casefold() in _PERCENT else self

    def in_points(self) -> Self:
        """The same in percentage points."""
        return self.model_copy(update={"unit": POINTS})


class Target(Part, title="streefwaarde"):
    """What a series should reach, or must, and in which years that held."""

    value: Quantity = field("Waarde", "Het cijfer dat gehaald moet worden.", alias="waarde")
    name: str = field("Naam", "Hoe het heet, bijvoorbeeld norm.", alias="naam", default="streefcijfer", min_length=2)
    start: DateValue = field("Van", "Vanaf wanneer het gold.", alias="van")
    end: EndValue = field("Tot", "Tot wanneer, of heden.", alias="tot", default=NOW)
    citations: Citations = field("Bronnen", "Waar dat staat.", alias="bronnen", default=())

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.end.surely_before(self.start):
            raise PydanticCustomError("periode_omgekeerd", "ends before it starts")
        return self


class Break(Part, title="breuk"):
    """From which year on a series measures otherwise, so that no line runs across, and why."""

    year: PastDate = field("Jaar", "Het eerste jaar dat anders gemeten is.", alias="jaar")
    reason: str = field("Reden", "Wat er anders was.", alias="reden", min_length=3)
    citations: Citations = field("Bronnen", "Waar dat staat.", alias="bronnen", default=())


class Series(Part, title="reeks"):
    """What holds for one indicator over the years; results name it by its id, in this measurement and in others."""

    id: Identifier = field("Id", "De id die resultaten bij “reeks” noemen.", alias="id", pattern=ID_PATTERN)
    name: str = field("Naam", "Hoe de reeks heet; anders het onderwerp.", alias="naam", default="")
    question: str = field("Vraag", "De vraag zoals ze gesteld is.", alias="vraagtekst", default="")
    scale: Scale | None = field(
        "Antwoordschaal",
        "De schaal van deze reeks, voor elk cijfer zonder schaal van zichzelf.",
        alias="schaal",
        default=None,
    )
    targets: Many[Target] = field(
        "Streefwaarde", "Streefcijfers of normen, met de jaren waarin ze golden.", alias="streefwaarde", default=()
    )
    breaks: Many[Break] = field(
        "Breuk", "Jaren vanaf welke anders gemeten is: daar loopt geen lijn door.", alias="breuk", default=()
    )


class Result(Part, title="resultaat"):
    """One figure of a measurement, or the reason why it is not there."""

    id: Identifier = field("Id", "Een id binnen deze meting.", alias="id", pattern=ID_PATTERN)
    series: Identifier = field(
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
    margin: Stated[Margin] = stated(
        "Foutenmarge",
        "De foutenmarge van dit cijfer: het getal alleen. Bij een percentage is ze in procentpunt, bij een score in "
        "punten van die score. Het teken ± zet de site ervoor.",
        "De foutenmarge van het cijfer",
        alias="foutenmarge",
    )
    question: Stated[str] = stated("Vraag", "De vraag zoals ze gesteld is.", "De vraagtekst", alias="vraagtekst")
    scale: Scale | None = field(
        "Antwoordschaal",
        "De schaal van dit cijfer, waar ze anders is dan die van de reeks of de meting.",
        alias="schaal",
        default=None,
    )
    citations: Citations = field("Bronnen", "Waar het staat.", alias="bronnen", default=())

    @model_validator(mode="after")
    def _margin_of_a_share(self) -> Self:
        """A margin without a unit beside a percentage is one in percentage points."""
        if isinstance(self.margin, Margin) and not self.margin.unit and _is_share(self.value):
            return self.model_copy(update={"margin": self.margin.in_points()})
        return self


def _is_share(value: object) -> bool:
    return isinstance(value, Quantity) and value.unit.strip().casefold() in _PERCENT


class Origin(Part, title="herkomst van een meting"):
    """Who made the instrument, when, and where that service is now."""

    by: str = field("Door", "Wie het ontwikkelde.", alias="door", min_length=2)
    on: Stated[PastDate] = stated("Op", "Wanneer.", "Wanneer het instrument ontwikkeld is", alias="op")
    now: str = field("Die dienst is nu deel van", "Waar die dienst nu deel van is.", alias="nu", default="")
    citations: Citations = field("Bronnen", "Waar het staat.", alias="bronnen", default=())


Counted = Annotated[Yearly, COUNTED]
Official = Annotated[
    Literal["ja", "nee"], Printed((("ja", "wel officiële statistiek"), ("nee", "geen officiële statistiek")))
]


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
    commissioned_by: Stated[str] = stated(
        "Opdrachtgever", "Wie het liet doen.", "De opdrachtgever", alias="opdrachtgever"
    )
    conducted_by: Stated[str] = stated("Uitvoerder", "Wie het uitvoerde.", "De uitvoerder", alias="uitvoerder")
    method: Stated[str] = stated("Methode", "Hoe.", "De methode", alias="methode")
    sample: Stated[str] = stated("Steekproef", "Hoe de deelnemers gekozen zijn.", "De steekproef", alias="steekproef")
    population: Stated[str] = stated("Populatie", "Over wie de cijfers iets zeggen.", "De populatie", alias="populatie")
    choice: Stated[Choice] = stated(
        "Keuze van de deelnemers", "Hoe men erbij kwam.", "Hoe de deelnemers gekozen zijn", alias="keuze"
    )
    mode: Stated[Mode] = stated("Wijze", "Langs welke weg gevraagd is.", "De wijze van bevragen", alias="wijze")
    fieldwork: Stated[Period] = stated(
        "Veldwerk", "Van wanneer tot wanneer antwoorden binnenkwamen.", "De dagen van het veldwerk", alias="veldwerk"
    )
    invited: Stated[Many[Counted]] = stated(
        "Uitgenodigd", "Hoeveel er gevraagd zijn.", "Het aantal uitgenodigden", alias="uitgenodigd"
    )
    completed: Stated[Many[Counted]] = stated(
        "Ingevuld", "Hoeveel er antwoordden.", "Het aantal ingevulde vragenlijsten", alias="ingevuld"
    )
    question: Stated[str] = stated(
        "Vraag", "De vraag, als ze voor alle resultaten dezelfde is.", "De vraagtekst", alias="vraagtekst"
    )
    weighted: Stated[str] = stated("Gewogen", "Waarop gewogen is, of nee.", "De weging", alias="gewogen")
    basis: Stated[Basis] = stated(
        "Basis", "Of wie het niet weet of geen mening heeft, meetelt.", "De basis", alias="basis"
    )
    limits: Stated[str] = stated("Beperkingen", "Wat de cijfers niet zeggen.", "De beperkingen", alias="beperkingen")
    official: Stated[Official] = stated(
        "Statuut",
        "Of het officiële statistiek is.",
        "Of het officiële statistiek is",
        alias="officiele_statistiek",
    )
    margin: Stated[Margin] = stated(
        "Foutenmarge",
        "De foutenmarge van alle cijfers, in procentpunt als het percentages zijn.",
        "De foutenmarge",
        alias="foutenmarge",
    )
    cost: Stated[Many[Cost]] = stated("Kosten", "Wat het kostte, met btw en jaar.", "De kosten", alias="kosten")
    criteria: Stated[str] = stated("Criteria", "Waarop het beoordeeld wordt.", "De criteria", alias="criteria")
    frequency: Stated[str] = stated("Hoe vaak", "Hoe vaak.", "Hoe vaak gemeten wordt", alias="frequentie")
    groups: Stated[SomeTexts] = stated("Doelgroepen", "Wie bevraagd werd.", "De doelgroepen", alias="doelgroepen")
    scale: Stated[Scale] = stated(
        "Antwoordschaal",
        "Laagste en hoogste, en de antwoorden in volgorde. Ze geldt voor een score op die schaal, en voor een aandeel "
        "waarvan “antwoord” er een woord van noemt, als het cijfer of zijn reeks geen eigen schaal heeft.",
        "De volledige antwoordschaal",
        alias="schaal",
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
    series: tuple[Series, ...] = field(
        "Reeksen", "Wat voor een reeks geldt: naam, streefwaarde, breuk, schaal.", alias="reeksen", default=()
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

    @model_validator(mode="after")
    def _margin_of_shares(self) -> Self:
        """The same of the margin of all figures, where each of them is a percentage."""
        shares = [_is_share(one.value) for one in self.results if isinstance(one.value, Quantity)]
        if isinstance(self.margin, Margin) and not self.margin.unit and shares and all(shares):
            return self.model_copy(update={"margin": self.margin.in_points()})
        return self
