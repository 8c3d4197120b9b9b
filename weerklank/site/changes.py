"""What changed, in one list: the change notes of all records, newest first.

In: the public corpus. Out: change notes, each with its record, and the page of all changes.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from weerklank import addresses
from weerklank.corpus import Corpus
from weerklank.document.parts import Link, record_link
from weerklank.model import ChangeNote
from weerklank.site.paging import ON_A_PAGE, Slice, pages_for, slice_of
from weerklank.site.shell import EVERYTHING, Head, head


@dataclass(frozen=True)
class ChangesPage:
    """A page of changes: those of `part`, with the `feeds` one can follow on the first; all of them without a part.

    `each`: there is a feed for each initiative that is not named here, because they are too many.
    """

    head: Head
    changes: tuple[tuple[ChangeNote, Link], ...]
    feeds: tuple[Link, ...]
    each: bool
    part: Slice | None = None


def latest_changes(corpus: Corpus, *, most: int = 1_000_000) -> tuple[tuple[ChangeNote, Link], ...]:
    """The newest change notes of all records that have a page, newest first, then by record."""
    found = [(note, record.ref) for record in corpus.records() for note in record.changes]
    found.sort(key=lambda pair: pair[1])
    found.sort(key=lambda pair: pair[0].date, reverse=True)
    return tuple((note, record_link(corpus, ref)) for note, ref in found[:most])


_INITIATIVE = "Initiatief: "


def all_feeds(corpus: Corpus) -> tuple[Link, ...]:
    """Every feed of the site: of everything, of promises, per policy field, per initiative."""
    fields = corpus.vocabularies["beleidsveld"].terms
    return (
        EVERYTHING,
        Link("Toezeggingen", addresses.feed("toezegging")),
        *(Link(f"Beleidsveld: {term.name}", addresses.feed("beleidsveld", term.id)) for term in fields),
        *(Link(f"{_INITIATIVE}{item.title}", addresses.feed("initiatief", item.id)) for item in corpus.initiatives),
    )


def changes_pages(corpus: Corpus) -> Iterator[tuple[str, Callable[[], ChangesPage]]]:
    """The pages of all changes, each with its path."""
    count = sum(len(record.changes) for record in corpus.records())
    for number in range(1, pages_for(count) + 1):
        yield addresses.part(addresses.CHANGES, number), partial(changes_page, corpus, number)


def changes_page(corpus: Corpus, number: int = 1) -> ChangesPage:
    """Page `number` of all changes."""
    changes = latest_changes(corpus)
    part = slice_of(addresses.CHANGES, number, len(changes))
    alone = number == 1
    lead = (
        "Wat er op deze site veranderde of verbeterd werd, het nieuwste eerst. Volg de wijzigingen met een feedlezer."
        if alone
        else f"Pagina {number} van {part.of}: {part.first}–{part.last} van {part.count}."
    )
    many = len(corpus.initiatives) > ON_A_PAGE
    feeds = tuple(feed for feed in all_feeds(corpus) if not many or not feed.text.startswith(_INITIATIVE))
    return ChangesPage(
        head(
            corpus,
            path=addresses.part(addresses.CHANGES, number),
            title="Wijzigingen" if alone else f"Wijzigingen, pagina {number}",
            lead=lead,
            trail=() if alone else (Link("Wijzigingen", addresses.CHANGES),),
            feeds=(EVERYTHING,),
        ),
        changes[max(0, part.first - 1) : part.last],
        feeds if alone else (),
        many and alone,
        part if part.of > 1 else None,
    )
