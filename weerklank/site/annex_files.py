"""The files of an annex as artifacts: on the site, in a folder of its own, and frozen.

In: the corpus and a question with an annex. Out: artifacts, and for a final annex what is stored with them.
"""

import posixpath
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial

from weerklank import __version__, addresses, theme
from weerklank.build.artifact import AnyArtifact, Artifact, digest
from weerklank.build.forms import (
    AnnexFile,
    BytesForm,
    ChartForm,
    DataFile,
    DataForm,
    PageForm,
    PdfForm,
    PictureForm,
    SpokenForm,
    WordForm,
)
from weerklank.build.forms.chart import IN_WORD, PICTURE
from weerklank.chartspec import ChartSpec
from weerklank.corpus import Corpus, pictures_of
from weerklank.data.meta import Meta
from weerklank.document.annex import AnnexView, Hole, annex_files, annex_view, data_path
from weerklank.document.illustrations import logo, photos_in
from weerklank.facts.provenance import annex_data, annex_provenance, fingerprint
from weerklank.freeze import MANIFEST, Particulars, address, public_files, versions
from weerklank.pictures import Photograph
from weerklank.site.annex import annex_page
from weerklank.site.annex_sheet import PAGE, STYLES, annex_sheet
from weerklank.site.inputs import Names, at_once

_PAPER = "druk-licht"
"""The drawing of a chart that a PDF has; a Word document has the same as a picture."""

DRAWINGS = tuple(f"{width}-{scheme}" for width in ("breed", "druk", "smal") for scheme in ("licht", "donker"))
"""Every drawing of a chart: wide, on paper and narrow, each light and dark."""


def drawn(name: str, variant: str) -> str:
    """The address of a chart as one of its drawings, as the picture, or as what a Word document has of it."""
    own = {PICTURE: addresses.chart_png(name), IN_WORD: addresses.chart_png(f"{name}--word")}
    return own.get(variant) or addresses.chart(name, variant)


def chart(
    corpus: Corpus,
    name: str,
    spec: Callable[[], ChartSpec],
    inputs: tuple[str, ...],
    *variants: str,
    published: bool = True,
) -> Iterator[Artifact[ChartSpec]]:
    """A chart as these drawings, or as every drawing and as a picture. Unpublished ones are for other files."""
    for variant in variants or (*DRAWINGS, PICTURE):
        form = ChartForm(variant, corpus.organisation.look)
        yield Artifact(drawn(name, variant), form, spec, inputs, published=published)


def pictures(
    corpus: Corpus, paths: Collection[str] | None = None, *, published: bool = True
) -> Iterator[Artifact[Photograph]]:
    """The logo and the pictures of records, once each. `paths`: those at these addresses only."""
    seen: set[str] = set()
    face, found = logo(corpus), corpus.logo
    if face and found and (paths is None or face.path in paths):
        yield Artifact(face.path, PictureForm(), partial(_as_given, found), (found.hash,), published=published)
    for record in corpus.records():
        for name in pictures_of(record):
            found = corpus.pictures.get(name)
            folder, _, file = name.partition("/")
            path = addresses.picture(folder, file, found.ending) if found else ""
            if found and path not in seen and (paths is None or path in paths):
                seen.add(path)
                yield Artifact(path, PictureForm(), partial(_as_given, found), (found.hash,), published=published)


def _as_given(picture: Photograph) -> Photograph:
    return picture


