"""What lies outside the margins of a page is found, and told with the heading that it stands under."""

import pytest

from tests.annex_samples import printed
from weerklank.findings import Finding, Severity

WIDE = '<table style="width: 300mm"><tr><th>jaar</th><td>aantal</td></tr></table>'
LONG = f'<p style="white-space: nowrap">{"woord " * 60}</p>'
TALL = '<figure><img style="height: 400mm" src="charts/66.svg" alt="Een staaf"></figure>'
CODE = f"<pre>{'x ' * 200}</pre>"


def outside(body: str) -> list[Finding]:
    """What is found outside the paper."""
    return [item for item in printed(f"<h1>Bijlage</h1><h2>Deel een</h2>{body}").findings if item.code == "P037"]


NAMED = "<table><tr><th>jaar</th><td>{0}</td></tr><tr><th>tweede</th><td>12</td></tr></table><p>{1}</p>"
WORDS = '<span style="white-space: nowrap">{}</span>'.format("woord " * 60)


@pytest.mark.parametrize(
    ("body", "name"),
    [
        (NAMED.format(WORDS, ""), "jaar"),
        (NAMED.format("12", "").replace("12</td></tr></table>", f"{WORDS}</td></tr></table>"), "tweede"),
        (NAMED.format("", WORDS), "Deel een"),
        (f"<h3>Fiche</h3>{NAMED.format('', WORDS)}", "Fiche"),
        (f"<h3>Fiche</h3>{NAMED.format('', '')}<h3>Andere</h3><div><p>{WORDS}</p></div>", "Andere"),
        (f"<div><section><h3>Fiche</h3></section></div><p>{WORDS}</p>", "Fiche"),
        (f"<h3>Fiche</h3>{NAMED.format('', '')}<p style='break-before: page'>{WORDS}</p>", "Fiche"),
    ],
    ids=["row", "second row", "after a table", "story", "next story", "nested heading", "next page"],
)
def test_what_leaves_the_paper_is_named(body: str, name: str) -> None:
    """By the head of its row, else by the heading that it stands under, which is the title of a record."""
    (item,) = outside(body)
    assert {"bij": name, "kop": "Deel een"}.items() <= dict(item.arguments).items()
    assert item.severity is Severity.ERROR


@pytest.mark.parametrize(
    ("columns", "word", "expected"), [(24, "verantwoordelijk", ["P039"]), (24, "ja", []), (8, "verantwoordelijk", [])]
)
def test_a_table_that_nobody_can_read_is_found(columns: int, word: str, expected: list[str]) -> None:
    """A table always fits when its words may break anywhere; from three pieces on a word is none any more."""
    row = "".join(f"<td>{word}</td>" for _ in range(columns))
    table = f"<table style='table-layout: fixed'><tr>{row.replace('td', 'th')}</tr><tr>{row}</tr></table>"
    found = printed(f"<h1>Bijlage</h1><h2>Deel een</h2><h3>Fiche</h3>{table}").findings

    assert expected == [item.code for item in found]
    assert [{"bij": "Fiche", "kop": "Deel een", "pagina": "1", "woorden": word}] * len(expected) == [
        dict(item.arguments) for item in found
    ]


@pytest.mark.parametrize("margin", ["top-left", "bottom-center"])
def test_a_head_or_foot_over_the_text_is_found(margin: str) -> None:
    """What stands at the head or the foot of every page must fit in the margin: found once, with its first page."""
    text = "voettekst " * 60
    style = f'<style>@page {{ @{margin} {{ content: "{text}"; width: 40mm; font: 8pt Proef }} }}</style>'
    (found,) = printed(f"<h1>Bijlage</h1>{'<p>regel</p>' * 90}", head=style).findings
    said = dict(found.arguments)

    assert ("P038", Severity.ERROR, "1") == (found.code, found.severity, said["pagina"])
    assert said["woorden"].startswith("voettekst voettekst")


@pytest.mark.parametrize("body", [WIDE, LONG, TALL, CODE], ids=["table", "line", "picture", "code"])
def test_what_leaves_the_paper_is_found(body: str) -> None:
    """A wide table, a line that cannot break, a tall picture, a line of code: each with its heading and page."""
    (item,) = outside(body)
    said = dict(item.arguments)
    assert "Deel een" == said["kop"]
    assert int(said["pagina"]) >= 1
    assert int(said["millimeter"]) > 20


def test_one_finding_for_each_heading_and_page() -> None:
    """A table of a hundred rows that is too wide is one thing to mend, and its first words show which."""
    rows = "".join(f'<p style="white-space: nowrap">rij {number} {"woord " * 40}</p>' for number in range(5))
    (item,) = outside(rows)
    assert dict(item.arguments)["woorden"].startswith("rij ")
    assert len(dict(item.arguments)["woorden"]) <= 60


@pytest.mark.parametrize(
    "body",
    [
        "<p>gewone tekst</p>",
        "<ul><li>een punt</li></ul>",
        f"<p>{'onmiddellijkheidsbeginselverantwoordelijkheid' * 4}</p>",
        '<p aria-hidden="true"><span class="mark">x</span></p>',
        f"<div>{'<p>regel</p>' * 90}</div>",
    ],
    ids=["text", "bullet", "long word", "mark", "many pages"],
)
def test_what_stays_on_the_paper_is_no_finding(body: str) -> None:
    """A bullet hangs in the margin, a long word breaks, text flows over pages."""
    assert [] == outside(body)
