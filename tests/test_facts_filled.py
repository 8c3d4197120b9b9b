"""A printed table has no row and no column of nothing but dashes; what they were about is said once, in words."""

import pytest
from lxml import html

from tests.corpus_samples import Data, corpus, rendered
from tests.sheet_tools import Printed, words
from tests.test_document_annex_complaints import view
from weerklank.data.table import Column, Role, Table, text_cell
from weerklank.facts.filled import filled
from weerklank.model import RECORDS, Record
from weerklank.site.complaints import complaints_page
from weerklank.states import LEFT_OUT

DASH = LEFT_OUT.word
THEMES: Data = {"soort": "uitsluitend", "delen": {"wegen": "48", "water": "52"}}


def table(rows: list[list[str]], *keys: str) -> Table:
    """A table whose first column heads the others."""
    roles = (Role.HEAD, *[Role.NUMBER] * (len(keys) - 1))
    columns = tuple(Column(key, key.capitalize(), role) for key, role in zip(keys, roles, strict=True))
    return Table("t", "T", columns, tuple(tuple(map(text_cell, row)) for row in rows), "T", ("Een noot.",))


FOUND = table(
    [["Totaal", DASH, DASH, DASH], ["Termijn, in dagen", DASH, DASH, DASH], ["Brief", "2", DASH, DASH]],
    *("gegeven", "jaar_2019", "jaar_2020", "getal"),
)


def test_what_is_filled_in_nowhere_is_left_out_and_named() -> None:
    """Years apart from figures; names with a comma in them are parted by semicolons."""
    shown = filled(FOUND)
    assert ["gegeven", "jaar_2019"] == [column.key for column in shown.columns]
    assert [["Brief", "2"]] == [[cell.text for cell in row] for row in shown.rows]
    assert (
        "Een noot.",
        "Nog niet ingevuld: totaal; termijn, in dagen; getal.",
        "Voor Jaar_2020 is hier nog niets ingevuld.",
    ) == shown.notes
    assert filled(FOUND, names=False, years=False).notes == FOUND.notes


def test_a_row_of_a_year_is_a_year() -> None:
    """The years stand in rows as well as in columns."""
    shown = filled(table([["2019", DASH], ["2020", "3"]], "jaar", "getal"))
    assert ("Een noot.", "Voor 2019 is hier nog niets ingevuld.") == shown.notes


def test_what_is_full_stays_as_it_is() -> None:
    """A dash beside a figure says which one is not there."""
    full = table([["Brief", "2", DASH], ["Mail", DASH, "3"]], "gegeven", "jaar_2019", "jaar_2020")
    assert full == filled(full)


def year(when: int, **more: object) -> Record:
    """A sparse year of complaints: what is not here, nobody filled in."""
    data = {"titel": f"Klachten in {when}", "jaar": str(when), "bronnen": [{"bron": "antwoord"}], **more}
    return RECORDS["klachtenjaar"].model_validate({"id": f"k{when}", **data})


SPARSE = (year(2021, ontvangen="121"), year(2022, ontvangen="122", themas=THEMES), year(2023))


def idle(page: html.HtmlElement) -> list[str]:
    """The rows and columns of a page that are nothing but dashes."""
    found = []
    for grid in page.iter("table"):
        rows = [[words(cell) for cell in row] for row in grid.xpath("./tbody/tr")]
        lines = [*rows, *([head, *column] for head, *column in zip(*rows, strict=True))][: -1 or None] if rows else []
        found += [line[0] for line in lines if len(line) > 1 and set(line[1:]) == {DASH}]
    return found


@pytest.mark.parametrize("item", SPARSE)
def test_the_page_of_a_sparse_year_has_no_row_of_dashes(item: Record) -> None:
    """It says once what is not filled in; a year without any figure has a sentence for a table."""
    page = Printed(corpus(*SPARSE), item)
    assert [] == idle(page.main)
    assert 1 == page.words.count("Nog niet ingevuld: ")
    assert "gemiddelde behandeltermijn, in dagen" in page.section("cijfers")


def test_the_list_of_sparse_years_has_no_row_and_no_column_of_dashes() -> None:
    """Nor the annex, which says nothing of what is not filled in."""
    page = html.fromstring(rendered("pages/lijst.html", complaints_page(corpus(*SPARSE))))
    assert [] == idle(page)
    assert "Voor 2023 is hier nog niets ingevuld." in words(page)
    paper = html.fromstring(rendered("annex/annex.html", view(*SPARSE)))
    assert [] == idle(paper)
    assert "ingevuld" not in words(paper)
