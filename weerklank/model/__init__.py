"""The content model: one class per record kind, Dutch keys for authors, English names for code.

In: plain data whose scalars are all text. Out: frozen pydantic models. Sole owner of pydantic.
"""

from weerklank.kinds import LIST, OF_RECORDS, OF_WORDS, ORGANISATION
from weerklank.model.complaints import Breakdown, Compensation, ComplaintsYear, Division
from weerklank.model.dates import NOW, PartialDate
from weerklank.model.fields import walk
from weerklank.model.organisation import AccessibilityStatement, Organisation, Statement
from weerklank.model.part import Part
from weerklank.model.promise import Promise
from weerklank.model.question import Annex, AnnexPart, Question, QuestionPart, Selection, SubQuestion
from weerklank.model.records import (
    Adjustment,
    Cause,
    Evidence,
    Initiative,
    Involved,
    KeyFact,
    Participants,
    Record,
    Signal,
    Step,
    Verifiable,
)
from weerklank.model.reference import Decision, Page, Source, Term, Vocabulary
from weerklank.model.survey import Cost, Margin, Measurement, Result, Scale, Series, Target, Yearly
from weerklank.model.values import (
    NOT_FILLED_IN,
    SILENT,
    Absence,
    AbsenceKey,
    ChangeNote,
    Citation,
    LeftOut,
    Period,
    Publication,
    Quantity,
    Reading,
    Ref,
    Tension,
    said_absent,
)
from weerklank.model.verdict import Verdict

RECORDS: dict[str, type[Record]] = {
    kind.name: model for kind in OF_RECORDS for model in Record.__subclasses__() if model.KIND is kind
}
"""Record class per kind."""

MODELS: dict[str, type[Record | Organisation | Vocabulary]] = {ORGANISATION: Organisation, LIST: Vocabulary, **RECORDS}
"""Class of every file that an author writes, per kind; the files in lijsten/ are `Vocabulary`."""

VOCABULARIES: dict[str, str] = {kind.folder: kind.name for kind in OF_WORDS}
"""File name in lijsten/ -> the kind that references to its terms carry."""

__all__ = [
    "MODELS",
    "NOT_FILLED_IN",
    "NOW",
    "RECORDS",
    "SILENT",
    "VOCABULARIES",
    "Absence",
    "AbsenceKey",
    "AccessibilityStatement",
    "Adjustment",
    "Annex",
    "AnnexPart",
    "Breakdown",
    "Cause",
    "ChangeNote",
    "Citation",
    "Compensation",
    "ComplaintsYear",
    "Cost",
    "Decision",
    "Division",
    "Evidence",
    "Initiative",
    "Involved",
    "KeyFact",
    "LeftOut",
    "Margin",
    "Measurement",
    "Organisation",
    "Page",
    "Part",
    "PartialDate",
    "Participants",
    "Period",
    "Promise",
    "Publication",
    "Quantity",
    "Question",
    "QuestionPart",
    "Reading",
    "Record",
    "Ref",
    "Result",
    "Scale",
    "Selection",
    "Series",
    "Signal",
    "Source",
    "Statement",
    "Step",
    "SubQuestion",
    "Target",
    "Tension",
    "Term",
    "Verdict",
    "Verifiable",
    "Vocabulary",
    "Yearly",
    "said_absent",
    "walk",
]