@dataclass(frozen=True)
class AnnexFiles:
    """An annex that is made from records; its view is made at most once, and only when it is asked for.

    `norm`: the standards that its PDF keeps; see `pdf.norms`.
    """

    corpus: Corpus
    question: str
    names: Names = at_once
    final: bool = False
    norm: str = "ua1"

    @cached_property
    def data_hash(self) -> str:
        """The version of its data: the facts that it may print."""
        return fingerprint(annex_data(self.corpus, self.question))

    @property
    def inputs(self) -> tuple[str, ...]:
        """What its files are made from."""
        return ("final" if self.final else "draft", self.data_hash, digest(self.provenance))

    @cached_property
    def view(self) -> AnnexView:
        """What it says."""
        return annex_view(self.corpus, self.question, final=self.final)

    @cached_property
    def provenance(self) -> Meta:
        """Where its data come from."""
        return annex_provenance(self.corpus, self.question)

    @cached_property
    def tables(self) -> tuple[str, ...]:
        """The names of its tables."""
        return self.names(("tables", *self.inputs), lambda: tuple(table.name for table in self.view.tables))

    @cached_property
    def charts(self) -> tuple[str, ...]:
        """The names of its charts."""
        return self.names(("charts", *self.inputs), lambda: tuple(spec.name for spec in self.view.charts))

    @cached_property
    def pictures(self) -> tuple[str, ...]:
        """The addresses of the pictures that it shows."""
        return self.names(("pictures", *self.inputs), lambda: photos_in((self.view.logo, self.view.sections)))

    @property
    def downloads(self) -> tuple[str, ...]:
        """The addresses of what can be downloaded with it."""
        return annex_files(self.question, self.tables)

    def chart(self, name: str) -> ChartSpec:
        """One of its charts."""
        return next(spec for spec in self.view.charts if spec.name == name)

    def table(self, name: str) -> DataFile:
        """One of its tables as a file."""
        table = next(table for table in self.view.tables if table.name == name)
        return DataFile((table,), self.provenance, table.title)

    def workbook(self) -> DataFile:
        """All of its tables as a file."""
        return DataFile(self.view.tables, self.provenance, self.view.title)

    def file(self, folder: str, variant: str) -> AnnexFile:
        """The annex as a document, with drawings of one variant; what travels inside stands in `folder`."""
        inside = {item.name: self._within(folder, item.tables[0].name, item.ending) for item in self.view.attachments}
        drawings = {name: drawn(name, variant) for name in self.charts}
        return AnnexFile(self.view, self.provenance.epoch, drawings, inside, self.pictures)

    def _within(self, folder: str, table: str, ending: str) -> str:
        """The path of a file with data: the workbook, or one table."""
        if ending == "xlsx":
            return f"{folder}bijlage.xlsx"
        return folder + posixpath.relpath(data_path(self.question, table, ending), f"vragen/{self.question}")

    def drawings(self, *variants: str, published: bool = True) -> Iterator[Artifact[ChartSpec]]:
        """Its charts."""
        for name in self.charts:
            spec = partial(self.chart, name)
            yield from chart(self.corpus, name, spec, self.inputs, *variants, published=published)

    def files(self, folder: str, *, word: bool = True) -> Iterator[AnyArtifact]:
        """PDF and its spoken text, Word document, workbook, tables, below `folder` ("" or with a slash at its end)."""
        book, pdf = f"{folder}bijlage.xlsx", f"{folder}bijlage.pdf"
        tables = {
            self._within(folder, name, ending): (name, ending) for name in self.tables for ending in ("csv", "json")
        }
        for path, (name, ending) in tables.items():
            yield Artifact(path, DataForm(ending), partial(self.table, name), self.inputs)
        books = (book,) if tables else ()
        for path in books:
            yield Artifact(path, DataForm("xlsx", self.corpus.organisation.look.light.link), self.workbook, self.inputs)
        drawings = tuple(drawn(name, _PAPER) for name in self.charts)
        inside = (*drawings, *self.pictures, *books, *tables)
        yield Artifact(
            pdf,
            PdfForm(self.norm, look=self.corpus.organisation.look),
            partial(self.file, folder, _PAPER),
            self.inputs,
            inside,
        )
        yield Artifact(f"{folder}{addresses.SPOKEN}", SpokenForm(), lambda: pdf, self.inputs, (pdf,))
        if word:
            pictures = (*(drawn(name, IN_WORD) for name in self.charts), *self.pictures)
            document = partial(self.file, folder, IN_WORD)
            yield Artifact(
                f"{folder}bijlage.docx", WordForm(look=self.corpus.organisation.look), document, self.inputs, pictures
            )


def annexes(
    corpus: Corpus, made: Mapping[str, AnnexFiles], *, drawn_already: Collection[str], around: str
) -> Iterator[AnyArtifact]:
    """The annex of every question that has one: as it was frozen, or else `made` from the records, by question.

    `around`: what its page on the site is made from besides.
    """
    seen, in_word = set(drawn_already), set[str]()
    for question in corpus.questions:
        annex = made.get(question.id)
        if annex is None:
            yield from _frozen(corpus, question.id)
            continue
        yield from annex.files(_folder(question.id))
        for name in annex.charts:
            if name not in seen:
                seen.add(name)
                yield from chart(corpus, name, partial(annex.chart, name), annex.inputs)
            if name not in in_word:
                in_word.add(name)
                yield from chart(corpus, name, partial(annex.chart, name), annex.inputs, IN_WORD, published=False)
        page = partial(annex_page, corpus, question.id)
        path = addresses.annex(question.id, "html")
        yield Artifact(path, PageForm("annex/web.html"), page, (around, *annex.inputs), annex.downloads)


