"""What one edit costs: CPU seconds of a build after it, and again after taking it back.

In: the content of a checkout, this one or the one that is named. Out: a line per case on standard output: user and
system seconds of the whole build with its children, and how many files it wrote. Nothing is written outside a temporary
folder. Run it with the interpreter of the environment: `.venv/bin/python benchmarks/edits.py [CHECKOUT]`.
"""

import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PARTS = ("build.py", "content", "pyproject.toml", "requirements.txt", "templates", "weerklank")
DAY = "2026-11-23"


def cpu(command: list[str], folder: Path) -> tuple[float, str]:
    """CPU seconds of one whole process with its children, and what it printed. Raises when it fails."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done.stdout


def copied(source: Path, folder: Path) -> None:
    """A checkout of its own, so that the cache of this one stays as it is."""
    for name in PARTS:
        if (source / name).is_dir():
            shutil.copytree(source / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(source / name, folder / name)
    (folder / "site").mkdir()


def written(text: str) -> str:
    """The line about the site: how many files were written and removed."""
    return next((line.partition("(")[2].rstrip(")") for line in text.splitlines() if line.startswith("site: ")), "")


def one_letter(old: str, new: str) -> Callable[[str], str]:
    """An edit that replaces the first place of one text."""

    def edit(text: str) -> str:
        assert old in text, old
        return text.replace(old, new, 1)

    return edit


def main(source: Path) -> None:
    """Measure and print."""
    edits: dict[str, tuple[str, Callable[[str], str]]] = {
        "typo in an initiative": ("content/initiatieven/heerlijk-helder.md", one_letter("doel: ", "doel: X")),
        "one letter in site.css": ("templates/assets/css/site.css", one_letter(";", "; ")),
        "one letter in a page template": ("templates/pages/begrippen.html", one_letter("<h", "<h ")),
        "one letter in a partial": ("templates/partials/record.html", one_letter("</", " </")),
        "one word of a list": ("content/lijsten/beleidsvelden.yaml", one_letter("naam: ", "naam: x")),
        "name of the organisation": ("content/organisatie.yaml", one_letter("naam: ", "naam: x")),
    }
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        copied(source, folder)
        build = [sys.executable, "build.py", "--date", DAY]

        def show(case: str) -> None:
            seconds, text = cpu(build, folder)
            print(f"{case:36} {seconds:7.2f} s  {written(text)}", flush=True)

        show("cold")
        show("unchanged")
        for case, (path, edit) in edits.items():
            file = folder / path
            before = file.read_text(encoding="utf-8")
            file.write_text(edit(before), encoding="utf-8")
            show(case)
            file.write_text(before, encoding="utf-8")
            show("  taken back")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else ROOT)
