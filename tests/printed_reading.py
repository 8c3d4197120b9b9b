"""The tables and facts that a reader gets, read back from the files that were made.

In: the bytes of a page, a PDF, a Word document, a workbook or a data file. Out: `Printed` tables and `Pair` facts as
plain text, white space folded and soft hyphens taken out. Nothing here knows how the files were made: the program is
not imported, so that what is read can be held against what the records say.
"""

import csv
import io
import json
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

import lxml.etree
import lxml.html
import openpyxl
import pikepdf

from tests.pdf_tools import element_words, elements, painted

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_APART = frozenset(
    {"p", "div", "li", "ul", "ol", "br", "td", "th", "tr", "dt", "dd", "h1", "h2", "h3", "h4", "section", "blockquote"}
)


@dataclass(frozen=True)
class Printed:
    """A table in a file. `heads` is empty when it has no row of heads.

    Of a page: `labels` are what a cell is called on a phone, `shapes` the classes that draw its states.

    The sums in the foot of a table are none of its rows.
    """

    where: str
    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    labels: tuple[tuple[str, ...], ...] = ()
    shapes: tuple[tuple[str, ...], ...] = ()

    def __str__(self) -> str:
        return f"{self.where}: “{self.caption}” ({' | '.join(self.heads)})"


@dataclass(frozen=True)
class Pair:
    """A term with its value, and the headings above it from the first level down."""

    headings: tuple[str, ...]
    term: str
    value: str


def folded(text: str) -> str:
    """Text as it is compared: soft hyphens and marks of direction gone, every run of white space one space."""
    return " ".join(unicodedata.normalize("NFC", re.sub("[\u00ad\u200b]", "", text)).split())


# --- HTML ------------------------------------------------------------------------------------------------------------


def page(data: bytes) -> lxml.html.HtmlElement:
    """The tree of a page."""
    return lxml.html.document_fromstring(data.decode("utf-8"))


def words(node: lxml.html.HtmlElement) -> str:
    """What an element says; words of two blocks never run together."""
    return folded("".join(_pieces(node)))


def _pieces(node: lxml.html.HtmlElement) -> Iterator[str]:
    if not isinstance(node.tag, str) or node.tag in ("script", "style", "template"):
        return
    apart = " " if node.tag in _APART else ""
    yield apart + (node.text or "")
    for child in node:
        yield from _pieces(child)
        yield child.tail or ""
    yield apart


def html_tables(where: str, tree: lxml.html.HtmlElement) -> list[Printed]:
    """Every table of a page."""
    return [_html_table(where, table) for table in tree.iter("table")]


def _html_table(where: str, table: lxml.html.HtmlElement) -> Printed:
    caption = table.find("caption")
    body = table.findall("tbody/tr")
    cells = [[cell for cell in row if cell.tag in ("td", "th")] for row in body]
    return Printed(
        where,
        words(caption) if caption is not None else "",
        tuple(words(head) for head in table.findall("thead/tr/th")),
        tuple(tuple(words(cell) for cell in row) for row in cells),
        tuple(tuple(folded(cell.get("data-label", "")) for cell in row) for row in cells),
        tuple(tuple(_shapes(cell) for cell in row) for row in cells),
    )


def _shapes(cell: lxml.html.HtmlElement) -> str:
    """The classes that draw what is in a cell."""
    return " ".join(name for node in cell.iter() for name in (node.get("class") or "").split() if name[:3] == "is-")


def html_pairs(tree: lxml.html.HtmlElement, *, drawn: bool = False) -> list[Pair]:
    """Every term with its value: of definition lists, and of tables with two columns and a row head.

    `drawn`: of tables without row heads, too, as authors draw them.
    Headings count from the one that opens the section around the terms.
    """
    found: list[Pair] = []
    trail: dict[int, str] = {}
    for node in tree.iter():
        if not isinstance(node.tag, str):
            continue
        if re.fullmatch("h[1-6]", node.tag):
            level = int(node.tag[1])
            trail = {above: text for above, text in trail.items() if above < level} | {level: words(node)}
        elif node.tag == "dt" and (value := _value_of(node)) is not None:
            found.append(Pair(tuple(trail.values()), words(node), words(value)))
        elif node.tag == "tr" and len(list(node.iterancestors("table"))) == 1:
            cells = [cell for cell in node if cell.tag in ("td", "th")]
            heads = ("row", None) if drawn else ("row",)
            if len(cells) == 2 and cells[0].get("scope") in heads:
                found.append(Pair(tuple(trail.values()), words(cells[0]), words(cells[1])))
    return found


def _value_of(term: lxml.html.HtmlElement) -> lxml.html.HtmlElement | None:
    value = term.getnext()
    return value if value is not None and value.tag == "dd" else None


