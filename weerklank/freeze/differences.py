"""What differs between a record as it was and as it is, field by field: where, what it said, what it says.

In: two typed records of one kind and the corpus, for the words of what they refer to. Out: `Difference` values, in the
order of the model. White space and what no annex prints do not count; a mere change of place in a list of names does.
"""

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, zip_longest

from weerklank.author.load import FieldPath
from weerklank.corpus import Corpus
from weerklank.facts.cells import cell_of
from weerklank.findings import LONGEST_ARGUMENT
from weerklank.markup import bare
from weerklank.model import Absence, Organisation, Part, Period, Quantity, Question, Record, Ref, Vocabulary
from weerklank.model.fields import Field, ValueShape, field_of, fields_of
from weerklank.model.question import QuestionPart, Reader
from weerklank.wording import listing, quoted, uncapital

NOTHING = "niets"

NOT_YET, NO_LONGER = "stond dit er niet bij", "staat dit er niet meer bij"
"""What is said of an item where the list had others then, or has others now."""

_SAID: Mapping[type[Part], tuple[str, ...]] = {
    Quantity: ("value", "unit", "precision"),
    Period: ("start", "end", "frequency", "literal"),
    Absence: ("key", "reason"),
}
"""Parts that are said in one go, and the fields that these words are made of."""

_JUDGED = {(QuestionPart, "coverage"), (QuestionPart, "reason"), (Question, "readers"), (Reader, "who"), (Reader, "on")}
"""Fields that an annex prints only where the agency shows its judgement."""

_NAMING = (ValueShape.TEXT, ValueShape.DATE, ValueShape.NUMBER, ValueShape.CHOICE, ValueShape.REFERENCE)
_LONGEST, _LONGEST_NAME, _AROUND = LONGEST_ARGUMENT - 10, 60, 4
"""With marks and quotation marks around it, what differs stays whole in a sentence."""


@dataclass(frozen=True)
class Difference:
    """`path`: in the author's keys, of the record as it is now; `where`: the same in words, without the record.

    `text`: all that a text said, where one is other or gone; "" for any other value.
    """

    path: FieldPath
    where: tuple[str, ...]
    before: str
    after: str
    text: str = dataclasses.field(default="", compare=False)


@dataclass(frozen=True)
class _Spot:
    """Where the comparison is: a field, or an item in one."""

    path: FieldPath = ()
    where: tuple[str, ...] = ()

    def field(self, field: Field) -> "_Spot":
        return _Spot((*self.path, field.key), (*self.where, uncapital(field.label)))

    def item(self, step: str | int, name: str) -> "_Spot":
        *above, label = self.where
        return _Spot((*self.path, step), (*above, f"{label} {name if name.isdecimal() else quoted(name)}"))

    def said(self, before: str, after: str) -> Difference:
        return Difference(self.path, self.where, before, after)


