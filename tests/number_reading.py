"""Every count that a site prints, with the thing that is counted and what it is said of.

In: the folder of a site, and the texts that its authors typed. Out: `Said`, one for each number in our own words: on
pages, in what is only spoken or found of them, in feeds and in the index of search. Numbers that are no count are told
apart by how they stand there: those that an author typed, dates, places in a document, sizes of files and what stands
in a quotation. Nothing here knows how the site was made.
"""

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

import lxml.etree
import lxml.html

from tests.printed_reading import csv_rows, folded, json_document, ods_sheets, page, words, xlsx_sheets
from tests.search_tools import scripts_of, texts_of
from weerklank.addresses import is_bare

TEXT, DESCRIPTION, TITLE, SPOKEN, FEED, SEARCH, BARE = (
    *("text", "description", "title", "spoken", "feed", "search", "bare"),
)

EXPLAINING = ("Inhoud", "Toelichting", "Kolommen")
"""The sheets of a workbook that explain the others."""
_BLOCKS = frozenset(
    "p div li ul ol td th tr dt dd h1 h2 h3 h4 h5 section blockquote figcaption summary table tbody thead tfoot dl "
    "nav header footer main article figure details caption body form fieldset legend label aside html".split()
)
_QUOTED = "//q | //blockquote | //*[contains(@class, 'quote')] | //*[@class='lit'] | //script | //style | //code"
_NUMBER = re.compile(r"(?<![\w.,#/’'−±€-])(?<!€ )(?:\d{1,3}(?:[\u00a0\u202f]\d{3})+|\d+)(?![\w%]|[.,:]\d)")
_WHOLE = re.compile(r"[ \u00a0]van (?:de )?(\d+)(?![\w%.,-])")
_MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_DATE = re.compile(rf"[ \u00a0](?:tot [\w ]+ )?(?:{_MONTHS})\b")
_YEAR = re.compile(r"(?:19|20)\d\d")
_PLACE = re.compile(
    r"(?:alinea’?s?|al\.|hoofdstuk|art\.|artikel|vraag|nr\.|pagina|signaal|Signaal|deel|bron|punt|[Tt]abel|Figuur|\[|SHA-|UTF-)"
    r"[ \u00a0]?(?:\d+ (?:en|tot) |\d+, )*$"
)
_QUALIFIED = re.compile(r"\b(?:ongeveer|minstens|hoogstens|meer dan|bijna)[ \u00a0]$")
_UNIT = re.compile(r"[ \u00a0]?(?:%|kB|bytes|MB|procent|NPS|op 10|dB|uur|euro|punt\b(?! met)|procentpunt|minuten)")
_THING = re.compile(r"[ \u00a0]([^\d.,;:()|\[\]“”]+)")
_ENDS = re.compile(r"(?:^| )(?:en|waarvan|bij het|met|van|die|in|tot|zijn|uit|is|per|om|op)(?: .*)?$")
_SENTENCE = re.compile(r".*[.:;|(]", re.DOTALL)
_CLAUSE = re.compile(r".*(?:[.:;|(]|, | en )", re.DOTALL)
_SHORT = 5  # letters: a word with fewer has no ending to lose
_LONG = 3  # figures: a number this long that an author typed is theirs in the words of a picture, wherever it stands


@dataclass(frozen=True)
class Said:
    """A count. `where`: the file. `how`: as what. `about`: the address that it is said of.

    `value`: the number, `whole`: of how many or None, `thing`: what is counted, in the words after it, made alike for
    one and for many; "" where there are none. `lead`: the words before it in its clause. `text`: all that stands there.
    """

    where: str
    how: str
    about: str
    value: int
    whole: int | None
    thing: str
    lead: str
    text: str


@dataclass(frozen=True)
class Beside:
    """A number that stands with a link, and nothing else. `to`: the page or file that the link leads to."""

    where: str
    to: str
    label: str
    value: int


def alike(text: str) -> str:
    """Words as they are compared: the same for one and for many."""
    return " ".join(_stem(word) for word in folded(text).casefold().split())


def _stem(word: str) -> str:
    if len(word) < _SHORT:
        return word
    stem = re.sub("(en|s)$", "", word)
    return re.sub("v$", "f", stem)