# --- PDF -------------------------------------------------------------------------------------------------------------


def pdf_tables(where: str, data: bytes) -> list[Printed]:
    """Every tagged table of a PDF, read back glyph by glyph."""
    with pikepdf.open(io.BytesIO(data)) as document:
        pages = painted(document)
        found = []
        for table in elements(document.Root.StructTreeRoot.K):
            if str(table.S) != "/Table":
                continue
            parts = list(elements(table.K))
            rows = [
                [(str(cell.S), folded(element_words(cell, pages))) for cell in elements(row.K) if _is_cell(cell)]
                for row in parts
                if str(row.S) == "/TR"
            ]
            heads = [row for row in rows[:1] if all(role == "/TH" for role, _ in row)]
            captions = [folded(element_words(part, pages)) for part in parts if str(part.S) == "/Caption"]
            found.append(
                Printed(
                    where,
                    " ".join(captions),
                    tuple(text for row in heads for _, text in row),
                    tuple(tuple(text for _, text in row) for row in rows[len(heads) :]),
                )
            )
        return found


def pdf_words(data: bytes) -> str:
    """All that a PDF says, in reading order."""
    with pikepdf.open(io.BytesIO(data)) as document:
        return folded(element_words(document.Root.StructTreeRoot, painted(document)))


def _is_cell(node: pikepdf.Dictionary) -> bool:
    return str(node.S) in ("/TH", "/TD")


# --- Word ------------------------------------------------------------------------------------------------------------


def word_body(data: bytes) -> lxml.etree._Element:
    """The body of a Word document."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return lxml.etree.fromstring(archive.read("word/document.xml"))[0]


def word_text(node: lxml.etree._Element) -> str:
    """What an element says; paragraphs and breaks are apart."""
    pieces = []
    for part in node.iter(f"{W}t", f"{W}p", f"{W}br", f"{W}tab", f"{W}noBreakHyphen"):
        match part.tag.removeprefix(W):
            case "t":
                pieces.append(part.text or "")
            case "noBreakHyphen":
                pieces.append("\N{NON-BREAKING HYPHEN}")
            case _:
                pieces.append(" ")
    return folded("".join(pieces))


def word_tables(where: str, data: bytes) -> list[Printed]:
    """Every table of a Word document; its caption is the paragraph before it in the style for captions."""
    found = []
    caption = ""
    for node in word_body(data):
        if node.tag == f"{W}p":
            style = node.find(f"{W}pPr/{W}pStyle")
            caption = word_text(node) if style is not None and style.get(f"{W}val") == "Caption" else ""
        elif node.tag == f"{W}tbl":
            rows = node.findall(f"{W}tr")
            texts = [tuple(word_text(cell) for cell in row.findall(f"{W}tc")) for row in rows]
            headed = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
            heads = texts[0] if headed[:1] == [True] else ()
            found.append(Printed(where, caption, heads, tuple(texts[1:] if heads else texts)))
    return found


def word_pairs(data: bytes) -> list[Pair]:
    """Every term with its value: of tables with two columns, with the headings above them."""
    found: list[Pair] = []
    trail: dict[int, str] = {}
    for node in word_body(data):
        if node.tag == f"{W}p":
            style = node.find(f"{W}pPr/{W}pStyle")
            level = re.fullmatch(r"Heading([1-9])", style.get(f"{W}val") or "") if style is not None else None
            if level:
                own = int(level[1])
                trail = {above: text for above, text in trail.items() if above < own} | {own: word_text(node)}
        elif node.tag == f"{W}tbl":
            body = [row for row in node.findall(f"{W}tr") if row.find(f"{W}trPr/{W}tblHeader") is None]
            rows = [[word_text(cell) for cell in row.findall(f"{W}tc")] for row in body]
            found += [Pair(tuple(trail.values()), *row) for row in rows if len(row) == 2]
    return found


@dataclass(frozen=True)
class Item:
    """An item of a list: how deep (from 0), its number in an ordered list or 0, and its first words."""

    depth: int
    number: int
    text: str


_FIRST_WORDS = 40  # letters


def _is_note(item: lxml.html.HtmlElement) -> bool:
    """Whether an item is a footnote: at the foot of the text here, at that of the page in Word."""
    return any(above.get("class") == "footnote" for above in item.iterancestors())


def html_lists(tree: lxml.html.HtmlElement) -> list[Item]:
    """Every item of every list in the parts of an annex, but footnotes and what its page adds: files."""
    found = []
    added = "contains(@class, 'files') or @id = 'gegevens'"
    parts = tree.xpath(f"//section[starts-with(@class, 'part') and not({added})]")
    for item in (item for part in parts for item in part.iter("li") if not _is_note(item)):
        lists = [above.tag for above in item.iterancestors() if above.tag in ("ul", "ol")]
        start = int(item.getparent().get("start", "1"))
        before = sum(1 for other in item.itersiblings(preceding=True) if other.tag == "li")
        number = start + before if lists[0] == "ol" else 0
        found.append(Item(len(lists) - 1, number, words(item)[:_FIRST_WORDS]))
    return found


def word_lists(data: bytes) -> list[Item]:
    """Every item of every list of a Word document."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        numbering = lxml.etree.fromstring(archive.read("word/numbering.xml"))
    lists = {str(item.get(f"{W}numId")): item for item in numbering.findall(f"{W}num")}
    kinds = {str(item.get(f"{W}abstractNumId")): item for item in numbering.findall(f"{W}abstractNum")}
    counts: dict[tuple[str, int], int] = {}
    found = []
    for paragraph in word_body(data).iter(f"{W}p"):
        place = paragraph.find(f"{W}pPr/{W}numPr")
        if place is None:
            continue
        name, depth = (str(place.find(f"{W}{part}").get(f"{W}val")) for part in ("numId", "ilvl"))
        level = int(depth)
        kind = kinds[str(lists[name].find(f"{W}abstractNumId").get(f"{W}val"))].find(f"{W}lvl[@{W}ilvl='{level}']")
        override = lists[name].find(f"{W}lvlOverride[@{W}ilvl='{level}']/{W}startOverride")
        start = override if override is not None else kind.find(f"{W}start")
        counts = {key: count for key, count in counts.items() if key[0] != name or key[1] <= level}
        counts[name, level] = counts.get((name, level), int(start.get(f"{W}val")) - 1) + 1
        ordered = kind.find(f"{W}numFmt").get(f"{W}val") != "bullet"
        found.append(Item(level, counts[name, level] if ordered else 0, word_text(paragraph)[:_FIRST_WORDS]))
    return found


