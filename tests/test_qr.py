"""QR codes of receipts: they hold the whole address, are drawn as they are, and are the same bytes each time."""

import re

import segno
from lxml import etree

from weerklank.qr import svg

ADDRESS = "https://pleinpraat.example/luisteren/s/pleingesprekken-geen-schaduw.html"
QUIET, MODULE = 4, 4


def drawn(data: bytes) -> list[list[bool]]:
    """The squares of a drawing, its margin left out: a line is as wide as a square and runs through its middle."""
    tree = etree.fromstring(data)
    side = int(tree.get("width")) // MODULE
    dark = [[False] * side for _ in range(side)]
    (path,) = [item.get("d") for item in tree.iter("{*}path") if item.get("stroke")]
    x, y = 0.0, 0.0
    for verb, numbers in re.findall(r"([Mmh])([^Mmh]*)", path):
        first, *rest = (float(number) for number in re.findall(r"-?[0-9.]+", numbers))
        if verb == "h":
            for column in range(int(x), int(x + first)):
                dark[int(y)][column] = True
            x += first
        else:
            x, y = (first, rest[0]) if verb == "M" else (x + first, y + rest[0])
    return [row[QUIET:-QUIET] for row in dark[QUIET:-QUIET]]


def test_the_code_holds_the_whole_address() -> None:
    """Square by square what the standard makes of these letters, with four squares of margin."""
    expected = segno.make(ADDRESS, error="m", micro=False, boost_error=False)

    assert drawn(svg(ADDRESS, dark="#333332", light="#ffffff")) == [
        [bool(one) for one in row] for row in expected.matrix
    ]


def test_the_same_address_gives_the_same_bytes() -> None:
    """Nothing of the day or the machine is in it; another address gives another drawing."""
    first = svg(ADDRESS, dark="#333332", light="#ffffff")

    assert first == svg(ADDRESS, dark="#333332", light="#ffffff") != svg(f"{ADDRESS}x", dark="#333332", light="#ffffff")
    assert ADDRESS.encode() in first
    assert len(first) < 5_000
