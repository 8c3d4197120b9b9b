"""A table as CSV.

In: a `Table`. Out: RFC 4180 in UTF-8 with a byte order mark (Excel needs it), CRLF, comma, decimal point, column keys
as head. An absence is an empty field with its code in `<key>_toestand`. This module writes no file.
"""

import csv
import io
import re

from weerklank.data.flat import Value, flatten, plain
from weerklank.data.table import Table

BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"

# What a spreadsheet takes for the start of a formula, also behind spaces or in full width (OWASP, "CSV Injection").
_FORMULA = re.compile(r"'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])")


def csv_bytes(table: Table) -> bytes:
    """Return the table as CSV. Raises ValueError as `flatten` does."""
    flat = flatten(table)
    target = io.StringIO(newline="")
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow([column.key for column in flat.columns])
    writer.writerows([_field(cell.value) for cell in row] for row in flat.rows)
    return (BOM + target.getvalue()).encode("utf-8")


def guard(text: str) -> str:
    """Return text that no spreadsheet runs: an apostrophe before what looks like a formula.

    Text that already is an apostrophe and a formula gets one more, so the guard can be taken off without a doubt.
    """
    return f"'{text}" if _FORMULA.match(text) else text


def _field(value: Value) -> str:
    if value is None:
        return ""
    return guard(value) if isinstance(value, str) else plain(value)
