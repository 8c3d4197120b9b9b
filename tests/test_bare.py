"""The plain edition of a page: the same words in the same order, also when a content system strips what it can."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain, pairwise
from pathlib import Path
from typing import TypeAlias, cast
from urllib.parse import urlsplit

import lxml.html
import pytest
from playwright.sync_api import Browser

from tests import browser_tools, voorbeeld_site
from weerklank import addresses
from weerklank.bare import Bare, bare

KEPT = {
    "a", "em", "strong", "cite", "blockquote", "code", "ul", "ol", "li", "dl", "dt", "dd", "h1", "h2", "h3", "h4",
    "h5", "h6", "p", "br", "table", "caption", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
"""The tags that a content system lets an editor paste."""
ATTRIBUTES = {"href", "scope", "colspan"}
BREAKS = KEPT - {"a", "em", "strong", "cite", "code"} | {
    "article", "details", "div", "figcaption", "figure", "header", "img", "section", "summary",
}  # fmt: skip
"""Where one word ends and another begins, whatever stands between them."""
CONTROLS = {"control", "footnote-backref"}
OWN_LINES = {"cite", "subject", "cell", "q"}
"""Classes of words in a line that stand apart on the page."""

Node: TypeAlias = lxml.html.HtmlElement


def site(factory: pytest.TempPathFactory) -> Path:
    """The published site of the example agency."""
    return voorbeeld_site.site(factory)


@cache
def paths() -> tuple[str, ...]:
    """The page of every record and annex of the example agency."""
    corpus = voorbeeld_site.corpus()
    records = {addresses.of_record(record.ref) for record in corpus.records()}
    pages = {f"{page.id}.html" for page in corpus.pages}
    annexes = {addresses.annex(item.id, "html") for item in corpus.questions if item.annex is not None}
    return tuple(sorted(records | pages | annexes))


def main_of(data: bytes) -> Node:
    """The main part of a page."""
    return cast(Node, lxml.html.fromstring(data.decode()).find(".//main"))


def sanitized(node: Node) -> str:
    """What is left of a piece of HTML when only plain tags and three attributes are kept."""
    inner = lxml.html.tostring(node, encoding="unicode", with_tail=False)
    parts = re.split(r"(<[^>]+>)", inner)
    kept = []
    for part in parts:
        if not (tag := re.match(r"</?([a-z0-9]+)", part)):
            kept.append(part)
        elif tag[1] in KEPT:
            given = re.findall(r' ([a-z-]+)="([^"]*)"', part)
            words = "".join(f' {name}="{value}"' for name, value in given if name in ATTRIBUTES)
            kept.append(f"</{tag[1]}>" if part.startswith("</") else f"<{tag[1]}{words}>")
    return "".join(kept)


def read(node: Node) -> list[str]:
    """The words of a page as its reader gets them: what is drawn by its alternative text, no controls."""
    return "".join(_pieces(node)).replace("\u00ad", "").split()


def _pieces(node: Node) -> Iterator[str]:
    if not isinstance(node.tag, str):
        return
    classes = set(node.get("class", "").split())
    gone = node.tag in {"nav", "script", "button", "output"} or classes & CONTROLS
    if not gone and node.get("aria-hidden") != "true":
        apart = " " if node.tag in BREAKS or classes & OWN_LINES else ""
        yield apart
        yield from _own(node)
        yield apart


def _own(node: Node) -> Iterator[str]:
    if node.tag == "img":
        yield f"Afbeelding: {node.get('alt')}"
    elif node.get("role") == "img":
        yield str(node.get("aria-label"))
    else:
        yield " (" if node.tag == "sup" else ""
        yield node.text or ""
        for child in node:
            yield from _pieces(child)
            yield child.tail or ""
        yield ")" if node.tag == "sup" else f" ({node.get('title')})" if node.tag == "abbr" else ""


def test_every_record_has_one(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A page of every kind of record, and every annex, also one that is frozen; and no other page."""
    there = site(tmp_path_factory)
    found = {path.relative_to(there / "kaal").as_posix() for path in (there / "kaal").rglob("*.html")}

    assert set(paths()) == found


@pytest.mark.parametrize("path", paths())
def test_the_same_words_in_the_same_order(tmp_path_factory: pytest.TempPathFactory, path: str) -> None:
    """Whatever a content system strips: tags it does not know, classes, styles, ids and languages."""
    there = site(tmp_path_factory)
    main = main_of((there / addresses.bare(path)).read_bytes())
    stripped = lxml.html.fromstring(f"<div>{sanitized(main)}</div>")

    assert read(main_of((there / path).read_bytes())) == read(stripped)


