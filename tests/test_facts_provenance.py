"""The data as a whole: as of when, with which hash, and of what an annex speaks. Nothing here asks a clock."""

from dataclasses import replace

import pytest

from tests.corpus_samples import (
    BUILD_DAY,
    INITIATIVE,
    NOTES,
    OTHER,
    SOURCE,
    Data,
    corpus,
    minimal,
    record,
)
from tests.question_samples import QUESTION
from tests.voorbeeld_site import corpus as example
from weerklank.corpus import public
from weerklank.facts.provenance import annex_data, annex_provenance, epoch_of, fingerprint, provenance, state_as_of
from weerklank.model import SILENT, Page, PartialDate, Record

ANNEX: Data = {"titel": "Bijlage", "onderdelen": [{"soort": "dekking", "titel": "Dekking"}]}


def question(**annex: object) -> Record:
    """A question with an annex with these fields."""
    return record("vraag", QUESTION, bijlage={**ANNEX, **annex})


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (record("initiatief", INITIATIVE, wijzigingen=NOTES), "2026-11-02"),
        (record("bron", SOURCE, geraadpleegd_op="2026-04"), "2026-04"),
        (question(toestand_op="2025-06-30"), "2025-06-30"),
        (record("bron", SOURCE, datum="2026-05-12", geraadpleegd_op="2026-04"), "2026-05-12"),
        (record("initiatief", OTHER), "2001"),
    ],
)
def test_the_state_is_the_newest_date_of_the_records(item: Record, expected: str) -> None:
    """A change, a consultation, a source or the state of an annex; the accessibility statement is about the site."""
    found = state_as_of(corpus(record("bron", SOURCE, datum="2001", geraadpleegd_op="2001"), item))
    assert expected == (found.iso if found else "")


CHOSEN = {"soort": "initiatieven", "titel": "Alle", "selectie": {"periode": {"van": "2030", "tot": "heden"}}}


@pytest.mark.parametrize("annex", [{"openbaar_vanaf": "2031-01-01"}, {"onderdelen": [CHOSEN]}])
def test_a_plan_is_no_state(annex: Data) -> None:
    """A day of publication or a period to choose from says nothing about how new the data are."""
    assert state_as_of(corpus()) == state_as_of(corpus(question(**annex)))


def test_seconds_of_a_day() -> None:
    """The first moment of the day in UTC, which is what a file can carry; a silence has the default."""
    assert 1_795_392_000 == epoch_of(PartialDate(2026, 11, 23), default=0)
    assert 1_577_836_800 == epoch_of(PartialDate(2020), default=0)
    assert 7 == epoch_of(SILENT, default=7)


def test_provenance_says_who_when_and_under_which_terms() -> None:
    """Every data file carries it; without an address of its own the site gives none."""
    found = provenance(corpus(base="https://voorbeeld.example/weerklank/"))
    assert ("Agentschap Voorbeeld", "2026-11-23", "23\u00a0november 2026") == (
        found.publisher,
        found.as_of,
        found.as_of_words,
    )
    assert "https://voorbeeld.example/weerklank/data/index.html" == found.address
    assert "" == provenance(corpus()).address
    assert 1_795_392_000 == found.epoch


def test_the_hash_is_that_of_the_records() -> None:
    """It changes with any word of a record or of a stored text, and with nothing else."""
    first = fingerprint(corpus())
    assert first == fingerprint(corpus())
    lists = dict(reversed(list(corpus().vocabularies.items())))
    assert first == fingerprint(replace(corpus(), vocabularies=lists))
    assert first != fingerprint(corpus(record("initiatief", OTHER, titel="Ander overleg")))
    assert first != fingerprint(replace(corpus(), texts={"antwoord": "tekst"}))
    assert 64 == len(first)


def test_hidden_records_are_not_in_the_hash() -> None:
    """The public data of a site with drafts are the public data of a site without."""
    draft = record("initiatief", OTHER, id="geheim", publicatie={"status": "concept"})
    assert fingerprint(public(corpus(), on=BUILD_DAY)) == fingerprint(public(corpus(draft), on=BUILD_DAY))


def test_an_annex_speaks_of_its_own_records() -> None:
    """A record that the annex does not show, count or name can change without another annex."""
    asked = example().questions[0].id
    data = annex_data(example(), asked)
    assert {asked} == {item.id for item in data.questions}
    assert () == data.pages
    assert data.refs() <= example().refs()
    assert fingerprint(data) == fingerprint(annex_data(example().having(Page, ()), asked))


def test_an_annex_is_as_of_its_own_date() -> None:
    """Its files carry the date of its state; without one, that of its data."""
    dated = corpus(question(toestand_op="2020-02-12"))
    found = annex_provenance(dated, "tevredenheid")
    assert ("2020-02-12", "12\u00a0februari 2020") == (found.as_of, found.as_of_words)
    undated = corpus(question())
    assert "2026-11-23" == annex_provenance(undated, "tevredenheid").as_of


def test_an_agency_without_records_has_no_state() -> None:
    """The day of the accessibility statement is about the site and not about what it says of anybody."""
    found = provenance(minimal())
    assert state_as_of(minimal()) is None
    assert ("", "") == (found.as_of, found.as_of_words)
