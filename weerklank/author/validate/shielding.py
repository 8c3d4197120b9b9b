"""Whether a figure of complaints that is shielded can be worked out from those that stand beside it.

In: typed records. Out: findings at the shielded figure. A figure that is not exact gives nothing away; neither do parts
of which one complaint may have more, for they are not together their whole. Groups of a survey are looked at elsewhere.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from weerklank.author.load import FieldPath
from weerklank.author.validate.amounts import MOST, WITHIN, breakdowns, shown
from weerklank.author.validate.places import Checked, may_be_public
from weerklank.findings import Finding
from weerklank.messages import Hint
from weerklank.model import Absence, Breakdown, ComplaintsYear
from weerklank.model.complaints import USUAL, WHOLES
from weerklank.model.fields import field_of

_EXACT = ("zoals_vermeld", "exact")

Split = tuple[FieldPath, Breakdown, str]
"""A breakdown with its place and the attribute of the figure that it divides, or ""."""
Told = tuple[FieldPath, tuple[Decimal, Hint, str]]
"""The place of a shielded figure, with what it is, the hint that helps, and its unit."""


def check_shielding(checked: tuple[Checked, ...]) -> Iterator[Finding]:
    """Look at the figures and the breakdowns of each year that may be public, each shielded figure once."""
    for item in checked:
        if isinstance(item.model, ComplaintsYear) and may_be_public(item):
            given_away = dict(reversed([*_given_away(item.model)]))
            for path, (value, hint, unit) in given_away.items():
                yield item.say("R096", path, hint=hint, getal=f"{shown(value)}{unit}")


def _given_away(year: ComplaintsYear) -> Iterator[Told]:
    """The place of each shielded figure that can be worked out; one that two ways lead to stands there twice."""
    splits = tuple(_splits(year))
    wholes = _wholes(year, splits)
    for split in splits:
        yield from _in_split(year, split, wholes)
    for name, parts in WITHIN:
        values = {part: getattr(year, part) for part in parts}
        for part, rest in _rest(values, wholes.get(name)):
            yield (field_of(year, part).key,), (rest, Hint("another_part"), "")
        yield from _whole(year, name, _together(values))


def _in_split(year: ComplaintsYear, found: Split, wholes: Mapping[str, Decimal]) -> Iterator[Told]:
    path, split, name = found
    sizes = _sizes(split)
    whole = split.total if isinstance(split.total, Decimal) else wholes.get(name)
    unit = " procent" if split.in_shares else ""
    for part, rest in _rest(sizes, Decimal(MOST) if split.in_shares else whole):
        yield (*path, "delen", part), (rest, Hint("another_part"), unit)
    together = None if split.in_shares else _together(sizes)
    if together is not None and _is_shielded(split.total):
        yield (*path, "totaal"), (together, Hint("a_part"), "")
    yield from _whole(year, name, together)
    if name and isinstance(split.total, Decimal) and not split.in_shares and _is_shielded(getattr(year, name)):
        yield (field_of(year, name).key,), (split.total, Hint("no_total"), "")


def _whole(year: ComplaintsYear, name: str, together: Decimal | None) -> Iterator[Told]:
    """A figure of the year that is shielded, while its parts are known."""
    if name and together is not None and _is_shielded(getattr(year, name)):
        yield (field_of(year, name).key,), (together, Hint("a_part"), "")


def _splits(year: ComplaintsYear) -> Iterator[Split]:
    for path, split, name in breakdowns(year):
        yield path, split, WHOLES.get(split.whole or USUAL.get(name, ""), "")


def _wholes(year: ComplaintsYear, splits: tuple[Split, ...]) -> dict[str, Decimal]:
    """What is known of the figures that are divided, by attribute: as stated, else as their author names them."""
    named = {name: _together(_sizes(split)) for _, split, name in splits if split.whole and not split.in_shares}
    figures = {name: getattr(year, name) for name in WHOLES.values()}
    known = {name: value for name, value in named.items() if value is not None}
    return known | {name: value for name, value in figures.items() if isinstance(value, Decimal)}


def _sizes(split: Breakdown) -> Mapping[str, Decimal | Absence]:
    """The parts of a breakdown that are together its whole, to the last one; {} for any other."""
    return split.parts if split.kind == "uitsluitend" and split.precision in _EXACT else {}


def _rest(parts: Mapping[str, Decimal | Absence], whole: Decimal | None) -> Iterator[tuple[str, Decimal]]:
    """The one part that is shielded among parts that are known, and what the others leave for it."""
    hidden = [name for name, part in parts.items() if _is_shielded(part)]
    known = [part for part in parts.values() if isinstance(part, Decimal)]
    if whole is not None and len(hidden) == 1 and len(known) == len(parts) - 1:
        rest = whole - sum(known, Decimal(0))
        if rest >= 0:
            yield hidden[0], rest


def _together(parts: Mapping[str, Decimal | Absence]) -> Decimal | None:
    """All parts together; None where one is not known, or where there is none."""
    known = [part for part in parts.values() if isinstance(part, Decimal)]
    return sum(known, Decimal(0)) if parts and len(known) == len(parts) else None


def _is_shielded(value: object) -> bool:
    return isinstance(value, Absence) and value.key == "afgeschermd"
