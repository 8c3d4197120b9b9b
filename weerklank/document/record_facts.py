"""The short facts of a record, in the order in which a page and an annex print them.

In: the public corpus and a record. Out: `Fact` values.
"""

from weerklank.corpus import Corpus
from weerklank.document.parts import Fact, said, words
from weerklank.model import Absence, Initiative
from weerklank.model.fields import word_of


def initiative_facts(corpus: Corpus, item: Initiative) -> tuple[Fact, ...]:
    """The short facts of an initiative; absences are printed, never left out."""
    status = item.status if isinstance(item.status, Absence) else word_of(item, "status")
    fields = words("verschillende of alle") if item.policy_fields == "alle" else said(corpus, item.policy_fields)
    return (
        Fact("Wanneer", said(corpus, item.period)),
        Fact("Stand van zaken", said(corpus, status)),
        Fact("Vorm", said(corpus, item.forms)),
        Fact("Rol", said(corpus, item.roles)),
        Fact("Beleidsveld", fields),
        Fact("Doel", said(corpus, item.purpose)),
        Fact("Uitkomst", said(corpus, item.outcome)),
    )
