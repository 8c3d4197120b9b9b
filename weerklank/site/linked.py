"""Linked data: what each page is about, in the words of schema.org.

In: the public corpus, and what a page says about itself. Out: JSON-LD as text with its own context, so that a reader
never has to fetch one. Without a base address the addresses are relative to the page, as its links are.
"""

import json
from collections.abc import Iterable

from weerklank import addresses
from weerklank.corpus import Corpus
from weerklank.data.formats import FORMATS
from weerklank.data.table import Table
from weerklank.document.parts import Link
from weerklank.facts.provenance import state_as_of
from weerklank.markup import bare, plain
from weerklank.model import (
    NOW,
    Absence,
    Adjustment,
    Citation,
    Initiative,
    Measurement,
    Period,
    Record,
    Ref,
    Source,
    walk,
)

Json = str | int | bool | tuple["Json", ...] | dict[str, "Json"]
Node = dict[str, Json]

LANGUAGE = "nl-BE"

_ADDRESSES = ("contentUrl", "item", "license", "sameAs", "url")
_SCHEMA: Node = {"@vocab": "https://schema.org/", **{name: {"@type": "@id"} for name in _ADDRESSES}}


def ending_of(file: Link) -> str:
    """The format of a data file."""
    return file.path.rpartition(".")[2]


def address(corpus: Corpus, target: str, *, page: str) -> str:
    """A site-relative path as an absolute address, or relative to the page when the site does not know its own."""
    base = corpus.organisation.site.base_url.rstrip("/")
    return f"{base}/{target}" if base else addresses.relative(target, page=page)


def page_data(corpus: Corpus, *, path: str, title: str, description: str, crumbs: tuple[Link, ...], about: Json) -> str:
    """What a page says about itself: its place on the site and, when `about` is filled, what it is about."""
    here = address(corpus, path, page=path)
    node: Node = {
        "@context": _SCHEMA,
        "@type": "WebPage",
        "@id": here,
        "url": here,
        "name": title,
        "description": description,
        "inLanguage": LANGUAGE,
        "isPartOf": {
            "@type": "WebSite",
            "name": corpus.organisation.site.name,
            "url": address(corpus, addresses.HOME, page=path),
        },
    }
    if crumbs:
        node["breadcrumb"] = {"@type": "BreadcrumbList", "itemListElement": _crumbs(corpus, path, crumbs)}
    if about:
        node["mainEntity"] = about
    return script_text(_filled(node))


def script_text(node: Node) -> str:
    """JSON that may stand in a script element: no `<`, so that nothing in it can end the element or open a comment."""
    text = json.dumps(node, ensure_ascii=False, separators=(",", ":"))
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _crumbs(corpus: Corpus, path: str, crumbs: tuple[Link, ...]) -> tuple[Json, ...]:
    return tuple(
        {
            "@type": "ListItem",
            "position": place,
            "name": crumb.text,
            "item": address(corpus, crumb.path or path, page=path),
        }
        for place, crumb in enumerate(crumbs, start=1)
    )


def _filled(node: Node) -> Node:
    """The node without what is not known: linked data has no word for silence, so it says nothing."""
    return {key: value for key, value in node.items() if value not in ("", (), {})}


def organisation(corpus: Corpus) -> Node:
    """The publisher, with how to reach it."""
    found = corpus.organisation
    return _filled(
        {
            **_publisher(corpus),
            "alternateName": found.abbreviation,
            "email": found.contact.email,
            "address": found.contact.address,
            "url": found.contact.url,
            "identifier": found.ovo,
        }
    )


def _publisher(corpus: Corpus) -> Node:
    """The publisher by name, for every page that is not about it."""
    kind = "GovernmentOrganization" if corpus.organisation.government else "Organization"
    return _filled({"@type": kind, "name": corpus.organisation.name, "sameAs": ovo_address(corpus)})


def ovo_address(corpus: Corpus) -> str:
    """The address of the publisher in the register of Flemish organisations, or ""."""
    code = corpus.organisation.ovo
    return f"http://data.vlaanderen.be/id/organisatie/{code}" if code else ""


def website(corpus: Corpus) -> Node:
    """The site as a whole, for its home page."""
    site = corpus.organisation.site
    return _filled(
        {
            "@type": "WebSite",
            "name": site.name,
            "alternateName": site.slogan,
            "description": plain(site.introduction),
            "url": address(corpus, addresses.HOME, page=addresses.HOME),
            "inLanguage": LANGUAGE,
            "license": corpus.organisation.licence.url,
            "publisher": organisation(corpus),
        }
    )


