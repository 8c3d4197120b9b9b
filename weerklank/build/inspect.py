"""Looking at what was made: links, ids, headings, alternative texts, outside requests and weight of every page.

In: the bytes of all artifacts. Out: findings. It repairs nothing and reads no disk.
What could not be made has a finding of its own already, so links to it are no second one.
The pages come from our own templates with autoescape, so attributes are always quoted with double quotes and a scan of
tags is exact; the full HTML checker and a browser run in the tests.
"""

import html
import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from weerklank.findings import Finding, finding
from weerklank.wording import counted, file_size

PAGE_LIMIT = 150_000
"""Bytes of one HTML page. The home of all gaps and the text of a source are the longest we allow."""

ANNEX_LIMIT = 10_000_000
"""Bytes of one annex: more does not get through every mail server."""

_TAG = re.compile(r"<([a-z][a-z0-9]*)((?:\s+[^\s=>/]+(?:=\"[^\"]*\")?)*)\s*/?>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([^\s=>/\"]+)(?:=\"([^\"]*)\")?")
_HEADING = re.compile(r"h[1-6]")
_OUTSIDE = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
_LINKS = {
    "a": "href",
    "link": "href",
    "script": "src",
    "img": "src",
    "source": "srcset",
    "iframe": "src",
    "form": "action",
}
_NAMING = frozenset({"canonical", "license"})
_LOADING = frozenset({"script", "img", "source", "iframe"})


@dataclass(frozen=True)
class _Element:
    name: str
    attributes: Mapping[str, str]


def check(files: Mapping[str, bytes], *, missing: Collection[str] = ()) -> tuple[Finding, ...]:
    """Check every HTML page among the files, and the weight of every annex. `missing`: paths that were not made."""
    pages = {path: tuple(_elements(data.decode())) for path, data in files.items() if path.endswith(".html")}
    ids = {
        path: [item.attributes["id"] for item in elements if "id" in item.attributes]
        for path, elements in pages.items()
    }
    known = {path: frozenset(names) for path, names in ids.items()}
    found: list[Finding] = []
    for path, elements in pages.items():
        found += _ids(path, ids[path])
        found += _headings(path, elements)
        found += _images(path, elements)
    return (*found, *_weights(files), *_all_links(pages, files, known, missing))


def _weights(files: Mapping[str, bytes]) -> Iterator[Finding]:
    for code, ending, limit in (("S007", ".html", PAGE_LIMIT), ("S008", ".pdf", ANNEX_LIMIT)):
        for path, data in files.items():
            if path.endswith(ending) and len(data) > limit:
                yield finding(code, artifact=path, grootte=file_size(len(data)), grens=file_size(limit))


def _elements(text: str) -> Iterator[_Element]:
    for match in _TAG.finditer(text):
        attributes = {name.lower(): html.unescape(value) for name, value in _ATTRIBUTE.findall(match[2])}
        yield _Element(match[1].lower(), attributes)


def _ids(path: str, names: list[str]) -> Iterator[Finding]:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            yield finding("S003", artifact=path, anker=name)
        seen.add(name)


def _headings(path: str, elements: tuple[_Element, ...]) -> Iterator[Finding]:
    level = 0
    for item in elements:
        if not _HEADING.fullmatch(item.name):
            continue
        here = int(item.name[1])
        if here > level + 1 or (here == 1 and level):
            yield finding("S006", artifact=path, vorig=str(level), niveau=str(here))
        level = here


def _images(path: str, elements: tuple[_Element, ...]) -> Iterator[Finding]:
    for item in elements:
        if item.name == "img" and not item.attributes.get("alt"):
            yield finding("S004", artifact=path, adres=item.attributes.get("src", ""))


def _all_links(
    pages: Mapping[str, tuple[_Element, ...]],
    files: Mapping[str, bytes],
    known: Mapping[str, frozenset[str]],
    missing: Collection[str],
) -> Iterator[Finding]:
    """One finding per address that is wrong, however many pages link to it; it stands at the first of them."""
    wrong: dict[tuple[str, str], list[str]] = {}
    for path, elements in pages.items():
        for code, address in dict.fromkeys(_links(path, elements, files, known)):
            if code == "S002" and address.partition("#")[0] in missing:
                continue
            wrong.setdefault((code, address), []).append(path)
    for (code, address), paths in wrong.items():
        yield finding(code, artifact=paths[0], adres=address, aantal=counted(len(paths), "pagina", "pagina’s"))


def _links(
    path: str, elements: tuple[_Element, ...], files: Mapping[str, bytes], known: Mapping[str, frozenset[str]]
) -> Iterator[tuple[str, str]]:
    """Yield (code, address) for the links of one page that lead nowhere (S002) or load from outside (S005)."""
    for item in elements:
        link = item.attributes.get(_LINKS.get(item.name, ""), "")
        if not link or link.startswith("mailto:"):
            continue
        if _OUTSIDE.match(link):
            if item.name in _LOADING or (item.name == "link" and item.attributes.get("rel") not in _NAMING):
                yield "S005", link
            continue
        address, _, part = link.partition("#")
        address = address.partition("?")[0]
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), address)) if address else path
        if target not in files or (part and part not in known.get(target, frozenset())):
            yield "S002", f"{target}#{part}" if part else target
