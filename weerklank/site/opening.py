"""What the home page opens with: one thing that changed, after whose word, and how firmly the source ties the two.

In: the public corpus. Out: `Opening`, and the changes that are told below it, by where they came from.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from weerklank.corpus import Corpus, once
from weerklank.document.parts import NOTHING, Link, Mark, Quote, Said, mark, quote, record_link, said, words
from weerklank.document.sentences import complaints_said
from weerklank.facts.loop import current_status, done_leaves
from weerklank.facts.ties import Tie, all_ties, signal_of, ties_of
from weerklank.markup import inline
from weerklank.model import Absence, Adjustment, Ref
from weerklank.model.part import words_of
from weerklank.model.records import Strength
from weerklank.site.trace import sender_of
from weerklank.states import NOT_STATED, course, strength
from weerklank.wording import collate, soft_hyphens

CHANGES = 5
"""So many origins are told on the home page; all of them stand on the page of ties."""
_FIRM = (*words_of(Strength), "")
_VERIFIABLE = ("ja", "deels")


@dataclass(frozen=True)
class Proof:
    """Why it was done. `origin`: where it was heard; `said`: the words of the signal, or that they are not known;
    `sender`: who said it, None where nobody filled that in. `quote`: the words of the source that tie the two.
    """

    origin: Said
    sender: Said | None
    said: Said
    strength: Mark
    quote: Quote | None


@dataclass(frozen=True)
class Opening:
    """One adjustment: `title` with places where a long word may break, `text` its summary, `state` how it stands."""

    link: Link
    title: str
    text: Markup
    state: Mark
    proof: Proof


@dataclass(frozen=True)
class Change:
    """What one origin led to that is done or being done, under one strength."""

    origin: Said
    strength: Mark
    quote: Quote | None
    ends: tuple[tuple[Link, Markup], ...]


@once
def opening(corpus: Corpus) -> Opening | None:
    """The adjustment that the agency chose; else of what is done the one that a reader can check best.

    That is: the firmest tie, then a known signal, then whether it can be checked as it is worded, then the newest.
    None where nothing is done yet.
    """
    chosen = corpus.organisation.site.opening
    if chosen is not None:
        item = corpus.adjustment(chosen.id)
        return _opened(corpus, item, min(ties_of(corpus, item), key=lambda tie: _firmness(corpus, tie)))
    found = [(item, tie) for item in done_leaves(corpus) for tie in ties_of(corpus, item)]
    if not found:
        return None
    found.sort(key=lambda pair: (collate(pair[0].title), pair[0].id))
    found.sort(key=lambda pair: _since(pair[0]), reverse=True)
    return _opened(corpus, *min(found, key=lambda pair: (*_firmness(corpus, pair[1]), _checkable(pair[0]))))


def _firmness(corpus: Corpus, tie: Tie) -> tuple[int, bool]:
    return _FIRM.index(tie.strength), signal_of(corpus, tie) is None and not tie.theme


def _checkable(item: Adjustment) -> int:
    answer = item.verifiable.answer if item.verifiable is not None else ""
    return _VERIFIABLE.index(answer) if answer in _VERIFIABLE else len(_VERIFIABLE)


def _since(item: Adjustment) -> str:
    date = item.course[-1].date
    return "" if isinstance(date, Absence) else date.iso


def _opened(corpus: Corpus, item: Adjustment, tie: Tie) -> Opening:
    state = mark(course(current_status(item)))
    return Opening(
        record_link(corpus, item.ref), soft_hyphens(item.title), inline(item.summary), state, _proof(corpus, tie)
    )


def _proof(corpus: Corpus, tie: Tie) -> Proof:
    sender = None
    if tie.complaints:
        year = next(item for item in corpus.complaints if item.id == tie.complaints)
        text = complaints_said(corpus, year, Ref("klachtthema", tie.theme) if tie.theme else None)
        told = words(text)
    elif (signal := signal_of(corpus, tie)) is not None:
        told, sender = words(signal.text), sender_of(corpus, signal)
    else:
        told = said(corpus, tie.signal) if isinstance(tie.signal, Absence) else Said(NOTHING, mark(NOT_STATED))
    return Proof(_origin(corpus, tie), sender, told, mark(strength(tie.strength)), _quoted(corpus, (tie,)))


def _quoted(corpus: Corpus, ties: Iterable[Tie]) -> Quote | None:
    return next((quote(corpus, citation) for tie in ties for citation in tie.citations), None)


def _origin(corpus: Corpus, tie: Tie) -> Said:
    if tie.origin is not None:
        return Said(NOTHING, links=(record_link(corpus, tie.origin),))
    assert isinstance(tie.initiative, Absence)
    return said(corpus, tie.initiative)


@once
def changes_told(corpus: Corpus) -> tuple[Change, ...]:
    """What was done, by where it came from and how firmly: the firmest first, then what led to most."""
    done = {item.id for item in done_leaves(corpus)}
    groups: dict[tuple[object, str], list[Tie]] = {}
    for tie in all_ties(corpus):
        if tie.adjustment in done:
            groups.setdefault((tie.origin or tie.initiative, tie.strength), []).append(tie)
    firmest = sorted(groups.items(), key=lambda group: (_FIRM.index(group[0][1]), -len(_led_to(group[1]))))
    return tuple(_change(corpus, ties) for _, ties in firmest)


def _led_to(ties: Iterable[Tie]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(tie.adjustment for tie in ties))


def _change(corpus: Corpus, ties: list[Tie]) -> Change:
    items = (corpus.adjustment(name) for name in _led_to(ties))
    return Change(
        _origin(corpus, ties[0]),
        mark(strength(ties[0].strength)),
        _quoted(corpus, ties),
        tuple((record_link(corpus, item.ref), inline(item.summary)) for item in items),
    )
