"""One annex put together: print HTML, drawings and data become one PDF.

In: the view of the annex and the materials. Out: bytes and findings, each with the annex as its artifact.
"""

from collections.abc import Mapping
from dataclasses import replace

from weerklank import theme
from weerklank.build.artifact import AnnexFile, DataFile
from weerklank.build.render.data import chart_bytes, data_bytes
from weerklank.document.annex import AnnexView
from weerklank.findings import Finding
from weerklank.html import Templates
from weerklank.project import Materials

TEMPLATE = "annex/annex.html"
WORD = "annex/bijlage.docx"
MIME = {
    "csv": "text/csv",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def annex_bytes(
    file: AnnexFile, *, path: str, templates: Templates, assets: Mapping[str, bytes]
) -> tuple[bytes, tuple[Finding, ...]]:
    """The annex as PDF, with every table of it inside as workbook, csv and json."""
    from weerklank.pdf import AttachedFile, make_pdf

    html, faults = templates.render(TEMPLATE, file.view, artifact=path, files={})
    if faults:
        return b"", faults
    attachments = tuple(
        AttachedFile(
            item.name,
            data_bytes(DataFile(item.tables, file.provenance, file.view.title), item.ending),
            MIME[item.ending],
            item.description,
        )
        for item in file.view.attachments
    )
    drawings, odd = _drawings(file.view, assets)
    resources = {**assets, "css/tokens.css": theme.tokens_css().encode(), **drawings}
    result = make_pdf(html.decode(), resources=resources, attachments=attachments, epoch=file.provenance.epoch)
    return result.pdf, tuple(replace(item, artifact=path) for item in (*odd, *result.findings))


def _drawings(view: AnnexView, assets: Mapping[str, bytes]) -> tuple[dict[str, bytes], tuple[Finding, ...]]:
    files: dict[str, bytes] = {}
    found: list[Finding] = []
    for spec in view.charts:
        data, faults = chart_bytes(spec, "druk-licht", assets)
        files[f"charts/{spec.name}.svg"] = data
        found += faults
    return files, tuple(found)


def word_bytes(
    file: AnnexFile, *, path: str, templates: Templates, materials: Materials
) -> tuple[bytes, tuple[Finding, ...]]:
    """The same annex as a Word document, for anyone who has to go on working in it."""
    from weerklank.word.docx import docx_bytes

    html, faults = templates.render(TEMPLATE, file.view, artifact=path, files={})
    if faults:
        return b"", faults
    pictures = {f"charts/{spec.name}.svg": chart_bytes(spec, "png", materials.assets)[0] for spec in file.view.charts}
    template = materials.documents.get(WORD, b"")
    data, found = docx_bytes(html.decode(), template=template, pictures=pictures, epoch=file.provenance.epoch)
    return data, tuple(replace(item, artifact=path) for item in found)
