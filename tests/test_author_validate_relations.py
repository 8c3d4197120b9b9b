"""Rules across fields, records and sources: references, sums, courses, quotations and numbers."""

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weerklank.author.load import Loaded, RawRecord, SourceDocument, read_record
from weerklank.author.validate import validate
from weerklank.author.validate.citations import FARTHEST, Stored
from weerklank.author.validate.numbers import names, numbers_in
from weerklank.findings import Finding
from weerklank.kinds import FOLDERS
from weerklank.text import SourceText

DAY = date(2026, 1, 1)
BASE = Path(__file__).parent / "findings" / "basis" / "content"
ADJUSTMENT = """\
titel: Kortere wachttijd
samenvatting: De dienst opent een tweede loket.
soort: werkwijze
aanleiding: [{initiatief: overleg, sterkte: mee_bepalend}]
verloop: [{status: gepland}]
bronnen: [{bron: rapport}]
"""
QUESTION = "titel: Klanten\ndeelvragen:\n"
PART = "  - nr: 1\n    tekst: Zijn ze tevreden?\n    delen:\n"
LETTER = "tevreden\n"
COMPLAINTS = "titel: Klachten\njaar: 2019\nbronnen: [{bron: rapport}]\n"
SOURCE = {"bronnen/brief.yaml": "titel: Brief\nsoort: rapport\n"}
TEXT = """\
De dienst hield twaalf gesprekken, en zo’n 180 experten
gaven raad over kwaliteitsmanagement en -
zorg. De organisatie wilde zich her-
positioneren.

\uf0b7 Ongeveer 66 procent was “tevreden of heel tevreden”.
"""


def found(files: dict[str, str]) -> tuple[Finding, ...]:
    """The findings for the base with these files over it."""
    texts = {str(path.relative_to(BASE)): path.read_text(encoding="utf-8") for path in BASE.rglob("*.yaml")} | files
    records: list[RawRecord] = []
    documents: list[SourceDocument] = []
    for name, text in texts.items():
        source = SourceText(f"content/{name}", text)
        if name.endswith(".txt"):
            documents.append(SourceDocument(Path(name).stem, source))
        else:
            kind = FOLDERS[name.partition("/")[0]] if "/" in name else "organisatie"
            record, faults = read_record(kind, Path(name).stem, source)
            assert faults == ()
            records += [record] if record else []
    return validate(Loaded(tuple(records), tuple(documents), (), (), frozenset(), ()), on=DAY).findings


def seen(files: dict[str, str]) -> list[tuple[str, str | None]]:
    """Code and hint of each finding."""
    return [(item.code, item.hint) for item in found(files)]


# --- references ------------------------------------------------------------------------------------------------------


YEAR = COMPLAINTS + "themas: {soort: uitsluitend, delen: {wachttijd: 9}}\n"
THEMES = "titel: Thema’s\ntermen: [{id: wachttijd, naam: wachttijd}, {id: uitleg, naam: uitleg}]\n"


@pytest.mark.parametrize(
    ("cause", "expected"),
    [
        ("{klachten: k2019, thema: wachttijd, sterkte: niet_vermeld}", []),
        ("{klachten: k2019, sterkte: niet_vermeld}", []),
        ("{klachten: k2018, thema: wachttijd, sterkte: niet_vermeld}", ["V001"]),
        ("{klachten: k2019, thema: wachtijd, sterkte: niet_vermeld}", ["V001"]),
        ("{klachten: k2019, thema: uitleg, sterkte: niet_vermeld}", ["V037"]),
        ("{klachten: k2019, initiatief: overleg, sterkte: niet_vermeld}", ["R065"]),
        ("{thema: wachttijd, sterkte: niet_vermeld}", ["R001"]),
        ("{sterkte: niet_vermeld}", ["R001"]),
    ],
)
def test_a_cause_names_one_origin(cause: str, expected: list[str]) -> None:
    """An initiative, or complaints with a theme that was counted; nothing is said twice of one slip."""
    adjustment = ADJUSTMENT.replace("{initiatief: overleg, sterkte: mee_bepalend}", cause)
    files = {"klachten/k2019.yaml": YEAR, "lijsten/klachtthemas.yaml": THEMES, "bijsturingen/loket.yaml": adjustment}
    assert expected == [item.code for item in found(files) if item.severity == "fout"]


def test_a_reference_that_leads_nowhere_names_near_ids() -> None:
    """At most three ids of the same kind, nearest first; else where the id does exist; else what there is."""
    extra = {f"bijsturingen/loket-{n}.yaml": ADJUSTMENT for n in (1, 2, 3, 4)}
    wrong = {"bijsturingen/x.yaml": f"{ADJUSTMENT}onderdeel_van: loket-0\n"}
    assert [("V001", "bedoelt u “loket-1”, “loket-2” of “loket-3”?")] == seen(extra | wrong)
    other = {"bijsturingen/x.yaml": f"{ADJUSTMENT}onderdeel_van: overleg\n"}
    assert [("V001", "“overleg” bestaat wel als initiatief")] == seen(other)
    none = {"bijsturingen/x.yaml": f"{ADJUSTMENT}effect: {{toestand: niet_gemeten, beslissing: geen}}\n"}
    assert [("V001", "er is nog geen beslissing")] == seen(none)
    far = {"bijsturingen/x.yaml": ADJUSTMENT.replace("overleg", "zzzzzzz")}
    assert [("V001", "kies uit: overleg")] == seen(far)


