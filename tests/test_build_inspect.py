"""Looking at what was made: each fault of a page is found, and a sound page gives nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from weerklank.build.artifact import Artifact
from weerklank.build.forms import TextForm
from weerklank.build.inspect import ANNEX_LIMIT, PAGE_LIMIT, check
from weerklank.build.make import collisions
from weerklank.findings import message

SOUND = """<!doctype html>
<html lang="nl-BE"><head><title>Proef</title>
<link rel="stylesheet" href="css/site.css"><link rel="canonical" href="https://voorbeeld.example/index.html">
<script type="application/ld+json">{"name":"a \\u003ca href=weg.html\\u003e"}</script></head>
<body><a href="#inhoud">Naar de inhoud</a><h1 id="inhoud">Proef</h1><h2>Deel</h2><h3>Onderdeel</h3><h2>Ander deel</h2>
<a href="deel/x.html#wie">x</a> <a href="mailto:dienst@voorbeeld.example">mail</a>
<a href="https://elders.example/">uit</a>
<picture><source media="(max-width: 40rem)" srcset="beeld.svg">
<img src="beeld.svg" alt="Twee &quot;staven&quot;"></picture>
<form action="zoeken.html"></form></body></html>
"""
FILES = {
    "index.html": SOUND.encode(),
    "deel/x.html": b'<h1 id="wie">Wie</h1><a href="../index.html">terug</a>',
    "zoeken.html": b"<h1>Zoeken</h1>",
    "beeld.svg": b"<svg/>",
    "css/site.css": b"",
}


def page(body: str) -> dict[str, bytes]:
    """The sound site with one other page."""
    return {**FILES, "deel/proef.html": f"<h1>Proef</h1>{body}".encode()}


def seen(files: dict[str, bytes], *missing: str) -> list[str]:
    """Code and place of each finding, and its sentence."""
    return [f"{item.code} {item.artifact}: {message(item)}" for item in check(files, missing=missing)]


def test_a_sound_site_gives_nothing() -> None:
    """Links, ids, headings, images and weight are in order; addresses in data and out of the site are left alone."""
    assert [] == seen(FILES)


def test_two_artifacts_at_one_address() -> None:
    """The last would win in silence, so it is an error before anything is written."""
    artifacts = [Artifact(path, TextForm(), str, ()) for path in ("a.html", "b.html", "a.html", "a.html")]
    (found,) = collisions(tuple(artifacts))
    assert ("S001", "a.html") == (found.code, found.artifact)
    assert "3 pagina’s of bestanden willen hetzelfde adres" == message(found)


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("weg.html", "deel/weg.html"),
        ("../weg/", "weg"),
        ("x.html#weg", "deel/x.html#weg"),
        ("#weg", "deel/proef.html#weg"),
        ("x.html?a=1#weg", "deel/x.html#weg"),
        ("javascript:alert(1)", "deel/javascript:alert(1)"),
        ("/index.html", "/index.html"),
    ],
)
def test_a_link_that_leads_nowhere(link: str, expected: str) -> None:
    """A page or a place that is not there, and anything that is no address of a file of the site."""
    found = seen(page(f'<a href="{link}">x</a>'))
    assert [f"S002 deel/proef.html: een link leidt nergens: {expected} (op 1\u00a0pagina)"] == found


def test_a_wrong_link_is_told_once() -> None:
    """However many pages have it: a navigation that is wrong is one mistake, at the first page."""
    files = {**FILES, **{f"p{number}.html": b'<h1>p</h1><a href="weg.html">x</a>' for number in range(3)}}
    assert ["S002 p0.html: een link leidt nergens: weg.html (op 3\u00a0pagina’s)"] == seen(files)


def test_what_could_not_be_made_is_told_elsewhere() -> None:
    """A link to a file that failed is no second mistake; a link to a place in another page still is."""
    files = page('<a href="../bijlage.pdf">pdf</a><a href="../bijlage.html#deel">twin</a><a href="weg.html">x</a>')
    expected = ["S002 deel/proef.html: een link leidt nergens: deel/weg.html (op 1\u00a0pagina)"]
    assert expected == seen(files, "bijlage.pdf", "bijlage.html")


def test_two_elements_with_one_id() -> None:
    """A link would jump to the first; each id that comes back is told."""
    found = seen(page('<p id="a">1</p><p id="a">2</p><p id="b">3</p>'))
    assert ["S003 deel/proef.html: twee elementen op één pagina hebben dezelfde id: a"] == found


@pytest.mark.parametrize("image", ['<img src="../beeld.svg">', '<img src="../beeld.svg" alt="">'])
def test_an_image_without_words(image: str) -> None:
    """Every image of ours says something, so every image has words for those who can't see it."""
    found = seen(page(image))
    assert ["S004 deel/proef.html: een afbeelding heeft geen alternatieve tekst: ../beeld.svg"] == found


@pytest.mark.parametrize(
    "element",
    [
        '<script src="{0}"></script>',
        '<img src="{0}" alt="x">',
        '<iframe src="{0}"></iframe>',
        '<source srcset="{0}">',
        '<link rel="stylesheet" href="{0}">',
    ],
)
@pytest.mark.parametrize("address", ["https://elders.example/x", "//elders.example/x", "HTTP://elders.example/x"])
def test_nothing_is_loaded_from_elsewhere(element: str, address: str) -> None:
    """No script, style, image or frame of another site: only links that a reader chooses to follow."""
    found = seen(page(element.format(address)))
    assert [f"S005 deel/proef.html: de pagina laadt iets van buiten de site: {address} (op 1\u00a0pagina)"] == found


@pytest.mark.parametrize(
    ("body", "before", "after"), [("<h3>x</h3>", 1, 3), ("<h2>x</h2><h4>y</h4>", 2, 4), ("<h1>x</h1>", 1, 1)]
)
def test_headings_go_down_step_by_step(body: str, before: int, after: int) -> None:
    """One heading of level 1, and no level is left out on the way down."""
    found = seen(page(body))
    assert [f"S006 deel/proef.html: de koppen staan niet in orde: na niveau {before} komt niveau {after}"] == found


def test_a_page_that_is_too_heavy() -> None:
    """At the limit a page is fine; one byte more is too much."""
    body = b"<h1>x</h1>"
    files = {**FILES, "a.html": body.ljust(PAGE_LIMIT), "b.html": body.ljust(PAGE_LIMIT + 1)}
    assert ["S007 b.html: de pagina weegt 150\u00a0kB, meer dan 150\u00a0kB"] == seen(files)


def test_an_annex_that_is_too_heavy() -> None:
    """What goes with a mail has a limit; other files may be large."""
    files = {
        **FILES,
        "a.pdf": bytes(ANNEX_LIMIT),
        "b.pdf": bytes(ANNEX_LIMIT + 600_000),
        "c.xlsx": bytes(ANNEX_LIMIT + 1),
    }
    assert ["S008 b.pdf: de bijlage weegt 11\u00a0MB, meer dan 10\u00a0MB"] == seen(files)


@given(st.text())
def test_an_escaped_value_is_read_back(text: str) -> None:
    """Whatever stands in an attribute, the check sees the value and no element that is not there."""
    body = f'<p id="{escape(text)}" title="{escape(text)}">{escape(text)}</p><p id="{escape(text)}"></p>'
    codes = [item.code for item in check({"a.html": f"<h1>x</h1>{body}".encode("utf-8", "surrogatepass")})]
    assert ["S003"] == codes
