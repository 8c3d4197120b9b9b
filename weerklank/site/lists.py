"""What a list is made of: its rows, the ways to narrow it, the table of exactly its rows, and what stands beside them.

In: what one list holds. Out: `ListPage`, the same for every kind of record; `indexes` says what each list holds.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import TypeVar

from markupsafe import Markup

from weerklank import addresses
from weerklank.corpus import Corpus
from weerklank.data.table import Table
from weerklank.document.blocks import Section
from weerklank.document.parts import NOTHING, ChartFigure, Link, Mark, Quote, Said, mark, record_link
from weerklank.facts.facets import Facet
from weerklank.facts.verdicts import Judged, giver_of
from weerklank.kinds import KINDS
from weerklank.markup import inline
from weerklank.model import Absence, LeftOut, Record
from weerklank.model.fields import Field, state_of
from weerklank.site.paging import ON_A_PAGE, Slice, pages_for, slice_of
from weerklank.site.shell import EVERYTHING, Head, head, way_to
from weerklank.wording import date_words, uncapital, within

T = TypeVar("T")


@dataclass(frozen=True)
class Told:
    """A word with its state, under a `label` of its own or with a `count` behind it."""

    label: str
    mark: Mark
    count: str = ""


@dataclass(frozen=True)
class Row:
    """One record in a list. `trace`: how it stands, in words with their state.

    `more`: what belongs to it and has an address of its own.
    """

    id: str
    link: Link
    summary: Markup = NOTHING
    meta: tuple[str, ...] = ()
    trace: tuple[Told, ...] = ()
    more: Link | None = None


@dataclass(frozen=True)
class Beside:
    """What a reader of a list must know as well. `items`: records, each with what is said of it and quoted.

    `more`: where the rest stands, when they are not all here; the note then says how many there are.
    """

    id: str
    title: str
    note: str
    items: tuple[tuple[Link, Said | None, tuple[Quote, ...]], ...]
    more: Link | None = None


@dataclass(frozen=True)
class OrderLink:
    """A way to read a list in another order. `path`: the list in that order, "" where only a script can make it.

    `current`: the order that the list has.
    """

    id: str
    label: str
    path: str
    current: bool = False


@dataclass(frozen=True)
class Narrowing:
    """What makes a list one that can be narrowed. `words`: one and many of what is counted; `count`: all of these.

    `facets`: the ways to narrow it; `orders`: the orders it can have. `index`: the address of the whole list; `keys`
    and `rows`: those of the scripts with the values of all records and with their rows; `name`: that of its table;
    `size`: how many rows stand on a page.
    """

    words: tuple[str, str]
    count: int
    facets: tuple[Facet, ...]
    orders: tuple[OrderLink, ...]
    index: str
    keys: str
    rows: str
    name: str
    size: int = ON_A_PAGE


@dataclass(frozen=True)
class ListPage:
    """Everything the template of a list prints.

    `kind`: what is listed; `empty`: what stands there without rows; `title`: the heading of the rows, "" when the page
    has no other matter. `part`: which rows these are, None when they are all. `dense`: the list is too long to tell
    more of each than its name, remarks and states; `heads`: the names of these states, "" each where rows differ.
    `narrowing`: how it can be narrowed, if it can. `narrowed`: the facet value that the page stands for, or "", with
    its `definition` and `back` to the whole list. `shown`: a table that is printed above the rows; `table`: that of
    exactly the rows of the list, as a file; `beside`: what else to know. `sections`: what stands above the list, as on
    the page of a record.
    """

    head: Head
    kind: str
    rows: tuple[Row, ...]
    empty: Markup
    title: str = ""
    part: Slice | None = None
    dense: bool = False
    heads: tuple[str, ...] = ()
    narrowing: Narrowing | None = None
    narrowed: str = ""
    back: Link | None = None
    definition: Markup = NOTHING
    shown: Table | None = None
    table: Table | None = None
    downloads: tuple[Link, ...] = ()
    beside: tuple[Beside, ...] = ()
    sections: tuple[Section, ...] = ()
    figure: ChartFigure | None = None


@dataclass(frozen=True)
class ListPart:
    """A page of a list. `path`: its address; `view`: gives it."""

    path: str
    view: Callable[[], ListPage]


def parts_of(corpus: Corpus, path: str, count: int, view: Callable[[], ListPage]) -> Iterator[ListPart]:
    """The pages of a list with so many rows. `path`: the address of the first; `view`: gives the whole."""
    whole = cache(view)
    for number in range(1, pages_for(count) + 1):
        yield ListPart(addresses.part(path, number), partial(_cut, corpus, whole, number))


def _cut(corpus: Corpus, whole: Callable[[], ListPage], number: int) -> ListPage:
    """Page `number` of a list: what is about all of it stands on the first only."""
    page = whole()
    here = slice_of(page.head.path, number, len(page.rows))
    if here.of == 1:
        return page
    rows = page.rows[here.first - 1 : here.last]
    if number == 1:
        return replace(page, rows=rows, part=here)
    lead = f"Pagina {number} van {here.of}: {here.first}–{here.last} van {here.count}."
    return replace(
        page,
        narrowing=page.narrowing and replace(page.narrowing, facets=with_lists(page.narrowing.facets)),
        head=head(
            corpus,
            path=addresses.part(page.head.path, number),
            title=f"{page.head.title}, pagina {number}",
            lead=lead,
            description=f"{page.head.title}. {lead}",
            trail=(*page.head.crumbs[1:-1], Link(page.head.title, page.head.path)),
            section=page.head.section,
        ),
        rows=rows,
        part=here,
        definition=NOTHING,
        shown=None,
        beside=(),
        sections=(),
        figure=None,
    )


def open_words(corpus: Corpus, kind: str) -> str:
    """The sentence behind the number of records of a kind of which the source gives examples only, or ""."""
    return " Het zijn voorbeelden: er kan meer zijn dan de bron noemt." if corpus.is_open(kind) else ""


def columns(rows: tuple[Row, ...]) -> tuple[str, ...]:
    """The names of the states of each row, when they are the same for all; else none."""
    found = {tuple(told.label for told in row.trace) for row in rows}
    return found.pop() if len(found) == 1 else ()


def list_head(corpus: Corpus, kind: str, lead: str, *, feeds: tuple[Link, ...] = ()) -> Head:
    """The head of the whole list of a kind. `feeds`: what can be followed besides everything."""
    *above, here = way_to(corpus, KINDS[kind])
    return head(
        corpus,
        path=here.path,
        title=here.text,
        lead=lead,
        trail=tuple(above),
        section=(*above, here)[0].path,
        feeds=(*feeds, EVERYTHING),
    )


def with_lists(facets: tuple[Facet, ...], *, here: str = "") -> tuple[Facet, ...]:
    """The facets on any page but the first of a whole list: those with a ready-made list for each value.

    What can grow with the records, one value for each of them, stands on that page and on no other. `here`: the facet
    that the page is narrowed by; of it the values with a list are kept anyway.
    """
    kept = ((facet, tuple(value for value in facet.values if value.own is None)) for facet in facets)
    return tuple(
        replace(facet, values=values)
        for facet, values in kept
        if len(values) == len(facet.values) or facet.dimension == here
    )


def stances(corpus: Corpus, item: Judged) -> tuple[Told, ...]:
    """What those who gave a signal, or were promised it, say of a record, each by its name."""
    judged = ((state_of(given, "verdict"), within(giver_of(corpus, item, given))) for given in item.verdicts)
    return tuple(Told("Oordeel", mark(state, word=f"{state.word}, volgens {who}")) for state, who in judged)


def remark(label: str, value: T | Absence, words: Callable[[T], str]) -> str:
    """A remark, or in which state it is not there: "nummer gepland"; "" where nobody filled it in."""
    if isinstance(value, LeftOut):
        return ""
    return f"{label} {value.state.word}" if isinstance(value, Absence) else words(value)


def dated(field: Field, item: Record) -> str:
    """A date behind the label of its field: "uiterlijk: 30 juni 2030"."""
    label = f"{uncapital(field.label)}:"
    return remark(label, field.value(item), lambda date: f"{label} {date_words(date)}")


def record_row(corpus: Corpus, item: Record, *meta: str, trace: Iterable[Told] = (), summary: str = "") -> Row:
    """The row of a record: what its card says, remarks on one line, and how it stands."""
    text = inline(summary or corpus.index.card(item.ref).summary)
    return Row(item.id, record_link(corpus, item.ref), text, tuple(filter(None, meta)), tuple(trace))
