"""What is said of one thing is one number, on every page and in every file that a reader or a machine may meet.

Each count in the words of the program is read back, with what is counted and what it is said of (`number_reading`): on
pages and their plain editions, in descriptions, titles and alternative texts, in feeds and in the index of search, of
the example agency and of the real content. Rows of lists and of data files are counted. Forms of an annex have the same
words (`test_printed_alike`), and files of data the same cells (`test_printed_tables`).
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from tests import voorbeeld_site
from tests.browser_tools import real_site
from tests.number_reading import DESCRIPTION, FEED, SEARCH, SPOKEN, TEXT, TITLE, Beside, Said, Site, alike
from tests.printed_reading import csv_rows, words

CONTENTS = {"example": voorbeeld_site.CONTENT, "real": voorbeeld_site.CONTENT.parent.parent.parent / "content"}

TWO_THINGS = {
    ("klachten/index.html", "gepland"): "the home page tells what is planned by how firm the tie is, its table together"
}
"""Of what is said in the same words of the same page, and is not the same: why not."""

DRAWN = r"van 0 tot|\d+ zonder begin|raster van|per toestand: "
"""What only an alternative text counts: the scale, the rows and the boxes of a drawing."""

PARTS = "wat-de-bron-niet-zegt.html"
"""Where a whole may be less than all: of those that could have the fact."""


@pytest.fixture(scope="module", params=["example", pytest.param("real", marks=pytest.mark.source_document)])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site that is read; its content is that of the example agency, and the real."""
    made = voorbeeld_site.site if request.param == "example" else real_site
    return Site(made(tmp_path_factory), CONTENTS[request.param])


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of the example agency."""
    return Site(voorbeeld_site.site(tmp_path_factory), CONTENTS["example"])


# --- what is held equal ----------------------------------------------------------------------------------------------


def contradictions(said: Sequence[Said]) -> list[str]:
    """What is said of one thing with two numbers, in words."""
    found: dict[tuple[object, ...], dict[int, Said]] = defaultdict(dict)
    for item in said:
        only_a_whole = item.whole is not None and " " not in item.thing
        if item.thing and not only_a_whole and (item.about, item.thing) not in TWO_THINGS:
            found[item.about, item.lead, item.thing, item.whole].setdefault(item.value, item)
    apart = [list(numbers.values()) for numbers in found.values() if len(numbers) > 1]
    return ["; ".join(f"{item.where} ({item.how}): “{item.text[:90]}”" for item in items) for items in apart]


def unsaid(said: Sequence[Said]) -> list[str]:
    """What is only in a description, a title, an alternative text, a feed or the index, and not on its page."""
    on_page = defaultdict(set)
    for item in said:
        if item.how == TEXT:
            on_page[item.about].add((item.value, item.thing))
            on_page[item.where].add((item.value, item.thing))
    return [
        f"{item.where} ({item.how}), of {item.about}: {item.value} {item.thing}: “{item.text[:90]}”"
        for item in said
        if item.how in (DESCRIPTION, TITLE, FEED)
        or (item.how == SEARCH and item.thing)  # a fact without a word is what an author typed
        or (item.how == SPOKEN and not re.search(DRAWN, item.text) and not item.where.endswith("bijlage.html"))
        if not item.about.startswith("bronnen/")  # the text of a source
        and not any(
            value == item.value and (thing.startswith(item.thing) or item.thing.startswith(thing))
            for value, thing in on_page[item.about]
        )
    ]


def broken_promises(site: Site, beside: Sequence[Beside]) -> list[str]:
    """Numbers with a link that leads to another number of rows; where it leads to no rows, to a page without it."""
    found = []
    for item in beside:
        rows = site.rows.get(item.to, site.files.get(item.to))
        if rows is None and item.value and not item.to.startswith(("initiatieven/", "klachten/")):
            said = {number for other in site.said if other.where == item.to for number in (other.value, other.whole)}
            rows = item.value if item.value in said else -1
        if rows is not None and rows != item.value:
            found.append(f"{item.where}: “{item.label}” leads to {rows} in {item.to}")
    return found


def wrong_wholes(site: Site, said: Sequence[Said]) -> list[str]:
    """Where there is another number of things in “3 van de 12” than there are in the list and in the data."""
    return [
        f"{item.where} ({item.how}): “{item.text[:90]}”: there are {there}"
        for item in said
        if item.whole is not None and item.thing and item.where != PARTS
        if (there := _there(site, item)) is not None and there != item.whole
    ]


def _there(site: Site, item: Said) -> int | None:
    """How many of a thing there are in the site."""
    noun = item.thing.split()[0]
    lists = {alike(name.split("/")[0]): rows for name, rows in site.rows.items() if name.count("/") == 1}
    data = {alike(Path(name).stem): rows for name, rows in site.files.items() if name.startswith("data/")}
    return lists.get(noun, data.get(noun))


def uneven_files(files: dict[str, int]) -> list[str]:
    """Files with one table in more formats that do not have the same number of rows."""
    found = defaultdict(set)
    for name, rows in files.items():
        found[name.rpartition(".")[0]].add(rows)
    return [f"{name}: {sorted(rows)}" for name, rows in found.items() if len(rows) > 1]


# --- tests -----------------------------------------------------------------------------------------------------------


def test_of_one_thing_one_number_is_said(site: Site) -> None:
    """In the same words of the same page or record: wherever it is said, and in whatever file."""
    assert [] == contradictions(site.said)


def test_what_is_found_of_a_page_stands_on_it(site: Site) -> None:
    """A count in a description, a title, an alternative text, a feed or the index of search is one of the page."""
    assert [] == unsaid(site.said)


def test_a_number_beside_a_link_is_what_it_leads_to(site: Site) -> None:
    """Of a choice, a way, a file: as many rows are there, or that number is said there."""
    assert site.beside
    assert [] == broken_promises(site, site.beside)


def test_a_whole_is_the_whole(site: Site) -> None:
    """Of how many something is said, so many there are: in the list and in the data, also where an annex says it."""
    assert [] == wrong_wholes(site, site.said)


def test_a_list_has_the_rows_that_it_says(site: Site) -> None:
    """The first number in the description of a list is that of its rows."""
    first: dict[str, Said] = {}
    for item in site.said:
        if item.how == DESCRIPTION:
            first.setdefault(item.about, item)
    met = {name: rows for name, rows in site.rows.items() if name in first and first[name].text[:1].isdigit()}
    assert met
    assert {} == {name: (first[name].text, rows) for name, rows in met.items() if first[name].value != rows}


def test_every_file_of_a_table_has_its_rows(site: Site) -> None:
    """In each format the same number; and that is the one on the page of open data."""
    assert [] == uneven_files(site.files)
    page = site.pages[page_of := "data/index.html"]
    for row in page.xpath("//ul[@class='records']/li"):
        name = row.get("id").removeprefix("tabel-")
        (said,) = (words(fact) for fact in row.xpath(".//ul[@class='trace']/li") if words(fact).startswith("Rijen"))
        assert f"Rijen {site.files[f'data/{name}.csv']}" == re.sub(r"(?<=\d)\W(?=\d)", "", said), name
        width = len(csv_rows(name, (site.folder / f"data/{name}.csv").read_bytes()).heads)
        assert any(words(fact).startswith(f"Kolommen {width},") for fact in row.xpath(".//li")), name
    tables = len(page.xpath("//ul[@class='records']/li"))
    assert {tables} == {item.value for item in site.said if item.about == page_of and item.thing.startswith("tabel")}


def test_files_for_a_choice_say_how_many_they_hold(site: Site) -> None:
    """“Deze 4 als csv” is a file with four rows."""
    met = 0
    for name, tree in site.pages.items():
        for link in tree.xpath("//a[starts-with(normalize-space(.), 'Deze ')]"):
            if (said := re.fullmatch(r"Deze (\d+) als (\w+)", words(link))) is not None:
                target = (site.folder / name).parent / link.get("href")
                assert int(said[1]) == site.files[target.resolve().relative_to(site.folder.resolve()).as_posix()], name
                met += 1
    assert met


def test_what_came_of_an_initiative_is_counted_alike(site: Site) -> None:
    """The choice of an initiative in the list of adjustments has as many as the data say that it has."""
    data = csv_rows("", (site.folder / "data/initiatieven.csv").read_bytes())
    rows = [dict(zip(data.heads, row, strict=True)) for row in data.rows]
    expected = {f"initiatieven/{row['id']}.html": int(str(row["bijsturingen"])) for row in rows}
    offered = [item for item in site.beside if item.where == "bijsturingen/index.html" and item.to in expected]
    assert offered
    assert [] == [item for item in offered if expected[item.to] != item.value]


# --- the tests can fail ----------------------------------------------------------------------------------------------


def _more(said: Sequence[Said], how: str) -> Iterator[list[Said]]:
    """All that is said, with one more in one place: in each place of this sort that has a thing, one after another."""
    for number, item in enumerate(said):
        if item.how == how and item.thing and item.whole is None and not item.about.startswith("bronnen/"):
            yield [*said[:number], replace(item, value=item.value + 1), *said[number + 1 :]]


@pytest.mark.parametrize("how", [DESCRIPTION, TITLE, SEARCH])
def test_one_more_anywhere_is_seen(example: Site, how: str) -> None:
    """In whichever description, title or text of the index a number is one too high: some rule finds it."""
    tried = list(_more(example.said, how))[:60]
    assert tried
    assert all(contradictions(said) or unsaid(said) for said in tried)


@pytest.mark.parametrize(
    "found",
    [
        lambda site: broken_promises(site, [replace(item, value=item.value + 1) for item in site.beside[:1]]),
        lambda site: wrong_wholes(site, [replace(item, whole=99) for item in site.said if item.thing == "initiatief"]),
        lambda site: uneven_files({**site.files, "data/initiatieven.csv": 1}),
    ],
    ids=["beside a link", "a whole", "a file"],
)
def test_one_more_in_a_list_is_seen(example: Site, found: Callable[[Site], list[str]]) -> None:
    """Beside a link, in a whole, in a file."""
    assert found(example)


def test_numbers_are_read_where_they_are(example: Site) -> None:
    """On pages and in what is found of them; and what an author typed, a date or a place is no count."""
    assert {"text", "bare", "description", "title", "spoken", "search"} <= {item.how for item in example.said}
    assert not [item for item in example.said if item.thing.startswith(("januari", "procent", "kb"))]
