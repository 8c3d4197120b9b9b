"""A measurement as a sheet: its figures and the words behind them, what has none and why, how it was measured."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from weerklank import addresses
from weerklank.chartspec import ChartKind, ChartSpec, is_small
from weerklank.corpus import Corpus
from weerklank.document.blocks import Block, Facts, Fold, Gallery, Grid, Heading, Picture, Prose, Section
from weerklank.document.entries import Citable, Entries, Entry, Figure, Figures
from weerklank.document.frame import Frame
from weerklank.document.numbering import citations_in
from weerklank.document.parts import Fact, Link, Said, chart_figure, mark, said
from weerklank.document.sentences import NO_FIGURE, figure_in_full, not_together
from weerklank.document.sheet import Sheet
from weerklank.document.sheets.ending import finished
from weerklank.facts.comparing import stated_of
from weerklank.facts.lines import Trend, lines_of
from weerklank.facts.results import drawings, results, undrawn
from weerklank.facts.tables import selected
from weerklank.facts.years import by_year
from weerklank.markup import inline
from weerklank.model import Absence, Citation, Measurement, PartialDate, Period, Quantity, Result, Series, Target
from weerklank.model.fields import field_of, fields_of
from weerklank.states import NOT_STATED
from weerklank.wording import (
    capital,
    counted,
    date_words,
    listing,
    number,
    own_words,
    period_short,
    period_words,
    precision_word,
    scale_words,
    uncapital,
)

_LARGE = 4
"""Up to so many figures stand large on a page; more are read in the table."""


def measurement(frame: Frame, item: Measurement) -> Sheet:
    """The sheet of a measurement."""
    stated, specs, lines = stated_of(item), drawings(frame.corpus, item), lines_of(frame.corpus, item)
    first: list[Block] = [] if stated else [Prose(frame.paragraph(NO_FIGURE))]
    large = 0 < len(stated) <= _LARGE and not lines
    if large:
        first.append(Figures(tuple(_figure(frame, item, result) for result in stated)))
    first += _drawn(frame, specs)
    title = capital(counted(len(stated), "cijfer", "cijfers")) if stated else "Geen cijfers"
    sections = (
        Section(frame.id("resultaten"), title, tuple(first), note=inline(not_together(frame.corpus, item)), wide=True),
        *_tabled(frame, item, cite=not large),
        Section(frame.id("feiten"), "Hoe er gemeten is", tuple(_method(frame, item)), wide=False),
    )
    when = "" if isinstance(item.period, Absence) else f", {period_short(item.period)}"
    tables = (results(frame.corpus, item), *(spec.table for spec in specs if spec.kind is ChartKind.SERIES))
    return finished(frame, item, f"Meting{when}", item.summary, sections, tables=tables, charts=specs)


def _drawn(frame: Frame, specs: tuple[ChartSpec, ...]) -> Iterator[Block]:
    """The charts of a page: small ones side by side, each under its name; bars stand under their subjects."""
    small: list[tuple[str, str, Picture]] = []
    for spec in specs:
        if is_small(spec):
            small.append((spec.title, frame.id(spec.name), picture(spec)))
            continue
        yield from _gallery(small)
        small = []
        if spec.kind is not ChartKind.SHARES:
            yield Heading(spec.title, frame.id(spec.name))
        yield picture(spec)
    yield from _gallery(small)


def _gallery(small: list[tuple[str, str, Picture]]) -> Iterator[Block]:
    if small:
        yield Gallery(tuple(small))


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
    if literal := own_words(result.value):
        facts.append(Fact(field_of(Quantity, "literal").label, Said(inline(f"“{literal}”"))))
    return Figure(
        frame.id(f"cijfer-{result.id}"),
        precision_word(result.value),
        number(result.value.value, thousands=corpus.organisation.site.thousands),
        result.value.unit,
        result.subject,
        tuple(facts),
        figure_in_full(corpus, item, result),
    )


def picture(spec: ChartSpec) -> Picture:
    """A chart as a block."""
    return Picture(spec.name, chart_figure(spec))


def tabled(corpus: Corpus, item: Measurement) -> tuple[Grid, ...]:
    """The figures of a measurement as people read them: those of lines year by year, then the others one by one."""
    lines = lines_of(corpus, item)
    cited = tuple(map(_line_cited, lines))
    grids = [Grid(table, "years", cited=cited) for table in by_year(corpus, item)]
    left = tuple(result for result in stated_of(item) if not _in_line(lines, result))
    if left:
        found = selected(results(corpus, item, chosen=left), _columns(left))
        found = replace(found, notes=tuple(filter(None, (undrawn(item), *found.notes))))
        grids.append(Grid(found, "results", cited=tuple(citations_in(result) or item.citations for result in left)))
    return tuple(grids)


def _line_cited(line: Trend) -> tuple[Citation, ...]:
    """What the figures of a line rest on; one that says nothing rests on what its measurement does."""
    found = (citation for _, owner, result in line.points for citation in citations_in(result) or owner.citations)
    return tuple(dict.fromkeys(found))


def _in_line(lines: tuple[Trend, ...], result: Result) -> bool:
    return any(result is shown for line in lines for _, _, shown in line.points)


def _columns(shown: tuple[Result, ...]) -> tuple[str, ...]:
    """The columns of a table of results: those that some result says something for."""
    found = ["onderwerp", "antwoord", "groep", "jaar", "n"]
    found += ["aspecten"] if any(result.aspects for result in shown) else []
    found.append("waarde")
    for name, key in (("margin", "foutenmarge"), ("question", "vraagtekst"), ("scale", "schaal")):
        found += [key] if any(_says(getattr(result, name)) for result in shown) else []
    return tuple(found)


def _says(value: object) -> bool:
    """Whether a field says more than that the source does not."""
    return value is not None and not (isinstance(value, Absence) and not value.reason and value.decision is None)


def _tabled(frame: Frame, item: Measurement, *, cite: bool) -> tuple[Section, ...]:
    """Every result: those with a figure in tables, those without one with the reason, and how to cite each figure."""
    lines = lines_of(frame.corpus, item)
    blocks: list[Block] = [*_leading(frame.corpus, item)]
    silent = tuple(
        _without(frame, result)
        for result in item.results
        if isinstance(result.value, Absence) and not _in_line(lines, result)
    )
    if silent:
        blocks += [Heading("Onderwerpen zonder cijfer", frame.id("zonder-cijfer")), Entries("entries", silent)]
    stated = stated_of(item)
    if cite and stated:
        found = tuple((frame.id(f"cijfer-{r.id}"), figure_in_full(frame.corpus, item, r)) for r in stated)
        blocks.append(Fold(frame.id("cijfer-citeren"), "Citeer een cijfer", (Citable(found),), f"{len(found)} cijfers"))
    return (Section(frame.id("tabel"), "Alle resultaten", tuple(blocks), wide=True),)


def _leading(corpus: Corpus, item: Measurement) -> Iterator[Grid]:
    """The tables as they stand on a page: each figure leads to how it is cited, where its measurement tells that."""
    lines, grids = lines_of(corpus, item), tabled(corpus, item)
    yearly = [{f"j{year}": (owner, result) for year, owner, result in line.points} for line in lines]
    single = [{"waarde": (item, result)} for result in stated_of(item) if not _in_line(lines, result)]
    for grid in grids:
        rows = yearly if grid.style == "years" else single
        keys = [column.key for column in grid.table.columns]
        leads = tuple(tuple(_lead(row.get(key)) for key in keys) for row in rows)
        yield replace(grid, leads=leads, has_files=grid is grids[-1])


def _lead(found: tuple[Measurement, Result] | None) -> Link | None:
    if found is None or not isinstance(found[1].value, Quantity):
        return None
    owner, result = found
    return Link("", addresses.of_record(owner.ref), f"cijfer-{result.id}")


def _without(frame: Frame, result: Result) -> Entry:
    """A result without a figure: why, and what was asked of whom and when, as far as the record says so."""
    facts = (
        *frame.fact(result, "value"),
        *_answer(frame, result),
        *_known(frame, result, "group", note=result.group_note),
        *_known(frame, result, "year", note=result.year_note),
        *_known(frame, result, "respondents"),
        *_known(frame, result, "margin"),
        *_known(frame, result, "question"),
        *frame.facts(result, "scale"),
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


# --- how it was measured ---------------------------------------------------------------------------------------------


_CARD = (
    *("population", "choice", "sample", "invited", "completed", "mode", "method", "fieldwork"),
    *("question", "scale", "basis", "weighted", "margin", "criteria", "groups", "frequency"),
    *("commissioned_by", "conducted_by", "cost", "official", "other_answers", "trend", "limits"),
)
"""What must stand beside figures, in this order: each given, or its state."""


def about_series(frame: Frame, item: Measurement) -> tuple[tuple[str, tuple[Fact, ...]], ...]:
    """What holds for each series, under its name: the question, the scale, targets and breaks, with their years."""
    own = {series.id: series for series in item.series}
    found = []
    for name in dict.fromkeys((*own, *(result.series for result in item.results if result.series))):
        results = tuple(result for result in item.results if result.series == name)
        facts = (*_asked(frame, results), *(_of_series(frame, own[name], results) if name in own else ()))
        called = own[name].name if name in own else ""
        if facts:
            found.append((called or (results[0].subject if results else name), facts))
    return tuple(found)


def _asked(frame: Frame, results: tuple[Result, ...]) -> tuple[Fact, ...]:
    """How the question was worded where a result says it, once for each wording."""
    worded = {result.question: result for result in results if isinstance(result.question, str)}
    return tuple(fact for result in worded.values() for fact in frame.fact(result, "question"))


def _scales(frame: Frame, series: Series, results: tuple[Result, ...]) -> tuple[Fact, ...]:
    """The scale of a series; with the years of each where results were on another.

    Where nothing but a break says that years differ, it is not said of all of them.
    """
    years: dict[str, list[str]] = {}
    thousands = frame.corpus.organisation.site.thousands
    for result in results:
        scale = result.scale or series.scale
        if scale is not None and isinstance(result.value, Quantity) and isinstance(result.year, PartialDate):
            years.setdefault(scale_words(scale, thousands=thousands), []).append(date_words(result.year))
    label = field_of(series, "scale").label
    if len(years) > 1:
        return tuple(
            Fact(f"{label} in {listing(dict.fromkeys(when))}", Said(inline(words))) for words, when in years.items()
        )
    told = all(result.scale is not None for result in results if isinstance(result.value, Quantity))
    cuts = () if told else tuple(date_words(cut.year) for cut in series.breaks)
    note = f"Voor en na de breuk in {listing(cuts)} kan ze anders zijn." if cuts else ""
    return frame.fact(series, "scale", note=note)


def _of_series(frame: Frame, series: Series, results: tuple[Result, ...]) -> tuple[Fact, ...]:
    return (
        *frame.facts(series, "question"),
        *_scales(frame, series, results),
        *(_target(frame, target) for target in series.targets),
        *(
            Fact(
                field_of(series, "breaks").label,
                Said(inline(f"{date_words(cut.year)}: {cut.reason}"), citations=cut.citations),
            )
            for cut in series.breaks
        ),
    )


def _target(frame: Frame, target: Target) -> Fact:
    """A target with its name and the years in which it held."""
    value = said(frame.corpus, target.value)
    held = period_words(Period.model_validate({"van": target.start, "tot": target.end}))
    cited = (*target.citations, *value.citations)
    label = field_of(Series, "targets").label
    return Fact(label, Said(inline(f"{target.name} ") + value.html + inline(f", {held}"), citations=cited))


def _method(frame: Frame, item: Measurement) -> Iterator[Block]:
    """The method card; what the source does not say, and gives no reason for, stands together at its end."""
    silent: list[Fact] = []
    known: list[Fact] = []
    for fact in measured(frame, item):
        bare = fact.value.mark == mark(NOT_STATED) and not (fact.value.html or fact.value.links)
        (silent if bare else known).append(fact)
    if silent:
        known.append(Fact(capital(NOT_STATED.word), Said(inline(missed(silent)), mark(NOT_STATED))))
    yield Facts(f"{item.title}: hoe gemeten", tuple(known))
    if found := about_series(frame, item):
        entries = tuple(Entry(Said(inline(name)), facts=facts) for name, facts in found)
        count = counted(len(found), "reeks", "reeksen")
        yield Fold(frame.id("reeksen"), "Vragen, streefcijfers en breuken", (Entries("entries", entries),), count)


_MISSED = {item.label: re.sub("^(?:De|Het) ", "", item.absent) for item in fields_of(Measurement) if item.absent}
"""How the absence of a fact on the card is named, by the term of that fact: as among the gaps, without an article."""


def missed(silent: Iterable[Fact]) -> str:
    """Facts of the card that a source does not give, within a sentence."""
    return listing(uncapital(_MISSED.get(fact.term, fact.term)) for fact in silent)


def measured(frame: Frame, item: Measurement) -> tuple[Fact, ...]:
    """How it was measured: every fact, stated or not."""
    return (
        *frame.facts(item, "initiative", "period", "overall", "decision"),
        *_origin(frame, item),
        *frame.facts(item, *_CARD),
        *frame.used_in(item),
    )


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
