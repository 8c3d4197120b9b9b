"""The yearly complaints report: its figures, what they are divided into, and what complainants got.

In: plain data with Dutch keys. Out: frozen records. Sums across fields are checked in `validate`.
"""

from decimal import Decimal
from typing import Annotated, Any, ClassVar, Literal

from pydantic import model_validator

from weerklank.kinds import KINDS, Kind
from weerklank.model.dates import PastDate
from weerklank.model.numbers import Number, Whole, within_unit
from weerklank.model.part import Part, Printed, field
from weerklank.model.records import Record
from weerklank.model.values import (
    NOT_FILLED_IN,
    Absence,
    Citations,
    Many,
    Precision,
    Quantity,
    Stated,
    Tally,
    Tension,
    stated,
)

Count = Stated[Whole]
DividedFigure = Annotated[
    Literal["meldingen", "ontvangen", "ontvankelijk", "onontvankelijk"],
    Printed(
        (
            ("meldingen", "meldingen"),
            ("ontvangen", "ontvangen klachten"),
            ("ontvankelijk", "ontvankelijke klachten"),
            ("onontvankelijk", "onontvankelijke klachten"),
        )
    ),
]

WHOLES = {"meldingen": "total", "ontvangen": "received", "ontvankelijk": "admissible", "onontvankelijk": "inadmissible"}
"""What an author may name as the whole of a breakdown -> attribute of `ComplaintsYear`."""

USUAL = {
    "themes": "ontvangen",
    "inadmissible_by": "onontvankelijk",
    "outcome": "ontvankelijk",
    "carrier": "ontvangen",
    "channel": "ontvangen",
}
"""Breakdown -> what it divides where its author does not say so. What is solved is none of these."""


_HOW = "Hoe nauwkeurig de bron het aantal met deze naam zegt."
Loose = Annotated[Literal["ongeveer", "minstens", "hoogstens"], Printed()]
"""How a figure is said that is not exact."""


class Breakdown(Part, title="uitsplitsing"):
    """A division of a total. Exclusive parts must add up to it; multiple-choice parts may exceed it.

    Its parts are counts, or shares in percent where the source gives no more than these: one unit for all of them.
    """

    kind: Literal["uitsluitend", "meerkeuze"] = field(
        "Soort", "uitsluitend: elk geval telt één keer; meerkeuze: een geval kan meer keer tellen.", alias="soort"
    )
    whole: DividedFigure | None = field(
        "Van", "Welk aantal hier verdeeld is. Zonder dit veld het gewone aantal.", alias="van", default=None
    )
    unit: Literal["aantal", "procent"] | None = field(
        "Eenheid",
        "procent, als de bron geen aantallen geeft maar aandelen. Zonder dit veld zijn het aantallen.",
        alias="eenheid",
        default=None,
    )
    precision: Precision = field(
        "Precisie", "Hoe nauwkeurig de bron de delen zegt.", alias="precisie", default="zoals_vermeld"
    )
    total: Count = field("Totaal", "Het totaal waarvan dit de delen zijn.", alias="totaal", default=NOT_FILLED_IN)
    parts: dict[str, Count] = field(
        "Delen",
        "Het aantal van elk deel achter zijn woord, of het aandeel als de eenheid procent is.",
        alias="delen",
        min_length=1,
        absent="Het aantal",
    )

    @model_validator(mode="before")
    @classmethod
    def _shares_as_they_can_be(cls, value: Any) -> Any:  # noqa: ANN401 - pydantic hands over whatever the author wrote
        """A share of "57,333" has one reading: no share is 57 333 percent."""
        if not isinstance(value, dict) or not isinstance(parts := value.get("delen"), dict):
            return value
        unit = str(value.get("eenheid", ""))
        read = {name: within_unit(part, unit) if isinstance(part, str) else None for name, part in parts.items()}
        return {**value, "delen": {name: part if read[name] is None else read[name] for name, part in parts.items()}}

    @property
    def in_shares(self) -> bool:
        """Whether the parts are shares in percent, as the source gives them."""
        return self.unit == "procent"


