"""The anchor: what is known of frozen annexes outside their folders, and the command that writes it."""

import hashlib
import json
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.frozen_samples import (
    ANNEX,
    FOLDER,
    QUESTION_FILE,
    QUESTION_ID,
    change,
    frozen,
    places,
    project,
    sealed,
    tree,
    write,
)
from weerklank.author.load import ANCHOR, load
from weerklank.cli import main
from weerklank.cli.anchoring import anchor, withdraw
from weerklank.cli.migrating import migrate
from weerklank.corpus import Withdrawn
from weerklank.findings import Finding
from weerklank.freeze import MANIFEST, anchored, told, unanchored, verify_all, with_versions

VERSION = "2026-11-23"


def anchored_now(content: Path) -> None:
    """Write every version in the anchor."""
    found = load(content)
    (content / ANCHOR).write_bytes(with_versions(found, unanchored(found)))


def wrong(content: Path) -> tuple[Finding, ...]:
    """What is not right with the frozen annexes."""
    return verify_all(load(content), folder="content")


def entry(content: Path, found: Finding) -> str:
    """The words in the anchor at which a finding stands."""
    assert found.span is not None
    line = (content / ANCHOR).read_text(encoding="utf-8").splitlines()[found.span.line - 1]
    return line[found.span.column - 1 : found.span.end_column - 1]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content with one frozen version, which is anchored."""
    made = write(tmp_path)
    frozen(made)
    anchored_now(made)
    return made


def test_what_it_knows(content: Path) -> None:
    """Of each version the hash of its PDF and of its manifest; the same versions give the same bytes."""
    folder = frozen(content, day=date(2026, 11, 24))
    anchored_now(content)
    found = anchored(load(content))

    assert [(QUESTION_ID, VERSION), (QUESTION_ID, "2026-11-24")] == [(item.question, item.version) for item in found]
    assert hashlib.sha256(ANNEX["bijlage.pdf"]).hexdigest() == found[1].pdf
    assert hashlib.sha256((folder / MANIFEST).read_bytes()).hexdigest() == found[1].manifest
    assert () == load(content).findings
    assert () == wrong(content)
    assert (content / ANCHOR).read_bytes() == with_versions(load(content), ())


def test_a_version_that_it_does_not_know(content: Path) -> None:
    """What was frozen before there was an anchor is not taken for granted: an error says how to anchor it."""
    (content / ANCHOR).unlink()
    (found,) = wrong(content)

    assert [("P073", f"content/{FOLDER}/{VERSION}/{MANIFEST}")] == places((found,))
    assert found.hint is not None
    assert "build.py anchor" in found.hint


@pytest.mark.parametrize("gone", [f"{FOLDER}/{VERSION}", FOLDER])
@pytest.mark.parametrize("with_question", [False, True])
def test_a_version_that_disappears(content: Path, gone: str, *, with_question: bool) -> None:
    """A folder that went is noticed, also when nothing of the question is left."""
    shutil.rmtree(content / gone)
    if with_question:
        (content / QUESTION_FILE).unlink()
    (found,) = wrong(content)

    assert ("P074", VERSION) == (found.code, entry(content, found))
    assert found.hint == "haal het terug uit het versiebeheer"


def test_the_last_version_that_disappears(content: Path) -> None:
    """No later version vouches for the last one: the anchor does."""
    folder = frozen(content, day=date(2026, 11, 24))
    anchored_now(content)
    shutil.rmtree(folder)
    (found,) = wrong(content)

    assert ("P074", "2026-11-24") == (found.code, entry(content, found))


def replaced(folder: Path, pdf: bytes) -> None:
    """Another PDF with a manifest that belongs to it."""
    facts = json.loads((folder / MANIFEST).read_bytes())
    (folder / "bijlage.pdf").write_bytes(pdf)
    for item in facts["files"]:
        if item["path"] == "bijlage.pdf":
            item |= {"size": len(pdf), "sha256": hashlib.sha256(pdf).hexdigest()}
    (folder / MANIFEST).write_text(json.dumps(facts), encoding="utf-8")


@pytest.mark.parametrize("pdf", [b"%PDF-1.7 anders", ANNEX["bijlage.pdf"]])
def test_a_version_that_is_replaced_with_its_manifest(content: Path, pdf: bytes) -> None:
    """Files that fit each other and not the anchor are noticed, be it only another manifest."""
    replaced(content / FOLDER / VERSION, pdf)
    (found,) = wrong(content)

    assert ("P075", VERSION) == (found.code, entry(content, found))
    assert [f"content/{FOLDER}/{VERSION}/{MANIFEST}"] == [other.span.file for other in found.related]


def test_what_is_wrong_within_a_folder_is_said_once(content: Path) -> None:
    """That a file does not fit its manifest says enough."""
    (content / FOLDER / VERSION / "bijlage.pdf").write_bytes(b"%PDF-1.7 anders")

    assert [("P060", f"content/{FOLDER}/{VERSION}/bijlage.pdf")] == places(wrong(content))


def test_a_question_that_is_called_otherwise(content: Path) -> None:
    """The anchor keeps the id that a question had when it was frozen; a new version gets the id of then."""
    (content / FOLDER).rename(content / "vragen/burgers")
    (content / QUESTION_FILE).rename(content / "vragen/burgers.yaml")
    lost = places(wrong(content))
    change(content, "vragen/burgers.yaml", '{\n "titel"', f'{{\n "vroegere_ids": ["{QUESTION_ID}"],\n "titel"')

    assert ["P063", "P073", "P074"] == [code for code, _ in lost]
    assert () == wrong(content)


HASH = "a" * 64


@pytest.mark.parametrize(
    "text",
    [
        "klanten: ja\n",
        "klanten:\n  2026-13-01: {pdf: HASH, manifest: HASH}\n",
        "klanten:\n  2026-11-23: HASH\n",
        "klanten:\n  2026-11-23: {pdf: HASH}\n",
        "klanten:\n  2026-11-23: {pdf: HASH, manifest: abc}\n",
        "klanten:\n  2026-11-23: {pdf: HASH, manifest: HASH, dag: vandaag}\n",
    ],
)
def test_what_is_no_anchor(content: Path, text: str) -> None:
    """What nobody can read as a version is an error where it stands."""
    (content / ANCHOR).write_text(text.replace("HASH", HASH), encoding="utf-8")
    found = wrong(content)

    assert ["P073", "P076"] == [code for code, _ in places(found)]
    assert entry(content, next(item for item in found if item.code == "P076")) in (
        "klanten",
        "2026-11-23",
        "2026-13-01",
    )


def test_an_anchor_that_cannot_be_read(content: Path) -> None:
    """A fault of syntax is one fault, not that nothing is anchored."""
    (content / ANCHOR).write_text("klanten: [\n", encoding="utf-8")

    assert [f"content/{ANCHOR}"] == [item.span.file for item in load(content).findings if item.span]
    assert () == wrong(content)


def test_a_version_is_anchored_once(content: Path) -> None:
    """What the anchor knows is never written over: not by the command, and not by freezing."""
    before = (content / ANCHOR).read_bytes()
    replaced(content / FOLDER / VERSION, b"%PDF-1.7 anders")
    lines, good = anchor(project(content.parent))

    assert before == with_versions(load(content), ((QUESTION_ID, VERSION),))
    assert before == (content / ANCHOR).read_bytes()
    assert not good
    assert "P075" in "".join(lines)


def test_the_command(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It anchors what is whole, says the hashes, and a second time there is nothing to do."""
    before = (content / ANCHOR).read_bytes()
    (content / ANCHOR).unlink()

    assert 0 == main(["anchor", "--content", str(content)])
    said = capsys.readouterr().out
    assert f"verankerd: vraag “{QUESTION_ID}”, versie {VERSION}" in said
    assert hashlib.sha256(ANNEX["bijlage.pdf"]).hexdigest() in said
    assert before == (content / ANCHOR).read_bytes()
    assert 0 == main(["anchor", "--content", str(content)])
    assert "elke bevroren bijlage is al verankerd\n" == capsys.readouterr().out


