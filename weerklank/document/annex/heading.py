"""The first and the last thing in an annex: the heading in the form of the parliament, and the colophon.

In: the public corpus and a question. Out: pieces in which every missing field is a visible placeholder.
"""

from dataclasses import dataclass

from weerklank import addresses
from weerklank.corpus import Corpus
from weerklank.data.table import Table
from weerklank.document.blocks import Facts
from weerklank.document.parts import Fact, said, words
from weerklank.markup import inline
from weerklank.model import Absence, Annex, PartialDate, Question
from weerklank.wording import date_words, listing


@dataclass(frozen=True)
class Clause:
    """Some words of a sentence; `missing`: they stand for a field that is not filled in."""

    text: str
    missing: bool = False


@dataclass(frozen=True)
class Attachment:
    """A file that travels inside the PDF: one table as csv or json, or all tables as a workbook."""

    name: str
    ending: str
    tables: tuple[Table, ...]
    description: str


@dataclass(frozen=True)
class Edition:
    """Where an annex comes from: a hash over the data, the version of the program. `final`: it is being frozen."""

    data_hash: str
    version: str
    final: bool = False


def _piece(value: str | PartialDate | Absence, name: str) -> Clause:
    if isinstance(value, Absence):
        return Clause(f"[{name} nog in te vullen]", missing=True)
    return Clause(date_words(value) if isinstance(value, PartialDate) else value)


def _fields(question: Question) -> tuple[tuple[str, str | PartialDate | Absence], ...]:
    """The fields of the heading; what is known only once the answer is out (its date, its term) cannot hold it back."""
    return (
        ("nummer", question.number),
        ("zittingsjaar", question.session_year),
        ("datum", question.asked_on),
        ("vraagsteller", question.asker),
        ("minister", question.minister),
    )


def formula(question: Question) -> tuple[Clause, ...]:
    """`bij het antwoord op schriftelijke vraag nr. 12 (2019-2020) van 3 maart 2020 van … aan …`."""
    number, year, date, asker, minister = (_piece(value, name) for name, value in _fields(question))
    return (
        Clause("bij het antwoord op schriftelijke vraag nr. "),
        number,
        Clause(" ("),
        year,
        Clause(") van "),
        date,
        Clause(" van "),
        asker,
        Clause(" aan "),
        minister,
    )


def twin(corpus: Corpus, question: Question) -> Clause:
    """The address of the same annex as a web page."""
    base = corpus.organisation.site.base_url.rstrip("/")
    if not base:
        return Clause("[adres nog in te vullen]", missing=True)
    return Clause(f"{base}/{addresses.annex(question.id, 'html')}")


def as_of(annex: Annex) -> Clause:
    """The date of the data."""
    return _piece(annex.as_of, "datum")


def missing(corpus: Corpus, question: Question) -> tuple[str, ...]:
    """What must be filled in before the annex can be final."""
    found = [name for name, value in _fields(question) if isinstance(value, Absence)]
    found += ["toestand op"] if question.annex is None or as_of(question.annex).missing else []
    found += ["webadres"] if twin(corpus, question).missing else []
    return tuple(found)


def is_draft(corpus: Corpus, question: Question) -> bool:
    """Whether the annex is a draft: its record says so, or something is missing."""
    return question.annex is None or question.annex.status == "ontwerp" or bool(missing(corpus, question))


def colophon(corpus: Corpus, question: Question, attachments: tuple[Attachment, ...], origin: Edition) -> Facts:
    """Who publishes, of which state, made of what, with what inside."""
    organisation = corpus.organisation
    contact = organisation.contact
    reach = [piece for piece in (contact.name, contact.address, contact.email, contact.url) if piece]
    lacks = missing(corpus, question)
    state = "Definitief" if origin.final or not is_draft(corpus, question) else "Ontwerp"
    lacking = f". Nog in te vullen: {listing(lacks)}." if lacks else "."
    licence = organisation.licence
    facts = (
        Fact("Uitgegeven door", words(organisation.name)),
        Fact("Contact", words(", ".join(dict.fromkeys(reach)))),
        Fact("Toestand", words(state + lacking)),
        Fact("Gegevens van", words(as_of(question.annex).text if question.annex else "")),
        Fact("Ook als webpagina", words(twin(corpus, question).text)),
        Fact("Antwoord van", said(corpus, question.answered_on)),
        Fact("Termijn van het antwoord", said(corpus, question.term)),
        Fact("Vraag bij het parlement", said(corpus, question.url)),
        Fact("Ingesloten gegevens", words(_inside(attachments))),
        Fact("Gemaakt met", words(f"Weerklank {origin.version}")),
        Fact("Gegevensversie", words(origin.data_hash), inline("SHA-256 over de gegevens van deze bijlage.")),
        Fact("Licentie", words(f"[{licence.name}]({licence.url})"), inline(licence.text)),
    )
    return Facts("Gegevens over deze bijlage", facts)


def _inside(attachments: tuple[Attachment, ...]) -> str:
    workbooks = [item.name for item in attachments if item.ending == "xlsx"]
    names = list(dict.fromkeys(item.tables[0].name for item in attachments if item.ending != "xlsx"))
    pieces = [f"{listing(workbooks)} met alle tabellen"] if workbooks else []
    pieces += [f"elke tabel ook als csv en json: {listing(names)}"] if names else []
    return f"{'; '.join(pieces)}." if pieces else "Geen."


def attach(question: Question, tables: tuple[Table, ...]) -> tuple[Attachment, ...]:
    """One workbook with every table, then each table as csv and json, by name."""
    if not tables:
        return ()
    book = Attachment(f"bijlage-{question.id}.xlsx", "xlsx", tables, "Alle tabellen van deze bijlage")
    rest = tuple(
        Attachment(f"{table.name}.{ending}", ending, (table,), f"{table.title}, als {ending}")
        for table in tables
        for ending in ("csv", "json")
    )
    return (book, *rest)
