"""How long a build takes, as ratios measured side by side in one run.

In: the content of this checkout. Out: a line per case on standard output: median seconds and the ratio to a bare
Python. Cases run in turn (A B C A B C), so that a busy moment hits them alike. Nothing is written outside a temporary
folder. Run it with the interpreter of the environment: `.venv/bin/python benchmarks/build.py [ROUNDS]`.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

ROOT = Path(__file__).resolve().parent.parent
PARTS = ("build.py", "content", "pyproject.toml", "requirements.txt", "templates", "weerklank")


def seconds(command: list[str], folder: Path) -> float:
    """Wall time of one whole process. Raises CalledProcessError when it fails."""
    start = perf_counter()
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return perf_counter() - start


def copied(folder: Path) -> None:
    """A checkout of its own, so that the cache of this one stays as it is."""
    for name in PARTS:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(source, folder / name)
    (folder / "site").mkdir()


def main(rounds: int) -> None:
    """Measure and print."""
    build = [sys.executable, "build.py"]
    cases = {
        "bare Python": [sys.executable, "-c", "pass"],
        "check": [*build, "check"],
        "build, everything anew": [*build, "--no-cache"],
        "build, nothing changed": build,
    }
    found: dict[str, list[float]] = {name: [] for name in cases}
    with tempfile.TemporaryDirectory() as folder:
        copied(Path(folder))
        seconds(build, Path(folder))
        for _ in range(rounds):
            for name, command in cases.items():
                found[name].append(seconds(command, Path(folder)))
    base = median(found["bare Python"])
    for name, times in found.items():
        middle = median(times)
        print(f"{name:24} {middle:7.3f} s ({min(times):.3f}-{max(times):.3f})  x{middle / base:.0f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
