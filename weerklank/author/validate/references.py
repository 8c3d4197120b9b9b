"""Whether every reference leads somewhere, and to something that the public may see.

In: typed records and the names of broken ones. Out: findings. A reference to a record that is broken is no
second problem.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from weerklank.addresses import is_taken
from weerklank.author.load import FieldPath
from weerklank.author.near import choose_from, did_you_mean
from weerklank.author.validate.causes import check_causes
from weerklank.author.validate.named import Named, named
from weerklank.author.validate.places import Checked, key_span, within, written
from weerklank.findings import Finding, Related, finding
from weerklank.kinds import KINDS, LIST, ORGANISATION, shown_by
from weerklank.markup import record_links, refused_links, shown_in
from weerklank.messages import Elsewhere, Hint
from weerklank.model import VOCABULARIES, Adjustment, Question, Record, Ref, Source, Vocabulary
from weerklank.model.illustrated import Illustrated
from weerklank.model.usual import USUAL
from weerklank.model.values import DEFAULT_SOURCE
from weerklank.text import Span, whole_file


@dataclass(frozen=True)
class Known:
    """Everything that can be referred to: `records` and `terms` by reference, `broken` by kind and id.

    `lost` are the kinds whose controlled list is broken or cannot be read; `named`: what all of it is called.
    """

    records: Mapping[Ref, Checked]
    terms: frozenset[Ref]
    broken: frozenset[tuple[str, str]]
    lost: frozenset[str]
    named: Named

    def ids(self, kind: str) -> tuple[str, ...]:
        """All ids of one kind, in order."""
        found = {ref.id for ref in (*self.records, *self.terms) if ref.kind == kind}
        return tuple(sorted(found | {name for kind_, name in self.broken if kind_ == kind}))

    def has(self, ref: Ref) -> bool:
        """Whether a reference leads to something, broken or not."""
        return ref in self.records or ref in self.terms or ref.kind in self.lost or (ref.kind, ref.id) in self.broken


def known(checked: tuple[Checked, ...], broken: frozenset[tuple[str, str]]) -> Known:
    """Collect what can be referred to."""
    records: dict[Ref, Checked] = {}
    terms: set[Ref] = set()
    for item in checked:
        if isinstance(item.model, Vocabulary):
            terms |= {Ref(VOCABULARIES[item.raw.id], term.id) for term in item.model.terms}
        elif item.raw.kind != ORGANISATION:
            records[Ref(item.raw.kind, item.raw.id)] = item
    lost = frozenset(VOCABULARIES[name] for kind, name in broken if kind == LIST and name in VOCABULARIES)
    begun = {VOCABULARIES[item.raw.id] for item in checked if isinstance(item.model, Vocabulary)} | lost
    terms |= {Ref(kind, name) for kind, words in USUAL.items() if kind not in begun for name, _ in words}
    return Known(records, frozenset(terms), broken, lost, named(item.raw for item in checked))


def check_references(checked: tuple[Checked, ...], known: Known, *, on: date) -> tuple[Finding, ...]:
    """Check each reference of each record; `on` is the day that decides what is public."""
    findings: list[Finding] = []
    lists = {VOCABULARIES[item.raw.id]: item.model for item in checked if isinstance(item.model, Vocabulary)}
    themes = lists.get("klachtthema")
    for item in checked:
        for path, ref in _references(item):
            findings += _check(item, path, ref, item.span(path), known=known, on=on)
        for path, ref in _links(item):
            place = within(item.raw, path, f"{ref.kind}:{ref.id}")
            findings += _check(item, path, ref, place, known=known, on=on)
        findings += _refused(item)
        if isinstance(item.model, Adjustment):
            findings += check_causes(item, item.model, known.records, themes)
        if isinstance(item.model, Record):
            findings += _check_addresses(item, item.model, known)
        if isinstance(item.model, Question):
            findings += _check_title(item, item.model, known)
    return (*findings, *_cycles(checked))


def _references(item: Checked) -> Iterator[tuple[FieldPath, Ref]]:
    for path, value in item.pieces:
        if isinstance(value, Ref) and not _is_usual(item, path):
            yield path, value
    if isinstance(item.model, Question) and item.model.annex:
        for number, part in enumerate(item.model.annex.parts):
            kind = shown_by(part.kind)
            for index, name in enumerate(part.selection.ids):
                if kind is not None:
                    yield ("bijlage", "onderdelen", number, "selectie", "ids", index), Ref(kind.name, name)


def _links(item: Checked) -> Iterator[tuple[FieldPath, Ref]]:
    """Where the texts of a record lead to other records: a text may name its own, which is a link within a page."""
    own = Ref(item.raw.kind, item.raw.id)
    for path, value in item.pieces:
        if isinstance(value, str):
            yield from ((path, ref) for ref in record_links(value) if ref != own and ref.kind in KINDS)


def _refused(item: Checked) -> Iterator[Finding]:
    """Links and pictures in texts that no page takes over."""
    shows = isinstance(item.model, Illustrated)
    for path, value in item.pieces:
        story = shows and path == ("tekst",)
        shown = {f"!{found.file}" for found in shown_in(str(value))} if story else set()
        for target in refused_links(value) if isinstance(value, str) else ():
            if target in shown:
                continue
            address = target.removeprefix("!")
            hint = Hint(("alone" if story else "picture") if target != address else "whole_address")
            yield finding("V022", span=within(item.raw, path, address), field=path, hint=hint, adres=address)


def _is_usual(item: Checked, path: FieldPath) -> bool:
    """Whether this is the source of a citation that names none: the default of the record, which is checked itself."""
    return len(path) > 1 and path[-1] == DEFAULT_SOURCE and written(item.raw, path)[-1] != DEFAULT_SOURCE


def _check(item: Checked, path: FieldPath, ref: Ref, place: Span, *, known: Known, on: date) -> Iterator[Finding]:
    if not known.has(ref):
        yield finding("V001", span=place, field=path, hint=_hint(ref, known), soort=ref.kind, id=ref.id)
    elif (ref.kind, ref.id) == (item.raw.kind, item.raw.id):
        # A part of itself has a finding of its own.
        if path != ("onderdeel_van",):
            yield item.say("V006", path)
    elif _is_public(item, on) and ref in known.records and not _is_public(known.records[ref], on):
        status = key_span(known.records[ref].raw, ("publicatie",))
        related = (Related(status, Elsewhere.AUDIENCE),)
        yield finding("V002", span=place, field=path, related=related, soort=ref.kind, id=ref.id)


def _hint(ref: Ref, known: Known) -> Hint | None:
    ids = known.ids(ref.kind)
    elsewhere = sorted({other.kind for other in (*known.records, *known.terms) if other.id == ref.id})
    if called := known.named.called(ref.kind, ref.id):
        return did_you_mean(called, (called,))
    if near := did_you_mean(ref.id, ids, count=3):
        return near
    if elsewhere:
        return Hint("other_kind", {"id": ref.id, "soort": " en als ".join(elsewhere)})
    return choose_from(ref.id, ids) or (None if ids else Hint("none_yet", {"soort": ref.kind}))


def _is_public(item: Checked, on: date) -> bool:
    return not isinstance(item.model, Record) or item.model.publication.is_public(on)


def _check_addresses(item: Checked, record: Record, known: Known) -> Iterator[Finding]:
    """An old address may not be the address of another record, nor an old address of two records.

    Neither that nor its own address may be one that the site has already.
    """
    if is_taken(record.ref):
        yield finding("V021", span=whole_file(item.raw.source.file), id=record.id)
    for index, name in enumerate(record.former_ids):
        path: FieldPath = ("vroegere_ids", index)
        others = [
            other
            for ref, other in known.records.items()
            if ref.kind == item.raw.kind and other is not item and name in (ref.id, *_former(other))
        ]
        if others or name == record.id:
            other = others[0] if others else item
            related = (Related(key_span(other.raw, ("vroegere_ids",)), Elsewhere.OTHER_RECORD),) if others else ()
            yield item.say("V007", path, related=related, id=name)
        elif is_taken(Ref(item.raw.kind, name)):
            yield item.say("V021", path, id=name)


def _former(item: Checked) -> tuple[str, ...]:
    return item.model.former_ids if isinstance(item.model, Record) else ()


def _check_title(item: Checked, question: Question, known: Known) -> Iterator[Finding]:
    """An annex has a title of its own."""
    if question.annex is None:
        return
    path, title = ("bijlage", "titel"), _bare(question.annex.title)
    for other in known.records.values():
        if isinstance(other.model, Source) and title in (_bare(other.model.title), _bare(other.model.short)):
            related = (Related(other.span(("titel",)), Elsewhere.OTHER_RECORD),)
            yield item.say("V009", path, related=related, id=other.raw.id)


def _bare(title: str) -> str:
    return " ".join(title.split()).strip(" .").casefold()


def _cycles(checked: tuple[Checked, ...]) -> Iterator[Finding]:
    """Each ring of adjustments that are parts of each other, reported once: at the first in alphabetical order."""
    items = {item.raw.id: item for item in checked if isinstance(item.model, Adjustment)}
    wholes = {name: item.model.part_of for name, item in items.items() if isinstance(item.model, Adjustment)}
    for name, item in items.items():
        seen: list[str] = []
        current: Ref | None = wholes[name]
        while current is not None and current.id in items and current.id not in seen:
            seen.append(current.id)
            current = wholes[current.id]
        if name in seen and name == min(seen):
            path: FieldPath = ("onderdeel_van",)
            steps = [step for step in seen[: seen.index(name)] if step != name]
            related = tuple(Related(items[step].span(path), Elsewhere.ONWARD) for step in steps)
            yield item.say("V003", path, related=related)
