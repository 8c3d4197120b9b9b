"""Upright and turned pages in one document.

In: the elements of the body and the template. Out: the same with the settings of a section at the end of each stretch
of pages of one kind.
"""

from copy import deepcopy

from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement

from weerklank.word import contract
from weerklank.word.runs import PartWriter
from weerklank.word.template import Paper

_INTRODUCING = (contract.TITLE, contract.CAPTION, "Stelling", *contract.HEADINGS)


def in_sections(elements: list[BaseOxmlElement], writer: PartWriter) -> list[BaseOxmlElement]:
    """Return all elements, the settings of the last section included, which close the body.

    A table that is wider than the text of an upright page stands on a turned one, with what introduces it and the
    remarks under it.
    """
    made: list[BaseOxmlElement] = []
    page = writer.template.upright
    for element, wanted in zip(elements, _pages(elements, writer), strict=True):
        if wanted is not page:
            if made:
                _close(made, page, writer)
            page = wanted
        made.append(element)
    if made and made[-1].tag == qn("w:tbl"):
        made.append(writer.paragraph(contract.REMARK))  # Word wants a paragraph behind the last table
    return [*made, deepcopy(page.section)]


def _pages(elements: list[BaseOxmlElement], writer: PartWriter) -> list[Paper]:
    """The kind of page of each element."""
    upright, turned = writer.template.upright, writer.template.turned
    introducing = {writer.template.style(name) for name in _INTRODUCING}
    remark = writer.template.style(contract.REMARK)
    pages: list[Paper] = []
    for element in elements:
        wide = element.tag == qn("w:tbl") and int(element.xpath("w:tblPr/w:tblW/@w:w")[0]) > upright.width
        under = bool(pages) and pages[-1] is turned and _style(element) == remark
        pages.append(turned if wide or under else upright)
    for place in range(len(elements) - 2, -1, -1):
        if _style(elements[place]) in introducing:
            pages[place] = pages[place + 1]
    return pages


def _style(element: BaseOxmlElement) -> str | None:
    return element.style if isinstance(element, CT_P) else None


def _close(made: list[BaseOxmlElement], page: Paper, writer: PartWriter) -> None:
    """End a section at its last paragraph, or at a new one behind a table."""
    if made[-1].tag != qn("w:p"):
        made.append(writer.paragraph(contract.REMARK))
    made[-1].get_or_add_pPr().append(deepcopy(page.section))
