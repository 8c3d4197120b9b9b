"""The annex of one question from the command line: a draft before its day, a final one for good.

Real annexes of a small content: every PDF, workbook and Word document here is made by the program.
"""

import hashlib
import io
import json
import re
import shutil
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import cast

import pypdfium2
import pytest

from tests.frozen_samples import (
    CONCEPT,
    DAY,
    INTERNAL,
    LATER,
    QUESTION,
    QUESTION_FILE,
    QUESTION_ID,
    change,
    files,
    hidden,
    project,
    text,
    tree,
    write,
)
from weerklank import cli
from weerklank.addresses import SPOKEN
from weerklank.author.load import load
from weerklank.build import annexes, pipeline
from weerklank.build.cache import Cache, NoCache
from weerklank.build.pipeline import Outcome
from weerklank.build.publish import publish
from weerklank.cli import annex_folder, shown
from weerklank.cli.anchoring import withdraw
from weerklank.cli.arguments import WrongUseError, parse
from weerklank.findings import message
from weerklank.freeze import MANIFEST, anchored, told
from weerklank.freeze.versions import SNAPSHOT
from weerklank.project import ROOT

FOLDER = f"vragen/{QUESTION_ID}"
SECRETS = tuple(
    hidden(kind, f"{kind}-{word.lower()}", f"{word} van {kind}", **publication)
    for kind in ("initiatief", "bijsturing")
    for word, publication in (
        (CONCEPT, {"status": "concept"}),
        (INTERNAL, {"status": "intern"}),
        (LATER, {"vanaf": "2027-01-01"}),
    )
)
"""Records that the public may not see yet, or ever."""


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Cache:
    """What has been made once is not made again: the tests are about what is done with it."""
    return Cache(tmp_path_factory.mktemp("cache"))


def quiet(_: str) -> None:
    """Take no notice of progress."""


def build(folder: Path, cache: Cache | NoCache, *, day: date = DAY) -> Outcome:
    """Build the site."""
    return pipeline.build(project(folder, day=day), cache=cache, report=quiet)


def freeze(folder: Path, cache: Cache | NoCache, *, day: date = DAY, despite: str = "") -> Outcome:
    """Freeze the annex."""
    own = project(folder, day=day)
    return annexes.freeze(own, QUESTION_ID, despite=despite, cache=apart(cache), report=quiet)


def annex(folder: Path, output: Path, cache: Cache, *, word: bool = False) -> Outcome:
    """Make the annex in a folder."""
    own = replace(project(folder), output=output)
    return annexes.annex(own, QUESTION_ID, word=word, cache=apart(cache), report=quiet)


def apart(cache: Cache | NoCache) -> Cache | NoCache:
    """A cache beside that of the site: a build of the site keeps only what is its own."""
    return Cache(cache.folder / "bijlagen") if isinstance(cache, Cache) else cache


def codes(outcome: Outcome) -> list[str]:
    """The codes of what was found, but for notes."""
    return [item.code for item in outcome.findings if item.severity != "opmerking"]


