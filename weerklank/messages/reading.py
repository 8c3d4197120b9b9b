"""Messages L0xx: reading files and YAML.

In: nothing. Out: `MESSAGES`, the entries of this block in order of code.
"""

from weerklank.messages.message import Message, Severity

_YAML = "De velden van een record staan in YAML: op elke regel een veld, een dubbele punt, een spatie en de waarde. "


def _error(code: str, template: str, explanation: str) -> Message:
    return Message(code, Severity.ERROR, template, explanation)


def _warning(code: str, template: str, explanation: str) -> Message:
    return Message(code, Severity.WARNING, template, explanation)


_FILES = (
    _error(
        "L001",
        "dit is niet te lezen: {reden}",
        "Het systeem geeft het bestand of de map niet vrij. Kijk na of een ander programma het bestand open heeft en "
        "of u leesrecht hebt.",
    ),
    _error(
        "L002",
        "dit bestand is niet in UTF-8 bewaard",
        "Alle bestanden in content/ zijn tekst in UTF-8. Andere coderingen geven verkeerde letters, zoals Ã« in "
        "plaats van ë. Kies in uw editor “Bewaren met codering” en dan UTF-8.",
    ),
    _error(
        "L003",
        "dit bestand is te groot: hoogstens {grens}",
        "Een record telt hoogstens 200 kB, de tekst van een bron 2 MB, een bestand van een bijlage 100 MB. Een groter "
        "bestand is bijna altijd een vergissing.",
    ),
    _error(
        "L004",
        "het onzichtbare teken {teken} kan hier niet staan",
        "Sommige tekens ziet niemand, maar ze veranderen wel wat programma’s lezen: stuurtekens, regeleinden die uw "
        "editor niet toont, en tekens die de leesrichting omkeren. Ze komen meestal mee met plakken.",
    ),
    _error(
        "L005",
        "een koppeling naar een ander bestand wordt niet gevolgd",
        "Een koppeling (symlink) kan naar buiten content/ wijzen, en wat daar staat, zou dan mee gepubliceerd worden.",
    ),
    _error(
        "L006",
        "dit is geen gewoon bestand en geen map",
        "In content/ horen alleen bestanden en mappen; een apparaat, een pijp of een socket wordt niet geopend.",
    ),
    _warning(
        "L007",
        "het bestand “{naam}” wordt niet gebruikt",
        "In content/ heeft elke map haar soort records, als .md of .yaml. Dit bestand hoort bij geen enkele soort en "
        "komt dus nergens op de site.",
    ),
    _warning(
        "L008",
        "de map “{naam}” wordt niet gebruikt",
        "Alleen de mappen uit de handleiding worden gelezen. Wat in deze map staat, komt nergens op de site.",
    ),
    _error(
        "L009",
        "“{naam}” kan geen id zijn",
        "De bestandsnaam zonder .md of .yaml is de id van het record en komt in het webadres. Een id bestaat uit "
        "kleine letters zonder accent, cijfers en enkele koppeltekens ertussen, hoogstens 80 tekens. Enkele namen, "
        "zoals con en nul, kunnen niet omdat Windows ze voor zichzelf houdt.",
    ),
    _error(
        "L010",
        "de bestandsnaam “{naam}” eindigt niet op .md of .yaml",
        "Een record eindigt op .md of .yaml, in kleine letters. Andere schrijfwijzen worden niet gelezen.",
    ),
    _error(
        "L011",
        "er zijn twee bestanden met de id “{id}”",
        "Een record staat in één bestand: .md of .yaml. Zolang er twee zijn, wordt geen van beide gebruikt.",
    ),
    _error(
        "L012",
        "“{naam}” heeft bijna dezelfde naam als een ander bestand",
        "Namen die alleen verschillen in hoofdletters of in de manier waarop een accent bewaard is, zijn op Windows "
        "en op een Mac hetzelfde bestand.",
    ),
    _warning(
        "L013",
        "bij de tekst “{id}” hoort een bron, en die is er niet",
        "De tekst van een bron staat naast het record van die bron en heeft dezelfde naam.",
    ),
    _warning(
        "L014",
        "bij de bijlage “{id}” hoort een vraag, en die is er niet",
        "De map van een bevroren bijlage heeft de naam van de vraag waar ze bij hoort.",
    ),
    _error(
        "L015",
        "de map met de inhoud is er niet",
        "Alles wat auteurs schrijven, staat in de map content/ naast build.py.",
    ),
    _error(
        "L016",
        "het bestand over de organisatie is er niet",
        "In content/organisatie.yaml staat wie publiceert: naam, contact, licentie en toegankelijkheidsverklaring. "
        "Zonder dat bestand kan er geen site zijn.",
    ),
    _error(
        "L017",
        "de tekst staat er twee keer: als veld en onder het hoofd",
        "In een .md-bestand is alles onder het hoofd het veld “tekst”. Dat veld kan dan niet ook in het hoofd staan.",
    ),
)

