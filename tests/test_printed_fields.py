"""Where every field of every kind is printed: on its own page, on other pages, in the annex, in Word, data and search.

Each field holds a word that occurs nowhere else (`canaries`); the words are looked for in what is built. What is found
is held in `golden/printed/velden.txt`: a field that disappears from one output changes a line of it. A field that is
not on the page of its record is there with a reason in `NOT_ON_PAGE`, and one that search does not know in
`NOT_SEARCHED`.

WEERKLANK_GOLDEN=1 writes the file anew, to be read before it is kept.
"""

import difflib
import os
import re
from collections.abc import Iterable, Mapping
from fnmatch import fnmatchcase
from functools import cached_property
from pathlib import Path

import pytest

from tests import canaries
from tests.printed_reading import page, word_body, word_text, words
from tests.printed_site import LIGHT, made_of
from tests.search_tools import scripts_of, texts_of
from tests.voorbeeld_site import made_once
from weerklank.model.fields import ValueShape

GOLDEN = Path(__file__).parent / "golden" / "printed" / "velden.txt"
_WORD = re.compile(r"kw\d{4}")

PAGE, ELSEWHERE, ANNEX, WORD, DATA, SEARCH, FEED = "pagina", "elders", "bijlage", "word", "data", "zoeken", "feed"
OUTPUTS = (PAGE, ELSEWHERE, ANNEX, WORD, DATA, SEARCH, FEED)

NOT_ON_PAGE = {
    "*.id": "the address of the page, or of a place on it",
    "*.publicatie.*": "who may see a record is not said to those who may",
    "*.vroegere_ids": "an address that leads to the page",
    "meting.resultaten.reeks": "ties results of several measurements together",
    "meting.samen_te_tellen": "a warning where there are figures to add up, and this record has one",
    "klachtenjaar.*.soort": "whether parts add up is a matter between author and check",
    "klachtenjaar.*.eenheid": "a number without a sign is a count",
    "klachtenjaar.*.precisie": "stands before a number, and nowhere where there is none",
    "bijsturing.aanleiding.signaal": "a signal has an initiative: where that is not known, neither is the signal",
    "bron.kort": "stands under quotations, on other pages",
    "bron.extern": "stands under quotations, on other pages",
    "bron.taal": "the language in which quotations are read aloud",
    "organisatie.zoekmachines": "is said to search engines only",
    "organisatie.toegestaan.*": "why check lets a number through is between author and check",
    "organisatie.afdruk.voettekst": "stands at the foot of paper only",
    "organisatie.site.trefwoorden": "is for the catalogue of open data",
    "organisatie.site.catalogusthema": "is for the catalogue of open data",
    "bijsturing.aanleiding.thema": "begins a sentence, with a capital",
    "lijst *.bronnen": "the place of the words leads to them",
    "vraag.bijlage.openbaar_vanaf": "who may see an annex is not said to those who may",
    "vraag.doorgestuurd_op": "when a service gets to work is its own affair",
    "vraag.naar_kabinet_op": "when a service is done is its own affair",
    "vraag.deelvragen.delen.aan_te_vullen.*": "what is still to do is for those who can do it",
    "vraag.bijlage.onderdelen.*": "the parts of the annex are on the page of the annex",
    "lijst *.volgorde": "the words stand in that order: nothing needs to say it",
    "toezegging.oordeel_van_de_gever.van": "the name that stands at “aan” is printed",
    "*.afbeeldingen.bestand": "the name of a file, which is its address",
    "*.afbeeldingen.beschrijving": "the alternative text, which is read aloud and not seen",
}
"""Fields, by a pattern of their path, that are not always on the page of their record."""

