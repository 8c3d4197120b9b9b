"""What the complaints of a year are divided into: themes, outcomes, carriers, and what an agency itself keeps apart.

In: the public corpus and a year. Out: `Divided` values: each part under the word of its list, with its share and what
that is a share of. A share is the one that the source gives, or it is computed from a count: then it is rounded, and
never so that something looks like nothing or a part like the whole. No count is computed from a share.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from weerklank.corpus import Corpus, once
from weerklank.data.table import Cell, state_cell
from weerklank.facts.cells import NOTHING, cell_of
from weerklank.model import NOT_FILLED_IN, Absence, Breakdown, ComplaintsYear, Division, Quantity
from weerklank.model.complaints import USUAL, WHOLES, DividedFigure
from weerklank.model.fields import Field, field_of, fields_of
from weerklank.model.part import words_of
from weerklank.model.values import Precision
from weerklank.states import LEFT_OUT
from weerklank.wording import number

BREAKDOWNS = tuple(field.attribute for field in fields_of(ComplaintsYear) if field.model is Breakdown)
"""The fields that divide a figure, in the order of the report."""

_HUNDRED = 100


@dataclass(frozen=True)
class PartOf:
    """One part. `id`: the word of the list, or "" for a word of its own; `word`: as printed; `count`: or why not.

    `share`: as the source gives it, where it gives no counts. `precision`: how exact that is, a key of `Precision`.
    """

    id: str
    word: str
    count: Decimal | Absence
    share: Quantity | None = None
    precision: str = ""

    @property
    def is_loose(self) -> bool:
        """Whether the source says that it is not exact."""
        return bool(words_of(Precision).get(self.precision))


@dataclass(frozen=True)
class Divided:
    """A breakdown. `key`: for names of files; `label`: what is divided by; `whole`: what shares are of, None for none.

    `of`: the same in words ("156 ontvangen klachten"), or why there are no shares; "" where a source that gives shares
    does not say of what.
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
    def adds_up(self) -> bool:
        """Whether the shares are a hundred together but for rounding: parts that count once, and are no bounds."""
        return not self.several and self.item.precision not in _TOWARDS

    @property
    def in_shares(self) -> bool:
        """Whether the source gives shares and no counts."""
        return self.item.in_shares

    @property
    def has_shares(self) -> bool:
        """Whether there are shares, given or computed."""
        return self.in_shares or bool(self.whole)

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
    usual = [(field_of(year, name), getattr(year, name), USUAL.get(name, "")) for name in BREAKDOWNS]
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
    parts = (_part(corpus, kind, group, name, item) for name in item.parts)
    return tuple(sorted(parts, key=lambda part: _place(corpus, kind, part)))


def _part(corpus: Corpus, kind: str, group: str, name: str, item: Breakdown) -> PartOf:
    words, value = corpus.vocabularies.get(kind), item.parts[name]
    term = words.called(name, group=group) if words is not None else None
    known = (term.id, term.name) if term else ("", name)
    if item.in_shares and isinstance(value, Decimal):
        share = Quantity.model_validate({"waarde": value, "eenheid": item.unit, "precisie": item.precision})
        return PartOf(*known, NOT_FILLED_IN, share, item.precision)
    return PartOf(*known, value, None, item.precision)


def _place(corpus: Corpus, kind: str, part: PartOf) -> int:
    """Words of a list in its order, words of nobody's list after them, as written."""
    ids = [term.id for term in corpus.words(kind)]
    return ids.index(part.id) if part.id in ids else len(ids)


def _whole(corpus: Corpus, year: ComplaintsYear, item: Breakdown, usual: str) -> tuple[Decimal | None, str]:
    """What shares are of: the total that the author gives, else all parts together, else the figure that is divided.

    Bounds together are no whole: at least 7 and at least 3 may be of any number from 10. Parts that are not exact are
    of the figure that the author names, where that is known.
    """
    if item.in_shares:
        return _given_whole(corpus, year, item, usual)
    known = [count for count in item.parts.values() if isinstance(count, Decimal)]
    complete = len(known) == len(item.parts)
    together = sum(known, Decimal(0))
    over = item.kind == "meerkeuze" or item.precision in {"ongeveer", "hoogstens"}
    least = max(known, default=Decimal(0)) if over else together
    named = item.whole or usual
    figure = getattr(year, WHOLES[named]) if named else None
    exact = not named or year.is_exact(WHOLES[named])
    if isinstance(item.total, Decimal):
        whole: Decimal | None = item.total
    elif item.kind == "uitsluitend" and complete and not _is_of_figure(item, figure):
        whole = together
    else:
        whole = figure if exact and isinstance(figure, Decimal) and figure >= least else None
    if not whole:
        return None, f"Geen aandelen: het geheel is niet {'bekend' if exact else 'exact bekend'}."
    return whole, _of(corpus, whole, named if figure == whole else "")


def _is_of_figure(item: Breakdown, figure: object) -> bool:
    """Whether parts that are all known say less of their whole than the figure that they divide."""
    named = item.whole is not None and isinstance(figure, Decimal)
    return item.precision in _TOWARDS or (item.precision == "ongeveer" and named)