class Site:
    """A site that is read. `typed`: all words of its authors, folded, to know a number that one of them typed."""

    def __init__(self, folder: Path, content: Path) -> None:
        self.folder = folder
        paths = (path for path in sorted(content.rglob("*")) if path.suffix in (".yaml", ".md", ".txt"))
        self._typed = folded(" ".join(path.read_text("utf-8") for path in paths)).replace("*", "").casefold()

    @cached_property
    def pages(self) -> dict[str, lxml.html.HtmlElement]:
        """Every page but the texts of sources, without what is quoted. Plain editions are there, too."""
        found = {}
        for path in sorted(self.folder.rglob("*.html")):
            name = path.relative_to(self.folder).as_posix()
            if name.startswith("bronnen/") and name != "bronnen/index.html":
                continue
            tree = page(path.read_bytes())
            for node in tree.xpath(_QUOTED):
                node.drop_tree()
            found[name] = tree
        return found

    @cached_property
    def said(self) -> tuple[Said, ...]:
        """Every count, in the order of the files."""
        return (*self._on_pages(), *self._in_feeds(), *self._in_search())

    def _on_pages(self) -> Iterator[Said]:
        for name, tree in self.pages.items():
            bare = is_bare(name)
            own = name.removeprefix("kaal/") if bare else name
            for node, text in _units(tree):
                about = f"{own} ({text})" if node.tag == "summary" else _about(own, node)
                yield from self._counted(name, BARE if bare else TEXT, about, text)
            for how, paths in {
                DESCRIPTION: "//meta[@name='description' or @property='og:description']/@content",
                TITLE: "//title/text() | //meta[@property='og:title']/@content",
                SPOKEN: "//@alt | //main//@aria-label",
            }.items():
                for text in tree.xpath(paths):
                    yield from self._counted(name, how, own, folded(text))

    def _in_feeds(self) -> Iterator[Said]:
        atom = "{http://www.w3.org/2005/Atom}"
        for path in sorted(self.folder.glob("feeds/*.xml")):
            name = path.relative_to(self.folder).as_posix()
            tree = lxml.etree.parse(path).getroot()
            for entry in tree.iter(f"{atom}entry"):
                link = entry.find(f"{atom}link").get("href")
                for part in ("title", "summary", "content"):
                    text = folded(entry.findtext(f"{atom}{part}") or "")
                    yield from self._counted(name, FEED, self._ours(link), re.sub("“[^”]*”", "“”", text))
            for part in ("title", "subtitle"):
                yield from self._counted(name, FEED, name, folded(tree.findtext(f"{atom}{part}") or ""))

    def _ours(self, link: str) -> str:
        """The address within the site of a link in a feed, which may be absolute."""
        names = urlsplit(link).path.split("/")
        ends = ("/".join(names[start:]) for start in range(len(names)))
        return next((end for end in ends if (self.folder / end).is_file()), link)

    def _in_search(self) -> Iterator[Said]:
        for address, title, text in texts_of(scripts_of(self.folder)):
            for line in (title, *text.split("\n")):
                yield from self._counted("js/zoek", SEARCH, address, re.sub("“[^”]*”", "“”", folded(line)))

    def _counted(self, where: str, how: str, about: str, text: str) -> Iterator[Said]:
        last = 0
        for found in _NUMBER.finditer(text):
            before, after = text[: found.start()], text[found.end() :]
            if self._is_no_count(found[0], before, after):
                continue
            whole = _WHOLE.match(after)
            thing = _THING.match(after[whole.end() :] if whole else after)
            named = alike(_ENDS.sub("", folded(thing[1]))) if thing else ""
            number = int(re.sub(r"\D", "", found[0]))
            if len(found[0]) >= _LONG and _is_of_a_picture(how, text) and found[0] in self._typed:
                continue
            lead = alike(_CLAUSE.sub("", before[last:]) if last else _SENTENCE.sub("", before))
            last = found.end()
            yield Said(where, how, about, number, int(whole[1]) if whole else None, named, lead, text)

    def _is_no_count(self, number: str, before: str, after: str) -> bool:
        if _DATE.match(after) or _YEAR.fullmatch(number) or _UNIT.match(after):
            return True
        if _PLACE.search(before) or _QUALIFIED.search(before):
            return True
        if re.search(r"\d van (?:de )?$", before):
            return True  # it is the whole of the number before it
        plain = re.sub(r"\D", "", number)
        beside = re.match(r"[ \u00a0]([\w’-]+)", after)
        if beside is None:
            return len(plain) > 1 and re.search(rf"(?<!\d){plain}(?!\d)", self._typed) is not None
        return re.search(rf"(?<![\w.,]){plain}[ \u00a0]{re.escape(beside[1].casefold())}\b", self._typed) is not None

    @cached_property
    def beside(self) -> tuple[Beside, ...]:
        """Every number that stands with a link, alone or at the end of its words: of choices, ways and files."""
        return tuple(
            Beside(name, to, label, value)
            for name, tree in self.pages.items()
            for link in tree.xpath("//main//a[@href]")
            if (to := _target(name.removeprefix("kaal/") if is_bare(name) else name, link.get("href"))) is not None
            for label, value in _beside(link)
        )

    @cached_property
    def rows(self) -> dict[str, int]:
        """How many rows each list page and each file with data has; a list on more pages has them all on each."""
        found: dict[str, int] = defaultdict(int)
        for name, tree in self.pages.items():
            if not is_bare(name) and (listed := tree.xpath("//ol[@id='records']")):
                found[re.sub(r"-\d+(?=\.html$)", "", name) if _continues(tree) else name] += len(listed[0])
        return dict(found)

    @cached_property
    def files(self) -> dict[str, int]:
        """How many rows each file with one table has: csv, json, xlsx and ods."""
        found = {}
        for path in sorted((*self.folder.glob("data/*"), *self.folder.glob("vragen/*/gegevens/*"))):
            name = path.relative_to(self.folder).as_posix()
            match path.suffix:
                case ".csv":
                    found[name] = len(csv_rows(name, path.read_bytes()).rows)
                case ".json" if isinstance(listed := json_document(path.read_bytes()).get("rijen"), list):
                    found[name] = len(listed)
                case ".xlsx" | ".ods" if path.with_suffix(".csv").exists():
                    read = xlsx_sheets if path.suffix == ".xlsx" else ods_sheets
                    sheets = read(name, path.read_bytes())
                    (own,) = (sheet for title, sheet in sheets.items() if title not in EXPLAINING)
                    found[name] = len(own.rows)
        return found


