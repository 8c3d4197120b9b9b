"""Numbers as people type them: what each text can mean. Every field of one is tried in `test_printed_typed`."""

from decimal import Decimal

import pytest

from weerklank.model.numbers import readings


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
