"""Spaces between words of different looks, moved to where the layout engine measures lines right.

In: the tree of an HTML document. Out: the same tree, changed in place, with the same words.
The space at the end of a line hangs in the margin. WeasyPrint 70 forgets that where other looks follow it: the line is
as wide as its words, it counts the space too, finds no room, and ends the line after its first word. A space at the
beginning of what follows is measured right.
"""

from xml.etree.ElementTree import Element

_MOVED = frozenset({"b", "em", "i", "span", "strong"})
_DRAWN = frozenset({"state", "cell", "todo", "draft", "page"})
"""Classes with a shape or a line of their own, to which a space does not belong."""


def move_spaces(tree: Element) -> None:
    """Give a space before a phrase to the phrase."""
    for parent in tree.iter():
        before: Element | None = None
        for child in parent:
            text = (parent.text if before is None else before.tail) or ""
            if text.strip() and text != text.rstrip(" \n\t") and _takes_space(child):
                kept = text.rstrip(" \n\t")
                if before is None:
                    parent.text = kept
                else:
                    before.tail = kept
                child.text = f" {child.text}"
            before = child


def _takes_space(child: Element) -> bool:
    """Whether an element begins with a word of its own, in the same language, and has no shape or line around it."""
    classes = set((child.get("class") or "").split())
    plain = child.tag in _MOVED and not classes & _DRAWN and child.get("lang") is None
    return plain and bool((child.text or "").strip())
