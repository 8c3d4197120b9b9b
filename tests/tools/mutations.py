"""Break the program on purpose, one fault at a time, and see whether a test notices.

By hand, and not part of the test command: `python tests/tools/mutations.py` tries all faults of `faults.yaml`, with
words those with one of them in their name; `--list` shows which have lost their place. Each fault is made in a copy of
the project, and the tests that should notice run there. What survives wants a test; what is stale wants a new place.
"""

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent.parent
CAUGHT, SURVIVED, STALE = "caught", "SURVIVED", "STALE"


@dataclass(frozen=True)
class Fault:
    """`where`: a pattern of files; `put` takes the place of the first `find` in them. `tests`: arguments of pytest."""

    name: str
    where: str
    find: str
    put: str
    tests: str


def faults() -> tuple[Fault, ...]:
    """The faults in the order of the file."""
    data = yaml.safe_load(Path(__file__).with_name("faults.yaml").read_text(encoding="utf-8"))
    return tuple(
        Fault(item["fault"], item["in"], item["find"], item["put"], data["tests"][item["tests"]])
        for item in data["faults"]
    )


def copied(folder: Path) -> Path:
    """A copy of the project as git knows it; returns its folder."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listing = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True)
    for name in filter(None, listing.stdout.split("\0")):
        if (ROOT / name).is_file():
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, target)
    return folder


def place(fault: Fault, folder: Path) -> tuple[Path, str] | None:
    """The file that a fault is made in and its text after, or None when there is no such place any more."""
    for path in sorted(folder.glob(fault.where)):
        text = path.read_text(encoding="utf-8")
        if fault.find in text:
            return path, text.replace(fault.find, fault.put, 1)
    return None


def run(tests: str, folder: Path) -> tuple[bool, str]:
    """Whether all these tests pass in a copy, and the first that does not."""
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-rfE", "--no-header", *tests.split()]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False, text=True)
    failed = re.findall(r"^(?:FAILED|ERROR) (\S+)", done.stdout, re.MULTILINE)
    return done.returncode == 0, failed[0] if failed else done.stdout[-300:]


def tried(chosen: tuple[Fault, ...], folder: Path) -> Iterator[tuple[Fault, str, str]]:
    """Each fault with its verdict and the test that caught it."""
    for fault in chosen:
        found = place(fault, folder)
        if found is None:
            yield fault, STALE, f"{fault.where} has no {fault.find!r}"
            continue
        path, broken = found
        whole = path.read_text(encoding="utf-8")
        path.write_text(broken, encoding="utf-8")
        try:
            passed, failed = run(fault.tests, folder)
        finally:
            path.write_text(whole, encoding="utf-8")
        yield fault, SURVIVED if passed else CAUGHT, str(path.relative_to(folder)) if passed else failed


def main() -> int:
    """Say of each fault whether it was caught and by which test; 1 when one survived or is stale."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("words", nargs="*", help="only faults with one of these words in their name")
    parser.add_argument("--list", action="store_true", help="show the faults and whether they still have a place")
    options = parser.parse_args()
    chosen = tuple(item for item in faults() if not options.words or any(word in item.name for word in options.words))
    if options.list:
        for fault in chosen:
            print(f"{'' if place(fault, ROOT) else STALE:6} {fault.name}")
        return 0
    verdicts = []
    with tempfile.TemporaryDirectory(prefix="fouten-") as name:
        folder = copied(Path(name))
        for tests in sorted({fault.tests for fault in chosen}):
            passed, failed = run(tests, folder)
            if not passed:
                print(f"without any fault, {tests} does not pass: {failed}")
                return 1
        for fault, verdict, detail in tried(chosen, folder):
            verdicts.append(verdict)
            print(f"{time.strftime('%H:%M:%S')} {verdict:9} {fault.name}: {detail}", flush=True)
    print(", ".join(f"{verdicts.count(verdict)} {verdict.lower()}" for verdict in (CAUGHT, SURVIVED, STALE)))
    return 0 if set(verdicts) <= {CAUGHT} else 1


if __name__ == "__main__":
    sys.exit(main())
