"""What every record page ends with: story, gaps, tensions, where it is used, sources, corrections.

In: the public corpus and a record. Out: `Ending`, printed by `partials/record.html`.
"""

from dataclasses import dataclass

from markupsafe import Markup

from weerklank.corpus import Corpus
from weerklank.document.parts import Change, Link, Quote, Versus, record_link, source_list, versus
from weerklank.markup import block, inline
from weerklank.model import Citation, Record, Ref, Tension, walk
from weerklank.wording import date_words


@dataclass(frozen=True)
class Ending:
    """`story`: prose of the author; `gaps`: what the source does not say; `tensions`: where it says two things.

    `questions`: parts of parliamentary questions that rest on the record; `sources`: the numbered quotations;
    `changes`: the public correction history, newest first. Each may be empty.
    """

    story: Markup
    gaps: tuple[Markup, ...]
    tensions: tuple[Versus, ...]
    questions: tuple[Link, ...]
    sources: tuple[Quote, ...]
    changes: tuple[Change, ...]


def all_citations(record: object) -> tuple[Citation, ...]:
    """Every citation anywhere in a record, in order."""
    return tuple(value for _, value in walk(record) if isinstance(value, Citation))


def changes_of(record: Record) -> tuple[Change, ...]:
    """The public correction history of one record, newest first."""
    notes = sorted(record.changes, key=lambda note: note.date, reverse=True)
    return tuple(Change(date_words(note.date), note.date.iso, inline(note.text)) for note in notes)


def asked_in(corpus: Corpus, ref: Ref) -> tuple[Link, ...]:
    """The questions whose parts rest on this record."""
    found = ((Ref("vraag", part.question), f"{part.number}{part.letter}") for part in corpus.index.resting.get(ref, ()))
    return tuple(
        record_link(corpus, question, text=f"{corpus.get(question).title}, deelvraag {place}")
        for question, place in found
    )


def ending(
    corpus: Corpus, record: Record, *, gaps: tuple[Markup, ...] = (), tensions: tuple[Tension, ...] = ()
) -> Ending:
    """The ending of the page of one record."""
    return Ending(
        block(record.body, prefix="verhaal"),
        gaps,
        versus(corpus, tensions),
        asked_in(corpus, record.ref),
        source_list(corpus, all_citations(record)),
        changes_of(record),
    )
