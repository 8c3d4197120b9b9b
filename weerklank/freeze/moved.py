"""Where records now differ from the newest frozen annex that rests on them: what it says, and what they say.

In: the loaded content, and the corpus as far as there is one. Out: warnings. A frozen annex stays as it is, whatever
they say. White space and comments do not count, nor does what no annex prints, or a text of which this one has nothing.
"""

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from functools import cached_property

from weerklank.author.load import FieldPath, Loaded, RawRecord
from weerklank.author.migrate import migrate
from weerklank.author.validate import validate
from weerklank.author.validate.places import key_span
from weerklank.corpus import Corpus, public
from weerklank.facts.provenance import annex_data
from weerklank.findings import LONGEST_ARGUMENT, Finding, finding
from weerklank.freeze.differences import Comparison, Difference, changed_words, cut
from weerklank.freeze.known import withdrawn_names
from weerklank.freeze.snapshot import Kept, all_ids, inner, kept_pictures, loaded_again, read_snapshot
from weerklank.freeze.versions import MANIFEST, SNAPSHOT, names
from weerklank.kinds import FOLDERS, LIST, ORGANISATION
from weerklank.markup import bare
from weerklank.messages import Hint
from weerklank.model import VOCABULARIES, Organisation, Record, Ref, Vocabulary
from weerklank.model.fields import field_of
from weerklank.model.illustrated import Illustrated, Illustration
from weerklank.model.organisation import SCHEMA
from weerklank.text import Span, whole_file
from weerklank.wording import quoted

MOVED = ("P064", "P065", "P066", "P072")
"""What is found here."""

_Key = tuple[str, str]
_WORD, _TAG = re.compile(r"\w+"), re.compile(r"<[^>]*>")
_QUOTED = re.compile("“([^”]*)”")
_READ = (".html", ".txt", ".csv", ".json")
_WINDOW = 5  # words that in the same order are no coincidence
_PICTURES, _FILE = field_of(Illustrated, "illustrations").key, field_of(Illustration, "file").key


@dataclass(frozen=True)
class _Now:
    """The content as it is, with the question and the version that it is compared with."""

    loaded: Loaded
    corpus: Corpus | None
    records: Mapping[_Key, RawRecord]
    folder: str
    question: str
    version: str

    def prints(self, difference: Difference) -> bool:
        """Whether the annex has some words of a text that changed; of anything else it may have, in another form."""
        return self.says(difference.text)

    def says(self, text: str, *, still: str = "") -> bool:
        """Whether the annex has five words in a row of a text that `still` does not have; so has one of fewer words."""
        said, windows = self._words, _windows(_WORD.findall(text.casefold()))
        kept = f" {' '.join(_WORD.findall(still.casefold()))} "
        return not said or not windows or any(window in said and window not in kept for window in windows)

    @cached_property
    def _words(self) -> str:
        """All words of the annex, of its pages and its data, each between spaces; "" where that is not known."""
        files = self.loaded.annexes.get(self.question, {})
        own = (data for path, data in files.items() if path.startswith(f"{self.version}/") and self._is_read(path))
        text = " ".join(html.unescape(_TAG.sub(" ", data.decode("utf-8", "replace"))) for data in own)
        words = _WORD.findall(text.replace("\N{SOFT HYPHEN}", "").casefold())
        return f" {' '.join(words)} " if len(words) > _WINDOW else ""

    def _is_read(self, path: str) -> bool:
        return path.endswith(_READ) and path.rpartition("/")[2] not in (MANIFEST, SNAPSHOT)

    def changed(self, span: Span, where: str, before: str, after: str) -> Finding:
        hint = Hint("anew", {"vraag": self.question})
        question, version = self.question, self.version
        return finding(
            "P064", span=span, hint=hint, vraag=question, versie=version, waar=where, vroeger=before, nu=after
        )

    def gone(self, path: str) -> Finding:
        return finding("P065", span=whole_file(f"{self.folder}/{path}"), vraag=self.question, versie=self.version)

    def new(self, record: RawRecord) -> Finding:
        return finding("P066", span=whole_file(record.source.file), vraag=self.question, versie=self.version)

    def unlike(self, record: RawRecord) -> Finding:
        return finding("P072", span=whole_file(record.source.file), vraag=self.question, versie=self.version)