NOT_SEARCHED = {
    "*.id": "only machines need it",
    "*.vroegere_ids": "only machines need it",
    "*.url": "only machines need it",
    "*.reeks": "only machines need it",
    "*.publicatie.*": "only machines need it",
    "vraag.deelvragen.nr": "only machines need it",
    "vraag.deelvragen.delen.letter": "only machines need it",
    "bron.taal": "only machines need it",
    "bron.extern": "yes and no are no words",
    "meting.samen_te_tellen": "yes and no are no words",
    "lijst *.niet_limitatief": "yes and no are no words",
    "*bronnen": "the words of a source are found at the source, which is searched as a whole",
    "*bronnen_ge*": "the words of a source are found at the source, which is searched as a whole",
    "*.lezingen.bron": "the words of a source are found at the source, which is searched as a whole",
    "*.wijzigingen.*": "what was corrected is not what a record is about",
    "vraag.bijlage.*": "an annex repeats its records",
    "organisatie.*": "what stands around all pages is no page of its own",
    "klachtenjaar.*.eenheid": "a number without a sign is a count",
    "klachtenjaar.*.precisie": "a number is found without the word before it",
    "lijst *.volgorde": "the words stand in that order: nothing needs to say it",
    "*.afbeeldingen.bestand": "the name of a file: what it shows is found by its words",
    "*.afbeeldingen.rechten": "why it may be shown is not what it shows",
    "lijst *.titel": "each word of a list is found by itself",
    "lijst *.toelichting": "each word of a list is found by itself",
    "lijst *.groep": "each word of a list is found by itself",
    "bijsturing.aanleiding.signaal": "a signal has an initiative: where that is not known, neither is the signal",
    "*.url.(afwezig).reden": "only machines need an address",
    "*.nagekeken_op": "tells of the record, not of what it describes",
    "vraag.naar_kabinet_op": "is for those who write the answer",
    "vraag.doorgestuurd_op": "is for those who write the answer",
    "*bronnen_stond_al_vast": "the words of a source are found at the source, which is searched as a whole",
    "bron.geraadpleegd_op": "tells of the record, not of what it describes",
    "*.frequentie": "a choice that many records share",
    "initiatief.status*": "a choice that many records share",
    "*.sterkte": "a choice that many records share",
    "*.toetsbaar.answer": "a choice that many records share",
    "*.verloop.status": "a choice that many records share",
    "*.dekking": "a choice that many records share",
    "vraag.antwoord_soort": "a choice that many records share",
    "vraag.deelvragen.delen.aan_te_vullen.*": "what is still to do is for those who can do it",
    "klachtenjaar.*.soort": "a choice that many records share",
    "bijsturing.aanleiding.initiatief*": "a record is found itself",
    "bijsturing.aanleiding.klachten": "a record is found itself",
    "bijsturing.aanleiding.signaal.*": "a signal is found at its initiative",
    "bijsturing.onderdeel_van": "a record is found itself",
    "meting.initiatief": "a record is found itself",
    "meting.beslissing": "a record is found itself",
    "vraag.deelvragen.delen.steunt_op": "a record is found itself",
    "vraag.verwijst_naar": "a record is found itself",
    "toezegging.vraag": "a record is found itself",
    "toezegging.bijsturingen": "a record is found itself",
    "toezegging.oordeel_van_de_gever.van": "the name that stands at “aan” is found",
    "*.oordeel_van_de_gever.woorden*": "the words of a source are found at the source, which is searched as a whole",
    "toezegging.woorden.*": "the words of a source are found at the source, which is searched as a whole",
}
"""Fields, by a pattern of their path, of which no word or figure finds the record."""


def _build(folder: Path) -> None:
    birds = canaries.write()
    made_of({**birds.files, **birds.pictures}, folder)


class Site:
    """What was built: the words of each file, by its address."""

    def __init__(self, folder: Path) -> None:
        self.texts = {
            path.relative_to(folder).as_posix(): _words_of(path)
            for path in sorted(folder.rglob("*"))
            if path.suffix in LIGHT and "kaal" not in path.parts  # which says what its page says
        }
        self.found: dict[str, str] = {}
        for address, title, said in texts_of(scripts_of(folder)):
            self.found[address] = f"{self.found.get(address, '')} {title} {said}"

    @cached_property
    def with_word(self) -> dict[str, set[str]]:
        """The files in which each word of a canary occurs."""
        found: dict[str, set[str]] = {}
        for address, text in self.texts.items():
            for word in _WORD.findall(text):
                found.setdefault(word, set()).add(address)
        return found

    def holding(self, texts: Iterable[str]) -> set[str]:
        """The files in which one of these texts occurs."""
        return {
            address
            for text in texts
            for address in (
                self.with_word.get(text, set())
                if _WORD.fullmatch(text)
                else (address for address, words_of in self.texts.items() if _says(words_of, text))
            )
        }

    def count(self, address: str, text: str) -> int:
        """How often a text is in a file."""
        return self.texts[address].count(text)

    def own_page(self, record: tuple[str, str]) -> str:
        """The address of the page of a record, or of all words of a list; "" when any page is its own."""
        kind, name = record
        if kind in ("organisatie", *canaries.WORD_LISTS):
            return "begrippen.html" if kind == "begrip" else ""
        return next(address for address in self.texts if address.rpartition("/")[2] == f"{name}.html")


def _says(words_of: str, text: str) -> bool:
    """Whether a text occurs as words of its own: the year 1705 is not in kw1705."""
    return text in words_of and re.search(rf"(?<!\w){re.escape(text)}(?!\w)", words_of) is not None


