"""Messages C0xx: the command line and the environment.

In: nothing. Out: `MESSAGES`, the entries of this block by code, in order.
"""

from collections.abc import Mapping

from weerklank.messages.message import Message, error

MESSAGES: Mapping[str, Message] = {
    "C001": error(
        "een bestand van de site kan niet “{pad}” heten: {reden}",
        "Elk bestand van de site krijgt een naam die op elke computer en elke webserver werkt: geen lege delen, geen "
        "“..”, geen tekens die Windows verbiedt, geen onzichtbare tekens en geen namen van toestellen zoals “con”. De "
        "naam komt meestal van de id van een record. Geef dat bestand in content/ een andere naam.",
    ),
    "C002": error(
        "“{pad}” en “{ander}” zijn op sommige computers hetzelfde bestand",
        "Windows en macOS maken geen verschil tussen grote en kleine letters, of tussen twee manieren om een letter "
        "met een accent te schrijven. Twee namen die alleen daarin verschillen, zouden elkaar overschrijven. Geef een "
        "van de twee een andere naam.",
    ),
    "C003": error(
        "“{pad}” is een bestand en tegelijk een map, door “{ander}”",
        "Twee onderdelen van de site vragen hetzelfde adres: het ene als bestand, het andere als map. Geef een van de "
        "twee een andere naam.",
    ),
    "C010": error(
        "in {map} staan bestanden die deze bouw niet gemaakt heeft, zoals “{voorbeeld}”",
        "De bouw vervangt de hele map waarin de site komt. Daarom schrijft hij alleen in een map die leeg is of die "
        "hij zelf gemaakt heeft: dat leest hij in manifest.json. Zo gaan nooit bestanden van u verloren. Verplaats "
        "wat er staat, of kies met --output een andere map.",
    ),
    "C011": error(
        "{map} is geen map",
        "De site komt in een map. Op die plaats staat iets anders. Verplaats het, of kies met --output een andere map.",
    ),
    "C012": error(
        "een andere bouw is nog bezig in {map}",
        "Twee keer tegelijk bouwen in dezelfde map mag: de tweede wacht tot de eerste klaar is. Dat duurde hier te "
        "lang. Wacht tot de andere bouw klaar is, of stop hem, en begin opnieuw.",
    ),
    "C013": error(
        "er is geen plaats meer op de schijf van {map}",
        "De bouw schrijft eerst de hele nieuwe site naast de oude en wisselt dan om. Daar is even plaats voor twee "
        "nodig. Maak plaats en begin opnieuw; wat er stond, is niet veranderd.",
    ),
    "C014": error(
        "{map} mag of kan niet beschreven worden",
        "De bouw heeft schrijfrecht nodig in de map van de site en in de map daarboven, want hij zet de nieuwe site "
        "klaar naast de oude. Op Windows mag ook geen programma een bestand van de site openhouden. Kijk de rechten "
        "na, sluit wat open staat, of kies met --output een andere map.",
    ),
    "C015": error(
        "{map} kan niet geschreven worden: het systeem meldt {melding}",
        "Het besturingssysteem weigerde een stap waarvan we de reden niet in gewone woorden kunnen zeggen. Wat er "
        "stond, is niet veranderd. Staat de site op een netwerkschijf of een koppelpunt, probeer dan --output met een "
        "map op de eigen schijf.",
    ),
    "C016": error(
        "in {map} is “{pad}” veranderd sinds het gemaakt werd",
        "Een bijlage of een dekkingsrapport vervangt de hele map waarin het komt. Wat u zelf in een van die bestanden "
        "schreef, zou verloren gaan. Verplaats het bestand om het te bewaren, of verwijder het, en begin opnieuw. Een "
        "bestand van de site wordt wel teruggezet: daar verandert niemand iets met de hand.",
    ),
    "C020": error(
        "de map {map} bestaat niet",
        "De bouw leest wat auteurs schrijven uit content/ en hoe het eruitziet uit templates/. Ligt uw inhoud "
        "ergens anders, wijs die map dan aan met --content.",
    ),
    "C021": error(
        "SOURCE_DATE_EPOCH is geen aantal seconden: “{waarde}”",
        "Met deze variabele legt een bouwstraat de datum van de bouw vast: een geheel getal, de seconden sinds "
        "1 januari 1970. Verwijder de variabele, verbeter haar, of gebruik --date.",
    ),
    "C022": error(
        "“{waarde}” is geen datum",
        "Met --date zegt u op welke dag de site gebouwd wordt. Die dag beslist wat al openbaar is. Schrijf jaar, "
        "maand en dag, bijvoorbeeld --date 2026-03-01.",
    ),
    "C023": error(
        "de site kan niet in {map} komen: daar staat {ander}",
        "De map van de site wordt bij elke bouw vervangen. Ze mag dus niet samenvallen met de map van de inhoud, van "
        "de sjablonen of van het project, en er niet boven of in liggen. Kies met --output een andere map.",
    ),
    "C024": error(
        "het bestand is niet te lezen: het systeem meldt {melding}",
        "Het bestand staat er wel, maar het besturingssysteem geeft het niet. Kijk de rechten van het bestand na.",
    ),
    "C025": error(
        "dit is geen gewoon bestand, maar {gevonden}",
        "De bouw leest alleen gewone bestanden en mappen, nooit koppelingen naar iets elders: zo kan niets buiten het "
        "project ongemerkt op de site komen. Zet er het bestand zelf.",
    ),
    "C030": error(
        "er is geen vraag “{id}”",
        "Een bijlage of dekkingsrapport hoort bij een vraag. Noem de vraag met haar id: de naam van haar bestand in "
        "content/vragen/, zonder .md of .yaml.",
    ),
    "C031": error(
        "{map} bestaat al",
        "Wat er staat, wordt nooit overschreven. Voor init kiest u een andere map, of een lege. Een bijlage is dan "
        "door iemand anders op hetzelfde moment bevroren: kijk na wat er staat; begint u opnieuw, dan krijgt de "
        "nieuwe versie een volgnummer.",
    ),
    "C032": error(
        "in {map} staat geen site die gebouwd is",
        "Een pak is de site zoals ze gebouwd is, met haar manifest. Daar staat er geen. Bouw eerst de site: python3 "
        "build.py. Staat ze ergens anders, wijs die map dan aan met --output.",
    ),
    "C033": error(
        "de site in {map} is niet meer zoals ze gebouwd is: “{pad}” {reden}",
        "Het manifest van de site noemt elk bestand met zijn controlegetal. Wie het pak krijgt, kijkt daarmee na of "
        "alles aankwam; daarom komt er geen pak van een site die niet overeenstemt. Bouw de site opnieuw: dat zet elk "
        "bestand terug zoals het hoort. Een bestand dat niet van de bouw komt, verplaatst u eerst zelf.",
    ),
    "C040": error(
        "dit onderdeel kan niet weg, want de bijlage heeft geen ander",
        "Het oordeel over de dekking is intern en staat niet meer in de bijlage. Deze bijlage had alleen dat. Schrijf "
        "eerst welke onderdelen ze dan heeft, en begin opnieuw; er is niets veranderd.",
        hints={"another_part": "voeg een ander onderdeel toe, bijvoorbeeld “soort: wegwijzer”"},
    ),
}
