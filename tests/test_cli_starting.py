"""`build.py init`: a folder with one record of each kind, that checks clean and builds."""

import re
from pathlib import Path

import pytest
from lxml import html

from tests import voorbeeld_site
from weerklank import cli
from weerklank.author.load import load
from weerklank.author.validate import validate
from weerklank.build.cache import NoCache
from weerklank.build.pipeline import build
from weerklank.cli.starting import BEGIN, start
from weerklank.kinds import FOLDERS, LIST, ORGANISATION
from weerklank.model import VOCABULARIES


def test_there_is_one_of_each_kind(tmp_path: Path) -> None:
    """Nothing is found in it, not even a note, and no kind of record and no list is lacking."""
    lines, good = start(tmp_path / "nieuw")
    loaded = load(tmp_path / "nieuw")
    checked = validate(loaded, on=voorbeeld_site.DAY)

    assert good
    assert f"{len(loaded.records)} kleine records" in lines[0]
    assert () == (*loaded.findings, *checked.findings)
    assert {*FOLDERS.values(), ORGANISATION} == {record.kind for record in loaded.records}
    assert {"initiatieven/hersteld-fietspad.png"} == set(loaded.pictures)
    assert set(VOCABULARIES) == {record.id for record in loaded.records if record.kind == LIST}


def test_every_file_says_what_it_is() -> None:
    """Each record begins with a sentence for its author, but the text of a source and a plain page."""
    for path in BEGIN.rglob("*.yaml"):
        assert path.read_text("utf-8").startswith("# "), path.name
    for path in BEGIN.rglob("*.md"):
        assert "paginas" in path.parts or "\n# " in path.read_text("utf-8"), path.name


def test_it_builds(tmp_path: Path) -> None:
    """Site and annex, without an error or a warning."""
    start(tmp_path / "nieuw")
    project = voorbeeld_site.project(tmp_path / "nieuw", tmp_path)
    outcome = build(project, cache=NoCache(), report=lambda _: None)

    assert () == outcome.findings
    assert (tmp_path / "site" / "vragen" / "onderhoud-fietspaden" / "bijlage.pdf").is_file()
    heard = (tmp_path / "site" / "vragen" / "onderhoud-fietspaden" / "bijlage-voorgelezen.txt").read_text("utf-8")
    told = heard.partition("Wat gevraagd, gehoord en gedaan werd")[2].partition("Kop 2")[0]
    assert [] == [word for word in ("Gevraagd: ", "Gehoord: ", "Wat erop volgde") if word not in told], heard
    # The address that a comment names is that of a receipt, and the other side has said what it thinks of it.
    signal = (tmp_path / "nieuw" / "initiatieven" / "overleg-met-bewoners.md").read_text("utf-8")
    (address,) = re.findall(r"s/[a-z-]+\.html", signal)
    receipt = html.parse(tmp_path / "site" / address).getroot().text_content()
    assert [] == [
        word for word in ("Een bericht vooraf", "volstaat", "Het bericht komt op tijd") if word not in receipt
    ]


def test_it_says_what_to_do_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first command that it names can be typed as it stands there, and finds nothing."""
    monkeypatch.chdir(tmp_path)
    lines, _ = start(Path("nieuw"))
    commands = [line.strip() for line in lines if line.strip().startswith("python3 build.py ")]

    assert ["check", "--content"] == [word.split()[2] for word in commands]
    assert cli.FINE == cli.main(commands[0].split()[2:])


@pytest.mark.parametrize("filled", [True, False])
def test_what_stands_there_is_never_touched(filled: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:  # noqa: FBT001
    """A folder in which something stands is refused; an empty one is used."""
    if filled:
        (tmp_path / "werk.txt").write_text("van iemand")
    code = cli.main(["init", str(tmp_path)])

    assert (cli.FAULTY if filled else cli.FINE) == code
    assert filled is ("C031" in capsys.readouterr().out)
    assert filled is (tmp_path / "werk.txt").exists()
    assert filled is not (tmp_path / "organisatie.yaml").exists()


def test_it_asks_for_a_folder(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a name there is nothing to make."""
    assert cli.WRONG_USE == cli.main(["init"])
    assert "init MAP" in capsys.readouterr().err
