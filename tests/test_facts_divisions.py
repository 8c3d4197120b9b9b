"""What complaints are divided into: words of a list in its order, and shares that say what they are of."""

from decimal import Decimal

import pytest

from tests.corpus_samples import Data, corpus, record
from weerklank.corpus import Corpus
from weerklank.document.sentences import complaints_said
from weerklank.facts.complaints import shared_cell
from weerklank.facts.divisions import (
    Divided,
    divided,
    given_note,
    part_share,
    rounding,
    share_cell,
    share_words,
    themes,
)
from weerklank.model import ComplaintsYear, Ref, Vocabulary

YEAR: Data = {"id": "k", "titel": "Klachten", "jaar": "2019", "bronnen": [{"bron": "antwoord"}]}


def of(**fields: object) -> tuple[Corpus, ComplaintsYear]:
    """A corpus with one year and two lists, and the year."""
    year = record("klachtenjaar", {**YEAR, **fields})
    assert isinstance(year, ComplaintsYear)
    found = corpus(year)
    lists = {
        "klachtthema": words("lijst", ("stipt", "Stiptheid", ""), ("net", "Netheid", ""), ("aan", "Aanbod", "")),
        "klachtindeling": words("lijst", ("tram", "de tram", "Voertuig"), ("bus", "de bus", "Voertuig")),
    }
    return Corpus(found.organisation, {**found.vocabularies, **lists}, found.by_kind, found.texts), year


def words(order: str, *terms: tuple[str, str, str]) -> Vocabulary:
    """A controlled list."""
    listed = [{"id": name, "naam": word, "groep": group} for name, word, group in terms]
    return Vocabulary.model_validate({"id": "lijst", "titel": "Lijst", "volgorde": order, "termen": listed})


def only(**fields: object) -> Divided:
    """The breakdown of a year that has one."""
    (found,) = divided(*of(**fields))
    return found


def split(kind: str = "uitsluitend", **more: object) -> Data:
    """A breakdown."""
    return {"soort": kind, **more}


def test_parts_stand_in_the_order_of_the_list() -> None:
    """Whatever the order in the record; a word may be typed as its id or its name; free words come last."""
    found = only(
        uitsplitsingen=[
            {"naam": "Voertuig", "soort": "uitsluitend", "delen": {"fiets": "1", "De bus": "2", "tram": "3"}}
        ]
    )
    assert [("tram", "de tram"), ("bus", "de bus"), ("", "fiets")] == [(part.id, part.word) for part in found.parts]
    assert "voertuig" == found.key


def test_a_list_may_be_alphabetical() -> None:
    """Each list says in what order its words stand."""
    terms = (("b", "bus", ""), ("a", "tram", ""), ("c", "auto", ""))
    found, _ = of()
    for order, expected in (("lijst", ["bus", "tram", "auto"]), ("alfabet", ["auto", "bus", "tram"])):
        listed = Corpus(found.organisation, {"vorm": words(order, *terms)})
        assert expected == [term.name for term in listed.words("vorm")]


@pytest.mark.parametrize(
    ("figures", "breakdown", "whole", "said"),
    [
        ({"ontvangen": "10"}, split(totaal="8", delen={"a": "3", "b": "5"}), 8, "8"),
        ({"ontvangen": "8"}, split(totaal="8", delen={"a": "3", "b": "5"}), 8, "8 ontvangen klachten"),
        ({"ontvangen": "8"}, split(delen={"a": "3", "b": "5"}), 8, "8 ontvangen klachten"),
        ({"ontvangen": "9"}, split(delen={"a": "3", "b": "5"}), 8, "8"),
        ({"ontvangen": "9"}, split(delen={"a": "3", "b": "niet_vermeld"}), 9, "9 ontvangen klachten"),
        (
            {"ontvangen": "2"},
            split(delen={"a": "3", "b": "niet_vermeld"}),
            None,
            "Geen aandelen: het geheel is niet bekend.",
        ),
        ({"ontvangen": "9"}, split("meerkeuze", delen={"a": "8", "b": "5"}), 9, "9 ontvangen klachten"),
        (
            {"ontvangen": "7"},
            split("meerkeuze", delen={"a": "8", "b": "5"}),
            None,
            "Geen aandelen: het geheel is niet bekend.",
        ),
        ({"totaal": "9"}, split("meerkeuze", van="meldingen", delen={"a": "8"}), 9, "9 meldingen"),
        ({"ontvangen": "1"}, split(delen={"a": "1"}), 1, "1 ontvangen klacht"),
        ({"ontvangen": "0"}, split(delen={"a": "0"}), None, "Geen aandelen: het geheel is niet bekend."),
    ],
)
def test_a_share_says_of_what(figures: Data, breakdown: Data, whole: int | None, said: str) -> None:
    """Of the total that is given, of all parts together, or of the figure that is divided; never of a smaller one."""
    found = only(**figures, drager=breakdown)
    assert (whole, said) == (found.whole, found.of)


