"""What machines follow: feeds that readers accept, and what search engines are told."""

import re
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from tests import voorbeeld_site
from tests.corpus_samples import ADJUSTMENT, HOSTILE, INITIATIVE, MEASUREMENT, NOTES, OTHER, corpus, record, rendered
from weerklank.addresses import FORMER, is_bare
from weerklank.build.make import collisions
from weerklank.corpus import Corpus, public
from weerklank.facts.verdicts import every_judged, verdict_events
from weerklank.model import RECORDS, PartialDate, Ref
from weerklank.site.changes import all_feeds
from weerklank.site.feeds import MOST_ENTRIES, FeedDocument, entry_id, feeds, moment, robots, sitemap
from weerklank.site.pages import plan
from weerklank.site.redirect import redirect_pages

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
BASE = "https://www.voorbeeld.example/weerklank"
NOTED = record("initiatief", INITIATIVE, wijzigingen=NOTES)


def _feed(site: Corpus, path: str = "feeds/alles.xml") -> FeedDocument:
    return dict(feeds(site))[path]()


def _xml(text: str) -> ET.Element:
    return ET.fromstring(text)  # noqa: S314 - our own file


def _parsed(document: FeedDocument) -> ET.Element:
    """The feed as a reader gets it, with what RFC 4287 demands of every feed and entry."""
    root = _xml(rendered("feeds/atom.xml", document))
    assert f"{ATOM}feed" == root.tag
    for item in (root, *root.iter(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert 1 == len(item.findall(f"{ATOM}{name}")), (item.tag, name)
        assert re.fullmatch(r"[a-z][a-z0-9+.-]*:\S+", item.findtext(f"{ATOM}id") or "")
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", item.findtext(f"{ATOM}updated") or "")
        assert [link for link in item.findall(f"{ATOM}link") if link.get("rel") == "alternate"]
    assert root.findtext(f"{ATOM}author/{ATOM}name")
    return root


def test_every_feed_is_valid() -> None:
    """Each feed has what the standard demands, with and without changes, with and without an address."""
    for base in ("", BASE):
        documents = {path: document() for path, document in feeds(corpus(NOTED, base=base))}

        assert 3 == len(_parsed(documents["feeds/initiatief-bevraging.xml"]).findall(f"{ATOM}entry"))
        assert not _parsed(documents["feeds/initiatief-overleg.xml"]).findall(f"{ATOM}entry")
        for document in documents.values():
            _parsed(document)


def test_every_kind_of_record_has_its_changes_in_the_feed() -> None:
    """Whatever a record holds, its change notes are followed once, and so is each dated verdict of the other side."""
    site = voorbeeld_site.corpus()
    noted = [item for item in site.records() if item.changes]
    ids = [entry.id for entry in _feed(site).entries]

    assert RECORDS.keys() == {item.ref.kind for item in noted}
    given = [event for item in every_judged(site) for event in verdict_events(site, item)]
    assert len(given) > 3
    assert len(ids) == len(set(ids)) == sum(len(item.changes) for item in noted) + len(given)


def test_feeds_are_those_that_pages_announce() -> None:
    """Every feed that a page names is there, and there is none that no page names."""
    site = corpus(NOTED)

    assert sorted(feed.path for feed in all_feeds(site)) == sorted(dict(feeds(site)))


def test_dates_come_from_the_records() -> None:
    """A feed is as new as its newest entry; without entries, as new as the records say that they are."""
    site = corpus(NOTED)

    assert "2026-11-02T00:00:00Z" == _feed(site).updated
    assert "2026-11-23T00:00:00Z" == _feed(corpus()).updated


@pytest.mark.parametrize(
    ("value", "expected"),
    [((2026,), "2026-01-01"), ((2026, 11), "2026-11-01"), ((2026, 11, 2), "2026-11-02")],
)
def test_a_vague_date_is_its_first_moment(value: tuple[int, ...], expected: str) -> None:
    """A feed has no vague dates: a month is its first moment, in UTC."""
    assert f"{expected}T00:00:00Z" == moment(PartialDate(*value))


def test_newest_comes_first() -> None:
    """Entries stand newest first; notes of one day keep the order in which they were written."""
    texts = [entry.text for entry in _feed(corpus(NOTED)).entries]

    assert [note["tekst"] for note in NOTES] == texts


def test_a_feed_ends() -> None:
    """A feed holds the newest changes, not the whole history."""
    notes = [{"datum": f"{1900 + year}", "tekst": f"Jaar {year}."} for year in range(MOST_ENTRIES + 5)]
    entries = _feed(corpus(record("initiatief", INITIATIVE, wijzigingen=notes))).entries

    assert MOST_ENTRIES == len(entries)
    assert f"Jaar {MOST_ENTRIES + 4}." == entries[0].text


def test_a_feed_shows_no_marks() -> None:
    """A feed has the words of a note, as the page of changes shows them, and not the marks that authors type."""
    notes = [
        {"datum": "2026", "tekst": "**Zes** bronnen, zie [het overleg](initiatief:overleg) of `x` in [[fr: ville]]."}
    ]
    entries = _feed(corpus(record("initiatief", INITIATIVE, wijzigingen=notes))).entries

    assert ["Zes bronnen, zie het overleg of x in ville."] == [entry.text for entry in entries]


def test_names_of_entries_last() -> None:
    """An id is one of a kind, and does not change when a title, a text or another record does."""
    reworded = [{**note, "tekst": "Anders verwoord."} for note in NOTES]
    changed = record("initiatief", INITIATIVE, titel="Een andere titel", wijzigingen=reworded)
    other = record("initiatief", OTHER, wijzigingen=NOTES)

    names = [entry.id for entry in _feed(corpus(NOTED)).entries]
    assert sorted(set(names)) == sorted(names)
    assert names == [entry.id for entry in _feed(corpus(changed)).entries]
    assert set(names) < {entry.id for entry in _feed(corpus(changed, other)).entries}


@pytest.mark.parametrize(
    ("base", "expected"),
    [
        ("", "urn:weerklank:ovo000001:initiatief:bevraging:1:2026-11"),
        ("https://voorbeeld.example", "tag:voorbeeld.example,2026-11:initiatief:bevraging:1"),
        ("https://voorbeeld.example:8443/", "tag:voorbeeld.example,2026-11:initiatief:bevraging:1"),
        (BASE, "tag:www.voorbeeld.example,2026-11:weerklank:initiatief:bevraging:1"),
    ],
)
def test_names_of_entries(base: str, expected: str) -> None:
    """An entry is named under the host of the site; a site without a host name has a URN of its own."""
    assert expected == entry_id(corpus(base=base), Ref("initiatief", "bevraging"), PartialDate(2026, 11), number=1)


def test_links_are_absolute_when_the_site_knows_its_address() -> None:
    """With an address every link of a feed is absolute; without, it is relative to the feed."""
    there, here = _feed(corpus(NOTED, base=f"{BASE}/")), _feed(corpus(NOTED))

    assert f"{BASE}/initiatieven/bevraging.html" == there.entries[0].link
    assert (f"{BASE}/feeds/alles.xml", f"{BASE}/wijzigingen.html") == (there.here, there.page)
    assert "../initiatieven/bevraging.html" == here.entries[0].link
    assert ("alles.xml", "../wijzigingen.html") == (here.here, here.page)


def test_hostile_text_stays_text() -> None:
    """Nothing in a title or a note can end an element; what XML forbids becomes a visible sign."""
    note = [{"datum": "2026", "tekst": f"{HOSTILE} \x0b"}]
    item = record("initiatief", INITIATIVE, titel=f"{HOSTILE} \x00", wijzigingen=note)
    root = _parsed(_feed(corpus(item, naam=HOSTILE)))

    assert f"{HOSTILE} ␀" == root.findtext(f"{ATOM}entry/{ATOM}title")
    assert HOSTILE == root.findtext(f"{ATOM}author/{ATOM}name")
    assert "]]>" in (root.findtext(f"{ATOM}entry/{ATOM}summary") or "")


def test_a_feed_of_an_initiative_has_what_came_of_it() -> None:
    """Who follows an initiative hears of its adjustments and measurements too, and of nothing else."""
    notes = [{"datum": "2026", "tekst": "Iets veranderde."}]
    site = corpus(
        record("bijsturing", ADJUSTMENT, wijzigingen=notes),
        record("meting", MEASUREMENT, wijzigingen=notes),
        record("initiatief", OTHER, wijzigingen=notes),
    )

    titles = [entry.title for entry in _feed(site, "feeds/initiatief-bevraging.xml").entries]
    assert ["Nieuwsbrief", "Barometer"] == titles


def test_a_feed_of_a_policy_field_has_what_names_it() -> None:
    """A record about different or all policy fields is in the feed of none, as it is on the page of none."""
    notes = [{"datum": "2026", "tekst": "Iets veranderde."}]
    site = corpus(
        NOTED, record("initiatief", OTHER, wijzigingen=notes), record("meting", MEASUREMENT, wijzigingen=notes)
    )

    titles = {entry.title for entry in _feed(site, "feeds/beleidsveld-gelijke-kansen.xml").entries}
    assert {"Bevraging", "Barometer"} == titles
    assert () == _feed(site, "feeds/beleidsveld-brussel.xml").entries


def test_what_is_not_public_is_in_no_feed() -> None:
    """A draft leaves no trace in any feed."""
    draft = record("initiatief", INITIATIVE, wijzigingen=NOTES, publicatie={"status": "concept"})
    shown = public(corpus(draft), on=date(2026, 11, 23))

    assert all("evraging" not in repr(document()) for _, document in feeds(shown))


def test_an_old_feed_stays() -> None:
    """Who follows a record by its former id keeps getting its feed."""
    moved = record("initiatief", INITIATIVE, vroegere_ids=["rondvraag"], wijzigingen=NOTES)
    documents = {path: document() for path, document in feeds(corpus(moved))}

    assert documents["feeds/initiatief-rondvraag.xml"] == documents["feeds/initiatief-bevraging.xml"]


# --- search engines ---------------------------------------------------------------------------------------------------


def test_the_site_map_has_every_page_but_those_for_nobody() -> None:
    """A site map holds absolute addresses of pages: no page of errors, no old address, nothing that is not a page."""
    moved = record("initiatief", INITIATIVE, vroegere_ids=["rondvraag"], wijzigingen=NOTES)
    site = corpus(moved, base=BASE)
    artifacts = {artifact.path: artifact for artifact in plan(site, assets={})}
    root = _xml(rendered("feeds/sitemap.xml", artifacts["sitemap.xml"].view()))
    found = {url.findtext(f"{MAP}loc"): url.findtext(f"{MAP}lastmod") for url in root}

    pages = {path for path in artifacts if path.endswith(".html") and not is_bare(path)}
    nobody = {"404.html", "zoeken.html", "initiatieven/rondvraag.html", *FORMER}
    assert {f"{BASE}/{path}" for path in pages - nobody} == set(found)
    assert "2026-11-02" == found[f"{BASE}/initiatieven/bevraging.html"]
    assert found[f"{BASE}/index.html"] is None


def test_there_is_a_site_map_only_where_it_can_be_used() -> None:
    """Without an address, or where search engines are not welcome, there is no site map."""
    for site in (corpus(), corpus(base=BASE, zoekmachines="nee")):
        assert "sitemap.xml" not in {artifact.path for artifact in plan(site, assets={})}


def test_addresses_in_the_site_map_are_escaped() -> None:
    """An ampersand in the address of the site does not break the file."""
    view = sitemap(corpus(base="https://voorbeeld.example/?a=1&b=2"), ("index.html",))

    assert _xml(rendered("feeds/sitemap.xml", view)).findtext(f"{MAP}url/{MAP}loc") == view.pages[0][0]


def test_robots() -> None:
    """Search engines are let in or kept out as the settings say, and hear of the site map when there is one."""
    assert "User-agent: *\nAllow: /\n" == robots(corpus())
    assert f"User-agent: *\nAllow: /\n\nSitemap: {BASE}/sitemap.xml\n" == robots(corpus(base=BASE))
    assert "User-agent: *\nDisallow: /\n" == robots(corpus(base=BASE, zoekmachines="nee"))


# --- old addresses ----------------------------------------------------------------------------------------------------


def test_an_old_address_leads_to_the_new_one() -> None:
    """At a former address stands a page that leads on by itself, by a link, and tells search engines where to."""
    moved = record("initiatief", INITIATIVE, titel=HOSTILE, vroegere_ids=["rondvraag"])
    for base, canonical in (("", "bevraging.html"), (BASE, f"{BASE}/initiatieven/bevraging.html")):
        ((path, view),) = (item for item in redirect_pages(corpus(moved, base=base)) if item[0] not in FORMER)
        page = view()
        html = rendered("pages/doorverwijzing.html", page)

        assert "initiatieven/rondvraag.html" == path == page.head.path
        assert '<meta http-equiv="refresh" content="0; url=bevraging.html">' in html
        assert f'<link rel="canonical" href="{canonical}">' in html
        assert '<meta name="robots" content="noindex">' in html
        assert '<a href="bevraging.html">' in html
        assert "<!--" not in html


def test_pages_of_the_program_that_moved_lead_on() -> None:
    """Each at its former address, to a page that there is, under the title of that page."""
    found = dict(redirect_pages(corpus()))
    paths = {artifact.path for artifact in plan(corpus(), assets={})}

    assert set(FORMER) <= set(found)
    for former, now in FORMER.items():
        assert now in paths
        assert f'<a href="{now}">' in rendered("pages/doorverwijzing.html", found[former]())


def test_an_old_address_is_not_given_twice() -> None:
    """When a former id is in use again, two artifacts claim one address, and that is found."""
    moved = record("initiatief", INITIATIVE, vroegere_ids=["overleg"])

    paths = [finding.artifact for finding in collisions(plan(corpus(moved), assets={}))]
    assert "initiatieven/overleg.html" in paths


def test_any_record_has_a_feed() -> None:
    """A record may hold what cannot be hashed, such as the parts of a breakdown: it is in the feed of all changes."""
    breakdown = {"soort": "uitsluitend", "totaal": "8", "delen": {"gegrond": "5", "ongegrond": "3"}}
    year = {"id": "2019", "titel": "Klachten in 2019", "jaar": "2019", "gegrondheid": breakdown, "wijzigingen": NOTES}
    found = corpus(record("klachtenjaar", {**year, "bronnen": [{"bron": "antwoord"}]}))

    assert 3 == [entry.title for entry in _feed(found).entries].count("Klachten in 2019")
