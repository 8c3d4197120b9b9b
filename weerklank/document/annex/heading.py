"""The frame around the parts of an annex: the heading in the form of the parliament, its dates, and the colophon.

In: the public corpus and a question. Out: pieces in which every missing field is a visible placeholder.
"""

import re
from dataclasses import dataclass

from markupsafe import Markup

from weerklank import addresses
from weerklank.author.load import FieldPath
from weerklank.corpus import Corpus
from weerklank.data.table import Table
from weerklank.document.blocks import Prose
from weerklank.document.parts import NOTHING
from weerklank.facts.questions import called
from weerklank.kinds import ORGANISATION
from weerklank.markup import inline
from weerklank.model import Absence, AbsenceKey, Annex, PartialDate, Question, said_absent
from weerklank.model.fields import field_of
from weerklank.states import UNFILLED
from weerklank.wording import as_sentence, capital, committee, date_words, listing, within


@dataclass(frozen=True)
class Clause:
    """Some words of a sentence; `missing`: they stand for a field that is not filled in."""

    text: str
    missing: bool = False


@dataclass(frozen=True)
class Hole:
    """Something without which an annex is a draft: its name, and where an author fills it in.

    `kind`: "vraag" or "organisatie"; `path`: the field in that record.
    """

    name: str
    kind: str
    path: FieldPath


@dataclass(frozen=True)
class Attachment:
    """A file that travels inside the PDF: one table as csv or json, or all tables as a workbook."""

    name: str
    ending: str
    tables: tuple[Table, ...]
    description: str


Value = str | PartialDate | Absence | tuple[str, ...]
"""What a field of the heading holds."""


def clause(value: Value | None, name: str) -> Clause:
    """A field as words; one without a value as what still has to come in its place, under this name."""
    if value is None or isinstance(value, Absence):
        return Clause(f"[{name} nog in te vullen]", missing=True)
    if isinstance(value, tuple):
        return Clause(listing(map(within, value)))
    if name == "nummer" and isinstance(value, str):
        return Clause(_SHORT.sub("", value))
    return Clause(date_words(value) if isinstance(value, PartialDate) else value)


def _fields(question: Question) -> tuple[tuple[str, Value], ...]:
    """The fields of the heading; what is known only once the answer is out (its date, its term) cannot hold it back."""
    return (
        ("nummer", question.number),
        ("zittingsjaar", question.session_year),
        ("datum", question.asked_on),
        ("vraagsteller", question.askers),
        ("minister", question.ministers),
    )


_SHORT = re.compile(r"^nr\.?\s*", re.IGNORECASE)
"""What an author may have typed before a number; the sentence around it has that already."""


def formula(question: Question, *, title: str = "", final: bool = False) -> tuple[Clause, ...]:
    """`bij het antwoord op schriftelijke vraag nr. 12 (2019-2020) van 3 maart 2020 van … aan …`, by its kind.

    Under a title that says of which answer it is, it begins with the question: nothing is said twice. `final`: what is
    not known is left out, because nobody fills it in any more.
    """
    before = {"nummer": " nr. ", "zittingsjaar": " (", "datum": " van ", "vraagsteller": " van ", "minister": " aan "}
    told = _OF_ANSWER.search(title)
    found = [Clause(capital(called(question).one) if told else f"bij het antwoord op {called(question).one}")]
    for name, value in _fields(question):
        if not _beside_the_point(value) and not (final and isinstance(value, Absence)):
            found += (Clause(before[name]), clause(value, name), *((Clause(")"),) if name == "zittingsjaar" else ()))
    return (*found, Clause(f", in {committee(question.committee)}")) if question.committee else tuple(found)


_OF_ANSWER = re.compile(r"\bantwoord(?: op\b|$)", re.IGNORECASE)


def running(question: Question, *, title: str, final: bool) -> str:
    """What stands at the head of a page: the title, and the question unless its number is in there: "vraag nr. 12"."""
    number = question.number
    if isinstance(number, str) and re.search(rf"(?<!\d){re.escape(clause(number, 'nummer').text)}(?!\d)", title):
        return title
    return f"{title}, {_question(question, final=final)}"


def _question(question: Question, *, final: bool) -> str:
    short, number = called(question).short, question.number
    if _beside_the_point(number) or (final and isinstance(number, Absence)):
        return short
    return f"{short} nr. {clause(number, 'nummer').text}"


def _beside_the_point(value: Value) -> bool:
    """Whether there is no such thing: some kinds of question have no number."""
    return isinstance(value, Absence) and value.key is AbsenceKey.NOT_APPLICABLE


def twin(corpus: Corpus, question: Question) -> Clause:
    """The address of the same annex as a web page."""
    base = corpus.organisation.site.base_url.rstrip("/")
    if not base:
        return Clause("[adres nog in te vullen]", missing=True)
    return Clause(f"{base}/{addresses.annex(question.id, 'html')}")


