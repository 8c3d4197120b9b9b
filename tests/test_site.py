"""The real content as readers get it: nothing of the source is lost, the counts are right, and nothing leaks."""

import html
import re
import shutil
import unicodedata
from pathlib import Path

import pytest

from tests import browser_tools
from tests.file_text import everything_in, hashes
from tests.project_samples import SMALL
from tests.project_samples import build as build_small
from tests.project_samples import project as small_project
from tests.source_facts import LINKS, NAMES, NUMBERS, SUB_QUESTION_NUMBERS, Fact
from weerklank.author.load import load
from weerklank.author.validate import validate
from weerklank.build.cache import NoCache
from weerklank.build.pipeline import build
from weerklank.findings import Severity
from weerklank.project import Project, open_project

CONTENT = Path(__file__).resolve().parent.parent / "content"
_TAG = re.compile(r"<[^>]+>")


def _text(page: str) -> str:
    """What a page says, white space folded; attributes do not count."""
    body = _TAG.sub(" ", page.replace("\u00ad", ""))
    return " ".join(html.unescape(body).split())


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the content of the project."""
    return browser_tools.real_site(tmp_path_factory)


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, str]:
    """The text of every page, by its address."""
    return {path.relative_to(site).as_posix(): _text(path.read_text("utf-8")) for path in sorted(site.rglob("*.html"))}


def test_the_content_has_no_faults() -> None:
    """The real content gives no error and no warning."""
    project = open_project()
    assert isinstance(project, Project)
    loaded = load(project.content)
    found = (*loaded.findings, *validate(loaded, on=project.date).findings)

    assert [] == [str(item) for item in found if item.severity is not Severity.NOTE]


def _spelled(text: str) -> str:
    """White space folded, and spaces around a tag before a mark taken out, so that markup does not hide a fact."""
    folded = unicodedata.normalize("NFC", " ".join(text.split()))
    return re.sub(r"\s*([’'./,:;()\-–])\s*", r"\1", folded)


@pytest.mark.parametrize("fact", [*NUMBERS, *NAMES], ids=lambda fact: fact[0])
def test_every_number_and_name_of_the_source_is_on_the_site(fact: Fact, pages: dict[str, str]) -> None:
    """No number and no proper name of the stored answer is lost: each stands on some page besides the stored text."""
    wanted = _spelled(fact[0])
    found = [path for path, text in pages.items() if wanted in _spelled(text)]

    assert [] != [path for path in found if path != "bronnen/antwoord-klanttevredenheid.html"]


@pytest.mark.parametrize("fact", SUB_QUESTION_NUMBERS, ids=lambda fact: fact[0])
def test_every_sub_question_is_on_its_page(fact: Fact, pages: dict[str, str]) -> None:
    """Each numbered sub-question has a section on the page of the question."""
    assert f"Deelvraag {fact[0].rstrip('.')} " in pages["vragen/klanttevredenheidsonderzoek.html"]


@pytest.mark.parametrize("fact", LINKS, ids=lambda fact: fact[0])
def test_every_link_of_the_source_can_be_followed(fact: Fact, site: Path) -> None:
    """No link of the stored answer is lost: some page links to it."""
    link = f'href="{html.escape(fact[0])}"'

    assert [] != [path.name for path in site.rglob("*.html") if link in path.read_text("utf-8")]


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("index.html", "12 initiatieven waarvan 5 strategisch, 6 operationeel en 1 intern."),
        ("index.html", "11 bijsturingen 6 daarvan volgen rechtstreeks uit feedback. De bron telt die 6 als 4 punten."),
        ("index.html", "2 tevredenheidscijfers"),
        ("index.html", "13 van 23 delen van vragen zonder antwoord"),
        ("index.html", "0 volledig; 8 deels; 1 onrechtstreeks; 1 gemeten, cijfer niet vermeld."),
        ("index.html", "Bij 9 van de 12 initiatieven vermeldt de bron niet wat er gehoord werd."),
        ("index.html", "8 vermeld; 1 gepland; 2 niet van toepassing; 1 niet vermeld"),
        ("initiatieven/provinciale-netwerkmomenten.html", "4 punten in de bron, 6 bijsturingen."),
        ("vragen/klanttevredenheidsonderzoek.html", "10 deelvragen, in 23 delen"),
        ("vragen/klanttevredenheidsonderzoek.html", "Geen enkel deel is volledig beantwoord, 13 van de 23 blijven"),
        ("initiatieven/index.html", "Gelijke kansen 0"),
        ("initiatieven/index.html", "Beleid Brussel 0"),
        ("bijsturingen/index.html", "11 bijsturingen in de dienstverlening"),
        ("metingen/tevredenheidsbarometer.html", "niet opgeteld, niet gemiddeld en niet als evolutie gelezen"),
        ("initiatieven/netwerkgroep-integratieonderzoek.html", "ongeveer 180 experten"),
        ("initiatieven/gemeente-en-stadsmonitor.html", "46 lokale besturen"),
        ("initiatieven/heerlijk-helder.html", "12 leerinitiatieven"),
    ],
)
def test_the_counts_are_those_of_the_source(page: str, words: str, pages: dict[str, str]) -> None:
    """Counts are computed from the records, and come out as the inventory of the source has them."""
    assert words in pages[page]


def test_three_clicks_from_home_to_the_sentence(site: Path) -> None:
    """From home: the provincial network moments, one adjustment of them, and the sentence of the source it rests on."""
    home = (site / "index.html").read_text("utf-8")
    assert 'href="initiatieven/provinciale-netwerkmomenten.html"' in home
    initiative = (site / "initiatieven/provinciale-netwerkmomenten.html").read_text("utf-8")
    assert 'href="../bijsturingen/wissel-leren.html"' in initiative
    adjustment = (site / "bijsturingen/wissel-leren.html").read_text("utf-8")
    anchor = re.search(r'href="\.\./bronnen/antwoord-klanttevredenheid\.html#(p\d+)"', adjustment)
    assert anchor is not None
    source = (site / "bronnen/antwoord-klanttevredenheid.html").read_text("utf-8")
    passage = source[source.index(f'id="{anchor[1]}"') :]

    assert "issel-leren" in passage[: passage.index("</li>")] or "feedback" in passage[: passage.index("</li>")]


# --- what is not public ----------------------------------------------------------------------------------------------

CANARIES = {"concept": "kanarieconcept", "intern": "kanarieintern", "morgen": "kanariemorgen"}
_HIDDEN = {
    "concept": "{status: concept}",
    "intern": "{status: intern}",
    "morgen": "{status: openbaar, vanaf: 2026-11-24}",
}


def _with_canaries(folder: Path) -> None:
    """Records that are not public yet, tied to public ones from both sides."""
    for name, word in CANARIES.items():
        (folder / "bijsturingen" / f"{word}-stap.yaml").write_text(
            f"titel: Titel {word}\nsamenvatting: Samenvatting {word}.\nsoort: werkwijze\n"
            f"aanleiding: [{{initiatief: provinciale-netwerkmomenten, sterkte: rechtstreeks, toelichting: {word}}}]\n"
            f"verloop: [{{status: uitgevoerd, toelichting: {word}}}]\nbronnen: [{{bron: {word}-bron}}]\n"
            f"publicatie: {_HIDDEN[name]}\nwijzigingen: [{{datum: 2026-11-01, tekst: Wijziging {word}}}]\n",
            encoding="utf-8",
        )
        (folder / "bronnen" / f"{word}-bron.yaml").write_text(
            f"titel: Bron {word}\nsoort: rapport\npublicatie: {_HIDDEN[name]}\n", encoding="utf-8"
        )
        (folder / "bronnen" / f"{word}-bron.txt").write_text(f"Woorden van {word}.\n", encoding="utf-8")
        (folder / "beslissingen" / f"{word}-besluit.md").write_text(
            f"---\ntitel: Besluit {word}\nsamenvatting: Besluit {word}.\nbronnen: [{{bron: {word}-bron}}]\n"
            f"publicatie: {_HIDDEN[name]}\n---\nVerhaal {word}.\n",
            encoding="utf-8",
        )
        (folder / "initiatieven" / f"{word}-overleg.yaml").write_text(
            f"titel: Overleg {word}\nsamenvatting: Samenvatting {word}.\nniveau: intern\nvormen: [bevraging]\n"
            f"status: gepland\nperiode: {{letterlijk: {word}}}\nbronnen: [{{bron: {word}-bron}}]\n"
            f"publicatie: {_HIDDEN[name]}\n",
            encoding="utf-8",
        )
        _tie_in(folder / "bijsturingen" / "wissel-leren.yaml", word)
    question = folder / "vragen" / "klanttevredenheidsonderzoek.md"
    text = question.read_text("utf-8")
    hidden = "".join(f", bijsturing:{word}-stap" for word in CANARIES.values())
    changed = re.sub(r"steunt_op: \[(.+?)\]", rf"steunt_op: [\1{hidden}]", text, count=1)
    if changed == text:
        changed = re.sub(
            r"(steunt_op:\n(\s+)- )",
            "".join([r"steunt_op:\n", *(rf"\2- bijsturing:{word}-stap\n" for word in CANARIES.values()), r"\2- "]),
            text,
            count=1,
        )
    assert changed != text
    question.write_text(changed, encoding="utf-8")


def _tie_in(public: Path, word: str) -> None:
    """Let a public adjustment name what is hidden: as a cause, a source, a reading and the reason of a gap."""
    text = public.read_text("utf-8")
    cause = f"  - initiatief: {word}-overleg\n    sterkte: mee_bepalend\n    toelichting: Omdat {word}.\n"
    source = f"  - bron: {word}-bron\n    citaat: Woorden van {word}.\n"
    readings = [f"{{bron: {{bron: {name}}}}}" for name in (f"{word}-bron", "antwoord-klanttevredenheid")]
    tension = f"  - onderwerp: Twee keer {word}\n    lezingen: [{', '.join(readings)}]\n"
    text = text.replace("aanleiding:\n", f"aanleiding:\n{cause}", 1)
    text = re.sub(r"(?m)^bronnen:\n", f"bronnen:\n{source}", text, count=1)
    # A gap has one decision: the first canary.
    if "-besluit" not in text:
        text = text.replace(
            "  reden: De bron noemt geen bedrag", f"  beslissing: {word}-besluit\n  reden: De bron noemt geen bedrag"
        )
    text += f"tegenspraken:\n{tension}" if "tegenspraken:" not in text else tension
    public.write_text(text, encoding="utf-8")


def test_nothing_that_is_not_public_reaches_the_site(site: Path, tmp_path: Path) -> None:
    """A record that is concept, internal or of tomorrow leaves no word in any file, wherever it is tied in.

    More than that: the site is byte for byte the site of the content without it.
    """
    content, output = tmp_path / "content", tmp_path / "site"
    shutil.copytree(CONTENT, content)
    _with_canaries(content)
    project = open_project(content=content, output=output, day="2026-11-23")
    assert isinstance(project, Project)
    outcome = build(project, cache=NoCache(), report=lambda _: None)

    assert [] == [str(item) for item in outcome.findings if item.severity is Severity.ERROR]
    assert outcome.published is not None
    for path in sorted(output.rglob("*")):
        if path.is_file():
            text = f"{path.relative_to(output)} {everything_in(path)}".casefold()
            assert [] == [word for word in CANARIES.values() if word in text], path
    assert hashes(site) == hashes(output)


def _small(publication: str) -> str:
    """The small project with its adjustment under this publication."""
    return SMALL.replace("titel: Tweede loket\n", f"titel: Tweede loket\npublicatie: {publication}\n")


def test_a_record_appears_on_its_day(tmp_path: Path) -> None:
    """What is public from tomorrow is there tomorrow, and gone again when it is taken back."""
    tomorrow, taken_back = _small("{status: openbaar, vanaf: 2026-11-24}"), _small("{status: intern}")
    seen = []
    for text, day in ((tomorrow, "2026-11-23"), (tomorrow, "2026-11-24"), (taken_back, "2026-11-25")):
        made = small_project(tmp_path, text, day=day)
        assert [] == [str(item) for item in build_small(made).findings if item.severity is Severity.ERROR]
        seen.append((tmp_path / "site" / "bijsturingen" / "loket.html").exists())

    assert [False, True, False] == seen
