"""The reference manual of findings: for each code the smallest content that provokes it, and what the author then sees.

`tests/findings/<code>/` holds files that are laid over `tests/findings/basis/`, and `expected.txt`. After a change of
wording, `PYTHONPATH=. python tests/test_author_validate_findings.py` writes the texts anew; read them first.
"""

import shutil
import tempfile
from datetime import date
from pathlib import Path

import pytest

from weerklank.author.load import load
from weerklank.author.validate import validate
from weerklank.findings import Finding, render_text, sort_findings
from weerklank.messages import MESSAGES
from weerklank.text import SourceText

FOLDER = Path(__file__).parent / "findings"
BASE = FOLDER / "basis"
ALONE = "zonder-basis"
DAY = date(2026, 1, 1)

BLOCKS = ("L", "R", "V")
"""The blocks that stand here; every other code is named in a test module."""

ELSEWHERE = {
    "V015": "test_freeze.py",  # what an annex takes is known only when all records are
    "V061": "test_freeze_ahead.py",
    "V062": "test_freeze_ahead.py",
    "L001": "test_author_load.py",  # permissions do not survive a checkout
    "L003": "test_author_load.py",  # the smallest content is too large to keep
    "L005": "test_author_load.py",  # not every system can make a link
    "L006": "test_author_load.py",  # git keeps no pipe
    "L012": "test_author_load.py",  # not every disk can hold both files
    "L018": "test_author_load.py",  # git keeps no empty folder
    "L031": "test_author_load.py",  # the smallest content is too large to read
    "R029": "test_author_validate.py",  # no field gives it: a safe sentence for what the library may add
}
"""Codes whose content cannot be a folder."""

CODES = sorted(path.name for path in FOLDER.iterdir() if path != BASE)


def found_in(case: Path, place: Path) -> tuple[tuple[Finding, ...], dict[str, SourceText]]:
    """Lay a case over the base in an empty folder, and return what loading and validating find."""
    for layer in ([] if (case / ALONE).exists() else [BASE]) + [case]:
        if (layer / "content").is_dir():
            shutil.copytree(layer / "content", place / "content", dirs_exist_ok=True)
    loaded = load(place / "content")
    findings = sort_findings((*loaded.findings, *validate(loaded, on=DAY).findings))
    return findings, {source.file: source for source in loaded.sources}


def seen(case: Path, place: Path) -> str:
    """What the author sees, notes and all."""
    findings, sources = found_in(case, place)
    return render_text(findings, sources, notes=True)


def test_the_base_is_sound(tmp_path: Path) -> None:
    """What a case finds comes from the case alone."""
    findings, _ = found_in(BASE, tmp_path)
    assert findings == ()


@pytest.mark.parametrize("code", CODES)
def test_an_author_sees_exactly_this(code: str, tmp_path: Path) -> None:
    """The text on the screen is the expected text, to the letter."""
    expected = (FOLDER / code / "expected.txt").read_text(encoding="utf-8")
    assert expected == seen(FOLDER / code, tmp_path)


@pytest.mark.parametrize("code", CODES)
def test_one_fault_is_one_code(code: str, tmp_path: Path) -> None:
    """The content provokes this code and no other: no fault drags others along."""
    findings, _ = found_in(FOLDER / code, tmp_path)
    assert {code} == {finding.code for finding in findings}


@pytest.mark.parametrize("code", CODES)
def test_a_place_lies_inside_its_file(code: str, tmp_path: Path) -> None:
    """Every place that is shown exists in the file that it names."""
    findings, sources = found_in(FOLDER / code, tmp_path)
    for finding in findings:
        for span in [finding.span, *(related.span for related in finding.related)]:
            if span is not None and span.file in sources:
                source = sources[span.file]
                assert 1 <= span.line <= span.end_line <= source.line_count
                assert 1 <= span.column <= len(source.line(span.line)) + 1
                assert 1 <= span.end_column <= len(source.line(span.end_line)) + 1


def test_every_code_has_its_content() -> None:
    """The folders and the codes of these blocks are the same set."""
    expected = {code for code in MESSAGES if code.startswith(BLOCKS)} - set(ELSEWHERE)
    assert expected == set(CODES)


@pytest.mark.parametrize(("code", "module"), ELSEWHERE.items())
def test_a_code_without_folder_is_tested_elsewhere(code: str, module: str) -> None:
    """A code that cannot have a folder is named in the test module that says so here."""
    assert f'"{code}"' in (Path(__file__).parent / module).read_text(encoding="utf-8")


def _write_anew() -> None:
    for code in CODES:
        with tempfile.TemporaryDirectory() as place:
            (FOLDER / code / "expected.txt").write_text(seen(FOLDER / code, Path(place)), encoding="utf-8")


if __name__ == "__main__":
    _write_anew()
