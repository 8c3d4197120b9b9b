"""The results of a measurement as a table and as a chart, and series over several measurements.

In: the public corpus and a measurement. Out: `Table` and `ChartSpec` values.
Results whose answer wording, group or unit differ share no axis without a word; one point in time is never a trend.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from weerklank.chartspec import ChartKind, ChartSpec, is_small
from weerklank.corpus import Corpus
from weerklank.data.table import Cell, Column, Role, Table, state_cell, text_cell
from weerklank.facts.beside import context, question_and_scale, series_name
from weerklank.facts.cells import cell_of
from weerklank.facts.columns import Drawn, own, rest, row_of
from weerklank.facts.comparing import differences, other_words, stated_of
from weerklank.facts.lines import line_charts, lines_of, round_axis
from weerklank.model import Absence, Measurement, Quantity, Result, said_absent
from weerklank.model.comparing import Bounds, bounds, declared, lacking
from weerklank.states import LEFT_OUT
from weerklank.wording import date_words, listing, number, unit_of

_PERCENT = "procent"

NOT_TO_ADD = "Deze cijfers mogen niet opgeteld of gemiddeld worden."
"""The note under figures of a measurement that does not allow it."""


def _noted(value: Cell, note: str) -> Cell:
    """A cell whose text carries a remark ("2016, volgens de context"); the value for machines stays as it is."""
    if not note or value.state is not None:
        return value
    return Cell(text=f"{value.text}, {note}", value=value.value)


def _aspects(result: Result) -> Cell:
    if result.aspects and isinstance(result.value, Absence):
        # Without a figure nothing is counted together.
        return Cell(text=listing(result.aspects), value="; ".join(result.aspects))
    if len(result.aspects) > 1:
        whole = f"één cijfer voor {len(result.aspects)} aspecten samen: {listing(result.aspects)}"
        return Cell(text=whole, value="; ".join(result.aspects))
    if result.aspects and result.aspects[0].casefold() != result.subject.casefold():
        return Cell(text=f"één aspect: {result.aspects[0]}", value=result.aspects[0])
    return text_cell("één aspect" if result.aspects else "niet uitgesplitst")


NOT_IN_TABLE: Mapping[str, str] = {
    "id": "a name within the measurement, for links and series",
}
"""Fields of a result without a column of their own, and why."""


def _columns(corpus: Corpus, item: Measurement, unit: str) -> tuple[Drawn[Result], ...]:
    def group(result: Result) -> Cell:
        return _noted(cell_of(corpus, result.group), result.group_note)

    def year(result: Result) -> Cell:
        return _noted(cell_of(corpus, result.year), result.year_note)

    def respondents(result: Result) -> Cell:
        return cell_of(corpus, result.respondents, unit="antwoorden")

    def value(result: Result) -> Cell:
        return cell_of(corpus, result.value, unit=unit)

    literal = "De woorden van de antwoorden die geteld zijn."
    placed: tuple[Drawn[Result], ...] = (
        own(corpus, Result, "subject", Role.HEAD, description="Waarover het cijfer gaat."),
        own(corpus, Result, "answer", Role.LITERAL, description=literal),
        Drawn(Column("groep", "Groep", description="Wie antwoordde."), group),
        Drawn(Column("jaar", "Jaar", description="Het jaar van het cijfer."), year),
        Drawn(Column("n", "Aantal antwoorden", Role.NUMBER, description="Hoeveel antwoorden er waren."), respondents),
        Drawn(Column("aspecten", "Aspecten", description="Welke aspecten in dit ene cijfer zitten."), _aspects),
        Drawn(Column("waarde", "Aandeel" if unit == _PERCENT else "Waarde", Role.NUMBER, unit, "Het cijfer."), value),
    )

    named = Column("reeks_naam", "Naam van de reeks", description="Hoe de reeks heet.")
    placed = (
        *placed,
        own(corpus, Result, "margin"),
        *question_and_scale(corpus, item),
        own(corpus, Result, "series"),
        Drawn(named, lambda result: text_cell(name) if (name := series_name(corpus, result)) else state_cell(LEFT_OUT)),
        *context(corpus, item),
    )
    return (*placed, *rest(corpus, Result, placed, NOT_IN_TABLE))


def results(
    corpus: Corpus,
    measurement: Measurement,
    *,
    only_stated: bool = False,
    chosen: Iterable[Result] | None = None,
) -> Table:
    """All results, or only those with a figure, or only some, in the order of the record."""
    shown = measurement.results if chosen is None else tuple(chosen)
    units = {unit_of(r.value) for r in shown if isinstance(r.value, Quantity)}
    unit = units.pop() if len(units) == 1 else ""
    columns = _columns(corpus, measurement, unit)
    asked = [result.respondents for result in shown if isinstance(result.value, Quantity)]
    silent = bool(asked) and all(map(said_absent, asked))
    share = "Aandeel in procent" if unit == _PERCENT else f"Waarde ({unit})" if unit else "Waarde"
    denominator = " van een niet vermeld aantal antwoorden" if silent else ""
    head = f"{measurement.subject}. " if measurement.subject else f"{measurement.title}. "
    return Table(
        f"resultaten-{measurement.id}",
        measurement.subject or measurement.title,
        tuple(drawn.column for drawn in columns),
        tuple(row_of(columns, result) for result in shown if not (only_stated and isinstance(result.value, Absence))),
        caption=f"{head}{share}{denominator}",
        notes=(
            *(() if measurement.may_combine else (NOT_TO_ADD,)),
            *_rounded(shown),
        ),
    )


def _rounded(shown: tuple[Result, ...]) -> Iterator[str]:
    """Answers to one question that do not add up to 100 because each is rounded."""
    for found in _answers(shown).values():
        parts = [result.value.value for result in found if isinstance(result.value, Quantity)]
        if _is_rounded(parts):
            total = number(sum(parts, Decimal(0)))
            yield f"{found[0].subject}: de antwoorden geven samen {total} procent. Dat komt door afronding."


_WHOLE = 100


MOST_ALONE = 4
"""So many figures that lack something have a bar of their own; more are read in the table."""


def undrawn(item: Measurement) -> str:
    """That figures are in no chart, and what they lack for it; "" where none is left out."""
    alone = [missing for result in stated_of(item) if (missing := lacking(item, result))]
    if len(alone) <= MOST_ALONE:
        return ""
    words = listing(dict.fromkeys(word for missing in alone for word in missing))
    return f"{len(alone)} cijfers staan in geen grafiek, omdat dit ontbreekt: {words}."


# --- charts ----------------------------------------------------------------------------------------------------------


def drawings(corpus: Corpus, item: Measurement) -> tuple[ChartSpec, ...]:
    """Every chart of a measurement: its lines over the years, groups beside each other, bars, and figures alone."""
    lined = {(name.id, year) for name in lines_of(corpus, item) for year, _ in name.stated}
    left = [
        result
        for result in stated_of(item)
        if lacking(item, result) or isinstance(result.year, Absence) or (result.series, result.year.year) not in lined
    ]
    alone = [result for result in left if lacking(item, result)]
    rest_of = [result for result in left if result not in alone]
    alone = alone if len(alone) <= MOST_ALONE else []
    groups = tuple(_groups(item, rest_of))
    grouped = [result for _, found in groups for result in found]
    wholes = tuple(_wholes([result for result in rest_of if result not in grouped]))
    grouped += [result for found in wholes for result in found]
    others = [result for result in rest_of if result not in grouped]
    return (
        *sorted(line_charts(corpus, item), key=is_small),
        *(
            _dots(corpus, item, found, f"groepen-{item.id}-{place}", "groep")
            for place, (_, found) in enumerate(groups, 1)
        ),
        *(_dots(corpus, item, found, f"delen-{item.id}-{place}", "antwoord") for place, found in enumerate(wholes, 1)),
        *_together(corpus, item, others),
        *(spec for result in alone for spec in _alone(corpus, item, result, only=len(stated_of(item)) == 1)),
    )


def _groups(item: Measurement, left: list[Result]) -> Iterator[tuple[str, tuple[Result, ...]]]:
    """The figures of more groups on one subject in one year, with the groups whose figure is not there."""
    found: dict[tuple[str, int, str, object], list[Result]] = {}
    for result in left:
        if isinstance(result.year, Absence) or not isinstance(result.group, str):
            continue
        assert isinstance(result.value, Quantity)
        key = (result.subject, result.year.year, unit_of(result.value), result.answer)
        found.setdefault(key, []).append(result)
    for (subject, year, _, _), results_of in found.items():
        if len({result.group for result in results_of}) < 2 or len({r.group for r in results_of}) != len(results_of):  # noqa: PLR2004
            continue
        silent = [
            result
            for result in item.results
            if isinstance(result.value, Absence)
            and result.subject == subject
            and not isinstance(result.year, Absence)
            and result.year.year == year
            and isinstance(result.group, str)
        ]
        yield subject, (*results_of, *silent)


def _wholes(left: list[Result]) -> Iterator[tuple[Result, ...]]:
    """All answers to one question, which together are 100 percent but for rounding."""
    for found in _answers(left).values():
        parts = [result.value.value for result in found if isinstance(result.value, Quantity)]
        if sum(parts, Decimal(0)) == _WHOLE or _is_rounded(parts):
            yield tuple(found)


def _answers(shown: Iterable[Result]) -> Mapping[object, list[Result]]:
    """Shares of answers to one question, of one group in one year, where there are more than two."""
    found: dict[object, list[Result]] = {}
    for result in shown:
        if isinstance(result.value, Quantity) and unit_of(result.value) == _PERCENT and isinstance(result.answer, str):
            found.setdefault((result.subject, result.group, result.year), []).append(result)
    return {key: own for key, own in found.items() if len({r.answer for r in own}) == len(own) > 2}  # noqa: PLR2004


def _is_rounded(parts: list[Decimal]) -> bool:
    """Whether rounding each part explains that they do not add up to 100."""
    last = max((-int(part.as_tuple().exponent) for part in parts), default=0)
    total = sum(parts, Decimal(0))
    return total != _WHOLE and abs(total - _WHOLE) <= len(parts) * Decimal(10) ** -last / 2


def _together(corpus: Corpus, item: Measurement, left: list[Result]) -> Iterator[ChartSpec]:
    """Bars for shares; other figures as points, those of one unit and one scale together."""
    shares = tuple(r for r in left if isinstance(r.value, Quantity) and unit_of(r.value) == _PERCENT)
    if shares:
        yield _bars(corpus, item, shares, f"meting-{item.id}")
    rest_of: dict[tuple[str, Bounds | None], list[Result]] = {}
    for result in left:
        if result not in shares and isinstance(result.value, Quantity):
            key = (unit_of(result.value), _bounds(corpus, item, result))
            rest_of.setdefault(key, []).append(result)
    for place, ((_, within), found) in enumerate(rest_of.items(), 1):
        if within is not None or len(found) > 1:
            yield _dots(corpus, item, tuple(found), f"cijfers-{item.id}-{place}", "onderwerp")


def _alone(corpus: Corpus, item: Measurement, result: Result, *, only: bool) -> Iterator[ChartSpec]:
    """A figure that lacks what must stand beside it: its own bar, with what is missing in words."""
    assert isinstance(result.value, Quantity)
    name = f"meting-{item.id}" if only else f"cijfer-{item.id}-{item.results.index(result) + 1}"
    if unit_of(result.value) == _PERCENT:
        yield _bars(corpus, item, (result,), name)
    elif _bounds(corpus, item, result) is not None:
        yield _dots(corpus, item, (result,), name, "onderwerp")


def _bounds(corpus: Corpus, item: Measurement, result: Result) -> Bounds | None:
    return bounds(item, result, declared(corpus.measurements).get(result.series))


def _lacking(table: Table, missing: tuple[str, ...]) -> Table:
    """A table of one figure that also says what must stand beside it and does not."""
    if not missing:
        return table
    column = Column("ontbreekt", "Ontbreekt", description="Wat er bij een cijfer hoort en hier niet staat.")
    cell = text_cell(f"Ontbreekt: {listing(missing)}")
    return replace(table, columns=(*table.columns, column), rows=tuple((*row, cell) for row in table.rows))


def _bars(corpus: Corpus, item: Measurement, shown: tuple[Result, ...], name: str) -> ChartSpec:
    """Shares, each on a bar of its own from 0 to 100."""
    missing = lacking(item, shown[0]) if len(shown) == 1 else ()
    table = _lacking(results(corpus, item, chosen=shown), missing)
    silent = said_absent(item.other_answers)
    pieces = []
    if any(r.value.precision not in ("exact", "zoals_vermeld") for r in shown if isinstance(r.value, Quantity)):
        pieces.append("Een gestippelde rand: de bron zegt zelf dat het cijfer niet precies is.")
    if why := differences(shown):
        loosely = "" if other_words(shown) else " zonder meer"
        pieces.append(f"De balken zijn niet{loosely} met elkaar te vergelijken: {listing(why)}.")
    if silent:
        pieces.append("Het gearceerde deel is geen ontevredenheid: de bron zegt niet wat de anderen antwoordden.")
    return ChartSpec(
        name,
        ChartKind.SHARES,
        item.subject or item.title if len(shown) > 1 else shown[0].subject,
        table,
        "onderwerp",
        "waarde",
        ("antwoord", "groep", "jaar", *(("ontbreekt",) if missing else ())),
        remainder="andere antwoorden: verdeling niet vermeld" if silent else "andere antwoorden",
        note=" ".join(pieces),
    )


def _dots(corpus: Corpus, item: Measurement, shown: tuple[Result, ...], name: str, label: str) -> ChartSpec:
    """Figures as points on one scale, with their margins."""
    stated = tuple(result for result in shown if isinstance(result.value, Quantity))
    values = [result.value.value for result in stated if isinstance(result.value, Quantity)]
    axis = _bounds(corpus, item, stated[0]) or round_axis(values)
    missing = lacking(item, shown[0]) if len(shown) == 1 else ()
    table = _lacking(results(corpus, item, chosen=shown), missing)
    return ChartSpec(
        name,
        ChartKind.DOTS,
        stated[0].subject if label in ("groep", "antwoord") or len(shown) == 1 else item.subject or item.title,
        table,
        label,
        "waarde",
        ("foutenmarge", "n"),
        thousands=corpus.organisation.site.thousands,
        note=" ".join(_beside_dots(corpus, stated, label, axis, missing)),
        axis=axis,
    )


def _beside_dots(
    corpus: Corpus, stated: tuple[Result, ...], label: str, axis: Bounds, missing: tuple[str, ...]
) -> Iterator[str]:
    answers = {result.answer for result in stated}
    unit = unit_of(stated[0].value) if isinstance(stated[0].value, Quantity) else ""
    answer = stated[0].answer
    if label != "antwoord" and len(answers) == 1 and isinstance(answer, str):
        yield f"“{answer}”." if unit != _PERCENT else f"Aandeel “{answer}”, in procent."
    years = {date_words(result.year) for result in stated if not isinstance(result.year, Absence)}
    groups = {result.group for result in stated if isinstance(result.group, str)}
    if len(years) == 1:
        yield f"{years.pop()}."
    if label != "groep" and len(groups) == 1:
        yield f"Groep: {groups.pop()}."
    low, high = (number(end, thousands=corpus.organisation.site.thousands) for end in axis)
    yield f"De as loopt van {low} tot {high}."
    if any(isinstance(result.margin, Quantity) for result in stated):
        yield "Het streepje is de foutenmarge."
    if missing:
        yield f"Ontbreekt: {listing(missing)}."
    if label == "onderwerp" and (why := differences(stated)):
        yield f"De punten zijn niet zonder meer met elkaar te vergelijken: {listing(why)}."