_HEAD = (
    _error(
        "L020",
        "dit bestand begint niet met “---”",
        "Een .md-bestand heeft een hoofd met de velden van het record, tussen twee regels met drie koppeltekens; "
        "daaronder staat de tekst.",
    ),
    _error(
        "L021",
        "het hoofd is niet afgesloten met “---”",
        "Het hoofd begint en eindigt met een regel met drie koppeltekens. Zonder de tweede is niet te zien waar de "
        "velden ophouden en de tekst begint.",
    ),
    _error(
        "L022",
        "een record bestaat uit velden, en hier staan er geen",
        _YAML + "Een lijst, een losse zin of een leeg bestand is geen record.",
    ),
    _error(
        "L023",
        "hier begint een tweede record in hetzelfde bestand",
        "Elk record heeft zijn eigen bestand; de bestandsnaam is de id.",
    ),
)

_REFUSED = (
    _error(
        "L024",
        "het veld “{veld}” staat er twee keer",
        "Programma’s houden van twee gelijke velden er stilzwijgend één over. Dan verdwijnt wat u schreef zonder dat "
        "iemand het merkt. Verwijder er een.",
    ),
    _error(
        "L025",
        "een & aan het begin heeft in YAML een bijzondere betekenis",
        "YAML leest & als een anker: een naam waarnaar een ander veld kan verwijzen. Zulke verwijzingen zijn hier "
        "niet toegelaten, want wie het record leest, ziet niet meer wat er staat.",
    ),
    _error(
        "L026",
        "een * aan het begin heeft in YAML een bijzondere betekenis",
        "YAML leest * als een verwijzing naar een ander veld. Zulke verwijzingen zijn hier niet toegelaten. Wilt u "
        "tekst benadrukken, zet de waarde dan tussen aanhalingstekens.",
    ),
    _error(
        "L027",
        "een ! aan het begin heeft in YAML een bijzondere betekenis",
        "YAML leest ! als het begin van een type (zoals !!str). Dat is hier niet nodig en niet toegelaten: wat u "
        "schrijft is tekst, tot het veld zelf zegt wat het is.",
    ),
    _error(
        "L028",
        "velden samenvoegen met << is niet toegelaten",
        "YAML kan met << velden van elders overnemen. Wie het record leest, ziet dan niet meer wat er staat.",
    ),
    _error(
        "L029",
        "de naam van een veld moet gewone tekst zijn",
        _YAML + "Voor de dubbele punt staat de naam van het veld, geen lijst en geen lege plek.",
    ),
    _error(
        "L030",
        "dit is te diep genest: hoogstens {grens} niveaus",
        "Geen enkel record heeft zoveel niveaus nodig. Meestal is de inspringing per ongeluk bij elke regel gegroeid.",
    ),
    _error(
        "L031",
        "dit record heeft te veel onderdelen: hoogstens {grens}",
        "Een record met zoveel onderdelen is niet meer na te lezen. Splits het in verschillende records.",
    ),
)

