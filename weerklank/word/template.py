"""The template of the Word document: a file that a designer edits, opened and emptied.

In: the bytes of templates/annex/bijlage.docx. Out: an empty document with its styles, pages, header, footer and
numbering, or what the template lacks. Nothing of whoever made the template stays: no name, no path, no history.
"""

import io
import zipfile
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import XmlPart
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from weerklank.data.archive import archive_bytes, unpacked
from weerklank.data.flat import one_line
from weerklank.word import contract

FILE = "annex/bijlage.docx"
"""Where it lies below templates/."""

SENDER, STATUS, FOOT = "Afzender", "Toestand", "Voettekst"
"""The titles of the content controls that are filled in, in the header and the footer of each kind of page."""

_KEPT = frozenset({RT.STYLES, RT.NUMBERING, RT.SETTINGS, RT.FONT_TABLE, RT.THEME, RT.HEADER, RT.FOOTER, RT.FOOTNOTES})
"""What a document takes over; comments, other parts and the pictures of the specimen stay behind."""

_LISTS = (contract.BULLETS, contract.NUMBERS, contract.SIGNED)

_COLOURS = frozenset({qn("w:color"), qn("w:fill"), qn("w:val")})
"""Attributes that hold a colour, without its "#"."""

_TRACES = ("rsids", "attachedTemplate", "docVars", "proofState")
"""Settings that say who edited the template, and how."""


class TemplateFault(Exception):  # noqa: N818 - a fault of the template, told as a finding
    """`lacks`: what a document needs and the template has not, in Dutch."""

    def __init__(self, *lacks: str) -> None:
        super().__init__(", ".join(lacks))
        self.lacks = lacks


@dataclass(frozen=True)
class Paper:
    """A kind of page. `section`: its settings; `width`: of the text, in twentieths of a point."""

    section: BaseOxmlElement
    width: int

    def between(self, sides: int) -> "Paper":
        """The same page with this much free at the left and at the right of the text, in twentieths of a point."""
        section = deepcopy(self.section)
        for margins in section.xpath("w:pgMar"):
            margins.set(qn("w:left"), str(sides))
            margins.set(qn("w:right"), str(sides))
        return _page(section)


@dataclass(frozen=True)
class About:
    """What surrounds the text: `sender` and `status` in the header, `foot` in the footer, the rest in the file."""

    title: str
    publisher: str
    subject: str
    sender: str = ""
    status: str = ""
    foot: str = ""


@dataclass(frozen=True)
class Template:
    """An opened template. `upright` and `turned`: its two kinds of page; `notes`: the part with the footnotes.

    By the name that people see, in small letters: `ids` of styles, and `looks`, what a style says of its letters.
    `lists`: the numbering of each style of lists.
    """

    document: Document
    upright: Paper
    turned: Paper
    notes: XmlPart
    ids: Mapping[str, str]
    looks: Mapping[str, tuple[BaseOxmlElement, ...]]
    lists: Mapping[str, int]

    def between(self, sides: int) -> "Template":
        """The same with other sides; what stands at the end of a line of text at head and foot goes with them."""
        moved = replace(self, upright=self.upright.between(sides), turned=self.turned.between(sides))
        ends = {str(old.width): str(new.width) for old, new in zip(self.papers, moved.papers, strict=True)}
        for tab in (tab for part in _edges(self.document) for tab in part.element.iter(qn("w:tab"))):
            place = tab.get(qn("w:pos"))
            if place in ends:
                tab.set(qn("w:pos"), ends[place])
        return moved

    @property
    def papers(self) -> tuple[Paper, Paper]:
        """Both kinds of page."""
        return self.upright, self.turned

    def style(self, name: str) -> str:
        """The id of a style."""
        return self.ids[name.casefold()]

    def look(self, name: str) -> dict[str, BaseOxmlElement]:
        """What a style says of its letters, as new elements for a run, by their tags."""
        return {str(item.tag): deepcopy(item) for item in self.looks[name.casefold()]}

    def numbering(self, style: str, *, level: int, start: int) -> str:
        """The number of a new list in a style; one that counts does so from `start` at its level."""
        made = self.document.part.numbering_part.element.add_num(self.lists[style])
        if style == contract.NUMBERS:
            made.add_lvlOverride(ilvl=level).add_startOverride(start)
        return str(made.numId)

    def indent(self, style: str, level: int) -> int:
        """How far the text of a list in a style stands to the right, in twentieths of a point."""
        path = f"w:abstractNum[@w:abstractNumId='{self.lists[style]}']/w:lvl[@w:ilvl='{level}']/w:pPr/w:ind/@w:left"
        return int((self.document.part.numbering_part.element.xpath(path) or ["0"])[0])


def opened(data: bytes, colours: Mapping[str, str]) -> Template:
    """Return the template, emptied, with the `colours` of an agency in the place of others ("#rrggbb").

    Raises TemplateFault.
    """
    try:
        document = docx.Document(io.BytesIO(data))
    except (KeyError, ValueError, SyntaxError, OSError, zipfile.BadZipFile) as error:  # SyntaxError: of XML
        raise TemplateFault("de vorm van een Word-document") from error
    lacks = tuple(_lacks(document))
    if lacks:
        raise TemplateFault(*lacks)
    upright, turned = (_page(section) for section in document.element.body.xpath(".//w:sectPr")[:2])
    document.element.body.clear()
    _forget(document)
    _recolour(document, colours)
    styles = {_name(style).casefold(): style for style in document.styles.element.xpath("w:style")}
    return Template(
        document,
        upright,
        turned,
        _notes(document),
        ids={name: style.get(qn("w:styleId"), "") for name, style in styles.items()},
        looks={name: tuple(style.xpath("w:rPr/*")) for name, style in styles.items()},
        lists={name: _numbering(document, name) for name in _LISTS},
    )


