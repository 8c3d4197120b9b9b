"""What must stand beside a figure of a measurement wherever it is read apart from its page: in a file, in a workbook.

In: the public corpus and a measurement. Out: columns with their cells: unit, scale, question, target and break. What a
result leaves to its series or to its measurement is taken from there, so that no row needs another file to be read.
"""

from weerklank.corpus import Corpus, once
from weerklank.data.table import Cell, Column, Role, state_cell, text_cell
from weerklank.facts.cells import cell_of
from weerklank.facts.columns import Drawn
from weerklank.model import NOW, Absence, Measurement, Quantity, Result, Scale, Series, Target, said_absent
from weerklank.model.comparing import declared
from weerklank.model.numbers import bounds_of_unit
from weerklank.states import LEFT_OUT, NOT_APPLICABLE
from weerklank.wording import listing, unit_of


def question_and_scale(corpus: Corpus, item: Measurement) -> tuple[Drawn[Result], ...]:
    """The question as it was asked and the answers that could be given: of a result, its series or its measurement."""

    def question(result: Result) -> Cell:
        series = _series(corpus).get(result.series)
        if isinstance(result.question, str) or said_absent(result.question):
            return cell_of(corpus, result.question)
        return cell_of(corpus, (series.question if series else "") or item.question)

    def scale(result: Result) -> Cell:
        return _scale(corpus, item, result)

    asked = "De vraag zoals ze gesteld is: bij dit cijfer, bij zijn reeks of bij de hele meting."
    answers = (
        "De antwoordschaal van dit cijfer: zijn eigen, anders die van zijn reeks, anders die van de hele meting. Die "
        "van de meting geldt voor een score op die schaal, en voor een aandeel waarvan de getelde antwoorden er een "
        "woord van noemen."
    )
    return (
        Drawn(Column("vraagtekst", "Vraag", description=asked), question),
        Drawn(Column("schaal", "Antwoordschaal", description=answers), scale),
    )


def context(corpus: Corpus, item: Measurement) -> tuple[Drawn[Result], ...]:
    """The measurement, the unit, and the target and the break that hold in the year of a figure."""

    def unit(result: Result) -> Cell:
        found = _unit(corpus, result)
        nothing = LEFT_OUT if isinstance(result.value, Quantity) else NOT_APPLICABLE
        return text_cell(found) if found else state_cell(nothing)

    def target(result: Result) -> Cell:
        found = _targets(corpus, result)
        if len(found) == 1:
            return cell_of(corpus, found[0].value, unit=_unit(corpus, result))
        words = listing(f"{one.name} {cell_of(corpus, one.value).text}" for one in found)
        return text_cell(words) if found else _unsaid(result)

    def called(result: Result) -> Cell:
        found = _targets(corpus, result)
        return text_cell(listing(dict.fromkeys(one.name for one in found))) if found else _unsaid(result)

    def cut(result: Result) -> Cell:
        series = _series(corpus).get(result.series)
        year = 0 if isinstance(result.year, Absence) else result.year.year
        found = [one for one in (series.breaks if series else ()) if one.year.year <= year]
        last = max(found, key=lambda one: one.year.year, default=None)
        return text_cell(f"{last.year.iso}: {last.reason}") if last else _unsaid(result)

    before = "De laatste breuk tot en met dit jaar, met de reden: met wat ervoor gemeten is, mag u niet vergelijken."
    return (
        Drawn(
            Column("meting", "Meting", description="De id van de meting, zie de tabel Metingen."), lambda _: _id(item)
        ),
        Drawn(Column("eenheid", "Eenheid", description="Waarin het cijfer is uitgedrukt."), unit),
        Drawn(
            Column("streefwaarde", "Streefwaarde", Role.NUMBER, description="Wat dat jaar gehaald moest worden."),
            target,
        ),
        Drawn(Column("streefwaarde_naam", "Naam van de streefwaarde", description="Hoe ze heet."), called),
        Drawn(Column("breuk", "Breuk", description=before), cut),
    )


def series_name(corpus: Corpus, result: Result) -> str:
    """What the series of a result is called; "" for a result without one."""
    series = _series(corpus).get(result.series)
    return ((series.name if series else "") or result.subject) if result.series else ""


def _id(item: Measurement) -> Cell:
    return text_cell(item.id)


@once
def _series(corpus: Corpus) -> dict[str, Series]:
    return dict(declared(corpus.measurements))


@once
def _units(corpus: Corpus) -> dict[str, set[str]]:
    """The units of the figures of each series."""
    found: dict[str, set[str]] = {}
    for item in corpus.measurements:
        for result in item.results:
            if result.series and isinstance(result.value, Quantity):
                found.setdefault(result.series, set()).add(unit_of(result.value))
    return found


def _unit(corpus: Corpus, result: Result) -> str:
    """The unit of a figure; of one that is not there, the one of its series."""
    if isinstance(result.value, Quantity):
        return unit_of(result.value)
    known = _units(corpus).get(result.series, set())
    return next(iter(known)) if len(known) == 1 else ""


def _scale(corpus: Corpus, item: Measurement, result: Result) -> Cell:
    """The scale of a result. That of the measurement holds for what is counted or scored on it, not for minutes."""
    series = _series(corpus).get(result.series)
    own = result.scale or (series.scale if series else None)
    if own is not None:
        return cell_of(corpus, own)
    unit = _unit(corpus, result)
    whole = item.scale
    if isinstance(whole, Scale) and unit != "procent" and (whole.low is None or bounds_of_unit(unit) is None):
        return state_cell(LEFT_OUT)
    if isinstance(whole, Scale) and unit == "procent" and whole.labels and not _names_one(result.answer, whole.labels):
        return state_cell(LEFT_OUT)
    return cell_of(corpus, whole)


def _names_one(answer: object, labels: tuple[str, ...]) -> bool:
    """Whether the answers that were counted are said in words of a scale: "eens", not "8 of meer op 10"."""
    return isinstance(answer, str) and any(label.casefold() in answer.casefold() for label in labels)


def _targets(corpus: Corpus, result: Result) -> tuple[Target, ...]:
    """The targets that held in the year of a figure."""
    series = _series(corpus).get(result.series)
    if series is None or isinstance(result.year, Absence):
        return ()
    year = result.year.year
    return tuple(one for one in series.targets if one.start.year <= year and (one.end == NOW or year <= one.end.year))


def _unsaid(result: Result) -> Cell:
    """There is none; or, of a figure without a year, nobody can tell."""
    return state_cell(result.year.state if isinstance(result.year, Absence) else NOT_APPLICABLE)
