"""Complaints per year in the shape of the yearly report to the Vlaamse Ombudsdienst.

In: the public corpus. Out: one table with a row per figure and a column per year; absences keep their state.
"""

from collections import Counter

from weerklank.corpus import Corpus, once
from weerklank.data.table import Cell, Column, Role, Table, text_cell
from weerklank.facts.cells import cell_of
from weerklank.model import NOT_FILLED_IN, Breakdown, ComplaintsYear, PartialDate
from weerklank.model.fields import ValueShape, field_of, fields_of
from weerklank.order import newest_first

LINES = tuple(field.attribute for field in fields_of(ComplaintsYear) if field.shape is ValueShape.NUMBER)
"""The fields with one figure each, in the order of the report."""
BREAKDOWNS = tuple(field.attribute for field in fields_of(ComplaintsYear) if field.model is Breakdown)
"""The fields that divide a figure."""


@once
def years_of(corpus: Corpus) -> tuple[ComplaintsYear, ...]:
    """The years in the order of the columns of the table and of the list."""
    return newest_first(corpus.complaints, dated=lambda item: item.year)


@once
def complaints(corpus: Corpus) -> Table | None:
    """The table over all years, newest first; None when there is no year."""
    years = years_of(corpus)
    if not years:
        return None
    often = Counter(item.year for item in years)
    rows = [(text_cell(_label(name)), *(cell_of(corpus, getattr(year, name)) for year in years)) for name in LINES]
    for name in BREAKDOWNS:
        divided = [getattr(year, name) for year in years]
        rows += [
            (text_cell(f"{_label(name)}: {part}"), *(_part(corpus, item, part) for item in divided))
            for part in dict.fromkeys(part for item in divided if item is not None for part in item.parts)
        ]
        if any(has_total(item) for item in divided if item is not None):
            totals = (NOT_FILLED_IN if item is None else item.total for item in divided)
            rows.append((text_cell(f"{_label(name)}: totaal"), *(cell_of(corpus, total) for total in totals)))
    return Table(
        "klachten",
        "Klachten per jaar",
        (
            Column("gegeven", "Gegeven", Role.HEAD, description="Wat geteld is."),
            *(
                Column(_key(often, y), y.year.iso, Role.NUMBER, "klachten", f"Het aantal in {y.year.iso}.")
                for y in years
            ),
        ),
        tuple(rows),
        caption="Klachten per jaar, in aantallen",
        notes=_notes(years),
    )


def _key(often: Counter[PartialDate], item: ComplaintsYear) -> str:
    """The name of a column; two records of one year each keep a column of their own."""
    name = "jaar_" + item.year.iso.replace("-", "_")
    return name if often[item.year] == 1 else f"{name}_{item.id.replace('-', '_')}"


def _label(name: str) -> str:
    return field_of(ComplaintsYear, name).label


def has_total(item: Breakdown) -> bool:
    """Whether an author wrote down the total of the parts, or why there is none."""
    return "total" in item.model_fields_set


def _part(corpus: Corpus, breakdown: Breakdown | None, part: str) -> Cell:
    return cell_of(corpus, NOT_FILLED_IN if breakdown is None else breakdown.parts.get(part, NOT_FILLED_IN))


def _notes(years: tuple[ComplaintsYear, ...]) -> tuple[str, ...]:
    divided = ((name, getattr(year, name)) for name in BREAKDOWNS for year in years)
    multiple = dict.fromkeys(name for name, item in divided if item is not None and item.kind == "meerkeuze")
    return tuple(more_than_once(_label(name)) for name in multiple)


def more_than_once(label: str) -> str:
    """What to say of a breakdown in which one complaint may be counted twice."""
    return f"{label}: één klacht kan meer dan één keer geteld zijn, de som kan dus groter zijn dan het totaal."