def saved(template: Template, about: About, *, epoch: int) -> bytes:
    """Return the document as a file with the same bytes on every run, dated `epoch` (seconds since 1970, UTC)."""
    words = {SENDER: about.sender, STATUS: about.status, FOOT: about.foot}
    for part in _edges(template.document):
        for control in list(part.element.iter(qn("w:sdt"))):
            _fill(control, words.get(_title(control), ""))
    core = template.document.core_properties
    core._element.clear()  # noqa: SLF001 - there is no other way to drop what the template says of its maker
    core.title, core.subject, core.language = _property(about.title), _property(about.subject), "nl-BE"
    core.author = core.last_modified_by = _property(about.publisher)
    core.created = core.modified = datetime.fromtimestamp(epoch, tz=UTC)
    if about.status:
        core.content_status = _property(about.status)
    target = io.BytesIO()
    template.document.save(target)
    return archive_bytes(unpacked(target.getvalue()), epoch=epoch)


def _property(text: str) -> str:
    """What a property of a file has room for; the document itself has all of it."""
    line = one_line(text)
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"


_LONGEST = 255  # characters: more is refused by python-docx, and cut off by Word


def _recolour(document: Document, colours: Mapping[str, str]) -> None:
    """Give what the styles, headers and footers colour another colour."""
    named = {old.removeprefix("#").casefold(): new.removeprefix("#") for old, new in colours.items()}
    for part in (document.part._styles_part, *_edges(document)):  # noqa: SLF001 - `styles` knows not the whole part
        for element in part.element.iter():
            for key, value in element.attrib.items():
                if key in _COLOURS and value.casefold() in named:
                    element.set(key, named[value.casefold()])


def _lacks(document: Document) -> list[str]:
    """What a document needs and the template has not."""
    names = {_name(style).casefold() for style in document.styles.element.xpath("w:style")}
    lacks = [f"de stijl “{name}”" for name in sorted(contract.all_styles()) if name.casefold() not in names]
    titles = {_title(control) for part in _edges(document) for control in part.element.iter(qn("w:sdt"))}
    lacks += [f"het vak “{name}” in de kop of de voet" for name in (SENDER, STATUS, FOOT) if name not in titles]
    lacks += [f"een nummering in de stijl “{name}”" for name in _LISTS if _numbering(document, name) < 0]
    if len(document.element.body.xpath(".//w:sectPr")) != 2:  # noqa: PLR2004 - upright and turned
        lacks.append("twee soorten pagina’s: eerst staand, dan liggend")
    if not _related(document, RT.FOOTNOTES):
        lacks.append("een voetnoot")
    return lacks


def _numbering(document: Document, style: str) -> int:
    """The numbering that a style has, or -1."""
    number = document.styles.element.xpath(f"w:style[w:name/@w:val='{style}']/w:pPr/w:numPr/w:numId/@w:val")
    path = f"w:num[@w:numId='{number[0]}']/w:abstractNumId/@w:val" if number else "none"
    found = [kind for part in _related(document, RT.NUMBERING) for kind in part.element.xpath(path)]
    return int(found[0]) if found else -1


def _name(style: BaseOxmlElement) -> str:
    return str((style.xpath("w:name/@w:val") or [""])[0])


def _title(control: BaseOxmlElement) -> str:
    title = control.find(f"{qn('w:sdtPr')}/{qn('w:alias')}")
    return "" if title is None else str(title.get(qn("w:val")))


def _page(section: BaseOxmlElement) -> Paper:
    def size(path: str) -> int:
        return int((section.xpath(path) or ["0"])[0])

    sides = size("w:pgMar/@w:left") + size("w:pgMar/@w:right") + size("w:pgMar/@w:gutter")
    return Paper(deepcopy(section), size("w:pgSz/@w:w") - sides)


def _related(document: Document, kind: str) -> list[XmlPart]:
    return [relation.target_part for relation in document.part.rels.values() if relation.reltype == kind]


def _edges(document: Document) -> list[XmlPart]:
    """The headers and footers of every kind of page."""
    return [*_related(document, RT.HEADER), *_related(document, RT.FOOTER)]


def _fill(control: BaseOxmlElement, words: str) -> None:
    """Put words in the place of a content control, with the look of what stood there."""
    run = next(iter(control.iter(qn("w:r"))), None)
    if run is not None and words:
        for child in list(run):
            if child.tag != qn("w:rPr"):
                run.remove(child)
        run.text = one_line(words)
        control.addprevious(run)
    control.getparent().remove(control)


def _forget(document: Document) -> None:
    """Drop the parts and settings that do not belong in a document made from the template."""
    package = document.part.package
    for owner, kept in ((package, {RT.OFFICE_DOCUMENT, RT.CORE_PROPERTIES}), (document.part, _KEPT)):
        for name in [name for name, relation in owner.rels.items() if relation.reltype not in kept]:
            del owner.rels[name]
    for settings in _related(document, RT.SETTINGS):
        settings.rels.clear()
        for element in [item for name in _TRACES for item in settings.element.findall(qn(f"w:{name}"))]:
            settings.element.remove(element)


def _notes(document: Document) -> XmlPart:
    """The part with the footnotes, without those of the specimen; the lines above notes stay."""
    name = next(name for name, relation in document.part.rels.items() if relation.reltype == RT.FOOTNOTES)
    old = document.part.rels[name].target_part
    element = parse_xml(old.blob)
    for note in list(element):
        if note.get(qn("w:type")) is None:
            element.remove(note)
    part = XmlPart(old.partname, old.content_type, element, document.part.package)
    document.part.load_rel(RT.FOOTNOTES, part, name)
    return part
