"""Everything that a published file says, whatever its format, and the hashes of a folder.

In: files. Out: text that holds every word of them, seen or not; SHA-256 per path.
"""

import hashlib
import io
import zipfile
from pathlib import Path

import pikepdf
import pypdfium2


def everything_in(path: Path) -> str:
    """All text of a file: pages and data as they are, the parts of office files, and of a PDF its words and data."""
    data = path.read_bytes()
    if path.suffix in (".xlsx", ".ods", ".docx", ".zip"):
        return _in_archive(data)
    if path.suffix == ".pdf":
        words = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data)]
        with pikepdf.open(io.BytesIO(data)) as document:
            attached = [spec.get_file().read_bytes() for spec in document.attachments.values()]
            inside = [_in_archive(item) if item[:2] == b"PK" else item.decode("utf-8", "replace") for item in attached]
            spoken = [str(node.get(key)) for node in document.objects if _is_node(node) for key in ("/Alt", "/E", "/T")]
            info = [str(document.docinfo), str(document.open_metadata())]
        return "\n".join([*words, *inside, *spoken, *info])
    return data.decode("utf-8", "replace")


def _in_archive(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return "\n".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())


def _is_node(item: object) -> bool:
    return isinstance(item, pikepdf.Dictionary) and "/S" in item


def hashes(folder: Path) -> dict[str, str]:
    """The SHA-256 of every file below a folder, by its path in it."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
