"""Messages R0xx: fields of one record.

In: nothing. Out: `MESSAGES`, the entries of this block in order of code.
"""

from collections.abc import Mapping

from weerklank.messages.message import Message, Severity


def _error(code: str, template: str, explanation: str, hints: Mapping[str, str] | None = None) -> Message:
    """A record that does not fit its model is not there: without it no annex can be frozen."""
    return Message(code, Severity.ERROR, template, explanation, freezable=False, hints=hints or {})


def _breach(code: str, template: str, explanation: str, hints: Mapping[str, str] | None = None) -> Message:
    """A rule that is not kept in a record that can be read: its words stand, so an annex may be frozen with them."""
    return Message(code, Severity.ERROR, template, explanation, freezable=True, hints=hints or {})


_FIELDS = (
    _error(
        "R001",
        "het veld “{veld}” ontbreekt",
        "Dit veld is verplicht. Weet u het niet en kent het veld toestanden, schrijf dan niet_vermeld: dan staat op "
        "de site dat de bron zwijgt.",
        hints={
            "fill_in": "vul “{veld}” in",
            "fill_in_or_state": "vul in, of schrijf “{veld}: niet_vermeld”",
            "slip": "er staat wel “{gevonden}”: bedoelt u dat?",
            "add": "voeg “{veld}: …” toe",
            "add_or_state": "voeg “{veld}: …” toe, of “{veld}: niet_vermeld” als de bron zwijgt",
        },
    ),
    _error(
        "R002",
        "onbekend veld “{veld}”",
        "Elke soort record heeft vaste velden; de handleiding somt ze op. Een veld met een andere naam zou nergens "
        "verschijnen, en dat is bijna altijd een typefout.",
    ),
    Message(
        "R003",
        Severity.WARNING,
        "het veld “{veld}” is leeg",
        "Een leeg veld telt alsof het er niet staat. Vul het in, laat het weg, of schrijf waarom er niets is "
        "(bijvoorbeeld niet_vermeld). Let op: een # na een spatie begint commentaar.",
        hints={"comment": "# begint commentaar: zet de waarde tussen aanhalingstekens"},
    ),
    _error(
        "R004",
        "hier hoort tekst, geen {gevonden}",
        "Dit veld bevat gewone tekst. Een lijst (regels met een streepje) of velden onder het veld kunnen hier niet.",
        hints={"colon": "staat er een dubbele punt in de tekst, zet die dan tussen aanhalingstekens"},
    ),
    _error(
        "R005",
        "“{veld}” is te kort: minstens {grens} tekens",
        "Een zo korte waarde zegt de lezer niets. Schrijf ze voluit.",
    ),
    _error(
        "R006",
        "“{veld}” is te lang: {lengte} tekens, en hoogstens {grens} kunnen",
        "Deze tekst staat op plaatsen met weinig ruimte, zoals lijsten en zoekresultaten. Zet wat er niet in past in "
        "de tekst van het record.",
    ),
    _error(
        "R007",
        "“{waarde}” heeft niet de vorm van {vorm}",
        "Dit veld heeft een vaste vorm, zodat programma’s er iets mee kunnen: een webadres, een id, een code.",
        hints={"web": "schrijf https://{adres}"},
    ),
    _error(
        "R008",
        "“{waarde}” kan hier niet",
        "Dit veld kent een vaste reeks woorden. Ze staan met hun betekenis in de handleiding.",
    ),
    _error(
        "R009",
        "hier hoort een lijst, geen {gevonden}",
        "Een lijst heeft op elke regel een streepje, een spatie en een waarde.",
        hints={
            "own_line": "zet elke waarde op een eigen regel, met een streepje en een spatie ervoor",
            "short": "schrijf {veld}: [{waarde}]",
        },
    ),
    _error(
        "R010",
        "de lijst “{veld}” is te kort: minstens {grens}",
        "Deze lijst kan niet leeg zijn: zonder wat erin staat, is het record niet volledig.",
    ),
    _error(
        "R011",
        "hier horen velden, geen {gevonden}",
        "Op deze plaats staan velden met elk een naam en een waarde, twee spaties verder ingesprongen.",
        hints={
            "space": "zet een spatie na de dubbele punt",
            "fields": "hier kunnen: {velden}",
        },
    ),
    _error(
        "R012",
        "“{waarde}” is geen getal",
        "Een getal bestaat uit cijfers, met een komma of een punt voor de decimalen: 66 of 66,5. De eenheid en "
        "woorden als “ongeveer” hebben hun eigen velden: eenheid en precisie.",
        hints={"only_number": "zet alleen het getal in waarde, de rest in eenheid, precisie of letterlijk"},
    ),
    _error(
        "R013",
        "{waarde} kan hier niet: {voorwaarde}",
        "Dit getal heeft een ondergrens of een bovengrens.",
    ),
    _error(
        "R014",
        "hier hoort ja of nee, niet “{waarde}”",
        "Dit veld kent twee waarden: ja en nee, in kleine letters.",
        hints={"write": "schrijf {waarde}"},
    ),
    _error(
        "R015",
        "“{waarde}” is geen datum",
        "Een datum schrijft u zo precies als u ze kent: 2019, 2019-06 of 2019-06-12. Het jaar staat eerst.",
        hints={
            "write": "schrijf {waarde}",
            "forms": "schrijf 2019, 2019-06 of 2019-06-12",
        },
    ),
    _error(
        "R016",
        "de datum “{waarde}” bestaat niet",
        "De maand is 01 tot 12, en de dag moet in die maand bestaan.",
    ),
    _error(
        "R017",
        "“{waarde}” is geen id van een {soort}",
        "Naar een ander record verwijst u met zijn id: de bestandsnaam zonder .md of .yaml. Naar een woord uit een "
        "lijst met de id van dat woord. Een id bestaat uit kleine letters, cijfers en koppeltekens.",
    ),
    _error(
        "R018",
        "“{waarde}” is geen verwijzing met een soort",
        "Hier kunnen verschillende soorten records staan. Schrijf daarom de soort, een dubbele punt en de id, zonder "
        "spatie: initiatief:heerlijk-helder.",
        hints={"example": "schrijf bijvoorbeeld initiatief:de-id, bijsturing:de-id of bron:de-id"},
    ),
    _error(
        "R019",
        "een deel van de lijst “{veld}” is leeg",
        "Achter een streepje staat altijd een waarde. Een leeg deel zou als een gegeven meetellen dat er niet is.",
        hints={"fill_in": "vul het in, of verwijder het streepje"},
    ),
    _error(
        "R020",
        "niet_gemeten vraagt een reden of een beslissing",
        "Wie leest dat iets niet gemeten is, wil weten waarom. Geef de reden in woorden, of de id van de beslissing.",
        hints={"add": "voeg “reden: …” of “beslissing: de-id” toe"},
    ),
    _error(
        "R021",
        "de periode is leeg",
        "Een periode zegt minstens één ding: van, tot, frequentie of letterlijk. Weet u niets, schrijf dan "
        "niet_vermeld.",
    ),
    _error(
        "R022",
        "de periode eindigt voor ze begint",
        "De datum na “tot” ligt voor die na “van”.",
    ),
    _error(
        "R023",
        "wat niet weerhouden of stopgezet is, vraagt een reden",
        "Wie inbreng gaf, heeft recht op het waarom. Schrijf het in het veld “reden”.",
        hints={"add": "voeg “reden: …” toe"},
    ),
    _error(
        "R024",
        "“toetsbaar” is ja, of nee of deels met de reden",
        "Kan de lezer nagaan of het gebeurd is? Zo niet, of maar voor een deel, dan hoort erbij waarom.",
        hints={"forms": "schrijf “toetsbaar: ja”, of “toetsbaar: {{nee: waarom niet}}”"},
    ),
    _error(
        "R025",
        "de id staat niet in het record",
        "De id is de bestandsnaam zonder .md of .yaml. Ze nog eens schrijven kan alleen maar tot verschil leiden.",
        hints={"remove": "verwijder deze regel"},
    ),
    _error(
        "R026",
        "er is geen lijst “{naam}”",
        "In lijsten/ staan vaste lijsten: beleidsvelden, belanghebbenden, vormen, rollen en begrippen.",
    ),
    Message(
        "R027",
        Severity.WARNING,
        "“{waarde}” lijkt op een toestand, maar wordt als gewone tekst gelezen",
        "Een toestand schrijft u met een liggend streepje, bijvoorbeeld niet_vermeld. Alleen dan wordt ze getoond en "
        "geteld als iets wat we niet weten.",
        hints={"write": "schrijf {waarde}"},
    ),
    _error(
        "R029",
        "deze waarde past hier niet",
        "De vorm van deze waarde is anders dan wat dit veld kan bevatten. Vergelijk met hetzelfde veld in een ander "
        "record.",
    ),
)

