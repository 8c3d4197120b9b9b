"""The results of a measurement as a table and as a chart, and series over several measurements.

In: the public corpus and a measurement. Out: `Table` and `ChartSpec` values.
Results whose answer wording, group or unit differ share no axis without a word; one point in time is never a trend.
"""

from collections import Counter
from collections.abc import Mapping

from weerklank.chartspec import ChartKind, ChartSpec
from weerklank.corpus import Corpus, once
from weerklank.data.table import Cell, Column, Role, Table, count_cell, text_cell
from weerklank.facts.cells import cell_of
from weerklank.facts.columns import Drawn, own, rest, row_of
from weerklank.model import Absence, Measurement, Quantity, Result, said_absent
from weerklank.wording import date_words, listing, unit_of

_PERCENT = "procent"


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
    "series": "ties results of several measurements together: it is the name of another table",
    "group_note": "stands in the cell of the group",
    "year_note": "stands in the cell of the year",
}
"""Fields of a result without a column of their own, and why."""


def _columns(corpus: Corpus, unit: str) -> tuple[Drawn[Result], ...]:
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
    return (*placed, *rest(corpus, Result, placed, NOT_IN_TABLE))


def results(corpus: Corpus, measurement: Measurement, *, only_stated: bool = False) -> Table:
    """All results, or only those with a figure, in the order of the record."""
    units = {unit_of(r.value) for r in measurement.results if isinstance(r.value, Quantity)}
    unit = units.pop() if len(units) == 1 else ""
    columns = _columns(corpus, unit)
    asked = [result.respondents for result in stated_of(measurement)]
    silent = bool(asked) and all(map(said_absent, asked))
    share = "Aandeel in procent" if unit == _PERCENT else f"Waarde ({unit})" if unit else "Waarde"
    denominator = " van een niet vermeld aantal antwoorden" if silent else ""
    head = f"{measurement.subject}. " if measurement.subject else f"{measurement.title}. "
    return Table(
        f"resultaten-{measurement.id}",
        measurement.subject or measurement.title,
        tuple(drawn.column for drawn in columns),
        tuple(
            row_of(columns, result)
            for result in measurement.results
            if not (only_stated and isinstance(result.value, Absence))
        ),
        caption=f"{head}{share}{denominator}",
        notes=() if measurement.may_combine else ("Deze cijfers mogen niet opgeteld of gemiddeld worden.",),
    )


def _other_words(stated: tuple[Result, ...]) -> str:
    answers = [result.answer for result in stated if isinstance(result.answer, str)]
    each = "telkens met andere" if len({*answers}) == len(stated) else "niet overal met dezelfde"
    return f"de bron omschrijft de getelde antwoorden {each} woorden" if len({*answers}) > 1 else ""


def differences(stated: tuple[Result, ...]) -> tuple[str, ...]:
    """Why figures share no axis without a word: each reason as a clause ("de bron …"), () where there is none."""
    groups = {result.group for result in stated if isinstance(result.group, str)}
    units = {unit_of(result.value) for result in stated if isinstance(result.value, Quantity)}
    clauses = (
        _other_words(stated),
        "de cijfers komen van verschillende groepen" if len(groups) > 1 else "",
        "de cijfers hebben verschillende eenheden" if len(units) > 1 else "",
    )
    return tuple(filter(None, clauses))


def comparable(stated: tuple[Result, ...]) -> bool:
    """Whether figures count the same answers of the same group in the same unit, so that they may share an axis."""
    return not differences(stated)


def names_of(measurement: Measurement) -> Mapping[str, str]:
    """Id -> what each result is called: its subject, with the group and the year where another has the same subject."""
    subjects = Counter(result.subject for result in measurement.results)
    return {
        result.id: result.subject if subjects[result.subject] == 1 else told_apart(result)
        for result in measurement.results
    }


def told_apart(result: Result) -> str:
    """The subject of a result with its group and its year, as far as they are known: "Zitbanken, bewoners, 2025"."""
    group = result.group if isinstance(result.group, str) else ""
    year = "" if isinstance(result.year, Absence) else date_words(result.year)
    return ", ".join(filter(None, (result.subject, group, year)))