@pytest.mark.parametrize(
    ("figures", "breakdown", "whole", "said"),
    [
        ({"ontvangen": "9"}, {}, 9, "9 ontvangen klachten"),
        ({"ontvangen": "9"}, {"totaal": "8"}, 8, "8"),
        ({"totaal": "9"}, {"van": "meldingen"}, 9, "9 meldingen"),
        ({}, {}, None, "ontvangen klachten"),
    ],
)
def test_a_share_of_the_source_says_of_what(figures: Data, breakdown: Data, whole: int | None, said: str) -> None:
    """Of its total, or of the figure that is divided; where that is not known, its name at least."""
    found = only(**figures, drager={**split(eenheid="procent", delen={"a": "61,3", "b": "38,7"}), **breakdown})
    assert (whole, said) == (found.whole, found.of)
    assert found.has_shares
    assert [Decimal("61.3"), Decimal("38.7")] == [part.share.value for part in found.parts if part.share]
    assert not any(isinstance(part.count, Decimal) for part in found.parts)


@pytest.mark.parametrize(
    ("kind", "parts", "said"),
    [
        ("uitsluitend", {"a": "61,3", "b": "38,7"}, ""),
        ("uitsluitend", {"a": "61,3", "b": "38,6"}, " Samen zijn ze 99,9 procent."),
        ("uitsluitend", {"a": "61,3", "b": "niet_vermeld"}, ""),
        ("meerkeuze", {"a": "61,3", "b": "70"}, ""),
    ],
)
def test_shares_of_a_source_are_not_bent(kind: str, parts: Data, said: str) -> None:
    """What they are together is said where it should be a hundred and is not."""
    found = only(drager=split(kind, eenheid="procent", delen=parts))
    assert f"Drager: aandelen zoals ze opgegeven zijn, zonder aantallen.{said}" == given_note(found)


@pytest.mark.parametrize(
    ("kind", "said"), [("uitsluitend", "; ze kunnen samen net geen 100 zijn."), ("meerkeuze", " procent.")]
)
def test_only_what_counts_once_could_be_a_hundred(kind: str, said: str) -> None:
    """Parts of which a complaint may have more than one are never a hundred together."""
    (note,) = rounding([only(ontvangen="9", drager=split(kind, delen={"a": "4", "b": "5"}))])
    assert note.endswith(said)


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [
        (71, 206, "34%"),
        (1, 8, "13%"),
        (0, 8, "0%"),
        (1, 1000, "minder dan 1%"),
        (999, 1000, "meer dan 99%"),
        (1000, 1000, "100%"),
        (3, 2, "150%"),
    ],
)
def test_a_share_is_rounded_and_never_to_nothing(part: int, whole: int, shown: str) -> None:
    """A whole percentage, by half up; what is not nothing is not 0, what is not all is not 100."""
    assert shown == share_words(Decimal(part), Decimal(whole))


def test_without_a_count_there_is_no_share() -> None:
    """The absence is told with its reason."""
    found = only(drager=split(totaal="8", delen={"a": {"toestand": "niet_gemeten", "reden": "Stuk."}}))
    cell = share_cell(corpus(), found.parts[0].count, found.whole)
    assert ("niet gemeten", "Stuk.", None) == (cell.text, cell.reason, cell.value)