@dataclass(frozen=True)
class Comparison:
    """Two states of the content. `renamed`: what a record is called now, by what it was called."""

    corpus: Corpus
    renamed: Mapping[Ref, Ref]

    def of(self, before: Part, after: Part, place: _Spot = _Spot(), *, judged: bool = False) -> Iterator[Difference]:
        """What differs in the fields of two parts of one class."""
        judged = judged or any(isinstance(item, Question) and item.coverage_is_public for item in (before, after))
        for field in fields_of(after):
            named = field.attribute == "id" and isinstance(after, Record | Organisation | Vocabulary)
            if not named and (field.in_annex or (judged and (field.owner, field.attribute) in _JUDGED)):
                old, new = _given(before, field), _given(after, field)
                yield from self._value(field, old, new, place.field(field), judged=judged)

    def _value(self, field: Field, old: object, new: object, place: _Spot, *, judged: bool) -> Iterator[Difference]:
        if old is new:
            return
        if isinstance(old, dict) and isinstance(new, dict):
            for name in dict.fromkeys((*new, *old)):
                yield from self._value(field, old.get(name), new.get(name), place.item(name, name), judged=judged)
        elif isinstance(old, tuple | None) and isinstance(new, tuple | None) and _is_of_texts_or_parts(old or new):
            yield from self._items(field, old or (), new or (), place, judged=judged)
        elif isinstance(old, Part) and isinstance(new, Part) and type(old) is type(new):
            said = [name for name in _SAID.get(type(new), ()) if getattr(old, name) != getattr(new, name)]
            words = self.words(old, field), self.words(new, field)
            told = bool(said) and words[0] != words[1]
            if told:
                yield place.said(*words)
            for difference in self.of(old, new, place, judged=judged):
                own = {field_of(new, name).key for name in _SAID.get(type(new), ())} if told else set()
                if difference.path[len(place.path)] not in own:
                    yield difference
        else:
            words = self._pair(field, old, new)
            if words[0] != words[1]:
                text = old if isinstance(old, str) and not field.choices else ""
                yield replace(place.said(*words), text=bare(_folded(text)))

    def _items(
        self, field: Field, old: tuple[object, ...], new: tuple[object, ...], place: _Spot, *, judged: bool
    ) -> Iterator[Difference]:
        pairs = _paired(old, new)
        for one, other in pairs:
            before, after = (old[one] if one is not None else None), (new[other] if other is not None else None)
            if isinstance(before, str) or isinstance(after, str):
                inner = _Spot((*place.path, other) if other is not None else place.path, place.where)
                yield from self._value(field, before, after, inner, judged=judged)
            elif before is None or after is None:
                inner = place if other is None else _Spot((*place.path, other), place.where)
                words = self._labelled(before if after is None else after, field)
                if after is None:
                    yield inner.said(words, NO_LONGER if new else NOTHING)
                else:
                    yield inner.said(NOT_YET if old else NOTHING, words)
            else:
                name = self._name(before, old)
                inner = place.item(other or 0, name) if name else _Spot((*place.path, other or 0), place.where)
                yield from self._value(field, before, after, inner, judged=judged)
        kept = [(one, other) for one, other in pairs if one is not None and other is not None]
        moved = sorted(kept, key=lambda pair: pair[1])
        if moved != sorted(kept):
            names = [
                [self._name(old[one], old) or self.words(old[one], field) for one, _ in order]
                for order in (sorted(kept), moved)
            ]
            yield place.said(*(cut(listing(map(quoted, order)), _LONGEST) for order in names))

    # --- words ---------------------------------------------------------------------------------------------------

    def _pair(self, field: Field, old: object, new: object) -> tuple[str, str]:
        """The words of two values; of long texts what is around the difference."""
        if isinstance(old, str) and isinstance(new, str) and not field.choices:
            if _folded(old) == _folded(new):
                return "", ""
            plain = bare(_folded(old)), bare(_folded(new))
            return changed_words(*(plain if plain[0] != plain[1] else (_folded(old), _folded(new))))
        words = self.words(old, field), self.words(new, field)
        if words[0] == words[1] and isinstance(old, str) and isinstance(new, str):
            # Two choices that are printed alike differ in the data files.
            return old, new
        return words

    def words(self, value: object, field: Field) -> str:  # noqa: PLR0911 - one per type of value
        """What a value says, within a sentence."""
        match value:
            case None:
                return NOTHING
            case bool():
                return "ja" if value else "nee"
            case int():
                return str(value)
            case Absence() if value.reason:
                return f"{value.state.word} ({cut(bare(value.reason), _LONGEST)})"
            case Ref():
                return quoted(self._title(value))
            case str() if not field.choices:
                return quoted(cut(bare(_folded(value)), _LONGEST))
            case tuple() | list():
                return listing(self.words(item, field) for item in value)
            case dict():
                return listing(f"{name}: {self.words(item, field)}" for name, item in value.items())
            case Part() if type(value) not in _SAID:
                return cut(", ".join(self._own_words(value)), _LONGEST)
        return cell_of(self.corpus, value, field).text

    def _labelled(self, item: object, field: Field) -> str:
        """The words of an item, with what each is of when there are more, as many as there is room for."""
        if not isinstance(item, Part) or type(item) in _SAID:
            return self.words(item, field)
        printed = self._printed(item)
        said = [self.words(value, own) for own, value in printed]
        if len(printed) > 1:
            said = [f"{uncapital(own.label)}: {words}" for (own, _), words in zip(printed, said, strict=True)]
        fits = [sum(len(words) + 2 for words in said[:end]) <= _LONGEST for end in range(1, len(said) + 1)]
        kept = [cut(words, _LONGEST) for words in said[: max(1, sum(fits))]]
        return "; ".join([*kept, "…"] if len(kept) < len(said) else kept)

    def _own_words(self, part: Part) -> list[str]:
        """What an annex prints of a part, in words."""
        return [self.words(value, field) for field, value in self._printed(part)]

    def _printed(self, part: Part) -> list[tuple[Field, object]]:
        """What an annex prints of a part; of one that only its judgement prints, all of it."""
        given = [(field, _given(part, field)) for field in fields_of(part) if field.attribute != "id"]
        said = [(field, value) for field, value in given if value is not None]
        printed = [(field, value) for field, value in said if field.in_annex]
        return printed or said

    def _title(self, ref: Ref) -> str:
        ref = self.renamed.get(ref, ref)
        return bare(self.corpus.index.card(ref).title) if self.corpus.has(ref) else ref.id

    def _name(self, item: object, beside: Sequence[object]) -> str:
        """What an item of a list is called: by its first words, and by more where others of the list have the same."""
        if not isinstance(item, Part):
            return ""
        fields = [field for field in fields_of(item) if not field.identifies and field.shape in _NAMING]
        name, alike = "", [other for other in beside if isinstance(other, Part)]
        for field in fields:
            value = _given(item, field)
            if not isinstance(value, Absence | tuple | None) and (not name or len(alike) > 1):
                words = self.words(value, field).strip("“”")
                others = [other for other in alike if self.words(_given(other, field), field).strip("“”") == words]
                if not name or len(others) < len(alike):
                    name, alike = ", ".join(filter(None, (name, cut(words, _LONGEST_NAME)))), others
        return name


