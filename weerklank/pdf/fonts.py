"""Only the fonts that come with a document exist for it, so it looks the same, byte for byte, on every computer.

In: the `@font-face` rules of a document. Out: a font configuration for WeasyPrint that knows no font and no setting of
the system, and findings for characters that no font has. Also which glyph is the space in each font.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import cffi  # type: ignore[import-untyped]  # it has no type information
from weasyprint.text.ffi import _dlopen, ffi, fontconfig, pangoft2
from weasyprint.text.fonts import FontConfiguration

from weerklank.findings import Finding, finding

_MOST_SHOWN = 12  # characters named in one finding

# WeasyPrint declares no function for an empty configuration, so this one is declared here, from the same library.
_ffi = cffi.FFI()
_ffi.cdef("typedef struct _FcConfig FcConfig; FcConfig *FcConfigCreate(void);")
_fontconfig = _dlopen(
    _ffi,
    "libfontconfig-1",
    "fontconfig-1",
    "fontconfig",
    "libfontconfig.so.1",
    "libfontconfig.1.dylib",
    "libfontconfig-1.dll",
)


class NoFontError(Exception):
    """A document has text and brought no font that can be loaded."""


class OwnFonts(FontConfiguration):  # type: ignore[misc]  # WeasyPrint has no type information
    """The fonts of one document.

    A system does more than lend fonts: its settings also slant or thicken a font that has no italic or bold of its own.
    """

    _is_ready = False

    def __init__(self) -> None:
        super().__init__()
        address = int(_ffi.cast("uintptr_t", _fontconfig.FcConfigCreate()))
        self._config = ffi.cast("FcConfig *", address)
        pangoft2.pango_fc_font_map_set_config(ffi.cast("PangoFcFontMap *", self._font_map), self._config)
        fontconfig.FcConfigDestroy(self._config)  # the font map keeps a reference of its own
        self._is_ready = True

    @property
    def font_map(self) -> Any:  # noqa: ANN401 - a pointer of cffi
        """What Pango lays out text with. Raises NoFontError when it is empty: Pango would end the program."""
        fonts = fontconfig.FcConfigGetFonts(self._config, fontconfig.FcSetApplication)
        if self._is_ready and (fonts == ffi.NULL or fonts.nfont == 0):
            raise NoFontError
        return self._font_map

    @font_map.setter
    def font_map(self, pointer: Any) -> None:  # noqa: ANN401
        self._font_map = pointer


def unprintable(fonts: Mapping[str, Any]) -> tuple[str, ...]:
    """The characters that no font has, sorted. `fonts` are those of WeasyPrint's `Document`, painted."""
    return tuple(map(chr, sorted({character for font in fonts.values() for character in font.missing})))


def check_fonts(missing: tuple[str, ...]) -> tuple[Finding, ...]:
    """Name the characters that no font has."""
    return (finding("P031", tekens=_shown(missing)),) if missing else ()


def space_glyphs(fonts: Mapping[str, Any]) -> dict[bytes, int]:
    """Return, by font resource name, the glyph that paints a space; fonts in which none is painted are left out."""
    glyphs: dict[bytes, int] = {}
    for font in fonts.values():
        found = [glyph for glyph, text in font.to_unicode.items() if text == " "]
        if found and not font.bitmap:
            glyphs[font.hash.encode()] = min(found)
    return glyphs


def _shown(characters: Iterable[str]) -> str:
    names = [f"“{character}” (U+{ord(character):04X})" for character in characters]
    return ", ".join(names[:_MOST_SHOWN]) + (", …" if len(names) > _MOST_SHOWN else "")
