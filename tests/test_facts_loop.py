"""Asked, heard, done: what is said of each initiative, and how adjustments are counted."""

import pytest

from tests.corpus_samples import ADJUSTMENT, INITIATIVE, MEASUREMENT, OTHER, corpus, minimal, record
from tests.voorbeeld_site import corpus as example
from weerklank.facts.loop import (
    LoopCell,
    current_status,
    leaves_of,
    loop_of,
    loops,
    points,
    summed,
    top_of,
)
from weerklank.facts.trace import direct_leaves
from weerklank.model import Initiative, Record
from weerklank.states import LEFT_OUT, STATED, Shape

WAITING = {"id": "wachten", "tekst": "Het duurt te lang."}


def initiative(**changes: object) -> Record:
    """The initiative of the small site, changed."""
    return record("initiatief", INITIATIVE, **changes)


def adjustment(name: str, *statuses: str, **changes: object) -> Record:
    """An adjustment that went through these states."""
    course = [{"status": status} for status in statuses or ("uitgevoerd",)]
    data = {"id": name, "titel": f"Bijsturing {name}", "verloop": course, "reden": "Daarom.", **changes}
    return record("bijsturing", ADJUSTMENT, **data)


def cells(*records: Record) -> tuple[str, str, str]:
    """The three words for the initiative of the small site."""
    found = corpus(*records)
    loop = loop_of(found, found.initiative("bevraging"))
    return loop.asked.label, loop.heard.label, loop.done.label


# --- the three parts -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, ("niet vermeld", "niet vermeld")),
        ({"gevraagd": "Wat kan beter?"}, ("vermeld", "niet vermeld")),
        ({"gevraagd": {"toestand": "gepland", "reden": "Na de zomer."}}, ("gepland", "niet vermeld")),
        ({"gehoord": "kwalitatief"}, ("niet vermeld", "in woorden, geen cijfer")),
        ({"gehoord": "Veel.", "signalen": [WAITING, {**WAITING, "id": "b"}]}, ("niet vermeld", "2\u00a0signalen")),
        ({"signalen": [WAITING]}, ("niet vermeld", "1\u00a0signaal")),
    ],
)
def test_asked_and_heard(changes: dict[str, object], expected: tuple[str, str]) -> None:
    """A text says that it is stated, an absence is named by its state, and signals are counted: they were heard."""
    assert expected == cells(initiative(**changes))[:2]


def test_what_nobody_filled_in_is_a_dash() -> None:
    """A record that says nothing of a part says nothing of its source; signals that are said to be unknown do."""

    def loop(**written: object) -> tuple[str, str, str]:
        found = corpus(Initiative.model_validate({**OTHER, **written}))
        made = loop_of(found, found.initiative("overleg"))
        return made.asked.label, made.heard.label, made.done.label

    assert ("–", "–", "–") == loop()
    assert ("–", "niet vermeld", "niet vermeld") == loop(signalen="niet_vermeld", uitkomst="niet_vermeld")
    assert "1 vermeld; 2 niet ingevuld" == summed([LoopCell("–", LEFT_OUT)] * 2 + [LoopCell("vermeld", STATED)])


def test_what_was_heard_in_part_figures() -> None:
    """Where a measurement has some of its figures, the part that is there is counted; all or none is no part."""
    heard = initiative(gehoord="Tevreden.")
    assert "deels: 1\u00a0cijfer" == cells(heard)[1]
    results = MEASUREMENT["resultaten"]
    assert isinstance(results, list)
    assert "vermeld" == cells(heard, record("meting", MEASUREMENT, resultaten=results[:1]))[1]
    assert "vermeld" == cells(heard, record("meting", MEASUREMENT, resultaten=results[1:]))[1]


@pytest.mark.parametrize(
    ("statuses", "expected", "shape"),
    [
        (("uitgevoerd",), "1\u00a0bijsturing", Shape.STATED),
        (("in_uitvoering",), "1\u00a0bijsturing", Shape.STATED),
        (("gepland",), "1\u00a0gepland", Shape.PLANNED),
        (("overwogen",), "1\u00a0overwogen", Shape.FIGURELESS),
        (("overwogen", "niet_weerhouden"), "1\u00a0niet uitgevoerd", Shape.DECIDED),
        (("uitgevoerd", "stopgezet"), "1\u00a0niet uitgevoerd", Shape.DECIDED),
    ],
)
def test_what_followed(statuses: tuple[str, ...], expected: str, shape: Shape) -> None:
    """The newest step counts; the word and its shape say how far it came."""
    found = corpus(adjustment("nieuwsbrief", *statuses))
    cell = loop_of(found, found.initiative("bevraging")).done
    assert (expected, shape, statuses[-1]) == (cell.label, cell.shape, current_status(found.adjustment("nieuwsbrief")))