def test_a_word_of_a_list_is_a_reference() -> None:
    """A form that is not in its list leads nowhere."""
    text = BASE.joinpath("initiatieven/overleg.yaml").read_text(encoding="utf-8").replace("[gesprek]", "[gesprk]")
    assert [("V001", "bedoelt u “gesprek”?")] == seen({"initiatieven/overleg.yaml": text})


def test_a_reference_with_its_kind() -> None:
    """What a part rests on may be of any kind; it must exist."""
    part = f"{QUESTION}{PART}      - vraag: {LETTER}        steunt_op: [initiatief:overleg, bron:raport, begrip:x]\n"
    assert [("V001", "bedoelt u “rapport”?"), ("V001", "er is nog geen begrip")] == seen({"vragen/v.yaml": part})


def test_a_selection_of_the_annex_names_records() -> None:
    """The ids that a part of the annex takes must exist; its states are those of its kind."""
    part = f"{QUESTION}{PART}      - vraag: {LETTER}bijlage:\n  titel: Bijlage\n  onderdelen:\n"
    part += "    - {soort: initiatieven, titel: Initiatieven, selectie: {ids: [overlg], status: gepand}}\n"
    assert [("V001", "bedoelt u “overleg”?"), ("R008", "bedoelt u “gepland”?")] == seen({"vragen/v.yaml": part})
    for kind, status, right in (
        ("initiatieven", "lopend", True),
        ("initiatieven", "uitgevoerd", False),
        ("bijsturingen", "uitgevoerd", True),
        ("bijsturingen", "lopend", False),
        ("signalen", "lopend", True),
        ("signalen", "uitgevoerd", False),
        ("grafiek, grafiek: wie-wordt-genoemd", "uitgevoerd", True),
        ("grafiek, grafiek: wie-wordt-genoemd", "uitgevoerdd", False),
    ):
        one = part.replace("ids: [overlg], status: gepand", f"status: {status}").replace("initiatieven,", f"{kind},")
        assert ([] if right else ["R008"]) == [code for code, _ in seen({"vragen/v.yaml": one})]


def test_a_hidden_record_may_point_at_a_hidden_one() -> None:
    """Only what is public loses a reference; on its day a record is public."""
    hidden = BASE.joinpath("initiatieven/overleg.yaml").read_text(encoding="utf-8")
    for status, expected in [
        ("{status: concept}", ["V002"]),
        ("{vanaf: 2026-01-02}", ["V002"]),
        ("{vanaf: 2026-01-01}", []),
    ]:
        files = {"initiatieven/overleg.yaml": f"{hidden}publicatie: {status}\n", "bijsturingen/x.yaml": ADJUSTMENT}
        assert expected == [item.code for item in found(files)]
        files["bijsturingen/x.yaml"] += "publicatie: {status: intern}\n"
        assert found(files) == ()


def test_a_link_in_a_text_is_a_reference() -> None:
    """A link in a text must lead to a record as well, and falls away with what is not public; it may lead to itself."""
    hidden = BASE.joinpath("initiatieven/overleg.yaml").read_text(encoding="utf-8")
    files = {
        "initiatieven/overleg.yaml": f"{hidden}publicatie: {{status: intern}}\n",
        "paginas/over.md": "---\ntitel: Over\n---\nZie\n\n[dit](initiatief:overleg), [dat](initiatief:overlg) en\n"
        "[hier](pagina:over).\n",
    }
    assert [("V002", "6:7"), ("V001", "6:34")] == [
        (item.code, str(item.span).rpartition("md:")[2]) for item in found(files)
    ]


def test_a_ring_of_parts_is_found_once() -> None:
    """A ring has one finding, with the others as places; what leads into the ring is no part of it."""
    files = {
        f"bijsturingen/{a}.yaml": f"{ADJUSTMENT}onderdeel_van: {b}\n"
        for a, b in [("b", "c"), ("c", "d"), ("d", "b"), ("a", "b")]
    }
    (item,) = found(files)
    assert ("V003", "content/bijsturingen/b.yaml:7:16") == (item.code, str(item.span))
    assert ["content/bijsturingen/c.yaml", "content/bijsturingen/d.yaml"] == [place.span.file for place in item.related]


def test_a_part_of_itself_is_a_ring_of_one() -> None:
    """One finding, and no second one that it points at itself."""
    assert ["V003"] == [item.code for item in found({"bijsturingen/a.yaml": f"{ADJUSTMENT}onderdeel_van: a\n"})]


def test_two_records_cannot_share_an_old_address() -> None:
    """An old id belongs to one record; the same old id in another kind is another address."""
    files = {
        "bijsturingen/a.yaml": f"{ADJUSTMENT}vroegere_ids: [oud]\n",
        "bijsturingen/b.yaml": f"{ADJUSTMENT}vroegere_ids: [oud]\n",
    }
    assert ["V007", "V007"] == [item.code for item in found(files)]
    other = BASE.joinpath("initiatieven/overleg.yaml").read_text(encoding="utf-8")
    assert (
        found(
            {
                "bijsturingen/a.yaml": files["bijsturingen/a.yaml"],
                "initiatieven/overleg.yaml": f"{other}vroegere_ids: [oud]\n",
            }
        )
        == ()
    )


