"""What the tests of the printed layer look at: pages and data of any content, and the tables they were made of.

In: content as files, or a build. Out: the files that are made of it, and every `Table` that came into being meanwhile,
so that what is printed can be held against them without knowing which part of the program made which.
"""

import json
import pickle
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from tests.project_samples import files_of
from weerklank.author.load import load
from weerklank.author.validate import validate
from weerklank.corpus import public
from weerklank.data.table import Table
from weerklank.project import Project, open_project, read_materials
from weerklank.site.pages import plan

DAY = date(2026, 11, 23)
LIGHT = (".html", ".docx", ".csv", ".js", ".xml", ".jsonld")
"""The endings of what is made quickly: drawings, workbooks and the PDF are left out."""


UNSTORED = "V036"
"""The code for a division of a text that is not stored."""


def made_of(content: Mapping[str, object], folder: Path, *, endings: tuple[str, ...] = LIGHT) -> Path:
    """Make the files with these endings of some content; returns the folder that they are in.

    `content`: what each file in content/ holds, as data or as text. It must be without any finding but remarks; the
    text of a source need not be stored.
    """
    for name, data in content.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        # JSON is YAML, and every scalar of it is quoted: nothing in it is taken for a sign of YAML.
        if isinstance(data, bytes):
            path.write_bytes(data)
            continue
        path.write_text(data if isinstance(data, str) else json.dumps(data, ensure_ascii=False), encoding="utf-8")
    project = open_project(content=folder / "content", output=folder / "site", day=DAY.isoformat(), environ={})
    assert isinstance(project, Project), project
    loaded = load(project.content)
    validated = validate(loaded, on=DAY)
    found = (*loaded.findings, *validated.findings)
    assert [] == [str(item) for item in found if item.severity != "opmerking" and item.code != UNSTORED]
    assert validated.corpus is not None
    materials, _ = read_materials(project)
    artifacts = plan(public(validated.corpus, on=DAY), assets=materials.assets)
    done = files_of(artifacts, materials, wanted=lambda artifact: artifact.path.endswith(endings))
    assert [] == [item for item in done.findings if item.code != "S007"], "a page may be heavy here"
    for name, data in done.files.items():
        target = project.output / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return project.output


@contextmanager
def recording(path: Path) -> Iterator[None]:
    """Write every distinct table that is made meanwhile to a file."""
    found: dict[str, Table] = {}
    checked = Table.__post_init__

    def note(table: Table) -> None:
        checked(table)
        found.setdefault(repr(table), table)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Table, "__post_init__", note)
        yield
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(pickle.dumps(tuple(found.values())))


def recorded(path: Path) -> tuple[Table, ...]:
    """The tables that `recording` wrote."""
    found = pickle.loads(path.read_bytes())  # noqa: S301 - our own file
    assert isinstance(found, tuple)
    return found