class Division(Breakdown, title="eigen uitsplitsing"):
    """A division that the agency itself keeps: its words are those of the list, so that years line up."""

    name: str = field("Naam", "Waarnaar verdeeld is, bijvoorbeeld vervoermiddel.", alias="naam", min_length=2)

    @property
    def slug(self) -> str:
        """The name as a piece of an address: "soort-halte"."""
        plain = "".join(letter if letter.isalnum() and letter.isascii() else "-" for letter in self.name.casefold())
        return "-".join(filter(None, plain.split("-"))) or "eigen"


class Exactness(Part, title="precisie van de aantallen"):
    """How exactly the source says each figure of a year; attributes as those of the figures in `ComplaintsYear`."""

    total: Loose | None = field("Alle meldingen", _HOW, alias="totaal", default=None)
    received: Loose | None = field("Ontvangen klachten", _HOW, alias="ontvangen", default=None)
    not_a_complaint: Loose | None = field("Meldingen die geen klacht zijn", _HOW, alias="geen_klacht", default=None)
    within_45: Loose | None = field("Beantwoord binnen 45 dagen", _HOW, alias="binnen_45_dagen", default=None)
    over_45: Loose | None = field("Beantwoord na meer dan 45 dagen", _HOW, alias="na_45_dagen", default=None)
    mean_days: Loose | None = field("Gemiddelde behandeltermijn", _HOW, alias="gemiddeld_aantal_dagen", default=None)
    admissible: Loose | None = field("Ontvankelijke klachten", _HOW, alias="ontvankelijk", default=None)
    inadmissible: Loose | None = field("Onontvankelijke klachten", _HOW, alias="onontvankelijk", default=None)


class Compensation(Part, title="compensatie"):
    """What complainants got: of what kind, how often, and for how much together."""

    what: str = field("Wat", "Wat gegeven werd, bijvoorbeeld een nieuw ticket.", alias="wat", min_length=2)
    count: Stated[Tally] = stated("Aantal", "Hoe vaak.", "Het aantal compensaties", alias="aantal")
    amount: Stated[Quantity] = stated("Bedrag", "Voor hoeveel samen.", "Het bedrag van de compensaties", alias="bedrag")
    note: str = field("Toelichting", "Wat erbij hoort te weten.", alias="toelichting", default="")
    citations: Citations = field("Bronnen", "Waar het staat.", alias="bronnen", default=())


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
    exactness: Exactness | None = field(
        "Precisie",
        "Van elk aantal hierboven dat de bron niet exact zegt, hoe nauwkeurig: {ontvangen: ongeveer}.",
        alias="precisie",
        default=None,
    )
    themes: Breakdown | None = field(
        "Thema", "Waarover de klachten gaan: ids uit lijsten/klachtthemas.yaml.", alias="themas", default=None
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
    divisions: tuple[Division, ...] = field(
        "Eigen uitsplitsingen",
        "Uitsplitsingen van de dienst zelf, met woorden uit lijsten/klachtindelingen.yaml.",
        alias="uitsplitsingen",
        default=(),
    )
    compensations: Stated[Many[Compensation]] = stated(
        "Compensaties", "Wat klagers kregen, en hoe vaak.", "De compensaties", alias="compensaties"
    )
    tensions: tuple[Tension, ...] = field(
        "Tegenspraken", "Waar bronnen twee dingen zeggen.", alias="tegenspraken", default=()
    )
    citations: Citations = field("Bronnen", "Waar het staat.", alias="bronnen", min_length=1)

    def figure(self, name: str) -> Decimal | Absence | Quantity:
        """A figure by its attribute, as exactly as the source says it: a quantity where that is not exact."""
        value: Decimal | Absence = getattr(self, name)
        precision = self.precision_of(name)
        if isinstance(value, Absence) or not precision:
            return value
        return Quantity.model_validate({"waarde": value, "precisie": precision})

    def is_exact(self, *names: str) -> bool:
        """Whether the source says these figures exactly, or does not say otherwise: then they can be reckoned with."""
        return not any(map(self.precision_of, names))

    def precision_of(self, name: str) -> str:
        """How exactly the source says a figure; "" where it is exact or as it is stated."""
        return (getattr(self.exactness, name) if self.exactness is not None else None) or ""
