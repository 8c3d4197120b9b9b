"""The annex of the example agency on paper: much in it, nothing lost, nothing parted that belongs together."""

import re

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from tests import voorbeeld_site
from tests.pdf_tools import filled
from tests.printed_reading import Printed, folded, pdf_tables, pdf_words
from weerklank.data.table import Cell
from weerklank.facts.complaints import complaints, with_shares, years_of
from weerklank.facts.results import results
from weerklank.markup import bare
from weerklank.states import LEFT_OUT

QUESTION = "drinkfonteinen-en-zitbanken"
TOP, BOTTOM = 22 * 72 / 25.4, 25 * 72 / 25.4  # points
UNIT = 0.75  # points: that of the page is a pixel
HEADING = 11.5  # points: type of this size or larger is that of a heading
FULL = 0.5  # of the height of the matter


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The annex as the site publishes it."""
    return (voorbeeld_site.site(tmp_path_factory) / "vragen" / QUESTION / "bijlage.pdf").read_bytes()


@pytest.fixture(scope="module")
def tables(pdf: bytes) -> list[Printed]:
    """Its tables, as they are tagged."""
    return pdf_tables(QUESTION, pdf)


def _is_figure(cell: Cell) -> bool:
    return cell.state is None and cell.value is not None


def _shown(cell: Cell) -> str:
    """What a table prints of a cell: of a figure the short form."""
    return f"{cell.qualifier} {cell.number}".strip() if cell.number else cell.text


def test_three_years_of_complaints(tables: list[Printed]) -> None:
    """Each figure of each year stands in its row and its column, and so does each absence."""
    wanted = with_shares(voorbeeld_site.corpus())
    assert wanted is not None
    heads = tuple(column.label for column in wanted.columns)
    sheets = [table for table in tables if "Klachten per jaar" in table.caption]

    assert heads == (heads[0], *(year for sheet in sheets for year in sheet.heads[1:]))
    for sheet in sheets:
        at = [heads.index(head) for head in sheet.heads]
        rows = [tuple(folded(_shown(row[place])) for place in at) for row in wanted.rows]
        said = [row for row in rows if any(cell != LEFT_OUT.word for cell in row[1:])]
        assert said == [tuple(map(folded, row)) for row in sheet.rows]
    assert len(years_of(voorbeeld_site.corpus())) >= 3


def test_more_than_forty_figures(tables: list[Printed]) -> None:
    """Each measurement that the annex is about has every stated figure in a table, beside its subject."""
    corpus = voorbeeld_site.corpus()
    years = complaints(corpus)
    assert years is not None
    count = sum(_is_figure(cell) for row in years.rows for cell in row[1:])
    for name in ("pleinpeiling-2025", "pleinpeiling-2021"):
        full = results(corpus, next(item for item in corpus.measurements if item.id == name), only_stated=True)
        at = {column.key: place for place, column in enumerate(full.columns)}
        for row in full.rows:
            subject, figure = folded(row[at["onderwerp"]].text), row[at["waarde"]].number
            rows = [line for table in tables for line in table.rows if line[0] == subject]
            assert any(figure in cell for line in rows for cell in line), (name, subject, figure)
            count += 1

    assert count > 40


def test_every_promise_has_its_deadline(tables: list[Printed]) -> None:
    """A promise stands with what was promised, when, by when, and what came of it."""
    (found,) = (table for table in tables if table.caption.startswith("Toezeggingen") and len(table.rows) > 1)
    promises = {folded(bare(item.title)) for item in voorbeeld_site.corpus().records() if item.ref.kind == "toezegging"}

    assert promises == {row[0] for row in found.rows}
    assert any("30 juni 2026" in row[2] for row in found.rows)
    assert all(all(row) for row in found.rows)


def test_words_of_a_year_say_of_which(pdf: bytes) -> None:
    """What an author tells of a year of complaints has the year before it."""
    said = pdf_words(pdf)
    for item in voorbeeld_site.corpus().complaints:
        if item.body:
            assert f"{item.year.year}: {folded(bare(item.body))}" in said


def test_sentences_end_once(pdf: bytes) -> None:
    """No full stop follows another, nor one within quotation marks."""
    assert [] == re.findall(r".{20}(?:[.!?]”\.|[^.]\.\.(?!\.)).{0,10}", pdf_words(pdf))


# --- page by page ----------------------------------------------------------------------------------------------------


def _lowest(page: pypdfium2.PdfPage) -> tuple[float, float, str]:
    """Of the letter that stands lowest within the margins: its foot and its size in points, and the words before it."""
    text = page.get_textpage()
    places = [place for place in range(text.count_chars()) if text.get_charbox(place)[1] > BOTTOM]
    low = min(places, key=lambda place: text.get_charbox(place)[1])
    size = pdfium.FPDFText_GetFontSize(text, low) * UNIT
    return text.get_charbox(low)[1], size, text.get_text_range(max(0, low - 40), 41)


def test_no_page_ends_with_a_heading(pdf: bytes) -> None:
    """A heading stands above what it is the heading of; a drawing has no letters."""
    found = []
    for number, (page, part) in enumerate(zip(pypdfium2.PdfDocument(pdf), filled(pdf), strict=True), start=1):
        foot, size, words = _lowest(page)
        inked = page.get_height() - TOP - part * (page.get_height() - TOP - BOTTOM)
        assert size > 6
        found += [(number, words)] if size >= HEADING and foot - inked < size else []

    assert [] == found


def test_no_page_is_half_empty(pdf: bytes) -> None:
    """Stories, tables and drawings break where they can, so that each page but the last is filled."""
    parts = filled(pdf)

    assert [] == [(number, round(part, 2)) for number, part in enumerate(parts[:-1], start=1) if part < FULL]
    assert len(parts) > 10


def test_the_colophon_has_company(pdf: bytes) -> None:
    """The last page is never the colophon alone: some of the last part comes with it."""
    document = pypdfium2.PdfDocument(pdf)
    last = document[len(document) - 1].get_textpage().get_text_bounded()
    before, colophon = last.split("Colofon", 1)

    assert len(before.split("\n")) > 3
    assert "Licentie" in colophon


def test_pictures_of_one_story_stand_side_by_side(pdf: bytes) -> None:
    """Two that fit next to each other begin at one height."""
    found = [
        [item.get_bounds() for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=5)]
        for page in pypdfium2.PdfDocument(pdf)
        if page.get_textpage().search("De fontein op het Lindeplein").get_next()
    ]
    (tops, lefts) = zip(*((round(top), round(left)) for left, _, _, top in next(filter(None, found))), strict=True)

    assert len(tops) == len(set(lefts)) == 2
    assert len(set(tops)) == 1


def test_a_long_story_begins_beside_its_keys(pdf: bytes) -> None:
    """Its first words stand above the last of what is large, not below it."""
    ((page, key),) = _tops(pdf, "van maart tot oktober").items()

    assert _tops(pdf, "prettig maakt en wat het")[page] > key


def _tops(pdf: bytes, words: str) -> dict[int, float]:
    """How high these words stand on each page that has them, in points."""
    found = {}
    for number, page in enumerate(pypdfium2.PdfDocument(pdf), start=1):
        text = page.get_textpage()
        if place := text.search(words).get_next():
            found[number] = text.get_charbox(place[0])[3]
    return found


def test_a_table_that_goes_on_has_its_head_again(pdf: bytes, tables: list[Printed]) -> None:
    """The heads of the first table of complaints stand on each page that has rows of it."""
    found = next(table for table in tables if "Klachten per jaar" in table.caption)
    heads = " ".join(found.heads)
    pages = [" ".join(page.get_textpage().get_text_bounded().split()) for page in pypdfium2.PdfDocument(pdf)]
    ours = [text for text in pages if "Kanaal: totaal" in text or found.caption in text]

    assert 1 < len(ours)
    assert [] == [text for text in ours if heads not in text]
