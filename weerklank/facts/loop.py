"""Asked, heard, done: what the records say about each of the three parts of an initiative.

In: the public corpus. Out: frozen `Loop` values and their sums. No wording beyond the word in each cell.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from weerklank.corpus import Corpus, once
from weerklank.model import Absence, AbsenceKey, Adjustment, Initiative, LeftOut, Ref
from weerklank.model.records import InitiativeStatus
from weerklank.states import (
    DOING,
    FOLLOW_CONSIDERED,
    FOLLOW_PLANNED,
    FOLLOW_REFUSED,
    FOLLOWED,
    LEFT_OUT,
    OUTCOME_ONLY,
    PARTLY,
    STATED,
    UNFILLED,
    Shape,
    State,
)
from weerklank.wording import collate, counted, listing

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
    """The three parts for one initiative, and how many adjustments (leaves) point at it, whatever became of them.

    `carried_out`: how many of these are done or being done.
    """

    initiative: str
    asked: LoopCell
    heard: LoopCell
    done: LoopCell
    adjustments: int
    carried_out: int

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


_FOLLOWS = {
    **dict.fromkeys(DOING, FOLLOWED),
    "gepland": FOLLOW_PLANNED,
    "overwogen": FOLLOW_CONSIDERED,
    **dict.fromkeys(("niet_weerhouden", "stopgezet"), FOLLOW_REFUSED),
}


def follow_of(item: Adjustment) -> State:
    """What an adjustment came to: done or being done, planned, considered, refused or stopped."""
    return _FOLLOWS[current_status(item)]


def by_follow(leaves: Iterable[Adjustment]) -> Mapping[State, tuple[Adjustment, ...]]:
    """Adjustments by what they came to, done first. Every count of what was done is a count of `FOLLOWED` here."""
    found: dict[State, list[Adjustment]] = {state: [] for state in dict.fromkeys(_FOLLOWS.values())}
    for item in leaves:
        found[follow_of(item)].append(item)
    return {state: tuple(items) for state, items in found.items()}


def done_leaves(corpus: Corpus) -> tuple[Adjustment, ...]:
    """The adjustments without parts that are done or being done: no other counts as a change."""
    return by_follow(corpus.leaves)[FOLLOWED]


def in_each(leaves: Iterable[Adjustment]) -> str:
    """How many are how far: "11 gedaan of bezig, 1 overwogen en 2 niet uitgevoerd"; "" without any."""
    words = {FOLLOWED: "gedaan of bezig"}
    return listing(f"{len(found)} {words.get(key, key.word)}" for key, found in by_follow(leaves).items() if found)


def not_done(leaves: Iterable[Adjustment]) -> str:
    """How many are not done, by why: "2 gepland, 1 overwogen en 2 niet uitgevoerd"; "" where all are."""
    groups = by_follow(leaves).items()
    return listing(f"{len(found)} {state.word}" for state, found in groups if found and state != FOLLOWED)


def leaves_of(corpus: Corpus, initiative: str) -> tuple[Adjustment, ...]:
    """The adjustments without parts that come from this initiative, also through a point they are part of."""
    return leaves_from(corpus, Ref("initiatief", initiative))


def leaves_from(corpus: Corpus, origin: Ref) -> tuple[Adjustment, ...]:
    """The same of an initiative or of a year of complaints."""
    return corpus.index.leaves.get(origin, ())


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


def followed(leaves: Iterable[Adjustment]) -> LoopCell | None:
    """What became of it, by the adjustments that are furthest: refused or planned is never done. None without any."""
    for state, found in by_follow(leaves).items():
        if found:
            words = ("bijsturing", "bijsturingen") if state == FOLLOWED else (state.word, state.word)
            return LoopCell(counted(len(found), *words), state)
    return None


def _done(item: Initiative, leaves: tuple[Adjustment, ...]) -> LoopCell:
    if (cell := followed(leaves)) is not None:
        return cell
    if isinstance(item.outcome, Absence):
        return _stated(item.outcome)
    return LoopCell(OUTCOME_ONLY.word, OUTCOME_ONLY)


def loop_of(corpus: Corpus, initiative: Initiative) -> Loop:
    """The loop of one initiative."""
    return _by_initiative(corpus)[initiative.id]


@once
def _by_initiative(corpus: Corpus) -> Mapping[str, Loop]:
    leaves = {item.id: leaves_of(corpus, item.id) for item in corpus.initiatives}
    return {
        item.id: Loop(
            item.id,
            _stated(item.asked),
            _heard(corpus, item),
            _done(item, leaves[item.id]),
            len(leaves[item.id]),
            len(by_follow(leaves[item.id])[FOLLOWED]),
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


def points(corpus: Corpus, leaves: tuple[Adjustment, ...]) -> int:
    """How many points of the source these adjustments are: parts of one point count once."""
    return len({top_of(corpus, item).id for item in leaves})
