"""What software without a sense for tags gets from a PDF, held against what the tags say.

In: a PDF. Out: the text of each page as poppler and pdfium give it, what the tags say of that page in their order, and
where the two part. Compared is the order of letters: where a line breaks, a space or a hyphen comes or goes.
"""

import io
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

import pikepdf
import pypdfium2

from tests.pdf_tools import painted

POPPLER = shutil.which("pdftotext")
_NOT_COMPARED = re.compile("[\\s\u200b\u00ad\u2010\ufffe\u0002-]+")
_BLOCKS = frozenset({"P", "LBody", "Lbl", "Caption", "TH", "TD", "H1", "H2", "H3", "H4", "H5", "H6"})


@dataclass
class Block:
    """What one element says on one page, run by run. `inside`: the roles around it; `element`: its object."""

    role: str
    page: int
    inside: frozenset[str]
    element: tuple[int, int]
    runs: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Page:
    """What the tags say of a page in their order, and what stands there besides: page numbers, heads drawn again."""

    words: str
    around: tuple[str, ...]


@cache
def with_pdfium(pdf: bytes) -> list[str]:
    """The text of each page as a browser copies it."""
    return [letters(page.get_textpage().get_text_range()) for page in pypdfium2.PdfDocument(pdf)]


@cache
def with_poppler(pdf: bytes, *, raw: bool) -> list[str]:
    """The text of each page. `raw`: as it is painted; otherwise poppler guesses lines and columns from the paper."""
    assert POPPLER is not None
    command = [POPPLER, "-enc", "UTF-8", *(["-raw"] if raw else []), "-", "-"]
    done = subprocess.run(command, input=pdf, capture_output=True, check=True)
    return [letters(page) for page in done.stdout.decode().split("\f")[:-1]]


def letters(text: str) -> str:
    """The text without what a line break changes."""
    return _NOT_COMPARED.sub("", text)


@cache
def blocks(pdf: bytes) -> list[Block]:
    """The blocks of the tags in order; one over two pages is two."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return _Reader(document).found


def pages(pdf: bytes) -> list[Page]:
    """What the tags say of each page."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        contents = painted(document)
        around = [tuple(map(letters, contents[page.obj.objgen].artefacts)) for page in document.pages]
    words = ["" for _ in around]
    for block in blocks(pdf):
        words[block.page] += letters("".join(block.runs))
    return [Page(text, tuple(filter(None, others))) for text, others in zip(words, around, strict=True)]


class _Reader:
    """Walks the tags once. `found`: the blocks so far."""

    def __init__(self, document: pikepdf.Pdf) -> None:
        self.found: list[Block] = []
        self._contents = painted(document)
        self._numbers = {page.obj.objgen: number for number, page in enumerate(document.pages)}
        self._walk(document.Root.StructTreeRoot, None, (), (0, 0))

    def _walk(
        self, node: pikepdf.Object, page: pikepdf.Object | None, path: tuple[str, ...], block: tuple[int, int]
    ) -> None:
        kids = node.get("/K", pikepdf.Array())
        page = node.get("/Pg", page)
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if not isinstance(kid, pikepdf.Dictionary):
                assert page is not None, "a number without a page"
                self._add(path, block, page.objgen, int(kid))
            elif kid.get("/Type") == "/MCR":
                self._add(path, block, kid.Pg.objgen, int(kid.MCID))
            elif kid.get("/Type") != "/OBJR":
                role = str(kid.S)[1:]
                self._walk(kid, page, (*path, role), kid.objgen if role in _BLOCKS else block)

    def _add(self, path: tuple[str, ...], block: tuple[int, int], page: tuple[int, int], number: int) -> None:
        at = max((place for place, role in enumerate(path) if role in _BLOCKS), default=len(path) - 1)
        last, where = self.found[-1] if self.found else None, self._numbers[page]
        if last is None or (last.element, last.page) != (block, where):
            self.found.append(Block(path[at], where, frozenset(path[:at]), block))
        self.found[-1].runs.append(self._contents[page].texts[number])


def apart(page: Page, text: str) -> str:
    """Where the text of a page parts from its tags, or "": each letter in its place, and around them only the rest."""
    around = list(page.around)
    there = at = 0
    while there < len(text):
        if text[there : there + 1] == page.words[at : at + 1]:
            there, at = there + 1, at + 1
            continue
        back = next(_besides(text, there, around), None)
        if back is None:
            break
        there, at = there - back[0] + len(back[1]), at - back[0]
        around.remove(back[1])
    if there == len(text) and at == len(page.words):
        return ""
    return f"{page.words[at - 20 : at]} | tags: {page.words[at : at + 40]} | text: {text[there : there + 40]}"


def _besides(text: str, there: int, around: list[str]) -> Iterator[tuple[int, str]]:
    """What stands around and begins here, or some letters back where it begins as what is read does."""
    for back in range(max(map(len, around), default=0)):
        for other in around:
            if back < len(other) and back <= there and text.startswith(other, there - back):
                yield back, other