# --- rules of one record ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("breakdown", "expected"),
    [
        ("{soort: uitsluitend, totaal: 25, delen: {a: 5, b: 20}}", []),
        ("{soort: uitsluitend, totaal: 25, delen: {a: 5, b: 19}}", ["R034"]),
        ("{soort: uitsluitend, totaal: 25, delen: {a: 5, b: niet_vermeld}}", []),
        ("{soort: uitsluitend, totaal: 25, delen: {a: 26, b: niet_vermeld}}", ["R034"]),
        ("{soort: uitsluitend, totaal: niet_vermeld, delen: {a: 26}}", []),
        ("{soort: meerkeuze, totaal: 38, delen: {a: 30, b: 9}}", []),
        ("{soort: uitsluitend, precisie: ongeveer, totaal: 12055, delen: {a: 8600, b: 3450}}", []),
        ("{soort: uitsluitend, precisie: ongeveer, totaal: 12055, delen: {a: 8600, b: 3500}}", []),
        ("{soort: uitsluitend, precisie: ongeveer, totaal: 12055, delen: {a: 8600, b: 5000}}", ["R034"]),
        ("{soort: uitsluitend, precisie: ongeveer, totaal: 12055, delen: {a: 8600, b: 1000}}", ["R034"]),
        ("{soort: uitsluitend, precisie: minstens, totaal: 25, delen: {a: 5, b: 9}}", []),
        ("{soort: uitsluitend, precisie: minstens, totaal: 25, delen: {a: 5, b: 21}}", ["R034"]),
        ("{soort: uitsluitend, precisie: hoogstens, totaal: 25, delen: {a: 15, b: 20}}", []),
        ("{soort: uitsluitend, precisie: hoogstens, totaal: 25, delen: {a: 5, b: 19}}", ["R034"]),
        ("{soort: meerkeuze, precisie: ongeveer, totaal: 38, delen: {a: 40, b: 9}}", []),
        ("{soort: meerkeuze, precisie: minstens, totaal: 38, delen: {a: 40, b: 9}}", ["R053"]),
    ],
)
def test_exclusive_parts_add_up(breakdown: str, expected: list[str]) -> None:
    """Exclusive parts are together the total, as far as they are known; parts of a multiple choice may exceed it."""
    assert expected == [item.code for item in found({"klachten/2019.yaml": f"{COMPLAINTS}gegrondheid: {breakdown}\n"})]


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ("ontvangen: 15\nontvankelijk: 9\nonontvankelijk: 6", []),
        ("ontvangen: 15\nontvankelijk: 9\nonontvankelijk: 5", ["R056"]),
        ("ontvangen: 15\nontvankelijk: 9\nonontvankelijk: niet_vermeld", []),
        ("ontvangen: 15\nbinnen_45_dagen: 9\nna_45_dagen: 5", []),
        ("ontvangen: 15\nbinnen_45_dagen: 11\nna_45_dagen: 5", ["R056"]),
        ("ontvangen: 15\nbinnen_45_dagen: 16", ["R056"]),
        ("ontvangen: niet_vermeld\nbinnen_45_dagen: 16", []),
        ("totaal: 20\nontvangen: 15\ngeen_klacht: 4", ["R056"]),
        ("totaal: 20\nontvangen: 15", []),
        ("ontvankelijk: 9\ngegrondheid: {soort: uitsluitend, totaal: 9, delen: {a: 9}}", []),
        ("ontvankelijk: 9\ngegrondheid: {soort: uitsluitend, totaal: 10, delen: {a: 10}}", ["R053"]),
        ("ontvankelijk: 9\noplossing: {soort: uitsluitend, delen: {a: 6, b: 4}}", ["R053"]),
        ("ontvankelijk: 9\nombudsnormen: {soort: meerkeuze, delen: {a: 6, b: 4}}", []),
        ("ontvankelijk: 9\nombudsnormen: {soort: meerkeuze, delen: {a: 10, b: niet_vermeld}}", ["R053"]),
        ("ontvangen: 9\ndrager: {soort: uitsluitend, delen: {a: 10}}", []),
        ("totaal: 9\ndrager: {soort: uitsluitend, delen: {a: 10}}", ["R053"]),
        ("totaal: 95\ndrager: {soort: uitsluitend, precisie: ongeveer, van: meldingen, delen: {a: 99}}", []),
        ("totaal: 95\ndrager: {soort: uitsluitend, precisie: ongeveer, van: meldingen, delen: {a: 91}}", []),
        ("totaal: 95\ndrager: {soort: uitsluitend, precisie: ongeveer, van: meldingen, delen: {a: 80}}", ["R056"]),
        (
            "totaal: 95\ndrager: {soort: uitsluitend, precisie: ongeveer, van: meldingen, totaal: 99, delen: {a: 99}}",
            ["R053"],
        ),
        ("totaal: 95\ndrager: {soort: uitsluitend, precisie: minstens, van: meldingen, delen: {a: 70}}", []),
        ("totaal: 95\ndrager: {soort: uitsluitend, precisie: minstens, van: meldingen, delen: {a: 96}}", ["R053"]),
        ("totaal: 95\ndrager: {soort: uitsluitend, precisie: hoogstens, van: meldingen, delen: {a: 120}}", []),
        ("totaal: 95\ndrager: {soort: uitsluitend, precisie: hoogstens, van: meldingen, delen: {a: 70}}", ["R056"]),
    ],
)
def test_figures_of_a_year_fit_together(figures: str, expected: list[str]) -> None:
    """No part is more than its whole, and what most often adds up is said where it does not."""
    assert expected == [item.code for item in found({"klachten/2019.yaml": f"{COMPLAINTS}{figures}\n"})]


