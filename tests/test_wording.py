"""How values read: every rule of Dutch (Belgium) that a page, a table or a chart relies on."""

import ast
import unicodedata
from datetime import date
from decimal import Decimal

import pytest
from babel import Locale
from babel.dates import format_date
from babel.numbers import get_decimal_symbol
from hypothesis import given
from hypothesis import strategies as st

from weerklank.model import NOW, PartialDate, Period, Quantity
from weerklank.project import ROOT
from weerklank.wording import (
    as_sentence,
    capital,
    collate,
    committee,
    counted,
    date_words,
    file_size,
    listing,
    number,
    own_words,
    period_words,
    precision_word,
    quantity_short,
    quantity_words,
    quoted,
    soft_hyphens,
    within,
)

DUTCH = Locale.parse("nl_BE")


def quantity(value: str, unit: str = "", precision: str = "exact") -> Quantity:
    """A quantity as an author writes it."""
    return Quantity.model_validate({"waarde": value, "eenheid": unit, "precisie": precision})


# --- dates -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (PartialDate(2020, 2, 12), "12\u00a0februari 2020"),
        (PartialDate(2020, 3, 1), "1\u00a0maart 2020"),
        (PartialDate(2020, 2), "februari 2020"),
        (PartialDate(2020), "2020"),
        (NOW, "heden"),
    ],
)
def test_dates_say_what_is_known(value: PartialDate, words: str) -> None:
    """A date is written out as precisely as it is known; day and month stay on one line."""
    assert words == date_words(value)


@given(st.dates(min_value=date(1800, 1, 1), max_value=date(2200, 1, 1)))
def test_dates_agree_with_cldr(day: date) -> None:
    """A full date reads as CLDR writes it for Dutch in Belgium, but for the space that binds."""
    words = date_words(PartialDate(day.year, day.month, day.day))
    assert format_date(day, "d MMMM y", locale=DUTCH) == words.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ({"van": "2017"}, "vanaf 2017"),
        ({"van": "2011", "tot": "2016"}, "van 2011 tot 2016"),
        ({"tot": "2016"}, "tot 2016"),
        ({"tot": "heden"}, "tot heden"),
        ({"van": "2019", "tot": "2019"}, "2019"),
        ({"van": "2017", "tot": "heden"}, "sinds 2017"),
        ({"van": "2020-02-12", "tot": "2020-03"}, "van 12\u00a0februari 2020 tot maart 2020"),
        ({"frequentie": "jaarlijks"}, "jaarlijks"),
        ({"frequentie": "jaarlijks", "van": "2011", "tot": "2016"}, "jaarlijks, van 2011 tot 2016"),
        ({"letterlijk": "dit jaar"}, "“dit jaar”"),
        ({"van": "2017", "letterlijk": "een recent initiatief"}, "vanaf 2017, “een recent initiatief”"),
        ({"van": "2025-06-03", "frequentie": "eenmalig"}, "eenmalig, 3\u00a0juni 2025"),
        ({"van": "2025-06-03", "tot": "heden", "frequentie": "eenmalig"}, "eenmalig, sinds 3\u00a0juni 2025"),
    ],
)
def test_periods(period: dict[str, object], words: str) -> None:
    """Frequency, then begin and end, then the words of the source in curly quotes."""
    assert words == period_words(Period.model_validate(period))


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("dit jaar", "“dit jaar”"),
        ("“dit jaar”", "“dit jaar”"),
        ('"dit jaar"', "“dit jaar”"),
        ("in het “jaar” zelf", "“in het ‘jaar’ zelf”"),
        ('in het "jaar" zelf', "“in het ‘jaar’ zelf”"),
        ("“dit” en “dat”", "“‘dit’ en ‘dat’”"),
        ("", "“”"),
    ],
)
def test_quotes_within_quotes(text: str, result: str) -> None:
    """Quoted words get double quotes once; quotes within them become single."""
    assert result == quoted(text)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("De verzonnen minister van Pleinen", "de verzonnen minister van Pleinen"),
        ("Minister van Pleinen", "de minister van Pleinen"),
        ("minister van Pleinen An Janssens", "de minister van Pleinen An Janssens"),
        ("Vlaams minister van Pleinen", "de Vlaams minister van Pleinen"),
        ("Vlaams minister bevoegd voor Pleinen", "de Vlaams minister bevoegd voor Pleinen"),
        ("Minister-president", "de minister-president"),
        ("viceminister-president van Vlaanderen", "de viceminister-president van Vlaanderen"),
        ("staatssecretaris voor Fonteinen", "de staatssecretaris voor Fonteinen"),
        ("Commissie voor Pleinen", "de Commissie voor Pleinen"),
        ("Minister Janssens", "Minister Janssens"),
        ("An Janssens, Vlaams minister van Pleinen", "An Janssens, Vlaams minister van Pleinen"),
        ("Ministerie van Pleinen", "Ministerie van Pleinen"),
        ("Het parlement", "het parlement"),
        ("Commissieleden", "Commissieleden"),
    ],
)
def test_a_role_within_a_sentence_has_its_article(name: str, expected: str) -> None:
    """Typed with or without one; a role before the name of a person, and a name itself, stay as they are."""
    assert expected == within(name)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Cultuur", "de commissie voor Cultuur"),
        ("Commissie voor Pleinen", "de Commissie voor Pleinen"),
        ("De commissie voor Pleinen", "de commissie voor Pleinen"),
        ("de commissie voor Pleinen", "de commissie voor Pleinen"),
        ("de Commissie Pleinen", "de Commissie Pleinen"),
    ],
)
def test_a_committee_within_a_sentence_has_all_its_words(name: str, expected: str) -> None:
    """However an author typed it."""
    assert expected == committee(name)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("op tijd", "Antwoord: op tijd."), ("Binnen de termijn.", "Binnen de termijn."), ("Te laat!", "Te laat!")],
)
def test_words_of_an_author_become_a_sentence(typed: str, expected: str) -> None:
    """With a stop, and with what it is about where it has no capital."""
    assert expected == as_sentence(typed, "Antwoord")


