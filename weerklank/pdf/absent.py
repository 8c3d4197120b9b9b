"""What stands in where the libraries behind the PDF cannot be loaded.

In: the error of the loader. Out: a function with the signature of the real one that returns one clear finding.
Nothing here touches the libraries, so the rest of the program goes on: the site is built without the PDF.
"""

import re
from collections.abc import Mapping
from typing import Protocol

from weerklank.findings import Finding, finding
from weerklank.pdf.norms import UA1, Norm
from weerklank.pdf.result import AttachedFile, PdfResult


class MakePdf(Protocol):
    """The signature that both sides share."""

    def __call__(
        self,
        html: str,
        *,
        resources: Mapping[str, bytes],
        attachments: tuple[AttachedFile, ...],
        epoch: int,
        norm: Norm = UA1,
    ) -> PdfResult:
        """See `weerklank.pdf.make_pdf`."""


def missing_library(problem: OSError) -> Finding:
    """Name the library that the loader did not find, with the command that installs it on each system."""
    quoted = re.search(r"'([^']+)'", str(problem))
    return finding("P001", bibliotheek=quoted[1] if quoted else str(problem))


def without_libraries(reason: Finding) -> MakePdf:
    """Return a `make_pdf` that makes nothing and says why."""
    return lambda *_document, **_asked: PdfResult(b"", (reason,), 0)
