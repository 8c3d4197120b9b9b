"""The list of each kind and of every facet value: each prints all its rows, and its table has exactly these."""

import json
import re
from collections import Counter

import pytest
from lxml import html
from lxml.html import HtmlElement

from tests.corpus_samples import (
    ADJUSTMENT,
    BUILD_DAY,
    INITIATIVE,
    OTHER,
    SOURCE,
    Data,
    corpus,
    minimal,
    record,
    rendered,
)
from tests.question_samples import asked, question
from tests.voorbeeld_site import corpus as example
from weerklank import addresses
from weerklank.corpus import Corpus, public
from weerklank.data.formats.csv import BOM, csv_bytes
from weerklank.data.table import Cell
from weerklank.facts.facets import Facet
from weerklank.kinds import KINDS
from weerklank.site.complaints import complaints_page
from weerklank.site.indexes import LISTS, list_page
from weerklank.site.lists import ListPage
from weerklank.site.narrowed import facet_pages, index_script, narrowable, rows_script, whole_page
from weerklank.site.sources import sources_page
from weerklank.site.wholelists import measurements_page, questions_page

QUALITATIVE: Data = {"toestand": "kwalitatief", "reden": "Klachten gaan vooral over de termijn."}
RICH = corpus(
    record("initiatief", OTHER, gehoord=QUALITATIVE),
    record("bron", SOURCE, opmerking="De tekst is ingekort."),
    *(
        record("klachtenjaar", {"id": year, "titel": f"Klachten in {year}", "jaar": year, "totaal": "12",
                                "bronnen": [{"bron": "antwoord"}]})
        for year in ("2018", "2019")
    ),
    record("beslissing", {"id": "in-woorden", "titel": "In woorden", "samenvatting": "We meten in woorden.",
                          "bronnen": [{"bron": "antwoord"}]}),
    question(),
)  # fmt: skip
CORPORA = pytest.mark.parametrize(
    "found", [example(), corpus(), RICH, minimal()], ids=["example", "sample", "rich", "minimal"]
)


def words_of(element: HtmlElement) -> str:
    """The words that a reader sees, without the places where a word may break."""
    return " ".join(str(element.text_content()).replace("\xad", "").split())


def text_of(markup: object) -> str:
    """The same of a piece of safe HTML."""
    return words_of(html.fragment_fromstring(str(markup), create_parent="div"))


def printed(view: ListPage) -> HtmlElement:
    """A list as a page."""
    return html.fromstring(rendered("pages/lijst.html", view))


@CORPORA
def test_a_list_prints_each_row(found: Corpus) -> None:
    """In order, and of each row its link, its sentence, its remarks, and how it stands: label, state and count."""
    for kind, make in LISTS.items():
        view = make(found)
        rows = printed(view).xpath("//ol[@id='records']/li")
        assert len(view.rows) == len(rows), kind
        assert bool(view.rows) != (text_of(view.empty) in words_of(printed(view)))
        for row, shown in zip(view.rows, rows, strict=True):
            said = words_of(shown)
            told = [text for item in row.trace for text in (item.label, item.mark.word, item.count)]
            pieces = [row.link.text, text_of(row.summary), *row.meta, *told, row.more.text if row.more else ""]
            assert [] == [piece for piece in pieces if " ".join(piece.split()) not in said], row.id
            links = [row.link, *([row.more] if row.more else [])]
            page = addresses.index(kind)
            assert [addresses.relative(link.path, page=page) for link in links] == shown.xpath(".//a/@href")


@CORPORA
def test_a_list_holds_every_record_of_its_kind(found: Corpus) -> None:
    """Each once; of adjustments those without parts, because these are what is counted."""
    wanted = {kind: {item.id for item in found.records() if item.ref.kind == kind} for kind in LISTS}
    wanted["bijsturing"] = {item.id for item in found.leaves}

    assert wanted == {kind: {row.id for row in make(found).rows} for kind, make in LISTS.items()}
    for make in LISTS.values():
        names = [row.id for row in make(found).rows]
        assert len(names) == len(set(names))


def _cell(cell: Cell) -> str:
    """What a page prints of a cell: of a figure the short form."""
    return " ".join((f"{cell.qualifier} {cell.number}" if cell.number else cell.text).split())


