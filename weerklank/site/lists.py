"""List pages: all initiatives or adjustments, and the ready-made page of every facet value.

In: the public corpus. Out: `ListPage` views; each has the table with exactly the rows it shows.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from weerklank import addresses
from weerklank.chartspec import ChartSpec
from weerklank.corpus import Corpus
from weerklank.data.table import Table
from weerklank.document.parts import ChartFigure, Link, Mark, chart_figure, record_link, table_downloads
from weerklank.facts import tables
from weerklank.facts.charts import adjustment_chart, initiative_chart
from weerklank.facts.facets import Facet, FacetValue, adjustment_facets, facet_title, initiative_facets
from weerklank.facts.loop import current_status, loop_of, loops, points
from weerklank.markup import inline
from weerklank.model import Absence, Ref
from weerklank.site.shell import Feed, Head, head
from weerklank.states import course
from weerklank.wording import LABELS, counted, period_short


@dataclass(frozen=True)
class FacetLink:
    """A value to narrow by, with its `count`. A value without records is shown and is no link.

    `value`: as in `Row.facets`; `current`: the list is narrowed to it.
    """

    link: Link
    count: int
    value: str
    current: bool


@dataclass(frozen=True)
class FacetGroup:
    """A `dimension` with its `values`. `folded`: it starts closed, because it is long."""

    dimension: str
    label: str
    values: tuple[FacetLink, ...]
    note: str
    folded: bool


@dataclass(frozen=True)
class Row:
    """One record in a list. `facets`: its values per dimension, for filtering in place ("niveau:intern").

    `trace`: words with their state, each under its own label.
    """

    id: str
    link: Link
    summary: Markup
    meta: tuple[str, ...]
    trace: tuple[tuple[str, Mark], ...]
    facets: tuple[str, ...]


@dataclass(frozen=True)
class ListPage:
    """Everything the template of a list prints. `narrowed`: the facet value that this page stands for, or "".

    `kind`: what is listed; `words`: one and many of it; `back`: the whole list, on a narrowed page; `facets`: the ways
    to narrow it.
    """

    head: Head
    kind: str
    narrowed: str
    back: Link | None
    definition: Markup
    facets: tuple[FacetGroup, ...]
    rows: tuple[Row, ...]
    words: tuple[str, str]
    table: Table
    downloads: tuple[Link, ...]
    figure: ChartFigure | None


FOLD_OVER = 8
"""A facet with more filled values than this starts folded."""


def _groups(kind: str, facets: tuple[Facet, ...], *, here: tuple[str, str] = ("", "")) -> tuple[FacetGroup, ...]:
    groups = []
    for facet in facets:
        values = tuple(
            FacetLink(
                Link(value.label, addresses.facet(kind, facet.dimension, value.id) if value.ids else ""),
                len(value.ids),
                f"{facet.dimension}:{value.id}",
                (facet.dimension, value.id) == here,
            )
            for value in facet.values
        )
        groups.append(FacetGroup(facet.dimension, facet.label, values, facet.note, len(facet.values) > FOLD_OVER))
    return tuple(groups)


def _keys(facets: tuple[Facet, ...], name: str) -> tuple[str, ...]:
    return tuple(f"{facet.dimension}:{value.id}" for facet in facets for value in facet.values if name in value.ids)


def _initiative_row(corpus: Corpus, facets: tuple[Facet, ...], name: str) -> Row:
    item = corpus.initiative(name)
    loop = loop_of(corpus, item)
    when = "wanneer: niet vermeld" if isinstance(item.period, Absence) else period_short(item.period)
    forms = (
        f"vorm: {item.forms.state.word}"
        if isinstance(item.forms, Absence)
        else ", ".join(corpus.term(ref).name for ref in item.forms)
    )
    trace = (("Gevraagd", loop.asked), ("Gehoord", loop.heard), ("Gedaan", loop.done))
    return Row(
        name,
        record_link(corpus, Ref("initiatief", name)),
        inline(item.summary),
        (LABELS["niveau"][item.level], when, forms),
        tuple((label, Mark(cell.label, cell.shape)) for label, cell in trace),
        _keys(facets, name),
    )


def _adjustment_row(corpus: Corpus, facets: tuple[Facet, ...], name: str) -> Row:
    item = corpus.adjustment(name)
    state = course(current_status(item))
    origins = tuple(
        dict.fromkeys(corpus.initiative(c.initiative.id).title for c in item.causes if isinstance(c.initiative, Ref))
    )
    strengths = tuple(dict.fromkeys(LABELS["sterkte"][cause.strength] for cause in item.causes))
    meta = [LABELS["soort"].get(item.kind, item.kind), *(f"uit: {title}" for title in origins)]
    meta += [f"verband: {', '.join(strengths)}"] if strengths else []
    if item.part_of is not None:
        meta.append(f"onderdeel van: {corpus.adjustment(item.part_of.id).title}")
    trace = (("Toestand", Mark(state.word, state.shape)),)
    link = record_link(corpus, Ref("bijsturing", name))
    return Row(name, link, inline(item.summary), tuple(meta), trace, _keys(facets, name))


def initiative_ids(corpus: Corpus) -> tuple[str, ...]:
    """Ids in the order of lists: most sound first."""
    return tuple(loop.initiative for loop in loops(corpus))


def adjustment_ids(corpus: Corpus) -> tuple[str, ...]:
    """Ids of adjustments without parts, in the order of the table of adjustments."""
    key = [column.key for column in tables.adjustments(corpus).columns].index("id")
    return tuple(row[key].text for row in tables.adjustments(corpus).rows)


def _open_words(corpus: Corpus, kind: str) -> str:
    return " Het zijn voorbeelden: de bron noemt haar lijsten niet-limitatief." if corpus.is_open(kind) else ""


def initiatives_page(corpus: Corpus) -> ListPage:
    """The list of all initiatives."""
    ids = initiative_ids(corpus)
    facets = initiative_facets(corpus, ids)
    name = corpus.organisation.abbreviation
    lead = (
        f"{counted(len(ids), 'moment', 'momenten')} waarop {name} belanghebbenden bevroeg, samenbracht of beluisterde."
    )
    table = tables.initiatives(corpus)
    return ListPage(
        head(
            corpus,
            path=addresses.index("initiatief"),
            title="Initiatieven",
            lead=lead + _open_words(corpus, "initiatief"),
            section=addresses.index("initiatief"),
            feeds=(Feed("Alle wijzigingen", addresses.feed()),),
        ),
        "initiatief",
        "",
        None,
        Markup(""),
        _groups("initiatief", facets),
        tuple(_initiative_row(corpus, facets, item) for item in ids),
        ("initiatief", "initiatieven"),
        table,
        table_downloads(table),
        _figure(initiative_chart(corpus)),
    )


def adjustments_page(corpus: Corpus) -> ListPage:
    """The list of all adjustments without parts; the lead says how many points of the source they are."""
    ids = adjustment_ids(corpus)
    facets = adjustment_facets(corpus, ids)
    number = points(corpus, corpus.leaves)
    lead = f"{counted(len(ids), 'bijsturing', 'bijsturingen')} in de dienstverlening, met waar ze vandaan komen."
    if number != len(ids):
        lead += f" De bron telt ze als {counted(number, 'punt', 'punten')}."
    table = tables.adjustments(corpus)
    return ListPage(
        head(
            corpus,
            path=addresses.index("bijsturing"),
            title="Bijsturingen",
            lead=lead + _open_words(corpus, "bijsturing"),
            section=addresses.index("bijsturing"),
            feeds=(Feed("Alle wijzigingen", addresses.feed()),),
        ),
        "bijsturing",
        "",
        None,
        Markup(""),
        _groups("bijsturing", facets),
        tuple(_adjustment_row(corpus, facets, item) for item in ids),
        ("bijsturing", "bijsturingen"),
        table,
        table_downloads(table),
        _figure(adjustment_chart(corpus)),
    )


def _figure(spec: ChartSpec | None) -> ChartFigure | None:
    return chart_figure(spec) if spec is not None else None


def _definition(corpus: Corpus, facet: Facet, value: FacetValue) -> Markup:
    vocabulary = corpus.vocabularies.get(facet.dimension)
    term = vocabulary.term(value.id) if vocabulary else None
    if term is None or isinstance(term.definition, Absence):
        return Markup("")
    return inline(term.definition)


def _facet_page(corpus: Corpus, kind: str, facets: tuple[Facet, ...], facet: Facet, value: FacetValue) -> ListPage:
    one, many = ("initiatief", "initiatieven") if kind == "initiatief" else ("bijsturing", "bijsturingen")
    name = f"{many}-per-{facet.dimension}-{value.id}"
    if kind == "initiatief":
        table = tables.initiatives(corpus, value.ids, name=name)
        rows = tuple(_initiative_row(corpus, facets, item) for item in value.ids)
    else:
        table = tables.adjustments(corpus, value.ids, name=name)
        rows = tuple(_adjustment_row(corpus, facets, item) for item in value.ids)
    back = Link(f"Alle {many}", addresses.index(kind))
    title = facet_title(facet, value)
    feeds = (
        (Feed(f"Beleidsveld: {value.label}", addresses.feed("beleidsveld", value.id)),)
        if facet.dimension == "beleidsveld" and corpus.vocabularies["beleidsveld"].term(value.id)
        else ()
    )
    return ListPage(
        head(
            corpus,
            path=addresses.facet(kind, facet.dimension, value.id),
            title=title,
            lead=f"{counted(len(value.ids), one, many)}.{_open_words(corpus, kind)}",
            description=f"{title}: {counted(len(value.ids), one, many)} bij {corpus.organisation.name}.",
            trail=(Link(many.capitalize(), addresses.index(kind)),),
            section=addresses.index(kind),
            feeds=feeds,
        ),
        kind,
        f"{facet.dimension}:{value.id}",
        back,
        _definition(corpus, facet, value),
        _groups(kind, facets, here=(facet.dimension, value.id)),
        rows,
        (one, many),
        table,
        (Link("Deze lijst als csv", addresses.download(table.name, "csv")),),
        None,
    )


def facet_pages(corpus: Corpus) -> Iterator[ListPage]:
    """The page of every facet value that keeps at least one record, and of every term that records refer to."""
    for kind, facets in (
        ("initiatief", initiative_facets(corpus, initiative_ids(corpus))),
        ("bijsturing", adjustment_facets(corpus, adjustment_ids(corpus))),
    ):
        for facet in facets:
            for value in facet.values:
                known_term = kind == "initiatief" and addresses.has_facets(facet.dimension) and value.id not in _ODD
                if value.ids or known_term:
                    yield _facet_page(corpus, kind, facets, facet, value)


_ODD = frozenset({"verschillende-of-alle", "niet-vermeld"})

__all__ = ["ListPage", "adjustments_page", "facet_pages", "initiatives_page"]
