"""Whether the words of a complaints year are those of the lists, so that the years line up.

In: typed records. Out: findings. Sums are checked with the other amounts.
"""

from collections.abc import Iterator, Mapping
from itertools import chain

from weerklank.author.load import FieldPath
from weerklank.author.near import choose_from, did_you_mean, distance
from weerklank.author.validate.places import Checked, key_span
from weerklank.findings import Finding, Related, finding
from weerklank.kinds import KINDS, LIST
from weerklank.messages import Elsewhere, Hint
from weerklank.model import VOCABULARIES, Absence, Breakdown, ComplaintsYear, Division, Vocabulary
from weerklank.model.fields import fields_of

THEMES, WORDS = "klachtthema", "klachtindeling"
"""The kinds of the words of themes and of all other divisions."""

_ENDING = 2
"""Letters that make a plural of a word."""
_SHORTEST = 5
"""Shorter words that differ in one letter are most often two words."""


def check_complaints(checked: tuple[Checked, ...], *, broken: frozenset[tuple[str, str]]) -> tuple[Finding, ...]:
    """Check the words of each year against its lists, and against those of the years before it in the folder."""
    lists = {VOCABULARIES[item.raw.id]: item.model for item in checked if isinstance(item.model, Vocabulary)}
    lost = {VOCABULARIES[name] for kind, name in broken if kind == LIST and name in VOCABULARIES}
    years = [(item, item.model) for item in checked if isinstance(item.model, ComplaintsYear)]
    seen: dict[str, dict[str, Related]] = {}
    ordered = sorted(years, key=lambda pair: pair[0].raw.id)
    words = (found for item, year in ordered for found in _check(item, year, lists=lists, lost=lost, seen=seen))
    return (*words, *_each_once(ordered))


def _each_once(years: list[tuple[Checked, ComplaintsYear]]) -> Iterator[Finding]:
    """Two records for one year, which would stand beside each other as if they were two; and a month as a year."""
    first: dict[int, Checked] = {}
    for item, year in years:
        if year.year.month:
            yield item.say("R091", ("jaar",), waarde=year.year.iso)
        before = first.setdefault(year.year.year, item)
        if before is not item:
            related = (Related(before.span(("jaar",)), Elsewhere.OTHER_RECORD),)
            yield item.say("R090", ("jaar",), related=related, getal=str(year.year.year))


def _check(
    item: Checked,
    year: ComplaintsYear,
    *,
    lists: Mapping[str, Vocabulary],
    lost: set[str],
    seen: dict[str, dict[str, Related]],
) -> Iterator[Finding]:
    yield from _once(item, year)
    if year.themes is not None and THEMES not in lost:
        yield from _from_list(item, ("themas", "delen"), year.themes, THEMES, lists.get(THEMES), "")
    if WORDS in lost:
        return
    words = lists.get(WORDS)
    for index, division in enumerate(year.divisions):
        yield from _check_name(item, index, year.divisions, words, seen.setdefault("", {}))
        path: FieldPath = ("uitsplitsingen", index, "delen")
        yield from _from_list(item, path, division, WORDS, words, division.name)
    for field in fields_of(year):
        breakdown = field.value(year)
        if isinstance(breakdown, Breakdown) and field.key != "themas":
            yield from _free(item, (field.key, "delen"), breakdown, words, field.label, seen.setdefault(field.key, {}))


def _once(item: Checked, year: ComplaintsYear) -> Iterator[Finding]:
    """What was given stands there once: its count and its amount are one row."""
    first: dict[str, int] = {}
    for index, one in enumerate(() if isinstance(year.compensations, Absence) else year.compensations):
        path: FieldPath = ("compensaties", index, "wat")
        if first.setdefault(one.what.casefold(), index) != index:
            there = item.span(("compensaties", first[one.what.casefold()], "wat"))
            yield item.say("R088", path, related=(Related(there, Elsewhere.FIRST),), woorden=one.what)


