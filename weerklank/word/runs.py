"""Words in a paragraph as Word has them: runs, links, bookmarks, fields.

In: inline pieces and the context of the document. Out: elements of WordprocessingML (ECMA-376 part 1, 17.3 and 17.16).
Links to outside leave their address in the relationships of the document part.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.parts.document import DocumentPart

from weerklank.data.flat import visible
from weerklank.word import styles
from weerklank.word.tree import Heading, Inline, Placeholder, Run

_ADDRESS = re.compile(r"(?:https?://|mailto:)\S", re.IGNORECASE)
_PIECES = re.compile(r"([\n\t])")


@dataclass(frozen=True)
class Context:
    """What a block needs to know of its document.

    `bookmarks`: the name of the bookmark of each anchor; `contents`: each heading with its bookmark, in order;
    `address`: the site's address or ""; `ids`: numbers for bookmarks and drawings, each given once; `placed`: the
    bookmarks that already stand somewhere, since each can stand in one place only.
    """

    part: DocumentPart
    bookmarks: Mapping[str, str]
    contents: tuple[tuple[Heading, str], ...]
    address: str
    ids: Iterator[int]
    placed: set[str]


def node(tag: str, attributes: Mapping[str, str] | None = None, *children: BaseOxmlElement) -> BaseOxmlElement:
    """Return an element; tag and attributes have a prefix ("w:val")."""
    element = cast("BaseOxmlElement", OxmlElement(tag, {qn(key): value for key, value in (attributes or {}).items()}))
    element.extend(children)
    return element


def value_node(tag: str, value: str) -> BaseOxmlElement:
    """Return an element with a `w:val`."""
    return node(tag, {"w:val": value})


def paragraph(style: str, *content: BaseOxmlElement) -> CT_P:
    """Return a paragraph in a style."""
    element = cast("CT_P", OxmlElement("w:p"))
    element.style = style
    element.extend(content)
    return element


def inline_nodes(pieces: tuple[Inline, ...], context: Context) -> list[BaseOxmlElement]:
    """Return the runs of a paragraph. Only web and mail addresses and anchors that are there become links."""
    nodes = []
    for piece in pieces:
        if isinstance(piece, Placeholder):
            nodes.append(run_node(f"[{piece.text.strip('[]')}]", style=styles.MISSING))
            continue
        anchor = context.bookmarks.get(piece.link.removeprefix("#")) if piece.link.startswith("#") else None
        if anchor:
            nodes.append(node("w:hyperlink", {"w:anchor": anchor, "w:history": "1"}, _styled(piece, linked=True)))
        elif _ADDRESS.match(piece.link):
            relation = context.part.relate_to(visible(piece.link), RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            nodes.append(node("w:hyperlink", {"r:id": relation, "w:history": "1"}, _styled(piece, linked=True)))
        else:
            nodes.append(_styled(piece, linked=False))
    return nodes


def run_node(
    text: str, *, style: str = "", bold: bool = False, serif: bool = False, raised: bool = False, lang: str = ""
) -> BaseOxmlElement:
    """Return a run. Order of its properties: ECMA-376 part 1, 17.3.2.28."""
    properties = []
    if style:
        properties.append(value_node("w:rStyle", style))
    if serif:
        fonts = {f"w:{kind}": styles.SERIF for kind in ("ascii", "hAnsi", "cs")}
        properties.append(node("w:rFonts", fonts))
    if bold:
        properties.extend((node("w:b"), node("w:bCs")))
    if raised:
        properties.append(value_node("w:vertAlign", "superscript"))
    if lang:
        properties.append(value_node("w:lang", lang))
    run = node("w:r", None, *([node("w:rPr", None, *properties)] if properties else []))
    run.extend(_text_nodes(text))
    return run


def bookmarked(content: list[BaseOxmlElement], name: str, context: Context) -> list[BaseOxmlElement]:
    """Return the content between the two ends of a bookmark, or as it is without a name or with one that is placed."""
    if not name or name in context.placed:
        return content
    context.placed.add(name)
    number = str(next(context.ids))
    start = node("w:bookmarkStart", {"w:id": number, "w:name": name})
    return [start, *content, node("w:bookmarkEnd", {"w:id": number})]


def field_mark(kind: str) -> BaseOxmlElement:
    """Return a run with one of the three marks of a field: begin, separate, end."""
    return node("w:r", None, node("w:fldChar", {"w:fldCharType": kind}))


def instruction(code: str) -> BaseOxmlElement:
    """Return a run with what a field does."""
    element = node("w:instrText", {"xml:space": "preserve"})
    element.text = f" {code} "
    return node("w:r", None, element)


def _styled(run: Run, *, linked: bool) -> BaseOxmlElement:
    """A link takes the style of links, so that literal words in it get their face directly."""
    style = styles.LINK if linked else styles.LITERAL if run.literal else ""
    return run_node(
        run.text, style=style, serif=linked and run.literal, bold=run.bold, raised=run.raised, lang=run.lang
    )


def _text_nodes(text: str) -> list[BaseOxmlElement]:
    """Text, with line ends and tabs as the elements that Word has for them."""
    nodes = []
    for piece in filter(None, _PIECES.split(visible(text))):
        if piece in "\n\t":
            nodes.append(node("w:br" if piece == "\n" else "w:tab"))
        else:
            element = node("w:t", {"xml:space": "preserve"})
            element.text = piece
            nodes.append(element)
    return nodes
