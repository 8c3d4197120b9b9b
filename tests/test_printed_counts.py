"""What is counted is counted the same wherever it is printed, and equals a plain count of the files of the records.

Only an adjustment whose last step is done or being done counts as done. Pages, annexes, Word documents, descriptions,
feeds and data of the example agency are read back; the files are read here without the program.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import lxml.html
import pytest
import yaml

from tests import voorbeeld_site
from tests.printed_reading import W, csv_rows, page, word_body, word_text, words

DONE = {"uitgevoerd", "deels_uitgevoerd", "doorlopend", "in_uitvoering"}
GROUPS = {**dict.fromkeys(DONE, "gedaan of bezig"), "gepland": "gepland", "overwogen": "overwogen"}
REFUSED = "niet uitgevoerd"
ORDER = ("gedaan of bezig", "gepland", "overwogen", REFUSED)
STRENGTHS = {"rechtstreeks": "rechtstreeks", "mee_bepalend": "één van de redenen", "niet_vermeld": "niet vermeld"}


@dataclass(frozen=True)
class Counted:
    """An adjustment as its file has it: its group, and its causes as (origin or "", strength)."""

    name: str
    title: str
    group: str
    causes: tuple[tuple[str, str], ...]


def _files(folder: str) -> dict[str, dict[str, object]]:
    """The public records of a kind, straight from their files."""
    paths = [path for path in sorted((voorbeeld_site.CONTENT / folder).iterdir()) if path.suffix in (".yaml", ".md")]
    texts = {path.stem: path.read_text("utf-8") for path in paths if not voorbeeld_site.HIDDEN.search(path.name)}
    return {name: yaml.safe_load(text.removeprefix("---").split("\n---\n")[0]) for name, text in texts.items()}


def _causes(record: dict[str, object]) -> list[tuple[str, str]]:
    found = record["aanleiding"]
    assert isinstance(found, list)
    named = [(_origin(cause), cause["sterkte"]) for cause in found]
    return [(name, tie) for name, tie in named if not voorbeeld_site.HIDDEN.search(name)]


def _origin(cause: dict[str, object]) -> str:
    """An initiative by its id, a year of complaints by its kind and id; "" where neither is known."""
    name = cause.get("initiatief")
    return f"klachten:{cause['klachten']}" if "klachten" in cause else name if isinstance(name, str) else ""


@cache
def counted() -> tuple[Counted, ...]:
    """Every public adjustment without public parts; a part is there for what its point is there for."""
    records = _files("bijsturingen")
    wholes = {record.get("onderdeel_van") for record in records.values()}
    found = []
    for name, record in records.items():
        if name in wholes:
            continue
        causes, above = _causes(record), record.get("onderdeel_van")
        while above in records:
            named = {initiative for initiative, _ in causes}
            causes += [pair for pair in _causes(records[str(above)]) if pair[0] and pair[0] not in named]
            above = records[str(above)].get("onderdeel_van")
        steps = record["verloop"]
        assert isinstance(steps, list)
        group = GROUPS.get(steps[-1]["status"], REFUSED)
        found.append(Counted(name, str(record["titel"]), group, tuple(causes)))
    return tuple(found)


def by_group(items: Iterator[Counted] | tuple[Counted, ...]) -> str:
    """How a page says it: "8 gedaan of bezig, 2 gepland en 1 overwogen"."""
    counts = Counter(item.group for item in items)
    pieces = [f"{counts[group]} {group}" for group in ORDER if counts[group]]
    return " en ".join(filter(None, (", ".join(pieces[:-1]), pieces[-1])))


def of(initiative: str, group: str = "") -> list[Counted]:
    """The adjustments that came of an initiative, in this group or in all."""
    mine = (item for item in counted() if initiative in dict(item.causes))
    return [item for item in mine if group in ("", item.group)]


def done() -> list[Counted]:
    """What is done or being done."""
    return [item for item in counted() if item.group == "gedaan of bezig"]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the example agency."""
    return voorbeeld_site.site(tmp_path_factory)


def read(site: Path, path: str) -> lxml.html.HtmlElement:
    """A page of the site."""
    return page((site / path).read_bytes())


def test_there_is_something_to_count_in_every_group() -> None:
    """The example has adjustments in each group, and an initiative that none came of."""
    assert set(ORDER) == {item.group for item in counted()}
    assert any(not of(name) for name in _files("initiatieven"))