# --- numbers ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "spaces", "points"),
    [
        (0, "0", "0"),
        (999, "999", "999"),
        (1234, "1234", "1234"),
        (Decimal("1234.5"), "1234,5", "1234,5"),
        (12345, "12\u00a0345", "12.345"),
        (Decimal("12345.6789"), "12\u00a0345,6789", "12.345,6789"),
        (1234567, "1\u00a0234\u00a0567", "1.234.567"),
        (Decimal("66.0"), "66,0", "66,0"),
        (Decimal("66.10"), "66,10", "66,10"),
        (-5, "−5", "−5"),
        (-12345, "−12\u00a0345", "−12.345"),
        (Decimal("-0"), "0", "0"),
        (Decimal("1E+3"), "1000", "1000"),
        (Decimal("1E-7"), "0,0000001", "0,0000001"),
    ],
)
def test_numbers(value: Decimal | int, spaces: str, points: str) -> None:
    """A decimal comma; four digits closed up, from five on grouped by three; no digit is added, dropped or rounded."""
    assert (spaces, points) == (number(value), number(value, thousands="punt"))


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15))
def test_numbers_are_exact(value: Decimal) -> None:
    """What is printed can be read back as the very number."""
    back = number(value).replace("\u00a0", "").replace(",", ".").replace("−", "-")
    assert value == Decimal(back)


def test_decimal_comma_agrees_with_cldr() -> None:
    """The decimal mark is the one of CLDR for Dutch in Belgium."""
    assert f"1{get_decimal_symbol(DUTCH)}5" == number(Decimal("1.5"))


@pytest.mark.parametrize("value", ["1E+999999", "1E-999999", "9" * 5000])
def test_enormous_numbers_stay_short(value: str) -> None:
    """A number with an enormous exponent is not written out: it would fill the memory."""
    assert len(number(Decimal(value))) <= 5000


@pytest.mark.parametrize(
    ("item", "words", "short"),
    [
        (quantity("66", "procent", "ongeveer"), "ongeveer 66\u00a0procent", "66%"),
        (quantity("85", "%"), "85\u00a0procent", "85%"),
        (quantity("180", "experten", "minstens"), "minstens 180\u00a0experten", "180\u00a0experten"),
        (quantity("2", "procentpunt"), "2\u00a0procentpunt", "2\u00a0procentpunt"),
        (quantity("12"), "12", "12"),
        (quantity("14600.5", "euro"), "€\u00a014\u00a0600,50", "€\u00a014\u00a0600,50"),
        (quantity("1234", "EUR", "hoogstens"), "hoogstens €\u00a01234", "€\u00a01234"),
        (quantity("0,5", "€"), "€\u00a00,50", "€\u00a00,50"),
        (quantity("1234567890123456789012345678901.5", "euro"),)
        + ("€\u00a01.234.567.890.123.456.789.012.345.678.901,50".replace(".", "\u00a0"),) * 2,
        (quantity("12.3450", "euro"), "€\u00a012,3450", "€\u00a012,3450"),
        (quantity("12500", "inwoners"), "12\u00a0500\u00a0inwoners", "12\u00a0500\u00a0inwoners"),
    ],
)
def test_quantities(item: Quantity, words: str, short: str) -> None:
    """In a sentence with precision word and unit; in a table short, the percent sign closed up."""
    assert (words, short) == (quantity_words(item), quantity_short(item))