def test_what_is_not_whole_is_not_anchored(content: Path) -> None:
    """A version with a file that is not what its manifest says is named and left alone; the others are anchored."""
    frozen(content, day=date(2026, 11, 24))
    (content / ANCHOR).unlink()
    (content / FOLDER / "2026-11-24" / "bijlage.html").write_bytes(b"<p>anders")
    lines, good = anchor(project(content.parent))

    assert not good
    assert "bijlage.html: dit bestand van de bevroren bijlage 2026-11-24 is veranderd" in lines[0]
    assert [VERSION] == [item.version for item in anchored(load(content))]


def test_nothing_frozen(tmp_path: Path) -> None:
    """Without a frozen annex there is no anchor."""
    write(tmp_path)

    assert (["er is geen bevroren bijlage"], True) == anchor(project(tmp_path))
    assert ANCHOR not in tree(tmp_path / "content")


def test_migrating_keeps_it(content: Path) -> None:
    """Content that goes to another schema keeps its anchor, byte for byte, and what is frozen."""
    change(content, QUESTION_FILE, '"wegwijzer"', '"antwoorden"')
    before = tree(content)
    _, good = migrate(project(content.parent), trial=False)
    after = tree(content)
    kept = [path for path in before if path == ANCHOR or path.startswith(f"{FOLDER}/")]

    assert good
    assert before != after
    assert [before[path] for path in kept] == [after[path] for path in kept]
    assert () == wrong(content)


