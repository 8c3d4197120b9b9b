"""Links that lead into the reading order and not only to a height on a page (PDF 2.0; ISO 14289-2, 8.8).

In: a tagged PDF and the element that each node became. Out: the same PDF, in which links, bookmarks and entries of a
table of contents name the structure element that they lead to (ISO 32000-2, 12.3.2.3 and 14.8.4.3).
"""

from collections.abc import Iterator, Mapping
from typing import Any

import pydyf

from weerklank.pdf.roles import HEADINGS
from weerklank.pdf.shape import walk
from weerklank.pdf.tree import Node


def lead_to_elements(pdf: Any, root: Node, references: Mapping[int, bytes]) -> None:  # noqa: ANN401 - a PDF of pydyf
    """Give every destination its structure element. `references` is by the identity of the node."""
    targets = {name: references[id(node)] for node in walk(root) for name in node.anchors if id(node) in references}
    _entries_refer(pdf, root, references, targets)
    places = _named_places(pdf)
    for item in pdf.objects:
        if isinstance(item, dict) and item.get("Type") == "/Annot" and "Dest" in item:
            name = str(item["Dest"].string)
            item["Dest"] = _to(targets.get(name, references[id(root)]), places[name])
    headings = [node for node in walk(root) if node.role in HEADINGS and id(node) in references]
    for bookmark, heading in _bookmarks(pdf, headings):
        element = references[id(heading or root)]
        bookmark["Dest"] = _to(element, bookmark["Dest"])
    pdf.catalog.get("Names", {}).pop("Dests", None)


def _to(element: bytes, place: Any) -> Any:  # noqa: ANN401 - arrays of pydyf
    """The destination with the element in the place of the page."""
    return pydyf.Array([element, *place[1:]])


def _named_places(pdf: Any) -> dict[str, Any]:  # noqa: ANN401 - a PDF of pydyf
    """The destinations that WeasyPrint made, by name."""
    found = pdf.catalog.get("Names", {}).get("Dests")
    names = found["Names"] if found is not None else []
    return {str(name.string): place for name, place in zip(names[::2], names[1::2], strict=True)}


def _bookmarks(pdf: Any, headings: list[Node]) -> Iterator[tuple[Any, Node | None]]:  # noqa: ANN401 - as above
    """Each bookmark with its heading: both are in reading order, so a title is looked for after the one before."""
    at = 0
    for item in pdf.objects:
        if not isinstance(item, dict) or "Title" not in item or "Dest" not in item or "Parent" not in item:
            continue
        title = "".join(str(item["Title"].string).split())
        found = next((n for n in range(at, len(headings)) if "".join(headings[n].text().split()) == title), None)
        at = at if found is None else found + 1
        yield item, None if found is None else headings[found]


def _entries_refer(pdf: Any, root: Node, references: Mapping[int, bytes], targets: Mapping[str, bytes]) -> None:  # noqa: ANN401
    """An entry of a table of contents names the element that it leads to."""
    for entry in walk(root):
        if entry.role != "TOCI":
            continue
        links = (node.element for node in walk(entry) if node.role == "Link" and node.element is not None)
        names = (link.get("href", "").removeprefix("#") for link in links)
        target = next((targets[name] for name in names if name in targets), references[id(root)])
        pdf.objects[int(references[id(entry)].split()[0])]["Ref"] = pydyf.Array([target])
