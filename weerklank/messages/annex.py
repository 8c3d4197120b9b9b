"""Messages P0xx: the annex, its PDF and the tools behind it.

In: nothing. Out: `MESSAGES`, the entries of this block by code, in order.
"""

from collections.abc import Mapping

from weerklank.messages.message import Message, breach, error, warning
from weerklank.system.pango import COMMANDS

_BACK = {"restore": "haal het terug uit het versiebeheer"}
_ANCHOR = {"anchor": "kijk ze na, en veranker ze met build.py anchor"}
_AWAY = {"move": "verplaats het naar een andere map"}

MESSAGES: Mapping[str, Message] = {
    "P001": error(
        "de pdf kan niet gemaakt worden omdat “{bibliotheek}” op deze computer ontbreekt; installeer het "
        f"op Debian en Ubuntu met “{COMMANDS['linux']}”, "
        f"op macOS met “{COMMANDS['darwin']}”, "
        f"op Windows met MSYS2 en daarin “{COMMANDS['win32']}”",
        "De pdf wordt opgemaakt met Pango, een bibliotheek van het besturingssysteem die niet met Python meekomt. Op "
        "Debian en Ubuntu haalt “python3 build.py doctor” ze op en toont hij wat er verder ontbreekt. De "
        "site kan zonder; een vraag met een bijlage niet. Staat Pango op Windows in een andere map dan die van MSYS2, "
        "geef die map dan op in de omgevingsvariabele WEASYPRINT_DLL_DIRECTORIES.",
    ),
    "P010": error(
        "de bijlage vraagt om “{adres}”, en dat ligt buiten haar eigen bestanden",
        "Een bijlage gebruikt alleen bestanden die bij het project horen. Een adres op het internet of elders op de "
        "computer wordt nooit geopend, ook niet vanuit een stijlblad of een tekening.",
    ),
    "P011": error(
        "de bijlage vraagt om het bestand “{adres}”, en dat bestaat niet",
        "Een stijlblad, lettertype of beeld dat de bijlage noemt, is er niet. Kijk de naam na, ook de hoofdletters.",
    ),
    "P012": error(
        "de bijlage vraagt om “{adres}”, en dat soort bestand mag zij niet gebruiken",
        "Toegelaten zijn stijlbladen (.css), lettertypen (.woff2, .woff, .otf, .ttf) en beelden (.svg, .png, .jpg).",
    ),
    "P013": error(
        "het beeld “{adres}” kan niet gelezen worden",
        "Het bestand is beschadigd of bevat iets anders dan zijn naam zegt.",
    ),
    "P014": error(
        "een tekening (SVG) in de bijlage kan niet getekend worden",
        "De tekening bevat iets dat fout is of niet mag, zoals een verwijzing naar een ander bestand.",
    ),
    "P015": error(
        "een beeld in de bijlage heeft drukkleuren (CMYK); bewaar het met schermkleuren (RGB)",
        "Een archiefpdf heeft één kleurruimte voor het hele document, en dat is hier die van het scherm (sRGB).",
    ),
    "P020": error(
        "de koppeling naar “{adres}” kan niet in de bijlage: ze moet met https://, http:// of mailto: beginnen "
        "of naar een plaats in de bijlage zelf wijzen",
        "Een adres zonder begin, zoals “../bronnen/”, heeft geen betekenis meer zodra de bijlage per mail vertrekt. "
        "Schrijf het volledige adres van de pagina.",
    ),
    "P021": error(
        "de bijlage verwijst naar de plaats “{anker}”, en die bestaat niet",
        "Een koppeling of een paginanummer in de bijlage wijst naar een onderdeel dat er niet in staat.",
    ),
    "P022": error(
        "de plaats “{anker}” komt twee keer voor in de bijlage",
        "Een koppeling zou altijd naar de eerste leiden. Elke plaats heeft een eigen naam nodig.",
    ),
    "P023": error(
        "de bijlage zegt niet in welke taal zij geschreven is",
        "Zonder taal leest voorleessoftware Nederlands voor met een andere uitspraak. Het sjabloon begint met "
        '<html lang="nl-BE">.',
    ),
    "P024": error(
        "de titel “{kop}” heeft niveau {niveau} waar hoogstens niveau {grens} kan staan",
        "Wie niet ziet, springt van titel naar titel. Een overgeslagen niveau doet zoeken naar iets dat er niet is.",
    ),
    "P025": error(
        "de tabel “{tabel}” heeft geen enkele kopcel",
        "Voorleessoftware noemt bij elke cel de kop van haar rij en kolom. Zonder kopcellen zijn het losse woorden.",
    ),
    "P026": error(
        "de rijen van de tabel “{tabel}” hebben niet evenveel cellen",
        "Tel ook de cellen mee die over meer rijen of kolommen lopen. Een lege cel is ook een cel.",
    ),
    "P027": error(
        "een rij van een tabel in de bijlage heeft meer cellen dan de tabel kolommen heeft",
        "De cellen te veel worden niet afgedrukt. Tel ook de cellen mee die over meer rijen of kolommen lopen.",
    ),
    "P028": error(
        "het beeld “{adres}” in de bijlage heeft geen beschrijving",
        "Wie het beeld niet ziet, hoort de beschrijving. Een beeld dat niets toevoegt, krijgt een lege beschrijving "
        "en wordt dan overgeslagen.",
    ),
    "P029": error(
        "de koppeling naar “{adres}” in de bijlage heeft geen tekst",
        "Voorleessoftware noemt een koppeling bij haar tekst. Zonder tekst is er alleen “koppeling” te horen.",
    ),
    "P030": error(
        "de bijlage heeft geen enkel lettertype",
        "De bijlage gebruikt alleen lettertypen die een stijlblad zelf laadt (@font-face), nooit die van de computer: "
        "anders ziet ze er overal anders uit. Er is er geen geladen.",
    ),
    "P031": error(
        "geen enkel lettertype van de bijlage heeft {tekens}: er staat een leeg blokje",
        "De bijlage gebruikt alleen de meegeleverde lettertypen. Vervang de tekens, of voeg een lettertype toe dat ze "
        "heeft.",
    ),
    "P032": error(
        "het lettertype “{lettertype}” kan niet geladen worden",
        "Het bestand van het lettertype ontbreekt of is beschadigd. Kijk het stijlblad en de map met lettertypen na.",
    ),
    "P033": error(
        "de bijlage heeft geen titel", "De titel staat boven het venster en is het eerste wat voorleessoftware zegt."
    ),
    "P034": error(
        "de tekst “{woorden}” is doorschijnend opgemaakt en zou daardoor niet voorgelezen worden",
        "De stijl “opacity” zet tekst in een laag die voorleessoftware niet bereikt. Gebruik een lichtere kleur.",
    ),
    "P035": error(
        "het HTML-element “{element}” kan niet in de bijlage",
        "Een bijlage op papier heeft geen formulieren, filmpjes of andere basisadressen.",
    ),
    "P036": error(
        "deze tekst is bij het opmaken weggevallen en staat op geen enkele pagina: “{woorden}”",
        "Meestal is het een voetnoot in een lijst of een tabel waarvoor onderaan geen plaats meer was. Maak "
        "de tekst korter, of zet hem in een gewone alinea.",
    ),
    "P037": error(
        "bij “{bij}”, in het deel “{kop}”, valt iets tot {millimeter} mm buiten de marges van pagina {pagina}: "
        "“{woorden}”",
        "Op papier is er geen schuifbalk: wat buiten de marges valt, leest niemand. Meestal is een tabel te breed, een "
        "woord te lang of een tekening te groot. Maak de tabel smaller, of verdeel ze in twee.",
    ),
    "P038": error(
        "boven of onder elke pagina staat te veel: “{woorden}” past niet in de marge van pagina {pagina}",
        "De titel van de bijlage staat boven elke pagina, de voettekst van de organisatie eronder. Maak ze korter.",
    ),
    "P039": error(
        "bij “{bij}”, in het deel “{kop}”, heeft een tabel te veel kolommen: op pagina {pagina} valt “{woorden}” "
        "in stukken",
        "Alle kolommen samen zijn niet breder dan het papier. Hoe meer er zijn, hoe smaller elke kolom: hier past geen "
        "woord meer op een regel. Verdeel de tabel in twee, of keer rijen en kolommen om.",
    ),
    "P040": warning(
        "regel {regel} van een stijlblad wordt niet begrepen en doet dus niets: “{stijl}”",
        "De pdf kent niet elke stijl die een browser kent. Verwijder de regel, of kies een andere schrijfwijze.",
    ),
    "P041": warning(
        "bij het opmaken van de pdf kwam een onverwachte melding: “{melding}”",
        "De melding komt letterlijk van het programma dat de pdf opmaakt (WeasyPrint). Meld ze aan wie dit programma "
        "onderhoudt, dan krijgt ze hier een uitleg.",
    ),
    "P042": error(
        "bij het opmaken van de pdf ging iets mis: “{melding}”",
        "De melding komt letterlijk van het programma dat de pdf opmaakt (WeasyPrint). Meld ze aan wie dit programma "
        "onderhoudt, dan krijgt ze hier een uitleg.",
    ),
    "P050": error(
        "een ingesloten bestand kan niet “{naam}” heten",
        "De naam van een ingesloten bestand is een gewone bestandsnaam, zonder map en zonder tekens die op sommige "
        "computers niet mogen.",
    ),
    "P051": error(
        "twee ingesloten bestanden heten “{naam}”",
        "Wie de bestanden uit de pdf bewaart, zou er één verliezen. Hoofdletters maken geen verschil.",
    ),
    "P052": error(
        "een tabel van de bijlage hoort bij het bestand “{naam}”, dat er niet bij is",
        "Elke tabel van de bijlage reist ook als bestand mee, aan de tabel vastgemaakt. De naam in de opmaak en die "
        "van het bestand verschillen.",
    ),
    "P060": breach(
        "dit bestand van de bevroren bijlage {versie} is veranderd",
        "Een bevroren bijlage blijft wat ze was: haar manifest.json heeft van elk bestand de grootte en de SHA-256. "
        "Van dit bestand kloppen ze niet meer. Haal het terug uit het versiebeheer. Moet er iets anders in de bijlage "
        "staan, verbeter dan het record en maak een nieuwe versie met build.py annex VRAAG --definitief.",
        _BACK,
    ),
    "P061": breach(
        "dit bestand van de bevroren bijlage {versie} is er niet meer",
        "Het manifest.json van een bevroren bijlage noemt al haar bestanden, en dat van een latere versie de vorige. "
        "Haal het bestand terug uit het versiebeheer.",
        _BACK,
    ),
    "P062": breach(
        "dit bestand hoort bij geen bevroren bijlage",
        "De map van een vraag in content/vragen/ heeft alleen mappen die build.py annex VRAAG --definitief maakt, met "
        "daarin alleen wat manifest.json noemt. Zo weet iedereen dat er niets bij kwam. Verplaats het bestand.",
        _AWAY,
    ),
    "P063": breach(
        "het manifest van de bevroren bijlage {versie} ontbreekt of hoort er niet bij",
        "Elke bevroren bijlage heeft een manifest.json met de vraag, de versie en de controlegetallen van alle "
        "bestanden. Zonder is niet te zeggen of de bijlage nog is wat ze was. Haal het terug uit het versiebeheer, en "
        "geef de map de naam die ze had.",
        _BACK,
    ),
    "P064": warning(
        "veranderd sinds versie {versie} van de bijlage bij vraag “{vraag}”: {waar}: toen {vroeger}, nu {nu}",
        "De bijlage is bevroren en verandert niet mee met de records waarop ze steunt. Dat is geen fout: het zegt waar "
        "de site en de bijlage nu iets anders kunnen zeggen. Een tekst waarvan niets in de bijlage staat, telt niet. "
        "Van een lange tekst staan er alleen de woorden rond wat veranderde, van een afbeelding alleen dat het een "
        "andere is. Van wat in een lijst bijkwam of eruit ging, staat bij elk stuk wat het is. Moet de "
        "bijlage mee veranderen, maak dan een nieuwe versie met build.py annex VRAAG --definitief; de vorige blijft "
        "bestaan.",
        hints={
            "anew": "moet de bijlage mee veranderen, maak dan een nieuwe versie: python3 build.py annex {vraag} "
            "--definitief; anders hoeft er niets, de bevroren bijlage blijft wat ze is"
        },
    ),
    "P065": warning(
        "dit staat in de bevroren bijlage {versie} van vraag “{vraag}”, en is er niet meer",
        "De bevroren bijlage steunt op een record of op de tekst van een bron die er nu niet meer is. De bijlage "
        "blijft wat ze was; een link naar de pagina van dat record leidt nergens meer heen.",
    ),
    "P066": warning(
        "dit record hoort nu bij de bijlage van vraag “{vraag}”, en niet bij de bevroren versie {versie}",
        "Sinds de bijlage bevroren is, kwam er een record bij dat de keuze van de bijlage nu mee zou nemen. Moet het "
        "erin, maak dan een nieuwe versie met build.py annex VRAAG --definitief.",
    ),
    "P067": warning(
        "de bevroren bijlage {versie} wacht, want dit is nog niet openbaar: {records}",
        "In een bestand dat bevroren is, kan niets meer worden weggelaten. De versie komt daarom pas op de site als "
        "alles waarop ze steunt openbaar is. Tot dan blijft een vorige versie staan, of is er geen bijlage.",
    ),
    "P068": error(
        "de bijlage kan niet definitief worden: {velden} nog in te vullen",
        "Een bijlage die definitief is, heeft geen open plaatsen. Vul in wat ontbreekt: in het record van de vraag, of "
        "in organisatie.yaml het adres van de site. Kan dat echt niet, bevries dan met --toch en de reden; die komt in "
        "het manifest van de bijlage, dat iedereen kan lezen. Wat ontbreekt, staat er dan niet, ook niet als open "
        "plaats.",
        hints={"fill_in": "vul aan, of bevries met --toch en een reden"},
    ),
    "P069": error(
        "deze vraag heeft geen bijlage",
        "Voeg aan het record van de vraag een blok “bijlage” toe met een titel en onderdelen. De handleiding zegt "
        "welke onderdelen er zijn.",
    ),
    "P070": error(
        "van een vraag met status “{status}” wordt geen bijlage gemaakt",
        "Een concept en wat intern is, komen in geen enkel document. Moet de vraag later openbaar worden, geef ze dan "
        "de status openbaar met een datum in “vanaf”: voor de bijlage hoeft die dag nog niet gekomen te zijn.",
    ),
    "P071": error(
        "--toch helpt hier niet: door een van de fouten is er van de records te weinig om een bijlage te maken",
        "Met --toch bevriest u een bijlage hoewel er iets open staat of een citaat of getal niet klopt. Een record dat "
        "niet gelezen kan worden of een verwijzing naar niets moet eerst in orde zijn.",
    ),
    "P072": warning(
        "dit record is niet te vergelijken met wat er bij de bevroren bijlage {versie} van vraag “{vraag}” bewaard is",
        "Bij een bevroren bijlage hoort een kopie van de records waarop ze steunt. Die kopie van dit record past niet "
        "bij het schema van nu. De bijlage blijft wat ze was; wat er sindsdien veranderde, moet u zelf nagaan.",
    ),
    "P073": breach(
        "de bevroren bijlage {versie} van vraag “{vraag}” staat niet in bevroren.yaml",
        "In content/bevroren.yaml staan de controlegetallen van elke bevroren bijlage, buiten haar eigen map: zo valt "
        "het op als een versie verdwijnt of vervangen wordt. Bevriezen schrijft ze erin. Een versie van voor dat "
        "bestand er was, moet u zelf verankeren: kijk in het versiebeheer na dat ze is wat u toen verstuurde, en vraag "
        "build.py anchor.",
        _ANCHOR,
    ),
    "P074": breach(
        "de bevroren bijlage {versie} van vraag “{vraag}” is er niet meer",
        "Wat bevroren is, blijft bestaan: iemand kan ernaar verwijzen. Volgens content/bevroren.yaml was deze versie "
        "er, en haar map is weg. Haal de map terug uit het versiebeheer. Een versie die niet had mogen bestaan, trekt "
        "u in met build.py intrekken VRAAG/DAG --reden REDEN; daarna mag haar map weg.",
        _BACK,
    ),
    "P075": breach(
        "de bevroren bijlage {versie} van vraag “{vraag}” is een andere dan die welke bevroren werd",
        "De bestanden in de map passen bij elkaar, maar niet bij de controlegetallen in content/bevroren.yaml: de pdf "
        "en het manifest zijn samen vervangen. Haal de map terug uit het versiebeheer. Moet er iets anders in de "
        "bijlage staan, maak dan een nieuwe versie met build.py annex VRAAG --definitief.",
        _BACK,
    ),
    "P076": error(
        "dit is geen versie van een bevroren bijlage",
        "In content/bevroren.yaml staat onder de id van elke vraag de naam van elke versie, met de SHA-256 van haar "
        "pdf en van haar manifest, en als ze ingetrokken is de dag en de reden. Het bestand wordt gemaakt door "
        "build.py. Haal het terug uit het versiebeheer.",
        _BACK,
    ),
    "P077": breach(
        "versie {versie} van de bijlage bij vraag “{vraag}” is ingetrokken op {waarde}, voor ze bevroren werd",
        "Een versie heet naar de dag waarop ze bevroren werd, en kan niet eerder ingetrokken zijn. Het bestand "
        "content/bevroren.yaml wordt gemaakt door build.py. Haal het terug uit het versiebeheer.",
        _BACK,
    ),
    "P078": error(
        "deze bijlage is teken voor teken versie {versie}, die ingetrokken is, omdat: {woorden}",
        "Wie de ingetrokken bijlage heeft, zou met hetzelfde bestand een geldige hebben. Verander eerst waarom ze "
        "ingetrokken is. Klopt ze toch, bevries dan met --toch en de reden; die komt in het manifest van de bijlage, "
        "dat iedereen kan lezen.",
        hints={"again": "verander wat fout was, of bevries met --toch en een reden"},
    ),
}
