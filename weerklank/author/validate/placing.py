"""Where the words of each citation stand in the stored text of its source, and whether that was looked at by a person.

In: typed records and stored texts. Out: the same records with their places filled in, and findings.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import TypeVar

from weerklank.author.labels import words_of_place
from weerklank.author.load import FieldPath, Plain
from weerklank.author.near import MOST_SHOWN
from weerklank.author.quotations import Passage, StoredText, fold
from weerklank.author.validate.places import Checked, value_at, written
from weerklank.findings import Finding, finding
from weerklank.messages import Hint
from weerklank.model import Citation, Part, Source
from weerklank.model.fields import fields_of
from weerklank.wording import quoted

_SEAL = 8
_FIRST_WORDS = 5
_REVIEW = "nagekeken"

T = TypeVar("T")


def placed(value: T, stored: Mapping[str, StoredText]) -> T:
    """A record, or a piece of one, with the place of each citation whose words stand in a stored text."""
    return _placed(value, stored)  # type: ignore[return-value]


def _placed(value: object, stored: Mapping[str, StoredText]) -> object:
    match value:
        case Citation():
            place = _place(value, stored)
            return value if place in ("", value.place) else value.model_copy(update={"place": place})
        case Part():
            old = {
                own.attribute: own.value(value) for own in fields_of(value) if own.attribute in value.model_fields_set
            }
            new = {name: _placed(item, stored) for name, item in old.items()}
            changed = {name: item for name, item in new.items() if item is not old[name]}
            return value.model_copy(update=changed) if changed else value
        case tuple():
            items = tuple(_placed(item, stored) for item in value)
            return items if any(new is not old for new, old in zip(items, value, strict=True)) else value
        case dict():
            named = {key: _placed(item, stored) for key, item in value.items()}
            return named if any(named[key] is not value[key] for key in value) else value
    return value


def _place(citation: Citation, stored: Mapping[str, StoredText]) -> str:
    """Where the words stand; "" when that is not known, or an author says it of a text that is not divided here."""
    text = stored.get(citation.source.id)
    if not text or not citation.quotation or (citation.place and not text.parts):
        return ""
    return text.place(citation.quotation)


def check_places(checked: tuple[Checked, ...], stored: Mapping[str, StoredText]) -> Iterator[Finding]:
    """Parts of a text that begin nowhere, places that an author wrote otherwise, and reviews that no longer fit."""
    for item in checked:
        if isinstance(item.model, Source) and item.model.id in stored:
            yield from _check_parts(item, stored[item.model.id])
        for path, piece in item.pieces:
            if isinstance(piece, Citation):
                yield from _check_place(item, path, piece, stored)
                yield from _check_review(item, path, piece, stored)


def _check_parts(item: Checked, text: StoredText) -> Iterator[Finding]:
    for index, start in enumerate(text.starts):
        if start is None:
            path: FieldPath = ("tekstdelen", index, "begint")
            hint = _hint(text, index)
            yield finding("V016", span=item.span(path), hint=hint, field=path, naam=text.parts[index][0])


def _hint(text: StoredText, index: int) -> Hint:
    """With which words the part can begin: those of the paragraph in which its words stand, or else those of more."""
    name, begins = text.parts[index]
    words = fold(begins)
    after = max((start + 1 for start in text.starts[:index] if start is not None), default=0)
    if any(fold(passage.text).startswith(words) for passage in text.passages[:after]):
        return Hint("order")
    below = [item for item in text.passages[after:] if item.kind in ("alinea", "titel") and len(item.text) > 1]
    for item in below:
        if any(fold(line).startswith(words) for line in text.text[item.start : item.end].splitlines()):
            return Hint("inside", {"woorden": quoted(_first_words(text, item, after))})
    # Headings, and what has the words or the name of the part, begin a part more often than other paragraphs do.
    likely = [item.kind == "titel" or any(said in fold(item.text) for said in (words, fold(name))) for item in below]
    places = sorted(sorted(range(len(below)), key=lambda place: not likely[place])[:MOST_SHOWN])
    shown = [quoted(_first_words(text, below[place], after)) for place in places]
    return Hint("begins", {"woorden": ", ".join(shown)}) if shown else Hint("nothing_left")


def _first_words(text: StoredText, passage: Passage, after: int) -> str:
    """The first words of a passage, as many as no earlier one from `after` on begins with."""
    earlier = [fold(item.text) for item in text.passages[after : passage.number - 1]]
    words = passage.text.split()
    begun = (" ".join(words[:count]) for count in range(min(_FIRST_WORDS, len(words)), len(words) + 1))
    return next((said for said in begun if not any(item.startswith(fold(said)) for item in earlier)), passage.text)


def _check_place(
    item: Checked, path: FieldPath, citation: Citation, stored: Mapping[str, StoredText]
) -> Iterator[Finding]:
    place = _place(citation, stored)
    if citation.place and place and fold(citation.place) != fold(place):
        field = (*path, "plaats")
        yield finding("V017", span=item.span(field), hint=Hint("left_out"), field=field, gevonden=place)
    text = stored.get(citation.source.id)
    if text and place and (again := words_of_place(text.labels, text.again(citation.quotation))) not in ("", place):
        yield finding("V019", span=item.span(path), field=path, plaats=place, ander=again)


def _check_review(
    item: Checked, path: FieldPath, citation: Citation, stored: Mapping[str, StoredText]
) -> Iterator[Finding]:
    if citation.review is None:
        return
    seal = sealed(item, path, citation, stored)
    if citation.review.seal != seal:
        field = (*path, _REVIEW)
        hint = Hint("seal" if citation.review.seal else "first", {"waarde": seal})
        yield finding("V018", span=item.span(field), hint=hint, field=field)


def sealed(item: Checked, path: FieldPath, citation: Citation, stored: Mapping[str, StoredText]) -> str:
    """The seal of a review: of the value that the citation supports, its words, and the passages that they stand in."""
    text = stored.get(citation.source.id)
    numbers = (text.find(citation.quotation) if text and citation.quotation else None) or ()
    passages = [text.passages[number - 1].text for number in numbers] if text else []
    above = written(item.raw, path[:-2])
    value = _without_reviews(value_at(item.raw, above)) if above else None
    parts = [citation.source.id, fold(citation.quotation), passages, value]
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:_SEAL]


def _without_reviews(value: Plain) -> Plain:
    if isinstance(value, dict):
        return {key: _without_reviews(item) for key, item in value.items() if key != _REVIEW}
    return [_without_reviews(item) for item in value] if isinstance(value, list) else value
