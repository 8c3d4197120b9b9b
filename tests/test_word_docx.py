"""The Word document, read back by python-docx and part by part."""

import dataclasses
import hashlib
import io
import os
import re
import struct
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path

import docx
import pytest
from docx.document import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.exports_samples import ANY_TABLE, EMPTY, EPOCH, MEASURES, TEXTS
from weerklank.data.flat import visible
from weerklank.data.table import Table
from weerklank.word.docx import docx_bytes
from weerklank.word.tree import (
    Block,
    Figure,
    GridBlock,
    GridColumn,
    Heading,
    List,
    PageBreak,
    Paragraph,
    Placeholder,
    Run,
    TableBlock,
    Toc,
    Tone,
    WordDocument,
)

ROOT = Path(__file__).resolve().parent.parent
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def _png(width: int, height: int) -> bytes:
    """A white picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = zlib.compress((b"\x00" + b"\xff" * width) * height)
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def _text(text: str, tone: Tone = Tone.TEXT) -> Paragraph:
    return Paragraph((Run(text),), tone)


FIGURE = Figure(_png(400, 100), "Ongeveer 66 procent & meer", "Tevreden besturen", 120, anchor="beeld")
BLOCKS: tuple[Block, ...] = (
    _text("Bijlage", Tone.TITLE),
    Paragraph((Run("Antwoord op vraag nr. "), Placeholder("nummer"))),
    Toc(levels=2),
    Heading(1, "Leeswijzer", anchor="lees-wijzer"),
    Paragraph(
        (
            Run("Zie "),
            Run("de wijzer", link="#lees-wijzer"),
            Run("de site", link="https://voorbeeld.example/?a=1&b=2"),
            Run("nergens", link="#weg"),
            Run("script", link="javascript:alert(1)"),
            Run("“letterlijk”", literal=True),
            Run("you said", lang="en"),
            Run("1", raised=True),
            Run("vet", bold=True),
        )
    ),
    List(
        ordered=False,
        items=((_text("een"), List(ordered=True, items=((_text("diep"),),)), _text("vervolg")), (_text("twee"),)),
    ),
    List(ordered=True, items=((_text("a"),), (_text("b"),)), start=3),
    List(ordered=True, items=((_text("c"),),)),
    Heading(2, "Tabel"),
    TableBlock(MEASURES, anchor="tabel-1"),
    TableBlock(EMPTY),
    Heading(3, "Diep"),
    FIGURE,
    PageBreak(),
    _text("Nieuwe bladzijde"),
    Figure(_png(40, 10), "Nog een", "", 400),
)
DOCUMENT = WordDocument(
    title="Bijlage & meer",
    publisher="Agentschap Voorbeeld",
    blocks=BLOCKS,
    header="Klanttevredenheid",
    footer="voorbeeld.example",
    draft=True,
    address="https://voorbeeld.example/",
)


def _open(document: WordDocument = DOCUMENT) -> Document:
    return docx.Document(io.BytesIO(docx_bytes(document, epoch=EPOCH)))


def _parts(document: WordDocument = DOCUMENT) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(docx_bytes(document, epoch=EPOCH))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _body(document: WordDocument = DOCUMENT) -> etree._Element:
    return etree.fromstring(_parts(document)["word/document.xml"])


def _with(*blocks: Block) -> WordDocument:
    return dataclasses.replace(DOCUMENT, blocks=blocks)


def _paragraph(body: etree._Element, text: str) -> etree._Element:
    """The first paragraph outside the contents with this text."""
    found = [item for item in body.iter(f"{W}p") if "".join(item.itertext(f"{W}t")) == text]
    return next(item for item in found if not any(parent.tag == f"{W}sdt" for parent in item.iterancestors()))


def _run(body: etree._Element, text: str) -> etree._Element:
    return next(run for run in body.iter(f"{W}r") if "".join(run.itertext(f"{W}t")) == text)


def test_headings_are_headings() -> None:
    """A heading has the style that Word and screen readers know, with its level in the outline."""
    document = _open()
    styles = {paragraph.text: paragraph.style.name for paragraph in document.paragraphs if paragraph.style}

    assert [styles[text] for text in ("Bijlage", "Leeswijzer", "Tabel", "Diep")] == [
        "Title",
        "Heading 1",
        "Heading 2",
        "Heading 3",
    ]
    assert b'<w:outlineLvl w:val="2"/>' in _parts()["word/styles.xml"]


def test_a_missing_field_is_seen() -> None:
    """A missing field stands in brackets, in the style for what is missing, however it was written."""
    for text in ("nummer", "[nummer]"):
        run = _run(_body(_with(Paragraph((Placeholder(text),)))), "[nummer]")

        assert run.find(f"{W}rPr/{W}rStyle").get(f"{W}val") == "Ontbreekt"


def test_links() -> None:
    """A link leads to a bookmark that is there or to a web address; anything else is plain text."""
    body, parts = _body(), _parts()
    links = {"".join(link.itertext(f"{W}t")): link for link in body.iter(f"{W}hyperlink")}
    names = {mark.get(f"{W}name") for mark in body.iter(f"{W}bookmarkStart")}

    assert links["de wijzer"].get(f"{W}anchor") in names
    target = re.search(rf'Id="{links["de site"].get(f"{R}id")}"[^>]*|Target="[^"]*"', "")
    assert target is None
    assert (
        b'Target="https://voorbeeld.example/?a=1&amp;b=2" TargetMode="External"'
        in parts["word/_rels/document.xml.rels"]
    )
    assert "nergens" not in links
    assert "script" not in links
    assert b"javascript" not in b"".join(parts.values())


def test_every_internal_link_arrives() -> None:
    """The contents and the text link only to bookmarks that are there; each bookmark has its own name and number."""
    body = _body()
    starts = list(body.iter(f"{W}bookmarkStart"))
    names = [mark.get(f"{W}name") for mark in starts]
    numbers = [mark.get(f"{W}id") for mark in starts]

    assert {link.get(f"{W}anchor") for link in body.iter(f"{W}hyperlink")} - {None} <= set(names)
    assert len(set(names)) == len(names)
    assert len(set(numbers)) == len(numbers)
    assert numbers == [mark.get(f"{W}id") for mark in body.iter(f"{W}bookmarkEnd")]


def test_contents() -> None:
    """The contents are a field that Word can update, filled in with the headings down to its level."""
    contents = _body().find(f".//{W}sdt")
    texts = ["".join(item.itertext(f"{W}t")) for item in contents.iter(f"{W}p")]
    marks = [mark.get(f"{W}fldCharType") for mark in contents.iter(f"{W}fldChar")]

    assert texts == ["Inhoud", "Leeswijzer", "Tabel"]
    assert marks == ["begin", "separate", "end"]
    assert contents.findtext(f".//{W}instrText") == ' TOC \\o "1-2" \\h \\z \\u '
    assert b"updateFields" not in _parts()["word/settings.xml"]


def test_contents_without_headings() -> None:
    """Contents of a document without headings are a whole field all the same."""
    marks = [mark.get(f"{W}fldCharType") for mark in _body(_with(Toc())).iter(f"{W}fldChar")]

    assert marks == ["begin", "separate", "end"]


def test_looks_of_words() -> None:
    """Literal words, another language, raised and bold text each have their own look."""
    body = _body()

    assert _run(body, "“letterlijk”").find(f"{W}rPr/{W}rStyle").get(f"{W}val") == "Letterlijk"
    assert _run(body, "you said").find(f"{W}rPr/{W}lang").get(f"{W}val") == "en"
    assert _run(body, "1").find(f"{W}rPr/{W}vertAlign").get(f"{W}val") == "superscript"
    assert _run(body, "vet").find(f"{W}rPr/{W}b") is not None


def test_lists_count_for_themselves() -> None:
    """Each ordered list starts where it says, a nested one is a level deeper, and an item's later text is indented."""
    body, numbering = _body(), etree.fromstring(_parts()["word/numbering.xml"])
    starts = {
        number.get(f"{W}numId"): number.find(f".//{W}startOverride").get(f"{W}val")
        for number in numbering.iter(f"{W}num")
        if number.find(f".//{W}startOverride") is not None
    }

    def place(text: str) -> tuple[str | None, str | None]:
        properties = _paragraph(body, text).find(f"{W}pPr/{W}numPr")
        return properties.find(f"{W}ilvl").get(f"{W}val"), starts.get(properties.find(f"{W}numId").get(f"{W}val"))

    assert [place(text) for text in ("een", "diep", "twee")] == [("0", None), ("1", "1"), ("0", None)]
    assert [place(text) for text in ("a", "b", "c")] == [("0", "3"), ("0", "3"), ("0", "1")]
    assert _paragraph(body, "vervolg").find(f"{W}pPr/{W}ind").get(f"{W}left") == "360"


