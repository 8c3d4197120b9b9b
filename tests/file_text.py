"""Everything that a published file says, whatever its format, and the hashes of a folder.

In: files. Out: text that holds every word of them, seen or not; SHA-256 per path.
"""

import hashlib
import io
import re
import zipfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pikepdf
import pypdfium2

_SAID = ("/Alt", "/E", "/T", "/ActualText", "/Contents", "/Title", "/Desc", "/UF")
"""Texts of a PDF that no page shows: of tags, links, bookmarks and attached files."""


def everything_in(path: Path) -> str:
    """All text of a file: pages and data as they are, the parts of office files, and of a PDF its words and data."""
    return text_of(path.read_bytes())


def text_of(data: bytes) -> str:
    """The same of the bytes of a file, and of each file within it."""
    if data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            return "\n".join(f"{name}\n{text_of(parts.read(name))}" for name in parts.namelist())
    if data[:4] == b"%PDF":
        return "\n".join(_in_pdf(data))
    text = data.decode("utf-8", "replace")
    # A word may be written in pieces, each with its own look, and a mark in it as a number.
    return f"{text}\n{unescape(re.sub('<[^>]*>', '', text))}" if text.lstrip()[:1] == "<" else text


def _in_pdf(data: bytes) -> Iterator[str]:
    for page in pypdfium2.PdfDocument(data):
        words = page.get_textpage().get_text_range()
        yield words
        yield re.sub(r"\s+", " ", re.sub("[\ufffe\u0002]\\s*", "", words))
    with pikepdf.open(io.BytesIO(data)) as document:
        yield from (text_of(spec.get_file().read_bytes()) for spec in document.attachments.values())
        for item in document.objects:
            if isinstance(item, pikepdf.Dictionary):
                yield from (str(item[key]) for key in _SAID if isinstance(item.get(key), pikepdf.String))
        yield str(document.docinfo)
        yield str(document.open_metadata())


def hashes(folder: Path) -> dict[str, str]:
    """The SHA-256 of every file below a folder, by its path in it."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
