"""A column and its cells are one thing, and no field is without a column unaccounted for."""

from collections.abc import Mapping

import pytest

from tests.corpus_samples import INITIATIVE, corpus
from weerklank.data.table import Column, Role, Table, text_cell
from weerklank.facts import results, tables
from weerklank.facts.columns import Drawn, own, rest, row_of
from weerklank.model import Adjustment, Initiative, Part, Result
from weerklank.model.fields import ValueShape, fields_of
from weerklank.model.part import field


def test_a_column_has_the_words_and_the_shape_of_its_field() -> None:
    """Key, head and description are those of the model; numbers stand to the right; absences stay absences."""
    found = corpus()
    cost, effect = (
        own(found, Adjustment, "cost"),
        own(found, Adjustment, "effect", Role.LITERAL, description="Wat het deed."),
    )
    assert ("kosten", "Kosten", Role.NUMBER, "Wat het kostte.") == (
        cost.column.key, cost.column.label, cost.column.role, cost.column.description,
    )  # fmt: skip
    assert ("Wat het deed.", Role.LITERAL) == (effect.column.description, effect.column.role)
    assert "niet vermeld" == row_of((cost,), found.adjustments[0])[0].text


def test_a_field_that_nobody_placed_has_a_column() -> None:
    """A new field of a record is in the data without anybody thinking of it; a part with fields of its own is not."""

    class Larger(Initiative):
        """An initiative with a field that no table knows."""

        place: str = field("Plek", "Waar het was.", alias="plek", default="")

    found = corpus()
    placed: tuple[Drawn[Larger], ...] = (Drawn(Column("titel", "Titel"), lambda item: text_cell(item.title)),)
    left_out = dict.fromkeys((name for name in Initiative.model_fields if name != "title"), "said elsewhere")
    (extra,) = rest(found, Larger, placed, left_out)
    item = Larger.model_validate({**INITIATIVE, "plek": "Gent"})
    assert ("plek", "Plek", "Waar het was.") == (
        extra.column.key, extra.column.label, extra.column.description,
    )  # fmt: skip
    assert "Gent" == row_of((extra,), item)[0].text


@pytest.mark.parametrize(
    ("model", "table", "left_out"),
    [
        (Initiative, tables.initiatives(corpus()), tables.NOT_IN_TABLE[Initiative]),
        (Adjustment, tables.adjustments(corpus()), tables.NOT_IN_TABLE[Adjustment]),
        (Result, results.results(corpus(), corpus().measurements[0]), results.NOT_IN_TABLE),
    ],
    ids=lambda item: getattr(item, "name", ""),
)
def test_a_field_without_a_column_says_why(model: type[Part], table: Table, left_out: Mapping[str, str]) -> None:
    """Every field that fits in a cell has a column, or a reason why it has none."""
    keys = {column.key for column in table.columns}
    fitting = {item.attribute: item.key for item in fields_of(model) if item.shape is not ValueShape.PART}
    assert set() == left_out.keys() - fitting.keys()
    assert set() == {name for name, key in fitting.items() if key not in keys} - left_out.keys()
