"""The words of the glossary that occur in an annex.

In: blocks. Out: terms, in alphabetical order.
"""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from markupsafe import Markup

from weerklank.corpus import Corpus
from weerklank.data.table import Cell
from weerklank.document.blocks import Block
from weerklank.model import Citation, Term
from weerklank.states import State
from weerklank.wording import collate

_NOT_PRINTED = frozenset(
    {"id", "ids", "kind", "target", "style", "lang", "path", "fragment", "key", "description", "unit", "name", "url"}
    | {"shape", "downloads", "wide", "wide_dark", "middle", "middle_dark", "narrow", "narrow_dark", "number"}
)
_PLURAL = r"(?:en|s|’s)?"
_LONGEST_ABBREVIATION = 5


def terms_in(corpus: Corpus, blocks: tuple[Block, ...]) -> tuple[Term, ...]:
    """The words of the glossary that occur in these blocks, in alphabetical order."""
    vocabulary = corpus.vocabularies.get("begrip")
    text = " \n".join(_printed(blocks))
    found = [term for term in (vocabulary.terms if vocabulary else ()) if _occurs(term, text)]
    return tuple(sorted(found, key=lambda term: collate(term.name)))


def _printed(value: object) -> Iterator[str]:
    """The words of blocks as a reader sees them."""
    match value:
        case Markup():
            yield value.striptags()
        case str():
            yield value
        case State():
            yield value.word
        case Cell():
            yield f"{value.text} {value.reason}"
        case tuple():
            for item in value:
                yield from _printed(item)
        case _ if is_dataclass(value) and not isinstance(value, Citation):
            for item in fields(value):
                if item.name not in _NOT_PRINTED:
                    yield from _printed(getattr(value, item.name))


def _occurs(term: Term, text: str) -> bool:
    return any(re.search(rf"(?<!\w){_spelled(name)}(?!\w)", text) for name in (term.name, *term.also))


def _spelled(name: str) -> str:
    """A pattern for a word: abbreviations as they are, other words in any case and in the plural."""
    if name.isupper() and len(name) <= _LONGEST_ABBREVIATION:
        return re.escape(name)
    return f"(?i:{re.escape(name)}{_PLURAL})"
