"""A part of an annex about a kind that is laid out by its fields: the records that it takes in one table.

In: a `Scope` and the options of a part. Out: blocks and the full table behind them.
"""

from dataclasses import dataclass, replace

from weerklank.data.table import Table
from weerklank.document.annex.scope import Made, Scope, ToldRecord, opening, selected_remark
from weerklank.document.blocks import Block, Grid, Remark
from weerklank.document.numbering import citations_in
from weerklank.facts.annexes import choose_records
from weerklank.facts.listing import all_of
from weerklank.facts.tables import selected
from weerklank.kinds import shown_by
from weerklank.markup import inline
from weerklank.model import RECORDS, AnnexPart, Ref
from weerklank.model.fields import own_dates


@dataclass(frozen=True)
class Taken:
    """What a part takes. `start` stands above it; `table`: None where nothing fits; `refs` in the order of its rows."""

    start: tuple[Block, ...]
    table: Table | None = None
    refs: tuple[Ref, ...] = ()

    def rows(self, prefix: str) -> tuple[ToldRecord, ...]:
        """Where each stands when it is a row."""
        return tuple(ToldRecord(ref, f"{prefix}-{ref.id}") for ref in self.refs)


def taken(scope: Scope, part: AnnexPart, *, prefix: str) -> Taken:
    """The chosen records of the kind that this part shows, the newest first, with the full table of them."""
    kind = shown_by(part.kind)
    assert kind is not None
    choice = choose_records(scope.corpus, kind, part.selection)
    start = (*opening(part, prefix=prefix), *selected_remark(scope, part.selection, choice, (kind.name, kind.plural)))
    if not choice.items:
        some, none = f"Geen van de {kind.plural} past in deze keuze", f"Er zijn geen {kind.plural} opgetekend"
        return Taken((*start, Remark(inline(f"{some if choice.total else none}."))))
    ids = {item.id for item in choice.items}
    table = replace(all_of(scope.corpus, kind, ids, name=prefix), title=part.title)
    return Taken(start, table, tuple(Ref(kind.name, str(row[0].value)) for row in table.rows))


def listed(scope: Scope, part: AnnexPart, *, prefix: str) -> Made:
    """The chosen records in one table: their dates, and how far each is."""
    found = taken(scope, part, prefix=prefix)
    kind, table = shown_by(part.kind), found.table
    assert kind is not None
    if table is None:
        return Made(found.start)
    dates = tuple(field.key for field in own_dates(RECORDS[kind.name]))
    state = tuple(column.key for column in table.columns if column.key == "toestand")
    cited = tuple(citations_in(scope.corpus.get(ref)) for ref in found.refs)
    told = found.rows(prefix)
    ids = tuple(item.id for item in told)
    grid = Grid(selected(table, ("titel", *dates, *state)), kind.folder, cited, ids)
    return Made((*found.start, grid), (table,), told=told)