HIDDEN = "gegrondheid: {soort: uitsluitend, %s, delen: {a: 58, b: afgeschermd, c: 30}}"


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        (HIDDEN % "totaal: 90", {("gegrondheid", "delen", "b"): "2"}),
        (HIDDEN % "eenheid: procent", {("gegrondheid", "delen", "b"): "12 procent"}),
        (f"ontvankelijk: 90\n{HIDDEN % 'totaal: niet_vermeld'}", {("gegrondheid", "delen", "b"): "2"}),
        (f"ontvangen: 90\n{HIDDEN % 'van: ontvangen'}", {("gegrondheid", "delen", "b"): "2"}),
        (
            f"drager: {{soort: uitsluitend, van: ontvangen, delen: {{a: 90}}}}\n{HIDDEN % 'van: ontvangen'}",
            {("gegrondheid", "delen", "b"): "2"},
        ),
        (
            "uitsplitsingen:\n  - {naam: Lijn, soort: uitsluitend, totaal: 9, delen: {a: 9, b: afgeschermd}}",
            {("uitsplitsingen", 0, "delen", "b"): "0"},
        ),
        (
            "ontvangen: afgeschermd\ngegrondheid: {soort: uitsluitend, van: ontvangen, delen: {a: 3, b: 2}}",
            {("ontvangen",): "5"},
        ),
        (
            "gegrondheid: {soort: uitsluitend, totaal: afgeschermd, delen: {a: 3, b: 2}}",
            {("gegrondheid", "totaal"): "5"},
        ),
        ("ontvangen: 9\nontvankelijk: 7\nonontvankelijk: afgeschermd", {("onontvankelijk",): "2"}),
        (
            (
                "ontvankelijk: afgeschermd\ngegrondheid: {soort: uitsluitend, totaal: 113, delen: {a: 90, b: "
                "afgeschermd, c: afgeschermd}}"
            ),
            {("ontvankelijk",): "113"},
        ),
        ("ontvangen: afgeschermd\nontvankelijk: 7\nonontvankelijk: 2", {("ontvangen",): "9"}),
        (HIDDEN % "precisie: ongeveer, totaal: 90", {}),
        (HIDDEN % "totaal: niet_vermeld", {}),
        (f"ontvangen: 90\n{HIDDEN % 'totaal: afgeschermd'}", {}),
        (f"publicatie: {{status: intern}}\n{HIDDEN % 'totaal: 90'}", {}),
        ("gegrondheid: {soort: meerkeuze, totaal: 90, delen: {a: 58, b: afgeschermd, c: 30}}", {}),
        ("gegrondheid: {soort: uitsluitend, totaal: 90, delen: {a: 58, b: afgeschermd, c: afgeschermd}}", {}),
        ("gegrondheid: {soort: uitsluitend, totaal: 90, delen: {a: 58, b: niet_vermeld, c: 30}}", {}),
    ],
)
def test_what_is_shielded_cannot_be_worked_out(figures: str, expected: dict[tuple[object, ...], str]) -> None:
    """A shielded part or whole that the other figures give away, in counts and in shares, is told at its place."""
    told = [item for item in found({"klachten/2019.yaml": f"{COMPLAINTS}{figures}\n"}) if item.code == "R096"]
    assert expected == {item.field: dict(item.arguments)["getal"] for item in told}
    assert len(expected) == len(told)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ({"gesteld": "2019-01", "doorgestuurd": "2019-01-05", "kabinet": "2019-02", "antwoord": "2019-03"}, []),
        ({"doorgestuurd": "2019-02", "kabinet": "2019-01"}, ["R059"]),
        ({"gesteld": "2019-02", "kabinet": "2019-01"}, ["R059"]),
        ({"kabinet": "2019-02", "antwoord": "2019-01"}, ["R059"]),
        ({"gesteld": "2019-02", "antwoord": "2019-01"}, ["R037"]),
        ({"doorgestuurd": "2019-02", "kabinet": "2019"}, []),
    ],
)
def test_a_question_goes_one_way(days: dict[str, str], expected: list[str]) -> None:
    """It is asked, passed on, sent to the cabinet and answered, as far as these days are known."""
    keys = {"gesteld": "datum_gesteld", "doorgestuurd": "doorgestuurd_op", "kabinet": "naar_kabinet_op"}
    lines = "".join(f"{keys.get(name, 'datum_antwoord')}: {day}\n" for name, day in days.items())
    text = f"{QUESTION}{PART}      - vraag: {LETTER}{lines}"
    assert expected == [item.code for item in found({"vragen/klanten.yaml": text})]


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (["2019", "2019-06", "2019"], []),
        (["2019-06", "2019-05"], ["R033"]),
        (["2020", "niet_vermeld", "2019"], ["R033"]),
        (["2019-06-12", "2019-06"], []),
    ],
)
def test_the_newest_step_stands_last(dates: list[str], expected: list[str]) -> None:
    """Dates are compared as far as both are known."""
    steps = ", ".join(
        f"{{status: in_uitvoering, datum: {day}, toelichting: Stap {number}.}}" for number, day in enumerate(dates)
    )
    text = ADJUSTMENT.replace("[{status: gepland}]", f"[{steps}]")
    codes = [item.code for item in found({"bijsturingen/a.yaml": text})]
    assert expected == [code for code in codes if code not in {"V024", "V039"}]


