"""What surrounds every page: navigation that leads somewhere, crumbs, and what a page says about itself."""

import pytest

from tests.corpus_samples import corpus, minimal, record, rendered
from tests.voorbeeld_site import corpus as example
from weerklank import addresses
from weerklank.corpus import Corpus
from weerklank.document.parts import Link
from weerklank.site.changes import changes_page
from weerklank.site.pages import plan
from weerklank.site.shell import Head, head, shell

CORPORA = pytest.mark.parametrize("found", [example(), corpus(), minimal()], ids=["example", "sample", "minimal"])


def made(found: Corpus, **changes: object) -> Head:
    """The head of some page."""
    return head(found, **{"path": "bijsturingen/x.html", "title": "Titel", **changes})  # type: ignore[arg-type]


@CORPORA
def test_navigation_and_foot_lead_somewhere(found: Corpus) -> None:
    """Every link around a page has a page, also before there is a record."""
    surroundings = shell(found)
    paths = {artifact.path for artifact in plan(found, assets={})}
    links = [*surroundings.navigation, *surroundings.foot]
    assert [] == [link for link in links if link.path not in paths]
    assert len(links) == len({link.text for link in links})


def test_the_menu_has_the_kinds_in_order() -> None:
    """What an answer is about stands at the top; what explains it stands at the foot."""
    surroundings = shell(corpus())
    assert [
        ("Initiatieven", "initiatieven/index.html"),
        ("Bijsturingen", "bijsturingen/index.html"),
        ("Metingen", "metingen/index.html"),
        ("Klachten", "klachten/index.html"),
        ("Vragen", "vragen/index.html"),
    ] == [(link.text, link.path) for link in surroundings.navigation]
    foot = [link.text for link in surroundings.foot]
    assert ["Wat leidde tot wat", "Wat de bron niet zegt", "Wie wordt genoemd"] == foot[:3]
    assert ["Beslissingen", "Toezeggingen", "Begrippen", "Bronnen"] == foot[3:7]


def test_the_shell_names_the_publisher() -> None:
    """Names come from the record of the organisation, and a slash at the end of the address does not double."""
    page = rendered("pages/wijzigingen.html", changes_page(corpus(base="https://voorbeeld.example/w/")))
    assert "– Weerklank, Agentschap Voorbeeld</title>" in page
    assert "Uitgegeven door het Agentschap Voorbeeld</p>" in page
    assert '<span class="brand-mark">Voorbeeldland</span>' in page
    assert '<link rel="canonical" href="https://voorbeeld.example/w/wijzigingen.html">' in page
    assert "noindex" not in page
    assert "noindex" in rendered("pages/wijzigingen.html", changes_page(corpus(zoekmachines="nee")))


def test_prose_pages_stand_in_the_foot() -> None:
    """A page that an author adds is found without anybody touching a template."""
    page = record("pagina", {"id": "werkwijze", "titel": "Onze werkwijze"})
    assert Link("Onze werkwijze", "werkwijze.html") in shell(corpus(page)).foot


def test_crumbs_lead_from_home_to_here() -> None:
    """Home, the way, and the page itself, which is no link; home has none."""
    trail = (Link("Bijsturingen", addresses.index("bijsturing")),)
    crumbs = made(corpus(), trail=trail).crumbs
    assert ["Weerklank", "Bijsturingen", "Titel"] == [link.text for link in crumbs]
    assert [False, False, True] == [link.current for link in crumbs]
    assert () == made(corpus(), path=addresses.HOME).crumbs


def test_a_description_is_plain() -> None:
    """Search results get the lead without marks, or the sentence that was written for them."""
    assert "Wij luisteren, echt." == made(corpus(), lead="Wij **luisteren**, echt.").description
    assert "Anders." == made(corpus(), lead="Wij luisteren.", description="Anders.").description
    assert "Wij <strong>luisteren</strong>." == str(made(corpus(), lead="Wij **luisteren**.").lead)


def test_a_heading_may_break() -> None:
    """A long compound has soft hyphens in the heading, and none in the title that others copy."""
    found = made(corpus(), title="Tevredenheidsonderzoek")
    assert ("Tevredenheidsonderzoek", True) == (found.title, "\u00ad" in found.heading)
    assert found.title == found.heading.replace("\u00ad", "")


def test_a_page_for_a_wrong_address_is_about_nothing() -> None:
    """Every page carries linked data, but the one that is not there."""
    assert made(corpus()).json_ld.startswith("{")
    assert "" == made(corpus(), path=addresses.NOT_FOUND).json_ld
