"""Search, ours beside MiniSearch with everything in one index: what is found, what is loaded, and how long it takes.

In: the content of this checkout, the example agency, and 10,000 records made of their words; the package `minisearch`
as `npm pack minisearch@7.2.0` gives it, unpacked. Out: a line per measure on standard output. Both run in Chromium from
a disk and get the same questions. Nothing is written outside a temporary folder.

    PYTHONPATH=. .venv/bin/python benchmarks/search.py PACKAGE
"""

import gzip
import json
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from time import perf_counter
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

from tests.test_search_asked import EXAMPLE, REAL
from weerklank.author.load import load
from weerklank.author.validate import validate
from weerklank.corpus import Corpus, public
from weerklank.facts.search import ORDER, SearchEntry, SearchLine
from weerklank.site.search import everything
from weerklank.site.searchindex import index_scripts
from weerklank.site.searchwords import fold, tails, words

ROOT = Path(__file__).resolve().parent.parent
MANY = 10_000
DAY = date(2026, 11, 23)
ASKED = {"real": REAL, "example": EXAMPLE}
FEW, LEAST = 2, 4
"""In how many titles a word is, at most, and letters of one that can be mistyped or be a part of another."""
FORM = """<form id="zoekvorm" hidden><input name="q"></form>
<p id="zonder-script"><p id="gevonden"><div id="resultaten"></div>"""
MINI = """
const fold = word => word.normalize("NFKD").replace(/\\p{M}/gu, "").toLowerCase();
const mini = new MiniSearch({fields: ["title", "text"], storeFields: ["kind", "path"], processTerm: fold,
  searchOptions: {prefix: true, fuzzy: 0.25, boost: {title: 8}, combineWith: "AND"}});
mini.addAll(DATA.map(([kind, path, title, text], id) => ({id, kind, path, title, text})));
window.first = async question => { await ask(question); return Array.from(document.scripts, script => script.src); };
window.ask = async question => {
  const kinds = {};
  mini.search(question).forEach(hit => (kinds[hit.kind] = kinds[hit.kind] || []).push(hit.path));
  return Object.values(kinds).flatMap(paths => paths.slice(0, 5));
};
"""
OURS = """
window.first = question => new Promise(done => {
  new MutationObserver(() => done(Array.from(document.scripts, script => script.src)))
    .observe(document.getElementById("resultaten"), {childList: true});
  ask(question);
});
const settle = () => new Promise(done => { const look = () =>
  document.getElementById("resultaten").ariaBusy === "false" ? done() : setTimeout(look, 1); look(); });
window.ask = async question => {
  const form = document.getElementById("zoekvorm");
  form.elements.q.value = question;
  form.requestSubmit();
  await settle();
  return Array.from(document.querySelectorAll("#resultaten li > a"), link => link.getAttribute("href"));
};
"""


def corpus_of(content: Path) -> Corpus:
    """What the public may see of a folder."""
    found = validate(load(content), on=DAY).corpus
    assert found is not None
    return public(found, on=DAY)


