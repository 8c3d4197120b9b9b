"""A measurement as a sheet: its figures and the words behind them, what has none and why, how it was measured."""

from weerklank.chartspec import ChartSpec
from weerklank.corpus import Corpus
from weerklank.document.blocks import Block, Facts, Grid, Heading, Picture, Prose, Section
from weerklank.document.entries import Entries, Entry, Figure, Figures
from weerklank.document.frame import Frame
from weerklank.document.parts import Fact, Said, chart_figure, said
from weerklank.document.sentences import NO_FIGURE, figure_in_full, not_together
from weerklank.document.sheet import Sheet
from weerklank.document.sheets.ending import finished
from weerklank.facts.cells import cell_of
from weerklank.facts.results import result_chart, results, series_charts, stated_of
from weerklank.markup import inline
from weerklank.model import Absence, Measurement, Quantity, Result
from weerklank.model.fields import field_of
from weerklank.wording import capital, counted, date_words, number, period_short, precision_word

_LARGE = 4
"""Up to so many figures stand large on a page; more are read in the table."""


def measurement(frame: Frame, item: Measurement) -> Sheet:
    """The sheet of a measurement."""
    stated, spec = stated_of(item), result_chart(frame.corpus, item)
    lines = series_of(frame.corpus, item)
    first: list[Block] = [] if stated else [Prose(frame.paragraph(NO_FIGURE))]
    if 0 < len(stated) <= _LARGE:
        first.append(Figures(tuple(_figure(frame, item, result) for result in stated)))
    first += [_picture(spec)] if spec is not None else []
    title = capital(counted(len(stated), "cijfer", "cijfers")) if stated else "Geen cijfers"
    sections = (
        Section(frame.id("resultaten"), title, tuple(first), note=inline(not_together(item)), wide=True),
        *_tabled(frame, item),
        *(_over_the_years(frame, place, line) for place, line in enumerate(lines, start=1)),
        Section(frame.id("feiten"), "Over de meting", (Facts(f"{item.title}: hoe gemeten", measured(frame, item)),)),
    )
    when = "" if isinstance(item.period, Absence) else f", {period_short(item.period)}"
    tables = (results(frame.corpus, item), *(line.table for line in lines))
    charts = (*((spec,) if spec is not None else ()), *lines)
    return finished(frame, item, f"Meting{when}", item.summary, sections, tables=tables, charts=charts)


# --- figures ---------------------------------------------------------------------------------------------------------


def _figure(frame: Frame, item: Measurement, result: Result) -> Figure:
    """One figure, large, with the words that it counts."""
    assert isinstance(result.value, Quantity)
    corpus = frame.corpus
    facts = [
        *_answer(frame, result),
        *_known(frame, result, "group", note=result.group_note),
        *_known(frame, result, "year", note=result.year_note),
    ]
    if result.value.literal and result.value.literal != cell_of(corpus, result.value).text:
        facts.append(Fact(field_of(Quantity, "literal").label, Said(inline(f"“{result.value.literal}”"))))
    return Figure(
        frame.id(f"cijfer-{result.id}"),
        precision_word(result.value),
        number(result.value.value, thousands=corpus.organisation.site.thousands),
        result.value.unit,
        result.subject,
        tuple(facts),
        figure_in_full(corpus, item, result),
    )


def _picture(spec: ChartSpec) -> Picture:
    return Picture(spec.name, chart_figure(spec))


def _tabled(frame: Frame, item: Measurement) -> tuple[Section, ...]:
    """Every result: those with a figure as a table, those without one with the reason."""
    stated = stated_of(item)
    blocks: list[Block] = []
    if stated:
        cited = tuple(result.citations or item.citations for result in stated)
        blocks.append(Grid(results(frame.corpus, item, only_stated=True), "results", cited=cited))
    silent = tuple(_without(frame, result) for result in item.results if result not in stated)
    if silent:
        blocks += [Heading("Onderwerpen zonder cijfer", frame.id("zonder-cijfer")), Entries("entries", silent)]
    return (Section(frame.id("tabel"), "Alle resultaten", tuple(blocks), wide=True),)


def _without(frame: Frame, result: Result) -> Entry:
    """A result without a figure: why, and what was asked of whom and when, as far as the record says so."""
    facts = (
        *frame.fact(result, "value"),
        *_answer(frame, result),
        *_known(frame, result, "group", note=result.group_note),
        *_known(frame, result, "year", note=result.year_note),
        *_known(frame, result, "respondents"),
        *(frame.facts(result, "aspects") if result.aspects != (result.subject,) else ()),
    )
    return Entry(Said(inline(result.subject)), facts=facts, citations=result.citations)


def _answer(frame: Frame, result: Result) -> tuple[Fact, ...]:
    """The answers that a figure counts, in the words of the questionnaire."""
    if isinstance(result.answer, Absence):
        return _known(frame, result, "answer")
    return (Fact(field_of(result, "answer").label, Said(inline(f"“{result.answer}”"))),)


def _known(frame: Frame, result: Result, name: str, *, note: str = "") -> tuple[Fact, ...]:
    """A field that is stated, or whose absence has a reason."""
    value = getattr(result, name)
    silent = isinstance(value, Absence) and not value.reason and value.decision is None
    return () if silent else frame.fact(result, name, note=note)


def _over_the_years(frame: Frame, place: int, line: ChartSpec) -> Section:
    title = f"Over de jaren: {line.table.title}"
    return Section(frame.id(f"reeks-{place}"), title, (_picture(line), Grid(line.table, "series")), wide=True)


def series_of(corpus: Corpus, item: Measurement) -> tuple[ChartSpec, ...]:
    """The lines over more measurements in which this one has a figure."""
    names = {f"reeks-{result.series}" for result in item.results if result.series}
    return tuple(line for line in series_charts(corpus) if line.name in names)


# --- how it was measured ---------------------------------------------------------------------------------------------


def measured(frame: Frame, item: Measurement) -> tuple[Fact, ...]:
    """How it was measured: every fact, stated or not."""
    return (
        *frame.facts(item, "initiative", "period", "overall", "decision"),
        *_origin(frame, item),
        *frame.facts(item, "conducted_by", "method", "criteria", "groups", "frequency", "sample", "response", "margin"),
        *_scale(frame, item),
        *frame.facts(item, "other_answers", "trend", "cost"),
        *frame.used_in(item),
    )


def _scale(frame: Frame, item: Measurement) -> tuple[Fact, ...]:
    """The steps of the scale, which may hold commas."""
    if isinstance(item.scale, Absence):
        return frame.fact(item, "scale")
    return (Fact(field_of(item, "scale").label, said(frame.corpus, "; ".join(item.scale))),)


def _origin(frame: Frame, item: Measurement) -> tuple[Fact, ...]:
    """Who made the instrument and when, and what has become of that service."""
    found = item.developed
    if isinstance(found, Absence):
        return frame.fact(item, "developed")
    undated = isinstance(found.on, Absence)
    when = "" if isinstance(found.on, Absence) else f"{date_words(found.on)}, door "
    made = Fact(field_of(item, "developed").label, Said(inline(f"{when}{found.by}"), citations=found.citations))
    silent = frame.fact(found, "on", label=field_of(found, "on").absent) if undated else ()
    return (made, *silent, *frame.facts(found, "now"))
