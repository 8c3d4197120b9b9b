"""The OpenDocument workbook, read back by the usual library and part by part."""

import hashlib
import io
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from lxml import etree
from odf import opendocument, table, teletype

from tests.exports_samples import ABOUT, ANY_TABLE, EPOCH, PAYLOADS, TABLES
from weerklank import theme
from weerklank.data.archive import archive_bytes, unpacked
from weerklank.data.flat import visible
from weerklank.data.formats.ods import ods_bytes
from weerklank.data.formats.opendocument import CELL_STYLES
from weerklank.data.formats.workbook import GridCell, plan_workbook
from weerklank.data.table import Column, Role, Table, text_cell
from weerklank.findings import message

ROOT = Path(__file__).resolve().parent.parent
OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
TABLE, TEXT, OFFICE = (f"{{{OASIS}{name}:1.0}}" for name in ("table", "text", "office"))
XLINK = "{http://www.w3.org/1999/xlink}"


TEMPLATE = (ROOT / "templates/data/werkboek.ods").read_bytes()


def workbook(*tables: Table, template: bytes = TEMPLATE) -> bytes:
    """A workbook in which nothing is found."""
    data, found = ods_bytes(tables or TABLES, template=template, about=ABOUT, epoch=EPOCH)
    assert () == found
    return data


def _parts(*tables: Table) -> dict[str, bytes]:
    return unpacked(workbook(*tables))


def _changed(change: Callable[[str, bytes], bytes]) -> bytes:
    """The template with each part put through a function of its name and bytes."""
    return archive_bytes({name: change(name, data) for name, data in unpacked(TEMPLATE).items()}, epoch=EPOCH)


def _content(*tables: Table) -> etree._Element:
    return etree.fromstring(_parts(*tables)["content.xml"])


def _rows(content: etree._Element, sheet: str) -> list[list[str | Decimal]]:
    """The rows of a sheet: numbers as Decimal, everything else as text."""
    found = next(item for item in content.iter(f"{TABLE}table") if item.get(f"{TABLE}name") == sheet)
    return [[_value(cell) for cell in row.iter(f"{TABLE}table-cell")] for row in found.iter(f"{TABLE}table-row")]


def _value(cell: etree._Element) -> str | Decimal:
    if cell.get(f"{OFFICE}value-type") == "float":
        return Decimal(cell.get(f"{OFFICE}value"))
    return "\n".join("".join(_characters(paragraph)) for paragraph in cell.iter(f"{TEXT}p"))


def _characters(element: etree._Element) -> Iterator[str]:
    """The text of a paragraph, with the white space that ODF writes as elements (ODF 1.3 part 3, 6.1.2 to 6.1.5)."""
    if element.tag == f"{TEXT}s":
        yield " " * int(element.get(f"{TEXT}c", "1"))
    if element.tag == f"{TEXT}tab":
        yield "\t"
    yield element.text or ""
    for child in element:
        yield from _characters(child)
        yield child.tail or ""


def _planned(row: tuple[GridCell, ...]) -> list[str | Decimal]:
    return [cell.value if isinstance(cell.value, str) else Decimal(cell.value) for cell in row]


def _text_table(*texts: str) -> Table:
    return Table("t", "T", (Column("a", "A", Role.HEAD),), tuple((text_cell(text),) for text in texts))


def test_archive() -> None:
    """The type comes first and is stored, the rest is sorted, and everything has one date."""
    data = workbook()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = archive.infolist()

    assert data[30:84] == b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"
    assert entries[0].compress_type == zipfile.ZIP_STORED
    assert [entry.filename for entry in entries[1:]] == sorted(entry.filename for entry in entries[1:])
    assert {entry.date_time for entry in entries} == {(2026, 11, 23, 0, 0, 0)}


def test_manifest_names_every_part() -> None:
    """The manifest lists the document and each of its parts."""
    parts = _parts()
    namespace = f"{{{OASIS}manifest:1.0}}"
    entries = etree.fromstring(parts["META-INF/manifest.xml"]).iter(f"{namespace}file-entry")
    listed = {entry.get(f"{namespace}full-path") for entry in entries}

    assert listed == {"/", *parts} - {"mimetype", "META-INF/manifest.xml"}