def pages(pdf: bytes) -> list[str]:
    """The text of every page."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()


def words(name: str, data: bytes) -> str:
    """All text that a reader can find in a file, also inside an archive or a PDF with what it carries."""
    if name.endswith(".pdf"):
        document = pypdfium2.PdfDocument(data)
        carried = [document.get_attachment(place) for place in range(document.count_attachments())]
        inner = "".join(words(item.get_name(), bytes(item.get_data())) for item in carried)
        return "".join(pages(data)) + inner
    if name.endswith((".docx", ".xlsx", ".ods")):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "".join(archive.read(entry).decode("utf-8", "replace") for entry in archive.namelist())
    return data.decode("utf-8", "replace")


def all_words(found: Mapping[str, bytes]) -> str:
    """The text and the names of all files."""
    return "".join(name + words(name, data) for name, data in found.items())


def seen_on_site(folder: Path) -> dict[str, bytes]:
    """What the site has of the question, by its path below vragen/klanten/."""
    return tree(folder / "site" / "vragen" / QUESTION_ID)


# Drafts


@pytest.fixture(scope="module")
def draft(tmp_path_factory: pytest.TempPathFactory, cache: Cache) -> dict[str, bytes]:
    """The annex of a question of tomorrow, with records of all kinds of publication. The heading is not filled in."""
    folder = tmp_path_factory.mktemp("ontwerp")
    open_places = ("nummer", "zittingsjaar", "vraagsteller", "minister", "datum_gesteld")
    question = {key: value for key, value in QUESTION.items() if key not in open_places}
    write(folder, files({**question, "publicatie": {"vanaf": "2026-11-24"}}) | dict(SECRETS))
    assert [] == codes(annex(folder, folder / "bijlage", cache, word=True))
    return tree(folder / "bijlage")


def test_the_files_of_a_draft(draft: Mapping[str, bytes]) -> None:
    """PDF, Word, workbook, and each table as csv and json; with a manifest, so that a next run may replace them."""
    data = {path for path in draft if path.startswith("gegevens/")}

    assert {"bijlage.pdf", SPOKEN, "bijlage.docx", "bijlage.xlsx", MANIFEST} == set(draft) - data
    assert {"gegevens/dekking.csv", "gegevens/dekking.json", "gegevens/antwoorden.csv"} <= data
    assert {path.rpartition(".")[0] + ending for path in data for ending in (".csv", ".json")} == data


def test_a_draft_says_so_on_every_page(draft: Mapping[str, bytes]) -> None:
    """What is not final cannot be taken for it, on paper and in Word; what is open has its place."""
    found = pages(draft["bijlage.pdf"])

    assert len(found) == sum("Ontwerp" in page for page in found)
    assert "[nummer nog in te vullen]" in found[0]
    with zipfile.ZipFile(io.BytesIO(draft["bijlage.docx"])) as archive:
        headers = [archive.read(name) for name in archive.namelist() if "header" in name]
    assert headers
    assert all(b"Ontwerp" in header for header in headers)


def test_a_draft_has_what_is_public_later_and_nothing_else(draft: Mapping[str, bytes]) -> None:
    """A record of later is in the annex before its day; a concept or an internal record is in no file of it."""
    found = all_words(draft)

    assert LATER in found
    assert CONCEPT not in found
    assert INTERNAL not in found
    assert CONCEPT.lower() not in found
    assert INTERNAL.lower() not in found


def test_without_word(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without --word there is no Word document; the command says what it made and where."""
    content, output = write(tmp_path), tmp_path / "bijlage"

    assert 0 == cli.main(["annex", QUESTION_ID, "--content", str(content), "--output", str(output), "--no-cache"])
    assert {"bijlage.pdf", "bijlage.xlsx"} == {path for path in tree(output) if path.startswith("bijlage.")}
    assert f"bijlage: {output.as_posix()}/bijlage.pdf\n" in capsys.readouterr().out


def test_where_an_annex_comes(tmp_path: Path) -> None:
    """Each question has a folder of its own beside the site, unless another was asked for."""
    own = project(tmp_path)

    assert tmp_path / "bijlagen" / QUESTION_ID == annex_folder(own, parse(["annex", QUESTION_ID]))
    assert own.output == annex_folder(own, parse(["annex", QUESTION_ID, "--output", "site"]))


def test_a_folder_of_others_is_left_alone(tmp_path: Path, cache: Cache) -> None:
    """An annex replaces an annex, never a site or a file of somebody, and a site never an annex."""
    write(tmp_path)
    site, output = tmp_path / "site", tmp_path / "bijlage"
    publish({"index.html": b"<p>thuis"}, site)
    before = tree(site)
    refused = annex(tmp_path, site, cache)
    first, second = annex(tmp_path, output, cache, word=True), annex(tmp_path, output, cache)

    assert ["C010"] == codes(refused)
    assert before == tree(site)
    assert [[], []] == [codes(first), codes(second)]
    assert second.published is not None
    assert ("bijlage.docx",) == second.published.removed
    assert ["C010"] == [item.code for item in publish({"index.html": b""}, output).findings]


def test_an_edited_annex_stays(tmp_path: Path, cache: Cache) -> None:
    """What somebody wrote in the Word document is not removed because the annex is made without one now."""
    write(tmp_path)
    output = tmp_path / "bijlage"
    annex(tmp_path, output, cache, word=True)
    (output / "bijlage.docx").write_bytes(b"met opmerkingen")

    assert ["C016"] == codes(annex(tmp_path, output, cache))
    assert b"met opmerkingen" == (output / "bijlage.docx").read_bytes()


