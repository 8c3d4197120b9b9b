"""How sentences speak of sources and of answers, of which there may be one, more or none.

In: the public corpus. Out: words with the form that goes with that number.
"""

from weerklank.corpus import Corpus, once
from weerklank.kinds import KINDS
from weerklank.wording import capital

_TOLD = {kind.name for kind in KINDS.values() if kind.told}


@once
def several_sources(corpus: Corpus) -> bool:
    """Whether records rest on more than one document: of those whose text is kept, or else of all that are named."""
    uses = corpus.index.uses
    named = [item.id for item in corpus.sources if any(use.by.kind in _TOLD for use in uses.get(item.ref, ()))]
    read = [name for name in named if name in corpus.texts]
    return len(read or named) > 1


def source(corpus: Corpus) -> str:
    """What they are called together: "de bron" or "de bronnen"."""
    return "de bronnen" if several_sources(corpus) else "de bron"


def does(corpus: Corpus, one: str, many: str) -> str:
    """The verb that goes with it."""
    return many if several_sources(corpus) else one


def says(corpus: Corpus, one: str, many: str) -> str:
    """The start of a sentence: "De bron noemt", "De bronnen noemen"."""
    return f"{capital(source(corpus))} {does(corpus, one, many)}"


def answer(corpus: Corpus) -> str:
    """That of the one question there is, "het antwoord"; of more "een antwoord"; of none ""."""
    return {0: "", 1: "het antwoord"}.get(len(corpus.questions), "een antwoord")


def elsewhere(corpus: Corpus) -> str:
    """A sentence about a source that belongs to no answer."""
    found = answer(corpus)
    return f"Deze bron hoort niet bij {found}." if found else "Deze bron komt van elders."
