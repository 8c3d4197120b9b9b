"""What `build.py init` does and says: a small content folder that builds, with one record of each kind and comments.

In: the folder to make. Out: lines for standard output, and whether it was made.
"""

from pathlib import Path

from weerklank.build import publish
from weerklank.findings import render_text
from weerklank.project import read_files

BEGIN = Path(__file__).resolve().parent.parent / "begin"


def start(place: Path) -> tuple[list[str], bool]:
    """Make the folder; one in which something stands is never touched."""
    shown = place.as_posix()
    read = read_files(BEGIN, shown=BEGIN.name)
    files = dict(read.files)
    made = publish.store(files, place)
    found = (*read.findings, *made.findings)
    if found:
        return render_text(found, {}, closing="").splitlines(), False
    records = sum(1 for path in files if path.endswith((".md", ".yaml")))
    return [
        f"{shown} is gemaakt, met {records} kleine records: één van elke soort, met uitleg erbij",
        "open ze in een teksteditor en vervang wat erin staat door het uwe; kijk het na en bouw:",
        f"  python3 build.py check --content {shown}",
        f"  python3 build.py --content {shown} --output {shown}-site",
        "hoe u schrijft, staat in docs/handleiding.md; alle velden staan in docs/velden.md",
    ], True
