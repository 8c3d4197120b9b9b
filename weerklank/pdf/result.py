"""What goes into a PDF besides its pages, and what comes out.

In: nothing. Out: the two types at the border of this package. No library for PDF is needed to import them.
"""

from dataclasses import dataclass
from typing import Literal

from weerklank.findings import Finding

Relationship = Literal["Source", "Data", "Alternative", "Supplement", "Unspecified"]


@dataclass(frozen=True)
class AttachedFile:
    """A file that travels inside the PDF (PDF/A-3, ISO 19005-3, 6.8).

    `name` is a bare file name, unique within the PDF; `mime` its media type; `description` a Dutch phrase that viewers
    show; `relationship` is what the file is to the document (ISO 32000-2, table 43).
    """

    name: str
    data: bytes
    mime: str
    description: str
    relationship: Relationship = "Data"


@dataclass(frozen=True)
class PdfResult:
    """A finished PDF with what was found while making it. `pdf` is empty and `pages` 0 when nothing could be made.

    `spoken`: the words that reading software gets from the tags, in order, with the roles said; see `spoken`.
    `unprintable`: the characters that no font has, sorted.
    With an error among the findings the bytes may be looked at but not published.
    """

    pdf: bytes
    findings: tuple[Finding, ...]
    pages: int
    spoken: str = ""
    unprintable: tuple[str, ...] = ()
