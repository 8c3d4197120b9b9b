"""The order in which readers find records: by title, or with the newest first.

In: records and what dates them. Out: the same records. An id is a name for machines: no list is sorted by it.
"""

from collections.abc import Callable, Iterable
from typing import TypeVar

from weerklank.model import Absence, ChangeNote, PartialDate, Period, Record
from weerklank.wording import collate

R = TypeVar("R", bound=Record)


def by_title(records: Iterable[R]) -> tuple[R, ...]:
    """Records in alphabetical order."""
    return tuple(sorted(records, key=lambda record: (collate(record.title), record.id)))


def last_first(changes: Iterable[ChangeNote]) -> tuple[ChangeNote, ...]:
    """Corrections of one record, the last one first."""
    return tuple(sorted(changes, key=lambda change: change.date, reverse=True))


def newest_first(records: Iterable[R], *, dated: Callable[[R], PartialDate | Period | Absence | None]) -> tuple[R, ...]:
    """Records by date, the newest first; what has no date comes last. Records of one date stand by title.

    A period counts as its end, or as its start where the end is not known.
    """

    def key(record: R) -> tuple[int, int, int]:
        date = dated(record)
        if isinstance(date, Period):
            date = date.end or date.start
        return (-date.year, -date.month, -date.day) if isinstance(date, PartialDate) else (0, 0, 0)

    return tuple(sorted(by_title(records), key=key))
