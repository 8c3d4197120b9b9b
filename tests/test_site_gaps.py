"""What we do not know: every absence by state, with its reason and its place, and where a source says two things."""

import pytest

from tests.corpus_samples import INITIATIVE, OTHER, corpus, minimal, organisation, record, rendered
from tests.voorbeeld_site import corpus as example
from weerklank.corpus import Corpus
from weerklank.facts.gaps import empty_policy_fields, gap_groups
from weerklank.facts.gaptable import gap_table
from weerklank.markup import inline
from weerklank.site.gaps import GapRow, all_tensions, gaps_page
from weerklank.site.home import home_page
from weerklank.states import ABSENCES
from weerklank.wording import uncapital

CORPORA = pytest.mark.parametrize("found", [example(), corpus(), minimal()], ids=["example", "sample", "minimal"])
READINGS = [{"bron": {"bron": "antwoord", "citaat": text}} for text in ("jaarlijks", "eenmalig")]
TENSION = {"onderwerp": "Hoe vaak", "lezingen": READINGS}


def rows(found: Corpus) -> dict[str, GapRow]:
    """The rows of all sections by what is not there."""
    return {row.what: row for section in gaps_page(found).sections for row in section.rows}


@CORPORA
def test_every_gap_is_on_the_page(found: Corpus) -> None:
    """Each group and each empty policy field has a row, and the page can be printed."""
    view = gaps_page(found)
    assert len(gap_groups(found)) + len(empty_policy_fields(found)) == sum(
        len(section.rows) for section in view.sections
    )
    html = rendered("pages/leemten.html", view)
    assert [] == [section.id for section in view.sections if f'id="{section.id}"' not in html]


def test_sections_are_states_in_their_order() -> None:
    """Decided first, silent last; a state that does not occur has no section."""
    order = [state.key.replace("_", "-") for state in ABSENCES]
    found = [section.id for section in gaps_page(example()).sections]
    assert sorted(found, key=order.index) == found
    assert ["Niet vermeld"] == [section.mark.word for section in gaps_page(corpus()).sections]


def test_the_lead_counts_what_is_missing() -> None:
    """What does not apply is no gap."""
    view = gaps_page(example())
    counted = sum(len(section.rows) for section in view.sections if section.id != "niet-van-toepassing")
    assert str(view.head.lead).startswith(f"{counted}\u00a0gegevens zijn er niet, en hier staat waarom.")
    assert "0\u00a0gegevens zijn er niet" in str(gaps_page(minimal()).head.lead)
    absent = {"toestand": "niet_van_toepassing"}
    before, after = gaps_page(corpus()), gaps_page(corpus(record("initiatief", OTHER, doel=absent)))
    assert before.head.lead == after.head.lead
    assert len(before.sections) + 1 == len(after.sections)


def test_a_gap_in_one_record_leads_to_it() -> None:
    """Its title, its page and its reason."""
    absent = {"toestand": "niet_gemeten", "reden": "Te duur."}
    decided, *_ = gaps_page(corpus(record("initiatief", OTHER, doel=absent))).sections
    (row,) = decided.rows
    assert ("niet-gemeten", "Het doel", "Te duur.") == (decided.id, row.what, str(row.why))
    assert ("initiatieven/overleg.html", (), False) == (row.link.path, row.records, bool(row.varies))


def test_a_gap_in_more_records_names_them_all() -> None:
    """How many of how many, and each of them with its own reason where these differ."""
    row = rows(corpus())["Het doel"]
    assert ("2 van 2 initiatieven", "initiatieven/index.html") == (row.link.text, row.link.path)
    assert ["Bevraging", "Overleg"] == [link.text for link, _ in row.records]
    reasons = [{"toestand": "niet_vermeld", "reden": text} for text in ("Vergeten.", "Geheim.")]
    found = corpus(record("initiatief", INITIATIVE, doel=reasons[0]), record("initiatief", OTHER, doel=reasons[1]))
    differs = rows(found)["Het doel"]
    assert ("De reden verschilt", "") == (differs.varies, str(differs.why))
    assert ["Vergeten.", "Geheim."] == [str(why) for _, why in differs.records]


def test_one_reason_for_all_is_told_once() -> None:
    """It stands in the row, and not again beside each record."""
    same = {"toestand": "niet_vermeld", "reden": "Niemand schreef het op."}
    found = rows(corpus(record("initiatief", INITIATIVE, doel=same), record("initiatief", OTHER, doel=same)))[
        "Het doel"
    ]
    assert ("Niemand schreef het op.", "") == (str(found.why), found.varies)
    assert ["", ""] == [str(why) for _, why in found.records]


