"""Facets: how lists can be narrowed, with counts, zeros included; and those of initiatives and adjustments.

In: the public corpus. Out: `Facet` values; each value knows the ids of its records.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from weerklank import addresses
from weerklank.corpus import Corpus, once
from weerklank.facts.loop import current_status, known_status, leaves_from, loops
from weerklank.facts.tables import listed_adjustments
from weerklank.facts.ties import ties_of
from weerklank.kinds import KINDS
from weerklank.model import NOW, Absence, Adjustment, Initiative, Period, Record, Ref, said_absent
from weerklank.model.part import words_of
from weerklank.model.records import InitiativeStatus, Strength
from weerklank.order import newest_first
from weerklank.states import ABSENCES, COURSES, FOLLOWS, LEFT_OUT, NOT_STATED, UNFILLED
from weerklank.wording import capital

ALL = "verschillende-of-alle"
UNKNOWN = "niet-vermeld"
_UNFILLED = "niet-ingevuld"
SILENCES: Mapping[str, str] = {
    **{state.key.replace("_", "-"): state.word for state in (NOT_STATED, *ABSENCES)},
    _UNFILLED: UNFILLED,
}
"""The last values of a facet: each way not to be there under its own name. Only the first is there without records."""


@dataclass(frozen=True)
class FacetValue:
    """One value of a facet: `id` names its page, `ids` the records it keeps, sorted as the list is.

    `path`: its ready-made list, or nowhere ("") when it keeps no record, or all of them: that list would tell nothing.
    `own`: the record that the value is; then it leads to the page of that one, which tells the same.
    """

    id: str
    label: str
    ids: tuple[str, ...]
    path: str
    own: Ref | None = None


@dataclass(frozen=True)
class Facet:
    """A dimension to narrow by. `note` says what a reader must know about it."""

    dimension: str
    label: str
    values: tuple[FacetValue, ...]
    note: str = ""


R = TypeVar("R", bound=Record)


def facet_of(
    dimension: str,
    label: str,
    names: Mapping[str, str],
    records: tuple[R, ...],
    *,
    keys: Callable[[R], Iterable[str]],
    note: str = "",
    stated: bool = False,
) -> Facet:
    """A dimension with these values, by id. `keys`: the ids of the values of a record, each once.

    `stated`: a record may have none of them. How that is then said is a value, too: "gepland", which may be one of
    `names`, keeps its place among these.
    """
    names, own = {**names, **SILENCES} if stated else names, {*names, UNKNOWN}
    found: dict[str, list[str]] = {key: [] for key in names}
    for record in records:
        for key in keys(record):
            found[key].append(record.id)
    values = (
        FacetValue(
            key,
            name,
            tuple(ids),
            addresses.facet(records[0].KIND.name, dimension, key) if 0 < len(ids) < len(records) else "",
        )
        for key, name in names.items()
        if (ids := found[key]) or key in own
    )
    return Facet(dimension, label, tuple(values), note)


def keys_by_record(facets: Iterable[Facet]) -> Mapping[str, tuple[str, ...]]:
    """The values of each record by its id, as "niveau:intern", in the order of the facets."""
    found: dict[str, list[str]] = {}
    for facet in facets:
        for value in facet.values:
            for name in value.ids:
                found.setdefault(name, []).append(f"{facet.dimension}:{value.id}")
    return {name: tuple(keys) for name, keys in found.items()}


def slug(key: str) -> str:
    """A key of content as a word in an address."""
    return key.replace("_", "-").replace(" ", "-").replace(",", "")


def _field_keys(corpus: Corpus, item: Initiative | Adjustment) -> tuple[str, ...]:
    """The policy fields of a record; one that is about all of them is in each, too."""
    if item.policy_fields == "alle":
        return (*(term.id for term in corpus.vocabularies["beleidsveld"].terms), ALL)
    return _term_keys(item.policy_fields)


def _term_keys(value: object) -> tuple[str, ...]:
    if isinstance(value, tuple):
        return tuple(dict.fromkeys(ref.id for ref in value if isinstance(ref, Ref)))
    return (silence(value),)


def silence(value: object) -> str:
    """Under which value a record stands that names none: how it is not there, or that its author wrote nothing yet."""
    return slug(value.key) if said_absent(value) else _UNFILLED


def names_of(corpus: Corpus, kind: str) -> dict[str, str]:
    """The names of the words of a list by their ids, in its order."""
    return {term.id: term.name for term in corpus.words(kind)}


def _terms(corpus: Corpus, kind: str, *, everything: bool = False) -> dict[str, str]:
    names = names_of(corpus, kind)
    if everything:
        names[ALL] = "verschillende of alle"
    return names


def years_of(period: Period | Absence) -> tuple[int, ...]:
    """The years in which something happened as far as the record says; an open end counts only its known start."""
    if isinstance(period, Absence) or (period.start is None and period.end is None):
        return ()
    known = [date for date in (period.start, period.end) if date is not None and date != NOW]
    if period.start is not None and period.end is not None and period.end != NOW:
        return tuple(range(period.start.year, period.end.year + 1))
    return tuple(date.year for date in known)


_COUNTED = "Een jaar telt mee als de bron het noemt of omvat."


def in_years(
    records: tuple[R, ...], years: Callable[[R], Iterable[int]], when: Callable[[R], object], *, note: str = _COUNTED
) -> Facet:
    """The years that records name, the newest first. `when`: the value that the years are read from."""
    known = sorted({year for record in records for year in years(record)}, reverse=True)
    names = {str(year): str(year) for year in known}

    def keys(record: R) -> tuple[str, ...]:
        return tuple(dict.fromkeys(str(year) for year in years(record))) or (silence(when(record)),)

    return facet_of("jaar", "Jaar", names, records, keys=keys, note=note, stated=True)


_FIELDS = "Een initiatief kan onder meer dan één beleidsveld vallen; gaat het over alle, dan staat het bij elk."


@once
def initiative_facets(corpus: Corpus) -> tuple[Facet, ...]:
    """The facets of initiatives; the records of each value, those with most to tell first."""
    items = tuple(corpus.initiative(loop.initiative) for loop in loops(corpus))
    done = {loop.initiative: loop.done.state.key for loop in loops(corpus)}
    occurring = set(done.values())
    results = {slug(state.key): state.word for state in (*FOLLOWS, *ABSENCES) if state.key in occurring}
    results |= {_UNFILLED: UNFILLED} if LEFT_OUT.key in occurring else {}
    fields = _terms(corpus, "beleidsveld", everything=True)

    def involved(item: Initiative) -> tuple[str, ...]:
        people = item.stakeholders
        if isinstance(people, Absence):
            return (silence(people),)
        return tuple(dict.fromkeys(part.who.id for part in people))

    def status(item: Initiative) -> tuple[str, ...]:
        return (known_status(item) or silence(item.status),)

    return (
        facet_of("niveau", "Niveau", names_of(corpus, "niveau"), items, keys=lambda item: (item.level.id,)),
        facet_of("gevolg", "Wat volgde", results, items, keys=lambda item: (slug(done[item.id]),)),
        facet_of(
            "beleidsveld",
            "Beleidsveld",
            fields,
            items,
            keys=lambda item: _field_keys(corpus, item),
            note=_FIELDS,
            stated=True,
        ),
        facet_of(
            "belanghebbende", "Belanghebbende", _terms(corpus, "belanghebbende"), items, keys=involved, stated=True
        ),
        facet_of("vorm", "Vorm", _terms(corpus, "vorm"), items, keys=lambda item: _term_keys(item.forms), stated=True),
        facet_of("rol", "Rol", _terms(corpus, "rol"), items, keys=lambda item: _term_keys(item.roles), stated=True),
        in_years(items, lambda item: years_of(item.period), lambda item: item.period),
        facet_of("status", "Stand van zaken", words_of(InitiativeStatus), items, keys=status, stated=True),
    )


@once
def adjustment_facets(corpus: Corpus) -> tuple[Facet, ...]:
    """The facets of adjustments; the records of each value by initiative and title."""
    items = listed_adjustments(corpus)
    states = {slug(state.key): state.word for state in COURSES}
    kinds = names_of(corpus, "bijsturingssoort")
    ties = {slug(key): word for key, word in words_of(Strength).items()}
    fields = _terms(corpus, "beleidsveld", everything=True)

    def strengths(item: Adjustment) -> tuple[str, ...]:
        return tuple(dict.fromkeys(slug(tie.strength) for tie in ties_of(corpus, item) if tie.strength))

    def years(item: Adjustment) -> Iterator[int]:
        return (step.date.year for step in item.course if not isinstance(step.date, Absence))

    return (
        facet_of("toestand", "Toestand", states, items, keys=lambda item: (slug(current_status(item)),)),
        _origins(corpus, items),
        facet_of("sterkte", "Verband", ties, items, keys=strengths),
        facet_of("soort", "Soort", kinds, items, keys=lambda item: (item.kind.id,)),
        facet_of("beleidsveld", "Beleidsveld", fields, items, keys=lambda item: _field_keys(corpus, item), stated=True),
        in_years(items, years, lambda item: item.course[-1].date),
    )


def _origins(corpus: Corpus, items: tuple[Adjustment, ...]) -> Facet:
    """The origins that adjustments name; there may be as many as there are initiatives, each with its own page."""
    heard = (*corpus.initiatives, *newest_first(corpus.complaints, dated=lambda item: item.year))
    own = {_origin_key(item.ref): item.ref for item in heard if leaves_from(corpus, item.ref)}
    titles = {key: corpus.get(ref).title for key, ref in own.items()}

    def keys(item: Adjustment) -> tuple[str, ...]:
        ties = ties_of(corpus, item)
        origins = dict.fromkeys(_origin_key(tie.origin) for tie in ties if tie.origin is not None)
        return tuple(origins or dict.fromkeys(silence(tie.initiative) for tie in ties))

    complained = any(ref.kind == "klachtenjaar" for ref in own.values())
    label = "Uit welk initiatief of welke klachten" if complained else "Uit welk initiatief"
    facet = facet_of("initiatief", label, titles, items, keys=keys, stated=True)
    return replace(
        facet,
        values=tuple(
            replace(value, path=addresses.of_record(own[value.id]) if value.ids else "", own=own[value.id])
            if value.id in own
            else value
            for value in facet.values
        ),
    )


def _origin_key(ref: Ref) -> str:
    """What a value is called: an initiative by its id; no id has two hyphens, so complaints are never taken for one."""
    return ref.id if ref.kind == "initiatief" else f"{KINDS[ref.kind].folder}--{ref.id}"


def facet_title(facet: Facet, value: FacetValue) -> str:
    """The title of a facet page: "Beleidsveld: Gelijke kansen"."""
    return f"{capital(facet.label)}: {value.label}"
