"""What stands beside a figure in the open data: unit, scale, question, target, break and how it was measured."""

from decimal import Decimal

import pytest

from tests.voorbeeld_site import corpus as example
from weerklank.data.table import Cell, Table
from weerklank.document.sheets.measurement import _CARD as CARD
from weerklank.facts.lines import line_charts
from weerklank.facts.listing import all_of
from weerklank.facts.results import results
from weerklank.kinds import KINDS
from weerklank.model import Measurement, Quantity, Scale, Series
from weerklank.model.fields import fields_of
from weerklank.states import LEFT_OUT, NOT_APPLICABLE
from weerklank.wording import unit_of


def measurement(name: str) -> Measurement:
    """A measurement of the example agency."""
    return next(item for item in example().measurements if item.id == name)


def row(table: Table, *, first: str, year: str) -> dict[str, Cell]:
    """The row with this head of this year, by the keys of its columns."""
    keys = [column.key for column in table.columns]
    found = (dict(zip(keys, cells, strict=True)) for cells in table.rows)
    return next(cells for cells in found if cells[keys[0]].text == first and cells["jaar"].text == year)


def of_lines(item: Measurement) -> Table:
    """The table of the first line of a measurement."""
    return line_charts(example(), item)[0].table


def test_every_figure_has_its_unit() -> None:
    """A column of figures in percent, marks and minutes says of each which it is, also where no figure is."""
    for item in example().measurements:
        table = results(example(), item)
        place = [column.key for column in table.columns].index("eenheid")
        for result, cells in zip(item.results, table.rows, strict=True):
            if isinstance(result.value, Quantity):
                assert unit_of(result.value) == cells[place].text
    assert (
        "op 10"
        == row(results(example(), measurement("bankenmonitor")), first="Algemene score", year="2023")["eenheid"].text
    )


def test_a_row_has_what_holds_for_its_series() -> None:
    """The question, the scale, the target and the break of its year, in both tables that hold the figure."""
    item = measurement("bankenmonitor")
    for table in (results(example(), item), of_lines(item)):
        before, after = (row(table, first=table.rows[0][0].text, year=year) for year in ("2022", "2024"))
        for cells in (before, after):
            assert "Welke score geeft u de zitbanken op uw plein?" == cells["vraagtekst"].text
            assert "bankenmonitor" == cells["meting"].text
        assert ("van 1 tot 10", "van 0 tot 10") == (before["schaal"].text, after["schaal"].text)
        assert (NOT_APPLICABLE, Decimal("7.8")) == (before["streefwaarde"].state, after["streefwaarde"].value)
        assert "2024: Sindsdien loopt de schaal van 0 tot 10" == after["breuk"].text
        assert NOT_APPLICABLE == before["breuk"].state


def test_a_scale_is_not_that_of_another_unit() -> None:
    """Words to agree with are no scale of minutes; of a share of answers they are."""
    table = results(example(), measurement("bankenmonitor"))
    assert row(table, first="Wachten aan de telefoon", year="2026")["schaal"].value is None
    assert "helemaal oneens" in row(table, first="De banken zijn proper", year="2026")["schaal"].text


def test_all_that_a_series_says_has_a_column() -> None:
    """A field that a series gets must get a column too, beside the figures."""
    keys = {column.key for column in of_lines(measurement("bankenmonitor")).columns} | {"reeks"}
    assert {field.key for field in fields_of(Series)} - {"id", "naam"} <= keys


def test_the_card_of_every_measurement_is_in_the_data() -> None:
    """The table of measurements has a column for each fact of the method card, and a row for each measurement."""
    table = all_of(example(), KINDS["meting"])
    keys = {column.key for column in table.columns}
    card = {field.key for field in fields_of(Measurement) if field.attribute in (*CARD, "developed")}
    assert card <= keys
    assert {item.id for item in example().measurements} == {cells[0].text for cells in table.rows}


@pytest.mark.parametrize(("answer", "said"), [("eens of helemaal eens", True), ("8 of meer op 10", False)])
def test_a_scale_in_words_holds_for_a_share_of_its_answers(answer: str, said: bool) -> None:  # noqa: FBT001 - a row
    """The scale of a whole measurement in words says nothing of a share that counts other answers."""
    item = measurement("bankenmonitor")
    result = item.results[0].model_copy(
        update={"answer": answer, "series": "", "scale": None, "value": Quantity(waarde=Decimal(70), eenheid="procent")}
    )
    whole = item.model_copy(update={"scale": Scale(antwoorden=("eens", "oneens")), "results": (result,)})
    table = results(example(), whole)
    cell = table.rows[0][[column.key for column in table.columns].index("schaal")]
    assert said == ("eens; oneens" in cell.text)
    assert said == (cell.state != LEFT_OUT)