def record(corpus: Corpus, item: Record) -> Node:
    """A record as a text that rests on its sources. It claims nothing about what the record describes."""
    ref = item.ref
    path = addresses.of_record(ref)
    modified = max((note.date for note in item.changes), default=None)
    return _filled(
        {
            "@type": "CreativeWork",
            "name": item.title,
            "abstract": plain(getattr(item, "summary", "")),
            "inLanguage": LANGUAGE,
            "about": tuple({"@type": "Thing", "name": name} for name in _subjects(corpus, item)),
            "temporalCoverage": _coverage(item),
            "dateModified": modified.iso if modified else "",
            "isBasedOn": _sources(corpus, item, page=path),
            "license": corpus.organisation.licence.url,
            "publisher": _publisher(corpus),
        }
    )


def _subjects(corpus: Corpus, item: Record) -> tuple[str, ...]:
    """The names of the policy fields of a record, when it has any."""
    fields = item.policy_fields if isinstance(item, Initiative | Adjustment) else ()
    return tuple(corpus.term(ref).name for ref in fields) if isinstance(fields, tuple) else ()


def _sources(corpus: Corpus, item: Record, *, page: str) -> tuple[Json, ...]:
    """The documents that a record cites, each once, in order."""
    refs = dict.fromkeys(value.source for _, value in walk(item) if isinstance(value, Citation))
    return tuple(
        {
            "@type": "CreativeWork",
            "name": corpus.source(ref.id).title,
            "url": address(corpus, addresses.of_record(ref), page=page),
        }
        for ref in refs
    )


def _coverage(item: Record | None) -> str:
    """The period of a record as ISO 8601: `2017/2019`, `2017/..` while it runs; "" when no year is known."""
    period = item.period if isinstance(item, Initiative | Measurement) else None
    if not isinstance(period, Period) or (period.start is None and period.end is None):
        return ""
    if period.start == period.end and period.start is not None:
        return period.start.iso
    start = period.start.iso if period.start else ".."
    end = period.end.iso if period.end is not None and period.end != NOW else ".."
    return f"{start}/{end}"


def dataset(
    corpus: Corpus,
    *,
    page: str,
    title: str,
    description: str,
    files: tuple[Link, ...],
    item: Record | None = None,
) -> Node:
    """A set of data with its files; `item`: the record that it is made from."""
    newest = state_as_of(corpus)
    return _filled(
        {
            "@type": "Dataset",
            "name": title,
            "description": description,
            "url": address(corpus, page, page=page),
            "inLanguage": LANGUAGE,
            "keywords": corpus.organisation.site.keywords,
            "temporalCoverage": _coverage(item),
            "dateModified": newest.iso if newest else "",
            "isAccessibleForFree": True,
            "isBasedOn": _sources(corpus, item, page=page) if item is not None else (),
            "license": corpus.organisation.licence.url,
            "creator": _publisher(corpus),
            "distribution": tuple(
                {
                    "@type": "DataDownload",
                    "name": file.text,
                    "encodingFormat": FORMATS[ending_of(file)].media,
                    "contentUrl": address(corpus, file.path, page=page),
                }
                for file in files
            ),
        }
    )


def measurement(corpus: Corpus, item: Measurement, table: Table) -> Node:
    """A measurement as a set of data: the table of its results."""
    page = addresses.of_record(Ref("meting", item.id))
    files = table_files((table,))
    return dataset(corpus, page=page, title=item.title, description=plain(item.summary), files=files, item=item)


def source(item: Source) -> Node:
    """A document that facts come from, under its own publisher."""
    known = not isinstance(item.publisher, Absence)
    return _filled(
        {
            "@type": "CreativeWork",
            "name": item.title,
            "inLanguage": item.language,
            "datePublished": "" if isinstance(item.date, Absence) else item.date.iso,
            "publisher": {"@type": "Organization", "name": bare(str(item.publisher))} if known else {},
            "url": "" if isinstance(item.url, Absence) else item.url,
        }
    )


def table_files(tables: Iterable[Table], *, endings: tuple[str, ...] = tuple(FORMATS)) -> tuple[Link, ...]:
    """The files of tables, each in these formats."""
    return tuple(
        Link(f"{table.title} ({ending})", addresses.download(table.name, ending))
        for table in tables
        for ending in endings
    )


def glossary(corpus: Corpus, kinds: tuple[str, ...]) -> tuple[Json, ...]:
    """The controlled lists of these kinds, each as a set of terms. A meaning that no source gives is left out."""
    return tuple(_terms(corpus, kind) for kind in kinds)


def _terms(corpus: Corpus, kind: str) -> Node:
    vocabulary = corpus.vocabularies[kind]
    page = addresses.GLOSSARY
    terms = tuple(
        _filled(
            {
                "@type": "DefinedTerm",
                "name": term.name,
                "alternateName": term.also,
                "description": "" if isinstance(term.definition, Absence) else plain(term.definition),
                "url": f"{address(corpus, page, page=page)}#{kind}-{term.id}",
            }
        )
        for term in vocabulary.terms
    )
    return _filled({"@type": "DefinedTermSet", "name": vocabulary.title, "hasDefinedTerm": terms})
