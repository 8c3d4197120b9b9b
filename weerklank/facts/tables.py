"""The tables that readers get: on pages, under charts, in the annex and as open data.

In: the public corpus. Out: `Table` values with stable names and column keys.
"""

from collections.abc import Collection, Mapping
from operator import itemgetter

from weerklank import addresses
from weerklank.corpus import Corpus, once
from weerklank.data.table import OPEN_LIST, Cell, Column, Role, Table, count_cell, state_cell, text_cell
from weerklank.facts.cells import cell_of
from weerklank.facts.loop import Loop, LoopCell, current_status, leaves_of, loop_of, loops
from weerklank.model import Absence, Adjustment, Initiative, Ref
from weerklank.model.fields import field_of, word_of
from weerklank.states import NOT_APPLICABLE, NOT_STATED, course
from weerklank.wording import collate, listing


def record_cell(title: str, ref: Ref) -> Cell:
    """The title of a record as a row head that links to its page."""
    return text_cell(title, path=addresses.of_record(ref))


def loop_cell(cell: LoopCell) -> Cell:
    """A cell of the loop: its words, drawn and coded as its state."""
    return Cell(text=cell.label, value=cell.label, state=cell.state)


def _cells(corpus: Corpus, part: Initiative | Adjustment, *names: str) -> tuple[Cell, ...]:
    """These fields of a record, in this order."""
    return tuple(cell_of(corpus, getattr(part, name), field_of(part, name)) for name in names)


Row = tuple[Cell, ...]
Rows = Mapping[str, tuple[int, Row]]
"""The row of each record by its id, with its place among all of them."""


@once
def _initiative_rows(corpus: Corpus) -> Rows:
    """Most sound first."""
    return {loop.initiative: (place, _initiative_row(corpus, loop)) for place, loop in enumerate(loops(corpus))}


def _initiative_row(corpus: Corpus, loop: Loop) -> Row:
    item = corpus.initiative(loop.initiative)
    return (
        text_cell(item.id),
        record_cell(item.title, Ref("initiatief", item.id)),
        *_cells(corpus, item, "level", "period", "forms", "policy_fields", "status"),
        loop_cell(loop.asked),
        loop_cell(loop.heard),
        loop_cell(loop.done),
        count_cell(loop.adjustments),
    )


def _chosen(rows: Rows, ids: Collection[str] | None) -> tuple[Row, ...]:
    """The rows of these records, or of all, each in its place."""
    found = rows.values() if ids is None else sorted((rows[name] for name in set(ids)), key=itemgetter(0))
    return tuple(row for _, row in found)


def initiatives(corpus: Corpus, ids: Collection[str] | None = None, *, name: str = "initiatieven") -> Table:
    """Initiatives, most sound first, with the loop of each. `ids` limits the rows."""
    return Table(
        name,
        "Initiatieven",
        (
            Column("id", "Id", description="De vaste naam van het record."),
            Column("titel", "Initiatief", Role.HEAD, description="De titel."),
            Column("niveau", "Niveau", description="Strategisch, operationeel of intern."),
            Column("periode", "Wanneer", description="Wanneer en hoe vaak, zoals de bron het zegt."),
            Column("vormen", "Vorm", description="De werkvormen."),
            Column("beleidsvelden", "Beleidsveld", description="De beleidsvelden, afgeleid uit het onderwerp."),
            Column("status", "Stand van zaken", description="Gepland, lopend of afgerond."),
            Column("gevraagd", "Gevraagd", Role.STATE, description="Of de bron zegt wat er gevraagd werd."),
            Column("gehoord", "Gehoord", Role.STATE, description="Of de bron zegt wat er gehoord werd."),
            Column("gedaan", "Gedaan", Role.STATE, description="Welke bijsturingen eruit volgden."),
            Column("bijsturingen", "Bijsturingen", Role.NUMBER, "aantal", "Het aantal bijsturingen dat eruit volgt."),
        ),
        _chosen(_initiative_rows(corpus), ids),
        caption="Initiatieven en wat de bron vermeldt over gevraagd, gehoord en gedaan",
        notes=(OPEN_LIST,) if corpus.is_open("initiatief") else (),
        non_exhaustive=corpus.is_open("initiatief"),
    )