def test_sheets_hold_the_plan() -> None:
    """Each sheet has the planned lines, heads and rows, in order, from column A."""
    content = _content()

    for sheet in plan_workbook(TABLES, about=ABOUT):
        expected: list[list[str | Decimal]] = [[line.text] for line in sheet.lines]
        if sheet.grid:
            expected.append(list(sheet.grid.heads))
            expected.extend(_planned(row) for row in sheet.grid.rows)
        assert _rows(content, sheet.name) == expected


def test_read_by_the_usual_library() -> None:
    """A reader that is not ours finds the sheets and their text."""
    document = opendocument.load(io.BytesIO(workbook()))
    sheets = document.spreadsheet.getElementsByType(table.Table)
    cells = [teletype.extractText(cell) for cell in sheets[3].getElementsByType(table.TableCell)]

    assert [sheet.getAttribute("name") for sheet in sheets] == [s.name for s in plan_workbook(TABLES, about=ABOUT)]
    assert "niet gemeten" in cells
    assert "1234,50" in cells


def test_head_rows_repeat_and_stay_in_sight() -> None:
    """The heads are marked as such, so that they repeat on paper, and are frozen on screen."""
    content = _content()
    settings_xml = etree.fromstring(_parts()["settings.xml"])
    names = [sheet.name for sheet in plan_workbook(TABLES, about=ABOUT) if sheet.grid]
    marked = [
        item.get(f"{TABLE}name")
        for item in content.iter(f"{TABLE}table")
        if item.find(f"{TABLE}table-header-rows") is not None
    ]
    config = f"{{{OASIS}config:1.0}}"
    entry = next(e for e in settings_xml.iter() if e.get(f"{config}name") == "Metingen")
    values = {item.get(f"{config}name"): item.text for item in entry}

    assert marked == names
    assert (values["VerticalSplitMode"], values["VerticalSplitPosition"]) == ("2", "6")
    assert (values["HorizontalSplitMode"], values["HorizontalSplitPosition"]) == ("2", "2")


def test_tables_have_names() -> None:
    """Each grid with rows is a named range with filter buttons."""
    ranges = {
        item.get(f"{TABLE}name"): item.get(f"{TABLE}target-range-address")
        for item in _content().iter(f"{TABLE}database-range")
    }

    assert set(ranges) == {"inhoud", "toelichting", "tabel_metingen", "tabel_wie_werd_gehoord", "tabel_kolommen"}
    assert ranges["tabel_wie_werd_gehoord"] == "'Wie werd gehoord'.A3:'Wie werd gehoord'.B5"
    assert ranges["tabel_metingen"] == "'Metingen'.A6:'Metingen'.N8"


def test_only_links_between_sheets() -> None:
    """Every link leads to a sheet of the same workbook."""
    names = [sheet.name for sheet in plan_workbook(TABLES, about=ABOUT)]
    links = {link.get(f"{XLINK}href") for link in _content().iter(f"{TEXT}a")}

    assert links <= {f"#'{name}'.A1" for name in names}


@pytest.mark.parametrize("payload", PAYLOADS)
def test_text_is_only_text(payload: str) -> None:
    """Whatever a text looks like, it is a text: no formula, no link, no number, no markup."""
    content = _content(_text_table(payload))

    assert _rows(content, "T")[-1] == [visible(payload)]
    assert not [cell for cell in content.iter() if cell.get(f"{TABLE}formula")]
    assert not [link for link in content.iter(f"{TEXT}a") if "boos" in link.get(f"{XLINK}href", "")]


def test_document_properties() -> None:
    """Title, publisher, language and one date; no name of a program."""
    meta = _parts()["meta.xml"].decode()

    assert "<dc:title>Luisteren &amp; bijsturen</dc:title>" in meta
    assert "<dc:language>nl-BE</dc:language>" in meta
    assert meta.count("2026-11-23T00:00:00Z") == 2
    assert "generator" not in meta


def test_every_style_is_defined() -> None:
    """No cell, row or column names a style that is not there."""
    parts = _parts()
    style = f"{{{OASIS}style:1.0}}"
    documents = [etree.fromstring(parts[name]) for name in ("content.xml", "styles.xml")]
    defined = {item.get(f"{style}name") for document in documents for item in document.iter()}
    used = {item.get(f"{TABLE}style-name") for item in documents[0].iter()} - {None}

    assert used <= defined


