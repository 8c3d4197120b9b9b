"""Linked data: pages say what they are about, and say nothing where the records are silent."""

import json
import re

import pytest
from rdflib import Graph, URIRef
from rdflib.namespace import RDF, Namespace

from tests.corpus_samples import HOSTILE, INITIATIVE, NOTES, SOURCE, corpus, record, rendered
from weerklank.build.forms import PageForm
from weerklank.corpus import Corpus
from weerklank.site import linked
from weerklank.site.pages import plan
from weerklank.site.record import record_page
from weerklank.site.shell import Head

# The JSON-LD reader of rdflib still makes the graph that rdflib itself has replaced.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

BASE = "https://www.voorbeeld.example/weerklank"
HERE = "https://lokaal.example/site/"
SCHEMA = Namespace("https://schema.org/")


def _heads(site: Corpus) -> dict[str, Head]:
    """The head of every page but old addresses, which say nothing."""
    pages = {item.path: item for item in plan(site, assets={}) if item.path.endswith(".html")}
    heads = {
        path: getattr(item.view(), "head", None)
        for path, item in pages.items()
        if item.form != PageForm("pages/doorverwijzing.html")
    }
    return {path: head for path, head in heads.items() if isinstance(head, Head)}


def _graph(text: str, *, at: str) -> Graph:
    """The statements of a page, read without a network: its context stands in the page."""
    return Graph().parse(data=text, format="json-ld", publicID=at)


def _about(site: Corpus) -> dict[str, object]:
    """What the page of the initiative says that it is about."""
    data = json.loads(record_page(site, site.initiative("bevraging")).head.json_ld)
    assert isinstance(data["mainEntity"], dict)
    return data["mainEntity"]


@pytest.mark.parametrize("base", ["", BASE])
def test_every_page_speaks(base: str) -> None:
    """Every page says in linked data which page it is, on which site and where, with its own context."""
    for path, head in _heads(corpus(base=base)).items():
        if path == "404.html":
            continue
        graph = _graph(head.json_ld, at=HERE + path)
        page = URIRef(f"{base}/{path}" if base else HERE + path)

        assert (page, RDF.type, SCHEMA.WebPage) in graph, path
        assert head.title == str(graph.value(page, SCHEMA.name))
        assert isinstance(json.loads(head.json_ld)["@context"], dict)


def test_a_page_that_is_not_there_says_nothing() -> None:
    """The page of errors stands at any address, so it can say of none what it is."""
    assert "" == _heads(corpus())["404.html"].json_ld


def test_addresses_lead_to_pages() -> None:
    """Without an address of the site, every address is one that a reader of the page can follow."""
    site = corpus()
    paths = {item.path for item in plan(site, assets={})}

    for path, head in _heads(site).items():
        if path == "404.html":
            continue
        graph = _graph(head.json_ld, at=HERE + path)
        found = {str(item).partition("#")[0] for item in graph.all_nodes() if str(item).startswith(HERE)}
        assert {item.removeprefix(HERE) for item in found} <= paths, path


def test_crumbs_are_in_order() -> None:
    """The trail of a page is a list from home to the page itself; home has none."""
    site = corpus(base=BASE)
    data = json.loads(record_page(site, site.initiative("bevraging")).head.json_ld)
    items = data["breadcrumb"]["itemListElement"]

    assert [(1, "Weerklank"), (2, "Initiatieven"), (3, "Bevraging")] == [(i["position"], i["name"]) for i in items]
    assert f"{BASE}/initiatieven/bevraging.html" == items[-1]["item"]
    assert "breadcrumb" not in json.loads(_heads(corpus())["index.html"].json_ld)


def test_hostile_text_cannot_leave_the_script() -> None:
    """Nothing in a title can end the element or open a comment, and the reader still gets the very title."""
    site = corpus(record("initiatief", INITIATIVE, titel=HOSTILE))
    page = record_page(site, site.initiative("bevraging"))
    (script,) = re.findall(
        r'<script type="application/ld\+json">(.*?)</script>', rendered("pages/record.html", page), re.DOTALL
    )

    assert not re.search("[<>&]", script)
    assert HOSTILE == json.loads(script)["name"]


