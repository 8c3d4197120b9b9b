"""The published site as one ZIP, for whoever hands it to a web team.

In: a project whose site stands. Out: a `Package`: the archive on disk, or findings that say why there is none. The site
is read as it was published; nothing is built, and the same site gives the same bytes.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from weerklank.build.publish import rewrite, stands
from weerklank.data.archive import archive_bytes
from weerklank.findings import Finding
from weerklank.project import Project
from weerklank.wording import counted, file_size

FOLDER, README = "site", "LEESMIJ.txt"
"""Within the archive: the folder with the site, and the file beside it, so that it is never published with it."""

_EPOCH = 0
"""No day of its own: a day that followed the build would make another archive of the same site."""


_INSTRUCTIONS = """\
LEESMIJ

Dit zip-bestand bevat een website die klaar is om te publiceren.
Ze staat in de map site: {counts}, samen {size}.


WAT U ERMEE DOET

1. Pak het zip-bestand uit.
2. Zet de inhoud van de map site op de server, met alle mappen erin. Dat mag in elke map van elke server:
   de website werkt op elk pad, en ook vanaf een schijf (open site/index.html).
3. Vervang bij een volgende keer de hele map. Verwijder wat er niet meer in staat: een pagina die weg is,
   moet ook van de server.

Er is geen databank, geen programma op de server en geen instelling nodig. Verander niets in de bestanden: maak
een verbetering waar de website gebouwd wordt, en vraag een nieuw zip-bestand.


WAT DE SERVER MOET DOEN

- Voor een map het bestand index.html tonen.
- Voor een adres dat niet bestaat het bestand 404.html tonen, met status 404.
- Elk bestand zijn soort meegeven (Content-Type). De meeste servers kennen ze; kijk deze na:
    .html    text/html; charset=utf-8
    .css     text/css; charset=utf-8
    .js      text/javascript; charset=utf-8
    .svg     image/svg+xml
    .csv     text/csv; charset=utf-8
    .json    application/json
    .jsonld  application/ld+json
    .xml     application/xml; de bestanden in feeds: application/atom+xml
    .woff2   font/woff2
    .xlsx    application/vnd.openxmlformats-officedocument.spreadsheetml.sheet
    .ods     application/vnd.oasis.opendocument.spreadsheet
- X-Content-Type-Options: nosniff
- Cache-Control: no-cache
    Een browser vraagt dan telkens of een bestand veranderd is. De namen van de bestanden blijven bij een nieuwe
    versie dezelfde; een lange bewaartijd toont nieuwe pagina's met oude opmaak.
- Elke pagina heeft zelf een Content-Security-Policy. Voegt de server er een toe, laat die dan niet minder toe dan
  in de pagina staat; frame-ancestors 'none' mag erbij.
- Access-Control-Allow-Origin: *  voor de map data en de map feeds, als andere websites die gegevens mogen lezen.

De bestanden in het zip-bestand dragen geen echte datum (1 januari 1980), zodat dezelfde website altijd hetzelfde
zip-bestand geeft. Geef ze op de server de datum waarop ze er komen (met unzip: unzip -DD). Anders denkt een
browser dat er nooit iets verandert.

robots.txt werkt alleen in de hoofdmap van een server. Staat de website in een andere map, neem de regels dan over
in het robots.txt van die server. Het adres waarvoor de website gebouwd is, staat in sitemap.xml; is dat bestand er
niet, dan is er geen adres ingesteld.


NAKIJKEN OF ALLES AANKWAM

site/manifest.json noemt elk bestand met zijn grootte en zijn controlegetal (SHA-256). Dat bestand mag mee op de
server.
"""
"""What a web team reads first. `counts` and `size`: of the site, in words."""


@dataclass(frozen=True)
class Package:
    """An archive. `size` and `counts`, of what is in it, in words; `sha256` of the whole. Empty with `findings`."""

    place: Path
    size: str = ""
    sha256: str = ""
    counts: str = ""
    findings: tuple[Finding, ...] = ()


def package_place(project: Project) -> Path:
    """Where the archive goes: beside the site, never in it, and kept out of version control."""
    return project.root / "pak" / f"{project.output.name}.zip"


def package(project: Project) -> Package:
    """Write the archive of the site that stands in the output folder of the project."""
    place = package_place(project)
    files, wrong = stands(project.output)
    if wrong:
        return Package(place, findings=wrong)
    counts = _counts(files)
    size = sum(map(len, files.values()))
    entries = {f"{FOLDER}/{path}": data for path, data in files.items()}
    entries[README] = _INSTRUCTIONS.format(counts=counts, size=file_size(size)).encode()
    data = archive_bytes(entries, epoch=_EPOCH)
    if wrong := rewrite({place: data}).findings:
        return Package(place, findings=wrong)
    return Package(place, file_size(len(data)), hashlib.sha256(data).hexdigest(), counts)


def _counts(paths: Iterable[str]) -> str:
    """How many files there are, and of which kinds most."""
    endings = Counter(path.rpartition(".")[2] for path in paths)
    pages = counted(endings["html"], "webpagina", "webpagina’s")
    return f"{counted(endings.total(), 'bestand', 'bestanden')}, waarvan {pages}"