def stated_of(measurement: Measurement) -> tuple[Result, ...]:
    """The results with a figure."""
    return tuple(result for result in measurement.results if isinstance(result.value, Quantity))


def result_chart(corpus: Corpus, measurement: Measurement) -> ChartSpec | None:
    """The shares of a measurement, each on a bar of its own from 0 to 100. None when there is no share to draw."""
    stated = stated_of(measurement)
    if not stated or any(unit_of(result.value) != _PERCENT for result in stated if isinstance(result.value, Quantity)):
        return None
    table = results(corpus, measurement, only_stated=True)
    silent = said_absent(measurement.other_answers)
    pieces = []
    if any(r.value.precision not in ("exact", "zoals_vermeld") for r in stated if isinstance(r.value, Quantity)):
        pieces.append("Een gestippelde rand: de bron zegt zelf dat het cijfer niet precies is.")
    if why := differences(stated):
        loosely = "" if _other_words(stated) else " zonder meer"
        pieces.append(f"De balken zijn niet{loosely} met elkaar te vergelijken: {listing(why)}.")
    if silent:
        pieces.append("Het gearceerde deel is geen ontevredenheid: de bron zegt niet wat de anderen antwoordden.")
    return ChartSpec(
        f"meting-{measurement.id}",
        ChartKind.SHARES,
        measurement.subject or measurement.title,
        table,
        "onderwerp",
        "waarde",
        ("antwoord", "groep", "jaar"),
        remainder="andere antwoorden: verdeling niet vermeld" if silent else "andere antwoorden",
        note=" ".join(pieces),
    )


@once
def series_charts(corpus: Corpus) -> tuple[ChartSpec, ...]:
    """One line per series with figures in at least two years, of one subject, wording, group and unit throughout."""
    found: dict[str, list[tuple[Measurement, Result]]] = {}
    for measurement in corpus.measurements:
        for result in measurement.results:
            if result.series:
                found.setdefault(result.series, []).append((measurement, result))
    specs = []
    for name, pairs in sorted(found.items()):
        stated = tuple(
            result for _, result in pairs if isinstance(result.value, Quantity) and not isinstance(result.year, Absence)
        )
        years = {result.year.year for result in stated if not isinstance(result.year, Absence)}
        subjects = {result.subject for result in stated}
        if len(years) <= 1 or len(years) != len(stated) or len(subjects) > 1 or not comparable(stated):
            continue
        specs.append(_series(corpus, name, stated))
    return tuple(specs)


def _series(corpus: Corpus, name: str, stated: tuple[Result, ...]) -> ChartSpec:
    ordered = sorted((r.year.year, r) for r in stated if not isinstance(r.year, Absence))
    first = ordered[0][1]
    unit = unit_of(first.value) if isinstance(first.value, Quantity) else ""
    title = ", ".join(filter(None, (first.subject, first.group if isinstance(first.group, str) else "")))
    rows = tuple(
        (
            text_cell(result.subject),
            count_cell(year),
            cell_of(corpus, result.group),
            cell_of(corpus, result.value, unit=unit),
            cell_of(corpus, result.answer),
            cell_of(corpus, result.respondents, unit="antwoorden"),
        )
        for year, result in ordered
    )
    table = Table(
        f"reeks-{name}",
        title,
        (
            Column("onderwerp", "Onderwerp", Role.HEAD, description="Waarover het cijfer gaat."),
            Column("jaar", "Jaar", description="Het jaar van het cijfer."),
            Column("groep", "Groep", description="Wie antwoordde."),
            Column("waarde", "Waarde", Role.NUMBER, unit, "Het cijfer."),
            Column("antwoord", "Getelde antwoorden", Role.LITERAL, description="De woorden van de getelde antwoorden."),
            Column("n", "Aantal antwoorden", Role.NUMBER, description="Hoeveel antwoorden er waren."),
        ),
        rows,
        caption=f"{title}, in {unit}" if unit else title,
    )
    note = "Jaren zonder cijfer onderbreken de lijn. Verschillen zijn in procentpunten." if unit == _PERCENT else ""
    return ChartSpec(f"reeks-{name}", ChartKind.SERIES, title, table, "onderwerp", "waarde", ("jaar",), note=note)