@CORPORA
def test_a_list_prints_what_stands_beside_it(found: Corpus) -> None:
    """Tables with their words, downloads, and the sections that explain what is missing."""
    for make in LISTS.values():
        view = make(found)
        page = printed(view)
        said = words_of(page)
        assert [] == [link.text for link in view.downloads if link.text not in said]
        cells = [words for row in view.shown.rows for words in map(_cell, row)] if view.shown else []
        assert [] == [text for text in cells if text not in said]
        for part in view.beside:
            (section,) = page.xpath(f"//section[@aria-labelledby='{part.id}']")
            texts = [part.title, part.note]
            for link, value, _ in part.items:
                state = [text_of(value.html), value.mark.word if value.mark else ""] if value else []
                texts += [link.text, *state]
            assert [] == [text for text in texts if " ".join(text.split()) not in words_of(section)]


def initiatives_page(found: Corpus) -> ListPage:
    """The whole list of initiatives."""
    return whole_page(found, "initiatief")


def adjustments_page(found: Corpus) -> ListPage:
    """The whole list of adjustments."""
    return whole_page(found, "bijsturing")


def facets_of(view: ListPage) -> tuple[Facet, ...]:
    """The ways to narrow a list."""
    assert view.narrowing is not None
    return view.narrowing.facets


def ids(view: ListPage) -> list[str]:
    """The ids in the table of a list; a list without rows has none."""
    if view.table is None:
        return []
    place = [column.key for column in view.table.columns].index("id")
    return [row[place].text for row in view.table.rows]


def by_value(found: Corpus) -> dict[str, ListPage]:
    """Facet pages by kind and value."""
    return {f"{view.kind} {view.narrowed}": view for view in narrowed(found)}


def narrowed(found: Corpus) -> list[ListPage]:
    """The list of each facet value."""
    return [page.view() for page in facet_pages(found)]


@CORPORA
def test_a_list_shows_the_rows_of_its_table(found: Corpus) -> None:
    """What is read, filtered and downloaded is the same, in the same order."""
    for view in (initiatives_page(found), adjustments_page(found), *narrowed(found)):
        assert ids(view) == [row.id for row in view.rows], view.head.path


@CORPORA
def test_counts_are_those_of_the_pages_they_lead_to(found: Corpus) -> None:
    """The number behind a value is the number of rows on its list; a value of no record, or of all, is no link."""
    pages = {view.head.path: view for view in narrowed(found)}
    records = {addresses.of_record(ref) for ref in found.refs()}
    for view in (initiatives_page(found), adjustments_page(found), *pages.values()):
        for value in (value for group in facets_of(view) for value in group.values):
            count = view.narrowing.count if view.narrowing else 0
            assert bool(value.path) == (value.own is not None or 0 < len(value.ids) < count), value
            if value.path and value.path not in records:
                assert len(value.ids) == len(pages[value.path].rows), value


def test_a_value_that_is_a_record_leads_to_it() -> None:
    """The page of an initiative tells what came of it; a list for each of them would tell that a second time."""
    whole = {group.dimension: group for group in facets_of(adjustments_page(corpus()))}
    unknown = [{"initiatief": "niet_vermeld", "sterkte": "niet_vermeld"}]
    pages = by_value(corpus(record("bijsturing", ADJUSTMENT, id="van-elders", aanleiding=unknown)))

    assert ["initiatieven/bevraging.html"] == [v.path for v in whole["initiatief"].values if v.ids]
    assert "bijsturing initiatief:niet-vermeld" in pages
    assert "bijsturing initiatief:bevraging" not in by_value(corpus())


@CORPORA
def test_a_list_is_known_before_it_is_made(found: Corpus) -> None:
    """The address of a ready-made list and the name of its table are those that it has."""
    for page in facet_pages(found):
        view = page.view()
        assert (page.parts[0].path, page.table) == (view.head.path, view.table.name if view.table is not None else "")


def test_links_between_lists_do_not_grow_with_the_records() -> None:
    """What has a value for each record stands on the whole list only, or every page would link to every record."""
    for view in narrowed(corpus()):
        dimensions = {group.dimension for group in facets_of(view)}
        assert "initiatief" not in dimensions or view.narrowed.startswith("initiatief:")
    assert "initiatief" in {group.dimension for group in facets_of(adjustments_page(corpus()))}


def test_an_empty_list_has_no_file() -> None:
    """A word that no initiative has keeps its address; there is nothing to download."""
    view = by_value(corpus())["initiatief rol:coach"]
    assert ((), None) == (view.downloads, view.table)


def test_a_value_of_all_records_has_no_list() -> None:
    """It would be the whole list again; only what records link to has one, because it tells what the word means."""
    pages = by_value(
        corpus(record("initiatief", OTHER, status="lopend"), record("initiatief", INITIATIVE, status="lopend"))
    )

    assert "initiatief status:lopend" not in pages
    assert "initiatief rol:coach" in pages


