"""Data files and charts to bytes.

In: the views of those artifacts. Out: bytes, and findings about letters that no font has.
Workbook writers and matplotlib are imported when the first file needs them.
"""

from collections.abc import Mapping
from dataclasses import asdict

from weerklank import theme
from weerklank.build.artifact import DataFile
from weerklank.chartspec import ChartSpec
from weerklank.data.formats.csv import csv_bytes
from weerklank.data.formats.csvw import csvw_bytes
from weerklank.data.formats.json import json_bytes
from weerklank.data.formats.rows import rows_script
from weerklank.findings import Finding


def data_bytes(file: DataFile, ending: str) -> bytes:
    """One table as csv, json, csvw or script, or one or more as a workbook for Excel, by the ending of the file."""
    table, meta = file.tables[0], file.provenance
    if ending == "csv":
        return csv_bytes(table)
    if ending == "json":
        return json_bytes(table, meta=meta)
    if ending == "csv-metadata.json":
        return csvw_bytes(table, url=f"{table.name}.csv", meta=meta)
    if ending == "js":
        return rows_script(table)
    if ending != "xlsx":
        raise ValueError(f"no data format writes .{ending}")
    from weerklank.data.formats.workbook import WorkbookInfo
    from weerklank.data.formats.xlsx import xlsx_bytes

    return xlsx_bytes(file.tables, about=WorkbookInfo(file.title, meta), epoch=meta.epoch)


def sheet_bytes(file: DataFile, documents: Mapping[str, bytes]) -> tuple[bytes, tuple[Finding, ...]]:
    """One or more tables as an OpenDocument workbook, in the styles of its template."""
    from weerklank.data.formats.ods import TEMPLATE, ods_bytes
    from weerklank.data.formats.workbook import WorkbookInfo

    meta = file.provenance
    about = WorkbookInfo(file.title, meta)
    return ods_bytes(file.tables, template=documents.get(TEMPLATE, b""), about=about, epoch=meta.epoch)


def chart_bytes(spec: ChartSpec, option: str, assets: Mapping[str, bytes]) -> tuple[bytes, tuple[Finding, ...]]:
    """One drawing of a chart ("breed-licht"), or its picture ("png"). Letters that no font has are told once."""
    from weerklank import charts

    fonts = charts.Fonts(**{face: assets[f"fonts/{name}"] for face, name in asdict(theme.CHART_FONTS).items()})
    if option == "png":
        return charts.draw_png(spec, fonts=fonts), charts.inspect(spec, fonts=fonts)
    width, _, scheme = option.partition("-")
    variant = charts.Variant(charts.Width(width), charts.Scheme(scheme))
    return charts.draw(spec, variant=variant, fonts=fonts), ()
