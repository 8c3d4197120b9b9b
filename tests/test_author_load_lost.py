"""Words, digits and characters that YAML takes away or brings in: nothing goes without a word."""

import pytest

from tests.test_author_load import codes, page
from weerklank.author.load import Plain
from weerklank.messages import MESSAGES


def read(text: str) -> tuple[dict[str, Plain] | None, list[str]]:
    """The data of a record of these lines, and the codes of what was found."""
    record, found = page(text, "content/paginas/x.yaml")
    return (record.data if record else None), codes(found)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("a: {waarde: 23,4, eenheid: procent}", {"waarde": "23,4", "eenheid": "procent"}),
        ("a: {eenheid: procent, waarde: -0,4}", {"eenheid": "procent", "waarde": "-0,4"}),
        ("a: {waarde: 1,200,000}", {"waarde": "1,200,000"}),
        ("a: {waarde: 1.200,50, x: {y: 2,5}}", {"waarde": "1.200,50", "x": {"y": "2,5"}}),
    ],
)
def test_a_comma_between_digits_stays_one_number(line: str, expected: Plain) -> None:
    """Within braces too a decimal comma is a decimal comma."""
    data, found = read(line)
    assert ([], expected) == (found, (data or {}).get("a"))


@pytest.mark.parametrize(
    "line",
    [
        "a: {waarde: 23, 4}",
        'a: {waarde: "23",4}',
        "a: {tekst: 62,3 procent}",
        "a: {plaats: antwoord, alinea 13}",
        "a: {zonder dubbele punt}",
        "a: {b: 1, c: {d: x, y}}",
        "a: {b: [1, 2], c}",
        "a: [3,5 procent, meer]",
        "a: [x, 3,4]",
    ],
)
def test_other_words_behind_a_comma_are_refused(line: str) -> None:
    """A field without a colon, or a number cut in two, is never read as something else."""
    data, found = read(line)
    assert (None, ["L045"]) == (data, found)


@pytest.mark.parametrize("line", ["[2019,2020]", "[2019-06,2020-01]", "[3, 4]", "{b: , c: 1}", "{b: 1,c: 2}"])
def test_ordinary_lists_and_fields_stay(line: str) -> None:
    """Years beside each other, a space behind the comma and a field without value are no fault."""
    assert [] == read(f"a: {line}\n")[1]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("titel: Actie #1: luisteren\n", "#1: luisteren"),
        ("titel: Actie # luisteren\n", "# luisteren"),
        ('titel: "Actie"  #1\n', "#1"),
        ("titel: Actie\n  voor het #2 jaar\n", "#2 jaar"),
        ("titel: | # woorden\n  Actie\n", "# woorden"),
        ("titel: >-  # woorden\n  Actie\n", "# woorden"),
        ("lijst:\n  - een #1\n", "#1"),
        ("lijst:\n  - twee woorden # drie\n", "# drie"),
    ],
)
def test_words_behind_a_hash_are_said(text: str, words: str) -> None:
    """What stands behind # on the line of a value is said, at its place."""
    record, (found,) = page(text, "content/paginas/x.yaml")
    assert record is not None
    assert "L046" == found.code
    assert found.span is not None
    assert words == record.source.slice(found.span)


@pytest.mark.parametrize(
    "text",
    [
        "# op een eigen regel\ntitel: Actie\n",
        "bron: rapport # met reden\nstatus: lopend  # tot in mei\naantal: 12 # geteld\n",
        "titel: Actie#1\n",
        'titel: "Actie #1"\n',
        "titel: |\n  # kop\n  Actie #1\n",
    ],
)
def test_what_is_read_is_not_lost(text: str) -> None:
    """A comment on a line of its own, and a # that is part of the text."""
    assert [] == read(text)[1]


@pytest.mark.parametrize("escape", ["\\u202e", "\\x07", "\\u2066", "\\0", "\\uFEFF", "\\e", "\\b", "\\u2028", "\\N"])
def test_escapes_bring_in_nothing_unseen(escape: str) -> None:
    """A control character or one that turns the direction is refused, also when nobody sees it in the file."""
    assert ["L047"] == read(f'titel: "Actie{escape}"\n')[1]


@pytest.mark.parametrize("text", ['titel: "Actie \\u00e9\\n\\ttwee"\n', "titel: 'C:\\x07'\n"])
def test_escapes_of_letters_are_text(text: str) -> None:
    """A letter, a line or a tab may be escaped; between single quotation marks a backslash is a backslash."""
    assert [] == read(text)[1]


@pytest.mark.parametrize(
    "text",
    [
        "titel: V\nsamenvatting: Een\n  - bron: verslag\n",
        "termen:\ntitel: V\n  - id: gesprek\n",
        "lezers: nee\n  - {wie: Iemand, op: 2020-01-01}\n",
        "titel: V\ntekst: a\n  b: c\n",
    ],
)
def test_a_record_that_cannot_be_read_is_an_error(text: str) -> None:
    """However the line was remarked on before: nothing of the record is there, and that is never a warning."""
    data, found = read(text)
    severities = [MESSAGES[code].severity for code in found]

    assert data is None
    assert ["fout"] == severities
