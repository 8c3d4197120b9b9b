"""The annex as a Word document says what its HTML says, block by block, and so what the PDF says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings

from tests import voorbeeld_site
from tests.block_reading import html_blocks, html_notes, word_blocks, word_notes
from tests.exports_samples import ANY_TABLE, EPOCH
from tests.question_samples import asked
from tests.word_tools import SIGNS, W, body_of, broken_words, parts, png, template
from weerklank.corpus import Corpus
from weerklank.data.flat import visible
from weerklank.data.table import Table
from weerklank.document.annex import AnnexView, annex_view
from weerklank.document.blocks import Block, Grid, Legend, Terms
from weerklank.html import Templates
from weerklank.project import ROOT, Project, open_project, read_materials
from weerklank.states import COVERAGES
from weerklank.word.contract import unknown
from weerklank.word.docx import docx_bytes

BASE = "https://www.voorbeeld.example"


@cache
def _templates() -> Templates:
    project = open_project(environ={})
    assert isinstance(project, Project)
    return Templates({**read_materials(project)[0].templates, "een.html": ONE_BLOCK})


def _annexes() -> Iterator[tuple[str, Corpus, str]]:
    yield "sample", asked(), "tevredenheid"
    yield "sample with a site", asked(base=BASE), "tevredenheid"
    for site, corpus in (("example", voorbeeld_site.corpus()), ("example", voorbeeld_site.corpus())):
        yield from ((f"{site} {item.id}", corpus, item.id) for item in corpus.questions if item.annex is not None)


ANNEXES = {name: (corpus, question) for name, corpus, question in _annexes()}


@cache
def _html(name: str) -> tuple[AnnexView, str]:
    corpus, question = ANNEXES[name]
    view = annex_view(corpus, question)
    html, faults = _templates().render("annex/annex.html", view, artifact="bijlage.docx", files={})
    assert () == faults
    return view, html.decode()


@cache
def _word(name: str) -> bytes:
    view, html = _html(name)
    drawn = {f"charts/{spec.name}.svg" for spec in view.charts}
    pictures = dict.fromkeys({*drawn, *re.findall(r'src="(beelden/[^"]+)"', html)}, png(4, 1))
    data, found = docx_bytes(html, template=template(), pictures=pictures, signs=SIGNS, epoch=EPOCH)
    assert () == found
    return data


@pytest.mark.parametrize("name", ANNEXES)
def test_the_words_are_those_of_the_page(name: str) -> None:
    """Headings, paragraphs, items, cells, captions and words of pictures: all there, in order, nothing more."""
    expected = html_blocks(re.sub(r'(?s)<span class="again">.*?</span>', "", _html(name)[1]))

    assert expected == word_blocks(_word(name))
    assert html_notes(_html(name)[1]) == word_notes(_word(name))


def test_every_kind_of_block_is_looked_at() -> None:
    """Among these annexes each kind of block occurs, and notes, long texts and deep lists do."""
    blocks = [block for name in ANNEXES for block in html_blocks(_html(name)[1])]

    assert {"kop 1", "kop 2", "kop 3", "alinea", "punt", "kopcel", "cel", "bijschrift", "beeld"} <= {
        kind for kind, _ in blocks
    }
    assert [note for name in ANNEXES for note in html_notes(_html(name)[1])]


@pytest.mark.parametrize("name", ANNEXES)
def test_no_column_breaks_a_word(name: str) -> None:
    """Each column of each table is at least as wide as its longest word, with the shape of a state before it."""
    assert [] == broken_words(_word(name))


@pytest.mark.parametrize("name", ANNEXES)
def test_nothing_is_named_twice(name: str) -> None:
    """The name of a table is another than that of the heading or the table above it."""
    named = [words for kind, words in html_blocks(_html(name)[1]) if kind.startswith(("kop ", "bijschrift"))]

    assert [] == [words for before, words in pairwise(named) if before == words]


@pytest.mark.parametrize("name", ANNEXES)
def test_nothing_is_shown_twice(name: str) -> None:
    """A drawing or a table that stands in one part is not repeated in another."""
    html = _html(name)[1]
    pictures, tables = re.findall(r'<img src="(charts/[^"]+)', html), re.findall(r"(?s)<table.*?</table>", html)

    assert sorted(set(pictures)) == sorted(pictures)
    assert sorted(set(tables)) == sorted(tables)


@pytest.mark.parametrize("name", ANNEXES)
def test_words_of_a_style_sheet_are_not_needed(name: str) -> None:
    """What stands between words in the PDF is in the HTML, and so in Word: in the key to the shapes, a colon."""
    marks = [f"{state.word}: " for state in COVERAGES]
    key = [words for kind, words in word_blocks(_word(name)) if kind == "punt" and words.startswith(tuple(marks))]

    assert len(key) == sum(len(block.items) for block in _blocks(name) if isinstance(block, Legend))


def test_no_style_sheet_adds_words() -> None:
    """Outside the edges of a page, the style sheet for paper adds shapes and page numbers only."""
    styles = (ROOT / "templates/assets/css/annex.css").read_text("utf-8")

    assert [] == re.findall(r'\.annex[^{}]*\{[^}]*content: *"[^"]+"', styles)
    assert re.findall(r'\.annex[^{}]*\{[^}]*content: *""', styles)


def test_other_spellings_stand_with_their_word() -> None:
    """The glossary says how else a source writes a word."""
    rows = [
        (name, row) for name in ANNEXES for block in _blocks(name) if isinstance(block, Terms) for row in block.rows
    ]
    cells = {name: [words for kind, words in word_blocks(_word(name)) if kind == "cel"] for name in ANNEXES}
    lost = [row for name, row in rows if row.also and not any(f"Ook: {row.also}." in cell for cell in cells[name])]

    assert any(row.also for _, row in rows)
    assert [] == lost


def _blocks(name: str) -> list[Block]:
    return [block for section in _html(name)[0].sections for block in section.blocks]


@pytest.mark.parametrize("name", ANNEXES)
def test_the_contract_knows_the_page(name: str) -> None:
    """An element or class that `word.contract` does not know is there for a decision: what is it in Word?"""
    assert () == unknown(_html(name)[1])


def test_the_contract_tells_what_it_does_not_know() -> None:
    """Each is named once; the shape of a state is known only on a state."""
    html = '<p class="remark bold"><mark>x</mark><mark class="t-a">y</mark><span class="is-na">z</span></p>'

    assert (".bold", "<mark>", ".is-na") == unknown(html)


@dataclass(frozen=True)
class OneBlock:
    """What a block asks of the page that it stands on, and the block."""

    item: Grid
    web: bool = False
    site: str = BASE


ONE_BLOCK = '{% import "partials/blocks.html" as blocks with context %}{{ blocks.block(item, 3) }}'


def _printable(table: Table) -> Table:
    """The table without what HTML cannot hold; no file with that is read."""
    rows = tuple(
        tuple(replace(cell, text=visible(cell.text), reason=visible(cell.reason)) for cell in row) for row in table.rows
    )
    title, caption, notes = visible(table.title), visible(table.caption), tuple(map(visible, table.notes))
    return replace(table, title=title, caption=caption, rows=rows, notes=notes)


@given(ANY_TABLE)
@settings(max_examples=30, deadline=None)
def test_any_table(table: Table) -> None:
    """Every word of any table is in Word as it is on the page: precision, states with their reasons, notes."""
    view = OneBlock(Grid(_printable(table)))
    html, faults = _templates().render("een.html", view, artifact="een.html", files={})
    data, found = docx_bytes(html.decode(), template=template(), pictures={}, signs=SIGNS, epoch=EPOCH)

    assert ((), ()) == (faults, found)
    assert html_blocks(html.decode()) == word_blocks(data)


def test_every_number_of_a_page_leads_there() -> None:
    """Where the annex names a page, the place is there."""
    for name in ANNEXES:
        tree = body_of(_word(name))
        places = {mark.get(f"{W}name") for mark in tree.iter(f"{W}bookmarkStart")}
        pages = [code.text.split()[1] for code in tree.iter(f"{W}instrText") if "PAGEREF" in (code.text or "")]
        html = re.sub(r'(?s)<span class="again">.*?</span>', "", _html(name)[1])  # what is told there already
        targets = re.findall('class="page" data-target="#(.*?)"', html)

        # A name in Word is cut off at 40 letters, and numbered where another is cut to the same.
        cut = [target.replace("-", "_")[:37] for target in targets]
        assert cut == [page[: len(start)] for page, start in zip(pages, cut, strict=True)]
        assert set(pages) <= places


def test_links_to_the_site_need_its_address() -> None:
    """Without an address the name of a record is text; with one it is a link to its page."""

    def addresses(name: str) -> set[str]:
        relations = parts(_word(name))["word/_rels/document.xml.rels"].decode()
        return set(re.findall(r'Target="(https://[^"]*)"', relations))

    assert f"{BASE}/initiatieven/bevraging.html" in addresses("sample with a site")
    assert not [address for address in addresses("sample") if address.endswith("bevraging.html")]
