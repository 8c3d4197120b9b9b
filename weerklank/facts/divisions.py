"""What the complaints of a year are divided into: themes, outcomes, carriers, and what an agency itself keeps apart.

In: the public corpus and a year. Out: `Divided` values: each part under the word of its list, with its share and what
that is a share of. A share is rounded, and never so that something looks like nothing or a part like the whole.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from weerklank.corpus import Corpus, once
from weerklank.data.table import Cell, text_cell
from weerklank.facts.cells import cell_of
from weerklank.model import Absence, Breakdown, ComplaintsYear, Division
from weerklank.model.complaints import WHOLES, DividedFigure
from weerklank.model.fields import Field, field_of, fields_of
from weerklank.model.part import words_of
from weerklank.wording import number

BREAKDOWNS = tuple(field.attribute for field in fields_of(ComplaintsYear) if field.model is Breakdown)
"""The fields that divide a figure, in the order of the report."""

_USUAL = {
    "themes": "ontvangen",
    "inadmissible_by": "onontvankelijk",
    "outcome": "ontvankelijk",
    "carrier": "ontvangen",
    "channel": "ontvangen",
}
"""Breakdown -> what it divides where its author does not say so. What is solved is none of these."""

_HUNDRED = 100


@dataclass(frozen=True)
class PartOf:
    """One part. `id`: the word of the list, or "" for a word of its own; `word`: as printed; `count`: or why not."""

    id: str
    word: str
    count: Decimal | Absence


@dataclass(frozen=True)
class Divided:
    """A breakdown. `key`: for names of files; `label`: what is divided by; `whole`: what shares are of, None for none.

    `of`: the same in words ("156 ontvangen klachten"), or why there are no shares.
    """

    key: str
    label: str
    item: Breakdown
    parts: tuple[PartOf, ...]
    whole: Decimal | None
    of: str

    @property
    def several(self) -> bool:
        """Whether one complaint may be counted more than once."""
        return self.item.kind == "meerkeuze"

    @property
    def has_total(self) -> bool:
        """Whether an author wrote down the total of the parts, or why there is none."""
        return "total" in self.item.model_fields_set

    def part(self, one: PartOf) -> PartOf | None:
        """The part of this year that is the same as one of another, or None."""
        return next((part for part in self.parts if (part.id, part.word) == (one.id, one.word)), None)


def divided(corpus: Corpus, year: ComplaintsYear, field: Field | None = None) -> tuple[Divided, ...]:
    """Every breakdown of a year, or of one field: those of the report in its order, then those of the agency itself."""
    found = _by_year(corpus)[year.id]
    held = (year.divisions if field.model is Division else (field.value(year),)) if field is not None else ()
    return found if field is None else tuple(item for item in found if any(item.item is one for one in held))


def division(corpus: Corpus, year: ComplaintsYear, key: str) -> Divided | None:
    """The breakdown of a year with this key."""
    return next((item for item in divided(corpus, year) if item.key == key), None)


@once
def _by_year(corpus: Corpus) -> Mapping[str, tuple[Divided, ...]]:
    return {year.id: tuple(_divided(corpus, year)) for year in corpus.complaints}


def _divided(corpus: Corpus, year: ComplaintsYear) -> Iterator[Divided]:
    usual = [(field_of(year, name), getattr(year, name), _USUAL.get(name, "")) for name in BREAKDOWNS]
    named = [(field.key, field.label, item, whole) for field, item, whole in usual if item is not None]
    named += [(item.slug, item.name, item, "") for item in year.divisions]
    for key, label, item, usually in named:
        whole, of = _whole(corpus, year, item, usually)
        yield Divided(key.replace("_", "-"), label, item, _parts(corpus, key, label, item), whole, of)


def themes(corpus: Corpus, year: ComplaintsYear) -> Divided | None:
    """What the complaints of a year are about; None where the year does not say."""
    key = field_of(year, "themes").key
    return next((item for item in divided(corpus, year) if item.key == key), None)


def _parts(corpus: Corpus, key: str, label: str, item: Breakdown) -> tuple[PartOf, ...]:
    kind, group = ("klachtthema", "") if key == "themas" else ("klachtindeling", label)
    parts = (_part(corpus, kind, group, name, count) for name, count in item.parts.items())
    return tuple(sorted(parts, key=lambda part: _place(corpus, kind, part)))


def _part(corpus: Corpus, kind: str, group: str, name: str, count: Decimal | Absence) -> PartOf:
    words = corpus.vocabularies.get(kind)
    term = words.called(name, group=group) if words is not None else None
    return PartOf(term.id, term.name, count) if term else PartOf("", name, count)


def _place(corpus: Corpus, kind: str, part: PartOf) -> int:
    """Words of a list in its order, words of nobody's list after them, as written."""
    ids = [term.id for term in corpus.words(kind)]
    return ids.index(part.id) if part.id in ids else len(ids)


