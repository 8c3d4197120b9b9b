"""Word documents made for a test, and read back without the program: parts, paragraphs and runs."""

import io
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
from weerklank.project import ROOT
from weerklank.word.docx import docx_bytes

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


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
