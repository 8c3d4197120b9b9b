"""Messages R07x to R10x: what only one kind of record has, such as deadlines, scales and breakdowns.

In: nothing. Out: `MESSAGES`, the entries of this block by code, in order.
"""

from collections.abc import Mapping

from weerklank.messages.message import Message, breach, error, note, warning

MESSAGES: Mapping[str, Message] = {
    "R070": warning(
        "dit spreekt de rest van de toezegging tegen: {gevonden}",
        "Wat een toezegging zegt over haar termijn, haar verloop en haar afsluiting moet samen waar kunnen zijn. "
        "“uiterlijk” blijft de termijn zoals ze toegezegd is; elke verschuiving gaat van de termijn die toen gold naar "
        "een latere.",
        hints={"agree": "verbeter wat niet klopt, of kies de toestand die bij de toelichting past"},
    ),
    "R071": note(
        "deze termijn heeft geen laatste dag",
        "Een vage termijn telt tot haar laatste dag. Zonder dag kan niemand zien of de toezegging te laat is.",
        hints={"last_day": "schrijf bij “uiterlijk” de laatste dag, maand of jaar die de woorden kunnen bedoelen"},
    ),
    "R072": warning(
        "“{waarde}” deed deze toezegging en sloot ze zelf af",
        "Of een toezegging nagekomen is, zegt niet wie ze deed alleen. Noem wie het vaststelde, zoals een commissie, "
        "of laat “afgesloten_door” weg.",
    ),
    "R073": note(
        "de termijn van deze toezegging is verstreken op {waarde}: {aantal} dagen geleden",
        "De termijn is voorbij en volgens het record is ze niet nagekomen, ingetrokken of afgesloten. Op de site staat "
        "de datum; dagen worden alleen hier en in het dekkingsrapport geteld.",
    ),
    "R074": warning(
        "“{waarde}” is preciezer dan de woorden van de bron",
        "Een termijn die in de bron vaag is (“in het najaar”), telt tot de laatste dag die dat kan bedoelen. Die dag "
        "zegt de bron niet: zonder haar woorden erbij leest wie de bijlage krijgt een maand die niemand noemde.",
        hints={"term": "schrijf bij “termijn” de woorden van de bron, of citeer waar de maand staat"},
    ),
    "R080": error(
        "{getal} kan niet op deze schaal: die loopt {voorwaarde}",
        "De schaal zegt welke cijfers kunnen. Ze staat bij het resultaat, bij de reeks of bij de meting; “op 10” loopt "
        "van 0 tot 10 en NPS van −100 tot 100, tenzij er een andere schaal staat.",
        hints={"scale": "kijk het cijfer na, of schrijf bij “schaal” het laagste en het hoogste dat kan"},
    ),
    "R081": error(
        "een schaal heeft een laagste en een hoogste, of antwoorden",
        "Zonder het laagste en het hoogste dat kan, is niet te zien of een cijfer hoog of laag is.",
        hints={"forms": "schrijf {{laagste: 0, hoogste: 10}}, of de antwoorden in volgorde: [slecht, goed]"},
    ),
    "R082": error(
        "bij “ter_inzage” hoort waar het in te zien is",
        "Wat niet gepubliceerd is en wel in te zien, moet een lezer kunnen vinden.",
        hints={"add": "voeg “reden” toe, met de dienst of de plaats"},
    ),
    "R083": breach(
        "een foutenmarge past niet bij keuze “{waarde}”",
        "Een foutenmarge zegt wat het toeval doet bij een toevallige steekproef. Is iedereen gevraagd, koos iemand de "
        "deelnemers of kozen zij zelf, dan is er geen toeval om mee te rekenen, en belooft een marge te veel.",
        hints={"no_margin": "schrijf {{toestand: niet_van_toepassing, reden: …}}, of kijk “keuze” na"},
    ),
    "R084": note(
        "dit cijfer komt niet in de lijn van reeks “{id}”: er is geen {gevonden}",
        "Wie cijfers naast elkaar zet, moet weten over wie ze gaan, hoeveel er antwoordden en wanneer. Ontbreekt dat, "
        "dan staat een cijfer alleen, met wat er ontbreekt in woorden.",
        hints={"add_or_alone": "zegt de bron het, vul het dan aan; anders blijft het cijfer alleen staan"},
    ),
    "R085": error(
        "{getal} antwoorden is te weinig om een cijfer te tonen: de kleinste groep is {grens}",
        "Bij zo weinig antwoorden kan een cijfer iets over één persoon verraden, en zegt het weinig over de groep. "
        "De grens staat bij “kleinste_groep” in organisatie.yaml.",
        hints={"shield": "schrijf “waarde: afgeschermd” en laat n weg"},
    ),
    "R086": error(
        "dit afgeschermde cijfer is uit te rekenen: er blijven {getal} antwoorden over",
        "Wie het aantal antwoorden van het totaal en van alle andere groepen kent, kent ook dat van de groep die "
        "afgeschermd is, en haar cijfer erbij.",
        hints={"another": "scherm nog een groep af, of voeg twee groepen samen"},
    ),
    "R087": error(
        "dit streefcijfer is in {gevonden}, en de reeks in {waarde}",
        "Een streefcijfer staat als lijn bij de cijfers van zijn reeks, en heeft dus dezelfde eenheid.",
    ),
    "R088": error(
        "“{woorden}” staat hier twee keer",
        "Een deel van een uitsplitsing, en een uitsplitsing zelf, heeft één naam. Staat hetzelfde woord er twee keer, "
        "als id en als naam of met andere hoofdletters, dan weet niemand welk aantal geldt.",
        hints={"field": "daarvoor is er het veld “{veld}”"},
    ),
    "R089": warning(
        "“{waarde}” lijkt op “{woorden}”: worden het zo twee rijen?",
        "De jaren staan naast elkaar: wat hetzelfde is, moet elk jaar gelijk geschreven zijn, anders komt elk jaar op "
        "een rij apart. Zet de woorden in lijsten/klachtindelingen.yaml, met bij “groep” de uitsplitsing waarbij ze "
        "horen. Zijn het echt twee dingen, dan is er niets mis.",
    ),
    "R090": error(
        "er zijn al klachten van {getal}",
        "Elk jaar heeft één record: twee kolommen met hetzelfde jaar tellen als twee jaren. Zet alles van een jaar "
        "samen. Is er een fout getypt, verbeter dan het jaar.",
    ),
    "R091": error(
        "klachten zijn van een heel jaar, en hier staat {waarde}",
        "Het record houdt het verslag van een kalenderjaar, zoals de Vlaamse Ombudsdienst het vraagt. Schrijf het jaar "
        "alleen; gaat het verslag over een deel ervan, zeg dat dan in de tekst.",
    ),
    "R092": error(
        "zijn dit aantallen of procenten? De delen zijn samen {som}, en het geheel is {totaal}",
        "Delen die samen honderd zijn terwijl er veel meer klachten waren, zijn meestal aandelen. Als aantallen zouden "
        "ze een verkeerd cijfer geven, en het programma kiest niet. Zeg bij “eenheid” wat het zijn.",
        hints={
            "units": "zet naast “delen” wat het zijn: “eenheid: procent” of “eenheid: aantal”",
        },
    ),
    "R093": error(
        "deze aanleiding staat er twee keer",
        "Een signaal, of een thema van de klachten van een jaar, is één aanleiding met één sterkte. Staat ze er twee "
        "keer, dan wordt ze twee keer geteld, en bij een andere sterkte weet niemand welke geldt.",
        hints={"once": "laat er één staan, met de sterkte die de bron draagt"},
    ),
    "R094": warning(
        "in {waarde} waren hierover geen klachten: wat was dan de aanleiding?",
        "Het klachtenjaar telt hier 0 klachten, en wat er niet was, leidde tot niets. Een van beide klopt niet.",
    ),
    "R095": warning(
        "is dit honderd klachten, of honderd procent?",
        "Het totaal van een uitsplitsing is een aantal, ook als haar delen procenten zijn: op de site staat dan “48 "
        "procent van 100”. Wat de procenten samen zijn, is geen totaal. Waren het echt honderd klachten, dan is er "
        "niets mis.",
        hints={"no_total": "is het honderd procent, laat “totaal” dan weg, of schrijf er het aantal klachten"},
    ),
    "R096": error(
        "dit afgeschermde cijfer is uit te rekenen uit de cijfers ernaast: {getal}",
        "Wie een geheel kent en alle delen op één na, kent ook dat deel; wie alle delen kent, kent het geheel. "
        "Aandelen die samen honderd zijn, geven het laatste even goed weg.",
        hints={
            "another_part": "scherm nog een deel af, of voeg twee delen samen",
            "a_part": "scherm ook een deel af",
            "no_total": "laat “totaal” weg bij de uitsplitsing van dit cijfer, en zorg dat haar delen het niet "
            "weggeven",
        },
    ),
    "R100": breach(
        "dit verschuiven is eerder gezegd dan een verschuiving erboven",
        "De verschuivingen staan in de volgorde waarin ze gezegd zijn: de termijn van de laatste is die van nu, en dan "
        "telt of de toezegging te laat is.",
        hints={"order": "zet de verschuivingen in de volgorde van de tijd, de nieuwste laatst, of verbeter “op”"},
    ),
    "R101": warning(
        "“{waarde}” telt tot de laatste dag van dat jaar, en de bron zegt “{woorden}”",
        "Een termijn telt tot haar laatste dag: een jaar zonder meer tot 31 december. Zegt de bron minder lang, dan "
        "staat de toezegging te laat op de lijst.",
        hints={
            "last_day": "schrijf de laatste maand of dag die “{woorden}” kan bedoelen, en de woorden zelf bij “termijn”"
        },
    ),
    "R102": warning(
        "volgens deze breuk is de schaal in {waarde} veranderd, en geen cijfer van de reeks heeft een andere",
        "De schaal van een reeks of een meting geldt voor elk cijfer dat er zelf geen heeft. Zo staan ook de cijfers "
        "van voor de breuk op de schaal van nu. Zegt de bron niet hoe de schaal vroeger was, schrijf dan “schaal” "
        "alleen bij de cijfers waarvan u ze kent.",
        hints={"own_scale": "zet bij de cijfers van voor {waarde} de schaal van toen: “schaal: …”"},
    ),
    "R103": warning(
        "de startpagina opent met iets wat niet gedaan is: {waarde}",
        "De startpagina begint met één ding dat veranderde door wat er gehoord werd. Wat overwogen, gepland, niet "
        "overgenomen of stopgezet is, is dat niet. Laat u “opening” weg, dan kiest het programma een bijsturing die "
        "gedaan of bezig is.",
        hints={"another": "kies een bijsturing die gedaan of bezig is, of laat “opening” weg"},
    ),
    "R104": warning(
        "dit staat al in de lijst “{veld}”",
        "Een naam of een zin hoeft er maar één keer te staan: op de pagina staat ze anders dubbel, en twee aantallen "
        "bij dezelfde naam spreken elkaar tegen. Hoofdletters, getallen en bronnen tellen niet mee.",
        hints={"once": "laat er één staan", "differ": "laat er één staan, of zeg erbij waarin ze verschillen"},
    ),
    "R105": warning(
        "kan een foutenmarge {waarde} zijn?",
        "Een foutenmarge zegt wat het toeval kan doen. Meer dan de helft van de schaal zegt niets, en bij een aantal "
        "antwoorden n is ze bij 95 procent zekerheid hoogstens 98 procentpunt gedeeld door de wortel van n; op een "
        "andere schaal naar verhouding. Een opzet in trappen kan dat verdubbelen; wat meer is dan drie keer zoveel, is "
        "meestal een tikfout of een ander cijfer.",
        hints={
            "chance": "bij {aantal} antwoorden is ze meestal {voorwaarde}: kijk de marge en het aantal na",
            "check": "kijk de marge na: meer dan de helft van de schaal zegt niets",
        },
    ),
    "R106": warning(
        "over “{woorden}” staat hier al een cijfer, van dezelfde groep en hetzelfde jaar",
        "Twee cijfers die over hetzelfde gaan, kan een lezer niet uit elkaar houden, en één van beide is meestal een "
        "tikfout. Zegt de bron echt twee dingen, schrijf dat dan bij “tegenspraken”.",
        hints={"differ": "verbeter wat niet klopt, of zeg bij “groep”, “jaar” of “antwoord” waarin ze verschillen"},
    ),
    "R107": warning(
        "het bedrag {getal} heeft geen eenheid",
        "Een bedrag wordt gedrukt zoals het er staat: zonder eenheid leest niemand dat het euro’s zijn, of duizenden "
        "euro’s.",
        hints={"euro": "schrijf {{waarde: {getal}, eenheid: euro}}, of de eenheid die de bron noemt"},
    ),
}
