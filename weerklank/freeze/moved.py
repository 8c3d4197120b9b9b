"""Where records now differ from the newest frozen annex that rests on them.

In: the loaded content, and the corpus if it has no errors. Out: warnings. A frozen annex stays as it is, whatever they
say. White space and comments do not count, nor does what no annex prints.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from weerklank.author.load import Loaded, Plain, RawRecord, read_record
from weerklank.corpus import Corpus, public
from weerklank.facts.provenance import annex_data
from weerklank.findings import Finding, finding
from weerklank.freeze.snapshot import Kept, all_ids, inner, read_snapshot
from weerklank.freeze.versions import SNAPSHOT, names
from weerklank.kinds import LIST
from weerklank.model import MODELS, Ref
from weerklank.model.fields import Field, fields_of
from weerklank.text import SourceText, Span, whole_file
from weerklank.wording import listing


@dataclass(frozen=True)
class _Now:
    """The content as it is, with the question and the version that it is compared with."""

    records: Mapping[tuple[str, str], RawRecord]
    files: Mapping[str, SourceText]
    broken: frozenset[tuple[str, str]]
    folder: str
    question: str
    version: str

    def changed(self, span: Span, what: str) -> Finding:
        return finding("P064", span=span, vraag=self.question, versie=self.version, velden=what)

    def gone(self, kept: Kept) -> Finding:
        return finding("P065", span=whole_file(f"{self.folder}/{kept.path}"), vraag=self.question, versie=self.version)

    def new(self, record: RawRecord) -> Finding:
        return finding("P066", span=whole_file(record.source.file), vraag=self.question, versie=self.version)


def moved(loaded: Loaded, corpus: Corpus | None, *, folder: str) -> tuple[Finding, ...]:
    """Compare the content with the newest version of each question.

    `corpus` is None when the content has errors: records that are new to an annex are not known then. `folder`: what
    the content folder is called.
    """
    records = {(record.kind, name): record for record in loaded.records for name in all_ids(record)}
    records |= {(record.kind, record.id): record for record in loaded.records}
    files = {inner(source.file): source for source in loaded.sources}
    found: list[Finding] = []
    for question, own in loaded.annexes.items():
        for version in names(own)[:1]:
            before = read_snapshot(own.get(f"{version}/{SNAPSHOT}", b""))
            now = _Now(records, files, loaded.broken, folder, question, version)
            found += (item for kept, text in before.items() for item in _compare(kept, text, now))
            found += _added(before, corpus, now) if corpus is not None and before else ()
    return tuple(found)


def _compare(kept: Kept, text: str, now: _Now) -> Iterator[Finding]:
    """What became of one file that the version rests on."""
    current = now.files.get(kept.path)
    if current is not None and current.text == text:
        return
    if kept.stored:
        yield from _compare_text(kept, text, now)
        return
    record = now.records.get((kept.kind, kept.id))
    if record is None:
        if (kept.kind, kept.id) not in now.broken:
            yield now.gone(kept)
        return
    old, _ = read_record(kept.kind, kept.id, SourceText(kept.path, text))
    changed = _changed(kept.kind, old.data if old else {}, record.data)
    if changed:
        yield now.changed(_span(record, changed[0]), listing(f"“{name}”" for name in changed))


def _compare_text(kept: Kept, text: str, now: _Now) -> Iterator[Finding]:
    current = now.files.get(kept.path)
    if current is None:
        yield now.gone(kept)
    elif current.text.split() != text.split():
        yield now.changed(whole_file(current.file), "de bewaarde tekst")


def _changed(kind: str, old: Mapping[str, Plain], new: Mapping[str, Plain]) -> tuple[str, ...]:
    """The keys whose value changed, is gone or is new, in the order of the record as it is now."""
    before, after = _pieces(kind, old), _pieces(kind, new)
    order = dict.fromkeys((*after, *before))
    # A word that is new in a list does not contradict an annex that did not need it.
    known = before if kind == LIST else order
    return tuple(name for name in order if name in known and before.get(name) != after.get(name))


def _pieces(kind: str, data: Mapping[str, Plain]) -> dict[str, Plain]:
    """The parts of a record that a finding can name, white space folded; without what is empty or never printed."""
    printed = _printed(data, fields_of(MODELS[kind]))
    pieces: dict[str, Plain] = {}
    for key, value in printed.items():
        if kind == LIST and isinstance(value, list):
            pieces |= {str(item["id"]): _folded(item) for item in value if isinstance(item, dict) and "id" in item}
        else:
            pieces[key] = _folded(value)
    return {key: value for key, value in pieces.items() if value not in ("", None)}


def _printed(data: Mapping[str, Plain], fields: Iterable[Field]) -> dict[str, Plain]:
    """What an annex may print of a record or a part of one; a key that the model does not know stays."""
    known = {field.key: field for field in fields}
    return {
        key: _printed(value, known[key].parts) if isinstance(value, dict) and key in known else value
        for key, value in data.items()
        if key not in known or known[key].in_annex
    }


def _folded(value: Plain) -> Plain:
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, list):
        return [_folded(item) for item in value]
    return {key: _folded(item) for key, item in value.items()} if isinstance(value, dict) else value


def _span(record: RawRecord, name: str) -> Span:
    """The key in the record as it is now; the file as a whole when the key is gone or is a word of a list."""
    mark = record.marks.get((name,))
    return mark.key if mark is not None and mark.key is not None else whole_file(record.source.file)


def _added(before: Mapping[Kept, str], corpus: Corpus, now: _Now) -> Iterator[Finding]:
    """Records that the annex would show today and that are not in the version."""
    shown = public(corpus, on=date.max)
    ref = Ref("vraag", now.question)
    if ref not in shown.refs():
        return
    known = {(item.kind, item.id) for item in before}
    for found in sorted(annex_data(shown, now.question).refs()):
        record = now.records.get((found.kind, found.id))
        if record is not None and known.isdisjoint((found.kind, name) for name in all_ids(record)):
            yield now.new(record)
