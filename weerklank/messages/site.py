"""Messages S0xx and T0xx: checks of the site and faults in templates.

In: nothing. Out: `MESSAGES`, the entries of this block in order of code.
"""

from weerklank.messages.message import Message, Severity


def _error(code: str, template: str, explanation: str) -> Message:
    """A site with this fault is not published, so there is no annex to freeze."""
    return Message(code, Severity.ERROR, template, explanation, freezable=False)


MESSAGES: tuple[Message, ...] = (
    _error(
        "S001",
        "{aantal} pagina’s of bestanden willen hetzelfde adres",
        "Elk bestand van de site heeft een eigen adres, gemaakt van de id van het record. Dit adres is meer dan één"
        " keer gevraagd. Geef een van de records een andere id, of haal een oude id weg uit vroegere_ids.",
    ),
    _error(
        "S002",
        "een link leidt nergens: {adres} (op {aantal})",
        "Op deze pagina staat een link naar een pagina of een plaats die niet bestaat. Dat is meestal een fout in een"
        " sjabloon, of een link in een tekst naar een record dat niet openbaar is.",
    ),
    _error(
        "S003",
        "twee elementen op één pagina hebben dezelfde id: {anker}",
        "Een id mag op een pagina maar één keer voorkomen, anders springt een link naar de verkeerde plaats.",
    ),
    _error(
        "S004",
        "een afbeelding heeft geen alternatieve tekst: {adres}",
        "Elke afbeelding heeft een tekst voor wie ze niet kan zien. Dit is een fout in een sjabloon.",
    ),
    _error(
        "S005",
        "de pagina laadt iets van buiten de site: {adres} (op {aantal})",
        "De site laadt niets van andere sites: geen lettertype, script, stijl of afbeelding. Zet het bestand bij de"
        " site.",
    ),
    _error(
        "S006",
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
    _error(
        "S008",
        "de bijlage weegt {grootte}, meer dan {grens}",
        "Een bijlage blijft onder 10 MB, zodat ze met een mail meegestuurd kan worden.",
    ),
    _error(
        "T001",
        "fout in sjabloon {sjabloon}, regel {regel}: {melding}",
        "Een sjabloon in de map templates gebruikt een naam die er niet is, of is niet goed geschreven.",
    ),
    _error(
        "T002",
        "sjabloon {sjabloon} mist {gebrek}",
        "Dit sjabloon is een bestand dat u in een tekstverwerker of een rekenblad opent. Het programma zoekt er stijlen"
        " en andere delen op bij hun naam. Zet ze terug onder die naam, of haal het sjabloon terug uit het"
        " versiebeheer.",
    ),
)