def test_tables() -> None:
    """A table has a head row that repeats, rows that are not cut, and a title and description for screen readers."""
    table = _open().tables[0]
    rows = _body().find(f".//{W}tbl").findall(f"{W}tr")

    assert [cell.text for cell in table.rows[0].cells][:3] == ["Id", "Onderwerp", "Waarde (procent)"]
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True, False, False]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    assert _body().find(f".//{W}tblCaption").get(f"{W}val") == "Metingen"
    assert _body().find(f".//{W}tblDescription").get(f"{W}val") == MEASURES.caption


def test_cells() -> None:
    """Cells say what people read: precision, the word of an absence, and its reason under it."""
    first, second = _open().tables[0].rows[1:]

    assert first.cells[2].text == "ongeveer 66 procent"
    assert second.cells[2].text == "niet gemeten\nTe kleine groep"
    assert _run(_body(), "helemaal tevreden of tevreden").find(f"{W}rPr/{W}rStyle").get(f"{W}val") == "Letterlijk"
    assert _run(_body(), "Vriendelijkheid").find(f"{W}rPr/{W}b") is not None


def test_numbers_are_aligned() -> None:
    """A number stands at the right of its column; an absence with its reason reads from the left."""
    body = _body()

    assert _paragraph(body, "ongeveer 66 procent").find(f"{W}pPr/{W}jc").get(f"{W}val") == "right"
    assert _paragraph(body, "niet gemeten").find(f"{W}pPr/{W}jc") is None


