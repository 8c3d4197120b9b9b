"""What is read aloud, in order: one node for each element, however many pages or lines its boxes lie on.

In: the pieces of each page. Out: a tree of nodes under one `Document`, and the marks that are not part of it. A node
is found again by its element, so a paragraph, list or table cut by a page break stays one. The tree is raw: `shape`
gives lists, tables of contents and paragraphs their final form, `tables` the tables.
"""

import unicodedata
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from weerklank.pdf.pieces import MarkedContent, Piece, PieceKind
from weerklank.pdf.roles import INLINE, INLINES, alternative, is_decoration, role_of
from weerklank.pdf.words import WrittenText

# What an artefact is (ISO 32000-1, 14.8.2.2.2).
LAYOUT = "<</Type/Layout>>"
HEADER = "<</Type/Pagination/Subtype/Header>>"
FOOTER = "<</Type/Pagination/Subtype/Footer>>"
PAGINATION = "<</Type/Pagination>>"


@dataclass
class MarkedRun:
    """Text or a picture painted as one marked-content sequence.

    `space`: a space that was written after it is not painted. `spoken`: what to read instead of the painted glyphs.
    `area`: left, bottom, right, top in points.
    """

    mark: MarkedContent
    text: str
    space: bool = False
    spoken: str | None = None
    area: tuple[float, float, float, float] = (0, 0, 0, 0)


@dataclass(frozen=True)
class Annotation:
    """The clickable area of a link: page from 0, object number in the PDF."""

    page: int
    number: int


@dataclass(eq=False)
class Node:
    """One element of the reading order. `role` is a tag of PDF or a placeholder of `roles`.

    `language` is set where it differs from what is around it. `expansion` is the long form of an abbreviation.
    `anchors` are the ids of the HTML by which links find it.
    """

    role: str
    element: Element | None = None
    parent: "Node | None" = None
    kids: list["Node | MarkedRun | Annotation"] = field(default_factory=list)
    language: str = ""
    alternative: str = ""
    expansion: str = ""
    contents: bool = False
    right_to_left: bool = False
    numbering: str = ""
    area: tuple[float, float, float, float] = (0, 0, 0, 0)
    page: int = 0
    identifier: str = ""
    headers: tuple[str, ...] = ()
    scope: str = ""
    columns: int = 1
    rows: int = 1
    anchors: list[str] = field(default_factory=list)

    def text(self) -> str:
        """Return what is read of it as text, in which white space is folded."""
        return " ".join("".join(_spoken(self)).split())


@dataclass
class ReadingOrder:
    """The result: the `root` of the tree, and for each mark outside it what kind of artefact it is.

    `silent` are links in artefacts, such as a table head that is drawn again. `lost` is text that was written and that
    no page shows.
    """

    root: Node
    artefacts: dict[MarkedContent, str]
    silent: tuple[Annotation, ...]
    lost: tuple[str, ...]


def read(pages: tuple[Piece, ...], *, language: str) -> ReadingOrder:
    """Join the pieces of all pages into one reading order. `language` is that of the document."""
    reader = _OrderReader(language)
    for page in pages:
        reader.walk(page, reader.root)
    lost = (*reader.written.lost(), *reader.lost_notes())
    return ReadingOrder(reader.root, reader.artefacts, tuple(reader.silent), lost)


@dataclass
class _Flow:
    """The text of one block so far: its last run, and whether a gap came after it that is not painted.

    `atomic`: a box within the line ended or began, which parts two words but not a word and its comma.
    """

    last: MarkedRun | None = None
    gap: bool = False
    atomic: bool = False

    def part(self, *, gap: bool, atomic: bool) -> None:
        self.gap |= gap
        self.atomic |= atomic