def said_of(content: Path, file: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """What `verify` says of a file, with its exit code."""
    code = main(["verify", str(file), "--content", str(content)])
    return code, capsys.readouterr().out


def test_verify_asks_it(content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A frozen PDF is known by it also when its folder is gone; a file of a replaced version is not in order."""
    folder, copy = content / FOLDER / VERSION, tmp_path / "kopie.pdf"
    shutil.copy(folder / "bijlage.pdf", copy)
    page = folder / "bijlage.html"
    fine = said_of(content, page, capsys)
    replaced(folder, b"%PDF-1.7 anders")
    other = said_of(content, page, capsys)
    shutil.rmtree(folder)
    gone = said_of(content, copy, capsys)

    assert (0, False) == (fine[0], "Niet in orde" in fine[1])
    assert 1 == other[0]
    assert "is een andere dan die welke bevroren werd" in other[1]
    assert 1 == gone[0]
    assert f"de pdf die bevroren werd als versie {VERSION} van de bijlage bij vraag “{QUESTION_ID}”" in gone[1]
    assert "de map van die versie is weg" in gone[1]


# Taking back


REASON = 'De "verkeerde" bijlage: nummer 12, niet 21'


def withdrawn(content: Path, version: str = VERSION, *, day: date = date(2026, 11, 28)) -> tuple[str, bool]:
    """Withdraw a version from the command line's side."""
    lines, good = withdraw(replace(project(content.parent), date=day), f"{QUESTION_ID}/{version}", REASON)
    return "\n".join(lines), good


def test_a_version_is_taken_back(content: Path) -> None:
    """The anchor says when and why, the hashes stay, and the folder may stay or go."""
    before = anchored(load(content))
    files = tree(content / FOLDER)
    said, good = withdrawn(content)
    (item,) = anchored(load(content))

    assert good
    assert f"omdat: {REASON}" in said
    assert Withdrawn(VERSION, "2026-11-28", REASON) == item.withdrawn
    assert before == (replace(item, withdrawn=None),)
    assert (files, ()) == (tree(content / FOLDER), wrong(content))
    shutil.rmtree(content / FOLDER)
    assert () == wrong(content)
    assert () == load(content).findings


def test_what_was_taken_back_keeps_its_day_and_reason(content: Path) -> None:
    """A second time says what stands there; nothing is written, nor when another version is anchored."""
    withdrawn(content)
    text = (content / ANCHOR).read_bytes()
    said, good = withdrawn(content, day=date(2027, 1, 1))
    frozen(content, day=date(2026, 11, 29))
    anchored_now(content)

    assert (True, True) == (good, "al ingetrokken op 28\u00a0november 2026" in said)
    assert text in (content / ANCHOR).read_bytes()
    assert 2 == len(anchored(load(content)))


def test_nothing_is_taken_back_before_it_was_frozen(content: Path) -> None:
    """The command refuses that in words and writes nothing; on the day itself it may."""
    text = (content / ANCHOR).read_bytes()
    said, good = withdrawn(content, day=date(2026, 11, 22))

    assert (False, text) == (good, (content / ANCHOR).read_bytes())
    assert "bevroren op 23\u00a0november 2026 en kan niet ingetrokken zijn op 22\u00a0november 2026" in said
    assert (True, ()) == (withdrawn(content, day=date(2026, 11, 23))[1], wrong(content))


def test_a_day_in_the_anchor_that_cannot_be(content: Path) -> None:
    """Who writes such a day in the anchor by hand is told so at that day, be the folder there or gone."""
    withdrawn(content)
    text = (content / ANCHOR).read_text(encoding="utf-8")
    (content / ANCHOR).write_text(text.replace("ingetrokken: 2026-11-28", "ingetrokken: 2026-11-22"), encoding="utf-8")
    for gone in (False, True):
        if gone:
            shutil.rmtree(content / FOLDER)
        (found,) = wrong(content)
        assert ("P077", "2026-11-22") == (found.code, entry(content, found))


def test_a_version_that_was_changed_is_still_noticed(content: Path) -> None:
    """That it was taken back is no leave to change it."""
    withdrawn(content)
    (content / FOLDER / VERSION / "bijlage.pdf").write_bytes(b"%PDF-1.7 anders")

    assert ["P060"] == [item.code for item in wrong(content)]


@pytest.mark.parametrize("asked", ["klanten/2026-11-24", "klant/2026-11-23", "2026-11-23", "", "/"])
def test_only_a_version_that_is_known(content: Path, asked: str) -> None:
    """What the anchor does not know cannot be taken back; nothing is written."""
    text = (content / ANCHOR).read_bytes()
    lines, good = withdraw(project(content.parent), asked, REASON)

    assert (False, text) == (good, (content / ANCHOR).read_bytes())
    assert "kent geen versie" in lines[0]


def test_a_name_is_never_given_out_twice(content: Path) -> None:
    """Neither that of a version that was taken back, be its folder gone, nor the folder's; the next vouches for it."""
    frozen(content)
    anchored_now(content)
    frozen(content)
    withdrawn(content, f"{VERSION}-2")
    shutil.rmtree(content / FOLDER / f"{VERSION}-2")

    assert [] == [item.code for item in wrong(content) if item.code != "P073"]
    assert f"{VERSION}-4" == sealed(content).name
    shutil.rmtree(content / FOLDER / f"{VERSION}-3")
    assert f"{VERSION}-3" == sealed(content).name


def test_what_a_file_of_it_is_said_to_be(content: Path) -> None:
    """Whoever has the PDF, with the folder there or gone, or the manifest, hears that it was withdrawn, and why."""
    pdf, manifest = ((content / FOLDER / VERSION / name).read_bytes() for name in ("bijlage.pdf", MANIFEST))
    withdrawn(content)
    for gone in (False, True):
        if gone:
            shutil.rmtree(content / FOLDER)
        for data in (pdf, manifest):
            lines, good = told(data, load(content), folder="content", beside=lambda _: None)
            assert not good
            assert gone or data == manifest or "Er is geen versie van deze bijlage die nu geldt." in lines
            assert f"ingetrokken op 28\u00a0november 2026, omdat: {REASON}." in "\n".join(lines)


def test_a_file_that_still_stands_elsewhere(content: Path) -> None:
    """A PDF that two versions have is well while one of them stands; the later one is not called newer."""
    frozen(content, day=date(2026, 11, 24))
    anchored_now(content)
    withdrawn(content, "2026-11-24")
    pdf = (content / FOLDER / VERSION / "bijlage.pdf").read_bytes()
    lines, good = told(pdf, load(content), folder="content", beside=lambda _: None)
    other, _ = told(b"<p>", load(content), folder="content", beside=lambda _: None)

    assert good
    assert "Versie 24\u00a0november 2026 is ingetrokken" in "\n".join(lines)
    assert "Wat nu geldt, is versie 23\u00a0november 2026, met hetzelfde bestand." in lines
    assert not [line for line in (*lines, *other) if "latere versie" in line]


@pytest.mark.parametrize(
    "line",
    [
        "    ingetrokken: 2026-11-28",
        "    reden: Zomaar.",
        "    ingetrokken: gisteren\n    reden: Zomaar.",
        '    ingetrokken: 2026-11-28\n    reden: ""',
        "    ingetrokken: 2026-11-28\n    reden: [a]",
    ],
)
def test_half_a_withdrawal(content: Path, line: str) -> None:
    """A day without a reason, or the other way round, is no version: nothing is taken back in silence."""
    text = (content / ANCHOR).read_text(encoding="utf-8")
    (content / ANCHOR).write_text(f"{text}{line}\n", encoding="utf-8")

    assert "P076" in [item.code for item in (*load(content).findings, *wrong(content))]


@pytest.mark.parametrize("bytes_", [b"", b"tekst\n", b"\xff\xfe", b"# niets\n", b"klant: []\n"], ids=range(5))
def test_a_withdrawal_does_not_go_with_the_anchor(content: Path, bytes_: bytes) -> None:
    """Where the anchor cannot be read, nobody can say that a version still stands."""
    pdf = (content / FOLDER / VERSION / "bijlage.pdf").read_bytes()
    withdrawn(content)
    (content / ANCHOR).write_bytes(bytes_)

    lines, good = told(pdf, load(content), folder="content", beside=lambda _: None)
    assert not good, lines
    assert ANCHOR in "\n".join(lines)
