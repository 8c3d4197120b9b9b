"""Mistakes of people who write records, in what `build.py init` makes: each message leads to the mend.

A row is a file, what stands there, what somebody typed instead, the code of the message and its hint.
"""

import shutil
from pathlib import Path

import pytest

from tests.printed_site import DAY
from weerklank.author.load import load
from weerklank.author.validate import validate
from weerklank.cli.starting import BEGIN
from weerklank.findings import Finding
from weerklank.messages import Elsewhere, Severity

INITIATIVE = "initiatieven/overleg-met-bewoners.md"
ADJUSTMENT = "bijsturingen/bericht-vooraf.yaml"
MEASUREMENT = "metingen/tevredenheid-fietspaden.yaml"
COMPLAINTS = "klachten/2020.yaml"
QUESTION = "vragen/onderhoud-fietspaden.md"
PROMISE = "toezeggingen/alle-fietspaden-nagekeken.yaml"
ORGANISATION = "organisatie.yaml"
SOURCE = "bronnen/verslag-overleg.yaml"


def _in_text(key: str, words: str) -> str:
    first = f"hier kan alleen een getal, en dat zegt iets anders: laat “{key}” weg, en zet"
    return f"{first} “{words}” in de tekst van het record"


def _for_all(number: str, fields: str, words: str) -> str:
    every = f"geldt het voor alle delen, schrijf dan {number}, en zet naast “delen” {fields}"
    return (
        f"{every}; geldt het voor dit deel alleen, laat “wegdek” dan weg, en zet “{words}” in de tekst van het record"
    )


