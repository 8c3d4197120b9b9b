"""What needs no renderer but Jinja: pages and feeds through their template, plain editions, text and bytes as they are.

In: a view with the names that its template prints, or the text or bytes themselves. Out: a result.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from weerklank.bare import Bare, bare
from weerklank.build.artifact import Bench, Form, Stock
from weerklank.build.results import MadeFile
from weerklank.html import FileFact, packed


@dataclass(frozen=True)
class PageForm(Form[object]):
    """HTML or XML through a template, which can state the size and the hash of each file that the artifact needs."""

    template: str

    def reads(self, stock: Stock) -> Iterable[str]:
        """The template and all that it leads to."""
        return stock.templates.closure(self.template)

    def make(self, view: object, bench: Bench) -> MadeFile:
        """The page, or the mistake in its template."""
        facts = {path: FileFact(len(data), hashlib.sha256(data).hexdigest()) for path, data in bench.files.items()}
        data, findings = bench.templates.render(self.template, view, artifact=bench.path, files=facts)
        return MadeFile(packed(data) if bench.path.endswith(".html") else data, findings)


@dataclass(frozen=True)
class BareForm(Form[Bare]):
    """The plain edition of a page that the artifact needs."""

    asks_all = True

    def make(self, view: Bare, bench: Bench) -> MadeFile:
        """The same words without what shows them."""
        return MadeFile(bare(bench.files[view.page], view))


@dataclass(frozen=True)
class TextForm(Form[str]):
    """Text as it is."""

    def make(self, view: str, bench: Bench) -> MadeFile:  # noqa: ARG002 - it is all there
        """The text in UTF-8."""
        return MadeFile(view.encode())


@dataclass(frozen=True)
class BytesForm(Form[bytes]):
    """Bytes as they are."""

    def make(self, view: bytes, bench: Bench) -> MadeFile:  # noqa: ARG002 - as above
        """The bytes."""
        return MadeFile(view)
