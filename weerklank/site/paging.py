"""What of a long list stands on one page, and the ways to the rest of it.

In: how many rows there are, and the address of the first page. Out: `Slice` values. It cuts no list itself.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from weerklank import addresses
from weerklank.document.parts import Link

ON_A_PAGE = 50
"""So many rows stand on one page."""
NEAR = 2
"""Ways to so many pages before and after this one are printed, and those to the first and the last."""


@dataclass(frozen=True)
class Slice:
    """The rows of a page: the `first` to the `last` of `count`. `number`: which page, of how many (`of`).

    `pages`: the ways to the pages near this one, the first and the last, None where some are left out, () where there
    is one page; `before` and `after`: the pages beside this one.
    """

    number: int
    of: int
    first: int
    last: int
    count: int
    pages: tuple[Link | None, ...] = ()
    before: Link | None = None
    after: Link | None = None


def pages_for(count: int, size: int = ON_A_PAGE) -> int:
    """How many pages so many rows take, `size` on each: at least one."""
    return max(1, -(-count // size))


def spans(path: str, here: int, count: int, size: int) -> tuple[Link, ...]:
    """The numbers of what stands on each numbered page, "1–40", as the ways there; () where there is one page."""
    if count <= size:
        return ()
    starts = range(0, count, size)
    return tuple(
        Link(f"{start + 1}–{min(start + size, count)}", addresses.numbered(path, number), current=number == here)
        for number, start in enumerate(starts, start=1)
    )


def slice_of(path: str, number: int, count: int) -> Slice:
    """Page `number` of a list with so many rows. `path`: the address of its first page."""
    of = pages_for(count)
    first = (number - 1) * ON_A_PAGE + 1 if count else 0
    last = min(number * ON_A_PAGE, count)
    before, after = (
        Link(text, addresses.part(path, beside)) if 1 <= beside <= of else None
        for text, beside in (("Vorige", number - 1), ("Volgende", number + 1))
    )
    return Slice(number, of, first, last, count, tuple(_ways(path, number, of)) if of > 1 else (), before, after)


def _ways(path: str, here: int, of: int) -> Iterator[Link | None]:
    shown = sorted({1, of, *range(max(1, here - NEAR), min(of, here + NEAR) + 1)})
    for before, number in zip((0, *shown), shown, strict=False):
        if number > before + 1:
            yield None
        yield Link(str(number), addresses.part(path, number), current=number == here)
