"""Every kind of record as a sheet: its layout, made once, for its page, for an annex and so for Word.

In: the public corpus and a record. Out: a `Sheet`. A new kind of record has a module here.
"""

from weerklank.corpus import Corpus
from weerklank.document.frame import Frame
from weerklank.document.sheet import Sheet
from weerklank.document.sheets.complaints import complaints_year
from weerklank.document.sheets.decision import decision
from weerklank.document.sheets.source import source
from weerklank.model import ComplaintsYear, Decision, Record, Source


def sheet(corpus: Corpus, record: Record, *, prefix: str = "") -> Sheet:
    """The sheet of a record. `prefix`: what its ids begin with, where it is not the only one on its page."""
    frame = Frame(corpus, prefix)
    match record:
        case Decision():
            return decision(frame, record)
        case ComplaintsYear():
            return complaints_year(frame, record)
        case Source():
            return source(frame, record)
    raise TypeError(f"{type(record).__name__} has no sheet")


__all__ = ["sheet"]
