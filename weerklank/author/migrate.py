"""Content of an older schema as content of this one: small edits at the places of what changes.

In: the loaded content. Out: `Migration`: the new text of each file that changes, and what could not be done, with its
place. Comments, order and formatting stay, because nothing but the changed words is written. It writes no file.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pydantic import BaseModel

from weerklank.author.lists import unwritten
from weerklank.author.load import FieldPath, Loaded, Plain, RawRecord
from weerklank.author.quotations import StoredText
from weerklank.author.validate.places import value_at
from weerklank.findings import Finding, finding
from weerklank.kinds import LIST
from weerklank.messages import Hint
from weerklank.model import MODELS, NOT_FILLED_IN, VOCABULARIES, Breakdown, Measurement, Result
from weerklank.model.fields import Field, at, fields_of
from weerklank.model.organisation import SCHEMA
from weerklank.text import SourceText, Span

_PARTS = {"antwoorden": "wegwijzer", "lacunes": "niet_vermeld"}
"""Parts of an annex that have another name now."""

_CHARTS = {"wie-werd-gehoord": "wie-wordt-genoemd"}
"""Charts that have another name now."""

_JUDGED = "dekking"
_CITED = frozenset({"bron", "plaats", "citaat"})
_SILENT = "niet_vermeld"
_RENAMED = {"meting": {"respons": "ingevuld"}}
"""Kind -> keys at the top of a record that have another name now."""

_UNKNOWN = frozenset(
    {
        *(
            (Measurement, key)
            for key in (
                *("opdrachtgever", "populatie", "keuze", "wijze", "veldwerk", "uitgenodigd", "vraagtekst"),
                *("gewogen", "basis", "beperkingen", "officiele_statistiek"),
            )
        ),
        *((Result, key) for key in ("foutenmarge", "vraagtekst")),
    }
)
"""Fields that the older schema did not have, or not under this name: that they are left out says nothing."""

_LEAST = 2
"""So many citations of one source make it the default of a record."""


@dataclass(frozen=True)
class Migration:
    """`texts`: file as authors see it -> its text before ("" for a new one) and after, only where they differ."""

    texts: Mapping[str, tuple[str, str]]
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class _Edit:
    """Characters `start` to `end` of a file become `text`; of two at one place the one of more `depth` comes first."""

    start: int
    end: int
    text: str
    depth: int = 0


def migrate(loaded: Loaded) -> Migration:
    """Rewrite what this schema writes otherwise, and write out the lists that a folder need not have.

    Content that says it is of this schema stays as it is, but for such a list.
    """
    texts: dict[str, tuple[str, str]] = {**unwritten(loaded)}
    if any(record.data.get("schema") == SCHEMA for record in loaded.records):
        return Migration(texts, ())
    findings: list[Finding] = []
    stored = _stored(loaded)
    external = {record.id for record in loaded.records if record.kind == "bron" and record.data.get("extern") == "ja"}
    wholes = {str(record.data.get("onderdeel_van")) for record in loaded.records if record.kind == "bijsturing"}
    for record in loaded.records:
        if record.kind == LIST and record.id not in VOCABULARIES:
            continue
        piece = _Rewriting(record)
        silent = {"bron": record.id in external, "bijsturing": record.id in wholes, LIST: record.id != "begrippen"}
        quiet = silent.get(record.kind, False)
        edits = [*piece.annex(findings), *piece.names(), *piece.citations(stored), *(() if quiet else piece.silences())]
        edits += piece.schema() if record.kind == "organisatie" else []
        after = _applied(record.source.text, edits)
        if after != record.source.text:
            texts[record.source.file] = record.source.text, after
    return Migration(texts, tuple(findings))


def _stored(loaded: Loaded) -> Mapping[str, StoredText]:
    """The stored texts that are divided: only of these the place of a citation can be left to the program."""
    parts: dict[str, tuple[tuple[str, str], ...]] = {}
    for record in loaded.records:
        given = record.data.get("tekstdelen")
        if record.kind == "bron" and isinstance(given, list):
            named = (item for item in given if isinstance(item, dict))
            parts[record.id] = tuple((str(item.get("naam")), str(item.get("begint"))) for item in named)
    return {text.id: StoredText(text.source.text, parts[text.id]) for text in loaded.texts if text.id in parts}


def _applied(text: str, edits: Iterable[_Edit]) -> str:
    line_end = "\r\n" if "\r\n" in text else "\n"
    for edit in sorted(edits, key=lambda item: (item.start, item.end, -item.depth), reverse=True):
        text = text[: edit.start] + re.sub(r"\r?\n", line_end, edit.text) + text[edit.end :]
    return text


@dataclass(frozen=True)
class _Rewriting:
    """A record that is being rewritten."""

    record: RawRecord

    @property
    def _source(self) -> SourceText:
        return self.record.source

    @property
    def _model(self) -> type[BaseModel]:
        return MODELS[self.record.kind]

    def _start(self, span: Span) -> int:
        return self._source.offset(span.line, span.column)

    def _end(self, path: FieldPath) -> int:
        """Where the last scalar in a value ends, white space after it left out."""
        start = self._start(self.record.marks[path].value)
        inner = self._leaves(path) if not self._is_flow(path) else []
        spans = [self.record.marks[leaf].value for leaf in inner] or [self.record.marks[path].value]
        end = max(self._source.offset(span.end_line, span.end_column) for span in spans)
        return start + len(self._source.text[start:end].rstrip())

    def _leaves(self, path: FieldPath) -> list[FieldPath]:
        """What a value between no brackets is made of in the end."""
        value = self._at(path)
        if not isinstance(value, dict | list) or not value:
            return []
        steps = value if isinstance(value, dict) else range(len(value))
        below = [(*path, step) for step in steps if (*path, step) in self.record.marks]
        return [leaf for item in below for leaf in (self._leaves(item) if not self._is_flow(item) else []) or [item]]

    def _at(self, path: FieldPath) -> Plain:
        return value_at(self.record, path)

    def _is_flow(self, path: FieldPath) -> bool:
        start = self._start(self.record.marks[path].value)
        return self._source.text[start : start + 1] in ("{", "[")

    def _raw(self, path: FieldPath) -> str:
        return self._source.text[self._start(self.record.marks[path].value) : self._end(path)]

    # --- parts of an annex ---------------------------------------------------------------------------------------

    def annex(self, findings: list[Finding]) -> Iterator[_Edit]:
        """Parts under their new names; the judgement is intern from now on, so that its part goes."""
        annex = self.record.data.get("bijlage") if self.record.kind == "vraag" else None
        parts = annex.get("onderdelen") if isinstance(annex, dict) else None
        if not isinstance(parts, list):
            return
        base: FieldPath = ("bijlage", "onderdelen")
        gone = [index for index, part in enumerate(parts) if isinstance(part, dict) and part.get("soort") == _JUDGED]
        if len(gone) == len(parts):
            span = self.record.marks[base].value
            findings.append(finding("C040", span=span, hint=Hint("another_part"), field=base))
            return
        for index, part in enumerate(parts):
            path = (*base, index)
            if index in gone:
                yield self._without(base, index, len(parts))
            elif isinstance(part, dict):
                for key, names in (("soort", _PARTS), ("grafiek", _CHARTS)):
                    if (name := names.get(str(part.get(key)))) is not None:
                        start = self._start(self.record.marks[(*path, key)].value)
                        yield _Edit(start, start + len(self._raw((*path, key))), name)

    def _without(self, base: FieldPath, index: int, count: int) -> _Edit:
        """A list without one of its items: its lines, or in a list between brackets its words and a comma."""
        text, path = self._source.text, (*base, index)
        start, end = self._start(self.record.marks[path].value), self._end(path)
        if not self._is_flow(base):
            first = text.rfind("\n", 0, start) + 1
            last = text.find("\n", end)
            return _Edit(first, len(text) if last < 0 else last + 1, "")
        if index + 1 < count:
            return _Edit(start, self._start(self.record.marks[(*base, index + 1)].value), "")
        return _Edit(self._end((*base, index - 1)), end, "")

    # --- names ---------------------------------------------------------------------------------------------------

    def names(self) -> Iterator[_Edit]:
        """Keys that have another name now."""
        for key, name in _RENAMED.get(self.record.kind, {}).items():
            mark = self.record.marks.get((key,))
            if mark is not None and mark.key is not None:
                start = self._start(mark.key)
                yield _Edit(start, start + len(key), name)

    # --- citations -----------------------------------------------------------------------------------------------

    def citations(self, stored: Mapping[str, StoredText]) -> Iterator[_Edit]:
        """Citations without what the program knows by itself: their place, and the source that the record uses most."""
        cited = [(path, value) for path in self.record.marks if (value := self._cited(path)) is not None]
        usual = self._usual([value for _, value in cited])
        if usual and "bron" not in self.record.data:
            line = self._line_after(("titel",))
            yield _Edit(line, line, f"bron: {usual}\n")
        for path, value in cited:
            text = stored.get(value["bron"])
            known = {"plaats"} if text and text.place(value.get("citaat", "")) else set[str]()
            known |= {"bron"} if value["bron"] == usual and value.get("citaat") else set()
            kept = [key for key in value if key not in known]
            if len(kept) < len(value) and (edit := self._shorter(path, list(value), kept)) is not None:
                yield edit

    def _cited(self, path: FieldPath) -> dict[str, str] | None:
        value = self._at(path)
        if not isinstance(value, dict) or "bron" not in value or not value.keys() <= _CITED:
            return None
        texts = {key: item for key, item in value.items() if isinstance(item, str)}
        return texts if len(texts) == len(value) else None

    def _usual(self, cited: list[dict[str, str]]) -> str:
        """The source that most citations name; "" where a record cannot have a default."""
        block = "titel" in self.record.data and not self._is_flow(())
        if not block or self.record.kind in ("organisatie", "pagina"):
            return ""
        given = self.record.data.get("bron")
        if isinstance(given, str):
            return given
        counts = Counter(value["bron"] for value in cited if value.get("citaat"))
        name, number = max(counts.items(), key=lambda item: item[1], default=("", 0))
        return name if number >= _LEAST else ""

    def _shorter(self, path: FieldPath, before: list[str], kept: list[str]) -> _Edit | None:
        """The citation with these keys only, as just its words if these are all; None where a comment is in the way."""
        start, end, flow = self._start(self.record.marks[path].value), self._end(path), self._is_flow(path)
        column = self.record.marks[path].value.column - 1

        def written(keys: list[str]) -> str:
            pairs = [f"{key}: {self._raw((*path, key))}" for key in keys]
            return f"{{{', '.join(pairs)}}}" if flow else ("\n" + " " * column).join(pairs)

        if _bare(self._source.text[start:end]) != _bare(written(before)):
            return None
        words = self._raw((*path, "citaat")) if "citaat" in kept else ""
        stands_alone = kept == ["citaat"] and words[:1] not in "|>" and not self._in_absence(path)
        return _Edit(start, end, words if stands_alone and self._in_line(path, flow=flow) else written(kept))

    def _in_line(self, path: FieldPath, *, flow: bool) -> bool:
        """Whether words may take the place of fields: after a dash, or on the line of their key."""
        return flow or isinstance(path[-1], int)

    def _in_absence(self, path: FieldPath) -> bool:
        around = self._at(path[:-1])
        return path[-1] == "bron" and isinstance(around, dict) and "toestand" in around

    def _line_after(self, path: FieldPath) -> int:
        found = self._source.text.find("\n", self._end(path))
        return len(self._source.text) if found < 0 else found + 1

    # --- silence -------------------------------------------------------------------------------------------------

    def silences(self) -> Iterator[_Edit]:
        """What was printed as not stated because it was left out is written out, so that it stays printed."""
        for path in self.record.marks:
            value = self._at(path)
            if not isinstance(value, dict) or "toestand" in value:
                continue
            fields = self._fields(path)
            keys = [field.key for field in fields if _was_silent(field) and field.key not in value]
            keys = [key for key in keys if not _has_no_gap(path, key, value, self.record)]
            if keys:
                yield self._added(path, keys)

    def _fields(self, path: FieldPath) -> tuple[Field, ...]:
        if not path:
            return fields_of(self._model)
        found = at(self._model, path)
        return (
            found.parts if found is not None and isinstance(self._at(path), dict) and not _by_name(found, path) else ()
        )

    def _added(self, path: FieldPath, keys: list[str]) -> _Edit:
        """These keys after the last one of a mapping."""
        end = self._last(path)
        if self._is_flow(path):
            return _Edit(end, end, "".join(f", {key}: {_SILENT}" for key in keys))
        column = self.record.marks[path].value.column if path else 1
        return _Edit(end, end, "".join(f"\n{' ' * (column - 1)}{key}: {_SILENT}" for key in keys), len(path))

    def _last(self, path: FieldPath) -> int:
        """Where the last field of a mapping ends; the body of a page is no field of its head."""
        value = self._at(path)
        keys = (
            [key for key in value if self.record.marks[(*path, key)].key is not None] if isinstance(value, dict) else []
        )
        return max(self._end((*path, key)) for key in keys)

    # --- the schema itself ---------------------------------------------------------------------------------------

    def schema(self) -> list[_Edit]:
        """The organisation says of which schema the content is."""
        end = self._last(())
        return (
            [_Edit(end, end, f"\nschema: {SCHEMA}")]
            if not self._is_flow(())
            else [_Edit(end, end, f", schema: {SCHEMA}")]
        )


def _by_name(field: Field, path: FieldPath) -> bool:
    """Whether a mapping is one of names that an author chose."""
    return field.many.value == "by name" and path[-1] == field.key


def _was_silent(field: Field) -> bool:
    """Whether leaving it out was printed; a breakdown without a total was one all the same."""
    known = field.owner is not Breakdown and (field.owner, field.key) not in _UNKNOWN
    return known and field.stated and not field.required and field.default == NOT_FILLED_IN


def _has_no_gap(path: FieldPath, key: str, value: Mapping[str, Plain], record: RawRecord) -> bool:
    """Whether a field that is left out said nothing: of a result without a figure, or beside signals."""
    if path[:1] == ("resultaten",) and path:
        figure = value.get("waarde")
        return isinstance(figure, str) or (isinstance(figure, dict) and "toestand" in figure)
    if not path and any(new == key and old in value for old, new in _RENAMED.get(record.kind, {}).items()):
        return True
    return not path and key == "gehoord" and isinstance(record.data.get("signalen"), list)


def _bare(text: str) -> str:
    return "".join(text.split())
