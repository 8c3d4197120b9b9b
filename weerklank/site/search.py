"""The search page: what can be found, in alphabetical order, and the same as data for the script that searches.

In: the public corpus. Out: `SearchPage`, and the text of the script file with the index. A browser without scripts has
the list; a browser with scripts reads the index from a script file, because that also works from a disk.
"""

import json
import unicodedata
from dataclasses import dataclass

from weerklank import addresses
from weerklank.corpus import Corpus
from weerklank.document.parts import Link
from weerklank.facts.search import ORDER, SearchEntry, entries
from weerklank.kinds import KINDS
from weerklank.site.shell import Head, head, shell
from weerklank.wording import collate, counted

_OTHER = "0–9"


@dataclass(frozen=True)
class Letter:
    """What starts with one letter; the note of each link is its kind."""

    id: str
    name: str
    links: tuple[Link, ...]


@dataclass(frozen=True)
class SearchPage:
    """Everything the template prints. `index`: address of the script with the words that can be found."""

    head: Head
    index: str
    lists: tuple[Link, ...]
    letters: tuple[Letter, ...]


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
        _letters(found),
    )


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


def index_script(corpus: Corpus, found: tuple[SearchEntry, ...]) -> str:
    """The index as a script: kinds, and per entry its kind, address, title, text and the place of each line of it."""
    order = [kind.name for kind in ORDER]
    records = [
        [
            order.index(entry.kind),
            f"{entry.path}#{entry.fragment}" if entry.fragment else entry.path,
            entry.title,
            entry.text,
            *([[line.fragment for line in entry.lines]] if any(line.fragment for line in entry.lines) else []),
        ]
        for entry in found
    ]
    lines = ",\n".join(json.dumps(record, ensure_ascii=False, separators=(",", ":")) for record in records)
    names = json.dumps([corpus.organisation.called(kind) for kind in ORDER], ensure_ascii=False)
    return f"window.weerklankIndex = {{\nsoorten: {names},\nrecords: [\n{lines}\n]}};\n"