@pytest.mark.parametrize("path", paths())
def test_what_it_is_made_of(tmp_path_factory: pytest.TempPathFactory, path: str) -> None:
    """Nothing that shows: no class, style, id or script; each list, table and heading is one without them."""
    there = site(tmp_path_factory)
    main = main_of((there / addresses.bare(path)).read_bytes())
    elements = [item for item in main.iterdescendants() if isinstance(item.tag, str)]

    assert {item.tag for item in elements} <= KEPT | {"span"}
    assert set(chain.from_iterable(item.attrib for item in elements)) <= ATTRIBUTES | {"lang"}
    assert all(item.get("lang") for item in elements if item.tag == "span")
    assert [] == [item for item in elements if item.tag == "p" and item.getparent().tag in ("p", "h2", "h3", "span")]


@pytest.mark.parametrize("path", paths())
def test_headings_are_in_order(tmp_path_factory: pytest.TempPathFactory, path: str) -> None:
    """One first, and none that skips a level, folds included."""
    main = main_of((site(tmp_path_factory) / addresses.bare(path)).read_bytes())
    levels = [int(item.tag[1]) for item in main.iterdescendants() if re.fullmatch("h[1-6]", str(item.tag))]

    assert 1 == levels.count(1) == levels[0]
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("path", paths())
def test_tables_keep_what_names_their_cells(tmp_path_factory: pytest.TempPathFactory, path: str) -> None:
    """Each cell and its scope, and the caption where the page has one: only a table that an author types has none."""
    there = site(tmp_path_factory)
    ours, theirs = (main_of((there / item).read_bytes()) for item in (addresses.bare(path), path))

    for mine, other in zip(ours.iter("table"), theirs.iter("table"), strict=True):
        captions = [[read(item) for item in table.iter("caption")] for table in (mine, other)]
        cells = [[(c.tag, c.get("scope"), read(c)) for c in t.iter("th", "td")] for t in (mine, other)]
        assert captions[0] == captions[1]
        assert cells[0] == cells[1]
        assert captions[0] or "table" not in other.get("class", "").split()


@pytest.mark.parametrize("path", paths())
def test_states_are_words(tmp_path_factory: pytest.TempPathFactory, path: str) -> None:
    """What a shape says on the page, words say there: in it, after it, or in the same row."""
    main = main_of((site(tmp_path_factory) / path).read_bytes())
    shown = [item for item in main.iter() if {"state", "cell", "sign"} & set(str(item.get("class", "")).split())]

    for item in shown:
        row = next(item.iterancestors("tr"), item) if "cell" in item.get("class").split() else item
        assert re.search(r"[a-z]{3}", " ".join(read(row)).casefold()), lxml.html.tostring(item)


@pytest.mark.parametrize("path", paths())
def test_languages_are_kept(tmp_path_factory: pytest.TempPathFactory, path: str) -> None:
    """Words in another language are marked as often as on the page."""
    there = site(tmp_path_factory)
    ours, theirs = (main_of((there / item).read_bytes()) for item in (addresses.bare(path), path))

    assert [item.get("lang") for item in theirs.iter() if item.get("lang")] == [
        item.get("lang") for item in ours.iter() if item.get("lang")
    ]


@pytest.mark.parametrize("path", paths())
def test_links_work_from_anywhere(tmp_path_factory: pytest.TempPathFactory, path: str) -> None:
    """Absolute, and each leads to a file of the site and to a place in it; as many as on the page."""
    there = site(tmp_path_factory)
    address = voorbeeld_site.corpus().organisation.site.base_url.rstrip("/")
    ours, theirs = (main_of((there / item).read_bytes()) for item in (addresses.bare(path), path))
    links = [item.get("href") for item in ours.iter("a")]

    on_page = [item for item in theirs.iter("a") if read(item) and _is_shown(item)]
    assert len(on_page) == len(links)
    for link in links:
        assert urlsplit(link).scheme in ("http", "https", "mailto"), link
        if link.startswith(f"{address}/"):
            file, _, place = link.removeprefix(f"{address}/").partition("#")
            assert (there / file).is_file(), link
            assert not place or place in _ids(there / file), link


def _is_shown(link: Node) -> bool:
    around = (link, *link.iterancestors())
    return not any(item.tag == "nav" or CONTROLS & set(item.get("class", "").split()) for item in around)


@cache
def _ids(page: Path) -> frozenset[str]:
    return frozenset(re.findall(r' id="([^"]+)"', page.read_text(encoding="utf-8")))


