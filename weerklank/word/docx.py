"""The annex as a Word document, for anyone who has to edit it: the same HTML as the PDF.

In: the HTML of the annex on paper, the template, its charts as pictures and a moment. Out: the bytes of a .docx file,
the same on every run, and findings. This module writes no file.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from types import MappingProxyType

from docx.oxml.ns import qn
from docx.shared import Mm

from weerklank.elements import HtmlElement, parsed
from weerklank.findings import Finding, finding
from weerklank.word import contract
from weerklank.word.body import Context, Walker
from weerklank.word.runs import PartWriter, node, value_node
from weerklank.word.sections import in_sections
from weerklank.word.template import FILE, About, Template, TemplateFault, opened, saved

_NAME_LENGTH = 40  # of a bookmark ("Bookmark names", Word specifications)


def docx_bytes(
    html: str,
    *,
    template: bytes,
    pictures: Mapping[str, bytes],
    signs: Mapping[str, bytes],
    epoch: int,
    colours: Mapping[str, str] = MappingProxyType({}),
) -> tuple[bytes, tuple[Finding, ...]]:
    """Return the document, dated `epoch` (seconds since 1970, UTC). `pictures`: PNG by address in the HTML.

    `signs`: the drawing of each shape of a state as PNG, by its class ("is-stated"). `colours`: "#rrggbb" for each
    colour of the template that this agency has another for. A template that lacks something gives no bytes and a
    finding for each thing.
    """
    try:
        opened_template = opened(template, colours)
    except TemplateFault as fault:
        return b"", tuple(finding("T002", sjabloon=FILE, gebrek=lack) for lack in fault.lacks)
    page = parsed(html)
    body = page.first("body") or page
    if sides := body.attributes.get("data-sides"):
        opened_template = opened_template.between(Mm(int(sides)).twips)
    notes = _notes(body)
    called = {name: number for number, name in enumerate(_called(body, notes), start=1)}
    writer = PartWriter(
        opened_template,
        opened_template.document.part,
        bookmarks=bookmark_names(_targets(body, called)),
        notes=called,
        ids=count(1),
        placed=set(),
        signs=signs,
    )
    walker = Walker(writer, pictures)
    elements = walker.blocks(body.children, Context(contract.NORMAL, opened_template.upright.width))
    opened_template.document.element.body.extend(in_sections(elements, writer))
    _write_notes(writer, {number: notes[name] for name, number in called.items()})
    return saved(opened_template, _about(page), epoch=epoch), tuple(walker.found)


def bookmark_names(anchors: Iterable[str]) -> dict[str, str]:
    """Return a name for each anchor but "": letters, digits and low lines, a letter first, unique in any case."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for anchor in anchors:
        if not anchor or anchor in names:
            continue
        base = re.sub(r"[^0-9A-Za-z_]", "_", anchor)
        base = base if base[:1].isalpha() else f"a_{base}"
        name, number = base[:_NAME_LENGTH], 1
        while name.casefold() in taken:
            number += 1
            end = f"_{number}"
            name = base[: _NAME_LENGTH - len(end)] + end
        taken.add(name.casefold())
        names[anchor] = name
    return names


def _about(page: HtmlElement) -> About:
    """What surrounds the text."""
    meta = {
        item.attributes.get("name"): item.attributes.get("content", "") for item in page.walk() if item.tag == "meta"
    }
    title, sender, status = page.first("title"), page.first(of_class="org"), page.first(of_class="draft")
    return About(
        title=title.text() if title else "",
        publisher=meta.get("author", ""),
        subject=meta.get("description", ""),
        sender=_without(sender, status).text() if sender else "",
        status=status.text() if status else "",
        foot=next((item.attributes["data-foot"] for item in page.walk() if "data-foot" in item.attributes), ""),
    )


def _without(element: HtmlElement, child: HtmlElement | None) -> HtmlElement:
    return HtmlElement(element.tag, element.attributes, [other for other in element.children if other is not child])


def _notes(body: HtmlElement) -> dict[str, HtmlElement]:
    """Every note that has an id."""
    lists = [item for item in body.walk() if "footnote" in item.classes]
    items = [item for notes in lists for item in notes.walk() if item.tag == "li"]
    return {item.attributes["id"]: item for item in items if "id" in item.attributes}


def _called(item: HtmlElement, notes: Mapping[str, HtmlElement]) -> Iterator[str]:
    """The notes that the text calls, each once, in the order of the text. A note cannot call a footnote in Word."""
    calls = dict.fromkeys(_calls(item))
    return (name for name in calls if name in notes)


def _calls(item: HtmlElement) -> Iterator[str]:
    if item.attributes.get("role") == "doc-noteref":
        yield item.attributes.get("href", "").removeprefix("#")
    for child in item.elements:
        if "footnote" not in child.classes:
            yield from _calls(child)


def _targets(body: HtmlElement, notes: Mapping[str, int]) -> Iterator[str]:
    """The ids that something leads to, in the order of the text."""
    links = [item.attributes.get(name, "") for item in body.walk() for name in ("href", "data-target")]
    wanted = {link[1:] for link in links if link.startswith("#")} - notes.keys()
    return (name for item in body.walk() if (name := item.attributes.get("id", "")) in wanted)


def _write_notes(writer: PartWriter, notes: Mapping[int, HtmlElement]) -> None:
    template: Template = writer.template
    own = PartWriter(template, template.notes, writer.bookmarks, writer.notes, writer.ids, writer.placed, writer.signs)
    place = Context(contract.NOTE, template.upright.width, fixed=True)
    style = value_node("w:rStyle", template.style(contract.NOTE_NUMBER))
    for number, note in notes.items():
        elements = Walker(own, {}).blocks(note.children, place)
        if not elements or elements[0].tag != qn("w:p"):
            elements.insert(0, own.paragraph(contract.NOTE))
        gap = node("w:r", None, node("w:t", {"xml:space": "preserve"}))
        gap[0].text = " "
        elements[0].get_or_add_pPr().addnext(gap)
        gap.addprevious(node("w:r", None, node("w:rPr", None, style), node("w:footnoteRef")))
        template.notes.element.append(node("w:footnote", {"w:id": str(number)}, *elements))
