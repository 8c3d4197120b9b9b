"""What every sheet ends with: the story, contradictions, what it rests on, and what was corrected."""

from weerklank.document.blocks import Contradictions, Prose, Section
from weerklank.document.frame import Frame
from weerklank.document.sheet import Sheet
from weerklank.markup import block, inline
from weerklank.model import Citation, Record, Tension, walk


def finished(frame: Frame, item: Record, kicker: str, summary: str, sections: tuple[Section, ...]) -> Sheet:
    """The sheet of a record: these sections, then its story and where its sources say two things."""
    if item.body:
        story = Prose(block(item.body, prefix=frame.id("verhaal")))
        sections += (Section(frame.id("verhaal"), "Het verhaal", (story,)),)
    tensions: tuple[Tension, ...] = getattr(item, "tensions", ())
    if tensions:
        note = inline("Beide lezingen staan er. Er is geen keuze gemaakt.")
        title = "Waar de bron twee dingen zegt"
        sections += (Section(frame.id("tegenspraak"), title, (Contradictions(tensions),), note=note),)
    changes = tuple(sorted(item.changes, key=lambda change: change.date, reverse=True))
    return Sheet(item.ref, item.title, kicker, summary, sections, all_citations(item), changes)


def all_citations(record: object) -> tuple[Citation, ...]:
    """Every citation anywhere in a record, in order."""
    return tuple(value for _, value in walk(record) if isinstance(value, Citation))
