"""The names of what a finding fills its sentence with, one meaning each.

In: nothing. Out: `ARGUMENTS`, name -> meaning. Both are public: `--format json` prints the names, and the page about
messages explains them in these words.
"""

from collections.abc import Mapping
from types import MappingProxyType

ARGUMENTS: Mapping[str, str] = MappingProxyType(
    {
        "aantal": "hoeveel het er zijn, met het woord erbij als dat verschilt",
        "adres": "een webadres, of het adres van een bestand dat een pagina of bijlage gebruikt",
        "ander": "waarmee het botst: een ander pad, of wat er al staat",
        "anker": "de id van een plaats op een pagina of in een bijlage",
        "bibliotheek": "een bibliotheek van het besturingssysteem",
        "bij": "wat een plaats in een bijlage noemt: een kop, of het begin van een rij",
        "bron": "de id van een bron",
        "dag": "de dag waarvoor gebouwd wordt",
        "decimaal": "een getal met decimalen",
        "element": "een element van HTML",
        "gebrek": "wat een sjabloon mist",
        "geheel": "een geheel getal",
        "getal": "een getal zoals het in een record staat",
        "gevonden": "wat er staat in plaats van wat er hoort",
        "grafiek": "de titel van een grafiek",
        "grens": "het meeste of het minste dat kan",
        "grootte": "hoe groot een bestand is",
        "id": "de id van een record, van een deel van een record of van een woord uit een lijst",
        "initiatief": "de id van een initiatief",
        "kop": "de tekst van een kop",
        "lengte": "hoeveel tekens een tekst telt",
        "lettertype": "de naam van een lettertype",
        "map": "een map, zoals ze op het scherm genoemd wordt",
        "melding": "wat een ander programma of het systeem meldt",
        "millimeter": "een afstand op papier, in millimeter",
        "naam": "de naam van een bestand, een map of een lijst",
        "niveau": "het niveau van een kop",
        "nu": "wat een record nu zegt",
        "pad": "het pad van een bestand binnen de map die gemaakt wordt",
        "pagina": "het nummer van een pagina van een bijlage",
        "plaats": "een plaats in de bewaarde tekst van een bron",
        "records": "records, met hun soort en id",
        "reden": "waarom het niet kan",
        "regel": "het nummer van een regel",
        "sjabloon": "de naam van een sjabloon",
        "som": "wat de delen samen geven",
        "soort": "de soort van een record, een lijst of een onderdeel",
        "status": "de status van de publicatie",
        "stijl": "een regel uit een stijlblad",
        "tabel": "het bijschrift van een tabel, of haar volgnummer",
        "teken": "één teken",
        "tekens": "de tekens",
        "totaal": "het totaal dat het record noemt",
        "veld": "de naam van een veld",
        "velden": "de namen van velden",
        "versie": "de map van een bevroren bijlage",
        "voorbeeld": "één van de bestanden",
        "voorwaarde": "waaraan een getal moet voldoen",
        "vorig": "het niveau van de kop ervoor",
        "vorm": "de vorm die een veld vraagt",
        "vraag": "de id van een vraag",
        "vroeger": "wat een record zei toen de bijlage bevroren werd",
        "waar": "welk record en welk veld ervan, in woorden",
        "waarde": "wat iemand schreef",
        "woorden": "letterlijke woorden uit een record of een bijlage",
    }
)
