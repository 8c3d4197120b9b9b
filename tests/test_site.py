"""The source document as readers get it: nothing of it is lost on the site, and the counts are right."""

import html
import re
import unicodedata
from pathlib import Path

import pytest

from tests import browser_tools
from tests.source_facts import LINKS, NAMES, NUMBERS, SUB_QUESTION_NUMBERS, Fact

pytestmark = pytest.mark.source_document

_TAG = re.compile(r"<[^>]+>")


def _text(page: str) -> str:
    """What a page says, white space folded; attributes do not count."""
    body = _TAG.sub(" ", page.replace("\u00ad", ""))
    return " ".join(html.unescape(body).split())


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the content of the project."""
    return browser_tools.real_site(tmp_path_factory)


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, str]:
    """The text of every page but plain editions, which say the same again, by its address."""
    paths = [path for path in sorted(site.rglob("*.html")) if "kaal" not in path.parts]
    return {path.relative_to(site).as_posix(): _text(path.read_text("utf-8")) for path in paths}


def _spelled(text: str) -> str:
    """White space folded, and spaces around a tag before a mark taken out, so that markup does not hide a fact."""
    folded = unicodedata.normalize("NFC", " ".join(text.split()))
    return re.sub(r"\s*([’'./,:;()\-–])\s*", r"\1", folded)


@pytest.mark.parametrize("fact", [*NUMBERS, *NAMES], ids=lambda fact: fact[0])
def test_every_number_and_name_of_the_source_is_on_the_site(fact: Fact, pages: dict[str, str]) -> None:
    """No number and no proper name of the stored answer is lost: each stands on some page besides the stored text."""
    wanted = _spelled(fact[0])
    found = [path for path, text in pages.items() if wanted in _spelled(text)]

    assert [] != [path for path in found if path != "bronnen/antwoord-klanttevredenheid.html"]


@pytest.mark.parametrize("fact", SUB_QUESTION_NUMBERS, ids=lambda fact: fact[0])
def test_every_sub_question_is_on_its_page(fact: Fact, pages: dict[str, str]) -> None:
    """Each numbered sub-question has a section on the page of the question."""
    assert f"Deelvraag {fact[0].rstrip('.')} " in pages["vragen/klanttevredenheidsonderzoek.html"]


@pytest.mark.parametrize("fact", LINKS, ids=lambda fact: fact[0])
def test_every_link_of_the_source_can_be_followed(fact: Fact, site: Path) -> None:
    """No link of the stored answer is lost: some page links to it."""
    link = f'href="{html.escape(fact[0])}"'

    assert [] != [path.name for path in site.rglob("*.html") if link in path.read_text("utf-8")]


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("index.html", "12 initiatieven waarvan 5 strategisch, 6 operationeel en 1 intern."),
        (
            "index.html",
            (
                "10 van 11 bijsturingen gedaan of bezig 6 daarvan volgen rechtstreeks uit feedback. "
                "In de bron staan die 6 als 4 punten. Niet meegeteld: 1 gepland."
            ),
        ),
        ("index.html", "2 cijfers uit metingen"),
        ("index.html", "Bij 9 van de 12 initiatieven vermeldt de bron niet wat er gehoord werd."),
        ("index.html", "3 vermeld; 1 gepland; 2 niet van toepassing; 6 niet vermeld"),
        ("initiatieven/provinciale-netwerkmomenten.html", "4 punten in de bron, 6 bijsturingen."),
        ("vragen/klanttevredenheidsonderzoek.html", "10 deelvragen, in 23 delen"),
        ("initiatieven/index.html", "Gelijke kansen 2"),
        ("initiatieven/index.html", "Beleid Brussel 2"),
        ("bijsturingen/index.html", "11 bijsturingen, met waar ze vandaan komen"),
        ("metingen/tevredenheidsbarometer.html", "niet opgeteld, niet gemiddeld en niet als evolutie gelezen"),
        ("initiatieven/netwerkgroep-integratieonderzoek.html", "ongeveer 180 experten"),
        ("initiatieven/gemeente-en-stadsmonitor.html", "46 lokale besturen"),
        ("initiatieven/heerlijk-helder.html", "12 leerinitiatieven"),
    ],
)
def test_the_counts_are_those_of_the_source(page: str, words: str, pages: dict[str, str]) -> None:
    """Counts are computed from the records, and come out as the inventory of the source has them."""
    assert words in pages[page]


def test_three_clicks_from_home_to_the_sentence(site: Path) -> None:
    """From home: the provincial network moments, one adjustment of them, and the sentence of the source it rests on."""
    home = (site / "index.html").read_text("utf-8")
    assert 'href="initiatieven/provinciale-netwerkmomenten.html"' in home
    initiative = (site / "initiatieven/provinciale-netwerkmomenten.html").read_text("utf-8")
    assert 'href="../bijsturingen/wissel-leren.html"' in initiative
    adjustment = (site / "bijsturingen/wissel-leren.html").read_text("utf-8")
    anchor = re.search(r'href="\.\./bronnen/antwoord-klanttevredenheid\.html#(p\d+)"', adjustment)
    assert anchor is not None
    source = (site / "bronnen/antwoord-klanttevredenheid.html").read_text("utf-8")
    passage = source[source.index(f'id="{anchor[1]}"') :]

    assert "issel-leren" in passage[: passage.index("</li>")] or "feedback" in passage[: passage.index("</li>")]
