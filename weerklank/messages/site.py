"""Messages S0xx, T0xx and X0xx: checks of the site, faults in templates, exports and charts.

In: nothing. Out: `MESSAGES`, the entries of this block by code, in order.
"""

from collections.abc import Mapping

from weerklank.messages.message import Message, error, note, warning

MESSAGES: Mapping[str, Message] = {
    "S001": error(
        "{aantal} pagina’s of bestanden willen hetzelfde adres",
        "Elk bestand van de site heeft een eigen adres, gemaakt van de id van het record. Dit adres is meer dan één"
        " keer gevraagd. Geef een van de records een andere id, of haal een oude id weg uit vroegere_ids.",
    ),
    "S002": error(
        "een link leidt nergens: {adres} (op {aantal})",
        "Op deze pagina staat een link naar een pagina of een plaats die niet bestaat: een fout in een sjabloon.",
    ),
    "S003": error(
        "twee elementen op één pagina hebben dezelfde id: {anker}",
        "Een id mag op een pagina maar één keer voorkomen, anders springt een link naar de verkeerde plaats.",
    ),
    "S004": error(
        "een afbeelding heeft geen alternatieve tekst: {adres}",
        "Elke afbeelding heeft een tekst voor wie ze niet kan zien. Dit is een fout in een sjabloon.",
    ),
    "S005": error(
        "de pagina laadt iets van buiten de site: {adres} (op {aantal})",
        "De site laadt niets van andere sites: geen lettertype, script, stijl of afbeelding. Zet het bestand bij de"
        " site.",
    ),
    "S006": error(
        "de koppen staan niet in orde: na niveau {vorig} komt niveau {niveau}",
        "Een pagina heeft één kop van niveau 1, en geen niveau wordt overgeslagen. Begin koppen in een tekst met ##.",
    ),
    "S007": warning(
        "de pagina weegt {grootte}, meer dan {grens}",
        "Een pagina blijft onder 150 kB, zonder de beelden en de lettertypes, zodat ze ook op een trage lijn snel"
        " opent.",
    ),
    "S008": error(
        "de bijlage weegt {grootte}, meer dan {grens}",
        "Een bijlage blijft onder 10 MB, zodat ze met een mail meegestuurd kan worden.",
    ),
    "T001": error(
        "fout in sjabloon {sjabloon}, regel {regel}: {melding}",
        "Een sjabloon in de map templates gebruikt een naam die er niet is, of is niet goed geschreven.",
    ),
    "T002": error(
        "sjabloon {sjabloon} mist {gebrek}",
        "Dit sjabloon is een bestand dat u in een tekstverwerker of een rekenblad opent. Het programma zoekt er stijlen"
        " en andere delen op bij hun naam. Zet ze terug onder die naam, of haal het sjabloon terug uit het"
        " versiebeheer.",
    ),
    "X010": note(
        "in de grafiek “{grafiek}” komen tekens uit de reserveletter: {tekens}",
        "Het lettertype van de grafieken heeft deze tekens niet. Ze zijn getekend met de reserveletter DejaVu: "
        "leesbaar, maar in een andere letter dan de rest. In de tabel onder de grafiek staat dezelfde tekst.",
    ),
    "X011": warning(
        "in de grafiek “{grafiek}” zijn tekens vervangen door een leeg vakje: {tekens}",
        "Geen enkel lettertype dat wij meeleveren heeft deze tekens, vaak een emoji. In de tekening staat er een leeg "
        "vakje. Schrijf het in woorden, of gebruik een ander teken.",
    ),
}
