"""The lines of a table's CSV, one by one.

In: a `Table`. Out: the head and the lines of its CSV exactly as they are in the file, so that some of them under that
head are that file with fewer lines.
"""

import csv
import io

from weerklank.data.formats.csv import BOM, csv_bytes
from weerklank.data.table import Table


def csv_lines(table: Table) -> tuple[str, tuple[str, ...]]:
    """Return the head and the line of each row, without what ends a line. Raises as `flatten` does."""
    text = csv_bytes(table).decode().removeprefix(BOM)
    head, *rows = map(_line, csv.reader(io.StringIO(text, newline="")))
    return head, tuple(rows)


def _line(fields: list[str]) -> str:
    target = io.StringIO(newline="")
    csv.writer(target, lineterminator="\r\n").writerow(fields)
    return target.getvalue().removesuffix("\r\n")
