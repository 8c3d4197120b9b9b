"""What the passages of a stored text are called, in a citation and beside the text."""

import pytest

from weerklank.author.labels import labels, words_of_place
from weerklank.author.quotations import StoredText

TEXT = """VRAAG

Hoe tevreden is men?

ANTWOORD

Men is tevreden. Dit zijn de punten:
- het eerste
- het tweede

https://voorbeeld.example/

Besluit:
Men blijft tevreden.

BIJLAGE

De cijfers
"""
PARTS = (("vraag", "VRAAG"), ("antwoord", "ANTWOORD"), ("bijlage", "BIJLAGE"))


def test_paragraphs_are_numbered_within_their_part() -> None:
    """List items within their paragraph; headings, addresses and parts without paragraphs have no number."""
    assert (
        "vraag, kop boven alinea 1",
        "vraag, alinea 1",
        "antwoord, kop boven alinea 1",
        "antwoord, alinea 1",
        "antwoord, alinea 1.1",
        "antwoord, alinea 1.2",
        "antwoord, adres na alinea 1",
        "antwoord, kop boven alinea 2",
        "antwoord, alinea 2",
        "bijlage",
        "bijlage",
    ) == StoredText(TEXT, PARTS).labels


def test_a_text_that_is_not_divided_is_one_part() -> None:
    """Its labels have no name."""
    assert ("alinea 1", "alinea 1.1", "alinea 1.1.1") == labels(
        [("alinea", "Een."), ("punt", "twee"), ("subpunt", "drie")], ()
    )


@pytest.mark.parametrize(
    ("quotation", "expected"),
    [
        ("Men blijft tevreden", "antwoord, alinea 2"),
        ("het eerste […] het tweede", "antwoord, alinea 1.1 en 1.2"),
        ("de punten: het eerste het tweede", "antwoord, alinea 1 tot 1.2"),
        ("Hoe tevreden is men? […] Men is tevreden", "vraag, alinea 1 en antwoord, alinea 1"),
        ("Besluit: Men blijft", "antwoord, alinea 2"),
        ("De cijfers", "bijlage"),
        ("Men is boos", ""),
    ],
)
def test_a_quotation_is_called_after_its_passages(quotation: str, expected: str) -> None:
    """What a citation prints is what stands beside the text; headings are named only when nothing else is quoted."""
    assert expected == StoredText(TEXT, PARTS).place(quotation)


def test_a_heading_by_itself() -> None:
    """It is found at the paragraph below it."""
    assert "antwoord, kop boven alinea 2" == StoredText(TEXT, PARTS).place("Besluit:")
    assert "alinea 3" == words_of_place(("alinea 1", "alinea 2", "alinea 3"), (3,))


def test_parts_stand_in_the_order_of_the_text() -> None:
    """A part whose first words begin no passage after the one before it is not found."""
    text = StoredText(TEXT, (("antwoord", "ANTWOORD"), ("vraag", "VRAAG"), ("bijlage", "BIJLAGE")))
    assert [True, False, True] == [start is not None for start in text.starts]
