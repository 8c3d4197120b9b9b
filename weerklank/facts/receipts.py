"""What became of each signal: the adjustments that followed, what was promised of these, and what was decided.

In: the public corpus. Out: one `Receipt` for each signal, and what happened to it on which day. It decides nothing:
ties are those of `ties`, the course of an adjustment and of a promise is their own.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from weerklank.corpus import Corpus, once
from weerklank.facts.promises import Event, events
from weerklank.facts.ties import Tie, by_origin, signals_of
from weerklank.facts.verdicts import Judged, verdict_events
from weerklank.index import points_above
from weerklank.model import Adjustment, Decision, Initiative, PartialDate, Promise, Record, Ref, Signal, walk
from weerklank.model.fields import state_of
from weerklank.model.verdict import PROMISED_TO
from weerklank.wording import capital


@dataclass(frozen=True)
class Receipt:
    """One signal with what became of it. `ties`: why each of `adjustments` follows from it, in no order.

    `points`: what these adjustments are part of, from the nearest up.
    """

    initiative: Initiative
    signal: Signal
    ties: tuple[Tie, ...]
    adjustments: tuple[Adjustment, ...]
    points: tuple[Adjustment, ...]
    promises: tuple[Promise, ...]
    decisions: tuple[Decision, ...]

    @property
    def records(self) -> tuple[Record, ...]:
        """Every record that it tells of, the initiative first."""
        return (self.initiative, *self.adjustments, *self.points, *self.promises, *self.decisions)


@once
def receipts(corpus: Corpus) -> tuple[Receipt, ...]:
    """The receipt of every signal of every initiative, in the order of the records."""
    known = {item.id: item for item in corpus.adjustments}
    return tuple(
        _receipt(corpus, item, signal, tuple(ties), known)
        for item in corpus.initiatives
        for signal, ties in _by_signal(corpus, item)
    )


def _by_signal(corpus: Corpus, item: Initiative) -> Iterator[tuple[Signal, list[Tie]]]:
    found: dict[str, list[Tie]] = {}
    for tie in by_origin(corpus).get(item.ref, ()):
        if isinstance(tie.signal, str):
            found.setdefault(tie.signal, []).append(tie)
    for signal in signals_of(item):
        yield signal, found.get(signal.id, [])


def _receipt(
    corpus: Corpus, item: Initiative, signal: Signal, ties: tuple[Tie, ...], known: Mapping[str, Adjustment]
) -> Receipt:
    led = corpus.index.in_order(known[name] for name in dict.fromkeys(tie.adjustment for tie in ties))
    points = tuple(dict.fromkeys(point for leaf in led for point in points_above(leaf, known)))
    promised = dict.fromkeys(
        use.by
        for near in (*led, *points)
        for use in corpus.index.uses.get(near.ref, ())
        if use.by.kind == "toezegging" and use.field == "bijsturingen"
    )
    decided = dict.fromkeys(
        ref for near in (signal, *led) for _, ref in walk(near) if isinstance(ref, Ref) and ref.kind == "beslissing"
    )
    promises = (corpus.get(ref) for ref in promised)
    decisions = (corpus.get(ref) for ref in decided)
    return Receipt(
        item,
        signal,
        ties,
        led,
        points,
        tuple(found for found in promises if isinstance(found, Promise)),
        tuple(found for found in decisions if isinstance(found, Decision)),
    )


def by_giver(receipt: Receipt, item: Judged) -> Judged:
    """A record with no other verdicts than those of who gave this signal, or was promised it."""
    mine = (receipt.signal.sender, PROMISED_TO)
    return item.model_copy(update={"verdicts": tuple(each for each in item.verdicts if each.giver in mine)})


def happened(corpus: Corpus, receipt: Receipt) -> Iterator[tuple[Record, Event]]:
    """What happened to it on a day that is known: each step of what followed, each verdict, each turn of a promise."""
    for item in receipt.adjustments:
        for number, step in enumerate(item.course, start=1):
            if isinstance(step.date, PartialDate):
                word = capital(state_of(step, "status").word)
                told = step.note or (item.reason if step is item.course[-1] else "")
                yield item, Event(f"stap-{number}", step.date, f"{word}. {told}".strip())
    for promise in receipt.promises:
        for event in events(corpus, promise):
            yield promise, event
    every: tuple[Judged, ...] = (*receipt.adjustments, *receipt.points, *receipt.promises)
    for judged in every:
        for event in verdict_events(corpus, by_giver(receipt, judged)):
            yield judged, event
