"""What a hint shows for a value that does not fit: the day, the number or the id that was most likely meant."""

import re

import pytest

from tests.test_printed_typed import NO_DATES, NO_NUMBERS
from weerklank.author.validate.days import day_hint
from weerklank.author.validate.meant import day_meant, days_in, file_meant, id_meant, kind_meant, mail_meant
from weerklank.author.validate.typed import Room, number_hint
from weerklank.model.numbers import readings


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("12 maart 2020", (2020, 3, 12)),
        ("12 mrt. 2020", (2020, 3, 12)),
        ("March 12, 2020", (2020, 3, 12)),
        ("maart 2020", (2020, 3, 0)),
        ("12/03/2020", (2020, 3, 12)),
        ("03/25/2020", (2020, 3, 25)),
        ("2020-3-1", (2020, 3, 1)),
        ("2020-03-12T10:00", (2020, 3, 12)),
        ("31/04/2024", (2024, 4, 31)),
        ("12/03/20", (0, 0, 0)),
        ("Q1 2020", (0, 0, 0)),
        ("maandag 2020", (0, 0, 0)),
    ],
)
def test_a_day_is_read_as_people_write_it(text: str, day: tuple[int, int, int]) -> None:
    """Day first as here, month first only where nothing else can be, and no guess at a year of two digits."""
    assert day == day_meant(text)


def _state(words: str) -> str:
    return f'weg: {{toestand: cijfer_niet_vermeld, reden: "{words}"}}'


def test_a_month_that_is_not_there_has_no_days() -> None:
    """February knows leap years."""
    assert [29, 28, 30, 0, 0] == [
        days_in(2024, 2),
        days_in(2023, 2),
        days_in(2024, 4),
        days_in(2024, 13),
        days_in(0, 1),
    ]


@pytest.mark.parametrize(
    ("text", "hint", "number"),
    [
        ("24 mensen", "write", "24"),
        ("61,5%", "with_fields", "61,5"),
        ("€ 5.000", "with_fields", "5000"),
        ("vierentwintig", "write", "24"),
        ("\u20135", "write", "-5"),
        ("007", "write", "7"),
        (",5", "write", "0,5"),
        ("1’234.567", "write", "1234,5670"),
        ("2½", "write", "2,5"),
        ("2,5 mln.", "write", "2500000"),
        ("twee miljoen", "write", "2000000"),
        ("\uff16\uff16", "write", "66"),
        ("6\u200b6", "unseen", "66"),
        ("5 à 6", "as_quantity", ""),
        ("5-10", "as_quantity", ""),
        ("1/2", "as_quantity", ""),
        ("2k", "digits", ""),
        ("0x1F", "digits", ""),
        ("6²", "digits", ""),
        ("veel", "digits", ""),
    ],
)
def test_one_number_is_shown(text: str, hint: str, number: str) -> None:
    """Where there are two, or letters touch it, nobody can tell which is meant."""
    found = number_hint(text, Room())
    assert (hint, number) == (found.name, found.arguments.get("waarde", found.arguments.get("getal", "")))


