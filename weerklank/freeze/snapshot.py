"""The content that an annex rests on, as it was when the annex was frozen.

In: the loaded content and the part of the corpus that an annex shows. Out: JSON with the text of each file and the hash
of each picture, and back. What the annex shows of a picture is among its files.
"""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from weerklank import addresses
from weerklank.author.load import Loaded, RawRecord, SourceDocument, read_record
from weerklank.corpus import Corpus
from weerklank.freeze.versions import readable
from weerklank.kinds import FOLDERS, LIST, ORGANISATION
from weerklank.model import Ref
from weerklank.text import SourceText

_TEXT = ".txt"


@dataclass(frozen=True)
class Kept:
    """A file of the content: its path in content/, and the record that it holds. `stored`: the text of a source."""

    path: str
    kind: str
    id: str
    stored: bool


def inner(file: str) -> str:
    """The path in content/ of a file as authors see it (`content/vragen/x.md`), whatever that folder is called."""
    return file.partition("/")[2]


def snapshot(loaded: Loaded, own: Corpus, *, published: Collection[str] = ()) -> bytes:
    """Keep the text of every file that an annex rests on. `own`: the records that it shows or names.

    `published`: the paths of the files of the annex; of the pictures among them the hash is kept.
    """
    refs = own.refs()
    always = (ORGANISATION, LIST)
    files = {
        inner(record.source.file): record.source.text
        for record in loaded.records
        if record.kind in always or Ref(record.kind, record.id) in refs
    }
    files |= {inner(text.source.file): text.source.text for text in loaded.texts if Ref("bron", text.id) in refs}
    pictures = {
        path: picture.hash
        for path, picture in loaded.pictures.items()
        if picture is not None and _address(path, picture.ending) in published
    }
    made = {"files": dict(sorted(files.items())), **({"pictures": dict(sorted(pictures.items()))} if pictures else {})}
    return (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode()


def _address(path: str, ending: str) -> str:
    """Where a picture is published that has this path in content/."""
    folder, _, name = path.partition("/")
    return addresses.picture(folder, name, ending)


def read_snapshot(data: bytes) -> Mapping[Kept, str]:
    """The files of a snapshot; none when it is not a snapshot of ours."""
    try:
        files = readable(data)["files"]
        return {kept(str(path)): str(text) for path, text in files.items()}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {}


def kept_pictures(data: bytes) -> Mapping[str, str]:
    """The hash of each picture of a snapshot, by its path in content/; none where it knows none."""
    try:
        pictures = readable(data).get("pictures", {})
        return {str(path): str(found) for path, found in pictures.items()}
    except (ValueError, AttributeError, RecursionError):
        return {}


def loaded_again(files: Mapping[Kept, str]) -> Loaded:
    """A snapshot as content that was just read; a record that cannot be read any more is left out."""
    sources = {item: SourceText(item.path, text) for item, text in files.items()}
    read = (read_record(item.kind, item.id, source)[0] for item, source in sources.items() if not item.stored)
    texts = tuple(SourceDocument(item.id, source) for item, source in sources.items() if item.stored)
    records = tuple(record for record in read if record is not None)
    return Loaded(records, texts, tuple(sources.values()), frozen=(), broken=frozenset(), findings=())


def all_ids(record: RawRecord) -> tuple[str, ...]:
    """The id of a record, and those that it used to have."""
    former = record.data.get("vroegere_ids")
    names = former if isinstance(former, list) else [former] if former else []
    return (record.id, *(name for name in names if isinstance(name, str)))


def kept(path: str) -> Kept:
    """Which record a path in content/ belongs to. Raises KeyError for a folder that has no records."""
    place = PurePosixPath(path)
    kind = FOLDERS[place.parent.name] if len(place.parts) > 1 else ORGANISATION
    return Kept(path, kind, place.stem, stored=kind == "bron" and place.suffix == _TEXT)
