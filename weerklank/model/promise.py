"""What is promised in parliament: the words, by when, what came of it and who says that it is closed.

In: plain data with Dutch keys. Out: frozen records.
"""

from datetime import date
from typing import Annotated, ClassVar, Literal, Self

from pydantic import BeforeValidator, model_validator
from pydantic_core import PydanticCustomError

from weerklank.kinds import KINDS, Kind
from weerklank.model.dates import DateValue, PartialDate, PastDate
from weerklank.model.part import Part, Printed, field
from weerklank.model.records import Evidence, Record, Step, Summary
from weerklank.model.values import (
    Absence,
    AdjustmentRef,
    Citations,
    Many,
    QuestionRef,
    Stated,
    Tension,
    stated,
    to_texts,
)
from weerklank.model.verdict import Verdicts
from weerklank.states import Shape, State

PROMISES: tuple[State, ...] = (
    State("in_uitvoering", "in uitvoering", Shape.PARTLY, "Begonnen, nog niet klaar."),
    State("nagekomen", "nagekomen", Shape.STATED, "Gedaan zoals het toegezegd was, volgens de bron."),
    State("deels_nagekomen", "deels nagekomen", Shape.PARTLY, "Een deel van wat toegezegd was, is gedaan."),
    State("ingetrokken", "ingetrokken", Shape.DECIDED, "Er is beslist het niet te doen; de reden staat erbij."),
)
"""How far a promise is, by the last thing that a source says of it."""

PromiseKey = Annotated[
    Literal["in_uitvoering", "nagekomen", "deels_nagekomen", "ingetrokken"],
    Printed(states=PROMISES, heading="Hoe ver een toezegging staat", note="De laatste stap die de bron vermeldt."),
]


ENDED: tuple[PromiseKey, ...] = ("nagekomen", "ingetrokken")
"""The steps after which nothing is to come."""


class PromiseStep(Step, title="stap in het verloop van een toezegging"):
    """One step in the course of a promise: as that of an adjustment, in words of its own."""

    status: PromiseKey = field("Toestand", "De toestand na deze stap.", alias="status")  # type: ignore[assignment]


class Moved(Part, title="verschoven termijn"):
    """A deadline that was moved: from when, to when, when that was said and why."""

    before: DateValue = field("Van", "De termijn die niet meer geldt.", alias="van")
    after: DateValue = field(
        "Naar", "De nieuwe termijn, zo precies als bekend: een maand of een jaar telt tot de laatste dag.", alias="naar"
    )
    after_words: str = field(
        "Nieuwe termijn in de woorden van de bron",
        "De woorden over de nieuwe termijn, als die vaag zijn.",
        alias="termijn",
        default="",
    )
    said_on: Stated[PastDate] = stated(
        "Gezegd op", "Wanneer dat gezegd is.", "Wanneer het verschuiven gezegd is", alias="op"
    )
    reason: Stated[str] = stated("Reden", "Waarom.", "De reden van het verschuiven", alias="reden")
    citations: Citations = field("Bronnen", "Waar dat staat.", alias="bronnen", default=())

    @property
    def stays(self) -> bool:
        """Whether the day is the same: “midden 2027” that became “30 juni 2027” is said otherwise, and not moved."""
        return self.before.last_day == self.after.last_day


