"""Signs that Markdown takes for marks: what was typed is what is read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.test_markup import text_of
from weerklank.markup import block, plain


def words(html: str) -> str:
    """What a page shows, on one line."""
    return " ".join(text_of(block(html, prefix="t")).replace("\u00a0", " ").split())


@pytest.mark.parametrize(
    "text",
    [
        "> 65 jaar is de doelgroep.",
        ">65 jaar",
        "De prijs is 5*3*2 euro.",
        "2016. Dat was het laatste jaar.",
        "12. Dat was er een.",
        "+ 12 procent meer",
        "- 5 graden",
        "#1 in de lijst",
        "Zin.\n+ 3 punten",
        "4. Eerst\n\nen dan",
    ],
)
def test_signs_and_numbers_stay(text: str) -> None:
    """A sign or a number at the start of a line, or between digits, is read as it was typed."""
    assert " ".join(text.split()) == words(text)
    assert " ".join(text.split()) == " ".join(plain(text).split())


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Drie dingen:\n- a\n- b", "<p>Drie dingen:</p><ul><li>a</li><li>b</li></ul>"),
        ("Zin:\n1. een\n2. twee", "<p>Zin:</p><ol><li>een</li><li>twee</li></ol>"),
        ("- a\n  - b\n    - c\n- d", "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li><li>d</li></ul>"),
        ("1. een\n   - a\n2. twee", "<ol><li>een<ul><li>a</li></ul></li><li>twee</li></ol>"),
        ("- a\n\n  nog\n- b", "<ul><li><p>a</p><p>nog</p></li><li><p>b</p></li></ul>"),
        ("3. derde\n4. vierde", '<ol start="3"><li>derde</li><li>vierde</li></ol>'),
        ("    ingesprongen **woord**", "<p>ingesprongen <strong>woord</strong></p>"),
        ("> van een ander", "<blockquote><p>van een ander</p></blockquote>"),
        ("## Kop\n- a", '<h3 id="t-kop">Kop</h3><ul><li>a</li></ul>'),
        ("- 5 dit\n- 6 dat", "<ul><li>5 dit</li><li>6 dat</li></ul>"),
        ("- a\n- b\n\nTekst.", "<ul><li>a</li><li>b</li></ul><p>Tekst.</p>"),
    ],
)
def test_lists_are_read_as_commonmark_does(text: str, html: str) -> None:
    """Without a blank line before them, nested by two spaces; a single number or sign begins none."""
    assert html == block(text, prefix="t").replace("\n", "")


_SIGNS = ("", "- ", "* ", "+ ", "1. ", "2. ", "17. ", "> ", ">", "# ", "#")
_WORDS = ("woord", "66 procent", "5*3*2", "een twee", "7")
_LINES = st.lists(
    st.tuples(st.sampled_from(("", "  ", "    ", "      ")), st.sampled_from(_SIGNS), st.sampled_from(("", *_WORDS))),
    max_size=8,
)


@given(_LINES)
def test_no_word_of_a_line_is_lost(lines: list[tuple[str, str, str]]) -> None:
    """Whatever signs stand before it and however it is indented, every word and number is on the page, in order."""
    text = "\n".join(f"{indent}{sign}{content}" if content else "" for indent, sign, content in lines)
    typed = [word for _, _, content in lines for word in content.split()]
    shown = [word.lstrip(">#") for word in words(text).split()]

    assert typed == [word for word in shown if word in {part for item in _WORDS for part in item.split()}]
