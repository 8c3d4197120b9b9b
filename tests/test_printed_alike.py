"""An annex says the same on paper, on its page and in Word: the same words in the same blocks, in the same order.

What is compared is what is published: of the example agency, and of the real question. Where two forms differ on
purpose, that is one of `DIFFERENCES`, with its reason.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from tests import block_reading as read
from tests import voorbeeld_site
from tests.block_reading import PAGE, Block
from tests.browser_tools import real_site

PDF, WEB = "pdf", "web"


@dataclass(frozen=True)
class Difference:
    """A block of Word that another form has otherwise. `where`: the other forms.

    `word`, `other`: the whole block as kind and words; "" is no block.
    """

    where: str
    word: str
    other: str
    why: str


_PAGES = rf"{re.escape(PAGE)}(, {re.escape(PAGE)})*"
DIFFERENCES = (
    Difference(PDF, f"cel\\|{_PAGES}", r"cel\|\d+(, \d+)*", "Word counts its pages when it opens the document"),
    Difference(
        PDF,
        rf"(?P<before>alinea\|.* de lijst staat op pagina ){re.escape(PAGE)}\.",
        r"(?P<before>.*\D)\d+\.",
        "the same, in a sentence",
    ),
    Difference(
        WEB,
        rf"(?P<before>alinea\|.* de lijst staat )op pagina {re.escape(PAGE)}\.",
        r"(?P<before>.*)onderaan\.",
        "a page on the web has no pages; a link leads there",
    ),
    Difference(WEB, r"kopcel\|Pagina", r"kopcel\|In deze bijlage", "above the names of parts instead of pages"),
    Difference(WEB, f"cel\\|{_PAGES}", r"cel\|.+", "the names of what is told there instead of its pages"),
    Difference(WEB, r"kopcel\|Blz\.", "", "in the matrix the number of the question is the link"),
    Difference(WEB, f"cel\\|{re.escape(PAGE)}", "", "the same, in each row"),
)
"""Everything that another form may say otherwise than Word does."""


@dataclass(frozen=True)
class Forms:
    """A published annex in its three forms: PDF, page and Word document."""

    pdf: bytes
    web: str
    word: bytes


@pytest.fixture(scope="module", params=["voorbeeld", pytest.param("inhoud", marks=pytest.mark.source_document)])
def annexes(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Forms]:
    """Every annex that the example agency published, or what the source document became."""
    make = voorbeeld_site.site if request.param == "voorbeeld" else real_site
    found = {path.parent.name: _of(path) for path in sorted((make(tmp_path_factory) / "vragen").rglob("bijlage.pdf"))}
    assert found
    return found


@cache
def _compared(forms: Forms) -> dict[str, tuple[list[str], set[Difference]]]:
    word = read.word_blocks(forms.word)
    word = word[len(read.before_heading(word)) :]
    return {
        PDF: compared(word, read.pdf_blocks(forms.pdf), PDF),
        WEB: compared(word, read.web_blocks(forms.web), WEB),
    }


def compared(word: Sequence[Block], other: Sequence[Block], where: str) -> tuple[list[str], set[Difference]]:
    """Where two forms part, at most the first place, and the differences that were met on the way there."""
    known = [item for item in DIFFERENCES if item.where == where]
    left, right = [["|".join(block) for block in blocks] for blocks in (word, other)]
    met: set[Difference] = set()
    at = there = 0
    while at < len(left) or there < len(right):
        ours, theirs = "".join(left[at : at + 1]), "".join(right[there : there + 1])
        if ours != theirs:
            found = next((item for item in known if _is(item, ours, theirs)), None)
            if found is None:
                return [f"Word: {ours} | {where}: {theirs}"], met
            met.add(found)
            there -= not found.other
        at, there = at + 1, there + 1
    return [], met


def _is(item: Difference, word: str, other: str) -> bool:
    ours = re.fullmatch(item.word, word)
    if ours is None or not item.other:
        return ours is not None
    theirs = re.fullmatch(item.other, other)
    return theirs is not None and ours.groupdict() == theirs.groupdict()


@pytest.mark.parametrize("where", [PDF, WEB])
def test_the_same_blocks(annexes: dict[str, Forms], where: str) -> None:
    """Headings, paragraphs, items, cells, heads of cells, captions and words of pictures are those of Word."""
    assert [] == [(name, apart) for name, forms in annexes.items() if (apart := _compared(forms)[where][0])]


def test_the_same_notes(annexes: dict[str, Forms]) -> None:
    """Below the part, at the foot of the page, or at the end."""
    for forms in annexes.values():
        assert read.word_notes(forms.word) == read.pdf_notes(forms.pdf) == read.html_notes(forms.web)


def test_the_same_head(annexes: dict[str, Forms]) -> None:
    """Whose annex it is, and whether it is a draft, is said before all else."""
    for forms in annexes.values():
        head = read.word_head(forms.word)
        assert head
        assert head == read.pdf_head(forms.pdf) == read.web_head(forms.web)
        logo = read.pdf_logo(forms.pdf)
        assert logo == read.before_heading(read.word_blocks(forms.word))
        assert all(f'alt="{words}"' in forms.web for _, words in logo)


def test_every_difference_occurs(tmp_path_factory: pytest.TempPathFactory) -> None:
    """What is allowed and never met is not needed; what is met has a reason."""
    folder = voorbeeld_site.site(tmp_path_factory) / "vragen"
    found = [_of(path) for path in sorted(folder.rglob("bijlage.pdf"))]
    met = {item for forms in found for _, items in _compared(forms).values() for item in items}

    assert set(DIFFERENCES) == met
    assert all(item.why for item in DIFFERENCES)


def _of(pdf: Path) -> Forms:
    return Forms(pdf.read_bytes(), pdf.with_suffix(".html").read_text("utf-8"), pdf.with_suffix(".docx").read_bytes())


WORD: list[Block] = [("kop 2", "Meting"), ("cel", PAGE), ("punt", "Eén"), ("kopcel", "Jaar"), ("cel", "2019")]


@pytest.mark.parametrize(
    "change",
    [
        lambda blocks: blocks[:-1],
        lambda blocks: [*blocks, ("alinea", "Meer.")],
        lambda blocks: [*blocks[:2], ("alinea", "Eén"), *blocks[3:]],
        lambda blocks: [*blocks[:3], *blocks[:2:-1]],
        lambda blocks: [*blocks[:3], ("cel", "Jaar"), *blocks[4:]],
        lambda blocks: [*blocks[:1], ("cel", "hier"), *blocks[2:]],
    ],
)
def test_what_is_not_the_same_is_seen(change: Callable[[list[Block]], list[Block]]) -> None:
    """A block less or more, another kind, another order, a head that is none, a page that is no page."""
    same = [WORD[0], ("cel", "4"), *WORD[2:]]

    assert [] == compared(WORD, same, PDF)[0]
    assert compared(WORD, change(same), PDF)[0]
