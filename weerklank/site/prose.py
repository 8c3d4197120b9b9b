"""Pages of text: prose of authors, the accessibility statement, the disclaimer, and the page for a wrong address.

In: the public corpus. Out: `ProsePage` views.
"""

from dataclasses import dataclass

from markupsafe import Markup

from weerklank import addresses
from weerklank.corpus import Corpus
from weerklank.document.blocks import Block, Prose, Section
from weerklank.document.entries import Bullets
from weerklank.document.illustrations import story
from weerklank.document.numbering import NO_SOURCES, Sources, sources_of
from weerklank.document.parts import NOTHING, Fact, Link, Said, words
from weerklank.document.sheets.ending import checked_words
from weerklank.kinds import KINDS
from weerklank.markup import block, inline
from weerklank.model import ChangeNote, Organisation, Page, Statement
from weerklank.order import last_first
from weerklank.site.shell import Head, head
from weerklank.wording import capital, date_words, listing


@dataclass(frozen=True)
class ProsePage:
    """Prose: the `body`, then sections, `facts` to reach the agency by, the sources of all that, and corrections.

    `checked`: when somebody last looked at it, in words, or "".
    """

    head: Head
    body: tuple[Block, ...]
    sections: tuple[Section, ...] = ()
    facts: tuple[Fact, ...] = ()
    sources: Sources = NO_SOURCES
    changes: tuple[ChangeNote, ...] = ()
    checked: str = ""


def prose_page(corpus: Corpus, page: Page) -> ProsePage:
    """A page that authors wrote; the page about the site also carries mission, vision and contact."""
    about = page.id == "over"
    organisation = corpus.organisation
    said = (organisation.mission, organisation.vision, organisation.remarks, organisation.open_lists) if about else ()
    return ProsePage(
        head(corpus, path=f"{page.id}.html", title=page.title, lead=page.summary, is_copied=True),
        story(corpus, page, prefix="tekst", base=2),
        _about(organisation) if about else (),
        _contact(organisation) if about else (),
        sources_of(corpus, (page, *said)),
        last_first(page.changes),
        checked_words(page),
    )


def _about(organisation: Organisation) -> tuple[Section, ...]:
    """What the agency says of itself, in its own words."""
    named = (
        ("missie", "Missie", (organisation.mission,)),
        ("visie", "Visie", (organisation.vision,)),
        ("over-zichzelf", f"Wat {organisation.abbreviation} over zichzelf zegt", organisation.remarks),
    )
    found = ((key, title, tuple(item for item in said if item is not None)) for key, title, said in named)
    sections = tuple(
        Section(key, title, tuple(part for item in said for part in _literally(item)))
        for key, title, said in found
        if said
    )
    return (*sections, *_examples(organisation))


def _examples(organisation: Organisation) -> tuple[Section, ...]:
    """Which lists the source itself calls open."""
    lists = listing(KINDS[item.kind].plural for item in organisation.open_lists)
    sentence = Markup("<p>Van {} noemt de bron voorbeelden: er kan meer zijn.</p>").format(lists)
    return (Section("voorbeelden", "Voorbeelden", (Prose(sentence),)),) if lists else ()


def _literally(said: Statement) -> tuple[Block, ...]:
    words = Prose(Markup("<p>“{}”</p>").format(said.text), literal=True)
    return (words, Bullets(tuple(inline(point) for point in said.points), "quote")) if said.points else (words,)


def _contact(organisation: Organisation) -> tuple[Fact, ...]:
    contact = organisation.contact
    known = (
        ("Dienst", contact.name, ""),
        ("Mail", contact.email, f"mailto:{contact.email}"),
        ("Adres", contact.address, ""),
        ("Website", contact.url, contact.url),
        ("OVO-code", organisation.ovo, ""),
    )
    return tuple(
        Fact(term, Said(NOTHING, links=(Link(value, url=url),)) if url else words(value))
        for term, value, url in known
        if value
    )


