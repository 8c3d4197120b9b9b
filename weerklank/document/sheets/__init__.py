"""Every kind of record as a sheet: its layout, made once, for its page, for an annex and so for Word.

In: the public corpus and a record. Out: a `Sheet`. A new kind of record has a module here.
"""

from collections.abc import Callable, Mapping
from typing import Any

from weerklank.corpus import Corpus
from weerklank.document.frame import Frame
from weerklank.document.sheet import Sheet
from weerklank.document.sheets.adjustment import adjustment
from weerklank.document.sheets.complaints import complaints_year
from weerklank.document.sheets.decision import decision
from weerklank.document.sheets.initiative import initiative
from weerklank.document.sheets.measurement import measurement
from weerklank.document.sheets.promise import promise
from weerklank.document.sheets.source import source
from weerklank.model import Adjustment, ComplaintsYear, Decision, Initiative, Measurement, Record, Source
from weerklank.model.promise import Promise

_MAKERS: Mapping[type[Record], Callable[[Frame, Any], Sheet]] = {
    Initiative: initiative,
    Adjustment: adjustment,
    Measurement: measurement,
    ComplaintsYear: complaints_year,
    Decision: decision,
    Promise: promise,
    Source: source,
}


def sheet(corpus: Corpus, record: Record, *, prefix: str = "") -> Sheet:
    """The sheet of a record. `prefix`: what its ids begin with, where it is not the only one on its page.

    KeyError for a kind whose page is not made from a sheet: a question, a page of prose.
    """
    return _MAKERS[type(record)](Frame(corpus, prefix), record)


def has_sheet(record: Record) -> bool:
    """Whether the page of a record is its sheet."""
    return type(record) in _MAKERS


__all__ = ["has_sheet", "sheet"]
