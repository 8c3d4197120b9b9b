"""Messages L0xx: what cannot stand in the YAML of a record, and what makes it unreadable.

In: nothing. Out: `MESSAGES`, the entries of this block by code, in order; those of files come before them.
"""

from collections.abc import Mapping

from weerklank.messages.message import Message, error, warning
from weerklank.messages.reading import YAML

_QUOTE_START = "moet de tekst zo beginnen, zet hem dan tussen aanhalingstekens: {voorbeeld}"
_INDENT = "spring in met twee gewone spaties per niveau"

MESSAGES: Mapping[str, Message] = {
    "L024": error(
        "het veld “{veld}” staat er twee keer",
        "Programma’s houden van twee gelijke velden er stilzwijgend één over. Dan verdwijnt wat u schreef zonder dat "
        "iemand het merkt. Verwijder er een.",
        hints={"keep": "houd er één over, of geef het tweede zijn eigen naam"},
    ),
    "L025": error(
        "een & aan het begin heeft in YAML een bijzondere betekenis",
        "YAML leest & als een anker: een naam waarnaar een ander veld kan verwijzen. Zulke verwijzingen zijn hier "
        "niet toegelaten, want wie het record leest, ziet niet meer wat er staat.",
        hints={"quote": _QUOTE_START},
    ),
    "L026": error(
        "een * aan het begin heeft in YAML een bijzondere betekenis",
        "YAML leest * als een verwijzing naar een ander veld. Zulke verwijzingen zijn hier niet toegelaten. Wilt u "
        "tekst benadrukken, zet de waarde dan tussen aanhalingstekens.",
        hints={"repeat": "herhaal de tekst, of zet ze tussen aanhalingstekens: {voorbeeld}"},
    ),
    "L027": error(
        "een ! aan het begin heeft in YAML een bijzondere betekenis",
        "YAML leest ! als het begin van een type (zoals !!str). Dat is hier niet nodig en niet toegelaten: wat u "
        "schrijft is tekst, tot het veld zelf zegt wat het is.",
        hints={"quote": _QUOTE_START},
    ),
    "L028": error(
        "velden samenvoegen met << is niet toegelaten",
        "YAML kan met << velden van elders overnemen. Wie het record leest, ziet dan niet meer wat er staat.",
        hints={"in_full": "schrijf de velden hier voluit"},
    ),
    "L029": error(
        "de naam van een veld moet gewone tekst zijn",
        YAML + "Voor de dubbele punt staat de naam van het veld, geen lijst en geen lege plek.",
        hints={"example": "een veld heet bijvoorbeeld titel: schrijf “titel: …”"},
    ),
    "L030": error(
        "dit is te diep genest: hoogstens {grens} niveaus",
        "Geen enkel record heeft zoveel niveaus nodig. Meestal is de inspringing per ongeluk bij elke regel gegroeid.",
    ),
    "L031": error(
        "dit record heeft te veel onderdelen: hoogstens {grens}",
        "Een record met zoveel onderdelen is niet meer na te lezen. Splits het in verschillende records.",
    ),
    "L032": error(
        "hier staat een tab in de inspringing",
        "YAML rekent met spaties. Een tab is niet overal even breed, en daarom niet toegelaten aan het begin van een "
        "regel.",
        hints={"indent": _INDENT},
    ),
    "L033": error(
        "hier staan vaste spaties in de inspringing",
        "Een vaste spatie ziet eruit als een gewone, maar telt niet als inspringing. Ze komt mee met plakken uit een "
        "tekstverwerker of van een webpagina.",
        hints={"indent": _INDENT, "plain_spaces": "vervang ze door gewone spaties"},
    ),
    "L034": error(
        "na “{veld}:” ontbreekt een spatie",
        YAML + "Zonder die spatie leest YAML de hele regel als tekst.",
        hints={"space": "zet een spatie na de dubbele punt: {voorbeeld}"},
    ),
    "L035": error(
        "op deze regel staat geen veld met een dubbele punt",
        YAML + "Loopt een tekst over meer regels, dan springen die regels verder in dan het veld.",
        hints={"field": "schrijf “veld: waarde”; hoort deze regel bij het veld erboven, laat hem dan inspringen"},
    ),
    "L036": error(
        "een dubbele punt in de waarde: YAML ziet hier een tweede veld",
        YAML + "Staat in de waarde zelf nog een dubbele punt met een spatie erna, zet ze dan tussen rechte "
        "aanhalingstekens. Gekrulde aanhalingstekens tellen daarvoor niet.",
        hints={
            "quote": "zet de waarde tussen aanhalingstekens: {voorbeeld}",
            "quote_whole": "zet de hele waarde tussen aanhalingstekens, of zet een | na het veld en de tekst eronder",
        },
    ),
    "L037": error(
        "het aanhalingsteken {teken} wordt niet gesloten",
        "Een waarde die met een recht aanhalingsteken begint, moet ermee eindigen. Anders leest YAML door tot ver in "
        "de volgende velden. Een apostrof binnen enkele aanhalingstekens schrijft u dubbel: ''.",
        hints={"close": "sluit de tekst op dezelfde regel af: {voorbeeld}"},
    ),
    "L038": error(
        "na {teken} staat nog tekst",
        "Begint een waarde met een aanhalingsteken of een haak, dan houdt ze op bij het teken dat die sluit. Wat erna "
        "komt, kan YAML niet plaatsen.",
        hints={
            "quote_inside": "zet alles binnen de aanhalingstekens: {voorbeeld}",
            "quote_all": "zet alles tussen aanhalingstekens: {voorbeeld}",
        },
    ),
    "L039": error(
        "een schuine streep tussen dubbele aanhalingstekens heeft een bijzondere betekenis",
        "Tussen dubbele aanhalingstekens begint \\ een code, zoals \\n voor een nieuwe regel. Tussen enkele "
        "aanhalingstekens is \\ een gewoon teken.",
        hints={"single_quotes": "gebruik enkele aanhalingstekens, of schrijf twee schuine strepen: \\\\"},
    ),
    "L040": error(
        "een waarde kan niet zomaar met {teken} beginnen",
        "YAML gebruikt de tekens @ ` % & * ! ? , ] en } voor zichzelf. Een waarde die ermee begint, zet u tussen "
        "rechte aanhalingstekens.",
        hints={
            "quote": "zet de tekst tussen aanhalingstekens: {voorbeeld}",
            "comma": "verwijder de komma waar geen waarde voor staat",
        },
    ),
    "L041": error(
        "de haak {teken} wordt niet gesloten, of tussen de delen ontbreekt een komma",
        "Tussen [ en ] staat een lijst, tussen { en } staan velden, telkens met komma’s ertussen. Een tekst met een "
        "komma of een dubbele punt zet u daarbinnen tussen aanhalingstekens.",
        hints={
            "close": "sluit af met {teken}, met komma’s tussen de delen; een tekst met {gevonden} staat "
            "tussen aanhalingstekens",
            "comment": "achter # telt niets mee, ook geen komma of {teken}: zet de opmerking op een eigen regel",
        },
    ),
    "L042": error(
        "na het teken {teken} kan op dezelfde regel geen tekst staan",
        "Met | of > zegt u dat de tekst op de volgende regels staat, met twee spaties inspringing.",
        hints={
            "next_line": "begin de tekst op de volgende regel, met twee spaties vooraan",
            "part_of_value": "hoort het teken bij de waarde, schrijf dan {voorbeeld}; is het een getal, dan zegt "
            "check daarna hoe het geschreven wordt",
        },
    ),
    "L043": error(
        "deze regel springt niet in zoals de regels erboven",
        "Aan de inspringing ziet YAML wat bij elkaar hoort. Velden van hetzelfde niveau beginnen precies even ver van "
        "de kantlijn.",
        hints={
            "align": "laat “{veld}” even ver inspringen als het veld erboven, of zet de hele waarde tussen "
            "aanhalingstekens",
            "together": "velden die bij elkaar horen, beginnen even ver van de kantlijn; in een lijst is dat "
            "na het streepje",
            "text": "hoort deze regel bij de tekst erboven, laat hem dan even ver inspringen als die tekst",
            "remark": "een regel die met # begint, breekt de tekst af: zet die regel boven het veld",
            "first": "begin alle velden van dit record even ver van de kantlijn, het eerste ook",
            "dash": "begint de regel erboven een deel van een lijst, schrijf dan een koppelteken en een spatie: "
            "{voorbeeld}",
        },
    ),
    "L044": error(
        "een lijst begint op een nieuwe regel",
        "Na het veld en zijn dubbele punt komt een nieuwe regel; daaronder staat elk deel op zijn eigen regel met een "
        "streepje en een spatie.",
        hints={
            "own_line": "zet elk streepje op een eigen regel onder het veld",
            "minus": "een getal onder nul schrijft u zonder spatie: {waarde}",
        },
    ),
    "L045": error(
        "achter de komma staat geen veld",
        "Tussen { en } en tussen [ en ] scheidt een komma velden of waarden. Wat erachter staat, zou verdwijnen of "
        "iets anders worden. Een getal zoals 23,4 blijft heel; een tekst met een komma zet u tussen aanhalingstekens.",
        hints={
            "quote_value": "hoort het bij de waarde, schrijf dan {voorbeeld}",
            "field": "schrijf hier “veld: waarde”",
            "one_or_two": "één waarde schrijft u als {voorbeeld}; zijn het er twee, zet dan een spatie na de komma",
        },
    ),
    "L046": warning(
        "de woorden “{woorden}” worden niet gelezen",
        "Een # na een spatie begint in YAML een opmerking: de rest van de regel telt niet mee en komt nergens op de "
        "site. Een opmerking voor uzelf zet u op een eigen regel, die met # begint.",
        hints={
            "comment_or_text": "horen ze bij de waarde, schrijf dan {voorbeeld}; zijn ze voor uzelf, zet ze dan op een "
            "eigen regel"
        },
    ),
    "L047": error(
        "een code met \\ brengt hier het teken {teken} binnen, en dat kan niet",
        "Tussen dubbele aanhalingstekens maakt \\ met letters of cijfers een teken dat u in het bestand niet ziet. "
        "Stuurtekens en tekens die de schrijfrichting omkeren, kunnen niet: wat iemand leest, moet zijn wat er staat.",
        hints={"type_it": "typ de tekst zelf, of gebruik enkele aanhalingstekens: daar is \\ een gewoon teken"},
    ),
    "L048": warning(
        "deze regel begint met een streepje, en wordt gelezen als een stuk van de waarde erboven",
        "Een lijst begint op een nieuwe regel onder haar veld, en haar streepjes staan recht onder elkaar. Springt een "
        "streepje anders in, dan leest YAML de regel als het vervolg van de tekst erboven, met streepje en al.",
        hints={
            "under": "is het een eigen deel van de lijst, zet het streepje dan recht onder het vorige, met een spatie "
            "erachter; hoort het bij de tekst, zet die dan tussen aanhalingstekens"
        },
    ),
    "L049": error(
        "de opbouw van dit bestand is hier niet te begrijpen",
        YAML + "Vergelijk deze regel met dezelfde regel in een ander record.",
        hints={
            "look": "kijk op deze regel en die erboven naar de inspringing, de dubbele punten en de aanhalingstekens"
        },
    ),
    "L050": error(
        "“{naam}” is een afbeelding van een soort die hier niet kan",
        "Een afbeelding is een png, jpg, jpeg of webp: die kan elke browser tonen, en die kunnen "
        "in de bijlage en in Word.",
        hints={"convert": "bewaar ze als png of jpg"},
    ),
    "L051": error(
        "“{naam}” is geen afbeelding die getoond kan worden",
        "Het bestand is beschadigd of afgebroken, beweegt, of is van een andere soort dan zijn naam zegt.",
        hints={
            "again": "bewaar de afbeelding opnieuw als png of jpg, en kopieer ze helemaal",
            "ending": "laat de naam eindigen zoals de inhoud, of bewaar de afbeelding opnieuw",
            "still": "een bewegende afbeelding kan niet op papier: bewaar één beeld ervan",
        },
    ),
    "L052": error(
        "deze afbeelding heeft te veel beeldpunten: hoogstens {grens}",
        "Meer dan 40 miljoen beeldpunten kan geen pagina tonen. Gepubliceerd wordt ze met een langste zijde van "
        "hoogstens 1600 beeldpunten, zonder plaats, toestel of maker die in het bestand staan.",
        hints={"smaller": "bewaar de afbeelding kleiner"},
    ),
}
