"""Asked, heard, done: what the records say about each of the three parts of an initiative.

In: the public corpus. Out: frozen `Loop` values and their sums. No wording beyond the word in each cell.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from weerklank.corpus import Corpus, once
from weerklank.model import Absence, AbsenceKey, Adjustment, Initiative, LeftOut
from weerklank.model.records import InitiativeStatus
from weerklank.states import (
    FOLLOW_CONSIDERED,
    FOLLOW_PLANNED,
    FOLLOW_REFUSED,
    FOLLOWED,
    LEFT_OUT,
    NOT_STATED,
    OUTCOME_ONLY,
    PARTLY,
    STATED,
    UNFILLED,
    Shape,
    State,
)
from weerklank.wording import collate, counted

_UNDERWAY = frozenset({"uitgevoerd", "deels_uitgevoerd", "doorlopend", "in_uitvoering"})
_REFUSED = frozenset({"niet_weerhouden", "stopgezet"})
_WEIGHT_ASKED = {Shape.STATED: 40, Shape.PLANNED: 5}
_WEIGHT_HEARD = {Shape.STATED: 30, Shape.PARTLY: 15, Shape.QUALITATIVE: 10}
_WEIGHT_DONE = {Shape.STATED: 35, Shape.PLANNED: 20, Shape.PARTLY: 15, Shape.DECIDED: 10, Shape.FIGURELESS: 5}


@dataclass(frozen=True)
class LoopCell:
    """One part of the loop: the words in the cell and the state that it is drawn and summed as."""

    label: str
    state: State

    @property
    def shape(self) -> Shape:
        """The drawing of the cell."""
        return self.state.shape


@dataclass(frozen=True)
class Loop:
    """The three parts for one initiative, and how many adjustments (leaves) point at it."""

    initiative: str
    asked: LoopCell
    heard: LoopCell
    done: LoopCell
    adjustments: int

    @property
    def said(self) -> int:
        """How much the source says; lists begin with the most."""
        return (
            _WEIGHT_ASKED.get(self.asked.shape, 0)
            + _WEIGHT_HEARD.get(self.heard.shape, 0)
            + _WEIGHT_DONE.get(self.done.shape, 0)
        )


def known_status(initiative: Initiative) -> InitiativeStatus | None:
    """Planned, running or done, also where a reason stands beside "gepland"; None where it is not known."""
    status = initiative.status
    if isinstance(status, Absence):
        return "gepland" if status.key is AbsenceKey.PLANNED else None
    return status


def current_status(adjustment: Adjustment) -> str:
    """The key of the last step of the course."""
    return adjustment.course[-1].status


def leaves_of(corpus: Corpus, initiative: str) -> tuple[Adjustment, ...]:
    """The adjustments without parts that come from this initiative, also through a point they are part of."""
    return corpus.index.leaves.get(initiative, ())


def top_of(corpus: Corpus, adjustment: Adjustment) -> Adjustment:
    """The adjustment that this one is, directly or further up, a part of; itself when it is part of none."""
    return corpus.index.tops[adjustment.id]


def _stated(value: str | Absence) -> LoopCell:
    if isinstance(value, Absence):
        return LoopCell(value.state.word, value.state)
    return LoopCell(STATED.word, STATED)


def _heard(corpus: Corpus, initiative: Initiative) -> LoopCell:
    if not isinstance(initiative.signals, Absence):
        return LoopCell(counted(len(initiative.signals), "signaal", "signalen"), STATED)
    if isinstance(initiative.heard, LeftOut):
        return _stated(initiative.signals)
    if isinstance(initiative.heard, Absence):
        return _stated(initiative.heard)
    results = [result for item in corpus.measurements_of(initiative.id) for result in item.results]
    figures = [result for result in results if not isinstance(result.value, Absence)]
    if figures and len(figures) < len(results):
        return LoopCell(f"deels: {counted(len(figures), 'cijfer', 'cijfers')}", PARTLY)
    return _stated(initiative.heard)


def _done(item: Initiative, leaves: tuple[Adjustment, ...]) -> LoopCell:
    statuses = [current_status(item) for item in leaves]
    groups = (
        ([s for s in statuses if s in _UNDERWAY], FOLLOWED, ("bijsturing", "bijsturingen")),
        ([s for s in statuses if s == "gepland"], FOLLOW_PLANNED, ("gepland", "gepland")),
        ([s for s in statuses if s == "overwogen"], FOLLOW_CONSIDERED, ("overwogen", "overwogen")),
        ([s for s in statuses if s in _REFUSED], FOLLOW_REFUSED, ("niet uitgevoerd", "niet uitgevoerd")),
    )
    for found, state, words in groups:
        if found:
            return LoopCell(counted(len(found), *words), state)
    if isinstance(item.outcome, LeftOut):
        return _stated(item.outcome)
    state = NOT_STATED if isinstance(item.outcome, Absence) else OUTCOME_ONLY
    return LoopCell(state.word, state)


def loop_of(corpus: Corpus, initiative: Initiative) -> Loop:
    """The loop of one initiative."""
    return _by_initiative(corpus)[initiative.id]


@once
def _by_initiative(corpus: Corpus) -> Mapping[str, Loop]:
    leaves = {item.id: leaves_of(corpus, item.id) for item in corpus.initiatives}
    return {
        item.id: Loop(
            item.id, _stated(item.asked), _heard(corpus, item), _done(item, leaves[item.id]), len(leaves[item.id])
        )
        for item in corpus.initiatives
    }


@once
def loops(corpus: Corpus) -> tuple[Loop, ...]:
    """The loop of every initiative: first where the source says most, then most adjustments, then by title."""
    found = [(loop_of(corpus, item), item) for item in corpus.initiatives]
    found.sort(key=lambda pair: (-pair[0].said, -pair[0].adjustments, collate(pair[1].title), pair[1].id))
    return tuple(loop for loop, _ in found)


def summed(cells: list[LoopCell]) -> str:
    """How often each word occurs, the fullest state first: "8 vermeld; 1 gepland; 2 niet van toepassing".

    Semicolons, because a word may hold a comma itself.
    """
    order = [
        "vermeld",
        "met een bijsturing",
        "deels",
        "alleen een uitkomst",
        "in woorden, geen cijfer",
        "gepland",
        "overwogen",
    ]
    counts = Counter(UNFILLED if cell.state == LEFT_OUT else cell.state.word for cell in cells)
    names = sorted(counts, key=lambda name: (order.index(name) if name in order else len(order), name))
    return "; ".join(f"{counts[name]} {name}" for name in names)


def direct_leaves(corpus: Corpus) -> tuple[Adjustment, ...]:
    """The adjustments that the source ties directly to what was heard."""
    return tuple(item for item in corpus.leaves if any(cause.strength == "rechtstreeks" for cause in item.causes))


def points(corpus: Corpus, leaves: tuple[Adjustment, ...]) -> int:
    """How many points of the source these adjustments are: parts of one point count once."""
    return len({top_of(corpus, item).id for item in leaves})
