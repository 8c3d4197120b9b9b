"""Upright and turned pages in one document.

In: pieces of the body, each for one kind of page. Out: the elements of the body, with the settings of a section at the
end of each stretch of pages of one kind.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from weerklank.word import styles
from weerklank.word.page import UPRIGHT, Page, section_xml
from weerklank.word.runs import paragraph


@dataclass(frozen=True)
class Piece:
    """Elements that stand together. `introduces`: a heading, which stays with what follows it."""

    elements: tuple[BaseOxmlElement, ...]
    page: Page = UPRIGHT
    introduces: bool = False


def in_sections(pieces: Iterable[Piece]) -> list[BaseOxmlElement]:
    """Return all elements, the settings of the last section included, which close the body."""
    elements: list[BaseOxmlElement] = []
    page = UPRIGHT
    for piece in _settled(pieces):
        if piece.page is not page:
            if elements:
                _close(elements, page)
            page = piece.page
        elements.extend(piece.elements)
    if elements and elements[-1].tag == qn("w:tbl"):
        elements.append(paragraph(styles.REMARK))  # Word wants a paragraph behind the last table
    return [*elements, parse_xml(section_xml(page))]


def _settled(pieces: Iterable[Piece]) -> list[Piece]:
    """Headings go to the page of what they introduce."""
    settled: list[Piece] = []
    page = UPRIGHT
    for piece in reversed(list(pieces)):
        page = page if piece.introduces else piece.page
        settled.append(Piece(piece.elements, page))
    return settled[::-1]


def _close(elements: list[BaseOxmlElement], page: Page) -> None:
    """End a section at its last paragraph, or at a new one behind a table."""
    if elements[-1].tag != qn("w:p"):
        elements.append(paragraph(styles.REMARK))
    elements[-1].get_or_add_pPr().append(parse_xml(section_xml(page)))
