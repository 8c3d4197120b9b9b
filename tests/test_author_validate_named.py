"""What records are called: a title, a path or a slip leads to the id that is there."""

import pytest

from weerklank.author.validate.named import Named

NAMED = Named(
    {
        "bron": {"verslag": "verslag", "verslag-van-het-overleg": "verslag", "rapport": "rapport"},
        "initiatief": {"overleg": "overleg", "rapport": "rapport"},
        "niveau": {"operationeel": "operationeel"},
    }
)


@pytest.mark.parametrize(
    ("kind", "text", "hint", "words"),
    [
        ("bron", "Verslag van het overleg", "did_you_mean", "“verslag”"),
        ("bron", "verslag.txt", "did_you_mean", "“verslag”"),
        ("bron", "bronnen/verslag.yaml", "did_you_mean", "“verslag”"),
        ("bron", "Verslagg", "did_you_mean", "“verslag”"),
        ("niveau", "Operationeel niveau", "did_you_mean", "“operationeel”"),
        ("vorm", "Enquête", "did_you_mean", "“enquete”"),
        ("bron", "Verslag, Rapport", "apart", "[verslag, rapport]"),
        ("bron", "-verslag", "space_after_dash", ""),
    ],
)
def test_a_text_leads_to_the_id_that_is_there(kind: str, text: str, hint: str, words: str) -> None:
    """Where there is none like it, to how it would be written."""
    found = NAMED.hint(kind, text)
    assert found is not None
    assert (hint, words) == (found.name, found.arguments.get("woorden", found.arguments.get("voorbeeld", "")))


@pytest.mark.parametrize(
    ("text", "hint", "words"),
    [
        ("overleg", "did_you_mean", "“initiatief:overleg”"),
        ("rapport", "did_you_mean", "“initiatief:rapport” of “bron:rapport”"),
        ("initiatieven:overleg", "did_you_mean", "“initiatief:overleg”"),
        ("meting:tevredenheid van 2020", "did_you_mean", "“meting:tevredenheid-van-2020”"),
        ("Wat dan ook", "example", "wat-dan-ook"),
    ],
)
def test_a_reference_gets_the_kind_that_it_has(text: str, hint: str, words: str) -> None:
    """One that two kinds know is asked about, one that none knows gets an example."""
    found = NAMED.hint_of_any(text)
    assert (hint, words) == (found.name, found.arguments.get("woorden", found.arguments.get("id", "")))
