"""The only way for a document to reach anything: a mapping in memory.

In: resources under virtual relative paths. Out: a fetcher for WeasyPrint that serves these, and pictures written in
the document itself; and a list of everything that was refused. There is no disk, no network, no redirect and no link
to follow here: not switched off, but absent.
"""

import base64
import binascii
from collections.abc import Mapping
from typing import NoReturn
from urllib.parse import unquote, unquote_to_bytes, urlsplit

from weasyprint.urls import URLFetcher, URLFetcherResponse

from weerklank.findings import Finding, finding
from weerklank.packing import unpacked

BASE = "file:///weerklank/"

_TYPES = {
    "css": "text/css",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "otf": "font/otf",
    "png": "image/png",
    "svg": "image/svg+xml",
    "ttf": "font/ttf",
    "woff": "font/woff",
    "woff2": "font/woff2",
}
_INLINE_TYPES = frozenset({"image/svg+xml", "image/png", "image/jpeg"})
_LONGEST_SHOWN = 200
_PACKED = b"wOFF"


class ResourceFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no type information
    """Serves `resources` under `BASE`; `refused` grows with everything else that was asked for.

    A refusal does not stop the rendering, so that one run tells of all of them. WeasyPrint swallows errors inside a
    drawing (images.py, SVGImage.draw): the list is what counts.
    """

    def __init__(self, resources: Mapping[str, bytes]) -> None:
        # The parent would install handlers for files, http and ftp: without its constructor there is none to misuse.
        self._fail_on_errors = False  # read by weasyprint.urls.fetch
        self._resources = resources
        self.refused: list[Finding] = []

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> URLFetcherResponse:  # noqa: ARG002 - inherited
        """Return the resource behind the address. Raises ValueError when there is none that may be given."""
        if url[:5].lower() == "data:":
            return self._inline(url)
        name = resource_name(url)
        if name is None:
            self._refuse("P010", url)
        if name not in self._resources:
            self._refuse("P011", name)
        suffix = name.rpartition(".")[2].lower()
        if suffix not in _TYPES:
            self._refuse("P012", name)
        data = self._resources[name]
        if data[:4] == _PACKED:
            data = unpacked(data)
        return URLFetcherResponse(url, data, {"Content-Type": _TYPES[suffix]})

    def _inline(self, url: str) -> URLFetcherResponse:
        head, comma, body = url[5:].partition(",")
        mime, *parameters = head.lower().split(";")
        if not comma or mime not in _INLINE_TYPES:
            self._refuse("P012", f"data:{mime}")
        try:
            data = base64.b64decode(unquote(body), validate=True) if "base64" in parameters else unquote_to_bytes(body)
        except (binascii.Error, ValueError):
            self._refuse("P012", f"data:{mime}")
        return URLFetcherResponse(f"data:{mime}", data, {"Content-Type": mime})

    def _refuse(self, code: str, what: str) -> NoReturn:
        self.refused.append(finding(code, adres=what[:_LONGEST_SHOWN]))
        raise ValueError(code)


def resource_name(url: str) -> str | None:
    """Return the key under which a resource would be found, or None for an address outside the document's own files."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    path = unquote(parts.path)
    if f"{parts.scheme}://{parts.netloc}/" != "file:///" or parts.query or not path.startswith("/weerklank/"):
        return None
    name = path.removeprefix("/weerklank/")
    if "\\" in name or "\0" in name or any(part in ("", ".", "..") for part in name.split("/")):
        return None
    return name
