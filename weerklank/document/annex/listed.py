"""A part of an annex about a kind that is laid out by its fields: the records that it takes in one table.

In: a `Scope` and the options of a part. Out: blocks and the full table behind them.
"""

from dataclasses import replace

from weerklank.document.annex.scope import Made, Scope, opening, selected_remark
from weerklank.document.blocks import Grid, Remark
from weerklank.document.numbering import citations_in
from weerklank.facts.annexes import choose_records
from weerklank.facts.listing import all_of
from weerklank.facts.tables import selected
from weerklank.kinds import shown_by
from weerklank.markup import inline
from weerklank.model import RECORDS, AnnexPart, Ref
from weerklank.model.fields import ValueShape, fields_of


def listed(scope: Scope, part: AnnexPart, *, prefix: str) -> Made:
    """The chosen records of the kind that this part shows, the newest first: their dates, and how far each is."""
    kind = shown_by(part.kind)
    assert kind is not None
    choice = choose_records(scope.corpus, kind, part.selection)
    start = (*opening(part, prefix=prefix), *selected_remark(scope, part.selection, choice, (kind.name, kind.plural)))
    if not choice.items:
        return Made((*start, Remark(inline(f"Er zijn geen {kind.plural} opgetekend."))))
    ids = {item.id for item in choice.items}
    table = replace(all_of(scope.corpus, kind, ids, name=prefix), title=part.title)
    dates = tuple(field.key for field in fields_of(RECORDS[kind.name]) if field.shape is ValueShape.DATE)
    state = tuple(column.key for column in table.columns if column.key == "toestand")
    refs = tuple(Ref(kind.name, str(row[0].value)) for row in table.rows)
    cited = tuple(citations_in(scope.corpus.get(ref)) for ref in refs)
    return Made((*start, Grid(selected(table, ("titel", *dates, *state)), kind.folder, cited)), (table,), told=refs)
