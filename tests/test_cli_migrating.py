"""`build.py migrate`: a trial first, then the same for real, and nothing at all when something stands in the way."""

import shutil
from datetime import date
from pathlib import Path

from weerklank.cli.migrating import migrate
from weerklank.kinds import KINDS
from weerklank.model.usual import USUAL
from weerklank.project import Project

OLD = Path(__file__).parent / "schema1" / "content"


def _project(folder: Path) -> Project:
    return Project(
        folder, folder / "content", folder / "templates", folder / "site", folder / ".cache", date(2026, 3, 1)
    )


def _texts(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_trial_changes_nothing_and_shows_the_difference(tmp_path: Path) -> None:
    """Lines that would go and come, file by file; then the same is done, and a second time there is nothing to do."""
    shutil.copytree(OLD, tmp_path / "content")
    before = _texts(tmp_path / "content")
    lines, good = migrate(_project(tmp_path), trial=True)

    assert good
    assert before == _texts(tmp_path / "content")
    assert {"-    - soort: lacunes", "+    - soort: niet_vermeld", "+schema: 2"} <= set(lines)
    done, good = migrate(_project(tmp_path), trial=False)
    assert (True, True) == (good, done[-1].startswith("omgezet: 35 bestanden"))
    lists = {f"lijsten/{KINDS[kind].folder}.yaml" for kind in USUAL}
    assert before.keys() | lists == _texts(tmp_path / "content").keys()
    assert (["er is niets om te zetten"], True) == migrate(_project(tmp_path), trial=False)


def test_what_cannot_be_done_is_refused(tmp_path: Path) -> None:
    """An annex with nothing but the judgement would be empty: its place is named, and no file is touched."""
    shutil.copytree(OLD, tmp_path / "content")
    question = tmp_path / "content" / "vragen" / "klanttevredenheidsonderzoek.md"
    text = question.read_text("utf-8")
    start, end = text.index("    - soort: antwoorden"), text.index("\nbronnen:\n  - bron:") + 1
    question.write_text(text[:start] + text[end:], "utf-8")
    before = _texts(tmp_path / "content")
    lines, good = migrate(_project(tmp_path), trial=False)

    assert not good
    assert any("C040" in line and "klanttevredenheidsonderzoek.md" in line for line in lines)
    assert before == _texts(tmp_path / "content")
