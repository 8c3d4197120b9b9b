"""Facets: how lists of initiatives and adjustments can be narrowed, with counts, zeros included.

In: the public corpus. Out: `Facet` values; each value knows the ids of its records.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import get_args

from weerklank.corpus import Corpus
from weerklank.facts.loop import current_status, loop_of
from weerklank.model import NOW, Absence, Adjustment, Initiative, Period, Ref
from weerklank.model.records import AdjustmentKind, InitiativeStatus, Level
from weerklank.states import COURSES, FOLLOWS, NOT_STATED
from weerklank.wording import LABELS, capital, collate

ALL = "verschillende-of-alle"
UNKNOWN = "niet-vermeld"


@dataclass(frozen=True)
class FacetValue:
    """One value of a facet: `id` names its page, `ids` the records it keeps, sorted as the list is."""

    id: str
    label: str
    ids: tuple[str, ...]


@dataclass(frozen=True)
class Facet:
    """A dimension to narrow by. `note` says what a reader must know about it."""

    dimension: str
    label: str
    values: tuple[FacetValue, ...]
    note: str = ""


Keys = Callable[[str], Iterable[str]]


def _values(names: dict[str, str], ids: tuple[str, ...], keys: Keys) -> tuple[FacetValue, ...]:
    found: dict[str, list[str]] = {key: [] for key in names}
    for item in ids:
        for key in keys(item):
            found[key].append(item)
    return tuple(FacetValue(key, names[key], tuple(found[key])) for key in names)


def _slug(key: str) -> str:
    return key.replace("_", "-").replace(" ", "-").replace(",", "")


def _term_keys(value: object) -> tuple[str, ...]:
    if value == "alle":
        return (ALL,)
    if isinstance(value, tuple):
        return tuple(dict.fromkeys(ref.id for ref in value if isinstance(ref, Ref)))
    return (UNKNOWN,)


def _terms(corpus: Corpus, kind: str, *, everything: bool = False) -> dict[str, str]:
    terms = corpus.vocabularies[kind].terms
    names = {term.id: term.name for term in sorted(terms, key=lambda term: collate(term.name))}
    if everything:
        names[ALL] = "verschillende of alle"
    names[UNKNOWN] = NOT_STATED.word
    return names


def years_of(period: Period | Absence) -> tuple[int, ...]:
    """The years in which something happened as far as the record says; an open end counts only its known start."""
    if isinstance(period, Absence) or (period.start is None and period.end is None):
        return ()
    known = [date for date in (period.start, period.end) if date is not None and date != NOW]
    if period.start is not None and period.end is not None and period.end != NOW:
        return tuple(range(period.start.year, period.end.year + 1))
    return tuple(date.year for date in known)


def _years(ids: tuple[str, ...], keys: Callable[[str], tuple[int, ...]]) -> Facet:
    years = sorted({year for item in ids for year in keys(item)}, reverse=True)
    names = {str(year): str(year) for year in years} | {UNKNOWN: NOT_STATED.word}
    return Facet(
        "jaar",
        "Jaar",
        _values(names, ids, lambda item: tuple(str(year) for year in keys(item)) or (UNKNOWN,)),
        "Een jaar telt mee als de bron het noemt of omvat.",
    )


def initiative_facets(corpus: Corpus, ids: tuple[str, ...]) -> tuple[Facet, ...]:
    """The facets of initiatives; `ids` in the order of the list."""

    def get(name: str) -> Initiative:
        return corpus.initiative(name)

    done = {loop_of(corpus, get(name)).done.state.key for name in ids}
    results = {_slug(state.key): state.word for state in (*FOLLOWS, NOT_STATED) if state.key in done}
    levels = {level: LABELS["niveau"][level] for level in get_args(Level)}
    statuses = {key: LABELS["status"][key] for key in get_args(InitiativeStatus)} | {UNKNOWN: NOT_STATED.word}

    def involved(name: str) -> tuple[str, ...]:
        people = get(name).stakeholders
        return (UNKNOWN,) if isinstance(people, Absence) else tuple(dict.fromkeys(part.who.id for part in people))

    def followed(name: str) -> tuple[str, ...]:
        return (_slug(loop_of(corpus, get(name)).done.state.key),)

    def status(name: str) -> tuple[str, ...]:
        found = get(name).status
        return (UNKNOWN,) if isinstance(found, Absence) else (found,)

    return (
        Facet("niveau", "Niveau", _values(dict(levels), ids, lambda name: (get(name).level,))),
        Facet(
            "gevolg",
            "Wat volgde",
            _values(results, ids, followed),
        ),
        Facet(
            "beleidsveld",
            "Beleidsveld",
            _values(
                _terms(corpus, "beleidsveld", everything=True), ids, lambda name: _term_keys(get(name).policy_fields)
            ),
            "Een initiatief kan onder meer dan één beleidsveld vallen. Het beleidsveld is afgeleid uit het onderwerp.",
        ),
        Facet("belanghebbende", "Belanghebbende", _values(_terms(corpus, "belanghebbende"), ids, involved)),
        Facet("vorm", "Vorm", _values(_terms(corpus, "vorm"), ids, lambda name: _term_keys(get(name).forms))),
        Facet("rol", "Rol", _values(_terms(corpus, "rol"), ids, lambda name: _term_keys(get(name).roles))),
        _years(ids, lambda name: years_of(get(name).period)),
        Facet("status", "Stand van zaken", _values(statuses, ids, status)),
    )


def adjustment_facets(corpus: Corpus, ids: tuple[str, ...]) -> tuple[Facet, ...]:
    """The facets of adjustments; `ids` in the order of the list."""

    def get(name: str) -> Adjustment:
        return corpus.adjustment(name)

    def from_initiative(name: str) -> tuple[str, ...]:
        found = tuple(
            dict.fromkeys(cause.initiative.id for cause in get(name).causes if isinstance(cause.initiative, Ref))
        )
        return found or (UNKNOWN,)

    def strengths(name: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(_slug(cause.strength) for cause in get(name).causes)) or (UNKNOWN,)

    def years(name: str) -> tuple[int, ...]:
        dates = (step.date for step in get(name).course)
        return tuple(dict.fromkeys(date.year for date in dates if not isinstance(date, Absence)))

    titles = {item.id: item.title for item in corpus.initiatives if corpus.adjustments_of(item.id)} | {
        UNKNOWN: NOT_STATED.word
    }
    states = {_slug(state.key): state.word for state in COURSES}
    kinds = {kind: LABELS["soort"].get(kind, kind) for kind in get_args(AdjustmentKind)}
    ties = {_slug(key): word for key, word in LABELS["sterkte"].items()}
    return (
        Facet("toestand", "Toestand", _values(states, ids, lambda name: (_slug(current_status(get(name))),))),
        Facet("initiatief", "Uit welk initiatief", _values(titles, ids, from_initiative)),
        Facet("sterkte", "Sterkte van het verband", _values(ties, ids, strengths)),
        Facet("soort", "Soort", _values(kinds, ids, lambda name: (get(name).kind,))),
        Facet(
            "beleidsveld",
            "Beleidsveld",
            _values(
                _terms(corpus, "beleidsveld", everything=True), ids, lambda name: _term_keys(get(name).policy_fields)
            ),
        ),
        _years(ids, years),
    )


def facet_title(facet: Facet, value: FacetValue) -> str:
    """The title of a facet page: "Beleidsveld: Gelijke kansen"."""
    return f"{capital(facet.label)}: {value.label}"
