"""Messages S0xx and T0xx: checks of the site and faults in templates.

In: nothing. Out: `MESSAGES`, the entries of this block in order of code.
"""

from weerklank.messages.message import Message, Severity

MESSAGES: tuple[Message, ...] = (
    Message(
        "S001",
        Severity.ERROR,
        "{aantal} pagina’s of bestanden willen hetzelfde adres",
        "Elk bestand van de site heeft een eigen adres, gemaakt van de id van het record. Dit adres is meer dan één"
        " keer gevraagd. Geef een van de records een andere id, of haal een oude id weg uit vroegere_ids.",
    ),
    Message(
        "S002",
        Severity.ERROR,
        "een link leidt nergens: {adres} (op {aantal})",
        "Op deze pagina staat een link naar een pagina of een plaats die niet bestaat. Dat is meestal een fout in een"
        " sjabloon, of een link in een tekst naar een record dat niet openbaar is.",
    ),
    Message(
        "S003",
        Severity.ERROR,
        "twee elementen op één pagina hebben dezelfde id: {anker}",
        "Een id mag op een pagina maar één keer voorkomen, anders springt een link naar de verkeerde plaats.",
    ),
    Message(
        "S004",
        Severity.ERROR,
        "een afbeelding heeft geen alternatieve tekst: {adres}",
        "Elke afbeelding heeft een tekst voor wie ze niet kan zien. Dit is een fout in een sjabloon.",
    ),
    Message(
        "S005",
        Severity.ERROR,
        "de pagina laadt iets van buiten de site: {adres} (op {aantal})",
        "De site laadt niets van andere sites: geen lettertype, script, stijl of afbeelding. Zet het bestand bij de"
        " site.",
    ),
    Message(
        "S006",
        Severity.ERROR,
        "de koppen staan niet in orde: na niveau {vorig} komt niveau {niveau}",
        "Een pagina heeft één kop van niveau 1, en geen niveau wordt overgeslagen. Begin koppen in een tekst met ##.",
    ),
    Message(
        "S007",
        Severity.WARNING,
        "de pagina weegt {grootte}, meer dan {grens}",
        "Een pagina blijft onder 150 kB, zonder de beelden en de lettertypes, zodat ze ook op een trage lijn snel"
        " opent.",
    ),
    Message(
        "S008",
        Severity.ERROR,
        "de bijlage weegt {grootte}, meer dan {grens}",
        "Een bijlage blijft onder 10 MB, zodat ze met een mail meegestuurd kan worden.",
    ),
    Message(
        "T001",
        Severity.ERROR,
        "fout in sjabloon {sjabloon}, regel {regel}: {melding}",
        "Een sjabloon in de map templates gebruikt een naam die er niet is, of is niet goed geschreven.",
    ),
)