class Promise(Record):
    """What a minister promised in parliament, by when, and what came of it."""

    KIND: ClassVar[Kind] = KINDS["toezegging"]
    DATED: ClassVar[str] = "said_on"

    summary: Summary = field(
        "Samenvatting", "Samenvatting in hoogstens 320 tekens, zonder opmaak.", alias="samenvatting"
    )
    words: Citations = field(
        "In deze woorden", "De letterlijke woorden van de toezegging, met hun bron.", alias="woorden", default=()
    )
    promised_by: Stated[str] = stated("Door", "Wie het toezegde.", "Wie het toezegde", alias="door")
    promised_to: Stated[str] = stated("Aan", "Aan wie.", "Aan wie het toegezegd is", alias="aan")
    question: QuestionRef | None = field(
        "Bij de vraag", "De id van de vraag waarbij het gezegd is.", alias="vraag", default=None
    )
    said_on: Stated[PastDate] = field(
        "Gezegd op", "Wanneer het gezegd is.", alias="gezegd_op", absent="Wanneer het gezegd is"
    )
    due: Stated[DateValue] = stated(
        "Uiterlijk",
        "De termijn zoals ze toegezegd is, zo precies als bekend: een maand of een jaar telt tot de laatste dag.",
        "De termijn",
        alias="uiterlijk",
    )
    due_words: str = field(
        "Termijn in de woorden van de bron",
        "De woorden over de termijn, als die vaag zijn.",
        alias="termijn",
        default="",
    )
    moved: tuple[Moved, ...] = field(
        "Verschoven", "Elke keer dat de termijn verschoof.", alias="verschoven", default=()
    )
    course: Stated[Many[PromiseStep]] = field(
        "Verloop", "Het verloop, nieuwste laatst.", absent="Wat ervan kwam", alias="verloop"
    )
    reason: str = field("Reden", "Waarom het ingetrokken is.", alias="reden", default="")
    already_certain: str = field(
        "Stond al vast",
        "Waaruit blijkt dat het al vaststond toen het toegezegd werd: zulke toezeggingen worden apart geteld.",
        alias="stond_al_vast",
        default="",
    )
    certain_citations: Citations = field(
        "Bronnen bij stond al vast", "Waar dat staat.", alias="bronnen_stond_al_vast", default=()
    )
    closed_by: Stated[str] = stated(
        "Afgesloten door",
        "Wie zei dat ze afgesloten is: niet wie ze deed.",
        "Wie de toezegging afsloot",
        alias="afgesloten_door",
    )
    closed_on: PastDate | None = field(
        "Afgesloten op", "Op welke dag dat gezegd is.", alias="afgesloten_op", default=None
    )
    closed_with: tuple[Evidence, ...] = field(
        "Bewijs van de afsluiting", "Waaruit blijkt dat ze afgesloten is.", alias="afgesloten_bewijs", default=()
    )
    verdicts: Verdicts = field(
        "Oordeel van wie erom vroeg",
        "Wat wie de toezegging kreeg, of wie een signaal gaf, er zelf van zegt. Het verandert niets aan het verloop.",
        alias="oordeel_van_de_gever",
        default=(),
    )
    adjustments: Annotated[tuple[AdjustmentRef, ...], BeforeValidator(to_texts)] = field(
        "Bijsturingen", "De bijsturingen die eruit volgden, met hun id.", alias="bijsturingen", default=()
    )
    tensions: tuple[Tension, ...] = field(
        "Tegenspraken", "Waar bronnen twee dingen zeggen.", alias="tegenspraken", default=()
    )
    citations: Citations = field("Bronnen", "Waar het staat.", alias="bronnen", min_length=1)

    @model_validator(mode="after")
    def _reason_when_withdrawn(self) -> Self:
        if self.steps and self.steps[-1].status == "ingetrokken" and not self.reason:
            raise PydanticCustomError("reden_ontbreekt", "withdrawn needs a reason")
        return self

    @property
    def steps(self) -> tuple[PromiseStep, ...]:
        """The steps of the course that are known, the newest last."""
        return () if isinstance(self.course, Absence) else self.course

    @property
    def status(self) -> PromiseKey | None:
        """How far it is by its last step; None where no step is known."""
        return self.steps[-1].status if self.steps else None

    @property
    def deadline(self) -> PartialDate | None:
        """The deadline that holds now: the one that it was moved to last, else the one that was promised."""
        found = self.moved[-1].after if self.moved else self.due
        return found if isinstance(found, PartialDate) else None

    @property
    def deadline_words(self) -> str:
        """The words of the source over the deadline that holds now; "" where it names a day."""
        return self.moved[-1].after_words if self.moved else self.due_words

    @property
    def is_open(self) -> bool:
        """Whether something is still to come: not kept, not withdrawn, and closed by nobody."""
        return self.status not in ENDED and isinstance(self.closed_by, Absence) and self.closed_on is None

    def is_late(self, on: date) -> bool:
        """Whether it is open on this day, and the last day that its deadline can mean has passed."""
        return self.is_open and self.deadline is not None and self.deadline.last_day < on

    @property
    def last_day(self) -> PartialDate | None:
        """The last day of the deadline that holds now: since that day it is late, if it is."""
        if self.deadline is None:
            return None
        day = self.deadline.last_day
        return PartialDate(day.year, day.month, day.day)
