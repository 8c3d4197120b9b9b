"""Where what an annex says is found: short names of places in sources, for readers who have the answer beside it.

In: a question and the records that its annex speaks of. Out: `Places`: "al. 13" for a paragraph of the answer, the
name of the document for any other place; and the lists of paragraphs and of documents at its end.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from weerklank.author.quotations import StoredText
from weerklank.corpus import Corpus
from weerklank.document.numbering import citations_in
from weerklank.document.parts import Link, quote
from weerklank.model import Citation, Question, Ref

_PARAGRAPH = re.compile(r"(?:antwoord, )?alinea (\d+(?:\.\d+)?)")
_OPENING_WORDS, _FEWEST_WORDS = 5, 3
_OPENING_LINE = 38
"""Letters that a column of first words on paper has room for."""
Paragraph = tuple[int, ...]


@dataclass(frozen=True)
class Found:
    """Where one citation is found. `number`: that of its paragraph of the answer; (13, 1) is the first point of 13."""

    number: Paragraph | None
    link: Link


@dataclass(frozen=True)
class Places:
    """Places by citation: what a template asks by `of`, as it asks a page of the site for numbers of sources."""

    found: Mapping[Citation, Found]

    def of(self, citations: Iterable[Citation]) -> tuple[Link, ...]:
        """The places of some citations, each once: paragraphs of the answer in order, then other documents."""
        places = tuple(self.found[citation] for citation in citations)
        paragraphs: dict[Paragraph, Link] = {}
        for place in places:
            if place.number is not None:
                paragraphs.setdefault(place.number, place.link)
        others = {place.link.text: place.link for place in places if place.number is None}
        return (*_ranges(sorted(paragraphs.items())), *_by_document(tuple(others.values())))


@dataclass(frozen=True)
class Finder:
    """Finds places. `answer`: the id of the source that holds the answer, "" without one."""

    corpus: Corpus
    answer: str

    def places(self, citations: Iterable[Citation]) -> Places:
        """The place of each of these citations."""
        return Places({citation: self._place(citation) for citation in citations})

    def of(self, citations: Iterable[Citation]) -> tuple[Link, ...]:
        """What `Places.of` gives for them."""
        found = tuple(citations)
        return self.places(found).of(found)

    def _place(self, citation: Citation) -> Found:
        found, number = quote(self.corpus, citation), self._paragraph(citation)
        if number is not None:
            return Found(number, Link(".".join(map(str, number)), found.path, found.fragment))
        own = citation.source.id == self.answer and citation.place
        return Found(None, Link(citation.place if own else found.place, found.path, found.fragment))

    def _paragraph(self, citation: Citation) -> Paragraph | None:
        found = _PARAGRAPH.fullmatch(citation.place) if citation.source.id == self.answer else None
        return tuple(int(piece) for piece in found[1].split(".")) if found else None

    def first_words(self, citations: Iterable[Citation], said: Iterable[str] = ()) -> tuple[tuple[str, str], ...]:
        """The paragraphs of the answer that these stand in, each by number with the words that it opens with.

        `said`: texts of the author, which name paragraphs too: "(al. 5)".
        """
        text = self.corpus.stored.get(self.answer)
        if text is None:
            return ()
        found: dict[int, int] = {}
        for citation in citations:
            number = self._paragraph(citation)
            passages = text.find(citation.quotation) if number is not None else None
            if number is not None and passages:
                found[number[0]] = min(passages[0], found.get(number[0], passages[0]))
        named = {number for words in said for number in _named_in(words)}
        for place, label in enumerate(text.labels, start=1):
            own = _PARAGRAPH.fullmatch(label)
            if own is not None and own[1].isdecimal() and int(own[1]) in named:
                found.setdefault(int(own[1]), place)
        return tuple((str(number), _opening(text, place)) for number, place in sorted(found.items()))


def finder(corpus: Corpus, question: Question) -> Finder:
    """Of an annex; the stored source that the question itself cites most is that of the answer."""
    cited = Counter(citation.source.id for citation in citations_in(question))
    literal = [name for name, _ in cited.most_common() if corpus.stored.get(name) and corpus.has(Ref("bron", name))]
    return Finder(corpus, literal[0] if literal else "")


def _opening(text: StoredText, place: int) -> str:
    """The first words of the paragraph that the passage with this number is part of."""
    passage = next((item for item in text.passages[place - 1 :: -1] if item.kind == "alinea"), text.passages[place - 1])
    words = passage.text.split()
    kept = words[:_OPENING_WORDS]
    while len(kept) > _FEWEST_WORDS and len(" ".join(kept)) > _OPENING_LINE:
        kept = kept[:-1]
    return " ".join(kept) + (" …" if len(words) > len(kept) else "")


_WITHIN = re.compile(r"(.+, alinea )(\d+(?:\.\d+)?)")


def _by_document(links: tuple[Link, ...]) -> Iterator[Link]:
    """The links, paragraphs of one document together and in its order: the first with its name, then bare numbers."""
    found: dict[str, list[tuple[Paragraph, Link]]] = {}
    for link in links:
        within = _WITHIN.fullmatch(link.text)
        number = tuple(map(int, within[2].split("."))) if within else ()
        found.setdefault(within[1] if within else link.text, []).append((number, link))
    for items in found.values():
        for place, (number, link) in enumerate(sorted(items, key=lambda item: item[0])):
            yield replace(link, text=".".join(map(str, number))) if place else link


_NAMED = re.compile(r"\bal\.\s*(\d[\d.]*(?:\s*(?:,|;|–|-|en|tot)\s*\d[\d.]*)*)")
"""Paragraphs as an author names them: "al. 5", "al. 12, 14 en 15.1", "al. 13–15"."""


def _named_in(words: str) -> set[int]:
    """The numbers of the paragraphs that a text names, those between two numbers as well."""
    found: set[int] = set()
    for match in _NAMED.finditer(words):
        for piece in re.split(r",|;|\ben\b", match[1]):
            ends = [int(number) for number in re.findall(r"(?<![\d.])\d{1,4}", piece)]
            found |= set(range(ends[0], ends[-1] + 1)) if ends else set()
    return found


_RANGE = 3
"""So many paragraphs in a row are one: 13–15."""


def _ranges(found: list[tuple[Paragraph, Link]]) -> tuple[Link, ...]:
    """The links, those in a row as one, the first with what it is."""
    rows: list[list[tuple[Paragraph, Link]]] = []
    for item in found:
        before = rows[-1][-1][0] if rows else ()
        follows = len(before) == len(item[0]) == 1 and item[0][0] == before[0] + 1
        rows = [*rows[:-1], [*rows[-1], item]] if follows else [*rows, [item]]
    links: list[Link] = []
    for row in rows:
        first, last = row[0][1], row[-1][1]
        whole = (replace(first, text=f"{first.text}–{last.text}"),)
        links += whole if len(row) >= _RANGE else (link for _, link in row)
    return tuple(
        replace(link, text=f"al.\N{NO-BREAK SPACE}{link.text}") if n == 0 else link for n, link in enumerate(links)
    )