def test_a_reason_that_one_record_gave_is_not_that_of_another() -> None:
    """Beside the record that gave it, and nowhere else; the row says of how many there is one."""
    given = record("initiatief", OTHER, doel={"toestand": "niet_vermeld", "reden": "Niemand schreef het op."})
    row = rows(corpus(given))["Het doel"]
    assert ("", "De reden staat bij 1 van 2") == (str(row.why), row.varies)
    assert [("Bevraging", ""), ("Overleg", "Niemand schreef het op.")] == [
        (link.text, str(why)) for link, why in row.records
    ]


@CORPORA
def test_what_a_row_says_of_its_records_each_of_them_says(found: Corpus) -> None:
    """A reason in the row of a group is the reason of every record in it."""
    differ = [
        (group.what, gap.title)
        for section in gaps_page(found).sections
        for row, group in zip(
            section.rows,
            (group for group in gap_groups(found) if group.state.word == uncapital(section.mark.word)),
            strict=False,
        )
        for gap in group.gaps
        if row.what != group.what or (row.why and str(row.why) != str(inline(gap.reason)))
    ]
    assert [] == differ


def test_parts_of_a_question_are_named_one_by_one() -> None:
    """1 of 20 parts, with its question and its number: of other questions the judgement is not public."""
    row = rows(example())["Delen van een vraag die het antwoord niet behandelt"]
    assert "Drinkfonteinen en zitbanken op pleinen" == row.link.text
    shown = {"bijlage": {"titel": "Bijlage", "dekking": "openbaar", "onderdelen": [{"soort": "tekst", "titel": "Wat"}]}}
    parts = [
        {"letter": letter, "vraag": word, "dekking": "niet_vermeld"} for letter, word in (("a", "Wie"), ("b", "Waar"))
    ]
    sub = {"nr": "1", "tekst": "Wie en waar?", "delen": parts}
    asked = [record("vraag", {"id": n, "titel": n.upper(), "deelvragen": [sub], **shown}) for n in ("aa", "bb")]
    more = rows(corpus(*asked))["Delen van een vraag die het antwoord niet behandelt"]
    assert ("4 van 4 delen", 4) == (more.link.text, len(more.records))
    assert "AA, deelvraag 1a: Wie" == more.records[0][0].text


def test_a_policy_field_without_initiative_is_a_gap() -> None:
    """It leads to the page of that field, which says the same."""
    silent = [record("initiatief", data, beleidsvelden="niet_vermeld") for data in (INITIATIVE, OTHER)]
    row = rows(corpus(*silent))["Een initiatief voor Brussel"]
    assert "initiatieven/per/beleidsveld/brussel.html" == row.link.path


@CORPORA
def test_gaps_are_counted_in_one_way(found: Corpus) -> None:
    """The number on the home page is that above the list, and that of the rows of the table that are about a gap."""
    (way,) = (way for way in home_page(found).ways if way.link.path == "wat-de-bron-niet-zegt.html")
    rows = [row for row in gap_table(found).rows if row[1].value != "niet_van_toepassing"]
    assert str(gaps_page(found).head.lead).startswith(f"{way.count}\u00a0gegeven")
    assert str(len(rows)) == way.count


def test_tensions_stand_here_once() -> None:
    """Those of records and of the organisation; what two records both say is shown once."""
    found = corpus(
        record("initiatief", INITIATIVE, tegenspraken=[TENSION]), record("initiatief", OTHER, tegenspraken=[TENSION])
    )
    assert ["Hoe vaak"] == [tension.subject for tension in all_tensions(found)]
    other = {**TENSION, "onderwerp": "Hoeveel"}
    both = Corpus(organisation(tegenspraken=[other]), found.vocabularies, found.by_kind)
    assert ["Hoeveel", "Hoe vaak"] == [item.subject for item in gaps_page(both).tensions]
    assert 19 == len(all_tensions(example()))


def test_a_remark_on_a_reading_is_printed() -> None:
    """What an author knows about one reading stands beside it."""
    readings = [{**reading, "toelichting": f"Op pagina {page}."} for page, reading in enumerate(READINGS, start=3)]
    found = corpus(record("initiatief", INITIATIVE, tegenspraken=[{**TENSION, "lezingen": readings}]))
    html = rendered("pages/leemten.html", gaps_page(found))
    assert [1, 1] == [html.count(f"Op pagina {page}.") for page in (3, 4)]


def test_everything_can_be_taken_along() -> None:
    """The rows of the page, and every single absence."""
    paths = [link.path for link in gaps_page(corpus()).downloads]
    assert ["data/wat-de-bron-niet-zegt.csv", "data/wat-de-bron-niet-zegt-per-record.csv"] == [paths[0], paths[-1]]
