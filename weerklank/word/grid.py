"""One of our tables as a table of a Word document, and how wide the columns of any table are.

In: a `Table`, or a `GridBlock`. Out: a `GridBlock`, or widths. Nothing here knows Word.
"""

import re
from dataclasses import dataclass

from weerklank.data.table import Cell, Column, Role
from weerklank.word.tree import (
    Block,
    Figure,
    GridBlock,
    GridColumn,
    Heading,
    List,
    PageBreak,
    Paragraph,
    Run,
    TableBlock,
    Toc,
    Tone,
)

NO_ROWS = "Deze tabel heeft geen rijen."
NON_EXHAUSTIVE = "Niet-limitatief: de bron geeft voorbeelden. Een aantal rijen is dus geen totaal."

_MARGIN = 3  # characters: the space beside the text of a cell, and some for wide letters
_LONGEST_LINE = 48  # characters; longer text is expected to wrap
_CHARACTER, _SMALL_CHARACTER = 98, 82  # mean width of a character in a table, in twentieths of a point
_BREAKS = re.compile(r"[ \t\n\-/]+")  # where a line may end


@dataclass(frozen=True)
class Widths:
    """`columns`: width of each, in twentieths of a point.

    `tight`: the words do not fit in the usual type; `broken`: nor do they in the small type.
    """

    columns: tuple[int, ...]
    tight: bool = False
    broken: bool = False


def as_grid(block: TableBlock, *, address: str) -> GridBlock:
    """Return the table with its cells as people read them: words for an absence, its reason under it.

    `address`: where the site is, for cells that link within it; "" leaves them without link.
    """
    table = block.table
    notes = [*table.notes]
    if table.non_exhaustive and not any("niet-limitatief" in note.casefold() for note in notes):
        notes.insert(0, NON_EXHAUSTIVE)
    if not table.rows:
        notes.insert(0, NO_ROWS)
    return GridBlock(
        title=table.title,
        columns=tuple(_column(column) for column in table.columns),
        rows=tuple(
            tuple(_cell(cell, column, address) for cell, column in zip(row, table.columns, strict=True))
            for row in table.rows
        ),
        caption=table.caption,
        notes=tuple(notes),
        anchor=block.anchor,
    )


def column_widths(grid: GridBlock, *, total: int) -> Widths:
    """Return the widths of the columns; together they are `total` (twentieths of a point).

    Each column gets room for its longest word first; what is left goes to the columns with most text.
    """
    if not grid.columns:
        return Widths(())
    words, lines = [], []
    for index, column in enumerate(grid.columns):
        texts = [column.head, *(plain_text(row[index]) for row in grid.rows)]
        words.append(max(len(word) for text in texts for word in _BREAKS.split(text)) + _MARGIN)
        lines.append(min(_LONGEST_LINE, sum(map(len, texts)) / len(texts) + _MARGIN))
    tight = sum(words) > total / _CHARACTER
    spare = max(0.0, total / (_SMALL_CHARACTER if tight else _CHARACTER) - sum(words))
    wanted = sum(max(0.0, line - word) for word, line in zip(words, lines, strict=True))
    share = min(1.0, spare / wanted) if wanted else 0.0
    parts = [word + share * max(0.0, line - word) for word, line in zip(words, lines, strict=True)]
    columns = [round(total * part / sum(parts)) for part in parts]
    broken = sum(words) > total / _SMALL_CHARACTER
    return Widths((*columns[:-1], total - sum(columns[:-1])), tight=tight, broken=broken)


def plain_text(blocks: tuple[Block, ...]) -> str:
    """Return the words of blocks, one line for each."""
    lines: list[str] = []
    for block in blocks:
        match block:
            case Heading(text=text) | Toc(title=text):
                lines.append(text)
            case Paragraph(runs=runs):
                lines.append("".join(run.text for run in runs))
            case List(items=items):
                lines.extend(plain_text(item) for item in items)
            case GridBlock(rows=rows):
                lines.extend(plain_text(cell) for row in rows for cell in row)
            case TableBlock(table=table):
                lines.extend(cell.text for row in table.rows for cell in row)
            case Figure(caption=caption):
                lines.append(caption)
            case PageBreak():
                pass
    return "\n".join(lines)


def _column(column: Column) -> GridColumn:
    head = f"{column.label} ({column.unit})" if column.unit else column.label
    return GridColumn(head, numeric=column.role is Role.NUMBER, row_head=column.role is Role.HEAD)


def _cell(cell: Cell, column: Column, address: str) -> tuple[Block, ...]:
    link = ""
    if cell.path and address:
        link = address + cell.path + (f"#{cell.fragment}" if cell.fragment else "")
    elif cell.fragment and not cell.path:
        link = f"#{cell.fragment}"
    words = Paragraph((Run(cell.text, literal=column.role is Role.LITERAL and cell.state is None, link=link),))
    return (words, Paragraph((Run(cell.reason),), Tone.REMARK)) if cell.reason else (words,)
