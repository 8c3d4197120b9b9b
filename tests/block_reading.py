"""An annex as blocks, from each of its forms: its HTML for paper, its page on the web, Word, and the tags of a PDF.

In: the bytes of one form. Out: what a reader meets, block by block, as role and words; apart from these the head of the
paper and the notes, for which each form has a place of its own. None of these readers is the program's, and all say the
same of the same annex: where two of them differ, the annex does.
"""

import io
import zipfile
from collections.abc import Iterator, Mapping

import html5lib
import pikepdf
from lxml import etree

from tests.pdf_tools import Page, elements, painted
from tests.printed_reading import W, folded

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
PAGE = "[blz.]"
"""Stands where a form has the number of a page: each has its own pages."""

Block = tuple[str, str]
"""What kind of block it is, and its words."""

# --- HTML ------------------------------------------------------------------------------------------------------------

_ENDS_A_LINE = {
    "p", "pre", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "dt", "dd", "caption", "figcaption", "nav",
    "blockquote", "div", "section", "ul", "ol", "table", "figure", "img", "dl", "main", "header", "body",
}  # fmt: skip
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_KINDS = {"li": "punt", "td": "cel", "th": "kopcel", "dt": "kopcel", "dd": "cel", "caption": "bijschrift"}


def html_blocks(html: str) -> list[Block]:
    """The blocks of an annex on paper in order, without its notes and what stands in the header of each page."""
    return list(_read(_tree(html).find("body")))


def web_blocks(html: str) -> list[Block]:
    """The blocks of the page of an annex in order, without what the site adds: menus, and the annex as files."""
    (article,) = _tree(html).xpath("//article[@class = 'annex']")
    for added in article.xpath("section[contains(@class, 'files') or @id = 'gegevens']"):
        article.remove(added)
    return list(_read(article))


def web_head(html: str) -> str:
    """What stands above an annex on its page: whose it is, and whether it is a draft."""
    tree = _tree(html)
    found = tree.xpath("//div[@class = 'brand']") + tree.xpath("//article[@class = 'annex']//p[@class = 'draft']")
    return folded(" ".join(text for part in found for text in part.itertext()))


def html_notes(html: str) -> list[str]:
    """The notes of an annex in order, on paper or on the web."""
    notes = _tree(html).xpath("//*[contains(concat(' ', @class, ' '), ' footnote ')]//li")
    return [" ".join(folded(text) for _, text in _blocks(note, "noot") if folded(text)) for note in notes]


def _tree(html: str) -> etree._Element:
    return html5lib.parse(html, treebuilder="lxml", namespaceHTMLElements=False).getroot()


def _read(element: etree._Element) -> Iterator[Block]:
    return ((kind, words) for kind, text in _blocks(element, "alinea") if (words := folded(text)))


def _blocks(element: etree._Element, kind: str) -> Iterator[Block]:
    """The blocks in an element; `kind`: what text that stands in it without an element of its own is."""
    loose = element.text or ""
    for child in element:
        if not isinstance(child.tag, str):
            loose += child.tail or ""
            continue
        if not _ends_a_line(child):
            loose += _phrase(child) + (child.tail or "")
            continue
        yield kind, loose
        kind = "alinea" if kind == "punt" and folded(loose) else kind
        loose = child.tail or ""
        for own, text in _block(child, kind):
            yield own, text
            kind = "alinea" if own == kind == "punt" and folded(text) else kind
    yield kind, loose


def _ends_a_line(element: etree._Element) -> bool:
    return any(inner.tag in _ENDS_A_LINE for inner in element.iter())


def _block(element: etree._Element, kind: str) -> Iterator[Block]:
    classes = (element.get("class") or "").split()
    if {"org", "draft", "footnote", "hidden"} & set(classes):
        return
    if element.tag == "img":
        yield "beeld", element.get("alt", "")
    elif element.tag in _HEADINGS:
        yield f"kop {element.tag[1]}", _inner(element)
    elif element.tag == "nav":
        for entry in element.xpath(".//h2 | .//a"):
            yield "inhoud", _inner(entry)
    elif element.tag == "figcaption":
        yield from _blocks(element, "figuurbijschrift")
    else:
        yield from _blocks(element, _KINDS.get(element.tag, kind))


def _phrase(element: etree._Element) -> str:
    classes = (element.get("class") or "").split()
    if element.tag == "br":
        return " "
    if element.get("role") in ("doc-backlink", "doc-noteref") or element.get("aria-hidden") == "true":
        return ""
    if "page" in classes:
        return PAGE
    return _inner(element) + (" " if "cell" in classes else "")


