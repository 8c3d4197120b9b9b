"""The table with all records of a kind, made from the fields of its class: for a kind without a table of its own make.

In: the public corpus and a kind that has words for such a table (`Kind.caption`). Out: `Table` values: how far each
record is, each field that fits in a cell, how many there are of what has fields of its own, and where it is said.
"""

from collections.abc import Collection, Iterator
from functools import partial

from weerklank.corpus import Corpus
from weerklank.data.table import OPEN_LIST, Cell, Column, Role, Table, count_cell, state_cell, text_cell
from weerklank.facts.cells import cell_of, places_cell
from weerklank.facts.columns import Drawn, rest, row_of
from weerklank.facts.promises import from_to
from weerklank.facts.tables import named
from weerklank.facts.verdicts import column
from weerklank.kinds import OF_RECORDS, Kind
from weerklank.model import (
    NOT_FILLED_IN,
    RECORDS,
    Absence,
    Citation,
    PartialDate,
    Promise,
    Record,
    Scale,
    Verdict,
)
from weerklank.model.fields import Field, Many, field_of, fields_of
from weerklank.model.promise import Moved
from weerklank.model.survey import Origin
from weerklank.order import newest_first
from weerklank.states import LEFT_OUT, NOT_APPLICABLE
from weerklank.wording import date_words

NOT_LISTED = {
    "body": "longer than a cell: it stands on the page of the record",
    "former_ids": "about the record itself, not about what it describes",
    "changes": "about the record itself, not about what it describes",
    "publication": "said to no reader",
    "readers": "said to no reader",
    "passed_on": "said to no reader",
    "to_cabinet_on": "said to no reader",
}
"""Fields without a column, and why."""


_HEADS = {"bron": "Document"}
"""What the name of a record is called above its column, where every table has a column "Bron" of its own."""


def all_of(corpus: Corpus, kind: Kind, ids: Collection[str] | None = None, *, name: str = "") -> Table:
    """The records of a kind, the newest first. `ids` limits the rows; `name`: in the place of that of the folder."""
    columns = _columns(corpus, kind)
    chosen = (item for item in in_order(corpus, kind) if ids is None or item.id in ids)
    return Table(
        name or kind.folder,
        corpus.organisation.called(kind),
        tuple(drawn.column for drawn in columns),
        tuple(row_of(columns, item) for item in chosen),
        kind.caption,
        (OPEN_LIST,) if corpus.is_open(kind.name) else (),
        corpus.is_open(kind.name),
    )


def whole(corpus: Corpus) -> Iterator[Table]:
    """The table of every kind that has one and of which there are records."""
    for kind in OF_RECORDS:
        if kind.caption and corpus.every(RECORDS[kind.name]):
            yield all_of(corpus, kind)


def in_order(corpus: Corpus, kind: Kind) -> tuple[Record, ...]:
    """The records of a kind as readers find them: the newest first by the date that they carry, then by title."""
    model = RECORDS[kind.name]
    return newest_first(corpus.every(model), dated=lambda item: getattr(item, model.DATED, None))


def _columns(corpus: Corpus, kind: Kind) -> tuple[Drawn[Record], ...]:
    model = RECORDS[kind.name]
    placed = (*named(_HEADS.get(kind.name, kind.name.capitalize())), *_course(corpus, model))
    cells = rest(corpus, model, placed, NOT_LISTED)
    shown = {drawn.column.key for drawn in cells}
    parts = (field for field in fields_of(model) if field.many is not Many.ONE and field.parts)
    counted = (
        column(corpus, model) if field.model is Verdict else _counted(corpus, field)  # type: ignore[arg-type]
        for field in parts
        if field.attribute not in NOT_LISTED and field.key not in shown
    )
    return (*placed, *cells, *_alone(corpus, model), *counted, *_reckoned(corpus, model))


def _alone(corpus: Corpus, model: type[Record]) -> Iterator[Drawn[Record]]:
    """The parts of a record of which there is one and that read as words: a scale, and who made an instrument."""
    for field in fields_of(model):
        if field.many is Many.ONE and field.model in (Scale, Origin):
            yield Drawn(Column(field.key, field.label, description=field.help), partial(_part, corpus, field))