def many(entries: Sequence[SearchEntry]) -> tuple[SearchEntry, ...]:
    """Records of 120 words each, some frequent and most rare, half of them compounds of the words of real ones."""
    chance = random.Random(1)  # noqa: S311 - the same each time, nothing secret
    base = sorted(
        {word for entry in entries for word in words(fold(entry.text)) if word.isalpha() and len(word) >= LEAST}
    )
    compounds = [f"{chance.choice(base)}{chance.choice(base)}" for _ in range(50_000)]
    pool = [*base, *compounds]
    chance.shuffle(pool)

    def text(number: int) -> str:
        return " ".join(pool[min(len(pool) - 1, int(chance.paretovariate(0.35)) - 1)] for _ in range(number))

    kinds = [kind.name for kind in ORDER[:4]]
    return tuple(
        SearchEntry(
            kinds[place * 4 // MANY], f"{compounds[place]} {text(3)} {place}", f"k/r{place}.html", "",
            tuple(SearchLine(f"{text(20)} {place % 977} procent") for _ in range(6)),
        )
        for place in range(MANY)
    )  # fmt: skip


def address_of(entry: SearchEntry) -> str:
    """Where it stands, with the place on its page."""
    return f"{entry.path}#{entry.fragment}" if entry.fragment else entry.path


def pages(folder: Path, corpus: Corpus, entries: Sequence[SearchEntry], package: Path) -> tuple[Path, Path]:
    """A page with our search and one with MiniSearch, over the same entries."""
    folder.mkdir()
    scripts = {
        **index_scripts(corpus, entries),
        "js/zoeken.js": (ROOT / "templates/assets/js/zoeken.js").read_text("utf-8"),
    }
    for path, text in scripts.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    head = '<!doctype html><meta charset="utf-8">'
    ours, other = folder / "ours.html", folder / "mini.html"
    ours.write_text(f'{head}{FORM}<script src="js/zoekindex.js"></script><script src="js/zoeken.js"></script>', "utf-8")
    (folder / "mini.js").write_bytes((package / "dist/umd/index.js").read_bytes())
    data = [[entry.kind, address_of(entry), entry.title, entry.text] for entry in entries]
    (folder / "data.js").write_text(f"window.DATA = {json.dumps(data, ensure_ascii=False)};", "utf-8")
    (folder / "glue.js").write_text(MINI, "utf-8")
    sources = "".join(f'<script src="{name}.js"></script>' for name in ("mini", "data", "glue"))
    other.write_text(head + sources, "utf-8")
    return ours, other


def opened(browser: Browser, address: Path) -> Page:
    """A page that can be asked."""
    page = browser.new_page()
    page.goto(address.as_uri())
    if address.name == "ours.html":
        page.evaluate(OURS)
    return page


def loaded(page: Page, question: str) -> tuple[int, int]:
    """The bytes of all scripts that were loaded when the first result stood there: as they are, and over a line."""
    sources = page.evaluate("question => first(question)", question)
    data = [Path(unquote(urlsplit(source).path)).read_bytes() for source in sources if source]
    return sum(map(len, data)), sum(len(gzip.compress(item, 6)) for item in data)


def slips(word: str) -> Iterator[str]:
    """A word with one slip of each kind at its beginning, in its middle and near its end."""
    for at in (0, len(word) // 2, len(word) - 2):
        yield word[:at] + word[at + 1 :]
        yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        yield word[:at] + ("e" if word[at] != "e" else "a") + word[at + 1 :]
        yield word[: at + 1] + word[at:]


def asked(entries: Sequence[SearchEntry]) -> dict[str, list[tuple[str, str]]]:
    """Questions with the address that must be among the first five of its kind, by what is measured.

    A word is asked for where it has few titles, so that there is a right answer.
    """
    known = {word for entry in entries for word in words(fold(f"{entry.title} {entry.text}")) if len(word) >= LEAST}
    titles = Counter(word for entry in entries for word in set(words(fold(entry.title))))
    within = Counter(tail for word, number in titles.items() for tail in tails(word, known) for _ in range(number))
    found: dict[str, list[tuple[str, str]]] = {"slips": [], "compounds": [], "titles": []}
    for entry in entries:
        path = address_of(entry)
        found["titles"].append((entry.title, path))
        for word in (word for word in dict.fromkeys(words(fold(entry.title))) if titles[word] <= FEW):
            few = (tail for tail in tails(word, known) if within[tail] + titles[tail] <= FEW)
            found["compounds"] += [(tail, path) for tail in few]
            if len(word) > LEAST and word.isalpha():
                found["slips"] += [(slip, path) for slip in slips(word) if slip not in known]
    return found


def share(page: Page, questions: Sequence[tuple[str, str]]) -> str:
    """How many of the questions give what they must."""
    some = questions[:: max(1, len(questions) // 300)]
    right = sum(
        path in results or path in {result.partition("#")[0] for result in results}
        for question, path in some
        for results in [page.evaluate("question => ask(question)", question)]
    )
    return f"{right} of {len(some)}"


def firsts(page: Page, table: dict[str, str]) -> str:
    """How many of the questions that people ask have the right record as the very first result."""
    some = {question: address for question, address in table.items() if address}
    right = 0
    for question, address in some.items():
        results = page.evaluate("question => ask(question)", question)
        whole = address.startswith("begrippen")  # there the place is the record
        same = results[:1] == [address] if whole else [r.partition("#")[0] for r in results[:1]] == [place_of(address)]
        right += same
    return f"{right} of {len(some)}"


def place_of(address: str) -> str:
    """The page of an address."""
    return address.partition("#")[0]


def main(package: Path) -> None:
    """Measure and print."""
    real, example = corpus_of(ROOT / "content"), corpus_of(ROOT / "tests" / "voorbeeld" / "content")
    cases = {"real": everything(real), "example": everything(example), "10000": many(everything(real))}
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for name, entries in cases.items():
            start = perf_counter()
            both = pages(Path(folder) / name, real, entries, package)
            print(f"{name}: {len(entries)} entries, scripts made in {perf_counter() - start:.1f} s", flush=True)
            question = entries[len(entries) // 3].title
            for label, address in zip(("ours", "MiniSearch"), both, strict=True):
                start = perf_counter()
                page = opened(browser, address)
                whole, packed = (size / 1000 for size in loaded(page, question))
                seconds = perf_counter() - start
                print(f"  {label:10} first result: {whole:.0f} kB, {packed:.0f} packed, {seconds:.2f} s", flush=True)
                for measure, questions in asked(entries).items():
                    print(f"  {label:10} {measure}: {share(page, questions)}", flush=True)
                if name in ASKED:
                    print(f"  {label:10} asked: {firsts(page, ASKED[name])}", flush=True)
                page.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
