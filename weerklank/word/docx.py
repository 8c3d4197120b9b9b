"""A Word document as a file.

In: a `WordDocument`. Out: the bytes of a .docx file, the same on every run. With `body` and `runs` the only code that
knows python-docx, which keeps the parts of the package and their relations in order. This module writes no file.
"""

import io

import docx

from weerklank.data.archive import archive_bytes, unpacked
from weerklank.word.body import body_pieces
from weerklank.word.parts import empty_package
from weerklank.word.sections import in_sections
from weerklank.word.tree import WordDocument


def docx_bytes(document: WordDocument, *, epoch: int) -> bytes:
    """Return the document, dated `epoch` (seconds since 1970, UTC).

    Raises ValueError for a figure without alternative text.
    """
    opened = docx.Document(io.BytesIO(empty_package(document, epoch=epoch)))
    pieces = body_pieces(document.blocks, part=opened.part, address=document.address)
    opened.element.body.extend(in_sections(pieces))
    target = io.BytesIO()
    opened.save(target)
    return archive_bytes(unpacked(target.getvalue()), epoch=epoch)
