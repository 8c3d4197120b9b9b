"""Break the program on purpose, one fault at a time, and see whether a test notices.

By hand, and not part of the test command: `python tests/tools/mutations.py` tries all faults of `faults.yaml`, with
words those with one of them in their name; `--list` only looks whether each still has its place, as a test does too.
Each fault is made in a copy of the project, and the tests that should notice run there. What survives wants a test;
what no longer applies wants a new place, or goes with the code that it was about.
"""

import argparse
import re
import shlex
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
CAUGHT, SURVIVED, STALE, UNKNOWN = "caught", "SURVIVED", "NO LONGER APPLIES", "UNKNOWN"


@dataclass(frozen=True)
class Fault:
    """`where`: a pattern of files; `put` takes the place of the one `find` in them. `tests`: arguments of pytest."""

    name: str
    where: str
    find: str
    put: str
    tests: str


@dataclass(frozen=True)
class Broken:
    """The file that a fault is made in, and its text with the fault."""

    path: Path
    text: str


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


def broken(fault: Fault, folder: Path) -> Broken | str:
    """The fault, or why it no longer applies: its text stands nowhere, or in more than one place."""
    texts = {path: path.read_text(encoding="utf-8") for path in sorted(folder.glob(fault.where))}
    found = {path: text.count(fault.find) for path, text in texts.items() if fault.find in text}
    if list(found.values()) == [1]:
        (path,) = found
        return Broken(path, texts[path].replace(fault.find, fault.put))
    places = ", ".join(f"{path.relative_to(folder)} ({count} times)" for path, count in found.items())
    return f"{fault.find!r} stands in {places or f'no file of {fault.where}'}; it is to stand in one place"


def run(tests: str, folder: Path) -> tuple[bool, str]:
    """Whether all these tests pass in a copy, and the first that does not."""
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-rfE", "--no-header", *shlex.split(tests)]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False, text=True)
    failed = re.findall(r"^(?:FAILED|ERROR) (\S+)", done.stdout, re.MULTILINE)
    return done.returncode == 0, failed[0] if failed else done.stdout[-300:]


def tried(chosen: tuple[Fault, ...], folder: Path) -> Iterator[tuple[Fault, str, str]]:
    """Each fault with its verdict and the test that caught it. What fails without any fault cannot notice one."""
    whole: dict[str, bool] = {}
    for fault in chosen:
        made = broken(fault, folder)
        if isinstance(made, str):
            yield fault, STALE, made
            continue
        passed, failed = _with_fault(fault, made, folder)
        if not passed and "::" not in failed:
            yield fault, UNKNOWN, f"no test could be tried: {failed}"
        elif not passed and not _passes(failed.partition("[")[0], folder, whole):
            yield fault, UNKNOWN, f"{failed} does not pass without a fault either"
        else:
            yield fault, SURVIVED if passed else CAUGHT, str(made.path.relative_to(folder)) if passed else failed


def _passes(test: str, folder: Path, known: dict[str, bool]) -> bool:
    """Whether a test passes in the copy as it is; each is asked once."""
    if test not in known:
        known[test] = run(test, folder)[0]
    return known[test]


def _with_fault(fault: Fault, made: Broken, folder: Path) -> tuple[bool, str]:
    before = made.path.read_bytes()
    made.path.write_text(made.text, encoding="utf-8")
    try:
        return run(fault.tests, folder)
    finally:
        made.path.write_bytes(before)


def main() -> int:
    """Say of each fault whether it was caught and by which test; 1 when one survived or is stale."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("words", nargs="*", help="only faults with one of these words in their name")
    parser.add_argument("--list", action="store_true", help="show the faults and whether they still have a place")
    options = parser.parse_args()
    chosen = tuple(item for item in faults() if not options.words or any(word in item.name for word in options.words))
    if options.list:
        stale = {fault.name: made for fault in chosen if isinstance(made := broken(fault, ROOT), str)}
        for fault in chosen:
            print(f"{fault.name}: {STALE}: {stale[fault.name]}" if fault.name in stale else fault.name)
        return 1 if stale else 0
    verdicts = []
    with tempfile.TemporaryDirectory(prefix="fouten-") as name:
        for fault, verdict, detail in tried(chosen, copied(Path(name))):
            verdicts.append(verdict)
            print(f"{time.strftime('%H:%M:%S')} {verdict} {fault.name}: {detail}", flush=True)
    print(", ".join(f"{verdicts.count(verdict)} {verdict.lower()}" for verdict in (CAUGHT, SURVIVED, STALE, UNKNOWN)))
    return 0 if set(verdicts) <= {CAUGHT} else 1


if __name__ == "__main__":
    sys.exit(main())
