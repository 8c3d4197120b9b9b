"""The yearly complaints report.

In: plain data with Dutch keys. Out: frozen records. Sums across fields are checked in `validate`.
"""

from typing import ClassVar, Literal

from weerklank.kinds import KINDS, Kind
from weerklank.model.dates import PastDate
from weerklank.model.numbers import Number, Whole
from weerklank.model.part import Part, field
from weerklank.model.records import Record
from weerklank.model.values import NOT_FILLED_IN, Citations, Stated, stated

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
