"""The closed vocabularies of absence, coverage, course and strength: key, Dutch word, shape and definition.

In: nothing. Out: `State` values that tables, pages, charts and the annex print the same way everywhere.
This module does not decide which state a record has; `model` types it and `facts` derives it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Shape(StrEnum):
    """The drawing that goes with a word: full is what the source says, ruled is its silence."""

    STATED = "is-stated"
    PARTLY = "is-partly"
    INDIRECT = "is-indirect"
    FIGURELESS = "is-figureless"
    QUALITATIVE = "is-qualitative"
    PLANNED = "is-planned"
    DECIDED = "is-decided"
    UNMEASURED = "is-unmeasured"
    SILENT = "is-silent"
    NOT_APPLICABLE = "is-na"
    UNSEEN = "is-unseen"
    LATE = "is-late"


@dataclass(frozen=True)
class State:
    """A word with its shape; `key` is the value in content and in open data, `definition` one Dutch sentence."""

    key: str
    word: str
    shape: Shape
    definition: str


NOT_MEASURED = State(
    "niet_gemeten", "niet gemeten", Shape.UNMEASURED, "Er is beslist dit niet te meten; de reden staat erbij."
)
FIGURE_NOT_STATED = State(
    "cijfer_niet_vermeld",
    "gemeten, cijfer niet vermeld",
    Shape.FIGURELESS,
    "Er is naar gevraagd, maar de bron geeft geen cijfer.",
)
NOT_STATED = State(
    "niet_vermeld", "niet vermeld", Shape.SILENT, "Het staat niet in de bron. Dat betekent niet dat het er niet was."
)
PLANNED = State("gepland", "gepland", Shape.PLANNED, "De bron kondigt het aan. Of het gebeurd is, zegt ze niet.")
NOT_APPLICABLE = State("niet_van_toepassing", "niet van toepassing", Shape.NOT_APPLICABLE, "De vraag past hier niet.")
QUALITATIVE = State(
    "kwalitatief",
    "in woorden, geen cijfer",
    Shape.QUALITATIVE,
    "De bron geeft een oordeel in woorden. Dat wordt nooit een cijfer of een balk.",
)
SHIELDED = State(
    "afgeschermd",
    "afgeschermd: te klein om te tonen",
    Shape.FIGURELESS,
    "Er antwoordden zo weinig mensen dat het cijfer iets over één van hen kan verraden. Het wordt niet getoond.",
)
ON_REQUEST = State(
    "ter_inzage", "ter inzage", Shape.UNSEEN, "Het is niet gepubliceerd, en op vraag in te zien; waar, staat erbij."
)
STATED = State("vermeld", "vermeld", Shape.STATED, "De bron zegt het.")
PARTLY = State("deels", "deels", Shape.PARTLY, "De bron zegt een deel.")

LEFT_OUT = State(
    "niet_ingevuld", "–", Shape.NOT_APPLICABLE, "Nog niet ingevuld: dat zegt niets over wat er in de bron staat."
)
"""What an author has not come to yet. No author types it: it is what a field is of which a record says nothing."""

UNFILLED = "niet ingevuld"
"""What that dash says where it is not seen, or stands in a sum or in a list to choose from."""

ABSENCES: tuple[State, ...] = (
    NOT_MEASURED,
    FIGURE_NOT_STATED,
    QUALITATIVE,
    SHIELDED,
    ON_REQUEST,
    PLANNED,
    NOT_STATED,
    NOT_APPLICABLE,
)

COVERAGES: tuple[State, ...] = (
    State("volledig", "volledig", Shape.STATED, "Het antwoord beantwoordt dit deel volledig."),
    State("deels", "deels", Shape.PARTLY, "Het antwoord beantwoordt een deel van wat gevraagd is."),
    State(
        "onrechtstreeks",
        "onrechtstreeks",
        Shape.INDIRECT,
        "Het antwoord zegt er iets over zonder het deel zelf te beantwoorden.",
    ),
    FIGURE_NOT_STATED,
    NOT_MEASURED,
    State(
        "niet_te_beoordelen",
        "niet te beoordelen: stuk niet ingezien",
        Shape.UNSEEN,
        "Een stuk dat bij het antwoord hoort, is niet gelezen. Het kan daarin staan.",
    ),
    State(
        "niet_van_toepassing",
        "niet van toepassing: voorwaarde niet vervuld",
        Shape.NOT_APPLICABLE,
        "Het is gevraagd voor een geval dat er volgens het antwoord niet is, of niet vermeld is.",
    ),
    State("niet_vermeld", "niet vermeld", Shape.SILENT, "Het antwoord gaat hier niet op in."),
)

COURSES: tuple[State, ...] = (
    State("overwogen", "overwogen", Shape.FIGURELESS, "Er wordt over nagedacht; er is nog niets beslist."),
    State("gepland", "gepland", Shape.PLANNED, "Aangekondigd, nog niet begonnen."),
    State("in_uitvoering", "in uitvoering", Shape.PARTLY, "Begonnen, nog niet klaar."),
    State("uitgevoerd", "uitgevoerd", Shape.STATED, "De bron spreekt erover als iets wat genomen of gebeurd is."),
    State("deels_uitgevoerd", "deels uitgevoerd", Shape.PARTLY, "Een deel is gedaan."),
    State("doorlopend", "doorlopend", Shape.STATED, "Gebeurt telkens opnieuw."),
    State(
        "niet_weerhouden", "niet overgenomen", Shape.DECIDED, "Er is beslist dit niet te doen; de reden staat erbij."
    ),
    State("stopgezet", "stopgezet", Shape.DECIDED, "Begonnen en daarna gestopt; de reden staat erbij."),
)

DOING = ("in_uitvoering", "uitgevoerd", "deels_uitgevoerd", "doorlopend")
"""The steps of `COURSES` by which something is done or being done: no other counts as a change."""

STRENGTHS: tuple[State, ...] = (
    State("rechtstreeks", "rechtstreeks", Shape.STATED, "De bron legt het verband zelf."),
    State("mee_bepalend", "één van de redenen", Shape.PARTLY, "De bron noemt het als één van de redenen."),
    State("niet_vermeld", "niet vermeld", Shape.SILENT, "De bron zegt niet hoe sterk het verband is."),
)
"""How firmly the source ties an adjustment to what was heard."""

LATE = State(
    "te_laat",
    "te laat",
    Shape.LATE,
    "De termijn is voorbij, en dat ze nagekomen, ingetrokken of afgesloten is, is niet opgetekend.",
)
"""A promise whose deadline has passed on the day of the build."""

NOT_NAMED = State(
    "niet_genoemd", "niet genoemd", Shape.SILENT, "Deze belanghebbende is hier bij geen enkel initiatief opgetekend."
)
FOLLOWED = State(
    "met_bijsturing",
    "met een bijsturing",
    Shape.STATED,
    "Er is minstens één bijsturing bij opgetekend die bezig of gebeurd is.",
)
FOLLOW_PLANNED = State("gepland", "gepland", Shape.PLANNED, "Er is een bijsturing bij opgetekend die aangekondigd is.")
FOLLOW_CONSIDERED = State("overwogen", "overwogen", Shape.FIGURELESS, "Er wordt een bijsturing overwogen.")
FOLLOW_REFUSED = State(
    "niet_uitgevoerd", "niet uitgevoerd", Shape.DECIDED, "Er is beslist de bijsturing niet te doen, of te stoppen."
)
OUTCOME_ONLY = State(
    "met_uitkomst", "alleen een uitkomst", Shape.PARTLY, "De bron noemt een uitkomst, en geen bijsturing."
)
FOLLOWS: tuple[State, ...] = (FOLLOWED, FOLLOW_PLANNED, FOLLOW_CONSIDERED, FOLLOW_REFUSED, OUTCOME_ONLY)
"""What an initiative led to; when nothing is known of it, `NOT_STATED`."""

FOLLOWED_BY: Mapping[str, State] = MappingProxyType(
    {
        "rechtstreeks": State(
            "rechtstreeks_gevolgd",
            "rechtstreeks gevolgd",
            Shape.STATED,
            "De bron legt het verband met wat volgde zelf.",
        ),
        "mee_bepalend": State(
            "een_van_de_redenen",
            "één van de redenen",
            Shape.PARTLY,
            "De bron noemt het bij de redenen voor wat volgde.",
        ),
        "niet_vermeld": State(
            "verband_niet_vermeld", "verband niet vermeld", Shape.SILENT, "De bron zegt niet hoe sterk het verband is."
        ),
    }
)
"""What a signal led to that is done or being done, by the strength of the tie."""
SIGNAL_OPEN = State(
    "niets_opgetekend",
    "geen bijsturing opgetekend",
    Shape.NOT_APPLICABLE,
    "Er is geen bijsturing opgetekend die hierbij hoort. Dat zegt niets over wat er in de bron staat.",
)
SIGNAL_OUTCOMES: tuple[State, ...] = (
    *FOLLOWED_BY.values(),
    FOLLOW_PLANNED,
    FOLLOW_CONSIDERED,
    FOLLOW_REFUSED,
    SIGNAL_OPEN,
)
"""What became of a signal, fullest first."""


def absence(key: str) -> State:
    """Return the absence state with this key. Raises KeyError for an unknown key."""
    return {state.key: state for state in ABSENCES}[key]


def coverage(key: str) -> State:
    """Return the coverage state with this key. Raises KeyError for an unknown key."""
    return {state.key: state for state in COVERAGES}[key]


def course(key: str) -> State:
    """Return the course state with this key. Raises KeyError for an unknown key."""
    return {state.key: state for state in COURSES}[key]


def strength(key: str) -> State:
    """Return the strength of a tie with this key, `LEFT_OUT` for ""; KeyError for an unknown key."""
    return {"": LEFT_OUT, **{state.key: state for state in STRENGTHS}}[key]