def test_the_home_page_counts_what_is_done(site: Path) -> None:
    """Its figure, what it leaves out, the way to the list, and the words under the poster."""
    tree = read(site, "index.html")
    figure = next(words(item) for item in tree.xpath("//ul[@class='figures']/li") if "bijsturing" in words(item))
    direct = [item for item in done() if "rechtstreeks" in {tie for _, tie in item.causes}]
    rest = by_group(tuple(item for item in counted() if item not in done()))
    assert f"{len(done())} van {len(counted())} bijsturingen gedaan of bezig" in figure
    assert f"{len(direct)} daarvan volgen rechtstreeks uit feedback." in figure
    assert f"Niet meegeteld: {rest}." in figure
    way = next(words(item) for item in tree.xpath("//ul[@class='ways']/li") if "Bijsturingen" in words(item))
    assert f"Bijsturingen {len(counted())} " in way
    assert way.endswith(by_group(counted()))
    followed = sum(1 for name in _files("initiatieven") if of(name, "gedaan of bezig"))
    assert f"{followed} met een bijsturing" in words(tree.xpath("//tfoot")[0])


def test_lists_say_how_far_what_they_hold_is(site: Path) -> None:
    """The whole list and each part of it: in the words above it, in the description for search engines, and in rows."""
    by_title, seen = {item.title: item for item in counted()}, set()
    paths = [path for path in sorted((site / "bijsturingen").rglob("*.html")) if path.name == "index.html"]
    paths += sorted((site / "bijsturingen/per").rglob("*.html"))
    for path in paths:
        tree = page(path.read_bytes())
        rows = [words(item) for item in tree.xpath("//ol[@id='records']/li//h3")]
        listed = tuple(by_title[title] for title in rows)
        (described,) = tree.xpath("//meta[@name='description']/@content")
        lead = words(tree.xpath("//main//p[contains(@class, 'lead')]")[0])
        if listed:
            assert by_group(listed) in lead, path
            assert by_group(listed) in described, path
            assert lead.startswith(f"{len(listed)} bijsturing"), path
        seen |= {item.name for item in listed}
    assert {item.name for item in counted()} == seen


def test_an_initiative_tells_apart_what_is_done(site: Path) -> None:
    """Each adjustment stands once, under a heading that says whether it is done, and is counted beside it."""
    places = {"gedaan of bezig": "gedaan", "gepland": "nog-niet-gedaan", "overwogen": "nog-niet-gedaan"}
    titles = {item.title for item in counted()}
    for name in _files("initiatieven"):
        tree = read(site, f"initiatieven/{name}.html")
        for place in ("gedaan", "nog-niet-gedaan", "niet-gedaan"):
            expected = sorted(item.title for item in of(name) if places.get(item.group, "niet-gedaan") == place)
            signs = tree.xpath(f"//ol[@class='story']/li[div/h2[@id='{place}']]")
            listed = [words(item) for sign in signs for item in sign.xpath(".//p[@class='name']/a")]
            assert expected == sorted(title for title in listed if title in titles), (name, place)
            if place == "gedaan" and expected:
                assert f"{len(expected)} bijsturing" in words(signs[0].xpath("./div[1]/p")[0]), name
        rows = {row[0]: row for row in csv_rows("", (site / "data/initiatieven.csv").read_bytes()).rows}
        heads = csv_rows("", (site / "data/initiatieven.csv").read_bytes()).heads
        cells = dict(zip(heads, rows[name], strict=True))
        assert (str(len(of(name))), str(len(of(name, "gedaan of bezig")))) == (
            cells["bijsturingen"],
            cells["bijsturingen_gedaan"],
        )


def test_every_list_of_initiatives_counts_alike(site: Path) -> None:
    """What a row says was done: on the whole list, and on the pages of parties, fields, years and the rest."""
    titles = {str(record["titel"]): name for name, record in _files("initiatieven").items()}
    seen = set()
    for path in sorted((site / "initiatieven").rglob("*.html")):
        for row in page(path.read_bytes()).xpath("//ol[@id='records']/li"):
            name, text = titles[words(row.find(".//h3"))], words(row)
            number = len(of(name, "gedaan of bezig"))
            said = re.search(r"(\d+) bijsturing", text)
            assert number == (int(said[1]) if said else 0), (path, name)
            seen.add(name)
    assert set(titles.values()) == seen


