"""Messages L0xx: files, and the head of those with one.

In: nothing. Out: `MESSAGES`, the entries of this block by code, in order.
"""

from collections.abc import Mapping

from weerklank.messages.message import Message, error, warning

YAML = "De velden van een record staan in YAML: op elke regel een veld, een dubbele punt, een spatie en de waarde. "

_NAME_FILE = "noem het bestand {naam}"
_BELONG = "hier horen: {woorden}"

MESSAGES: Mapping[str, Message] = {
    "L001": error(
        "dit is niet te lezen: {reden}",
        "Het systeem geeft het bestand of de map niet vrij. Kijk na of een ander programma het bestand open heeft en "
        "of u leesrecht hebt.",
    ),
    "L002": error(
        "dit bestand is niet in UTF-8 bewaard",
        "Alle bestanden in content/ zijn tekst in UTF-8. Andere coderingen geven verkeerde letters, zoals Ã« in "
        "plaats van ë. Kies in uw editor “Bewaren met codering” en dan UTF-8.",
        hints={
            "save_as": "bewaar het bestand in uw editor met de codering UTF-8",
            "save_as_now": "bewaar het bestand in uw editor met de codering UTF-8 (nu {gevonden})",
        },
    ),
    "L003": error(
        "dit bestand is te groot: hoogstens {grens}",
        "Een record telt hoogstens 200 kB, de tekst van een bron 2 MB, een afbeelding 10 MB, een bestand van een "
        "bijlage 100 MB. Een groter bestand is bijna altijd een vergissing.",
        hints={"shorten": "splits het record, of verkort de tekst", "smaller": "bewaar de afbeelding kleiner"},
    ),
    "L004": error(
        "het onzichtbare teken {teken} kan hier niet staan",
        "Sommige tekens ziet niemand, maar ze veranderen wel wat programma’s lezen: stuurtekens, regeleinden die uw "
        "editor niet toont, en tekens die de leesrichting omkeren. Ze komen meestal mee met plakken.",
        hints={"remove": "verwijder het teken"},
    ),
    "L005": error(
        "een koppeling naar een ander bestand wordt niet gevolgd",
        "Een koppeling (symlink) kan naar buiten content/ wijzen, en wat daar staat, zou dan mee gepubliceerd worden.",
        hints={"real_file": "zet er het bestand zelf, of verwijder de koppeling"},
    ),
    "L006": error(
        "dit is geen gewoon bestand en geen map",
        "In content/ horen alleen bestanden en mappen; een apparaat, een pijp of een socket wordt niet geopend.",
    ),
    "L007": warning(
        "het bestand “{naam}” wordt niet gebruikt",
        "In content/ heeft elke map haar soort records, als .md of .yaml. Dit bestand hoort bij geen enkele soort en "
        "komt dus nergens op de site.",
        hints={"belong": _BELONG},
    ),
    "L008": warning(
        "de map “{naam}” wordt niet gebruikt",
        "Alleen de mappen uit de handleiding worden gelezen. Wat in deze map staat, komt nergens op de site.",
        hints={
            "belong": _BELONG,
            "move_up": "zet de bestanden rechtstreeks in de map erboven",
            "too_deep": "te veel mappen in elkaar",
        },
    ),
    "L009": error(
        "“{naam}” kan geen id zijn",
        "De bestandsnaam zonder .md of .yaml is de id van het record en komt in het webadres. Een id bestaat uit "
        "kleine letters zonder accent, cijfers en enkele koppeltekens ertussen, hoogstens 80 tekens. Enkele namen, "
        "zoals con en nul, kunnen niet omdat Windows ze voor zichzelf houdt.",
        hints={"name_file": _NAME_FILE, "example": "kies een naam zoals fusies-gemeenten"},
    ),
    "L010": error(
        "de bestandsnaam “{naam}” eindigt niet op .md of .yaml",
        "Een record eindigt op .md of .yaml, in kleine letters. Andere schrijfwijzen worden niet gelezen.",
        hints={"name_file": _NAME_FILE},
    ),
    "L011": error(
        "er zijn twee bestanden met de id “{id}”",
        "Een record staat in één bestand: .md of .yaml. Zolang er twee zijn, wordt geen van beide gebruikt.",
    ),
    "L012": error(
        "“{naam}” heeft bijna dezelfde naam als een ander bestand",
        "Namen die alleen verschillen in hoofdletters of in de manier waarop een accent bewaard is, zijn op Windows "
        "en op een Mac hetzelfde bestand.",
    ),
    "L013": warning(
        "bij de tekst “{id}” hoort een bron, en die is er niet",
        "De tekst van een bron staat naast het record van die bron en heeft dezelfde naam.",
        hints={"make_source": "maak bronnen/{id}.yaml"},
    ),
    "L014": warning(
        "bij de bijlage “{id}” hoort een vraag, en die is er niet",
        "De map van een bevroren bijlage heeft de naam van de vraag waar ze bij hoort.",
        hints={"make_question": "maak vragen/{id}.md"},
    ),
    "L015": error(
        "de map met de inhoud is er niet",
        "Alles wat auteurs schrijven, staat in de map content/ naast build.py.",
    ),
    "L016": error(
        "het bestand over de organisatie is er niet",
        "In content/organisatie.yaml staat wie publiceert: naam, contact, licentie en toegankelijkheidsverklaring. "
        "Zonder dat bestand kan er geen site zijn.",
        hints={"copy": "maak het; een voorbeeld staat in wat python3 build.py init NIEUWE-MAP maakt"},
    ),
    "L017": error(
        "de tekst staat er twee keer: als veld en onder het hoofd",
        "In een .md-bestand is alles onder het hoofd het veld “tekst”. Dat veld kan dan niet ook in het hoofd staan.",
        hints={"keep_one": "houd één van beide: het veld in het hoofd, of de tekst onder het hoofd"},
    ),
    "L018": error(
        "in deze map staat nog niets",
        "Een record is een bestand in een map van zijn soort, zoals initiatieven/ of bronnen/, en in organisatie.yaml "
        "staat wie publiceert. In een lege map maakt build.py init er van elke soort één, met uitleg erbij.",
        hints={"fill": "vul ze met een klein voorbeeld: python3 build.py init {map}"},
    ),
    "L020": error(
        "dit bestand begint niet met “---”",
        "Een .md-bestand heeft een hoofd met de velden van het record, tussen twee regels met drie koppeltekens; "
        "daaronder staat de tekst.",
        hints={
            "lines_above": "verwijder de lege regels boven “---”",
            "three_dashes": "schrijf precies drie koppeltekens, zonder spatie ervoor",
            "begin": "begin met “---”, dan de velden, dan weer “---”, en daaronder de tekst",
        },
    ),
    "L021": error(
        "het hoofd is niet afgesloten met “---”",
        "Het hoofd begint en eindigt met een regel met drie koppeltekens. Zonder de tweede is niet te zien waar de "
        "velden ophouden en de tekst begint.",
        hints={
            "three_dashes": "op regel {regel} staat “{gevonden}”: schrijf er precies drie koppeltekens, "
            "zonder spatie ervoor",
            "close": "zet onder het laatste veld een regel met “---”",
        },
    ),
    "L022": error(
        "een record bestaat uit velden, en hier staan er geen",
        YAML + "Een lijst, een losse zin of een leeg bestand is geen record.",
        hints={"field": "schrijf “veld: waarde”", "no_dash": "laat het streepje vooraan weg en schrijf “veld: waarde”"},
    ),
    "L023": error(
        "hier begint een tweede record in hetzelfde bestand",
        "Elk record heeft zijn eigen bestand; de bestandsnaam is de id.",
        hints={
            "points": "drie punten op een eigen regel sluiten het record af: zet ze achter de tekst, of haal ze weg",
            "one_record": "een bestand bevat één record: verwijder “---” of maak er een tweede bestand van",
        },
    ),
}
