"""What `build.py pak` does and says: one archive of the site that stands.

In: a project. Out: lines for standard output, and what stood in the way.
"""

from weerklank.findings import Finding
from weerklank.project import Project


def pack(project: Project) -> tuple[list[str], tuple[Finding, ...]]:
    """Make the archive, and say where it lies and how big it is; its hash is what the receiver compares with."""
    from weerklank.build.package import package

    made = package(project)
    if made.findings:
        return [], made.findings
    return [
        f"pak: {project.shown(made.place)} ({made.size})",
        f"erin: {made.counts}, en LEESMIJ.txt voor wie ze op een server zet",
        f"sha-256: {made.sha256}",
    ], ()
