"""A zip archive with the same bytes on every run, and what is in one.

In: names and bytes. Out: one zip with sorted names, one date and no trace of the machine. This module reads no file.
"""

import io
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime

_EARLIEST = datetime(1980, 1, 1, tzinfo=UTC)  # a zip cannot tell an earlier date (APPNOTE.TXT 4.4.6)


def archive_bytes(entries: Mapping[str, bytes], *, epoch: int, first: str = "") -> bytes:
    """Return a zip of `entries`, all dated `epoch` (seconds since 1970, UTC).

    The entry named `first`, if given, comes first and is stored: the "mimetype" of an OpenDocument file has to be
    readable at a fixed place (ODF 1.3 part 2, 3.3).
    """
    moment = max(datetime.fromtimestamp(epoch, tz=UTC), _EARLIEST)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in sorted(entries, key=lambda name: (name != first, name)):
            entry = zipfile.ZipInfo(name, moment.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_STORED if name == first else zipfile.ZIP_DEFLATED
            entry.create_system = 0  # the same on every operating system
            archive.writestr(entry, entries[name], compresslevel=9)
    return target.getvalue()


def unpacked(package: bytes) -> dict[str, bytes]:
    """Return the entries of a zip by their names. Raises zipfile.BadZipFile for anything else."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
