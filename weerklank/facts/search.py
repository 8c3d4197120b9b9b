"""What can be found: every record and term as a title with the words that lead to it.

In: the public corpus. Out: `Entry` values, by kind and then in Dutch alphabetical order. It ranks nothing: the browser
does that, from these words.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from weerklank import addresses, kinds
from weerklank.corpus import Corpus
from weerklank.facts.trace import signals_of
from weerklank.kinds import Menu
from weerklank.markup import plain
from weerklank.model import (
    Absence,
    Adjustment,
    Decision,
    Initiative,
    Measurement,
    Page,
    Question,
    Record,
    Ref,
    Source,
    Term,
)
from weerklank.model.fields import word_of
from weerklank.wording import collate

KINDS = tuple(sorted(kinds.KINDS.values(), key=lambda kind: kind.menu is not Menu.TOP))
"""The kinds in the order in which what is found is shown: those at the top of every page first."""


@dataclass(frozen=True)
class Entry:
    """`text`: plain words, one line per part. `passages`: line n of the text stands at `#p<n>` on the page."""

    kind: str
    title: str
    path: str
    fragment: str
    text: str
    passages: bool = False


def entries(corpus: Corpus) -> tuple[Entry, ...]:
    """Everything that has a page or a place of its own."""
    found = [_entry(corpus, record) for record in corpus.records()]
    for kind, vocabulary in corpus.vocabularies.items():
        found += [_term(kind, term) for term in vocabulary.terms]
    order = [kind.name for kind in KINDS]
    found.sort(key=lambda entry: (order.index(entry.kind), collate(entry.title), entry.path, entry.fragment))
    return tuple(found)


def _entry(corpus: Corpus, record: Record) -> Entry:
    ref = record.ref
    stored = corpus.stored.get(record.id) if isinstance(record, Source) else None
    if stored:
        text = "\n".join(passage.text for passage in stored.passages)
        return Entry(ref.kind, record.title, addresses.of_record(ref), "", text, passages=True)
    pieces = _plain(_words(corpus, record))
    return Entry(ref.kind, record.title, addresses.of_record(ref), "", "\n".join(pieces))


def _term(kind: str, term: Term) -> Entry:
    ref = Ref(kind, term.id)
    words = _plain((*term.also, term.definition))
    return Entry(kind, term.name, addresses.of_record(ref), addresses.fragment(ref), "\n".join(words))


def _plain(values: Iterable[object]) -> tuple[str, ...]:
    """Text without marks, each piece once; what is absent counts by its reason."""
    texts = (value.reason if isinstance(value, Absence) else value for value in values)
    return tuple(dict.fromkeys(plain(text) for text in texts if isinstance(text, str) and text))


def _words(corpus: Corpus, record: Record) -> Iterator[object]:
    """The words of a record that its page shows, most telling first."""
    match record:
        case Initiative():
            yield from _initiative(corpus, record)
        case Adjustment():
            yield from (record.summary, word_of(record, "kind"), record.effect, record.reason)
            yield from _names(corpus, (record.policy_fields, record.audiences))
            yield from (step.note for step in record.course)
            yield from record.not_stated
        case Measurement():
            yield from (record.summary, record.subject, record.method, record.sample, record.overall)
            for result in record.results:
                yield from (result.subject, *result.aspects, result.group, result.answer)
        case Question():
            yield from _question(record)
        case Decision():
            yield from (record.summary, record.motivation)
        case Source():
            yield from (record.short, record.publisher, record.note)
        case Page():
            yield record.summary
        case _:
            pass
    yield record.body


def _initiative(corpus: Corpus, record: Initiative) -> Iterator[object]:
    yield from (record.summary, record.purpose, record.asked, record.heard, record.outcome)
    yield word_of(record, "level")
    people = () if isinstance(record.stakeholders, Absence) else tuple(part.who for part in record.stakeholders)
    yield from _names(corpus, (record.forms, record.roles, record.policy_fields, people))
    yield from (signal.text for signal in signals_of(record))
    yield from record.not_stated


def _question(record: Question) -> Iterator[str]:
    yield from (record.subject, record.introduction)
    for item in record.sub_questions:
        yield item.text
        yield from (text for part in item.parts for text in (part.asked, part.answer))
    yield from (claim.text for claim in record.claims)


def _names(corpus: Corpus, values: Iterable[object]) -> Iterator[str]:
    for value in values:
        for ref in value if isinstance(value, tuple) else ():
            if isinstance(ref, Ref):
                yield corpus.term(ref).name if ref.kind in corpus.vocabularies else corpus.get(ref).title


__all__ = ["KINDS", "Entry", "entries"]
