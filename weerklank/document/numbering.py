"""The sources of a page as one numbered list.

In: the corpus and the pieces that cite. Out: `Sources`: a number for every citation.
A quotation that stands in a longer one from the same place has the number of the longer one, so that nothing is printed
twice. Numbers follow the documents: first the one that is cited most, each in its own order.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass

from weerklank.corpus import Corpus
from weerklank.document.parts import Quote, quote
from weerklank.model import Citation, walk

_OMITTED = "[…]"


@dataclass(frozen=True)
class Numbered:
    """A citation with its number and the id of its document."""

    number: int
    source: str
    place: str
    quote: Quote


@dataclass(frozen=True)
class Sources:
    """`items` in order of number, from 1; `numbers`: the number of every citation, also of those inside another."""

    items: tuple[Numbered, ...]
    numbers: Mapping[Citation, int]

    def of(self, citations: Iterable[Citation]) -> tuple[int, ...]:
        """The numbers of some citations, each once, ascending; citations that are not in the list are left out."""
        return tuple(sorted({self.numbers[citation] for citation in citations if citation in self.numbers}))

    def at(self, citation: Citation) -> Numbered:
        """The item under whose number a citation stands. Raises KeyError for one that is not in the list."""
        return self.items[self.numbers[citation] - 1]


NO_SOURCES = Sources((), {})


def citations_in(value: object) -> tuple[Citation, ...]:
    """Every citation in a record, in a piece of one or in blocks, in order."""
    if isinstance(value, tuple):
        return tuple(citation for item in value for citation in citations_in(item))
    if is_dataclass(value):
        return tuple(citation for item in fields(value) for citation in citations_in(getattr(value, item.name)))
    return tuple(item for _, item in walk(value) if isinstance(item, Citation))


def sources_of(corpus: Corpus, value: object) -> Sources:
    """Number every citation in a record or a piece of one."""
    return numbered(corpus, citations_in(value))


def numbered(corpus: Corpus, cited: Iterable[Citation]) -> Sources:
    """Number citations."""
    pairs = [(citation, quote(corpus, citation)) for citation in cited]
    order = {item: place for place, item in enumerate(dict.fromkeys(item for _, item in pairs))}
    near: dict[tuple[str, str], list[Quote]] = {}
    for item in order:
        near.setdefault((item.path, item.place), []).append(item)
    home = {item: _home(item, near[item.path, item.place]) for item in order}
    weight = Counter(citation.source.id for citation, item in pairs if item.text)
    first = {home[item]: citation for citation, item in reversed(pairs) if home[item] == item}
    kept = sorted(first, key=lambda item: _key(corpus, item, first[item], weight, order))
    own = {item: number for number, item in enumerate(kept, start=1)}
    items = tuple(
        Numbered(number, first[item].source.id, first[item].place, item) for number, item in enumerate(kept, start=1)
    )
    return Sources(items, {citation: own[home[item]] for citation, item in pairs})


def _home(item: Quote, near: list[Quote]) -> Quote:
    """The longest quotation of those from the same place that holds this one, or itself; no words stand in none."""
    if not item.text:
        return item
    holders = [other for other in near if _holds(other.text, item.text)]
    return max(holders, key=lambda other: (len(other.text), other == item))


def _holds(long: str, short: str) -> bool:
    place = 0
    for piece in (part.strip(" .") for part in short.split(_OMITTED)):
        place = long.find(piece, place)
        if place < 0:
            return False
        place += len(piece)
    return True


def _key(
    corpus: Corpus, item: Quote, citation: Citation, weight: Mapping[str, int], order: Mapping[Quote, int]
) -> tuple[bool, bool, int, str, int, int]:
    """Documents that are quoted first, the most quoted before the others; within one the order of its stored text."""
    source = citation.source.id
    text = corpus.stored.get(source)
    found = text.find(item.text) if text and item.text else None
    return (weight[source] == 0, bool(item.external), -weight[source], source, found[0] if found else 0, order[item])
