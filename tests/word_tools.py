"""Word documents made for a test, and read back without the program: parts, paragraphs and runs."""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Mapping
from functools import cache

import docx
from docx.document import Document
from lxml import etree

from tests.exports_samples import EPOCH
from tests.printed_reading import folded
from weerklank.charts.lettering import Lettering
from weerklank.charts.scene import Face, Style
from weerklank.project import ROOT
from weerklank.states import Shape
from weerklank.theme import CHART_FONTS, FOR_PAPER
from weerklank.word.docx import docx_bytes

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


ASSETS = ROOT / "templates" / "assets"


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


SIGNS = {shape.value: png(21, 18 + number) for number, shape in enumerate(Shape)}
"""A drawing for each shape, each of another height."""

PICTURES = {"charts/a.svg": png(400, 100), "charts/b.svg": png(40, 10)}


def made(html: str, *, pictures: Mapping[str, bytes] = PICTURES) -> bytes:
    """A document of this HTML, in which nothing may be found."""
    data, found = docx_bytes(html, template=template(), pictures=pictures, signs=SIGNS, epoch=EPOCH)
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


_SIZES = {"Tabeltekst": 9.5, "Tabelkop": 9.5, "TabeltekstKlein": 8.0, "TabelkopKlein": 8.0}
_SIGN = "\u00a0" * 5  # as wide as the shape of a state
_EDGE = 140  # twentieths of a point that a cell keeps free beside its words


def broken_words(data: bytes) -> list[str]:
    """The words in tables that are wider than their column, set in the letters of our PDF, which are about as wide."""
    lettering = Lettering({Face(face): (ASSETS / FOR_PAPER / name).read_bytes() for face, name in CHART_FONTS.items()})
    found = []
    for cell in body_of(data).iter(f"{W}tc"):
        room = (int(cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w")) - _EDGE) / 20
        for line in cell.iterchildren(f"{W}p"):
            style = Style(Face.BOLD, _SIZES.get(str(value(line, "pPr/pStyle")), 9.5))
            shown = {f"{W}drawing": _SIGN, f"{W}softHyphen": "-\xad"}
            pieces = (shown.get(item.tag, item.text) for item in line.iter(f"{W}t", *shown))
            words = re.split(r"[ \n/]+|-(?!\xad)|\xad", "".join(filter(None, pieces)))
            found += [word for word in words if lettering.width(word, style) > room]
    return found


def value(element: etree._Element, path: str) -> str | None:
    """The `w:val` of what stands at a path such as "pPr/jc", or None."""
    found = element.find("/".join(f"{W}{step}" for step in path.split("/")))
    return None if found is None else str(found.get(f"{W}val"))
