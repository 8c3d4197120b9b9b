"""The site map: every file of the site as an artifact, with the view it is made from.

In: the public corpus and the assets that designers keep. Out: a flat tuple of artifacts. Nothing is rendered here.
A new page is one line in one of these functions.
"""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from weerklank import __version__, addresses, theme
from weerklank.build.artifact import AnnexFile, Artifact, DataFile, Kind
from weerklank.chartspec import ChartSpec
from weerklank.corpus import Corpus
from weerklank.data.dictionary import dictionary_table
from weerklank.data.meta import Meta
from weerklank.data.table import Table
from weerklank.document.annex import AnnexView, annex_files, annex_view, data_path
from weerklank.document.sheets import has_sheet
from weerklank.facts import charts, tables
from weerklank.facts.complaints import complaints
from weerklank.facts.gaptable import every_gap, gap_table
from weerklank.facts.heard import level_table
from weerklank.facts.provenance import annex_data, annex_provenance, fingerprint, provenance
from weerklank.facts.results import result_chart, results, series_charts
from weerklank.facts.trace import ties_table
from weerklank.freeze import MANIFEST, Particulars, Version, address, public_files, versions
from weerklank.model import Ref
from weerklank.site.annex import annex_page
from weerklank.site.annex_sheet import STYLES, annex_sheet
from weerklank.site.changes import changes_page
from weerklank.site.data import DESCRIPTION, FORMATS, data_page, index_table, linked_files, needed_files
from weerklank.site.dcat import dcat, missing_dcat_fields
from weerklank.site.feeds import feeds, has_sitemap, robots, sitemap
from weerklank.site.gaps import gaps_page
from weerklank.site.glossary import glossary_page
from weerklank.site.heard import heard_page
from weerklank.site.home import home_page
from weerklank.site.indexes import LISTS, facet_pages
from weerklank.site.prose import accessibility_page, disclaimer_page, not_found_page, prose_page
from weerklank.site.question import question_files, question_page
from weerklank.site.record import record_page
from weerklank.site.redirect import redirect_pages
from weerklank.site.search import everything, index_script, search_page
from weerklank.site.trace import trace_page


def _page(template: str, path: str, view: object, *, needs: tuple[str, ...] = ()) -> Artifact:
    return Artifact(path, Kind.HTML, view, f"pages/{template}.html", needs=needs)


def _records(corpus: Corpus) -> Iterator[Artifact]:
    """The page of every record, and the list of every kind."""
    for question in corpus.questions:
        view = question_page(corpus, question.id)
        yield _page("vraag", view.head.path, view, needs=question_files(corpus, question.id))
    for record in corpus.records():
        if has_sheet(record):
            yield _page("record", addresses.of_record(record.ref), record_page(corpus, record))
    for kind, whole in LISTS.items():
        yield _page("lijst", addresses.index(kind), whole(corpus))


def _own(kind: str, name: str) -> str:
    return addresses.of_record(Ref(kind, name))


def _facets(corpus: Corpus, origin: Meta) -> Iterator[Artifact]:
    """The ready-made list of every facet value, with the table of exactly its rows."""
    for view in facet_pages(corpus):
        yield _page("lijst", view.head.path, view)
        if view.table is not None:
            yield _data(view.table, "csv", origin)


def _finding(corpus: Corpus, origin: Meta) -> Iterator[Artifact]:
    """What scripts read: the words that can be found, and the rows of the lists that can be narrowed."""
    found = everything(corpus)
    yield _page("zoeken", addresses.SEARCH, search_page(corpus, found))
    yield Artifact(addresses.SEARCH_INDEX, Kind.TEXT, index_script(found))
    for table in (tables.initiatives(corpus), tables.adjustments(corpus)):
        yield Artifact(addresses.rows(table.name), Kind.TABLE, DataFile((table,), origin, table.title), option="js")


def _overviews(corpus: Corpus) -> Iterator[Artifact]:
    """Pages that are about all records together."""
    yield _page("home", addresses.HOME, home_page(corpus))
    yield _page("leemten", addresses.GAPS, gaps_page(corpus))
    yield _page("gehoord", addresses.HEARD, heard_page(corpus))
    yield _page("samenhang", addresses.TRACE, trace_page(corpus))
    yield _page("wijzigingen", addresses.CHANGES, changes_page(corpus))
    yield _page("begrippen", addresses.GLOSSARY, glossary_page(corpus))
    yield _page("tekst", addresses.ACCESSIBILITY, accessibility_page(corpus))
    yield _page("tekst", addresses.DISCLAIMER, disclaimer_page(corpus))
    yield _page("404", addresses.NOT_FOUND, not_found_page(corpus))
    for page in corpus.pages:
        yield _page("tekst", _own("pagina", page.id), prose_page(corpus, page))


def all_charts(corpus: Corpus) -> tuple[ChartSpec, ...]:
    """Every chart of the site."""
    found = [charts.adjustment_chart(corpus), charts.initiative_chart(corpus), charts.heard_chart(corpus)]
    found += [result_chart(corpus, item) for item in corpus.measurements]
    return (*(spec for spec in found if spec is not None), *series_charts(corpus))


