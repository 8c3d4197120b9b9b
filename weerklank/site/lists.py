"""What a list is made of: its rows, the ways to narrow it, the table of exactly its rows, and what stands beside them.

In: what one list holds. Out: `ListPage`, the same for every kind of record; `indexes` says what each list holds.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from markupsafe import Markup

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
from weerklank.site.shell import EVERYTHING, Head, head, way_to
from weerklank.wording import date_words, uncapital

T = TypeVar("T")


@dataclass(frozen=True)
class Told:
    """A word with its state, under a `label` of its own or with a `count` behind it."""

    label: str
    mark: Mark
    count: str = ""


@dataclass(frozen=True)
class Row:
    """One record in a list. `facets`: its values per dimension, for filtering in place ("niveau:intern").

    `trace`: how it stands, in words with their state; `more`: what belongs to it and has an address of its own.
    """

    id: str
    link: Link
    summary: Markup = NOTHING
    meta: tuple[str, ...] = ()
    trace: tuple[Told, ...] = ()
    facets: tuple[str, ...] = ()
    more: Link | None = None


@dataclass(frozen=True)
class Beside:
    """What a reader of a list must know as well. `items`: records, each with what is said of it and quoted."""

    id: str
    title: str
    note: str
    items: tuple[tuple[Link, Said | None, tuple[Quote, ...]], ...]


@dataclass(frozen=True)
class ListPage:
    """Everything the template of a list prints.

    `kind`: what is listed; `empty`: what stands there without rows; `title`: the heading of the rows, "" when the page
    has no other matter. `facets`: the ways to narrow it; then `words` are one and many of what is counted. `narrowed`:
    the facet value that the page stands for, or "", with its `definition` and `back` to the whole list. `shown`: a
    table that is printed above the rows; `table`: that of exactly these rows, as a file; `beside`: what else to know.
    `sections`: what stands above the list, as on the page of a record.
    """

    head: Head
    kind: str
    rows: tuple[Row, ...]
    empty: Markup
    title: str = ""
    words: tuple[str, str] = ("", "")
    facets: tuple[Facet, ...] = ()
    narrowed: str = ""
    back: Link | None = None
    definition: Markup = NOTHING
    shown: Table | None = None
    table: Table | None = None
    downloads: tuple[Link, ...] = ()
    beside: tuple[Beside, ...] = ()
    sections: tuple[Section, ...] = ()
    figure: ChartFigure | None = None


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


def ways_to_narrow(facets: tuple[Facet, ...], *, here: str = "") -> tuple[Facet, ...]:
    """The facets of a list; on a page that is narrowed already (by `here`), only what has a ready-made list.

    So what can grow with the records, one value for each of them, stands on the whole list and on no other page.
    """
    if not here:
        return facets
    kept = ((facet, tuple(value for value in facet.values if value.own is None)) for facet in facets)
    return tuple(
        replace(facet, values=values)
        for facet, values in kept
        if len(values) == len(facet.values) or facet.dimension == here
    )


def stances(corpus: Corpus, item: Judged) -> tuple[Told, ...]:
    """What those who gave a signal, or were promised it, say of a record, each by its name."""
    judged = ((state_of(given, "verdict"), giver_of(corpus, item, given)) for given in item.verdicts)
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


def record_row(
    corpus: Corpus, item: Record, *meta: str, trace: Iterable[Told] = (), keys: tuple[str, ...] = (), summary: str = ""
) -> Row:
    """The row of a record: what its card says, remarks on one line, and how it stands."""
    text = inline(summary or corpus.index.card(item.ref).summary)
    return Row(item.id, record_link(corpus, item.ref), text, tuple(filter(None, meta)), tuple(trace), keys)
