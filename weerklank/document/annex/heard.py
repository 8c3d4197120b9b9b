"""What was said in an initiative, in its story in an annex: each signal with what it led to, and where that stands.

In: a `Scope` and an initiative. Out: blocks, and the words for a tie to a signal.
"""

from weerklank.document.annex.scope import Scope
from weerklank.document.blocks import Block, Facts
from weerklank.document.numbering import citations_in
from weerklank.document.parts import Fact, Said, said
from weerklank.document.sheets.initiative import NO_EFFECT
from weerklank.facts.loop import follow_of, leaves_of
from weerklank.facts.ties import Tie, signals_of, ties_of
from weerklank.markup import inline
from weerklank.model import Absence, Adjustment, Citation, Initiative, Signal
from weerklank.states import FOLLOWED, course
from weerklank.wording import capital, listing, uncapital

TIE = "Verband"


def said_signals(scope: Scope, item: Initiative) -> tuple[Block, ...]:
    """What was said, signal by signal: by whom, and what each led to."""
    found = signals_of(item)
    facts = tuple(
        Fact(
            _SIGNAL if len(found) == 1 else f"{_SIGNAL} {place}",
            Said(inline(signal.text), citations=new_places(scope, item, signal.citations)),
            inline(capital("; ".join(filter(None, (_given_by(scope, signal), _led_to(scope, item, signal)))))),
        )
        for place, signal in enumerate(found, start=1)
    )
    return (Facts("Signalen", facts),) if facts else ()


_SIGNAL = "Signaal"


def _given_by(scope: Scope, signal: Signal) -> str:
    """Who gave a signal, as the source names them; "" where that is not stated."""
    given = () if isinstance(signal.sender, Absence) else said(scope.corpus, signal.sender).links
    return f"van {listing(uncapital(link.text) for link in given)}" if given else ""


def _led_to(scope: Scope, item: Initiative, signal: Signal) -> str:
    """What came of a signal, by title, or that nothing did."""
    led = [
        f"{leaf.title}" if follow_of(leaf) == FOLLOWED else f"{leaf.title} ({course(leaf.course[-1].status).word})"
        for leaf in scope.corpus.index.in_order(leaves_of(scope.corpus, item.id))
        if any((tie.initiative, tie.signal) == (item.id, signal.id) for tie in ties_of(scope.corpus, leaf))
    ]
    return f"leidde tot: {listing(led)}" if led else NO_EFFECT.word


def all_cited(item: Initiative | Adjustment) -> tuple[Citation, ...]:
    """Everything that a record rests on: what it names for the whole, or else what its fields name."""
    return item.citations or tuple(citations_in(item))


def new_places(scope: Scope, item: Initiative, citations: tuple[Citation, ...]) -> tuple[Citation, ...]:
    """Citations, unless all their places stand behind the first words of the story already."""
    near = _spots(scope, all_cited(item))
    return () if _spots(scope, citations) <= near else citations


def _spots(scope: Scope, citations: tuple[Citation, ...]) -> set[str]:
    return {place.text for citation in citations for place in scope.places.of((citation,))}


def tie_of(item: Initiative, ties: list[Tie]) -> str:
    """What ties are called by their signals: "Verband met signaal 1 en 2"."""
    names = [signal.id for signal in signals_of(item)]
    known = sorted(names.index(tie.signal) + 1 for tie in ties if tie.signal in names)
    return f"{TIE} met signaal {listing(map(str, known))}" if known and len(names) > 1 else TIE
