"""The words of lists that a folder need not have: what these say while no author has begun one.

In: a kind of words. Out: its `Vocabulary`. `migrate` writes the same words out, so that an author can change them.
"""

from collections.abc import Mapping
from types import MappingProxyType

from weerklank.kinds import Kind
from weerklank.model.reference import Term, Vocabulary

USUAL: Mapping[str, tuple[tuple[str, str], ...]] = MappingProxyType(
    {
        "niveau": (
            ("strategisch", "Over de strategie of het beleid van de organisatie."),
            ("operationeel", "Over de dienstverlening of de uitvoering."),
            ("intern", "Met of over de eigen medewerkers."),
        ),
        "bijsturingssoort": (
            ("toelichting", "Uitleg over regels, cijfers of keuzes."),
            ("werkwijze", "De dienst werkt anders dan voorheen."),
            ("uitwisseling", "Mensen komen samen om kennis of ervaring te delen."),
            ("product", "Een hulpmiddel, document of toepassing, nieuw of aangepast."),
            ("beleid", "Beleid of regels, nieuw of aangepast."),
            ("communicatie", "De dienst communiceert anders, of met anderen."),
            ("opleiding", "Een opleiding of vorming."),
        ),
        "bronsoort": (
            ("parlementair-antwoord", "Een antwoord van een minister aan het parlement."),
            ("rapport", "Een verslag, studie of nota."),
            ("regelgeving", "Een decreet, besluit, omzendbrief of reglement."),
            ("webpagina", "Een pagina op het internet."),
            ("dataset", "Een verzameling gegevens."),
        ),
    }
)
"""Kind -> the id and the definition of each word, in the order in which they stand."""


def is_usual(kind: str, name: str) -> bool:
    """Whether a word is one of the usual ones, so that a sentence knows how it bends; an agency's own can be any."""
    return any(name.lower() == word for word, _ in USUAL[kind])


def usual_list(kind: Kind) -> Vocabulary:
    """The list of a kind as long as no author has begun it; empty where the program has no words for it.

    Made without validation, which asks for at least one word.
    """
    terms = tuple(
        Term.model_validate({"id": name, "naam": name.replace("-", " "), "omschrijving": meaning})
        for name, meaning in USUAL.get(kind.name, ())
    )
    return Vocabulary.model_construct(id=kind.folder, title=kind.heading, order="lijst", terms=terms)