def test_the_look_is_that_of_the_template() -> None:
    """Styles, and pictures in them, are taken over as a designer saved them, each part in the manifest."""
    picture = {"Pictures/merk.png": b"png"}
    styles = unpacked(TEMPLATE)["styles.xml"].replace(b"Calibri", b"Arial")
    template = archive_bytes(unpacked(TEMPLATE) | {"styles.xml": styles} | picture, epoch=EPOCH)
    found = unpacked(workbook(template=template))

    assert styles == found["styles.xml"]
    assert b"png" == found["Pictures/merk.png"]
    assert b'manifest:full-path="Pictures/merk.png"' in found["META-INF/manifest.xml"]


def test_nothing_of_the_maker_is_taken_over() -> None:
    """Names, printers, pictures of the first page and the cells of the specimen stay in the template."""
    traces = {"settings.xml": b"<printer/>", "Thumbnails/thumbnail.png": b"x", "meta.xml": b"Jan Peeters"}
    template = archive_bytes(unpacked(TEMPLATE) | traces, epoch=EPOCH)

    assert workbook() == workbook(template=template)
    assert b"sjabloon" in unpacked(TEMPLATE)["content.xml"]
    assert b"sjabloon" not in b"".join(_parts().values())


def test_the_template_is_whole() -> None:
    """It shows every cell style on a specimen, has colours of the house, and names nobody."""
    parts = unpacked(TEMPLATE)
    palette = {colour for colour in vars(theme.LIGHT).values() if isinstance(colour, str)}
    shown = {
        item.get(f"{TABLE}style-name")
        for item in etree.fromstring(parts["content.xml"]).iter(f"{TABLE}table-cell")
    }  # fmt: skip

    assert shown == set(CELL_STYLES)
    assert set(re.findall("#[0-9a-f]{6}", parts["styles.xml"].decode())) <= palette
    assert not re.search(b"creator|generator|Printer", b"".join(parts.values()))


@pytest.mark.parametrize(
    ("old", "new", "lack"),
    [
        (b'style:name="Afwezig"', b'style:name="Weg"', "de celstijl “Afwezig”"),
        (b'style:master-page style:name="Liggend"', b'style:master-page style:name="x"', "de paginastijl “Liggend”"),
        (b"</office:document-styles>", b"", "de vorm van een rekenblad"),
    ],
)
def test_what_the_template_lacks_is_told(old: bytes, new: bytes, lack: str) -> None:
    """A style that a designer removed or renamed is an error that names it, and no workbook is made."""
    template = _changed(lambda _, data: data.replace(old, new))
    data, found = ods_bytes(TABLES, template=template, about=ABOUT, epoch=EPOCH)

    assert b"" == data
    assert [f"sjabloon data/werkboek.ods mist {lack}"] == [message(item) for item in found]


@pytest.mark.parametrize("template", [b"", b"geen zip", archive_bytes({"a": b""}, epoch=EPOCH)])
def test_a_file_that_is_no_workbook_is_told(template: bytes) -> None:
    """A template that is not there, or that is something else, is told like any other lack."""
    data, found = ods_bytes(TABLES, template=template, about=ABOUT, epoch=EPOCH)

    assert (b"", ["T002"]) == (data, [item.code for item in found])


@given(ANY_TABLE)
@settings(max_examples=60)
def test_round_trip(table: Table) -> None:
    """Any table comes back from the workbook: text for text with all its white space, number for number."""
    planned = plan_workbook((table,), about=ABOUT)[3]
    assert planned.grid
    rows = _rows(_content(table), planned.name)[len(planned.lines) + 1 :]

    assert rows == [_planned(row) for row in planned.grid.rows]


def test_same_bytes_in_another_process() -> None:
    """Clock, time zone, locale and hash seed of the machine leave no trace."""
    program = (
        "import hashlib; from tests.test_data_formats_ods import workbook; "
        "print(hashlib.sha256(workbook()).hexdigest())"
    )
    expected = hashlib.sha256(workbook()).hexdigest()

    for seed, zone in (("1", "Pacific/Auckland"), ("2", "America/New_York")):
        environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"}
        result = subprocess.run(
            [sys.executable, "-c", program], cwd=ROOT, env=environment, capture_output=True, check=True, text=True
        )

        assert result.stdout.strip() == expected
