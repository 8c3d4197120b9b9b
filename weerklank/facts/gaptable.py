"""The absences as tables: the rows for a reader, and every single absence as open data.

In: the public corpus. Out: `Table` values.
"""

from weerklank import addresses
from weerklank.corpus import Corpus
from weerklank.data.table import Cell, Column, Role, Table, count_cell, text_cell
from weerklank.facts.cells import marked_cell
from weerklank.facts.gaps import GapGroup, empty_policy_fields, gap_groups, gaps
from weerklank.kinds import KINDS
from weerklank.states import NOT_STATED

EACH_NAME = "wat-de-bron-niet-zegt-per-record"
"""The name of the file with a row for each record and what it lacks."""


def where(group: GapGroup) -> str:
    """The place of a gap in words: the record, or how many of how many."""
    if group.gaps[0].unanswered:
        return f"{len(group.gaps)} van {group.total} {'deel' if group.total == 1 else 'delen'}"
    if group.total == 1:
        return group.gaps[0].title
    return f"{len(group.gaps)} van {group.total} {KINDS[group.kind].plural}"


def shared_reason(group: GapGroup) -> str | None:
    """The reason that each of a group gave, "" where none gave one; None where they differ or only some gave one."""
    first, *others = dict.fromkeys(gap.reason for gap in group.gaps)
    return None if others else first


def differing(group: GapGroup) -> str:
    """What stands in the place of a reason that does not hold for the whole of a group: how many gave one."""
    given = sum(bool(gap.reason) for gap in group.gaps)
    return f"De reden staat bij {given} van {len(group.gaps)}" if given < len(group.gaps) else "De reden verschilt"


def _why(group: GapGroup) -> Cell:
    reason = shared_reason(group)
    if reason is None:
        return text_cell(f"{differing(group)}: zie {EACH_NAME}.")
    return marked_cell(reason or group.state.definition)


def gap_table(corpus: Corpus) -> Table:
    """One row per thing that is not there."""
    rows = [
        (
            text_cell(group.what),
            Cell(text=group.state.word, value=group.state.key, state=group.state),
            text_cell(where(group)),
            _why(group),
            count_cell(len(group.gaps)),
            count_cell(group.total),
        )
        for group in gap_groups(corpus)
    ]
    rows += [
        (
            text_cell(f"Een initiatief voor {place.name}"),
            Cell(text=NOT_STATED.word, value=NOT_STATED.key, state=NOT_STATED),
            text_cell("Initiatieven"),
            text_cell("Wel genoemd als beleidsveld."),
            count_cell(1),
            count_cell(len(corpus.vocabularies["beleidsveld"].terms)),
        )
        for place in empty_policy_fields(corpus)
    ]
    return Table(
        "wat-de-bron-niet-zegt",
        "Wat de bron niet vermeldt",
        (
            Column("wat", "Wat", Role.HEAD, description="Wat er niet is."),
            Column("toestand", "Toestand", Role.STATE, description="Waarom het er niet is."),
            Column("waar", "Waar", description="In welk gegeven, of in hoeveel ervan."),
            Column("reden", "Reden of wat er wel staat", description="De reden, of wat de bron wel zegt."),
            Column("aantal", "Aantal", Role.NUMBER, "gegevens", "Bij hoeveel dit ontbreekt."),
            Column("op", "Op", Role.NUMBER, "gegevens", "Bij hoeveel het had kunnen staan."),
        ),
        tuple(rows),
        caption="Wat er niet is, per toestand",
    )


def every_gap(corpus: Corpus) -> Table:
    """One row per absent fact of one record: the full list, for machines and for those who want to check."""
    rows = tuple(
        (
            text_cell(f"{gap.ref.kind}:{gap.ref.id}"),
            text_cell(gap.title, path=addresses.of_record(gap.ref)),
            text_cell(gap.subject or gap.what),
            text_cell(gap.what),
            Cell(text=gap.state.word, value=gap.state.key, state=gap.state),
            marked_cell(gap.reason),
        )
        for gap in gaps(corpus)
    )
    return Table(
        EACH_NAME,
        "Wat de bron niet zegt, elk gegeven apart",
        (
            Column("record", "Van", description="Soort en id."),
            Column("titel", "Titel", Role.HEAD, description="De titel van het initiatief, de meting of wat het is."),
            Column("over", "Over", description="Waarover het gaat."),
            Column("veld", "Veld", description="Welk gegeven ontbreekt."),
            Column("toestand", "Toestand", Role.STATE, description="Waarom het er niet is."),
            Column("reden", "Reden", description="De reden, of wat de bron wel zegt."),
        ),
        rows,
        caption="Elk ontbrekend gegeven, één rij per gegeven en per plaats",
    )
