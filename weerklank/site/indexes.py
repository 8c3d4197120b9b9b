"""The list of each kind of record.

In: the public corpus. Out: `ListPage` views.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from weerklank import addresses
from weerklank.corpus import Corpus
from weerklank.document.parts import mark, table_downloads
from weerklank.facts.listing import all_of, in_order
from weerklank.kinds import KINDS, Kind
from weerklank.markup import inline
from weerklank.model import (
    RECORDS,
    Record,
)
from weerklank.model.fields import own_dates
from weerklank.site.complaints import complaints_page
from weerklank.site.lists import (
    ListPage,
    ListPart,
    Row,
    Told,
    dated,
    list_head,
    open_words,
    parts_of,
    record_row,
    remark,
)
from weerklank.site.narrowed import NARROWED, whole_page, whole_parts
from weerklank.wording import date_words, uncapital

LISTS: Mapping[str, Callable[[Corpus], ListPage]] = {
    **{kind: partial(whole_page, kind=kind) for kind in NARROWED if not KINDS[kind].about},
    "klachtenjaar": complaints_page,
}
"""Kinds whose list page says more than their records do."""


def list_parts(corpus: Corpus, kind: Kind) -> Iterator[ListPart]:
    """The pages of the list of a kind, in each order that has pages of its own."""
    if kind.name in NARROWED:
        return whole_parts(corpus, kind.name)
    count = len(corpus.every(RECORDS[kind.name]))
    return parts_of(corpus, addresses.index(kind.name), count, partial(list_page, corpus, kind))


def list_page(corpus: Corpus, kind: Kind) -> ListPage:
    """The whole list of a kind of its own make; else what the kind says of itself, and its records, newest first."""
    made = LISTS.get(kind.name)
    return made(corpus) if made else _listed(corpus, kind)


def _listed(corpus: Corpus, kind: Kind) -> ListPage:
    """The list of a kind without a page of its own make."""
    rows = tuple(_plain_row(corpus, item) for item in in_order(corpus, kind))
    table = all_of(corpus, kind) if kind.caption and rows else None
    return ListPage(
        list_head(corpus, kind.name, kind.about + open_words(corpus, kind.name)),
        kind.name,
        rows,
        inline(kind.none),
        table=table,
        downloads=table_downloads(table) if table else (),
    )


def _plain_row(corpus: Corpus, item: Record) -> Row:
    """A record with its dates, each called by its field where there are more, and how far it is."""
    dates = own_dates(item)
    meta = (
        remark(f"{uncapital(field.label)}:", field.value(item), date_words) if len(dates) == 1 else dated(field, item)
        for field in dates
    )
    state = corpus.index.card(item.ref).state
    return record_row(corpus, item, *meta, trace=(Told("Toestand", mark(state)),) if state else ())
