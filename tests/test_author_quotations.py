"""A source cut into passages reads like the document, and a quotation is found where it stands or not at all."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import voorbeeld_site
from weerklank.author.quotations import StoredText, fold, folded_with_places, split


def find(text: str, quotation: str) -> tuple[int, ...] | None:
    """The passages of a text in which a quotation stands."""
    return StoredText(text).find(quotation)


def spans(text: str, quotation: str) -> tuple[tuple[int, int, int], ...]:
    """Where exactly."""
    return StoredText(text).spans(quotation)


def nearest(text: str, quotation: str) -> str:
    """What looks most like it."""
    return StoredText(text).nearest(quotation)


ROOT = Path(__file__).resolve().parent.parent
STORED = [
    *sorted((voorbeeld_site.CONTENT / "bronnen").glob("*.txt")),
    *(
        pytest.param(path, marks=pytest.mark.source_document)
        for path in sorted((ROOT / "content" / "bronnen").glob("*.txt"))
    ),
]
"""Every text that is stored: of the example agency, and the source document as it came out of its PDF."""

LETTER = """\
 Dienst Water  -  Jaarlijks overzicht

De dienst luistert naar\u00a0burgers en \n\
besturen. Dat doet hij op vele manieren en -
momenten.

Missie van de dienst:
De dienst zorgt voor “helder water”.

Wij doen dat door:

\uf0b7 te meten wat er stroomt,

wat er staat en
wat er valt;
\uf0b7 te luisteren over

o het water
o de oevers,
met hun dijken

\uf0b7 66 procent te halen.

https://voorbeeld.be/overzicht.pdf

De dienst wil ook de missie en

\fde visie uitdragen, zonder geïntegreerde 1.234,5 meters.
 Het volgende deel begint op een nieuwe pagina.

