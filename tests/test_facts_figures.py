"""The key figures: each says what it counts, out of what, and is never larger than what was counted."""

import pytest

from tests.corpus_samples import ADJUSTMENT, INITIATIVE, MEASUREMENT, OTHER, Data, corpus, minimal, record
from tests.voorbeeld_site import corpus as example
from weerklank.facts.figures import complaints_cells, key_figures, stated_results, statement
from weerklank.model import NOT_FILLED_IN, Initiative

OPEN = "Voorbeelden: er kan meer zijn dan de bron noemt."


def test_the_figures_of_a_rich_site() -> None:
    """Initiatives by level, adjustments and their points, and figures; how far an answer goes is no headline."""
    found = [(figure.number, figure.of, figure.what) for figure in key_figures(example())]
    assert found == [
        ("12", "", "initiatieven"),
        ("8", "van 14", "bijsturingen gedaan of bezig"),
        ("77", "", "cijfers uit metingen"),
        ("156", "", "klachten in 2025"),
    ]
    notes = [figure.note for figure in key_figures(example())]
    assert f"Niveau: strategisch (4), één plein (2), operationeel (5) en intern (1). {OPEN}" == notes[0]
    left = "Niet meegeteld: 2 gepland, 1 overwogen en 3 niet uitgevoerd."
    assert f"8 daarvan volgen rechtstreeks uit feedback. {left} {OPEN}" == notes[1]
    tied = "Bijsturingen die volgens de bronnen uit klachten volgden: 1 gepland."
    untied = "Bijsturingen met klachten als aanleiding, verband niet vermeld: 1 gepland en 1 niet uitgevoerd."
    assert f"84% kreeg binnen 45 dagen een antwoord. {tied} {untied}" == notes[3]


def test_complaints_are_a_channel() -> None:
    """Nobody asked for them; what was refused or planned is not done; a number that is not known is no number."""
    cells = complaints_cells(example())
    assert cells is not None
    assert ["niet van toepassing", "156 klachten in 2025", "2\xa0gepland"] == [cell.label for cell in cells]
    assert complaints_cells(minimal()) is None
    unknown: dict[str, object] = {"id": "2019", "titel": "Klachten", "jaar": "2019"}
    unknown |= {"ontvangen": {"toestand": "niet_gemeten", "reden": "Niet geteld."}, "bronnen": [{"bron": "antwoord"}]}
    silent = corpus(record("klachtenjaar", unknown))
    found = complaints_cells(silent)
    assert found is not None
    assert ["niet van toepassing", "niet gemeten", "–"] == [cell.label for cell in found]
    assert 3 == len(key_figures(silent))


def test_the_figures_of_nothing() -> None:
    """Nothing is counted as zero, without remarks."""
    found = [(figure.number, figure.what, figure.note) for figure in key_figures(minimal())]
    assert [("0", "initiatieven", ""), ("0", "bijsturingen", ""), ("0", "cijfers uit metingen", "")] == found


def test_one_is_singular() -> None:
    """One adjustment, one figure, one that follows."""
    found = key_figures(corpus())
    assert ["initiatieven", "bijsturing", "cijfer uit metingen"] == [figure.what for figure in found]
    assert "1 daarvan volgt rechtstreeks uit feedback." == found[1].note
    assert "Aantal antwoorden: niet vermeld." == found[2].note


def test_only_figures_count_as_figures() -> None:
    """A result without a figure is none, however much is said about it."""
    assert ["Termijn"] == [result.subject for result in stated_results(corpus())]


def test_the_note_on_figures_says_about_whom() -> None:
    """What was measured, with whom, and that the number of answers is unknown when it is for all of them."""
    value = {"waarde": "66", "eenheid": "procent"}
    results = [
        {"id": "a", "onderwerp": "Termijn", "groep": "besturen", "waarde": value, "n": number}
        for number in ("12", "niet_vermeld")
    ]
    results[1] = {**results[1], "id": "b"}
    found = key_figures(corpus(record("meting", MEASUREMENT, onderwerp="Toezicht", resultaten=results)))
    assert "over toezicht, bij besturen." == found[2].note


HEARD = {"gehoord": "Veel."}
NOT_ASKED = {"gehoord": {"toestand": "niet_gemeten", "reden": "Er was geen budget."}}


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ({}, {}, "Bij 2 van de 2 initiatieven vermeldt de bron niet wat er gehoord werd."),
        (HEARD, {}, "Bij 1 van de 2 initiatieven vermeldt de bron niet wat er gehoord werd."),
        (HEARD, HEARD, "Bij alle 2 initiatieven staat in de bron wat er gehoord werd."),
        (HEARD, NOT_ASKED, "Bij alle 2 initiatieven staat in de bron wat er gehoord werd, of waarom niet."),
    ],
)
def test_the_statement_is_what_the_overview_shows(first: Data, second: Data, expected: str) -> None:
    """The sentence counts the silent cells of the overview."""
    assert expected == statement(
        corpus(record("initiatief", INITIATIVE, **first), record("initiatief", OTHER, **second))
    )


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        (HEARD, "Bij 1 van de 2 initiatieven is nog niet ingevuld wat er gehoord werd."),
        (
            {},
            (
                "Bij 1 van de 2 initiatieven vermeldt de bron niet wat er gehoord werd. "
                "Bij 1 andere is nog niet ingevuld wat er gehoord werd."
            ),
        ),
    ],
)
def test_what_nobody_came_to_is_not_said_to_be_heard(first: Data, expected: str) -> None:
    """What an author left out is neither in the source nor a silence of it."""
    left = record("initiatief", OTHER).model_copy(update={"heard": NOT_FILLED_IN, "signals": NOT_FILLED_IN})
    assert expected == statement(corpus(record("initiatief", INITIATIVE, **first), left))


def test_the_statement_of_one_and_of_none() -> None:
    """A sentence with a number reads well for one initiative, too, and for none."""
    assert "Er zijn nog geen initiatieven opgetekend." == statement(minimal())
    one = corpus().having(Initiative, corpus().initiatives[:1])
    assert "Bij het ene initiatief vermeldt de bron niet wat er gehoord werd." == statement(one)
    assert "Bij 2 van de 12 initiatieven vermelden de bronnen niet wat er gehoord werd." == statement(example())


def test_parts_of_one_point_are_told() -> None:
    """Where the source counts otherwise, both numbers stand there."""
    parts = [
        record("bijsturing", ADJUSTMENT, id=name, titel=f"Deel {name}", onderdeel_van="nieuwsbrief")
        for name in ("aa", "bb")
    ]
    found = key_figures(corpus(*parts))[1]
    expected = "2 daarvan volgen rechtstreeks uit feedback. In de bron staan die 2 als 1 punt."
    assert ("2", expected) == (found.number, found.note)


def test_levels_read_well_whatever_they_are_called() -> None:
    """The usual words stand in the sentence; the words of an agency, of any form, stand by themselves."""
    assert "waarvan 2 operationeel." in key_figures(corpus())[0].note
    assert all("1 één" not in figure.note and "2 één" not in figure.note for figure in key_figures(example()))
