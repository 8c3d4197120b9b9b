"""Messages V0xx: relations between records and sources.

In: nothing. Out: `MESSAGES`, the entries of this block by code, in order.
"""

from collections.abc import Mapping

from weerklank.messages.message import Message, breach, error, note, warning

_NEAREST = "het dichtst in de bron: “{woorden}”"

_ALLOW = {"allow": "mag het er staan, zet het dan met de reden onder “toegestaan” in organisatie.yaml"}

_OTHER_DAY = {
    "other_day": "kies een latere toestand_op, laat het record uit de bijlage, of bevries eerst de bijlage en voeg dit "
    "daarna toe"
}

MESSAGES: Mapping[str, Message] = {
    "V001": error(
        "er is geen {soort} “{id}”",
        "Een verwijzing, of een link in een tekst, noemt de id van een ander record of van een woord uit een lijst. "
        "Met deze id bestaat er geen. "
        "De id van een record is zijn bestandsnaam zonder .md of .yaml; "
        "een woord voegt u toe in zijn lijst in lijsten/.",
        hints={
            "other_kind": "“{id}” bestaat wel als {soort}",
            "none_yet": "er is nog geen {soort}",
            "no_list": "die lijst is er nog niet: maak {naam}",
            "to_list": "voeg het woord toe aan {naam}",
            "other_group": "dat woord hoort bij “{waarde}”",
        },
    ),
    "V002": warning(
        "{soort} “{id}” is niet openbaar: deze verwijzing valt weg",
        "Dit record is openbaar, maar verwijst naar iets wat dat op de dag van de bouw niet is. Wat niet openbaar is, "
        "komt in geen enkele uitvoer; de verwijzing valt daarom mee weg. Van een link in een tekst blijven de woorden.",
    ),
    "V003": error(
        "deze bijsturing is een onderdeel van zichzelf",
        "“onderdeel_van” wijst van een deel naar het geheel. Hier komt wie de verwijzingen volgt, weer uit bij "
        "dezelfde bijsturing.",
    ),
    "V004": error(
        "initiatief “{initiatief}” heeft geen signaal “{id}”",
        "Een aanleiding noemt een signaal met zijn id binnen het initiatief. Dat initiatief heeft geen signaal met "
        "deze id.",
        hints={"no_signals": "dat initiatief heeft geen signalen: laat “signaal” weg"},
    ),
    "V005": error(
        "een signaal zonder initiatief is niet te vinden",
        "Een signaal heeft alleen binnen zijn initiatief een id. Noem dus ook het initiatief.",
    ),
    "V006": error(
        "dit record verwijst naar zichzelf",
        "Een vroegere vraag, een geheel of een beslissing is altijd een ander record.",
    ),
    "V007": error(
        "de vroegere id “{id}” is al de id van een ander record",
        "Het webadres van een vroegere id verwijst door naar dit record. Dat kan niet als een ander record dat adres "
        "heeft.",
    ),
    "V008": warning(
        "in de reeks “{id}” is “{veld}” hier {gevonden}, en elders {waarde}",
        "Een reeks is één maat over de jaren: hetzelfde onderwerp, dezelfde getelde antwoorden, dezelfde groep en "
        "dezelfde eenheid. Verschilt er iets, dan zijn de cijfers niet te vergelijken en tekent de site geen lijn. Is "
        "het toch dezelfde maat, schrijf ze dan overal gelijk. Zo niet, geef ze een andere reeks. De melding staat bij "
        "het cijfer dat anders is dan de meeste.",
        hints={
            "as_there": "is het dezelfde maat, schrijf “{veld}” dan zoals elders; zo niet, geef dit cijfer een andere "
            "reeks",
            "unit": "is het dezelfde maat, schrijf dan {{waarde: {getal}, eenheid: {waarde}}}; zo niet, geef dit "
            "cijfer een andere reeks",
            "unit_beside": "is het dezelfde maat, voeg dan “eenheid: {waarde}” toe; zo niet, geef dit cijfer een "
            "andere reeks",
            "unit_there": "is het dezelfde maat, voeg dan bij de andere cijfers “eenheid: {waarde}” toe; zo niet, geef "
            "dit cijfer een andere reeks",
        },
    ),
    "V009": warning(
        "de bijlage heeft de titel van een ander document: bron “{id}”",
        "Twee documenten met één titel zijn niet uit elkaar te houden. Geef de bijlage een titel van haar eigen, "
        "bijvoorbeeld “Toelichting bij het antwoord op …”.",
    ),
    "V010": breach(
        "dit citaat staat niet in bron “{bron}”",
        "Van deze bron is de tekst bewaard, en een citaat moet er letterlijk in staan. Witruimte, soorten "
        "aanhalingstekens en streepjes maken niet uit. Laat u woorden weg, schrijf dan […]; de delen staan in de bron "
        "in dezelfde volgorde en niet ver uit elkaar.",
        hints={
            "nearest": _NEAREST,
            "replaced": "in de bron staat “{gevonden}” in plaats van “{woorden}”",
            "left_out": "in de bron staat er ook “{gevonden}”",
            "added": "“{woorden}” staat er in de bron niet",
            "copy": "kopieer de woorden uit de tekst van de bron; een plaats zoals “pagina 3” hoort bij plaats",
        },
    ),
    "V011": breach(
        "het getal {getal} staat niet in het citaat",
        "Een getal dat een citaat als bron heeft, moet in dat citaat te lezen zijn, in cijfers of in woorden.",
        hints={"quotation": "het citaat zegt: “{woorden}”"},
    ),
    "V012": breach(
        "“{woorden}” staat in geen citaat en in geen bron van dit record",
        "“letterlijk” en “termijn” houden de woorden van de bron vast. Ze moeten dan ook in een citaat van dit record "
        "staan, of in de bewaarde tekst van een bron die het noemt.",
        hints={"nearest": _NEAREST, "take_over": "neem de woorden over zoals ze in de bron staan"},
    ),
    "V013": note(
        "“{woorden}” staat in geen enkele bewaarde bron",
        "Gekrulde aanhalingstekens doen denken aan een citaat. Is het er een, neem dan de letterlijke woorden over; "
        "is het een titel of een eigen woord, dan is er niets mis.",
    ),
    "V014": note(
        "deze bronvermelding heeft geen citaat",
        "Van deze bron is de tekst bewaard. Met de letterlijke woorden erbij kan de lezer, en dit programma, nagaan "
        "of het er staat.",
    ),
    "V015": error(
        "{soort} “{id}” is openbaar vanaf een dag na de datum van de bijlage van vraag “{vraag}”",
        "Een bijlage zegt op welke dag haar gegevens gelden (toestand_op). Wat pas later openbaar is, kan er niet in "
        "staan. Kies een latere datum, of laat het record uit de selectie van de bijlage.",
    ),
    "V016": breach(
        "geen enkele alinea begint met deze woorden: “{naam}” is niet te vinden",
        "Een deel van een tekst begint met een alinea, en haar eerste woorden staan zo in de bewaarde tekst; de naam "
        "van het deel hoeft er niet bij te zijn. Een lege regel scheidt twee alinea’s: regels die zonder lege regel "
        "onder elkaar staan, zijn er samen één. De alinea waarmee het deel begint, is alinea 1, ook als ze een "
        "opschrift van meer dan één regel is: kies dan de woorden van de alinea eronder. De delen staan in de volgorde "
        "van de tekst.",
        hints={
            "inside": "die woorden staan op een latere regel van een alinea (een lege regel scheidt alinea’s): schrijf "
            "haar eerste woorden, {woorden}",
            "begins": "een lege regel scheidt alinea’s: schrijf de eerste woorden van de alinea waar dit deel begint, "
            "zoals {woorden}",
            "order": "die alinea staat boven de alinea van een vorig deel of is dezelfde: zet de delen in de volgorde "
            "van de tekst, elk met een eigen alinea",
            "nothing_left": "er staat geen alinea meer waarmee dit deel kan beginnen: kijk de bewaarde tekst na, en "
            "waar het vorige deel begint",
        },
    ),
    "V017": warning(
        "deze woorden staan op een andere plaats: {gevonden}",
        "Van deze bron is de tekst bewaard, en dan rekent het programma de plaats van een citaat zelf uit. Wat hier "
        "geschreven is, wordt niet gedrukt.",
        hints={"left_out": "laat “plaats” weg"},
    ),
    "V018": note(
        "wat hier nagekeken is, is niet meer wat er staat",
        "Een zegel past bij de waarde, het citaat en de alinea van de bron zoals ze waren toen iemand ze vergeleek. "
        "Verandert één daarvan, vergelijk ze dan opnieuw en schrijf het zegel dat hier staat.",
        hints={
            "seal": "kijk opnieuw na, en schrijf dan “zegel: {waarde}”",
            "first": "schrijf “zegel: {waarde}”, dan valt op wanneer er iets verandert",
        },
    ),
    "V019": warning(
        "deze woorden staan op twee plaatsen: {plaats} en {ander}",
        "De plaats van een citaat volgt uit zijn woorden. Staan die er twee keer, dan wordt de eerste plaats gedrukt, "
        "ook als u de tweede bedoelt. Neem meer woorden over, tot er maar één plaats mogelijk is.",
    ),
    "V020": warning(
        "er staat nog geen enkel record in deze map",
        "Een site zonder records zegt niets. Schrijf een eerste initiatief met zijn bron, of begin van een voorbeeld.",
    ),
    "V021": error(
        "“{id}” is op de site al de naam van een andere pagina",
        "De id van een record, en elke vroegere id, komt in een webadres. Dit adres heeft de site al voor een pagina "
        "die ze zelf maakt, zoals een lijst of de zoekpagina. Kies een andere id.",
    ),
    "V022": warning(
        "“{adres}” valt weg: zo’n adres komt niet op de site",
        "Een link leidt naar een webadres, een mailadres, een ander record of een kop in dezelfde tekst. De woorden "
        "van een andere link blijven staan, zonder link. Een afbeelding kan alleen in het verhaal van een "
        "initiatief, een bijsturing, een beslissing of een pagina; het bestand staat naast het record.",
        hints={
            "whole_address": "schrijf het hele adres, met https://, of een record zoals initiatief:de-id",
            "picture": "een afbeelding kan hier niet; zeg in woorden wat ze toont",
            "alone": "zet de afbeelding op een eigen regel, met een lege regel ervoor en erna; noem een png, jpg, jpeg "
            "of webp die naast het record staat",
        },
    ),
    "V023": warning(
        "de reeks “{id}” heeft twee cijfers voor {waarde}",
        "In een reeks staat één cijfer per jaar en per groep. Zijn het er twee, dan weet de lezer niet welk geldt. Is "
        "er een fout getypt, verbeter dan het jaar of de groep; meten ze niet hetzelfde, geef ze dan elk een reeks.",
    ),
    "V024": note(
        "“{waarde}” steunt op geen eigen citaat",
        "Een datum in het verloop zegt wanneer iets gebeurde. Wie dat leest, zoekt de woorden waaruit het blijkt.",
        hints={
            "words_with_year": "citeer onder “bronnen”, of bij een bewijs van deze stap, de woorden met dat jaar",
        },
    ),
    "V025": warning(
        "“{woorden}” heet letterlijk antwoord, en staat in geen bewaarde bron van de vraag",
        "De tekst onder een vraag wordt gedrukt als het antwoord zelf, in de letter van letterlijke woorden. Is het "
        "uw samenvatting, of die van een verslag, zeg dat dan: ze wordt dan nergens letterlijk genoemd.",
        hints={"summary": "schrijf “antwoord_soort: samenvatting”, of neem de woorden van de bron over"},
    ),
    "V026": warning(
        "geen enkel resultaat noemt reeks “{id}”",
        "Wat bij “reeksen” staat, geldt voor de resultaten die deze id bij “reeks” schrijven.",
        hints={"name": "schrijf de id bij “reeks” van de resultaten, of laat de reeks weg"},
    ),
    "V027": warning(
        "reeks “{id}” is al elders beschreven: dit telt niet mee",
        "Een reeks kan over meer metingen lopen, en wordt één keer beschreven: in de meting waarvan de id eerst komt.",
        hints={"once": "zet alles over deze reeks bij elkaar"},
    ),
    "V028": warning(
        "het antwoord heet letterlijk, en slaat een alinea van de bron over: “{woorden}”",
        "Wie een letterlijk antwoord leest, mag denken dat er niets uit weg is. Neem de alinea over, of zeg waar iets "
        "wegvalt.",
        hints={"elision": "neem de alinea over, of zet […] op een eigen regel waar u iets weglaat"},
    ),
    "V029": warning(
        "het getal {getal} staat in geen bron van dit record",
        "Alle bronnen die dit record noemt, zijn bewaard, en geen ervan noemt dit getal; ook geen ander veld van het "
        "record doet dat. Meestal is het een tikfout. Staat het in een andere bron, noem die dan. Hebt u het zelf "
        "uitgerekend, zeg dan waaruit.",
    ),
    "V030": error(
        "hier staat een rijksregisternummer (“{woorden}”)",
        "Een rijksregisternummer hoort in geen enkel openbaar stuk. Laat het weg, ook uit de bewaarde tekst van een "
        "bron (schrijf daar […]), of zet het record of de bron op intern.",
        hints=_ALLOW,
    ),
    "V031": error(
        "hier staat een rekeningnummer (“{woorden}”)",
        "Een rekeningnummer kan van een persoon zijn. Laat het weg, of schrijf in organisatie.yaml waarom het mag.",
        hints=_ALLOW,
    ),
    "V032": warning(
        "hier staat een telefoonnummer (“{woorden}”)",
        "Een telefoonnummer kan van een persoon zijn. Laat het weg, of schrijf in organisatie.yaml waarom het mag.",
        hints=_ALLOW,
    ),
    "V033": warning(
        "hier staat een mailadres van een persoon (“{woorden}”)",
        "Het adres is op naam, of bij een aanbieder voor particulieren. Gebruik de mailbox van een dienst, laat het "
        "weg, of schrijf in organisatie.yaml waarom het mag.",
        hints=_ALLOW,
    ),
    "V034": error(
        "{tekens} kan niet gedrukt worden: geen lettertype van de bijlage heeft dit",
        "Een bijlage gebruikt alleen de lettertypen die meekomen: Latijn, Grieks, Cyrillisch, Arabisch, Hebreeuws en "
        "gewone tekens. Een teken dat daar niet in staat, zou een leeg blokje worden.",
        hints={
            "letters": "schrijf het woord in een van deze schriften, of laat een citaat ervoor eindigen",
            "picture": "zeg met een woord wat het tekentje betekent, of laat het weg",
        },
    ),
    "V035": note(
        "de tekst van bron “{bron}” is niet bewaard; wat eruit aangehaald wordt ({aantal}), is niet nagekeken",
        "Met de tekst ernaast (een bestand met dezelfde naam, .txt of .md) kijkt het programma elk citaat na, en kan "
        "een lezer het in zijn zin lezen. Mag de tekst niet bewaard worden, dan is dit geen fout.",
    ),
    "V036": warning(
        "er staat hoe de tekst van deze bron verdeeld is, en de tekst is er niet",
        "Tekstdelen horen bij een bewaarde tekst. Zet het bestand terug naast het record, met dezelfde naam; zonder "
        "die tekst kijkt niemand na wat er aangehaald wordt.",
    ),
    "V037": error(
        "het klachtenjaar “{waarde}” telt geen thema “{id}”",
        "Een aanleiding kan één thema van een klachtenjaar noemen. Dat jaar telt dit thema niet: dan weet niemand om "
        "hoeveel klachten het gaat.",
        hints={"no_themes": "dat jaar heeft geen thema’s: laat “thema” weg"},
    ),
    "V038": note(
        "{getal} in een zin is anders gegroepeerd dan de andere getallen op de site",
        "De site en de bijlage schrijven elk getal op één manier, die duizendtallen in organisatie.yaml kiest. Een zin "
        "van u staat er zoals u hem schrijft. Woorden van een bron tussen aanhalingstekens houden hun eigen "
        "schrijfwijze.",
    ),
    "V039": warning(
        "het verband heet “rechtstreeks”, en geen eigen citaat toont dat",
        "Rechtstreeks wil zeggen dat de bron het verband zelf legt, met woorden als “naar aanleiding van”. De site "
        "drukt die woorden naast het verband af, en telt het mee bij wat uit feedback volgt. Dat twee zaken na elkaar "
        "in een bron staan, legt geen verband.",
        hints={
            "tie": "zet onder “bronnen” van deze aanleiding de woorden die het verband leggen; legt de bron het niet, "
            "schrijf dan niet_vermeld",
        },
    ),
    "V040": error(
        "er is geen afbeelding “{naam}” naast dit record",
        "Een afbeelding staat als bestand in dezelfde map als het record dat ze noemt. Er wordt nooit iets van een "
        "netwerk gehaald.",
        hints={"beside": "zet het bestand in de map {map}/"},
    ),
    "V041": error(
        "van de afbeelding “{naam}” zijn de rechten niet bekend",
        "Van elke afbeelding staat onder “afbeeldingen” wat erop te zien is, wie ze maakte en waarom ze hier mag "
        "staan. Een verhaal zegt alleen waar ze komt.",
        hints={"declare": "voeg toe: afbeeldingen: [{{bestand: {naam}, beschrijving: …, maker: …, rechten: …}}]"},
    ),
    "V042": warning(
        "de afbeelding “{naam}” wordt nergens getoond",
        "Een afbeelding komt op de site als een record uit dezelfde map ze noemt onder “afbeeldingen”.",
        hints={"name_picture": "noem ze in een record van deze map: bestand: {naam}; of haal ze weg"},
    ),
    "V043": note(
        "het getal {getal} staat niet in de passage die hier aangehaald wordt (in deze meting: {aantal})",
        "De bron noemt het getal, maar niet in de alinea van de woorden die bij dit cijfer aangehaald zijn: wie ze "
        "nagaat, vindt het daar niet. Geef elk resultaat eigen “bronnen”, met de woorden waarin zijn getal staat.",
        hints={"quote_row": "voeg bij dit resultaat “bronnen” toe, met de woorden waarin {getal} staat"},
    ),
    "V050": breach(
        "“{waarde}” gaf geen signaal dat hiertoe leidde",
        "Een oordeel van de gever komt alleen van een partij die een signaal gaf dat tot deze bijsturing leidde (“van” "
        "bij dat signaal), of, bij een toezegging, van wie ze kreeg (“aan”). Een klacht is geen signaal van een "
        "partij. Wat wie klaagde, of iemand anders, ervan vindt, kan met zijn bron in het verhaal van het record staan "
        "(“tekst”); het telt niet mee als oordeel. Maak er geen signaal van: een signaal is wat iemand vroeg voor er "
        "iets volgde.",
        hints={
            "only": "hier kan nu alleen: {woorden}",
            "signal": "gaf “{waarde}” een signaal dat hiertoe leidde, noem het bij de bijsturing onder “aanleiding”",
            "promised": "kreeg “{waarde}” de toezegging, schrijf dan “van: toegezegd_aan” en noem die partij bij “aan”",
            "to_text": "zo niet, zet die woorden met hun bron in “tekst” in plaats van hier: zo gaan ze niet verloren",
        },
    ),
    "V051": breach(
        "bij dit oordeel staan de eigen woorden van die partij niet",
        "Of iets volstaat, zegt alleen wie erom vroeg, en in haar eigen woorden. Zonder citaat is het een oordeel van "
        "wie het opschreef.",
        hints={"quote": "voeg “citaat” toe, met de letterlijke woorden"},
    ),
    "V052": breach(
        "“{waarde}” geeft twee keer een oordeel over hetzelfde",
        "Van elke partij staat er één oordeel: het laatste dat ze gaf. Veranderde ze van mening, vervang het dan en "
        "zeg dat bij “wijzigingen”.",
    ),
    "V053": error(
        "signaal “{id}” krijgt hetzelfde adres als signaal “{ander}” van initiatief “{initiatief}”",
        "Elk signaal heeft een ontvangstbewijs op een vast adres: s/<initiatief>-<signaal>.html. De ids van deze twee "
        "geven samen hetzelfde adres, ook als het om een vroegere id gaat. Kies voor dit signaal een andere id; dat "
        "van een signaal dat al openbaar is, blijft.",
    ),
    "V060": error(
        "{waarde} heeft te weinig contrast met {ander}: {getal}, en {soort} vragen {grens}",
        "Een kleur die u kiest, moet te zien zijn op elke grond waarop ze komt, ook voor wie minder goed ziet. De "
        "eisen zijn die van WCAG 2.2: 4,5 voor woorden, 3 voor lijnen en vormen.",
        hints={"nearest": "de dichtste kleur die volstaat, is {waarde}"},
    ),
    "V061": breach(
        "{waarde} is na de dag van de bijlage van vraag “{vraag}”: {grens}",
        "Een bijlage zegt op welke dag haar gegevens gelden (toestand_op). Wat pas later gebeurde, kan er niet in "
        "staan: een toezegging, een oordeel, een stap van het verloop, een cijfer. Kies een latere toestand_op, of "
        "laat het record uit de selectie van de bijlage. Of bevries de bijlage vóór u toevoegt wat later gebeurde: van "
        "een bevroren bijlage met deze toestand_op wordt dit niet meer gezegd, alleen nog als u ze opnieuw maakt. Wat "
        "aangekondigd is, heeft de status gepland; een termijn mag altijd later zijn. Van een maand of een jaar telt "
        "alleen wat er zeker na komt.",
        _OTHER_DAY,
    ),
    "V062": warning(
        "bron “{bron}” is van {waarde}, na de dag van de bijlage van vraag “{vraag}”: {grens}",
        "Het gebeurde misschien voor de dag waarop de gegevens van de bijlage gelden (toestand_op), maar op die dag "
        "was het niet na te gaan: de bron is van later. Het antwoord zelf telt niet als zo’n bron. Dat is de gewone "
        "bron van de vraag (het veld bron), of een bron met de datum van het antwoord.",
        _OTHER_DAY,
    ),
}
