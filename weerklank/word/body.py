"""The HTML of an annex as Word has it, block by block.

In: the elements of a page and the writer of a part. Out: elements of WordprocessingML (ECMA-376 part 1, 17), and what
was found on the way. Pictures and lists leave their trace in other parts, which python-docx keeps.
"""

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt, Twips

from weerklank.data.flat import visible
from weerklank.elements import HtmlElement, Node
from weerklank.findings import Finding, finding
from weerklank.word import contract
from weerklank.word.phrases import PLAIN, Phrase, phrases, silent
from weerklank.word.runs import PartWriter, field, node, value_node
from weerklank.word.tables import table_element

_UNDER_TABLE = Pt(9)
_LIST_LEVELS = 9  # that Word knows
_CELL_EDGE = 140  # what a table keeps free beside its words, in twentieths of a point
_ALIGNED = {"n": WD_ALIGN_PARAGRAPH.RIGHT, "c": WD_ALIGN_PARAGRAPH.CENTER}


@dataclass(frozen=True)
class Context:
    """Where a block stands. `style`: of its paragraphs; `fixed`: no class changes that; `look`: of their words.

    `width`: of the text, in twentieths of a point; `level`: in how many lists it is; `largest`: how wide and how high
    a picture may be, in mm, where that is less than the text.
    """

    style: str
    width: int
    fixed: bool = False
    look: Phrase = PLAIN
    level: int = 0
    largest: tuple[int, int] | None = None


