"""The search page: what can be found, in alphabetical order, and the same as data for the script that searches.

In: the public corpus. Out: `SearchPage`, and the scripts with the index. A browser without scripts has the list.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from weerklank import addresses
from weerklank.corpus import Corpus, once
from weerklank.document.parts import Link
from weerklank.facts.search import ORDER, SearchEntry, entries
from weerklank.kinds import KINDS, Address
from weerklank.site.searchindex import index_scripts
from weerklank.site.shell import Head, head, shell
from weerklank.wording import collate, counted

_OTHER = "0–9"
MOST = 600
"""Up to so many titles stand on the page; of more, each kind has a list of its own."""


@dataclass(frozen=True)
class Letter:
    """What starts with one letter; the note of each link is its kind."""

    id: str
    name: str
    links: tuple[Link, ...]


@dataclass(frozen=True)
class SearchPage:
    """Everything the template prints. `index`: address of the script with the words that can be found.

    `letters`: every title, or () where these are too many; `kinds`: the list of each kind, with its number.
    """

    head: Head
    index: str
    lists: tuple[Link, ...]
    letters: tuple[Letter, ...]
    kinds: tuple[Link, ...]


@once
def everything(corpus: Corpus) -> tuple[SearchEntry, ...]:
    """Every record and term, then the pages that are about all of them."""
    found = entries(corpus)
    around = shell(corpus)
    known = {entry.path for entry in found} | {addresses.SEARCH}
    pages = (link for link in (*around.navigation, *around.foot) if link.path not in known)
    return (*found, *(SearchEntry("pagina", link.text, link.path, "", ()) for link in pages))


def search_page(corpus: Corpus, found: tuple[SearchEntry, ...]) -> SearchPage:
    """The page to search and to browse by letter. `found`: what `everything` gives."""
    titles = counted(len(found), "titel", "titels")
    lead = f"Zoek in {titles} en in de tekst erachter. U mag een woord half of verkeerd typen."
    return SearchPage(
        head(corpus, path=addresses.SEARCH, title="Zoeken", lead=lead),
        addresses.SEARCH_INDEX,
        shell(corpus).navigation,
        _letters(found) if len(found) <= MOST else (),
        tuple(_lists(corpus, found)),
    )


def _lists(corpus: Corpus, found: tuple[SearchEntry, ...]) -> Iterator[Link]:
    """Every list page of records or terms that has something on it."""
    numbers = Counter(entry.kind for entry in found)
    for kind in ORDER:
        if numbers[kind.name] and kind.address is Address.FOLDER:
            yield Link(corpus.organisation.called(kind), addresses.index(kind.name), note=str(numbers[kind.name]))
    yield Link(corpus.organisation.called(KINDS["begrip"]), addresses.GLOSSARY)


def _letters(found: tuple[SearchEntry, ...]) -> tuple[Letter, ...]:
    groups: dict[str, list[Link]] = {}
    for entry in sorted(found, key=lambda entry: (collate(entry.title), entry.path, entry.fragment)):
        link = Link(entry.title, entry.path, entry.fragment, KINDS[entry.kind].called or entry.kind)
        groups.setdefault(_initial(entry.title), []).append(link)
    names = sorted(groups, key=lambda name: (name == _OTHER, name))
    return tuple(
        Letter(f"letter-{name[0].lower() if name.isascii() else ord(name[0])}", name, tuple(groups[name]))
        for name in names
    )


def _initial(title: str) -> str:
    """The letter that a title is found under: without accents, in capitals; digits and signs go together."""
    for char in unicodedata.normalize("NFKD", title):
        if char.isalpha():
            return char.upper()[0]
        if char.isalnum():
            return _OTHER
    return _OTHER


@once
def index_files(corpus: Corpus) -> Mapping[str, str]:
    """The scripts with the index, by their address."""
    return index_scripts(corpus, everything(corpus))
