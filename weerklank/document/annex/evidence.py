"""Measurements, charts and complaints in an annex.

In: a `Scope` and the options of a part. Out: blocks, the tables behind them and the charts to draw.
"""

from dataclasses import replace

from markupsafe import Markup

from weerklank.chartspec import ChartKind, ChartSpec
from weerklank.corpus import Corpus
from weerklank.data.table import Table
from weerklank.document.annex.scope import Made, Scope, opening
from weerklank.document.blocks import Block, Facts, Grid, Heading, Picture, Remark
from weerklank.document.numbering import citations_in
from weerklank.document.parts import Fact, Said, chart_figure, record_link, said
from weerklank.facts.annexes import choose_adjustments, choose_initiatives, matrix_list
from weerklank.facts.charts import adjustment_chart, heard_chart, initiative_chart
from weerklank.facts.complaints import complaints as complaints_table
from weerklank.facts.results import result_chart, results
from weerklank.facts.tables import selected
from weerklank.markup import inline
from weerklank.model import Absence, Adjustment, AnnexPart, Initiative, Measurement, Selection
from weerklank.model.question import ChartName
from weerklank.wording import listing

_DRAWN_ROWS = 16
"""A matrix with more rows does not fit on one page."""


def measurement(scope: Scope, part: AnnexPart, *, prefix: str) -> Made:
    """A measurement: its chart, every result with or without a figure, how it was done, what was decided about it."""
    start = opening(part, prefix=prefix)
    item = _measurement(scope, part)
    if item is None:
        return Made((*start, Remark(inline("Er is geen meting opgegeven."))))
    spec = result_chart(scope.corpus, item)
    table = results(scope.corpus, item)
    facts = (*_method(scope, item), *_decided(scope, item))
    return Made(
        (
            *start,
            *(_picture(spec) if spec is not None else ()),
            *_figures(scope, item),
            Heading("Hoe er gemeten werd", f"{prefix}-hoe"),
            Facts(f"{item.title}: gegevens over de meting", facts),
        ),
        (table,),
        (spec,) if spec is not None else (),
    )


def _measurement(scope: Scope, part: AnnexPart) -> Measurement | None:
    if part.measurement is None or not scope.corpus.has(part.measurement):
        return None
    found = scope.corpus.get(part.measurement)
    return found if isinstance(found, Measurement) else None


def _figures(scope: Scope, item: Measurement) -> tuple[Block, ...]:
    """The results with a figure as a table, those without one with the reason."""
    stated = tuple(result for result in item.results if not isinstance(result.value, Absence))
    made: list[Block] = []
    if stated:
        table = selected(results(scope.corpus, item, only_stated=True), ("onderwerp", "antwoord", "n", "waarde"))
        numbers = tuple(scope.numbers(citations_in(result) or item.citations) for result in stated)
        made.append(Grid(table, "results", numbers))
    silent = tuple(
        Fact(result.subject, said(scope.corpus, result.value))
        for result in item.results
        if isinstance(result.value, Absence)
    )
    return (*made, Facts("Onderwerpen zonder cijfer", silent)) if silent else tuple(made)


def _method(scope: Scope, item: Measurement) -> tuple[Fact, ...]:
    corpus = scope.corpus
    groups = item.groups if isinstance(item.groups, Absence) else listing(item.groups)
    scale = item.scale if isinstance(item.scale, Absence) else "; ".join(item.scale)
    return (
        Fact("Hoort bij", Said(Markup(""), links=(record_link(corpus, item.initiative),))),
        Fact("Wanneer", said(corpus, item.period)),
        Fact("Hoe vaak", said(corpus, item.frequency)),
        Fact("Uitvoerder", said(corpus, item.conducted_by)),
        Fact("Methode", said(corpus, item.method)),
        Fact("Criteria", said(corpus, item.criteria)),
        Fact("Doelgroepen", said(corpus, groups)),
        Fact("Steekproef", said(corpus, item.sample)),
        Fact("Respons", said(corpus, item.response)),
        Fact("Foutenmarge", said(corpus, item.margin)),
        Fact("Antwoordschaal", said(corpus, scale)),
        Fact("Overige antwoorden", said(corpus, item.other_answers)),
        Fact("Evolutie", said(corpus, item.trend)),
        Fact("Kosten", said(corpus, item.cost)),
    )


