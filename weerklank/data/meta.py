"""Where data come from, as every file of open data says it.

In and out: one frozen value, filled from the organisation record. Nothing here is known without content.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Meta:
    """An empty text means: not stated.

    `as_of`: ISO date of the state of the records ("2026-11-23"); `as_of_words`: the same for people;
    `licence_url`: address of the licence text; `contact`: a role's address; `address`: the page that offers the data;
    `epoch`: the first second of `as_of`, since 1970 in UTC, for formats in which every file has a date.
    """

    publisher: str
    as_of: str
    as_of_words: str
    licence: str = ""
    licence_url: str = ""
    contact: str = ""
    address: str = ""
    epoch: int = 0
