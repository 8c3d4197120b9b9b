"""The words that reading software gets from the tags, in order and with the roles said, as plain Dutch text.

In: the shaped reading order. Out: text. Each piece of software has its own phrases; what cannot differ between them is
the order, the words, the level of a heading, the size of a list or table, and the heads of a cell. So this is the
document as it is heard, for whoever wants to check it without reading software.
"""

from collections.abc import Iterator

from weerklank.pdf.roles import GROUPINGS, HEADINGS, INLINES
from weerklank.pdf.shape import walk
from weerklank.pdf.tree import Annotation, MarkedRun, Node

Kid = Node | MarkedRun | Annotation

_INDENT = "  "


def spoken(root: Node) -> str:
    """The whole document, a line for each thing that is read in one go."""
    heads = {node.identifier: node.text() for node in walk(root) if node.role == "TH"}
    return "\n".join(_Speaker(heads).lines(root, 0)) + "\n"


class _Speaker:
    """Says nodes as lines. `heads`: the words of the head cells of all tables, by identifier."""

    def __init__(self, heads: dict[str, str]) -> None:
        self._heads = heads

    def lines(self, node: Node, depth: int) -> Iterator[str]:
        """The lines of a node and all in it."""
        indent = _INDENT * depth
        if node.role in HEADINGS:
            yield f"\n{indent}Kop {node.role[1]}: {_words(node)}"
        elif node.role == "Caption":
            yield f"{indent}Bijschrift: {_words(node)}"
        elif node.role == "LI":
            yield from self._item(node, depth)
        elif node.role == "Table":
            yield from self._table(node, depth)
        elif opening := _opening(node):
            yield f"{indent}{opening}{f' [{node.language}]' if node.language else ''}"
            yield from self._below(node, depth + 1)
        elif _holds_blocks(node):
            yield from self._below(node, depth)
        elif words := _words(node):
            yield f"{indent}{words}"

    def _below(self, node: Node, depth: int) -> Iterator[str]:
        """What is in a node: each block by itself, and what stands between blocks on a line of its own."""
        loose: list[Kid] = []
        for kid in [*node.kids, None]:
            if kid is not None and not _is_block(kid):
                loose.append(kid)
                continue
            if words := _joined(loose):
                yield f"{_INDENT * depth}{words}"
            loose = []
            if isinstance(kid, Node):
                yield from self.lines(kid, depth)

    def _item(self, item: Node, depth: int) -> Iterator[str]:
        """An item of a list: its number or term, then what it says."""
        labels = [kid for kid in item.kids if isinstance(kid, Node) and kid.role == "Lbl"]
        bodies = [kid for kid in item.kids if isinstance(kid, Node) and kid.role == "LBody"]
        lines = [line for body in bodies for line in self._below(body, depth + 1)]
        label = _joined([*labels])
        yield f"{_INDENT * depth}{label} {lines[0].strip() if lines else ''}".rstrip()
        yield from lines[1:]

    def _table(self, table: Node, depth: int) -> Iterator[str]:
        indent = _INDENT * depth
        rows = [node for node in walk(table) if node.role == "TR"]
        columns = max((sum(cell.columns for cell in _cells(row)) for row in rows), default=0)
        captions = [kid for kid in table.kids if isinstance(kid, Node) and kid.role == "Caption"]
        title = f": {_words(captions[0])}" if captions else ""
        across, down = "kolom" if columns == 1 else "kolommen", "rij" if len(rows) == 1 else "rijen"
        yield f"{indent}Tabel met {columns} {across} en {len(rows)} {down}{title}"
        for row in rows:
            yield f"{indent}{_INDENT}Rij"
            for cell in _cells(row):
                yield from self._cell(cell, depth + 2)

    def _cell(self, cell: Node, depth: int) -> Iterator[str]:
        indent = _INDENT * depth
        heads = ", ".join(words for name in cell.headers if (words := self._heads.get(name)))
        own = "Rijkop" if cell.scope == "/Row" else "Kolomkop"
        name = own if cell.role == "TH" else heads or "Cel"
        if _holds_blocks(cell):
            yield f"{indent}{name}:"
            yield from self._below(cell, depth + 1)
        else:
            yield f"{indent}{name}: {_words(cell) or 'leeg'}"


def _opening(node: Node) -> str:
    """What is said before the things that a node holds, or "" for a node that is not announced."""
    if node.role == "L":
        count = sum(isinstance(kid, Node) for kid in node.kids)
        return f"Lijst, {count} {'punt' if count == 1 else 'punten'}"
    return {"Figure": f"Afbeelding: {node.alternative}", "TOC": "Inhoudsopgave", "BlockQuote": "Citaat"}.get(
        node.role, ""
    )


def _cells(row: Node) -> list[Node]:
    return [kid for kid in row.kids if isinstance(kid, Node) and kid.role in ("TH", "TD")]


_BLOCKS = frozenset({*HEADINGS, *GROUPINGS, "P", "L", "LI", "LBody", "Table", "Figure", "Caption", "TOC", "TOCI"})


def _is_block(kid: Kid) -> bool:
    return isinstance(kid, Node) and kid.role in _BLOCKS and not _in_line(kid)


def _in_line(node: Node) -> bool:
    """A picture within a paragraph is part of its line."""
    return node.role == "Figure" and node.parent is not None and node.parent.role in ("P", *INLINES)


def _holds_blocks(node: Node) -> bool:
    return any(_is_block(kid) for kid in node.kids)


def _words(node: Node) -> str:
    """The words of one line, with what is said of links, notes, pictures, abbreviations and other languages."""
    return _joined([node])


def _joined(kids: list[Kid]) -> str:
    return " ".join("".join(part for kid in kids for part in _parts(kid)).split())


def _parts(kid: Kid) -> Iterator[str]:
    if isinstance(kid, MarkedRun):
        yield (kid.text if kid.spoken is None else kid.spoken) + " " * kid.space
    if not isinstance(kid, Node):
        return
    yield {"Link": "koppeling ", "Note": " (noot: ", "Figure": "afbeelding "}.get(kid.role, "")
    yield f"[{kid.language}] " if kid.language else ""
    if kid.alternative:
        yield f"{kid.alternative} "
    else:
        for below in kid.kids:
            yield from _parts(below)
    if kid.expansion:
        yield f" ({kid.expansion})"
    yield f" [/{kid.language}]" if kid.language else ""
    yield ") " if kid.role == "Note" else ""