def as_of(annex: Annex, *, final: bool = False) -> Clause:
    """The date of the data; of a final annex without one, that there is none."""
    if final and isinstance(annex.as_of, Absence):
        return Clause(annex.as_of.state.word if said_absent(annex.as_of) else UNFILLED)
    return clause(annex.as_of, "datum")


_OF_QUESTION = ("number", "session_year", "asked_on", "askers", "ministers")


def missing(corpus: Corpus, question: Question) -> tuple[Hole, ...]:
    """What must be filled in before the annex can be final."""
    names = zip(_OF_QUESTION, _fields(question), strict=True)
    found = [
        Hole(name, question.KIND.name, (field_of(question, attribute).key,))
        for attribute, (name, value) in names
        if isinstance(value, Absence) and not _beside_the_point(value)
    ]
    if question.annex is None or as_of(question.annex).missing:
        found.append(Hole("toestand op", question.KIND.name, ("bijlage", "toestand_op")))
    if question.annex is not None and any(part.kind == "wegwijzer" for part in question.annex.parts):
        found += [
            Hole(f"in het kort van deelvraag {sub.number}", question.KIND.name, ("deelvragen", place))
            for place, sub in enumerate(question.sub_questions)
            if sub.in_short is None
        ]
    if twin(corpus, question).missing:
        found.append(Hole("webadres", ORGANISATION, ("site",)))
    return tuple(found)


def is_draft(corpus: Corpus, question: Question) -> bool:
    """Whether the annex is a draft: its record says so, or something is missing."""
    return question.annex is None or question.annex.status == "ontwerp" or bool(missing(corpus, question))


def dates(question: Question, *, final: bool = False) -> tuple[Clause, ...]:
    """Of which day the data are (`toestand_op`), and of which day the answer is where that is another.

    Nothing is said of either that is not recorded. An annex becomes `final` before its answer leaves: without the day
    of the answer it says that of its data alone.
    """
    state = question.annex.as_of if question.annex else None
    given = state if isinstance(state, PartialDate) else None
    if given is None and final:
        how = as_of(question.annex, final=True).text if question.annex else UNFILLED
        made: tuple[Clause, ...] = (Clause(f"Van welke dag de gegevens zijn, is {how}"),)
    else:
        word = "op" if given is None or given.day else "in"
        made = (Clause(f"Wat hier staat, is de toestand {word} "), clause(given, "datum"))
    if given is not None and given == question.answered_on:
        return (*made, Clause(", de datum van het antwoord."))
    answered = clause(question.answered_on, "datum")
    if final and answered.missing:
        return (*made, Clause("."))
    return (*made, Clause(". Het antwoord is van "), answered, Clause("."))


def colophon(corpus: Corpus, question: Question, attachments: tuple[Attachment, ...], *, final: bool) -> Prose:
    """Who publishes, in which state, with what inside: a few lines."""
    organisation = corpus.organisation
    contact = organisation.contact
    mail = _link(f"mailto:{contact.email}", contact.email) if contact.email else NOTHING
    web = _link(contact.url, contact.url) if contact.url else NOTHING
    reach = Markup(", ").join(filter(None, (inline(contact.name), inline(contact.address), mail, web)))
    lacks = [hole.name for hole in missing(corpus, question)]
    state = "Definitief" if final or not is_draft(corpus, question) else "Ontwerp"
    lacking = f", {'niet ingevuld' if final else 'nog in te vullen'}: {listing(lacks)}" if lacks else ""
    address = twin(corpus, question)
    page = inline(address.text) if address.missing else _link(address.text, address.text)
    twins = NOTHING if final and address.missing else Markup(" Ook als webpagina: {}.").format(page)
    url = question.url
    asked = NOTHING if isinstance(url, Absence) else Markup(" De vraag bij het parlement: {}.").format(_link(url, url))
    term = (
        "" if isinstance(question.term, Absence) else f" {as_sentence(question.term, field_of(question, 'term').label)}"
    )
    licence = organisation.licence
    lines = (
        Markup("Uitgegeven door {}. Contact: {}.").format(organisation.with_article, reach),
        Markup("{}{}.{}{}{}").format(state, lacking, term, asked, twins),
        Markup("Ingesloten gegevens: {}").format(_inside(attachments)),
        Markup("Licentie: {}. {}").format(_link(licence.url, licence.name), inline(licence.text)),
    )
    return Prose(Markup("").join(Markup("<p>{}</p>").format(line) for line in lines))


def _link(address: str, text: str) -> Markup:
    return Markup('<a href="{}">{}</a>').format(address, text)


def _inside(attachments: tuple[Attachment, ...]) -> str:
    workbooks = [item.name for item in attachments if item.ending == "xlsx"]
    names = list(dict.fromkeys(item.tables[0].name for item in attachments if item.ending != "xlsx"))
    pieces = [f"{listing(workbooks)} met alle tabellen"] if workbooks else []
    pieces += [f"{listing(names)}, elk als csv en json"] if names else []
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
