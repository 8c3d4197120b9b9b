"""Tables as files for spreadsheets and programs: CSV, JSON, CSVW, XLSX and ODS.

In: `Table` values. Out: bytes, the same on every run, day and machine. Nothing here decides what a table holds.

`FORMATS` is the only list of them: a new one is a module here and its line there. `data.flat` gives the one shape
(columns, names, order) that every format writes; `csv`, `json` and `csvw` write it as text, `workbook` plans the
sheets, `xlsx` and `ods` draw that plan. This file imports neither of these two: a build that writes no workbook does
not load a workbook writer.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from weerklank.data.formats.csv import csv_bytes
from weerklank.data.formats.json import json_bytes
from weerklank.data.meta import Meta
from weerklank.data.table import Table


@dataclass(frozen=True)
class Format:
    """A format in which every table is offered. `media`: its IANA media type.

    `write`: one table, with where it comes from, as a file; None for a workbook, which holds one table or all of them.
    """

    media: str
    write: Callable[[Table, Meta], bytes] | None = None


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "csv": Format("text/csv", lambda table, _: csv_bytes(table)),
        "json": Format("application/json", lambda table, meta: json_bytes(table, meta=meta)),
        "xlsx": Format("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        "ods": Format("application/vnd.oasis.opendocument.spreadsheet"),
    }
)
"""Every format by the ending of its files, in the order in which readers meet them."""
