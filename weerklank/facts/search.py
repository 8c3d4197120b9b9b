"""What can be found: every record and term as a title with the words that lead to it.

In: the public corpus. Out: `SearchEntry` values, by kind and then in Dutch alphabetical order. Figures and dates stand
under the name of their field, at the place on the page that has them. It ranks nothing: the browser does that.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from weerklank import addresses
from weerklank.corpus import Corpus
from weerklank.facts.cells import cell_of
from weerklank.facts.divisions import name_of
from weerklank.kinds import KINDS, Menu
from weerklank.markup import plain
from weerklank.model import (
    Absence,
    Breakdown,
    Cause,
    Citation,
    ComplaintsYear,
    Evidence,
    Initiative,
    Measurement,
    Part,
    PartialDate,
    Period,
    Quantity,
    Question,
    QuestionPart,
    Record,
    Ref,
    Result,
    Scale,
    Signal,
    Source,
    Step,
    SubQuestion,
    Term,
)
from weerklank.model.complaints import Exactness
from weerklank.model.fields import Field, ValueShape, fields_of
from weerklank.model.illustrated import Illustrated, Illustration
from weerklank.model.records import Verifiable
from weerklank.wording import collate, listing

ORDER = tuple(sorted(KINDS.values(), key=lambda kind: kind.menu is not Menu.TOP))
"""The kinds in the order in which what is found is shown: those at the top of every page first."""


@dataclass(frozen=True)
class SearchLine:
    """Plain words, and the id of the place on the page that has them; "" for the page itself.

    `aside`: they say why something is not there, so that what is there comes first.
    """

    text: str
    fragment: str = ""
    aside: bool = False


@dataclass(frozen=True)
class SearchEntry:
    """What is found by its `title`, by what else it is called, and by its `lines`, at `path` and `fragment`."""

    kind: str
    title: str
    path: str
    fragment: str
    lines: tuple[SearchLine, ...]
    called: str = ""

    @property
    def text(self) -> str:
        """Its words, one line per part."""
        return "\n".join(line.text for line in self.lines)


def entries(corpus: Corpus) -> tuple[SearchEntry, ...]:
    """Everything that has a page or a place of its own."""
    found = [_entry(corpus, record) for record in corpus.records()]
    for kind, vocabulary in corpus.vocabularies.items():
        found += [_term(kind, term) for term in vocabulary.terms]
    order = {kind.name: place for place, kind in enumerate(ORDER)}
    found.sort(key=lambda entry: (order[entry.kind], collate(entry.title), entry.path, entry.fragment))
    return tuple(found)


def _entry(corpus: Corpus, record: Record) -> SearchEntry:
    ref = record.ref
    stored = corpus.stored.get(record.id) if isinstance(record, Source) else None
    if stored:
        lines = tuple(SearchLine(passage.text, f"p{place}") for place, passage in enumerate(stored.passages, start=1))
    else:
        lines = _once(_of_record(corpus, record))
    return SearchEntry(ref.kind, record.title, addresses.of_record(ref), "", lines, _called(record))


def _called(record: Record) -> str:
    """What people call a record besides its title: a question by its number, a document by its short name."""
    match record:
        case Question():
            known = (value for value in (record.number, record.session_year) if isinstance(value, str))
            return " ".join((record.KIND.name, "nr", *known))
        case Source():
            return record.short
    return ""


def _term(kind: str, term: Term) -> SearchEntry:
    ref = Ref(kind, term.id)
    lines = _once(SearchLine(text) for text in (*term.also, _reason(term.definition)) if text)
    called = " ".join(term.also)
    return SearchEntry(kind, term.name, addresses.of_record(ref), addresses.fragment(ref), lines, called)


def _reason(value: str | Absence) -> str:
    """What is absent counts by its reason."""
    return value.reason if isinstance(value, Absence) else value


def _once(found: Iterable[SearchLine]) -> tuple[SearchLine, ...]:
    """Lines without marks, each text once, at the first of its places."""
    kept: dict[str, SearchLine] = {}
    for item in found:
        for text in filter(None, plain(item.text).split("\n")):
            kept.setdefault(text, replace(item, text=text))
    return tuple(kept.values())


_NO_WORD = "an id, a code or an address: nobody looks for it as a word"
_NARROWS = "a choice that many records share: lists are narrowed by it"
NOT_SOUGHT: Mapping[tuple[type[Part], str], str] = {
    (Record, "title"): "is the title of what is found",
    (Record, "publication"): "is said to no reader",
    (Record, "changes"): "tells of the record, not of what it describes",
    (Record, "last_checked"): "tells of the record, not of what it describes",
    (Source, "consulted"): "tells of the record, not of what it describes",
    (SubQuestion, "number"): "is a place in a list",
    **dict.fromkeys([(Record, "id"), (Record, "former_ids"), (Signal, "id"), (Result, "id")], _NO_WORD),
    **dict.fromkeys([(Result, "series"), (Cause, "signal"), (QuestionPart, "letter"), (Source, "language")], _NO_WORD),
    **dict.fromkeys([(Evidence, "url"), (Question, "url"), (Source, "url")], _NO_WORD),
    **dict.fromkeys([(Initiative, "status"), (Step, "status"), (Cause, "strength"), (Verifiable, "answer")], _NARROWS),
    **dict.fromkeys([(QuestionPart, "coverage"), (Question, "answer_kind")], _NARROWS),
    **dict.fromkeys([(Breakdown, name) for name in ("kind", "whole", "unit", "precision")], _NARROWS),
    **dict.fromkeys([(Exactness, field.attribute) for field in fields_of(Exactness)], _NARROWS),
    (Illustration, "file"): _NO_WORD,
    (Illustration, "rights"): _NO_WORD,
    (Question, "annex"): "says how the annex is put together; what is in it is found at its record",
}
"""Fields that find nothing, and why. Words of a source are found in its stored text."""


_PLACES: Mapping[tuple[type[Part], str], str] = {
    (Initiative, "asked"): "gevraagd",
    (Initiative, "heard"): "gehoord",
    (Measurement, "tensions"): "tegenspraak",
    (Initiative, "tensions"): "tegenspraak",
    (ComplaintsYear, "tensions"): "tegenspraak",
    (Question, "body"): "antwoord",
    (Question, "tensions"): "tegenspraak",
    (Question, "claims"): "beweringen",
}
"""Where a page has a field that is not near its top."""


def _place_of(part: Part, around: str) -> str:
    """The id of a part that has one on its page; `around`: that of the part it stands in."""
    match part:
        case Result():
            return "tabel" if isinstance(part.value, Absence) else f"cijfer-{part.id}"
        case SubQuestion():
            return f"deelvraag-{part.number}"
        case QuestionPart():
            return f"deel-{around.removeprefix('deelvraag-')}{part.letter}"
        case Signal():
            return f"signaal-{part.id}"
    return around


def _of_record(corpus: Corpus, record: Record) -> Iterator[SearchLine]:
    """The words of a record that its page shows: those of its kind first, then what others have as well."""
    shared = {*Record.model_fields, *Illustrated.model_fields}
    fields = sorted(fields_of(record), key=lambda field: field.attribute in shared)
    for field in fields:
        place = _PLACES.get((type(record), field.attribute), "")
        yield from _of_field(corpus, record, field, place)


def _of_field(corpus: Corpus, part: Part, field: Field, place: str) -> Iterator[SearchLine]:
    value = field.value(part) if is_sought(field) else ()
    for item in value if isinstance(value, tuple) else (value,):
        yield from _of_value(corpus, item, field, place)


_AMOUNTS = (Quantity, Decimal, Period, PartialDate, Scale)


def _of_value(corpus: Corpus, value: object, field: Field, place: str) -> Iterator[SearchLine]:
    """Text, names and reasons; an amount and a date under the name of their field, so that both find them."""
    match value:
        case Absence() if value.reason:
            yield SearchLine(f"{field.label}: {value.reason}", place, aside=True)
        case Ref():
            term = corpus.term(value)
            yield SearchLine(f"{term.name} ({listing(term.also)})" if term.also else term.name, place)
        case str():
            yield SearchLine(field.word(value) if field.choices else value, place)
        case dict():
            for name, item in value.items():
                found = (line.text.removeprefix(f"{field.label}: ") for line in _of_value(corpus, item, field, place))
                yield SearchLine(": ".join(filter(None, (name_of(corpus, name) or name, *found))), place)
        case _ if isinstance(value, _AMOUNTS):
            literal = f" (“{value.literal}”)" if isinstance(value, Quantity) and value.literal else ""
            yield SearchLine(f"{field.label}: {cell_of(corpus, value, field).text}{literal}", place)
        case Part() if field.shape is ValueShape.PART:
            yield from _of_part(corpus, value, _place_of(value, place))


def _of_part(corpus: Corpus, part: Part, place: str) -> Iterator[SearchLine]:
    """The lines of a part; one that holds an amount or a date is one line, so that a figure says what it counts."""
    lines = [line for field in fields_of(part) for line in _of_field(corpus, part, field, place)]
    counts = any(isinstance(field.value(part), _AMOUNTS) for field in fields_of(part) if is_sought(field))
    if counts and all(line.fragment == place for line in lines):
        yield SearchLine("; ".join(filter(None, (plain(line.text).replace("\n", " ") for line in lines))), place)
    else:
        yield from lines


def is_sought(field: Field) -> bool:
    """Whether a record is found by the words of this field. Other records that it refers to are found themselves."""
    left_out = any((owner, field.attribute) in NOT_SOUGHT for owner in field.owner.__mro__)
    return not left_out and field.model is not Citation and all(KINDS[kind].of_words for kind in field.refers_to)