def _folder(question: str) -> str:
    return f"{posixpath.dirname(addresses.annex(question))}/"


def _frozen(corpus: Corpus, question: str) -> Iterator[AnyArtifact]:
    """Every version of a frozen annex byte for byte; the newest also at the address of the annex itself."""
    for place, version in enumerate(versions(corpus, question)):
        for path, data in public_files(corpus, version).items():
            yield as_it_is(address(version, path), data)
            if place == 0 and path != MANIFEST:
                yield as_it_is(f"{_folder(question)}{path}", data)


def as_it_is(path: str, data: bytes) -> AnyArtifact:
    """A file that is copied."""
    return Artifact(path, BytesForm(), lambda: data, (digest(data),))


def look_of(corpus: Corpus, path: str, data: bytes) -> AnyArtifact:
    """A file that is copied: a drawing in the colours of the agency, sheets and scripts without what makers need."""
    pack = {"css": theme.packed, "js": theme.packed_script}.get(path.rpartition(".")[2])
    if pack is not None:
        return Artifact(path, BytesForm(), partial(pack, data), (digest(data),))
    return as_it_is(path, theme.recoloured(data, corpus.organisation.look) if path.endswith(".svg") else data)


# --- in a folder of its own ------------------------------------------------------------------------------------------


def annex_alone(corpus: Corpus, question: str, *, word: bool, norm: str) -> tuple[AnyArtifact, ...]:
    """The files of one annex, for a folder of its own. `corpus` may hold what is not public yet."""
    annex = AnnexFiles(corpus, question, norm=norm)
    variants = (_PAPER, IN_WORD, PICTURE) if word else (_PAPER,)
    shown = pictures(corpus, annex.pictures, published=False)
    return (*annex.files("", word=word), *annex.drawings(*variants, published=False), *shown)


@dataclass(frozen=True)
class FinalAnnex:
    """What is stored when an annex becomes final, what its manifest says, and what is not filled in yet.

    `own`: the records that it rests on.
    """

    artifacts: tuple[AnyArtifact, ...]
    about: Particulars
    missing: tuple[Hole, ...]
    own: Corpus


def annex_final(corpus: Corpus, question: str, *, assets: Mapping[str, bytes], despite: str, norm: str) -> FinalAnnex:
    """All that is frozen: the files of the annex and a page that needs nothing from outside their folder."""
    annex = AnnexFiles(corpus, question, final=True, norm=norm)
    view, folder = annex.view, _folder(question)
    titles = {
        data_path(view.id, table.name, ending).removeprefix(folder): table.title
        for table in view.tables
        for ending in ("csv", "json")
    }
    needs = tuple(path.removeprefix(folder) for path in annex.downloads)
    sheet = partial(annex_sheet, corpus, view)
    return FinalAnnex(
        (
            *annex.files(""),
            *annex.drawings(*DRAWINGS),
            *annex.drawings(IN_WORD, PICTURE, published=False),
            *pictures(corpus, annex.pictures),
            *_looks(corpus, assets),
            Artifact(PAGE, PageForm("annex/sheet.html"), sheet, annex.inputs, needs),
        ),
        Particulars(view.id, view.title, view.as_of, __version__, annex.data_hash, despite, titles),
        view.missing,
        annex_data(corpus, question),
    )


_LOADED = re.compile(r"""url\(["']?([^"')]+)["']?\)""")
_FONT_LICENCE = "fonts/LICENSE"


def tokens(corpus: Corpus) -> AnyArtifact:
    """Every colour and size, in the look of the agency."""
    look = corpus.organisation.look
    return Artifact("css/tokens.css", BytesForm(), partial(_packed_tokens, look), (digest(look),))


def _packed_tokens(look: theme.Palettes) -> bytes:
    return theme.packed(theme.tokens_css(look).encode())


def _looks(corpus: Corpus, assets: Mapping[str, bytes]) -> Iterator[AnyArtifact]:
    """The style sheets of a page that stands on its own, and the fonts and drawings that they load."""
    texts = {
        "css/tokens.css": theme.tokens_css(corpus.organisation.look),
        **{path: assets[path].decode() for path in STYLES},
    }
    yield tokens(corpus)
    used = {
        posixpath.normpath(posixpath.join(posixpath.dirname(path), address))
        for path, text in texts.items()
        for address in _LOADED.findall(text)
    }
    used |= {path for path in assets if path == addresses.ICON or path.startswith(_FONT_LICENCE)}
    for path in sorted({*STYLES, *(used & assets.keys())}):
        yield look_of(corpus, path, assets[path])