def test_what_belongs_to_a_table() -> None:
    """Caption above, notes under; an open list and a table without rows say so."""
    texts = [paragraph.text for paragraph in _open().paragraphs]

    assert f"Metingen. {MEASURES.caption}" in texts
    assert "De schalen verschillen." in texts
    assert "Niet-limitatief: de bron geeft voorbeelden. Een aantal rijen is dus geen totaal." in texts
    assert "Deze tabel heeft geen rijen." in texts


def test_an_open_list_is_said_once() -> None:
    """A note that already calls the list open is enough."""
    table = dataclasses.replace(MEASURES, notes=("Voorbeelden: de bron noemt deze lijst niet-limitatief.",))
    texts = [paragraph.text for paragraph in _open(_with(TableBlock(table))).paragraphs]

    assert [text for text in texts if "limitatief" in text] == list(table.notes)


def test_column_widths_fill_the_page() -> None:
    """The columns of each table together have the width of the text, upright or turned."""
    for table in _body().iter(f"{W}tbl"):
        widths = [int(column.get(f"{W}w")) for column in table.find(f"{W}tblGrid")]

        assert sum(widths) in (8504, 13436)
        assert min(widths) > 0


def test_tables_with_many_words_take_small_type() -> None:
    """A table whose words do not fit takes smaller letters before it breaks them."""
    wide = GridBlock("Breed", tuple(GridColumn("verantwoordelijkheid") for _ in range(4)), ())
    narrow = GridBlock("Smal", (GridColumn("verantwoordelijkheid"),), ())
    styles = [
        _paragraph(_body(_with(grid)), "verantwoordelijkheid").find(f"{W}pPr/{W}pStyle").get(f"{W}val")
        for grid in (wide, narrow)
    ]

    assert styles == ["TabelkopKlein", "Tabelkop"]


def test_wide_tables_turn_the_page() -> None:
    """A table whose words fit in no type goes to a turned page, with the heading above it; what follows is upright."""
    wide = GridBlock("Breed", tuple(GridColumn("verantwoordelijkheid") for _ in range(6)), (), notes=("Noot",))
    plain = _with(_text("voor"), Heading(1, "Kop"), wide, wide, _text("na"))
    body = _body(plain).find(f"{W}body")
    sections = list(body.iter(f"{W}sectPr"))
    ends = ["".join(child.itertext(f"{W}t")) for child in body if child.find(f"{W}pPr/{W}sectPr") is not None]

    assert [section.find(f"{W}pgSz").get(f"{W}orient") for section in sections] == [None, "landscape", None]
    assert ends == ["voor", "Noot"]
    assert {sum(int(column.get(f"{W}w")) for column in grid) for grid in body.iter(f"{W}tblGrid")} == {13436}
    assert [round(section.page_width.mm) for section in _open(plain).sections if section.page_width] == [210, 297, 210]
    assert _open(plain).sections[1].footer.paragraphs[0].text.startswith("voorbeeld.example\tPagina")


