"""The receipt of a signal: what was said, what became of it and why, at an address that lasts."""

import re
from datetime import date
from itertools import pairwise

import pytest
from lxml import html

from tests import voorbeeld_site
from tests.corpus_samples import corpus, record, rendered
from tests.question_samples import cite
from tests.test_facts_verdicts import ADJUSTMENT, INITIATIVE, PROMISE, SAID, WORDS, with_buurt, words
from weerklank import addresses
from weerklank.corpus import Corpus, public
from weerklank.facts.receipts import Receipt, receipts
from weerklank.model import Record
from weerklank.site.feeds import FeedDocument, feeds
from weerklank.site.pages import plan
from weerklank.site.receipt import NOTHING_YET, UNCHECKED, receipt_page
from weerklank.site.record import record_page
from weerklank.site.redirect import redirect_pages

BASE = "https://voorbeeld.example/luisteren"


def site(*more: Record, base: str = BASE, **changes: object) -> Corpus:
    """An initiative with one signal and what followed from it."""
    heard = {**INITIATIVE, "nagekeken_op": "2021-05-06", "vroegere_ids": ["vroeger"], **changes}
    return with_buurt(corpus(record("initiatief", heard), *more, base=base))


def the_one(found: Corpus) -> Receipt:
    """The receipt of that signal."""
    return next(item for item in receipts(found) if item.initiative.id == "rondvraag")


def printed(found: Corpus) -> str:
    """The words of its page."""
    return words(rendered("pages/ontvangst.html", receipt_page(found, the_one(found))))


def feed(found: Corpus, path: str = "s/rondvraag-traag.xml") -> FeedDocument:
    """The feed at an address."""
    return dict(feeds(found))[path]()


def test_a_receipt_says_what_was_said_and_where() -> None:
    """The signal, who gave it, at which initiative and when; when the records were last looked at; its address."""
    found = site()
    text = rendered("pages/ontvangst.html", receipt_page(found, the_one(found)))
    said = words(text)

    assert "Ontvangstbewijs van een signaal Het duurt te lang." in said
    assert "Vande buurt" in said
    assert "vanaf 2019" in said
    assert "Gegevens nagekeken op 6 mei 2021." in said
    assert f"{BASE}/s/rondvraag-traag.html" in said
    tree = html.fromstring(text)
    assert ["../initiatieven/rondvraag.html#signaal-traag"] == [
        link for link in tree.xpath("//dl//a/@href") if "signaal" in link
    ]
    assert ["rondvraag-traag.svg"] == tree.xpath("//img/@src")
    assert len(text) < 20_000


def test_nothing_yet_is_said() -> None:
    """A signal from which nothing followed says so, and so does one that nobody looked at since."""
    said = printed(site(nagekeken_op=None))

    assert NOTHING_YET in said
    assert UNCHECKED in said


def test_what_was_refused_has_its_reason() -> None:
    """The status with its day, the reason, how firmly it is tied, and the verdict of who said it: of nobody else."""
    refused = [{"status": "niet_weerhouden", "datum": "2020-06-07"}]
    other = {**SAID, "van": "winkels", "oordeel": "volstaat"}
    item = record(
        "bijsturing", ADJUSTMENT, verloop=refused, reden="Er is geen plaats.", oordeel_van_de_gever=[SAID, other]
    )
    said = printed(site(item))

    assert "Tweede loket niet overgenomen 7 juni 2020. Er kwam een tweede loket. Reden: Er is geen plaats." in said
    assert "Verband: rechtstreeks" in said
    assert f"Oordeel van de buurt: volstaat niet: 3 februari 2021: “{WORDS}”" in said
    assert "volstaat:" not in said
    assert NOTHING_YET not in said


def test_promises_and_decisions_are_told() -> None:
    """A promise about what followed, and a decision that explains why something is not known of it."""
    promised = record(
        "toezegging", PROMISE, bijsturingen=["loket"], oordeel_van_de_gever={**SAID, "van": "toegezegd_aan"}
    )
    silent = {"toestand": "niet_gemeten", "beslissing": "niet-meten"}
    decided = record(
        "beslissing",
        {
            "id": "niet-meten",
            "titel": "Niet meten",
            "samenvatting": "Er wordt niet gemeten.",
            "bronnen": [cite(WORDS, "")],
        },
    )
    said = printed(site(record("bijsturing", ADJUSTMENT, effect=silent), promised, decided))

    assert "Wat toegezegd is Een bank nagekomen in februari 2020" in said
    assert "Oordeel van de commissie: volstaat niet: 3 februari 2021" in said
    assert "Wat beslist is Niet meten Er wordt niet gemeten." in said


