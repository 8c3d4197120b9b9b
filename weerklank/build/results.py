"""What was made, as values that a cache can keep: a file with what was found while making it, and a whole build.

In: a result, or the bytes it was packed in. Out: the other of the two; None for bytes that no result was packed in.
Findings are kept like everything else that was made: an earlier result says what it said when it was new.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from weerklank.build.cache import OpenCache, key
from weerklank.findings import Finding, Related
from weerklank.messages import MESSAGES
from weerklank.text import SourceText, Span


@dataclass(frozen=True)
class Seen:
    """What other pages need to know of a page, and what it needs of them.

    `ids`: the places that a link can lead to. `links`: path and place, or "", of each own link. `outside`: addresses
    elsewhere from which the page would load something.
    """

    ids: frozenset[str] = frozenset()
    links: tuple[tuple[str, str], ...] = ()
    outside: tuple[str, ...] = ()


NOTHING = Seen()


@dataclass(frozen=True)
class MadeFile:
    """One file as it was made, what was found, and what other pages need to know of it when it is a page.

    `spoken`: the words of a PDF as they are heard, for the file beside it that tells them.
    """

    data: bytes
    findings: tuple[Finding, ...] = ()
    seen: Seen = NOTHING
    spoken: str = ""

    @property
    def is_made(self) -> bool:
        """Whether there is a file: one without bytes, of which something was found, could not be made."""
        return bool(self.data) or not self.findings


@dataclass(frozen=True)
class WholeSite:
    """The files of a whole build, by path, and all that was found: in what authors wrote, while making and looking.

    No files: something in what authors wrote stands in the way. `sources`: the texts that findings can point into.
    `annexes`: the paths of annexes, made or not; `missing`: what could not be made. `results`: the cache entry of each
    file; `keys`: all entries that it consists of.
    """

    findings: tuple[Finding, ...]
    sources: Mapping[str, SourceText]
    files: Mapping[str, bytes] = field(default_factory=dict)
    annexes: tuple[str, ...] = ()
    missing: frozenset[str] = frozenset()
    results: Mapping[str, str] = field(default_factory=dict)
    keys: frozenset[str] = frozenset()


def pack(result: MadeFile) -> bytes:
    """A result as bytes: a line of JSON, then the file."""
    seen = result.seen
    plain = {
        "bevindingen": [asdict(item) for item in result.findings],
        "plaatsen": sorted(seen.ids),
        "verwijzingen": seen.links,
        "buiten": seen.outside,
        "gesproken": result.spoken,
    }
    return _json(plain) + b"\n" + result.data


def unpack(stored: bytes) -> MadeFile | None:
    """The result that was packed."""
    head, _, data = stored.partition(b"\n")
    try:
        plain = json.loads(head)
        seen = Seen(
            frozenset(map(str, plain["plaatsen"])),
            tuple((str(path), str(place)) for path, place in plain["verwijzingen"]),
            tuple(map(str, plain["buiten"])),
        )
        findings = tuple(_finding(item) for item in plain["bevindingen"])
        return MadeFile(data, findings, seen, str(plain["gesproken"]))
    except _ODD:
        return None


def remember(entries: OpenCache, name: str, site: WholeSite) -> None:
    """Keep a whole build of which nothing is missing, with the texts that its findings point into."""
    spans = (span for item in site.findings for span in (item.span, *(near.span for near in item.related)) if span)
    told = {span.file for span in spans}
    plain = {
        "bestanden": dict(site.results),
        "bijlagen": site.annexes,
        "bevindingen": [asdict(item) for item in site.findings],
        "bronnen": {file: site.sources[file].text for file in sorted(told & site.sources.keys())},
        "sleutels": sorted(site.keys),
    }
    entries.put(name, _json(plain))


def recall(entries: OpenCache, name: str) -> WholeSite | None:
    """The whole build that was kept under this name; None when any of its files is gone."""
    try:
        plain = json.loads(entries.get(name) or b"")
        results = {str(path): str(entry) for path, entry in sorted(plain["bestanden"].items())}
        stored = {path: entries.get(entry) for path, entry in results.items()}
        site = WholeSite(
            tuple(_finding(item) for item in plain["bevindingen"]),
            {str(file): SourceText(str(file), str(text)) for file, text in plain["bronnen"].items()},
            {path: data.partition(b"\n")[2] for path, data in stored.items() if data is not None},
            tuple(map(str, plain["bijlagen"])),
            results=results,
            keys=frozenset(map(str, plain["sleutels"])),
        )
    except _ODD:
        return None
    return site if len(site.files) == len(results) else None


class Lists:
    """Lists of names by what they follow from: worked out once, and known in each build after that."""

    def __init__(self, entries: OpenCache, program: str) -> None:
        self.keys: frozenset[str] = frozenset()
        self._entries, self._program = entries, program

    def __call__(self, inputs: tuple[str, ...], work: Callable[[], tuple[str, ...]]) -> tuple[str, ...]:
        """The names that follow from what has these hashes."""
        name = key(("namen", self._program, *inputs))
        self.keys |= {name}
        try:
            known = json.loads(self._entries.get(name) or b"")
            return tuple(map(str, known["namen"]))
        except _ODD:
            found = work()
            self._entries.put(name, _json({"namen": found}))
            return found


_ODD = (ValueError, TypeError, KeyError, AttributeError, RecursionError)
"""What JSON that we did not write raises."""


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass")


def _finding(plain: Mapping[str, Any]) -> Finding:
    """Raises one of `_ODD` for anything that is not a finding of this version."""
    arguments = {str(name): str(value) for name, value in plain["arguments"]}
    MESSAGES[plain["code"]].template.format(**arguments)
    return Finding(
        plain["code"],
        None if plain["span"] is None else _span(plain["span"]),
        None if plain["artifact"] is None else str(plain["artifact"]),
        tuple(arguments.items()),
        None if plain["hint"] is None else str(plain["hint"]),
        tuple(Related(_span(item["span"]), str(item["text"])) for item in plain["related"]),
        tuple(item if isinstance(item, int) else str(item) for item in plain["field"]),
    )


def _span(plain: Mapping[str, Any]) -> Span:
    file, *numbers = (plain[item.name] for item in fields(Span))
    line, column, end_line, end_column = map(int, numbers)
    return Span(str(file), line, column, end_line, end_column)