def test_a_record_says_what_is_known() -> None:
    """A record has its summary, its subjects, its period, its sources and the date of its last change."""
    about = _about(corpus(record("initiatief", INITIATIVE, wijzigingen=NOTES), base=BASE))

    assert "Wij vroegen wat beter kan." == about["abstract"]
    assert [{"@type": "Thing", "name": "Gelijke kansen"}] == about["about"]
    assert ("2017/2019", "2026-11-02") == (about["temporalCoverage"], about["dateModified"])
    assert [f"{BASE}/bronnen/antwoord.html"] == [item["url"] for item in _list(about["isBasedOn"])]


def _list(value: object) -> list[dict[str, object]]:
    assert isinstance(value, list)
    return value


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ({"van": "2017", "tot": "2019"}, "2017/2019"),
        ({"van": "2017-03-01", "tot": "heden"}, "2017-03-01/.."),
        ({"van": "2017"}, "2017/.."),
        ({"tot": "2019"}, "../2019"),
        ({"van": "2016", "tot": "2016"}, "2016"),
        ({"frequentie": "jaarlijks"}, None),
        ("niet_vermeld", None),
    ],
)
def test_periods(period: object, expected: str | None) -> None:
    """A period is an interval of ISO 8601, open where it is open; a period without years is not stated."""
    site = corpus(record("initiatief", INITIATIVE, periode=period))

    assert expected == _about(site).get("temporalCoverage")


def test_silence_is_not_stated() -> None:
    """What the records do not say is left out: linked data has no empty text and no word for absence."""
    silent = record("initiatief", INITIATIVE, periode="niet_vermeld", beleidsvelden="niet_vermeld")
    source = record("bron", {**SOURCE, "uitgever": "niet_vermeld", "datum": "niet_vermeld"})
    site = corpus(silent, source)

    assert {"temporalCoverage", "about", "dateModified"}.isdisjoint(_about(site))
    text = _heads(site)["bronnen/antwoord.html"].json_ld
    assert {"publisher", "datePublished", "url"}.isdisjoint(json.loads(text)["mainEntity"])
    for path, head in _heads(site).items():
        assert not re.search(r':(""|\[\]|\{\}|null)[,}]', head.json_ld), path


def test_a_measurement_is_data() -> None:
    """A measurement is a set of data with its files; so are the open data as a whole."""
    heads = _heads(corpus(base=BASE))
    paths = {f"{BASE}/{item.path}" for item in plan(corpus(base=BASE), assets={})}

    for path in ("metingen/barometer.html", "data/index.html"):
        data = json.loads(heads[path].json_ld)["mainEntity"]
        assert "Dataset" == data["@type"]
        assert data["distribution"]
        assert {item["contentUrl"] for item in data["distribution"]} <= paths
        assert ("https://licentie.example/vrij", "2026-11-23") == (data["license"], data["dateModified"])


def test_the_home_page_is_about_the_site() -> None:
    """The home page says whose site it is and how to reach them."""
    about = json.loads(_heads(corpus(base=BASE))["index.html"].json_ld)["mainEntity"]

    assert ("WebSite", f"{BASE}/index.html") == (about["@type"], about["url"])
    assert "GovernmentOrganization" == about["publisher"]["@type"]
    assert "data@voorbeeld.example" == about["publisher"]["email"]
    assert about["publisher"]["sameAs"].endswith("/OVO000001")


def test_an_organisation_need_not_be_of_a_government() -> None:
    """Who names no government and no code is an organisation, without an address in a register."""
    about = linked.organisation(corpus(overheid="", ovo_code=""))

    assert "Organization" == about["@type"]
    assert {"sameAs", "identifier"}.isdisjoint(about)


def test_the_glossary_is_a_set_of_terms() -> None:
    """Each list is a set of terms that lead to their place; a term without meaning has none."""
    found = json.loads(_heads(corpus(base=BASE))["begrippen.html"].json_ld)["mainEntity"]
    terms = {term["name"]: term for group in found for term in group["hasDefinedTerm"]}

    assert {"DefinedTermSet"} == {group["@type"] for group in found}
    assert "Gelijke kansen voor iedereen." == terms["Gelijke kansen"]["description"]
    assert f"{BASE}/begrippen.html#beleidsveld-brussel" == terms["Brussel"]["url"]
    assert "description" not in terms["Brussel"]
    assert ["interview"] == terms["Gesprek"]["alternateName"]