@pytest.mark.parametrize(("before", "after"), [((), ()), ((_text("x"),), ()), ((), (_text("x"),)), ((Toc(),), ())])
def test_turned_pages_at_the_ends(before: tuple[Block, ...], after: tuple[Block, ...]) -> None:
    """A turned page at the start or the end of a document leaves no empty page."""
    wide = GridBlock("Breed", tuple(GridColumn("verantwoordelijkheid") for _ in range(6)), ())
    body = _body(_with(*before, wide, *after)).find(f"{W}body")
    turned = [section.find(f"{W}pgSz").get(f"{W}orient") for section in body.iter(f"{W}sectPr")]

    assert turned == [None] * len(before) + ["landscape"] + [None] * len(after)
    assert body[-1].tag == f"{W}sectPr"


def test_cells_with_blocks() -> None:
    """A cell can hold lists and quotations; it ends in a paragraph, also when it is empty."""
    items = List(ordered=False, items=((_text("punt"),),))
    grid = GridBlock("T", (GridColumn("A"), GridColumn("B")), (((_text("x", Tone.QUOTE), items), ()),))
    body = _body(_with(grid))

    assert all(cell[-1].tag == f"{W}p" for cell in body.iter(f"{W}tc"))
    assert _run(body, "x").find(f"{W}rPr/{W}rStyle").get(f"{W}val") == "Letterlijk"
    with pytest.raises(ValueError, match="does not have 2 cells"):
        GridBlock("T", grid.columns, (((),),))


def test_two_tables_stay_two() -> None:
    """Two tables without captions do not run into one another, and the body does not end in a table."""
    grid = GridBlock("", (GridColumn("A"),), ())
    body = _body(_with(grid, grid)).find(f"{W}body")

    assert [child.tag.removeprefix(W) for child in body] == ["tbl", "p", "tbl", "p", "sectPr"]


def test_figures() -> None:
    """A picture has its alternative text in the drawing, a number of its own, and at most the width of the text."""
    drawings = list(_body().iter(f"{DRAWING}inline"))
    properties = [drawing.find(f"{DRAWING}docPr") for drawing in drawings]
    widths = [int(drawing.find(f"{DRAWING}extent").get("cx")) / 36_000 for drawing in drawings]

    assert [item.get("descr") for item in properties] == ["Ongeveer 66 procent & meer", "Nog een"]
    assert len({item.get("id") for item in properties}) == 2
    assert widths == [120, 150]
    assert _paragraph(_body(), "Tevreden besturen").find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "Figuurbijschrift"


def test_a_figure_needs_words() -> None:
    """A picture without alternative text is refused: who cannot see it would not know of it."""
    with pytest.raises(ValueError, match="no alternative text"):
        docx_bytes(_with(dataclasses.replace(FIGURE, alternative=" ")), epoch=EPOCH)


def test_page_break() -> None:
    """What follows a page break starts a page, without an empty paragraph before it."""
    body = _body()

    assert _paragraph(body, "Nieuwe bladzijde").find(f"{W}pPr/{W}pageBreakBefore") is not None
    assert len(list(body.iter(f"{W}pageBreakBefore"))) == 1


def test_no_paragraph_is_empty() -> None:
    """Distance is a matter of style: no paragraph is there to make room."""
    for paragraph in _body().find(f"{W}body").findall(f"{W}p"):
        assert "".join(paragraph.itertext()) or paragraph.find(f".//{W}drawing") is not None


def test_header_and_footer() -> None:
    """Each page has its number and the number of pages, and a draft says so on each page and in its properties."""
    parts = _parts()
    footer = etree.fromstring(parts["word/footer1.xml"])
    fields = [field.get(f"{W}instr").strip() for field in footer.iter(f"{W}fldSimple")]
    final = _parts(dataclasses.replace(DOCUMENT, draft=False))

    assert "".join(footer.itertext(f"{W}t")) == "voorbeeld.examplePagina 1 van 1"
    assert fields == ["PAGE", "NUMPAGES"]
    assert _open().sections[0].header.paragraphs[0].text == "Klanttevredenheid\tOntwerp"
    assert _open().core_properties.content_status == "Ontwerp"
    assert b"Ontwerp" not in final["word/header1.xml"] + final["word/header2.xml"] + final["docProps/core.xml"]


def test_page_and_language() -> None:
    """A4 with the margins of the annex, in Dutch as written in Belgium, without compatibility mode."""
    section = _open().sections[0]
    parts = _parts()

    assert [round(size.mm) for size in (section.page_width, section.page_height) if size] == [210, 297]
    assert [round(size.mm) for size in (section.left_margin, section.right_margin) if size] == [30, 30]
    assert b'<w:lang w:val="nl-BE"' in parts["word/styles.xml"]
    assert b'<w:themeFontLang w:val="nl-BE"/>' in parts["word/settings.xml"]
    assert b'w:name="compatibilityMode"' in parts["word/settings.xml"]


