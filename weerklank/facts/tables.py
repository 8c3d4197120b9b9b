"""The tables that readers get: on pages, under charts, in the annex and as open data.

In: the public corpus. Out: `Table` values with stable names and column keys.
"""

from collections.abc import Collection, Iterable, Mapping
from operator import itemgetter

from weerklank import addresses
from weerklank.corpus import Corpus, once
from weerklank.data.table import OPEN_LIST, Cell, Column, Role, Table, count_cell, state_cell, text_cell
from weerklank.facts.cells import cell_of
from weerklank.facts.columns import Drawn, own, rest, row_of
from weerklank.facts.loop import Loop, LoopCell, current_status, leaves_of, loop_of, loops
from weerklank.facts.ties import strengths
from weerklank.facts.verdicts import column
from weerklank.kinds import KINDS
from weerklank.model import Absence, Adjustment, Initiative, Record, Ref
from weerklank.states import LEFT_OUT, NOT_APPLICABLE, State, course
from weerklank.wording import collate, listing


def record_cell(title: str, ref: Ref) -> Cell:
    """The title of a record as a row head that links to its page."""
    return text_cell(title, path=addresses.of_record(ref))


def loop_cell(cell: LoopCell) -> Cell:
    """A cell of the loop: its words, drawn and coded as its state."""
    return Cell(text=cell.label, value=cell.label, state=cell.state)


Rows = Mapping[str, tuple[int, tuple[Cell, ...]]]
"""The row of each record by its id, with its place among all of them."""

_LONG = "longer than a cell: it stands on the page of the record"
_OF_FILE = "about the record itself, not about what it describes"
_EVERY = {"body": _LONG, "former_ids": _OF_FILE, "source": _OF_FILE}
NOT_IN_TABLE: Mapping[type[Record], Mapping[str, str]] = {
    Initiative: {
        **_EVERY,
        **dict.fromkeys(("summary", "purpose", "outcome", "not_stated"), _LONG),
        **dict.fromkeys(("asked", "heard"), "the table says whether the source says it: the words stand on the page"),
        "roles": "can be chosen from beside the list",
    },
    Adjustment: {
        **_EVERY,
        **dict.fromkeys(("summary", "reason", "not_stated"), _LONG),
        **dict.fromkeys(("policy_fields", "audiences"), "can be chosen from beside the list"),
        "count": "counts another thing in each record, so that one column of it would be added up",
    },
}
"""Fields without a column of their own, and why."""


def named(label: str) -> tuple[Drawn[Record], Drawn[Record]]:
    """How every table of records begins."""
    return (
        Drawn[Record](Column("id", "Id", description="De vaste naam."), lambda item: text_cell(item.id)),
        Drawn[Record](
            Column("titel", label, Role.HEAD, description="De titel."), lambda item: record_cell(item.title, item.ref)
        ),
    )


def _initiative_columns(corpus: Corpus) -> tuple[Drawn[Initiative], ...]:
    def own_loop(item: Initiative) -> Loop:
        return loop_of(corpus, item)

    placed: tuple[Drawn[Initiative], ...] = (
        *named("Initiatief"),
        own(corpus, Initiative, "level"),
        own(corpus, Initiative, "period", description="Wanneer en hoe vaak, zoals de bron het zegt."),
        own(corpus, Initiative, "forms", description="De werkvormen."),
        own(corpus, Initiative, "policy_fields", description="De beleidsvelden."),
        own(corpus, Initiative, "status"),
        Drawn[Initiative](
            Column("gevraagd", "Gevraagd", Role.STATE, description="Of de bron zegt wat er gevraagd werd."),
            lambda item: loop_cell(own_loop(item).asked),
        ),
        Drawn[Initiative](
            Column("gehoord", "Gehoord", Role.STATE, description="Of de bron zegt wat er gehoord werd."),
            lambda item: loop_cell(own_loop(item).heard),
        ),
        Drawn[Initiative](
            Column("gedaan", "Gedaan", Role.STATE, description="Welke bijsturingen erbij opgetekend zijn."),
            lambda item: loop_cell(own_loop(item).done),
        ),
        Drawn[Initiative](
            Column(
                "bijsturingen",
                "Bijsturingen",
                Role.NUMBER,
                "aantal",
                "Het aantal bijsturingen, ook wat gepland, overwogen of niet uitgevoerd is.",
            ),
            lambda item: count_cell(own_loop(item).adjustments),
        ),
        Drawn[Initiative](
            Column(
                "bijsturingen_gedaan",
                "Bijsturingen gedaan of bezig",
                Role.NUMBER,
                "aantal",
                "Het aantal bijsturingen dat uitgevoerd of bezig is.",
            ),
            lambda item: count_cell(own_loop(item).carried_out),
        ),
    )
    return (*placed, *rest(corpus, Initiative, placed, NOT_IN_TABLE[Initiative]))


@once
def _initiative_rows(corpus: Corpus) -> Rows:
    """First what has most to tell."""
    columns = _initiative_columns(corpus)
    items = (corpus.initiative(loop.initiative) for loop in loops(corpus))
    return {item.id: (place, row_of(columns, item)) for place, item in enumerate(items)}


def _chosen(rows: Rows, ids: Collection[str] | None) -> tuple[tuple[Cell, ...], ...]:
    """The rows of these records, or of all, each in its place."""
    found = rows.values() if ids is None else sorted((rows[name] for name in set(ids)), key=itemgetter(0))
    return tuple(row for _, row in found)