def test_an_adjustment_says_how_strongly_it_is_tied_to_each(site: Path) -> None:
    """On its own page and in every row: a strength is that of one initiative, never of another."""
    heads = csv_rows("", (site / "data/koppelingen.csv").read_bytes())
    found = {
        (
            f"klachten:{row['klachten_id']}" if row["klachten_id"] else row["initiatief_id"] or "",
            row["bijsturing_id"] or "",
            row["sterkte"] or "",
        )
        for row in (dict(zip(heads.heads, row, strict=True)) for row in heads.rows)
    }
    ties = {(i, item.name, tie) for item in counted() for i, tie in item.causes}
    assert ties == {tie for tie in found if tie[1]}
    titles = {name: str(record["titel"]) for name, record in _files("initiatieven").items()}
    titles |= {f"klachten:{name}": str(record["titel"]) for name, record in _files("klachten").items()}
    for row in read(site, "bijsturingen/index.html").xpath("//ol[@id='records']/li"):
        item = next(item for item in counted() if item.title == words(row.find(".//h3")))
        if len({tie for _, tie in item.causes}) > 1 and len({i for i, _ in item.causes}) > 1:
            named = [(titles[i], STRENGTHS[tie]) for i, tie in item.causes if i]
            assert all(f"{tie} ({title})" in words(row) for title, tie in named), item.name
    for item in counted():
        sign = read(site, f"bijsturingen/{item.name}.html").xpath("//li[div/h2[@id='signaal']]")[0]
        pairs = [
            words(pair.find("dd")) for pair in sign.xpath(".//dl/div") if words(pair.find("dt")).startswith("Verband")
        ]
        assert len(item.causes) == len(pairs), item.name


def test_the_page_of_ties_counts_every_signal_once(site: Path) -> None:
    """Under what was done rather than planned or refused, and there under the strongest tie."""
    main = read(site, "wat-leidde-tot-wat.html").find(".//main")
    given = {
        (name, str(signal["id"]))
        for name, record in _files("initiatieven").items()
        if isinstance(signals := record.get("signalen"), list)
        for signal in signals
    }
    came = {pair: _came_to(*pair) for pair in given}
    led = sum(1 for word in came.values() if word in (LED["rechtstreeks"], LED["mee_bepalend"]))
    untied = sum(1 for word in came.values() if word == LED["niet_vermeld"])
    expected = Counter(came.values())

    tallied = [words(item) for item in main.xpath(".//ul[@class='counts']/li")]
    verb = "leidde" if led == 1 else "leidden"
    first = f"Van {len(given)} signalen {verb} er volgens de bronnen {led} tot een bijsturing die gedaan of bezig is."
    rest = f" Bij {untied} is er een opgetekend, en het verband niet vermeld."
    assert f"{first}{rest if untied else ''} {tallied[0]}" in words(main)
    assert sorted(f"{number} van {len(given)} {word}" for word, number in expected.items()) == sorted(tallied)
    assert len(given) == len(
        main.xpath(".//ol[@class='chains']/li[.//h3[@class='said']][.//a[starts-with(@href, 's/')]]")
    )


def test_the_page_of_ties_counts_what_is_done(site: Path) -> None:
    """Each once, under its strongest tie."""
    text = words(read(site, "wat-leidde-tot-wat.html").find(".//main"))
    strongest = Counter(min((tie for _, tie in item.causes), key=list(STRENGTHS).index) for item in done())
    assert f"Gedaan of bezig: {len(done())} bijsturingen. {strongest['rechtstreeks']} daarvan" in text
    assert ", ".join(f"{strongest[key]} {word}" for key, word in STRENGTHS.items()) in text
    followed = sum(1 for name in _files("initiatieven") if of(name, "gedaan of bezig"))
    assert f"{followed} van {len(_files('initiatieven'))} initiatieven met een bijsturing" in text


LED = {
    "rechtstreeks": "rechtstreeks gevolgd",
    "mee_bepalend": "één van de redenen",
    "niet_vermeld": "verband niet vermeld",
}


def _ties(initiative: str, signal: str) -> list[tuple[Counted, str]]:
    """What names a signal as its reason, and how firmly; straight from the files, and those of what it is part of."""
    records = _files("bijsturingen")
    found = []
    for item in counted():
        above: str | None = item.name
        while above in records:
            record = records[above]
            assert isinstance(record["aanleiding"], list)
            mine = [cause for cause in record["aanleiding"] if _origin(cause) == initiative]
            found += [(item, cause["sterkte"]) for cause in mine if cause.get("signaal") == signal]
            above = None if mine else str(record.get("onderdeel_van"))
    return found


