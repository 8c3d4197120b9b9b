"""The annex as a Word document: the same parts, words and links as on paper."""

import io
import zipfile

from markupsafe import Markup

from tests.question_samples import asked
from weerklank.document.annex import AnnexView, annex_view
from weerklank.document.blocks import Document, Wholes
from weerklank.word.document import word_document
from weerklank.word.docx import docx_bytes
from weerklank.word.tree import (
    Block,
    Figure,
    GridBlock,
    Heading,
    List,
    Paragraph,
    Placeholder,
    Run,
    WordDocument,
)

BASE = "https://www.voorbeeld.example"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63f8ffff3f0005fe02fe0def46b80000000049454e44ae426082"
)


def _view(*, base: str = "") -> AnnexView:
    return annex_view(asked(base=base), "tevredenheid", data_hash="0f" * 32, version="1.2.3")


def _document(*, base: str = "") -> WordDocument:
    view = _view(base=base)
    return word_document(view, pictures={spec.name: PNG for spec in view.charts})


def _all(blocks: tuple[Block, ...]) -> list[Block]:
    found: list[Block] = []
    for block in blocks:
        found.append(block)
        if isinstance(block, List):
            found += [inner for item in block.items for inner in _all(item)]
        elif isinstance(block, GridBlock):
            found += [inner for row in block.rows for cell in row for inner in _all(cell)]
    return found


def _runs(document: WordDocument) -> list[Run]:
    paragraphs = [block for block in _all(document.blocks) if isinstance(block, Paragraph)]
    return [run for paragraph in paragraphs for run in paragraph.runs if isinstance(run, Run)]


def test_every_section_is_a_heading() -> None:
    """The navigation of Word shows the sections of the annex, in their order."""
    titles = [block.text for block in _document().blocks if isinstance(block, Heading) and block.level == 1]

    assert [section.title for section in _view().sections] == titles


def test_a_missing_field_stays_a_placeholder() -> None:
    """Who works on in Word sees what must be filled in, and that it is a draft."""
    document = _document()
    (formula, *_) = [block for block in document.blocks if isinstance(block, Paragraph) and len(block.runs) > 5]

    assert document.draft
    assert Placeholder("nummer nog in te vullen") in formula.runs


def test_every_number_of_a_source_leads_to_it() -> None:
    """`[3]` is a link to the third source, and each source has its place."""
    document = _document()
    anchors = {block.anchor for block in _all(document.blocks) if isinstance(block, Paragraph) and block.anchor}
    targets = {run.link[1:] for run in _runs(document) if run.link.startswith("#bron-")}
    numbers = [item.number for section in _view().sections for block in section.blocks
               if isinstance(block, Document | Wholes) for item in block.items]  # fmt: skip

    assert {f"bron-{number}" for number in numbers} <= anchors
    assert targets
    assert targets <= anchors


def test_links_to_the_site_need_its_address() -> None:
    """Without an address the name of a record is text; with one it is a link to its page."""
    assert not [run for run in _runs(_document()) if run.link.endswith("bevraging.html")]
    assert f"{BASE}/initiatieven/bevraging.html" in {run.link for run in _runs(_document(base=BASE))}


def test_charts_are_pictures_with_words() -> None:
    """Each drawing is there with the text for who cannot see it."""
    figures = [block for block in _document().blocks if isinstance(block, Figure)]

    assert len(_view().charts) == len(figures)
    assert all(figure.alternative for figure in figures)


def test_words_of_a_source_are_literal() -> None:
    """The serif of the annex is a look of its own in Word."""
    assert "“De besturen werden bevraagd in 2016.”" in [run.text for run in _runs(_document()) if run.literal]


def test_no_markup_reaches_the_document() -> None:
    """Runs are words, not HTML."""
    assert not [run.text for run in _runs(_document()) if "</" in run.text or isinstance(run.text, Markup)]


def test_it_becomes_one_file_the_same_on_every_run() -> None:
    """The blocks fit the writer of the file, and equal blocks give equal bytes."""
    made = [docx_bytes(_document(), epoch=1_795_392_000) for _ in range(2)]

    assert made[0] == made[1]
    with zipfile.ZipFile(io.BytesIO(made[0])) as archive:
        assert "Leeswijzer" in archive.read("word/document.xml").decode()
