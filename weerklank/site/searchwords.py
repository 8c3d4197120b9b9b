"""The words of a text as a reader types them: folded, figures whole, compounds also under their later parts.

In: plain text. Out: words. `templates/assets/js/zoeken.js` splits and folds a question in the same way.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator

STOP = (
    "aan al als ben bij dan dat de den der deze die dit door dus een en er had heb heeft het hoe hoeveel hun "
    "ik in is ja je kan maar me mee met mij na naar nog nu of om omdat onder ons ook op over te tot tussen u "
    "uit uw van veel voor waar waarom wanneer waren was wat we wel welke werd werden wie wij word worden wordt "
    "ze zich zij zijn zo zou"
)
"""Words that nearly every text has: they find nothing."""

_WORD = re.compile(r"\d{1,3}(?:[.\s]\d{3})+(?:,\d+)?(?![^\W_])|\d+,\d+(?![^\W_])|[^\W_]+|[%€]")
_HYPHENED = re.compile(r"[^\W_]+(?:-[^\W_]+)+")
_GROUPED = re.compile(r"[.\s]")
_STOP = frozenset(STOP.split())
_SIGNS = {"%": "procent", "€": "euro"}
_HEAD, _TAIL, _COMPOUND = 3, 4, 8
"""A compound has so many letters, at least; its first part and what follows so many."""


def fold(text: str) -> str:
    """Small letters without accents."""
    if text.isascii():
        return text.lower()
    return "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char)).lower()


def words(text: str) -> Iterator[str]:
    """The words of a folded text that can be found: a figure is one word, a letter by itself and a stop word none."""
    for found in _WORD.findall(text):
        word = _SIGNS.get(found) or (_GROUPED.sub("", found) if found[0].isdecimal() else found)
        if (len(word) > 1 or word.isdecimal()) and word not in _STOP:
            yield word


def closed(text: str) -> Iterator[str]:
    """What a folded text writes with a hyphen, written as one word: wissel-leren as wisselleren."""
    for found in _HYPHENED.findall(text) if "-" in text else ():
        yield found.replace("-", "")


def tails(word: str, known: Collection[str]) -> Iterator[str]:
    """The later parts of a compound: of klanttevredenheidsonderzoek tevredenheidsonderzoek and onderzoek.

    `known`: the words of all texts; a seam is where one of them ends, with or without a linking letter, or begins.
    """
    if len(word) < _COMPOUND or not word.isalpha():
        return
    for place in range(_HEAD, len(word) - _TAIL + 1):
        head, tail = word[:place], word[place:]
        ends = len(head) >= _TAIL and any(head.removesuffix(link) in known for link in ("", "s", "n", "en", "e"))
        if ends or tail in known:
            yield tail
