"""The whole list of each kind that can be narrowed when it is long: what stands on it before it is.

In: the public corpus. Out: `ListPage` views.
"""

from dataclasses import replace

from weerklank import addresses
from weerklank.chartspec import ChartSpec
from weerklank.corpus import Corpus, once
from weerklank.document.parts import Link, Mark, chart_figure, mark, record_link
from weerklank.facts import tables, verdicts
from weerklank.facts.charts import adjustment_chart, initiative_chart, on_a_page
from weerklank.facts.comparing import stated_of, told_apart
from weerklank.facts.coverage import coverage_of, size, statement
from weerklank.facts.loop import Loop, current_status, in_each, loops, points
from weerklank.facts.questions import called, kinds_in
from weerklank.facts.recordfacets import measurements_in_order, questions_in_order
from weerklank.facts.ties import strengths, ties_of
from weerklank.facts.voice import source
from weerklank.kinds import KINDS
from weerklank.markup import inline
from weerklank.model import Absence, Adjustment, Measurement, Quantity, Question, Result
from weerklank.site.lists import Beside, ListPage, Row, Told, list_head, open_words, record_row, remark, stances
from weerklank.site.promises import beside_questions
from weerklank.states import Shape, course
from weerklank.wording import counted, date_words, listing, number, period_short, precision_word, uncapital

# --- initiatives and adjustments -------------------------------------------------------------------------------------


@once
def initiatives_page(corpus: Corpus) -> ListPage:
    """The list of all initiatives, those with most to tell first."""
    rows = tuple(_initiative_row(corpus, loop) for loop in loops(corpus))
    return _counted_page(corpus, "initiatief", rows, _initiatives_lead(corpus), initiative_chart(corpus))


@once
def adjustments_page(corpus: Corpus) -> ListPage:
    """The list of all adjustments without parts, by initiative and title."""
    rows = tuple(_adjustment_row(corpus, item) for item in tables.listed_adjustments(corpus))
    return _counted_page(corpus, "bijsturing", rows, _adjustments_lead(corpus), adjustment_chart(corpus))


def _counted_page(corpus: Corpus, kind: str, rows: tuple[Row, ...], lead: str, chart: ChartSpec | None) -> ListPage:
    none = f"**Geen {KINDS[kind].plural}.** Er is er geen enkel opgetekend. Dat betekent niet dat er geen waren."
    figure = chart_figure(on_a_page(chart)) if chart is not None else None
    return ListPage(list_head(corpus, kind, lead + open_words(corpus, kind)), kind, rows, inline(none), figure=figure)


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


# --- measurements and questions --------------------------------------------------------------------------------------


@once
def measurements_page(corpus: Corpus) -> ListPage:
    """The list of all measurements, newest first; below it the decisions that explain what is missing."""
    ordered = measurements_in_order(corpus)
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


@once
def questions_page(corpus: Corpus) -> ListPage:
    """The list of all questions, newest first."""
    ordered = questions_in_order(corpus)
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
