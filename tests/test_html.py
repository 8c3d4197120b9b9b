"""Views to HTML: links from the page, escaped values, and mistakes of designers as findings with their place."""

from dataclasses import dataclass
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from weerklank.findings import Finding, message
from weerklank.html import FileFact, Templates, packed


@dataclass(frozen=True)
class Top:
    """The part of a head that links need."""

    path: str


SAFE = Markup("<b>a</b>")


@dataclass(frozen=True)
class View:
    """A view with one of each: a head, a text, safe HTML and a list."""

    head: Top = Top("initiatieven/overleg.html")
    text: str = "a & b"
    html: Markup = SAFE
    items: tuple[str, ...] = ("een", "twee")


FACTS = {"data/x.csv": FileFact(2048, "0" * 64)}


def shown(template: str, view: object = View(), **others: str) -> str:
    """A template rendered without a mistake."""
    data, found = Templates({"proef.html": template, **others}).render(
        "proef.html", view, artifact="a.html", files=FACTS
    )
    assert () == found
    return data.decode()


def mistake(template: str, **others: str) -> Finding:
    """The one finding of a template with a mistake, which gives no bytes."""
    sources = {"proef.html": template} | {name.replace("__", "/") + ".html": text for name, text in others.items()}
    data, (found,) = Templates(sources).render("proef.html", View(), artifact="a.html", files={})
    assert (b"", "a.html") == (data, found.artifact)
    return found


# --- values ----------------------------------------------------------------------------------------------------------


def test_text_is_escaped_and_safe_html_is_not() -> None:
    """Nobody has to remember to escape; only what `markup` made is let through."""
    assert "a &amp; b <b>a</b>" == shown("{{ text }} {{ html }}")


@given(st.text())
def test_no_text_becomes_markup(text: str) -> None:
    """Whatever a text holds, in running text and in an attribute it stays text."""
    page = shown('<p title="{{ text }}">{{ text }}</p>', View(text=text))
    opened, attribute, rest = page.split('"')
    assert ("<p title=", text, text) == (opened, unescape(attribute), unescape(rest[1:-4]))
    assert (2, 2, 2) == tuple(page.count(sign) for sign in "<>" + '"')


def test_a_template_sees_its_view_and_nothing_else() -> None:
    """Fields of the view and facts about files; no function of Python leads further."""
    assert "een twee" == shown("{{ items|join(' ') }}")
    assert "2\u00a0kB" == shown("{{ files['data/x.csv'].size|file_size }}")
    assert "T001" == mistake("{{ corpus }}").code


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{{ 1|counted('deel', 'delen') }}, {{ 2|counted('deel', 'delen') }}", "1\u00a0deel, 2\u00a0delen"),
        ("{{ 'ijzer'|capital }}", "IJzer"),
        ("{{ items|listing }}", "een en twee"),
    ],
)
def test_wording_is_that_of_the_program(template: str, expected: str) -> None:
    """Templates word counts and lists with the same functions as everything else."""
    assert expected == shown(template)


# --- links -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{{ 'index.html'|href }}", "../index.html"),
        ("{{ 'initiatieven/per/vorm/x.html'|href }}", "per/vorm/x.html"),
        ("{{ 'begrippen.html'|href('begrip-x') }}", "../begrippen.html#begrip-x"),
        ("{{ 'initiatieven/overleg.html'|href('wie') }}", "#wie"),
        ("{{ 'initiatieven/overleg.html'|href }}", "overleg.html"),
    ],
)
def test_a_path_becomes_a_link_from_this_page(template: str, expected: str) -> None:
    """Links are relative to the page, and a place on the page itself is only a fragment."""
    assert expected == shown(template)


def test_links_to_records_become_links_from_this_page() -> None:
    """Prose holds `site:kind:id`; a glossary word is a place on its page, and other links stay."""
    html = Markup(
        '<a href="site:bron:rapport">r</a> <a href="site:begrip:leemte">l</a> <a href="https://x.example/site:a">x</a>'
    )
    expected = (
        '<a href="../bronnen/rapport.html">r</a> <a href="../begrippen.html#begrip-leemte">l</a>'
        ' <a href="https://x.example/site:a">x</a>'
    )
    assert expected == shown("{{ html|rich }}", View(html=html))


