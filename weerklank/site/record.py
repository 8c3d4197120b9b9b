"""The page of a record: its head, its sheet, its sources under one numbering, and how to cite and download it.

In: the public corpus and a record. Out: `RecordPage`, printed by `pages/record.html`. Every kind has the same page.
"""

from dataclasses import dataclass

from weerklank import addresses
from weerklank.corpus import Corpus
from weerklank.data.formats import FORMATS
from weerklank.document.numbering import Sources, sources_of
from weerklank.document.parts import Link
from weerklank.document.sheet import Sheet
from weerklank.document.sheets import sheet
from weerklank.kinds import OF_RECORDS
from weerklank.model import Initiative, Measurement, Promise, Record, Source
from weerklank.site import linked
from weerklank.site.shell import PROMISES, Head, head, way_to


@dataclass(frozen=True)
class RecordPage:
    """A `sheet` as a page. `sources`: the number of each citation, and the list of them.

    `citation`: how to name the page in a text; `address`: where it stands, as far as the site knows; `downloads`: the
    files with its data, by title.
    """

    head: Head
    sheet: Sheet
    sources: Sources
    citation: str
    address: str
    downloads: tuple[tuple[str, tuple[Link, ...]], ...]


def record_page(corpus: Corpus, record: Record) -> RecordPage:
    """The page of one record."""
    made = sheet(corpus, record)
    path = addresses.of_record(record.ref)
    trail = way_to(corpus, record.KIND)
    top = head(
        corpus,
        path=path,
        title=made.title,
        lead=made.summary,
        kicker=made.kicker,
        description="" if made.summary else f"{made.kicker}: {made.title}.",
        trail=trail,
        section=trail[0].path,
        about=_about(corpus, record, made),
        feeds=_feeds(record),
        is_copied=True,
    )
    cited = sources_of(corpus, made.citations)
    return RecordPage(top, made, cited, *_named(corpus, record, path), _downloads(record, made))


def _feeds(record: Record) -> tuple[Link, ...]:
    """What can be followed from the page of a record."""
    match record:
        case Initiative():
            return (Link(f"Wijzigingen: {record.title}", addresses.feed(record.ref.kind, record.id)),)
        case Promise():
            return (PROMISES,)
    return ()


_WHOLE = {
    "initiatief": "Alle initiatieven",
    "bijsturing": "Alle bijsturingen",
    "klachtenjaar": "Alle klachten",
    **{kind.name: f"Alle {kind.plural}" for kind in OF_RECORDS if kind.caption},
}
"""The kinds whose records are rows of one table; it has the name of their folder."""


def _downloads(record: Record, made: Sheet) -> tuple[tuple[str, tuple[Link, ...]], ...]:
    """The files of the tables and drawings on the page, or of the table that the record is a row of."""
    kind = record.KIND
    found = [(_WHOLE[kind.name], _files(kind.folder))] if kind.name in _WHOLE else []
    found += [(table.title, _files(table.name)) for table in made.tables]
    for spec in made.charts:
        drawings = (("svg", addresses.chart(spec.name, "breed-licht")), ("png", addresses.chart_png(spec.name)))
        found.append((f"Grafiek: {spec.title}", tuple(Link(ending, path) for ending, path in drawings)))
    return tuple(found)


def _files(table: str) -> tuple[Link, ...]:
    return tuple(Link(ending, addresses.download(table, ending)) for ending in FORMATS)


def _about(corpus: Corpus, record: Record, made: Sheet) -> linked.Json:
    """What the page is about as linked data."""
    match record:
        case Source():
            return linked.source(record)
        case Measurement():
            return linked.measurement(corpus, record, made.tables[0])
    return linked.record(corpus, record)


def _named(corpus: Corpus, record: Record, path: str) -> tuple[str, str]:
    """How to name the page, and its address."""
    site = corpus.organisation.site
    address = f"{site.base_url.rstrip('/')}/{path}" if site.base_url else path
    return f"{corpus.organisation.name}, {record.title}, {site.name},", address