def _inner(element: etree._Element) -> str:
    pieces = [element.text or ""]
    for child in element:
        pieces += [_phrase(child) if isinstance(child.tag, str) else "", child.tail or ""]
    return "".join(pieces)


# --- Word ------------------------------------------------------------------------------------------------------------


def word_blocks(data: bytes) -> list[Block]:
    """The blocks of a Word document in order; title and subject, two lines there, are one heading."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = _style_names(archive.read("word/styles.xml"))
        document = etree.fromstring(archive.read("word/document.xml"))
    found = [block for item in document.iter(f"{W}p") for block in _word_block(item, names) if block[1]]
    at = next((place for place, (kind, _) in enumerate(found) if kind == "kop 1"), len(found))
    lines = [words for kind, words in found[at : at + 2] if kind == "kop 1"]
    return [*found[:at], ("kop 1", " ".join(lines)), *found[at + len(lines) :]] if lines else found


def word_head(data: bytes) -> str:
    """What stands at the head of the first page of a Word document."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        heads = [etree.fromstring(archive.read(name)) for name in archive.namelist() if "/header" in name]
    (found,) = {folded(" ".join(map(_said, head.findall(f"{W}p")))) for head in heads}
    return found


def word_notes(data: bytes) -> list[str]:
    """The footnotes of a Word document in order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        notes = etree.fromstring(archive.read("word/footnotes.xml")).findall(f"{W}footnote")
    return [folded(" ".join(map(_said, note.iter(f"{W}p")))) for note in notes if note.get(f"{W}type") is None]


def _style_names(styles: bytes) -> dict[str | None, str]:
    found = etree.fromstring(styles).iter(f"{W}style")
    return {style.get(f"{W}styleId"): str(style.find(f"{W}name").get(f"{W}val")) for style in found}


def _word_block(item: etree._Element, names: Mapping[str | None, str]) -> Iterator[Block]:
    drawn = next((part for part in item.iter(f"{DRAWING}docPr") if part.get("descr") is not None), None)
    if drawn is not None:
        yield "beeld", folded(drawn.get("descr"))
        return
    named = item.find(f"{W}pPr/{W}pStyle")
    style = names.get(named.get(f"{W}val") if named is not None else None, "Normal")
    kind = "alinea"
    if any(parent.tag == f"{W}sdt" for parent in item.iterancestors()):
        kind = "inhoud"
    elif style in ("Title", "Onderwerp"):
        kind = "kop 1"
    elif style.startswith("heading "):
        kind = f"kop {int(style[-1]) + 1}"
    elif style in ("caption", "Figuurbijschrift"):
        kind = {"caption": "bijschrift"}.get(style, style.casefold())
    elif item.find(f"{W}pPr/{W}numPr") is not None:
        kind = "punt"
    elif item.find(f"{W}pPr/{W}ind") is None:
        kind = _cell_kind(item)
    yield kind, folded(_said(item))


def _cell_kind(item: etree._Element) -> str:
    """A head where the table says so: in a row of heads, or first in a row of a table whose first column is one."""
    cell = next((parent for parent in item.iterancestors() if parent.tag == f"{W}tc"), None)
    if cell is None:
        return "alinea"
    row, table = cell.getparent(), cell.getparent().getparent()
    headed = row.find(f"{W}trPr/{W}tblHeader") is not None
    look = table.find(f"{W}tblPr/{W}tblLook")
    first = look is not None and look.get(f"{W}firstColumn") == "1" and row.find(f"{W}tc") is cell
    return "kopcel" if headed or first else "cel"


def _said(item: etree._Element) -> str:
    gaps = {f"{W}br", f"{W}tab"}
    return "".join(" " if part.tag in gaps else part.text or "" for part in item.iter(f"{W}t", *gaps))


# --- PDF -------------------------------------------------------------------------------------------------------------

_CELLS = {"TH": "kopcel", "TD": "cel"}
_GROUPS = ("Document", "Sect", "Art", "Div", "BlockQuote", "THead", "TBody", "TFoot", "TR", "Table", "L", "LI")
_LINES = ("P", "LBody", "TH", "TD", "Caption", "H1", "H2", "H3", "H4", "H5", "H6")


def pdf_blocks(data: bytes) -> list[Block]:
    """The blocks of the tags of a PDF in order, from its first heading on and without its notes."""
    found = _pdf(data)
    first = next(place for place, (kind, _) in enumerate(found) if kind == "kop 1")
    return [(kind, words) for kind, words in found[first:] if kind != "noot"]


def pdf_head(data: bytes) -> str:
    """What a PDF says in words before its first heading."""
    return " ".join(words for kind, words in before_heading(_pdf(data)) if kind != "beeld")


def before_heading(found: list[Block]) -> list[Block]:
    """The blocks before the first heading."""
    return found[: [kind for kind, _ in found].index("kop 1")]


def pdf_logo(data: bytes) -> list[Block]:
    """The pictures before the first heading of a PDF: the logo, if there is one."""
    return [block for block in before_heading(_pdf(data)) if block[0] == "beeld"]


def pdf_notes(data: bytes) -> list[str]:
    """The notes in the tags of a PDF in order."""
    return [words for kind, words in _pdf(data) if kind == "noot"]


def _pdf(data: bytes) -> list[Block]:
    with pikepdf.open(io.BytesIO(data)) as document:
        tags = _Tags(painted(document))
        found = tags.blocks(document.Root.StructTreeRoot.K, "alinea", None)
        return [(kind, words) for kind, text in found if (words := folded(text))]


class _Tags:
    """Reads elements of a structure tree. `pages`: what their marked contents say."""

    def __init__(self, pages: dict[tuple[int, int], Page]) -> None:
        self._pages = pages

    def blocks(self, kids: pikepdf.Object, kind: str, page: pikepdf.Object | None) -> Iterator[Block]:
        """The blocks of what an element holds; `kind`: what text that stands in it by itself is."""
        loose = ""
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            role = _role(kid)
            if not (role in _GROUPS or role in _LINES or role == "Figure"):
                loose += self._phrase(kid, page)
                continue
            yield kind, loose
            kind = "alinea" if kind == "punt" and folded(loose) else kind
            loose = ""
            for own, text in self._block(kid, role, kind):
                yield own, text
                kind = "alinea" if own == kind == "punt" and folded(text) else kind
        yield kind, loose

    def _block(self, node: pikepdf.Object, role: str, kind: str) -> Iterator[Block]:
        kids, page = node.get("/K", pikepdf.Array()), node.get("/Pg")
        if role == "Figure":
            yield "beeld", str(node.get("/Alt", ""))
            captions = [kid for kid in elements(kids) if _role(kid) == "Caption"]
            for caption in captions:
                yield from self.blocks(caption.K, "figuurbijschrift", caption.get("/Pg"))
        elif role[0] == "H":
            yield f"kop {role[1]}", self._inner(node)
        elif role == "LI":
            (body,) = (kid for kid in elements(kids) if _role(kid) == "LBody" and kid.P.objgen == node.objgen)
            own = "noot" if _is_note(body) else "punt"
            yield from self.blocks(body.get("/K", pikepdf.Array()), own, body.get("/Pg"))
        elif role == "Caption":
            yield from self.blocks(kids, "bijschrift", page)
        else:
            yield from self.blocks(kids, _CELLS.get(role, kind), page)

    def _phrase(self, kid: pikepdf.Object, page: pikepdf.Object | None) -> str:
        if not isinstance(kid, pikepdf.Dictionary):
            assert page is not None, "a number without a page"
            return self._pages[page.objgen].texts[int(kid)]
        if kid.get("/Type") == "/MCR":
            return self._pages[kid.Pg.objgen].texts[int(kid.MCID)]
        if kid.get("/Type") == "/OBJR" or _is_call(kid):
            return ""
        return self._inner(kid)

    def _inner(self, node: pikepdf.Object) -> str:
        kids, page = node.get("/K", pikepdf.Array()), node.get("/Pg")
        return "".join(self._phrase(kid, page) for kid in (kids if isinstance(kids, pikepdf.Array) else [kids]))


def _role(node: pikepdf.Object) -> str:
    return str(node.S)[1:] if isinstance(node, pikepdf.Dictionary) and "/S" in node else ""


def _is_call(node: pikepdf.Dictionary) -> bool:
    """Whether it is a link between a text and its note, which is no word of either."""
    return _role(node) == "Link" and any("-noot" in target for target in _targets(node))


def _is_note(body: pikepdf.Dictionary) -> bool:
    return any("-nootverwijzing-" in target for target in _targets(body))


def _targets(node: pikepdf.Object) -> Iterator[str]:
    """The places in the document that links in an element lead to."""
    for kid in node.get("/K", pikepdf.Array()) if isinstance(node.get("/K"), pikepdf.Array) else [node.get("/K")]:
        if isinstance(kid, pikepdf.Dictionary):
            if kid.get("/Type") == "/OBJR":
                yield str(kid.Obj.get("/Dest", ""))
            else:
                yield from _targets(kid)