def initiatives(corpus: Corpus, ids: Collection[str] | None = None, *, name: str = "initiatieven") -> Table:
    """Initiatives with the loop of each, those with most to tell first. `ids` limits the rows."""
    return Table(
        name,
        corpus.organisation.called(KINDS["initiatief"]),
        tuple(drawn.column for drawn in _initiative_columns(corpus)),
        _chosen(_initiative_rows(corpus), ids),
        caption="Initiatieven en wat de bron vermeldt over gevraagd, gehoord en gedaan",
        notes=(OPEN_LIST,) if corpus.is_open("initiatief") else (),
        non_exhaustive=corpus.is_open("initiatief"),
    )


def _causes_cell(corpus: Corpus, item: Adjustment) -> Cell:
    """The initiatives and complaints an adjustment came from by title, or what is said where none is known."""
    names, states = [], [LEFT_OUT]
    for cause in corpus.index.causes[item.id]:
        if cause.origin is not None:
            names.append(corpus.get(cause.origin).title)
        elif isinstance(cause.initiative, Absence):
            names.append(cause.note or cause.initiative.reason)
            states.insert(0, cause.initiative.state)
    return _listed(names, states[0])


def _status_cell(state: State) -> Cell:
    return Cell(text=state.word, value=state.key, state=state)


def _listed(names: Iterable[str], silent: State) -> Cell:
    """Names, each once; without any, the state that says so."""
    unique = tuple(dict.fromkeys(filter(None, names)))
    return Cell(text=listing(unique), value="; ".join(unique)) if unique else state_cell(silent)


@once
def listed_adjustments(corpus: Corpus) -> tuple[Adjustment, ...]:
    """Adjustments without parts, by initiative and title."""

    def order(item: Adjustment) -> tuple[object, ...]:
        return _causes_cell(corpus, item).text, item.part_of is None, collate(item.title)

    return tuple(sorted(corpus.leaves, key=order))


_CHECKABLE = "Of een lezer kan nagaan dat het gebeurde zoals het geformuleerd is."


def _adjustment_columns(corpus: Corpus) -> tuple[Drawn[Adjustment], ...]:
    placed: tuple[Drawn[Adjustment], ...] = (
        *named("Bijsturing"),
        own(corpus, Adjustment, "kind"),
        Drawn[Adjustment](
            Column("uit", "Uit", description="Het initiatief, de interactie of de klachten waaruit ze volgt."),
            lambda item: _causes_cell(corpus, item),
        ),
        Drawn[Adjustment](
            Column("verband", "Verband", description="Hoe sterk de bron het verband legt, met elk waar het verschilt."),
            lambda item: _listed(strengths(corpus, item), LEFT_OUT),
        ),
        Drawn[Adjustment](
            Column("toestand", "Toestand", Role.STATE, description="De laatste stap in het verloop."),
            lambda item: _status_cell(course(current_status(item))),
        ),
        Drawn[Adjustment](
            Column("datum", "Datum", description="De datum van die stap."),
            lambda item: cell_of(corpus, item.course[-1].date),
        ),
        Drawn[Adjustment](
            Column(
                "toetsbaar",
                "Toetsbaar",
                description="Of een lezer kan nagaan dat het gebeurde zoals het geformuleerd is.",
            ),
            lambda item: Cell(text=verifiable(item), value=item.verifiable.answer if item.verifiable else None),
        ),
        Drawn[Adjustment](
            Column("onderdeel_van", "Onderdeel van", description="Het punt in de bron waarvan dit een deel is."),
            lambda item: cell_of(corpus, item.part_of) if item.part_of else state_cell(NOT_APPLICABLE),
        ),
        own(corpus, Adjustment, "decided_by", description="Wie over de bijsturing besliste."),
        own(corpus, Adjustment, "cost"),
        own(corpus, Adjustment, "effect"),
        Drawn[Adjustment](
            Column("bewijsstukken", "Bewijsstukken", Role.NUMBER, "aantal", "Het aantal opgegeven bewijsstukken."),
            lambda item: count_cell(sum(len(step.evidence) for step in item.course)),
        ),
        column(corpus, Adjustment),
    )
    return (*placed, *rest(corpus, Adjustment, placed, NOT_IN_TABLE[Adjustment]))


@once
def _adjustment_rows(corpus: Corpus) -> Rows:
    columns = _adjustment_columns(corpus)
    return {item.id: (place, row_of(columns, item)) for place, item in enumerate(listed_adjustments(corpus))}


def adjustments(corpus: Corpus, ids: Collection[str] | None = None, *, name: str = "bijsturingen") -> Table:
    """Adjustments without parts, by initiative and title. `ids` limits the rows."""
    return Table(
        name,
        corpus.organisation.called(KINDS["bijsturing"]),
        tuple(drawn.column for drawn in _adjustment_columns(corpus)),
        _chosen(_adjustment_rows(corpus), ids),
        "Bijsturingen en waar ze vandaan komen",
        (OPEN_LIST,) if corpus.is_open("bijsturing") else (),
        corpus.is_open("bijsturing"),
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


__all__ = ["adjustments", "initiatives", "leaves_of", "listed_adjustments", "loop_of", "named", "selected"]
