"""Hints for more than one message, and what is said of a second place that a finding shows.

In: nothing. Out: `HINTS`, templates by name, and `Elsewhere`, the words behind another place.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

HINTS: Mapping[str, str] = MappingProxyType(
    {
        "did_you_mean": "bedoelt u {woorden}?",
        "choose_from": "kies uit: {woorden}",
        "space_after_dash": "zet een spatie na elk streepje",
    }
)


class Elsewhere(StrEnum):
    """What is at the other place."""

    FIRST = "eerst hier"
    LINE_ABOVE = "de regel erboven"
    OTHER_FILE = "het andere bestand"
    OTHER_RECORD = "het andere record"
    SOURCE = "in de bron"
    AUDIENCE = "hier staat wie het mag zien"
    SIGNALS = "de signalen van dat initiatief"
    ONWARD = "en van daar"
    LATER_DATE = "de latere datum staat hoger"
    PARTS = "de delen"
    BEFORE = "de vorige"
    QUESTION = "de vraag"
