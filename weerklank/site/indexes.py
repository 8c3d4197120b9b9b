"""The list of each kind of record.

In: the public corpus. Out: `ListPage` views.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from weerklank import addresses
from weerklank.corpus import Corpus
from weerklank.document.parts import Link, Mark, mark, record_link, table_downloads
from weerklank.facts.comparing import stated_of, told_apart
from weerklank.facts.coverage import coverage_of, size, statement
from weerklank.facts.listing import all_of, in_order
from weerklank.facts.questions import called, kinds_in
from weerklank.kinds import Kind
from weerklank.markup import inline
from weerklank.model import (
    RECORDS,
    Absence,
    Measurement,
    Quantity,
    Question,
    Record,
    Result,
)
from weerklank.model.fields import own_dates
from weerklank.order import newest_first
from weerklank.site.complaints import complaints_page
from weerklank.site.lists import (
    Beside,
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
from weerklank.site.promises import beside_questions
from weerklank.site.sources import sources_page
from weerklank.states import Shape
from weerklank.wording import counted, date_words, listing, number, period_short, precision_word, uncapital

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
    **{kind: partial(whole_page, kind=kind) for kind in NARROWED},
    "meting": measurements_page,
    "klachtenjaar": complaints_page,
    "vraag": questions_page,
    "bron": sources_page,
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
