"""Tables that can be heard: which head cells belong to a cell.

In: the table nodes of a shaped tree. Out: the same nodes with scope, spans and the identifiers of their head cells;
findings for tables that no reader could make sense of. The grid is that of the HTML, over all pages.
"""

from dataclasses import dataclass

from weerklank.findings import Finding, finding
from weerklank.pdf.shape import walk
from weerklank.pdf.tree import Node

_SCOPES = {"col": "/Column", "colgroup": "/Column", "row": "/Row", "rowgroup": "/Row"}


@dataclass(frozen=True)
class _PlacedCell:
    """A cell at its place in the grid; rows and columns count from 0."""

    node: Node
    row: int
    column: int

    @property
    def rows(self) -> range:
        return range(self.row, self.row + self.node.rows)

    @property
    def columns(self) -> range:
        return range(self.column, self.column + self.node.columns)


def connect_tables(root: Node) -> tuple[Finding, ...]:
    """Give each cell its head cells, and each head cell its scope."""
    findings: list[Finding] = []
    tables = [node for node in walk(root) if node.role == "Table"]
    for number, table in enumerate(tables, start=1):
        findings += _connect(table, number)
    return tuple(findings)


def _connect(table: Node, number: int) -> list[Finding]:
    cells, is_regular = _grid(table)
    name = _name(table, number)
    heads = [cell for cell in cells if cell.node.role == "TH"]
    for head in heads:
        head.node.identifier = f"table-{number}-{head.row + 1}-{head.column + 1}"
        head.node.scope = _scope(head)
    index = _Heads(heads)
    for cell in cells:
        if cell.node.role == "TD":
            cell.node.headers = index.of(cell)
    findings = [] if is_regular else [finding("P026", tabel=name)]
    return findings if heads else [*findings, finding("P025", tabel=name)]


def _name(table: Node, number: int) -> str:
    captions = [kid for kid in table.kids if isinstance(kid, Node) and kid.role == "Caption"]
    return captions[0].text() if captions else str(number)


def _grid(table: Node) -> tuple[list[_PlacedCell], bool]:
    """Place the cells of all sections, and say whether each row fills the same columns.

    The algorithm is that of HTML (section "Forming a table"): a cell goes to the first free column of its row.
    """
    cells: list[_PlacedCell] = []
    width, first, is_regular = None, 0, True
    for rows in _sections(table):
        taken: set[tuple[int, int]] = set()
        for offset, row in enumerate(rows):
            column = 0
            for node in (kid for kid in row.kids if isinstance(kid, Node)):
                while (offset, column) in taken:
                    column += 1
                _span(node, len(rows) - offset)
                cell = _PlacedCell(node, first + offset, column)
                taken |= {(y - first, x) for y in cell.rows for x in cell.columns}
                cells.append(cell)
        for offset in range(len(rows)):
            columns = {x for y, x in taken if y == offset}
            width = len(columns) if width is None else width
            is_regular &= columns == set(range(width))
        first += len(rows)
    return cells, is_regular


def _sections(table: Node) -> list[list[Node]]:
    """The rows, section by section; a cell does not span out of its section."""
    sections: list[list[Node]] = []
    for kid in table.kids:
        if isinstance(kid, Node) and kid.role in ("THead", "TBody", "TFoot"):
            sections.append([row for row in kid.kids if isinstance(row, Node) and row.role == "TR"])
        elif isinstance(kid, Node) and kid.role == "TR":
            sections.append([kid])
    return sections


def _span(node: Node, rows_left: int) -> None:
    """Read the spans of a cell, and take a head cell without text for the empty corner that it is."""
    if node.element is not None:
        node.columns = max(1, _number(node.element.get("colspan")))
        rows = _number(node.element.get("rowspan"))
        node.rows = rows_left if node.element.get("rowspan", "").strip() == "0" else min(max(1, rows), rows_left)
    if node.role == "TH" and not node.kids:
        node.role = "TD"


def _number(text: str | None) -> int:
    return int(text) if text is not None and text.strip().isascii() and text.strip().isdigit() else 1


def _scope(head: _PlacedCell) -> str:
    """The scope that is written, or else the one that the place in the table implies."""
    node = head.node
    written = _SCOPES.get(node.element.get("scope", "")) if node.element is not None else None
    in_head = node.parent is not None and node.parent.parent is not None and node.parent.parent.role == "THead"
    return written or ("/Row" if head.column == 0 and not in_head else "/Column")


class _Heads:
    """The head cells of one table by what they are head of."""

    def __init__(self, heads: list[_PlacedCell]) -> None:
        self._by_id = {head.node.element.get("id"): head for head in heads if head.node.element is not None}
        self._by_row: dict[int, list[_PlacedCell]] = {}
        self._by_column: dict[int, list[_PlacedCell]] = {}
        for head in heads:
            is_row = head.node.scope == "/Row"
            for line in head.rows if is_row else head.columns:
                (self._by_row if is_row else self._by_column).setdefault(line, []).append(head)

    def of(self, cell: _PlacedCell) -> tuple[str, ...]:
        """The identifiers of the head cells that a cell names, or else those of its rows, then those above it."""
        named = cell.node.element.get("headers", "").split() if cell.node.element is not None else []
        if named:
            return tuple(self._by_id[name].node.identifier for name in named if name in self._by_id)
        beside = [head for row in cell.rows for head in self._by_row.get(row, ())]
        above = [head for column in cell.columns for head in self._by_column.get(column, ()) if head.row < cell.row]
        return tuple(dict.fromkeys(head.node.identifier for head in [*beside, *above]))
