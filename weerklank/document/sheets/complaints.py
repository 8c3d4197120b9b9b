"""A year of complaints as a sheet: every figure of the yearly report, and each breakdown with what it divides."""

from weerklank.data.table import Cell, Column, Role, Table, text_cell
from weerklank.document.blocks import Block, Facts, Grid, Section
from weerklank.document.frame import Frame
from weerklank.document.sentences import complaints_in_short
from weerklank.document.sheet import Sheet
from weerklank.document.sheets.ending import finished
from weerklank.facts.cells import cell_of
from weerklank.facts.complaints import BREAKDOWNS, LINES, has_total, more_than_once
from weerklank.model import Breakdown, ComplaintsYear
from weerklank.model.fields import field_of
from weerklank.wording import date_words


def complaints_year(frame: Frame, item: ComplaintsYear) -> Sheet:
    """The sheet of one year."""
    year = date_words(item.year)
    lines = tuple((text_cell(field_of(item, name).label), cell_of(frame.corpus, getattr(item, name))) for name in LINES)
    figures: list[Block] = [
        Grid(_table(f"klachten-{item.id}", f"Klachten in {year}, in aantallen", "Gegeven", lines), "counts")
    ]
    if used := frame.used_in(item):
        figures.append(Facts(f"{item.title}: gebruik", used))
    sections = [Section(frame.id("cijfers"), "De cijfers", tuple(figures))]
    divided = tuple(_division(frame, item, name, found) for name in BREAKDOWNS if (found := getattr(item, name)))
    if divided:
        sections.append(Section(frame.id("uitgesplitst"), "Uitgesplitst", divided))
    short = complaints_in_short(item, thousands=frame.corpus.organisation.site.thousands)
    return finished(frame, item, "Klachten", short, tuple(sections))


def _division(frame: Frame, item: ComplaintsYear, name: str, found: Breakdown) -> Grid:
    """One breakdown with its total; a case that may be counted twice says so."""
    field = field_of(item, name)
    label = field.label
    rows = tuple((text_cell(part), cell_of(frame.corpus, count)) for part, count in found.parts.items())
    if has_total(found):
        rows += ((text_cell(field_of(found, "total").label), cell_of(frame.corpus, found.total)),)
    notes = (more_than_once(label),) if found.kind == "meerkeuze" else ()
    return Grid(
        _table(f"klachten-{item.id}-{field.key.replace('_', '-')}", f"{label}, in aantallen", label, rows, notes)
    )


def _table(
    name: str, caption: str, head: str, rows: tuple[tuple[Cell, Cell], ...], notes: tuple[str, ...] = ()
) -> Table:
    columns = (Column("gegeven", head, Role.HEAD), Column("aantal", "Aantal", Role.NUMBER))
    return Table(name, caption, columns, rows, caption, notes)
