"""Fonts without their packing: the same letters, and the same bytes on any day."""

import io
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from weerklank.packing import unpacked

ASSETS = Path(__file__).resolve().parent.parent / "templates" / "assets"
FONTS = (ASSETS / "paper" / "SourceSans3-Regular.ttf.woff", ASSETS / "fonts" / "source-serif-4-latin-400-normal.woff2")


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.suffix)
def test_a_font_is_unpacked(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is unpacked has every sign of the font, and nothing of the moment; unpacked once more it is itself."""
    data = path.read_bytes()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")  # which fontTools takes for now
    first = unpacked.__wrapped__(data)
    monkeypatch.delenv("SOURCE_DATE_EPOCH")

    assert b"\x00\x01\x00\x00" == first[:4]
    assert unpacked.__wrapped__(data) == first
    assert TTFont(io.BytesIO(data)).getBestCmap() == TTFont(io.BytesIO(first)).getBestCmap()
    assert unpacked(first) == first