@pytest.mark.parametrize(
    ("text", "room", "shown"),
    [
        ("61,5%", Room(short="kosten"), "kosten: {waarde: 61,5, eenheid: procent}"),
        ("2,1 procentpunt", Room(short="marge"), "marge: {waarde: 2,1, eenheid: procentpunt}"),
        ("2,1%-punt", Room(), "2,1 “eenheid: procentpunt”"),
        ("1.250 euro", Room(short="kosten"), "kosten: {waarde: 1250, eenheid: euro}"),
        ("1.250 euro", Room(short="kosten", counts=True), "kosten: {waarde: 1250, eenheid: euro}"),
        ("ca. 72%", Room(), "72 “eenheid: procent” en “precisie: ongeveer”"),
        ("ca. 1.150", Room(short="aantal", counts=True), "aantal: {waarde: 1150, precisie: ongeveer}"),
        ("minstens 130", Room(), "130 “precisie: minstens”"),
        ("ca. 130", Room(quantity=False), "ca. 130 "),
        ("ca. 130", Room(quantity=False, key="ontvangen", precise=True), "130 ontvangen: ongeveer"),
        ("ruim 130", Room(quantity=False, key="ontvangen", precise=True), "130 ontvangen: minstens ruim 130"),
        ("23,4 dagen", Room(quantity=False, unit="dagen"), "23,4"),
        ("±2,7", Room(short="marge", margin=True), "2,7"),
        ("+/- 2,6 %", Room(short="marge", margin=True), "marge: {waarde: 2,6, eenheid: procentpunt}"),
        ("45%", Room(quantity=False, parts=True, beside={"eenheid": "procent"}), "45"),
        ("45%", Room(quantity=False, parts=True, key="weg", counted=True), "45% weg"),
        ("58 procent", Room(quantity=False, parts=True), "58 “eenheid: procent”"),
        (
            "ca. 58%",
            Room(quantity=False, parts=True, key="weg"),
            "58 “eenheid: procent” en “precisie: ongeveer” ca. 58% weg",
        ),
        (
            "ca. 1.150",
            Room(quantity=False, parts=True, counts=True, key="weg"),
            "1150 “precisie: ongeveer” ca. 1.150 weg",
        ),
        ("58 klachten", Room(quantity=False, parts=True), "58"),
        ("66 klachten", Room(quantity=False), "66"),
        ("007", Room(quantity=False), "7"),
    ],
)
def test_a_hint_fits_its_field(text: str, room: Room, shown: str) -> None:
    """A unit and "ca." are named where they have a field, shown whole where the number stood alone, and never lost."""
    assert shown == " ".join(number_hint(text, room).arguments.values())


@pytest.mark.parametrize(
    ("text", "hint", "day"),
    [
        ("eind 2021", "literal", ""),
        ("sinds mei 2020", "write", "2020-05"),
        ("begin van juni 2019", "literal", ""),
        ("in 2019", "write", "2019"),
        ("eind vorig jaar", "day", ""),
        ("sinds 31 februari 2020", "day", ""),
        ("31 februari 2020", "days", "2020-02"),
    ],
)
def test_a_vague_day_is_as_precise_as_it_is_known(text: str, hint: str, day: str) -> None:
    """The words around it are for a field beside it."""
    found = day_hint(text, words="letterlijk", key="van")
    assert (hint, day) == (found.name, found.arguments.get("waarde", ""))


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (file_meant("Foto van het Plein.JPG"), "foto-van-het-plein.jpg"),
        (mail_meant("wij (at) x.be"), "wij@x.be"),
        (id_meant("Enquête"), "enquete"),
    ],
)
def test_names_are_written_as_they_can_be(made: str, expected: str) -> None:
    """A file, a mail address, an id without accents."""
    assert expected == made


def test_what_a_hint_shows_can_be_typed() -> None:
    """A number that is proposed is read in one way, a date that is proposed exists."""
    shown = [
        value
        for text in NO_NUMBERS
        for key, value in number_hint(text, Room()).arguments.items()
        if key in {"waarde", "getal"}
    ]
    days = [hint.arguments["waarde"] for text in NO_DATES if (hint := day_hint(text)).name == "write"]

    assert [] == [value for value in shown if any(len(readings(one)) != 1 for one in value.split(" of "))]
    assert [] == [value for value in days if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", value)]
    assert len(shown) > 15
    assert len(days) > 15


@pytest.mark.parametrize(
    "text", ["overleg.md", "initiatieven/overleg", "content/initiatieven/overleg.yaml", "initiatief:overleg", "Overleg"]
)
def test_an_id_is_found_in_what_stands_for_it(text: str) -> None:
    """The name of a file, its path, a reference with its kind, a title."""
    assert "overleg" == id_meant(text)
    assert ("initiatief" if ":" in text else "") == kind_meant(text)
