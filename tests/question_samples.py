"""A question with an annex in which every kind of part occurs, for the tests of questions and annexes."""

from collections.abc import Mapping
from dataclasses import replace

from tests.corpus_samples import INITIATIVE, OTHER, corpus, record
from weerklank.corpus import Corpus
from weerklank.model import Question, Record

Data = Mapping[str, object]

TEXT = """De besturen werden bevraagd in 2016. Ongeveer 66 procent was tevreden.

Er kwam een nieuwsbrief na de bevraging. De aanpak werkt.

Het overleg is jaarlijks. Het overleg is eenmalig."""
"""The stored text of the source that everything cites."""


def cite(words: str, place: str = "antwoord, alinea 1") -> Data:
    """A citation of the answer."""
    return {"bron": "antwoord", "plaats": place, "citaat": words}


PARTS: list[Data] = [
    {"soort": "dekking", "titel": "Leeswijzer"},
    {"soort": "tekst", "titel": "Vooraf", "tekst": "Zie [Bevraging](initiatief:bevraging). Een leemte is geen nul."},
    {"soort": "tekst", "titel": "Het antwoord zelf"},
    {"soort": "wegwijzer", "titel": "Per deel"},
    {"soort": "initiatieven", "titel": "Initiatieven"},
    {"soort": "initiatieven", "titel": "Bevraging in detail", "weergave": "fiches", "selectie": {"ids": "bevraging"}},
    {"soort": "bijsturingen", "titel": "Bijsturingen"},
    {"soort": "bijsturingen", "titel": "Als fiche", "weergave": "fiches"},
    {"soort": "meting", "titel": "Tevredenheid", "meting": "barometer"},
    {"soort": "grafiek", "titel": "Toestand", "grafiek": "bijsturingen-per-toestand"},
    {"soort": "grafiek", "titel": "Wie", "grafiek": "wie-wordt-genoemd"},
    {"soort": "grafiek", "titel": "Wanneer", "grafiek": "initiatieven-in-de-tijd"},
    {"soort": "klachten", "titel": "Klachten"},
    {"soort": "niet_vermeld", "titel": "Leemten"},
    {"soort": "begrippen", "titel": "Woorden"},
    {"soort": "bronnen", "titel": "Bronnen"},
]

SUB_QUESTIONS: list[Data] = [
    {
        "nr": "1",
        "onderwerp": "Laatste meting",
        "tekst": "Wanneer was de laatste meting? Hoe vaak is er een?",
        "delen": [
            {
                "letter": "a",
                "vraag": "Laatste meting",
                "dekking": "deels",
                "reden": "Alleen het jaar.",
                "antwoord": "De laatste was in 2016.",
                "steunt_op": ["meting:barometer", "initiatief:bevraging"],
                "bronnen": [cite("bevraagd in 2016")],
            },
            {"letter": "b", "vraag": "Hoe vaak", "dekking": "niet_vermeld", "reden": "Komt niet voor."},
        ],
    },
    {
        "nr": "2",
        "onderwerp": "Gevolg",
        "tekst": "Wat gebeurde er met de resultaten?",
        "delen": [
            {
                "vraag": "Gevolg",
                "dekking": "volledig",
                "reden": "Het gevolg staat er.",
                "antwoord": "Er kwam een nieuwsbrief.",
                "steunt_op": ["bijsturing:nieuwsbrief"],
                "bronnen": [cite("Er kwam een nieuwsbrief na de bevraging.", "antwoord, alinea 2")],
            }
        ],
    },
]

QUESTION: Data = {
    "id": "tevredenheid",
    "titel": "Tevredenheid",
    "onderwerp": "Tevredenheid over het agentschap",
    "inleiding": "Burgers verwachten veel.\n\nDaarom deze vraag.",
    "deelvragen": SUB_QUESTIONS,
    "lezers": [{"wie": "An Lezer", "op": "2020-03-01"}],
    "beweringen": [{"tekst": "De aanpak werkt.", "door": "het agentschap", "bronnen": [cite("De aanpak werkt.")]}],
    "bijlage": {"titel": "Gegevens over tevredenheid", "status": "ontwerp", "dekking": "openbaar", "onderdelen": PARTS},
    "bronnen": [{"bron": "antwoord"}],
    "tekst": "Het agentschap luistert.\n\n- Ten eerste.\n- Ten tweede.",
}

COMPLETE: Data = {
    "nummer": "379",
    "zittingsjaar": "2019-2020",
    "vraagsteller": "An Janssens",
    "minister": "De Vlaamse minister",
    "datum_gesteld": "2020-02-12",
    "deelvragen": [{**sub, "in_het_kort": "Dat staat er."} for sub in SUB_QUESTIONS],
}
"""The parliamentary fields of the heading, and the sentences of the guide: what makes an annex final."""


def question(**changes: object) -> Question:
    """The question; `changes` replaces author's keys."""
    made = record("vraag", QUESTION, **changes)
    assert isinstance(made, Question)
    return made


def annex(*parts: Data, **changes: object) -> Data:
    """An annex with these parts, or with all."""
    found: Data = {
        "titel": "Gegevens over tevredenheid",
        "status": "ontwerp",
        "dekking": "openbaar",
        "onderdelen": list(parts) or PARTS,
    }
    return {**found, **changes}


def asked(*records: Record, base: str = "", **changes: object) -> Corpus:
    """The small site with the question in it, `changes` to the question, and citations that can be found back."""
    tension = {
        "onderwerp": "Hoe vaak",
        "lezingen": [
            {"bron": cite("jaarlijks", "antwoord, alinea 3")},
            {"bron": cite("eenmalig", "antwoord, alinea 3")},
        ],
    }
    first = record("initiatief", INITIATIVE, bronnen=[cite("De besturen werden bevraagd in 2016.")])
    second = record("initiatief", OTHER, tegenspraken=[tension], bronnen=[cite("Het overleg", "antwoord, alinea 3")])
    found = corpus(first, second, question(**changes), *records, base=base)
    return replace(found, texts={"antwoord": TEXT})
