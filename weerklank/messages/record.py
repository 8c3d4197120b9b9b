"""Messages R03x to R06x: what the fields of one record say together, and numbers and days that cannot be.

In: nothing. Out: `MESSAGES`, the entries of this block by code, in order.
"""

from collections.abc import Mapping

from weerklank.messages.message import Message, breach, error, note, warning

MESSAGES: Mapping[str, Message] = {
    "R030": breach(
        "de id “{id}” staat twee keer in dit record",
        "Andere records verwijzen met deze id naar één plaats. Bij twee gelijke ids is niet te zien welke bedoeld is.",
    ),
    "R031": breach(
        "de letters van de delen lopen niet van a op",
        "De delen van een deelvraag heten a, b, c, zonder een over te slaan. Is er maar één deel, dan kan de letter "
        "weg.",
        hints={"letter": "hier hoort letter: {waarde}"},
    ),
    "R032": breach(
        "de nummers van de deelvragen lopen niet op",
        "Elke deelvraag heeft haar eigen nummer, in de volgorde van de vraag.",
    ),
    "R033": breach(
        "deze stap is ouder dan een stap erboven",
        "Het verloop begint met de oudste stap; de nieuwste staat laatst en is de toestand van nu.",
        hints={"order": "zet de stappen in de volgorde van de tijd, de nieuwste laatst"},
    ),
    "R034": breach(
        "de delen zijn samen {som}, en het totaal is {totaal}",
        "Een verdeling met soort uitsluitend telt elk geval één keer; dan zijn de delen samen het totaal. Kan een "
        "geval in meer delen zitten, schrijf dan meerkeuze. Met precisie ongeveer mogen de delen samen een tiende van "
        "het totaal verschillen; minstens mag samen minder zijn, en hoogstens meer.",
        hints={"more_choices": "kan een geval in meer dan één deel zitten, schrijf dan soort: meerkeuze"},
    ),
    "R035": breach(
        "een definitieve bijlage heeft “{veld}” nodig",
        "Een bijlage bij een antwoord aan het parlement is pas definitief als de vraag haar nummer, zittingsjaar, "
        "vraagsteller, minister en datum heeft, en de bijlage de datum van de gegevens. Tot dan is ze een ontwerp. De "
        "datum van het antwoord hoort daar niet bij: die is pas bekend als het vertrekt.",
        hints={"fill_in": "vul “{veld}” in, of schrijf “status: ontwerp”"},
    ),
    "R036": breach(
        "een onderdeel “{soort}” heeft het veld “{veld}” nodig",
        "Zonder dat veld is niet te zien wat het onderdeel moet tonen.",
        hints={"measurement": "voeg “meting: de-id” toe", "chart": "voeg “grafiek: …” toe met de naam van een grafiek"},
    ),
    "R037": breach(
        "het antwoord is ouder dan de vraag", "De datum van het antwoord ligt voor de datum waarop de vraag gesteld is."
    ),
    "R038": note(
        "uitgevoerd of nagekomen, zonder bewijsstuk",
        "Op de site staat dan “geen bewijsstuk opgegeven”. Hebt u een verslag, een webpagina of een publicatie, voeg "
        "die dan toe bij bewijs.",
    ),
    "R040": error(
        "een kernfeit is een hoeveelheid of een woord",
        "Geef “hoeveelheid” of “woord”, niet beide en niet geen van beide. Het label zegt wat het is.",
        hints={"one": "schrijf “hoeveelheid: …” of “woord: …”, één van de twee"},
    ),
    "R041": warning(
        "dekking “{waarde}” past niet bij wat ernaast staat: {gevonden}",
        "Elke waarde van dekking heeft een betekenis; ze staan in docs/velden.md onder “Hoe ver een antwoord gaat”, "
        "met voorbeelden in docs/handleiding.md. niet_vermeld wil zeggen dat het antwoord er niets over zegt, ook niet "
        "onrechtstreeks. volledig, deels en onrechtstreeks steunen op woorden van het antwoord, en bij volledig is er "
        "niets meer aan te vullen. Bij cijfer_niet_vermeld staat waaruit blijkt dat ernaar gevraagd is. niet_gemeten, "
        "niet_te_beoordelen en niet_van_toepassing zeggen bij “reden” waarom, welk stuk of welke voorwaarde.",
        hints={
            "said": "kies deels of onrechtstreeks, of laat “antwoord” en “bronnen” weg",
            "unsaid": "voeg “antwoord” en “bronnen” toe, of kies niet_vermeld",
            "open": "kies deels, of laat “aan_te_vullen” weg",
            "why": "voeg “reden” toe",
        },
    ),
    "R042": note(
        "dit oordeel heeft geen reden",
        "Schrijf bij “reden” in één zin waarom dit de dekking is. Wie het antwoord nog kan aanvullen, leest daar wat "
        "er ontbreekt.",
    ),
    "R043": breach(
        "het oordeel over de dekking is intern en kan niet in de bijlage",
        "Hoe ver het antwoord gaat, is een oordeel. Zolang bijlage.dekking intern is, staat het alleen in het "
        "dekkingsrapport (build.py dekking VRAAG) en in geen enkel openbaar bestand.",
        hints={"public": "laat dit onderdeel weg, of schrijf “dekking: openbaar” onder “bijlage”"},
    ),
    "R044": breach(
        "een openbaar oordeel over de dekking heeft lezers nodig",
        "Een oordeel dat iedereen kan lezen, zegt van wie het is. Twee lezers is de regel.",
        hints={"add": "voeg “lezers” toe met wie en op"},
    ),
    "R045": breach(
        "een openbaar oordeel over de dekking heeft een reden nodig",
        "Een oordeel dat iedereen kan lezen, zegt waarom. Eén zin is genoeg.",
        hints={"add": "voeg “reden: …” toe"},
    ),
    "R046": note(
        "deelvraag {waarde} heeft in de wegwijzer van de bijlage geen pagina",
        "Bij een deelvraag noemt de wegwijzer de pagina’s van de records waarop het antwoord steunt, voor zover de "
        "bijlage die toont. Staat er geen record bij, dan staat er een streepje.",
        hints={"rests_on": "schrijf bij een deel “steunt_op: [meting:…]”, met de records waar het antwoord over gaat"},
    ),
    "R050": error(
        "“{waarde}” kan {decimaal} zijn of {geheel}",
        "Een komma of een punt met drie cijfers erachter kan decimalen bedoelen of een duizendtal. Het programma kiest "
        "niet. Duizendtallen schrijft u zonder teken, met een spatie, of met punten vanaf een miljoen.",
        hints={
            "one_of": "schrijf {decimaal} of {geheel}",
            "count": "een aantal is een geheel getal: schrijf {geheel}",
            "counts": "een aantal is een geheel getal: schrijf {geheel}, en doe zo ook bij de andere",
        },
    ),
    "R051": error(
        "{getal} is geen aantal: een aantal is een geheel getal",
        "Hier wordt geteld: mensen, antwoorden, klachten. Een half antwoord bestaat niet. Is het een gemiddelde of een "
        "aandeel, zet het dan in een veld of met een eenheid die dat zegt.",
        hints={
            "multiplied": "schrijf waarde: {getal}, en ernaast {woorden}",
            "whole": "schrijf een geheel getal, of voeg “eenheid: procent” toe als het een aandeel is",
            "whole_part": "schrijf een geheel getal; is het een aandeel, zet dan “eenheid: procent” naast “delen”",
        },
    ),
    "R052": error(
        "{getal} procent is geen aandeel: een aandeel ligt tussen 0 en 100",
        "Procent zonder meer is een deel van een geheel. Een groei of een verschil kan buiten 0 en 100 liggen en heeft "
        "een andere eenheid, zoals procentpunt, procent meer of index.",
        hints={
            "unit": "is het geen deel van een geheel, schrijf dan een andere eenheid, bijvoorbeeld procentpunt",
            "unit_of_parts": "zijn het aantallen, schrijf dan “eenheid: aantal” naast “delen”",
        },
    ),
    "R053": breach(
        "wat erin zit, is {som}; dat is meer dan {totaal}",
        "Een deel kan niet groter zijn dan zijn geheel. Zegt de bron dat toch, dan staat er in de bron iets anders: "
        "neem over wat er staat, en schrijf het andere cijfer als toestand met een reden.",
    ),
    "R054": breach(
        "{waarde} is nog niet gekomen: het is {dag}",
        "Deze datum zegt wanneer iets gebeurde. Een dag die nog komt, is een tikfout, of iets wat gepland is. Een "
        "stap van het verloop die aangekondigd is, heeft de status gepland. De dag van het antwoord is pas bekend als "
        "het vertrekt: een bijlage wordt voordien bevroren, en zegt dan alleen op welke dag haar gegevens gelden "
        "(toestand_op). Dat mag een dag zijn die nog komt.",
        hints={
            "answer": "laat datum_antwoord weg tot het antwoord vertrokken is: een bijlage kan zonder bevroren worden"
        },
    ),
    "R055": error(
        "“{waarde}” is geen volle dag",
        "Vanaf deze dag is het openbaar. Van een maand of een jaar alleen is niet te zeggen op welke dag dat is, en te "
        "vroeg kan niet meer ongedaan gemaakt worden.",
        hints={"in_full": "schrijf de dag voluit, bijvoorbeeld {waarde}"},
    ),
    "R056": warning(
        "de delen zijn samen {som}, en het geheel is {totaal}",
        "Meestal is dit een tikfout. Het kan ook kloppen: een klacht wacht nog op een oordeel, of een klacht van vorig "
        "jaar is dit jaar beantwoord. Zegt de bron het zo, zet dat dan in de tekst, want lezers tellen ook.",
    ),
    "R057": warning(
        "de termijn schuift hier op van {gevonden}, en ze was {waarde}",
        "Elke verschuiving begint bij de termijn die toen gold: de eerste bij “uiterlijk”, zoals het toegezegd is, de "
        "volgende bij “naar” van de vorige. Tussen twee termijnen die niet aansluiten, ontbreekt een verschuiving, of "
        "er is een tikfout. Een maand of een jaar telt tot de laatste dag: “2027” is 31 december 2027.",
        hints={
            "held": "schrijf {waarde}, of verbeter de termijn die erboven staat",
            "missing": "schrijf {waarde}, of voeg de verschuiving van {waarde} naar {gevonden} toe",
        },
    ),
    "R058": warning(
        "de nieuwe termijn, {waarde}, ligt niet na de oude, {gevonden}",
        "Een termijn schuift bijna altijd naar later. Is ze echt vervroegd, zet dan bij “reden” waarom. Is ze dezelfde "
        "gebleven, dan is ze niet verschoven: “midden 2027” dat “30 juni 2027” wordt, is nauwkeuriger gezegd. Met de "
        "woorden van de bron bij “termijn” staat er dat ze gebleven is, en ze telt niet als verschuiving. Een maand of "
        "een jaar telt tot de laatste dag: “2027” is 31 december 2027.",
        hints={
            "earlier": "kijk “van” en “naar” na; is de termijn vervroegd, zet dan bij “reden” waarom",
            "joins": "dit is geen nieuwe verschuiving: zet reden en bron bij de verschuiving erboven en laat deze weg, "
            "of zet bij “termijn” hoe de bron het zegt: dan staat er dat de termijn gebleven is",
            "stays": "dit is geen verschuiving: laat ze weg, of zet bij “termijn” hoe de bron het zegt: dan staat er "
            "dat de termijn gebleven is",
        },
    ),
    "R059": breach(
        "“{veld}” ligt voor “{ander}”",
        "Een vraag wordt gesteld, gaat naar de dienst, dan als ontwerp naar het kabinet, en wordt beantwoord: in die "
        "volgorde. Een van deze data is een tikfout.",
    ),
    "R060": warning(
        "“{veld}” past niet bij een vraag van de soort “{soort}”",
        "Alleen een schriftelijke vraag moet binnen een termijn beantwoord worden. Bij “omgezet” staat wat voor vraag "
        "het vroeger was: dat is een andere soort dan nu.",
        hints={
            "no_term": "laat “termijn” weg, of schrijf niet_van_toepassing",
            "now": "schrijf bij “soort” wat de vraag nu is, en bij “uit” wat ze was",
        },
    ),
    "R061": note(
        "dit signaal heeft geen bron",
        "Bij een signaal zonder bron, in een initiatief zonder bronnen bij “gehoord”, kan niemand nagaan wie dat zei. "
        "Voeg “bronnen” toe.",
    ),
    "R062": warning(
        "“{waarde}” staat na een stap die al begonnen was",
        "Wat begonnen is, is niet meer gepland en wordt niet meer overwogen, en de laatste stap is de toestand van nu. "
        "Kondigt de bron iets nieuws aan, maak daar dan een eigen bijsturing van, met “onderdeel_van”.",
    ),
    "R063": note(
        "dit was gepland voor {waarde}, en dat is voorbij",
        "De laatste stap van het verloop is gepland, met een dag die geweest is. Is het gebeurd, voeg dan een stap toe "
        "met de bron ervan. Is het de dag waarop het aangekondigd werd, laat het dan zo.",
    ),
    "R064": warning(
        "“{woorden}” is een verwijt; zeg wat er staat, en wat niet behandeld is",
        "De lezer van deze zin ziet zelf wat het antwoord zegt. Wie hem voorlegt, is de dienst van wie het antwoord "
        "komt: schrijf “niet behandeld”.",
    ),
    "R065": error(
        "“{veld}” kan hier niet naast “{ander}”",
        "Een aanleiding is een signaal uit een initiatief, of een jaar klachten met een thema. Kwam een bijsturing uit "
        "allebei, schrijf dan twee aanleidingen: elk heeft zijn eigen sterkte.",
        hints={
            "apart": "maak er een aanleiding apart van",
            "theme": "schrijf “thema: …”, of laat “signaal” weg",
            "year": "schrijf “klachten: …” in de plaats van “initiatief”, of laat “thema” weg",
        },
    ),
    "R066": warning(
        "dit onderdeel toont hetzelfde als het onderdeel “{naam}”",
        "Wat al in de bijlage staat, komt er geen tweede keer: dit onderdeel zegt alleen waar het staat. Kies iets "
        "anders (selectie, weergave, meting of grafiek), of laat een van de twee weg.",
    ),
    "R067": warning(
        "“{veld}” doet niets bij een onderdeel “{soort}”",
        "Een onderdeel gebruikt alleen wat bij zijn soort hoort: de handleiding zegt wat. Klachten bijvoorbeeld zijn "
        "altijd alle jaren samen. Laat weg wat niets doet: wie het leest, denkt dat er een keuze gemaakt is.",
    ),
    "R068": warning(
        "de gegevens van de bijlage zijn van {waarde}, na de datum van het antwoord: {grens}",
        "Een bijlage gaat met haar antwoord mee: wat erin staat, gold dus ten laatste op die dag. Nu noemt ze twee "
        "dagen, en een lezer weet niet welke telt. Verbeter toestand_op of datum_antwoord; werd de bijlage na het "
        "antwoord bijgewerkt, laat het dan zo.",
    ),
}
