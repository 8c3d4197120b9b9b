"""The final form of the reading order: paragraphs, lists, tables of contents, nothing empty.

In: the raw tree of `tree`. Out: the same tree, changed in place, in which each node holds only what PDF 1.7 allows it
to hold (ISO 32000-1, 14.8.4; ISO 14289-1, 7.2). Tables get their order here and their headers in `tables`.
"""

from collections.abc import Iterable, Sequence

from weerklank.pdf.roles import BLOCK, GROUPINGS, INLINES
from weerklank.pdf.tree import Annotation, MarkedRun, Node

Kids = list[Node | MarkedRun | Annotation]

_TABLE_ORDER = {"Caption": 0, "THead": 1, "TBody": 2, "TR": 2, "TFoot": 3}
_LIST_PARTS = frozenset({"LI", "DT", "DD"})
# An empty cell keeps the row whole.
_KEPT_EMPTY = frozenset({"TD", "TH"})


def shape(root: Node) -> None:
    """Give the tree its final form."""
    _settle(root)
    _join_captions(root)
    notes = [node for node in walk(root) if node.role == "Note"]
    for number, note in enumerate(notes, start=1):
        note.identifier = f"note-{number}"


def walk(node: Node) -> Iterable[Node]:
    """Yield a node and all below it in reading order."""
    yield node
    for kid in node.kids:
        if isinstance(kid, Node):
            yield from walk(kid)


def _settle(node: Node) -> None:
    """Settle what is inside, then the node itself."""
    kids: Kids = []
    for kid in node.kids:
        if isinstance(kid, Node):
            _settle(kid)
            kids += _outcome(kid)
        else:
            kids.append(kid)
    node.kids = kids
    if node.role not in ("L", BLOCK):
        _settle_strays(node)
    _adopt(node)
    if node.role == "L":
        _settle_list(node)
    elif node.role == "Table":
        _settle_table(node)
    elif node.role in GROUPINGS:
        node.kids = _with_paragraphs(node, node.kids)
    elif node.role == BLOCK:
        _settle_block(node)


def _settle_strays(node: Node) -> None:
    """Make an item that is in no list a paragraph."""
    for kid in node.kids:
        if isinstance(kid, Node) and kid.role in _LIST_PARTS:
            kid.role = "P"


def _outcome(node: Node) -> Kids:
    """What takes the place of a settled node: itself, what is in it, or nothing."""
    if not node.kids and node.role not in _KEPT_EMPTY:
        return []
    if node.role != BLOCK:
        return [node]
    heir = next((kid for kid in node.kids if isinstance(kid, Node)), node.parent)
    if heir is not None:
        heir.anchors += node.anchors  # a link to what gives way leads to what it held
    return node.kids


def _settle_block(node: Node) -> None:
    """Make a block without a tag a paragraph when it holds text, a division when it speaks another language."""
    if node.kids and all(_is_inline(kid) for kid in node.kids):
        node.role = "P"
        return
    if any(_role(kid) in _LIST_PARTS for kid in node.kids):
        return  # a division within a `dl`
    node.kids = _with_paragraphs(node, node.kids)
    if node.language:
        node.role = "Div"


def _with_paragraphs(parent: Node, kids: Kids) -> Kids:
    """Wrap each row of loose text into a paragraph. A picture by itself stays as it is."""
    wrapped: Kids = []
    loose: Kids = []
    for kid in [*kids, None]:
        if kid is not None and _is_inline(kid):
            loose.append(kid)
            continue
        if loose:
            wrapped.append(_wrap(parent, loose, role="P"))
            loose = []
        if kid is not None:
            wrapped.append(kid)
    return wrapped


def _wrap(parent: Node, kids: Sequence[Node | MarkedRun | Annotation], *, role: str) -> Node:
    node = Node(role, parent=parent, kids=list(kids), page=parent.page)
    _adopt(node)
    return node


def _adopt(node: Node) -> None:
    for kid in node.kids:
        if isinstance(kid, Node):
            kid.parent = node


def _is_inline(kid: Node | MarkedRun | Annotation) -> bool:
    return not isinstance(kid, Node) or kid.role in INLINES


