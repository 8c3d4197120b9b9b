"""Pages of text: prose of authors, the accessibility statement, the disclaimer, and the page for a wrong address.

In: the public corpus. Out: `ProsePage` views.
"""

from dataclasses import dataclass

from markupsafe import Markup

from weerklank import addresses
from weerklank.corpus import Corpus
from weerklank.document.parts import Fact, Quote, quotes, words
from weerklank.markup import block
from weerklank.model import Citation, Page
from weerklank.site.ending import all_citations
from weerklank.site.shell import Head, head
from weerklank.wording import date_words


@dataclass(frozen=True)
class ProsePage:
    """Prose: the `body`, then sections with a fragment and a title each."""

    head: Head
    body: Markup
    sections: tuple[tuple[str, str, Markup], ...]
    facts: tuple[Fact, ...]
    sources: tuple[Quote, ...]


def prose_page(corpus: Corpus, page: Page) -> ProsePage:
    """A page that authors wrote; the page about the site also carries mission, vision and contact."""
    sections: tuple[tuple[str, str, Markup], ...] = ()
    cited: tuple[Citation, ...] = ()
    facts: tuple[Fact, ...] = ()
    if page.id == "over":
        sections, cited, facts = _about(corpus)
    return ProsePage(
        head(corpus, path=f"{page.id}.html", title=page.title, lead=page.summary),
        block(page.body, prefix="tekst", base=2),
        sections,
        facts,
        quotes(corpus, (*all_citations(page), *cited)),
    )


def _about(corpus: Corpus) -> tuple[tuple[tuple[str, str, Markup], ...], tuple[Citation, ...], tuple[Fact, ...]]:
    organisation = corpus.organisation
    sections = []
    cited: list[Citation] = []
    for key, title, statement in (("missie", "Missie", organisation.mission), ("visie", "Visie", organisation.vision)):
        if statement is not None:
            items = Markup("").join(Markup("<li>{}</li>").format(point) for point in statement.points)
            body = Markup('<p class="quote">“{}”</p>').format(statement.text)
            sections.append(
                (key, title, body + (Markup('<ul class="quote">{}</ul>').format(items) if items else Markup("")))
            )
            cited += statement.citations
    for index, remark in enumerate(organisation.remarks, start=1):
        if index == 1:
            title = f"Wat {organisation.abbreviation} over zichzelf zegt"
            body = Markup("").join(Markup('<p class="quote">“{}”</p>').format(r.text) for r in organisation.remarks)
            sections.append(("over-zichzelf", title, body))
        cited += remark.citations
    contact = organisation.contact
    facts = [Fact("Dienst", words(contact.name))]
    facts += [Fact("Mail", words(contact.email))] if contact.email else []
    facts += [Fact("Adres", words(contact.address))] if contact.address else []
    facts += [Fact("OVO-code", words(organisation.ovo))] if organisation.ovo else []
    return tuple(sections), tuple(cited), tuple(facts)


COMPLIANCE = {
    "volledig": "Deze website voldoet volledig aan de toegankelijkheidseisen van het Bestuursdecreet.",
    "gedeeltelijk": "Deze website voldoet gedeeltelijk aan de toegankelijkheidseisen van het Bestuursdecreet.",
    "niet": "Deze website voldoet niet aan de toegankelijkheidseisen van het Bestuursdecreet.",
}


def accessibility_page(corpus: Corpus) -> ProsePage:
    """The accessibility statement with the five parts of the law, all from configuration."""
    item = corpus.organisation.accessibility
    reviewed = f" Ze is laatst herzien op {date_words(item.reviewed)}." if item.reviewed else ""
    drawn_up = f"Deze verklaring is opgesteld op {date_words(item.drawn_up)}.{reviewed}\n\n{item.method}"
    texts = (
        ("naleving", "Nalevingsstatus", COMPLIANCE[item.compliance]),
        ("niet-toegankelijk", "Niet-toegankelijke inhoud", item.not_accessible),
        ("waarom", "Waarom dat zo is", item.why),
        ("alternatieven", "Alternatieven", item.alternatives),
        ("opstelling", "Opstelling van deze toegankelijkheidsverklaring", drawn_up),
        ("feedback", "Feedback en contactgegevens", item.feedback),
        ("handhaving", "Handhavingsprocedure", item.enforcement),
    )
    sections = tuple((key, title, block(text, prefix=key)) for key, title, text in texts)
    lead = (
        f"{corpus.organisation.name} streeft ernaar zijn websites toegankelijk te maken, in overeenstemming met het"
        " Bestuursdecreet van 7 december 2018."
    )
    return ProsePage(
        head(corpus, path=addresses.ACCESSIBILITY, title="Toegankelijkheidsverklaring", lead=lead),
        Markup(""),
        sections,
        (),
        (),
    )


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
        block(corpus.organisation.disclaimer, prefix="disclaimer"),
        (("hergebruik", "Hergebruik", block(reuse, prefix="hergebruik")),),
        (),
        (),
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
        Markup(""),
        (),
        (),
        (),
    )