class Walker:
    """Walks the HTML in the order of the text. `found`: pictures that cannot stand in the document."""

    def __init__(self, writer: PartWriter, pictures: Mapping[str, bytes]) -> None:
        """`pictures`: each picture as PNG, by the address that the HTML has for it."""
        self.found: list[Finding] = []
        self._writer = writer
        self._pictures = pictures
        self._pending: list[str] = []

    def blocks(self, nodes: Sequence[Node], place: Context) -> list[BaseOxmlElement]:
        """Return the blocks among elements and text; text and phrases between blocks become paragraphs."""
        made: list[BaseOxmlElement] = []
        loose: list[Node] = []
        for item in nodes:
            if isinstance(item, HtmlElement) and (item.tag in contract.BLOCKS or _holds_blocks(item)):
                made += self._paragraph(loose, place)
                loose = []
                made += self._block(item, place)
            else:
                loose.append(item)
        return _apart([*made, *self._paragraph(loose, place)], self._writer)

    def _block(self, item: HtmlElement, around: Context) -> list[BaseOxmlElement]:  # noqa: PLR0911 - one case per element
        if silent(item):
            return []
        self._arrive(item)
        place = _inside(item, around)
        match item.tag:
            case "nav" if item.attributes.get("role") == "doc-toc":
                return [contents(item, self._writer)]
            case "ul" | "ol":
                return self._list(item, place)
            case "table" | "dl":
                return self._table(item, place)
            case "figure":
                return self._figure(item, place)
            case "img":
                return self._picture(item, place)
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                return self._heading(item, place)
            case "p" | "pre":
                return self._line(item, place)
            case "div" if "footnote" in item.classes:
                return self._left(item, place)
        return self.blocks(item.children, place)

    def _line(self, item: HtmlElement, place: Context) -> list[BaseOxmlElement]:
        """A paragraph of its own, unless it stands in the header."""
        if contract.IN_HEADER & set(item.classes):
            return []
        made = self._paragraph(item.children, place, kept=item.tag == "pre")
        return _kept(made) if contract.LEADING & set(item.classes) else made

    def _heading(self, item: HtmlElement, place: Context) -> list[BaseOxmlElement]:
        """A heading; what stands in it as a line of its own is a paragraph in the style of its class."""
        style = contract.TITLE if item.tag == "h1" else contract.HEADINGS[int(item.tag[1]) - 2]
        lines = [child for child in item.elements if contract.PARAGRAPHS.keys() & set(child.classes)]
        words = [child for child in item.children if child not in lines]
        made = self._paragraph(words, replace(place, style=style))
        return made + [part for line in lines for part in self._paragraph(line.children, _inside(line, place))]

    def _arrive(self, item: HtmlElement) -> None:
        """Remember what the next paragraph has to carry: places that are linked to."""
        self._pending.append(item.attributes.get("id", ""))

    def _paragraph(self, nodes: Sequence[Node], place: Context, *, kept: bool = False) -> list[BaseOxmlElement]:
        """One paragraph, or none when there is nothing to read."""
        for child in nodes:
            if isinstance(child, HtmlElement):
                self._pending += [inner.attributes.get("id", "") for inner in child.walk()]
        shown = phrases(nodes, place.look, kept=kept)
        if not any(phrase.sign or visible(phrase.text).strip() for phrase in shown):
            return []
        return [self._carrying(place.style, self._writer.nodes(shown))]

    def _carrying(self, style: str, content: list[BaseOxmlElement]) -> CT_P:
        """A paragraph with the bookmarks that wait for one."""
        names = [self._writer.bookmarks.get(name, "") for name in self._pending]
        self._pending = []
        return self._writer.paragraph(style, *self._writer.bookmarked(content, *names))

    def _list(self, item: HtmlElement, place: Context) -> list[BaseOxmlElement]:
        """Each list counts for itself. Where each item begins with a shape, that is its mark."""
        template = self._writer.template
        kind = contract.NUMBERS if item.tag == "ol" else contract.SIGNED if _signed(item) else contract.BULLETS
        level = min(place.level, _LIST_LEVELS - 1)
        written = item.attributes.get("start", "")
        number = template.numbering(kind, level=level, start=int(written) if written.isdecimal() else 1)
        style = _styled(kind, place)
        made: list[BaseOxmlElement] = []
        for child in item.elements:
            self._arrive(child)
            blocks = self.blocks(child.children, replace(_inside(child, place), level=level + 1))
            if not blocks or blocks[0].tag != qn("w:p") or _numbered(blocks[0]):
                blocks = [self._carrying(place.style, []), *blocks]
            properties = cast("CT_P", blocks[0]).get_or_add_pPr()
            properties.style = properties.style or template.style(style)
            properties.get_or_add_numPr().extend((value_node("w:ilvl", str(level)), value_node("w:numId", number)))
            for later in blocks[1:]:
                if later.tag == qn("w:p") and not _numbered(later):
                    cast("CT_P", later).get_or_add_pPr().ind_left = Twips(template.indent(kind, level))
            made += blocks
        return made

    def _left(self, item: HtmlElement, place: Context) -> list[BaseOxmlElement]:
        """The notes that nothing in the text calls, each with its number; the others stand at the foot of a page."""
        notes = [child for inner in item.elements for child in inner.elements if child.tag == "li"]
        return [
            element
            for number, child in enumerate(notes, start=1)
            if child.attributes.get("id") not in self._writer.notes
            for element in self._list(HtmlElement("ol", {"start": str(number)}, [child]), place)
        ]

    def _table(self, item: HtmlElement, place: Context) -> list[BaseOxmlElement]:
        caption = next((child for child in item.elements if child.tag == "caption"), None)
        above: list[BaseOxmlElement] = []
        if caption is not None and "hidden" not in caption.classes:
            above = self._paragraph(caption.children, replace(_inside(caption, place), style=contract.CAPTION))

        def fill(cell: HtmlElement, style: str, width: int) -> list[BaseOxmlElement]:
            self._arrive(cell)
            bold = cell.tag == "th" and style in (contract.CELL, contract.SMALL_CELL)
            inside = Context(style, max(1, width - _CELL_EDGE), fixed=True, look=replace(place.look, bold=bold))
            made = self.blocks(cell.children, _inside(cell, inside))
            aligned = next((_ALIGNED[name] for name in cell.classes if name in _ALIGNED), None)
            if aligned is not None and len(made) == 1 and made[0].tag == qn("w:p"):
                cast("CT_P", made[0]).get_or_add_pPr().jc_val = aligned
            return made

        wider = place.width if place.fixed or place.level else self._writer.template.turned.width
        table = table_element(item, self._writer, room=(place.width, wider), fill=fill)
        return above if table is None else [*above, table]

    def _figure(self, item: HtmlElement, place: Context) -> list[BaseOxmlElement]:
        """The picture stays with the caption under it."""
        made: list[BaseOxmlElement] = []
        for child in item.children:
            if isinstance(child, HtmlElement) and child.tag == "figcaption":
                below = replace(_inside(child, place), style=contract.FIGURE_CAPTION)
                made = _kept(made) + self.blocks(child.children, below)
            else:
                made += self.blocks([child], place)
        return made

    def _picture(self, item: HtmlElement, place: Context) -> list[BaseOxmlElement]:
        """A picture as wide as the text. Its alternative text is in the drawing; without one it adds nothing."""
        address, words = item.attributes.get("src", ""), item.attributes.get("alt", "")
        if "alt" not in item.attributes:
            self.found.append(finding("P028", adres=address))
        if address not in self._pictures:
            self.found.append(finding("P011", adres=address))
        if not words.strip() or address not in self._pictures:
            return []
        template = self._writer.template
        drawing = template.document.part.new_pic_inline(
            io.BytesIO(self._pictures[address]), width=Twips(_width(item, template.upright.width, place.largest))
        )
        for side in "TBLR":
            drawing.set(f"dist{side}", "0")
        number = next(self._writer.ids)
        properties = drawing.docPr
        properties.set("id", str(number))
        properties.set("name", f"Figuur {number}")
        properties.set("descr", visible(words))
        return [self._carrying(contract.NORMAL, [node("w:r", None, node("w:drawing", None, drawing))])]