def _settle_list(node: Node) -> None:
    """Give each item a label and a body (ISO 14289-1, 7.6; ISO 32000-1, table 336), or make it a table of contents."""
    described = any(_role(kid) in ("DT", "DD") for kid in node.kids)
    items = _definitions(node) if described else _items(node)
    if node.contents:
        node.role, node.numbering = "TOC", ""
        for item in items:
            _settle_entry(item)
    else:
        node.numbering = "description" if described else node.numbering or "none"
        for item in items:
            _settle_item(item)
    node.kids = [item for item in items if item.kids]
    _adopt(node)


def _role(kid: Node | MarkedRun | Annotation) -> str:
    return kid.role if isinstance(kid, Node) else ""


def _items(node: Node) -> list[Node]:
    """The items of a list; anything else in it becomes an item."""
    return [kid if isinstance(kid, Node) and kid.role == "LI" else _wrap(node, [kid], role="LI") for kid in node.kids]


def _definitions(node: Node) -> list[Node]:
    """Items of a `dl`: a term is the label of the item, what is said of it the body."""
    items: list[Node] = []
    for kid in node.kids:
        if isinstance(kid, Node) and kid.role == "DT":
            kid.role = "Lbl"
            items.append(_wrap(node, [kid], role="LI"))
            continue
        parts: Kids = [kid]
        if isinstance(kid, Node) and kid.role == "DD":
            parts = [_wrap(kid, kid.kids, role="P")] if all(map(_is_inline, kid.kids)) else kid.kids
        if not items:
            items.append(_wrap(node, [], role="LI"))
        items[-1].kids += parts
    return items


def _settle_item(item: Node) -> None:
    labels = [kid for kid in item.kids if _role(kid) == "Lbl"]
    rest = [kid for kid in item.kids if _role(kid) != "Lbl"]
    item.kids = [*labels, *([_wrap(item, rest, role="LBody")] if rest else [])]


def _settle_entry(item: Node) -> None:
    """An entry of a table of contents: a reference to the place, then the entries below it."""
    item.role = "TOCI"
    labels = [kid for kid in item.kids if _role(kid) == "Lbl"]
    nested = [kid for kid in item.kids if _role(kid) == "TOC"]
    rest = [kid for kid in item.kids if _role(kid) not in ("Lbl", "TOC")]
    flat = [inner for kid in rest for inner in (kid.kids if isinstance(kid, Node) and kid.role == "P" else [kid])]
    item.kids = [*labels, *([_wrap(item, flat, role="Reference")] if flat else []), *nested]
    _adopt(item)


def _settle_table(table: Node) -> None:
    """Caption, head, body, foot: in this order, even when a page break made WeasyPrint draw the head later."""
    table.kids = sorted(table.kids, key=lambda kid: _TABLE_ORDER.get(_role(kid), 2))


def plain_cells(root: Node) -> None:
    """Make a quotation within a table cell a division: PDF 2.0 has none there (ISO/TS 32005, table 5)."""
    for cell in list(walk(root)):
        if cell.role in ("TD", "TH"):
            for node in walk(cell):
                node.role = "Div" if node.role == "BlockQuote" else node.role


def _join_captions(root: Node) -> None:
    """Put the caption of a figure within its Figure, as the last thing in it (ISO 32000-2, 14.8.4.8.5)."""
    for node in list(walk(root)):
        roles = [_role(kid) for kid in node.kids]
        if roles.count("Figure") == 1 and set(roles) == {"Figure", "Caption"}:
            figure = next(kid for kid in node.kids if _role(kid) == "Figure")
            captions = [kid for kid in node.kids if isinstance(kid, Node) and kid is not figure]
            assert isinstance(figure, Node)
            figure.kids += captions
            figure.area = _around(figure)
            node.kids = [figure]
            _adopt(figure)
    for node in list(walk(root)):
        for kid in node.kids:
            if isinstance(kid, Node) and kid.role == "Caption" and node.role not in ("Table", "Figure"):
                kid.role = "P" if all(map(_is_inline, kid.kids)) else "Div"
                kid.kids = kid.kids if kid.role == "P" else _with_paragraphs(kid, kid.kids)


def _around(figure: Node) -> tuple[float, float, float, float]:
    """The area of all that a figure holds on the page of its picture."""
    runs = [kid for node in walk(figure) for kid in node.kids if isinstance(kid, MarkedRun)]
    areas = [figure.area, *(run.area for run in runs if run.mark.page == figure.page and run.text)]
    left, bottom, right, top = zip(*areas, strict=True)
    return min(left), min(bottom), max(right), max(top)
