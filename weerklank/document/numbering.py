"""The sources of a page or an annex as one numbered list, and what rests on each.

In: the corpus and the pieces that cite. Out: `Sources`: a number for every citation; the list by document.
A quotation that stands in a longer one from the same place has the number of the longer one, so that nothing is printed
twice. Numbers follow the documents: first the one that is cited most, each in its own order.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass

from weerklank import addresses
from weerklank.corpus import Corpus
from weerklank.document.blocks import Document, QuoteItem, WholeItem, Wholes
from weerklank.document.parts import Fact, Link, Quote, quote, said
from weerklank.facts.annexes import label
from weerklank.markup import inline
from weerklank.model import Absence, Citation, Question, Record, Ref, Source, Term, walk
from weerklank.wording import counted, listing

_OMITTED = "[…]"
_NAMED = 3
"""Up to so many records are named under a quotation; the attached table names all."""


@dataclass(frozen=True)
class Citing:
    """What cites: the answer to a part (`part` is `1a`), a record or a word of the glossary."""

    name: str
    part: str = ""


@dataclass(frozen=True)
class Numbered:
    """A citation with its number, the id of its document and what rests on it."""

    number: int
    source: str
    place: str
    quote: Quote
    uses: tuple[Citing, ...]


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


def number_sources(
    corpus: Corpus, question: Question, *, records: tuple[Record, ...], terms: tuple[Term, ...]
) -> Sources:
    """Number what the answer, its claims and contradictions, these records and these words of the glossary cite."""
    return numbered(corpus, _cited(question, records, terms))


def sources_of(corpus: Corpus, value: object) -> Sources:
    """Number every citation in a record or a piece of one."""
    return numbered(corpus, ((citation, Citing("")) for citation in citations_in(value)))


def numbered(corpus: Corpus, cited: Iterable[tuple[Citation, Citing]]) -> Sources:
    """Number citations, each given with what cites it."""
    pairs = [(citation, quote(corpus, citation), use) for citation, use in cited]
    order = {item: place for place, item in enumerate(dict.fromkeys(item for _, item, _ in pairs))}
    near: dict[tuple[str, str], list[Quote]] = {}
    for item in order:
        near.setdefault((item.path, item.place), []).append(item)
    home = {item: _home(item, near[item.path, item.place]) for item in order}
    weight = Counter(citation.source.id for citation, item, _ in pairs if item.text)
    first = {home[item]: citation for citation, item, _ in reversed(pairs) if home[item] == item}
    kept = sorted(first, key=lambda item: _key(corpus, item, first[item], weight, order))
    own = {item: number for number, item in enumerate(kept, start=1)}
    numbers = {item: own[home[item]] for item in order}
    uses: dict[int, list[Citing]] = {}
    for _, item, use in pairs:
        uses.setdefault(numbers[item], []).append(use)
    items = tuple(
        Numbered(
            number,
            first[item].source.id,
            first[item].place,
            item,
            tuple(dict.fromkeys(uses[number])),
        )
        for number, item in enumerate(kept, start=1)
    )
    return Sources(items, {citation: numbers[item] for citation, item, _ in pairs})


def _cited(question: Question, records: tuple[Record, ...], terms: tuple[Term, ...]) -> list[tuple[Citation, Citing]]:
    found = [
        (citation, Citing("", label(sub, part)))
        for sub in question.sub_questions
        for part in sub.parts
        for citation in part.citations
    ]
    found += [(citation, Citing("beweringen")) for claim in question.claims for citation in claim.citations]
    found += [(citation, Citing("tegenspraken")) for citation in citations_in(question.tensions)]
    found += [(citation, Citing(record.title)) for record in records for citation in citations_in(record)]
    found += [(citation, Citing("de vraag zelf")) for citation in question.citations]
    found += [(citation, Citing(f"het begrip {term.name}")) for term in terms for citation in citations_in(term)]
    return found


def _home(item: Quote, near: list[Quote]) -> Quote:
    """The longest quotation of those from the same place that holds this one, or itself."""
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
    return (weight[source] == 0, item.external, -weight[source], source, found[0] if found else 0, order[item])


def documents(corpus: Corpus, sources: Sources) -> tuple[Document | Wholes, ...]:
    """The numbered list: the quotations by document, then the documents that are named as a whole."""
    found: dict[str, list[Numbered]] = {}
    for item in sources.items:
        found.setdefault(item.source, []).append(item)
    quoted = [tuple(items) for items in found.values() if any(item.quote.text for item in items)]
    whole = [item for items in found.values() if not any(item.quote.text for item in items) for item in items]
    made = tuple(_document(corpus, items) for items in quoted)
    title = "Andere documenten" if quoted else "Documenten"
    return (*made, Wholes(title, tuple(_whole(corpus, item) for item in whole))) if whole else made


def _document(corpus: Corpus, items: tuple[Numbered, ...]) -> Document:
    source = corpus.source(items[0].source)
    return Document(
        source.title, _facts(corpus, source), _url(source), inline(source.note), tuple(_item(item) for item in items)
    )


def _whole(corpus: Corpus, item: Numbered) -> WholeItem:
    source = corpus.source(item.source)
    note = "Deze bron hoort niet bij het antwoord." if source.external else source.note
    return WholeItem(item.number, source.title, _facts(corpus, source), _url(source), inline(note), used_by(item.uses))


def _facts(corpus: Corpus, source: Source) -> tuple[Fact, ...]:
    facts = (Fact("Uitgever", said(corpus, source.publisher)), Fact("Datum", said(corpus, source.date)))
    return (*facts, Fact("Adres", said(corpus, source.url))) if isinstance(source.url, Absence) else facts


def _url(source: Source) -> str:
    return "" if isinstance(source.url, Absence) else source.url


def _item(item: Numbered) -> QuoteItem:
    link = Link(item.place, addresses.of_record(Ref("bron", item.source)), item.quote.fragment)
    return QuoteItem(item.number, item.quote.text, item.quote.lang, item.place, link, used_by(item.uses))


def used_by(uses: tuple[Citing, ...], *, all_names: bool = False) -> str:
    """`deelvragen 1a en 4b, Tevredenheidsbarometer en 2 andere`."""
    parts = [use.part for use in uses if use.part]
    names = [use.name for use in uses if not use.part]
    shown = names if all_names or len(names) <= _NAMED else names[: _NAMED - 1]
    more = len(names) - len(shown)
    pieces = [f"{'deelvraag' if len(parts) == 1 else 'deelvragen'} {listing(parts)}"] if parts else []
    pieces += shown
    pieces += [counted(more, "ander", "andere")] if more else []
    return "; ".join(pieces) if parts and names else listing(pieces)
