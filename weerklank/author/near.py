"""What an author may have meant: the nearest words of a closed list.

In: what was written, what could have been. Out: the nearest words, or a hint, or None. It corrects nothing.
"""

from collections.abc import Iterable

from weerklank.messages import Hint

MOST_SHOWN = 8


def distance(one: str, other: str, *, limit: int) -> int:
    """Return the number of letters to add, drop, change or swap with a neighbour; above `limit` it may be too low.

    Optimal string alignment distance (Damerau 1964, restricted).
    """
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for line, left in enumerate(one, 1):
        following = [line]
        for column, right in enumerate(other, 1):
            cost = min(row[column] + 1, following[-1] + 1, row[column - 1] + (left != right))
            if line > 1 and column > 1 and left == other[column - 2] and one[line - 2] == right:
                cost = min(cost, before[column - 2] + 1)
            following.append(cost)
        if min(following) > limit:
            return limit + 1
        before, row = row, following
    return row[-1]


def nearest(written: str, known: Iterable[str], *, count: int = 1) -> tuple[str, ...]:
    """Return at most `count` known words that `written` may be a slip of, nearest first, then in alphabet."""
    word = _plain(written)
    limit = max(1, len(word) // 3)
    ranked = sorted((_rank(word, _plain(option), limit), option) for option in set(known))
    return tuple(option for rank, option in ranked if rank <= limit)[:count]


def did_you_mean(written: str, known: Iterable[str], *, count: int = 1) -> Hint | None:
    """Ask whether the nearest words were meant; None when nothing is near."""
    options = [f"“{option}”" for option in nearest(written, known, count=count)]
    return Hint("did_you_mean", {"woorden": _or(options)}) if options else None


def choose_from(written: str, known: tuple[str, ...]) -> Hint | None:
    """Name the nearest word, or else the whole list when it is short enough to read."""
    if near := did_you_mean(written, known):
        return near
    return Hint("choose_from", {"woorden": ", ".join(known)}) if 0 < len(known) <= MOST_SHOWN else None


def _rank(word: str, option: str, limit: int) -> int:
    if word == option:
        return 0
    # A word that is cut off or written out in full is a likely slip, however long the rest is.
    if len(word) > limit and min(len(word), len(option)) > 3 and (option.startswith(word) or word.startswith(option)):  # noqa: PLR2004 - three letters say too little
        return 1
    return distance(word, option, limit=limit)


def _plain(word: str) -> str:
    return word.strip().casefold().replace("_", "-").replace(" ", "-")


def _or(options: list[str]) -> str:
    return options[0] if len(options) == 1 else f"{', '.join(options[:-1])} of {options[-1]}"
