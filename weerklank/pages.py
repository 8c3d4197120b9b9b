"""The site map: every file of the site as an artifact, with the view it is made from.

In: the public corpus and the assets that designers keep. Out: a flat tuple of artifacts. Nothing is rendered here.
A new page is one line in one of these functions.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from weerklank import __version__, addresses, theme
from weerklank.artifacts import AnnexFile, Artifact, DataFile, Kind
from weerklank.chartspec import ChartSpec
from weerklank.corpus import Corpus
from weerklank.dataset.dictionary import dictionary_table
from weerklank.dataset.meta import Meta
from weerklank.model import Ref
from weerklank.select import charts, tables
from weerklank.select.complaints import complaints
from weerklank.select.dataset import epoch_of, fingerprint, provenance
from weerklank.select.gaptable import every_gap, gap_table
from weerklank.select.heard import level_table
from weerklank.select.results import result_chart, results, series_charts
from weerklank.select.trace import ties_table
from weerklank.table import Table
from weerklank.views.adjustment import adjustment_page
from weerklank.views.annex import annex_files, annex_page, annex_view, data_path
from weerklank.views.changes import changes_page
from weerklank.views.complaints import complaints_page, complaints_year_page
from weerklank.views.data import DESCRIPTION, FORMATS, data_page, index_table, linked_files, needed_files
from weerklank.views.dcat import dcat, missing_dcat_fields
from weerklank.views.feeds import feeds, has_sitemap, robots, sitemap
from weerklank.views.gaps import gaps_page
from weerklank.views.heard import heard_page
from weerklank.views.home import home_page
from weerklank.views.initiative import initiative_page
from weerklank.views.lists import adjustments_page, facet_pages, initiatives_page
from weerklank.views.measurement import measurement_page, measurements_page
from weerklank.views.prose import accessibility_page, disclaimer_page, not_found_page, prose_page
from weerklank.views.question import question_files, question_page, questions_page
from weerklank.views.redirect import redirect_pages
from weerklank.views.reference import (
    decision_page,
    decisions_page,
    glossary_page,
    source_page,
    sources_page,
)
from weerklank.views.search import everything, index_script, search_page
from weerklank.views.trace import trace_page


def _page(template: str, path: str, view: object, *, needs: tuple[str, ...] = ()) -> Artifact:
    return Artifact(path, Kind.HTML, view, f"pages/{template}.html", needs=needs)


def _records(corpus: Corpus) -> Iterator[Artifact]:
    """The page of every record, and the list of every kind."""
    for item in corpus.initiatives:
        yield _page("initiatief", _own("initiatief", item.id), initiative_page(corpus, item.id))
    for adjustment in corpus.adjustments:
        yield _page("bijsturing", _own("bijsturing", adjustment.id), adjustment_page(corpus, adjustment.id))
    for measurement in corpus.measurements:
        yield _page("meting", _own("meting", measurement.id), measurement_page(corpus, measurement.id))
    for question in corpus.questions:
        view = question_page(corpus, question.id)
        yield _page("vraag", view.head.path, view, needs=question_files(corpus, question.id))
    for year in corpus.complaints:
        yield _page("klachtenjaar", _own("klachtenjaar", year.id), complaints_year_page(corpus, year.id))
    for decision in corpus.decisions:
        yield _page("beslissing", _own("beslissing", decision.id), decision_page(corpus, decision.id))
    for source in corpus.sources:
        yield _page("bron", _own("bron", source.id), source_page(corpus, source.id))
    yield _page("lijst", addresses.index("initiatief"), initiatives_page(corpus))
    yield _page("lijst", addresses.index("bijsturing"), adjustments_page(corpus))
    yield _page("metingen", addresses.index("meting"), measurements_page(corpus))
    yield _page("vragen", addresses.index("vraag"), questions_page(corpus))
    yield _page("klachten", addresses.index("klachtenjaar"), complaints_page(corpus))
    yield _page("index", addresses.index("beslissing"), decisions_page(corpus))
    yield _page("index", addresses.index("bron"), sources_page(corpus))


def _own(kind: str, name: str) -> str:
    return addresses.of_record(Ref(kind, name))


def _facets(corpus: Corpus, origin: Meta) -> Iterator[Artifact]:
    """The page of every facet value, with the table of exactly its rows."""
    for view in facet_pages(corpus):
        yield _page("lijst", view.head.path, view)
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
        paths = sorted(page.path for page in pages if page.kind is Kind.HTML and page.template not in _UNLISTED)
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


def _annexes(corpus: Corpus, origin: Meta) -> Iterator[Artifact]:
    """The annex of every question that has one: PDF, Word, workbook, every table, and the twin as a page."""
    data_hash = fingerprint(corpus)
    charts_done = {spec.name for spec in all_charts(corpus)}
    for question in corpus.questions:
        if question.annex is None:
            continue
        view = annex_view(corpus, question.id, data_hash=data_hash, version=__version__)
        meta = replace(origin, epoch=epoch_of(question.annex.as_of, default=origin.epoch))
        file = AnnexFile(view, meta)
        yield Artifact(addresses.annex(question.id, "pdf"), Kind.ANNEX, file)
        yield Artifact(addresses.annex(question.id, "docx"), Kind.WORD, file)
        book = DataFile(view.tables, meta, view.title)
        yield Artifact(addresses.annex(question.id, "xlsx"), Kind.WORKBOOK, book, option="xlsx")
        for table in view.tables:
            for ending in ("csv", "json"):
                path = data_path(question.id, table.name, ending)
                yield Artifact(path, Kind.TABLE, DataFile((table,), meta, table.title), option=ending)
        for spec in view.charts:
            if spec.name not in charts_done:
                charts_done.add(spec.name)
                yield from _chart(spec)
        page = annex_page(corpus, question.id, data_hash=data_hash, version=__version__)
        yield Artifact(page.head.path, Kind.HTML, page, "annex/web.html", needs=annex_files(view))


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
        *_annexes(corpus, origin),
        *_feeds(corpus),
    ]
    found += _search_engines(corpus, found)
    return tuple(sorted(found, key=lambda artifact: artifact.path))