def test_quantities_follow_the_setting() -> None:
    """The grouping of thousands is one setting for both forms."""
    item = quantity("12500", "inwoners")
    assert ("12.500\u00a0inwoners", "12.500") == (
        quantity_words(item, thousands="punt"),
        quantity_short(item, thousands="punt", said="inwoners"),
    )
    amount = quantity("1234.5", "euro")
    assert ("€\u00a01.234,50",) * 2 == (
        quantity_words(amount, thousands="punt"),
        quantity_short(amount, thousands="punt"),
    )


PRINTERS = ("number", "quantity_words", "quantity_short", "scale_words")


def test_every_number_follows_the_setting() -> None:
    """What prints a figure of a record says how thousands are grouped; only a share can do without."""
    without: dict[str, list[str]] = {}
    for folder in ("facts", "document", "site"):
        for path in sorted((ROOT / "weerklank" / folder).rglob("*.py")):
            calls = (node for node in ast.walk(ast.parse(path.read_bytes())) if isinstance(node, ast.Call))
            found = [call for call in calls if isinstance(call.func, ast.Name) and call.func.id in PRINTERS]
            bare = [ast.unparse(call) for call in found if "thousands" not in [item.arg for item in call.keywords]]
            if bare:
                without[path.relative_to(ROOT).as_posix()] = bare

    assert {
        "weerklank/document/sentences.py": ["quantity_words(part.share)"],
        "weerklank/facts/divisions.py": ["number(found)", "number(together)", "number(found)"],
        "weerklank/facts/results.py": ["number(sum(parts, Decimal(0)))"],
    } == without


@pytest.mark.parametrize(
    ("value", "unit", "precision", "literal", "said"),
    [
        ("215600", "euro", "exact", "€ 215.600", ""),
        ("215600", "euro", "exact", "€ 215 600", ""),
        ("78.1", "procent", "exact", "78,1%", ""),
        ("78.1", "procent", "exact", "78,1 procent", ""),
        ("66", "procent", "ongeveer", "Ongeveer 66 procent", ""),
        ("66", "procent", "ongeveer", "66%", "66%"),
        ("66", "procent", "exact", "twee op de drie", "twee op de drie"),
        ("66", "procent", "exact", "", ""),
    ],
)
def test_words_that_say_no_more_are_not_said_again(
    value: str, unit: str, precision: str, literal: str, said: str
) -> None:
    """The words of a source stand behind a figure where they differ from it."""
    item = Quantity.model_validate({"waarde": value, "eenheid": unit, "precisie": precision, "letterlijk": literal})
    assert said == own_words(item)


def test_a_unit_that_is_said_once_is_not_repeated() -> None:
    """A number in the unit that its table names stands bare; one in another unit keeps its own."""
    assert ("180", "2\u00a0dagen", "66%") == (
        quantity_short(quantity("180", "experten"), said="experten"),
        quantity_short(quantity("2", "dagen"), said="experten"),
        quantity_short(quantity("66", "procent"), said="procent"),
    )


def test_an_exact_figure_has_no_precision_word() -> None:
    """Only what the source says vaguely gets a word for it."""
    assert ("", "ongeveer") == (precision_word(quantity("1")), precision_word(quantity("1", "", "ongeveer")))


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, "0\u00a0delen"), (1, "1\u00a0deel"), (6, "6\u00a0delen"), (12000, "12\u00a0000\u00a0delen")],
)
def test_counts(count: int, words: str) -> None:
    """One is singular, everything else plural; number and word stay together."""
    assert words == counted(count, "deel", "delen")


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (0, "0 bytes"),
        (1, "1 byte"),
        (494, "494 bytes"),
        (999, "999 bytes"),
        (1000, "1 kB"),
        (5150, "5,2 kB"),
        (9949, "9,9 kB"),
        (9950, "10 kB"),
        (174_800, "175 kB"),
        (999_499, "999 kB"),
        (999_500, "1 MB"),
        (1_300_000, "1,3 MB"),
        (2_000_000_000, "2 GB"),
        (12_345_000_000_000, "12 345 GB"),
    ],
)
def test_file_sizes(size: int, words: str) -> None:
    """Decimal units, one decimal below ten, never `1000 kB`."""
    assert words == file_size(size).replace("\u00a0", " ")


# --- sentences -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("items", "words"),
    [([], ""), (["a"], "a"), (["a", "b"], "a en b"), (["a", "b", "c"], "a, b en c")],
)
def test_listings(items: list[str], words: str) -> None:
    """Commas, and a word before the last; no comma before it."""
    assert words == listing(iter(items))