@pytest.mark.parametrize(
    ("letters", "expected"),
    [
        ([""], []),
        (["a"], []),
        (["a", "b", "c"], []),
        (["a", "c"], ["hier hoort letter: b"]),
        (["b", "a"], ["hier hoort letter: a"]),
        (["", ""], ["hier hoort letter: a"]),
        (["a", "a"], ["hier hoort letter: b"]),
    ],
)
def test_letters_run_from_a(letters: list[str], expected: list[str]) -> None:
    """Each part has the next letter; a single part may go without."""
    parts = "".join(f"      - letter: '{letter}'\n        vraag: {LETTER}" for letter in letters)
    assert expected == [hint for _, hint in seen({"vragen/v.yaml": f"{QUESTION}{PART}{parts}"})]


def test_a_definitive_annex_needs_every_field() -> None:
    """Each field that its heading prints is named on its own; as a draft none is asked for."""
    annex = "bijlage:\n  titel: Bijlage\n  status: definitief\n  onderdelen: [{soort: wegwijzer, titel: Wegwijzer}]\n"
    text = f"{QUESTION}{PART}      - vraag: {LETTER}{annex}"
    expected = [
        "bijlage.toestand_op",
        "datum_gesteld",
        "in_het_kort",
        "minister",
        "nummer",
        "vraagsteller",
        "zittingsjaar",
    ]
    assert expected == sorted(dict(item.arguments)["veld"] for item in found({"vragen/v.yaml": text}))
    assert found({"vragen/v.yaml": text.replace("definitief", "ontwerp")}) == ()


def test_a_drawing_needs_its_name_and_its_measurement() -> None:
    """A part that draws says what; a drawing of a measurement says which."""
    text = f"{QUESTION}{PART}      - vraag: {LETTER}bijlage:\n  titel: Bijlage\n  onderdelen:\n"
    text += "    - {soort: grafiek, titel: Grafiek}\n    - {soort: grafiek, titel: Grafiek, grafiek: meting}\n"
    assert [("R036", "grafiek"), ("R036", "meting")] == [
        (item.code, dict(item.arguments)["veld"]) for item in found({"vragen/v.yaml": text})
    ]


# --- quotations ------------------------------------------------------------------------------------------------------


def quoting(quotation: str, text: str = TEXT) -> list[tuple[str, str | None]]:
    """What is said of a quotation from a stored source."""
    adjustment = ADJUSTMENT.replace(
        "{bron: rapport}", f"{{bron: brief, citaat: '{quotation.replace(chr(39), chr(39) * 2)}'}}"
    )
    return seen({**SOURCE, "bronnen/brief.txt": text, "bijsturingen/a.yaml": adjustment})


@pytest.mark.parametrize(
    "quotation",
    [
        "De dienst hield twaalf gesprekken",
        "zo'n 180 experten gaven raad",
        "kwaliteitsmanagement en -zorg",
        "wilde zich herpositioneren",
        'was "tevreden of heel tevreden"',
        "positioneren. Ongeveer 66 procent",
        "De dienst […] gaven raad [...] herpositioneren",
    ],
)
def test_a_literal_quotation_is_accepted(quotation: str) -> None:
    """Line ends, kinds of quotation marks, bullets and split words do not count; […] stands for words left out."""
    assert quoting(quotation) == []


@pytest.mark.parametrize(
    ("quotation", "hint"),
    [
        ("De dienst hield dertien gesprekken", "in de bron staat “twaalf” in plaats van “dertien”"),
        ("De dienst hield gesprekken, en zo’n 180", "in de bron staat er ook “twaalf”"),
        ("De dienst hield gisteren twaalf gesprekken", "“gisteren” staat er in de bron niet"),
    ],
)
def test_a_wrong_quotation_shows_what_the_source_says(quotation: str, hint: str) -> None:
    """The hint names the words that differ."""
    assert [("V010", hint)] == quoting(quotation)