def test_a_question_without_annex(tmp_path: Path, cache: Cache) -> None:
    """Without a block “bijlage” there is nothing to make, and a concept or what is intern gets no annex at all."""
    without = {key: value for key, value in QUESTION.items() if key != "bijlage"}
    found = []
    for name, question in (
        ("zonder", without),
        ("concept", {**QUESTION, "publicatie": {"status": "concept"}}),
        ("intern", {**QUESTION, "publicatie": {"status": "intern"}}),
    ):
        write(tmp_path / name, files(question))
        found.append(codes(annex(tmp_path / name, tmp_path / name / "bijlage", cache)))
        assert found[-1] == codes(freeze(tmp_path / name, cache, despite="toch maar"))
        assert ["content"] == [path.name for path in (tmp_path / name).iterdir()]

    assert [["P069"], ["P070"], ["P070"]] == found


def test_a_draft_of_wrong_content(tmp_path: Path, cache: Cache) -> None:
    """With an error in the content no annex is made, like no site."""
    write(tmp_path, files({**QUESTION, "bronnen": [{"bron": "bestaat-niet"}]}))

    assert ["V001"] == codes(annex(tmp_path, tmp_path / "bijlage", cache))
    assert not (tmp_path / "bijlage").exists()


# The command

NO_REASON = 'De optie --toch vraagt een reden, bijvoorbeeld --toch "het nummer komt later".'
NO_OUTPUT = "De optie --output hoort niet bij --definitief: wat bevroren wordt, komt bij de inhoud."


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ("annex", "Van welke vraag? Noem haar id: python3 build.py annex VRAAG"),
        ("annex a b", "“b” is te veel."),
        ("annex a --toch x", "De optie --toch hoort bij --definitief."),
        ("annex a --definitief --toch=", NO_REASON),
        ("annex a --definitief --output x", NO_OUTPUT),
        ("build --word", "De optie --word hoort niet bij “build”."),
        ("check --definitief", "De optie --definitief hoort niet bij “check”."),
    ],
)
def test_wrong_use(arguments: str, sentence: str) -> None:
    """What cannot be meant gets one Dutch sentence."""
    with pytest.raises(WrongUseError) as caught:
        parse(arguments.split())

    assert sentence == str(caught.value)


