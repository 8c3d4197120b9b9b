"""The content as read and judged, and whether there can be an annex of a question."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.project_samples import QUESTION, SMALL, project
from weerklank.build.content import Content, read_content

BARE = """-- vragen/kaal.yaml --
titel: Kaal
deelvragen: [{nr: 1, tekst: Hoe gaat dat?, delen: [{vraag: hoe gaat dat, dekking: niet_vermeld}]}]
"""
CLOSED = QUESTION.replace("titel: Tevredenheid", "publicatie: {status: intern}\ntitel: Tevredenheid")


def read(folder: Path, text: str, *, day: str = "2026-11-23") -> tuple[Content, list[str]]:
    """The content of a project, and the stages that were timed."""
    stages: list[str] = []

    @contextmanager
    def stage(name: str) -> Iterator[None]:
        stages.append(name)
        yield

    return read_content(project(folder, text, day=day), stage), stages


def test_sound_content(tmp_path: Path) -> None:
    """Two stages, and every record when no error stands in the way."""
    found, stages = read(tmp_path, SMALL)
    assert (["lezen", "nakijken"], True) == (stages, found.sound is found.corpus is not None)
    assert all(file == source.file for file, source in found.sources.items())


def test_content_with_an_error(tmp_path: Path) -> None:
    """What was read stays at hand, and is not sound."""
    found, _ = read(tmp_path, SMALL.replace("initiatief: overleg", "initiatief: overlg"))
    assert (None, False) == (found.sound, found.corpus is None)
    assert "V001" in {item.code for item in found.findings}


def test_what_the_public_may_see(tmp_path: Path) -> None:
    """The day of the build decides."""
    text = SMALL + "publicatie: {vanaf: 2026-11-23}\n"
    before, after = (read(tmp_path, text, day=f"2026-11-{day}")[0].public() for day in ("22", "23"))
    assert ([], ["loket"]) == ([item.id for item in before.adjustments], [item.id for item in after.adjustments])


@pytest.mark.parametrize(("name", "codes"), [("klanten", []), ("kaal", ["P069"]), ("klantn", ["C030"])])
def test_which_question_has_an_annex(name: str, codes: list[str], tmp_path: Path) -> None:
    """One that has an annex; not one without, and not one that is not there."""
    found, _ = read(tmp_path, SMALL + QUESTION + BARE)
    assert codes == [item.code for item in found.refused(name)]


def test_a_question_that_is_not_public_has_none(tmp_path: Path) -> None:
    """Whatever else is right: an annex is read by those outside."""
    found, _ = read(tmp_path, SMALL + CLOSED)
    assert ["P070"] == [item.code for item in found.refused("klanten")]
    assert found.file("klanten").file.endswith("vragen/klanten.yaml")


@pytest.mark.parametrize(("wrong", "blocked"), [("initiatief: overlg", True), ("initiatief: overleg", False)])
def test_what_no_reason_helps_against(wrong: str, blocked: bool, tmp_path: Path) -> None:  # noqa: FBT001 - a case
    """An error that leaves a record unreadable blocks freezing; without a reason there is nothing to block."""
    found, _ = read(tmp_path, SMALL.replace("initiatief: overleg", wrong))
    assert blocked == (["P071"] == [item.code for item in found.blocked("toch")])
    assert () == found.blocked("")
