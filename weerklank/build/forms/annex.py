"""An annex, or the coverage report of a question, as PDF and as Word document.

In: what it says, and where its drawings and data stand in this build. Out: results, each finding with the annex
as its artifact. What is drawn or written elsewhere in the build is taken from there and not made twice.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import ClassVar

from weerklank import theme
from weerklank.build.artifact import Bench, Form, Stock
from weerklank.build.results import MadeFile
from weerklank.data.formats import FORMATS
from weerklank.document.annex import AnnexView
from weerklank.document.coverage import CoverageView
from weerklank.states import Shape

ANNEX, COVERAGE = "annex/annex.html", "annex/dekking.html"
_DOCUMENT = "annex/bijlage.docx"


@dataclass(frozen=True)
class AnnexFile:
    """An annex as a file. `epoch`: its moment, in seconds since 1970.

    `drawings`, `attachments`: the path in this build of the file with each chart, and of each file that travels inside;
    `pictures`: of each picture of an author, which is what the annex calls it.
    `spells`: whether a character that no font has may be printed by its number.
    """

    spells: ClassVar[bool] = False
    view: AnnexView
    epoch: int
    drawings: Mapping[str, str]
    attachments: Mapping[str, str]
    pictures: tuple[str, ...] = ()


@dataclass(frozen=True)
class CoverageFile:
    """A coverage report as a file: an annex without drawings, with nothing inside.

    It quotes whatever is in the content, also what no annex can print, and it has to come all the same.
    """

    spells: ClassVar[bool] = True

    view: CoverageView
    epoch: int
    drawings: Mapping[str, str] = field(default_factory=dict)
    attachments: Mapping[str, str] = field(default_factory=dict)
    pictures: tuple[str, ...] = ()


@dataclass(frozen=True)
class PdfForm(Form[AnnexFile | CoverageFile]):
    """An annex on paper, with every table of it inside as workbook, csv and json. `norm`: see `pdf.norms`."""

    apart: ClassVar[bool] = True
    norm: str = "ua1"
    template: str = ANNEX
    look: theme.Palettes = theme.HOUSE

    def reads(self, stock: Stock) -> Iterable[str]:
        """The template with all that it leads to, and what these name: style sheets for paper, fonts, drawings."""
        templates = stock.templates.closure(self.template)
        return templates | stock.named(templates, theme.tokens_css(self.look))

    def make(self, view: AnnexFile | CoverageFile, bench: Bench) -> MadeFile:
        """The PDF, or nothing where the libraries of the system for it are missing."""
        from weerklank.pdf import NORMS, AttachedFile, make_pdf

        html, faults = bench.templates.render(self.template, view.view, artifact=bench.path, files={})
        if faults:
            return MadeFile(b"", faults)
        attachments = tuple(
            AttachedFile(
                item.name, bench.files[view.attachments[item.name]], FORMATS[item.ending].media, item.description
            )
            for item in view.view.attachments
        )
        resources = {path.removeprefix("assets/"): self._coloured(path, data) for path, data in bench.given.items()}
        resources |= {f"charts/{name}.svg": bench.files[path] for name, path in view.drawings.items()}
        resources |= {path: bench.files[path] for path in view.pictures}
        resources["css/tokens.css"] = theme.tokens_css(self.look).encode()
        printed = partial(
            make_pdf, resources=resources, attachments=attachments, epoch=view.epoch, norm=NORMS[self.norm]
        )
        result = printed(html.decode())
        if view.spells and result.unprintable:
            result = printed(_spelled(html.decode(), result.unprintable))
        found = tuple(replace(item, artifact=bench.path) for item in result.findings)
        return MadeFile(result.pdf, found, spoken=result.spoken)

    def _coloured(self, path: str, data: bytes) -> bytes:
        return theme.recoloured(data, self.look) if path.endswith(".svg") else data


def _spelled(html: str, signs: Iterable[str]) -> str:
    """The same with the number of each of these signs in Unicode in its place."""
    return html.translate({ord(sign): f"[teken U+{ord(sign):04X}]" for sign in signs})


@dataclass(frozen=True)
class WordForm(Form[AnnexFile | CoverageFile]):
    """The same annex as a Word document, for anyone who has to go on working in it."""

    template: str = ANNEX
    look: theme.Palettes = theme.HOUSE

    def reads(self, stock: Stock) -> Iterable[str]:
        """The template of the text with all that it leads to, and the document with the styles."""
        return {*stock.templates.closure(self.template), _DOCUMENT}

    def make(self, view: AnnexFile | CoverageFile, bench: Bench) -> MadeFile:
        """The document, with its charts and the shapes of states as pictures."""
        from weerklank import charts
        from weerklank.word.docx import docx_bytes

        html, faults = bench.templates.render(self.template, view.view, artifact=bench.path, files={})
        if faults:
            return MadeFile(b"", faults)
        pictures = {f"charts/{name}.svg": bench.files[path] for name, path in view.drawings.items()}
        pictures |= {path: bench.files[path] for path in view.pictures}
        data, found = docx_bytes(
            html.decode(),
            template=bench.given.get(_DOCUMENT, b""),
            pictures=pictures,
            signs={shape.value: charts.draw_sign(shape, look=self.look) for shape in Shape},
            epoch=view.epoch,
            colours=theme.changed(self.look),
        )
        return MadeFile(data, tuple(replace(item, artifact=bench.path) for item in found))


@dataclass(frozen=True)
class SpokenForm(Form[str]):
    """What is heard of the PDF whose path in this build is the view: its words in order, with the roles said."""

    asks_all: ClassVar[bool] = True

    def make(self, view: str, bench: Bench) -> MadeFile:
        """Plain text."""
        return MadeFile(bench.spoken[view].encode())
