"""A decision as a sheet: why it was taken, when and by whom, and what it explains."""

from weerklank.document.blocks import Facts, Prose, Section
from weerklank.document.entries import Links
from weerklank.document.frame import Frame
from weerklank.document.sheet import Sheet
from weerklank.document.sheets.ending import finished
from weerklank.markup import inline
from weerklank.model import Absence, Decision, LeftOut


def decision(frame: Frame, item: Decision) -> Sheet:
    """The sheet of a decision."""
    explained = frame.named_by(item.ref)
    why = item.motivation
    reasons = (
        Facts("Waarom", frame.fact(item, "motivation"))
        if isinstance(why, Absence)
        else Prose(frame.prose(why, "motivering"))
    )
    facts = (*frame.facts(item, "date", "taken_by"), *frame.used_in(item))
    sections = [
        *(() if isinstance(why, LeftOut) else (Section(frame.id("waarom"), "Waarom", (reasons,)),)),
        Section(frame.id("feiten"), "Feiten", (Facts(f"{item.title}: feiten", facts),)),
    ]
    if explained:
        note = inline("Gegevens die naar deze beslissing verwijzen.")
        sections.append(Section(frame.id("verklaart"), "Verklaart", (Links(explained),), note=note))
    return finished(frame, item, "Beslissing", item.summary, tuple(sections))
