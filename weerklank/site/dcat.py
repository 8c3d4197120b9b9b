"""The DCAT record: what a catalogue of open data elsewhere needs to know about ours.

In: the public corpus and the files on offer. Out: JSON-LD as text, in the W3C Data Catalog Vocabulary with everything
that metadata-DCAT makes mandatory in Flanders (recognised standard, 21 April 2022). A catalogue cannot do with relative
addresses or without a contact, so with one of those missing there is no record.
"""

import json

from weerklank import addresses
from weerklank.corpus import Corpus
from weerklank.data.formats import FORMATS
from weerklank.document.parts import Link
from weerklank.facts.provenance import state_as_of
from weerklank.markup import plain
from weerklank.model import PartialDate
from weerklank.site.linked import Node, address, ending_of, ovo_address

_DCAT: Node = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_EU = "http://publications.europa.eu/resource/authority"
_MEDIA = "https://www.iana.org/assignments/media-types"

FREE_METADATA = "https://data.vlaanderen.be/id/licentie/creative-commons-zero-verklaring/v1.0"
"""The licence of a description (not of the data): the one that metadata-DCAT accepts for a catalogue."""


def missing_dcat_fields(corpus: Corpus) -> tuple[str, ...]:
    """In words, the settings without which a DCAT record would not be valid; empty when there can be one."""
    found = corpus.organisation
    wanted = (
        ("het adres van deze site", found.site.base_url),
        ("een mailadres of webadres voor vragen", found.contact.email or found.contact.url),
        ("een inleiding", plain(found.site.introduction)),
        ("minstens één trefwoord", found.site.keywords),
        ("de datum van de gegevens", state_as_of(corpus)),
    )
    return tuple(name for name, value in wanted if not value)


def dcat(corpus: Corpus, files: tuple[Link, ...]) -> str:
    """The catalogue with one data set, its files, and the record that describes it.

    Raises ValueError when `missing_dcat_fields` names anything.
    """
    newest = state_as_of(corpus)
    if newest is None or missing_dcat_fields(corpus):
        raise ValueError("a DCAT record lacks mandatory fields")
    site = corpus.organisation.site
    title = f"{site.name}: open data"
    page = address(corpus, addresses.DATA, page="")
    shared: Node = {"dct:publisher": _agent(corpus), "dcat:contactPoint": _contact(corpus)}
    parts = tuple(_distribution(corpus, file, title=title, page=page) for file in files)
    catalogue: Node = {
        "@context": _DCAT,
        "@id": f"{page}#catalogus",
        "@type": "dcat:Catalog",
        "dct:identifier": f"{page}#catalogus",
        "dct:title": _dutch(site.name),
        "dct:description": _dutch(plain(site.introduction)),
        "dct:language": {"@id": f"{_EU}/language/NLD"},
        "dct:license": {"@id": FREE_METADATA},
        "dct:modified": _date(newest),
        "foaf:homepage": {"@id": address(corpus, addresses.HOME, page="")},
        **shared,
        "dcat:record": {
            "@id": f"{page}#beschrijving",
            "@type": "dcat:CatalogRecord",
            "dct:identifier": f"{page}#beschrijving",
            "dct:title": _dutch(title),
            "dct:modified": _date(newest),
            "foaf:primaryTopic": {"@id": f"{page}#gegevens"},
        },
        "dcat:dataset": {
            "@id": f"{page}#gegevens",
            "@type": "dcat:Dataset",
            "dct:identifier": f"{page}#gegevens",
            "dct:title": _dutch(title),
            "dct:description": _dutch(plain(f"{site.introduction} {site.scope}")),
            "dct:language": {"@id": f"{_EU}/language/NLD"},
            "dct:accessRights": {"@id": f"{_EU}/access-right/PUBLIC"},
            "dct:modified": _date(newest),
            "dcat:keyword": tuple(_dutch(word) for word in site.keywords),
            "dcat:theme": {"@id": f"{_EU}/data-theme/{site.catalogue_theme}"},
            "dcat:landingPage": {"@id": page},
            **shared,
            "dcat:distribution": parts,
        },
    }
    return json.dumps(catalogue, ensure_ascii=False, indent=2) + "\n"


def _distribution(corpus: Corpus, file: Link, *, title: str, page: str) -> Node:
    return {
        "@id": f"{page}#{file.path}",
        "@type": "dcat:Distribution",
        "dct:identifier": f"{page}#{file.path}",
        "dct:title": _dutch(file.text),
        "dct:description": _dutch(f"{file.text}, een bestand van {title}."),
        "dct:license": {"@id": corpus.organisation.licence.url},
        "dct:format": {"@id": f"{_EU}/file-type/{ending_of(file).upper()}"},
        "dcat:mediaType": {"@id": f"{_MEDIA}/{FORMATS[ending_of(file)].media}"},
        "dcat:accessURL": {"@id": page},
        "dcat:downloadURL": {"@id": address(corpus, file.path, page="")},
    }


def _agent(corpus: Corpus) -> Node:
    node: Node = {"@type": "foaf:Agent", "foaf:name": _dutch(corpus.organisation.name)}
    known = ovo_address(corpus)
    return {"@id": known, **node} if known else node


def _contact(corpus: Corpus) -> Node:
    contact = corpus.organisation.contact
    node: Node = {"@type": "vcard:Organization", "vcard:fn": _dutch(contact.name)}
    if contact.email:
        node["vcard:hasEmail"] = {"@id": f"mailto:{contact.email}"}
    if contact.url:
        node["vcard:hasURL"] = {"@id": contact.url}
    return node


def _dutch(text: str) -> Node:
    return {"@value": text, "@language": "nl"}


def _date(value: PartialDate) -> Node:
    """A date in the type of XML Schema that is as precise as it is known."""
    kind = "date" if value.day else "gYearMonth" if value.month else "gYear"
    return {"@value": value.iso, "@type": f"xsd:{kind}"}
