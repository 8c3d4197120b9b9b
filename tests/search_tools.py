"""The index of search as a browser reads it: what the scripts hold, and the words of a record put together again.

In: the scripts by their address, or the folder of a site. Out: plain values.
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from weerklank import addresses


def scripts_of(site: Path) -> dict[str, str]:
    """The scripts of the index of a site, by their address."""
    paths = [site / addresses.SEARCH_INDEX, *sorted((site / "js" / "zoek").iterdir())]
    return {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in paths}


def head_of(scripts: Mapping[str, str]) -> dict[str, Any]:
    """What the first script says of the others."""
    found = re.fullmatch(r"window\.weerklankIndex = (.*);\n", scripts[addresses.SEARCH_INDEX], re.DOTALL)
    assert found is not None
    return dict(json.loads(found[1]))


def parts_of(scripts: Mapping[str, str], kind: str) -> list[list[Any]]:
    """The lists in the scripts of a kind (w, l or t), in order."""
    parts: list[list[Any]] = []
    while (address := addresses.search_part(f"{kind}{len(parts)}")) in scripts:
        found = re.fullmatch(r'weerklankDeel\("(\w+)", (.*)\);\n', scripts[address], re.DOTALL)
        assert found is not None
        assert found[1] == f"{kind}{len(parts)}"
        parts.append(json.loads(found[2]))
    return parts


def texts_of(scripts: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """Address, title and text of everything that can be found, in its order."""
    records = (record for part in parts_of(scripts, "t") for record in part)
    return [(path, title, "\n".join(map(_said, lines.split("\n")))) for path, title, lines in records]


def _said(line: str) -> str:
    """A line without the place that has it."""
    return line.partition("\t")[2]


def words_of(scripts: Mapping[str, str]) -> dict[str, list[list[int]]]:
    """Each word with the records that have it: in the title, in the text, as a part of a compound in either."""
    found = {}
    for line in (line for part in parts_of(scripts, "w") for line in part):
        word, lists = line.split(" ")
        found[word] = [_numbers(text) for text in f"{lists}...".split(".")[:4]]
    return found


def _numbers(text: str) -> list[int]:
    numbers, number = [], -1
    for step in text.split(",") if text else ():
        number += int(step or "1", 36)
        numbers.append(number)
    return numbers
