"""What can be found: every record and term as a title with the words that lead to it.

In: the public corpus. Out: `SearchEntry` values, by kind and then in Dutch alphabetical order. It ranks nothing: the
browser does that, from these words.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from weerklank import addresses
from weerklank.corpus import Corpus
from weerklank.facts.divisions import name_of
from weerklank.kinds import KINDS, Menu
from weerklank.markup import plain
from weerklank.model import (
    Absence,
    Breakdown,
    Cause,
    Citation,
    Evidence,
    Initiative,
    Part,
    Question,
    QuestionPart,
    Record,
    Ref,
    Result,
    Signal,
    Source,
    Step,
    Term,
)
from weerklank.model.fields import Field, ValueShape, fields_of
from weerklank.model.illustrated import Illustration
from weerklank.model.records import Verifiable
from weerklank.wording import collate

ORDER = tuple(sorted(KINDS.values(), key=lambda kind: kind.menu is not Menu.TOP))
"""The kinds in the order in which what is found is shown: those at the top of every page first."""


@dataclass(frozen=True)
class SearchEntry:
    """`text`: plain words, one line per part. `passages`: line n of the text stands at `#p<n>` on the page."""

    kind: str
    title: str
    path: str
    fragment: str
    text: str
    passages: bool = False


def entries(corpus: Corpus) -> tuple[SearchEntry, ...]:
    """Everything that has a page or a place of its own."""
    found = [_entry(corpus, record) for record in corpus.records()]
    for kind, vocabulary in corpus.vocabularies.items():
        found += [_term(kind, term) for term in vocabulary.terms]
    order = [kind.name for kind in ORDER]
    found.sort(key=lambda entry: (order.index(entry.kind), collate(entry.title), entry.path, entry.fragment))
    return tuple(found)


def _entry(corpus: Corpus, record: Record) -> SearchEntry:
    ref = record.ref
    stored = corpus.stored.get(record.id) if isinstance(record, Source) else None
    if stored:
        text = "\n".join(passage.text for passage in stored.passages)
        return SearchEntry(ref.kind, record.title, addresses.of_record(ref), "", text, passages=True)
    pieces = _plain(_words(corpus, record))
    return SearchEntry(ref.kind, record.title, addresses.of_record(ref), "", "\n".join(pieces))


def _term(kind: str, term: Term) -> SearchEntry:
    ref = Ref(kind, term.id)
    words = _plain((*term.also, term.definition))
    return SearchEntry(kind, term.name, addresses.of_record(ref), addresses.fragment(ref), "\n".join(words))


def _plain(values: Iterable[object]) -> tuple[str, ...]:
    """Text without marks, each piece once; what is absent counts by its reason."""
    texts = (value.reason if isinstance(value, Absence) else value for value in values)
    return tuple(dict.fromkeys(plain(text) for text in texts if isinstance(text, str) and text))


_NO_WORD = "an id, a code or an address: nobody looks for it as a word"
_NARROWS = "a choice that many records share: lists are narrowed by it"
NOT_SOUGHT: Mapping[tuple[type[Part], str], str] = {
    (Record, "title"): "is the title of what is found",
    (Record, "publication"): "is said to no reader",
    (Record, "changes"): "tells of the record, not of what it describes",
    **dict.fromkeys([(Record, "id"), (Record, "former_ids"), (Signal, "id"), (Result, "id")], _NO_WORD),
    **dict.fromkeys([(Result, "series"), (Cause, "signal"), (QuestionPart, "letter"), (Source, "language")], _NO_WORD),
    **dict.fromkeys([(Evidence, "url"), (Question, "url"), (Source, "url")], _NO_WORD),
    **dict.fromkeys([(Initiative, "status"), (Step, "status"), (Cause, "strength"), (Verifiable, "answer")], _NARROWS),
    **dict.fromkeys([(QuestionPart, "coverage"), (Question, "answer_kind")], _NARROWS),
    **dict.fromkeys([(Breakdown, "kind"), (Breakdown, "whole")], _NARROWS),
    (Illustration, "file"): _NO_WORD,
    (Illustration, "rights"): _NO_WORD,
    (Question, "annex"): "says how the annex is put together; what is in it is found at its record",
}
"""Fields that find nothing, and why. Words of a source are found in its stored text."""


def _words(corpus: Corpus, record: Record) -> Iterator[str]:
    """The words of a record that its page shows: those of its kind first, then what every record has."""
    fields = sorted(fields_of(record), key=lambda field: field.attribute in Record.model_fields)
    for field in fields:
        yield from _of_field(corpus, record, field)


def _of_field(corpus: Corpus, part: Part, field: Field) -> Iterator[str]:
    value = field.value(part) if is_sought(field) else ()
    for item in value if isinstance(value, tuple) else (value,):
        yield from _of_value(corpus, item, field)


def _of_value(corpus: Corpus, value: object, field: Field) -> Iterator[str]:
    """Text, names and reasons; searching for a date or an amount would find too much, or nothing."""
    match value:
        case Absence():
            yield value.reason
        case Ref():
            yield corpus.term(value).name
        case str():
            yield field.word(value) if field.choices else value
        case dict():
            for name, item in value.items():
                yield from (name_of(corpus, name) or name, *_of_value(corpus, item, field))
        case Part() if field.shape is ValueShape.PART:
            for inner in fields_of(value):
                yield from _of_field(corpus, value, inner)


def is_sought(field: Field) -> bool:
    """Whether a record is found by the words of this field. Other records that it refers to are found themselves."""
    left_out = any((owner, field.attribute) in NOT_SOUGHT for owner in field.owner.__mro__)
    return not left_out and field.model is not Citation and all(KINDS[kind].of_words for kind in field.refers_to)
