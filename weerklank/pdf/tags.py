"""The reading order written into the PDF: structure elements, the tree in which they are found again, and identifiers.

In: a shaped tree, the painted pages, the PDF of WeasyPrint with its empty structure. Out: the same PDF, tagged
(ISO 32000-1, 14.7 and 14.8). Objects are added in reading order, so the same document gives the same bytes.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pydyf

from weerklank.findings import Finding, finding
from weerklank.pdf.destinations import lead_to_elements
from weerklank.pdf.norms import Norm
from weerklank.pdf.painting import in_reading_order
from weerklank.pdf.pieces import PaintedPage
from weerklank.pdf.roles import INLINES, NUMBERING, NUMBERING_2, ROLE_MAP
from weerklank.pdf.shape import walk
from weerklank.pdf.streams import Placement, rewrite
from weerklank.pdf.tree import Annotation, MarkedRun, Node, ReadingOrder

_TIED = frozenset({"Table", "Sect"})
_PDF_2 = "http://iso.org/pdf2/ssn"
"""The namespace of the standard structure types of PDF 2.0 (ISO 32000-2, 14.8.6)."""


def write_tags(
    pdf: Any,  # noqa: ANN401 - a PDF of pydyf
    reading: ReadingOrder,
    *,
    pages: Sequence[PaintedPage],
    spaces: Mapping[bytes, int],
    files: Mapping[str, bytes],
    norm: Norm,
) -> tuple[Finding, ...]:
    """Tag the PDF. `spaces` is the glyph of the space by font resource name; `files` the attached files by name.

    A table or a section whose HTML names files in `data-files` is tied to them (ISO 32000-2, 14.13.5).
    """
    runs = _runs_by_page(reading.root, len(pages))
    placements: list[dict[int, Placement]] = [{} for _ in pages]
    for mark, kind in reading.artefacts.items():
        placements[mark.page][mark.number] = Placement(artefact=kind)
    hidden: list[Finding] = []
    read = {run.mark: place for place, run in enumerate(_in_order(reading.root))}
    for page, page_runs, placed in zip(pages, runs, placements, strict=True):
        for number, run in enumerate(page_runs):
            placed[run.mark.number] = Placement(number, text=run.text, spoken=run.spoken, space=run.space)
        operators, met = rewrite(page.stream.stream, placed, spaces=spaces)
        page.stream.stream = in_reading_order(operators, [read[run.mark] for run in page_runs])
        hidden += [finding("P034", woorden=run.text.strip()) for run in page_runs if run.mark.number not in met]
    for link in reading.silent:
        _remove_link(pdf, link)
    writer = _Writer(pdf, runs, files, norm)
    writer.write(reading.root)
    if norm.pdf_2:
        lead_to_elements(pdf, reading.root, writer.references)
    return (*hidden, *(finding("P052", naam=name) for name in sorted(writer.missing)))


def _runs_by_page(root: Node, pages: int) -> list[list[MarkedRun]]:
    """The runs of each page in the order in which they are painted; their place is their final number."""
    runs: list[list[MarkedRun]] = [[] for _ in range(pages)]
    for run in _in_order(root):
        runs[run.mark.page].append(run)
    return [sorted(page, key=lambda run: run.mark.number) for page in runs]


def _in_order(node: Node) -> Iterator[MarkedRun]:
    """The runs at and below a node in the order in which they are read."""
    for kid in node.kids:
        if isinstance(kid, MarkedRun):
            yield kid
        elif isinstance(kid, Node):
            yield from _in_order(kid)


def _remove_link(pdf: Any, link: Annotation) -> None:  # noqa: ANN401 - a PDF of pydyf
    """Take the area of a link that is not read off its page: each area that is there must be in the tags."""
    page = pdf.objects[int(pdf.page_references[link.page].split()[0])]
    page["Annots"].remove(pdf.objects[link.number].reference)


class _Writer:
    """Writes one tree into one PDF. Numbers of sequences and the elements that hold them are kept per page."""

    def __init__(
        self,
        pdf: Any,  # noqa: ANN401 - a PDF of pydyf
        runs: Sequence[Sequence[MarkedRun]],
        files: Mapping[str, bytes],
        norm: Norm,
    ) -> None:
        self.references: dict[int, bytes] = {}
        self.missing: set[str] = set()
        self._pdf = pdf
        self._files = files
        self._norm = norm
        self._namespace = b""
        self._pages: tuple[bytes, ...] = pdf.page_references
        self._numbers = {run.mark: number for page in runs for number, run in enumerate(page)}
        self._parents: list[list[bytes]] = [[b""] * len(page) for page in runs]
        self._links: list[tuple[int, bytes]] = []
        self._identified: list[tuple[str, bytes]] = []

    def write(self, root: Node) -> None:
        """Fill the structure tree root that WeasyPrint left empty."""
        tree_root = self._object(self._pdf.catalog["StructTreeRoot"])
        document = self._object(tree_root["K"][0])
        self.references[id(root)] = document.reference
        if self._norm.pdf_2:
            namespace = pydyf.Dictionary({"Type": "/Namespace", "NS": pydyf.String(_PDF_2)})
            self._pdf.add_object(namespace)
            tree_root["Namespaces"] = pydyf.Array([namespace.reference])
            document["NS"] = self._namespace = namespace.reference
        document["K"] = pydyf.Array(self._kids(root, document, page=None))
        nums = self._object(tree_root["ParentTree"])["Nums"]
        nums.clear()
        for page, parents in enumerate(self._parents):
            nums.extend((page, pydyf.Array(parents)))
        for key, (number, parent) in enumerate(self._links, start=len(self._pages)):
            self._pdf.objects[number]["StructParent"] = key
            nums.extend((key, parent))
        tree_root["ParentTreeNextKey"] = len(self._pages) + len(self._links)
        tree_root["RoleMap"] = pydyf.Dictionary({own: f"/{standard}" for own, standard in ROLE_MAP.items()})
        if self._identified:
            names = [part for name, element in sorted(self._identified) for part in (pydyf.String(name), element)]
            tree_root["IDTree"] = pydyf.Dictionary({"Names": pydyf.Array(names)})

    def _object(self, reference: bytes) -> Any:  # noqa: ANN401 - an object of pydyf
        return self._pdf.objects[int(reference.split()[0])]

    def _element(self, node: Node, parent: Any) -> bytes:  # noqa: ANN401 - an object of pydyf
        element = pydyf.Dictionary({"Type": "/StructElem", "S": f"/{node.role}", "P": parent.reference})
        self._pdf.add_object(element)
        self.references[id(node)] = element.reference
        if self._namespace and node.role == "Note":
            element.update(S="/FENote", NS=self._namespace)
        page = _first_page(node)
        if page is not None:
            element["Pg"] = self._pages[page]
        if node.language:
            element["Lang"] = pydyf.String(node.language)
        if node.alternative:
            element["Alt"] = pydyf.String(node.alternative)
        if node.expansion:
            element["E"] = pydyf.String(node.expansion)
        if node.identifier:
            element["ID"] = pydyf.String(node.identifier)
            self._identified.append((node.identifier, element.reference))
        if files := self._tied(node):
            element["AF"] = pydyf.Array(files)
        attributes = _attributes(node, NUMBERING_2 if self._norm.pdf_2 else NUMBERING)
        if attributes is not None:
            element["A"] = attributes
        kids = self._kids(node, element, page=page)
        if kids:
            element["K"] = kids[0] if len(kids) == 1 else pydyf.Array(kids)
        return element.reference  # type: ignore[no-any-return]  # pydyf has no type information

    def _kids(self, node: Node, element: Any, *, page: int | None) -> list[Any]:  # noqa: ANN401 - an object of pydyf
        kids: list[Any] = []
        for kid in node.kids:
            if isinstance(kid, Node):
                kids.append(self._element(kid, element))
            elif isinstance(kid, Annotation):
                kids.append(self._annotation(kid, element, label=link_label(node)))
            else:
                number = self._numbers[kid.mark]
                self._parents[kid.mark.page][number] = element.reference
                reference = {"Type": "/MCR", "Pg": self._pages[kid.mark.page], "MCID": number}
                kids.append(number if kid.mark.page == page else pydyf.Dictionary(reference))
        return kids

    def _tied(self, node: Node) -> list[bytes]:
        """The attached files that hold the data of a table, or of what a part tells."""
        written = node.element.get("data-files", "") if node.element is not None and node.role in _TIED else ""
        self.missing |= {name for name in written.split() if name not in self._files}
        return [self._files[name] for name in written.split() if name in self._files]

    def _annotation(self, kid: Annotation, element: Any, *, label: str) -> Any:  # noqa: ANN401 - objects of pydyf
        annotation = self._pdf.objects[kid.number]
        annotation["Contents"] = pydyf.String(label)
        self._links.append((kid.number, element.reference))
        return pydyf.Dictionary({"Type": "/OBJR", "Obj": annotation.reference, "Pg": self._pages[kid.page]})


def link_label(node: Node) -> str:
    """Return what a link is called: the label that the author gave, or else its text."""
    own = node.element.get("aria-label") or node.element.get("title") if node.element is not None else None
    written = " ".join("".join(node.element.itertext()).split()) if node.element is not None else ""
    alternatives = " ".join(below.alternative for below in walk(node) if below.alternative)
    return (own or written or node.text() or alternatives).replace("\N{SOFT HYPHEN}", "")


def _first_page(node: Node) -> int | None:
    """The page of the first thing painted directly in a node; its kids on that page are plain numbers."""
    return next((kid.mark.page for kid in node.kids if isinstance(kid, MarkedRun)), None)


def _attributes(node: Node, numbering: Mapping[str, str]) -> Any:  # noqa: ANN401 - an object of pydyf
    """The attribute dictionaries of an element (ISO 32000-1, 14.8.5), or None."""
    entries: dict[str, Any] = {}
    if node.role in ("TH", "TD"):
        entries = {"O": "/Table"}
        if node.role == "TH":
            entries["Scope"] = node.scope
        if node.columns > 1:
            entries["ColSpan"] = node.columns
        if node.rows > 1:
            entries["RowSpan"] = node.rows
        if node.headers:
            entries["Headers"] = pydyf.Array(pydyf.String(name) for name in node.headers)
    elif node.role == "Note" and numbering is NUMBERING_2:
        entries = {"O": "/FENote", "NoteType": "/Footnote"}
    elif node.role == "L":
        entries = {"O": "/List", "ListNumbering": f"/{numbering.get(node.numbering, 'None')}"}
    elif node.role == "Figure":
        inside = node.parent is not None and node.parent.role in ("P", *INLINES)
        entries = {"O": "/Layout", "Placement": "/Inline" if inside else "/Block", "BBox": pydyf.Array(node.area)}
    if node.right_to_left and node.role not in INLINES:
        direction = pydyf.Dictionary({"O": "/Layout", "WritingMode": "/RlTb"})
        return direction if len(entries) <= 1 else pydyf.Array([pydyf.Dictionary(entries), direction])
    return pydyf.Dictionary(entries) if len(entries) > 1 else None
