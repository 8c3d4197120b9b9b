"""Pictures of a record: in its story where the author put them, the others below it, each with whose it is.

In: a record and the pictures beside it. Out: blocks.
"""

from dataclasses import fields, is_dataclass

from weerklank import addresses
from weerklank.corpus import Corpus
from weerklank.document.blocks import Block, Photo, Prose
from weerklank.document.parts import NOTHING
from weerklank.markup import Shown, inline, pieces
from weerklank.model import Record
from weerklank.model.illustrated import Illustrated, Illustration


def story(corpus: Corpus, item: Record, *, prefix: str, base: int = 3) -> tuple[Block, ...]:
    """The story of a record with the pictures in it; then those that it does not name."""
    named = {shown.file: shown for shown in item.illustrations} if isinstance(item, Illustrated) else {}
    made: list[Block] = []
    used: set[str] = set()
    for piece in pieces(item.body, prefix=prefix, base=base):
        if not isinstance(piece, Shown):
            made.append(Prose(piece))
        elif piece.file in named:
            used.add(piece.file)
            made += _photo(corpus, item, named[piece.file], piece.alt)
    for shown in named.values():
        made += _photo(corpus, item, shown) if shown.file not in used else ()
    return tuple(made)


def photos(corpus: Corpus, item: Record) -> tuple[Photo, ...]:
    """The pictures of a record alone, where its story is not told."""
    named = item.illustrations if isinstance(item, Illustrated) else ()
    return tuple(photo for shown in named for photo in _photo(corpus, item, shown))


def logo(corpus: Corpus) -> Photo | None:
    """The logo of the agency, without words below it."""
    shown, found = corpus.organisation.face.logo, corpus.logo
    if shown is None or found is None:
        return None
    return Photo(addresses.logo(shown.file, found.ending), shown.shows, NOTHING, found.width, found.height)


def _photo(corpus: Corpus, item: Record, shown: Illustration, alt: str = "") -> tuple[Photo, ...]:
    found = corpus.picture(item, shown.file)
    if found is None:
        return ()
    path = addresses.picture(item.KIND.folder, shown.file, found.ending)
    caption = f"{shown.caption.rstrip('.')}. " if shown.caption else ""
    words = inline(f"{caption}Beeld: {shown.maker}. {shown.rights.rstrip('.')}.")
    return (Photo(path, alt or shown.shows, words, found.width, found.height),)


def photos_in(value: object) -> tuple[str, ...]:
    """The addresses of all pictures in blocks, in order, each once."""
    return tuple(dict.fromkeys(_paths(value)))


def _paths(value: object) -> list[str]:
    if isinstance(value, Photo):
        return [value.path]
    if isinstance(value, tuple):
        return [path for item in value for path in _paths(item)]
    if is_dataclass(value) and not isinstance(value, type):
        return [path for item in fields(value) for path in _paths(getattr(value, item.name))]
    return []
