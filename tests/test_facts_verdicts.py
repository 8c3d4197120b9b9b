"""The verdict of the other side: its own words, beside the status of the agency, and in no count of what was done."""

from lxml import html

from tests.corpus_samples import Data, corpus, record, rendered
from tests.question_samples import annex, asked, cite
from weerklank.corpus import Corpus
from weerklank.document.annex import annex_view
from weerklank.facts.listing import all_of
from weerklank.facts.loop import loop_of
from weerklank.facts.promises import standings
from weerklank.facts.promises import statement as promised
from weerklank.facts.search import entries
from weerklank.facts.tables import adjustments
from weerklank.facts.verdicts import statement, verdict_events, verdict_table
from weerklank.kinds import KINDS
from weerklank.model import Adjustment, Initiative, Promise, Ref, Vocabulary
from weerklank.site.feeds import feeds
from weerklank.site.narrowed import whole_page
from weerklank.site.promises import promises_page
from weerklank.site.record import record_page

WORDS = "Er kwam een nieuwsbrief na de bevraging."
INITIATIVE: Data = {
    "id": "rondvraag",
    "titel": "Rondvraag",
    "samenvatting": "Wij vroegen rond.",
    "niveau": "operationeel",
    "vormen": ["gesprek"],
    "status": "afgerond",
    "periode": {"van": "2019"},
    "signalen": [{"id": "traag", "tekst": "Het duurt te lang.", "van": "buurt"}],
    "bronnen": [cite(WORDS, "antwoord, alinea 2")],
}
ADJUSTMENT: Data = {
    "id": "loket",
    "titel": "Tweede loket",
    "samenvatting": "Er kwam een tweede loket.",
    "soort": "werkwijze",
    "aanleiding": [{"initiatief": "rondvraag", "signaal": "traag", "sterkte": "rechtstreeks"}],
    "verloop": [{"status": "uitgevoerd", "datum": "2020"}],
    "bronnen": [cite(WORDS, "antwoord, alinea 2")],
}
SAID: Data = {
    "van": "buurt",
    "oordeel": "volstaat_niet",
    "woorden": [cite(WORDS, "antwoord, alinea 2")],
    "datum": "2021-02-03",
}
PROMISE: Data = {
    "id": "bank",
    "titel": "Een bank",
    "samenvatting": "De minister zegt een bank toe.",
    "aan": "De commissie",
    "gezegd_op": "2019-05-06",
    "uiterlijk": "2020-01",
    "verloop": [{"status": "nagekomen", "datum": "2020-02"}],
    "bronnen": [cite(WORDS, "antwoord, alinea 2")],
}


def with_buurt(found: Corpus) -> Corpus:
    """The same with a stakeholder that is called "de buurt"."""
    term = {"id": "buurt", "naam": "de buurt", "omschrijving": "Wie er woont."}
    words = Vocabulary.model_validate({"id": "belanghebbenden", "titel": "Belanghebbenden", "termen": [term]})
    found.vocabularies["belanghebbende"] = words  # type: ignore[index]
    return found


def judged(*said: Data, promised: Data | None = None) -> Corpus:
    """An initiative, an adjustment with these verdicts, and perhaps a promise with one."""
    items = [
        record("initiatief", INITIATIVE),
        record("bijsturing", ADJUSTMENT, oordeel_van_de_gever=list(said)),
        *([record("toezegging", PROMISE, oordeel_van_de_gever=promised)] if promised else []),
    ]
    return with_buurt(corpus(*items))


def words(text: str) -> str:
    """The words of a page."""
    found = html.fromstring(text).text_content().replace("\xad", "").replace("\N{NO-BREAK SPACE}", " ")
    return " ".join(found.split())


def page(found: Corpus, kind: str, name: str) -> str:
    """The words of the page of a record."""
    return words(rendered("pages/record.html", record_page(found, found.get(Ref(kind, name)))))


def test_a_verdict_stands_beside_the_status_of_the_agency() -> None:
    """On the page of what was done and on that of the initiative: the agency says done, the party says not enough."""
    found = judged(SAID)
    own = page(found, "bijsturing", "loket")

    assert (
        f"Oordeel van wie het signaal gaf volstaat niet [1] “{WORDS}” Volgens: de buurt Datum: 3 februari 2021" in own
    )
    assert "Uitgevoerd Datum: 2020" in own
    told = page(found, "initiatief", "rondvraag")
    assert f"Oordeel van de buurtvolstaat niet: 3 februari 2021: “{WORDS}”" in told


def test_a_verdict_changes_no_count_of_what_was_done() -> None:
    """Loops, promises, their groups and their sentences are the same with and without the harshest verdict."""
    plain, spoken = judged(), judged(SAID, promised={**SAID, "van": "toegezegd_aan"})
    bare = with_buurt(corpus(*[item for item in spoken.records() if item.id != "bank"], record("toezegging", PROMISE)))

    item = spoken.get(Ref("initiatief", "rondvraag"))
    assert isinstance(item, Initiative)
    assert loop_of(plain, item) == loop_of(spoken, item)
    assert promised(bare) == promised(spoken)
    assert [*map(len, standings(bare).values())] == [*map(len, standings(spoken).values())]