def accessibility_page(corpus: Corpus) -> ProsePage:
    """The accessibility statement: the parts and sentences of the model of Decision (EU) 2018/1523, from configuration.

    The norm is the one that Decision (EU) 2021/1339 names.
    """
    item = corpus.organisation.accessibility
    drawn_up = date_words(item.drawn_up)
    made = f"Deze verklaring is opgesteld en voor het laatst herzien op {drawn_up}."
    if item.reviewed:
        reviewed = date_words(item.reviewed)
        made = f"Deze verklaring is opgesteld op {drawn_up}, en voor het laatst herzien op {reviewed}."
    complies = (
        f"Deze website voldoet {item.compliance} aan de toegankelijkheidseisen van het Bestuursdecreet: die van de "
        f"norm EN 301 549 (v3.2.1), met de WCAG 2.1 op niveau AA{_LACKS[item.compliance]}."
    )
    texts = (
        ("naleving", "Nalevingsstatus", complies),
        ("niet-toegankelijk", "Niet-toegankelijke inhoud", item.not_accessible),
        ("waarom", "Waarom dat zo is", item.why),
        ("alternatieven", "Alternatieven", item.alternatives),
        ("opstelling", "Opstelling van deze toegankelijkheidsverklaring", f"{made}\n\n{item.method}"),
        ("feedback", "Feedback en contactgegevens", item.feedback),
        ("handhaving", "Handhavingsprocedure", item.enforcement),
    )
    sections = tuple(
        Section(key, title, (Prose(block(text, prefix=key)),)) for key, title, text in (*texts, *_elsewhere(corpus))
    )
    lead = (
        f"{capital(corpus.organisation.with_article)} streeft ernaar zijn websites toegankelijk te maken, in"
        " overeenstemming met het Bestuursdecreet van 7 december 2018. Deze toegankelijkheidsverklaring is van"
        f" toepassing op {corpus.organisation.site.name}: de webpagina’s, de bijlagen in pdf en Word, en de"
        " gegevens in werkboeken en tabellen."
    )
    return ProsePage(
        head(corpus, path=addresses.ACCESSIBILITY, title="Toegankelijkheidsverklaring", lead=lead),
        (),
        sections,
    )


_LACKS = {
    "volledig": "",
    "gedeeltelijk": ". Wat nog niet voldoet, staat hieronder",
    "niet": ". Wat niet voldoet, staat hieronder",
}


def _elsewhere(corpus: Corpus) -> tuple[tuple[str, str, str], ...]:
    """What pages load from another site, if anything: key, title and text."""
    flanders = corpus.organisation.flanders
    if not flanders.host:
        return ()
    text = (
        f"Op elke pagina laadt de browser {flanders.name} van {flanders.host.removeprefix('https://')}. Wat daar "
        "staat, hoe toegankelijk het is en welke cookies het plaatst, bepaalt die dienst, niet deze website. Zonder "
        "die dienst werkt deze website ook: haar eigen kop en voet staan er dan nog."
    )
    return (("elders", "Wat van een andere site komt", text),)


def disclaimer_page(corpus: Corpus) -> ProsePage:
    """Disclaimer and the terms of reuse."""
    licence = corpus.organisation.licence
    reuse = f"{licence.text}\n\n[{licence.name}]({licence.url})"
    return ProsePage(
        head(
            corpus,
            path=addresses.DISCLAIMER,
            title="Disclaimer",
            lead="Wat u van deze site mag verwachten, en wat u met de gegevens mag doen.",
        ),
        (Prose(block(corpus.organisation.disclaimer, prefix="disclaimer")),),
        (Section("hergebruik", "Hergebruik", (Prose(block(reuse, prefix="hergebruik")),)),),
    )


def not_found_page(corpus: Corpus) -> ProsePage:
    """The page for an address that is not there."""
    return ProsePage(
        head(
            corpus,
            path=addresses.NOT_FOUND,
            title="Deze pagina bestaat niet",
            lead="",
            description="Deze pagina bestaat niet.",
            silent=True,
        ),
        (),
    )