def test_nobody_finds_it_but_by_the_page(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Search engines are told not to keep it and which page is the real one; no list of ours names one."""
    there = site(tmp_path_factory)
    address = voorbeeld_site.corpus().organisation.site.base_url.rstrip("/")
    for path in paths():
        head = (there / addresses.bare(path)).read_text(encoding="utf-8").partition("<body>")[0]
        assert '<meta name="robots" content="noindex">' in head
        assert f'<link rel="canonical" href="{address}/{path}">' in head
    lists = [*there.glob("feeds/*.xml"), *there.glob("js/**/*.js"), *there.glob("data/*"), there / "sitemap.xml"]
    assert [] == [item for item in lists if b"kaal/" in item.read_bytes()]


def test_a_site_without_an_address() -> None:
    """A link to another page would lead nowhere once it is pasted: its words stay. One to elsewhere stays a link."""
    page = (
        '<title>T</title><main><p><a href="../b.html#c">Bron</a>, <a href="#d">[1]</a>, '
        '<a href="https://elders.example/" lang="fr">là</a>, <a href="mailto:a@b.example">mail</a></p></main>'
    ).encode()
    plain = bare(page, Bare("a/b.html", "")).decode()

    assert (
        '<p>Bron, [1], <a href="https://elders.example/" lang="fr">là</a>, <a href="mailto:a@b.example">mail</a></p>'
    ) in plain
    assert "canonical" not in plain
    assert '<a href="https://x.example/y/b.html#c">Bron</a>, <a href="https://x.example/y/a/b.html#d">' in (
        bare(page, Bare("a/b.html", "https://x.example/y")).decode()
    )


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("<ol class=sources><li>a</li></ol>", "<ol>\n<li>a</li>\n</ol>"),
        ("<ol class=steps><li>a</li></ol>", "<ul>\n<li>a</li>\n</ul>"),
        ("<ol class='points alone'><li>a</li></ol>", "<ul>\n<li>a</li>\n</ul>"),
        ("<h2>A</h2><details class=fold><summary>B</summary><h3>C</h3></details><h2>D</h2>",
         "<h2>A</h2>\n<h3>B</h3>\n<h4>C</h4>\n<h2>D</h2>"),
        ("<section><h2>A</h2></section><details class=fold><summary>B</summary>c</details>",
         "<h2>A</h2>\n<h2>B</h2>\n<p>c</p>"),
        ("<details class=citing><summary>B</summary>c</details>", "<p><strong>B</strong></p>\n<p>c</p>"),
        ("<p>Woord<sup>1</sup> in <span class=cite>bron</span></p>", "<p>Woord (1) in <br> bron</p>"),
        ("<p><abbr title='alle woorden voluit'>AWV</abbr></p>", "<p>AWV (alle woorden voluit)</p>"),
        ("<figure><img src=a alt='1 &lt; 2'><figcaption>b</figcaption></figure>",
         "<p>Afbeelding: 1 &lt; 2</p>\n<p>b</p>"),
        ("<div class='quote literal'><p>a</p></div>", "<blockquote>\n<p>a</p>\n</blockquote>"),
        ("<div>los<p>a</p>eind</div>", "<p>los</p>\n<p>a</p>\n<p>eind</p>"),
        ("<p class=control>x</p><nav>y</nav><button>z</button><hr>", ""),
        ("<table><caption>c</caption><tbody><tr><th scope=col>a</th><td></td></tr></tbody></table>",
         '<table>\n<caption>c</caption>\n<tbody>\n<tr><th scope="col">a</th>\t<td></td></tr>\n</tbody>\n</table>'),
        ("<dl><div><dt>a</dt><dd><ul><li>b</li></ul></dd></div></dl>",
         "<dl>\n<dt>a</dt>\n<dd>\n<ul>\n<li>b</li>\n</ul>\n</dd>\n</dl>"),
        ("<p>af&shy;breken &amp; bl\u00a0ijven</p>", "<p>afbreken &amp; bl\u00a0ijven</p>"),
        ("<p>a<span aria-hidden=true>b</span><span role=img aria-label='geen gegeven'>–</span></p>",
         "<p>ageen gegeven</p>"),
    ],
)  # fmt: skip
def test_what_shows_becomes_what_is_said(given: str, expected: str) -> None:
    """What a reader sees by class, shape or click is put in elements and words."""
    plain = bare(f"<title>T</title><main>{given}</main>".encode(), Bare("a.html", "")).decode()

    assert expected == plain.partition("<main>\n")[2].partition("\n</main>")[0]


# In a browser

PASTED = """async () => {
  const [item] = await navigator.clipboard.read();
  const markup = await (await item.getType("text/html")).text();
  return [new DOMParser().parseFromString(markup, "text/html").body.innerHTML,
          await (await item.getType("text/plain")).text()];
}"""
AS_SHOWN = """() => {
  const main = document.querySelector("main");
  main.querySelectorAll("nav, .control, [aria-hidden=true], .footnote-backref, hr").forEach((item) => item.remove());
  main.querySelectorAll("details").forEach((item) => { item.open = true; });
  main.querySelectorAll("[role=img]").forEach((item) => item.replaceWith(item.getAttribute("aria-label")));
  main.querySelectorAll("img").forEach((item) => {
    const words = document.createElement("p");
    words.textContent = "Afbeelding: " + item.alt;
    (item.closest("picture") || item).replaceWith(words);
  });
  main.querySelectorAll("sup").forEach((item) => item.replaceWith(` (${item.textContent})`));
  main.querySelectorAll("abbr").forEach((item) => item.append(` (${item.title})`));
  main.querySelectorAll(".hidden").forEach((item) => item.classList.remove("hidden"));
  main.querySelectorAll(".legend, .legend *").forEach((item) => item.removeAttribute("class"));
  return main.innerText;
}"""
"""The words of a page as the browser sets them apart, with what is drawn as its alternative text."""


def shown_words(text: str) -> list[str]:
    """Words without what only the look of a page changes: capitals, and places where a long one may break."""
    return text.replace("\u00ad", "").casefold().split()


def test_words_stand_apart_as_they_are_shown(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Words that the style sheet puts on lines of their own do not grow together when there is none."""
    there = site(tmp_path_factory)
    with browser_tools.served(there) as base, browser_tools.visiting(browser, base) as visit:
        for path in paths():
            page = shown_words(visit.go(path).evaluate(AS_SHOWN))
            plain = shown_words(visit.go(addresses.bare(path)).locator("main").inner_text())
            assert page == plain, path
        assert [] == visit.troubles


@pytest.mark.parametrize("kind", ["initiatieven/", "vragen/", "metingen/", ""])
def test_one_button_copies_it(browser: Browser, tmp_path_factory: pytest.TempPathFactory, kind: str) -> None:
    """As markup, with as many tables, headings and links, and as text: a cell from the next by a tab."""
    there = site(tmp_path_factory)
    path = next(item for item in reversed(paths()) if item.rpartition("/")[0] == kind.removesuffix("/"))
    options = {"permissions": ["clipboard-read", "clipboard-write"]}
    main = main_of((there / addresses.bare(path)).read_bytes())
    with browser_tools.served(there) as base, browser_tools.visiting(browser, base, options=options) as visit:
        page = visit.go(path)
        page.get_by_role("button", name="Kopieer deze pagina zonder opmaak").click()
        page.get_by_role("status").get_by_text("Gekopieerd.").wait_for()
        markup, text = page.evaluate(PASTED)
        assert [] == visit.troubles

    pasted = lxml.html.fromstring(f"<div>{markup}</div>")
    assert read(main) == read(pasted)
    tags = ("table", "caption", "th", "td", "h1", "h2", "h3", "ul", "ol", "li", "blockquote", "a")
    assert [len(list(main.iter(tag))) for tag in tags] == [len(list(pasted.iter(tag))) for tag in tags]
    assert read(main) == text.split()
    rows = [row for row in main.iter("tr") if not list(row.iter("ul", "ol"))]
    assert all("\t".join(" ".join(read(cell)) for cell in row) in _lines(text) for row in rows)


def _lines(text: str) -> list[str]:
    return ["\t".join(" ".join(cell.split()) for cell in line.split("\t")) for line in text.splitlines()]


@pytest.mark.parametrize("scripts", [True, False])
def test_the_link_stays(browser: Browser, tmp_path_factory: pytest.TempPathFactory, scripts: bool) -> None:  # noqa: FBT001
    """From a disk a script reads no file, so it says where to go; without scripts there is no button at all."""
    path = "initiatieven/pleinpeiling.html"
    base = browser_tools.on_disk(site(tmp_path_factory))
    with browser_tools.visiting(browser, base, options={"java_script_enabled": scripts}) as visit:
        page = visit.page
        page.goto(base + path)
        button = page.get_by_role("button", name="Kopieer deze pagina zonder opmaak")
        assert (1 if scripts else 0) == button.count()
        if scripts:
            button.click()
            page.get_by_role("status").get_by_text("Kopiëren lukt hier niet: open de link.").wait_for()
        page.get_by_role("link", name="Deze pagina zonder opmaak", exact=True).click()
        page.get_by_role("heading", level=1, name="Pleinpeiling").wait_for()
        assert page.url.endswith(f"/kaal/{path}")
