"""A tip for a value never tells another fact: every word that changes a number is kept, multiplied out, or said."""

from decimal import Decimal

import pytest

from tests.followed_tips import obey
from tests.test_printed_typed import NUMBERS, told
from tests.typed_places import ON_A_LINE, Place
from weerklank.author.validate.days import day_hint
from weerklank.author.validate.numbers import numbers_in
from weerklank.author.validate.typed import Room, number_hint
from weerklank.messages import Hint
from weerklank.model import Breakdown, Quantity

STRICT = ("<", ">", "meer dan", "minder dan", "niet meer dan", "bijna", "ruim")
EXACT = ("ca.", "ongeveer", "minstens", "hoogstens", "≥", "±")

CHANGES = {
    **{f"{word} 66": (Decimal(66), word) for word in STRICT},
    **{f"{word} 66": (Decimal(66), word) for word in EXACT},
    "66%": (Decimal(66), "procent"),
    "95 procent": (Decimal(95), "procent"),
    "7,125%": (Decimal("7.125"), "procent"),
    "1,2 miljoen": (Decimal(1200000), ""),
    "1,2 miljoen euro": (Decimal(1200000), "euro"),
    "5 duizend": (Decimal(5000), ""),
    "ca. 2 mln. euro": (Decimal(2000000), "euro"),
    "66‰": (Decimal(66), "‰"),
    "5 dozijn": (Decimal(5), "dozijn"),
    "66 of meer": (Decimal(66), "of meer"),
    "66 (na hertelling)": (Decimal(66), "(na hertelling)"),
    "66 (ongeveer)": (Decimal(66), "ongeveer"),
    "66 (in duizend)": (Decimal(66), "duizend"),
    "66 (van de 80)": (Decimal(66), "van de 80"),
    "- 5": (Decimal(-5), ""),
    "naar schatting 66": (Decimal(66), "naar schatting"),
}
"""What is typed -> the number that it names, and the word that may not be lost."""
KEPT = {"naar schatting": "ongeveer", "ca.": "ongeveer", "±": "ongeveer", "≥": "minstens"}


def _tip(place: Place, typed: str) -> str:
    """The tips at the author's line."""
    return " | ".join(item.hint for item in told(place, typed, ON_A_LINE)[1] if item.hint)


@pytest.mark.parametrize("typed", CHANGES)
def test_a_tip_that_is_obeyed_tells_what_was_typed(typed: str) -> None:
    """Every number field: the value of a tip has the word in a field of its own, or there is no value in the tip."""
    number, word = CHANGES[typed]
    wrong: list[object] = []
    for place in NUMBERS:
        tip = _tip(place, typed)
        if not tip:
            wrong.append(str(place))
        for one in obey(place, tip):
            value = one.value.value if isinstance(one.value, Quantity) else one.value
            kept = KEPT.get(word, word) in tip or (isinstance(one.value, Quantity) and _names(one.value, word))
            beside = word == "procent" and "procentpunt" in tip
            if value is not None and (
                value != number or not (kept or beside or (word == "±" and "foutenmarge" in str(place)))
            ):
                wrong.append((str(place), tip, one))
    assert [] == wrong


def _names(value: Quantity, word: str) -> bool:
    return KEPT.get(word, word) in f"{value.precision} {value.unit} {value.literal}"


@pytest.mark.parametrize(
    ("text", "general", "term"),
    [
        ("04/2027", "write 2027-04", "write 2027-04"),
        (
            "12/11/26",
            "which_day 2026-11-12 of 2012-11-26 of 2026-12-11",
            "which_day 2026-11-12 of 2012-11-26 of 2026-12-11",
        ),
        ("31/12/26", "which_day 2026-12-31 of 2031-12-26", "which_day 2026-12-31 of 2031-12-26"),
        ("4/3/25", "which_day 2025-03-04 of 2025-04-03", "which_day 2025-03-04 of 2025-04-03"),
        ("maandag 3 juni 2024", "write 2024-06-03", "write 2024-06-03"),
        ("30 juni", "no_year 06-30", "no_year 06-30"),
        ("vandaag", "itself", "itself"),
        ("Q3 2025", "about_in_text 2025 Q3 2025", "term 2025-09 Q3 2025 termijn"),
        ("eind Q4 2025", "about_in_text 2025 eind Q4 2025", "term 2025-12 eind Q4 2025 termijn"),
        ("begin Q4 2025", "about_in_text 2025 begin Q4 2025", "vague_term begin Q4 2025 termijn"),
        ("midden 2027", "about_in_text 2027 midden 2027", "vague_term midden 2027 termijn"),
        ("zomer 2026", "about_in_text 2026 zomer 2026", "vague_term zomer 2026 termijn"),
        ("eind 2026", "about_in_text 2026 eind 2026", "term 2026 eind 2026 termijn"),
        ("vóór 2027", "other_day vóór", "vague_term vóór 2027 termijn"),
    ],
)
def test_a_vague_day_becomes_no_other_day(text: str, general: str, term: str) -> None:
    """One reading is ready, more are all shown; a term that is vague keeps its words, and a date only if it holds."""
    for hint, expected in ((day_hint(text), general), (day_hint(text, words="termijn", deadline=True), term)):
        assert expected == " ".join((hint.name, *filter(None, hint.arguments.values())))


@pytest.mark.parametrize(
    ("text", "number"),
    [("2500 klachten", "2500"), ("2,5 duizend klachten", "2500"), ("1,2 miljoen klachten", "1200000")],
)
def test_what_is_counted_changes_no_number(text: str, number: str) -> None:
    """Where a number stands for so many complaints, that it says so is no other number; a figure keeps its unit."""
    assert Hint("alone", {"waarde": number}) == number_hint(text, Room(quantity=False, counts=True, key="ontvangen"))
    if "duizend" in text:
        said = f"waarde: {{waarde: {number}, eenheid: klachten}}"
        assert Hint("example", {"voorbeeld": said}) == number_hint(text, Room(short="waarde"))


def test_three_decimals_of_a_share_have_one_reading() -> None:
    """No share is 57 333 percent."""
    parts = {"soort": "uitsluitend", "eenheid": "procent", "delen": {"gegrond": "57,333", "ongegrond": "42,667"}}
    read = Breakdown.model_validate(parts)
    assert [Decimal("57.333"), Decimal("42.667")] == list(read.parts.values())


@pytest.mark.parametrize(
    ("text", "number"), [("1,2 miljoen akten", 1200000), ("twee miljoen euro", 2000000), ("3,5 mln", 3500000)]
)
def test_a_source_that_says_miljoen_says_the_number(text: str, number: int) -> None:
    """A tip leads from "1,2 miljoen" to 1200000, which is then found in the source."""
    assert Decimal(number) in numbers_in(text)


def test_a_remark_behind_a_number_goes_to_the_text() -> None:
    """The number stays where it stands; brackets that make another number of it keep it out."""
    count = Room(quantity=False, counts=True, key="ontvangen", precise=True)
    assert Hint("remark", {"waarde": "286", "woorden": "(na hertelling)"}) == number_hint("286 (na hertelling)", count)
    assert Hint("remark", {"waarde": "5870", "woorden": "(herzien)"}) == number_hint("5.870(herzien)", count)
    for text in ("286 (raming)", "286 (ongeveer)", "286 (duizend)", "94 (%)", "286 (van de 341)"):
        assert Hint("in_text", {"woorden": text, "veld": "ontvangen"}) == number_hint(text, count)
