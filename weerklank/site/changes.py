"""What changed, in one list: the change notes of all records, newest first.

In: the public corpus. Out: change notes, each with its record, and the page of all changes.
"""

from dataclasses import dataclass

from weerklank import addresses
from weerklank.corpus import Corpus
from weerklank.document.parts import Link, record_link
from weerklank.model import ChangeNote
from weerklank.site.shell import EVERYTHING, Head, head


@dataclass(frozen=True)
class ChangesPage:
    """The page of all changes and the `feeds` one can follow."""

    head: Head
    changes: tuple[tuple[ChangeNote, Link], ...]
    feeds: tuple[Link, ...]


def latest_changes(corpus: Corpus, *, most: int = 1_000_000) -> tuple[tuple[ChangeNote, Link], ...]:
    """The newest change notes of all records that have a page, newest first, then by record."""
    found = [(note, record.ref) for record in corpus.records() for note in record.changes]
    found.sort(key=lambda pair: pair[1])
    found.sort(key=lambda pair: pair[0].date, reverse=True)
    return tuple((note, record_link(corpus, ref)) for note, ref in found[:most])


def all_feeds(corpus: Corpus) -> tuple[Link, ...]:
    """Every feed of the site: of everything, of promises, per policy field, per initiative."""
    fields = corpus.vocabularies["beleidsveld"].terms
    return (
        EVERYTHING,
        Link("Toezeggingen", addresses.feed("toezegging")),
        *(Link(f"Beleidsveld: {term.name}", addresses.feed("beleidsveld", term.id)) for term in fields),
        *(Link(f"Initiatief: {item.title}", addresses.feed("initiatief", item.id)) for item in corpus.initiatives),
    )


def changes_page(corpus: Corpus) -> ChangesPage:
    """The page of all changes."""
    lead = (
        "Wat er op deze site veranderde of verbeterd werd, het nieuwste eerst. Volg de wijzigingen met een feedlezer."
    )
    return ChangesPage(
        head(
            corpus,
            path=addresses.CHANGES,
            title="Wijzigingen",
            lead=lead,
            feeds=(EVERYTHING,),
        ),
        latest_changes(corpus),
        all_feeds(corpus),
    )