# --- workbooks and data files ----------------------------------------------------------------------------------------

Value = str | Decimal | None


@dataclass(frozen=True)
class Rows:
    """Data as machines read it: `heads` as they stand there, values as text, exact number or nothing."""

    where: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def csv_rows(where: str, data: bytes) -> Rows:
    """A CSV file; its values are text."""
    heads, *rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    return Rows(where, tuple(heads), tuple(tuple(value or None for value in row) for row in rows))


def json_document(data: bytes) -> dict[str, object]:
    """A JSON file with its numbers exact."""
    found = json.loads(data, parse_float=Decimal, parse_int=Decimal)
    assert isinstance(found, dict)
    return found


def xlsx_sheets(where: str, data: bytes) -> dict[str, Rows]:
    """Each sheet with a table in it, by the name of the sheet."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    found = {}
    for sheet in book.worksheets:
        for place in [place for _, place in sheet.tables.items()]:
            heads, *rows = sheet[place]
            found[sheet.title] = Rows(
                f"{where} {sheet.title}",
                tuple(str(cell.value) for cell in heads),
                tuple(tuple(_plain(cell.value) for cell in row) for row in rows),
            )
    return found


def _plain(value: object) -> Value:
    if value is None or isinstance(value, str):
        return value or None
    return Decimal(str(value))


def ods_sheets(where: str, data: bytes) -> dict[str, Rows]:
    """Each sheet with rows of heads, by the name of the sheet."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        tree = lxml.etree.fromstring(archive.read("content.xml"))
    found = {}
    for table in tree.iter(f"{_TABLE}table"):
        heads = table.find(f"{_TABLE}table-header-rows")
        if heads is None:
            continue
        name = str(table.get(f"{_TABLE}name"))
        body = list(heads.itersiblings(f"{_TABLE}table-row"))
        found[name] = Rows(
            f"{where} {name}",
            tuple(str(value) for value in _ods_row(heads[0])),
            tuple(_ods_row(row) for row in body),
        )
    return found


def _ods_row(row: lxml.etree._Element) -> tuple[Value, ...]:
    return tuple(_ods_value(cell) for cell in row.iter(f"{_TABLE}table-cell"))


def _ods_value(cell: lxml.etree._Element) -> Value:
    if cell.get(f"{_OFFICE}value-type") == "float":
        return Decimal(str(cell.get(f"{_OFFICE}value")))
    return "\n".join(_ods_text(line) for line in cell.iter(f"{_TEXT}p")) or None


def _ods_text(line: lxml.etree._Element) -> str:
    pieces = [line.text or ""]
    for child in line.iter():
        if child is line:
            continue
        match child.tag:
            case tag if tag == f"{_TEXT}s":
                pieces.append(" " * int(child.get(f"{_TEXT}c", "1")))
            case tag if tag == f"{_TEXT}tab":
                pieces.append("\t")
            case _:
                pieces.append(child.text or "")
        pieces.append(child.tail or "")
    return "".join(pieces)
