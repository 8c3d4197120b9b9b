"""The verdict of the other side, beside the status that the agency gives: who, what, when, in its own words.

In: an adjustment or a promise. Out: blocks for its own page, facts for wherever else it is told.
"""

from collections.abc import Iterable

from markupsafe import Markup, escape

from weerklank.corpus import Corpus
from weerklank.document.blocks import Block, Facts, Heading
from weerklank.document.entries import Entries, Entry
from weerklank.document.frame import Frame
from weerklank.document.parts import NOTHING, Fact, Said, mark, quote, record_link
from weerklank.facts.verdicts import Judged, giver_of
from weerklank.markup import inline
from weerklank.model import LeftOut, PartialDate, Ref, Verdict
from weerklank.model.fields import field_of, state_of
from weerklank.wording import capital, date_words, uncapital, within


def verdict_blocks(frame: Frame, item: Judged) -> tuple[Block, ...]:
    """Each verdict under a heading of its own; () where nobody gave one."""
    if not item.verdicts:
        return ()
    given = tuple(_entry(frame, item, verdict) for verdict in item.verdicts)
    return (Heading(field_of(item, "verdicts").label, frame.id("oordeel")), Entries("steps", given))


def verdict_facts(corpus: Corpus, item: Judged) -> tuple[Fact, ...]:
    """Each verdict as a fact under the name of its party: the state, then the day and the words."""
    return tuple(
        Fact(f"Oordeel van {within(giver_of(corpus, item, verdict))}", _told(corpus, verdict))
        for verdict in item.verdicts
    )


def _told(corpus: Corpus, verdict: Verdict) -> Said:
    day = inline(f"{capital(date_words(verdict.date))}: ") if isinstance(verdict.date, PartialDate) else NOTHING
    state = mark(state_of(verdict, "verdict"))
    return Said(day + _words(corpus, verdict), state, citations=verdict.words)


def _entry(frame: Frame, item: Judged, verdict: Verdict) -> Entry:
    """The party with its verdict and its words; when, or that this is not known."""
    state = Said(NOTHING, mark(state_of(verdict, "verdict")))
    who = (
        Said(NOTHING, links=(record_link(frame.corpus, verdict.giver),))
        if isinstance(verdict.giver, Ref)
        else Said(inline(giver_of(frame.corpus, item, verdict)))
    )
    when = () if isinstance(verdict.date, LeftOut) else frame.fact(verdict, "date")
    return Entry(
        state,
        notes=(_words(frame.corpus, verdict),),
        facts=(Fact("Volgens", who), *when),
        citations=verdict.words,
    )


def _words(corpus: Corpus, verdict: Verdict) -> Markup:
    """The literal words, each in its language."""
    found = dict.fromkeys(quote(corpus, citation) for citation in verdict.words if citation.quotation)
    pieces = (
        Markup('<span class="lit"{}>“{}”</span>').format(
            Markup(' lang="{}"').format(each.lang) if each.lang else NOTHING, escape(each.text)
        )
        for each in found
    )
    return Markup(" ").join(pieces)


def verdict_list(corpus: Corpus, items: Iterable[Judged]) -> tuple[Facts, ...]:
    """The verdicts on several records of one kind, each under the title of its record; () where nobody gave one."""
    given = [item for item in items if item.verdicts]
    facts = tuple(
        Fact(f"{item.title}: {uncapital(fact.term)}", fact.value)
        for item in given
        for fact in verdict_facts(corpus, item)
    )
    return (Facts(field_of(given[0], "verdicts").label, facts),) if given else ()