def test_a_page_without_a_head_links_from_the_root() -> None:
    """Feeds have no head; what they link to is seen from the root."""

    @dataclass(frozen=True)
    class Bare:
        head: None = None

    assert "data/x.csv" == shown("{{ 'data/x.csv'|href }}", Bare())


# --- mistakes --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("template", "line", "words"),
    [
        ("a\n{{ titel }}", 2, "“titel” bestaat niet"),
        ("a\nb\n{{ head.kleur }}", 3, "“kleur” bestaat niet in Top"),
        ("{% if onbekend %}x{% endif %}", 1, "“onbekend” bestaat niet"),
        ("a\n{% for x in items %}\n{{ x }", 3, "de opbouw klopt niet: {{ x }"),
        ("{% iff x %}", 1, "de opbouw klopt niet: {% iff x %}"),
        ("a\n{{ text|bestaatniet }}", 2, "de opbouw klopt niet: {{ text|bestaatniet }}"),
        ("a\n{{ text|counted }}", 2, "dit kan niet: {{ text|counted }}"),
        ("a\n{{ 1 // 0 }}", 2, "dit kan niet: {{ 1 // 0 }}"),
        ("\n\n{{ html() }}", 3, "dit kan niet: {{ html() }}"),
    ],
)
def test_a_mistake_has_template_line_and_words_of_ours(template: str, line: int, words: str) -> None:
    """A designer reads where it is and what is wrong, in Dutch; there is no page and no traceback."""
    assert f"fout in sjabloon proef.html, regel {line}: {words}" == message(mistake(template))


def test_a_mistake_in_a_partial_is_in_the_partial() -> None:
    """The finding names the template in which the line stands, however it came to be used."""
    used = mistake('{% include "partials/deel.html" %}', partials__deel="a\n{{ weg }}")
    assert "fout in sjabloon partials/deel.html, regel 2: “weg” bestaat niet" == message(used)
    macro = "\n{% macro kop() %}{{ weg }}{% endmacro %}"
    called = mistake('{% import "partials/deel.html" as deel with context %}\n{{ deel.kop() }}', partials__deel=macro)
    assert "fout in sjabloon partials/deel.html, regel 2: “weg” bestaat niet" == message(called)
    broken = mistake('{% extends "layouts/basis.html" %}', layouts__basis="a\n{% endif %}")
    assert "fout in sjabloon layouts/basis.html, regel 2: de opbouw klopt niet: {% endif %}" == message(broken)


@pytest.mark.parametrize("tag", ["extends", "include"])
def test_a_template_that_is_not_there(tag: str) -> None:
    """The finding stands where the template is asked for."""
    found = message(mistake(f'{{% {tag} "partials/weg.html" %}}'))
    assert "fout in sjabloon proef.html, regel 1: het sjabloon “partials/weg.html” bestaat niet" == found


def test_the_same_view_gives_the_same_bytes() -> None:
    """Rendering keeps nothing: twice is the same, in UTF-8."""
    templates = Templates({"proef.html": "{{ text }} – é"})
    first = templates.render("proef.html", View(), artifact="a.html", files={})
    assert (
        ("a &amp; b – é".encode(), ()) == first == templates.render("proef.html", View(), artifact="a.html", files={})
    )


def test_a_page_is_published_without_indents() -> None:
    """Those of templates go, also before text; what is shown as it was typed keeps its own."""
    page = b"<p>\n    een\n\t<b>twee</b></p>\n  <pre>x\n    y</pre>\n   <p>drie  vier</p>\n"
    assert b"<p>\neen\n<b>twee</b></p>\n<pre>x\n    y</pre>\n<p>drie  vier</p>\n" == packed(page)