def test_a_wrong_quotation_shows_where_the_source_says_it() -> None:
    """The passage in the source is a second place, so that an editor can go there."""
    adjustment = ADJUSTMENT.replace("{bron: rapport}", "{bron: brief, citaat: Ongeveer 67 procent was tevreden}")
    (item,) = found({**SOURCE, "bronnen/brief.txt": TEXT, "bijsturingen/a.yaml": adjustment})
    assert ["content/bronnen/brief.txt:6"] == [str(place.span).rsplit(":", 1)[0] for place in item.related]


def test_words_that_are_nowhere_near_name_no_words() -> None:
    """Words that are worse than none are not named: only where they are to be taken from."""
    ((code, hint),) = quoting("xyzzy plugh")
    assert "V010" == code
    assert str(hint).startswith("kopieer de woorden uit de tekst van de bron")


def test_pieces_stand_in_order_and_within_reach() -> None:
    """An elision stands for some words, not for a book, and never turns the order."""
    assert ["V010"] == [code for code, _ in quoting("gaven raad […] De dienst hield")]
    for gap, expected in [(FARTHEST - 100, []), (FARTHEST + 100, ["V010"])]:
        text = f"Het begin is hier. {'x ' * (gap // 2)}En hier is het einde.\n"
        assert expected == [code for code, _ in quoting("Het begin is hier. […] En hier is het einde.", text)]


def test_a_source_without_text_cannot_be_checked() -> None:
    """Where no text is kept, a quotation is taken as it is, which a note says, and none is asked for."""
    adjustment = ADJUSTMENT.replace("{bron: rapport}", "{bron: brief, citaat: wat dan ook}")
    (note,) = found({**SOURCE, "bijsturingen/a.yaml": adjustment})
    assert ("V035", {"bron": "brief", "aantal": "1"}) == (note.code, dict(note.arguments))


@given(st.integers(0, len(TEXT)), st.integers(1, 80))
def test_any_stretch_of_whole_words_of_the_source_is_found(start: int, length: int) -> None:
    """What is copied from the source is accepted, whatever lies inside it."""
    words = TEXT[start : start + length].split()[1:-1]
    if words and words[-1] != "-" and any(character.isalnum() for character in "".join(words)):
        assert Stored(SourceText("brief.txt", TEXT)).quotes(" ".join(words))


@given(st.text(max_size=80), st.text(max_size=60))
def test_any_text_can_be_searched(text: str, quotation: str) -> None:
    """Whatever a source and a quotation hold, the answer is yes or no, and a place lies inside the source."""
    source = SourceText("brief.txt", text)
    stored = Stored(source)
    assert stored.quotes(quotation) in (True, False)
    _, place = stored.near(quotation)
    assert place is None or place.end_line <= source.line_count


# --- numbers and literal words ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("ongeveer 66 procent", "66", True),
        ("ongeveer 66 procent", "6", False),
        ("66,5 procent", "66.5", True),
        ("66,5 procent", "66", False),
        ("1.234 klachten", "1234", True),
        ("1 234 klachten", "1234", True),
        ("in 2019 12 sessies", "12", True),
        ("in 2025 2 140 mensen", "2140", True),
        ("in 2025 2 140 mensen", "20252", False),
        ("1 985 en 690, 1 910,5 en 574", "1910.5", True),
        ("twaalf sessies", "12", True),
        ("Eén sessie", "1", True),
        ("zesenzestig", "66", True),
        ("drieëntwintig", "23", True),
        ("de helft van de buren", "50", True),
        ("elfduizend", "11", False),
        ("geen cijfer", "5", False),
    ],
)
def test_a_number_in_digits_or_words(text: str, number: str, expected: bool) -> None:  # noqa: FBT001 - expected value
    """Digits are read as in Flanders, words up to a hundred."""
    assert expected == names(text, Decimal(number))
    assert expected == (Decimal(number) in numbers_in(text))


@given(st.integers(0, 10_000_000), st.sampled_from(["", ".", " ", "\u00a0"]))
def test_any_whole_number_is_found_in_any_grouping(number: int, mark: str) -> None:
    """A number is read back from how it may be printed."""
    assert names(f"er waren {number:,} klachten".replace(",", mark), Decimal(number))


def measured(quantity: str, *, more: str = "") -> list[str]:
    """Codes for a measurement whose one result has this value and quotes the stored source."""
    text = f"""\
titel: Enquête
samenvatting: De dienst vroeg of de buren tevreden zijn.
initiatief: overleg
periode: {{van: 2019}}
resultaten:
  - id: onthaal
    onderwerp: het onthaal
    waarde: {quantity}
    bronnen: [{{bron: brief, citaat: "Ongeveer 66 procent"}}]
{more}bronnen: [{{bron: rapport}}]
"""
    return [item.code for item in found({**SOURCE, "bronnen/brief.txt": TEXT, "metingen/m.yaml": text})]


def test_a_number_must_be_in_its_quotation() -> None:
    """The value of a result rests on the quotations of the result; another number of the result does not."""
    assert measured("{waarde: 66, eenheid: procent}") == []
    assert measured("{waarde: 67, eenheid: procent}") == ["V011"]
    assert measured("66\n    n: 180") == []
    assert measured('{waarde: 180, bronnen: [{bron: brief, citaat: "zo’n 180 experten"}]}') == []


