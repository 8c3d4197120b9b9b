"""Checking what was made: links, ids, headings, alternative texts, outside requests and weight of every page.

In: the bytes of all artifacts. Out: findings. It repairs nothing and reads no disk. What a look at one page finds is
a value, so that a page that did not change need not be looked at again to know whether links to it still hold.
What could not be made has a finding of its own already, so links to it are no second one.
The pages come from our own templates with autoescape, so attributes are always quoted with double quotes and a scan of
tags is exact; the full HTML checker and a browser run in the tests.
"""

import html
import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from weerklank import addresses
from weerklank.build.results import Seen
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


def look(path: str, data: bytes) -> tuple[Seen, tuple[Finding, ...]]:
    """Look at one file by itself: a page, or the weight of an annex."""
    found = tuple(_weight(path, data))
    if not path.endswith(".html"):
        return Seen(), found
    elements = tuple(_elements(data.decode()))
    ids = [item.attributes["id"] for item in elements if "id" in item.attributes]
    addresses = tuple(dict.fromkeys(_addresses(elements)))
    seen = Seen(
        frozenset(ids),
        tuple(dict.fromkeys(_target(path, link) for link, outside in addresses if not outside)),
        tuple(link for link, outside in addresses if outside),
    )
    return seen, (*found, *_ids(path, ids), *_headings(path, elements), *_images(path, elements))


def compare(
    pages: Mapping[str, Seen], paths: Collection[str], *, missing: Collection[str] = (), asked: Collection[str] = ()
) -> tuple[Finding, ...]:
    """Look at pages together: one finding per wrong address, at the first of the pages that link to it.

    `paths`: of all files that are there; `missing`: of those that were not made. `asked`: addresses elsewhere from
    which a page may load something.
    """
    wrong: dict[tuple[str, str], list[str]] = {}
    for path, seen in sorted(pages.items()):
        for link in sorted(set(seen.outside) - set(asked)):
            wrong.setdefault(("S005", link), []).append(path)
        for target, part in seen.links:
            there = target in paths and (not part or (target in pages and part in pages[target].ids))
            if not there and target not in missing:
                wrong.setdefault(("S002", f"{target}#{part}" if part else target), []).append(path)
    return tuple(
        finding(code, artifact=found[0], adres=address, aantal=counted(len(found), "pagina", "pagina’s"))
        for (code, address), found in wrong.items()
    )


def check(files: Mapping[str, bytes], *, missing: Collection[str] = ()) -> tuple[Finding, ...]:
    """Look at every file by itself and at all pages together. `missing`: paths that were not made."""
    seen = {path: look(path, data) for path, data in files.items()}
    pages = {path: page for path, (page, _) in seen.items() if path.endswith(".html")}
    return (*(item for _, found in seen.values() for item in found), *compare(pages, files.keys(), missing=missing))


def _weight(path: str, data: bytes) -> Iterator[Finding]:
    """What is too heavy; of a page and its plain edition only the page."""
    for code, ending, limit in (("S007", ".html", PAGE_LIMIT), ("S008", ".pdf", ANNEX_LIMIT)):
        if path.endswith(ending) and len(data) > limit and not addresses.is_bare(path):
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


def _addresses(elements: tuple[_Element, ...]) -> Iterator[tuple[str, bool]]:
    """Every address that is to be looked at, and whether something would be loaded from outside with it."""
    for item in elements:
        link = item.attributes.get(_LINKS.get(item.name, ""), "")
        if not link or link.startswith("mailto:"):
            continue
        if not _OUTSIDE.match(link):
            yield link, False
        elif item.name in _LOADING or (item.name == "link" and item.attributes.get("rel") not in _NAMING):
            yield link, True


def _target(path: str, link: str) -> tuple[str, str]:
    """The path that a link from this page leads to, and the place there."""
    address, _, part = link.partition("#")
    address = address.partition("?")[0]
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), address)) if address else path, part
