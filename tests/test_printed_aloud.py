"""What an annex sounds like, from its first word to its last: the text that is published beside its PDF.

All of it is kept in `golden/aloud/`, of the real question and of every annex of the example agency: a word that changes
in an annex is read there as it is heard. WEERKLANK_GOLDEN=1 writes the files anew, to be read before they are kept:

    WEERKLANK_GOLDEN=1 python3 build.py test tests/test_printed_aloud.py
"""

import difflib
import os
import re
from pathlib import Path

import pytest

from tests import voorbeeld_site
from tests.browser_tools import real_site
from tests.pdf_tools import read_aloud
from weerklank.addresses import SPOKEN

GOLDEN = Path(__file__).parent / "golden" / "aloud"


@pytest.fixture(scope="module", params=["voorbeeld", pytest.param("inhoud", marks=pytest.mark.source_document)])
def heard(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The spoken text of every annex that the example agency published, or of the real question."""
    make = voorbeeld_site.site if request.param == "voorbeeld" else real_site
    found = {path.parent.name: path.read_text("utf-8") for path in (make(tmp_path_factory) / "vragen").rglob(SPOKEN)}
    assert found
    return found


def test_it_sounds_as_it_did(heard: dict[str, str]) -> None:
    """Every word in its order, with what is said of headings, lists, tables, pictures and links."""
    for name, text in heard.items():
        path = GOLDEN / f"{name}.txt"
        if os.environ.get("WEERKLANK_GOLDEN") == "1":
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        kept = path.read_text(encoding="utf-8") if path.exists() else ""
        changed = list(difflib.unified_diff(kept.splitlines(), text.splitlines(), "kept", "heard", lineterm="", n=0))
        assert not changed, "\n".join(changed)


@pytest.mark.parametrize(
    ("fault", "pattern"),
    [
        ("a picture without words", r"^\s*[Aa]fbeelding:?\s*$"),
        ("a cell without a head", r"^\s*Cel:"),
        ("a cell without words", r": leeg$"),
        ("a heading or caption without words", r"^\s*(Kop \d|Bijschrift|Rijkop|Kolomkop):\s*$"),
        ("a link without words", r"koppeling\s*($|[.,;:)](?!\S))"),
        ("a link whose name says nothing", r"(?i)koppeling (hier|klik|lees meer|deze|link|↑|→)\b"),
        ("a list without items", r"Lijst, 0 punten"),
        ("a full stop too many", r"(?<!\.)\.\.(?!\.)|[?!…]\.(?= [A-Z]|$)"),
        ("a space before a mark", r"\w [.,;:](\s|$)"),
        ("a word said twice", r"(?i)(?<!\w)(\w{3,}) \1(?!\w)"),
        ("a state whose reason runs on", r"(niet vermeld|niet gemeten|cijfer niet vermeld|geen cijfer) [A-Z“]"),
    ],
)
def test_nothing_jars(heard: dict[str, str], fault: str, pattern: str) -> None:
    """What a listener stumbles over, or cannot tell from what is meant."""
    found = [(name, line) for name, text in heard.items() for line in text.splitlines() if re.search(pattern, line)]

    assert [] == found, fault


def test_every_language_is_said(tmp_path_factory: pytest.TempPathFactory) -> None:
    """As often as the tags of a PDF name a language other than that of the document, so often it is heard."""
    counts = []
    for pdf in (voorbeeld_site.site(tmp_path_factory) / "vragen").rglob("bijlage.pdf"):
        spoken = pdf.with_name(SPOKEN).read_text("utf-8")
        counts.append(
            (read_aloud(pdf.read_bytes()).count("[Lang "), len(re.findall(r"\[[a-z]{2}(-[A-Z]{2})?\]", spoken)))
        )

    assert any(tagged for tagged, _ in counts)
    assert [] == [pair for pair in counts if pair[0] != pair[1]]
