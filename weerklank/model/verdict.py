"""What those who gave a signal, or were promised something, say of what came of it: their verdict, in their words.

In: plain data with Dutch keys. Out: frozen records. It stands beside the status that the agency gives, and is never
part of that: no count of what was done reads it.
"""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Discriminator, Tag

from weerklank.model.dates import PastDate
from weerklank.model.part import Part, Printed, field
from weerklank.model.values import Citations, StakeholderRef, Stated, stated, to_tuple
from weerklank.states import Shape, State

VERDICTS: tuple[State, ...] = (
    State("volstaat", "volstaat", Shape.STATED, "Wie erom vroeg, zegt dat het volstaat."),
    State("volstaat_deels", "volstaat deels", Shape.PARTLY, "Wie erom vroeg, zegt dat het voor een deel volstaat."),
    State("volstaat_niet", "volstaat niet", Shape.DECIDED, "Wie erom vroeg, zegt dat het niet volstaat."),
)
"""How the other side judges what came of its signal, or of what it was promised."""

VerdictKey = Annotated[
    Literal["volstaat", "volstaat_deels", "volstaat_niet"],
    Printed(
        states=VERDICTS,
        heading="Oordeel van wie erom vroeg",
        note="In de eigen woorden van die partij. De toestand van een bijsturing of toezegging hangt er niet van af.",
    ),
]

PROMISED_TO: Literal["toegezegd_aan"] = "toegezegd_aan"
"""Written instead of a stakeholder: whom a promise was made to, by the name that stands there."""

Giver = Annotated[
    Annotated[Literal["toegezegd_aan"], Printed((("toegezegd_aan", "wie de toezegging kreeg"),)), Tag("toegezegd")]
    | Annotated[StakeholderRef, Tag("waarde")],
    Discriminator(lambda value: "toegezegd" if value == PROMISED_TO else "waarde"),
]


class Verdict(Part, title="oordeel van de gever"):
    """The verdict of one party, in its own words."""

    giver: Giver = field(
        "Van",
        "Wie het zegt: de id uit lijsten/belanghebbenden.yaml van wie een signaal gaf dat hiertoe leidde; bij een "
        "toezegging ook toegezegd_aan, voor wie ze kreeg.",
        alias="van",
    )
    verdict: VerdictKey = field("Oordeel", "volstaat, volstaat_deels of volstaat_niet.", alias="oordeel")
    words: Citations = field(
        "In deze woorden", "De letterlijke woorden van die partij, met hun bron.", alias="woorden", min_length=1
    )
    date: Stated[PastDate] = stated(
        "Datum", "Wanneer die partij dat zei.", "Wanneer het oordeel gegeven is", alias="datum"
    )


Verdicts = Annotated[tuple[Verdict, ...], BeforeValidator(to_tuple)]
"""One verdict for each party that gave one; a single one is a list of one."""