def _causes_cell(corpus: Corpus, item: Adjustment) -> Cell:
    """The initiatives an adjustment came from by title, or what is said where it came from no known one."""
    names, states = [], [NOT_STATED]
    for cause in item.causes:
        if isinstance(cause.initiative, Absence):
            names.append(cause.note or cause.initiative.reason)
            states.insert(0, cause.initiative.state)
        else:
            names.append(corpus.initiative(cause.initiative.id).title)
    unique = tuple(dict.fromkeys(filter(None, names)))
    return Cell(text=listing(unique), value="; ".join(unique)) if unique else state_cell(states[0])


@once
def listed_adjustments(corpus: Corpus) -> tuple[Adjustment, ...]:
    """Adjustments without parts, by initiative and title."""

    def order(item: Adjustment) -> tuple[object, ...]:
        return _causes_cell(corpus, item).text, item.part_of is None, collate(item.title)

    return tuple(sorted(corpus.leaves, key=order))


@once
def _adjustment_rows(corpus: Corpus) -> Rows:
    return {item.id: (n, _adjustment_row(corpus, item)) for n, item in enumerate(listed_adjustments(corpus))}


def _adjustment_row(corpus: Corpus, item: Adjustment) -> Row:
    strengths = tuple(dict.fromkeys(word_of(cause, "strength") for cause in item.causes))
    state = course(current_status(item))
    evidence = sum(len(step.evidence) for step in item.course)
    return (
        text_cell(item.id),
        record_cell(item.title, Ref("bijsturing", item.id)),
        *_cells(corpus, item, "kind"),
        _causes_cell(corpus, item),
        Cell(text=listing(strengths), value="; ".join(strengths)) if strengths else state_cell(NOT_STATED),
        Cell(text=state.word, value=state.key, state=state),
        cell_of(corpus, item.course[-1].date),
        Cell(text=verifiable(item), value=item.verifiable.answer if item.verifiable else None),
        text_cell(corpus.adjustment(item.part_of.id).title) if item.part_of else state_cell(NOT_APPLICABLE),
        *_cells(corpus, item, "decided_by", "cost", "effect"),
        Cell(text=str(evidence), value=evidence),
    )


def adjustments(corpus: Corpus, ids: Collection[str] | None = None, *, name: str = "bijsturingen") -> Table:
    """Adjustments without parts, by initiative and title. `ids` limits the rows."""
    return Table(
        name,
        "Bijsturingen",
        _ADJUSTMENT_COLUMNS,
        _chosen(_adjustment_rows(corpus), ids),
        "Bijsturingen en waar ze vandaan komen",
        (OPEN_LIST,) if corpus.is_open("bijsturing") else (),
        corpus.is_open("bijsturing"),
    )


_ADJUSTMENT_COLUMNS = (
    Column("id", "Id", description="De vaste naam van het record."),
    Column("titel", "Bijsturing", Role.HEAD, description="De titel."),
    Column("soort", "Soort", description="Wat voor bijsturing het is."),
    Column("uit", "Uit", description="Het initiatief of de interactie waaruit ze volgt."),
    Column("verband", "Verband", description="Hoe sterk de bron het verband legt."),
    Column("toestand", "Toestand", Role.STATE, description="De laatste stap in het verloop."),
    Column("datum", "Datum", description="De datum van die stap."),
    Column("toetsbaar", "Toetsbaar", description="Of een lezer kan nagaan dat het gebeurde zoals het geformuleerd is."),
    Column("onderdeel_van", "Onderdeel van", description="Het punt in de bron waarvan dit een deel is."),
    Column("beslist_door", "Wie besliste", description="Wie over de bijsturing besliste."),
    Column("kosten", "Kosten", Role.NUMBER, description="Wat het kostte."),
    Column("effect", "Effect", description="Wat het opleverde."),
    Column("bewijsstukken", "Bewijsstukken", Role.NUMBER, "aantal", "Het aantal opgegeven bewijsstukken."),
)


def verifiable(item: Adjustment) -> str:
    """Whether it can be checked as worded, in words."""
    if item.verifiable is None:
        return "niet beoordeeld"
    return item.verifiable.answer


def selected(table: Table, keys: tuple[str, ...]) -> Table:
    """The same table with only these columns, in this order."""
    places = [next(i for i, column in enumerate(table.columns) if column.key == key) for key in keys]
    return Table(
        table.name,
        table.title,
        tuple(table.columns[place] for place in places),
        tuple(tuple(row[place] for place in places) for row in table.rows),
        table.caption,
        table.notes,
        table.non_exhaustive,
    )


__all__ = ["adjustments", "initiatives", "leaves_of", "listed_adjustments", "loop_of", "selected"]