MISTAKES = [
    (
        INITIATIVE,
        "aantal: 24",
        "aantal: 24 bewoners",
        "R012",
        "schrijf aantal: {waarde: 24, eenheid: bewoners}",
    ),
    (
        INITIATIVE,
        "aantal: 24",
        "aantal: een twintigtal",
        "R012",
        "schrijf het getal in cijfers, bijvoorbeeld 66 of 66,5",
    ),
    (INITIATIVE, "van: 2020-03-12", "van: 12 maart 2020", "R015", "schrijf 2020-03-12"),
    (INITIATIVE, "van: 2020-03-12", "van: 12/3/2020", "R015", "schrijf 2020-03-12"),
    (INITIATIVE, "vormen: [gesprek]", "vormen: gesprekken", "V001", "bedoelt u “gesprek”?"),
    (
        INITIATIVE,
        "vormen: [gesprek]",
        "vormen: Gesprek, enquête",
        "R017",
        (
            "zijn het er meer, schrijf dan [gesprek, …], met op … de id van “enquête”; is die er nog niet, maak of "
            "voeg ze dan eerst toe"
        ),
    ),
    (
        INITIATIVE,
        "vormen: [gesprek]",
        "vormen: [[gesprek, enquete]]",
        "R004",
        (
            "hier kan er één: maak voor elk een eigen deel, met “gesprek” en “enquete”, of voeg de groep als één woord "
            "toe aan lijsten/vormen.yaml"
        ),
    ),
    (INITIATIVE, "vormen: [gesprek]", "vorm: gesprek", "R002", "bedoelt u “vormen”?"),
    (INITIATIVE, "status: afgerond", "status: Afgerond", "R008", "bedoelt u “afgerond”?"),
    (
        MEASUREMENT,
        "wijze: niet_vermeld ",
        "wijze: online (tot en met 2023 telefonisch) ",
        "R008",
        (
            "kies wat voor het geheel geldt (online, post, telefoon, aan_huis, gemengd), en zet “online (tot en met "
            "2023 telefonisch)” in de tekst van het record"
        ),
    ),
    (INITIATIVE, "niveau: operationeel", "niveau: Operationeel niveau", "R017", "bedoelt u “operationeel”?"),
    (INITIATIVE, "  - wie: bewoners\ndeelnemers", "  - wie: scholen\ndeelnemers", "V001", "kies uit: bewoners"),
    (
        INITIATIVE,
        "bron: verslag-overleg ",
        "bron: Verslag van het overleg met bewoners",
        "R017",
        "bedoelt u “verslag-overleg”?",
    ),
    (INITIATIVE, "bron: verslag-overleg ", "bron: verslag-overleg.txt ", "R017", "bedoelt u “verslag-overleg”?"),
    (
        INITIATIVE,
        "Bewoners vroegen om herstellingen vooraf aan te kondigen.",
        "Bewoners vroegen om herstellingen op voorhand aan te kondigen.",
        "V010",
        "in de bron staat “vooraf” in plaats van “op voorhand”",
    ),
    (
        INITIATIVE,
        '"Bewoners vroegen om herstellingen vooraf aan te kondigen."',
        "pagina 3",
        "V010",
        "kopieer de woorden uit de tekst van de bron; een plaats zoals “pagina 3” hoort bij plaats",
    ),
    (INITIATIVE, "doel: niet_vermeld", "doel: niet vermeld", "R027", "schrijf niet_vermeld"),
    (INITIATIVE, "doel: niet_vermeld", "doel: nvt", "R027", "schrijf niet_van_toepassing"),
    (INITIATIVE, "doel: niet_vermeld", "doel: niet_gemeten", "R020", "voeg “reden: …” of “beslissing: de-id” toe"),
    (
        INITIATIVE,
        "titel: Overleg met bewoners",
        "titel: Overleg: met bewoners",
        "L036",
        'zet de waarde tussen aanhalingstekens: titel: "Overleg: met bewoners"',
    ),
    (
        INITIATIVE,
        "signalen:\n  - id: vooraf-aankondigen",
        "signalen:\n  - id: Vooraf aankondigen",
        "R007",
        "schrijf vooraf-aankondigen",
    ),
    (INITIATIVE, "hersteld-fietspad.png", "Foto fietspad.JPG", "R007", "schrijf foto-fietspad.jpg"),
    (
        INITIATIVE,
        "    beschrijving: Een rood fietspad tussen bomen, met twee kegels rond een hersteld stuk.\n",
        "",
        "R001",
        "voeg “beschrijving: …” toe",
    ),
    (INITIATIVE, "    rechten: Eigen tekening, vrij te gebruiken\n", "", "R001", "voeg “rechten: …” toe"),
    (INITIATIVE, "---\n\nOnder", "\nOnder", "L021", "zet onder het laatste veld een regel met “---”"),
    (INITIATIVE, "samenvatting: De", "Samenvatting: De", "R002", "bedoelt u “samenvatting”?"),
    (
        ADJUSTMENT,
        "initiatief: overleg-met-bewoners",
        "initiatief: overleg met bewoners",
        "R017",
        "bedoelt u “overleg-met-bewoners”?",
    ),
    (ADJUSTMENT, "signaal: vooraf-aankondigen", "signaal: vooraf", "V004", "bedoelt u “vooraf-aankondigen”?"),
    (
        ADJUSTMENT,
        "datum: 2020-05",
        "datum: sinds mei 2020",
        "R015",
        "schrijf 2020-05, en ernaast “toelichting: Volgens de bron sinds mei 2020”",
    ),
    (ADJUSTMENT, "status: doorlopend", "status: uitgevoerd deels", "R008", "bedoelt u “deels_uitgevoerd”?"),
    (ADJUSTMENT, "kosten: niet_vermeld", "kosten: € 1.250,00", "R012", "schrijf kosten: {waarde: 1250, eenheid: euro}"),
    (
        ADJUSTMENT,
        "kosten: niet_vermeld",
        "kosten: € 96.400,-",
        "R012",
        "schrijf kosten: {waarde: 96400, eenheid: euro}",
    ),
    (
        ADJUSTMENT,
        "kosten: niet_vermeld",
        "kosten: ca. € 640.000 per jaar",
        "R012",
        (
            "een getal alleen zou iets anders zeggen dan “ca. € 640.000 per jaar”: schrijf kosten: {waarde: …, "
            'eenheid: euro, precisie: ongeveer, letterlijk: "ca. € 640.000 per jaar"}, met bij waarde het getal dat de '
            "bron noemt, en bij letterlijk haar eigen woorden"
        ),
    ),
    (ADJUSTMENT, "kosten: niet_vermeld", "kosten: 1.250 euro", "R012", "schrijf kosten: {waarde: 1250, eenheid: euro}"),
    (
        ADJUSTMENT,
        "kosten: niet_vermeld",
        "kosten: 1250 euro incl. btw",
        "R012",
        'schrijf kosten: {waarde: 1250, eenheid: euro, letterlijk: "1250 euro incl. btw"}',
    ),
    (
        ADJUSTMENT,
        "verloop:\n  - status",
        "verloop:\n    status",
        "R009",
        "zet elke waarde op een eigen regel, met een streepje en een spatie ervoor",
    ),
    (
        ADJUSTMENT,
        '      - {bron: verslag-overleg, citaat: "Naar aanleiding daarvan"}',
        "      - {bron: verslag-overleg, citaat: Naar aanleiding daarvan, kregen}",
        "L045",
        'hoort het bij de waarde, schrijf dan citaat: "Naar aanleiding daarvan, kregen"',
    ),
    (
        ADJUSTMENT,
        "titel: Een bericht vooraf",
        'titel: "Een bericht" vooraf',
        "L038",
        "zet alles binnen de aanhalingstekens: '\"Een bericht\" vooraf'",
    ),
    (MEASUREMENT, "waarde: 61,5   ", "waarde: 61,5%  ", "R012", "schrijf 61,5"),
    (
        MEASUREMENT,
        "waarde: 61,5   ",
        "waarde: 62,5   ",
        "V011",
        "het citaat zegt: “Daarvan was 61,5 procent tevreden of heel tevreden over het onderhoud.”",
    ),
    (
        MEASUREMENT,
        "n: 80",
        "n: 40 procent",
        "R012",
        _in_text("n", "40 procent"),
    ),
    (
        COMPLAINTS,
        "ontvangen: ",
        "ontvankelijk: 95%\nontvangen: ",
        "R012",
        (
            "hier hoort een aantal; geeft de bron alleen een aandeel, laat “ontvankelijk” dan weg en zet het onder "
            "“uitsplitsingen”: {naam: …, soort: uitsluitend, van: …, eenheid: procent, delen: {…: 95, de andere: "
            "niet_vermeld}}"
        ),
    ),
    (
        PROMISE,
        "uiterlijk: 2021-12",
        "uiterlijk: midden 2021",
        "R015",
        (
            "schrijf ernaast termijn met de woorden van de bron (“midden 2021”), en hier de laatste maand of dag die "
            "de bron ermee kan bedoelen"
        ),
    ),
    (
        PROMISE,
        "uiterlijk: 2021-12",
        "uiterlijk: 2021-12\nverschoven: [{van: eind 2021, naar: 2022-06}]",
        "R015",
        "schrijf hier dezelfde datum als bij “uiterlijk”, waar de woorden van de bron bij “termijn” staan",
    ),
    (
        PROMISE,
        "uiterlijk: 2021-12",
        "uiterlijk: 2021-12\ntermijn: K9 2021",
        "V012",
        "neem de woorden over zoals ze in de bron staan",
    ),
    (
        MEASUREMENT,
        "ingevuld: 80",
        "ingevuld: {waarde: 1,25, eenheid: miljoen mensen}",
        "R051",
        "schrijf waarde: 1250000, en ernaast “eenheid: mensen”",
    ),
    (PROMISE, "uiterlijk: 2021-12", "uiterlijk: 04/2022", "R015", "schrijf 2022-04"),
    (
        MEASUREMENT,
        "ingevuld: 80",
        "ingevuld: > 80",
        "L042",
        (
            'hoort het teken bij de waarde, schrijf dan "> 80"; is het een getal, dan zegt check daarna hoe het '
            "geschreven wordt"
        ),
    ),
    (
        MEASUREMENT,
        "ingevuld: 80",
        'ingevuld: "> 80"',
        "R012",
        'schrijf ingevuld: {waarde: 80, precisie: minstens, letterlijk: "> 80"}',
    ),
    (
        MEASUREMENT,
        "ingevuld: 80",
        "ingevuld: >8",
        "R012",
        'schrijf ingevuld: {waarde: 8, precisie: minstens, letterlijk: ">8"}',
    ),
    (MEASUREMENT, "ingevuld: 80", "ingevuld: 40%", "R012", "schrijf ingevuld: {waarde: 40, eenheid: procent}"),
    (
        MEASUREMENT,
        "n: 80",
        "n: 81,5",
        "R051",
        "schrijf een geheel getal, of voeg “eenheid: procent” toe als het een aandeel is",
    ),
    (
        MEASUREMENT,
        "jaar: 2020\n    n",
        "jaar: 2019-2020\n    n",
        "R015",
        "schrijf de datum als 2019, 2019-06 of 2019-06-12",
    ),
    (MEASUREMENT, "jaar: 2020\n    n", "jaar: ’20\n    n", "R015", "schrijf de datum als 2019, 2019-06 of 2019-06-12"),
    (
        MEASUREMENT,
        "uitgenodigd: 200",
        "uitgenodigd: 2OO",
        "R012",
        "schrijf het getal in cijfers, bijvoorbeeld 66 of 66,5",
    ),
    (MEASUREMENT, "groep: bewoners", "groepen: bewoners", "R002", "bedoelt u “groep”?"),
    (
        COMPLAINTS,
        "ontvankelijk: 30\n",
        "ontvankelijk: 3O\n",
        "R012",
        "schrijf het getal in cijfers, bijvoorbeeld 66 of 66,5",
    ),
    (
        COMPLAINTS,
        "delen: {wegdek: 21, wachttijd: 18}",
        "delen: {wegdek: 21, wachttijden: 18}",
        "V001",
        "bedoelt u “wachttijd”?",
    ),
    (
        COMPLAINTS,
        "delen: {wegdek: 21, wachttijd: 18}",
        "delen: {wegdek:21, wachttijd: 18}",
        "L034",
        "zet een spatie na de dubbele punt: wegdek: 21",
    ),
    (
        COMPLAINTS,
        "delen: {fietspad: 25, rijweg: 11}",
        "delen: [fietspad: 25, rijweg: 11]",
        "R011",
        "schrijf elk deel met zijn waarde: delen: {fietspad: 25, rijweg: 11}",
    ),
    (
        COMPLAINTS,
        "delen: {fietspad: 25, rijweg: 11}",
        "delen: fietspad 25, rijweg 11",
        "R011",
        "schrijf elk deel met zijn waarde: delen: {naam: 12, andere: 8}",
    ),
    *(
        (COMPLAINTS, "delen: {wegdek: 21,", f"delen: {{wegdek: {typed},", code, hint)
        for typed, code, hint in (
            ("58 procent", "R012", "schrijf 58, en zet naast “delen” “eenheid: procent”"),
            ('"61,3%"', "R012", "schrijf 61,3, en zet naast “delen” “eenheid: procent”"),
            (
                "ca. 58%",
                "R012",
                _for_all("58", "“eenheid: procent” en “precisie: ongeveer”", "ca. 58%"),
            ),
            ("{waarde: 61,3, eenheid: procent}", "R004", "schrijf 61,3, en zet naast “delen” “eenheid: procent”"),
            (
                "{waarde: 21, precisie: ongeveer}",
                "R004",
                _for_all("21", "“precisie: ongeveer”", "ongeveer 21"),
            ),
            ("{waarde: 21}", "R004", "schrijf 21"),
            (
                "61,3",
                "R051",
                "schrijf een geheel getal; is het een aandeel, zet dan “eenheid: procent” naast “delen”",
            ),
            (
                "ca. 1.150",
                "R012",
                _for_all("1150", "“precisie: ongeveer”", "ca. 1.150"),
            ),
            ("1.150", "R050", "een aantal is een geheel getal: schrijf 1150"),
        )
    ),
    (
        COMPLAINTS,
        "bronnen:",
        "compensaties: [{wat: een rit, aantal: ca. 1.150}]\nbronnen:",
        "R012",
        "schrijf aantal: {waarde: 1150, precisie: ongeveer}",
    ),
    (MEASUREMENT, "n: 80", "n: {waarde: 80, eenheid: %}", "L040", 'zet de tekst tussen aanhalingstekens: "%"'),
    (COMPLAINTS, "ontvangen: 36", "ontvangen: 36,5", "R051", "schrijf een geheel getal"),
    (MEASUREMENT, "n: 80", "n: {waarde: 40, eenheid: procent}", "R051", "schrijf een geheel getal"),
    (
        COMPLAINTS,
        "ontvangen: 36",
        "ontvangen: ca. 1.150",
        "R012",
        "schrijf 1150, en zet aan het begin van het record bij precisie “ontvangen: ongeveer”",
    ),
    (
        MEASUREMENT,
        "n: 80",
        "n: 80\n    foutenmarge: 2,1 procentpunt",
        "R012",
        "schrijf foutenmarge: {waarde: 2,1, eenheid: procentpunt}",
    ),
    (COMPLAINTS, "jaar: 2020", "jaar: 2020-2021", "R015", "schrijf de datum als 2019, 2019-06 of 2019-06-12"),
    (
        QUESTION,
        "onderwerp: ",
        "soort: mondelinge vraag\nonderwerp: ",
        "R008",
        (
            "een mondelinge vraag is een actuele_vraag (in de plenaire vergadering) of een vraag_om_uitleg (in een "
            "commissie)"
        ),
    ),
    (
        QUESTION,
        "onderwerp: ",
        "soort: opvolgvraag\nonderwerp: ",
        "R008",
        (
            "schrijf haar eigen soort, bijvoorbeeld schriftelijke_vraag of vraag_om_uitleg, en bij verwijst_naar de id "
            "van de vraag waarop ze volgt"
        ),
    ),
    (QUESTION, "- letter: a\n", "- letter: A\n", "R007", "schrijf a"),
    (QUESTION, "letter: b", "letter: c", "R031", "hier hoort letter: b"),
    (QUESTION, "- nr: 1", "- nr: één", "R012", "schrijf 1"),
    (
        QUESTION,
        "steunt_op: [meting:tevredenheid-fietspaden]",
        "steunt_op: [tevredenheid-fietspaden]",
        "R018",
        "bedoelt u “meting:tevredenheid-fietspaden”?",
    ),
    (
        QUESTION,
        "steunt_op: [meting:tevredenheid-fietspaden]",
        "steunt_op: [meting: tevredenheid-fietspaden]",
        "R004",
        "bedoelt u “meting:tevredenheid-fietspaden”, zonder spatie?",
    ),
    (QUESTION, "datum_gesteld: niet_vermeld", "datum_gesteld: 31/11/2020", "R016", "2020-11 telt 30 dagen"),
    (
        QUESTION,
        "vraagsteller: niet_vermeld",
        "vraagsteller:",
        "R003",
        "vul het in, haal de regel weg, of schrijf niet_vermeld als de bron zwijgt",
    ),
    (
        QUESTION,
        "{soort: bronnen, titel: Bronnen}",
        "{soort: bronnenlijst, titel: Bronnen}",
        "R008",
        "bedoelt u “bronnen”?",
    ),
    (
        QUESTION,
        "{soort: wegwijzer, titel: Waar vindt u wat}",
        "{soort: wegwijzer, titel: Waar vindt u wat, en waarom}",
        "L045",
        'hoort het bij de waarde, schrijf dan titel: "Waar vindt u wat, en waarom"',
    ),
    (
        QUESTION,
        "aan_te_vullen: {wie: dienst, wat: Wat de bevraging kostte.}",
        "aan_te_vullen: Wat de bevraging kostte.",
        "R011",
        "hier kunnen: wie, wat",
    ),
    (
        PROMISE,
        "uiterlijk: 2021-12",
        "uiterlijk: eind 2021",
        "R015",
        "schrijf 2021, en ernaast termijn met de woorden van de bron (“eind 2021”)",
    ),
    (PROMISE, "uiterlijk: 2021-12", "uiterlijk: 31 december 2021", "R015", "schrijf 2021-12-31"),
    (PROMISE, "door: De minister", "door:De minister", "L034", "zet een spatie na de dubbele punt: door: De minister"),
    (
        ORGANISATION,
        "email: luisteren@voorbeeld.example",
        "email: luisteren(at)voorbeeld.be",
        "R007",
        "schrijf luisteren@voorbeeld.be",
    ),
    (
        ORGANISATION,
        "  slogan:",
        "  catalogusthema: cultuur\n  slogan:",
        "R008",
        "kies uit: AGRI, ECON, EDUC, ENER, ENVI, GOVE, HEAL, INTR, JUST, REGI, SOCI, TECH, TRAN",
    ),
    (ORGANISATION, "zoekmachines: nee", "zoekmachines: false", "R014", "schrijf nee"),
    (
        ORGANISATION,
        "disclaimer: |\n  Dit",
        "disclaimer: |\nDit",
        "L035",
        "schrijf “veld: waarde”; hoort deze regel bij het veld erboven, laat hem dan inspringen",
    ),
    (SOURCE, "datum: 2020-03-12", "datum: maart 2020", "R015", "schrijf 2020-03"),
    (SOURCE, "soort: rapport", "soort: Rapport", "R017", "bedoelt u “rapport”?"),
]


