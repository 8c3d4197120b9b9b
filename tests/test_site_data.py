"""The page of open data: complete, true to the files, and clear about what is not there."""

import json
from decimal import Decimal

import html5lib

from tests.corpus_samples import HOSTILE, MEASUREMENT, corpus, record, rendered
from weerklank.build.forms import DataFile, DataForm
from weerklank.build.forms.data import data_bytes
from weerklank.corpus import Corpus
from weerklank.data.dictionary import dictionary_table
from weerklank.data.flat import flatten, states_of
from weerklank.data.meta import Meta
from weerklank.data.table import OPEN_LIST, Cell, Column, Role, Table, text_cell
from weerklank.facts.provenance import provenance
from weerklank.html import FileFact
from weerklank.site.data import DataPage, citation, data_page, files_of, index_table, needed_files, table_page
from weerklank.site.pages import all_tables, plan
from weerklank.states import ABSENCES, COURSES, COVERAGES, FOLLOWS

BASE = "https://www.voorbeeld.example/weerklank"
ONE = Table(
    "proef",
    "Proef",
    (Column("naam", "Naam", Role.HEAD), Column("getal", "Getal", Role.NUMBER, "procent")),
    ((text_cell("a"), Cell("ongeveer 66 procent", Decimal(66), qualifier="ongeveer", number="66%")),),
    caption="Proef. Aandeel in procent",
    notes=(OPEN_LIST, "Lees dit eerst."),
    non_exhaustive=True,
)


def _page(site: Corpus) -> DataPage:
    """The page as the site publishes it."""
    (artifact,) = (item for item in plan(site, assets={}) if item.path == "data/index.html")
    page = artifact.view()
    assert isinstance(page, DataPage)
    assert _offered(page) == artifact.needs
    return page


def _offered(page: DataPage) -> tuple[str, ...]:
    """The files whose size the page prints."""
    files = [link for entry in page.tables for link in entry.files]
    return tuple(link.path for link in (*page.bundles, *files, *page.dictionary))


def _html(page: DataPage, *, size: int = 1234) -> str:
    files = {path: FileFact(size, "") for path in _offered(page)}
    return rendered("pages/data.html", page, files=files)


def _text(html: str) -> str:
    """What a reader sees, with white space folded. Raises on a mistake in the HTML."""
    document = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(html)
    return " ".join(" ".join(document.find("body").itertext()).split())


def test_every_file_is_there() -> None:
    """Every file that the page offers is made, and every table that is made is offered."""
    site = corpus()
    artifacts = {item.path: item for item in plan(site, assets={})}
    page = _page(site)
    offered = {link.path for entry in page.tables for link in entry.files}

    assert needed_files(table.name for table in all_tables(site)) == _offered(page)
    assert set(_offered(page)) <= set(artifacts)
    assert {row.path for row in page.addresses} - {""} <= set(artifacts)
    for table in all_tables(site):
        for ending in ("csv", "json", "xlsx", "ods", "csv-metadata.json"):
            assert f"data/{table.name}.{ending}" in offered


def test_the_workbook_holds_every_table() -> None:
    """The workbooks hold every table, with the same provenance as the files of each table."""
    site = corpus()
    artifacts = {item.path: item for item in plan(site, assets={})}

    for ending in ("xlsx", "ods"):
        artifact = artifacts[f"data/weerklank.{ending}"]
        assert DataForm(ending) == artifact.form
        assert DataFile(all_tables(site), provenance(site), "Weerklank: open data") == artifact.view()


def test_a_table_says_what_it_holds() -> None:
    """A table has its caption without its title, its size, whether it is complete, and its own notes."""
    (entry,) = data_page(corpus(), (ONE,)).tables

    assert (ONE, "Aandeel in procent", 3) == (entry.table, entry.about, entry.width)
    assert ("Lees dit eerst.",) == entry.notes
    text = _text(_html(data_page(corpus(), (ONE,))))
    assert "voorbeelden: er kan meer zijn" in text
    assert "Rijen 1 Kolommen 3," in text


def test_sizes_are_those_of_the_files() -> None:
    """Beside every file stands how large it is, as it was made."""
    text = _text(_html(data_page(corpus(), (ONE,)), size=5_200))

    assert "Proef als csv 5,2 kB" in text