def _is_of_a_picture(how: str, text: str) -> bool:
    return how == SPOKEN or text.startswith("Afbeelding:")


def _continues(tree: lxml.html.HtmlElement) -> bool:
    """Whether a page is a later one of a list."""
    return bool(tree.xpath("//a[@rel='prev']"))


def _units(tree: lxml.html.HtmlElement) -> Iterator[tuple[lxml.html.HtmlElement, str]]:
    """Each element with words of its own, and these; words of another block within it are none of it."""
    for node in tree.iter():
        if isinstance(node.tag, str) and node.tag in _BLOCKS:
            text = folded("".join(_own(node)))
            if re.search(r"\d", text):
                yield node, text


def _own(node: lxml.html.HtmlElement) -> Iterator[str]:
    yield node.text or ""
    for child in node:
        if isinstance(child.tag, str) and child.tag not in _BLOCKS:
            yield from ("|",) if child.tag == "br" else _own(child)
        else:
            yield " | "
        yield child.tail or ""


def _about(where: str, node: lxml.html.HtmlElement) -> str:
    """What a number is said of: the page that its row leads to, or the row by its head and the column; else the page.

    In an annex it is what stands under one heading, because many records are told there.
    """
    for above in (node, *node.iterancestors()):
        if above.tag in ("li", "tr"):
            return _of_row(where, above, node)
    if where.endswith("bijlage.html") and (headings := node.xpath("preceding::*[self::h2 or self::h3 or self::h4]")):
        return f"{where} ({words(headings[-1])})"
    return where


def _of_row(where: str, row: lxml.html.HtmlElement, node: lxml.html.HtmlElement) -> str:
    own = (link for link in row.iter("a") if next(link.iterancestors("li", "tr")) is row)
    leads = (_target(where, link.get("href", "")) for link in own)
    to = next((to for to in leads if to is not None and to.endswith(".html") and to != where), None)
    if to is not None and not (node.tag == "td" and row.tag == "tr" and not row.xpath("./th//a")):
        return to
    column = f"{len(list(node.itersiblings(preceding=True)))}" if node.tag in ("td", "th") else ""
    return f"{where} ({words(row)[:60]}) {column}".strip()


def _target(where: str, href: str) -> str | None:
    parts = urlsplit(href)
    if parts.scheme or parts.netloc or not parts.path:
        return None
    return posixpath.normpath(posixpath.join(posixpath.dirname(where), unquote(parts.path)))


def _beside(link: lxml.html.HtmlElement) -> Iterator[tuple[str, int]]:
    """The number in an element of its own within a link, or the last one right behind its words."""
    for count in link.xpath(".//*[@class='count' or @class='n']"):
        if re.fullmatch(r"\d+", words(count)):
            yield words(link), int(words(count))
