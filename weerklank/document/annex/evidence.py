"""Measurements, charts and complaints in an annex.

In: a `Scope` and the options of a part. Out: blocks, the tables behind them and the charts to draw.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from markupsafe import Markup

from weerklank.chartspec import ChartKind, ChartSpec
from weerklank.corpus import Corpus
from weerklank.data.table import Table
from weerklank.document.annex.closing import untold
from weerklank.document.annex.scope import Made, Scope, ToldRecord, opening, shows
from weerklank.document.blocks import Block, Facts, Grid, Heading, Picture, Remark
from weerklank.document.frame import USED_IN
from weerklank.document.parts import Fact, Said, mark, said
from weerklank.document.sentences import not_together
from weerklank.document.sheets.measurement import about_series, measured, missed, picture, tabled
from weerklank.facts.annexes import choose_adjustments, choose_initiatives, matrix_list
from weerklank.facts.charts import adjustment_chart, heard_chart, initiative_chart
from weerklank.facts.comparing import of_whom, stated_of
from weerklank.facts.lines import line_charts, lines_of
from weerklank.facts.results import NOT_TO_ADD, drawings, results
from weerklank.facts.tables import selected
from weerklank.facts.years import beside_years
from weerklank.markup import inline
from weerklank.model import Absence, Adjustment, AnnexPart, Initiative, Measurement, Result, Selection
from weerklank.model.fields import field_of
from weerklank.model.question import ChartName
from weerklank.states import NOT_STATED
from weerklank.wording import listing, uncapital

_DRAWN = {ChartKind.SHARES: 2, ChartKind.COUNTS: 16, ChartKind.TIMELINE: 16}
"""How many rows of a drawing fit on a page; more are drawn on the next."""

_LISTED = 16
"""A matrix with more rows does not fit on a page: it is read in its table."""


def measurement(scope: Scope, part: AnnexPart, *, prefix: str) -> Made:
    """A measurement: its figures drawn and in a table, what has no figure, series over years, how it was done."""
    start = opening(part, prefix=prefix)
    item = _measurement(scope, part)
    if item is None:
        return Made((*start, Remark(inline("Er is geen meting opgegeven."))))
    specs = tuple(spec for whole in drawings(scope.corpus, item) for spec in _pages(whole))
    blocks: list[Block] = [*start, *_drawn_and_read(scope, item, specs, prefix), *_without(scope, item)]
    blocks += (*_method(scope, item, prefix), *untold(scope, item.tensions))
    named = (ToldRecord(item.decision),) if item.decision is not None else ()
    return Made(tuple(blocks), _data(scope, item), specs, told=(ToldRecord(item.ref),), named=named)


def _data(scope: Scope, item: Measurement) -> tuple[Table, ...]:
    """The tables of a measurement, whole: every result, and every line over the years."""
    lines = line_charts(scope.corpus, item)
    return (results(scope.corpus, item), *(line.table for line in lines))


def _drawn_and_read(scope: Scope, item: Measurement, specs: tuple[ChartSpec, ...], prefix: str) -> Iterable[Block]:
    """The drawings of a measurement, then its figures in tables, and what these rest on.

    What a part before this one shows, also of another measurement of the series, is not shown again.
    """
    drawn = tuple(spec for spec in specs if shows(picture(spec)) not in scope.shown)
    tables = tabled(scope.corpus, item)
    whole = {Grid(replace(bare(_narrow(grid.table)), notes=()), grid.style): grid for grid in tables}
    old: list[tuple[Block, str]] = [(picture(spec), spec.title) for spec in specs if spec not in drawn]
    old += [(grid, grid.table.caption.split(". ")[0]) for grid in whole if shows(grid) in scope.shown]
    yield from _elsewhere(scope, old)
    for place, spec in enumerate(drawn):
        if spec.kind is not ChartKind.SHARES:
            yield Heading(spec.title, f"{prefix}-{spec.name}")
        yield _once(picture(spec), spec, drawn[place + 1 :])
    last = next((grid for grid in reversed(whole) if grid.style == "years"), None)
    for grid, full in whole.items():
        if shows(grid) not in scope.shown:
            yield grid
            apart = (not_together(scope.corpus, item),) if grid.style == "results" else ()
            cited = tuple(dict.fromkeys(citation for row in full.cited for citation in row))
            counted = beside_years(scope.corpus, item) if grid is last else ()
            words = (*filter(None, apart), *_beside_that(full.table.notes, apart), *counted)
            yield Remark(inline(" ".join(words)), cited=cited)


def _elsewhere(scope: Scope, blocks: Iterable[tuple[Block, str]]) -> Iterable[Remark]:
    """Where what is not shown again stands, by the names of what is there."""
    found: dict[tuple[str, str], list[str]] = {}
    for block, name in blocks:
        found.setdefault(scope.shown[shows(block)], []).append(name)
    for (place, title), names in found.items():
        words = Markup('Staat al bij <a href="#{}">{}</a>: {}.')
        yield Remark(words.format(place, title, "; ".join(dict.fromkeys(names))))


def _once(drawn: Picture, spec: ChartSpec, later: tuple[ChartSpec, ...]) -> Picture:
    """A picture without the sentences that stand under a later one of the same kind too."""
    said = [other.note for other in later if other.kind is spec.kind is ChartKind.SHARES]
    kept = [words for words in re.split(r"(?<=[.]) ", spec.note) if not any(words in note for note in said)]
    return replace(drawn, figure=replace(drawn.figure, caption=inline(" ".join(kept))))


def _beside_that(notes: tuple[str, ...], apart: tuple[str, ...]) -> tuple[str, ...]:
    """The notes of a table without the one that a longer sentence says too."""
    return tuple(note for note in notes if not (any(apart) and note == NOT_TO_ADD))


_WIDE = ("aspecten", "vraagtekst", "schaal")
"""Columns that no table on paper has room for: they are in the attached data."""


def _narrow(table: Table) -> Table:
    return selected(table, tuple(column.key for column in table.columns if column.key not in _WIDE))


def _measurement(scope: Scope, part: AnnexPart) -> Measurement | None:
    if part.measurement is None or not scope.corpus.has(part.measurement):
        return None
    found = scope.corpus.get(part.measurement)
    return found if isinstance(found, Measurement) else None


def _without(scope: Scope, item: Measurement) -> tuple[Block, ...]:
    """What has no figure, and why; what lacks one for the same reason stands together."""
    found: dict[Said, list[Result]] = {}
    in_lines = [shown for line in lines_of(scope.corpus, item) for _, _, shown in line.points]
    for result in item.results:
        if isinstance(result.value, Absence) and not any(result is shown for shown in in_lines):
            found.setdefault(said(scope.corpus, result.value), []).append(result)
    facts = tuple(Fact(_subjects(results), why) for why, results in found.items())
    return (Facts("Onderwerpen zonder cijfer", facts, run=True),) if facts else ()


def _subjects(results: Iterable[Result]) -> str:
    """What results are about, each group and year once behind the subjects that it holds for."""
    found: dict[str, list[str]] = {}
    for result in results:
        found.setdefault(of_whom(result), []).append(result.subject)
    return "; ".join(
        f"{listing(subject if place == 0 else uncapital(subject) for place, subject in enumerate(subjects))}"
        f"{f' ({whom})' if whom else ''}"
        for whom, subjects in found.items()
    )


def bare(table: Table) -> Table:
    """A table with narrow columns: the reasons of its absences stand below it."""
    return replace(table, rows=tuple(tuple(replace(cell, reason="") for cell in row) for row in table.rows))


_ELSEWHERE = ("Hoort bij", USED_IN)
"""Facts of a measurement that tell a reader of the annex nothing."""


def _method(scope: Scope, item: Measurement, prefix: str) -> tuple[Block, ...]:
    """How it was measured, as far as the source says so; what it does not say, once in the annex."""
    facts = tuple(fact for fact in measured(scope.frame(prefix), item) if fact.term not in _ELSEWHERE)
    if isinstance(item.overall, Absence) and item.overall.decision == item.decision:
        facts = tuple(fact for fact in facts if fact.term != field_of(item, "decision").label)
    silent = missed([fact for fact in facts if fact.value.mark == mark(NOT_STATED)])
    known = tuple(fact for fact in facts if fact.value.mark != mark(NOT_STATED))
    rest = (Remark(inline(f"Over de meting niet vermeld: {silent}.")),) if silent and not _listed(scope) else ()
    series = tuple(
        replace(fact, term=f"{name}, {uncapital(fact.term)}")
        for name, facts in about_series(scope.frame(prefix), item)
        for fact in facts
    )
    worded = (Facts("Vragen, streefcijfers en breuken", series, run=True),) if series else ()
    return (Facts("Hoe er gemeten werd", known, run=True, cited=item.citations), *worded, *rest)


def _listed(scope: Scope) -> bool:
    """Whether the list of what the source does not say holds all that it does not say of this measurement alone."""
    parts = scope.question.annex.parts if scope.question.annex is not None else ()
    return len(scope.own.measurements) == 1 and any(part.kind == "niet_vermeld" for part in parts)


def _pages(spec: ChartSpec | None) -> tuple[ChartSpec, ...]:
    """A chart as drawings that each fit on a page; the note stands under the last."""
    if spec is None:
        return ()
    size = _DRAWN.get(spec.kind, len(spec.table.rows))
    starts = range(0, len(spec.table.rows), size or 1)
    if len(starts) <= 1:
        return (spec,)
    made = []
    for place, start in enumerate(starts, start=1):
        name = f"{spec.name}--{place}"  # no id has two hyphens: never the name of another chart
        table = replace(spec.table, name=name, rows=spec.table.rows[start : start + size])
        note = spec.note if place == len(starts) else ""
        made.append(replace(spec, name=name, table=table, title=f"{spec.title} ({place} van {len(starts)})", note=note))
    return tuple(made)


def chart(scope: Scope, part: AnnexPart, *, prefix: str) -> Made:
    """A named chart over the chosen records, with the same figures in a table."""
    start = opening(part, prefix=prefix)
    item = _measurement(scope, part) if part.chart == "meting" else None
    if item is not None and stated_of(item):  # what no drawing has room for, stands in the table
        specs = tuple(spec for whole in drawings(scope.corpus, item) for spec in _pages(whole))
        return Made((*start, *_drawn_and_read(scope, item, specs, prefix)), _data(scope, item), specs)
    spec = _spec(scope, part)
    if spec is None:
        return Made((*start, Remark(inline("Hiervoor zijn er geen gegevens."))))
    if part.selection != Selection():
        # Charts of all annexes stand in one folder: another annex may draw the same chart over other records.
        own = f"{scope.question.id}--{prefix}"
        spec = replace(spec, name=own, table=replace(spec.table, name=prefix, title=part.title))
    if spec.kind is ChartKind.MATRIX:
        fits = (spec,) if len(spec.table.rows) <= _LISTED else ()
        return Made((*start, *map(picture, fits), Grid(matrix_list(spec.table), "listed")), (spec.table,), fits)
    drawn = _pages(spec)
    return Made((*start, *map(picture, drawn), Grid(_beside(spec), "chart")), (spec.table,), drawn)


def _beside(spec: ChartSpec) -> Table:
    """The table beside a drawing; of a timeline the words, because its other columns only tell where to draw."""
    drawn = {spec.value, *spec.extra}
    words = tuple(column.key for column in spec.table.columns if column.key not in drawn)
    return selected(spec.table, words) if spec.kind is ChartKind.TIMELINE and len(words) > 1 else spec.table


def _spec(scope: Scope, part: AnnexPart) -> ChartSpec | None:
    corpus = _narrowed(scope.corpus, part.selection)
    name: ChartName | None = part.chart
    if name == "bijsturingen-per-toestand":
        return adjustment_chart(corpus)
    if name == "initiatieven-in-de-tijd":
        return initiative_chart(corpus)
    return heard_chart(corpus) if name == "wie-wordt-genoemd" else None


def _narrowed(corpus: Corpus, selection: Selection) -> Corpus:
    if selection == Selection():
        return corpus
    chosen = corpus.having(Initiative, choose_initiatives(corpus, selection).items)
    return chosen.having(Adjustment, choose_adjustments(corpus, selection).items)
