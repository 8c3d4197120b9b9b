"""Data of persons: what looks like it is found in every spelling, and what only resembles it is left alone."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weerklank.author.load import load
from weerklank.author.validate import validate
from weerklank.author.validate.privacy import personal
from weerklank.findings import Finding

BASIS = Path(__file__).parent / "findings" / "basis" / "content"
TEXT = "Het rapport.\n\nBel 0475 12 34 56.\n"


def found(text: str) -> list[tuple[str, str]]:
    """Codes and words."""
    return [(item.code, item.words) for item in personal(text)]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("V030", "85.07.30-033.28"),
        ("V030", "85073003328"),
        ("V030", "85 07 30 033 28"),
        ("V031", "BE68 5390 0754 7034"),
        ("V031", "BE68539007547034"),
        ("V031", "NL91 ABNA 0417 1643 00"),
        ("V032", "02 553 72 02"),
        ("V032", "09/243.11.11"),
        ("V032", "0475 12 34 56"),
        ("V032", "0475/12.34.56"),
        ("V032", "+32 (0)2 553 72 02"),
        ("V032", "0032 475 12 34 56"),
        ("V033", "piet123@gmail.com"),
        ("V033", "jan.jansen@vlaanderen.be"),
        ("V033", "An-Sofie.De_Smet@stad.gent"),
    ],
)
@pytest.mark.parametrize("around", ["{}", "Bel of schrijf: {}.", "({})", "- {}, of kom langs", "{} EUR 12"])
def test_it_is_found(code: str, words: str, around: str) -> None:
    """In the middle of a sentence, between brackets, in a list."""
    assert [(code, words)] == found(around.format(words))


@pytest.mark.parametrize(
    "text",
    [
        "85.07.30-033.29",
        "BE68 5390 0754 7035",
        "ondernemingsnummer 0462.920.226",
        "op 01.02.2020 om 09.30 uur",
        "2020-03-04 12:00",
        "0800 12 345 is gratis, 078 15 25 35 niet",
        "bel 1700",
        "OVO001835",
        "72 543 klachten, waarvan 12 500 over 2019-2024",
        "binnenland@vlaanderen.be, info.abb@vlaanderen.be, abb.communicatie@vlaanderen.be",
        "https://www.vlaanderen.be/x/0475123456",
        "0123456789012345",
        "artikel 12.34.56-789.01",
    ],
)
def test_it_is_left_alone(text: str) -> None:
    """Dates, times, counts, addresses of services and numbers of enterprises are no data of a person."""
    assert [] == found(text)


@given(
    born=st.dates(date(1900, 1, 1), date(2026, 1, 1)),
    serial=st.integers(1, 998),
    form=st.sampled_from(("{}.{}.{}-{}.{}", "{}{}{}{}{}", "{} {} {} {} {}", "{}.{}.{} {}.{}")),
)
def test_every_national_number_is_found(born: date, serial: int, form: str) -> None:
    """Whoever it is of; and with one other check digit it is nobody's."""
    year, month, day, number = f"{born:%y}", f"{born:%m}", f"{born:%d}", f"{serial:03}"
    base = int(f"{'2' if born.year >= 2000 else ''}{year}{month}{day}{number}")
    check = 97 - base % 97
    words = form.format(year, month, day, number, f"{check:02}")

    assert ("V030", words) in found(f"nummer {words}!")


def checked(folder: Path, **files: str) -> tuple[Finding, ...]:
    """The findings about a content folder with these files added."""
    shutil.copytree(BASIS, folder / "content")
    for name, text in files.items():
        path = folder / "content" / name.replace("__", "/").replace("_yaml", ".yaml").replace("_txt", ".txt")
        path.write_text(text, encoding="utf-8")
    return tuple(
        item for item in validate(load(folder / "content"), on=date(2026, 3, 1)).findings if item.code >= "V030"
    )


def test_places(tmp_path: Path) -> None:
    """The words themselves, in the record and in the stored text; a message shows too little of them to use."""
    [item] = checked(tmp_path, bronnen__rapport_txt=TEXT)

    assert item.span is not None
    assert (3, 5, 18) == (item.span.line, item.span.column, item.span.end_column)
    assert {"woorden": "04…6"} == dict(item.arguments)


def test_what_is_allowed_with_its_reason(tmp_path: Path) -> None:
    """One spelling of a number stands for all."""
    organisation = (BASIS / "organisatie.yaml").read_text(encoding="utf-8")
    allowed = "toegestaan:\n  - {tekst: 0475/12.34.56, reden: Het is het nummer van de wachtdienst.}\n"

    assert () == checked(tmp_path, bronnen__rapport_txt=TEXT, organisatie_yaml=organisation + allowed)
