"""The facets of measurements, questions, promises and sources.

In: the public corpus. Out: `Facet` values, only those that part the records of a kind: where all are alike there is
nothing to choose.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from hashlib import sha256
from typing import TypeVar

from weerklank.corpus import Corpus, once
from weerklank.facts.facets import Facet, facet_of, in_years, names_of, silence, slug, years_of
from weerklank.facts.promises import GROUPS, STOOD, in_order
from weerklank.facts.questions import CALLED
from weerklank.markup.source import slug_of
from weerklank.model import Absence, Measurement, PartialDate, Promise, Question, Record, Source
from weerklank.model.part import words_of
from weerklank.model.survey import Choice, Mode
from weerklank.order import newest_first
from weerklank.wording import capital, collate

R = TypeVar("R", bound=Record)
MOST = 20
"""So many names are values of a facet, those that occur most: more would be a list to search in, not to choose from."""
OTHERS = "andere"


def _parting(*facets: Facet) -> tuple[Facet, ...]:
    """The facets of which a value keeps some records and not all."""
    return tuple(facet for facet in facets if any(value.path for value in facet.values))


def _named(
    dimension: str,
    label: str,
    records: tuple[R, ...],
    *,
    texts: Callable[[R], object],
    others: str,
) -> Facet:
    """Names that authors type, by alphabet: those of more records than one, of these at most `MOST`.

    `texts`: the name or names of a record, or how it has none; `others`: what all other names are called together. Of
    one record a list would tell nothing that its own page does not. () values where no name occurs twice.
    """
    said = {item.id: _texts(texts(item)) for item in records}
    spelled = {_same(text): text for names in reversed(said.values()) for text in names}
    counts = Counter(_same(text) for names in said.values() for text in names)
    often = sorted((key for key, count in counts.items() if count > 1), key=lambda key: (-counts[key], collate(key)))
    kept = sorted(often[:MOST], key=collate)
    ids = dict(zip(kept, _ids(kept), strict=True))
    if not ids:
        return Facet(dimension, label, ())

    def keys(item: R) -> Iterable[str]:
        found = tuple(dict.fromkeys(ids.get(_same(text), OTHERS) for text in said[item.id]))
        return found or (silence(texts(item)),)

    values = {ids[key]: capital(spelled[key]) for key in kept} | {OTHERS: others}
    found = facet_of(dimension, label, values, records, keys=keys, stated=True)
    return replace(found, values=tuple(value for value in found.values if value.ids or value.id != OTHERS))


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, Absence):
        return ()
    found = (value,) if isinstance(value, str) else value
    assert isinstance(found, tuple)
    return tuple({_same(text): text for text in found}.values())


def _same(text: str) -> str:
    """What is the same for two ways of typing one name."""
    return " ".join(text.casefold().split())


def _ids(names: list[str]) -> list[str]:
    """An id for each name; what would be cut, empty or the same of two of them ends on its hash."""
    slugs = list(map(slug_of, names))
    clear = {found for found, number in Counter(slugs).items() if number == 1 and 0 < len(found) < _CUT}
    hashes = (sha256(name.encode()).hexdigest()[:8] for name in names)
    return [
        found if found in clear and found != OTHERS else f"{found or 'naam'}-{code}"
        for found, code in zip(slugs, hashes, strict=True)
    ]


_CUT = 55
"""An id that is longer may have lost its end."""


@once
def measurement_facets(corpus: Corpus) -> tuple[Facet, ...]:
    """When, along which way, how people were chosen and by whom it was done; the newest first."""
    items = measurements_in_order(corpus)
    modes = {slug(key): word for key, word in words_of(Mode).items()}
    choices = {slug(key): word for key, word in words_of(Choice).items()}
    return _parting(
        in_years(items, lambda item: years_of(item.period), lambda item: item.period),
        facet_of("wijze", "Wijze", modes, items, keys=lambda item: (_chosen(item.mode),), stated=True),
        facet_of(
            "keuze", "Keuze van de deelnemers", choices, items, keys=lambda item: (_chosen(item.choice),), stated=True
        ),
        _named("uitvoerder", "Uitvoerder", items, texts=lambda item: item.conducted_by, others="een andere uitvoerder"),
    )


def _chosen(value: str | Absence) -> str:
    return silence(value) if isinstance(value, Absence) else slug(value)


@once
def question_facets(corpus: Corpus) -> tuple[Facet, ...]:
    """Which kind, in which year of the parliament, by whom and to which minister; the newest first."""
    items = questions_in_order(corpus)
    kinds = {slug(kind): words.one for kind, words in CALLED.items() if any(item.kind == kind for item in items)}
    years = {slug(item.session_year): item.session_year for item in items if isinstance(item.session_year, str)}
    years = dict(sorted(years.items(), reverse=True))
    return _parting(
        facet_of("soort", "Soort", kinds, items, keys=lambda item: (slug(item.kind),)),
        facet_of(
            "zittingsjaar", "Zittingsjaar", years, items, keys=lambda item: (_chosen(item.session_year),), stated=True
        ),
        _named("vraagsteller", "Vraagsteller", items, texts=lambda item: item.askers, others="een andere vraagsteller"),
        _named("minister", "Minister", items, texts=lambda item: item.ministers, others="een andere minister"),
    )


CERTAIN = "stond-al-vast"


@once
def promise_facets(corpus: Corpus) -> tuple[Facet, ...]:
    """How it stands, when it was said, by whom and to whom; in the order in which they ask for attention."""
    items = promises_in_order(corpus)
    found = in_order(corpus)
    stands = {one.item.id: CERTAIN if one.item.already_certain else slug(one.group.key) for one in found}
    groups = {slug(group.key): group.word for group in GROUPS} | {CERTAIN: STOOD}
    note = "Wat al vaststond toen het toegezegd werd, telt bij geen andere stand mee."
    return _parting(
        facet_of(
            "stand",
            "Stand",
            groups,
            items,
            keys=lambda item: (stands[item.id],),
            note=note if CERTAIN in stands.values() else "",
        ),
        in_years(
            items, lambda item: _year(item.said_on), lambda item: item.said_on, note="Het jaar van de toezegging."
        ),
        _named("door", "Door", items, texts=lambda item: item.promised_by, others="iemand anders"),
        _named("aan", "Aan", items, texts=lambda item: item.promised_to, others="iemand anders"),
    )


@once
def source_facets(corpus: Corpus) -> tuple[Facet, ...]:
    """What kind of document, by whom, of when, and whether its text is here; those of the agency itself first."""
    items = sources_in_order(corpus)
    here = {"ja": "volledige tekst", "nee": "alleen de verwijzing"}
    return _parting(
        facet_of("soort", "Soort", names_of(corpus, "bronsoort"), items, keys=lambda item: (item.kind.id,)),
        _named("uitgever", "Uitgever", items, texts=lambda item: item.publisher, others="een andere uitgever"),
        in_years(items, lambda item: _year(item.date), lambda item: item.date, note="Het jaar waarin het verscheen."),
        facet_of("tekst", "Op deze site", here, items, keys=lambda item: ("ja" if item.id in corpus.texts else "nee",)),
    )


def _year(date: PartialDate | Absence) -> tuple[int, ...]:
    return (date.year,) if isinstance(date, PartialDate) else ()


# --- in which order they are listed ----------------------------------------------------------------------------------


def measurements_in_order(corpus: Corpus) -> tuple[Measurement, ...]:
    """The newest first."""
    return newest_first(corpus.measurements, dated=lambda item: item.period)


def questions_in_order(corpus: Corpus) -> tuple[Question, ...]:
    """The newest first."""
    return newest_first(corpus.questions, dated=lambda item: item.asked_on)


def promises_in_order(corpus: Corpus) -> tuple[Promise, ...]:
    """What asks for attention first; what was already certain comes last."""
    return tuple(stands.item for stands in in_order(corpus))


def sources_in_order(corpus: Corpus) -> tuple[Source, ...]:
    """Those of the agency itself before what comes from elsewhere; of both those with their text first."""
    return tuple(
        sorted(corpus.sources, key=lambda item: (item.external, item.id not in corpus.texts, collate(item.title)))
    )
