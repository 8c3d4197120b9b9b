"""What every sheet is made with: the values of a record as facts, each under the label of its field.

In: the public corpus. Out: `Frame`, which words values and names places. It lays nothing out.
"""

from dataclasses import dataclass

from markupsafe import Markup

from weerklank.corpus import Corpus
from weerklank.document.parts import Fact, Link, Said, record_link, said
from weerklank.markup import block, inline
from weerklank.model import Absence, LeftOut, Part, Record, Ref
from weerklank.model.fields import field_of
from weerklank.wording import listing, soft_hyphens

USED_IN = "Gebruikt in"


@dataclass(frozen=True)
class Frame:
    """Where a sheet will stand. `corpus`: the records that it refers to.

    `prefix`: what its ids begin with where more sheets stand on one page, else "".
    """

    corpus: Corpus
    prefix: str = ""

    def id(self, name: str) -> str:
        """The id of a place on the sheet."""
        return f"{self.prefix}-{name}" if self.prefix else name

    def fact(self, part: Part, name: str, *, label: str = "", note: str = "") -> tuple[Fact, ...]:
        """The value of a field under its label; () where an optional field is empty. An absence is a value.

        `label`: instead of that of the field; `note`: a remark beside the value.
        """
        field, value = field_of(part, name), getattr(part, name)
        if value is None or value in ("", ()) or isinstance(value, LeftOut):
            return ()
        return (Fact(label or field.label, said(self.corpus, value, field), inline(note)),)

    def facts(self, part: Part, *names: str) -> tuple[Fact, ...]:
        """The values of these fields, in this order."""
        return tuple(fact for name in names for fact in self.fact(part, name))

    def prose(self, value: str | Absence, name: str) -> Markup:
        """Markdown of an author as blocks; of an absence its reason, or else what its state means."""
        if isinstance(value, Absence):
            return self.paragraph(value.reason or value.state.definition)
        return block(value, prefix=self.id(name))

    def led(self, label: str, value: str | Absence, name: str) -> Markup:
        """The same, its first paragraph after a label in bold."""
        lead, html = Markup("<b>{}:</b> ").format(label), self.prose(value, name)
        begun = html.replace(Markup("<p>"), Markup("<p>") + lead, 1)
        return begun if begun.startswith("<p>") else Markup("<p>{}</p>").format(lead) + html

    def paragraph(self, text: str) -> Markup:
        """One line of text as a paragraph."""
        return Markup("<p>{}</p>").format(inline(text))

    def used_in(self, record: Record) -> tuple[Fact, ...]:
        """The parts of written questions whose answer rests on a record."""
        index, places = self.corpus.index, dict[str, list[str]]()
        for use in index.resting.get(record.ref, ()):
            places.setdefault(use.question, []).append(f"{use.number}{use.letter}")
        links = []
        for question, parts in places.items():
            ref = Ref("vraag", question)
            word = "deelvraag" if len(parts) == 1 else "deelvragen"
            links.append(
                record_link(self.corpus, ref, text=f"{soft_hyphens(index.card(ref).title)}, {word} {listing(parts)}")
            )
        return (Fact(USED_IN, Said(Markup(""), links=tuple(links))),) if links else ()

    def named_by(self, ref: Ref) -> tuple[Link, ...]:
        """The records that refer to this one, each once; a page of prose is not a record."""
        names = dict.fromkeys(use.by for use in self.corpus.index.uses.get(ref, ()) if use.by.kind != "pagina")
        return tuple(record_link(self.corpus, by) for by in names)
