"""Every number, proper name and link of the stored answer, with the line on which each first stands in this role.

Out: tuples of (words with white space folded, line from 1), and where words stand in the lines of a text, so that
`test_content` can hold the lists complete. Whoever looks for lost facts searches for the words in what is built.
"""

import re

Fact = tuple[str, int]

SUB_QUESTION_NUMBERS: tuple[Fact, ...] = (
    ("1.", 15),
    ("2.", 18),
    ("3.", 22),
    ("4.", 27),
    ("5.", 30),
    ("6.", 32),
    ("7.", 37),
    ("8.", 42),
    ("9.", 46),
    ("10.", 48),
)
"""The numbers that the sub-questions carry."""

NUMBERS: tuple[Fact, ...] = (
    ("in 2017 een strategische oefening", 53),
    ("3 ministers", 94),
    ("ondernemingsplan 2019-2024", 106),
    ("ontwikkeld in 2011", 118),
    ("in 2016", 122),
    ("ongeveer 66 procent", 126),
    ("85 procent", 129),
    ("BBC 2020", 157),
    ("46 lokale besturen", 176),
    ("zo’n 180 experten", 193),
    ("sinds 2019 Bemiddelingsboek", 203),
    ("In 2019", 206),
    ("12 interne", 207),
)
"""The numbers in the answer, with the words that say what they count. Those inside links are in `LINKS`."""

LINKS: tuple[Fact, ...] = (
    ("https://binnenland.vlaanderen.be/sites/default/files/meerjarig_ondernemingsplan_2020_2024.pdf", 163),
    ("http://www.vlaamsparlement.be/link?id=10536", 223),
)
"""The addresses in the text."""

NAMES: tuple[Fact, ...] = (
    ("Agentschap Binnenlands Bestuur", 1),
    ("ABB", 1),
    ("Klanttevredenheidsonderzoek", 1),
    ("Vlaamse overheid", 4),
    ("Binnenlands Bestuur en Stedenbeleid", 78),
    ("Gelijke kansen", 78),
    ("Inburgering en Integratie", 79),
    ("Beleid Vlaamse Rand", 79),
    ("Beleid Brussel", 79),
    ("VVSG", 88),
    ("Vlaamse landschap", 89),
    ("minderhedenforum", 90),
    ("Furia", 90),
    ("RoSa", 90),
    ("Ella", 91),
    ("GRIP", 91),
    ("Cavaria", 91),
    ("TIP", 91),
    ("vzw De Rand", 91),
    ("Muntpunt", 91),
    ("Huis van het Nederlands in Brussel", 91),
    ("Vlaamse Gemeenschapscommissie", 92),
    ("kenniscentrum Vlaamse steden", 93),
    ("IMEC", 93),
    ("Vlaamse en federale administraties", 93),
    ("Studiedienst van de Vlaamse Regering", 118),
    ("Departement Kanselarij en Bestuur", 119),
    ("Vlaamse administratie", 120),
    ("Exello.net", 147),
    ("VLOFIN", 147),
    ("Decreet lokaal bestuur", 153),
    ("Gemeente- en Stadsmonitor", 156),
    ("BBC-tools", 157),
    ("BBC 2020", 157),
    ("Wissel-leren", 161),
    ("Vrijwillige fusies van gemeenten", 168),
    ("Gemeente- en stadsmonitor", 175),
    ("Lokale Integratie- en Inburgeringsmonitor", 178),
    ("Cijferboek Vlaamse Rand", 179),
    ("Visie stedenbeleid", 181),
    ("Een versterkt partnerschap tussen Vlaanderen en haar steden", 183),
    ("Vlaamse stedenbeleid", 185),
    ("Netwerkgroep integratieonderzoek", 187),
    ("Vlaamse Ombudsdienst", 197),
    ("Vlaamse Ombudsman", 202),
    ("Vlaams Klachtenboek", 202),
    ("Bemiddelingsboek", 203),
    ("Heerlijk Helder", 208),
    ("Heerlijk Heldersessies", 208),
    ("Gegevens omtrent het bestuurlijk toezicht (tevredenheidsbarometer)", 221),
)
"""The proper names, and the phrases in which a capital stands within a sentence."""

COMMON_WORDS: frozenset[str] = frozenset()
"""Words with a capital within a sentence that name nothing. The text has none: each is part of a name above."""


def places(lines: tuple[str, ...], facts: tuple[Fact, ...]) -> set[tuple[int, int]]:
    """(line from 1, column from 0) of every character that an occurrence of a fact covers, across line ends."""
    text = "\n".join(lines)
    every = [(number, column) for number, line in enumerate(lines, start=1) for column in range(len(line) + 1)]
    covered: set[tuple[int, int]] = set()
    for words, _ in facts:
        pattern = r"\s+".join(re.escape(word) for word in words.split())
        for found in re.finditer(rf"(?<!\w){pattern}(?!\w)", text):
            covered.update(every[found.start() : found.end()])
    return covered


def capitals(lines: tuple[str, ...]) -> list[tuple[str, int, int]]:
    """(word, line, column) of words with a capital that do not begin a paragraph, list item or sentence."""
    found = []
    begins = True
    for number, line in enumerate(lines, start=1):
        begins = begins or not lines[number - 2].strip()
        for match in re.finditer(r"\S+", line):
            word = re.sub(r"^\W+|\W+$", "", match[0])
            if match[0] == "\uf0b7" or (match[0] == "o" and match.start() == 0):
                begins = True
                continue
            if word[:1].isupper() and not begins:
                found.append((word, number, match.start() + match[0].index(word)))
            begins = bool(re.search(r"[.?!:…][’”)]*$", match[0])) and match[0] != "o.a."
    return found
