"""The index of search as small scripts, of which a question needs a few however many records there are.

In: the public corpus and what can be found. Out: the text of each script by its address. One says what stands in the
others: words in their order with the records that have them, words by their first and their last letters for what was
mistyped, and the texts of the records. Scripts, because a browser reads no other data from a disk.
"""

import json
import string
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from weerklank import addresses
from weerklank.corpus import Corpus
from weerklank.facts.search import ORDER, SearchEntry
from weerklank.kinds import KINDS, Kind, Menu
from weerklank.site.searchwords import STOP, closed, fold, tails, words

_WORDS, _TEXTS = 6_000, 5_000
"""How many characters a script with words and one with texts should have; what cannot be divided may have more."""
_LONG_TITLE = 9
"""A title of more words is as long as this."""
_LEAST = 4
"""The letters of a word that can be part of a compound."""
_DIGITS = string.digits + string.ascii_lowercase
_BASE = len(_DIGITS)


@dataclass
class _Postings:
    """The records in which a word stands, by number: in the title, in the text, as a part of a compound in either."""

    title: list[int] = field(default_factory=list)
    text: list[int] = field(default_factory=list)
    in_title: list[int] = field(default_factory=list)
    in_text: list[int] = field(default_factory=list)

    def written(self) -> str:
        """The four lists; empty ones at the end are left out."""
        return ".".join(map(_numbers, (self.title, self.text, self.in_title, self.in_text))).rstrip(".")


def index_scripts(corpus: Corpus, found: Sequence[SearchEntry]) -> Mapping[str, str]:
    """Every script by its address. `found`: what can be found, sorted by kind."""
    split = [_split(entry) for entry in found]
    places = _places(split)
    names = sorted(places, key=_in_order)
    by_word = tuple(_parts((f"{name} {places[name].written()}" for name in names), _WORDS))
    letters = sorted({*names, *(f"~{name[::-1]}" for name in names)}, key=_in_order)
    by_letter = tuple(_parts((name for name in letters if name.lstrip("~").isalpha()), _WORDS))
    texts = tuple(_parts(map(_text, found), _TEXTS, _BASE - 1))
    head = {
        "soorten": [corpus.organisation.called(kind) for kind in ORDER],
        "grens": _starts(found),
        "stop": STOP,
        "gewicht": [_weight(kind) for kind in ORDER],
        "maat": "".join(str(min(_LONG_TITLE, max(1, len(item.title)))) for item in split),
        "woorden": [*_keys(by_word)],
        "letters": [*_keys(by_letter)],
        "teksten": "".join(_in_base_36(len(part)) for part in texts),
    }
    scripts = {addresses.SEARCH_INDEX: f"window.weerklankIndex = {_json(head)};\n"}
    for kind, parts in (("w", by_word), ("l", by_letter)):
        for number, part in enumerate(parts):
            scripts.update(_script(f"{kind}{number}", "[\n" + ",\n".join(map(_json, part)) + "\n]"))
    for number, part in enumerate(texts):
        scripts.update(_script(f"t{number}", "[\n" + ",\n".join(part) + "\n]"))
    return scripts


def _script(name: str, value: str) -> dict[str, str]:
    return {addresses.search_part(name): f'weerklankDeel("{name}", {value});\n'}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True)
class _WordsOf:
    """The words of a title and of a text; `in_title`, `in_text`: those that count for a part of what these do."""

    title: frozenset[str]
    text: frozenset[str]
    in_title: frozenset[str]
    in_text: frozenset[str]


def _split(entry: SearchEntry) -> _WordsOf:
    """What else it is called and what has a hyphen, as one word, count for a part; so does why something is missing."""
    title = fold(entry.title)
    text, aside = (fold("\n".join(line.text for line in entry.lines if line.aside is less)) for less in (False, True))
    names = frozenset(words(fold(entry.called))).union(closed(title))
    less = frozenset(words(aside)).union(closed(text), closed(aside))
    return _WordsOf(frozenset(words(title)), frozenset(words(text)), names, less)


def _places(split: Sequence[_WordsOf]) -> Mapping[str, _Postings]:
    """Where each word stands, once in each record; a compound also as its later parts."""
    every = (word for item in split for word in (*item.title, *item.text, *item.in_title, *item.in_text))
    known = {word for word in every if len(word) >= _LEAST}
    parts = {word: frozenset(tails(word, known)) for word in known}
    found: dict[str, _Postings] = defaultdict(_Postings)
    for number, item in enumerate(split):
        in_title = item.in_title.union(*(parts.get(word, ()) for word in item.title))
        in_text = item.in_text.union(*(parts.get(word, ()) for word in item.text | item.in_text))
        for word in item.title:
            found[word].title.append(number)
        for word in in_title - item.title:
            found[word].in_title.append(number)
        for word in item.text - item.title - in_title:
            found[word].text.append(number)
        for word in in_text - item.text - item.title - in_title:
            found[word].in_text.append(number)
    return found


def _numbers(numbers: Iterable[int]) -> str:
    """Rising numbers as the steps between them, in base 36; among more than one, a step of 1 is left blank."""
    steps, before = [], -1
    for number in numbers:
        steps.append(_in_base_36(number - before))
        before = number
    return ",".join("" if step == "1" else step for step in steps) if len(steps) > 1 else "".join(steps)


def _in_base_36(number: int) -> str:
    digits = _DIGITS[number % _BASE]
    while number := number // _BASE:
        digits = _DIGITS[number % _BASE] + digits
    return digits


def _in_order(name: str) -> bytes:
    """The order that a browser compares words in."""
    return name.encode("utf-16-be", "surrogatepass")


def _parts(lines: Iterable[str], size: int, most: int = 0) -> Iterator[list[str]]:
    """Lines together until they have about so many characters, and at most so many lines; 0 is any number."""
    part: list[str] = []
    length = 0
    for line in lines:
        if part and (length + len(line) > size or len(part) == most):
            yield part
            part, length = [], 0
        part.append(line)
        length += len(line) + 1
    if part:
        yield part


def _keys(parts: Iterable[list[str]]) -> Iterator[str]:
    """What tells each part from the one before: the beginning of its first word, as short as may be."""
    before = ""
    for part in parts:
        first = part[0].partition(" ")[0]
        yield next(key for end in range(1, len(first) + 1) if _in_order(key := first[:end]) > _in_order(before))
        before = part[-1].partition(" ")[0]


def _starts(found: Sequence[SearchEntry]) -> list[int]:
    """The number of the first record of each kind; of a kind without records, that of the next."""
    kinds = [entry.kind for entry in found]
    return [sum(1 for kind in kinds if _PLACE[kind] < place) for place in range(len(ORDER))]


_PLACE = {kind.name: place for place, kind in enumerate(ORDER)}
_SOURCE, _WORD, _RECORD, _TOP = 0.4, 0.6, 0.9, 1


def _weight(kind: Kind) -> float:
    """How much a hit counts: what the menu names first, the words of lists and the documents behind it all less."""
    if kind.menu is Menu.TOP:
        return _TOP
    if kind is KINDS["bron"]:
        return _SOURCE
    return _RECORD if kind.supports else _WORD


def _text(entry: SearchEntry) -> str:
    """What is shown of a record: its address, its title and its lines, each behind the place that has it."""
    path = f"{entry.path}#{entry.fragment}" if entry.fragment else entry.path
    lines = "\n".join(f"{line.fragment}\t{line.text}" for line in entry.lines)
    return _json([path, entry.title, lines])