@pytest.mark.parametrize("more", [[], ["--definitief"]])
def test_an_unknown_question(tmp_path: Path, more: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """A question that is not there is wrong use, with the nearest ids; nothing is written."""
    content = write(tmp_path)
    code = cli.main(["annex", "klant", "--content", str(content), *more])
    captured = capsys.readouterr()

    assert (2, "") == (code, captured.out)
    assert "C030" in captured.err
    assert "er is geen vraag “klant”" in captured.err
    assert "bedoelt u “klanten”?" in captured.err
    assert not (ROOT / "bijlagen" / "klant").exists()
    assert ["content"] == [path.name for path in tmp_path.iterdir()]


@pytest.mark.parametrize("name", ["../../etc", "/etc", "", "klanten/../klanten"])
def test_a_name_that_is_no_id(tmp_path: Path, name: str) -> None:
    """Whatever is typed for an id, nothing is written outside the folders of annexes."""
    content = write(tmp_path)

    assert 2 == cli.main(["annex", name, "--content", str(content)])
    assert ["content"] == [path.name for path in tmp_path.iterdir()]


# Final


@pytest.fixture(scope="module")
def final(tmp_path_factory: pytest.TempPathFactory, cache: Cache) -> Path:
    """A project whose annex was frozen and whose site was built; tests take a copy."""
    folder = tmp_path_factory.mktemp("definitief")
    write(folder, files() | dict(SECRETS[:2]))
    assert ([], f"{FOLDER}/2026-11-23") == (codes(made := freeze(folder, cache)), made.version)
    assert [] == codes(build(folder, cache))
    return folder


@pytest.fixture
def kept(final: Path, tmp_path: Path) -> Path:
    """A copy of that project."""
    return Path(shutil.copytree(final, tmp_path / "project"))


def test_what_is_stored(final: Path) -> None:
    """A version has the PDF, Word, workbook, data, a page, the content and a manifest, and no draft among them."""
    found = tree(final / "content" / FOLDER / "2026-11-23")
    top = {path for path in found if "/" not in path}

    assert {"bijlage.pdf", SPOKEN, "bijlage.docx", "bijlage.xlsx", "bijlage.html", SNAPSHOT, MANIFEST} == top
    assert {"gegevens", "grafieken", "css", "fonts", "icons"} == {path.partition("/")[0] for path in set(found) - top}
    assert "Ontwerp" not in all_words({path: data for path, data in found.items() if path.startswith("bijlage.")})
    assert "Definitief" in "".join(pages(found["bijlage.pdf"]))
    assert CONCEPT not in all_words(found)
    assert INTERNAL not in all_words(found)


def test_the_page_stands_on_its_own(final: Path) -> None:
    """The frozen page has no navigation and loads nothing from outside its folder; other addresses are absolute."""
    page = (final / "content" / FOLDER / "2026-11-23" / "bijlage.html").read_text(encoding="utf-8")
    addresses = set(re.findall(r'(?:href|src|srcset)="([^"]*)"', page))
    inside = {address for address in addresses if not address.startswith(("#", "https://", "mailto:"))}

    assert "<nav aria" not in page
    assert "<script" not in page
    assert inside <= set(tree(final / "content" / FOLDER / "2026-11-23"))
    assert "https://weerklank.example/initiatieven/bevraging.html" in addresses
    assert "unsafe" not in page


def test_a_frozen_annex_is_published_as_it_is(kept: Path, cache: Cache) -> None:
    """After the records change the site changes, and the annex stays byte for byte what it was."""
    before = seen_on_site(kept)
    stored = tree(kept / "content" / FOLDER / "2026-11-23")
    change(kept / "content", "initiatieven/bevraging.yaml", '"Bevraging"', '"Grote bevraging"')
    made = build(kept, cache)
    found = seen_on_site(kept)
    expected = {path: data for path, data in stored.items() if path not in (SNAPSHOT, MANIFEST)}

    assert ["P064"] == codes(made)
    assert made.published is not None
    assert (f"{FOLDER}/bijlage.pdf",) == made.annexes
    assert before == found
    assert expected == {path: data for path, data in found.items() if not path.startswith("versies/")}
    assert {**expected, MANIFEST: stored[MANIFEST]} == {
        path.removeprefix("versies/2026-11-23/"): data for path, data in found.items() if path.startswith("versies/")
    }
    assert "Grote bevraging" in (kept / "site/initiatieven/bevraging.html").read_text(encoding="utf-8")


def test_the_content_of_an_annex_is_never_published(final: Path) -> None:
    """What an annex was made of, concepts between the lines included, is nowhere on the site."""
    found = tree(final / "site")

    assert not [path for path in found if SNAPSHOT in path]
    assert (final / "content" / FOLDER / "2026-11-23" / SNAPSHOT).read_bytes() not in found.values()


def test_the_question_lists_its_versions(kept: Path, cache: Cache) -> None:
    """The page of the question names each version with its size and SHA-256, and links to its files."""
    freeze(kept, cache, despite="nog eens")
    build(kept, cache)
    page = (kept / "site" / f"{FOLDER}.html").read_text(encoding="utf-8")
    facts = json.loads((kept / "content" / FOLDER / "2026-11-23" / MANIFEST).read_bytes())
    pdf = next(entry for entry in facts["files"] if entry["path"] == "bijlage.pdf")

    assert "Definitief, versie van 23\u00a0november 2026 (2)." in page
    assert pdf["sha256"] in page
    for name in ("2026-11-23", "2026-11-23-2"):
        for file in ("bijlage.pdf", "bijlage.html", MANIFEST):
            assert f'href="{QUESTION_ID}/versies/{name}/{file}"' in page
    assert "nog eens" in page


def test_a_second_version(kept: Path, cache: Cache) -> None:
    """Freezing again keeps the first version and publishes the second in its place."""
    first = tree(kept / "content" / FOLDER / "2026-11-23")
    change(kept / "content", QUESTION_FILE, '"In 2016."', '"In 2016, en niet meer."')
    made = freeze(kept, cache, day=date(2026, 12, 1))
    built = build(kept, cache, day=date(2026, 12, 1))
    found = seen_on_site(kept)

    assert (f"{FOLDER}/2026-12-01", []) == (made.version, codes(built))
    assert first == tree(kept / "content" / FOLDER / "2026-11-23")
    assert first["bijlage.pdf"] == found["versies/2026-11-23/bijlage.pdf"]
    assert found["bijlage.pdf"] == found["versies/2026-12-01/bijlage.pdf"]
    assert "en niet meer" in "".join(pages(found["bijlage.pdf"]))


def test_what_is_frozen_already_is_not_frozen_again(kept: Path, cache: Cache) -> None:
    """Nothing that is printed changed: the version that is there is named, on any day, and nothing is written."""
    before = tree(kept / "content")
    change(kept / "content", "initiatieven/bevraging.yaml", '\n "titel"', '\n # nagelezen\n "titel"')
    again = freeze(kept, cache, day=date(2026, 12, 1))
    lines = shown.summary(again, project(kept), verbose=False)

    assert (f"{FOLDER}/2026-11-23", None, []) == (again.version, again.published, codes(again))
    assert f"er is niets veranderd: dezelfde bijlage is al bevroren in content/{FOLDER}/2026-11-23/" in lines
    assert before.keys() == tree(kept / "content").keys()
    assert before["bevroren.yaml"] == tree(kept / "content")["bevroren.yaml"]


def test_a_warning_about_a_version_is_taken_away_by_a_new_one(kept: Path, cache: Cache) -> None:
    """What `check` says to differ from a version is no reason to refuse another, be each of its files the same."""
    path, record = hidden("meting", "tweede", "Tweede meting", status="openbaar")
    (kept / "content" / path).write_text(record, encoding="utf-8")
    warned = codes(build(kept, cache))
    made = freeze(kept, cache, day=date(2026, 12, 1))
    same = [tree(kept / "content" / FOLDER / name)["bijlage.pdf"] for name in ("2026-11-23", "2026-12-01")]

    assert ["P066"] == warned
    assert same[0] == same[1]
    assert (f"{FOLDER}/2026-12-01", []) == (made.version, codes(build(kept, cache)))


def test_what_happens_after_the_day_of_a_frozen_annex(kept: Path, cache: Cache) -> None:
    """It is no fault of the version that stands; of one that is made anew it is, and of an annex of another day."""
    path, later = "bijsturingen/nieuwsbrief.yaml", date(2027, 5, 1)
    change(kept / "content", path, '"uitgevoerd"', '"uitgevoerd", "datum": "2027-04-20"')
    stands = codes(build(kept, cache, day=later))
    again = freeze(kept, cache, day=later)
    change(kept / "content", QUESTION_FILE, "2027-03-10", "2027-03-11")

    assert {"P064"} == set(stands)
    assert ({"P064", "V061"}, "") == (set(codes(again)), again.version)
    assert "V061" in codes(build(kept, cache, day=later))
    change(kept / "content", QUESTION_FILE, "2027-03-11", "2027-03-10")
    annexes.withdraw(project(kept, day=later), QUESTION_ID, "2026-11-23", "Een fout.")
    assert "V061" in codes(build(kept, cache, day=later))


def test_a_record_of_later_than_a_frozen_annex(kept: Path, cache: Cache) -> None:
    """What is public only after its day is not in the version that stands, and would be in one that is made anew."""
    path, record = hidden("initiatief", "later", LATER, vanaf="2027-04-01")
    (kept / "content" / path).write_text(record, encoding="utf-8")

    assert "V015" not in codes(build(kept, cache))
    assert "V015" in codes(freeze(kept, cache))


def test_a_file_of_two_versions(kept: Path, cache: Cache) -> None:
    """The oldest version that has it is named first, then the others; none of these is called a later one."""
    freeze(kept, cache, day=date(2026, 12, 1), despite="nog eens")
    pdf = (kept / "content" / FOLDER / "2026-11-23" / "bijlage.pdf").read_bytes()
    lines, good = told(pdf, load(kept / "content"), folder="content", beside=lambda _: None)

    assert good
    assert lines[0].startswith(f"Dit is, teken voor teken, content/{FOLDER}/2026-11-23/bijlage.pdf, versie 23")
    assert ["Het staat ook in versie 1 december 2026 van de bijlage bij vraag “klanten”."] == [
        line.replace("\u00a0", " ") for line in lines[1:]
    ]


def test_a_version_that_was_withdrawn(kept: Path, cache: Cache) -> None:
    """It is on no page but in words, with its day and reason; what stands is the version before it, or the draft."""
    freeze(kept, cache, day=date(2026, 12, 1), despite="nog eens")
    later = date(2026, 12, 2)
    for version, standing in (
        ("2026-12-01", "Definitief, versie van 23\u00a0november 2026."),
        ("2026-11-23", "Ontwerp"),
    ):
        withdraw(project(kept, day=later), f"{QUESTION_ID}/{version}", f"Zo <niet> {version}")
        built = build(kept, cache, day=later)
        page = (kept / "site" / f"{FOLDER}.html").read_text(encoding="utf-8")
        place = f"versies/{version}/"

        assert [] == codes(built)
        assert standing in page
        assert "is ingetrokken op 2\u00a0december 2026" in page
        assert f"Reden: Zo &lt;niet&gt; {version}" in page
        assert [] == [path for path in seen_on_site(kept) if path.startswith(place)]
        assert place not in page
    asked = freeze(kept, cache, day=later)
    again = freeze(kept, cache, day=later, despite="het was toch juist")

    assert ("", ["P078"], None) == (asked.version, codes(asked), asked.published)
    assert "versie 2026-12-01, die ingetrokken is, omdat: Zo <niet> 2026-12-01" in "".join(map(message, asked.findings))
    assert (f"{FOLDER}/2026-12-02", []) == (again.version, codes(again))


def test_freezing_anchors(kept: Path, cache: Cache) -> None:
    """What is frozen is written in the anchor, beside what it knew; a version that disappears stops the build."""
    first = anchored(load(kept / "content"))
    made = freeze(kept, cache, day=date(2026, 12, 1), despite="nog eens")
    both = anchored(load(kept / "content"))
    facts = tree(kept / "content" / made.version)
    shutil.rmtree(kept / "content" / FOLDER)
    built = build(kept, cache, day=date(2026, 12, 1))

    assert ["2026-11-23"] == [item.version for item in first]
    assert first == both[:1]
    assert "2026-12-01" == both[1].version
    assert hashlib.sha256(facts["bijlage.pdf"]).hexdigest() == both[1].pdf
    assert hashlib.sha256(facts[MANIFEST]).hexdigest() == both[1].manifest
    assert (["P074", "P074"], None) == (codes(built), built.published)


def test_what_changes_no_fact_makes_the_same_annex(tmp_path: Path, cache: Cache) -> None:
    """A comment, what only authors or the site see, a record or template of elsewhere: the same bytes and version."""
    templates = tmp_path / "templates"
    shutil.copytree(ROOT / "templates", templates)
    page = text({"titel": "Over deze site", "tekst": "Wat u hier vindt."})
    other = text({**QUESTION, "titel": "Een andere vraag"})
    content = write(tmp_path, files() | {"paginas/over.yaml": page, "vragen/andere.yaml": other})
    record, organisation = "initiatieven/bevraging.yaml", "organisatie.yaml"
    edits: list[Callable[[], object]] = [
        lambda: change(content, record, '{\n "titel"', '{\n # nagelezen\n "titel"'),
        lambda: change(content, record, '\n "titel"', '\n "publicatie": {"vanaf": "2026-01-01"},\n "titel"'),
        lambda: change(
            content, record, '\n "titel"', '\n "wijzigingen": [{"datum": "2026-11-02", "tekst": "Beter."}],\n "titel"'
        ),
        lambda: change(content, record, '\n "titel"', '\n "vroegere_ids": ["enquete"],\n "titel"'),
        lambda: change(content, organisation, "Wat u ons vertelde", "Wat u zei"),
        lambda: change(content, organisation, "Aan deze site kunt u geen rechten ontlenen.", "Geen rechten."),
        lambda: change(content, QUESTION_FILE, '\n "titel"', '\n "verwijst_naar": ["andere"],\n "titel"'),
        lambda: change(content, "paginas/over.yaml", "Wat u hier vindt.", "Iets anders."),
        lambda: change(content, "vragen/andere.yaml", '"In 2016."', '"In 2017."'),
        lambda: (templates / "pages" / "404.html").write_text("{# leeg #}", encoding="utf-8"),
    ]
    made = [_version(content, _frozen_again(tmp_path, cache, templates))]
    for edit in edits:
        edit()
        made.append(_version(content, _frozen_again(tmp_path, cache, templates)))
        assert made[0] == made[-1], len(made) - 2
    change(content, QUESTION_FILE, '"In 2016."', '"In 2017."')
    data, annexed = _version(content, _frozen_again(tmp_path, cache, templates))

    assert data != made[0][0]
    assert annexed["bijlage.pdf"] != made[0][1]["bijlage.pdf"]


def _frozen_again(folder: Path, cache: Cache, templates: Path) -> str:
    own = replace(project(folder), templates=templates)
    made = annexes.freeze(own, QUESTION_ID, despite="", cache=apart(cache), report=quiet)
    assert "" != made.version, codes(made)
    return made.version


def _version(content: Path, version: str) -> tuple[str, dict[str, bytes]]:
    """The hash of the data, and every file of the annex itself."""
    found = tree(content / version)
    facts = json.loads(found[MANIFEST])
    return facts["data"], {path: data for path, data in found.items() if path not in (MANIFEST, SNAPSHOT)}


def test_a_changed_byte_stops_the_build(kept: Path, cache: Cache) -> None:
    """A frozen file that is not what it was is an error: nothing is published, and what stood there stays."""
    before = tree(kept / "site")
    file = kept / "content" / FOLDER / "2026-11-23" / "bijlage.pdf"
    file.write_bytes(file.read_bytes() + b"%")
    made = build(kept, cache)

    assert (["P060"], None) == (codes(made), made.published)
    assert before == tree(kept / "site")


def test_an_embargo(kept: Path, cache: Cache) -> None:
    """A frozen annex is not on the site before its day, and nothing of it either; the command makes it all the same."""
    change(kept / "content", QUESTION_FILE, '"toestand_op"', '"openbaar_vanaf": "2026-12-01",\n  "toestand_op"')
    early, files_early = build(kept, cache), tree(kept / "site")
    late, files_late = build(kept, cache, day=date(2026, 12, 1)), tree(kept / "site")

    assert [[], []] == [codes(early), codes(late)]
    assert ((), (f"{FOLDER}/bijlage.pdf",)) == (early.annexes, late.annexes)
    assert not [path for path in files_early if path.startswith(f"{FOLDER}/")]
    assert "versies" not in all_words({f"{FOLDER}.html": files_early[f"{FOLDER}.html"]})
    assert f"{FOLDER}/versies/2026-11-23/bijlage.pdf" in files_late


def test_a_record_of_later_keeps_its_annex_back(tmp_path: Path, cache: Cache) -> None:
    """An annex that has a record of later waits for it, and the site does not have a word of it until then."""
    write(tmp_path, files() | dict(SECRETS))
    assert f"{FOLDER}/2026-11-23" == freeze(tmp_path, cache).version
    early, files_early = build(tmp_path, cache), tree(tmp_path / "site")
    late, files_late = build(tmp_path, cache, day=date(2027, 1, 1)), tree(tmp_path / "site")

    assert [["P067"], []] == [codes(early), codes(late)]
    assert LATER not in all_words(files_early)
    assert LATER in all_words({"bijlage.pdf": files_late[f"{FOLDER}/bijlage.pdf"]})
    assert not [word for word in (CONCEPT, INTERNAL) if word in all_words(files_late)]


# What stands in the way


@pytest.mark.parametrize("name", ["nummer", "minister"])
def test_an_open_place_is_refused(tmp_path: Path, cache: Cache, name: str) -> None:
    """With a placeholder an annex cannot be final; with a reason it can, and the reason is kept and shown."""
    content = write(tmp_path, files({key: value for key, value in QUESTION.items() if key != name}))
    refused = freeze(tmp_path, cache)
    assert (["P068"], "") == (codes(refused), refused.version)
    assert not (content / FOLDER).exists()

    made = freeze(tmp_path, cache, despite="het moet vandaag weg")
    facts = json.loads((content / made.version / MANIFEST).read_bytes())
    text_of = pages((content / made.version / "bijlage.pdf").read_bytes())
    lines = shown.summary(made, project(tmp_path), verbose=False, despite="het moet vandaag weg")

    assert "het moet vandaag weg" == facts["despite"]
    assert not [page for page in text_of if "Ontwerp" in page]
    assert not [page for page in text_of if "in te vullen" in page]
    assert f"Definitief, niet ingevuld: {name}." in " ".join(" ".join(text_of).split())
    assert f"bevroren: content/{FOLDER}/2026-11-23/" in lines[0]
    assert "toch, want: het moet vandaag weg" == lines[1]


def test_each_open_place_is_named_where_it_is_filled_in(tmp_path: Path, cache: Cache) -> None:
    """Of each its own line: of a field that says that it is not known, of a sub-question, of the publisher."""
    empty = dict.fromkeys(("nummer", "zittingsjaar", "vraagsteller", "minister", "datum_gesteld"), "niet_vermeld")
    (sub,) = cast(list[dict[str, object]], QUESTION["deelvragen"])
    short = {key: value for key, value in sub.items() if key != "in_het_kort"}
    annex = {**cast(dict[str, object], QUESTION["bijlage"]), "toestand_op": "niet_vermeld"}
    found = files({**QUESTION, **empty, "deelvragen": [short], "bijlage": annex})
    found["organisatie.yaml"] = re.sub(r',\s*"basisadres": "[^"]*"', "", found["organisatie.yaml"])
    content = write(tmp_path, found)
    refused = freeze(tmp_path, cache)
    lines = {
        dict(item.arguments)["velden"]: (content.parent / item.span.file)
        .read_text("utf-8")
        .split("\n")[item.span.line - 1]
        for item in refused.findings
        if item.code == "P068" and item.span
    }

    assert all(f'"{name}": "niet_vermeld"' in lines[name] for name in ("nummer", "zittingsjaar", "minister"))
    assert '"toestand_op": "niet_vermeld"' in lines["toestand op"]
    assert "{" == lines["in het kort van deelvraag 1"].strip()
    assert "webadres" in lines
    assert 8 == len(lines)

    made = freeze(tmp_path, cache, despite="het moet vandaag weg")
    kept = {path: data for path, data in tree(content / made.version).items() if not path.startswith("records")}
    everything = all_words(kept)
    assert "in te vullen" not in everything
    assert "bij het antwoord op schriftelijke vraag" in everything
    assert "Van welke dag de gegevens zijn, is niet vermeld." in everything


def test_the_day_of_the_answer_comes_after_the_annex(tmp_path: Path, cache: Cache) -> None:
    """An annex is frozen before its answer leaves: a day ahead is refused, with what to do, and without one it goes."""
    content = write(tmp_path, files({**QUESTION, "datum_antwoord": "2026-11-30"}))
    refused = freeze(tmp_path, cache)
    (why,) = (item for item in refused.findings if item.code == "R054")
    write(tmp_path, files())
    made = freeze(tmp_path, cache)

    assert "" == refused.version
    assert "laat datum_antwoord weg" in (why.hint or "")
    told = " ".join(" ".join(pages((content / made.version / "bijlage.pdf").read_bytes())).split())
    assert re.search(r"is de toestand op [^.]*\d{4}\. (?!Het antwoord)", told)


def test_an_error_is_refused(tmp_path: Path, cache: Cache, capsys: pytest.CaptureFixture[str]) -> None:
    """A quotation that its source does not have stops it; a reason lets it through, with the error still shown."""
    wrong = {**QUESTION, "bronnen": [{"bron": "antwoord", "citaat": "dit staat er niet"}]}
    content = write(tmp_path, files(wrong))
    refused = freeze(tmp_path, cache)
    command = ["annex", QUESTION_ID, "--definitief", "--content", str(content), "--date", "2026-11-23", "--no-cache"]
    code = cli.main([*command, "--toch", "de bron volgt"])
    out = capsys.readouterr().out

    assert (["V010"], "") == (codes(refused), refused.version)
    assert 0 == code
    assert "fout V010" in out
    assert "de bijlage is toch bevroren\n" in out
    assert f"bevroren: {content.as_posix()}/{FOLDER}/2026-11-23/ (" in out
    assert "toch, want: de bron volgt\n" in out
    assert (content / FOLDER / "2026-11-23" / MANIFEST).exists()


@pytest.mark.parametrize("wrong", ["initiatief:bestaat-niet", "initiatief:stuk"])
def test_what_no_reason_helps_against(tmp_path: Path, cache: Cache, wrong: str) -> None:
    """A record that cannot be read, or a reference to nothing, leaves nothing to make an annex of."""
    question = json.loads(text(QUESTION))
    question["deelvragen"][0]["delen"][0]["steunt_op"] = [wrong]
    write(tmp_path, files(question) | ({"initiatieven/stuk.yaml": "titel: ["} if "stuk" in wrong else {}))
    found = freeze(tmp_path, cache, despite="toch")

    assert "P071" in codes(found)
    assert "" == found.version
    assert not (tmp_path / "content" / FOLDER).exists()


# The same bytes


def test_the_same_content_gives_the_same_files(final: Path, tmp_path: Path) -> None:
    """Another disk, another order of files, no cache: each frozen file is the same to the byte."""
    write(tmp_path, dict(reversed((files() | dict(SECRETS[:2])).items())))
    made = freeze(tmp_path, NoCache())

    assert tree(final / "content" / FOLDER) == tree(tmp_path / "content" / FOLDER)
    assert f"{FOLDER}/2026-11-23" == made.version


def test_an_unchanged_site_is_remembered(kept: Path, cache: Cache) -> None:
    """Frozen files do not keep a build from seeing that nothing changed."""
    build(kept, cache)
    again = build(kept, cache)

    assert again.published is not None
    assert ((), ()) == (again.published.written, again.published.removed)
    assert "maken" not in [stage.name for stage in again.stages]
