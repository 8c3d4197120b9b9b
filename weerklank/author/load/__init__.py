"""Reading content/: from the folder that authors write to plain data that knows its places.

In: the folder. Out: `Loaded`: raw records, stored texts of sources, frozen annexes and findings. Nothing is typed and
no record is compared with another; that is the work of `validate`. Sole owner of PyYAML; follows no link.
"""

from collections import Counter
from pathlib import Path

from weerklank.author.load.decoding import body_span, decode, split
from weerklank.author.load.folder import ANCHOR, ContentFile, FileUse, list_folder, reason
from weerklank.author.load.located import FieldPath, FrozenFile, Loaded, Plain, RawRecord, SourceDocument, Spans
from weerklank.author.load.nodes import Nodes, read_nodes
from weerklank.findings import Finding, finding, sort_findings
from weerklank.messages import Hint
from weerklank.pictures import BROKEN, LARGE, MOVING, OTHER, NoPictureError, Photograph
from weerklank.pictures import read as read_picture
from weerklank.text import SourceText, Span, whole_file

__all__ = [
    "ANCHOR",
    "FieldPath",
    "FrozenFile",
    "Loaded",
    "Plain",
    "RawRecord",
    "SourceDocument",
    "Spans",
    "load",
    "read_record",
]

MAX_RECORD = 200_000
MAX_SOURCE = 2_000_000
MAX_FROZEN = 100_000_000
MAX_PICTURE = 10_000_000

BODY = "tekst"
"""The field that the body of a Markdown record fills."""


def load(content: Path) -> Loaded:
    """Read everything in `content`. Whatever is wrong is a finding; nothing that an author can do raises an error."""
    listing = list_folder(content)
    records: list[RawRecord] = []
    texts: list[SourceDocument] = []
    sources: list[SourceText] = []
    frozen: list[FrozenFile] = []
    pictures: dict[str, Photograph | None] = {}
    anchor: RawRecord | None = None
    findings = list(listing.findings)
    for entry in listing.entries:
        data, fault = _read(entry)
        if entry.use is FileUse.PICTURE:
            picture, refused = (None, fault) if fault else _picture(entry, data)
            pictures[entry.file.partition("/")[2]] = picture
            findings.extend([refused] if refused else [])
        elif fault is not None:
            findings.append(fault)
            sources.extend([SourceText(entry.file, "")] if entry.use is FileUse.ANCHOR else [])
        elif entry.use is FileUse.FROZEN:
            frozen.append(FrozenFile(entry.id, entry.inner, data))
        else:
            source, fault = decode(entry.file, data, stored=entry.use is FileUse.TEXT)
            sources.append(source)
            if fault is not None:
                findings.append(fault)
            elif entry.use is FileUse.TEXT:
                texts.append(SourceDocument(entry.id, source))
            else:
                record, faults = read_record(entry.kind, entry.id, source)
                findings.extend(faults)
                if entry.use is FileUse.ANCHOR:
                    anchor = record
                else:
                    records.extend([record] if record else [])
    alone = _without_twins(records)
    known = {(entry.kind, entry.id) for entry in listing.entries if entry.use is FileUse.RECORD}
    findings.extend(_left_alone(listing.entries, known))
    return Loaded(
        records=alone,
        texts=tuple(texts),
        sources=tuple(sources),
        frozen=tuple(frozen),
        broken=frozenset(known - {(record.kind, record.id) for record in alone}),
        findings=sort_findings(findings),
        anchor=anchor,
        pictures=pictures,
    )


def _picture(entry: ContentFile, data: bytes) -> tuple[Photograph | None, Finding | None]:
    try:
        return read_picture(data, f".{entry.inner.rpartition('.')[2]}"), None
    except NoPictureError as reason_:
        code, hint = _REFUSED[reason_.why]
        span = whole_file(entry.file)
        if code == "L052":
            return None, finding(code, span=span, hint=hint, grens="40 miljoen")
        return None, finding(code, span=span, hint=hint, naam=entry.inner)


_REFUSED = {
    BROKEN: ("L051", Hint("again")),
    OTHER: ("L051", Hint("ending")),
    MOVING: ("L051", Hint("still")),
    LARGE: ("L052", Hint("smaller")),
}
"""Why a picture cannot be shown -> the code and its hint."""


def read_record(kind: str, name: str, source: SourceText) -> tuple[RawRecord | None, tuple[Finding, ...]]:
    """Read the text of one record; the ending of `source.file` says whether it is Markdown or YAML.

    Returns None for the record when its data cannot be trusted; the findings then say why.
    """
    if not source.file.endswith(".md"):
        nodes = read_nodes(source, first_line=1, last_line=source.line_count)
        return _record(kind, name, source, nodes, None)
    head = split(source)
    if isinstance(head, Finding):
        return None, (head,)
    nodes = read_nodes(source, first_line=head.first_line, last_line=head.last_line)
    return _record(kind, name, source, nodes, body_span(source, head.body))


def _record(
    kind: str, name: str, source: SourceText, nodes: Nodes, body: Span | None
) -> tuple[RawRecord | None, tuple[Finding, ...]]:
    if nodes.data is None:
        return None, nodes.findings
    findings = nodes.findings
    data, marks = dict(nodes.data), dict(nodes.marks)
    marks.setdefault((), Spans(None, source.whole_line(1)))
    if body is not None and BODY in data:
        findings += (finding("L017", span=marks[BODY,].key, field=(BODY,), hint=Hint("keep_one")),)
    elif body is not None:
        data[BODY] = source.slice(body).replace("\r\n", "\n").replace("\r", "\n")
        marks[BODY,] = Spans(None, body)
    if not data:
        return None, (*findings, finding("L022", span=marks[()].value, hint=Hint("field")))
    return RawRecord(kind, name, source, data, marks), findings


def _read(entry: ContentFile) -> tuple[bytes, Finding | None]:
    limits = {FileUse.RECORD: MAX_RECORD, FileUse.FROZEN: MAX_FROZEN, FileUse.PICTURE: MAX_PICTURE}
    limit = limits.get(entry.use, MAX_SOURCE)
    try:
        with entry.path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        return b"", finding("L001", span=whole_file(entry.file), reden=reason(error))
    if len(data) > limit:
        hint = _TOO_LARGE.get(entry.use)
        return b"", finding("L003", span=whole_file(entry.file), hint=hint, grens=f"{limit // 1000} kB")
    return data, None


_TOO_LARGE = {FileUse.RECORD: Hint("shorten"), FileUse.PICTURE: Hint("smaller")}


def _without_twins(records: list[RawRecord]) -> tuple[RawRecord, ...]:
    """Drop records that share an id: nobody can know which one is meant, and each has its own finding."""
    names = Counter((record.kind, record.id) for record in records)
    return tuple(record for record in records if names[record.kind, record.id] == 1)


def _left_alone(entries: tuple[ContentFile, ...], known: set[tuple[str, str]]) -> list[Finding]:
    """Stored texts without a source record, and frozen annexes without a question."""
    findings = []
    questions = set()
    for entry in entries:
        span = whole_file(entry.file)
        if entry.use is FileUse.TEXT and ("bron", entry.id) not in known:
            findings.append(finding("L013", span=span, hint=Hint("make_source", {"id": entry.id}), id=entry.id))
        elif entry.use is FileUse.FROZEN and ("vraag", entry.id) not in known and entry.id not in questions:
            questions.add(entry.id)
            findings.append(finding("L014", span=span, hint=Hint("make_question", {"id": entry.id}), id=entry.id))
    return findings
