"""What was made, as values that a cache can keep: a file with what was found while making it, and a whole build.

In: a result, or the bytes it was packed in. Out: the other of the two; None for bytes that no result was packed in.
Findings are kept like everything else that was made: an earlier result says what it said when it was new.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from weerklank.build.cache import Store
from weerklank.findings import Finding, Related
from weerklank.messages import MESSAGES
from weerklank.text import Span


@dataclass(frozen=True)
class Result:
    """One file as it was made. Empty bytes: it could not be made, and a finding says why."""

    data: bytes
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class Site:
    """The files of a whole build, what was found while making and looking at them, and which paths are annexes.

    `keys`: the cache entries that it consists of.
    """

    files: Mapping[str, bytes]
    findings: tuple[Finding, ...]
    annexes: tuple[str, ...]
    keys: frozenset[str]


def pack(result: Result) -> bytes:
    """A result as bytes: a line of JSON, then the file."""
    return _json([asdict(item) for item in result.findings]) + b"\n" + result.data


def unpack(stored: bytes) -> Result | None:
    """The result that was packed."""
    head, _, data = stored.partition(b"\n")
    try:
        return Result(data, tuple(_finding(item) for item in json.loads(head)))
    except _ODD:
        return None


def remember(cache: Store, entry: str, site: Site, *, entries: Mapping[str, str]) -> None:
    """Keep a whole build. `entries`: the cache entry of each of its files but those that are assets as they are."""
    plain = {
        "bestanden": dict(entries),
        "kopieën": sorted(site.files.keys() - entries.keys()),
        "bijlagen": site.annexes,
        "bevindingen": [asdict(item) for item in site.findings],
    }
    cache.put({entry: _json(plain)})


def recall(cache: Store, entry: str, *, assets: Mapping[str, bytes]) -> Site | None:
    """The whole build that was kept under this entry; None when any of its files is gone."""
    try:
        plain = json.loads(cache.get([entry])[entry])
        entries = {str(path): str(name) for path, name in plain["bestanden"].items()}
        stored = cache.get(entries.values())
        results = {path: unpack(stored[name]) for path, name in entries.items()}
        files = {path: result.data for path, result in results.items() if result is not None}
        files |= {path: assets[path] for path in plain["kopieën"]}
        findings = tuple(_finding(item) for item in plain["bevindingen"])
        annexes = tuple(map(str, plain["bijlagen"]))
    except _ODD:
        return None
    whole = len(files) == len(entries) + len(plain["kopieën"])
    keys = frozenset((entry, *entries.values()))
    return Site(dict(sorted(files.items())), findings, annexes, keys) if whole else None


_ODD = (ValueError, TypeError, KeyError, AttributeError, RecursionError)
"""What JSON that we did not write raises."""


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass")


def _finding(plain: Mapping[str, Any]) -> Finding:
    """Raises one of `_ODD` for what is no finding of this version."""
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