def all_tables(corpus: Corpus) -> tuple[Table, ...]:
    """Every table that is offered as open data, in the order of the data page."""
    found = [tables.initiatives(corpus), tables.adjustments(corpus)]
    found += [results(corpus, item) for item in corpus.measurements]
    found += [spec.table for spec in all_charts(corpus) if spec.table.name not in {table.name for table in found}]
    found += [level_table(corpus), ties_table(corpus), gap_table(corpus), every_gap(corpus)]
    yearly = complaints(corpus)
    return (*found, yearly) if yearly else tuple(found)


def _data(table: Table, ending: str, origin: Meta) -> Artifact:
    return Artifact(
        addresses.download(table.name, ending), Kind.TABLE, DataFile((table,), origin, table.title), option=ending
    )


def _open_data(corpus: Corpus, origin: Meta) -> Iterator[Artifact]:
    """Every table in every format, all of them in one workbook, what explains them, and the page with all of it."""
    found = all_tables(corpus)
    for table in found:
        for ending in (*FORMATS, DESCRIPTION):
            yield _data(table, ending, origin)
    for table in (index_table(corpus, found), dictionary_table(found)):
        for ending in ("csv", DESCRIPTION, "json"):
            yield _data(table, ending, origin)
    book = DataFile(found, origin, f"{corpus.organisation.site.name}: open data")
    for ending in ("xlsx", "ods"):
        yield Artifact(addresses.download(addresses.WORKBOOK, ending), Kind.WORKBOOK, book, option=ending)
    page = data_page(corpus, found)
    yield _page("data", addresses.DATA, page, needs=needed_files(page))
    if not missing_dcat_fields(corpus):
        text = dcat(corpus, linked_files(found, endings=("csv", "json")))
        yield Artifact(addresses.DCAT, Kind.TEXT, text)


def _feeds(corpus: Corpus) -> Iterator[Artifact]:
    """Every feed, and the page at every old address."""
    for path, document in feeds(corpus):
        yield Artifact(path, Kind.XML, document, "feeds/atom.xml")
    for page in redirect_pages(corpus):
        yield Artifact(page.head.path, Kind.HTML, page, _REDIRECT)


def _search_engines(corpus: Corpus, pages: Iterable[Artifact]) -> Iterator[Artifact]:
    """The rules for search engines and the map of these pages."""
    yield Artifact(addresses.ROBOTS, Kind.TEXT, robots(corpus))
    if has_sitemap(corpus):
        stored = {addresses.annex(question.id, "html") for question in corpus.questions}
        made = {page.path for page in pages if page.kind is Kind.HTML and page.template not in _UNLISTED}
        paths = sorted(made | {page.path for page in pages if page.path in stored})
        yield Artifact(addresses.SITEMAP, Kind.XML, sitemap(corpus, paths), "feeds/sitemap.xml")


_REDIRECT = "pages/doorverwijzing.html"
_UNLISTED = frozenset({_REDIRECT, "pages/404.html", "pages/zoeken.html"})
"""Templates of pages that no search engine should show."""


def _drawings(corpus: Corpus) -> Iterator[Artifact]:
    """Every chart, wide and narrow, light and dark, and as a picture."""
    for spec in all_charts(corpus):
        yield from _chart(spec)


def _chart(spec: ChartSpec) -> Iterator[Artifact]:
    for width in ("breed", "druk", "smal"):
        for scheme in ("licht", "donker"):
            variant = f"{width}-{scheme}"
            yield Artifact(addresses.chart(spec.name, variant), Kind.CHART, spec, option=variant)
    yield Artifact(addresses.chart_png(spec.name), Kind.CHART, spec, option="png")


def _assets(assets: Mapping[str, bytes]) -> Iterator[Artifact]:
    """Style sheets, scripts, fonts and icons as they are, and the style sheet that the theme makes."""
    yield Artifact("css/tokens.css", Kind.TEXT, theme.tokens_css())
    for path, data in assets.items():
        yield Artifact(path, Kind.COPY, data)


def _annexes(corpus: Corpus) -> Iterator[Artifact]:
    """The annex of every question that has one: as it was frozen, or else made from the records."""
    charts_done = {spec.name for spec in all_charts(corpus)}
    for question in corpus.questions:
        if question.annex is None:
            continue
        if frozen := versions(corpus, question.id):
            yield from _stored(corpus, frozen)
            continue
        file, data_hash = _annex(corpus, question.id)
        yield from _in_folder(_annex_files(file), posixpath.dirname(addresses.annex(question.id)))
        for spec in file.view.charts:
            if spec.name not in charts_done:
                charts_done.add(spec.name)
                yield from _chart(spec)
        page = annex_page(corpus, question.id, data_hash=data_hash, version=__version__)
        needs = annex_files(question.id, file.view.tables)
        yield Artifact(page.head.path, Kind.HTML, page, "annex/web.html", needs=needs)


