"""The lists that a folder need not have, written out, so that its authors can make them their own.

In: the loaded content. Out: file -> its text before ("") and after, for each list that is not there.
"""

from collections.abc import Mapping

from weerklank.author.load import Loaded
from weerklank.kinds import LIST, OF_WORDS, ORGANISATION, Kind
from weerklank.model.usual import USUAL

_HEAD = """\
# Tot nu toe de woorden van het programma. Verander namen en omschrijvingen, en voeg er toe;
# laat een id die gebruikt is zoals ze is.
titel: {}
volgorde: lijst
termen:
"""


def unwritten(loaded: Loaded) -> Mapping[str, tuple[str, str]]:
    """The lists whose words the program knows, where a folder with an organisation has none."""
    top = next(
        (record.source.file.rpartition("/")[0] for record in loaded.records if record.kind == ORGANISATION), None
    )
    there = {record.id for record in loaded.records if record.kind == LIST}
    there |= {name for kind, name in loaded.broken if kind == LIST}
    kinds = (kind for kind in OF_WORDS if kind.name in USUAL and kind.folder not in there)
    return {} if top is None else {f"{top}/{kind.list_file}": ("", _text(kind)) for kind in kinds}


def _text(kind: Kind) -> str:
    terms = (
        f"  - id: {name}\n    naam: {name.replace('-', ' ')}\n    omschrijving: {meaning}\n"
        for name, meaning in USUAL[kind.name]
    )
    return _HEAD.format(kind.heading) + "".join(terms)