def _given(part: Part, field: Field) -> object:
    """The value that an author gave, or None: that a field was left out says nothing of the source."""
    value = field.value(part)
    left_out = isinstance(value, Absence) and not field.written(part)
    return None if left_out or value in ("", ()) or value == {} else value


def _is_of_texts_or_parts(items: object) -> bool:
    return isinstance(items, tuple) and all(isinstance(item, Part | str) for item in items)


def _paired(old: Sequence[object], new: Sequence[object]) -> list[tuple[int | None, int | None]]:
    """Which item became which: those that are equal first, then those that begin alike, then those left, in order.

    None where an item has no other half. In the order of what is new, with what is gone at the end.
    """
    found: dict[int, int] = {}
    for same in (lambda item: item, _head):
        for place, item in enumerate(new):
            if place not in found:
                rest = (one for one, other in enumerate(old) if one not in found.values() and same(other) == same(item))
                found.update((place, one) for one in islice(rest, 1))
    gone = [one for one in range(len(old)) if one not in found.values()]
    come = [place for place in range(len(new)) if place not in found]
    if not any(isinstance(item, Part) and "id" in type(item).model_fields for item in (*old, *new)):
        found |= dict(zip(come, gone, strict=False))
        gone = gone[len(come) :]
    return [*((found.get(place), place) for place in range(len(new))), *((one, None) for one in gone)]


def _head(item: object) -> object:
    """What makes an item the one that it is: the first field that it must have."""
    if not isinstance(item, Part):
        return item
    first = next((field for field in fields_of(item) if field.required), None)
    return first.value(item) if first else item


def changed_words(before: str, after: str) -> tuple[str, str]:
    """Two texts between quotation marks; of long ones only the words around what differs."""
    if max(len(before), len(after)) <= _LONGEST:
        return quoted(before), quoted(after)
    old, new = before.split(), after.split()
    pairs = list(zip_longest(old, new))
    start = next(place for place, (one, other) in enumerate(pairs) if one != other)
    shared = zip(reversed(old[start:]), reversed(new[start:]), strict=False)
    same = next((place for place, (one, other) in enumerate(shared) if one != other), None)
    end = min(len(old), len(new)) - start if same is None else same
    return tuple(_window(words, max(0, start - _AROUND), len(words) - max(0, end - _AROUND)) for words in (old, new))  # type: ignore[return-value]


def _window(words: list[str], start: int, end: int) -> str:
    inner = cut(" ".join(words[start:end]), _LONGEST)
    return quoted(f"{'… ' if start else ''}{inner}{' …' if end < len(words) else ''}")


def cut(text: str, longest: int) -> str:
    """A text of at most so many characters: of a longer one the beginning and the end."""
    if len(text) <= longest:
        return text
    half = longest // 2
    return f"{text[:half].rpartition(' ')[0] or text[:half]} […] {text[-half:].partition(' ')[2] or text[-half:]}"


def _folded(text: str) -> str:
    return " ".join(text.split())
