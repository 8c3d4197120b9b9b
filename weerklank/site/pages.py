"""The site map: every file of the site as an artifact, with what it is made from and how.

In: the public corpus and the assets that designers keep. Out: a flat tuple of artifacts. Nothing is made here, and no
view is asked for: of what is there without an id of its own (charts, tables) only the names are worked out.
A new page is one line in one of these functions.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from weerklank import addresses, theme
from weerklank.bare import Bare
from weerklank.build.artifact import AnyArtifact, Artifact, digest
from weerklank.build.forms import BareForm, CodeForm, DataFile, DataForm, PageForm, TextForm
from weerklank.chartspec import ChartSpec
from weerklank.corpus import Corpus, once
from weerklank.data.dictionary import dictionary_table
from weerklank.data.formats import FORMATS
from weerklank.data.table import Table
from weerklank.facts import charts, listing, tables
from weerklank.facts.complaintcharts import charts_of
from weerklank.facts.complaints import complaints, given_table, shares
from weerklank.facts.gaptable import every_gap, gap_table
from weerklank.facts.heard import level_table
from weerklank.facts.provenance import provenance
from weerklank.facts.receipts import receipts
from weerklank.facts.results import drawings, results
from weerklank.facts.trace import ties_table
from weerklank.facts.verdicts import verdict_table
from weerklank.freeze import versions
from weerklank.kinds import KINDS, Address
from weerklank.model import Question, Ref
from weerklank.site.annex_files import AnnexFiles, annexes, chart, look_of, pictures, tokens
from weerklank.site.changes import changes_pages
from weerklank.site.data import (
    DESCRIPTION,
    DICTIONARY,
    INDEX,
    TablePage,
    data_page,
    files_of,
    index_table,
    linked_files,
    needed_files,
    table_page,
)
from weerklank.site.dcat import dcat, missing_dcat_fields
from weerklank.site.feeds import feeds, has_sitemap, robots, sitemap
from weerklank.site.gaps import gaps_pages
from weerklank.site.glossary import glossary_page
from weerklank.site.heard import heard_page
from weerklank.site.home import home_page
from weerklank.site.indexes import list_parts
from weerklank.site.inputs import Inputs, Names, at_once
from weerklank.site.lists import ListPage
from weerklank.site.narrowed import READY, facet_pages, index_script, narrowable, rows_script
from weerklank.site.promises import promises_page
from weerklank.site.prose import accessibility_page, disclaimer_page, not_found_page, prose_page
from weerklank.site.question import frozen_files, question_page
from weerklank.site.receipt import address as receipt_address
from weerklank.site.receipt import receipt_page
from weerklank.site.record import record_page
from weerklank.site.redirect import redirect_pages
from weerklank.site.search import everything, index_files, search_page
from weerklank.site.trace import trace_pages


@dataclass(frozen=True)
class _Plan:
    """What the functions below work with. `annexes`: those that are made from records, by question."""

    corpus: Corpus
    inputs: Inputs
    names: Names
    annexes: Mapping[str, AnnexFiles]

    def overview(self, template: str, path: str, view: Callable[[], object], *needs: str) -> AnyArtifact:
        """A page that can show anything."""
        return Artifact(path, PageForm(f"pages/{template}.html"), view, self.inputs.everything, needs)

    def text(self, path: str, view: Callable[[], str]) -> AnyArtifact:
        """A text that can tell of anything."""
        return Artifact(path, TextForm(), view, self.inputs.everything)

    def data(self, path: str, ending: str, view: Callable[[], DataFile]) -> AnyArtifact:
        """A data file."""
        return Artifact(path, DataForm(ending, self.corpus.organisation.look.light.link), view, self.inputs.everything)


# --- pages -----------------------------------------------------------------------------------------------------------

_OWN: Mapping[str, tuple[str, Callable[[Corpus, str], object]]] = {
    "vraag": ("vraag", question_page),
    "pagina": ("tekst", lambda corpus, name: prose_page(corpus, next(p for p in corpus.pages if p.id == name))),
}
"""The template and the view of a kind whose page is not printed from a sheet."""

_OWN_LISTS: Mapping[str, tuple[str, Callable[[Corpus], object]]] = {"toezegging": ("toezeggingen", promises_page)}
"""The same of a kind whose list is laid out in its own way, as long as nobody needs to narrow it."""


def _records(site: _Plan) -> Iterator[AnyArtifact]:
    """The page of every record, and the list of every kind."""
    corpus = site.corpus
    for ref, record in corpus.index.records.items():
        template, own = _OWN.get(ref.kind, ("record", None))
        view = partial(own, corpus, ref.id) if own is not None else partial(record_page, corpus, record)
        form = PageForm(f"pages/{template}.html")
        yield Artifact(addresses.of_record(ref), form, view, site.inputs.page(ref), _downloads(site, ref))
    for kind in KINDS.values():
        if kind.address is Address.FOLDER:
            if kind.name in _OWN_LISTS and kind.name not in narrowable(corpus):
                template, listed = _OWN_LISTS[kind.name]
                yield site.overview(template, addresses.index(kind.name), partial(listed, corpus))
                continue
            for part in list_parts(corpus, kind):
                yield site.overview("lijst", part.path, part.view)


def _bare(site: _Plan, made: Iterable[AnyArtifact]) -> Iterator[AnyArtifact]:
    """The plain edition of the page of every record and annex that is made."""
    corpus = site.corpus
    address = corpus.organisation.site.base_url.rstrip("/")
    wanted = set(map(addresses.of_record, corpus.index.records))
    wanted |= {addresses.annex(question.id, "html") for question in corpus.questions}
    for page in made:
        if page.path in wanted:
            view = partial(Bare, page.path, address)
            yield Artifact(addresses.bare(page.path), BareForm(), view, (digest(address),), (page.path,))


def _receipts(site: _Plan) -> Iterator[AnyArtifact]:
    """The receipt of every signal, and its QR code where the site knows its address."""
    form = PageForm("pages/ontvangst.html")
    for receipt in receipts(site.corpus):
        name = (receipt.initiative.id, receipt.signal.id)
        inputs = dict.fromkeys(part for item in receipt.records for part in site.inputs.page(item.ref))
        yield Artifact(
            addresses.receipt(*name), form, partial(receipt_page, site.corpus, receipt), (*inputs, digest(name))
        )
        if whole := receipt_address(site.corpus, receipt):
            yield Artifact(addresses.receipt(*name, "svg"), CodeForm(), partial(str, whole), (digest(whole),))


def _downloads(site: _Plan, ref: Ref) -> tuple[str, ...]:
    """The files whose size and hash the page of a record prints."""
    record = site.corpus.get(ref)
    if not isinstance(record, Question) or record.annex is None:
        return ()
    made = site.annexes.get(record.id)
    return made.downloads if made is not None else frozen_files(site.corpus, record.id)


def _facets(site: _Plan) -> Iterator[AnyArtifact]:
    """The ready-made list of every facet value, with the table of exactly its rows."""
    for found in facet_pages(site.corpus):
        for part in found.parts:
            yield site.overview("lijst", part.path, part.view)
        for ending in READY if found.table else ():
            table = partial(_narrowed_table, site.corpus, found.view)
            yield site.data(addresses.download(found.table, ending), ending, table)


def _narrowed_table(corpus: Corpus, view: Callable[[], ListPage]) -> DataFile:
    table = view().table
    assert table is not None
    return DataFile((table,), provenance(corpus), table.title)


def _finding(site: _Plan) -> Iterator[AnyArtifact]:
    """What scripts read: the words that can be found, and the rows of the lists that can be narrowed."""
    corpus = site.corpus
    yield site.overview("zoeken", addresses.SEARCH, lambda: search_page(corpus, everything(corpus)))
    for path in site.names(("search", *site.inputs.everything), lambda: tuple(index_files(corpus))):
        yield site.text(path, partial(_index_file, corpus, path))
    for kind in narrowable(corpus):
        yield site.text(addresses.list_index(kind), partial(index_script, corpus, kind))
        yield site.overview("rijen", addresses.list_rows(kind), partial(rows_script, corpus, kind))


def _index_file(corpus: Corpus, path: str) -> str:
    return index_files(corpus)[path]


_OVERVIEWS: tuple[tuple[str, str, Callable[[Corpus], object]], ...] = (
    ("home", addresses.HOME, home_page),
    ("gehoord", addresses.HEARD, heard_page),
    ("begrippen", addresses.GLOSSARY, glossary_page),
    ("tekst", addresses.ACCESSIBILITY, accessibility_page),
    ("tekst", addresses.DISCLAIMER, disclaimer_page),
    ("404", addresses.NOT_FOUND, not_found_page),
)
"""Template, address and view of each page that is about all records together."""


# --- data and charts -------------------------------------------------------------------------------------------------


@once
def whole_charts(corpus: Corpus) -> tuple[ChartSpec, ...]:
    """Every chart of the site, with every row of its table."""
    found = [charts.adjustment_chart(corpus), charts.initiative_chart(corpus), charts.heard_chart(corpus)]
    found += charts_of(corpus)
    drawn = (spec for item in corpus.measurements for spec in drawings(corpus, item))
    once_each = {spec.name: spec for spec in (*found, *drawn) if spec is not None}  # a line has many pages
    return tuple(once_each.values())


@once
def all_charts(corpus: Corpus) -> tuple[ChartSpec, ...]:
    """Every chart of the site as a page draws it."""
    return tuple(map(charts.on_a_page, whole_charts(corpus)))


@once
def all_tables(corpus: Corpus) -> tuple[Table, ...]:
    """Every table that is offered as open data, in the order of the data page."""
    found = [tables.initiatives(corpus), tables.adjustments(corpus), *listing.whole(corpus)]
    found += [results(corpus, item) for item in corpus.measurements]
    found += [spec.table for spec in whole_charts(corpus) if spec.table.name not in {table.name for table in found}]
    found += [level_table(corpus), ties_table(corpus), gap_table(corpus), every_gap(corpus)]
    own = (complaints(corpus), shares(corpus), given_table(corpus), verdict_table(corpus))
    return (*found, *(table for table in own if table is not None))


def _chart(corpus: Corpus, name: str) -> ChartSpec:
    return next(spec for spec in all_charts(corpus) if spec.name == name)


@once
def _files(corpus: Corpus) -> Mapping[str, DataFile]:
    """Every table as a file, and the two that are about all of them."""
    found = all_tables(corpus)
    origin = provenance(corpus)
    about = (index_table(corpus, found), dictionary_table(found))
    return {table.name: DataFile((table,), origin, table.title) for table in (*found, *about)}


def _open_data(site: _Plan, names: tuple[str, ...]) -> Iterator[AnyArtifact]:
    """Every table in every format and on a page, one workbook with all, the dictionary, and the page of open data."""
    corpus = site.corpus
    about = {INDEX: ("csv", DESCRIPTION, "json"), DICTIONARY: ("csv", DESCRIPTION, "json")}
    for name, endings in {**dict.fromkeys(names, (*FORMATS, DESCRIPTION)), **about}.items():
        for ending in endings:
            yield site.data(addresses.download(name, ending), ending, partial(_file, corpus, name))
    title = f"{corpus.organisation.site.name}: open data"
    for ending in ("xlsx", "ods"):
        path = addresses.download(addresses.WORKBOOK, ending)
        yield site.data(path, ending, lambda: DataFile(all_tables(corpus), provenance(corpus), title))
    yield site.overview("data", addresses.DATA, lambda: data_page(corpus, all_tables(corpus)), *needed_files(names))
    for name in names:
        yield site.overview("tabel", addresses.table(name), partial(_table_page, corpus, name), *files_of(name))
    if not missing_dcat_fields(corpus):
        yield site.text(addresses.DCAT, lambda: dcat(corpus, linked_files(all_tables(corpus), endings=("csv", "json"))))


def _table_page(corpus: Corpus, name: str) -> TablePage:
    return table_page(corpus, _files(corpus)[name].tables[0])


def _file(corpus: Corpus, name: str) -> DataFile:
    return _files(corpus)[name]


# --- the rest --------------------------------------------------------------------------------------------------------


def _feeds(site: _Plan) -> Iterator[AnyArtifact]:
    """Every feed, and the page at every old address."""
    for path, document in feeds(site.corpus):
        yield Artifact(path, PageForm("feeds/atom.xml"), document, site.inputs.everything)
    for path, page in redirect_pages(site.corpus):
        yield Artifact(path, PageForm(_REDIRECT), page, site.inputs.everything)


def _search_engines(site: _Plan, pages: Iterable[AnyArtifact]) -> Iterator[AnyArtifact]:
    """The rules for search engines and the map of these pages."""
    corpus = site.corpus
    yield site.text(addresses.ROBOTS, partial(robots, corpus))
    if has_sitemap(corpus):
        stored = {addresses.annex(question.id, "html") for question in corpus.questions}
        paths = tuple(sorted(page.path for page in pages if _is_listed(page) or page.path in stored))
        inputs = (*site.inputs.everything, digest(paths))
        yield Artifact(addresses.SITEMAP, PageForm("feeds/sitemap.xml"), partial(sitemap, corpus, paths), inputs)


def _is_listed(page: AnyArtifact) -> bool:
    """Whether an artifact is a page that search engines may show."""
    if not isinstance(page.form, PageForm) or page.form.template in _UNLISTED:
        return False
    return page.path.endswith(".html") and _AGAIN not in page.path


_REDIRECT = "pages/doorverwijzing.html"
_UNLISTED = frozenset({_REDIRECT, "pages/404.html", "pages/zoeken.html"})
"""Templates of pages that no search engine should show."""
_AGAIN = "/op/"
"""Stands in the address of a list in another order, which a search engine need not show beside the list."""


def annex_paths(corpus: Corpus) -> tuple[str, ...]:
    """The address of the PDF of each annex."""
    return tuple(addresses.annex(question.id) for question in corpus.questions if question.annex is not None)


def plan(corpus: Corpus, *, assets: Mapping[str, bytes], names: Names = at_once) -> tuple[AnyArtifact, ...]:
    """Every artifact of the public site, sorted by path. Two artifacts at one address are found by `collisions`."""
    inputs = Inputs(corpus)
    questions = (item.id for item in corpus.questions if item.annex is not None and not versions(corpus, item.id))
    site = _Plan(corpus, inputs, names, {name: AnnexFiles(corpus, name, names) for name in questions})
    drawings = names(("charts", *inputs.everything), lambda: tuple(spec.name for spec in all_charts(corpus)))
    on_offer = names(("tables", *inputs.everything), lambda: tuple(table.name for table in all_tables(corpus)))
    found = [
        tokens(corpus),
        *(look_of(corpus, path, data) for path, data in assets.items() if not path.startswith(theme.FOR_PAPER)),
        *_records(site),
        *_receipts(site),
        *_facets(site),
        *_finding(site),
        *(site.overview(template, path, partial(view, corpus)) for template, path, view in _OVERVIEWS),
        *(site.overview("verbanden", path, view) for path, view in trace_pages(corpus)),
        *(site.overview("wijzigingen", path, view) for path, view in changes_pages(corpus)),
        *(site.overview("leemten", path, view) for path, view in gaps_pages(corpus)),
        *_open_data(site, on_offer),
        *(file for name in drawings for file in chart(corpus, name, partial(_chart, corpus, name), inputs.everything)),
        *pictures(corpus),
        *annexes(corpus, site.annexes, drawn_already=drawings, around=inputs.around),
        *_feeds(site),
    ]
    found += [*_bare(site, found), *_search_engines(site, found)]
    return tuple(sorted(found, key=lambda artifact: artifact.path))