def _stored(corpus: Corpus, frozen: tuple[Version, ...]) -> Iterator[Artifact]:
    """Every version of a frozen annex byte for byte; the newest also at the address of the annex itself."""
    folder = posixpath.dirname(addresses.annex(frozen[0].question))
    for path, data in public_files(corpus, frozen[0]).items():
        if path != MANIFEST:
            yield Artifact(f"{folder}/{path}", Kind.COPY, data)
    for version in frozen:
        for path, data in public_files(corpus, version).items():
            yield Artifact(address(version, path), Kind.COPY, data)


def _annex(corpus: Corpus, question: str, *, final: bool = False) -> tuple[AnnexFile, str]:
    """An annex with the provenance and the hash of its own data."""
    data_hash = fingerprint(annex_data(corpus, question))
    view = annex_view(corpus, question, data_hash=data_hash, version=__version__, final=final)
    return AnnexFile(view, annex_provenance(corpus, question)), data_hash


def _annex_files(file: AnnexFile) -> Iterator[Artifact]:
    """An annex as PDF, as Word document and as workbook, and each of its tables, by their path within one folder."""
    view, meta = file.view, file.provenance
    yield Artifact("bijlage.pdf", Kind.ANNEX, file)
    yield Artifact("bijlage.docx", Kind.WORD, file)
    yield Artifact("bijlage.xlsx", Kind.WORKBOOK, DataFile(view.tables, meta, view.title), option="xlsx")
    for table in view.tables:
        for ending in ("csv", "json"):
            path = _within(view, data_path(view.id, table.name, ending))
            yield Artifact(path, Kind.TABLE, DataFile((table,), meta, table.title), option=ending)


def _within(view: AnnexView, path: str) -> str:
    """The path within the folder of an annex of what is published at `path`."""
    return posixpath.relpath(path, posixpath.dirname(addresses.annex(view.id)))


def _in_folder(artifacts: Iterable[Artifact], folder: str) -> Iterator[Artifact]:
    return (replace(artifact, path=f"{folder}/{artifact.path}") for artifact in artifacts)


def annex_alone(corpus: Corpus, question: str, *, word: bool) -> tuple[Artifact, ...]:
    """The files of one annex, for a folder of its own. `corpus` may hold what is not public yet."""
    files = _annex_files(_annex(corpus, question)[0])
    return tuple(artifact for artifact in files if word or artifact.kind is not Kind.WORD)


@dataclass(frozen=True)
class FinalAnnex:
    """What is stored of an annex that becomes final, what is to be said of it, and what is not filled in yet.

    `own`: the records that it rests on.
    """

    artifacts: tuple[Artifact, ...]
    about: Particulars
    missing: tuple[str, ...]
    own: Corpus


def annex_final(corpus: Corpus, question: str, *, assets: Mapping[str, bytes], despite: str) -> FinalAnnex:
    """All that is frozen: the files of the annex and a page that needs nothing from outside their folder."""
    file, data_hash = _annex(corpus, question, final=True)
    view = file.view
    sheet = annex_sheet(corpus, view)
    needs = tuple(_within(view, path) for path in annex_files(view.id, view.tables))
    drawings = (artifact for spec in view.charts for artifact in _chart(spec) if artifact.option != "png")
    titles = {
        _within(view, data_path(view.id, table.name, ending)): table.title
        for table in view.tables
        for ending in ("csv", "json")
    }
    return FinalAnnex(
        (
            *_annex_files(file),
            *drawings,
            *_looks(assets),
            Artifact(sheet.head.path, Kind.HTML, sheet, "annex/sheet.html", needs=needs),
        ),
        Particulars(view.id, view.title, view.as_of.text, __version__, data_hash, despite, titles),
        view.missing,
        annex_data(corpus, question),
    )


_LOADED = re.compile(r"""url\(["']?([^"')]+)["']?\)""")
_FONT_LICENCE = "fonts/LICENSE"


def _looks(assets: Mapping[str, bytes]) -> Iterator[Artifact]:
    """The style sheets of a page that stands on its own, and the fonts and drawings that they load."""
    texts = {"css/tokens.css": theme.tokens_css(), **{path: assets[path].decode() for path in STYLES}}
    yield Artifact("css/tokens.css", Kind.TEXT, texts["css/tokens.css"])
    used = {
        posixpath.normpath(posixpath.join(posixpath.dirname(path), address))
        for path, text in texts.items()
        for address in _LOADED.findall(text)
    }
    used |= {path for path in assets if path == addresses.ICON or path.startswith(_FONT_LICENCE)}
    for path in sorted({*STYLES, *(used & assets.keys())}):
        yield Artifact(path, Kind.COPY, assets[path])


def plan(corpus: Corpus, *, assets: Mapping[str, bytes]) -> tuple[Artifact, ...]:
    """Every artifact of the public site, sorted by path. Two artifacts at one address are found by `render`."""
    origin = provenance(corpus)
    found = [
        *_assets(assets),
        *_records(corpus),
        *_facets(corpus, origin),
        *_finding(corpus, origin),
        *_overviews(corpus),
        *_open_data(corpus, origin),
        *_drawings(corpus),
        *_annexes(corpus),
        *_feeds(corpus),
    ]
    found += _search_engines(corpus, found)
    return tuple(sorted(found, key=lambda artifact: artifact.path))
