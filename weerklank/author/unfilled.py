"""What authors have not come to yet: fields that may be absent and of which a record says nothing at all.

In: the whole corpus. Out: one line per record, for authors only. It is no gap of the source, and no page prints it.
"""

from collections.abc import Iterator

from weerklank.corpus import Corpus
from weerklank.model import Record, Source
from weerklank.model.fields import fields_of


def unfilled(corpus: Corpus) -> tuple[str, ...]:
    """The keys that each record leaves out, in the order of its kind: "initiatief:heerlijk-helder: doel, gehoord".

    A source that only explains words, and an adjustment that has parts, are not asked for them.
    """
    lines = []
    for record in corpus.records():
        external = isinstance(record, Source) and record.external
        keys = [] if external or record.id in corpus.parts else list(_left_out(record))
        if keys:
            lines.append(f"{record.KIND.name}:{record.id}: {', '.join(keys)}")
    return tuple(lines)


def _left_out(record: Record) -> Iterator[str]:
    return (own.key for own in fields_of(record) if own.stated and own.absent and not own.written(record))
