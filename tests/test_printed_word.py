"""How the Word document lies on paper: columns that hold their words, tables as wide as the text, lists in levels.

What is looked at is the document as it was made. Its letter (Calibri) is not free to carry, so words are measured in
the one of the site, which is three percent wider.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import lxml.etree
import pytest
from fontTools.ttLib import TTFont

from tests import voorbeeld_site
from tests.browser_tools import real_site
from tests.printed_reading import W, html_lists, page, word_body, word_lists, word_text
from weerklank.project import ROOT

LONGEST_WORD = 24  # letters; a longer word, such as an address, may be cut
SMALL = 1  # the parts of a point by which rounding may differ


@dataclass(frozen=True)
class Drawn:
    """A table on paper, in twentieths of a point: its columns, the width of the text around it, and what it holds.

    `needs`: the widest word of each column with the space beside it, in the type that it is set in, but for what is too
    long for a word; `usual`: the widest of all in the type of other tables. `numbers`: behind the first column
    there are only numbers.
    """

    caption: str
    columns: tuple[int, ...]
    room: int
    needs: tuple[float, ...]
    usual: tuple[float, ...]
    small: bool
    numbers: bool


@pytest.fixture(scope="module", params=["voorbeeld", pytest.param("inhoud", marks=pytest.mark.source_document)])
def annexes(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Every Word document of the example agency, and of what the source document became."""
    make = voorbeeld_site.site if request.param == "voorbeeld" else real_site
    found = sorted(make(tmp_path_factory).rglob("*.docx"))
    assert found
    return found


@cache
def _letters() -> dict[str, float]:
    """The width of each letter, in parts of the size of the type."""
    with (ROOT / "templates/assets/paper/SourceSans3-Regular.ttf.woff").open("rb") as file:
        font = TTFont(io.BytesIO(file.read()))
    size = font["head"].unitsPerEm
    return {chr(code): font["hmtx"][glyph][0] / size for code, glyph in font.getBestCmap().items()}


def _wide(word: str) -> float:
    letters = _letters()
    return sum(letters.get(letter, 0.6) for letter in word)


def _sizes(data: bytes) -> dict[str, int]:
    """The size of the type of each style, in half points."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        tree = lxml.etree.fromstring(archive.read("word/styles.xml"))
    default = int(tree.find(f"{W}docDefaults//{W}sz").get(f"{W}val"))
    styles = {str(style.get(f"{W}styleId")): style for style in tree.iter(f"{W}style")}

    def size(name: str) -> int:
        style = styles.get(name)
        if style is None:
            return default
        own, base = style.find(f"{W}rPr/{W}sz"), style.find(f"{W}basedOn")
        if own is not None:
            return int(own.get(f"{W}val"))
        return size(str(base.get(f"{W}val"))) if base is not None else default

    return {name: size(name) for name in styles}


def _beside(data: bytes) -> int:
    """The space left and right of the text of a cell, in twentieths of a point."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        tree = lxml.etree.fromstring(archive.read("word/styles.xml"))
    margins = [margin for style in tree.iter(f"{W}tblCellMar") for margin in style]
    return sum(int(margin.get(f"{W}w")) for margin in margins if margin.tag in (f"{W}left", f"{W}right"))


def _drawn(data: bytes) -> Iterator[Drawn]:
    """Every table of a document, with the width of the text of the section that it stands in."""
    sizes, beside = _sizes(data), _beside(data)
    waiting: list[lxml.etree._Element] = []
    caption = ""
    for node in word_body(data):
        if node.tag == f"{W}tbl":
            waiting.append((caption, node))
        caption = word_text(node) if node.tag == f"{W}p" else ""
        section = node if node.tag == f"{W}sectPr" else node.find(f"{W}pPr/{W}sectPr")
        if section is not None:
            room = _room(section)
            for above, table in waiting:
                yield _table(above, table, room, sizes=sizes, beside=beside)
            waiting = []


def _room(section: lxml.etree._Element) -> int:
    margins = section.find(f"{W}pgMar")
    return int(section.find(f"{W}pgSz").get(f"{W}w")) - sum(
        int(margins.get(f"{W}{side}")) for side in ("left", "right")
    )


def _table(caption: str, table: lxml.etree._Element, room: int, *, sizes: dict[str, int], beside: int) -> Drawn:
    columns = tuple(int(column.get(f"{W}w")) for column in table.findall(f"{W}tblGrid/{W}gridCol"))
    cells = [row.findall(f"{W}tc") for row in table.findall(f"{W}tr")]
    for row in cells:
        assert columns == tuple(int(cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w")) for cell in row), caption
    styles = {str(style.get(f"{W}val")) for style in table.iter(f"{W}pStyle")}
    usual = sizes["Tabeltekst"]
    own = max(sizes[name] for name in styles)
    texts = [[word for row in cells for word in _unbreakable(row[place])] for place in range(len(columns))]
    words = [max((_wide(word) for word in column if len(word) <= LONGEST_WORD), default=0.0) for column in texts]
    longest = [max(map(_wide, column), default=0.0) for column in texts]
    return Drawn(
        caption,
        columns,
        room,
        tuple(width * own * 10 + beside for width in words),
        tuple(width * usual * 10 + beside for width in longest),
        own < usual,
        all(cell.find(f".//{W}jc") is not None for row in cells for cell in row[1:]),
    )


def _unbreakable(cell: lxml.etree._Element) -> list[str]:
    """The words of a cell that no line may end in."""
    return re.split(r"(?<=[-/])|[ ]", word_text(cell))


def test_tables_are_as_wide_as_the_text(annexes: list[Path]) -> None:
    """The columns of each table together are the width between the margins, and each cell is as wide as its column.

    A table of numbers is no wider than its words, so that a number stands beside what it is a number of.
    """
    for path in annexes:
        for table in _drawn(path.read_bytes()):
            if table.numbers:
                assert sum(table.needs) <= sum(table.columns) < 2.5 * sum(table.needs), table.caption
            else:
                assert table.room == sum(table.columns), table.caption


def test_words_fit_in_their_column(annexes: list[Path]) -> None:
    """No column is narrower than its longest word of a normal length."""
    narrow = [
        f"{table.caption}: column {place} is {width} wide, a word in it {need:.0f}"
        for path in annexes
        for table in _drawn(path.read_bytes())
        for place, (width, need) in enumerate(zip(table.columns, table.needs, strict=True), 1)
        if width + SMALL < need
    ]

    assert not narrow, "\n".join(narrow)


def test_type_is_not_small_without_need(annexes: list[Path]) -> None:
    """Small type is for tables whose words would not fit side by side in the usual type."""
    small = [table for path in annexes for table in _drawn(path.read_bytes()) if table.small]

    assert [] == [table.caption for table in small if sum(table.usual) < 0.75 * table.room]


def test_lists_are_those_of_the_page(annexes: list[Path]) -> None:
    """Each item stands as deep, and under the same number, as on the page with the same annex."""
    for path in annexes:
        here = [item for item in html_lists(page(path.with_suffix(".html").read_bytes())) if item.text]
        there = word_lists(path.read_bytes())

        assert [(item.depth, item.number) for item in here] == [(item.depth, item.number) for item in there]
        assert [_letters_of(item.text) for item in here] == [_letters_of(item.text) for item in there]


def _letters_of(text: str) -> str:
    """The first letters of an item: marks and spaces between its pieces may differ."""
    return re.sub(r"\W", "", text)[:8]
