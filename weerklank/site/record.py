"""The page of a record: its head, its sheet, its sources under one numbering, and how to cite and download it.

In: the public corpus and a record. Out: `RecordPage`, printed by `pages/record.html`. Every kind has the same page.
"""

from dataclasses import dataclass

from weerklank import addresses
from weerklank.corpus import Corpus
from weerklank.document.numbering import Sources, Use, numbered
from weerklank.document.parts import Link, table_downloads
from weerklank.document.sheet import Sheet
from weerklank.document.sheets import sheet
from weerklank.model import Initiative, Measurement, Record, Source
from weerklank.site import linked
from weerklank.site.shell import Feed, Head, head


@dataclass(frozen=True)
class RecordPage:
    """Everything the template prints. `sources`: the number of each citation, and the list of them.

    `citation`: how to name the page in a text, with its address; `downloads`: the data files that hold the record.
    """

    head: Head
    sheet: Sheet
    sources: Sources
    citation: str
    downloads: tuple[Link, ...]


def record_page(corpus: Corpus, record: Record) -> RecordPage:
    """The page of one record."""
    made = sheet(corpus, record)
    path = addresses.of_record(record.ref)
    own = addresses.index(record.ref.kind)
    top = head(
        corpus,
        path=path,
        title=made.title,
        lead=made.summary,
        kicker=made.kicker,
        description="" if made.summary else f"{made.kicker}: {made.title}.",
        trail=(Link(record.KIND.heading, own),),
        section=own,
        about=_about(corpus, record, made),
        feeds=(Feed(f"Wijzigingen: {record.title}", addresses.feed(record.ref.kind, record.id)),)
        if isinstance(record, Initiative)
        else (),
    )
    cited = numbered(corpus, ((citation, Use(record.title)) for citation in made.citations))
    downloads = tuple(link for table in made.tables for link in table_downloads(table))
    return RecordPage(top, made, cited, _citation(corpus, record, path), downloads)


def _about(corpus: Corpus, record: Record, made: Sheet) -> linked.Json:
    """What the page is about as linked data."""
    match record:
        case Source():
            return linked.source(record)
        case Measurement():
            return linked.measurement(corpus, record, made.tables[0])
    return linked.record(corpus, record)


def _citation(corpus: Corpus, record: Record, path: str) -> str:
    site = corpus.organisation.site
    address = f"{site.base_url.rstrip('/')}/{path}" if site.base_url else path
    return f"{corpus.organisation.name}, {record.title}, {site.name}, {address}"
