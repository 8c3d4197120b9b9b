"""What records are called: a title, a path or a slip leads to the id that is there."""

import pytest

from weerklank.author.validate.named import Named

NAMED = Named(
    {
        "bron": {"verslag": "verslag", "verslag-van-het-overleg": "verslag", "rapport": "rapport"},
        "initiatief": {"overleg": "overleg", "rapport": "rapport"},
        "niveau": {"operationeel": "operationeel", "strategisch": "strategisch"},
        "vraag": {"sluizen": "sluizen"},
    },
    {"vraag": {"214": "sluizen"}},
)


@pytest.mark.parametrize(
    ("kind", "text", "hint", "words"),
    [
        ("bron", "Verslag van het overleg", "did_you_mean", "“verslag”"),
        ("bron", "verslag.txt", "did_you_mean", "“verslag”"),
        ("bron", "bronnen/verslag.yaml", "did_you_mean", "“verslag”"),
        ("bron", "Verslagg", "did_you_mean", "“verslag”"),
        ("niveau", "Operationeel niveau", "did_you_mean", "“operationeel”"),
        ("niveau", "operationeel en strategisch", "apart", "[operationeel, strategisch]"),
        ("niveau", "Wat niemand kent", "add_word", "lijsten/niveaus.yaml"),
        ("belanghebbende", "Binnenvaart", "add_word", "lijsten/belanghebbenden.yaml"),
        ("bron", "Notulen van mei", "make", "bronnen/notulen-van-mei.yaml"),
        ("bron", "Het rapport van mei", "did_you_mean", "“rapport”"),
        ("vraag", "nr. 214", "did_you_mean", "“sluizen”"),
        ("vraag", "schriftelijke vraag nr. 214", "did_you_mean", "“sluizen”"),
        ("vraag", "nr. 215", "make", "vragen/nr-215.yaml"),
        ("bron", "Verslag, Rapport", "apart", "[verslag, rapport]"),
        ("bron", "Verslag, Notulen", "apart_some", "“Notulen”"),
        ("bron", "-verslag", "space_after_dash", ""),
    ],
)
def test_a_text_leads_to_the_id_that_is_there(kind: str, text: str, hint: str, words: str) -> None:
    """Where there is none like it, to how it would be written."""
    found = NAMED.hint(kind, text)
    assert found is not None
    shown = (found.arguments.get(name, "") for name in ("woorden", "voorbeeld", "naam"))
    assert (hint, words) == (found.name, next(filter(None, shown), ""))


@pytest.mark.parametrize(
    ("text", "hint", "words"),
    [
        ("overleg", "did_you_mean", "“initiatief:overleg”"),
        ("rapport", "did_you_mean", "“initiatief:rapport” of “bron:rapport”"),
        ("initiatieven:overleg", "did_you_mean", "“initiatief:overleg”"),
        ("bron:Het rapport van 2020", "did_you_mean", "“bron:rapport”"),
        ("Wat dan ook", "example", "wat-dan-ook"),
    ],
)
def test_a_reference_gets_the_kind_that_it_has(text: str, hint: str, words: str) -> None:
    """One that two kinds know is asked about, one that none knows gets an example."""
    found = NAMED.hint_of_any(text)
    assert (hint, words) == (found.name, found.arguments.get("woorden", found.arguments.get("id", "")))
