"""What authors have not come to yet: fields that may be absent and of which a record says nothing at all.

In: the whole corpus. Out: one line per record, for authors only. It is no gap of the source, and no page prints it.
"""

from weerklank.corpus import Corpus
from weerklank.model import (
    Absence,
    Adjustment,
    Cause,
    LeftOut,
    Measurement,
    Part,
    Promise,
    Question,
    Record,
    Result,
    Source,
)
from weerklank.model.fields import Field, fields_of

_NOT_DONE = {
    "niet_weerhouden": ("cost", "effect", "count"),
    "gepland": ("effect",),
    "overwogen": ("effect",),
}
"""Last step of an adjustment -> what nobody can know of it: what was not done has no effect yet, or never."""


def unfilled(corpus: Corpus) -> tuple[str, ...]:
    """The keys that each record leaves out, in the order of its kind: "initiatief:heerlijk-helder: doel, gehoord"."""
    lines = []
    for record in corpus.records():
        keys = [own.key for own in left_out(record)] if is_asked(corpus, record) else []
        if keys:
            lines.append(f"{record.KIND.name}:{record.id}: {', '.join(keys)}")
    return tuple(lines)


def is_asked(corpus: Corpus, record: Record) -> bool:
    """Whether its author is asked for them: not of a source that only explains words, or an adjustment with parts."""
    return record.id not in corpus.parts and not (isinstance(record, Source) and record.external)


def left_out(part: Part, within: Record | None = None) -> tuple[Field, ...]:
    """The fields of a record, or of a piece of one, that may be absent and of which it says nothing.

    `within`: the record that the piece is of. What that says for all its pieces, or rules out, is not left out of them.
    """
    open_fields = (own for own in fields_of(part) if own.stated and own.absent and not own.written(part))
    return tuple(own for own in open_fields if _applies(part, own.attribute) and not _settled(part, own, within))


def _applies(part: Part, name: str) -> bool:
    """Whether a field can be known of this record or piece, given what else it says."""
    match part:
        case Question():
            return name != "term" or part.has_term
        case Cause():
            return name not in ("initiative", "signal") or part.complaints is None
        case Promise():
            return name != "closed_by" or not part.is_open
        case Adjustment():
            return name not in _NOT_DONE.get(part.course[-1].status, ())
        case Result(value=Absence() as missing) if not isinstance(missing, LeftOut):
            return False  # of what was not measured there is no number, margin or question to ask for
    return True


def _settled(part: Part, own: Field, within: Record | None) -> bool:
    """Whether a measurement, or the series of a result, says it for its results; where all were asked is no margin."""
    whole = part if isinstance(part, Measurement) else within
    if not isinstance(whole, Measurement):
        return False
    if own.attribute == "margin" and whole.choice == "iedereen":
        return True
    above: list[Part] = [whole, *(series for series in whole.series if series.id == getattr(part, "series", ""))]
    said = {field.attribute for item in above for field in fields_of(item) if field.written(item)}
    return isinstance(part, Result) and own.attribute in said