def test_listing_with_or() -> None:
    """The last word can be chosen."""
    assert "a, b of c" == listing(("a", "b", "c"), last="of")


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("dit is zo", "Dit is zo"),
        ("ijzer smeden", "IJzer smeden"),
        ("’s avonds", "’s Avonds"),
        ("'t is zo", "'t Is zo"),
        ("12 delen", "12 delen"),
        ("“heerlijk helder” is klaar", "“heerlijk helder” is klaar"),
        ("élan", "Élan"),
        ("", ""),
    ],
)
def test_capital(text: str, result: str) -> None:
    """Words within quotation marks are the source's and stay as they are."""
    assert result == capital(text)


@given(st.text())
def test_capital_changes_the_beginning_only(text: str) -> None:
    """Everything after the first letters is kept."""
    assert text.casefold() == capital(text).casefold()


# --- order -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "ordered",
    [
        ["Aalst", "Één dienst", "eenheid", "Eenheid en meer"],
        ["deel 2", "deel 10", "deel 010", "delen"],
        ["2 delen", "aanbod"],
        ["bestuur", "bestuur en burgers", "bestuurlijk"],
        ["de Rand", "deel", "dienst"],
        ["gras", "“Heerlijk Helder”", "Inburgering"],
        ["ijs", "Ĳzer", "ik"],
        ["t", "’t Hof", "thuis"],
        ["e mail", "e-mail", "email"],
    ],
)
def test_alphabetical_order(ordered: list[str]) -> None:
    """Word by word, numbers as numbers, case, accents and quotation marks do not count, articles do."""
    ranks = [collate(text)[0] for text in ordered]
    assert sorted(ranks) == ranks
    assert sorted(ordered, key=collate) == sorted(sorted(ordered), key=collate)


def test_ij_is_two_letters() -> None:
    """The ligature sorts as i and j, and ij stands between ii and ik."""
    assert ["ii", "ĳ", "ik"] == sorted(["ik", "ii", "ĳ"], key=collate)


@given(st.lists(st.text()))
def test_order_is_total(texts: list[str]) -> None:
    """Any two texts can be compared, and only equal texts have equal keys."""
    assert len(set(texts)) == len({collate(text) for text in sorted(texts, key=collate)})


# --- soft hyphens ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "parts"),
    [
        ("Tevredenheidsbarometer", "Tevredenheids|barometer"),
        ("Belanghebbendenmanagement", "Belanghebbenden|management"),
        ("klanttevredenheidsonderzoek", "klant|tevredenheids|onderzoek"),
        ("Toegankelijkheidsverklaring", "Toegankelijkheids|verklaring"),
        ("Dienstverleningsprocessen in Vlaanderen", "Dienst|verlenings|processen in Vlaanderen"),
        ("communicatiestrategie", "communicatie|strategie"),
        ("Heerlijk Helder", "Heerlijk Helder"),
        ("ondernemingsplan", "ondernemingsplan"),
        ("verantwoordelijkheid", "verantwoordelijkheid"),
        ("https://voorbeeld.be/klanten", "https://voorbeeld.be/klanten"),
    ],
)
def test_soft_hyphens_stand_at_seams(title: str, parts: str) -> None:
    """Only long compounds may break, and only between their parts."""
    assert parts == soft_hyphens(title).replace("\u00ad", "|")


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("klanttevredenheidsonderzoeksverslagen", "klant|tevredenheids|onderzoeksverslagen"),
        (
            "hottentottententententoonstellingenbezoekersaantallen",
            "hottentottentententen|toonstellingenbezoe|kersaantallen",
        ),
        ("x" * 51, f"{'x' * 24}|{'x' * 22}|{'x' * 5}"),
    ],
)
def test_a_piece_of_a_word_has_a_most(word: str, parts: str) -> None:
    """A piece without a seam breaks between syllables, and one without these where it must; no end is a stump."""
    assert parts == soft_hyphens(word, most=24).replace("\u00ad", "|")


@given(st.text(alphabet=st.sampled_from("heidsmetingsonderzoekplan dienst"), max_size=80))
def test_soft_hyphens_keep_the_words(title: str) -> None:
    """Nothing but soft hyphens is added, each five letters or more from both ends of its word."""
    marked = soft_hyphens(title)
    assert title == marked.replace("\u00ad", "")
    for word in marked.split():
        parts = word.split("\u00ad")
        assert len(parts) == 1 or min(len(parts[0]), len(parts[-1])) >= 5


@given(st.text())
def test_words_are_normal_text(text: str) -> None:
    """No function here makes characters that are not text."""
    for result in (capital(text), quoted(text), soft_hyphens(text)):
        assert {char for char in result if unicodedata.category(char) == "Cn"} <= set(text)