def _decided(scope: Scope, item: Measurement) -> tuple[Fact, ...]:
    if isinstance(item.overall, Absence):
        return (Fact("Eigen meting in cijfers", said(scope.corpus, item.overall)),)
    if item.decision is not None:
        return (Fact("Beslissing", Said(Markup(""), links=(record_link(scope.corpus, item.decision),))),)
    return ()


def _picture(spec: ChartSpec) -> tuple[Block, ...]:
    return (Picture(spec.name, chart_figure(spec)),)


def chart(scope: Scope, part: AnnexPart, *, prefix: str) -> Made:
    """A named chart over the chosen records, with the same figures in a table.

    A matrix that is taller than a page is a list instead: it names what is there and what is not.
    """
    start = opening(part, prefix=prefix)
    spec = _spec(scope, part)
    if spec is None:
        return Made((*start, Remark(inline("De records geven geen gegevens voor deze grafiek."))))
    if part.selection != Selection():
        spec = replace(spec, name=prefix, table=replace(spec.table, name=prefix, title=part.title))
    if spec.kind is ChartKind.MATRIX and len(spec.table.rows) > _DRAWN_ROWS:
        return Made((*start, *_listed(spec)), (spec.table,))
    return Made((*start, *_picture(spec), Grid(_beside(spec), "chart")), (spec.table,), (spec,))


def _beside(spec: ChartSpec) -> Table:
    """The table beside a drawing; of a timeline the words, because its other columns only tell where to draw."""
    drawn = {spec.value, *spec.extra}
    words = tuple(column.key for column in spec.table.columns if column.key not in drawn)
    return selected(spec.table, words) if spec.kind is ChartKind.TIMELINE and len(words) > 1 else spec.table


def _listed(spec: ChartSpec) -> tuple[Block, ...]:
    named, nowhere = matrix_list(spec.table)
    return (Grid(named, "listed"), *((Remark(inline(nowhere)),) if nowhere else ()))


def _spec(scope: Scope, part: AnnexPart) -> ChartSpec | None:
    corpus = _narrowed(scope.corpus, part.selection)
    name: ChartName | None = part.chart
    if name == "meting":
        item = _measurement(scope, part)
        return result_chart(corpus, item) if item is not None else None
    if name == "bijsturingen-per-toestand":
        return adjustment_chart(corpus)
    if name == "initiatieven-in-de-tijd":
        return initiative_chart(corpus)
    return heard_chart(corpus) if name == "wie-werd-gehoord" else None


def _narrowed(corpus: Corpus, selection: Selection) -> Corpus:
    if selection == Selection():
        return corpus
    chosen = corpus.having(Initiative, choose_initiatives(corpus, selection).items)
    return chosen.having(Adjustment, choose_adjustments(corpus, selection).items)


def complaints(scope: Scope, part: AnnexPart, *, prefix: str) -> Made:
    """Complaints per year; without a year, that there is none, and what the initiatives say in words."""
    start = opening(part, prefix=prefix)
    table: Table | None = complaints_table(scope.corpus)
    if table is None:
        return Made((*start, Remark(inline("Er zijn geen cijfers over klachten opgetekend.")), *_in_words(scope)))
    numbers = tuple(sorted({n for item in scope.own.complaints for n in scope.numbers(citations_in(item))}))
    return Made((*start, Grid(table, "complaints"), Remark(Markup(""), numbers)), (table,))


def _in_words(scope: Scope) -> tuple[Block, ...]:
    facts = tuple(
        Fact(item.title, said(scope.corpus, item.heard))
        for item in scope.own.initiatives
        if isinstance(item.heard, Absence) and item.heard.key == "kwalitatief"
    )
    return (Facts("Wat de bron er in woorden over zegt", facts),) if facts else ()
