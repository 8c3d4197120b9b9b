"""Word documents made for a test, and read back without the program: parts, paragraphs and blocks in order.

`html_blocks` and `word_blocks` say the same of the HTML of an annex and of its Word document, each by a reader that the
program does not use: what a reader meets, block by block.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from functools import cache

import docx
import html5lib
from docx.document import Document
from lxml import etree

from tests.exports_samples import EPOCH
from tests.printed_reading import folded
from weerklank.project import ROOT
from weerklank.word.docx import docx_bytes

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"

Block = tuple[str, str]
"""What kind of block it is, and its words."""


@cache
def template() -> bytes:
    """The template of this project."""
    return (ROOT / "templates/annex/bijlage.docx").read_bytes()


def png(width: int, height: int) -> bytes:
    """A white picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = zlib.compress((b"\x00" + b"\xff" * width) * height)
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


PICTURES = {"charts/a.svg": png(400, 100), "charts/b.svg": png(40, 10)}


def made(html: str, *, pictures: Mapping[str, bytes] = PICTURES) -> bytes:
    """A document of this HTML, in which nothing may be found."""
    data, found = docx_bytes(html, template=template(), pictures=pictures, epoch=EPOCH)
    assert () == found
    return data


def opened(html: str) -> Document:
    """The document as python-docx reads it."""
    return docx.Document(io.BytesIO(made(html)))