def test_every_column_is_explained() -> None:
    """The page of a table names every column of its files, and the dictionary has a row for each."""
    site = corpus()
    found = all_tables(site)
    artifacts = {item.path: item for item in plan(site, assets={})}

    for table, entry in zip(found, _page(site).tables, strict=True):
        artifact = artifacts[entry.page]
        page = artifact.view()
        assert (table_page(site, table), files_of(table.name)) == (page, artifact.needs)
        named = [key for row in page.columns for key in (row.column.key, *row.beside)]
        assert [column.key for column in flatten(table).columns] == named
        html = rendered("pages/tabel.html", page, files={path: FileFact(5_200, "") for path in artifact.needs})
        assert [] == [key for key in named if f"<code>{key.replace('_', '_<wbr>')}</code>" not in html]
        assert "csv (5,2 kB)" in _text(html)
    rows = dictionary_table(found).rows
    assert sum(len(flatten(table).columns) for table in found) == len(rows)


def test_a_column_says_unit_and_states() -> None:
    """A column has its unit with its kind, the columns beside it, and the states that occur in it."""
    columns = table_page(corpus(), ONE).columns

    assert ("getal (procent)", ("getal_precisie",)) == (columns[1].kind, columns[1].beside)
    pages = [table_page(corpus(), table) for table in all_tables(corpus())]
    states = {state for page in pages for row in page.columns for state in row.states}
    assert "niet_vermeld" in states


def test_every_state_is_explained() -> None:
    """Every state that a file may hold with a meaning stands on the page with its word, code and meaning."""
    site = corpus()
    page = _page(site)
    shown = {state for _, _, group in page.states for state in group}
    text = _text(_html(page))

    assert {*ABSENCES, *COVERAGES, *COURSES, *FOLLOWS} <= shown
    for table in all_tables(site):
        for state in states_of(flatten(table)):
            assert state.definition in text


def test_how_to_cite() -> None:
    """A reuser names who, when, what, as of when, under which licence and, when there is one, the address."""
    line = "Agentschap Voorbeeld (2026). Weerklank: open data, stand op 23\u00a0november 2026. Gratis hergebruik"

    assert line == citation(corpus())
    assert f"{line}. {BASE}/data/index.html" == citation(corpus(base=f"{BASE}/"))


def test_the_terms_are_on_the_page() -> None:
    """Licence, contact and citation stand on the page, each as a link that works."""
    html = _html(_page(corpus(base=BASE)))

    assert '<a href="https://licentie.example/vrij" rel="license external">Gratis hergebruik</a>' in html
    assert '<a href="mailto:data@voorbeeld.example">' in html
    assert "mailto:" not in _html(_page(corpus(contact={"naam": "Dienst"})))


def test_what_a_catalogue_still_lacks_is_said() -> None:
    """Without a DCAT record the page says what it waits for; with one it gives its address and its terms."""
    without, present = _html(_page(corpus())), _html(_page(corpus(base=BASE)))

    assert "volgt zodra dit ingevuld is: het adres van deze site." in without
    assert "dcat.jsonld" not in without
    assert 'href="dcat.jsonld"' in present
    assert "CC0" in present
    assert 'href="../sitemap.xml"' in present


def test_the_list_of_tables_leads_to_every_file() -> None:
    """A program that reads one file finds all others: by absolute address, or beside it."""
    for base, place in (("", ""), (BASE, f"{BASE}/data/")):
        site = corpus(base=base)
        found = all_tables(site)
        paths = {item.path for item in plan(site, assets={})}
        meta = Meta("Agentschap Voorbeeld", "2026-11-23", "23 november 2026")
        rows = json.loads(data_bytes(DataFile((index_table(site, found),), meta), "json"))["rijen"]

        assert [table.name for table in found] == [row["tabel"] for row in rows]
        for row in rows:
            for ending in ("csv", "json", "xlsx", "ods"):
                assert f"data/{row[ending].removeprefix(place)}" in paths
    assert ["ja", "nee"] == sorted({row["niet_limitatief"] for row in rows})


def test_hostile_titles_stay_text() -> None:
    """Nothing in a title of a table can end an element or an attribute of the page."""
    item = record("meting", MEASUREMENT, onderwerp=HOSTILE)
    table = Table("proef", HOSTILE, (Column("a", HOSTILE, Role.HEAD, "<b>", HOSTILE),), ((text_cell("x"),),), HOSTILE)
    for page in (_page(corpus(item)), data_page(corpus(naam=HOSTILE), (table,))):
        assert HOSTILE in _text(_html(page))
    assert HOSTILE in _text(rendered("pages/tabel.html", table_page(corpus(), table), files={}))


def test_a_site_without_tables_has_a_page() -> None:
    """With nothing on offer yet, the page still holds."""
    assert "0 tabellen" in _text(_html(data_page(corpus(), ())))