BIJLAGE
"""


def bare(text: str) -> str:
    """Every character of a text but white space and bullets."""
    return "".join(char for char in text if not char.isspace() and char not in "\uf0b7\u00ad")


# --- splitting -------------------------------------------------------------------------------------------------------


def test_a_letter_reads_like_the_letter() -> None:
    """Titles, paragraphs, items and sub-items; what a page break cut in two is one passage again."""
    assert [
        ("titel", "Dienst Water - Jaarlijks overzicht"),
        ("alinea", "De dienst luistert naar burgers en besturen. Dat doet hij op vele manieren en -momenten."),
        ("titel", "Missie van de dienst:"),
        ("alinea", "De dienst zorgt voor “helder water”."),
        ("alinea", "Wij doen dat door:"),
        ("punt", "te meten wat er stroomt, wat er staat en wat er valt;"),
        ("punt", "te luisteren over"),
        ("subpunt", "het water"),
        ("subpunt", "de oevers, met hun dijken"),
        ("punt", "66 procent te halen."),
        ("alinea", "https://voorbeeld.be/overzicht.pdf"),
        ("alinea", "De dienst wil ook de missie en de visie uitdragen, zonder geïntegreerde 1.234,5 meters."),
        ("alinea", "Het volgende deel begint op een nieuwe pagina."),
        ("titel", "BIJLAGE"),
    ] == [(passage.kind, passage.text) for passage in split(LETTER)]


@pytest.mark.parametrize("end", [".”", "!”", "?»", ".)", "…’", '."'])
def test_a_sentence_that_ends_in_a_quotation_is_no_heading(end: str) -> None:
    """A short paragraph that closes a quoted sentence is a paragraph; quoted words alone are not."""
    assert ["alinea", "alinea", "titel"] == [
        passage.kind for passage in split(f"De ouders zeiden het{end}\n\nDe begeleiders ook{end}\n\nWat “klaar” is")
    ]


def test_passages_are_numbered_from_one() -> None:
    """Numbers follow one another; the anchor is the number with a letter before it."""
    passages = split(LETTER)
    assert list(range(1, len(passages) + 1)) == [passage.number for passage in passages]
    assert [f"p{passage.number}" for passage in passages] == [passage.anchor for passage in passages]


@pytest.mark.parametrize("path", STORED, ids=lambda path: path.stem)
def test_no_word_of_a_stored_source_is_lost(path: Path) -> None:
    """The passages of each stored source hold all of its words, in order, and each begins and ends at its offsets."""
    text = path.read_text(encoding="utf-8")
    passages = split(text)
    marks = [passage for passage in passages if passage.kind == "subpunt"]
    assert len(bare(text)) - len(marks) == len(bare("".join(passage.text for passage in passages)))
    assert [bare(passage.text) for passage in passages] == [
        bare(text[passage.start : passage.end]) for passage in passages
    ]


@pytest.mark.parametrize("path", STORED, ids=lambda path: path.stem)
def test_a_paragraph_ends_in_a_closing_mark(path: Path) -> None:
    """In a stored source no paragraph stops in the middle of a sentence: a page break does not cut a passage."""
    cut = [
        passage.text
        for passage in split(path.read_text(encoding="utf-8"))
        if passage.kind == "alinea"
        and passage.text.rstrip("”’")[-1] not in ".?!:;"
        and not passage.text.startswith("http")
    ]
    assert [] == cut


@given(
    st.lists(st.sampled_from(["een", "Twee", "drie.", "\uf0b7 ", "o ", "- ", "\n", "\n\n", "\f", " ", ":", "é\u00ad"]))
)
def test_no_word_is_ever_lost(parts: list[str]) -> None:
    """Whatever the order of words, bullets and breaks: passages do not overlap and hold every word."""
    text = "".join(parts)
    passages = split(text)
    words = {word for word in ("een", "Twee", "drie") if word in text}
    assert all(any(word in passage.text for passage in passages) for word in words)
    assert sum(text.count(word) for word in words) == sum(p.text.count(word) for p in passages for word in words)
    edges = [edge for passage in passages for edge in (passage.start, passage.end)]
    assert sorted(edges) == edges


@given(st.text())
def test_any_text_can_be_split(text: str) -> None:
    """No text is an error; a passage is never empty and has no white space at its ends."""
    assert all(passage.text and passage.text == passage.text.strip() for passage in split(text))


def test_nothing_has_no_passages() -> None:
    """White space alone is no passage."""
    assert () == split(" \n\n\f ")


@pytest.mark.parametrize("line", ["o jee, dat was niets.", "o Wat nu?"])
def test_a_word_o_is_no_bullet(line: str) -> None:
    """Outside a list a line may begin with the word o."""
    assert ["alinea"] == [passage.kind for passage in split(f"Er was eens een dienst,\n{line}")]


def test_a_dash_within_a_sentence_is_no_bullet() -> None:
    """A line that begins with a dash in the middle of a sentence goes on with it; after a colon it begins an item."""
    assert ["alinea"] == [passage.kind for passage in split("het geheel\n- zeer groot - zorgt ervoor")]
    assert ["alinea", "punt", "punt"] == [
        passage.kind for passage in split("Wij doen dit:\n- het eerste\n- het tweede")
    ]


# --- folding ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“helder” water", '"helder"  water'),
        ("thema’s", "thema's"),
        ("2019–2024", "2019-2024"),
        ("niveau – zorgt", "niveau - zorgt"),
        ("en -\nzorg", "en -zorg"),
        ("netwerker…", "netwerker..."),
        ("klant\u00adtevreden", "klanttevreden"),
        ("\uf0b7 het water", "het water"),
        ("gei\u0308ntegreerd", "geïntegreerd"),
        ("een\u00a0twee\tdrie\n", "een twee drie"),
        ("oﬃcieel", "officieel"),
    ],
)
def test_equal_when_folded(one: str, other: str) -> None:
    """Typography, line ends and the traces of a PDF do not make words differ."""
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("Helder", "helder"), ("een", "één"), ("a b", "ab"), ("1,5", "1.5")])
def test_different_when_folded(one: str, other: str) -> None:
    """Case, accents, spaces between words and decimal marks are part of the words."""
    assert fold(one) != fold(other)


SIGNS = " \t\n\u00a0\u2009-–−\u00ad\u200b\u200d\ufeff\uf0b7•…ﬁ“’aZ1.é"
PLAIN = st.text(st.sampled_from(SIGNS) | st.characters(exclude_categories=["Mn", "Mc", "Me", "Cs"]))
ACCENTED = st.text(st.sampled_from(f"{SIGNS}\u0301\u0308\u20d7\u05b0"))


@given(PLAIN | ACCENTED)
def test_folding_at_once_is_folding_character_by_character(text: str) -> None:
    """As places need it, or all at once: the same, with any space, sign or accent."""
    assert folded_with_places(text)[0] == fold(text)


@given(PLAIN | ACCENTED)
def test_every_folded_character_has_its_place(text: str) -> None:
    """In order, within the text, and never without anything that it stands for."""
    folded, places = folded_with_places(text)
    assert len(folded) == len(places)
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert [start for start, _ in places] == sorted(start for start, _ in places)


@given(st.text())
def test_folding_is_done_once(text: str) -> None:
    """Folded text stays as it is."""
    assert fold(text) == fold(fold(text))


# --- finding ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("quotation", "numbers"),
    [
        ("luistert naar burgers en besturen", (2,)),
        ("manieren en -momenten", (2,)),
        ("manieren en - momenten", (2,)),
        ('"helder water"', (4,)),
        ("wat er stroomt, wat er staat en wat er valt", (6,)),
        ("te luisteren over het water de oevers", (7, 8, 9)),
        ("te luisteren over o het water o de oevers", (7, 8, 9)),
        ("\uf0b7 te meten wat er stroomt", (6,)),
        ("De dienst […] besturen", (2,)),
        ("De dienst [...] valt", (4, 6)),
        ("[…] burgers […]", (2,)),
        ("missie en de visie", (12,)),
        ("gei\u0308ntegreerde", (12,)),
        ("1.234,5", (12,)),
        ("BIJLAGE", (14,)),
    ],
)
def test_quotations_that_stand_in_the_text(quotation: str, numbers: tuple[int, ...]) -> None:
    """A quotation is found across lines, pages and items; an elision stands for any words, pieces keep their order."""
    assert numbers == find(LETTER, quotation)


@pytest.mark.parametrize(
    "quotation",
    [
        "luistert naar alle burgers",
        "de Dienst luistert",
        "besturen […] luistert",
        "6 procent",
        "66 procen",
        "234,5",
        "1.234",
        "1.23",
        "dienst luister",
        "",
        "   ",
        "[…]",
    ],
)
def test_quotations_that_do_not(quotation: str) -> None:
    """Other words, other case, other order, half words, half numbers and nothing at all are not found."""
    assert None is find(LETTER, quotation)


def test_spans_mark_the_literal_words() -> None:
    """Each span cuts the quoted words out of the passage as shown; the pieces around an elision stay close together."""
    passages = split(LETTER)

    def marked(quotation: str) -> list[str]:
        return [passages[number - 1].text[start:end] for number, start, end in spans(LETTER, quotation)]

    assert ["“helder water”"] == marked('"helder water"')
    assert ["wat er staat", "valt"] == marked("wat er staat […] valt")
    assert ["dienst", "wil ook"] == marked("dienst […] wil ook")
    assert ["te luisteren over", "het water"] == marked("te luisteren over het water")
    assert [12] == [number for number, _, _ in spans(LETTER, "geïntegreerde")]


def test_spans_keep_accents_and_dots_whole() -> None:
    """A letter with a loose accent and an ellipsis are marked as a whole."""
    text = "Zo gei\u0308ntegreerde\u0301 … dat"
    assert ["gei\u0308ntegreerde\u0301", "…"] == [
        split(text)[0].text[start:end] for piece in ("geïntegreerdé", "...") for _, start, end in spans(text, piece)
    ]


WORDS = st.lists(st.sampled_from("de dienst zorgt “voor” water - en 12 procent. 1,5 … Zo is 't".split()), min_size=1)


@given(WORDS, st.data())
def test_what_stands_there_is_found(words: list[str], data: st.DataObject) -> None:
    """Any run of whole words of a passage is found, and the marked words are those words."""
    text = "Het begin " + " ".join(words)
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    quotation = " ".join(words[start:end])
    shown = {passage.number: passage.text for passage in split(text)}
    marked = " ".join(shown[number][begin:stop] for number, begin, stop in spans(text, quotation))
    assert fold(quotation).strip("- ") == fold(marked).strip("- ")


@given(st.text(), st.text())
def test_any_quotation_can_be_asked(text: str, quotation: str) -> None:
    """No pair of texts is an error, and spans lie inside their passages."""
    passages = split(text)
    for number, start, end in spans(text, quotation):
        assert 0 <= start < end <= len(passages[number - 1].text)
    nearest(text, quotation)


@pytest.mark.parametrize("path", STORED, ids=lambda path: path.stem)
def test_every_passage_is_found_in_its_source(path: Path) -> None:
    """A passage quoted as shown is found at its own number, or at an earlier one with the same words."""
    text = path.read_text(encoding="utf-8")
    for passage in split(text):
        found = find(text, passage.text)
        assert found is not None
        assert found[0] <= passage.number


# --- nearest ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("quotation", "hint"),
    [
        ("de dienst luistert naar de burgers en besturen", "De dienst luistert naar burgers en besturen. Dat"),
        ("wat er stroomt, wat er stond", "wat er stroomt, wat er staat"),
        ("67 procent te halen", "66 procent te halen."),
        ("volstrekt andere woorden", ""),
        ("", ""),
    ],
)
def test_the_hint_is_what_looks_most_alike(quotation: str, hint: str) -> None:
    """The hint is as long as the quotation and in the words of the source; without likeness there is none."""
    assert hint == nearest(LETTER, quotation)


def test_an_empty_source_has_no_hint() -> None:
    """There is nothing to point at."""
    assert nearest("", "iets") == ""
