"""What a build is a list of: plain values that can be compared, sorted and sent to another process."""

import pickle
from dataclasses import FrozenInstanceError, fields

import pytest

from weerklank.build.artifact import AnnexFile, Artifact, DataFile, Kind
from weerklank.data.meta import Meta
from weerklank.data.table import Column, Role, Table, text_cell

TABLE = Table("proef", "Proef", (Column("naam", "Naam", Role.HEAD),), ((text_cell("Overleg"),),))
DATA = DataFile((TABLE,), Meta("Dienst", "2026-11-23", "23 november 2026"))


def test_an_artifact_is_a_value() -> None:
    """Made of the same, it is the same; nobody changes it."""
    first, second = (Artifact("data/proef.csv", Kind.TABLE, DATA, option="csv") for _ in range(2))
    assert (first, hash(first)) == (second, hash(second))
    with pytest.raises(FrozenInstanceError):
        first.path = "elders.csv"  # type: ignore[misc]


def test_an_artifact_can_travel() -> None:
    """A second process gets the whole of it, and nothing else."""
    artifact = Artifact("data/proef.csv", Kind.TABLE, DATA, option="csv", needs=("a.csv",))
    assert artifact == pickle.loads(pickle.dumps(artifact))  # noqa: S301 - our own bytes


def test_what_differs_is_another_artifact() -> None:
    """Address, kind, view, template, option and needs each count."""
    base = {"path": "a.html", "kind": Kind.HTML, "view": "v", "template": "t.html", "option": "", "needs": ()}
    others = {"path": "b.html", "kind": Kind.XML, "view": "w", "template": "u.html", "option": "x", "needs": ("c",)}
    assert set(base) == {item.name for item in fields(Artifact)}
    made = [Artifact(**base), *(Artifact(**{**base, name: value}) for name, value in others.items())]  # type: ignore[arg-type]
    assert len(made) == len(set(made))


def test_a_kind_is_its_word() -> None:
    """Kinds are part of cache keys, so their words are stable and different."""
    words = ["html", "xml", "text", "table", "workbook", "chart", "annex", "word", "copy"]
    assert words == [kind.value for kind in Kind]


def test_a_file_knows_where_its_data_come_from() -> None:
    """No table and no annex leaves without its provenance."""
    for kind in (DataFile, AnnexFile):
        assert "provenance" in {item.name for item in fields(kind)}