def test_the_feed_gains_an_entry_when_the_outcome_changes() -> None:
    """A step, a promise, a verdict: each is one entry more, and those that were there keep their names."""
    begun = [{"status": "overwogen", "datum": "2019"}]
    done = [*begun, {"status": "uitgevoerd", "datum": "2020"}]
    promised = record("toezegging", PROMISE, bijsturingen=["loket"])
    stages = [
        site(),
        site(record("bijsturing", ADJUSTMENT, verloop=begun)),
        site(record("bijsturing", ADJUSTMENT, verloop=done)),
        site(record("bijsturing", ADJUSTMENT, verloop=done, oordeel_van_de_gever=SAID)),
        site(record("bijsturing", ADJUSTMENT, verloop=done, oordeel_van_de_gever=SAID), promised),
    ]
    ids = [[entry.id for entry in feed(stage).entries] for stage in stages]

    assert [0, 1, 2, 3] == [len(found) for found in ids[:4]]
    assert len(ids[4]) > 4
    for before, after in pairwise(ids):
        assert set(before) < set(after)
        assert len(after) == len(set(after))


def test_a_receipt_lasts_when_the_initiative_gets_another_name() -> None:
    """What was handed out under a former id leads on, and its feed goes on."""
    found = site()
    pages = dict(redirect_pages(found))

    assert "s/rondvraag-traag.html" == pages["s/vroeger-traag.html"]().target.path
    assert feed(found) == feed(found, "s/vroeger-traag.xml")


def test_without_an_address_there_is_no_code() -> None:
    """The page says so, and no file is made."""
    found = site(base="")
    text = rendered("pages/ontvangst.html", receipt_page(found, the_one(found)))

    assert "De site heeft nog geen eigen adres: er is dus geen QR-code." in words(text)
    assert "<img" not in text
    assert [] == [
        item.path for item in plan(found, assets={}) if item.path.startswith("s/") and item.path.endswith("svg")
    ]


def test_every_public_signal_has_its_three_files_and_no_other() -> None:
    """Page, feed and code; of what is not public, now or yet, there is no trace."""
    seen = voorbeeld_site.corpus()
    signals = [(item.initiative, item.signal) for item in receipts(seen)]
    own = {addresses.receipt(item.id, signal.id, end) for item, signal in signals for end in ("html", "xml", "svg")}
    former = {
        addresses.receipt(name, signal.id, end)
        for item, signal in signals
        for name in item.former_ids
        for end in ("html", "xml")
    }

    assert len(own) > 30
    assert own | former == {item.path for item in plan(seen, assets={}) if item.path.startswith("s/")}
    secret = "|".join(item.id for item in voorbeeld_site.whole().initiatives if item.id.startswith("geheim"))
    assert [] == [path for path in own | former if re.search(secret, path)]


def test_an_embargo_holds_for_a_receipt() -> None:
    """A signal under embargo has no receipt before its day, and what follows under one is not on it."""
    later = {"status": "openbaar", "vanaf": "2030-01-01"}
    hidden = site(publicatie=later)
    followed = site(record("bijsturing", ADJUSTMENT, publicatie=later))
    day = date(2026, 11, 23)

    assert "rondvraag" not in {item.initiative.id for item in receipts(public(hidden, on=day))}
    assert NOTHING_YET in printed(with_buurt(public(followed, on=day)))
    assert [] == list(feed(with_buurt(public(followed, on=day))).entries)


def test_each_signal_leads_to_its_receipt() -> None:
    """On the page of the initiative, quietly, behind what it led to."""
    found = site()
    text = rendered("pages/record.html", record_page(found, the_one(found).initiative))

    assert ["../s/rondvraag-traag.html"] == html.fromstring(text).xpath(
        "//li[@id='signaal-traag']//a[.='ontvangstbewijs']/@href"
    )


@pytest.mark.parametrize("text", ["Het duurt **te** lang.", "woord " * 60])
def test_the_whole_signal_is_on_the_page(text: str) -> None:
    """A long one is shortened in the title and whole below it; marks are no letters."""
    found = site(signalen=[{"id": "traag", "tekst": text, "van": "buurt"}])

    assert " ".join(text.replace("*", "").split()) in printed(found)
