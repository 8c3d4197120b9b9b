"""Words in a paragraph as Word has them: runs, links, bookmarks, fields, notes.

In: phrases and the template. Out: elements of WordprocessingML (ECMA-376 part 1, 17.3 and 17.16). Links to outside
leave their address in the relationships of the part that they stand in.
"""

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import cast

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import XmlPart
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.oxml.shape import CT_Inline
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.package import Package
from docx.shared import Pt

from weerklank.data.flat import visible
from weerklank.word import contract
from weerklank.word.phrases import Phrase
from weerklank.word.template import Template

_ADDRESS = re.compile(r"(?:https?://|mailto:)\S", re.IGNORECASE)
_PIECES = re.compile(r"([\n\t\xad])")
_ELEMENTS = {"\n": "w:br", "\t": "w:tab", "\xad": "w:softHyphen"}
_ORDER = (
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow", "emboss",
    "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern", "position", "sz",
    "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang",
)  # fmt: skip
"""Order of the properties of a run (ECMA-376 part 1, 17.3.2.28)."""

_SIGN_HEIGHT = Pt(8.2)
_SIGN_DROP = "-2"  # half points below the line
_DECORATIVE = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<d:decorative xmlns:d="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
"""Says that a picture adds nothing to the words (MS-ODRAWXML, 2.24.3.1)."""


@dataclass(frozen=True)
class PartWriter:
    """Writes phrases into one part of a document.

    `bookmarks`: the name of each place that is linked to; `notes`: the number of each footnote; `ids`: numbers for
    bookmarks and drawings, each given once; `placed`: bookmarks that stand somewhere, since each stands once;
    `signs`: the drawing of each shape of a state as PNG, by its class.
    """

    template: Template
    part: XmlPart
    bookmarks: Mapping[str, str]
    notes: Mapping[str, int]
    ids: Iterator[int]
    placed: set[str]
    signs: Mapping[str, bytes]

    def nodes(self, phrases: tuple[Phrase, ...]) -> list[BaseOxmlElement]:
        """Return the runs of a paragraph. Only web and mail addresses and places that are there become links."""
        return [node for phrase in phrases for node in self._nodes(phrase)]

    def _nodes(self, phrase: Phrase) -> list[BaseOxmlElement]:
        if phrase.sign:
            return [self._sign(phrase.sign)]
        if phrase.note in self.notes:
            return self._note(self.notes[phrase.note])
        if phrase.page:
            name = self.bookmarks.get(phrase.page)
            return field(f"PAGEREF {name} \\h", [self._run(phrase)]) if name else [self._run(phrase)]
        tip = {"w:tooltip": visible(phrase.tip)} if phrase.tip else {}
        target = self._target(phrase)
        if target is None:
            return self._explained(phrase, tip) if tip else [self._run(phrase)]
        return [node("w:hyperlink", target | tip | {"w:history": "1"}, self._run(phrase, contract.LINK))]

    def _target(self, phrase: Phrase) -> dict[str, str] | None:
        if phrase.link.startswith("#"):
            name = self.bookmarks.get(phrase.link[1:])
            return {"w:anchor": name} if name else None
        if not _ADDRESS.match(phrase.link):
            return None
        return {"r:id": self.part.relate_to(visible(phrase.link), RELATIONSHIP_TYPE.HYPERLINK, is_external=True)}

    def _explained(self, phrase: Phrase, tip: dict[str, str]) -> list[BaseOxmlElement]:
        """An abbreviation. Word says what is behind words only of a link, so the first one is a link to itself."""
        name = f"_Afkorting_{sha256(f'{phrase.text} {phrase.tip}'.encode()).hexdigest()[:12]}"
        run = self._run(phrase)
        if name in self.placed:
            return [run]
        return self.bookmarked([node("w:hyperlink", {"w:anchor": name} | tip, run)], name)

    def _note(self, number: int) -> list[BaseOxmlElement]:
        """The number of a footnote; where it was called before, that number again."""
        style = value_node("w:rStyle", self.template.style(contract.NOTE_NUMBER))
        name = f"_Noot{number}"
        if name in self.placed:
            again = node("w:r", None, node("w:rPr", None, style), *_text_nodes(str(number)))
            return field(f"NOTEREF {name} \\f \\h", [again])
        call = node("w:footnoteReference", {"w:id": str(number)})
        return self.bookmarked([node("w:r", None, node("w:rPr", None, style), call)], name)

    def _sign(self, name: str) -> BaseOxmlElement:
        """The shape of a state in the line; its word stands beside it, so a screen reader passes it by."""
        package = cast("Package", self.part.package)
        image = package.get_or_add_image_part(io.BytesIO(self.signs[name]))
        place = self.part.relate_to(image, RELATIONSHIP_TYPE.IMAGE)
        width, height = image.image.scaled_dimensions(height=_SIGN_HEIGHT)
        number = next(self.ids)
        drawing = CT_Inline.new_pic_inline(number, place, f"{name}.png", width, height)
        for side in "TBLR":
            drawing.set(f"dist{side}", "0")
        drawing.docPr.set("name", f"Vorm {number}")
        drawing.docPr.append(parse_xml(_DECORATIVE))
        look = node("w:rPr", None, value_node("w:position", _SIGN_DROP))
        return node("w:r", None, look, node("w:drawing", None, drawing))

    def _run(self, phrase: Phrase, *styles: str) -> BaseOxmlElement:
        """A run can have one style: the last; what the others say of its letters is said of the run itself."""
        names = [*phrase.styles, *styles]
        looks: dict[str, BaseOxmlElement] = {}
        for name in names:
            looks |= self.template.look(name)
        if names:
            looks = {tag: look for tag, look in looks.items() if tag not in self.template.look(names[-1])}
            looks[qn("w:rStyle")] = value_node("w:rStyle", self.template.style(names[-1]))
        if phrase.bold:
            looks |= {qn("w:b"): node("w:b"), qn("w:bCs"): node("w:bCs")}
        if phrase.raised:
            looks[qn("w:vertAlign")] = value_node("w:vertAlign", "superscript")
        if phrase.lang:
            looks[qn("w:lang")] = value_node("w:lang", phrase.lang)
        ordered = [looks[tag] for tag in map(qn, (f"w:{name}" for name in _ORDER)) if tag in looks]
        return node("w:r", None, *([node("w:rPr", None, *ordered)] if ordered else []), *_text_nodes(phrase.text))

    def paragraph(self, style: str, *content: BaseOxmlElement) -> CT_P:
        """Return a paragraph in a style."""
        element = cast("CT_P", OxmlElement("w:p"))
        if style != contract.NORMAL:
            element.style = self.template.style(style)
        element.extend(content)
        return element

    def bookmarked(self, content: list[BaseOxmlElement], *names: str) -> list[BaseOxmlElement]:
        """Return the content between the two ends of each bookmark that is not placed yet."""
        for name in names:
            if name and name not in self.placed:
                self.placed.add(name)
                number = str(next(self.ids))
                start = node("w:bookmarkStart", {"w:id": number, "w:name": name})
                content = [start, *content, node("w:bookmarkEnd", {"w:id": number})]
        return content