def test_verdicts_are_counted_apart() -> None:
    """One sentence of its own above the list; none where nobody gave one."""
    found = judged(SAID, {**SAID, "van": "toegezegd_aan", "oordeel": "volstaat"})
    sentence = "Over 1 bijsturing zijn er 2 oordelen van wie erom vroeg: 1 keer volstaat en 1 keer volstaat niet."

    assert sentence == statement(found.every(Adjustment), ("bijsturing", "bijsturingen")).replace("\xa0", " ")
    listed = words(rendered("pages/lijst.html", whole_page(found, "bijsturing")))
    assert sentence in listed
    assert "Oordeel volstaat niet, volgens de buurt" in listed
    assert "" == statement(judged().every(Adjustment), ("bijsturing", "bijsturingen"))


def test_whom_a_promise_was_made_to_judges_by_its_name() -> None:
    """The name stands where the promise says to whom it was made."""
    found = judged(promised={**SAID, "van": "toegezegd_aan", "oordeel": "volstaat_deels"})

    assert "volstaat deels [1] “" in page(found, "toezegging", "bank")
    assert "Volgens: De commissie" in page(found, "toezegging", "bank")
    listed = words(rendered("pages/toezeggingen.html", promises_page(found)))
    assert "Oordeel: volstaat deels, volgens de commissie" in listed
    assert "Over 1 toezegging is er 1 oordeel van wie erom vroeg: 1 keer volstaat deels." in listed


def test_data_hold_every_verdict_with_its_words() -> None:
    """A table of their own, and a column in that of what was judged."""
    found = judged(SAID, promised={**SAID, "van": "toegezegd_aan"})
    table = verdict_table(found)
    assert table is not None
    keys = [column.key for column in table.columns]
    rows = [dict(zip(keys, (cell.value for cell in row), strict=True)) for row in table.rows]

    assert [("loket", "buurt", "volstaat_niet", "2021-02-03", WORDS), ("bank", "toegezegd-aan")] == [
        (rows[0]["id"], rows[0]["van_id"], rows[0]["oordeel"], rows[0]["datum"], rows[0]["woorden"]),
        (rows[1]["id"], rows[1]["van_id"]),
    ]
    assert "De commissie" == rows[1]["van"]
    for own in (adjustments(found), all_of(found, KINDS["toezegging"])):
        place = [column.key for column in own.columns].index("oordeel_van_de_gever")
        assert ["volstaat_niet"] == [str(row[place].value).partition(": ")[2] for row in own.rows if row[place].value]
    assert verdict_table(judged()) is None


def test_a_verdict_can_be_followed_and_found() -> None:
    """It is in the feed of the initiative and of everything, once, with its words; and it can be searched."""
    found = judged(SAID)
    for path, document in feeds(found):
        if path in ("feeds/alles.xml", "feeds/initiatief-rondvraag.xml"):
            told = [entry for entry in document().entries if entry.id.endswith("oordeel-buurt:2021-02-03")]
            assert [f"Oordeel van wie het signaal gaf: volstaat niet volgens de buurt, 3 februari 2021. “{WORDS}”"] == [
                entry.text.replace("\xa0", " ") for entry in told
            ], path
    item = found.get(Ref("bijsturing", "loket"))
    assert isinstance(item, Adjustment)
    undated = record("bijsturing", ADJUSTMENT, oordeel_van_de_gever={**SAID, "datum": "niet_vermeld"})
    assert isinstance(undated, Adjustment)
    assert () == verdict_events(found, undated)
    (entry,) = (entry for entry in entries(found) if entry.title == "Tweede loket")
    assert "volstaat niet" in entry.text


def test_an_annex_tells_verdicts_beside_the_status() -> None:
    """In stories, in full and under tables, of signals and promises too."""
    for kind, show in (
        ("initiatieven", "fiches"),
        ("bijsturingen", "fiches"),
        ("bijsturingen", "tabel"),
        ("signalen", ""),
        ("toezeggingen", "fiches"),
        ("toezeggingen", "tabel"),
    ):
        part = {"soort": kind, "titel": "Een deel", **({"weergave": show} if show else {})}
        items = judged(SAID, promised={**SAID, "van": "toegezegd_aan"}).records()
        made = asked(*(item for item in items if item.id in ("rondvraag", "loket", "bank")), bijlage=annex(part))
        said = words(rendered("annex/annex.html", annex_view(with_buurt(made), "tevredenheid")))
        who = "De commissie" if kind == "toezeggingen" else "de buurt"
        assert "volstaat niet" in said, (kind, show)
        assert f"oordeel van {who}".lower() in said.lower(), (kind, show)
        assert f"3 februari 2021: “{WORDS}”" in said, (kind, show)


def test_promises_are_judged_by_one_class_alone() -> None:
    """An adjustment and a promise have the same field, so that what reads one reads the other."""
    assert Adjustment.model_fields["verdicts"].annotation == Promise.model_fields["verdicts"].annotation