@pytest.mark.parametrize(("file", "there", "typed", "code", "hint"), MISTAKES, ids=[repr(row[2]) for row in MISTAKES])
def test_a_message_leads_to_the_mend(file: str, there: str, typed: str, code: str, hint: str, tmp_path: Path) -> None:  # noqa: PLR0917 - a row
    """The code and the hint that its author sees."""
    content = tmp_path / "content"
    shutil.copytree(BEGIN, content)
    text = (content / file).read_text(encoding="utf-8")
    assert there in text
    (content / file).write_text(text.replace(there, typed, 1), encoding="utf-8")
    loaded = load(content)
    found = (*loaded.findings, *validate(loaded, on=DAY).findings)

    assert (code, hint) in [(item.code, item.hint or "") for item in found]


SHARES = "soort: meerkeuze\n  eenheid: procent\n  precisie: ongeveer\n  delen: {wegdek: 61,3, wachttijd: 58}"


def test_what_a_hint_about_shares_says_can_be_done(tmp_path: Path) -> None:
    """A breakdown in shares as the hints above spell it has no error."""
    assert [] == [item.code for item in _with(tmp_path, SHARES) if item.severity is Severity.ERROR]


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("soort: uitsluitend\n  eenheid: procent\n  delen: {wegdek: 61,3, wachttijd: 38,8}", set()),
        ("soort: uitsluitend\n  eenheid: procent\n  delen: {wegdek: 61,3, wachttijd: 58}", {"R034"}),
        ("soort: uitsluitend\n  eenheid: procent\n  precisie: ongeveer\n  delen: {wegdek: 60, wachttijd: 45}", set()),
        ("soort: uitsluitend\n  eenheid: procent\n  delen: {wegdek: 61,3, wachttijd: 30}", {"R056"}),
        ("soort: uitsluitend\n  eenheid: procent\n  precisie: minstens\n  delen: {wegdek: 40, wachttijd: 30}", set()),
        (
            "soort: uitsluitend\n  eenheid: procent\n  precisie: minstens\n  delen: {wegdek: 75, wachttijd: 30}",
            {"R034"},
        ),
        ("soort: uitsluitend\n  eenheid: procent\n  precisie: hoogstens\n  delen: {wegdek: 75, wachttijd: 50}", set()),
        ("soort: uitsluitend\n  eenheid: procent\n  delen: {wegdek: 61,3, wachttijd: niet_vermeld}", set()),
        ("soort: meerkeuze\n  eenheid: procent\n  delen: {wegdek: 161, wachttijd: 38,8}", {"R052"}),
        ("soort: meerkeuze\n  eenheid: procent\n  delen: {wegdek: -1, wachttijd: 38,8}", {"R052"}),
        ("soort: meerkeuze\n  eenheid: aantal\n  delen: {wegdek: 6,5, wachttijd: 8}", {"R051"}),
        ("soort: meerkeuze\n  eenheid: procent\n  totaal: 40\n  delen: {wegdek: 61}", {"R053"}),
    ],
)
def test_shares_can_be_what_they_say(typed: str, codes: set[str], tmp_path: Path) -> None:
    """From 0 to 100, together a hundred where each complaint counts once; of no more complaints than there were."""
    assert codes == {item.code for item in _with(tmp_path, typed)} & {"R034", "R051", "R052", "R053", "R056", "R092"}


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("soort: uitsluitend\n  delen: {wegdek: 58, wachttijd: 42}", True),
        ("soort: uitsluitend\n  delen: {wegdek: 58, wachttijd: 41}", True),
        ("soort: uitsluitend\n  eenheid: aantal\n  delen: {wegdek: 58, wachttijd: 42}", False),
        ("soort: uitsluitend\n  eenheid: procent\n  delen: {wegdek: 58, wachttijd: 42}", False),
        ("soort: uitsluitend\n  delen: {wegdek: 58, wachttijd: 30}", False),
        ("soort: uitsluitend\n  totaal: 100\n  delen: {wegdek: 58, wachttijd: 42}", True),
        ("soort: meerkeuze\n  delen: {wegdek: 58, wachttijd: 61}", True),
        ("soort: meerkeuze\n  delen: {wegdek: 580, wachttijd: 61}", False),
        ("soort: meerkeuze\n  delen: {wegdek: 12, wachttijd: 3}", False),
    ],
)
def test_a_hundred_of_thousands_is_asked_about(typed: str, asked: bool, tmp_path: Path) -> None:  # noqa: FBT001
    """Percentages that are typed as counts would be published as counts; a written unit is believed."""
    assert asked is any(item.code == "R092" for item in _with(tmp_path, typed, received="47615"))


