"""The two pairs of standards that a PDF of ours can keep, and what each asks of the file.

In: nothing. Out: `UA1` (PDF/UA-1 with PDF/A-3a, the default) and `UA2` (PDF/UA-2 with PDF/A-4f and the accessibility
level of WTPDF 1.0). Every program reads the first; the second can lead a link to a place in the reading order.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Norm:
    """One pair. `variant`: what WeasyPrint is asked for; `flavours`: the names of its profiles in veraPDF.

    `identifiers`: the elements of the metadata packet that claim the standards. `pdf_2`: the file is PDF 2.0 (ISO
    32000-2), so that links lead to structure elements and entries of a table of contents name what they refer to.
    `describes_ua`: PDF/A-3 wants the identifier of PDF/UA described within the packet (ISO 19005-3, 6.6.2.3).
    """

    name: str
    variant: str
    flavours: tuple[str, ...]
    identifiers: tuple[str, ...]
    pdf_2: bool
    describes_ua: bool


FOR_FILES = "<pdfaid:conformance>F</pdfaid:conformance>"
"""What PDF/A-4 claims of a file with attached files (ISO 19005-4, annex A)."""

UA1 = Norm(
    "ua1",
    "pdf/a-3a",  # PDF 1.7, an identifier made of the content
    ("ua1", "3a"),
    ("<pdfaid:part>3</pdfaid:part>", "<pdfaid:conformance>A</pdfaid:conformance>", "<pdfuaid:part>1</pdfuaid:part>"),
    pdf_2=False,
    describes_ua=True,
)
_WTPDF = """<pdfd:declarations xmlns:pdfd="http://pdfa.org/declarations/"><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfd:conformsTo>http://pdfa.org/declarations/wtpdf#accessibility1.0</pdfd:conformsTo>
</rdf:li></rdf:Bag></pdfd:declarations>"""
UA2 = Norm(
    "ua2",
    "pdf/a-4f",
    ("ua2", "4f", "wt1a"),
    (
        "<pdfaid:part>4</pdfaid:part>",
        "<pdfaid:rev>2020</pdfaid:rev>",
        FOR_FILES,
        _WTPDF,
        "<pdfuaid:part>2</pdfuaid:part>",
        "<pdfuaid:rev>2024</pdfuaid:rev>",
    ),
    pdf_2=True,
    describes_ua=False,
)
NORMS = {norm.name: norm for norm in (UA1, UA2)}
