"""What every sheet ends with: the story, contradictions, what it rests on, and what was corrected."""

from weerklank.chartspec import ChartSpec
from weerklank.data.table import Table
from weerklank.document.blocks import Fold, Remark, Section
from weerklank.document.entries import Bullets, Contradictions
from weerklank.document.frame import Frame
from weerklank.document.illustrations import story
from weerklank.document.numbering import citations_in
from weerklank.document.parts import mark
from weerklank.document.sheet import Sheet
from weerklank.markup import inline
from weerklank.model import Record, Tension
from weerklank.order import last_first
from weerklank.states import NOT_STATED
from weerklank.wording import counted, date_words


def finished(
    frame: Frame,
    item: Record,
    kicker: str,
    summary: str,
    sections: tuple[Section, ...],
    *,
    tables: tuple[Table, ...] = (),
    charts: tuple[ChartSpec, ...] = (),
) -> Sheet:
    """The sheet of a record: these sections, then its story and where its sources say two things."""
    if told := story(frame.corpus, item, prefix=frame.id("verhaal")):
        title = "Het verhaal" if item.body else "In beeld"
        sections += (Section(frame.id("verhaal"), title, told),)
    tensions: tuple[Tension, ...] = getattr(item, "tensions", ())
    if tensions:
        note = inline("Beide lezingen staan er. Er is geen keuze gemaakt.")
        title = "Waar de bron twee dingen zegt"
        sections += (Section(frame.id("tegenspraak"), title, (Contradictions(tensions),), note=note),)
    rests_on = tuple(dict.fromkeys((*citations_in(item), *citations_in(sections))))
    return Sheet(
        item.ref,
        item.title,
        kicker,
        summary,
        sections,
        rests_on,
        last_first(item.changes),
        checked_words(item),
        tables,
        charts,
    )


def checked_words(item: Record) -> str:
    """When somebody last compared a record with its sources, or "": "Gegevens nagekeken op 12 juni 2026."."""
    day = item.last_checked
    return f"Gegevens nagekeken {'op' if day.day else 'in'} {date_words(day)}." if day else ""


def checked(item: Record) -> tuple[Remark, ...]:
    """The same where a record is told in an annex."""
    return (Remark(inline(words)),) if (words := checked_words(item)) else ()


def gaps(frame: Frame, missing: tuple[str, ...]) -> tuple[Fold, ...]:
    """What else the source does not say, folded; nothing where the author lists nothing."""
    if not missing:
        return ()
    lines = Bullets(tuple(inline(line) for line in missing), "gaplist")
    number = counted(len(missing), "punt", "punten")
    return (Fold(frame.id("leemten"), "Wat de bron niet zegt", (lines,), number, mark(NOT_STATED)),)
