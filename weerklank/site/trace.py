"""From signal to adjustment: what each signal led to, and where that is not known.

In: the public corpus. Out: `TracePage`. Cause stands left, effect right, and between them how firmly they are tied.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from markupsafe import Markup

from weerklank import addresses
from weerklank.corpus import Corpus, once
from weerklank.data.table import Table
from weerklank.document.parts import NOTHING, Link, Mark, Said, mark, record_link, said, table_downloads
from weerklank.document.sentences import complaints_said
from weerklank.facts.complaints import years_of
from weerklank.facts.loop import current_status, loops
from weerklank.facts.ties import Tie, by_origin, signal_of, signals_of
from weerklank.facts.trace import Numbers, numbers, outcomes, shown_ties, ties_table
from weerklank.facts.voice import source
from weerklank.kinds import KINDS
from weerklank.markup import inline
from weerklank.model import NOT_FILLED_IN, Absence, Adjustment, ComplaintsYear, Initiative, LeftOut, Ref, Signal
from weerklank.model.part import words_of
from weerklank.model.records import Strength
from weerklank.site.paging import pages_for, spans
from weerklank.site.shell import TRACE, Head, head, list_link
from weerklank.states import LEFT_OUT, SIGNAL_OPEN, STRENGTHS, State, course, strength
from weerklank.wording import counted, date_words


@dataclass(frozen=True)
class End:
    """An adjustment, how it stands and since when ("" where that is not known)."""

    link: Link
    state: Mark
    since: str


@dataclass(frozen=True)
class Led:
    """How firmly the source ties what follows, as a word with its shape, and the adjustments; () without any."""

    strength: Mark
    ends: tuple[End, ...]


@dataclass(frozen=True)
class Chain:
    """What was said, by whom and where, and what it led to: at least one `Led`.

    `id`: its fragment. `text`: the words of the signal, "" where no signal is known; then `silence` says so. `origin`:
    the initiative or the year of complaints, without a path where that is not known either (`unknown`: why).
    `receipt`: the page that follows this one signal.
    """

    id: str
    text: Markup
    silence: Said | None
    sender: Said | None
    origin: Link
    unknown: Said | None
    led: tuple[Led, ...]
    receipt: Link | None = None


@dataclass(frozen=True)
class TracePage:
    """Everything the template prints. `pages`: the ways to all pages, () where there is one.

    `outcomes`: how many signals, or without any how many adjustments, came to what; `of`: of how many. `chains`: those
    of this page, the `first` of `count` in all. The rest stands on the first page only: `quiet`, initiatives and years
    of complaints of which neither signal nor adjustment is recorded; `back`: what is counted from adjustment to
    signal; `table`: the rows of that, None where it is too long.
    """

    head: Head
    statement: str
    outcomes: tuple[tuple[int, Mark], ...]
    of: int
    chains: tuple[Chain, ...]
    first: int
    count: int
    pages: tuple[Link, ...]
    quiet: tuple[Link, ...]
    back: str
    table: Table | None
    downloads: tuple[Link, ...]


ON_A_PAGE = 40
"""So many chains stand on one page."""
IN_A_TABLE = 80
"""A table with more rows than this is a file only."""


@once
def chains(corpus: Corpus) -> tuple[Chain, ...]:
    """Every signal and every tie: of initiatives in the order of the home page, of complaints, of unknown origin."""
    ties = by_origin(corpus)
    found = [
        chain
        for loop in loops(corpus)
        for item in (corpus.initiative(loop.initiative),)
        for chain in _of_initiative(corpus, item, ties.get(item.ref, ()))
    ]
    found += [
        chain for year in years_of(corpus) if (mine := ties.get(year.ref)) for chain in _of_year(corpus, year, mine)
    ]
    found += _of_unknown(corpus, ties.get(None, ()))
    return tuple(replace(chain, id=chain.id or f"verband-{place}") for place, chain in enumerate(found, start=1))


def _of_initiative(corpus: Corpus, item: Initiative, ties: tuple[Tie, ...]) -> Iterator[Chain]:
    """What was said in an initiative, each signal with what it led to; last what cannot be tied to a signal."""
    link = record_link(corpus, item.ref)
    for signal in signals_of(item):
        mine = tuple(tie for tie in ties if tie.signal == signal.id)
        receipt = Link("Volg dit signaal", addresses.receipt(item.id, signal.id))
        yield Chain(
            f"signaal-{item.id}-{signal.id}",
            inline(signal.text),
            None,
            sender_of(corpus, signal),
            link,
            None,
            _led(corpus, mine),
            receipt,
        )
    yield from _unsignalled(corpus, tuple(tie for tie in ties if signal_of(corpus, tie) is None), link)


def sender_of(corpus: Corpus, signal: Signal) -> Said | None:
    """Who gave a signal, or why that is not known; None where nobody filled it in."""
    by = signal.sender
    return None if isinstance(by, LeftOut) else said(corpus, by if isinstance(by, Absence) else (by,))


def _unsignalled(corpus: Corpus, ties: Iterable[Tie], origin: Link, unknown: Said | None = None) -> Iterator[Chain]:
    """Ties whose signal is unknown: those for the same reason belong together."""
    groups: dict[Absence, list[Tie]] = {}
    for tie in ties:
        groups.setdefault(tie.signal if isinstance(tie.signal, Absence) else NOT_FILLED_IN, []).append(tie)
    for value, group in groups.items():
        silence = None if isinstance(value, LeftOut) else said(corpus, value)
        yield Chain("", NOTHING, silence, None, origin, unknown, _led(corpus, tuple(group)))


def _of_year(corpus: Corpus, year: ComplaintsYear, ties: tuple[Tie, ...]) -> Iterator[Chain]:
    """A year of complaints that led to something: what each theme led to, and what all complaints together did."""
    for theme in dict.fromkeys(sorted((tie.theme for tie in ties), key=lambda name: not name)):
        words = complaints_said(corpus, year, Ref("klachtthema", theme) if theme else None)
        mine = tuple(tie for tie in ties if tie.theme == theme)
        yield Chain("", inline(words), None, None, record_link(corpus, year.ref), None, _led(corpus, mine))


def _of_unknown(corpus: Corpus, ties: Iterable[Tie]) -> Iterator[Chain]:
    """Adjustments whose initiative is not stated, together per reason."""
    groups: dict[Absence, list[Tie]] = {}
    for tie in ties:
        if isinstance(tie.initiative, Absence):
            groups.setdefault(tie.initiative, []).append(tie)
    for value, group in groups.items():
        yield from _unsignalled(corpus, group, Link("Aanleiding"), said(corpus, value))


def _led(corpus: Corpus, ties: tuple[Tie, ...]) -> tuple[Led, ...]:
    groups = {state: [tie for tie in ties if strength(tie.strength) == state] for state in (*STRENGTHS, LEFT_OUT)}
    found = (
        Led(mark(state), tuple(_end(corpus.adjustment(tie.adjustment), corpus) for tie in mine))
        for state, mine in groups.items()
        if mine
    )
    return tuple(found) or (Led(mark(SIGNAL_OPEN), ()),)


def _end(item: Adjustment, corpus: Corpus) -> End:
    since = item.course[-1].date
    words = "" if isinstance(since, Absence) else date_words(since)
    return End(record_link(corpus, item.ref), mark(course(current_status(item))), words)


# What it comes to


def _statement(corpus: Corpus, found: Numbers) -> str:
    if found.signals:
        led = "leidde" if found.signals_followed == 1 else "leidden"
        of = counted(found.signals, "signaal", "signalen")
        followed = f"{led} er volgens {source(corpus)} {found.signals_followed} tot een bijsturing"
        first = f"Van {of} {followed} die gedaan of bezig is."
        untied = found.signals_untied
        return f"{first} Bij {untied} is er een opgetekend, en het verband niet vermeld." if untied else first
    return _adjusted(corpus, found)


def _adjusted(corpus: Corpus, found: Numbers) -> str:
    if not found.adjustments:
        return "Er is nog geen bijsturing gedaan of bezig."
    direct = found.by_strength["rechtstreeks"]
    of = counted(found.adjustments, "bijsturing", "bijsturingen")
    verb = "volgt" if direct == 1 else "volgen"
    first = f"Gedaan of bezig: {of}. {direct} daarvan {verb} rechtstreeks uit feedback."
    if found.with_signal == 0:
        return f"{first} Bij geen enkele staat in {source(corpus)} welk signaal dat was."
    return f"{first} Bij {found.with_signal} is het signaal zelf bekend."


def _back(corpus: Corpus, found: Numbers) -> str:
    """The same from the other side: how firmly adjustments are tied, and how many initiatives led to one."""
    first = f"{_adjusted(corpus, found)} " if found.signals else ""
    ties = ", ".join(f"{number} {words_of(Strength)[key]}" for key, number in found.by_strength.items())
    word = "initiatief" if found.initiatives == 1 else KINDS["initiatief"].plural
    followed = f"{found.initiatives_followed} van {found.initiatives} {word} met een bijsturing."
    left_out = "Wat gepland, overwogen of niet uitgevoerd is, telt niet mee."
    return f"{first}Verband: {ties}. {followed} {left_out}"


def _came_to(counted_states: Iterable[tuple[State, int]]) -> tuple[tuple[int, Mark], ...]:
    return tuple((number, mark(state)) for state, number in counted_states if number)


# The pages


def trace_pages(corpus: Corpus) -> Iterator[tuple[str, Callable[[], TracePage]]]:
    """Every page of ties with its path: the first, and one more for each further part of what it has no room for."""
    for number in range(1, pages_for(len(chains(corpus)), ON_A_PAGE) + 1):
        yield addresses.numbered(addresses.TRACE, number), partial(_page, corpus, number)


def _page(corpus: Corpus, number: int) -> TracePage:
    found, counts, table = chains(corpus), numbers(corpus), ties_table(corpus)
    first = (number - 1) * ON_A_PAGE
    path, alone = addresses.numbered(addresses.TRACE, number), number == 1
    title = TRACE.text if alone else f"{TRACE.text}, pagina {number}"
    ties = by_origin(corpus)
    items = (corpus.initiative(loop.initiative) for loop in loops(corpus))
    silent = [item.ref for item in items if not (ties.get(item.ref) or signals_of(item))]
    silent += [year.ref for year in years_of(corpus) if not ties.get(year.ref)]
    quiet = (record_link(corpus, ref) for ref in silent)
    section = list_link(corpus, KINDS["bijsturing"])
    lead = "Wat er gezegd werd, wie het zei, en wat ermee gebeurde. Ook als er niets over vermeld staat."
    shown = shown_ties(table) if alone and len(table.rows) <= IN_A_TABLE else None
    return TracePage(
        head(corpus, path=path, title=title, lead=lead, trail=(section,), section=section.path),
        _statement(corpus, counts),
        _came_to(outcomes(corpus)),
        counts.signals or counts.adjustments,
        found[first : first + ON_A_PAGE],
        first + 1,
        len(found),
        spans(addresses.TRACE, number, len(found), ON_A_PAGE),
        tuple(quiet) if alone else (),
        _back(corpus, counts),
        shown,
        table_downloads(table) if alone else (),
    )