class _OrderReader:
    """Walks the pieces once. Nodes are kept by the identity of their element, which lives as long as the document."""

    def __init__(self, language: str) -> None:
        self.root = Node("Document", language=language)
        self.artefacts: dict[MarkedContent, str] = {}
        self.silent: list[Annotation] = []
        self._nodes: dict[int, Node] = {}
        self._labels: dict[int, Node] = {}
        self._flows: dict[int, _Flow] = {}
        self.written = WrittenText()

    def walk(self, piece: Piece, at: Node) -> None:
        """Put a piece, and all in it, in the tree at or below a node."""
        if piece.kind is PieceKind.MARGIN:
            self._drop(piece, FOOTER if piece.footer else HEADER)
        elif piece.leader or (piece.element is not None and is_decoration(piece.element)):
            self._drop(piece, LAYOUT)
            self._flow(_block_of(at)).part(gap=piece.leader, atomic=False)
        elif piece.kind is PieceKind.TEXT:
            self._text(piece, at)
        elif piece.kind is PieceKind.PICTURE:
            self._picture(piece, at)
        elif self._is_repetition(piece):
            self._drop(piece, PAGINATION)
        else:
            self._box(piece, self._target(piece, at))

    def lost_notes(self) -> tuple[str, ...]:
        """The text of footnotes that are called and not shown."""
        empty = [node for node in self._nodes.values() if node.role == "Note" and not node.kids]
        return tuple(" ".join("".join(note.element.itertext()).split()) for note in empty if note.element is not None)

    def _box(self, piece: Piece, target: Node) -> None:
        if piece.link is not None:
            _link_of(target).kids.append(Annotation(piece.page, piece.link))
        block = _block_of(target)
        flow = self._flow(block)
        is_within = piece.element is not block.element
        flow.part(gap=is_within and piece.block, atomic=is_within and piece.atomic)
        for child in piece.children:
            self.walk(child, target)
        ends_line = piece.element is not None and piece.element.tag == "br"
        flow.part(gap=ends_line or (is_within and piece.block), atomic=is_within and piece.atomic)

    def _is_repetition(self, piece: Piece) -> bool:
        """A table head on a later page, or an element that stands at the same place on each page."""
        known = piece.element is not None and self._nodes.get(id(piece.element))
        return bool(known and (piece.repeats or (piece.fixed and known.page != piece.page)))

    def _drop(self, piece: Piece, artefact: str) -> None:
        if piece.mark is not None:
            self.artefacts[piece.mark] = artefact
        if piece.link is not None:
            self.silent.append(Annotation(piece.page, piece.link))
        for child in piece.children:
            self._drop(child, artefact)

    def _text(self, piece: Piece, at: Node) -> None:
        flow = self._flow(_block_of(at))
        if piece.mark is None:
            flow.gap |= piece.text.isspace()
        elif not _is_visible(piece.text):
            flow.gap |= any(character.isspace() for character in piece.text)
            self.artefacts[piece.mark] = LAYOUT
        else:
            at.kids.append(self._run(piece, flow, mark=piece.mark))

    def _run(self, piece: Piece, flow: _Flow, *, mark: MarkedContent) -> MarkedRun:
        run = MarkedRun(mark, piece.text, area=piece.area)
        after = False
        if piece.element is not None and piece.pseudo in ("", "first-letter"):
            place = self.written.place(piece.element, piece.text, hyphen=piece.hyphen)
            run.spoken, after = place.spoken, place.after
            flow.gap |= place.before
        if run.spoken is None and _is_right_to_left(piece.text):
            run.spoken = piece.text  # glyphs are painted from left to right, so their order is not that of reading
        if flow.last is not None and not flow.last.text[-1].isspace() and not piece.text[0].isspace():
            joined = flow.last.text[-1].isalnum() and piece.text[0].isalnum()
            flow.last.space |= flow.gap or (flow.atomic and joined)
        flow.last, flow.gap, flow.atomic = run, after, False
        return run

    def _picture(self, piece: Piece, at: Node) -> None:
        if piece.element is None or piece.pseudo or piece.mark is None:
            self._drop(piece, LAYOUT)
            return
        node = self._node(piece, at, element=piece.element)
        node.area = piece.area
        if piece.link is not None:
            _link_of(at).kids.append(Annotation(piece.page, piece.link))
        node.kids.append(MarkedRun(piece.mark, "", area=piece.area))

    def _target(self, piece: Piece, at: Node) -> Node:
        """Return the node that the content of a piece belongs to."""
        if piece.element is None:
            return at
        if piece.pseudo in ("marker", "footnote-marker"):
            return self._label(piece, self._nodes.get(id(piece.element), at))
        if piece.pseudo == "footnote-call":
            return self._call(piece, at)
        return at if piece.pseudo else self._node(piece, at, element=piece.element)

    def _node(self, piece: Piece, at: Node, *, element: Element) -> Node:
        known = self._nodes.get(id(element))
        if known is not None:
            return known
        role, language = role_of(element), _foreign(element, at)
        if role == INLINE:
            if not language:
                return _anchored(at, element)
            role = "Span"
        node = _anchored(self._add(Node(role, element, at, language=language, page=piece.page), at), element)
        node.alternative = alternative(element) if role in ("Figure", "Link") else ""
        node.expansion = element.get("title", "") if element.tag == "abbr" else ""
        node.contents = at.contents or element.get("role") == "doc-toc"
        node.right_to_left = element.get("dir") == "rtl"
        if piece.numbering and at.role == "L":
            at.numbering = piece.numbering
        self._nodes[id(element)] = node
        return node

    def _label(self, piece: Piece, item: Node) -> Node:
        """The number or bullet of a list item or note; it comes first, wherever its box is."""
        label = self._labels.get(id(item))
        if label is None:
            label = self._labels[id(item)] = Node("Lbl", parent=item, page=piece.page)
            item.kids.insert(0, label)
        return label

    def _call(self, piece: Piece, at: Node) -> Node:
        """The number in the text that calls a footnote; the note itself is read right after it."""
        reference = self._add(Node("Reference", parent=at, page=piece.page), at)
        label = self._add(Node("Lbl", parent=reference, page=piece.page), reference)
        element = piece.element
        if element is not None and id(element) not in self._nodes:
            note = Node("Note", element, at, language=_foreign(element, at), page=piece.page)
            self._nodes[id(element)] = self._add(note, at)
        return label

    def _add(self, node: Node, parent: Node) -> Node:
        parent.kids.append(node)
        return node

    def _flow(self, block: Node) -> _Flow:
        return self._flows.setdefault(id(block), _Flow())