def test_themes_are_apart() -> None:
    """They are what a year of complaints is about."""
    whole, year = of(themas=split("meerkeuze", delen={"net": "1", "stipt": "4"}), drager=split(delen={"a": "3"}))
    found = themes(whole, year)
    assert found is not None
    assert ["Stiptheid", "Netheid"] == [part.word for part in found.parts]
    assert found.several


UNKNOWN = "Geen aandelen: het geheel is niet bekend."


@pytest.mark.parametrize(
    ("figures", "breakdown", "said", "shares"),
    [
        ({"ontvangen": "12055"}, {"precisie": "minstens"}, "12055 ontvangen klachten", ["minstens 58", "minstens 24"]),
        ({"ontvangen": "9000"}, {"precisie": "minstens"}, UNKNOWN, ["–", "–"]),
        ({"ontvangen": "9000"}, {"precisie": "hoogstens"}, "9000 ontvangen klachten", ["hoogstens 78", "hoogstens 34"]),
        ({}, {"precisie": "minstens"}, UNKNOWN, ["–", "–"]),
        ({}, {"precisie": "hoogstens"}, UNKNOWN, ["–", "–"]),
        ({}, {"precisie": "hoogstens", "totaal": "14000"}, "14000", ["hoogstens 50", "hoogstens 22"]),
        ({}, {"precisie": "ongeveer"}, "10000", ["ongeveer 70", "ongeveer 30"]),
        (
            {"ontvangen": "9900"},
            {"precisie": "ongeveer", "van": "ontvangen"},
            "9900 ontvangen klachten",
            ["ongeveer 71", "ongeveer 30"],
        ),
    ],
)
def test_bounds_together_are_no_whole(figures: Data, breakdown: Data, said: str, shares: list[str]) -> None:
    """At least 7000 and at least 3000 are shares of what was received, where that is known, and else of nothing."""
    whole, year = of(**figures, drager={**split(delen={"gegrond": "7000", "ongegrond": "3000"}), **breakdown})
    (found,) = divided(whole, year)
    assert said == found.of.replace("\u00a0", "")
    assert shares == [part_share(whole, found, part).text.removesuffix(" procent") for part in found.parts]
    assert found.adds_up is (breakdown["precisie"] == "ongeveer")


@pytest.mark.parametrize(
    ("precision", "count", "said"),
    [
        ("minstens", "5870", "minstens 5870 klachten in 2019 (47% van 12310 ontvangen klachten)"),
        ("hoogstens", "5870", "hoogstens 5870 klachten in 2019 (48% van 12310 ontvangen klachten)"),
        ("zoals_vermeld", "5870", "5870 klachten in 2019 (48% van 12310 ontvangen klachten)"),
        ("minstens", "5", "minstens 5 klachten in 2019 (meer dan 0% van 12310 ontvangen klachten)"),
        ("hoogstens", "5", "hoogstens 5 klachten in 2019 (1% van 12310 ontvangen klachten)"),
        ("hoogstens", "12309", "hoogstens 12309 klachten in 2019 (100% van 12310 ontvangen klachten)"),
        ("ongeveer", "5", "ongeveer 5 klachten in 2019 (minder dan 1% van 12310 ontvangen klachten)"),
    ],
)
def test_one_figure_has_one_share(precision: str, count: str, said: str) -> None:
    """What led to an adjustment says the share that the page of the complaints says, and no bound is overstepped."""
    whole, year = of(ontvangen="12310", themas=split("meerkeuze", precisie=precision, delen={"stipt": count}))
    assert f"Stiptheid: {said}." == complaints_said(whole, year, Ref("klachtthema", "stipt")).replace("\u00a0", "")
    found = themes(whole, year)
    assert found is not None
    shown = shared_cell(whole, found, found.parts[0]).text
    assert shown.partition(" (")[2].rstrip(")") == said.partition(" (")[2].partition(" van")[0]


def test_parts_are_together_as_exact_as_each() -> None:
    """Shares of at least 40 and 30 percent are together at least 70."""
    found = only(drager=split(eenheid="procent", precisie="minstens", delen={"a": "40", "b": "30"}))
    assert given_note(found).endswith(" Samen zijn ze minstens 70 procent.")