def _windows(words: list[str]) -> list[str]:
    """Each row of words that stand next to each other; none of a text that is shorter."""
    return [f" {' '.join(words[start : start + _WINDOW])} " for start in range(len(words) - _WINDOW + 1)]


def moved(loaded: Loaded, corpus: Corpus | None, *, folder: str, sound: bool = True) -> tuple[Finding, ...]:
    """Compare the content with the newest version of each question that stands.

    `corpus` is None when there is too little to make one: only what is gone is known then. `sound`: the content has no
    errors; with an error, records that are new to an annex are not known. `folder`: what the content folder is called.
    """
    records = {(record.kind, name): record for record in loaded.records for name in all_ids(record)}
    records |= {(record.kind, record.id): record for record in loaded.records}
    found: list[Finding] = []
    for question, own in loaded.annexes.items():
        back = withdrawn_names(loaded, question)
        for version in [name for name in names(own) if name not in back][:1]:
            snapshot = own.get(f"{version}/{SNAPSHOT}", b"")
            before = read_snapshot(snapshot)
            now = _Now(loaded, corpus, records, folder, question, version)
            found += (*_compare(before, now), *_compare_pictures(kept_pictures(snapshot), now))
            found += _added(before, corpus, now) if sound and corpus is not None and before else ()
    return tuple(found)


def _compare(before: Mapping[Kept, str], now: _Now) -> Iterator[Finding]:
    """What became of the files that the version rests on."""
    files = {inner(source.file): source.text for source in now.loaded.sources}
    other = {kept: text for kept, text in before.items() if files.get(kept.path) != text}
    # Typing and placing a record needs the whole of what it stood in; most often nothing changed at all.
    old = _before(before, now.loaded) if any(not kept.stored for kept in other) else None
    for kept, text in other.items():
        if kept.stored:
            yield from _compare_text(kept, text, files.get(kept.path), now)
        else:
            yield from _compare_record(kept, old, now)


def _before(files: Mapping[Kept, str], loaded: Loaded) -> Corpus | None:
    """The content behind a version, in the schema that the content is in now."""
    again = loaded_again(files)
    if any(record.data.get("schema") == SCHEMA for record in loaded.records):
        made = migrate(again).texts
        again = loaded_again({kept: made.get(kept.path, ("", text))[1] for kept, text in files.items()})
    return validate(again, on=date.max).corpus


def _compare_text(kept: Kept, text: str, current: str | None, now: _Now) -> Iterator[Finding]:
    """Where a stored text says something else than the annex has of it, line by line."""
    if current is None:
        yield now.gone(kept.path)
        return
    old, new = ([" ".join(line.split()) for line in whole.splitlines()] for whole in (text, current))
    for kind, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        # With the lines around it: a quotation may run on.
        before, after = (" ".join(_around(lines, *ends)) for lines, ends in ((old, (start, end)), (new, (first, last))))
        if kind != "equal" and before.split() != after.split() and now.says(before, still=after):
            words = changed_words(before, after)
            yield now.changed(_line(f"{now.folder}/{kept.path}", current, first), "de bewaarde tekst", *words)


def _around(lines: list[str], start: int, end: int) -> list[str]:
    """Some lines, with those just before and behind them that are not empty."""
    before = [line for line in lines[:start] if line][-1:]
    return [*before, *filter(None, lines[start:end]), *[line for line in lines[end:] if line][:1]]


def _line(file: str, text: str, place: int) -> Span:
    """A line of a text by its place; the last where only its end is gone."""
    lines = text.splitlines() or [""]
    number = min(place, len(lines) - 1) + 1
    return Span(file, number, 1, number, len(lines[number - 1].rstrip()) + 1)


