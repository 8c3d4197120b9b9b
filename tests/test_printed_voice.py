"""Sentences follow from the records: another agency, one question or more or none, one source or three.

Each content is the start that `init` makes, with questions and sources added or taken away. What is public of it is
read back.
"""

import re
from pathlib import Path

import pytest

from tests.printed_reading import page, words
from tests.printed_site import made_of

BEGIN = Path(__file__).resolve().parent.parent / "weerklank" / "begin"
THEIRS = re.compile(
    r"\bABB\b|Binnenlands Bestuur|binnenland@|OVO001835|Havenlaan|klanttevredenheid|lokale besturen|stedenbeleid"
    r"|ondernemingsplan|gemeente-en-stadsmonitor",
    re.IGNORECASE,
)
"""Words of the agency that the program was made for first."""

HEARD = "Een tweede verslag zegt dat het fietspad aan de school smal is."
OTHERS: dict[str, object] = {
    "bronnen/tweede-verslag.yaml": {"titel": "Tweede verslag", "soort": "rapport", "uitgever": "Dienst Voorbeeld"},
    "bronnen/tweede-verslag.txt": f"{HEARD}\n",
    "bronnen/gids.yaml": {"titel": "Gids voor fietspaden", "soort": "rapport", "extern": "ja"},
    "initiatieven/tweede-overleg.yaml": {
        "titel": "Tweede overleg",
        "samenvatting": "De dienst sprak een tweede keer met bewoners.",
        "niveau": "operationeel",
        "periode": "niet_vermeld",
        "status": "niet_vermeld",
        "vormen": "niet_vermeld",
        "gehoord": "Het fietspad aan de school is smal.",
        "bronnen": [{"bron": "tweede-verslag", "citaat": HEARD}, {"bron": "gids"}],
    },
}
QUESTION: dict[str, object] = {
    "vragen/tweede-vraag.yaml": {
        "titel": "Een tweede vraag",
        "soort": "vraag_om_uitleg",
        "deelvragen": [
            {"nr": 1, "tekst": "Hoe breed is het fietspad?", "delen": [{"letter": "a", "vraag": "Breedte"}]}
        ],
        "bronnen": [{"bron": "tweede-verslag", "citaat": HEARD}],
    }
}


def _start(*, without: tuple[str, ...] = ()) -> dict[str, object]:
    """The content that `init` makes, but for some folders."""
    files = (path for path in sorted(BEGIN.rglob("*")) if path.is_file())
    found = {str(path.relative_to(BEGIN)): path for path in files}
    kept = {name: path for name, path in found.items() if name.partition("/")[0] not in without}
    return {
        name: path.read_bytes() if path.suffix == ".png" else path.read_text("utf-8") for name, path in kept.items()
    }


CONTENTS = {
    "one question, one source": _start(),
    "no question, three sources": _start(without=("vragen", "toezeggingen")) | OTHERS,
    "two questions, three sources": _start() | OTHERS | QUESTION,
}
ANSWER = {
    "no question, three sources": "Deze bron komt van elders.",
    "two questions, three sources": "Deze bron hoort niet bij een antwoord.",
}


@pytest.fixture(scope="module", params=list(CONTENTS))
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """One of the contents by its name, and the site of it."""
    return request.param, made_of(CONTENTS[request.param], tmp_path_factory.mktemp("stem"))


def test_no_word_of_another_agency_is_public(made: tuple[str, Path]) -> None:
    """Not on a page, not in data, not in a document."""
    _, site = made
    for path in (item for item in site.rglob("*") if item.is_file() and item.suffix != ".docx"):
        found = THEIRS.search(path.read_text("utf-8-sig"))
        assert found is None, (path, found)


def test_sources_are_spoken_of_in_their_number(made: tuple[str, Path]) -> None:
    """One is "de bron", more are "de bronnen", with the verb that goes with it."""
    name, site = made
    home = words(page((site / "index.html").read_bytes()).find(".//main"))
    several = "three sources" in name
    assert several == ("de bronnen niet vermelden" in home)
    assert several != ("de bron niet vermeldt" in home)
    assert not re.search(
        r"[Dd]e bronnen (noemt|vermeldt|geeft|zegt)\b|[Dd]e bron (noemen|vermelden|geven|zeggen)\b", home
    )


def test_a_source_from_elsewhere_belongs_to_the_answers_there_are(made: tuple[str, Path]) -> None:
    """To the answer, to an answer, or to nothing: never to one that is not there."""
    name, site = made
    pages = {path: words(page(path.read_bytes()).find(".//body")) for path in site.rglob("*.html")}
    said = {match for text in pages.values() for match in re.findall(r"Deze bron (?:hoort|komt)[^.]*\.", text)}
    assert ({ANSWER[name]} if name in ANSWER else set()) == said
    listed = pages[site / "bronnen/index.html"]
    assert ("one question" in name) == ("hoort bij het antwoord" in listed)
    if "no question" in name:
        assert "antwoord" not in listed


def test_readings_are_never_called_both(made: tuple[str, Path]) -> None:
    """Of what is said in more than one way there may be three readings."""
    _, site = made
    assert not [path for path in site.rglob("*.html") if "Beide lezingen" in path.read_text("utf-8")]
