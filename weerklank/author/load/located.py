"""What loading gives: plain data in which every piece knows its place.

In: nothing. Out: the frozen types that `load` fills and `validate` reads. Nothing here reads a file.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

from weerklank.findings import Finding
from weerklank.pictures import Photograph
from weerklank.text import SourceText, Span

FieldPath: TypeAlias = tuple[str | int, ...]
Plain: TypeAlias = "str | list[Plain] | dict[str, Plain] | None"
"""Data as written: every scalar is the text that the author typed, None only where a plain scalar is empty."""


@dataclass(frozen=True)
class Spans:
    """Where a piece of data stands. `key` is None for the record itself, for list items and for the body of a page."""

    key: Span | None
    value: Span


@dataclass(frozen=True)
class RawRecord:
    """One record before it is typed.

    `kind` is the singular Dutch word of its folder ("lijst" in lijsten/, "organisatie" for the organisation itself),
    `id` the file name without its ending. Nobody may change `data`. `marks` has an entry for each value
    in `data`, under its path of keys and positions; the path () is the record itself.
    """

    kind: str
    id: str
    source: SourceText
    data: dict[str, Plain]
    marks: Mapping[FieldPath, Spans]


@dataclass(frozen=True)
class SourceDocument:
    """The stored text of a source: `bronnen/<id>.txt`."""

    id: str
    source: SourceText


@dataclass(frozen=True)
class FrozenFile:
    """A file of a frozen annex as it was stored: `path` is relative to `vragen/<question>/`, in posix form."""

    question: str
    path: str
    content: bytes


@dataclass(frozen=True)
class Loaded:
    """Everything in content/, in order of folder and id.

    `sources` are the texts of all files that findings may point into. `broken` are the (kind, id) of records that are
    there and cannot be read: a reference to one of them is not a second problem. `anchor`: what is known of the frozen
    annexes outside their folders. `pictures`: by their path in content/, None for one that cannot be
    shown, which is said.
    """

    records: tuple[RawRecord, ...]
    texts: tuple[SourceDocument, ...]
    sources: tuple[SourceText, ...]
    frozen: tuple[FrozenFile, ...]
    broken: frozenset[tuple[str, str]]
    findings: tuple[Finding, ...]
    anchor: RawRecord | None = None
    pictures: Mapping[str, Photograph | None] = field(default_factory=dict)

    @cached_property
    def annexes(self) -> Mapping[str, Mapping[str, bytes]]:
        """The files of frozen annexes by question, then by path."""
        questions: dict[str, dict[str, bytes]] = {}
        for file in self.frozen:
            questions.setdefault(file.question, {})[file.path] = file.content
        return questions
