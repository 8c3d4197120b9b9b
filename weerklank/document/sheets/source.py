"""A source as a sheet: what document it is, its stored text, and the records that rest on it."""

from weerklank.document.blocks import Block, Facts, Prose, Section
from weerklank.document.entries import Links, Passages
from weerklank.document.frame import Frame
from weerklank.document.parts import NOTHING, Fact, Link, Said
from weerklank.document.sheet import Sheet
from weerklank.document.sheets.ending import finished
from weerklank.facts.voice import elsewhere
from weerklank.markup import block, inline
from weerklank.model import Source

LEAD = "De volledige tekst staat hieronder. Bij elke alinea staat haar plaats, zoals een citaat ze noemt."


def source(frame: Frame, item: Source) -> Sheet:
    """The sheet of a source, with its text when we keep one."""
    text = frame.corpus.stored.get(item.id)
    about: list[Block] = [Facts(f"{item.title}: gegevens", (*_facts(frame, item), *frame.used_in(item)))]
    about += [Prose(block(item.note, prefix=frame.id("opmerking")))] if item.note else []
    outside = inline(elsewhere(frame.corpus)) if item.external else NOTHING
    sections = [Section(frame.id("feiten"), "Over dit document", tuple(about), note=outside)]
    if text:
        note = inline("Letterlijk, zoals we hem bewaren. De plaats staat erbij: zo noemt ook een citaat ze.")
        sections.append(
            Section(
                frame.id("tekst"),
                "De tekst",
                (Passages(tuple(zip(text.passages, text.labels, strict=True))),),
                note=note,
            )
        )
    if named := frame.named_by(item.ref):
        sections.append(Section(frame.id("gebruikt"), "Hierop steunen", (Links(named),)))
    return finished(frame, item, "Bron", LEAD if text else "", tuple(sections))


def _facts(frame: Frame, item: Source) -> tuple[Fact, ...]:
    address = frame.fact(item, "url")
    if isinstance(item.url, str):
        address = (Fact(address[0].term, Said(NOTHING, links=(Link(item.url, url=item.url),))),)
    return (*frame.facts(item, "kind", "publisher", "date"), *address, *frame.facts(item, "consulted"))
