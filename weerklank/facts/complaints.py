"""Complaints per year in the shape of the yearly report to the Vlaamse Ombudsdienst.

In: the public corpus. Out: one table with a row per figure and a column per year; absences keep their state.
"""

from collections import Counter

from weerklank.corpus import Corpus, once
from weerklank.data.table import Cell, Column, Role, Table, text_cell
from weerklank.facts.cells import cell_of
from weerklank.model import SILENT, Breakdown, ComplaintsYear, PartialDate

LINES: tuple[tuple[str, str], ...] = (
    ("total", "Alle meldingen"),
    ("received", "Ontvangen klachten"),
    ("not_a_complaint", "Meldingen die geen klacht zijn"),
    ("within_45", "Beantwoord binnen 45 dagen"),
    ("over_45", "Beantwoord na meer dan 45 dagen"),
    ("mean_days", "Gemiddelde behandeltermijn, in dagen"),
    ("admissible", "Ontvankelijke klachten"),
    ("inadmissible", "Onontvankelijke klachten"),
)
BREAKDOWNS: tuple[tuple[str, str], ...] = (
    ("inadmissible_by", "Onontvankelijk"),
    ("outcome", "Gegrondheid"),
    ("solved", "Oplossing"),
    ("norms", "Ombudsnorm"),
    ("carrier", "Drager"),
    ("channel", "Kanaal"),
)


@once
def newest_first(corpus: Corpus) -> tuple[ComplaintsYear, ...]:
    """The years in the order of the columns of the table."""
    return tuple(sorted(corpus.complaints, key=lambda item: item.year, reverse=True))


@once
def complaints(corpus: Corpus) -> Table | None:
    """The table over all years, newest first; None when there is no year."""
    years = newest_first(corpus)
    if not years:
        return None
    often = Counter(item.year for item in years)
    rows = [(text_cell(label), *(cell_of(corpus, getattr(year, name)) for year in years)) for name, label in LINES]
    for name, label in BREAKDOWNS:
        rows += [
            (text_cell(f"{label}: {part}"), *(_part(corpus, getattr(year, name), part) for year in years))
            for part in _parts(years, name)
        ]
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


def _parts(years: tuple[ComplaintsYear, ...], name: str) -> tuple[str, ...]:
    found = [breakdown for year in years if (breakdown := getattr(year, name)) is not None]
    return tuple(dict.fromkeys(part for breakdown in found for part in breakdown.parts))


def _part(corpus: Corpus, breakdown: Breakdown | None, part: str) -> Cell:
    return cell_of(corpus, SILENT if breakdown is None else breakdown.parts.get(part, SILENT))


def _notes(years: tuple[ComplaintsYear, ...]) -> tuple[str, ...]:
    multiple = [
        label
        for name, label in BREAKDOWNS
        if any(b is not None and b.kind == "meerkeuze" for b in (getattr(year, name) for year in years))
    ]
    return tuple(
        f"{label}: één klacht kan meer dan één keer geteld zijn, de som kan dus groter zijn dan het totaal."
        for label in multiple
    )
