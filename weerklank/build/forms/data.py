"""Data files: one table as csv or json, one or more as a workbook.

In: tables with where they come from. Out: bytes. Workbook writers are imported when the first file needs them.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from weerklank import theme
from weerklank.build.artifact import Bench, Form, Stock
from weerklank.build.results import MadeFile
from weerklank.data.formats import FORMATS
from weerklank.data.formats.csvw import csvw_bytes
from weerklank.data.formats.ods import TEMPLATE
from weerklank.data.meta import Meta
from weerklank.data.table import Table


@dataclass(frozen=True)
class DataFile:
    """One or more tables as a file, with where they come from. `title` is for workbooks."""

    tables: tuple[Table, ...]
    provenance: Meta
    title: str = ""


@dataclass(frozen=True)
class DataForm(Form[DataFile]):
    """The ending of the file says how: one of `FORMATS`, or csv-metadata.json. `link`: the colour of links."""

    ending: str
    link: str = theme.LIGHT.link

    def reads(self, stock: Stock) -> Iterable[str]:  # noqa: ARG002 - always the same
        """The template of an OpenDocument workbook; the others read nothing."""
        return [TEMPLATE] if self.ending == "ods" else []

    def make(self, view: DataFile, bench: Bench) -> MadeFile:
        """The file."""
        if self.ending != "ods":
            return MadeFile(data_bytes(view, self.ending, self.link))
        from weerklank.data.formats.ods import ods_bytes
        from weerklank.data.formats.workbook import WorkbookInfo

        about = WorkbookInfo(view.title, view.provenance, link=self.link)
        template = bench.given.get(TEMPLATE, b"")
        return MadeFile(*ods_bytes(view.tables, template=template, about=about, epoch=view.provenance.epoch))


def data_bytes(file: DataFile, ending: str, link: str = theme.LIGHT.link) -> bytes:
    """One table as csv, json or csvw, or one or more as a workbook for Excel, by the ending of the file."""
    table, meta = file.tables[0], file.provenance
    known = FORMATS.get(ending)
    if known and known.write:
        return known.write(table, meta)
    if ending == "csv-metadata.json":
        return csvw_bytes(table, url=f"{table.name}.csv", meta=meta)
    if ending != "xlsx":
        raise ValueError(f"no data format writes .{ending}")
    from weerklank.data.formats.workbook import WorkbookInfo
    from weerklank.data.formats.xlsx import xlsx_bytes

    return xlsx_bytes(file.tables, about=WorkbookInfo(file.title, meta, link=link), epoch=meta.epoch)
