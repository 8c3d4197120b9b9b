"""Complaints per year in the shape of the yearly report to the Vlaamse Ombudsdienst.

In: the public corpus. Out: a table with a row per figure and a column per year, and one with a row per part, its share
and what that is a share of; absences keep their state.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from weerklank.corpus import Corpus, once
from weerklank.data.table import Cell, Column, Role, Table, text_cell
from weerklank.facts.cells import NOTHING, cell_of, places_cell
from weerklank.facts.divisions import (
    Divided,
    PartOf,
    count_cell,
    divided,
    division,
    part_share,
    rounding,
    share_beside,
)
from weerklank.model import NOT_FILLED_IN, Absence, Compensation, ComplaintsYear, PartialDate
from weerklank.model.fields import ValueShape, field_of, fields_of
from weerklank.order import newest_first
from weerklank.wording import capital, date_words, listing, uncapital

LINES = tuple(field.attribute for field in fields_of(ComplaintsYear) if field.shape is ValueShape.NUMBER)
"""The fields with one figure each, in the order of the report."""


@once
def years_of(corpus: Corpus) -> tuple[ComplaintsYear, ...]:
    """The years in the order of the columns of the table and of the list."""
    return newest_first(corpus.complaints, dated=lambda item: item.year)


def figure_said(corpus: Corpus, year: ComplaintsYear, name: str) -> str:
    """A figure in words at the beginning of a sentence, as exactly as it is stated; "" where it is not known."""
    value = year.figure(name)
    return "" if isinstance(value, Absence) else capital(cell_of(corpus, value).text)


@once
def complaints(corpus: Corpus) -> Table | None:
    """The table over all years, newest first; None when there is no year."""
    return _table(corpus, "Klachten per jaar, in aantallen", _notes(corpus, years_of(corpus)), shared=False)


@once
def with_shares(corpus: Corpus) -> Table | None:
    """The same table as it is printed: each part of a breakdown also as a share of its year."""
    years = years_of(corpus)
    found = [item for year in years for item in divided(corpus, year)]
    computed = any(item.whole and not item.in_shares for item in found)
    given = any(item.in_shares for item in found)
    notes = (
        *_notes(corpus, years),
        *((_IN_BRACKETS,) if computed else ()),
        *((_ONLY_SHARES,) if given else ()),
        *((_OF_WHAT,) if computed or given else ()),
        *rounding(found),
    )
    return _table(corpus, "Klachten per jaar, in aantallen en aandelen", notes, shared=True)


_IN_BRACKETS = "Tussen haakjes: het aandeel in dat jaar."
_ONLY_SHARES = "Een percentage zonder aantal is een aandeel zoals het opgegeven is."
_OF_WHAT = "Waarvan het een aandeel is, staat in de gegevens bij klachten-aandelen."


def _table(corpus: Corpus, caption: str, notes: tuple[str, ...], *, shared: bool) -> Table | None:
    years = years_of(corpus)
    if not years:
        return None
    often = Counter(item.year for item in years)
    rows = [(text_cell(_label(name)), *(cell_of(corpus, year.figure(name)) for year in years)) for name in LINES]
    for key, label in labels(corpus).items():
        rows += _rows(corpus, label, tuple(division(corpus, year, key) for year in years), shared=shared)
    rows += _given(corpus, years)
    return Table(
        "getoonde-klachten" if shared else "klachten",
        "Klachten per jaar",
        (
            Column("gegeven", "Gegeven", Role.HEAD, description="Wat geteld is."),
            *(
                Column(_key(often, y), y.year.iso, Role.NUMBER, "klachten", f"Het aantal in {y.year.iso}.")
                for y in years
            ),
        ),
        tuple(rows),
        caption=caption,
        notes=notes,
    )


def _key(often: Counter[PartialDate], item: ComplaintsYear) -> str:
    """The name of a column; two records of one year each keep a column of their own."""
    name = "jaar_" + item.year.iso.replace("-", "_")
    return name if often[item.year] == 1 else f"{name}_{item.id.replace('-', '_')}"


def _label(name: str) -> str:
    return field_of(ComplaintsYear, name).label


@once
def labels(corpus: Corpus) -> dict[str, str]:
    """Every breakdown that any year has, key -> label: those of the report in its order, then own ones as found."""
    found = {item.key: item.label for year in years_of(corpus) for item in divided(corpus, year)}
    order = [field.key.replace("_", "-") for field in fields_of(ComplaintsYear)]
    return dict(sorted(found.items(), key=lambda pair: order.index(pair[0]) if pair[0] in order else len(order)))


def parts_of(corpus: Corpus, found: tuple[Divided | None, ...]) -> tuple[PartOf, ...]:
    """Every part that any of these years has, in the order of the list; words of no list after them."""
    seen = {(part.id, part.word): part for item in found if item is not None for part in item.parts}
    kinds = ("klachtthema", "klachtindeling")
    order = {term.id: place for kind in kinds for place, term in enumerate(corpus.words(kind))}
    return tuple(sorted(seen.values(), key=lambda part: order.get(part.id, len(order))))


def part_in(item: Divided | None, part: PartOf) -> PartOf:
    """The same part in another year; one that is not filled in where that year does not have it."""
    own = item.part(part) if item is not None else None
    return own or PartOf(part.id, part.word, NOT_FILLED_IN)


def shared_cell(corpus: Corpus, item: Divided | None, part: PartOf) -> Cell:
    """How often a part is counted in a year, with its share where what it is a share of is known.

    A share that the source gives without a count is the only figure of the cell, in percent.
    """
    own = part_in(item, part)
    if own.share is not None:
        return cell_of(corpus, own.share)
    cell = count_cell(corpus, own)
    if not isinstance(own.count, Decimal) or item is None or not item.whole:
        return cell
    share = part_share(corpus, item, own)
    said = share_beside(cell, share)
    return replace(cell, text=f"{cell.text} ({said})", value=own.count, number=f"{cell.number} ({said})")


def _rows(corpus: Corpus, label: str, found: tuple[Divided | None, ...], *, shared: bool) -> Iterator[tuple[Cell, ...]]:
    """The parts of a breakdown over the years, and what they divide where a year gives it."""
    for part in parts_of(corpus, found):
        cells = (
            shared_cell(corpus, item, part) if shared else count_cell(corpus, part_in(item, part)) for item in found
        )
        if shared or not all(item is None or item.in_shares for item in found):
            yield (text_cell(f"{label}: {part.word}"), *cells)
    if any(item.has_total for item in found if item is not None):
        totals = (NOT_FILLED_IN if item is None else item.item.total for item in found)
        yield (text_cell(f"{label}: totaal"), *(cell_of(corpus, total) for total in totals))


def _given(corpus: Corpus, years: tuple[ComplaintsYear, ...]) -> Iterator[tuple[Cell, ...]]:
    """How often each compensation was given, and for how much."""
    known = [item.compensations for item in years if isinstance(item.compensations, tuple)]
    for what in dict.fromkeys(one.what for items in known for one in items):
        for name in ("count", "amount"):
            cells = [_compensation(year, what, name) for year in years]
            if not all(cell is None for cell in cells):
                label = "" if name == "count" else ", bedrag"
                values = (cell_of(corpus, NOT_FILLED_IN if cell is None else cell) for cell in cells)
                yield (text_cell(f"{_label('compensations')}: {what}{label}"), *values)


def _compensation(year: ComplaintsYear, what: str, name: str) -> object | None:
    """A figure of a compensation; None where the author says nothing of it."""
    if isinstance(year.compensations, Absence):
        return year.compensations if "compensations" in year.model_fields_set else None
    one = next((item for item in year.compensations if item.what == what), None)
    return getattr(one, name) if one is not None and name in one.model_fields_set else None


def _notes(corpus: Corpus, years: tuple[ComplaintsYear, ...]) -> tuple[str, ...]:
    found: dict[str, dict[str, bool]] = {}
    for year in years:
        for item in divided(corpus, year):
            found.setdefault(item.label, {})[date_words(year.year)] = item.several
    several = (_in_years(name, kinds) for name, kinds in found.items() if any(kinds.values()))
    label = listing(name if place == 0 else uncapital(name) for place, name in enumerate(several))
    return (more_than_once(label),) if label else ()


def _in_years(name: str, kinds: Mapping[str, bool]) -> str:
    """The name of a breakdown, with its years where only some of them count a complaint more than once."""
    if all(kinds.values()):
        return name
    return f"{name} ({listing(year for year, several in kinds.items() if several)})"


def more_than_once(label: str) -> str:
    """What to say of a breakdown, or of more, in which one complaint may be counted twice."""
    return f"{label}: één klacht kan meer dan één keer geteld zijn, de som kan dus groter zijn dan het totaal."


def _origin(item: Divided, part: PartOf) -> Cell:
    """Whether a share is the one of the source."""
    if part.share is not None:
        return text_cell("opgegeven")
    return text_cell("berekend") if item.whole and isinstance(part.count, Decimal) else NOTHING


@once
def shares(corpus: Corpus) -> Table | None:
    """Every part of every breakdown of every year, with its share; None when no year is divided."""
    found = [(year, item) for year in years_of(corpus) for item in divided(corpus, year)]
    rows = tuple(
        (
            text_cell(year.year.iso),
            text_cell(item.label),
            text_cell(part.word),
            text_cell(part.id),
            count_cell(corpus, part),
            part_share(corpus, item, part),
            _origin(item, part),
            text_cell(item.of) if item.of else NOTHING,
        )
        for year, item in found
        for part in item.parts
    )
    notes = rounding(item for _, item in found)
    columns = (
        Column("jaar", "Jaar", description="Het jaar van het verslag."),
        Column("indeling", "Indeling", description="Waarnaar verdeeld is."),
        Column("deel", "Deel", Role.HEAD, description="Het deel, met het woord van de lijst."),
        Column("deel_id", "Id deel", description="De id van dat woord in de lijst; leeg voor een eigen woord."),
        Column("aantal", "Aantal", Role.NUMBER, "klachten", "Het aantal in dat jaar."),
        Column(
            "aandeel", "Aandeel", Role.NUMBER, "procent", "Het aandeel in procent; een berekend is een geheel getal."
        ),
        Column("aandeel_is", "Aandeel is", description="Of het opgegeven is, of berekend uit het aantal en afgerond."),
        Column("van", "Van", description="Waarvan het een aandeel is."),
    )
    caption = "Elk deel van elke uitsplitsing, per jaar, in aantallen en aandelen"
    return Table("klachten-aandelen", "Klachten uitgesplitst", columns, rows, caption, notes) if rows else None


@once
def given_table(corpus: Corpus) -> Table | None:
    """Every compensation of every year, with what belongs to it; None where none is stated."""
    rows = tuple(
        (
            text_cell(year.year.iso),
            text_cell(one.what),
            cell_of(corpus, one.count),
            cell_of(corpus, one.amount),
            text_cell(one.note) if one.note else NOTHING,
            places_cell(corpus, one.citations, in_full=True) if one.citations else NOTHING,
        )
        for year in years_of(corpus)
        for one in (() if isinstance(year.compensations, Absence) else year.compensations)
    )
    fields = {field.attribute: field for field in fields_of(Compensation)}
    kept = ("what", "count", "amount", "note", "citations")
    roles = {"what": Role.HEAD, "count": Role.NUMBER, "amount": Role.NUMBER}
    columns = (
        Column(fields[name].key, fields[name].label, roles.get(name, Role.TEXT), description=fields[name].help)
        for name in kept
    )
    year_column = Column("jaar", "Jaar", description="Het jaar van het verslag.")
    caption = "Wat klagers kregen, hoe vaak en voor hoeveel samen"
    title = f"{_label('compensations')} bij klachten"
    return Table("klachten-compensaties", title, (year_column, *columns), rows, caption) if rows else None
