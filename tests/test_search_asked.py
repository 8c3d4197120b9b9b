"""What people ask, and what must then come first: in a real browser, from a disk, without a server.

Each row is a question as somebody types it and the address of the first result, with the place on that page where one
is meant. Two tables, one for the content of the project and one for the example agency.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests import browser_tools, voorbeeld_site
from tests.browser_tools import visiting
from tests.search_tools import parts_of, scripts_of
from tests.test_site_searchindex import made
from weerklank.site.searchindex import index_scripts

IN, B, M, V = "initiatieven/", "bijsturingen/", "metingen/", "vragen/"
WORD = "begrippen.html#begrip-"

REAL = {
    # figures
    "66 procent": f"{M}tevredenheidsbarometer.html#cijfer-informatie-en-termijn",
    "66%": f"{M}tevredenheidsbarometer.html#cijfer-informatie-en-termijn",
    "66 %": f"{M}tevredenheidsbarometer.html#cijfer-informatie-en-termijn",
    "ongeveer 66 procent tevreden": f"{M}tevredenheidsbarometer.html#cijfer-informatie-en-termijn",
    "85 procent": f"{M}tevredenheidsbarometer.html#cijfer-vriendelijkheid",
    "85% vriendelijkheid": f"{M}tevredenheidsbarometer.html#cijfer-vriendelijkheid",
    "180 experten": f"{IN}netwerkgroep-integratieonderzoek.html",
    "46 lokale besturen": f"{IN}gemeente-en-stadsmonitor.html",
    "12 leerinitiatieven": f"{IN}heerlijk-helder.html",
    # years
    "2011": f"{IN}tevredenheidsbarometer.html",
    "barometer 2016": f"{IN}tevredenheidsbarometer.html",
    "ondernemingsplan 2019-2024": f"{IN}bespreking-ondernemingsplan.html",
    "bbc 2020": f"{WORD}bbc-2020",
    # names, abbreviations and other names
    "VVSG": f"{WORD}vvsg",
    "vereniging van vlaamse steden en gemeenten": f"{WORD}vvsg",
    "imec": f"{WORD}imec",
    "exello": f"{WORD}exello-net",
    "bemiddelingsboek": f"{WORD}klachtenboek",
    "ombudsman": f"{WORD}vlaamse-ombudsdienst",
    "Heerlijk Heldersessies": f"{WORD}heerlijk-helder",
    "gouverneur": f"{IN}per/belanghebbende/gouverneurs.html",
    # compounds, closed and with a hyphen
    "wisselleren": f"{WORD}wissel-leren",
    "wissel-leren": f"{WORD}wissel-leren",
    "stage": f"{B}wissel-leren.html",
    "stadsmonitor": f"{IN}gemeente-en-stadsmonitor.html",
    "gemeente-stadsmonitor": f"{IN}gemeente-en-stadsmonitor.html",
    "tevredenheidsonderzoek": f"{V}klanttevredenheidsonderzoek.html",
    "nietlimitatief": f"{WORD}niet-limitatief",
    # one and many, half a word
    "nieuwsbrieven": f"{B}nieuwsbrief-netwerkgroep.html",
    "netwerkmoment": f"{IN}provinciale-netwerkmomenten.html",
    "gemeentes": f"{IN}gemeente-en-stadsmonitor.html",
    "fusie": f"{IN}vrijwillige-fusies-intervisies.html",
    "tevreden": f"{IN}tevredenheidsbarometer.html",
    "communicatiestrat": f"{IN}bevraging-communicatiestrategie.html",
    # slips of the pen
    "klahct": f"{IN}klachtenmonitoring.html",
    "lkachten": f"{IN}klachtenmonitoring.html",
    "mointor": f"{IN}gemeente-en-stadsmonitor.html",
    "tevredenheidsbarometr": f"{IN}tevredenheidsbarometer.html",
    "netwrkmomenten": f"{IN}provinciale-netwerkmomenten.html",
    "stedenbelied": f"{IN}visie-stedenbeleid.html",
    # questions and phrases
    "wat kost het": f"{V}klanttevredenheidsonderzoek.html#deelvraag-3",
    "kosten": f"{V}klanttevredenheidsonderzoek.html#deelvraag-3",
    "steekproef": f"{V}klanttevredenheidsonderzoek.html#deelvraag-2",
    "waarom geen eigen bevraging": "beslissingen/kwalitatief-in-plaats-van-kwantitatief.html",
    "fuserende gemeenten": f"{B}intervisies-fuserende-gemeenten.html",
    "missie en visie": f"{B}nieuwe-missie-en-visie.html",
    "goede praktijken": f"{B}delen-goede-praktijken.html",
    "wat zegt de bron niet": "wat-de-bron-niet-zegt.html",
    # nothing, and no guess
    "1050": "",
    "67 procent": "",
    "foto's": "",
    "C++": "",
    "wat is de responsgraad": "",
}

EXAMPLE = {
    # figures, however they are grouped
    "214 fonteinen": f"{B}waterkalender.html",
    "4,25 euro": f"{B}waterkalender.html",
    "€ 4,25": f"{B}waterkalender.html",
    "48.250": f"{M}pleinpeiling-2025.html",
    "48 250 euro": f"{M}pleinpeiling-2025.html",
    "48250": f"{M}pleinpeiling-2025.html",
    "1.234.567": f"{B}stroom-op-markten.html",
    "6,4": f"{M}bankenmonitor.html#cijfer-score-2021",
    "8,2 op 10": f"{M}smaak-van-het-water.html#cijfer-school",
    "58,4 dB": f"{M}geluid-op-markten.html#cijfer-zeven-uur",
    "812 mensen": f"{IN}pleinpeiling.html",
    "156 klachten": "klachten/2025.html",
    "71 geen water": "klachten/2025.html",
    # years, days, numbers of questions
    "klachten 2025": "klachten/2025.html",
    "peiling 2023": f"{M}pleinpeiling-2023.html",
    "15 juli 2026": "toezeggingen/telling-van-de-banken.html",
    "vraag 12": f"{V}drinkfonteinen-en-zitbanken.html",
    "nr. 12": f"{V}drinkfonteinen-en-zitbanken.html",
    "schriftelijke vraag 7": f"{V}banken-in-de-schaduw.html",
    "vraag 31": f"{V}marktdagen.html",
    "vraag 2023-2024": f"{V}banken-in-de-schaduw.html",
    # other names
    "omwonenden": f"{IN}per/belanghebbende/bewoners.html",
    "APF": f"{WORD}apf",
    "droge fontein": f"{IN}meldpunt-fonteinen.html",
    # compounds, one and many
    "peilingen": f"{M}index.html",
    "zitbank": f"{V}drinkfonteinen-en-zitbanken.html",
    "kramers": f"{IN}marktoverleg.html",
    "nachtlantaarn": "",
    "lantaarn": f"{IN}nachtproef.html",
    "tappunt": f"{B}tappunten-op-markten.html",
    "camera's": f"{B}cameras.html",
    "cameras": f"{B}cameras.html",
    # slips of the pen
    "pleinpieling": f"{IN}pleinpeiling.html",
    "waterklender": f"{WORD}waterkalender",
    "watrespuwer": f"{IN}oude-waterspuwer.html",
    "brialle": f"{B}waterkalender-in-braille.html",
    # other letters
    "frontiere": "bronnen/rapport-fontaines.html",
    "stadtmobel": "bronnen/woordenboek-straatmeubilair.html",
    # questions and phrases
    "bank in de schaduw": f"{B}banken-in-de-schaduw.html",
    "mag je zwemmen in een fontein": f"{V}nachtzwemmen.html#deelvraag-1",
    "zwemmen in de fontein": f"{V}nachtzwemmen.html",
    "gratis parkeren": f"{B}gratis-parkeren.html",
    "vuurwerk": "beslissingen/geen-vuurwerk.html",
    "interpellatie": f"{V}fontein-op-het-dak.html",
}
"""Question -> the first result; "" where nothing has all of it: then that is said, with what has a part of it."""


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the content of the project."""
    return browser_tools.real_site(tmp_path_factory)


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the example agency."""
    return voorbeeld_site.site(tmp_path_factory)


def first(page: Page) -> str:
    """The address of the first result; "" where nothing has all that was typed."""
    said = page.get_by_role("status").inner_text()
    link = page.locator("#resultaten li > a").first
    found = link.get_attribute("href") if link.count() else ""
    return "" if "met een deel van" in said or "Niets gevonden" in said else found or ""


def wrong(browser: Browser, site: Path, asked: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    """Each question whose first result is another, with both."""
    with visiting(browser, browser_tools.on_disk(site)) as visit:
        for question, expected in asked.items():
            found = first(visit.go(f"zoeken.html?q={quote(question)}"))
            if found != expected:
                yield question, expected, found


@pytest.mark.source_document
def test_what_people_ask_of_the_real_site(browser: Browser, real: Path) -> None:
    """Figures, names, other names, compounds, slips, years and phrases lead to the record that has them."""
    assert [] == list(wrong(browser, real, REAL))


def test_what_people_ask_of_the_example(browser: Browser, example: Path) -> None:
    """The same, with every field of every kind filled in."""
    assert [] == list(wrong(browser, example, EXAMPLE))


def test_the_tables_are_long_enough() -> None:
    """At least sixty questions with an answer."""
    assert sum(map(bool, (*REAL.values(), *EXAMPLE.values()))) >= 60


PLACES = "Array.from(document.querySelectorAll('[id]'), item => item.id)"


@pytest.mark.parametrize("site", [pytest.param("real", marks=pytest.mark.source_document), "example"])
def test_every_place_is_on_its_page(site: str, request: pytest.FixtureRequest) -> None:
    """A result leads to a place that is there, and that has the words of the line."""
    folder: Path = request.getfixturevalue(site)
    lost = []
    for path, _, lines in (record for part in parts_of(scripts_of(folder), "t") for record in part):
        html = (folder / path.partition("#")[0]).read_text("utf-8")
        places = {line.partition("\t")[0] for line in lines.split("\n")} - {""}
        lost += [(path, place) for place in sorted(places) if f' id="{place}"' not in html]

    assert [] == lost


def test_from_a_figure_to_its_place(browser: Browser, example: Path) -> None:
    """Following the first result shows the figure that was asked for, also where it was folded away."""
    with visiting(browser, browser_tools.on_disk(example)) as visit:
        for question, shown in (("6,4", "6,4"), ("8,2 op 10", "8,2"), ("58,4 dB", "58,4")):
            page = visit.go(f"zoeken.html?q={quote(question)}")
            page.locator("#resultaten li > a").first.click()
            target = page.locator(":target")
            expect(target).to_be_visible()
            expect(target).to_contain_text(shown)


FIRST = """question => new Promise(done => {
    new MutationObserver(() => done(Array.from(document.scripts, script => script.src)))
        .observe(document.getElementById("resultaten"), {childList: true});
    document.getElementById("q").value = question;
    document.getElementById("zoekvorm").requestSubmit();
})"""
LIGHT = 100_000


def test_ten_thousand_records_from_a_disk(browser: Browser, example: Path, tmp_path: Path) -> None:
    """Before the first result stands there, less than 100 kB of scripts was loaded, whatever is asked."""
    shutil.copytree(
        example, tmp_path / "site", ignore=shutil.ignore_patterns("zoek", "*.png", "*.pdf", "*.svg", "*.docx")
    )
    for path, text in index_scripts(voorbeeld_site.corpus(), made(10_000)).items():
        (tmp_path / "site" / path).parent.mkdir(exist_ok=True)
        (tmp_path / "site" / path).write_text(text, encoding="utf-8")
    with visiting(browser, browser_tools.on_disk(tmp_path / "site")) as visit:
        for question in ("gesprekstafel over straat4711", "gesprekstaffel straat4711", "o4711x", "overleg 4711"):
            page = visit.go("zoeken.html")
            loaded = [Path(unquote(urlsplit(source).path)) for source in page.evaluate(FIRST, question)]

            assert sum(path.stat().st_size for path in loaded) < LIGHT, question
            assert "initiatieven/i4711.html" == first(page), question
