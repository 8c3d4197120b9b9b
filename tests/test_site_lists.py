"""Lists and the ready-made page of every facet value: each shows exactly the rows of its table."""

import re

import pytest

from tests.corpus_samples import ADJUSTMENT, INITIATIVE, corpus, record, rendered
from tests.real_content import BUILD_DAY, minimal, real
from weerklank.corpus import Corpus, public
from weerklank.site.lists import ListPage, adjustments_page, facet_pages, initiatives_page

CORPORA = pytest.mark.parametrize("found", [real(), corpus(), minimal()], ids=["real", "sample", "minimal"])


def ids(view: ListPage) -> list[str]:
    """The ids in the table of a list."""
    place = [column.key for column in view.table.columns].index("id")
    return [row[place].text for row in view.table.rows]


def by_value(found: Corpus) -> dict[str, ListPage]:
    """Facet pages by kind and value."""
    return {f"{view.kind} {view.narrowed}": view for view in facet_pages(found)}


@CORPORA
def test_a_list_shows_the_rows_of_its_table(found: Corpus) -> None:
    """What is read, filtered and downloaded is the same, in the same order."""
    for view in (initiatives_page(found), adjustments_page(found), *facet_pages(found)):
        assert ids(view) == [row.id for row in view.rows], view.head.path


@CORPORA
def test_a_list_can_be_printed(found: Corpus) -> None:
    """Also without a row: then the page says that there is none."""
    for view in (initiatives_page(found), adjustments_page(found)):
        html = rendered("pages/lijst.html", view)
        assert len(view.rows) == html.count("data-facets=")
        assert bool(view.rows) != ("In de records staat er geen enkel." in html)


@CORPORA
def test_counts_are_those_of_the_pages_they_lead_to(found: Corpus) -> None:
    """The number behind a value is the number of rows on its page; a value without records is no link."""
    pages = {view.head.path: view for view in facet_pages(found)}
    for view in (initiatives_page(found), adjustments_page(found)):
        for value in (value for group in view.facets for value in group.values):
            assert bool(value.count) == bool(value.link.path), value.value
            if value.link.path:
                assert value.count == len(pages[value.link.path].rows), value.value


def test_rows_carry_their_values() -> None:
    """A script that filters in place finds each row under each of its values, and under nothing else."""
    view = initiatives_page(real())
    counts = {value.value: value.count for group in view.facets for value in group.values}
    found = [value for row in view.rows for value in row.facets]
    assert counts == {value: found.count(value) for value in counts}
    assert set(found) <= set(counts)


def test_a_word_of_a_list_has_a_page_without_records() -> None:
    """Other records link to it; it says that no initiative names it."""
    view = by_value(corpus())["initiatief rol:coach"]
    assert ([], "initiatieven/per/rol/coach.html") == (ids(view), view.head.path)
    assert "initiatief vorm:niet-vermeld" not in by_value(corpus())


def test_a_narrowed_page_knows_where_it_stands() -> None:
    """Its title, the way back, the current value, and the meaning of the word."""
    view = by_value(corpus())["initiatief beleidsveld:gelijke-kansen"]
    assert ("Beleidsveld: Gelijke kansen", "Gelijke kansen voor iedereen.") == (view.head.title, str(view.definition))
    assert "initiatieven/index.html" == (view.back.path if view.back else "")
    current = [value.value for group in view.facets for value in group.values if value.current]
    assert ["beleidsveld:gelijke-kansen"] == current
    assert ["feeds/beleidsveld-gelijke-kansen.xml"] == [feed.path for feed in view.head.feeds]
    assert ["data/initiatieven-per-beleidsveld-gelijke-kansen.csv"] == [link.path for link in view.downloads]


def test_a_value_that_is_no_word_has_no_feed() -> None:
    """“Niet vermeld” is no policy field that one can follow."""
    view = by_value(corpus(record("initiatief", INITIATIVE, beleidsvelden="niet_vermeld")))[
        "initiatief beleidsveld:niet-vermeld"
    ]
    assert ((), "") == (view.head.feeds, str(view.definition))


def test_a_row_of_an_initiative() -> None:
    """Level, when, form, and what was asked, heard and done in the words of the overview."""
    row = initiatives_page(corpus()).rows[0]
    assert ("operationeel", "van 2017 tot 2019", "Gesprek") == row.meta
    assert ["Gevraagd", "Gehoord", "Gedaan"] == [label for label, _ in row.trace]
    silent = initiatives_page(corpus(record("initiatief", INITIATIVE, periode="niet_vermeld", vormen="niet_vermeld")))
    assert ("operationeel", "wanneer: niet vermeld", "vorm: niet vermeld") == silent.rows[0].meta


def test_a_row_of_an_adjustment() -> None:
    """Kind, where it came from, how strong the tie is, and the point that it is a part of."""
    part = record("bijsturing", ADJUSTMENT, id="deel", titel="Een deel", onderdeel_van="nieuwsbrief")
    (row,) = adjustments_page(corpus(part)).rows
    assert ("communicatie", "uit: Bevraging", "verband: rechtstreeks", "onderdeel van: Nieuwsbrief") == row.meta
    assert [("Toestand", "uitgevoerd")] == [(label, mark.word) for label, mark in row.trace]


def test_a_hidden_cause_leaves_no_empty_remark() -> None:
    """A remark with nothing after its colon would be a riddle."""
    hidden = public(corpus(record("initiatief", INITIATIVE, publicatie={"status": "intern"})), on=BUILD_DAY)
    (row,) = adjustments_page(hidden).rows
    assert ("communicatie",) == row.meta


def test_the_lead_counts_and_says_what_the_source_says() -> None:
    """Adjustments and points where they differ, and that a list is one of examples."""
    lead = str(adjustments_page(real()).head.lead)
    assert "11\u00a0bijsturingen in de dienstverlening, met waar ze vandaan komen." in lead
    assert "De bron telt ze als 9\u00a0punten." in lead
    assert "niet-limitatief" in lead
    assert "niet-limitatief" not in str(adjustments_page(corpus()).head.lead)


def test_long_facets_start_closed() -> None:
    """A dimension with many values does not push the list off the screen."""
    groups = {group.dimension: group for group in initiatives_page(real()).facets}
    assert (True, False) == (groups["belanghebbende"].folded, groups["niveau"].folded)
    html = rendered("pages/lijst.html", initiatives_page(real()))
    assert re.search(r"<summary>\d+\u00a0keuzes</summary>", html)


def test_a_list_has_its_chart_when_it_can_be_drawn() -> None:
    """Under the list, with the same numbers in a table; never on a narrowed page."""
    assert initiatives_page(real()).figure is not None
    assert initiatives_page(minimal()).figure is None
    assert {None} == {view.figure for view in facet_pages(corpus())}
