"""Whether a verdict is that of a party that can give it, in its own words, and given once.

In: typed adjustments and promises, and the initiatives that they name. Out: findings.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from weerklank.author.load import FieldPath
from weerklank.author.near import MOST_SHOWN, did_you_mean
from weerklank.author.validate.places import Checked
from weerklank.findings import Finding, Related
from weerklank.messages import Elsewhere, Hint
from weerklank.model import Absence, Adjustment, Initiative, Promise, Ref
from weerklank.model.verdict import PROMISED_TO


@dataclass(frozen=True)
class Givers:
    """The initiatives and adjustments that fit their model, and the parts of each adjustment."""

    initiatives: Mapping[str, Initiative]
    adjustments: Mapping[str, Adjustment]
    parts: Mapping[str, tuple[Adjustment, ...]]


def check_verdicts(checked: tuple[Checked, ...]) -> tuple[Finding, ...]:
    """Check every verdict on an adjustment or a promise."""
    models = [item.model for item in checked]
    adjustments = {item.id: item for item in models if isinstance(item, Adjustment)}
    parts: dict[str, tuple[Adjustment, ...]] = {}
    for item in adjustments.values():
        if item.part_of is not None:
            parts[item.part_of.id] = (*parts.get(item.part_of.id, ()), item)
    known = Givers({item.id: item for item in models if isinstance(item, Initiative)}, adjustments, parts)
    judged = [item for item in checked if isinstance(item.model, Adjustment | Promise)]
    return tuple(found for item in judged for found in _check(item, item.model, known))  # type: ignore[arg-type]


def _check(item: Checked, judged: Adjustment | Promise, known: Givers) -> Iterator[Finding]:
    first: dict[Ref | str, int] = {}
    givers = _givers(judged, known) if judged.verdicts else frozenset()
    for index, verdict in enumerate(judged.verdicts):
        path: FieldPath = ("oordeel_van_de_gever", index)
        name = verdict.giver.id if isinstance(verdict.giver, Ref) else verdict.giver
        if first.setdefault(verdict.giver, index) != index:
            earlier = item.span(("oordeel_van_de_gever", first[verdict.giver], "van"))
            related = (Related(earlier, Elsewhere.FIRST),)
            yield item.say("V052", (*path, "van"), related=related, waarde=name)
        elif givers is not None and name not in givers:
            yield item.say("V050", (*path, "van"), hint=_hint(judged, name, tuple(sorted(givers))), waarde=name)
        if not any(citation.quotation for citation in verdict.words):
            yield item.say("V051", (*path, "woorden"), hint=Hint("quote"))


def _hint(judged: Adjustment | Promise, name: str, givers: tuple[str, ...]) -> tuple[Hint, ...]:
    """A slip is asked for; another party is no slip: what it said is kept, in another place, and given to no other."""
    if near := did_you_mean(name, givers):
        return (near,)
    who = (Hint("only", {"woorden": ", ".join(givers)}),) if 0 < len(givers) <= MOST_SHOWN else ()
    promised = (Hint("promised", {"waarde": name}),) if isinstance(judged, Promise) else ()
    return (*who, *promised, Hint("signal", {"waarde": name}), Hint("to_text"))


def _givers(judged: Adjustment | Promise, known: Givers) -> frozenset[str] | None:
    """Who may judge, as an author types it; None where a record that says so is broken."""
    if isinstance(judged, Adjustment):
        return _of_adjustment(judged, known)
    found: set[str] = set() if isinstance(judged.promised_to, Absence) else {PROMISED_TO}
    for ref in judged.adjustments:
        named = _of_adjustment(known.adjustments[ref.id], known) if ref.id in known.adjustments else None
        if named is None:
            return None
        found |= named
    return frozenset(found)


def _of_adjustment(item: Adjustment, known: Givers) -> frozenset[str] | None:
    """Who gave a signal that led to an adjustment, to the point that it is part of, or to a part of it."""
    found: set[str] = set()
    for near in _around(item, known):
        for cause in near.causes:
            if isinstance(cause.initiative, Ref):
                origin = known.initiatives.get(cause.initiative.id)
                if origin is None:
                    return None
                signals = () if isinstance(origin.signals, Absence) else origin.signals
                senders = (signal.sender for signal in signals if signal.id == cause.signal)
                found |= {sender.id for sender in senders if isinstance(sender, Ref)}
    return frozenset(found)


def _around(item: Adjustment, known: Givers) -> tuple[Adjustment, ...]:
    """An adjustment with what it is part of, upwards, and its parts, downwards; each once, whatever ring they make."""
    found: dict[str, Adjustment] = {}
    above: Adjustment | None = item
    while above is not None and above.id not in found:
        found[above.id] = above
        above = known.adjustments.get(above.part_of.id) if above.part_of is not None else None
    below = list(known.parts.get(item.id, ()))
    while below:
        part = below.pop()
        if part.id not in found:
            found[part.id] = part
            below += known.parts.get(part.id, ())
    return tuple(found.values())
