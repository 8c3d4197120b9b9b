"""Messages X0xx: exports and charts.

In: nothing. Out: `MESSAGES`, the entries of this block by code, in order.
"""

from collections.abc import Mapping

from weerklank.messages.message import Message, note, warning

MESSAGES: Mapping[str, Message] = {
    "X010": note(
        "in de grafiek “{grafiek}” komen tekens uit de reserveletter: {tekens}",
        "Het lettertype van de grafieken heeft deze tekens niet. Ze zijn getekend met de reserveletter DejaVu: "
        "leesbaar, maar in een andere letter dan de rest. In de tabel onder de grafiek staat dezelfde tekst.",
    ),
    "X011": warning(
        "in de grafiek “{grafiek}” zijn tekens vervangen door □: {tekens}",
        "Geen enkel lettertype dat wij meeleveren heeft deze tekens, vaak een emoji. In de tekening staat er een leeg "
        "vakje. Schrijf het in woorden, of gebruik een ander teken.",
    ),
}
