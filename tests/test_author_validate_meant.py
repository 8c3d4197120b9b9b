"""What a hint shows for a value that does not fit: the day, the number or the id that was most likely meant."""

import pytest

from weerklank.author.validate.meant import day_meant, days_in, id_meant, kind_meant, number_meant


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
    ("text", "number"),
    [("24 mensen", "24"), ("61,5%", "61,5"), ("€ 5.000", "5000"), ("vierentwintig", "24"), ("5 à 6", ""), ("veel", "")],
)
def test_one_number_is_shown(text: str, number: str) -> None:
    """Where there are two nobody can tell which is meant."""
    assert number == number_meant(text)


@pytest.mark.parametrize(
    "text", ["overleg.md", "initiatieven/overleg", "content/initiatieven/overleg.yaml", "initiatief:overleg", "Overleg"]
)
def test_an_id_is_found_in_what_stands_for_it(text: str) -> None:
    """The name of a file, its path, a reference with its kind, a title."""
    assert "overleg" == id_meant(text)
    assert ("initiatief" if ":" in text else "") == kind_meant(text)
