"""The lists that can be narrowed: whole, in another order, and for each facet value.

In: the public corpus. Out: `ListPage` views; each has the table with exactly the rows of its list. And what a script
reads that narrows by more values at once.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, partial

from markupsafe import Markup

from weerklank import addresses
from weerklank.corpus import Corpus, once
from weerklank.data.formats.rows import csv_lines
from weerklank.data.table import Table
from weerklank.document.parts import NOTHING, Link, table_downloads
from weerklank.facts import tables
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
from weerklank.facts.listing import all_of
from weerklank.facts.loop import in_each
from weerklank.facts.orders import (
    Order,
    adjustment_orders,
    initiative_orders,
    measurement_orders,
    promise_orders,
    question_orders,
    source_orders,
)
from weerklank.facts.recordfacets import measurement_facets, promise_facets, question_facets, source_facets
from weerklank.kinds import KINDS, words_of_facet
from weerklank.markup import inline
from weerklank.model import NOT_FILLED_IN, Absence, Ref
from weerklank.site.lists import (
    ListPage,
    ListPart,
    Narrowing,
    OrderLink,
    Row,
    columns,
    open_words,
    parts_of,
    with_lists,
)
from weerklank.site.paging import ON_A_PAGE
from weerklank.site.promises import promises_list
from weerklank.site.shell import Head, head, list_link
from weerklank.site.sources import sources_page
from weerklank.site.wholelists import adjustments_page, initiatives_page, measurements_page, questions_page
from weerklank.wording import counted


@dataclass(frozen=True)
class _Narrowable:
    """What the lists of a kind that can be narrowed are made from.

    Its whole list before it is narrowed, facets, orders, and the table of some ids. `always`: also where it is short,
    because records and texts of authors link to the ready-made lists of words.
    """

    page: Callable[[Corpus], ListPage]
    facets: Callable[[Corpus], tuple[Facet, ...]]
    orders: Callable[[Corpus], tuple[Order, ...]]
    table: Callable[..., Table]
    always: bool = False

    def of_rows(self, corpus: Corpus, ids: Iterable[str], *, name: str = "") -> Table:
        """The table with the rows of a list, in its order."""
        wanted = tuple(ids)
        table = self.table(corpus, wanted, **({"name": name} if name else {}))
        place = [column.key for column in table.columns].index("id")
        rows = {str(row[place].value): row for row in table.rows}
        return replace(table, rows=tuple(rows[name] for name in wanted))


def _of_kind(kind: str) -> Callable[..., Table]:
    return lambda corpus, ids=None, *, name="": all_of(corpus, KINDS[kind], ids, name=name)


NARROWED: Mapping[str, _Narrowable] = {
    "initiatief": _Narrowable(initiatives_page, initiative_facets, initiative_orders, tables.initiatives, always=True),
    "bijsturing": _Narrowable(adjustments_page, adjustment_facets, adjustment_orders, tables.adjustments, always=True),
    "meting": _Narrowable(measurements_page, measurement_facets, measurement_orders, _of_kind("meting")),
    "vraag": _Narrowable(questions_page, question_facets, question_orders, _of_kind("vraag")),
    "toezegging": _Narrowable(promises_list, promise_facets, promise_orders, _of_kind("toezegging")),
    "bron": _Narrowable(sources_page, source_facets, source_orders, _of_kind("bron")),
}
"""The kinds whose lists can be narrowed."""
SHORT = 20
"""A list of so many is read as it is; where it is longer one narrows it."""


@once
def narrowable(corpus: Corpus) -> Mapping[str, _Narrowable]:
    """The kinds whose lists can be narrowed here: where there is something to choose."""
    return {
        kind: made
        for kind, made in NARROWED.items()
        if made.always or (len(made.page(corpus).rows) > SHORT and made.facets(corpus))
    }


@once
def _rows(corpus: Corpus, kind: str) -> Mapping[str, Row]:
    """The row of each record of a kind by its id, in the order of its list."""
    return {row.id: row for row in NARROWED[kind].page(corpus).rows}


# --- whole, and in another order -------------------------------------------------------------------------------------


def whole_page(corpus: Corpus, kind: str) -> ListPage:
    """The list of all records of a kind, with its files."""
    page = NARROWED[kind].page(corpus)
    table = NARROWED[kind].of_rows(corpus, (row.id for row in page.rows))
    page = replace(page, table=table, downloads=table_downloads(table)) if page.rows or NARROWED[kind].always else page
    return _listed(corpus, page, "") if kind in narrowable(corpus) else page


def _listed(corpus: Corpus, page: ListPage, order: str) -> ListPage:
    """A whole list in one of its orders, with the ways to narrow it."""
    made = NARROWED[page.kind]
    rows, count = _rows(corpus, page.kind), len(page.rows)
    facets = with_lists(made.facets(corpus)) if order else made.facets(corpus)
    (ids,) = (found.ids for found in made.orders(corpus) if found.id == order)
    ordered = tuple(rows[name] for name in ids)
    return replace(
        page,
        rows=ordered,
        dense=count > ON_A_PAGE,
        heads=columns(ordered) if count > ON_A_PAGE else (),
        narrowing=_narrowing(corpus, page.kind, facets, order=order),
    )


def _narrowing(corpus: Corpus, kind: str, facets: tuple[Facet, ...], *, order: str = "") -> Narrowing:
    made, many = NARROWED[kind], KINDS[kind].plural
    count = len(_rows(corpus, kind))
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
    count = len(NARROWED[kind].page(corpus).rows)
    yield from parts_of(corpus, addresses.index(kind), count, partial(whole_page, corpus, kind))
    longer = kind in narrowable(corpus) and count > ON_A_PAGE
    for order in NARROWED[kind].orders(corpus)[1:] if longer else ():
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
    whole = NARROWED[kind].page(corpus)
    return _listed(corpus, ListPage(top, kind, whole.rows, whole.empty), order.id)


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
    for kind, made in narrowable(corpus).items():
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
    rows = tuple(_rows(corpus, kind)[name] for name in value.ids)
    table = made.of_rows(corpus, value.ids, name=_table_name(kind, facet, value))
    title = facet_title(facet, value)
    count = _count_of(corpus, kind, value.ids)
    words = words_of_facet(kind, facet.dimension)
    word = Ref(words.name if words else "", value.id)
    follows = facet.dimension == "beleidsveld" and corpus.has(word)
    dense = len(_rows(corpus, kind)) > ON_A_PAGE
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
        made.page(corpus).empty,
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
    ids = {name: place for place, name in enumerate(_rows(corpus, kind))}
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
    assert page.table is not None
    top, lines = csv_lines(page.table)
    return RowsScript(page.head, page.dense, top, tuple(zip(lines, page.rows, strict=True)))