def test_properties() -> None:
    """Title, publisher, language and one date; no other name, no program, no picture of the first page."""
    parts = _parts()
    core = _open().core_properties
    everything = b"".join(parts.values())

    assert (core.title, core.author, core.language) == ("Bijlage & meer", "Agentschap Voorbeeld", "nl-BE")
    assert core.comments == ""
    assert set(re.findall(rb"\d{4}-\d\d-\d\dT[\d:]+Z", parts["docProps/core.xml"])) == {b"2026-11-23T00:00:00Z"}
    assert b"python-docx" not in everything
    assert not [name for name in parts if "thumbnail" in name or "customXml" in name]


def test_every_style_is_defined() -> None:
    """The document uses only styles that it has."""
    parts = _parts()
    defined = {style.get(f"{W}styleId") for style in etree.fromstring(parts["word/styles.xml"]).iter(f"{W}style")}
    documents = [etree.fromstring(parts[f"word/{name}.xml"]) for name in ("document", "header1", "footer2", "styles")]
    kinds = {f"{W}{kind}" for kind in ("pStyle", "rStyle", "tblStyle", "basedOn", "next")}
    used = {item.get(f"{W}val") for document in documents for item in document.iter() if item.tag in kinds}

    assert used <= defined


def test_archive() -> None:
    """Entries are sorted and have one date."""
    with zipfile.ZipFile(io.BytesIO(docx_bytes(DOCUMENT, epoch=EPOCH))) as archive:
        entries = archive.infolist()

    assert [entry.filename for entry in entries] == sorted(entry.filename for entry in entries)
    assert {entry.date_time for entry in entries} == {(2026, 11, 23, 0, 0, 0)}


@given(TEXTS)
@settings(max_examples=50)
def test_any_text(text: str) -> None:
    """Any text comes back as it went in, with a visible sign for what a document cannot hold."""
    document = _open(_with(Heading(1, text), Paragraph((Run(text),)), Paragraph((Run(text, literal=True),))))

    assert [paragraph.text for paragraph in document.paragraphs] == [visible(text)] * 3


@given(ANY_TABLE)
@settings(max_examples=30)
def test_any_table(table: Table) -> None:
    """Any table comes back with all its cells."""
    found = _open(_with(TableBlock(table))).tables[0]

    for row, cells in zip(found.rows[1:], table.rows, strict=True):
        shown = [f"{cell.text}\n{cell.reason}" if cell.reason else cell.text for cell in cells]
        assert [cell.text for cell in row.cells] == [visible(text) for text in shown]


@given(st.lists(st.text(min_size=1), unique=True, max_size=8))
@settings(max_examples=30)
def test_any_anchors(anchors: list[str]) -> None:
    """Whatever the anchors, their bookmarks have allowed names of their own and links arrive."""
    headings = tuple(Heading(1, "Kop", anchor) for anchor in anchors)
    links = tuple(Paragraph((Run("naar", link=f"#{anchor}"),)) for anchor in anchors)
    body = _body(_with(*headings, *links))
    names = [mark.get(f"{W}name") for mark in body.iter(f"{W}bookmarkStart")]

    assert [link.get(f"{W}anchor") for link in body.iter(f"{W}hyperlink")] == names
    assert len({name.casefold() for name in names}) == len(names)
    assert all(re.fullmatch(r"[A-Za-z]\w{0,39}", name, re.ASCII) for name in names)


def test_an_anchor_stands_in_one_place() -> None:
    """When two blocks claim one anchor, the first has it: a bookmark that stands twice is damage to Word."""
    body = _body(_with(Heading(1, "Een", "x"), Paragraph((Run("twee"),), anchor="x")))

    assert [mark.get(f"{W}name") for mark in body.iter(f"{W}bookmarkStart")] == ["x"]


def test_same_bytes_in_another_process() -> None:
    """Clock, time zone, locale and hash seed of the machine leave no trace."""
    program = (
        "import hashlib; from tests.test_word_docx import *;"
        "print(hashlib.sha256(docx_bytes(DOCUMENT, epoch=EPOCH)).hexdigest())"
    )
    expected = hashlib.sha256(docx_bytes(DOCUMENT, epoch=EPOCH)).hexdigest()

    for seed, zone in (("1", "Pacific/Auckland"), ("2", "America/New_York")):
        environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"}
        result = subprocess.run(
            [sys.executable, "-c", program], cwd=ROOT, env=environment, capture_output=True, check=True, text=True
        )

        assert result.stdout.strip() == expected
