"""The complaints pages: all years in one table, and one page per year.

In: the public corpus. Out: `ComplaintsPage` and `ComplaintsYearPage`.
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
from weerklank.facts.complaints import complaints, newest_first
from weerklank.model import Absence, ComplaintsYear, Ref
from weerklank.site import linked
from weerklank.site.ending import Ending, ending
from weerklank.site.shell import Head, head
from weerklank.states import QUALITATIVE
from weerklank.wording import date_words


@dataclass(frozen=True)
class ComplaintsPage:
    """The list of `years`. `words`: what initiatives say about complaints in words, when there is no figure."""

    head: Head
    table: Table | None
    years: tuple[Link, ...]
    words: tuple[tuple[Link, Said], ...]
    downloads: tuple[Link, ...]


@dataclass(frozen=True)
class ComplaintsYearPage:
    """One year: its column of the table; `ending`: story, sources and the rest."""

    head: Head
    table: Table
    ending: Ending


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
        tuple(record_link(corpus, Ref("klachtenjaar", item.id)) for item in corpus.complaints),
        words,
        table_downloads(table) if table else (),
    )


def complaints_year_page(corpus: Corpus, name: str) -> ComplaintsYearPage:
    """The page of one year of complaints."""
    ref = Ref("klachtenjaar", name)
    item = corpus.get(ref)
    assert isinstance(item, ComplaintsYear)
    table = complaints(corpus)
    assert table is not None
    place = 1 + [year.id for year in newest_first(corpus)].index(name)
    own = Table(
        f"klachten-{name}",
        item.title,
        (table.columns[0], table.columns[place]),
        tuple((row[0], row[place]) for row in table.rows),
        f"Klachten in {date_words(item.year)}, in aantallen",
        table.notes,
    )
    return ComplaintsYearPage(
        head(
            corpus,
            path=addresses.of_record(ref),
            title=item.title,
            lead=f"Klachten in {date_words(item.year)}.",
            trail=(Link("Klachten", addresses.index("klachtenjaar")),),
            about=linked.record(corpus, item),
        ),
        own,
        ending(corpus, item),
    )