def _kept(made: list[BaseOxmlElement]) -> list[BaseOxmlElement]:
    """The same, on the page of what comes after it."""
    for element in made:
        if element.tag == qn("w:p"):
            cast("CT_P", element).get_or_add_pPr().get_or_add_keepNext()
    return made


def _width(item: HtmlElement, room: int, largest: tuple[int, int] | None) -> int:
    """The width of a picture in twentieths of a point: that of the text, less for one that would be too high."""
    width, height = (int(item.attributes.get(name, "0") or "0") for name in ("width", "height"))
    widest, highest = (min(room, Mm(size).twips) for size in largest) if largest else (room, room * 2 // 3)
    return min(widest, highest * width // height) if width and height else widest


def _signed(item: HtmlElement) -> bool:
    """Say whether each item of a list begins with the shape of a state."""
    firsts = [
        next((child for child in entry.children if not isinstance(child, str) or child.strip()), "")
        for entry in item.elements
    ]
    return all(isinstance(first, HtmlElement) and "state" in first.classes for first in firsts)


def _inside(item: HtmlElement, place: Context) -> Context:
    """The place inside an element: its classes and its language hold for all that is in it."""
    names = ("quote",) if item.tag == "blockquote" else item.classes
    style = next((contract.PARAGRAPHS[name] for name in names if name in contract.PARAGRAPHS), place.style)
    words = [name for name in names if name in contract.PHRASES and (place.fixed or name not in contract.PARAGRAPHS)]
    looks = dict.fromkeys((*place.look.styles, *(contract.PHRASES[name] for name in words)))
    look = replace(place.look, styles=tuple(looks), lang=item.attributes.get("lang", place.look.lang))
    largest = next((contract.LARGEST[name] for name in names if name in contract.LARGEST), place.largest)
    return replace(place, style=_styled(style, place), look=look, largest=largest)


def _styled(style: str, place: Context) -> str:
    return place.style if place.fixed else style


def _holds_blocks(item: HtmlElement) -> bool:
    return any(inner.tag in contract.BLOCKS for inner in item.walk())


def _numbered(element: BaseOxmlElement) -> bool:
    return bool(element.xpath("w:pPr/w:numPr"))


def _apart(elements: list[BaseOxmlElement], writer: PartWriter) -> list[BaseOxmlElement]:
    """Keep two tables from becoming one, and text at some distance from the table above it."""
    made: list[BaseOxmlElement] = []
    spaced = {writer.template.style(name) for name in (contract.REMARK, *contract.HEADINGS)}
    for element in elements:
        if made and made[-1].tag == qn("w:tbl"):
            if element.tag == qn("w:tbl"):
                made.append(writer.paragraph(contract.REMARK))
            elif element.tag == qn("w:p"):
                properties = cast("CT_P", element).get_or_add_pPr()
                if properties.style not in spaced:
                    properties.spacing_before = _UNDER_TABLE
        made.append(element)
    return made


def contents(nav: HtmlElement, writer: PartWriter) -> BaseOxmlElement:
    """Return the contents as a field that Word can update, filled in with links.

    Page numbers are known to Word only. Asking it to fill them in on opening would greet each reader with a question.
    """
    entries = list(_entries(nav, 0))
    lines = [writer.paragraph(contract.CONTENTS[level], _entry(link, writer)) for level, link in entries]
    lines = lines or [writer.paragraph(contract.CONTENTS[0])]
    depth = 1 + max((level for level, _ in entries), default=0)
    *opening, end = field(f'TOC \\o "1-{depth}" \\h \\z \\u', [])
    properties = lines[0].get_or_add_pPr()
    for mark in reversed(opening):
        properties.addnext(mark)
    lines[-1].append(end)
    heads = [item for item in nav.walk() if item.tag in ("h2", "h3")][:1]
    title = [writer.paragraph(contract.TOC_HEAD, *writer.nodes((Phrase(head.text()),))) for head in heads]
    gallery = node("w:docPartObj", None, value_node("w:docPartGallery", "Table of Contents"), node("w:docPartUnique"))
    return node("w:sdt", None, node("w:sdtPr", None, gallery), node("w:sdtContent", None, *title, *lines))


def _entries(item: HtmlElement, level: int) -> Iterator[tuple[int, HtmlElement]]:
    """Every link with the level of its list, counted from 0."""
    for child in item.elements:
        if child.tag == "a":
            yield min(level, len(contract.CONTENTS)) - 1, child
        else:
            yield from _entries(child, level + (child.tag in ("ol", "ul")))


def _entry(link: HtmlElement, writer: PartWriter) -> BaseOxmlElement:
    """A line: a link that looks as text."""
    (run,) = writer.nodes((Phrase(link.text()),))
    name = writer.bookmarks.get(link.attributes.get("href", "").removeprefix("#"))
    return node("w:hyperlink", {"w:anchor": name, "w:history": "1"}, run) if name else run
