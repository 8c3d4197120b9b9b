"""The lists that can be narrowed: initiatives and adjustments, whole, in another order, and for each facet value.

In: the public corpus. Out: `ListPage` views; each has the table with exactly the rows of its list. And what a script
reads that narrows by more values at once.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, partial

from markupsafe import Markup

from weerklank import addresses
from weerklank.chartspec import ChartSpec
from weerklank.corpus import Corpus, once
from weerklank.data.formats.rows import csv_lines
from weerklank.data.table import Table
from weerklank.document.parts import NOTHING, Link, Mark, chart_figure, mark, table_downloads
from weerklank.facts import tables, verdicts
from weerklank.facts.charts import adjustment_chart, initiative_chart, on_a_page
from weerklank.facts.facets import (
    ALL,
    SILENCES,
    Facet,
    FacetValue,
    adjustment_facets,
    facet_title,
    initiative_facets,
    keys_by_record,
)
from weerklank.facts.loop import Loop, current_status, in_each, loops, points
from weerklank.facts.orders import Order, adjustment_orders, initiative_orders
from weerklank.facts.ties import strengths, ties_of
from weerklank.facts.voice import source
from weerklank.kinds import KINDS, words_of_facet
from weerklank.markup import inline
from weerklank.model import NOT_FILLED_IN, Absence, Adjustment, Ref
from weerklank.site.lists import (
    ListPage,
    ListPart,
    Narrowing,
    OrderLink,
    Row,
    Told,
    columns,
    list_head,
    open_words,
    parts_of,
    record_row,
    remark,
    stances,
    with_lists,
)
from weerklank.site.paging import ON_A_PAGE
from weerklank.site.shell import Head, head, list_link
from weerklank.states import course
from weerklank.wording import counted, period_short, uncapital

# --- rows ------------------------------------------------------------------------------------------------------------


@once
def _initiative_rows(corpus: Corpus) -> Mapping[str, Row]:
    """The row of each initiative, those with most to tell first."""
    return {loop.initiative: _initiative_row(corpus, loop) for loop in loops(corpus)}


def _initiative_row(corpus: Corpus, loop: Loop) -> Row:
    item = corpus.initiative(loop.initiative)
    meta = (
        uncapital(corpus.term(item.level).name),
        remark("wanneer:", item.period, period_short),
        remark("vorm:", item.forms, lambda refs: ", ".join(corpus.term(ref).name for ref in refs)),
    )
    cells = (("Gevraagd", loop.asked), ("Gehoord", loop.heard), ("Gedaan", loop.done))
    trace = (Told(label, Mark(cell.label, cell.shape)) for label, cell in cells)
    return record_row(corpus, item, *meta, trace=trace)


@once
def _adjustment_rows(corpus: Corpus) -> Mapping[str, Row]:
    """The row of each adjustment without parts, by initiative and title."""
    return {item.id: _adjustment_row(corpus, item) for item in tables.listed_adjustments(corpus)}


def _adjustment_row(corpus: Corpus, item: Adjustment) -> Row:
    named = (tie.origin for tie in ties_of(corpus, item) if tie.origin is not None)
    origins = dict.fromkeys(corpus.get(ref).title for ref in named)
    meta = [uncapital(corpus.term(item.kind).name), *(f"uit: {title}" for title in origins)]
    if words := strengths(corpus, item):
        meta.append(f"verband: {', '.join(words)}")
    if item.part_of is not None:
        meta.append(f"onderdeel van: {corpus.adjustment(item.part_of.id).title}")
    state = Told("Toestand", mark(course(current_status(item))))
    return record_row(corpus, item, *meta, trace=(state, *stances(corpus, item)))


def _none(kind: str) -> Markup:
    many = KINDS[kind].plural
    return inline(f"**Geen {many}.** Er is er geen enkel opgetekend. Dat betekent niet dat er geen waren.")


@dataclass(frozen=True)
class _Narrowable:
    """What the lists of a kind that can be narrowed are made from.

    Facets, rows by id, orders, the table of some ids, what stands above the whole list, and its chart.
    """

    facets: Callable[[Corpus], tuple[Facet, ...]]
    rows: Callable[[Corpus], Mapping[str, Row]]
    orders: Callable[[Corpus], tuple[Order, ...]]
    table: Callable[..., Table]
    lead: Callable[[Corpus], str]
    chart: Callable[[Corpus], ChartSpec | None]


def _initiatives_lead(corpus: Corpus) -> str:
    count = counted(len(corpus.initiatives), "initiatief", "initiatieven")
    return f"{count}, elk met wat er volgens {source(corpus)} gevraagd, gehoord en gedaan werd."


def _adjustments_lead(corpus: Corpus) -> str:
    """How many there are, how far, and how many points of the source they are."""
    count, found = len(corpus.leaves), points(corpus, corpus.leaves)
    lead = f"{counted(count, 'bijsturing', 'bijsturingen')}, met waar ze vandaan komen."
    lead += f" Hoe ver ze zijn: {in_each(corpus.leaves)}." if count else ""
    if found != count:
        lead += f" In {source(corpus)} staan ze als {counted(found, 'punt', 'punten')}."
    if judged := verdicts.statement(corpus.adjustments, ("bijsturing", "bijsturingen")):
        lead += f" {judged}"
    return lead


NARROWED: Mapping[str, _Narrowable] = {
    "initiatief": _Narrowable(
        initiative_facets, _initiative_rows, initiative_orders, tables.initiatives, _initiatives_lead, initiative_chart
    ),
    "bijsturing": _Narrowable(
        adjustment_facets, _adjustment_rows, adjustment_orders, tables.adjustments, _adjustments_lead, adjustment_chart
    ),
}
"""The kinds whose lists can be narrowed."""


# --- whole, and in another order -------------------------------------------------------------------------------------


def whole_page(corpus: Corpus, kind: str) -> ListPage:
    """The list of all records of a kind."""
    made = NARROWED[kind]
    table, chart = made.table(corpus), made.chart(corpus)
    page = _listed(corpus, kind, list_head(corpus, kind, made.lead(corpus) + open_words(corpus, kind)), "")
    return replace(
        page,
        table=table,
        downloads=table_downloads(table),
        figure=chart_figure(on_a_page(chart)) if chart is not None else None,
    )


def _listed(corpus: Corpus, kind: str, top: Head, order: str) -> ListPage:
    """All records of a kind in one of its orders."""
    made = NARROWED[kind]
    rows, count = made.rows(corpus), len(made.rows(corpus))
    facets = with_lists(made.facets(corpus)) if order else made.facets(corpus)
    (ids,) = (found.ids for found in made.orders(corpus) if found.id == order)
    ordered = tuple(rows[name] for name in ids)
    return ListPage(
        top,
        kind,
        ordered,
        _none(kind),
        dense=count > ON_A_PAGE,
        heads=columns(ordered) if count > ON_A_PAGE else (),
        narrowing=_narrowing(corpus, kind, facets, order=order),
    )


def _narrowing(corpus: Corpus, kind: str, facets: tuple[Facet, ...], *, order: str = "") -> Narrowing:
    made, many = NARROWED[kind], KINDS[kind].plural
    count = len(made.rows(corpus))
    ready = {found.id: _order_address(kind, found.id) for found in made.orders(corpus) if count > ON_A_PAGE}
    orders = tuple(
        OrderLink(found.id, found.label, ready.get(found.id, ""), found.id == order) for found in made.orders(corpus)
    )
    return Narrowing(
        (kind, many),
        count,
        facets,
        orders if count > 1 else (),
        addresses.index(kind),
        addresses.list_index(kind),
        addresses.list_rows(kind),
        KINDS[kind].folder,
    )


def _order_address(kind: str, order: str) -> str:
    return addresses.ordered(kind, order) if order else addresses.index(kind)


def whole_parts(corpus: Corpus, kind: str) -> Iterator[ListPart]:
    """The pages of the whole list of a kind; when it is longer than a page also those of each other order."""
    count = len(NARROWED[kind].rows(corpus))
    yield from parts_of(corpus, addresses.index(kind), count, partial(whole_page, corpus, kind))
    for order in NARROWED[kind].orders(corpus)[1:] if count > ON_A_PAGE else ():
        path = addresses.ordered(kind, order.id)
        yield from parts_of(corpus, path, count, partial(_ordered_page, corpus, kind, order))


def _ordered_page(corpus: Corpus, kind: str, order: Order) -> ListPage:
    name = corpus.organisation.called(KINDS[kind])
    lead = f"{counted(len(order.ids), kind, KINDS[kind].plural)}.{open_words(corpus, kind)}"
    top = head(
        corpus,
        path=addresses.ordered(kind, order.id),
        title=f"{name}, volgorde: {order.label}",
        lead=lead,
        trail=(list_link(corpus, KINDS[kind]),),
        section=addresses.index(kind),
    )
    return _listed(corpus, kind, top, order.id)


# --- narrowed by one value -------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class FacetPage:
    """The list of a facet value. `parts`: its pages; `table`: the name of its table, or ""; `view`: the whole, once."""

    parts: tuple[ListPart, ...]
    table: str
    view: Callable[[], ListPage]


def facet_pages(corpus: Corpus) -> Iterator[FacetPage]:
    """The list of every facet value that keeps some records, not all, and is none itself; and of every listed word.

    A word has its list even when no initiative has it, or all: records, texts of authors and frozen annexes link to it.
    """
    for kind, made in NARROWED.items():
        for facet in made.facets(corpus):
            words = words_of_facet(kind, facet.dimension)
            for value in facet.values:
                if value.own is None and (value.path or (words and value.id not in (ALL, *SILENCES))):
                    path = addresses.facet(kind, facet.dimension, value.id)
                    view = cache(partial(_facet_page, corpus, kind, facet, value))
                    parts = tuple(parts_of(corpus, path, len(value.ids), view))
                    yield FacetPage(parts, _table_name(kind, facet, value) if value.ids else "", view)


def _table_name(kind: str, facet: Facet, value: FacetValue) -> str:
    return f"{KINDS[kind].plural}-per-{facet.dimension}-{value.id}"


def _facet_page(corpus: Corpus, kind: str, facet: Facet, value: FacetValue) -> ListPage:
    made, many = NARROWED[kind], KINDS[kind].plural
    rows = tuple(made.rows(corpus)[name] for name in value.ids)
    table = made.table(corpus, value.ids, name=_table_name(kind, facet, value))
    title = facet_title(facet, value)
    count = _count_of(corpus, kind, value.ids)
    words = words_of_facet(kind, facet.dimension)
    word = Ref(words.name if words else "", value.id)
    follows = facet.dimension == "beleidsveld" and corpus.has(word)
    dense = len(made.rows(corpus)) > ON_A_PAGE
    return ListPage(
        head(
            corpus,
            path=addresses.facet(kind, facet.dimension, value.id),
            title=title,
            lead=f"{count}.{open_words(corpus, kind)}",
            description=f"{title}: {count} bij {corpus.organisation.with_article}.",
            trail=(list_link(corpus, KINDS[kind]),),
            section=addresses.index(kind),
            feeds=(Link(title, addresses.feed("beleidsveld", value.id)),) if follows else (),
        ),
        kind,
        rows,
        _none(kind),
        dense=dense,
        heads=columns(rows) if dense else (),
        narrowing=_narrowing(corpus, kind, with_lists(made.facets(corpus), here=facet.dimension)),
        narrowed=f"{facet.dimension}:{value.id}",
        back=Link(f"Alle {many}", addresses.index(kind)),
        definition=_definition(corpus, word),
        table=table if rows else None,
        downloads=_files(table) if rows else (),
    )


READY = ("csv", "xlsx")
"""The endings of the files with the rows of one facet value."""


def _files(table: Table) -> tuple[Link, ...]:
    return tuple(
        Link(f"Deze {len(table.rows)} als {ending}", addresses.download(table.name, ending)) for ending in READY
    )


def _count_of(corpus: Corpus, kind: str, ids: tuple[str, ...]) -> str:
    """How many records a list has; of adjustments also how far they are: a list holds what is not done as well."""
    count = counted(len(ids), kind, KINDS[kind].plural)
    if kind != "bijsturing" or not ids:
        return count
    return f"{count}: {in_each(corpus.adjustment(name) for name in ids)}"


def _definition(corpus: Corpus, word: Ref) -> Markup:
    found = corpus.term(word).definition if corpus.has(word) else NOT_FILLED_IN
    return NOTHING if isinstance(found, Absence) else inline(found)


# --- narrowed by a script --------------------------------------------------------------------------------------------


def index_script(corpus: Corpus, kind: str) -> str:
    """The script that knows which values each record of a list has, and in which orders it can be read.

    Records are told by their place in the list. `window.weerklankLijst`: "keys": every value ("niveau:intern"); "rows":
    for each record the places of its values among these; "orders": for each other order the places of the records.
    """
    made = NARROWED[kind]
    facets = made.facets(corpus)
    keys = {f"{facet.dimension}:{value.id}": 0 for facet in facets for value in facet.values if value.ids}
    keys = {key: place for place, key in enumerate(keys)}
    has = keys_by_record(facets)
    ids = {name: place for place, name in enumerate(made.rows(corpus))}
    data = {
        "keys": tuple(keys),
        "rows": [[keys[key] for key in has[name]] for name in ids],
        "orders": {order.id: [ids[name] for name in order.ids] for order in made.orders(corpus)[1:]},
    }
    return f"window.weerklankLijst={json.dumps(data, ensure_ascii=False, separators=(',', ':'))};\n"


@dataclass(frozen=True)
class RowsScript:
    """Every row of a list as a script: as it is printed on the page of `head`, and as a line of CSV under `top`."""

    head: Head
    dense: bool
    top: str
    rows: tuple[tuple[str, Row], ...]


def rows_script(corpus: Corpus, kind: str) -> RowsScript:
    """The rows of a list, in its order."""
    page = whole_page(corpus, kind)
    top, lines = csv_lines(NARROWED[kind].table(corpus))
    return RowsScript(page.head, page.dense, top, tuple(zip(lines, page.rows, strict=True)))
