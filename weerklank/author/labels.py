"""What the passages of a stored text are called: the same in a citation, in the margin of the text and on paper.

In: the kinds of the passages and where the parts of the text begin. Out: labels such as "antwoord, alinea 13.1".
"""

import re
from collections.abc import Sequence

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_RANGE = 3
"""From so many passages on, the first and the last are named."""


def labels(passages: Sequence[tuple[str, str]], starts: Sequence[tuple[int, str]]) -> tuple[str, ...]:
    """The label of each passage. `passages`: kind and text; `starts`: index of the first passage, and name, of parts.

    Paragraphs are numbered within each part, list items within their paragraph. A heading is called after the paragraph
    below it, an address by itself after the one above; a part without paragraphs has its name only.
    """
    bounds = [(0, ""), *starts] if not starts or starts[0][0] else list(starts)
    ends = [begin for begin, _ in bounds[1:]] + [len(passages)]
    found: list[str] = []
    for (begin, name), end in zip(bounds, ends, strict=True):
        own = _numbered(passages[begin:end])
        plain = not any(label[:1].isdigit() for label in own)
        found += [name if plain and name else ", ".join(filter(None, (name, _worded(label)))) for label in own]
    return tuple(found)


def _worded(label: str) -> str:
    return f"alinea {label}" if label[:1].isdigit() else label


def _numbered(passages: Sequence[tuple[str, str]]) -> list[str]:
    found: list[str] = []
    paragraph, item, inner = 0, 0, 0
    for kind, text in passages:
        if kind == "titel":
            found.append(f"kop boven alinea {paragraph + 1}")
        elif _ADDRESS.fullmatch(text):
            found.append(f"adres na alinea {paragraph}" if paragraph else "adres")
        elif kind == "subpunt" and item:
            inner += 1
            found.append(f"{paragraph}.{item}.{inner}")
        elif kind in ("punt", "subpunt") and paragraph:
            item, inner = item + 1, 0
            found.append(f"{paragraph}.{item}")
        else:
            paragraph, item, inner = paragraph + 1, 0, 0
            found.append(str(paragraph))
    return found


def words_of_place(labels: Sequence[str], numbers: Sequence[int]) -> str:
    """Where words stand that are in these passages, by number from 1: "antwoord, alinea 13 en 13.1"."""
    named = [(number, *labels[number - 1].rpartition("alinea ")[::2]) for number in numbers]
    own = [item for item in named if item[2] and not item[1].endswith(("boven ", "na "))] or named[:1]
    groups: dict[str, list[tuple[int, str]]] = {}
    for number, before, last in own:
        groups.setdefault(before, []).append((number, last))
    return " en ".join(_group(before, items) for before, items in groups.items())


def _group(before: str, items: list[tuple[int, str]]) -> str:
    names = [name for _, name in items]
    word = f"{before}alinea " if names[0][:1].isdigit() else before
    together = items[-1][0] - items[0][0] + 1 == len(items)
    if together and len(items) >= _RANGE:
        return f"{word}{names[0]} tot {names[-1]}"
    return word + (names[0] if len(names) == 1 else f"{', '.join(names[:-1])} en {names[-1]}")