def _part(corpus: Corpus, field: Field, item: Record) -> Cell:
    value = field.value(item)
    if isinstance(value, Origin):
        when = "" if isinstance(value.on, Absence) else date_words(value.on)
        return text_cell(", ".join(filter(None, (value.by, when))))
    return cell_of(corpus, value)


def _reckoned(corpus: Corpus, model: type[Record]) -> Iterator[Drawn[Record]]:
    """What is worked out of a promise: the last day that counts now, and since when it is late."""
    if model is not Promise:
        return
    yield Drawn(
        Column("laatste_dag", "Geldt tot", description="De laatste dag van de termijn, na elke verschuiving."),
        lambda item: _day(getattr(item, "last_day", None)),
    )
    yield Drawn(
        Column("woorden_plaats", "Plaats van de woorden", description="Waar de woorden van de toezegging staan."),
        lambda item: places_cell(corpus, getattr(item, "words", ()), in_full=True),
    )
    yield Drawn(
        Column("verschuivingen", "Verschuivingen", description="Van wanneer naar wanneer, en wanneer dat gezegd is."),
        _moves,
    )
    yield Drawn(
        Column(
            "te_laat_sinds",
            "Te laat: termijn verstreken op",
            description="De laatste dag van een termijn die voorbij is.",
        ),
        lambda item: _day(corpus.index.card(item.ref).late),
    )


def _day(value: PartialDate | None) -> Cell:
    return Cell(text=date_words(value), value=value.iso) if value else state_cell(NOT_APPLICABLE)


def _course(corpus: Corpus, model: type[Record]) -> Iterator[Drawn[Record]]:
    """How far a record is, and since when; nothing for a kind whose records take no steps."""
    step = {field.attribute: field.model for field in fields_of(model)}.get("course")
    if step is None:
        return
    status = field_of(step, "status")
    yield Drawn(
        Column("toestand", status.label, Role.STATE, description="De laatste stap in het verloop."),
        lambda item: _state(corpus, item),
    )
    yield Drawn(
        Column("datum", field_of(step, "date").label, description="De datum van die stap."),
        lambda item: cell_of(corpus, _last(item, "date")),
    )


def _last(item: Record, attribute: str) -> object:
    """A value of the last step of a record; where no step is known, that."""
    steps = getattr(item, "course", NOT_FILLED_IN)
    return steps if isinstance(steps, Absence) else getattr(steps[-1], attribute) if steps else NOT_FILLED_IN


def _state(corpus: Corpus, item: Record) -> Cell:
    state = corpus.index.card(item.ref).state
    return Cell(text=state.word, value=state.key, state=state) if state else cell_of(corpus, _last(item, "status"))


def _counted(corpus: Corpus, field: Field) -> Drawn[Record]:
    """What has fields of its own as a number; citations as the places that they name."""
    if field.owner is Promise and field.attribute == "words":
        return Drawn(
            Column(field.key, field.label, Role.LITERAL, description="De letterlijke woorden van de toezegging."),
            lambda item: _quoted(field.value(item)),
        )
    if field.model is Citation:
        return Drawn(
            Column(field.key, field.label, description=field.help),
            lambda item: places_cell(corpus, field.value(item), in_full=True),
        )
    return Drawn(
        Column(field.key, field.label, Role.NUMBER, "aantal", field.help),
        lambda item: _number(corpus, field.value(item)),
    )


def _quoted(citations: tuple[Citation, ...]) -> Cell:
    """The words of a source as they stand there; a dash where none are quoted."""
    said = " […] ".join(citation.quotation for citation in citations if citation.quotation)
    return text_cell(said) if said else state_cell(LEFT_OUT)


def _moves(item: Record) -> Cell:
    """From when to when a deadline moved, and on which day that was said, each time."""
    moved = item.moved if isinstance(item, Promise) else ()
    said = (
        from_to(step) + ("" if isinstance(step.said_on, Absence) else f" (gezegd: {date_words(step.said_on)})")
        for step in moved
    )
    return text_cell("; ".join(said)) if moved else state_cell(NOT_APPLICABLE)


def _number(corpus: Corpus, value: tuple[object, ...] | Absence) -> Cell:
    """How many there are; a deadline that stayed the same day was not moved."""
    if isinstance(value, Absence):
        return cell_of(corpus, value)
    return count_cell(sum(not (isinstance(item, Moved) and item.stays) for item in value))
