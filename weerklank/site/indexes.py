"""The list of each kind of record, and the ready-made list of every facet value.

In: the public corpus. Out: `ListPage` views; each has the table with exactly the rows it shows.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, partial

from markupsafe import Markup

from weerklank import addresses
from weerklank.chartspec import ChartSpec
from weerklank.corpus import Corpus, once
from weerklank.data.table import Table
from weerklank.document.parts import NOTHING, Link, Mark, chart_figure, mark, record_link, table_downloads
from weerklank.facts import tables, verdicts
from weerklank.facts.charts import adjustment_chart, initiative_chart
from weerklank.facts.comparing import stated_of, told_apart
from weerklank.facts.coverage import coverage_of, size, statement
from weerklank.facts.facets import (
    ALL,
    UNKNOWN,
    Facet,
    FacetValue,
    adjustment_facets,
    facet_title,
    initiative_facets,
    keys_by_record,
)
from weerklank.facts.listing import all_of, in_order
from weerklank.facts.loop import Loop, current_status, in_each, loops, points
from weerklank.facts.questions import called, kinds_in
from weerklank.facts.ties import strengths, ties_of
from weerklank.facts.voice import source
from weerklank.kinds import KINDS, Kind, words_of_facet
from weerklank.markup import inline
from weerklank.model import (
    NOT_FILLED_IN,
    Absence,
    Adjustment,
    Measurement,
    Quantity,
    Question,
    Record,
    Ref,
    Result,
)
from weerklank.model.fields import own_dates
from weerklank.order import newest_first
from weerklank.site.complaints import complaints_page
from weerklank.site.lists import (
    Beside,
    ListPage,
    Row,
    Told,
    dated,
    list_head,
    record_row,
    remark,
    stances,
    ways_to_narrow,
)
from weerklank.site.promises import beside_questions
from weerklank.site.shell import head, list_link
from weerklank.site.sources import sources_page
from weerklank.states import Shape, course
from weerklank.wording import counted, date_words, listing, number, period_short, precision_word, uncapital


def _open_words(corpus: Corpus, kind: str) -> str:
    return " Het zijn voorbeelden: de opsomming in de bron is niet-limitatief." if corpus.is_open(kind) else ""


# --- initiatives and adjustments, whole and narrowed -----------------------------------------------------------------


@once
def _initiative_rows(corpus: Corpus) -> Mapping[str, Row]:
    """The row of each initiative, those with most to tell first."""
    keys = keys_by_record(initiative_facets(corpus))
    return {loop.initiative: _initiative_row(corpus, loop, keys[loop.initiative]) for loop in loops(corpus)}


def _initiative_row(corpus: Corpus, loop: Loop, keys: tuple[str, ...]) -> Row:
    item = corpus.initiative(loop.initiative)
    meta = (
        uncapital(corpus.term(item.level).name),
        remark("wanneer:", item.period, period_short),
        remark("vorm:", item.forms, lambda refs: ", ".join(corpus.term(ref).name for ref in refs)),
    )
    cells = (("Gevraagd", loop.asked), ("Gehoord", loop.heard), ("Gedaan", loop.done))
    trace = (Told(label, Mark(cell.label, cell.shape)) for label, cell in cells)
    return record_row(corpus, item, *meta, trace=trace, keys=keys)


@once
def _adjustment_rows(corpus: Corpus) -> Mapping[str, Row]:
    """The row of each adjustment without parts, by initiative and title."""
    keys = keys_by_record(adjustment_facets(corpus))
    return {item.id: _adjustment_row(corpus, item, keys[item.id]) for item in tables.listed_adjustments(corpus)}


def _adjustment_row(corpus: Corpus, item: Adjustment, keys: tuple[str, ...]) -> Row:
    named = (tie.origin for tie in ties_of(corpus, item) if tie.origin is not None)
    origins = dict.fromkeys(corpus.get(ref).title for ref in named)
    meta = [uncapital(corpus.term(item.kind).name), *(f"uit: {title}" for title in origins)]
    if words := strengths(corpus, item):
        meta.append(f"verband: {', '.join(words)}")
    if item.part_of is not None:
        meta.append(f"onderdeel van: {corpus.adjustment(item.part_of.id).title}")
    state = Told("Toestand", mark(course(current_status(item))))
    return record_row(corpus, item, *meta, trace=(state, *stances(corpus, item)), keys=keys)


def _none(kind: str) -> Markup:
    many = KINDS[kind].plural
    return inline(f"**Geen {many}.** Er is er geen enkel opgetekend. Dat betekent niet dat er geen waren.")


def initiatives_page(corpus: Corpus) -> ListPage:
    """The list of all initiatives."""
    count = counted(len(corpus.initiatives), "initiatief", "initiatieven")
    lead = f"{count}, elk met wat er volgens {source(corpus)} gevraagd, gehoord en gedaan werd."
    return _whole(corpus, "initiatief", lead, initiative_chart(corpus))


def adjustments_page(corpus: Corpus) -> ListPage:
    """The list of all adjustments without parts; the lead says how many points of the source they are."""
    count, found = len(corpus.leaves), points(corpus, corpus.leaves)
    lead = f"{counted(count, 'bijsturing', 'bijsturingen')}, met waar ze vandaan komen."
    lead += f" Hoe ver ze zijn: {in_each(corpus.leaves)}." if count else ""
    if found != count:
        lead += f" In {source(corpus)} staan ze als {counted(found, 'punt', 'punten')}."
    if judged := verdicts.statement(corpus.adjustments, ("bijsturing", "bijsturingen")):
        lead += f" {judged}"
    return _whole(corpus, "bijsturing", lead, adjustment_chart(corpus))


def _whole(corpus: Corpus, kind: str, lead: str, chart: ChartSpec | None) -> ListPage:
    made = _NARROWED[kind]
    table = made.table(corpus)
    return ListPage(
        list_head(corpus, kind, lead + _open_words(corpus, kind)),
        kind,
        tuple(made.rows(corpus).values()),
        _none(kind),
        words=(kind, KINDS[kind].plural),
        facets=ways_to_narrow(made.facets(corpus)),
        table=table,
        downloads=table_downloads(table),
        figure=chart_figure(chart) if chart is not None else None,
    )


@dataclass(frozen=True)
class _Narrowed:
    """What the lists of a kind that can be narrowed are made from: facets, rows by id, and the table of some ids."""

    facets: Callable[[Corpus], tuple[Facet, ...]]
    rows: Callable[[Corpus], Mapping[str, Row]]
    table: Callable[..., Table]


_NARROWED = {
    "initiatief": _Narrowed(initiative_facets, _initiative_rows, tables.initiatives),
    "bijsturing": _Narrowed(adjustment_facets, _adjustment_rows, tables.adjustments),
}


@dataclass(frozen=True)
class FacetPage:
    """The list of a facet value. `path`: its address; `table`: the name of its table, or ""; `view`: gives it, once."""

    path: str
    table: str
    view: Callable[[], ListPage]


def facet_pages(corpus: Corpus) -> Iterator[FacetPage]:
    """The list of every facet value that keeps records and is none itself, and of every word of a controlled list.

    A word has its list even when no initiative has it: records, texts of authors and frozen annexes link to it.
    """
    for kind, made in _NARROWED.items():
        for facet in made.facets(corpus):
            words = words_of_facet(kind, facet.dimension)
            for value in facet.values:
                if value.own is None and (value.ids or (words and value.id not in (ALL, UNKNOWN))):
                    path = addresses.facet(kind, facet.dimension, value.id)
                    view = cache(partial(_facet_page, corpus, kind, facet, value))
                    yield FacetPage(path, _table_name(kind, facet, value) if value.ids else "", view)


def _table_name(kind: str, facet: Facet, value: FacetValue) -> str:
    return f"{KINDS[kind].plural}-per-{facet.dimension}-{value.id}"


def _facet_page(corpus: Corpus, kind: str, facet: Facet, value: FacetValue) -> ListPage:
    made, many = _NARROWED[kind], KINDS[kind].plural
    rows = tuple(made.rows(corpus)[name] for name in value.ids)
    table = made.table(corpus, value.ids, name=_table_name(kind, facet, value))
    title = facet_title(facet, value)
    count = _count_of(corpus, kind, value.ids)
    words = words_of_facet(kind, facet.dimension)
    word = Ref(words.name if words else "", value.id)
    follows = facet.dimension == "beleidsveld" and corpus.has(word)
    return ListPage(
        head(
            corpus,
            path=addresses.facet(kind, facet.dimension, value.id),
            title=title,
            lead=f"{count}.{_open_words(corpus, kind)}",
            description=f"{title}: {count} bij {corpus.organisation.with_article}.",
            trail=(list_link(corpus, KINDS[kind]),),
            section=addresses.index(kind),
            feeds=(Link(title, addresses.feed("beleidsveld", value.id)),) if follows else (),
        ),
        kind,
        rows,
        _none(kind),
        words=(kind, KINDS[kind].plural),
        facets=ways_to_narrow(made.facets(corpus), here=facet.dimension),
        narrowed=f"{facet.dimension}:{value.id}",
        back=Link(f"Alle {many}", addresses.index(kind)),
        definition=_definition(corpus, word),
        table=table if rows else None,
        downloads=(Link("Deze lijst als csv", addresses.download(table.name, "csv")),) if rows else (),
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


# --- the other kinds -------------------------------------------------------------------------------------------------


def measurements_page(corpus: Corpus) -> ListPage:
    """The list of all measurements, newest first; below it the decisions that explain what is missing."""
    ordered = newest_first(corpus.measurements, dated=lambda item: item.period)
    count = counted(len(ordered), "meting", "metingen")
    why = tuple((record_link(corpus, item.ref), None, ()) for item in corpus.decisions)
    return ListPage(
        list_head(
            corpus,
            "meting",
            f"{count}, met de woorden achter elk cijfer.",
        ),
        "meting",
        tuple(_measurement_row(corpus, item) for item in ordered),
        inline("**Nog geen metingen.** Komt er een meting, dan staat ze hier, met de woorden achter elk cijfer."),
        beside=(Beside("beslissingen", "Waarom niet meer gemeten is", "", why),) if why else (),
    )


def _measurement_row(corpus: Corpus, item: Measurement) -> Row:
    stated = stated_of(item)
    silent = counted(len(item.results) - len(stated), "resultaat", "resultaten")
    meta = (
        remark("wanneer:", item.period, period_short),
        counted(len(stated), "cijfer", "cijfers"),
        f"{silent} zonder cijfer",
    )
    shown = _newest(stated)
    trace = (Told(told_apart(result), Mark(_figure(corpus, result), Shape.STATED)) for result in shown)
    return record_row(corpus, item, *meta, trace=trace)


_FIGURES = 6
"""So many figures of a measurement stand in a list; its page has them all."""


def _newest(stated: tuple[Result, ...]) -> tuple[Result, ...]:
    """The figures of a measurement that a list shows: those of its last year, if that leaves some out."""
    years = [result.year.year for result in stated if not isinstance(result.year, Absence)]
    if len(stated) <= _FIGURES or not years:
        return stated[:_FIGURES]
    last = max(years)
    return tuple(r for r in stated if not isinstance(r.year, Absence) and r.year.year == last)[:_FIGURES]


def _figure(corpus: Corpus, result: Result) -> str:
    assert isinstance(result.value, Quantity)
    before = precision_word(result.value)
    shown = number(result.value.value, thousands=corpus.organisation.site.thousands)
    return f"{before} {shown} {result.value.unit}".strip()


def questions_page(corpus: Corpus) -> ListPage:
    """The list of all questions, newest first."""
    ordered = newest_first(corpus.questions, dated=lambda item: item.asked_on)
    lead = f"{kinds_in(corpus)} van leden van het parlement, deel per deel: wat het antwoord geeft, en wat niet."
    empty = "**Nog geen vraag.** Hier komt elke vraag uit het parlement, deel per deel, met het antwoord en de bijlage."
    rows = tuple(_question_row(corpus, question) for question in ordered)
    beside = beside_questions(corpus)
    return ListPage(
        list_head(corpus, "vraag", lead),
        "vraag",
        rows,
        inline(empty),
        title="Alle vragen" if beside else "",
        beside=beside,
    )


def _question_row(corpus: Corpus, question: Question) -> Row:
    found = coverage_of(question)
    meta = (
        called(question).one,
        remark("nummer", question.number, "nr. {}".format),
        remark("vraagsteller", question.askers, listing),
        remark("datum", question.asked_on, date_words),
        size(found),
    )
    trace = (Told("", mark(state), f"{count} van {found.parts}") for state, count in found.counts if count)
    short = statement(found) if question.coverage_is_public else ""
    row = record_row(corpus, question, *meta, trace=trace, summary=short)
    annex = Link("Bijlage bij het antwoord", addresses.annex(question.id, "html")) if question.annex else None
    return replace(row, more=annex)


LISTS: Mapping[str, Callable[[Corpus], ListPage]] = {
    "initiatief": initiatives_page,
    "bijsturing": adjustments_page,
    "meting": measurements_page,
    "klachtenjaar": complaints_page,
    "vraag": questions_page,
    "bron": sources_page,
}
"""Kinds whose list page says more than their records do."""


def list_page(corpus: Corpus, kind: Kind) -> ListPage:
    """The list page of a kind of its own make; else what the kind says of itself, and its records, newest first."""
    made = LISTS.get(kind.name)
    return made(corpus) if made else _listed(corpus, kind)


def _listed(corpus: Corpus, kind: Kind) -> ListPage:
    """The list of a kind without a page of its own make."""
    rows = tuple(_plain_row(corpus, item) for item in in_order(corpus, kind))
    table = all_of(corpus, kind) if kind.caption and rows else None
    return ListPage(
        list_head(corpus, kind.name, kind.about + _open_words(corpus, kind.name)),
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