_SYNTAX = (
    _error(
        "L032",
        "hier staat een tab in de inspringing",
        "YAML rekent met spaties. Een tab is niet overal even breed, en daarom niet toegelaten aan het begin van een "
        "regel.",
    ),
    _error(
        "L033",
        "hier staan vaste spaties in de inspringing",
        "Een vaste spatie ziet eruit als een gewone, maar telt niet als inspringing. Ze komt mee met plakken uit een "
        "tekstverwerker of van een webpagina.",
    ),
    _error(
        "L034",
        "na “{veld}:” ontbreekt een spatie",
        _YAML + "Zonder die spatie leest YAML de hele regel als tekst.",
    ),
    _error(
        "L035",
        "op deze regel staat geen veld met een dubbele punt",
        _YAML + "Loopt een tekst over meer regels, dan springen die regels verder in dan het veld.",
    ),
    _error(
        "L036",
        "een dubbele punt in de waarde: YAML ziet hier een tweede veld",
        _YAML + "Staat in de waarde zelf nog een dubbele punt met een spatie erna, zet ze dan tussen rechte "
        "aanhalingstekens. Gekrulde aanhalingstekens tellen daarvoor niet.",
    ),
    _error(
        "L037",
        "het aanhalingsteken {teken} wordt niet gesloten",
        "Een waarde die met een recht aanhalingsteken begint, moet ermee eindigen. Anders leest YAML door tot ver in "
        "de volgende velden. Een apostrof binnen enkele aanhalingstekens schrijft u dubbel: ''.",
    ),
    _error(
        "L038",
        "na {teken} staat nog tekst",
        "Begint een waarde met een aanhalingsteken of een haak, dan houdt ze op bij het teken dat die sluit. Wat erna "
        "komt, kan YAML niet plaatsen.",
    ),
    _error(
        "L039",
        "een schuine streep tussen dubbele aanhalingstekens heeft een bijzondere betekenis",
        "Tussen dubbele aanhalingstekens begint \\ een code, zoals \\n voor een nieuwe regel. Tussen enkele "
        "aanhalingstekens is \\ een gewoon teken.",
    ),
    _error(
        "L040",
        "een waarde kan niet zomaar met {teken} beginnen",
        "YAML gebruikt de tekens @ ` % & * ! , ] en } voor zichzelf. Een waarde die ermee begint, zet u tussen rechte "
        "aanhalingstekens.",
    ),
    _error(
        "L041",
        "de haak {teken} wordt niet gesloten, of tussen de delen ontbreekt een komma",
        "Tussen [ en ] staat een lijst, tussen { en } staan velden, telkens met komma’s ertussen. Een tekst met een "
        "komma of een dubbele punt zet u daarbinnen tussen aanhalingstekens.",
    ),
    _error(
        "L042",
        "na het teken {teken} kan op dezelfde regel geen tekst staan",
        "Met | of > zegt u dat de tekst op de volgende regels staat, met twee spaties inspringing.",
    ),
    _error(
        "L043",
        "deze regel springt niet in zoals de regels erboven",
        "Aan de inspringing ziet YAML wat bij elkaar hoort. Velden van hetzelfde niveau beginnen precies even ver van "
        "de kantlijn.",
    ),
    _error(
        "L044",
        "een lijst begint op een nieuwe regel",
        "Na het veld en zijn dubbele punt komt een nieuwe regel; daaronder staat elk deel op zijn eigen regel met een "
        "streepje en een spatie.",
    ),
    _error(
        "L049",
        "de opbouw van dit bestand is hier niet te begrijpen",
        _YAML + "Vergelijk deze regel met dezelfde regel in een ander record.",
    ),
)

MESSAGES: tuple[Message, ...] = (*_FILES, *_HEAD, *_REFUSED, *_SYNTAX)
