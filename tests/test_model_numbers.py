"""Numbers as people type them: what each text can mean. Every field of one is tried in `test_printed_typed`."""

from decimal import Decimal

import pytest

from weerklank.model import Quantity
from weerklank.model.numbers import readings, within_unit
from weerklank.wording import quantity_words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12.500", ("12.5", "12500")),
        ("72,543", ("72.543", "72543")),
        ("-1.200", ("-1.2", "-1200")),
        ("0,543", ("0.543",)),
        ("1.200.000", ("1200000",)),
        ("1.234,5", ("1234.5",)),
        ("1 200,500", ("1200.5",)),
        ("1 2", ()),
        ("1 2000", ()),
        ("1.200 000", ()),
        ("0 123", ()),
        ("007", ()),
        ("5-", ()),
    ],
)
def test_each_text_has_its_readings(text: str, expected: tuple[str, ...]) -> None:
    """Two where a sign before three digits can mean either, one where only one makes sense, none where none does."""
    assert tuple(map(Decimal, expected)) == readings(text)


@pytest.mark.parametrize(
    ("text", "unit", "expected"),
    [
        ("72,543", "procent", "72.543"),
        ("72.543", "%", "72.543"),
        ("8,915", "op 10", "8.915"),
        ("-12,345", "NPS", "-12.345"),
        ("723,543", "procent", None),
        ("12,500", "minuten", None),
        ("12,500", "", None),
        ("72,54", "procent", None),
    ],
)
def test_a_unit_can_leave_one_reading(text: str, unit: str, expected: str | None) -> None:
    """Three decimals of a share or a score are no thousands; where both readings fit, or neither, it says nothing."""
    assert (None if expected is None else Decimal(expected)) == within_unit(text, unit)


def test_three_decimals_are_printed_as_they_are_typed() -> None:
    """A share with three decimals is read where it is typed, and printed so."""
    found = Quantity.model_validate({"waarde": "72,543", "eenheid": "procent"})
    assert "72,543\u00a0procent" == quantity_words(found)
