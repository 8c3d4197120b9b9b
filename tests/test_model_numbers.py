"""Numbers as people type them: what is printed is what was typed, or the author is asked."""

from collections.abc import Iterator
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.test_author_load import page
from weerklank.author.load import FieldPath, Plain, RawRecord, read_record
from weerklank.author.validate.fields import type_records
from weerklank.model import MODELS, Quantity
from weerklank.model.fields import Field, Many, ValueShape, fields_of
from weerklank.model.numbers import readings
from weerklank.text import SourceText
from weerklank.wording import number

STYLES = (("", ","), ("", "."), (" ", ","), ("\u00a0", ","), ("\u202f", ","), (".", ","), (",", "."))
"""How people type a number: between thousands, and before decimals."""

PLACES = {
    "op een regel": "n: {typed}\n",
    "tussen aanhalingstekens": 'n: "{typed}"\n',
    "tussen accolades": "n: {{waarde: {typed}, eenheid: x}}\n",
    "laatst tussen accolades": "n: {{eenheid: x, waarde: {typed}}}\n",
    "als veld": "n:\n  waarde: {typed}\n",
}
"""Where people type it in YAML."""


@given(
    whole=st.integers(0, 99_999_999).map(str),
    decimals=st.text("0123456789", max_size=5),
    minus=st.sampled_from(("", "-", "\u2212")),
    style=st.sampled_from(STYLES),
    place=st.sampled_from(sorted(PLACES)),
)
def test_what_is_printed_is_what_was_typed(
    whole: str, decimals: str, minus: str, style: tuple[str, str], place: str
) -> None:
    """Whatever the number, the way of typing it and its place: the very value, or a finding."""
    between, before = style
    typed = f"{minus}{int(whole):,}".replace(",", between) + (f"{before}{decimals}" if decimals else "")
    meant = Decimal(f"{minus and '-'}{whole}.{decimals or 0}")
    record, found = page(PLACES[place].format(typed=typed), "content/paginas/x.yaml")
    if found:
        return
    assert record is not None
    value = record.data["n"]
    text = value["waarde"] if isinstance(value, dict) else value
    assert isinstance(text, str)
    read = readings(text)
    assert meant in read, (typed, text)
    assert all(one == meant for one in read) or len(read) == 2
    if len(read) == 1:
        assert meant == read_back(number(Quantity.model_validate(text).value))


def read_back(printed: str) -> Decimal:
    """The value of a number as it is printed."""
    return Decimal(printed.replace("\u00a0", "").replace("\u202f", "").replace("\u2212", "-").replace(",", "."))


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


# --- every field of a number -----------------------------------------------------------------------------------------


def number_fields() -> Iterator[tuple[str, Field]]:
    """Every field that holds a number or a quantity, with the kind that it is in."""

    def below(fields: tuple[Field, ...]) -> Iterator[Field]:
        for field in fields:
            if field.shape in (ValueShape.NUMBER, ValueShape.QUANTITY):
                yield field
            else:
                yield from below(field.parts)

    for kind, model in MODELS.items():
        for field in below(fields_of(model)):
            yield kind, field


FIELDS = tuple(number_fields())


def with_value(kind: str, field: Field, text: str) -> RawRecord:
    """A record with this text in one field, and nothing else."""
    value: Plain = text
    if field.many is Many.NAMED:
        value = {"deel": text}
    steps: FieldPath = tuple(reversed(field.path))
    lines = nested(tuple(str(step) for step in reversed(steps)), value, kind=kind)
    record, found = read_record(kind, "x", SourceText("content/x.yaml", lines))
    assert record is not None, found
    return record


def nested(path: tuple[str, ...], value: Plain, *, kind: str) -> str:
    """YAML in which these keys lead to the value, each level a part of a list where its field is one."""
    lines, indent, here = [], "", fields_of(MODELS[kind])
    for key in path[:-1]:
        field = next(item for item in here if item.key == key)
        lines.append(f"{indent}{key}:")
        indent += "  "
        if field.many is Many.LIST:
            lines.append(f"{indent}-")
            indent += "  "
        here = field.parts
    last = next(iter(value.items())) if isinstance(value, dict) else None
    if last:
        lines += [f"{indent}{path[-1]}:", f"{indent}  {last[0]}: {last[1]}"]
    else:
        lines.append(f"{indent}{path[-1]}: {value}")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize(("kind", "field"), FIELDS, ids=lambda item: item if isinstance(item, str) else item.key)
@pytest.mark.parametrize("text", ["12.500", "12,500", "een twintigtal", "1 2", "007"])
def test_no_field_of_a_number_guesses(kind: str, field: Field, text: str) -> None:
    """Each field asks about a number with two readings, and refuses what is none, at its line."""
    record = with_value(kind, field, text)
    line = record.source.line_count - 1
    codes = {found.code for found in type_records([record]).findings if found.span and found.span.line == line}

    assert codes & {"R050", "R012"}, codes
    assert ("R050" in codes) is (text in ("12.500", "12,500") and field.key not in ("nr", "kleinste_groep"))


def test_there_are_number_fields() -> None:
    """The test above is about something."""
    assert len(FIELDS) > 20