def test_literal_words_are_in_a_quotation_or_in_the_source() -> None:
    """Literal words may come from a quotation of the record or from a stored source that it names."""
    assert measured("{waarde: 66, letterlijk: ongeveer 66 procent}") == []
    assert measured("{waarde: 66, letterlijk: zo'n 180 experten}") == []
    assert measured("{waarde: 66, letterlijk: zowat 66 procent}") == ["V012"]


def test_literal_words_without_anything_to_check_against() -> None:
    """Where the record quotes nothing and no text is kept, nothing can be said."""
    text = BASE.joinpath("initiatieven/overleg.yaml").read_text(encoding="utf-8")
    text = text.replace("{van: 2019}", "{letterlijk: dit jaar}")
    assert found({"initiatieven/overleg.yaml": text}) == ()


def test_curly_words_that_no_source_has_are_a_note() -> None:
    """Only prose of records that cite a stored source is looked at; capitals and a full stop make no difference."""
    for words, expected in [("“Twaalf gesprekken.”", []), ("“dertien gesprekken”", ["V013"]), ("‘dertien’", [])]:
        adjustment = (
            ADJUSTMENT.replace("{bron: rapport}", "{bron: brief, citaat: twaalf gesprekken}")
            + f"effect: Er waren {words}\n"
        )
        files = {**SOURCE, "bronnen/brief.txt": TEXT, "bijsturingen/a.yaml": adjustment}
        assert expected == [item.code for item in found(files)]
        assert found(files | {"bijsturingen/a.yaml": ADJUSTMENT + f"effect: Er waren {words}\n"}) == ()


PARTED = """\
VLAAMS PARLEMENT
SCHRIFTELIJKE VRAAG
nr. 214

De raad vroeg dit.

De raad vroeg dat.

ANTWOORD

Dat is zo.
"""


def parted(*begins: str, text: str = PARTED) -> tuple[str, ...]:
    """The tips for a text with these parts."""
    parts = "".join(f"  - {{naam: deel {place}, begint: {words}}}\n" for place, words in enumerate(begins))
    files = {"bronnen/brief.yaml": f"titel: Brief\nsoort: rapport\ntekstdelen:\n{parts}", "bronnen/brief.txt": text}
    return tuple(item.hint or "" for item in found(files) if item.code == "V016")


@pytest.mark.parametrize(
    ("begins", "ways"),
    [
        (("vraag",), ["VLAAMS PARLEMENT SCHRIFTELIJKE VRAAG nr.", "De raad vroeg dit.", "De raad vroeg dat."]),
        (("Schriftelijke vraag",), ["VLAAMS PARLEMENT SCHRIFTELIJKE VRAAG nr."]),
        (("VLAAMS PARLEMENT", "dat is"), []),
        (("VLAAMS PARLEMENT", "besluit"), ["De raad vroeg dit.", "De raad vroeg dat.", "ANTWOORD", "Dat is zo."]),
    ],
)
def test_a_part_that_begins_nowhere_is_told_with_which_words_it_can(begins: tuple[str, ...], ways: list[str]) -> None:
    """Each way that the tip offers, written as it stands there, mends it."""
    tips = parted(*begins)
    said = [way for tip in tips for way in re.findall("“([^”]*)”", tip)]

    assert ways == [way for way in said if way in ways]
    assert [()] * len(said) == [parted(*begins[:-1], way) for way in said]


def test_words_that_begin_paragraphs_alike_are_told_as_far_as_they_differ() -> None:
    """The first words of the second paragraph would lead to the first."""
    alike = "De raad van de gebruikers vroeg dit.\n\nDe raad van de gebruikers zag dat.\nKort\n"
    (tip,) = parted("Kort", text=alike)

    assert tip.endswith("“De raad van de gebruikers zag”")


def test_parts_out_of_order_and_parts_of_nothing_are_told_so() -> None:
    """No paragraph below the part before it can be named then."""
    (order,) = parted("ANTWOORD", "De raad")
    (nothing,) = parted("Dat is zo", "Besluit")

    assert "volgorde van de tekst" in order
    assert nothing.startswith("er staat geen alinea meer")


SURVEY = """\
titel: Bevraging
samenvatting: De dienst vroeg of brieven duidelijk zijn.
initiatief: overleg
periode: {van: 2015, tot: 2019}
populatie: bewoners
ingevuld: 80
resultaten:
"""


def in_series(*values: str) -> list[tuple[int, str]]:
    """For each V008 of a series with these figures, one a year: its place in the series and its tip."""
    rows = "".join(
        f"  - {{id: in-{year}, reeks: duidelijk, onderwerp: Duidelijk, jaar: {year}, waarde: {value}}}\n"
        for year, value in enumerate(values, 2015)
    )
    files = {"metingen/bevraging.yaml": f"{SURVEY}{rows}bronnen: [{{bron: rapport}}]\n"}
    own = [item for item in found(files) if item.code == "V008"]
    return [(int(item.field[1]), str(item.hint)) for item in own]


PERCENT = "{waarde: 50, eenheid: procent}"