def _whole(corpus: Corpus, year: ComplaintsYear, item: Breakdown, usual: str) -> tuple[Decimal | None, str]:
    """What shares are of: the total that the author gives, else the figure that is divided, else all parts together."""
    known = [count for count in item.parts.values() if isinstance(count, Decimal)]
    complete = len(known) == len(item.parts)
    together = sum(known, Decimal(0))
    least = max(known, default=Decimal(0)) if item.kind == "meerkeuze" else together
    named = item.whole or usual
    figure = getattr(year, WHOLES[named]) if named else None
    if isinstance(item.total, Decimal):
        whole: Decimal | None = item.total
    elif item.kind == "uitsluitend" and complete:
        whole = together
    else:
        whole = figure if isinstance(figure, Decimal) and figure >= least else None
    if not whole:
        return None, "Geen aandelen: het geheel is niet bekend."
    shown = number(whole, thousands=corpus.organisation.site.thousands)
    word = words_of(DividedFigure)[named] if named and figure == whole else ""
    if whole == 1:
        word = _ONE.get(word, word)
    return whole, f"{shown} {word}".strip()


_ONE = {
    "meldingen": "melding",
    "ontvangen klachten": "ontvangen klacht",
    "ontvankelijke klachten": "ontvankelijke klacht",
    "onontvankelijke klachten": "onontvankelijke klacht",
}


def name_of(corpus: Corpus, text: str) -> str:
    """The word of a list that the key of a part names; "" for a key that is a word itself."""
    words = (corpus.vocabularies.get(kind) for kind in ("klachtthema", "klachtindeling"))
    found = (term for list_ in words if list_ is not None for term in list_.terms if term.id == text)
    return next((term.name for term in found), "")


def share_words(part: Decimal, whole: Decimal) -> str:
    """A share as a whole percentage: "34%", "minder dan 1%" and "meer dan 99%" for what is not 0 or all."""
    limit, found = _limited(part, whole)
    return f"{limit} {number(found)}%".lstrip()


def _limited(part: Decimal, whole: Decimal) -> tuple[str, Decimal]:
    """A share as a whole number of percent, with a word before it where that would say nothing or all and is not."""
    exact = part * _HUNDRED / whole
    rounded = exact.quantize(Decimal(1), rounding=ROUND_HALF_UP)
    if part and not rounded:
        return "minder dan", Decimal(1)
    if part != whole and rounded == _HUNDRED:
        return ("meer dan", Decimal(99)) if part < whole else ("meer dan", rounded)
    return "", rounded


def share_cell(corpus: Corpus, part: Decimal | Absence, whole: Decimal | None) -> Cell:
    """A share as a cell, rounded as it is printed; why there is no count, else nothing."""
    if isinstance(part, Absence):
        return cell_of(corpus, part)
    if whole is None:
        return text_cell("–")
    limit, found = _limited(part, whole)
    bare = number(found)
    return Cell(f"{limit} {bare} procent".lstrip(), found, qualifier=limit, number=f"{bare}%")


def is_rounded(items: Iterable[Divided]) -> bool:
    """Whether a share that is printed is not exact."""
    return any(
        isinstance(part.count, Decimal) and item.whole and (part.count * _HUNDRED) % item.whole != 0
        for item in items
        for part in item.parts
    )