def _came_to(initiative: str, signal: str) -> str:
    """What became of a signal."""
    found = _ties(initiative, signal)
    if done_by := [tie for item, tie in found if item.group == "gedaan of bezig"]:
        return LED[min(done_by, key=list(LED).index)]
    groups = [group for group in ORDER if group in {item.group for item, _ in found}]
    return groups[0] if groups else "geen bijsturing opgetekend"


def _led_to(initiative: str, signal: str) -> set[str]:
    """The titles of what a signal led to as its source says it: no refusal, and nothing whose tie is not stated."""
    records = _files("bijsturingen")
    courses = {name: record["verloop"] for name, record in records.items()}
    refused = {name for name, steps in courses.items() if isinstance(steps, list) and _last(steps) == "niet_weerhouden"}
    return {
        item.title
        for item, tie in _ties(initiative, signal)
        if tie in ("rechtstreeks", "mee_bepalend") and item.name not in refused
    }


def _last(steps: list[dict[str, object]]) -> object:
    return steps[-1]["status"]


def test_only_what_the_source_ties_is_said_to_be_led_to(site: Path) -> None:
    """No refusal, and nothing of which the tie is not stated."""
    said = 0
    for name, record in _files("initiatieven").items():
        signals = record.get("signalen")
        for signal in signals if isinstance(signals, list) else ():
            tree = read(site, f"initiatieven/{name}.html")
            (entry,) = tree.xpath(f"//ol[@class='signals']/li[@id='signaal-{signal['id']}']")
            facts = entry.xpath(".//p[starts-with(., 'Leidde tot')]")
            linked = {words(link) for fact in facts for link in fact.xpath(".//a")}
            assert _led_to(name, str(signal["id"])) == linked, (name, signal["id"])
            said += len(linked)
    assert said


LEADS = {
    "gedaan of bezig": "Wat erop volgde",
    "gepland": "Wat gepland is",
    "overwogen": "Wat overwogen wordt",
    REFUSED: "Wat niet uitgevoerd of stopgezet is",
}


def _leads(name: str) -> list[str]:
    """What stands above the adjustments in the story of an initiative."""
    numbers = {lead: len(of(name, group)) for group, lead in LEADS.items()}
    return [f"{lead}:" if n == 1 else f"{lead}, {n} bijsturingen:" for lead, n in numbers.items() if n]


def _word_leads(data: bytes) -> list[str]:
    """The same in a Word document: paragraphs that begin with one of these words."""
    paragraphs = (word_text(node).split(" [")[0] for node in word_body(data).iter(f"{W}p"))
    return [_counts(text) for text in paragraphs if text.endswith(":") and text.startswith(tuple(LEADS.values()))]


def _counts(text: str) -> str:
    """The same words without how many points of the source the adjustments are."""
    return re.sub(r"(?<=, )(?:1 punt met|[0-9]+ punten met samen) ", "", text)


def test_annexes_tell_apart_what_is_done(site: Path) -> None:
    """In the annex as a page and as a Word document: the count above each group, in each story."""
    titles = {str(record["titel"]): name for name, record in _files("initiatieven").items()}
    seen: list[str] = []
    for path in sorted((site / "vragen").rglob("bijlage.html")):
        told: list[str] = []
        for tale in page(path.read_bytes()).xpath("//*[contains(@id, 'initiatieven') and contains(@id, '-verhaal')]"):
            heading = tale.xpath(".//h3|.//h4|.//h5")
            name = titles.get(words(heading[0])) if heading else None
            if name:
                expected = _leads(name)
                text = _counts(words(tale))
                assert all(lead in text for lead in expected), (path, name)
                assert len(expected) == sum(text.count(lead) for lead in LEADS.values()), (path, name)
                told += expected
        assert told == _word_leads(path.with_suffix(".docx").read_bytes()), path
        seen += told
    assert seen


def test_no_feed_counts_adjustments(site: Path) -> None:
    """A feed tells what changed; a number of adjustments would be one more place to keep right."""
    feeds = list(site.rglob("*.xml"))
    assert feeds
    assert not [path for path in feeds if re.search(r"\d+[ \u00a0]bijsturing", path.read_text("utf-8"))]