def test_a_script_knows_what_each_record_has() -> None:
    """It finds each of them under each of its values, and under nothing else; and each once in every order."""
    for kind in narrowable(example()):
        data = json.loads(index_script(example(), kind).removeprefix("window.weerklankLijst=").removesuffix(";\n"))
        view = whole_page(example(), kind)
        found = [data["keys"][place] for places in data["rows"] for place in places]
        values = {f"{group.dimension}:{value.id}": value.ids for group in facets_of(view) for value in group.values}
        assert {key: len(names) for key, names in values.items() if names} == Counter(found)
        for row, places in zip(view.rows, data["rows"], strict=True):
            assert [key for key, names in values.items() if row.id in names] == [data["keys"][n] for n in places]
        assert [order.id for order in view.narrowing.orders if order.id] == list(data["orders"])  # type: ignore[union-attr]
        assert [list(range(len(view.rows)))] * len(data["orders"]) == [sorted(o) for o in data["orders"].values()]


def test_a_script_has_each_row_as_it_is_printed() -> None:
    """As on the page of the list, and as a line of its CSV."""
    for kind in narrowable(example()):
        script = rendered("pages/rijen.html", rows_script(example(), kind))
        data = json.loads(script.removeprefix("window.weerklankRijen=").removesuffix(";\n"))
        rows = printed(whole_page(example(), kind)).xpath("//ol[@id='records']/li")
        table = whole_page(example(), kind).table
        assert table is not None
        assert [words_of(row) for row in rows] == [words_of(html.fromstring(row)) for _, row in data["rijen"]]
        lines = [data["kop"], *(line for line, _ in data["rijen"]), ""]
        assert csv_bytes(table).decode().removeprefix(BOM) == "\r\n".join(lines)


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
    assert ["beleidsveld:gelijke-kansen"] == printed(view).xpath("//a[@aria-current='page']/@data-facet")
    assert ["feeds/beleidsveld-gelijke-kansen.xml"] == [feed.path for feed in view.head.feeds]
    assert ["data/initiatieven-per-beleidsveld-gelijke-kansen." + ending for ending in ("csv", "xlsx")] == [
        link.path for link in view.downloads
    ]


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
    assert ["Gevraagd", "Gehoord", "Gedaan"] == [told.label for told in row.trace]
    silent = initiatives_page(corpus(record("initiatief", INITIATIVE, periode="niet_vermeld", vormen="niet_vermeld")))
    assert ("operationeel", "wanneer: niet vermeld", "vorm: niet vermeld") == silent.rows[0].meta
    planned = initiatives_page(corpus(record("initiatief", INITIATIVE, periode="gepland", vormen="niet_vermeld")))
    assert "wanneer: gepland" in {text for row in planned.rows for text in row.meta}, "in the state that it has"


def test_a_row_of_an_adjustment() -> None:
    """Kind, where it came from, how strong the tie is, and the point that it is a part of."""
    part = record("bijsturing", ADJUSTMENT, id="deel", titel="Een deel", onderdeel_van="nieuwsbrief")
    (row,) = adjustments_page(corpus(part)).rows
    assert ("communicatie", "uit: Bevraging", "verband: rechtstreeks", "onderdeel van: Nieuwsbrief") == row.meta
    assert [("Toestand", "uitgevoerd")] == [(told.label, told.mark.word) for told in row.trace]


def test_a_hidden_cause_leaves_no_empty_remark() -> None:
    """A remark with nothing after its colon would be a riddle."""
    hidden = public(corpus(record("initiatief", INITIATIVE, publicatie={"status": "intern"})), on=BUILD_DAY)
    (row,) = adjustments_page(hidden).rows
    assert ("communicatie",) == row.meta


def test_the_lead_counts_and_says_what_the_source_says() -> None:
    """Adjustments and points where they differ, and that a list is one of examples."""
    lead = str(adjustments_page(example()).head.lead)
    assert "14\u00a0bijsturingen, met waar ze vandaan komen." in lead
    assert "In de bronnen staan ze als 12\u00a0punten." in lead
    assert "er kan meer zijn" in lead
    assert "er kan meer zijn" not in str(adjustments_page(corpus()).head.lead)


def test_long_facets_start_closed() -> None:
    """A dimension with many values does not push the list off the screen."""
    page = printed(initiatives_page(example()))
    closed = page.xpath("//div[@data-dimension][details[not(@open)]]")
    assert "belanghebbende" in {item.get("data-dimension") for item in closed}
    assert "niveau" not in {item.get("data-dimension") for item in closed}
    assert all(re.fullmatch(r"\D+: \d+\u00a0keuzes", item.find("details/summary").text_content()) for item in closed)