def parts(data: bytes) -> dict[str, bytes]:
    """The parts of a document by their names."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def body(html: str) -> etree._Element:
    """The body of the document that is made of this HTML."""
    return body_of(made(html))


def body_of(data: bytes) -> etree._Element:
    """The body of a document."""
    return etree.fromstring(parts(data)["word/document.xml"])[0]


def paragraph(tree: etree._Element, text: str) -> etree._Element:
    """The first paragraph outside the contents with this text."""
    found = [item for item in tree.iter(f"{W}p") if text == folded("".join(item.itertext(f"{W}t")))]
    return next(item for item in found if not any(parent.tag == f"{W}sdt" for parent in item.iterancestors()))


def run(tree: etree._Element, text: str) -> etree._Element:
    """The first run with this text."""
    return next(item for item in tree.iter(f"{W}r") if text == "".join(item.itertext(f"{W}t")))


def value(element: etree._Element, path: str) -> str | None:
    """The `w:val` of what stands at a path such as "pPr/jc", or None."""
    found = element.find("/".join(f"{W}{step}" for step in path.split("/")))
    return None if found is None else str(found.get(f"{W}val"))


# --- what a reader meets, in the HTML --------------------------------------------------------------------------------

_ENDS_A_LINE = {
    "p", "pre", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "dt", "dd", "caption", "figcaption", "nav",
    "blockquote", "div", "section", "ul", "ol", "table", "figure", "img", "dl", "main", "header", "body",
}  # fmt: skip
_KINDS = {"li": "punt", "td": "cel", "th": "cel", "dt": "cel", "dd": "cel", "caption": "bijschrift"}


def html_blocks(html: str) -> list[Block]:
    """The blocks of a page in order; what stands in the header of each page is left out, and so are footnotes."""
    tree = html5lib.parse(html, treebuilder="lxml", namespaceHTMLElements=False)
    return [(kind, words) for kind, text in _blocks(tree.getroot().find("body"), "alinea") if (words := folded(text))]


def html_notes(html: str) -> list[str]:
    """The footnotes of a page in order."""
    tree = html5lib.parse(html, treebuilder="lxml", namespaceHTMLElements=False)
    notes = tree.xpath("//*[contains(concat(' ', @class, ' '), ' footnote ')]//li")
    return [" ".join(folded(text) for _, text in _blocks(note, "noot") if folded(text)) for note in notes]


def _blocks(element: etree._Element, kind: str) -> Iterator[Block]:
    """The blocks in an element; `kind`: what text that stands in it without an element of its own is."""
    loose = element.text or ""
    for child in element:
        if not isinstance(child.tag, str):
            loose += child.tail or ""
            continue
        if not _ends_a_line(child):
            loose += _phrase(child) + (child.tail or "")
            continue
        yield kind, loose
        kind = "alinea" if kind == "punt" and folded(loose) else kind
        loose = child.tail or ""
        for own, text in _block(child, kind):
            yield own, text
            kind = "alinea" if own == kind == "punt" and folded(text) else kind
    yield kind, loose


def _ends_a_line(element: etree._Element) -> bool:
    return any(inner.tag in _ENDS_A_LINE for inner in element.iter())


def _block(element: etree._Element, kind: str) -> Iterator[Block]:
    classes = (element.get("class") or "").split()
    if {"org", "draft", "footnote", "hidden"} & set(classes):
        return
    if element.tag == "img":
        yield "beeld", element.get("alt", "")
    elif element.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
        yield f"kop {element.tag[1]}", _inner(element)
    elif element.tag == "nav":
        for entry in element.xpath(".//h2 | .//a"):
            yield "inhoud", _inner(entry)
    elif element.tag == "figcaption":
        yield from _blocks(element, "figuurbijschrift")
    else:
        yield from _blocks(element, _KINDS.get(element.tag, kind))


def _phrase(element: etree._Element) -> str:
    classes = (element.get("class") or "").split()
    if element.tag == "br":
        return " "
    if element.get("role") in ("doc-backlink", "doc-noteref") or element.get("aria-hidden") == "true":
        return ""
    if "page" in classes:
        return "[blz.]"
    return _inner(element) + (" " if "cell" in classes else "")


def _inner(element: etree._Element) -> str:
    pieces = [element.text or ""]
    for child in element:
        pieces += [_phrase(child) if isinstance(child.tag, str) else "", child.tail or ""]
    return "".join(pieces)


# --- what a reader meets, in the Word document -----------------------------------------------------------------------


def word_blocks(data: bytes) -> list[Block]:
    """The blocks of a Word document in order."""
    found = parts(data)
    names = _style_names(found["word/styles.xml"])
    document = etree.fromstring(found["word/document.xml"])
    return [block for item in document.iter(f"{W}p") for block in _word_block(item, names) if block[1]]


def word_notes(data: bytes) -> list[str]:
    """The footnotes of a Word document in order."""
    notes = etree.fromstring(parts(data)["word/footnotes.xml"]).findall(f"{W}footnote")
    return [folded(" ".join(map(_said, note.iter(f"{W}p")))) for note in notes if note.get(f"{W}type") is None]


def _style_names(styles: bytes) -> dict[str | None, str]:
    return {style.get(f"{W}styleId"): str(value(style, "name")) for style in etree.fromstring(styles).iter(f"{W}style")}


def _word_block(item: etree._Element, names: Mapping[str | None, str]) -> Iterator[Block]:
    drawn = item.find(f".//{DRAWING}docPr")
    if drawn is not None:
        yield "beeld", folded(drawn.get("descr"))
        return
    style = names.get(value(item, "pPr/pStyle"), "Normal")
    kind = "alinea"
    if any(parent.tag == f"{W}sdt" for parent in item.iterancestors()):
        kind = "inhoud"
    elif style == "Title" or style.startswith("heading "):
        kind = "kop 1" if style == "Title" else f"kop {int(style[-1]) + 1}"
    elif style in ("caption", "Figuurbijschrift"):
        kind = {"caption": "bijschrift"}.get(style, style.casefold())
    elif item.find(f"{W}pPr/{W}numPr") is not None:
        kind = "punt"
    elif any(parent.tag == f"{W}tc" for parent in item.iterancestors()) and item.find(f"{W}pPr/{W}ind") is None:
        kind = "cel"
    yield kind, folded(_said(item))


def _said(item: etree._Element) -> str:
    gaps = {f"{W}br", f"{W}tab"}
    return "".join(" " if part.tag in gaps else part.text or "" for part in item.iter(f"{W}t", *gaps))