@pytest.mark.parametrize("place", range(4))
@pytest.mark.parametrize("bare", ['"61,4"', "61.4", "61", "{waarde: 61.4}"])
def test_a_unit_that_one_figure_lacks_is_told_at_that_figure(place: int, bare: str) -> None:
    """Wherever it stands in the series; and what the tip says to write mends it."""
    values = [PERCENT] * 4
    values[place] = bare
    ((there, tip),) = in_series(*values)

    assert there == place
    typed = re.search(r"schrijf dan (\{.*?\});", tip)
    if bare.startswith("{"):
        assert "voeg dan “eenheid: procent” toe" in tip
    else:
        assert typed
        assert typed[1].partition(",")[0] in ("{waarde: 61", "{waarde: 61.4")
    values[place] = typed[1] if typed else "{waarde: 61.4, eenheid: procent}"
    assert in_series(*values) == []


def test_of_two_figures_the_one_without_a_unit_is_told() -> None:
    """A unit that is written is no slip where the other has none."""
    assert [place for place, _ in in_series("61", PERCENT)] == [0]
    assert [place for place, _ in in_series(PERCENT, "61")] == [1]


def test_one_unit_among_figures_without_is_told_there() -> None:
    """The tip says that the others may lack it."""
    ((place, tip),) = in_series("61", "62", PERCENT)

    assert place == 2
    assert "bij de andere cijfers “eenheid: procent”" in tip


VERDICTS = Path(__file__).parent / "findings" / "V050" / "content"


def judged_by(name: str, path: str = "bijsturingen/loket.yaml", text: str = "") -> list[str]:
    """The tips for a verdict of this party on an adjustment that a signal of `buurt` led to, or on another record."""
    texts = {str(file.relative_to(VERDICTS)): file.read_text(encoding="utf-8") for file in VERDICTS.rglob("*.*")}
    verdict = f"van: {name}, oordeel"
    loket = texts["bijsturingen/loket.yaml"]
    texts[path] = (text or loket).replace("van: winkels, oordeel", verdict)
    if text:
        texts["bijsturingen/loket.yaml"] = loket.partition("oordeel_van")[0] + "bronnen: [{bron: rapport}]\n"
    return [str(item.hint) for item in found(texts) if item.code == "V050"]


def test_a_verdict_of_another_party_is_given_to_no_other_and_kept() -> None:
    """Only a slip of the pen is asked for: whose words they are does not change."""
    assert judged_by("buurt") == []
    (tip,) = judged_by("winkels")

    assert "kies uit" not in tip
    assert tip.startswith("hier kan nu alleen: buurt; gaf “winkels” een signaal dat hiertoe leidde")
    assert tip.endswith("zet die woorden met hun bron in “tekst” in plaats van hier: zo gaan ze niet verloren")


def test_a_verdict_on_a_promise_of_another_party_says_how_it_is_tied() -> None:
    """It is that of whom the promise was made to, or of who gave a signal."""
    promise = (
        "titel: Loket\nsamenvatting: De dienst opent een loket.\ngezegd_op: 2019-01-01\ndoor: de dienst\n"
        "aan: de winkels\n"
        "uiterlijk: niet_vermeld\nverloop: niet_vermeld\nbijsturingen: [loket]\n"
        "woorden: [{bron: verslag, citaat: Het is goed zo.}]\n"
        "oordeel_van_de_gever: [{van: winkels, oordeel: volstaat, woorden: {bron: verslag, citaat: Het is goed zo.}}]\n"
        "bronnen: [{bron: rapport}]\n"
    )
    (tip,) = judged_by("winkels", "toezeggingen/loket.yaml", promise)

    assert tip.startswith("hier kan nu alleen: buurt, toegezegd_aan; kreeg “winkels” de toezegging")
    assert "gaf “winkels” een signaal" in tip
    assert judged_by("toegezegd_aan", "toezeggingen/loket.yaml", promise) == []


GROUPS = """\
titel: Bevraging
samenvatting: Wat bewoners vinden.
initiatief: overleg
periode: {van: 2020}
bronnen: [{bron: rapport}]
%s
resultaten:
  - {id: a, onderwerp: Loket, groep: mannen, jaar: 2020, n: 300, waarde: {waarde: 60, eenheid: procent}}
  - {id: b, onderwerp: Loket, groep: vrouwen, jaar: 2020, n: 290, waarde: {waarde: 62, eenheid: procent}}
  - {id: c, onderwerp: Loket, groep: anderen, jaar: 2020, waarde: afgeschermd}
"""


@pytest.mark.parametrize(
    ("filled_in", "left"),
    [
        ("ingevuld: 700", []),
        ("ingevuld: 600", ["10"]),
        ("ingevuld: [{jaar: 2020, waarde: 600}]", ["10"]),
        ("ingevuld: 300", ["10"]),
        ("ingevuld: 590", []),
    ],
)
def test_a_shielded_group_is_what_the_others_leave_of_all_who_answered(filled_in: str, left: list[str]) -> None:
    """No group is taken for the total where it is known how many filled in the list."""
    told = [item for item in found({"metingen/a.yaml": GROUPS % filled_in}) if item.code == "R086"]
    assert left == [dict(item.arguments)["getal"] for item in told]
