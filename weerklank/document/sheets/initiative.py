"""An initiative as a sheet: asked, heard, done, with who took part; when and how it was held; what is not stated."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from weerklank import addresses
from weerklank.document.blocks import Block, Facts, Heading, Prose, Section, Sign, Story
from weerklank.document.entries import Entries, Entry, Quotes
from weerklank.document.frame import Frame
from weerklank.document.parts import NOTHING, Fact, Link, Mark, Said, mark, record_link, said
from weerklank.document.sentences import NOT_DONE, NOTHING_DONE, done_in_short
from weerklank.document.sheet import Sheet
from weerklank.document.sheets.ending import finished, gaps
from weerklank.document.sheets.points import Points, for_all, ids_in, points, state_of
from weerklank.document.sheets.verdicts import verdict_facts
from weerklank.facts.loop import LoopCell, by_follow, current_status, follow_of, leaves_of, loop_of
from weerklank.facts.ties import signals_of, ties_of
from weerklank.facts.trace import LED_TO, came_of
from weerklank.markup import bare, inline
from weerklank.model import Absence, Adjustment, Cause, Citation, Initiative, KeyFact, LeftOut, Signal, said_absent
from weerklank.model.fields import field_of
from weerklank.model.records import CountOf
from weerklank.model.usual import is_usual
from weerklank.states import (
    FOLLOW_CONSIDERED,
    FOLLOW_PLANNED,
    FOLLOW_REFUSED,
    FOLLOWED,
    NOT_STATED,
    SIGNAL_OPEN,
    State,
    course,
    strength,
)
from weerklank.wording import counted, listing, uncapital

NOT_YET = "niets gedaan"


def initiative(frame: Frame, item: Initiative) -> Sheet:
    """The sheet of an initiative."""
    loop = loop_of(frame.corpus, item)
    heard = (_asked(frame, item, loop.asked), _heard(frame, item, loop.heard))
    signs = (*heard, _done(frame, item, loop.done), *_others(frame, item))
    facts = (
        *frame.facts(item, "period", "status", "forms", "policy_fields"),
        *(_key_fact(frame, part) for part in item.key_facts),
        *(fact for part in item.counts for fact in counted_facts(frame, part)),
        *frame.used_in(item),
    )
    about: list[Block] = [Facts(f"{item.title}: feiten", facts)]
    if item.ground_rules is not None:
        name = field_of(item, "ground_rules").label
        rules = frame.facts(item.ground_rules, "decides", "processes", "can_change", "also_counts", "reports_back")
        about += [Heading(name, frame.id("spelregels")), Facts(f"{item.title}: {name.lower()}", rules)]
    about += gaps(frame, item.not_stated or _fields_without(item))
    sections = (
        Section("", "", (Story(signs),)),
        Section(frame.id("feiten"), "Over dit initiatief", tuple(about)),
    )
    level = uncapital(frame.corpus.term(item.level).name)
    said = f"{level} niveau" if is_usual("niveau", level) else f"niveau: {level}"
    return finished(frame, item, f"Initiatief, {said}", item.summary, sections)


def _key_fact(frame: Frame, part: KeyFact) -> Fact:
    found = said(frame.corpus, part.quantity if part.quantity is not None else part.word)
    return Fact(
        f"{field_of(Initiative, 'key_facts').label}: {part.label}",
        replace(found, citations=(*found.citations, *part.citations)),
    )


def counted_facts(frame: Frame, part: CountOf) -> tuple[Fact, ...]:
    """What else was counted, with its number."""
    return frame.fact(part, "count", label=f"{field_of(part, 'count').label}: {part.what}", note=part.note)


def _fields_without(item: Initiative) -> tuple[str, ...]:
    """What is not stated among the things that most readers want to know, where the author lists no gaps."""
    names = ("participants", "signals", "purpose", "outcome", "period", "forms")
    silent = (name for name in names if isinstance(getattr(item, name), Absence))
    return tuple(field_of(item, name).absent for name in silent if getattr(item, name).state == NOT_STATED)


# --- asked -----------------------------------------------------------------------------------------------------------


def _asked(frame: Frame, item: Initiative, cell: LoopCell) -> Sign:
    name = frame.id("gevraagd")
    facts = (*frame.facts(item, "purpose", "roles"), *_who(frame, item), *participants(frame, item))
    return Sign(
        name,
        "Gevraagd",
        Mark(cell.label, cell.shape),
        (
            *_written(frame, item.asked, "gevraagd"),
            *_quoted(item.asked_citations, item.asked),
            *((Facts(f"{item.title}: wie en waarvoor", facts),) if facts else ()),
        ),
    )


def _written(frame: Frame, value: str | Absence, name: str) -> tuple[Prose, ...]:
    """What the author wrote, be it that there is nothing; () where nothing is written."""
    return () if isinstance(value, LeftOut) else (Prose(frame.prose(value, name)),)


def _quoted(citations: tuple[Citation, ...], value: object) -> tuple[Quotes, ...]:
    """The words beside a value, and those on which its absence rests."""
    found = (*citations, *(value.citations if isinstance(value, Absence) else ()))
    return (Quotes(tuple(dict.fromkeys(found))),) if found else ()


def _who(frame: Frame, item: Initiative) -> tuple[Fact, ...]:
    """Who was there, each with the part it played."""
    people = item.stakeholders
    if isinstance(people, Absence):
        return frame.fact(item, "stakeholders")
    links = tuple(record_link(frame.corpus, party.who, note=bare(party.part)) for party in people)
    cited = tuple(citation for party in people for citation in party.citations)
    return (Fact(field_of(item, "stakeholders").label, Said(NOTHING, links=links, citations=cited)),)


def participants(frame: Frame, item: Initiative) -> tuple[Fact, ...]:
    """How many took part, each number with who is counted."""
    if isinstance(item.participants, Absence):
        return frame.fact(item, "participants")
    label = field_of(item, "participants").label
    return tuple(
        fact
        for part in item.participants
        for fact in frame.fact(part, "count", label=f"{label}: {part.who}", note=part.note)
    )


# --- heard -----------------------------------------------------------------------------------------------------------


def _heard(frame: Frame, item: Initiative, cell: LoopCell) -> Sign:
    """What was heard: the summary of the author and the signals one by one, or why neither is known."""
    signals = signals_of(item)
    blocks: list[Block] = []
    if not (signals and isinstance(item.heard, Absence)):
        blocks += _written(frame, item.heard, "gehoord")
    blocks += _quoted(item.heard_citations, item.heard)
    if signals:
        blocks.append(Entries("signals", tuple(_said(frame, item, signal) for signal in signals)))
    facts = (*_unheard(frame, item), *_measured(frame, item))
    if facts:
        blocks.append(Facts(f"{item.title}: wat er gehoord werd", facts))
    return Sign(frame.id("gehoord"), "Gehoord", Mark(cell.label, cell.shape), tuple(blocks))


def _unheard(frame: Frame, item: Initiative) -> tuple[Fact, ...]:
    """Why no signal is known, where the record says more than that."""
    silent = isinstance(item.signals, Absence) and (item.signals.reason or item.signals.state != NOT_STATED)
    return frame.fact(item, "signals") if silent else ()


def _measured(frame: Frame, item: Initiative) -> tuple[Fact, ...]:
    found = frame.corpus.measurements_of(item.id)
    links = tuple(record_link(frame.corpus, measurement.ref) for measurement in found)
    return (Fact(frame.corpus.organisation.called(found[0].KIND), Said(NOTHING, links=links)),) if links else ()


def _said(frame: Frame, item: Initiative, signal: Signal) -> Entry:
    """One signal: who gave it, and what it led to, if anything."""
    here = addresses.of_record(item.ref)

    def link(leaf: Adjustment) -> Link:
        note = "" if follow_of(leaf) == FOLLOWED else _word(leaf)
        return Link(leaf.title, here, frame.id(f"bijsturing-{leaf.id}"), note=note)

    found = came_of(frame.corpus, item, signal).items()
    came = tuple(Fact(label, Said(NOTHING, links=tuple(map(link, leaves)))) for label, leaves in found)
    lasting = Link("ontvangstbewijs", addresses.receipt(item.id, signal.id))
    facts = (
        *frame.facts(signal, "sender"),
        *(came or (Fact(LED_TO, Said(NOTHING, mark(SIGNAL_OPEN))),)),
        Fact("Vast adres", Said(NOTHING, links=(lasting,))),
    )
    return Entry(
        Said(inline(signal.text)), id=frame.id(f"signaal-{signal.id}"), facts=facts, citations=signal.citations
    )


def _word(leaf: Adjustment) -> str:
    """How far an adjustment is that is not done."""
    return course(current_status(leaf)).word


# --- done ------------------------------------------------------------------------------------------------------------


def _done(frame: Frame, item: Initiative, cell: LoopCell) -> Sign:
    """What was done or is being done: each adjustment once, in the order of the source, and what holds for all."""
    leaves = by_follow(leaves_of(frame.corpus, item.id))[FOLLOWED]
    found = _listed(frame, item, leaves)
    tops = len(found.listed.items)
    word = f"{counted(tops, 'punt', 'punten')}, {cell.label}" if tops != len(leaves) else cell.label
    short = done_in_short(leaves, tops) if leaves else NOTHING_DONE
    facts = (*for_all(found.shared, len(leaves)), *frame.facts(item, "outcome"))
    undone = cell.state in (FOLLOW_PLANNED, FOLLOW_CONSIDERED, FOLLOW_REFUSED)
    return Sign(
        frame.id("gedaan"),
        "Gedaan",
        mark(NOT_STATED, word=NOT_YET) if undone else Mark(word, cell.shape),
        (
            Prose(frame.paragraph(NOT_DONE if undone else short)),
            *_quoted(item.done_citations, None),
            *((found.listed,) if leaves else ()),
            Facts(f"{item.title}: wat er gedaan werd", facts),
        ),
    )


def _told(frame: Frame, item: Initiative, leaf: Adjustment) -> tuple[Fact, ...]:
    """How far an adjustment is, what ties it to this initiative, and what those who gave the signal say of it."""
    return state_of(frame, leaf), *_ties(frame, item, leaf), *verdict_facts(frame.corpus, leaf)


def _listed(frame: Frame, item: Initiative, leaves: tuple[Adjustment, ...], *, taken: Collection[str] = ()) -> Points:
    """These adjustments as points of the source. `taken`: ids that stand on the page already."""
    return points(
        frame,
        frame.corpus.index.points_of(item.ref),
        lambda leaf: _told(frame, item, leaf),
        only={leaf.id for leaf in leaves},
        taken=taken,
    )


_UNDER: tuple[tuple[str, str, tuple[State, ...]], ...] = (
    ("nog-niet-gedaan", "Nog niet gedaan", (FOLLOW_PLANNED, FOLLOW_CONSIDERED)),
    ("niet-gedaan", "Niet gedaan", (FOLLOW_REFUSED,)),
)
"""What follows an initiative without being done: its place, its heading, and what belongs there."""


def _others(frame: Frame, item: Initiative) -> Iterator[Sign]:
    """What is planned or considered, and what was refused or stopped: each under a heading that says so."""
    groups = by_follow(leaves_of(frame.corpus, item.id))
    taken = set(ids_in(_listed(frame, item, groups[FOLLOWED]).listed.items))
    for name, title, states in _UNDER:
        leaves = tuple(leaf for state in states for leaf in groups[state])
        if leaves:
            found = _listed(frame, item, leaves, taken=taken)
            words = listing(f"{len(groups[state])} {state.word}" for state in states if groups[state])
            facts = for_all(found.shared, len(leaves))
            blocks: tuple[Block, ...] = (
                found.listed,
                *((Facts(f"{item.title}: {title.lower()}", facts),) if facts else ()),
            )
            yield Sign(frame.id(name), title, Mark(words, next(s for s in states if groups[s]).shape), blocks)
            taken |= set(ids_in(found.listed.items))


def _ties(frame: Frame, item: Initiative, leaf: Adjustment) -> tuple[Fact, ...]:
    """How firmly the source ties an adjustment to this initiative, and why it is not known to which signal."""
    ties = [tie for tie in ties_of(frame.corpus, leaf) if tie.initiative == item.id]
    known = {signal.id: signal.text for signal in signals_of(item)}
    here = addresses.of_record(item.ref)
    facts: list[Fact] = []
    for tie in ties:
        text = "" if isinstance(tie.signal, Absence) else known.get(tie.signal, "")
        links = (Link(text, here, frame.id(f"signaal-{tie.signal}")),) if text and len(ties) > 1 else ()
        strong = Said(inline(tie.note), mark(strength(tie.strength)), links=links, citations=tie.citations)
        facts.append(Fact(field_of(Cause, "strength").label, strong))
        if said_absent(tie.signal):
            facts.append(Fact(field_of(Cause, "signal").label, said(frame.corpus, tie.signal)))
    return tuple(facts)
