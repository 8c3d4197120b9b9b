"""Ties: why an adjustment is there, by its own words and by those of the point that it is part of.

In: the public corpus. Out: `Tie` values, both ways round. Every count by strength or by origin is a count of these.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from weerklank.corpus import Corpus, once
from weerklank.model import NOT_FILLED_IN, Absence, Adjustment, Cause, Citation, Initiative, Ref, Signal
from weerklank.states import strength
from weerklank.wording import collate

_SAID = ("rechtstreeks", "mee_bepalend")


@dataclass(frozen=True)
class Tie:
    """One reason for one adjustment. `initiative`: an id, or why there is none; `signal`: its id there, or why none.

    `strength`: "" where no reason is there: nobody wrote one, or it is not public, which says nothing of the source.
    `complaints`: the id of a year of complaints, of a reason that is that and no initiative, or ""; `theme`: the id of
    what these were about, or "".
    """

    adjustment: str
    initiative: str | Absence
    signal: str | Absence
    strength: str
    note: str
    citations: tuple[Citation, ...]
    complaints: str = ""
    theme: str = ""

    @property
    def is_said(self) -> bool:
        """Whether the source itself says that the one led to the other: only then may a sentence of ours say so."""
        return self.strength in _SAID

    @property
    def origin(self) -> Ref | None:
        """The initiative or the year of complaints; None where neither is known."""
        if self.complaints:
            return Ref("klachtenjaar", self.complaints)
        return None if isinstance(self.initiative, Absence) else Ref("initiatief", self.initiative)


def ties_of(corpus: Corpus, adjustment: Adjustment) -> tuple[Tie, ...]:
    """The ties of an adjustment: its own, and those of the point it is part of to origins that it does not name."""
    found = tuple(_tie(adjustment.id, cause) for cause in corpus.index.causes[adjustment.id])
    return found or (Tie(adjustment.id, NOT_FILLED_IN, NOT_FILLED_IN, "", "", ()),)


def _tie(adjustment: str, cause: Cause) -> Tie:
    initiative = cause.initiative if isinstance(cause.initiative, Absence) else cause.initiative.id
    year, theme = (ref.id if ref is not None else "" for ref in (cause.complaints, cause.theme))
    return Tie(adjustment, initiative, cause.signal, cause.strength, cause.note, cause.citations, year, theme)


@once
def all_ties(corpus: Corpus) -> tuple[Tie, ...]:
    """Every tie of every adjustment without parts, adjustments by title."""
    leaves = sorted(corpus.leaves, key=lambda item: (collate(item.title), item.id))
    return tuple(tie for item in leaves for tie in ties_of(corpus, item))


@once
def by_origin(corpus: Corpus) -> Mapping[Ref | None, tuple[Tie, ...]]:
    """The ties of each initiative and each year of complaints; those of which neither is known are under None."""
    found: dict[Ref | None, list[Tie]] = {}
    for tie in all_ties(corpus):
        found.setdefault(tie.origin, []).append(tie)
    return {origin: tuple(ties) for origin, ties in found.items()}


def signals_of(initiative: Initiative) -> tuple[Signal, ...]:
    """The signals of an initiative, none when the source does not give them."""
    return () if isinstance(initiative.signals, Absence) else initiative.signals


def signal_of(corpus: Corpus, tie: Tie) -> Signal | None:
    """The signal that a tie names."""
    if isinstance(tie.initiative, Absence) or isinstance(tie.signal, Absence):
        return None
    return next((item for item in signals_of(corpus.initiative(tie.initiative)) if item.id == tie.signal), None)


def strengths(corpus: Corpus, item: Adjustment) -> tuple[str, ...]:
    """How strongly an adjustment is tied to where it came from, in words; each with its origin where they differ.

    () where no reason for it is left.
    """
    if not corpus.index.causes[item.id]:
        return ()
    ties = ties_of(corpus, item)
    words = tuple(dict.fromkeys(strength(tie.strength).word for tie in ties))
    if len(words) == 1 or len({tie.origin for tie in ties}) == 1:
        return words
    return tuple(dict.fromkeys(f"{strength(tie.strength).word} ({_origin(corpus, tie)})" for tie in ties))


def _origin(corpus: Corpus, tie: Tie) -> str:
    if tie.origin is not None:
        return corpus.get(tie.origin).title
    return f"initiatief {tie.initiative.state.word}" if isinstance(tie.initiative, Absence) else ""