def _compare_pictures(before: Mapping[str, str], now: _Now) -> Iterator[Finding]:
    """Pictures that are gone, or are others under the same name."""
    for path, known in before.items():
        folder, _, name = path.rpartition("/")
        picture = now.loaded.pictures.get(path)
        naming = (
            (record, _naming(record, name)) for record in now.loaded.records if FOLDERS.get(folder) == record.kind
        )
        record, place = next(((record, place) for record, place in naming if place), (None, ()))
        if path not in now.loaded.pictures:
            yield now.gone(path)
        elif record is not None and picture is not None and picture.hash != known:
            title = bare(str(record.data.get("titel", record.id)))
            where = f"{record.kind} {quoted(title)}, afbeelding {quoted(name)}"
            yield now.changed(key_span(record, place), where, "een ander beeld", "het beeld dat er nu ligt")


def _naming(record: RawRecord, name: str) -> FieldPath:
    """Where a record names a picture, or ()."""
    given = record.data.get(_PICTURES)
    items = given if isinstance(given, list) else [given]
    steps = ((_PICTURES, number) if isinstance(given, list) else (_PICTURES,) for number in range(len(items)))
    return next(
        (
            (*step, _FILE)
            for step, item in zip(steps, items, strict=True)
            if isinstance(item, dict) and item.get(_FILE) == name
        ),
        (),
    )


def _compare_record(kept: Kept, old: Corpus | None, now: _Now) -> Iterator[Finding]:
    record = now.records.get((kept.kind, kept.id))
    if record is None:
        if (kept.kind, kept.id) not in now.loaded.broken:
            yield now.gone(kept.path)
        return
    after = _typed(now.corpus, record.kind, record.id)
    before = _typed(old, kept.kind, kept.id)
    if after is None or now.corpus is None:
        # It has an error of its own, which comes first.
        return
    if before is None:
        yield now.unlike(record)
        return
    if isinstance(before, Vocabulary) and isinstance(after, Vocabulary):
        # A word that is new in a list does not contradict an annex that did not need it.
        known = {term.id for term in before.terms}
        after = after.model_copy(update={"terms": tuple(term for term in after.terms if term.id in known)})
    renamed = {Ref(kind, name): Ref(kind, found.id) for (kind, name), found in now.records.items() if name != found.id}
    for difference in Comparison(now.corpus, renamed).of(before, after):
        if now.prints(difference):
            where = where_words(before, difference)
            yield now.changed(_span(record, difference), where, difference.before, difference.after)


def _typed(corpus: Corpus | None, kind: str, name: str) -> Record | Organisation | Vocabulary | None:
    if corpus is None:
        return None
    if kind == ORGANISATION:
        return corpus.organisation
    if kind == LIST:
        return corpus.vocabularies.get(VOCABULARIES.get(name, ""))
    return corpus.get(Ref(kind, name)) if corpus.has(Ref(kind, name)) else None


def where_words(record: Record | Organisation | Vocabulary, difference: Difference) -> str:
    """What changed, in words: the record by the title that the annex has, then the field. Long names are cut short, so
    that the sentence holds the field whole.
    """
    if isinstance(record, Organisation):
        return _fitting((ORGANISATION, *difference.where))
    kind = LIST if isinstance(record, Vocabulary) else record.KIND.name
    return _fitting((f"{kind} {quoted(bare(record.title))}", *difference.where))


def _fitting(pieces: Iterable[str]) -> str:
    """Pieces in a row, with what stands between quotation marks as long as there is room for."""
    words = ", ".join(pieces)
    for most in (60, 40, 25, 15, 5):
        if len(words) <= LONGEST_ARGUMENT:
            break
        split = _QUOTED.split(words)
        words = "".join(quoted(cut(item, most)) if place % 2 else item for place, item in enumerate(split))
    return words


def _span(record: RawRecord, difference: Difference) -> Span:
    """The key in the record as it is now, or the nearest one around it; where it has none, its first line."""
    return key_span(record, difference.path)


def _added(before: Mapping[Kept, str], corpus: Corpus, now: _Now) -> Iterator[Finding]:
    """Records that the annex would show today and that are not in the version."""
    shown = public(corpus, on=date.max)
    if Ref("vraag", now.question) not in shown.refs():
        return
    known = {(item.kind, item.id) for item in before}
    for found in sorted(annex_data(shown, now.question).refs()):
        record = now.records.get((found.kind, found.id))
        if record is not None and known.isdisjoint((found.kind, name) for name in all_ids(record)):
            yield now.new(record)
