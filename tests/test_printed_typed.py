"""What an author types as a number or a date is what is printed, or the author is told at that line what to do.

Every field of the model that holds one, in every way of writing a record, with every way of typing a number or a date
that somebody thought of: a new field is held to it by itself, a new way is a line here.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import canaries
from tests.followed_tips import obey
from tests.printed_reading import page, words
from tests.printed_site import DAY
from tests.test_properties import TEMPLATES
from tests.typed_places import LAYOUTS, ON_A_LINE, Place, places
from weerklank.author.load import load
from weerklank.author.validate import validate
from weerklank.author.validate.fields import type_records
from weerklank.corpus import Corpus, collect, public
from weerklank.findings import Finding, Severity
from weerklank.model import PartialDate, Quantity, Record
from weerklank.model.fields import ValueShape, walk
from weerklank.model.numbers import readings
from weerklank.site.record import record_page
from weerklank.text import Span

NUMBERS = places(ValueShape.NUMBER, ValueShape.QUANTITY)
DATES = places(ValueShape.DATE)

AS_NUMBERS: Mapping[str, tuple[str, ...]] = {
    "66": ("66", '"66"', "'66'", " 66 ", "66 # geteld", "66  #geteld", "66,0", "66.00", "+66", "66,"),
    "5": ("5 # en #6", "5\t", "\t5"),
    "66.5": ("66,5", "66.5", '"66,5"', "'66.5'", "66,50", "66,5 # geteld", "66,5\u00a0", "\u00a066,5"),
    "-5": ("-5", "\u22125", "-5,0", '"-5"'),
    "0": ("0", "0,0", "-0"),
    "0.05": ("0,05", "0.05"),
    "1234": ("1234", "1 234", "1\u00a0234", "1\u202f234", "1\u2009234", "1.234", "1,234"),
    "1234567.5": ("1234567,5", "1 234 567,5", "1.234.567,5", "1,234,567.5", "1\u202f234\u202f567,5"),
    "12500": ("12500", "12.500", "12,500", "12 500", "12 500,00"),
    "123456789012345678901234567890": ("123456789012345678901234567890",),
    "0.000000000001": ("0,000000000001",),
}
"""Number -> ways to type it. It is read, or asked about."""

NO_NUMBERS = (
    *("\u20135", "\u20145", "\u20115", "\u20105", "\ufe635", "\uff0d5", "5-", "(5)", "±5", "± 5", "- 5", "+ 5", "--5"),
    *("66%", "66 %", "66 procent", "€ 5", "€5", "5 euro", "EUR 5", "€ 1.234,56", "5,-", "66‰", "66,5 %", "5 °C"),
    *("ca. 66", "ongeveer 66", "circa 66", "~66", ">66", "> 66", "< 66", "≥66", "66+", "meer dan 66", "66 mensen"),
    *("zesenzestig", "een", "Tien", "een twintigtal", "twee miljoen", "2 miljoen", "2 mln", "2k", "1ste", "nul"),
    *("“66”", "‘66’", "`66`", "»66«", "66'", "66;", "66:", "66.", ",5", ".5", "66 .", "n=66", "nr. 5"),
    *("007", "00", "05,5", "0 123", "1 2", "1 2000", "1.200 000", "1'234", "1’234", "12.34.567", "1.2.3", "1,2,3"),
    *("1e3", "1E3", "1,5e3", "1e-3", "10^3", "0x1F", "0o17", "0b11", "1_000", "1:30", "1:30:00", "12h30"),
    *(".inf", "-.inf", ".nan", "NaN", "Infinity", "inf", "∞", "true", "ja", "nee", "yes", "on", "x"),
    *("½", "2½", "1/2", "1 1/2", "5/10", "5-10", "5 - 10", "5\u201310", "5 à 10", "5 tot 10", "5..10", "5 of 6"),
    *(
        "\u0666\u0666",
        "\uff16\uff16",
        "6\u00b2",
        "①",
        "Ⅻ",
        "6\u200b6",
        "6\u00ad6",
        "6 6",
        "?",
        "-",
        "/",
        "n.v.t.",
        "onbekend",
    ),
    *("", "~", "null", '""', "[]", "{}", "[5, 6]", "{a: 5}", "!!int 66", "&a 66", "*a", "@66", "%66", "|", ">"),
    *("5 #6", "66 66", "2020-01-01", "https://x.be/5", "<66>", "=5+1", "5*2", "$5", "5 %o"),
)
"""What is no number, or not one that can be told: the author is told so."""


AS_DATES: Mapping[str, tuple[str, ...]] = {
    "2019": ("2019", '"2019"', "'2019'", "2019 # of 2018", " 2019 ", "2019\u00a0"),
    "2019-06": ("2019-06", '"2019-06"', "2019-06 # zowat"),
    "2019-06-12": ("2019-06-12", '"2019-06-12"', "'2019-06-12'", "2019-06-12 # en de 13de", "\t2019-06-12"),
    "2020-02-29": ("2020-02-29",),
}
"""Date -> ways to type it. It is read, or asked about."""

NO_DATES = (
    *(
        "2019-6-12",
        "2019-6",
        "12-06-2019",
        "12/06/2019",
        "12.06.2019",
        "12 06 2019",
        "2019/06/12",
        "2019.06.12",
        "20190612",
    ),
    *(
        "12 juni 2019",
        "12 jun. 2019",
        "juni 2019",
        "June 12, 2019",
        "woensdag 12 juni 2019",
        "12 juni",
        "12de juni 2019",
    ),
    *("06/2019", "06-2019", "6-2019", "19-06-12", "12-06-19", "'19", "19", "02019", "20019", "0000", "0000-01-01"),
    *("2019-06-12T10:00", "2019-06-12 10:00:00", "2019-06-12T10:00:00Z", "2019-06-12 (zie verslag)", "12/31/2019"),
    *("2019-13", "2019-00", "2019-06-00", "2019-02-29", "2019-06-31", "2019-00-10", "31/04/2024", "32 januari 2019"),
    *("2019-W24", "2019-163", "Q2 2019", "tweede kwartaal 2019", "voorjaar 2019", "begin 2019", "eind juni 2019"),
    *("ca. 2019", "2019?", "~2019", "in 2019", "sinds 2019", "vóór 2019", "2019 of 2020", "2019-2020", "2019/2020"),
    *(
        "2019-20",
        "2019-06/2019-09",
        "2019 - 06 - 12",
        "2019 06",
        "2019\u201106\u201112",
        "2019\u201306\u201312",
        "2019\u221206",
    ),
    *(
        "2019.",
        "2019,5",
        "2019.0",
        "2 019",
        "2.019",
        "-2019",
        "+2019",
        "2019-06-12.",
        "2019_06_12",
        "2e3",
    ),
    *(
        "\u0662\u0660\u0661\u0669",
        "\uff12\uff10\uff11\uff19",
        "MMXIX",
        "2019\u200b",
        "20\u00ad19",
        "l2019",
        "2O19",
        "0x7E3",
    ),
    *("onbekend", "?", "-", "n.v.t.", "morgen", "nu", "vandaag", "gisteren", "ja", "true", "jaren 90", "20e eeuw"),
    *(
        "",
        "~",
        "null",
        '""',
        "[]",
        "{}",
        "[2019, 2020]",
        "{a: 2019}",
        "!!int 2019",
        "!!timestamp 2019-06-12",
        "&a 2019",
    ),
    *(
        "*a",
        "@2019",
        "|",
        ">",
        "- 2019",
        "2019:",
        "2019 #en 2020",
        "2019-06-12 #13",
        "{jaar: 2019}",
        "43628",
        "1560326400",
    ),
)
"""What is no date, or not one that can be told: the author is told so."""

SAYS_IT = {"R010", "R013", "R021", "R022", "R055", "R081"}
"""Messages whose sentence names the way out by itself."""


def told(place: Place, typed: str, layout: str) -> tuple[object, list[Finding]]:
    """The value that is read, None for none, and what the author is told at its line."""
    record, found = place.read(typed, layout)
    fitted = type_records([record] if record else [])
    line, every = place.line(layout), (*found, *fitted.findings)
    # An empty list is said at its key.
    here = [item for item in every if item.code == "R003" or any(a.line <= line <= a.end_line for a in _spans(item))]
    assert here or fitted.checked, (str(place), typed, layout, every)
    if not fitted.checked:
        return None, here
    values = dict(walk(fitted.checked[0].model))
    value = values.get(place.steps, values.get(place.steps[:-1]))
    value = value[0] if isinstance(value, tuple) and len(value) == 1 else value
    return value.value if isinstance(value, Quantity) else value, here


def _spans(item: Finding) -> Iterator[Span]:
    """The places that a finding shows."""
    yield from (span for span in (item.span, *(other.span for other in item.related)) if span)


def turns(found: tuple[Place, ...], ways: tuple[str, ...]) -> Iterator[tuple[Place, str, str]]:
    """Every field with every way of typing, in each layout by turns; a field of a class that was met with some ways."""
    met = set()
    for number, place in enumerate(found):
        alike = (place.field.owner, place.field.attribute)
        for at, typed in enumerate(ways):
            if alike not in met or (at + number) % 9 == 0:
                yield place, typed, place.layouts[(number + at) % len(place.layouts)]
        met.add(alike)


def faults(found: tuple[Place, ...], ways: Mapping[str, tuple[str, ...]], others: tuple[str, ...]) -> list[object]:
    """What is read as another value without a word, and what is said without a way out."""
    meant = {typed: value for value, forms in ways.items() for typed in forms}
    wrong: list[object] = []
    for place, typed, layout in turns(found, (*meant, *others)):
        value, said = told(place, typed, layout)
        if not said and (typed not in meant or _differs(value, meant[typed])):
            wrong.append((str(place), typed, layout, value))
        wrong += [(str(place), typed, layout, item) for item in said if not item.hint and item.code not in SAYS_IT]
    return wrong


def _differs(value: object, meant: str) -> bool:
    """Whether a value is another than the one that was meant."""
    if isinstance(value, PartialDate):
        return value.iso != meant
    return isinstance(value, bool) or value != Decimal(meant)


@pytest.mark.parametrize("part", range(4))
def test_a_number_is_what_was_typed_or_is_told(part: int) -> None:
    """Every field of a number, every way of typing one: this very number, or a finding at its line with a hint."""
    assert [] == faults(NUMBERS[part::4], AS_NUMBERS, NO_NUMBERS)


@pytest.mark.parametrize("part", range(4))
def test_a_date_is_what_was_typed_or_is_told(part: int) -> None:
    """Every field of a date, every way of typing one: this very date, or a finding at its line with a hint."""
    assert [] == faults(DATES[part::4], AS_DATES, NO_DATES)


SAID = (
    *(
        "ca. 68.210",
        "ruim 8.000",
        "meer dan 66",
        "n=1.234",
        "n = 66",
        "±2,7",
        "± 66",
        "+/- 2,6 procentpunt",
        "23,4 dagen",
    ),
    *(
        "1,2 miljoen",
        "1,2 miljoen euro",
        "14.600 euro",
        "5,3 %",
        "94%",
        "44,7%",
        "2,6 procentpunt",
        "zo’n 80",
        "bijna 66",
    ),
    *("66 klachten", "80 personen", "hoogstens 3,1%", "€ 12,50", "ca. 2 mln. euro", "72.543 klachten", "7,8 op 10"),
)
"""What stands in sources, as it is copied from them."""
MULTIPLIED = re.compile(r"miljoen|mln|duizend|[½²]|[^\W\d_]{4,}(?<!procent)$")


@pytest.mark.parametrize("part", range(4))
def test_a_tip_that_is_followed_leaves_no_error_and_every_digit(part: int) -> None:
    """Every field of a number, every way of typing one: what the tip says to write is read, and has what was typed."""
    wrong: list[object] = []
    obeyed = 0
    for place, typed, layout in turns(NUMBERS[part::4], (*SAID, *NO_NUMBERS, *AS_NUMBERS["1234"])):
        tips = [item.hint for item in told(place, typed, layout)[1] if item.hint and item.code in {"R012", "R050"}]
        wrong += [(str(place), typed, tip) for tip in tips if "toestand: cijfer_niet_vermeld" in tip]
        for one in (one for tip in tips for one in obey(place, tip)):
            obeyed += 1
            lost = _digits(typed) not in _digits(one.printed) and not MULTIPLIED.search(typed)
            if one.errors or lost:
                wrong.append((str(place), typed, layout, tips, one))
    assert [] == wrong
    assert obeyed > 100


SAID_DATES = (
    *(
        "31 augustus 2026",
        "31/08/2026",
        "31-8-2026",
        "4/3/25",
        "maandag 3 juni 2024",
        "30 juni",
        "vandaag",
        "15 okt. 2026",
    ),
    *("zomer 2026", "voorjaar 2027", "Q3 2025", "eind Q4 2025", "derde kwartaal 2025", "eind 2025", "tegen 2026"),
    *("juni 2025", "begin juli 2025", "vóór 1 mei 2026", "sinds mei 2020", "in 2019", "ca. 2019", "medio 2026"),
)
"""Dates as sources say them."""
VAGUE = re.compile(r"zomer|voorjaar|[Qq][1-4]|kwartaal|begin|eind|tegen|vóór|ca\.|medio|midden|rond|half")


@pytest.mark.parametrize("part", range(4))
def test_a_tip_for_a_date_names_no_other_day(part: int) -> None:
    """What it says to write is a date of the year that was typed, without an error; a vague word is said with it."""
    wrong: list[object] = []
    obeyed = 0
    for place, typed, layout in turns(DATES[part::4], (*SAID_DATES, *NO_DATES)):
        for tip in (item.hint for item in told(place, typed, layout)[1] if item.hint and item.code == "R015"):
            found = re.search(r"schrijf ([0-9-]+)(?: of ([0-9-]+))?(?: of ([0-9-]+))?", tip)
            for day in filter(None, found.groups() if found else ()):
                obeyed += 1
                value, said = told(place, day, layout)
                errors = [
                    item.code for item in said if item.severity is Severity.ERROR and item.code not in {"R022", "R055"}
                ]
                vague = VAGUE.search(typed)
                if errors or (value is not None and _differs(value, day)) or (vague and vague[0] not in tip):
                    wrong.append((str(place), typed, layout, tip, errors))
    assert [] == wrong
    assert obeyed > 50


def _digits(text: str) -> str:
    """The digits of a text, without the zeros that say nothing."""
    plain = re.sub(r"\bop 10$|,-$", "", text)
    return "".join(str(unicodedata.decimal(sign)) for sign in plain if sign.isdecimal()).strip("0")


@settings(max_examples=300)
@given(
    place=st.sampled_from(NUMBERS),
    layout=st.sampled_from(LAYOUTS),
    sign=st.sampled_from(("", "-", "\u2212")),
    whole=st.integers(0, 99_999_999),
    decimals=st.text("0123456789", max_size=5),
    style=st.sampled_from((("", ","), ("", "."), (" ", ","), ("\u00a0", ","), ("\u202f", ","), (".", ","), (",", "."))),
)
def test_any_number_is_read_or_asked_about(  # noqa: PLR0917 - what is drawn
    place: Place, layout: str, sign: str, whole: int, decimals: str, style: tuple[str, str]
) -> None:
    """Whatever the digits: the value that they have, or a finding at the line."""
    between, before = style
    typed = f"{sign}{whole:,}".replace(",", between) + (f"{before}{decimals}" if decimals else "")
    value, said = told(place, typed, layout if layout in place.layouts else ON_A_LINE)
    assert said or not _differs(value, f"{sign and '-'}{whole}.{decimals or 0}")


# --- on the page -----------------------------------------------------------------------------------------------------

NO_AMOUNTS = ("organisatie.kleinste_groep", "vraag.deelvragen.nr")
"""A rule for authors, and a place in a row."""
PRINTED = re.compile(r"\u2212?[0-9]+(?:[\u00a0.,][0-9]+)*")


@cache
def _around(folder: Path) -> Corpus:
    """The records in which every field has a value, as the public sees them."""
    birds = canaries.write()
    for name, data in {**{name: text.encode() for name, text in birds.files.items()}, **birds.pictures}.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    found = validate(load(folder / "content"), on=DAY).corpus
    assert found is not None
    return public(found, on=DAY)


@pytest.mark.parametrize("place", [place for place in NUMBERS if str(place) not in NO_AMOUNTS], ids=str)
def test_what_is_read_is_what_is_printed(place: Place, tmp_path_factory: pytest.TempPathFactory) -> None:
    """The page of a record has its numbers to the digit: great, with decimals, below zero."""
    corpus = _around(tmp_path_factory.getbasetemp() / "typed")
    printed = 0
    for typed in ("61803", "6180339,050", "\u2212618,03"):
        record, _ = place.read(typed, ON_A_LINE)
        assert record is not None
        for checked in type_records([record]).checked:
            assert isinstance(checked.model, Record)
            own = checked.model
            others = [item for item in corpus.records() if item.ref != own.ref]
            view = record_page(Corpus(corpus.organisation, corpus.vocabularies, collect([*others, own])), own)
            made, _ = TEMPLATES.render("pages/record.html", view, artifact=view.head.path, files={})
            shown = {number for found in PRINTED.findall(words(page(made))) for number in readings(found)}
            assert readings(typed)[0] in shown
            printed += 1
    assert printed