def _anchored(node: Node, element: Element) -> Node:
    """The node, which links to this element lead to."""
    name = element.get("id")
    if name and name not in node.anchors:
        node.anchors.append(name)
    return node


def _spoken(node: Node) -> list[str]:
    parts: list[str] = []
    for kid in node.kids:
        if isinstance(kid, MarkedRun):
            parts.append((kid.text if kid.spoken is None else kid.spoken) + " " * kid.space)
        elif isinstance(kid, Node):
            parts += _spoken(kid)
    return parts


def _link_of(node: Node) -> Node:
    """The link that a node is in; a link area always lies in one."""
    at: Node | None = node
    while at is not None and at.role != "Link":
        at = at.parent
    return at or node


def _block_of(node: Node) -> Node:
    """The block whose text a node is part of; a label and a note stand by themselves."""
    while node.role in INLINES and node.role not in ("Lbl", "Note") and node.parent is not None:
        node = node.parent
    return node


def _foreign(element: Element, at: Node) -> str:
    """The language of an element when it is not that of what is around it."""
    language = element.get("lang", "")
    around: Node | None = at
    while around is not None and not around.language:
        around = around.parent
    return "" if around is not None and language.lower() == around.language.lower() else language


def _is_visible(text: str) -> bool:
    """Say whether a text has a character with a glyph: not only spaces, zero-width and steering characters."""
    return any(not character.isspace() and unicodedata.category(character) != "Cf" for character in text)


def _is_right_to_left(text: str) -> bool:
    return any(unicodedata.bidirectional(character) in ("R", "AL") for character in text)