def node(tag: str, attributes: Mapping[str, str] | None = None, *children: BaseOxmlElement) -> BaseOxmlElement:
    """Return an element; tag and attributes have a prefix ("w:val")."""
    element = cast("BaseOxmlElement", OxmlElement(tag, {qn(key): value for key, value in (attributes or {}).items()}))
    element.extend(children)
    return element


def value_node(tag: str, value: str) -> BaseOxmlElement:
    """Return an element with a `w:val`."""
    return node(tag, {"w:val": value})


def field(code: str, shown: list[BaseOxmlElement]) -> list[BaseOxmlElement]:
    """Return a field: its instruction, and what stands there until Word has carried it out."""
    begin, separate, end = (
        node("w:r", None, node("w:fldChar", {"w:fldCharType": kind})) for kind in ("begin", "separate", "end")
    )
    instruction = node("w:instrText", {"xml:space": "preserve"})
    instruction.text = f" {code} "
    return [begin, node("w:r", None, instruction), separate, *shown, end]


def _text_nodes(text: str) -> list[BaseOxmlElement]:
    """Text, with line ends, tabs and places where a word may break as the elements that Word has for them."""
    nodes = []
    for piece in filter(None, _PIECES.split(visible(text))):
        if piece in _ELEMENTS:
            nodes.append(node(_ELEMENTS[piece]))
        else:
            element = node("w:t", {"xml:space": "preserve"})
            element.text = piece
            nodes.append(element)
    return nodes