def _given_whole(corpus: Corpus, year: ComplaintsYear, item: Breakdown, usual: str) -> tuple[Decimal | None, str]:
    """What shares are of that the source gives: its total, else the figure that the author names or is usual."""
    named = item.whole or usual
    figure = getattr(year, WHOLES[named]) if named else None
    whole = next((value for value in (item.total, figure) if isinstance(value, Decimal)), None)
    if whole is None:
        return None, words_of(DividedFigure)[named] if named else ""
    precision = year.precision_of(WHOLES[named]) if named and whole == figure else ""
    return whole, f"{precision} {_of(corpus, whole, named if figure == whole else '')}".lstrip()


def _of(corpus: Corpus, whole: Decimal, named: str) -> str:
    """What shares are of, in words: "156 ontvangen klachten"."""
    shown = number(whole, thousands=corpus.organisation.site.thousands)
    word = words_of(DividedFigure)[named] if named else ""
    return f"{shown} {_ONE.get(word, word) if whole == 1 else word}".strip()


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


def _limited(part: Decimal, whole: Decimal, towards: str = ROUND_HALF_UP) -> tuple[str, Decimal]:
    """A share as a whole number of percent, with a word before it where that would say nothing or all and is not.

    `towards`: how it is rounded. A lower bound (down) near nothing is more than 0, an upper bound (up) near all is 100.
    """
    exact = part * _HUNDRED / whole
    rounded = exact.quantize(Decimal(1), rounding=towards)
    if part and not rounded:
        return ("meer dan", rounded) if towards == ROUND_FLOOR else ("minder dan", Decimal(1))
    if part != whole and rounded == _HUNDRED and not (part < whole and towards == ROUND_CEILING):
        return ("meer dan", Decimal(99)) if part < whole else ("meer dan", rounded)
    return "", rounded


def count_cell(corpus: Corpus, part: PartOf) -> Cell:
    """How often a part is counted, as exactly as the source says it; of a part in shares a dash."""
    if part.share is not None:
        return state_cell(LEFT_OUT, reason="Alleen het aandeel is opgegeven.")
    if isinstance(part.count, Decimal) and part.is_loose:
        return cell_of(corpus, Quantity.model_validate({"waarde": part.count, "precisie": part.precision}))
    return cell_of(corpus, part.count)


def part_share(corpus: Corpus, item: Divided, part: PartOf) -> Cell:
    """The share of a part: as the source gives it, else computed from its count and no more exact than that."""
    if part.share is not None:
        return cell_of(corpus, part.share)
    cell = share_cell(corpus, part.count, item.whole, _TOWARDS.get(part.precision, ROUND_HALF_UP))
    if part.is_loose and isinstance(cell.value, Decimal) and not cell.qualifier:
        word = words_of(Precision)[part.precision]
        return replace(cell, text=f"{word} {cell.text}", qualifier=word)
    return cell


_TOWARDS = {"minstens": ROUND_FLOOR, "hoogstens": ROUND_CEILING}
"""How to round a share so that at least, or at most, stays true."""


def share_beside(count: Cell, share: Cell) -> str:
    """A share as it stands in brackets after its count: a word that the count has already is not said again."""
    return share.number if share.qualifier in {"", count.qualifier} else f"{share.qualifier} {share.number}"


def share_cell(corpus: Corpus, part: Decimal | Absence, whole: Decimal | None, rounded: str = ROUND_HALF_UP) -> Cell:
    """A count as a share in a cell, rounded as it is printed; why there is no count, else nothing."""
    if isinstance(part, Absence):
        return cell_of(corpus, part)
    if whole is None:
        return NOTHING
    limit, found = _limited(part, whole, rounded)
    bare = number(found)
    return Cell(f"{limit} {bare} procent".lstrip(), found, qualifier=limit, number=f"{bare}%")


ROUNDED = "Aandelen zijn afgerond op een heel procent."
_ROUNDED_TOGETHER = "Aandelen zijn afgerond op een heel procent; ze kunnen samen net geen 100 zijn."


def rounding(items: Iterable[Divided]) -> tuple[str, ...]:
    """The note under shares of which one is computed and not exact; () when all are.

    Parts of which a complaint may have more than one are never a hundred together, so nothing is said of that.
    """
    loose = [item for item in items if any(_is_rounded(part, item.whole) for part in item.parts)]
    if not loose:
        return ()
    return (_ROUNDED_TOGETHER if any(item.adds_up for item in loose) else ROUNDED,)


def _is_rounded(part: PartOf, whole: Decimal | None) -> bool:
    return isinstance(part.count, Decimal) and bool(whole) and (part.count * _HUNDRED) % (whole or 1) != 0


def together_words(item: Divided, shown: str) -> str:
    """What parts are together, no more exact than each of them: "minstens 70"."""
    return f"{words_of(Precision).get(item.item.precision, '')} {shown}".lstrip()


def given_note(item: Divided) -> str:
    """What to say of a breakdown in shares: they are those of the source, with what they are together."""
    given = [part.share.value for part in item.parts if part.share is not None]
    together, complete = sum(given, Decimal(0)), len(given) == len(item.parts) and not item.several
    shown = together_words(item, number(together))
    sums = f" Samen zijn ze {shown} procent." if complete and together != _HUNDRED else ""
    return f"{item.label}: aandelen zoals ze opgegeven zijn, zonder aantallen.{sums}"
