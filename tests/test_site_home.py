"""The home page: the key figures, the overview of what is stated and what is not, and the ways in."""

from dataclasses import replace

import pytest

from tests.corpus_samples import ADJUSTMENT, INITIATIVE, NOTES, OTHER, corpus, minimal, record, rendered
from tests.voorbeeld_site import corpus as example
from weerklank import addresses
from weerklank.corpus import Corpus
from weerklank.model import Adjustment, ComplaintsYear, Initiative, Promise, Record, Ref
from weerklank.site.home import POSTER_ROWS, home_page
from weerklank.states import LEFT_OUT


@pytest.mark.parametrize("found", [example(), corpus(), minimal()], ids=["example", "sample", "minimal"])
def test_there_is_a_home_page(found: Corpus) -> None:
    """From the first day, with one heading and a way to everything."""
    html = rendered("pages/home.html", home_page(found))
    assert 1 == html.count("<h1")
    assert [] == [way for way in home_page(found).ways if f'href="{way.link.path}"' not in html]


def test_the_overview_is_every_initiative() -> None:
    """First what has most to tell, three cells each, and the words in each column counted."""
    found = home_page(example())
    assert 12 == len(found.poster)
    assert ("Pleingesprekken", ["vermeld", "10\u00a0signalen", "4\u00a0bijsturingen"]) == (
        found.poster[0][0].text,
        [cell.label for cell in found.poster[0][1]],
    )
    assert "7 met een bijsturing; 1 alleen een uitkomst; 1 gepland; 1 overwogen; 2 niet vermeld" == found.totals[2]
    assert 0 == found.more


def test_more_rows_than_a_poster_can_hold() -> None:
    """The rest is counted, and the totals are those of all."""
    many = [record("initiatief", OTHER, id=f"i{number}", titel=f"Initiatief {number}") for number in range(POSTER_ROWS)]
    found = home_page(corpus(*many))
    assert (POSTER_ROWS, 2) == (len(found.poster), found.more)
    assert f"{POSTER_ROWS + 2} niet vermeld" == found.totals[0]


def test_ways_say_how_much_is_there() -> None:
    """Counts of records, of stakeholders and of what is not known; zero is a count."""
    counts = {way.link.text: way.count for way in home_page(example()).ways}
    assert ("12", "14", "9", "6") == tuple(
        counts[name] for name in ("Initiatieven", "Bijsturingen", "Peilingen", "Vragen")
    )
    assert {"0"} == {
        way.count for way in home_page(minimal().having(Initiative, ())).ways if way.link.text == "Initiatieven"
    }


def test_the_newest_changes_stand_on_home() -> None:
    """The history of corrections is not hidden; five at most."""
    notes = [{"datum": f"2026-0{month}-01", "tekst": f"Wijziging {month}"} for month in range(1, 8)]
    found = home_page(corpus(record("initiatief", INITIATIVE, wijzigingen=[*NOTES, *notes])))
    assert 5 == len(found.changes)
    assert "2026-11-02" == found.changes[0][0].date.iso


def test_the_title_is_that_of_the_agency() -> None:
    """Slogan, introduction and scope come from the record of the organisation."""
    found = home_page(corpus())
    assert ("Wat u ons vertelde", "Alles komt uit één antwoord.") == (found.head.title, str(found.scope))


SIGNALS = [{"id": "wachten", "tekst": "Het wachten duurt lang.", "van": "besturen"}]


def changed(name: str, *, status: str = "uitgevoerd", strength: str = "rechtstreeks", **more: object) -> Record:
    """An adjustment that came from the inquiry."""
    cause = {"initiatief": "bevraging", "signaal": more.pop("signal", "niet_vermeld"), "sterkte": strength}
    step = {"status": status, **({"datum": more.pop("date")} if "date" in more else {})}
    base = {**ADJUSTMENT, "id": name, "titel": name.capitalize(), "aanleiding": [cause], "verloop": [step]}
    return record("bijsturing", base, **more)


def test_the_page_opens_with_what_changed_and_after_whose_word() -> None:
    """The firmest tie first, then a known signal, then what can be checked, then the newest; never what is not done."""
    inquiry = record("initiatief", INITIATIVE, signalen=SIGNALS)
    order = [
        changed("balie", signal="wachten", date="2020"),
        changed("loket", toetsbaar="ja"),
        changed("gids", date="2024"),
        changed("brief", date="2022"),
        changed("folder", strength="mee_bepalend", signal="wachten"),
    ]
    plans = changed("plan", status="gepland", signal="wachten", toetsbaar="ja", date="2030")
    for first, *rest in (order[place:] for place in range(len(order))):
        found = home_page(corpus(inquiry).having(Adjustment, (plans, *reversed(rest), first)))
        assert found.opening is not None
        assert first.title == found.opening.link.text
    assert home_page(corpus(inquiry).having(Adjustment, (plans,))).opening is None


def test_the_opening_says_who_said_what() -> None:
    """The words, the sender, the strength and where it was heard; of what is not known that it is not."""
    inquiry = record("initiatief", INITIATIVE, signalen=SIGNALS)
    html = rendered("pages/home.html", home_page(corpus(inquiry, changed("loket", signal="wachten", toetsbaar="ja"))))
    opening = html[html.index('<div class="opening">') : html.index('<form class="search"')]

    for words in (
        "<h1>Loket</h1>",
        "Het wachten duurt lang.",
        "Lokale besturen",
        "Bevraging",
        "rechtstreeks",
        "uitgevoerd",
    ):
        assert words in opening


def test_an_agency_chooses_what_the_page_opens_with() -> None:
    """Also where something else is firmer."""
    records = (changed("loket", toetsbaar="ja"), changed("gids", strength="niet_vermeld"))
    whole = corpus(*records)
    site = whole.organisation.site.model_copy(update={"opening": Ref("bijsturing", "gids")})
    found = home_page(replace(whole, organisation=whole.organisation.model_copy(update={"site": site})))
    assert found.opening is not None
    assert "Gids" == found.opening.link.text


def test_figures_lead_to_the_list_that_proves_them() -> None:
    """Every key figure is a link to a list of what it counts."""
    html = rendered("pages/home.html", home_page(example()))
    for figure, link in home_page(example()).figures:
        assert f'<a href="{link.path}"><span class="num">{figure.number}' in html


def test_the_shapes_of_the_overview_are_explained() -> None:
    """Each that occurs, once."""
    found = home_page(example())
    drawn = {cell.shape for _, cells in found.poster for cell in cells}
    assert drawn <= {mark.shape for mark, _ in found.legend}
    assert len(found.legend) == len({(mark.shape, mark.word == LEFT_OUT.word) for mark, _ in found.legend})
    assert (LEFT_OUT.word in {cell.label for _, cells in found.poster for cell in cells}) == (
        LEFT_OUT.definition in {meaning for _, meaning in found.legend}
    )


def test_ways_lead_to_every_kind_with_a_list_of_its_own() -> None:
    """Complaints and promises have a way where there are any; years without a figure are not called subjects."""
    ways = {way.link.path: way for way in home_page(example()).ways}
    for kind, model in (("klachtenjaar", ComplaintsYear), ("toezegging", Promise)):
        assert str(len(example().every(model))) == ways[addresses.index(kind)].count
    silent = ways[addresses.index("meting")].about
    assert "keer geen cijfer" in silent
    nothing = {way.link.path for way in home_page(minimal()).ways}
    assert not nothing & {addresses.index(kind) for kind in ("klachtenjaar", "toezegging")}
