"""What authors still have to look at in records: what contradicts, what is not filled in, who compared which words.

In: records as their authors wrote them, and what `check` found. Out: frozen rows for authors; no public page has them.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from weerklank.author.unfilled import is_asked, left_out
from weerklank.corpus import Corpus
from weerklank.document.parts import quote
from weerklank.facts.comparing import told_apart
from weerklank.findings import Finding, Severity, message
from weerklank.markup import bare
from weerklank.model import Citation, Part, Record, Ref, Result, Tension
from weerklank.model.fields import at, field_of, fields_of, walk
from weerklank.wording import capital, date_words

Path = tuple[str | int, ...]
_STALE = "V018"


@dataclass(frozen=True)
class AtField:
    """Something about a record: which record, which field, and what."""

    record: str
    field: str
    text: str


@dataclass(frozen=True)
class OneReading:
    """One thing that a source says: its literal words, the source with the place in it, and what belongs to it."""

    words: str
    place: str
    note: str


@dataclass(frozen=True)
class Tensed:
    """Where sources say two things: each reading in full. `note`: what a reader must know, in the author's words."""

    record: str
    subject: str
    readings: tuple[OneReading, ...]
    note: str


@dataclass(frozen=True)
class Reviewed:
    """A citation that somebody compared with its value: the words, who and when, and the verdict.

    `stale`: the value or the source is no longer what was compared, or nothing shows that it still is.
    """

    at: AtField
    by: str
    verdict: str
    stale: bool


def warnings(own: tuple[Record, ...], found: tuple[Finding, ...], files: Mapping[str, Ref]) -> Iterator[AtField]:
    """What `check` warns of in these records, with the field that it is about. `files`: the record of each file."""
    for record, item in _found(own, found, files):
        if item.severity is not Severity.NOTE:
            yield AtField(named(record), field_words(record, item.field), f"{capital(message(item))}.")


def tensed(corpus: Corpus, own: tuple[Record, ...]) -> Iterator[Tensed]:
    """Where sources say two things, as the author wrote it down."""
    for record in own:
        tensions: tuple[Tension, ...] = getattr(record, "tensions", ())
        for tension in tensions:
            readings = (quote(corpus, reading.citation) for reading in tension.readings)
            yield Tensed(
                named(record),
                bare(tension.subject),
                tuple(
                    OneReading(found.text, found.place, bare(reading.note))
                    for found, reading in zip(readings, tension.readings, strict=True)
                ),
                bare(tension.note),
            )


def unfilled(corpus: Corpus, own: tuple[Record, ...]) -> Iterator[AtField]:
    """Fields that can be stated or said to be absent, and that the author left out: nobody knows yet which it is.

    Pieces of one list that lack the same stand together.
    """
    for record in filter(partial(is_asked, corpus), own):
        found: dict[tuple[Path, str], list[Path]] = {}
        sizes: Counter[Path] = Counter()
        for path, part in walk(record):
            if isinstance(part, Part):
                sizes[_list_of(path)] += 1
                if left := ", ".join(field.label for field in left_out(part, record)):
                    found.setdefault((_list_of(path), left), []).append(path)
        for (place, left), paths in found.items():
            yield AtField(named(record), _together(record, paths, sizes[place]), f"{left}.")


def _list_of(path: Path) -> Path:
    """The list that a piece of a record stands in: its path without the numbers."""
    return tuple(step for step in path if isinstance(step, str))


def _together(record: Record, paths: list[Path], size: int) -> str:
    """Pieces of one list in words: one by its name, all by how many they are."""
    if len(paths) == size > 1:
        return f"{field_words(record, _list_of(paths[0]))}, alle {size}"
    return "; ".join(field_words(record, path) for path in paths)


def reviewed(
    corpus: Corpus, own: tuple[Record, ...], found: tuple[Finding, ...], files: Mapping[str, Ref]
) -> tuple[int, tuple[Reviewed, ...]]:
    """How many citations these records have, and those that somebody compared; first those to look at again."""
    stale = {(record.ref, item.field) for record, item in _found(own, found, files) if item.code == _STALE}
    count, rows = 0, []
    for record in own:
        for path, part in walk(record):
            if not isinstance(part, Citation):
                continue
            count += 1
            if part.review is not None:
                key = field_of(part, "review").key
                rows.append(
                    Reviewed(
                        AtField(named(record), field_words(record, path), quote(corpus, part).text),
                        f"{part.review.by}, {date_words(part.review.on)}",
                        part.review.verdict,
                        (record.ref, (*path, key)) in stale,
                    )
                )
    return count, tuple(sorted(rows, key=lambda row: (not row.stale, row.verdict == "ja")))


def named(record: Record) -> str:
    """A record by its kind and its title: "Initiatief: Overleg"."""
    return f"{capital(record.KIND.name)}: {record.title}"


def field_words(record: Record, path: Path) -> str:
    """A path of an author in the labels of its fields: "Deelvragen 2, Delen 3, Dekking".

    A result is called by what it is about, of whom and of when: "Resultaat “Zitbanken, bewoners, 2025”, Groep".
    """
    words: list[str] = []
    for place, step in enumerate(path):
        if isinstance(step, int):
            part = _at(record, path[: place + 1])
            name = f"Resultaat “{told_apart(part)}”" if isinstance(part, Result) else ""
            words[-1:] = [name or (f"{words[-1]} {step + 1}" if words else str(step + 1))]
        else:
            field = at(type(record), path[: place + 1])
            words.append(field.label if field else step)
    return ", ".join(words) or "Het hele record"


def _at(value: object, path: Path) -> object:
    """What stands at a path of an author; None where nothing does."""
    for step in path:
        match value:
            case Part():
                value = next((field.value(value) for field in fields_of(value) if field.key == step), None)
            case tuple() if isinstance(step, int) and step < len(value):
                value = value[step]
            case _:
                return None
    return value


def _found(
    own: tuple[Record, ...], found: tuple[Finding, ...], files: Mapping[str, Ref]
) -> Iterator[tuple[Record, Finding]]:
    """What was found in these records."""
    records = {record.ref: record for record in own}
    for item in found:
        record = records.get(files[item.span.file]) if item.span and item.span.file in files else None
        if record is not None:
            yield record, item