def _from_list(  # noqa: PLR0917 - what is looked at, and what it may be
    item: Checked, path: FieldPath, breakdown: Breakdown, kind: str, words: Vocabulary | None, group: str
) -> Iterator[Finding]:
    """Each part of a breakdown is a word of the list, and none is there twice."""
    first: dict[str, str] = {}
    for name in breakdown.parts:
        here = (*path, name)
        term = words.called(name, group=group) if words else None
        if term is None:
            hint = _meant(name, words, kind, group)
            yield finding("V001", span=key_span(item.raw, here), field=here, hint=hint, soort=kind, id=name)
        elif first.setdefault(term.id, name) != name:
            yield _twice(item, here, (*path, first[term.id]))


def _twice(item: Checked, here: FieldPath, there: FieldPath) -> Finding:
    related = (Related(key_span(item.raw, there), Elsewhere.FIRST),)
    return finding("R088", span=key_span(item.raw, here), related=related, field=here, woorden=str(here[-1]))


def _meant(name: str, words: Vocabulary | None, kind: str, group: str) -> Hint:
    file = KINDS[kind].list_file
    if words is None:
        return Hint("no_list", {"naam": file})
    among = words.of_group(group)
    names = tuple(dict.fromkeys(chain((term.id for term in among), (term.name for term in among))))
    elsewhere = {term.group for term in words.terms if name.casefold() in (term.id, term.name.casefold())}
    if elsewhere:
        return Hint("other_group", {"waarde": min(elsewhere)})
    near = did_you_mean(name, names) or choose_from(name, tuple(term.id for term in among))
    return near or Hint("to_list", {"naam": file})


def _check_name(
    item: Checked,
    index: int,
    divisions: tuple[Division, ...],
    words: Vocabulary | None,
    seen: dict[str, Related],
) -> Iterator[Finding]:
    """A division is called as its group in the list is, and as in other years; no two have one name."""
    name, path = divisions[index].name, ("uitsplitsingen", index, "naam")
    taken = {field.key.replace("_", "-"): None for field in fields_of(item.model) if field.model is Breakdown}
    before = {divisions[other].slug: other for other in reversed(range(index))}
    if (slug := divisions[index].slug) in {**taken, **before}:
        other = before.get(slug)
        related = () if other is None else (Related(item.span(("uitsplitsingen", other, "naam")), Elsewhere.FIRST),)
        hint = Hint("field", {"veld": slug.replace("-", "_")}) if slug in taken else None
        yield item.say("R088", path, hint=hint, related=related, woorden=name)
        return
    groups = {term.group: None for term in words.terms if term.group} if words else {}
    yield from _alike(item, path, name, tuple(groups), seen, on_key=False)


def _free(  # noqa: PLR0917 - as above
    item: Checked,
    path: FieldPath,
    breakdown: Breakdown,
    words: Vocabulary | None,
    group: str,
    seen: dict[str, Related],
) -> Iterator[Finding]:
    """The words of a breakdown of the yearly report are free; one that is nearly another makes two rows of one."""
    first: dict[str, str] = {}
    known = tuple(term.name for term in words.of_group(group) if term.group) if words else ()
    for name in breakdown.parts:
        here = (*path, name)
        term = words.called(name, group=group) if words else None
        if first.setdefault(term.id if term else name.casefold(), name) != name:
            yield _twice(item, here, (*path, first[term.id if term else name.casefold()]))
        elif term is None:
            yield from _alike(item, here, name, known, seen, on_key=True)


def _alike(
    item: Checked, path: FieldPath, name: str, known: tuple[str, ...], seen: dict[str, Related], *, on_key: bool
) -> Iterator[Finding]:
    """A word that differs from one that is known, or from one of another year, by a letter, a capital or a sign."""
    span = key_span(item.raw, path) if on_key else item.span(path)
    near = next((word for word in (*known, *seen) if word != name and _is_slip(name, word)), None)
    if name not in known and near is not None:
        related = (seen[near],) if near in seen else ()
        yield finding("R089", span=span, field=path, related=related, waarde=name, woorden=near)
    seen.setdefault(name, Related(span, Elsewhere.FIRST))


def _is_slip(one: str, other: str) -> bool:
    plain, meant = (" ".join(text.casefold().replace("-", " ").split()) for text in (one, other))
    short, long = sorted((plain, meant), key=len)
    ending = long.startswith(short) and len(long) - len(short) <= _ENDING
    return plain == meant or (len(short) >= _SHORTEST and (ending or distance(plain, meant, limit=1) <= 1))
