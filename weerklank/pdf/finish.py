"""The finishing touch to the PDF: attached data, page labels, metadata, and what PDF/A asks of pictures and links.

In: the PDF as WeasyPrint made it, before it is written. Out: the same object, changed. Tags are the work of `tags`.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from hashlib import md5
from typing import Any

import pydyf

from weerklank.findings import Finding, finding
from weerklank.pdf.norms import Norm
from weerklank.pdf.result import AttachedFile
from weerklank.pdf.xmp import Description, xmp_packet


def finish_document(
    pdf: Any,  # noqa: ANN401 - a PDF of pydyf
    about: Description,
    *,
    norm: Norm,
    carries: bool,
) -> None:
    """Add to the catalog what makes the file whole. `carries`: it has attached files."""
    pdf.catalog["PageLabels"] = pydyf.Dictionary({"Nums": pydyf.Array([0, pydyf.Dictionary({"S": "/D"})])})
    if "Outlines" in pdf.catalog:
        pdf.catalog["PageMode"] = "/UseOutlines"
    metadata = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    metadata.stream = [xmp_packet(about, norm, carries=carries)]
    metadata.compress = False  # programs without a PDF library look for the identifiers as plain text


def still_pictures(pdf: Any) -> tuple[Finding, ...]:  # noqa: ANN401 - a PDF of pydyf
    """Ask viewers not to smooth pictures (ISO 19005-3, 6.2.8), and refuse colours outside sRGB."""
    findings: list[Finding] = []
    for item in pdf.objects:
        extra = getattr(item, "extra", {})
        if extra.get("Subtype") == "/Image":
            extra["Interpolate"] = "false"
            if extra["ColorSpace"] == "/DeviceCMYK":
                findings.append(finding("P015"))
    return tuple(findings)


def check_names(attachments: Sequence[AttachedFile]) -> tuple[Finding, ...]:
    """Refuse attached files that could not be told apart or that could be saved outside the folder chosen."""
    names = [file.name for file in attachments]
    bad = [name for name in names if not name or name.startswith(".") or any(mark in name for mark in '/\\:*?"<>|\0')]
    doubles = sorted({name.casefold() for name in names if [n.casefold() for n in names].count(name.casefold()) > 1})
    return (*(finding("P050", naam=name) for name in bad), *(finding("P051", naam=name) for name in doubles))


def utc(epoch: int) -> datetime:
    """Return the moment of a number of seconds since 1970."""
    return datetime.fromtimestamp(epoch, UTC)


def attach(
    pdf: Any,  # noqa: ANN401 - a PDF of pydyf
    files: Sequence[AttachedFile],
    *,
    when: datetime,
) -> dict[str, bytes]:
    """Embed the files (ISO 32000-1, 7.11.4) and tie them to the document (ISO 19005-3, annex E).

    `when` is the date of each. Returns the reference of each file by its name.
    """
    references = {file.name: _specification(pdf, file, when=when) for file in sorted(files, key=lambda file: file.name)}
    if not references:
        return references
    names, associated = pydyf.Array(), pydyf.Array()
    for name, specification in references.items():
        names.extend((pydyf.String(name), specification))
        associated.append(specification)
    tree = pydyf.Dictionary({"Names": names})
    pdf.add_object(tree)
    pdf.catalog.setdefault("Names", pydyf.Dictionary())["EmbeddedFiles"] = tree.reference
    pdf.catalog["AF"] = associated
    return references


def _specification(pdf: Any, file: AttachedFile, *, when: datetime) -> bytes:  # noqa: ANN401 - a PDF of pydyf
    date = pydyf.String(when.strftime("D:%Y%m%d%H%M%SZ"))
    parameters = {
        "CheckSum": f"<{md5(file.data, usedforsecurity=False).hexdigest()}>",  # the only checksum that the format has
        "CreationDate": date,
        "ModDate": date,
        "Size": len(file.data),
    }
    properties = {"Type": "/EmbeddedFile", "Subtype": pydyf.name(file.mime), "Params": pydyf.Dictionary(parameters)}
    stream = pydyf.Stream([file.data], properties, compress=True)
    pdf.add_object(stream)
    entries = {
        "Type": "/Filespec",
        "F": pydyf.String(file.name),
        "UF": pydyf.String(file.name),
        "EF": pydyf.Dictionary({"F": stream.reference, "UF": stream.reference}),
        "Desc": pydyf.String(file.description),
        "AFRelationship": f"/{file.relationship}",
    }
    specification = pydyf.Dictionary(entries)
    pdf.add_object(specification)
    return specification.reference  # type: ignore[no-any-return]  # pydyf has no type information