_RULES = (
    _breach(
        "R030",
        "de id “{id}” staat twee keer in dit record",
        "Andere records verwijzen met deze id naar één plaats. Bij twee gelijke ids is niet te zien welke bedoeld is.",
    ),
    _breach(
        "R031",
        "de letters van de delen lopen niet van a op",
        "De delen van een deelvraag heten a, b, c, zonder een over te slaan. Is er maar één deel, dan kan de letter "
        "weg.",
        hints={"letter": "hier hoort letter: {waarde}"},
    ),
    _breach(
        "R032",
        "de nummers van de deelvragen lopen niet op",
        "Elke deelvraag heeft haar eigen nummer, in de volgorde van de vraag.",
    ),
    _breach(
        "R033",
        "deze stap is ouder dan een stap erboven",
        "Het verloop begint met de oudste stap; de nieuwste staat laatst en is de toestand van nu.",
        hints={"order": "zet de stappen in de volgorde van de tijd, de nieuwste laatst"},
    ),
    _breach(
        "R034",
        "de delen zijn samen {som}, en het totaal is {totaal}",
        "Een verdeling met soort uitsluitend telt elk geval één keer; dan zijn de delen samen het totaal. Kan een "
        "geval in meer delen zitten, schrijf dan meerkeuze.",
        hints={"more_choices": "kan een geval in meer dan één deel zitten, schrijf dan soort: meerkeuze"},
    ),
    _breach(
        "R035",
        "een definitieve bijlage heeft “{veld}” nodig",
        "Een bijlage bij een antwoord aan het parlement is pas definitief als de vraag haar nummer, zittingsjaar, "
        "vraagsteller, minister en data heeft, en de bijlage de datum van de gegevens. Tot dan is ze een ontwerp.",
        hints={"fill_in": "vul “{veld}” in, of schrijf “status: ontwerp”"},
    ),
    _breach(
        "R036",
        "een onderdeel “{soort}” heeft het veld “{veld}” nodig",
        "Zonder dat veld is niet te zien wat het onderdeel moet tonen.",
        hints={
            "measurement": "voeg “meting: de-id” toe",
            "chart": "voeg “grafiek: …” toe met de naam van een grafiek",
        },
    ),
    _breach(
        "R037",
        "het antwoord is ouder dan de vraag",
        "De datum van het antwoord ligt voor de datum waarop de vraag gesteld is.",
    ),
    Message(
        "R038",
        Severity.NOTE,
        "uitgevoerd, zonder bewijsstuk",
        "Op de site staat dan “geen bewijsstuk opgegeven”. Hebt u een verslag, een webpagina of een publicatie, voeg "
        "die dan toe bij bewijs.",
    ),
)

MESSAGES: tuple[Message, ...] = (*_FIELDS, *_RULES)