def _words_of(path: Path) -> str:
    """What a file says; of a page also where its links lead, and of a record page only what is its own."""
    match path.suffix:
        case ".html":
            tree = page(path.read_bytes())
            links = [str(link.get("href")) for link in tree.iter("a")]
            return " ".join((words(tree), *links))
        case ".docx":
            return word_text(word_body(path.read_bytes()))
        case _:
            return path.read_text("utf-8-sig")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of the canaries."""
    return Site(made_once(tmp_path_factory, "kanaries", _build) / "site")


@pytest.fixture(scope="module")
def matrix(site: Site) -> dict[str, list[set[str]]]:
    """Each field, with the outputs that its value is in, for each record that has it."""
    birds = canaries.write().canaries
    found: dict[str, list[set[str]]] = {}
    for bird in birds:
        where = _of_choice(bird, site, birds) if bird.shape is ValueShape.CHOICE else _of_word(bird, site)
        found.setdefault(_field(bird.path), []).append(where)
    return found


def _field(path: str) -> str:
    """The line that a field has a place in: the three parts of a citation are one."""
    return re.sub(r"\.(bron|plaats|citaat)$", "", path) if re.search(r"bron\w*\.\w+$", path) else path


def _of_word(bird: canaries.Canary, site: Site) -> set[str]:
    """The outputs that a word of its own is in."""
    own = site.own_page(bird.record)
    said = [text for address, text in site.found.items() if address.partition("#")[0] == own or not own]
    searched = any(word in text for word in bird.words for text in said)
    return {_output(address, own) for address in site.holding(bird.words)} - {""} | ({SEARCH} if searched else set())


def _of_choice(bird: canaries.Canary, site: Site, birds: list[canaries.Canary]) -> set[str]:
    """Whether a word that others may have, too, is on the page: more often than on that of a record with another."""
    own = site.own_page(bird.record)
    twins = [other for other in birds if other.path == bird.path and other.words != bird.words]
    if not own or not twins:
        in_search = {SEARCH} if any(word in site.found.get(own, "") for word in bird.words) else set()
        return in_search | {_output(found, own) for found in site.holding(filter(None, bird.words))} & {PAGE, ANNEX}
    there = site.own_page(twins[0].record)
    shown = all(site.count(own, word) > site.count(there, word) for word in bird.words if word)
    words = [word for word in bird.words if word]
    searched = bool(words) and all(word in site.found[own] and word not in site.found[there] for word in words)
    return ({PAGE} if shown and words else set()) | ({SEARCH} if searched else set())


def _output(address: str, own: str) -> str:
    """What kind of output a file is, seen from the record whose page is `own`."""
    endings = {".docx": WORD, ".csv": DATA, ".xml": FEED, ".jsonld": DATA, ".js": ""}
    ending = f".{address.rpartition('.')[2]}"
    if ending in endings:
        return endings[ending]
    if address.endswith("/bijlage.html"):
        return ANNEX
    return PAGE if address == own or not own else ELSEWHERE


def _lines(matrix: Mapping[str, list[set[str]]]) -> str:
    """The matrix as text: the outputs that always have a field, and behind a tilde those that have it by times."""
    lines = []
    for path, found in matrix.items():
        always = set.intersection(*found)
        by_times = set.union(*found) - always
        marks = [name for name in OUTPUTS if name in always] + [f"~{name}" for name in OUTPUTS if name in by_times]
        lines.append(f"{path}: {' '.join(marks)}".rstrip())
    return "\n".join(lines) + "\n"


def test_no_field_disappears(matrix: dict[str, list[set[str]]]) -> None:
    """Each field is in the outputs that it was in: on its page, elsewhere, in the annex, Word, data, search, feeds."""
    found = _lines(matrix)
    if os.environ.get("WEERKLANK_GOLDEN") == "1":
        GOLDEN.parent.mkdir(exist_ok=True)
        GOLDEN.write_text(found, encoding="utf-8")
    kept = GOLDEN.read_text(encoding="utf-8").splitlines()
    changed = list(difflib.unified_diff(kept, found.splitlines(), "kept", "built", lineterm="", n=0))

    assert not changed, "\n".join(changed)


def _without(output: str, matrix: Mapping[str, list[set[str]]]) -> set[str]:
    return {path for path, found in matrix.items() if not all(output in where for where in found)}


def _unlisted(fields: set[str], patterns: Iterable[str]) -> list[str]:
    return sorted(path for path in fields if not any(fnmatchcase(path, pattern) for pattern in patterns))


def test_every_field_is_on_its_page(matrix: dict[str, list[set[str]]]) -> None:
    """What an author writes is on the page of the record, or there is a reason why it is not."""
    assert [] == _unlisted(_without(PAGE, matrix), NOT_ON_PAGE)


def test_every_field_can_be_searched(matrix: dict[str, list[set[str]]]) -> None:
    """A word of any field finds the record that has it, or there is a reason why it does not."""
    assert [] == _unlisted(_without(SEARCH, matrix), NOT_SEARCHED)


@pytest.mark.parametrize(("output", "patterns"), [(PAGE, (*NOT_ON_PAGE,)), (SEARCH, (*NOT_SEARCHED,))])
def test_reasons_are_still_needed(output: str, patterns: tuple[str, ...], matrix: dict[str, list[set[str]]]) -> None:
    """Nothing has a reason to be left out that is not left out."""
    missing = _without(output, matrix)

    assert [] == [pattern for pattern in patterns if not any(fnmatchcase(path, pattern) for path in missing)]