@pytest.mark.parametrize(
    ("total", "received", "asked"),
    [("100", "47615", True), ("100", "niet_vermeld", True), ("100", "100", False), ("101", "47615", False)],
)
def test_a_hundred_percent_is_no_total(total: str, received: str, asked: bool, tmp_path: Path) -> None:  # noqa: FBT001
    """A total of shares is a number of complaints: one of a hundred is asked about, unless there were as many."""
    typed = f"soort: meerkeuze\n  eenheid: procent\n  totaal: {total}\n  delen: {{wegdek: 58, wachttijd: 61}}"
    places = [item.field for item in _with(tmp_path, typed, received) if item.code == "R095"]
    assert ([("themas", "totaal")] if asked else []) == places


def test_one_sign_for_thousands_is_one_question(tmp_path: Path) -> None:
    """All counts of a record that have it are named in one message, and each of its places with it."""
    found = _with(tmp_path, "soort: meerkeuze\n  delen: {wegdek: 21.400, wachttijd: 1.800}", "52.325")
    (one,) = [item for item in found if item.code == "R050"]
    assert "een aantal is een geheel getal: schrijf 52325, en doe zo ook bij de andere" == one.hint
    assert [(Elsewhere.COUNT, 10), (Elsewhere.COUNT, 10)] == [(other.text, other.span.line) for other in one.related]


def _with(tmp_path: Path, themes: str, received: str = "36") -> tuple[Finding, ...]:
    """What is found in the beginning with these themes and so many complaints."""
    content = tmp_path / "content"
    shutil.copytree(BEGIN, content)
    text = (content / COMPLAINTS).read_text(encoding="utf-8")
    there = "soort: meerkeuze\n  delen: {wegdek: 21, wachttijd: 18}"
    assert there in text
    text = text.replace(there, themes).replace("ontvangen: 36", f"ontvangen: {received}", 1)
    (content / COMPLAINTS).write_text(text, encoding="utf-8")
    loaded = load(content)
    return (*loaded.findings, *validate(loaded, on=DAY).findings)
