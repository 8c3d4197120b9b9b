"""The DCAT record: whole and valid, or not there and then it says what is missing."""

import json
import warnings
from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import Graph

from tests.corpus_samples import ORGANISATION, SITE, corpus
from weerklank.corpus import Corpus
from weerklank.document.parts import Link
from weerklank.site.data import data_page
from weerklank.site.dcat import dcat, missing_dcat_fields
from weerklank.site.pages import plan

# The JSON-LD reader of rdflib still makes the graph that rdflib itself has replaced.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

BASE = "https://www.voorbeeld.example/weerklank"
PATH = "data/dcat.jsonld"
SHAPES = Graph().parse(Path(__file__).parent / "dcat_shapes.ttl", format="turtle")


def _record(site: Corpus) -> str:
    """The record as the site publishes it."""
    (artifact,) = (item for item in plan(site, assets={}) if item.path == PATH)
    return str(artifact.view())


def _faults(text: str) -> str:
    """What the shapes find wrong with a record; "" for nothing. Nothing is fetched."""
    data = Graph().parse(data=text, format="json-ld")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # pyshacl uses parts of rdflib that are to go
        conforms, _, report = validate(data, shacl_graph=SHAPES)
    return "" if conforms else str(report)


def test_the_record_is_valid() -> None:
    """The record has everything that the standard makes mandatory, and every file of it is on the site."""
    site = corpus(base=BASE)
    text = _record(site)
    files = json.loads(text)["dcat:dataset"]["dcat:distribution"]

    assert "" == _faults(text)
    assert isinstance(json.loads(text)["@context"], dict)
    paths = {f"{BASE}/{item.path}" for item in plan(site, assets={})}
    assert {item["dcat:downloadURL"]["@id"] for item in files} <= paths
    assert {item["dcat:accessURL"]["@id"] for item in files} <= paths


MANDATORY = [
    ("", "dct:title"),
    ("", "dct:description"),
    ("", "dct:identifier"),
    ("", "dct:publisher"),
    ("", "dct:license"),
    ("", "dcat:contactPoint"),
    ("dcat:record", "dct:identifier"),
    ("dcat:record", "dct:title"),
    ("dcat:record", "dct:modified"),
    ("dcat:record", "foaf:primaryTopic"),
    ("dcat:dataset", "dct:title"),
    ("dcat:dataset", "dct:description"),
    ("dcat:dataset", "dct:identifier"),
    ("dcat:dataset", "dct:accessRights"),
    ("dcat:dataset", "dct:modified"),
    ("dcat:dataset", "dct:publisher"),
    ("dcat:dataset", "dcat:contactPoint"),
    ("dcat:dataset", "dcat:keyword"),
    ("dcat:distribution", "dct:title"),
    ("dcat:distribution", "dct:description"),
    ("dcat:distribution", "dct:identifier"),
    ("dcat:distribution", "dcat:accessURL"),
    ("dcat:distribution", "dcat:downloadURL"),
]


@pytest.mark.parametrize(("part", "name"), MANDATORY)
def test_the_shapes_see_what_is_missing(part: str, name: str) -> None:
    """Each mandatory property is looked for: a record without it is refused, so a valid record means something."""
    catalogue = json.loads(dcat(corpus(base=BASE), (Link("Alles (csv)", "data/alles.csv"),)))
    place = catalogue.get(part, catalogue)
    if part == "dcat:distribution":
        (place,) = catalogue["dcat:dataset"][part]
    del place[name]

    assert _faults(json.dumps(catalogue))


@pytest.mark.parametrize(
    ("contact", "expected"),
    [
        ({"naam": "Dienst", "url": "https://dienst.example/"}, "vcard:hasURL"),
        ({"naam": "Dienst", "email": "dienst@voorbeeld.example"}, "vcard:hasEmail"),
    ],
)
def test_a_contact_is_reachable(contact: dict[str, str], expected: str) -> None:
    """A mailbox will do as contact, and so will an address on the web."""
    text = _record(corpus(base=BASE, contact=contact))

    assert expected in json.loads(text)["dcat:contactPoint"]
    assert "" == _faults(text)


def test_a_publisher_without_code_has_a_name() -> None:
    """Without a code in the register the publisher is known by name."""
    text = _record(corpus(base=BASE, ovo_code=""))

    assert "@id" not in json.loads(text)["dct:publisher"]
    assert "" == _faults(text)


def test_a_site_without_an_address_has_no_record() -> None:
    """A catalogue cannot do with relative addresses: without an address there is no file, and the page says why."""
    site = corpus()

    assert PATH not in {item.path for item in plan(site, assets={})}
    assert ("het adres van deze site",) == missing_dcat_fields(site) == data_page(site, ()).missing
    with pytest.raises(ValueError, match="mandatory"):
        dcat(site, ())


def test_each_missing_setting_is_named() -> None:
    """A contact, an introduction, keywords and a date that records give are mandatory too."""
    contact = {"naam": "Dienst Voorbeeld"}
    site = corpus(contact=contact)
    bare = {**ORGANISATION, "contact": contact, "site": {**SITE, "inleiding": "", "trefwoorden": []}}
    nothing = corpus()
    settings = type(nothing.organisation).model_validate(bare)

    assert 2 == len(missing_dcat_fields(site))
    assert 5 == len(missing_dcat_fields(Corpus(settings, nothing.vocabularies)))
