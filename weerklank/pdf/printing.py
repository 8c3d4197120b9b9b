"""From print HTML to one PDF.

In: HTML, the files it may use, the files it carries, a date. Out: bytes, findings, number of pages. This module is the
order of the steps; each step is a module of this package. Nothing of a document comes from disk or network, and nothing
is kept between two calls.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from importlib.resources import files
from typing import Any

from weasyprint import HTML, VERSION
from weasyprint.text.ffi import harfbuzz_subset
from weasyprint.urls import URLFetchingError

from weerklank.findings import Finding, finding
from weerklank.pdf.absent import missing_library
from weerklank.pdf.checks import check_document, check_links, check_reading
from weerklank.pdf.fetch import BASE, ResourceFetcher
from weerklank.pdf.finish import attach, check_names, finish_document, still_pictures, utc
from weerklank.pdf.fonts import NoFontError, OwnFonts, check_fonts, space_glyphs, unprintable
from weerklank.pdf.norms import UA1, Norm
from weerklank.pdf.notes import findings_of, listening
from weerklank.pdf.pages import settle
from weerklank.pdf.paper import check_paper
from weerklank.pdf.pieces import PaintedPage
from weerklank.pdf.result import AttachedFile, PdfResult
from weerklank.pdf.shape import plain_cells, shape
from weerklank.pdf.spaces import move_spaces
from weerklank.pdf.spoken import spoken
from weerklank.pdf.tables import connect_tables
from weerklank.pdf.tags import write_tags
from weerklank.pdf.tree import read
from weerklank.pdf.xmp import Description

_COLOURS = "sRGB2014"


def make_pdf(
    html: str, *, resources: Mapping[str, bytes], attachments: tuple[AttachedFile, ...], epoch: int, norm: Norm = UA1
) -> PdfResult:
    """Print a document. See `weerklank.pdf` for what the HTML must be like."""
    if harfbuzz_subset is None:  # WeasyPrint would go on, with other bytes
        return PdfResult(b"", (missing_library(OSError("'libharfbuzz-subset-0'")),), 0)
    fetcher = ResourceFetcher(resources)
    with listening() as records:
        try:
            printed = _print(html, fetcher, attachments=attachments, epoch=epoch, norm=norm)
        except _LayoutError as problem:
            return PdfResult(b"", (*fetcher.refused, *findings_of(records), *problem.findings), 0)
    found = (*check_names(attachments), *fetcher.refused, *findings_of(records), *printed.findings)
    return replace(printed, findings=tuple(dict.fromkeys(found)))


def _print(
    html: str, fetcher: ResourceFetcher, *, attachments: tuple[AttachedFile, ...], epoch: int, norm: Norm
) -> PdfResult:
    """Lay out, paint, tag and write. Raises _LayoutError where there is nothing to write."""
    fonts, options = OwnFonts(), {"pdf_variant": norm.variant, "pdf_tags": True, "output_intent": _COLOURS}
    source = HTML(string=html, base_url=BASE, url_fetcher=fetcher)
    move_spaces(source.etree_element)
    try:
        document = source.render(font_config=fonts, color_profiles={_COLOURS: _Colours()}, **options)
        while settle(source.etree_element, document.pages):
            fonts = OwnFonts()
            document = source.render(font_config=fonts, color_profiles={_COLOURS: _Colours()}, **options)
    except URLFetchingError as problem:  # a colour profile; the fetcher knows why
        raise _LayoutError from problem
    except NoFontError as problem:
        raise _LayoutError(finding("P030")) from problem
    except Exception as problem:
        # None of our code runs here: WeasyPrint fails on the input, say where a drawing has a word for a number.
        raise _LayoutError(finding("P042", melding=f"{type(problem).__name__}: {problem}")) from problem
    document.metadata.created = document.metadata.modified = utc(epoch).strftime("%Y-%m-%dT%H:%M:%SZ")
    document.metadata.attachments.clear()  # only the caller attaches files
    pages = [PaintedPage(page, number) for number, page in enumerate(document.pages)]
    finisher = _Finisher(pages, attachments, epoch, norm)
    pdf = document.copy(pages).write_pdf(finisher=finisher.finish, **options)
    links = [link for page in pages for link in page.links_asked]
    findings = (
        *check_document(source.etree_element), *check_links(links), *check_paper(pages), *finisher.findings,
    )  # fmt: skip
    return PdfResult(pdf, findings, len(pages), finisher.spoken, finisher.unprintable)


class _LayoutError(Exception):
    """There are no pages; `findings` say why, unless that is known already."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__(*findings)
        self.findings = findings


@dataclass
class _Colours:
    """The colours of screens (IEC 61966-2-1) in the shape that WeasyPrint asks of a colour profile.

    It would do this by itself, with a file that it leaves open and bytes that depend on the library that reads it.
    """

    name: str = _COLOURS
    components: tuple[str, ...] = ("r", "g", "b")
    content: bytes = field(default_factory=(files("weasyprint.pdf") / "sRGB2014.icc").read_bytes)
    pdf_reference: bytes | None = None  # set by WeasyPrint


@dataclass
class _Finisher:
    """What happens between the painting of the last page and the writing of the file."""

    pages: Sequence[PaintedPage]
    attachments: tuple[AttachedFile, ...]
    epoch: int
    norm: Norm
    spoken: str = ""
    unprintable: tuple[str, ...] = ()
    findings: list[Finding] = field(default_factory=list)

    def finish(self, document: Any, pdf: Any) -> None:  # noqa: ANN401 - called by WeasyPrint with its own types
        about = document.metadata
        reading = read(tuple(page.piece for page in self.pages), language=about.lang or "")
        self.findings += [finding("P036", woorden=text) for text in reading.lost]
        shape(reading.root)
        if self.norm.pdf_2:
            plain_cells(reading.root)
        self.findings += connect_tables(reading.root)
        self.findings += check_reading(reading.root)
        self.unprintable = unprintable(document.fonts)
        self.findings += check_fonts(self.unprintable)
        self.spoken = spoken(reading.root)
        files = attach(pdf, self.attachments, when=utc(self.epoch))
        spaces = space_glyphs(document.fonts)
        self.findings += write_tags(pdf, reading, pages=self.pages, spaces=spaces, files=files, norm=self.norm)
        self.findings += still_pictures(pdf)
        description = Description(
            title=about.title or "",
            authors=about.authors,
            subject=about.description or "",
            keywords=", ".join(about.keywords),
            language=about.lang or "",
            creator=about.generator or "",
            producer=f"WeasyPrint {VERSION}",
            date=about.created,
        )
        finish_document(pdf, description, norm=self.norm, carries=bool(self.attachments))
