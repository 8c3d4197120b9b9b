"""All records together, frozen: the only door to what the public may see.

In: validated records from `validate`. Out: `Corpus` and its public part. It reads nothing and decides no wording.
Publication status is applied here and nowhere else, so that nothing downstream can leak what is not public.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, wraps
from typing import Concatenate, ParamSpec, TypeVar

from weerklank.author.quotations import StoredText
from weerklank.index import Index, index_of
from weerklank.kinds import KINDS, OF_RECORDS, shown_by
from weerklank.markup import unlinked
from weerklank.model import (
    VOCABULARIES,
    Adjustment,
    AnnexPart,
    Cause,
    Citation,
    ComplaintsYear,
    Decision,
    Initiative,
    Measurement,
    Organisation,
    Page,
    Part,
    Promise,
    Question,
    Record,
    Ref,
    Source,
    Term,
    Vocabulary,
)
from weerklank.model.fields import fields_of
from weerklank.model.illustrated import Illustrated
from weerklank.model.usual import usual_list
from weerklank.pictures import Photograph
from weerklank.wording import collate

T = TypeVar("T")
R = TypeVar("R", bound=Record)
P = ParamSpec("P")


@dataclass(frozen=True)
class Withdrawn:
    """A frozen annex that was taken back: the name of the version, the day (`2026-11-28`), and why."""

    version: str
    on: str
    reason: str


@dataclass(frozen=True)
class Corpus:
    """Every record, sorted by id. `texts`: stored text per source id; `frozen`: frozen annex files per question id;
    `withdrawn`: per question id the versions that were taken back, newest first, of which no file is published;
    `pictures`: those beside records, by their path in content/.

    `overdue`: the ids of the promises that are late on the day that the public part is made for. It is all that a page
    knows of that day, so that a page changes when a promise becomes late and on no other day.

    `vocabularies` and `by_kind` are keyed by the kind that references carry ("beleidsveld", "initiatief"). Records of
    one class are those of `every`; those asked for most have a name of their own.
    """

    organisation: Organisation
    vocabularies: Mapping[str, Vocabulary]
    by_kind: Mapping[str, tuple[Record, ...]] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    frozen: Mapping[str, Mapping[str, bytes]] = field(default_factory=dict)
    withdrawn: Mapping[str, tuple[Withdrawn, ...]] = field(default_factory=dict)
    overdue: frozenset[str] = frozenset()
    pictures: Mapping[str, Photograph] = field(default_factory=dict)

    def every(self, model: type[R]) -> tuple[R, ...]:
        """The records of this class."""
        return self.by_kind.get(model.KIND.name, ())  # type: ignore[return-value]

    @property
    def sources(self) -> tuple[Source, ...]:
        """The documents that facts come from."""
        return self.every(Source)

    @property
    def initiatives(self) -> tuple[Initiative, ...]:
        """The engagement initiatives."""
        return self.every(Initiative)

    @property
    def adjustments(self) -> tuple[Adjustment, ...]:
        """The service adjustments, points and parts alike."""
        return self.every(Adjustment)

    @property
    def measurements(self) -> tuple[Measurement, ...]:
        """The measurements."""
        return self.every(Measurement)

    @property
    def complaints(self) -> tuple[ComplaintsYear, ...]:
        """The years of complaints."""
        return self.every(ComplaintsYear)

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """The decisions."""
        return self.every(Decision)

    @property
    def questions(self) -> tuple[Question, ...]:
        """The written questions."""
        return self.every(Question)

    @property
    def pages(self) -> tuple[Page, ...]:
        """The prose pages."""
        return self.every(Page)

    def records(self) -> tuple[Record, ...]:
        """Every record of every kind, in the order of the kinds."""
        return tuple(record for kind in OF_RECORDS for record in self.by_kind.get(kind.name, ()))

    def only(self, refs: Collection[Ref]) -> "Corpus":
        """The same with only these of the records; controlled lists and stored texts stay."""
        return replace(self, by_kind=collect(self._by_ref[ref] for ref in set(refs) if ref in self._by_ref))

    def having(self, model: type[Record], records: Iterable[Record]) -> "Corpus":
        """The same with these records of a class, and no others of it."""
        return replace(self, by_kind={**self.by_kind, model.KIND.name: tuple(records)})

    @cached_property
    def _by_ref(self) -> Mapping[Ref, Record]:
        return {record.ref: record for record in self.records()}

    def refs(self) -> frozenset[Ref]:
        """The references of all records."""
        return frozenset(self._by_ref)

    def get(self, ref: Ref) -> Record:
        """The record that a reference names. Raises KeyError when there is none (`validate` refused that before)."""
        return self._by_ref[ref]

    def has(self, ref: Ref) -> bool:
        """Whether the reference names a record or a term of this corpus."""
        return ref in self._by_ref or ref in self._words

    def initiative(self, name: str) -> Initiative:
        """The initiative with this id."""
        found = self._by_ref[Ref("initiatief", name)]
        assert isinstance(found, Initiative)
        return found

    def adjustment(self, name: str) -> Adjustment:
        """The adjustment with this id."""
        found = self._by_ref[Ref("bijsturing", name)]
        assert isinstance(found, Adjustment)
        return found

    def source(self, name: str) -> Source:
        """The source with this id."""
        found = self._by_ref[Ref("bron", name)]
        assert isinstance(found, Source)
        return found

    def term(self, ref: Ref) -> Term:
        """The term of a controlled list that a reference names. Raises KeyError when there is none."""
        return self._words[ref]

    def words(self, kind: str) -> tuple[Term, ...]:
        """The words of a controlled list, in the order that it says they stand in."""
        found = self.vocabularies[kind]
        by_name = found.order == "alfabet"
        return tuple(sorted(found.terms, key=lambda term: collate(term.name))) if by_name else found.terms

    @cached_property
    def _words(self) -> Mapping[Ref, Term]:
        return {Ref(kind, term.id): term for kind, words in self.vocabularies.items() for term in words.terms}

    @cached_property
    def figures(self) -> dict[object, object]:
        """What `once` has worked out of these records."""
        return {}

    @cached_property
    def stored(self) -> Mapping[str, StoredText]:
        """The stored text per source id, in which quotations are found."""
        division = {source.id: source.division for source in self.sources}
        return {name: StoredText(text, division.get(name, ())) for name, text in self.texts.items()}

    @cached_property
    def index(self) -> Index:
        """What the records know of each other, worked out once."""
        return index_of(self._by_ref, self.vocabularies, self.stored, self.overdue)

    @property
    def parts(self) -> Mapping[str, tuple[Adjustment, ...]]:
        """The parts of each adjustment that has parts, by title."""
        return self.index.parts

    @cached_property
    def leaves(self) -> tuple[Adjustment, ...]:
        """The adjustments without parts: what is counted as one thing done."""
        return tuple(adjustment for adjustment in self.adjustments if adjustment.id not in self.parts)

    @cached_property
    def tops(self) -> tuple[Adjustment, ...]:
        """The adjustments that are not part of another: what the source counts as one point."""
        return tuple(adjustment for adjustment in self.adjustments if adjustment.part_of is None)

    def adjustments_of(self, initiative: str) -> tuple[Adjustment, ...]:
        """All adjustments, parts and parents alike, that name this initiative as a cause."""
        return self.index.adjustments.get(initiative, ())

    def measurements_of(self, initiative: str) -> tuple[Measurement, ...]:
        """The measurements that belong to this initiative."""
        return self.index.measurements.get(initiative, ())

    @property
    def logo(self) -> Photograph | None:
        """The logo of the agency, which lies beside its file."""
        logo = self.organisation.face.logo
        return self.pictures.get(logo.file) if logo else None

    def picture(self, record: Record, file: str) -> Photograph | None:
        """The picture that a record names, or None when there is none (`validate` said so before)."""
        return self.pictures.get(picture_path(record, file))

    def is_open(self, kind: str) -> bool:
        """Whether the source calls its list of this kind non-exhaustive."""
        return any(item.kind == kind for item in self.organisation.open_lists)


def picture_path(record: Record, file: str) -> str:
    """Where a picture of a record lies in content/: beside it."""
    return f"{record.KIND.folder}/{file}"


def pictures_of(record: Record) -> tuple[str, ...]:
    """Where the pictures of a record lie, each once."""
    named = record.illustrations if isinstance(record, Illustrated) else ()
    return tuple(dict.fromkeys(picture_path(record, item.file) for item in named))


def once(figure: Callable[Concatenate[Corpus, P], T]) -> Callable[Concatenate[Corpus, P], T]:
    """Work out a figure over all records the first time it is asked of a corpus, and keep it with that corpus.

    What else it is asked with must be hashable; each answer is kept.
    """

    @wraps(figure)
    def kept(corpus: Corpus, /, *args: P.args, **kwargs: P.kwargs) -> T:
        asked = (figure, args, tuple(kwargs.items()))
        if asked not in corpus.figures:
            corpus.figures[asked] = figure(corpus, *args, **kwargs)
        return corpus.figures[asked]  # type: ignore[return-value]

    return kept


def collect(records: Iterable[Record]) -> dict[str, tuple[Record, ...]]:
    """Group records by their kind, each sorted by id."""
    found: dict[str, list[Record]] = {kind.name: [] for kind in OF_RECORDS}
    for record in records:
        found[record.KIND.name].append(record)
    return {name: tuple(sorted(items, key=lambda item: item.id)) for name, items in found.items()}


def public(corpus: Corpus, *, on: date) -> Corpus:
    """The part of the corpus that the public may see on this day, without any trace of the rest.

    A reference to a hidden record disappears with the smallest piece that needs it: an optional reference becomes
    empty, an item of a list goes, and so does what cannot do without it: a claim with no source left, a tension with
    one reading left, a measurement without its initiative. A record stays when a list of it becomes empty:
    what was done is still done when it is not told where it came from. Every controlled list is there, if need be
    without words, so that nothing downstream has to ask. How far an answer goes is there only where the agency shows
    that.
    """
    hidden: set[Ref] = set()
    current = corpus
    while True:
        gone = {record.ref for record in current.records() if not record.publication.is_public(on)}
        pruned = _without(current, hidden | gone, on)
        lost = current.refs() - pruned.refs()
        if not lost:
            late = frozenset(item.id for item in pruned.every(Promise) if item.is_late(on))
            return replace(pruned.having(Question, tuple(map(_unjudged, pruned.questions))), overdue=late)
        hidden |= lost
        current = pruned


def _without(corpus: Corpus, hidden: set[Ref], on: date) -> Corpus:
    kept = (_prune(record, hidden) for record in corpus.records() if record.ref not in hidden)
    seen = replace(corpus, by_kind=collect(_embargo(record, on) for record in kept if isinstance(record, Record)))
    organisation = _prune(corpus.organisation, hidden)
    vocabularies = {kind: _prune(item, hidden) for kind, item in corpus.vocabularies.items()}
    sources = {record.id for record in seen.sources}
    questions = {record.id for record in seen.questions if record.annex is not None}
    shown = {name for record in seen.records() for name in pictures_of(record)}
    shown |= {corpus.organisation.face.logo.file} if corpus.organisation.face.logo else set()
    return replace(
        seen,
        organisation=organisation if isinstance(organisation, Organisation) else corpus.organisation,
        vocabularies={
            kind: item if isinstance(item := vocabularies.get(kind), Vocabulary) else usual_list(KINDS[kind])
            for kind in VOCABULARIES.values()
        },
        texts={name: text for name, text in corpus.texts.items() if name in sources},
        frozen={name: files for name, files in corpus.frozen.items() if name in questions},
        pictures={name: corpus.pictures[name] for name in sorted(shown) if name in corpus.pictures},
    )


def _embargo(record: Record, on: date) -> Record:
    """Leave out an annex that is not public yet; the question itself has its own publication."""
    if (
        isinstance(record, Question)
        and record.annex
        and record.annex.public_from
        and record.annex.public_from.first_day > on
    ):
        return record.model_copy(update={"annex": None})
    return record


def _unjudged(question: Question) -> Question:
    """Leave out how far the answer goes and who judged that, unless the agency shows it, and always what is to do."""
    shown = question.coverage_is_public
    left = {"supply": None} if shown else {"supply": None, "coverage": None, "reason": ""}
    subs = tuple(
        sub.model_copy(update={"parts": tuple(part.model_copy(update=left) for part in sub.parts)})
        for sub in question.sub_questions
    )
    private: dict[str, object] = {"passed_on": None, "to_cabinet_on": None}
    return question.model_copy(update={**private, "sub_questions": subs, "readers": question.readers if shown else ()})


class _Gone:
    """Marks a piece that cannot stand without a hidden record."""


_GONE = _Gone()


def _prune(value: object, hidden: set[Ref]) -> object:
    """The value without references to hidden records; the same object when it has none."""
    if isinstance(value, Ref):
        return _GONE if value in hidden else value
    if isinstance(value, str):
        return unlinked(value, hidden)
    if isinstance(value, tuple):
        items = [_prune(item, hidden) for item in value]
        same = all(new is old for new, old in zip(items, value, strict=True))
        return value if same else tuple(item for item in items if item is not _GONE)
    if isinstance(value, dict):
        named = {key: _prune(item, hidden) for key, item in value.items()}
        same = all(new is value[key] for key, new in named.items())
        return value if same else {key: item for key, item in named.items() if item is not _GONE}
    return _prune_part(value, hidden) if isinstance(value, Part) else value


def _prune_part(part: Part, hidden: set[Ref]) -> object:
    changed: dict[str, object] = {}
    for own in fields_of(part):
        old = own.value(part)
        new = _prune(old, hidden)
        if new is _GONE and own.required:
            return _GONE
        if new is not old and isinstance(new, tuple) and len(new) < own.least and not isinstance(part, Record):
            return _GONE
        if new is not old:
            changed[own.attribute] = own.default if new is _GONE else new
    if isinstance(part, Citation) and part.review is not None:
        changed["review"] = None
    if isinstance(part, AnnexPart) and (seen := _seen_ids(part, hidden)) != part.selection.ids:
        changed["selection"] = part.selection.model_copy(update={"ids": seen})
    pruned = part.model_copy(update=changed) if changed else part
    return _GONE if _is_hollow(part, pruned) else pruned


def _seen_ids(part: AnnexPart, hidden: set[Ref]) -> tuple[str, ...]:
    kind = shown_by(part.kind)
    return tuple(name for name in part.selection.ids if kind is None or Ref(kind.name, name) not in hidden)


def _is_hollow(before: Part, after: Part) -> bool:
    """Whether a part has lost what it is about: of an annex, an empty selection would take all; of a cause, whence."""
    if isinstance(before, Cause) and isinstance(after, Cause):
        return before.origin is not None and after.origin is None
    if isinstance(before, AnnexPart) and isinstance(after, AnnexPart):
        return (before.measurement, bool(before.selection.ids)) != (after.measurement, bool(after.selection.ids))
    return False
