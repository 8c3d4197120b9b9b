"""Complaints as an annex prints them: over the years, in numbers and shares, what they led to, what contradicts."""

from lxml import html

from tests.corpus_samples import ADJUSTMENT, SOURCE, Data, record, rendered
from tests.question_samples import annex, asked, cite
from weerklank.document.annex import annex_view
from weerklank.document.annex.view import AnnexView
from weerklank.document.blocks import Grid
from weerklank.model import RECORDS, Record

PART = {"soort": "klachten", "titel": "Klachten"}
BASE: dict[str, object] = {"bronnen": [cite("De aanpak werkt.", "antwoord, alinea 2")]}
CARRIER = {"soort": "uitsluitend", "delen": {"brief": "2", "mail": "6"}}


def year(name: str, received: object, **more: object) -> Record:
    """A year of complaints with a number, or why there is none."""
    data = {"id": name, "titel": f"Klachten in {name}", "jaar": name, "ontvangen": received, **BASE, **more}
    return record("klachtenjaar", data)


def followed(name: str, status: str) -> Record:
    """An adjustment that came of the complaints of 2025, and how far it is."""
    cause = {"klachten": "2025", "sterkte": "mee_bepalend"}
    course = [{"status": status, "datum": "2026-01"}]
    reason = "Te duur." if status == "niet_weerhouden" else ""
    return record(
        "bijsturing",
        {
            **ADJUSTMENT,
            "id": name,
            "titel": name.capitalize(),
            "aanleiding": [cause],
            "verloop": course,
            "reden": reason,
        },
    )


def view(*records: Record, parts: tuple[Data, ...] = (PART,)) -> AnnexView:
    """The annex with this part, of these records."""
    corpus = asked(*records, bijlage=annex(*parts))
    return annex_view(corpus, "tevredenheid")


def text(made: AnnexView) -> str:
    """What a reader sees."""
    found = " ".join(html.fromstring(rendered("annex/annex.html", made)).itertext())
    return " ".join(found.replace("\N{NO-BREAK SPACE}", " ").split())


def test_breakdowns_have_numbers_and_shares() -> None:
    """Each part of each year, with the year that has none; the line over the years is drawn."""
    made = view(year("2025", "8", drager=CARRIER), year("2024", "5"))
    said = text(made)

    assert "Drager: brief 2 (25%) –" in said
    assert "Tussen haakjes: het aandeel in dat jaar." in said
    assert ["klachten-per-jaar"] == [spec.name for spec in made.charts]
    assert {"klachten", "klachten-aandelen", "klachten-per-jaar"} <= {table.name for table in made.tables}


def test_years_that_no_sheet_has_room_for_have_tables_of_their_own() -> None:
    """No year is lost; a row that says nothing on a sheet is not on it, and the notes stand once."""
    known = {2013: {"ontvankelijk": "7"}}
    years = [
        RECORDS["klachtenjaar"].model_validate(
            {"id": str(n), "titel": "Klachten", "jaar": str(n), "ontvangen": str(n), **known.get(n, {}), **BASE}
        )
        for n in range(2013, 2021)
    ]
    made = view(*years)
    sheets = [block.table for section in made.sections for block in section.blocks if isinstance(block, Grid)][:2]

    assert [["2020", "2019", "2018", "2017"], ["2016", "2015", "2014", "2013"]] == [
        [column.label for column in sheet.columns[1:]] for sheet in sheets
    ]
    assert [["Ontvangen klachten"], ["Ontvangen klachten", "Ontvankelijke klachten"]] == [
        [row[0].text for row in sheet.rows] for sheet in sheets
    ]
    assert sheets[0].caption.endswith("2020, 2019, 2018 en 2017")
    assert () == sheets[0].notes


def test_what_followed_says_how_far_it_is() -> None:
    """What is refused or planned stands there as that, with the year it came from."""
    made = view(year("2025", "8"), followed("loket", "gepland"), followed("balie", "niet_weerhouden"))
    said = text(made)

    assert "Loket Klachten in 2025 één van de redenen gepland" in said
    assert "Balie Klachten in 2025 één van de redenen niet overgenomen" in said
    assert "Er is geen bijsturing opgetekend die uit deze klachten volgde." in text(view(year("2025", "8")))


def test_contradictions_stand_there_once() -> None:
    """With the complaints, or with what the sources do not say where the annex has that part."""
    reading = {"bron": cite("De aanpak werkt.", "antwoord, alinea 2")}
    tension = [{"onderwerp": "Het aantal", "lezingen": [reading, reading]}]
    item = year("2025", "8", tegenspraken=tension)

    for parts in ((PART,), (PART, {"soort": "niet_vermeld", "titel": "Wat de bron niet zegt"})):
        assert 1 == text(view(item, parts=parts)).count("Waar de bron twee dingen zegt")


def test_absences_of_one_reason_are_named_in_short() -> None:
    """A breakdown that is not there at all by its name; parts of it, and years, by theirs."""
    silent = {"toestand": "niet_gemeten", "reden": "Niet geteld."}
    parts = {"soort": "meerkeuze", "delen": {"brief": silent, "mail": silent}}
    some = {"soort": "meerkeuze", "delen": {"brief": "3", "mail": silent}}
    made = view(year("2025", "8", drager=parts), year("2024", "7", drager=some, ontvankelijk=silent))
    said = text(made)

    assert "Ontvankelijke klachten (2024); Drager (2025); Drager: mail (2024) niet gemeten: Niet geteld." in said


def test_breakdowns_that_count_twice_are_named_in_one_sentence() -> None:
    """What holds for more of them is said once."""
    several = {"soort": "meerkeuze", "delen": {"brief": "3", "mail": "6"}}
    said = text(view(year("2025", "8", drager=several, kanaal={"soort": "meerkeuze", "delen": {"burger": "8"}})))

    assert "Drager en kanaal: één klacht kan meer dan één keer geteld zijn" in said
    assert 1 == said.count("meer dan één keer")


def test_places_in_one_document_name_it_once() -> None:
    """In the order of the document, whatever the order of the figures."""
    source = record("bron", SOURCE, id="verslag", titel="Verslag", kort="Verslag")
    found = [{"bron": "verslag", "plaats": f"alinea {n}"} for n in (6, 5, 10)]
    items = [year(str(2020 + n), "8", bronnen=[one]) for n, one in enumerate(found)]
    said = text(view(*items, source))

    assert "Waar het staat: Verslag, alinea 5, 6, 10." in said


def test_a_line_says_of_each_year_why_it_has_no_figure() -> None:
    """Under the drawing in words, a year without a report apart from one whose report has no number."""
    words = {"toestand": "kwalitatief", "reden": "“Opvallend weinig.”"}
    made = view(year("2025", "8"), year("2024", words), year("2022", "5"))
    (spec,) = made.charts

    assert spec.note.endswith("onderbroken. 2023: geen verslag opgetekend. 2024: in woorden, geen cijfer.")
    assert view(year("2025", "8"), year("2024", "5")).charts[0].note.endswith("is de lijn onderbroken.")
