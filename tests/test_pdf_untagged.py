"""A PDF copied, or read by software that knows no tags: its words come in the order in which the tags say them."""

from pathlib import Path

import pytest

from tests import untagged_reading as untagged
from tests import voorbeeld_site
from tests.annex_samples import printed
from tests.browser_tools import real_site
from tests.conftest import Need
from tests.test_build_coverage import make
from tests.untagged_reading import Page
from weerklank.pdf.painting import in_reading_order

REPORT = "drinkfonteinen-en-zitbanken"


@pytest.fixture(scope="module", params=["voorbeeld", pytest.param("inhoud", marks=pytest.mark.source_document)])
def papers(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Every annex that the example agency published, or what the source document became; of both a coverage report."""
    example = request.param == "voorbeeld"
    site = (voorbeeld_site.site if example else real_site)(tmp_path_factory)
    found = {path.parent.name: path.read_bytes() for path in sorted((site / "vragen").rglob("bijlage.pdf"))}
    assert found
    folder = tmp_path_factory.mktemp("dekking")
    question = REPORT if example else next(iter(found))
    content = voorbeeld_site.CONTENT if example else Path(__file__).resolve().parent.parent / "content"
    assert make(folder, question, content=content).published is not None
    (report,) = folder.rglob("*.pdf")
    return found | {"dekking": report.read_bytes()}


def test_pdfium_reads_as_the_tags_do(papers: dict[str, bytes]) -> None:
    """What is copied from a browser: each word in its place, and around it only page numbers and repeated heads."""
    for name, pdf in papers.items():
        assert [] == _apart(pdf, untagged.with_pdfium(pdf)), name


def test_poppler_reads_as_the_tags_do(papers: dict[str, bytes], need: Need) -> None:
    """The same for search engines and archives, in the order in which a page is painted (`pdftotext -raw`)."""
    need(untagged.POPPLER is not None, "pdftotext is part of poppler-utils")
    for name, pdf in papers.items():
        assert [] == _apart(pdf, untagged.with_poppler(pdf, raw=True)), name


def test_poppler_keeps_together_what_is_one(papers: dict[str, bytes], need: Need) -> None:
    """Where poppler guesses the order from the paper, it may read a table across; an item and a heading stay whole.

    So each adjustment keeps its state beside it. Other blocks may be parted where a mark or a fact in the margin
    stands in them, never within a run of words.
    """
    need(untagged.POPPLER is not None, "pdftotext is part of poppler-utils")
    for name, pdf in papers.items():
        texts = untagged.with_poppler(pdf, raw=False)
        whole = [block for block in untagged.blocks(pdf) if "Table" not in block.inside and block.role != "Lbl"]
        items = [block for block in whole if block.role in ("LBody", "H1", "H2", "H3", "H4")]
        runs = [(block.page, run) for block in whole for run in block.runs]
        assert items
        assert [] == [item for item in items if untagged.letters("".join(item.runs)) not in texts[item.page]], name
        assert [] == [run for page, run in runs if untagged.letters(run) not in texts[page]], name


def _apart(pdf: bytes, texts: list[str]) -> list[tuple[int, str]]:
    tags = untagged.pages(pdf)
    found = [untagged.apart(page, text) for page, text in zip(tags, texts, strict=True)]
    return [(number, parted) for number, parted in enumerate(found, 1) if parted]


def test_marks_of_lists_are_copied_in_their_place(need: Need) -> None:
    """Also the number of an item, which a layout paints after all else on its page."""
    need(untagged.POPPLER is not None, "pdftotext is part of poppler-utils")
    pdf = printed("<ol><li>eerst</li><li>dan <b>dit</b></li></ol><ul><li>los <a href='#x'>hier</a></li></ul>").pdf
    (text,) = untagged.with_poppler(pdf, raw=True)

    assert text.startswith("1.eerst2.dandit•loshier")


def test_a_text_that_moves_keeps_its_looks() -> None:
    """What was set before it goes with it, and what it sets goes on for what stands behind it."""
    first = ["/P", {"MCID": 0}, b"BDC", b"/a0.5 gs", b"BT", b"(twee) Tj", b"ET", b"EMC"]
    second = ["/P", {"MCID": 1}, b"BDC", b"BT", b"(een) Tj", b"ET", b"EMC"]

    assert [b"q", b"1 0 0 rg", b"/a0.5 gs", *second, b"q", b"1 0 0 rg", *first, b"Q", b"Q"] == in_reading_order(
        [b"q", b"1 0 0 rg", *first, *second, b"Q"], [1, 0]
    )


@pytest.mark.parametrize("around", [b"1 0 0 1 5 5 cm", b"W", b"W*"])
def test_what_is_turned_or_cut_off_stays(around: bytes) -> None:
    """A text in coordinates of its own, or of which only a part shows, is painted where it was."""
    first = ["/P", {"MCID": 0}, b"BDC", b"BT", b"ET", b"EMC"]
    second = ["/P", {"MCID": 1}, b"BDC", b"BT", b"ET", b"EMC"]
    operators = [b"q", b"q", b"q", around, *first, b"Q", *second, b"Q", b"Q"]

    assert operators == in_reading_order(operators, [1, 0])


@pytest.mark.parametrize("text", ["kopeendrietwee", "kopeentwee", "kopeentweedriekop", "eentweedrieX"])
def test_what_is_out_of_order_is_seen(text: str) -> None:
    """Words exchanged, lost or more than once; a head of the page is found wherever it stands, once."""
    page = Page("eentweedrie", ("kop", "eentje"))
    same = ("kopeentweedrie", "eentjeeentweedrie", "eentweedriekop")

    assert untagged.apart(page, text)
    assert ["", "", ""] == [untagged.apart(page, right) for right in same]
