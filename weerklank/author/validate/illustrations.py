"""Pictures: whether each that a record names is there, each that is there is named, and each in a text has its rights.

In: typed records and the pictures that lie beside them. Out: findings. What is no picture at all was said on reading.
"""

from collections.abc import Iterable, Iterator, Mapping

from weerklank.author.near import choose_from
from weerklank.author.validate.places import Checked, within
from weerklank.corpus import picture_path, pictures_of
from weerklank.findings import Finding, finding
from weerklank.kinds import KINDS, ORGANISATION
from weerklank.markup import shown_in
from weerklank.messages import Hint
from weerklank.model import Organisation, Record
from weerklank.model.illustrated import Illustrated
from weerklank.pictures import Photograph
from weerklank.text import whole_file

BODY = "tekst"
LOGO = ("uiterlijk", "logo", "bestand")


def check_pictures(
    checked: tuple[Checked, ...], pictures: Mapping[str, Photograph | None], top: str, broken: Iterable[tuple[str, str]]
) -> Iterator[Finding]:
    """`pictures`: by their path in content/, None for one that was said to be none; `top`: what authors call that.

    `broken`: kind and id of records that cannot be read; what they name is not known.
    """
    named: set[str] = set()
    missed = {kind for kind, _ in broken}
    folders = {KINDS[kind].folder for kind in missed if kind in KINDS}
    own = ORGANISATION not in missed  # what names the logo can be read
    for item in checked:
        if isinstance(item.model, Record) and isinstance(item.model, Illustrated):
            named |= {*pictures_of(item.model)}
            yield from _missing(item, item.model, pictures)
            yield from _undeclared(item, item.model)
        elif isinstance(item.model, Organisation) and item.model.face.logo:
            logo = item.model.face.logo.file
            named.add(logo)
            if logo not in pictures:
                hint = choose_from(logo, tuple(path for path in sorted(pictures) if "/" not in path))
                yield item.say("V040", LOGO, hint=hint or Hint("beside", {"map": top}), naam=logo)
    for path in sorted(pictures.keys() - named):
        if pictures[path] is not None and path.partition("/")[0] not in folders and (own or "/" in path):
            name = path.rpartition("/")[2]
            yield finding(
                "V042", span=whole_file(f"{top}/{path}"), hint=Hint("name_picture", {"naam": name}), naam=name
            )


def _missing(item: Checked, record: Record, pictures: Mapping[str, Photograph | None]) -> Iterator[Finding]:
    assert isinstance(record, Illustrated)
    folder = record.KIND.folder
    beside = tuple(path.rpartition("/")[2] for path in sorted(pictures) if path.startswith(f"{folder}/"))
    for index, shown in enumerate(record.illustrations):
        if picture_path(record, shown.file) not in pictures:
            hint = choose_from(shown.file, beside) or Hint("beside", {"map": folder})
            yield item.say("V040", ("afbeeldingen", index, "bestand"), hint=hint, naam=shown.file)


def _undeclared(item: Checked, record: Record) -> Iterator[Finding]:
    """A picture in the story stands under `afbeeldingen` too: there it has its rights."""
    assert isinstance(record, Illustrated)
    known = {shown.file for shown in record.illustrations}
    for shown in shown_in(record.body):
        if shown.file not in known:
            place = within(item.raw, (BODY,), shown.file)
            yield finding(
                "V041", span=place, field=(BODY,), hint=Hint("declare", {"naam": shown.file}), naam=shown.file
            )
