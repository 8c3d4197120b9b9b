"""The lines of a table's CSV by id, as a script.

In: a `Table` with a column `id`. Out: a script that a list page reads when a reader saves a narrowed list. It holds the
head and the lines of the CSV exactly as they are there, so that the saved file is that file with fewer lines. It is a
script because a page that was opened from a disk may read no other kind of file.
"""

import csv
import io
import json

from weerklank.data.formats.csv import BOM, csv_bytes
from weerklank.data.table import Table


def rows_script(table: Table) -> bytes:
    """Return the script. Raises ValueError when the table has no column `id`, and as `flatten` does."""
    text = csv_bytes(table).decode().removeprefix(BOM)
    head, *rows = csv.reader(io.StringIO(text, newline=""))
    place = head.index("id")
    data = {"kop": _line(head), "rijen": {row[place]: _line(row) for row in rows}}
    return f"window.weerklankRijen = {json.dumps(data, ensure_ascii=False, indent=0)};\n".encode()


def _line(fields: list[str]) -> str:
    target = io.StringIO(newline="")
    csv.writer(target, lineterminator="\r\n").writerow(fields)
    return target.getvalue().removesuffix("\r\n")
