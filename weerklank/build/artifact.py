"""What a build is a list of: files, each with its address, what it is made from and how it is made.

In: nothing. Out: `Artifact`; `Form`, which is a format to a build; `Stock` and `Bench`, what a form gets to work with.
An output format is one module with a `Form`, and one line in `site.pages` for each file that is to have it.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, ClassVar, Generic, TypeVar

from weerklank.build.cache import key
from weerklank.build.results import MadeFile
from weerklank.html import Templates
from weerklank.project import Materials

V = TypeVar("V")


class Stock:
    """The materials of one build: each file by its path below templates/, and what it leads to."""

    def __init__(self, materials: Materials) -> None:
        self.materials = materials
        self.templates = Templates(materials.templates)
        self._digests: dict[str, str] = {}

    @cached_property
    def files(self) -> Mapping[str, bytes]:
        """Assets and documents; an asset stands below assets/."""
        found = {f"assets/{path}": data for path, data in self.materials.assets.items()}
        return found | dict(self.materials.documents)

    def named(self, paths: Iterable[str], *texts: str) -> frozenset[str]:
        """The assets that these templates and texts name, and what the style sheets among them name in their turn.

        An asset counts as named where its file name occurs: one too many has a file made once too often, one that
        is missing could not be read.
        """
        found: set[str] = set()
        pending = [*texts, *(text for path in paths if (text := self.materials.templates.get(path)) is not None)]
        while pending:
            text = pending.pop()
            new = {path for path in self.files if path.rpartition("/")[2] in text} - found
            found |= new
            pending += [self.files[path].decode() for path in sorted(new) if path.endswith(".css")]
        return frozenset(found)

    def digest(self, path: str) -> str:
        """The hash of a file, or of the fact that there is none."""
        if path not in self._digests:
            text = self.materials.templates.get(path)
            data = self.files.get(path) if text is None else text
            self._digests[path] = key(() if data is None else (data,))
        return self._digests[path]


@dataclass(frozen=True)
class Bench:
    """What a form finds beside the view: the address of the file, and files by their path.

    `given`: the materials that the form reads, those and no others. `files`: what it needs of this build, as made;
    `spoken`: the words of those among them that are heard.
    """

    path: str
    templates: Templates
    given: Mapping[str, bytes]
    files: Mapping[str, bytes]
    spoken: Mapping[str, str] = field(default_factory=dict)


class Form(Generic[V]):
    """A format: how a view becomes the bytes of one file. Its `repr` is part of the key of everything it makes.

    `apart`: making one takes so long that it is worth a process of its own. `asks_all`: without one of the files that
    it needs there is none.
    """

    apart: ClassVar[bool] = False
    asks_all: ClassVar[bool] = False

    def reads(self, stock: Stock) -> Iterable[str]:  # noqa: ARG002 - most read nothing
        """The paths below templates/ of the materials that it uses."""
        return ()

    def make(self, view: V, bench: Bench) -> MadeFile:
        """The file."""
        raise NotImplementedError


@dataclass(frozen=True)
class Artifact(Generic[V]):
    """One file of the site.

    `view`: gives what it shows, and is asked only when the file must be made. `inputs`: hashes of all that the view is
    made from. `needs`: paths of files whose size, hash or bytes it uses; they are made before it. `published`: false
    for a file that is only made for others.
    """

    path: str
    form: Form[V]
    view: Callable[[], V]
    inputs: tuple[str, ...]
    needs: tuple[str, ...] = ()
    published: bool = True


AnyArtifact = Artifact[Any]


def digest(value: object) -> str:
    """A hash of a value: of its bytes, or of its `repr`, which for a frozen value names all that is in it."""
    return hashlib.sha256(
        value if isinstance(value, bytes) else repr(value).encode("utf-8", "surrogatepass")
    ).hexdigest()
