"""The metadata packet of the PDF: what it is called, who made it, which standards it keeps.

In: title, authors, language, date. Out: XMP (ISO 16684-1) with the identifiers of PDF/A (ISO 19005-3, 6.6.4) and
PDF/UA (ISO 14289-1, 5). PDF/A-3 does not know the second, so its packet also describes it (ISO 19005-3, 6.6.2.3).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from weerklank.pdf.norms import FOR_FILES, Norm

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}
_UA_SCHEMA = """<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>"""


@dataclass(frozen=True)
class Description:
    """What the packet says. `date` is in UTC as in ISO 8601 ("2026-11-23T00:00:00Z"); empty texts are left out."""

    title: str
    authors: Sequence[str]
    subject: str
    keywords: str
    language: str
    creator: str
    producer: str
    date: str


def xmp_packet(about: Description, norm: Norm, *, carries: bool) -> bytes:
    """Return the packet in UTF-8, readable as it is by programs that only look for text.

    `carries`: the file has attached files. PDF/A-4 has a level for those, which no other file may claim.
    """
    namespaces = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _NAMESPACES.items())
    properties = [
        *(item for item in norm.identifiers if carries or item != FOR_FILES),
        _container("dc:title", [about.title], kind="Alt"),
        _container("dc:creator", about.authors, kind="Seq"),
        _container("dc:description", [about.subject], kind="Alt"),
        _container("dc:language", [about.language], kind="Bag"),
        _simple("pdf:Keywords", about.keywords),
        _simple("pdf:Producer", about.producer),
        _simple("xmp:CreatorTool", about.creator),
        _simple("xmp:CreateDate", about.date),
        _simple("xmp:ModifyDate", about.date),
        _simple("xmp:MetadataDate", about.date),
        _UA_SCHEMA if norm.describes_ua else "",
    ]
    body = "\n".join(part for part in properties if part)
    packet = (
        '<?xpacket begin="\N{ZERO WIDTH NO-BREAK SPACE}" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{_RDF}">\n'
        f'<rdf:Description rdf:about="" {namespaces}>\n{body}\n</rdf:Description>\n'
        '</rdf:RDF></x:xmpmeta>\n<?xpacket end="r"?>'
    )
    return packet.encode()


def _simple(name: str, text: str) -> str:
    return f"<{name}>{escape(text)}</{name}>" if text else ""


def _container(name: str, texts: Sequence[str], *, kind: str) -> str:
    language = ' xml:lang="x-default"' if kind == "Alt" else ""
    items = "".join(f"<rdf:li{language}>{escape(text)}</rdf:li>" for text in texts if text)
    return f"<{name}><rdf:{kind}>{items}</rdf:{kind}></{name}>" if items else ""
