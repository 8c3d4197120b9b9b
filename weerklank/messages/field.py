"""Messages R00x to R02x: what a field of a record may hold, and how it is typed.

In: nothing. Out: `MESSAGES`, the entries of this block by code, in order.
"""

from collections.abc import Mapping

from weerklank.messages.message import Message, error, warning

MESSAGES: Mapping[str, Message] = {
    "R001": error(
        "het veld “{veld}” ontbreekt",
        "Dit veld is verplicht. Weet u het niet en kent het veld toestanden, schrijf dan niet_vermeld: dan staat op "
        "de site dat de bron zwijgt.",
        hints={
            "fill_in": "vul “{veld}” in",
            "fill_in_or_state": "vul in, of schrijf “{veld}: niet_vermeld”",
            "add": "voeg “{veld}: …” toe",
            "add_or_state": "voeg “{veld}: …” toe, of “{veld}: niet_vermeld” als de bron zwijgt",
        },
    ),
    "R002": error(
        "onbekend veld “{veld}”",
        "Elke soort record heeft vaste velden; de handleiding somt ze op. Een veld met een andere naam zou nergens "
        "verschijnen, en dat is bijna altijd een typefout.",
        hints={
            "manual": "alle velden staan met hun betekenis in docs/velden.md",
            "under": "“{veld}” hoort onder {woorden}, verder ingesprongen",
            "outdent": "“{veld}” hoort aan het begin van de regel, zonder inspringing",
        },
    ),
    "R003": warning(
        "het veld “{veld}” is leeg",
        "Een leeg veld telt alsof het er niet staat. Vul het in, laat het weg, of schrijf waarom er niets is "
        "(bijvoorbeeld niet_vermeld). Let op: een # na een spatie begint commentaar.",
        hints={
            "comment": "# begint commentaar: zet de waarde tussen aanhalingstekens",
            "drop": "vul het in, of haal de regel weg",
            "drop_or_state": "vul het in, haal de regel weg, of schrijf niet_vermeld als de bron zwijgt",
        },
    ),
    "R004": error(
        "hier hoort één waarde, geen {gevonden}",
        "Dit veld bevat één tekst, getal of datum. Een lijst (regels met een streepje) of velden onder het veld kunnen "
        "hier niet.",
        hints={"colon": "staat er een dubbele punt in de tekst, zet die dan tussen aanhalingstekens"},
    ),
    "R005": error(
        "“{veld}” is te kort: minstens {grens} tekens", "Een zo korte waarde zegt de lezer niets. Schrijf ze voluit."
    ),
    "R006": error(
        "“{veld}” is te lang: {lengte} tekens, en hoogstens {grens} kunnen",
        "Deze tekst staat op plaatsen met weinig ruimte, zoals lijsten en zoekresultaten. Zet wat er niet in past in "
        "de tekst van het record.",
    ),
    "R007": error(
        "“{waarde}” heeft niet de vorm van {vorm}",
        "Dit veld heeft een vaste vorm, zodat programma’s er iets mee kunnen: een webadres, een id, een code.",
        hints={"web": "schrijf https://{adres}"},
    ),
    "R008": error(
        "“{waarde}” kan hier niet",
        "Dit veld kent een vaste reeks woorden. Ze staan met hun betekenis in docs/velden.md.",
        hints={
            "oral": "een mondelinge vraag is een actuele_vraag (in de plenaire vergadering) of een vraag_om_uitleg (in "
            "een commissie)",
            "follow_up": "schrijf haar eigen soort, bijvoorbeeld schriftelijke_vraag of vraag_om_uitleg, en bij "
            "verwijst_naar de id van de vraag waarop ze volgt",
            "rest_in_text": "kies wat voor het geheel geldt ({voorbeeld}), en zet “{woorden}” in de tekst van het "
            "record",
        },
    ),
    "R009": error(
        "hier hoort een lijst, geen {gevonden}",
        "Een lijst heeft op elke regel een streepje, een spatie en een waarde.",
        hints={
            "own_line": "zet elke waarde op een eigen regel, met een streepje en een spatie ervoor",
            "short": "schrijf {veld}: [{waarde}]",
        },
    ),
    "R010": error(
        "de lijst “{veld}” is te kort: minstens {grens}",
        "Deze lijst kan niet leeg zijn: zonder wat erin staat, is het record niet volledig.",
    ),
    "R011": error(
        "hier horen velden, geen {gevonden}",
        "Op deze plaats staan velden met elk een naam en een waarde, twee spaties verder ingesprongen.",
        hints={
            "space": "zet een spatie na de dubbele punt",
            "fields": "hier kunnen: {velden}",
            "named": "schrijf elk deel met zijn waarde: {voorbeeld}",
        },
    ),
    "R012": error(
        "“{waarde}” is geen getal",
        "Een getal bestaat uit cijfers, met een komma of een punt voor de decimalen: 66 of 66,5. De eenheid en "
        "woorden als “ongeveer” hebben hun eigen velden: eenheid en precisie.",
        hints={
            "unseen": "er staat een onzichtbaar teken tussen: verwijder alles en typ {waarde}",
            "example": "schrijf {voorbeeld}",
            "with_fields": "schrijf waarde: {getal}, en ernaast {woorden}",
        },
    ),
    "R013": error("{waarde} kan hier niet: {voorwaarde}", "Dit getal heeft een ondergrens of een bovengrens."),
    "R014": error(
        "hier hoort ja of nee, niet “{waarde}”",
        "Dit veld kent twee waarden: ja en nee, in kleine letters.",
    ),
    "R015": error(
        "“{waarde}” is geen datum",
        "Een datum schrijft u zo precies als u ze kent: 2019, 2019-06 of 2019-06-12. Het jaar staat eerst.",
        hints={
            "about": "schrijf {waarde}, en ernaast “{veld}: Volgens de bron {woorden}”",
            "literal": "laat “{ander}” weg, en zet de woorden van de bron (“{woorden}”) ernaast, bij {veld}",
            "about_in_text": "schrijf {waarde}, en zet “{woorden}” in de tekst van het record",
            "other_day": "met “{woorden}” ervoor is het een andere dag: schrijf de dag die bekend is, of laat het weg, "
            "en zet de woorden van de bron in de tekst van het record",
            "term": "schrijf {waarde}, en ernaast {veld} met de woorden van de bron (“{woorden}”)",
            "vague_term": "schrijf ernaast {veld} met de woorden van de bron (“{woorden}”), en hier de laatste maand "
            "of dag die de bron ermee kan bedoelen",
            "held": "schrijf hier dezelfde datum als bij “uiterlijk”, waar de woorden van de bron bij “termijn” staan",
            "held_after": "schrijf hier dezelfde datum als bij “naar” van de vorige verschuiving; de woorden van de "
            "bron staan daar bij “termijn”",
            "no_year": "zet het jaar ervoor, met vier cijfers: JJJJ-{waarde}",
            "itself": "schrijf de dag zelf, het jaar eerst, zoals 2019-06-12",
            "which_day": "schrijf {voorbeeld}: het jaar staat eerst, met vier cijfers",
        },
    ),
    "R016": error(
        "de datum “{waarde}” bestaat niet",
        "De maand is 01 tot 12, en de dag moet in die maand bestaan.",
        hints={"days": "{waarde} telt {grens} dagen", "months": "de maanden zijn 01 tot 12, de dagen 01 tot 31"},
    ),
    "R017": error(
        "“{waarde}” is geen id van een {soort}",
        "Naar een ander record verwijst u met zijn id: de bestandsnaam zonder .md of .yaml. Naar een woord uit een "
        "lijst met de id van dat woord. Een id bestaat uit kleine letters, cijfers en koppeltekens.",
        hints={
            "apart": "zijn het er meer, schrijf dan {voorbeeld}",
            "apart_some": "zijn het er meer, schrijf dan {voorbeeld}, met op … de id van {woorden}; is die er nog "
            "niet, maak of voeg ze dan eerst toe",
        },
    ),
    "R018": error(
        "“{waarde}” is geen verwijzing met een soort",
        "Hier kunnen verschillende soorten records staan. Schrijf daarom de soort, een dubbele punt en de id, zonder "
        "spatie: initiatief:heerlijk-helder.",
        hints={"example": "schrijf de soort ervoor, bijvoorbeeld initiatief:{id}, meting:{id} of bron:{id}"},
    ),
    "R019": error(
        "een deel van de lijst “{veld}” is leeg",
        "Achter een streepje staat altijd een waarde. Een leeg deel zou als een gegeven meetellen dat er niet is.",
        hints={"fill_in": "vul het in, of verwijder het streepje"},
    ),
    "R020": error(
        "niet_gemeten vraagt een reden of een beslissing",
        "Wie leest dat iets niet gemeten is, wil weten waarom. Geef de reden in woorden, of de id van de beslissing.",
        hints={"add": "voeg “reden: …” of “beslissing: de-id” toe"},
    ),
    "R021": error(
        "de periode is leeg",
        "Een periode zegt minstens één ding: van, tot, frequentie of letterlijk. Weet u niets, schrijf dan "
        "niet_vermeld.",
    ),
    "R022": error("de periode eindigt voor ze begint", "De datum na “tot” ligt voor die na “van”."),
    "R023": error(
        "wat niet overgenomen, stopgezet of ingetrokken is, vraagt een reden",
        "Wie inbreng gaf, heeft recht op het waarom. Schrijf het in het veld “reden”.",
        hints={"add": "voeg “reden: …” toe"},
    ),
    "R024": error(
        "“toetsbaar” is ja, of nee of deels met de reden",
        "Kan de lezer nagaan of het gebeurd is? Zo niet, of maar voor een deel, dan hoort erbij waarom.",
        hints={"forms": "schrijf “toetsbaar: ja”, of “toetsbaar: {{nee: waarom niet}}”"},
    ),
    "R025": error(
        "de id staat niet in het record",
        "De id is de bestandsnaam zonder .md of .yaml. Ze nog eens schrijven kan alleen maar tot verschil leiden.",
        hints={"remove": "verwijder deze regel"},
    ),
    "R026": error(
        "er is geen lijst “{naam}”",
        "In lijsten/ staan vaste lijsten, elk met een eigen bestandsnaam.",
    ),
    "R027": warning(
        "“{waarde}” lijkt op een toestand, maar wordt als gewone tekst gelezen",
        "Een toestand schrijft u met een liggend streepje, bijvoorbeeld niet_vermeld. Alleen dan wordt ze getoond en "
        "geteld als iets wat de bron niet zegt. In een veld voor gewone tekst kan geen toestand staan: daar wordt ze "
        "gedrukt zoals ze er staat.",
        hints={"words": "schrijf het in woorden, of laat “{veld}” weg"},
    ),
    "R029": error(
        "deze waarde past hier niet",
        "De vorm van deze waarde is anders dan wat dit veld kan bevatten. Vergelijk met hetzelfde veld in een ander "
        "record.",
    ),
}