def test_what_came_furthest_is_what_followed() -> None:
    """With several adjustments the cell counts those that came furthest; without any it is silent."""
    assert "1\u00a0bijsturing" == cells(adjustment("a", "gepland"))[2]
    assert "2\u00a0bijsturingen" == cells(adjustment("a", "doorlopend"), adjustment("b", "overwogen"))[2]
    elsewhere = adjustment("nieuwsbrief", aanleiding=[{"initiatief": "overleg", "sterkte": "rechtstreeks"}])
    assert "niet vermeld" == cells(elsewhere)[2]


# --- counting adjustments --------------------------------------------------------------------------------------------

ELSEWHERE = [{"initiatief": "overleg", "sterkte": "mee_bepalend"}]
POINT = (
    adjustment("punt"),
    adjustment("deel-a", onderdeel_van="punt", aanleiding=ELSEWHERE),
    adjustment("deel-b", onderdeel_van="punt", aanleiding=ELSEWHERE),
    adjustment("deeltje", onderdeel_van="deel-b", aanleiding=ELSEWHERE),
)


def test_parts_count_for_what_their_point_came_from() -> None:
    """A point is not counted beside its parts, and a part of a part came from where the point came from."""
    found = corpus(*POINT)
    assert ["deel-a", "deeltje", "nieuwsbrief"] == [item.id for item in leaves_of(found, "bevraging")]
    assert ["deel-a", "deeltje"] == [item.id for item in leaves_of(found, "overleg")]
    assert 3 == loop_of(found, found.initiative("bevraging")).adjustments


def test_parts_of_one_point_are_one_point() -> None:
    """The source may count once what the records count in parts, however deep."""
    found = corpus(*POINT)
    assert "punt" == top_of(found, found.adjustment("deeltje")).id
    assert (3, 2) == (len(found.leaves), points(found, found.leaves))


def test_direct_is_what_the_source_ties_to_what_was_heard() -> None:
    """One direct tie is enough, be it of the point; a weaker one alone is not, nor what is not done."""
    found = corpus(*POINT, adjustment("los", aanleiding=ELSEWHERE), adjustment("ooit", "gepland"))
    assert ["deel-a", "deeltje", "nieuwsbrief"] == [item.id for item in direct_leaves(found)]


# --- in all ----------------------------------------------------------------------------------------------------------


def test_the_most_sound_comes_first() -> None:
    """What the source says most about stands first, then what led to most, then by title as a Dutch reader sorts."""
    heard = record("initiatief", OTHER, gehoord="Veel.", gevraagd="Alles.")
    names = ("zeta", "été", "eta")
    same = [record("initiatief", OTHER, id=f"i{number}", titel=name) for number, name in enumerate(names)]
    assert ["overleg", "bevraging", "i2", "i1", "i0"] == [loop.initiative for loop in loops(corpus(heard, *same))]


def test_sums_name_every_word_once() -> None:
    """The fullest state first; words that hold a comma do not fall apart."""
    kinds = [{"gehoord": "Ja."}, {"gehoord": "kwalitatief"}, {}, {}]
    records = [record("initiatief", OTHER, id=f"i{number}", **kind) for number, kind in enumerate(kinds)]
    found = [loop.heard for loop in loops(corpus(*records))]
    assert "1 vermeld; 1 in woorden, geen cijfer; 4 niet vermeld" == summed(found)
    assert "" == summed([])


def test_nothing_is_sound_without_records() -> None:
    """An agency without records has no loops."""
    assert () == loops(minimal())


def test_an_outcome_without_adjustment_is_not_silence() -> None:
    """What is said to have come of an initiative is said, also when no adjustment is recorded."""
    outcomes = {"verteld": "Een verslag.", "stil": "niet_vermeld"}
    found = corpus(*(record("initiatief", OTHER, id=name, uitkomst=said) for name, said in outcomes.items()))
    done = {name: loop_of(found, found.initiative(name)).done.label for name in outcomes}
    assert {"verteld": "alleen een uitkomst", "stil": "niet vermeld"} == done


def test_the_loops_of_a_rich_site() -> None:
    """What is said of asking, of hearing and of doing is counted by its state; adjustments as records and as points."""
    found = loops(example())
    asked = (
        "6 vermeld; 1 gepland; 1 gemeten, cijfer niet vermeld; 1 niet gemeten; 1 niet van toepassing; 2 niet vermeld"
    )
    assert asked == summed([loop.asked for loop in found])
    heard = (
        "4 vermeld; 2 in woorden, geen cijfer; 1 gepland; 1 gemeten, cijfer niet vermeld; 1 niet gemeten; "
        "1 niet van toepassing; 2 niet vermeld"
    )
    assert heard == summed([loop.heard for loop in found])
    assert "7 met een bijsturing; 1 alleen een uitkomst; 1 gepland; 1 overwogen; 2 niet vermeld" == summed(
        [loop.done for loop in found]
    )
    direct = direct_leaves(example())
    assert (14, 8, 8) == (len(example().leaves), len(direct), points(example(), direct))