def test_a_list_has_its_chart_when_it_can_be_drawn() -> None:
    """Under the list, with the same numbers in a table; never on a narrowed page."""
    assert initiatives_page(example()).figure is not None
    assert initiatives_page(minimal()).figure is None
    assert {None} == {view.figure for view in narrowed(corpus())}


# --- the other kinds -------------------------------------------------------------------------------------------------


def test_a_measurement_has_figures_and_what_lacks_one() -> None:
    """Figures in words, and how many results have none."""
    (row,) = measurements_page(corpus()).rows
    assert ("2016", "1\u00a0cijfer", "1\u00a0resultaat zonder cijfer") == row.meta
    assert [("Termijn", "ongeveer 66 procent")] == [(told.label, told.mark.word) for told in row.trace]


def test_decisions_stand_beside_measurements() -> None:
    """They say why not more is measured; without one there is no empty heading."""
    (part,) = measurements_page(RICH).beside
    assert ("Waarom niet meer gemeten is", ["In woorden"]) == (part.title, [link.text for link, _, _ in part.items])
    assert () == measurements_page(corpus()).beside


def test_the_newest_question_stands_first() -> None:
    """Dated questions come first, newest on top; those without a date follow, by title."""
    old = question(id="oud", titel="Oud", datum_gesteld="2018", bijlage=None)
    new = question(id="nieuw", titel="Nieuw", datum_gesteld="2020-02-12", bijlage=None)
    undated = question(id="aa", titel="Aa", bijlage=None)

    assert ["Nieuw", "Oud", "Aa", "Tevredenheid"] == [
        row.link.text for row in questions_page(asked(old, new, undated)).rows
    ]


def test_a_question_tells_how_far_the_answer_goes() -> None:
    """What is known of it, its coverage in counts, and where its annex is."""
    (row,) = questions_page(asked()).rows

    assert ("schriftelijke vraag", "nummer niet vermeld", "vraagsteller niet vermeld") == row.meta[:3]
    assert ("datum niet vermeld", "2\u00a0deelvragen, 3\u00a0delen") == row.meta[3:]
    assert ("vragen/tevredenheid/bijlage.html", "") == (row.more.path if row.more else "", row.trace[0].label)
    assert {"1 van 3"} == {told.count for told in row.trace if not told.count.startswith("0")}


def test_a_list_of_questions_names_their_kinds() -> None:
    """The sentence above it names the kinds that are there, each row its own; members that asked together stand so."""
    oral = question(id="mondeling", soort="vraag_om_uitleg", vraagsteller=["An Janssens", "Bert Peeters"])
    view = questions_page(asked(oral))

    assert str(view.head.lead).startswith("Schriftelijke vragen en vragen om uitleg van leden van het parlement")
    assert [
        ("schriftelijke vraag", "vraagsteller niet vermeld"),
        ("vraag om uitleg", "An Janssens en Bert Peeters"),
    ] == [(row.meta[0], row.meta[2]) for row in sorted(view.rows, key=lambda row: row.meta[0])]


def test_complaints_stand_in_one_table() -> None:
    """All years with their figures, and a page of each; before the first year, the place where they will come."""
    view = complaints_page(RICH)
    assert (3, 4, "Alle aantallen") == (len(view.shown.columns) if view.shown else 0, len(view.downloads), view.title)
    assert (None, ()) == (complaints_page(corpus()).shown, complaints_page(corpus()).downloads)


def test_words_stand_where_there_is_no_figure() -> None:
    """What an initiative heard in words about complaints is not lost for want of a number."""
    (part,) = complaints_page(corpus(record("initiatief", OTHER, gehoord=QUALITATIVE))).beside
    assert [("Overleg", "Klachten gaan vooral over de termijn.")] == [
        (link.text, str(said.html)) for link, said, _ in part.items if said
    ]


def test_a_decision_says_of_when_it_is() -> None:
    """Its date, or that the source gives none."""
    (row,) = list_page(RICH, KINDS["beslissing"]).rows
    assert ("datum: niet vermeld",) == row.meta


def test_what_belongs_to_the_answer_comes_first() -> None:
    """Then what only explains words; each is labelled."""
    other = record("bron", SOURCE, id="a-woordenboek", titel="A-woordenboek", extern="ja")
    rows = sources_page(corpus(other, question())).rows
    assert ["Antwoord op een vraag", "A-woordenboek"] == [row.link.text for row in rows]
    assert ["hoort bij het antwoord", "niet uit het antwoord"] == [row.meta[1] for row in rows]
    assert ["van elders"] == [
        row.meta[1] for row in sources_page(corpus(other)).rows if row.link.text == "A-woordenboek"
    ]
