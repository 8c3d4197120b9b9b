"""How Pango gets on a computer: the only place that names its packages.

In: nothing. Out: names and commands, for whoever fetches it and for every sentence that tells someone else to.
"""

from collections.abc import Mapping

PACKAGES = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")
"""The packages that bring all of `libraries.NEEDED`, by the names that Debian and Ubuntu share."""

COMMANDS: Mapping[str, str] = {
    "linux": f"sudo apt install {' '.join(PACKAGES)}",
    "darwin": "brew install pango",
    "win32": "pacman -S mingw-w64-ucrt-x86_64-pango",
}
"""What somebody types, by the name that Python gives the system: on Debian and Ubuntu, on a Mac, in MSYS2."""
