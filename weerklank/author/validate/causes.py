"""What an adjustment says that it came from: a signal of an initiative, or the complaints of a year.

In: a typed adjustment and all typed records. Out: findings. That the initiative and the year are there is checked with
the other references.
"""

from collections.abc import Iterator, Mapping

from weerklank.author.load import FieldPath
from weerklank.author.near import choose_from
from weerklank.author.validate.places import Checked, key_span
from weerklank.findings import Finding, Related
from weerklank.messages import Elsewhere, Hint
from weerklank.model import Adjustment, Cause, ComplaintsYear, Initiative, Ref, Vocabulary

Records = Mapping[Ref, Checked]


def check_causes(
    item: Checked, adjustment: Adjustment, records: Records, themes: Vocabulary | None
) -> Iterator[Finding]:
    """Check each cause: that it names one origin, and a signal or a theme that this origin has.

    `themes`: the list of themes, None where there is none.
    """
    first: dict[object, int] = {}
    for index, cause in enumerate(adjustment.causes):
        path: FieldPath = ("aanleiding", index)
        origin = (cause.initiative, cause.signal, cause.complaints, cause.theme)
        if first.setdefault(str(origin), index) != index:
            related = (Related(item.span(("aanleiding", first[str(origin)])), Elsewhere.FIRST),)
            yield item.say("R093", path, hint=Hint("once"), related=related)
        yield from _check_any(item, path, cause, records, themes)
        yield from _check_origin(item, path, cause)
        yield from _check_signal(item, (*path, "signaal"), cause, records)
        yield from _check_theme(item, (*path, "thema"), cause, records, themes)


def _check_any(
    item: Checked, path: FieldPath, cause: Cause, records: Records, words: Vocabulary | None
) -> Iterator[Finding]:
    """Complaints that were none are no reason for anything."""
    target = records.get(cause.complaints) if cause.complaints is not None else None
    if target is None or not isinstance(target.model, ComplaintsYear):
        return
    themes = target.model.themes
    parts = themes.parts if themes is not None and words is not None and cause.theme is not None else {}
    terms = ((words.called(name) if words else None, count) for name, count in parts.items())
    counted = {term.id: count for term, count in terms if term is not None}
    if target.model.received == 0:
        yield item.say("R094", (*path, "klachten"), waarde=target.raw.id)
    elif cause.theme is not None and counted.get(cause.theme.id) == 0:
        yield item.say("R094", (*path, "thema"), waarde=target.raw.id)


def _check_origin(item: Checked, path: FieldPath, cause: Cause) -> Iterator[Finding]:
    """Either an initiative, or complaints: what belongs to the other has no place beside it."""
    named = {"initiative", "complaints"} & cause.model_fields_set
    if not named:
        veld, hint = ("initiatief", "add_or_state") if cause.theme is None else ("klachten", "add")
        yield item.say("R001", path, hint=Hint(hint, {"veld": veld}), veld=veld)
    elif len(named) > 1:
        yield item.say("R065", (*path, "klachten"), hint=Hint("apart"), veld="klachten", ander="initiatief")
    elif cause.complaints is not None and "signal" in cause.model_fields_set:
        yield item.say("R065", (*path, "signaal"), hint=Hint("theme"), veld="signaal", ander="klachten")
    elif cause.complaints is None and cause.theme is not None:
        yield item.say("R065", (*path, "thema"), hint=Hint("year"), veld="thema", ander="initiatief")


def _check_signal(item: Checked, path: FieldPath, cause: Cause, records: Records) -> Iterator[Finding]:
    if not isinstance(cause.signal, str) or cause.complaints is not None:
        return
    if not isinstance(cause.initiative, Ref):
        yield item.say("V005", path)
        return
    target = records.get(cause.initiative)
    if target is None or not isinstance(target.model, Initiative):
        return
    signals = target.model.signals
    names = tuple(signal.id for signal in signals) if isinstance(signals, tuple) else ()
    if cause.signal not in names:
        related = (Related(key_span(target.raw, ("signalen",)), Elsewhere.SIGNALS),) if names else ()
        hint = choose_from(cause.signal, names) or Hint("no_signals")
        yield item.say("V004", path, hint=hint, related=related, initiatief=cause.initiative.id, id=cause.signal)


def _check_theme(
    item: Checked, path: FieldPath, cause: Cause, records: Records, words: Vocabulary | None
) -> Iterator[Finding]:
    """A theme that the year did not count leads to no number: then it says too much that it is the cause."""
    target = records.get(cause.complaints) if cause.complaints is not None else None
    if target is None or cause.theme is None or not isinstance(target.model, ComplaintsYear):
        return
    if words is None or words.term(cause.theme.id) is None:
        return  # no theme at all: that is said of the reference
    themes = target.model.themes
    terms = (words.called(name) for name in (themes.parts if themes is not None else ()))
    names = tuple(term.id for term in terms if term is not None)
    if cause.theme.id not in names:
        related = (Related(key_span(target.raw, ("themas",)), Elsewhere.THEMES),) if names else ()
        hint = choose_from(cause.theme.id, names) or Hint("no_themes")
        yield item.say("V037", path, hint=hint, related=related, waarde=target.raw.id, id=cause.theme.id)
