"""The list of complaints: all years in one table.

In: the public corpus. Out: `ComplaintsPage`.
"""

from dataclasses import dataclass

from weerklank import addresses
from weerklank.corpus import Corpus
from weerklank.data.table import Table
from weerklank.document.parts import (
    Link,
    Said,
    absent,
    record_link,
    table_downloads,
)
from weerklank.facts.complaints import complaints, years_of
from weerklank.model import Absence, Ref
from weerklank.site.shell import Head, head
from weerklank.states import QUALITATIVE


@dataclass(frozen=True)
class ComplaintsPage:
    """The list of `years`. `words`: what initiatives say about complaints in words, when there is no figure."""

    head: Head
    table: Table | None
    years: tuple[Link, ...]
    words: tuple[tuple[Link, Said], ...]
    downloads: tuple[Link, ...]


def complaints_page(corpus: Corpus) -> ComplaintsPage:
    """The page of all years, or the place where they will come."""
    table = complaints(corpus)
    words = tuple(
        (record_link(corpus, Ref("initiatief", item.id)), absent(corpus, item.heard))
        for item in corpus.initiatives
        if isinstance(item.heard, Absence) and item.heard.state == QUALITATIVE
    )
    lead = "Klachten per jaar, in de vorm van het jaarlijkse verslag aan de Vlaamse Ombudsdienst."
    return ComplaintsPage(
        head(corpus, path=addresses.index("klachtenjaar"), title="Klachten", lead=lead),
        table,
        tuple(record_link(corpus, Ref("klachtenjaar", item.id)) for item in years_of(corpus)),
        words,
        table_downloads(table) if table else (),
    )
