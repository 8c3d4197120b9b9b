"""The sentences that an author wrote, apart from names of things and from what a source said literally."""

from collections.abc import Iterator

from weerklank.author.load import FieldPath
from weerklank.author.validate.places import Checked
from weerklank.model.fields import ValueShape, at

LITERAL = ("citaat", "letterlijk", "plaats", "vraagtekst")
NAMED = ("titel", "nummer", "zittingsjaar")
"""Fields that name a thing: a number in them is part of its name, and stands in its sentences too."""
_BEFORE = "wijzigingen"
"""The field with what a record said before."""


def own_sentences(item: Checked) -> Iterator[tuple[FieldPath, str]]:
    """Each text of a record that its author put in words of their own, with its place."""
    for path, piece in item.pieces:
        if not isinstance(piece, str) or path[0] == _BEFORE or path[-1] in (*LITERAL, *NAMED):
            continue
        field = at(type(item.model), path)
        if field is not None and field.shape is ValueShape.TEXT:
            yield path, piece
