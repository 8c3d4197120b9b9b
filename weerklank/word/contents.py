"""The contents of a document, as a field of Word.

In: the `nav` of the contents and the writer of the part. Out: one element of the body.
"""

from collections.abc import Iterator

from docx.oxml.xmlchemy import BaseOxmlElement

from weerklank.word import contract
from weerklank.word.elements import HtmlElement
from weerklank.word.phrases import Phrase
from weerklank.word.runs import PartWriter, field, node, value_node


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
