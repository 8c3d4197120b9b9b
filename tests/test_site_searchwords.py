"""The words of a text as a reader types them."""

import pytest

from weerklank.site.searchwords import STOP, closed, fold, tails, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ongeveer 66 procent", "ongeveer 66 procent"),
        ("66% en € 4,25", "66 procent euro 4,25"),
        ("48 250 euro, 48.250 of 48250", "48250 euro 48250 48250"),
        ("1.234.567 en 12.345,60", "1234567 12345,60"),
        ("van 2019-2024, op 1.2.2026", "2019 2024 1 2 2026"),
        ("vraag 12 2024", "vraag 12 2024"),
        ("Eén geïntegreerd café", "geintegreerd cafe"),
        ("foto’s en foto's, ’s avonds", "foto foto avonds"),
        ("e-loket, C++, plan B", "loket plan"),
        ("BBC-tools, wissel-leren", "bbc tools wissel leren"),
        ("wat is de responsgraad", "responsgraad"),
        ("", ""),
    ],
)
def test_the_words_of_a_text(text: str, expected: str) -> None:
    """Without accents and capitals; a figure is one word however it is grouped, a sign a word, a lone letter none."""
    assert expected.split() == list(words(fold(text)))


def test_stop_words_are_words() -> None:
    """Each is one as texts are split: another could never be left out."""
    assert sorted(set(STOP.split())) == STOP.split()
    assert [] == [word for word in STOP.split() if fold(word) != word or not word.isalpha()]


def test_a_hyphen_may_be_left_out() -> None:
    """What is written with a hyphen is also found as one word."""
    assert ["wisselleren", "nietlimitatief"] == list(closed("wissel-leren is niet-limitatief - of niet"))


@pytest.mark.parametrize(
    ("word", "known", "expected"),
    [
        ("klanttevredenheidsonderzoek", "klant tevredenheid onderzoek", "tevredenheidsonderzoek onderzoek"),
        ("pleinpeiling", "plein", "peiling"),
        ("pleinpeiling", "peiling", "peiling"),
        ("netwerkmomenten", "momenten", "momenten"),
        ("gemeenten", "gemeente", ""),
        ("barometer", "baro", "meter"),
        ("kort", "kort", ""),
        ("bbc2020tools", "tools", ""),
    ],
)
def test_a_compound_has_later_parts(word: str, known: str, expected: str) -> None:
    """Where a word of the texts ends, with or without a linking letter, or begins; four letters at least."""
    assert expected.split() == list(tails(word, set(known.split())))
