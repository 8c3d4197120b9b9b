"""The looks of a Word document, in its own terms: styles and numbering.

In: the theme. Out: the XML of two parts (ECMA-376 part 1, 17.7 and 17.9). The styles are our own: a template of a
library brings 160 others and the name of its maker. Built-in styles keep their English names; Word shows them in Dutch.
"""

from weerklank.theme import LIGHT
from weerklank.word.page import UPRIGHT, WORDML

LANGUAGE = "nl-BE"

BULLETS, NUMBERS = 1, 2
"""Ids of the abstract lists in the numbering part."""

LIST_LEVELS = 9
"""Levels of a list that Word knows."""

PLAIN_LIST, LITERAL, MISSING, LINK, TABLE = "ListParagraph", "Letterlijk", "Ontbreekt", "Hyperlink", "SobereTabel"
TITLE, STATEMENT, REMARK, QUOTE, CAPTION = "Title", "Stelling", "Opmerking", "Quote", "Caption"
FIGURE_CAPTION, TOC_HEAD, HEADER, FOOTER = "Figuurbijschrift", "TOCHeading", "Header", "Footer"
CELL, CELL_HEAD, SMALL_CELL, SMALL_CELL_HEAD = "Tabeltekst", "Tabelkop", "TabeltekstKlein", "TabelkopKlein"

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_INK, _SOFT, _RULE, _BLUE = (colour.removeprefix("#") for colour in (LIGHT.ink, LIGHT.ink_soft, LIGHT.rule, LIGHT.link))
SERIF = "Cambria"

_SANS = "Calibri"
_HEADINGS = ((20, 24), (15, 20), (12, 14), (11, 12), (10.5, 10), (10.5, 10))
"""Size of each level of heading and the space before it, in pt."""

INDENT = 360
"""How far a level of a list is indented, in twentieths of a point."""


def heading_id(level: int) -> str:
    """The style of a heading of level 1 to 6."""
    return f"Heading{level}"


def toc_id(level: int) -> str:
    """The style of a line in the contents."""
    return f"TOC{level}"


def styles_xml() -> bytes:
    """Return the styles part."""
    styles = [
        _style("paragraph", "Normal", "Normal", default=True, quick=True),
        _style("character", "DefaultParagraphFont", "Default Paragraph Font", default=True),
        _style("numbering", "NoList", "No List", default=True),
        _table_styles(),
        *_headings(),
        *_texts(),
        *_words(),
    ]
    return f'{DECLARATION}<w:styles xmlns:w="{WORDML}">{_defaults()}{"".join(styles)}</w:styles>'.encode()


def numbering_xml() -> bytes:
    """Return the numbering part: a list with marks and a list with numbers. `body` adds an instance for each list."""
    marks = [("bullet", "•"), ("bullet", "–"), ("bullet", "•")]
    numbers = [("decimal", "%{}."), ("lowerLetter", "%{})"), ("lowerRoman", "%{}.")]
    lists = "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="hybridMultilevel"/>'
        + "".join(_list_level(level, *kinds[level % len(kinds)]) for level in range(LIST_LEVELS))
        + "</w:abstractNum>"
        for number, kinds in ((BULLETS, marks), (NUMBERS, numbers))
    )
    return f'{DECLARATION}<w:numbering xmlns:w="{WORDML}">{lists}</w:numbering>'.encode()


def font_table_xml() -> bytes:
    """Return the font table: what to take where our fonts are not there, of the same widths."""
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:family w:val="{family}"/></w:font>'
        for name, other, family in ((_SANS, "Carlito", "swiss"), (SERIF, "Caladea", "roman"))
    )
    return f'{DECLARATION}<w:fonts xmlns:w="{WORDML}">{fonts}</w:fonts>'.encode()


def _list_level(level: int, form: str, text: str) -> str:
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text.format(level + 1)}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{(level + 1) * INDENT}" w:hanging="{INDENT}"/></w:pPr></w:lvl>'
    )


def _defaults() -> str:
    fonts = f'<w:rFonts w:ascii="{_SANS}" w:hAnsi="{_SANS}" w:eastAsia="{_SANS}" w:cs="{_SANS}"/>'
    language = f'<w:lang w:val="{LANGUAGE}" w:eastAsia="{LANGUAGE}" w:bidi="ar-SA"/>'
    run = f'{fonts}<w:color w:val="{_INK}"/><w:sz w:val="21"/><w:szCs w:val="21"/>{language}'
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{run}</w:rPr></w:rPrDefault>"
        '<w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="283" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        "</w:docDefaults>"
    )


def _headings() -> list[str]:
    title = _style(
        "paragraph", TITLE, "Title", after="Normal", paragraph=f"<w:keepNext/>{_space(0, 8)}", run=_bold(26), quick=True
    )
    levels = [
        _style(
            "paragraph",
            heading_id(level),
            f"heading {level}",
            after="Normal",
            paragraph=f'<w:keepNext/><w:keepLines/>{_space(before, 4)}<w:outlineLvl w:val="{level - 1}"/>',
            run=_bold(size),
            quick=True,
        )
        for level, (size, before) in enumerate(_HEADINGS, start=1)
    ]
    dots = f'<w:tab w:val="right" w:leader="dot" w:pos="{UPRIGHT.text_width}"/>'
    contents = [
        _style(
            "paragraph",
            TOC_HEAD,
            "TOC Heading",
            after="Normal",
            paragraph=f"<w:keepNext/>{_space(12, 4)}",
            run=_bold(12),
        ),
        *(
            _style(
                "paragraph",
                toc_id(level),
                f"toc {level}",
                after="Normal",
                paragraph=f'<w:tabs>{dots}</w:tabs>{_space(0, 2)}<w:ind w:left="{(level - 1) * INDENT}"/>',
            )
            for level in range(1, len(_HEADINGS) + 1)
        ),
    ]
    return [title, *levels, *contents]


def _texts() -> list[str]:
    edge = f'<w:pBdr><w:{{}} w:val="single" w:sz="6" w:space="6" w:color="{_RULE}"/></w:pBdr>'
    small = f'<w:color w:val="{_SOFT}"/>{_size(9)}'
    close = '<w:spacing w:after="0" w:line="252" w:lineRule="auto"/>'
    quote = f'<w:keepLines/><w:ind w:left="{INDENT}"/>'
    return [
        _style("paragraph", STATEMENT, "Stelling", paragraph=_space(0, 4), run=_bold(11.5), quick=True),
        _style("paragraph", REMARK, "Opmerking", paragraph=_space(3, 6), run=small, quick=True),
        _style("paragraph", QUOTE, "Quote", paragraph=quote, run=_serif(), quick=True),
        _style("paragraph", CAPTION, "caption", paragraph=f"<w:keepNext/>{_space(6, 4)}", run=small, quick=True),
        _style("paragraph", FIGURE_CAPTION, "Figuurbijschrift", paragraph=_space(3, 10), run=small, quick=True),
        _style("paragraph", PLAIN_LIST, "List Paragraph", paragraph=_space(0, 3)),
        _style("paragraph", CELL, "Tabeltekst", paragraph=close, run=_size(9.5)),
        _style("paragraph", CELL_HEAD, "Tabelkop", based=CELL, paragraph="<w:keepNext/>", run="<w:b/><w:bCs/>"),
        _style("paragraph", SMALL_CELL, "Tabeltekst klein", based=CELL, run=_size(8)),
        _style("paragraph", SMALL_CELL_HEAD, "Tabelkop klein", based=CELL_HEAD, run=_size(8)),
        _style("paragraph", HEADER, "header", paragraph=f"{_space(0, 0)}", run=small),
        _style("paragraph", FOOTER, "footer", paragraph=f"{edge.format('top')}{_space(0, 0)}", run=small),
    ]


def _words() -> list[str]:
    return [
        _style("character", LITERAL, "Letterlijk", run=_serif(), quick=True),
        _style("character", MISSING, "Ontbreekt", run='<w:u w:val="dash"/>', quick=True),
        _style("character", LINK, "Hyperlink", run=f'<w:color w:val="{_BLUE}"/><w:u w:val="single"/>'),
    ]


def _table_styles() -> str:
    """No vertical lines, no fills: a line of 1 pt under the head, a hairline under each row."""
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 60), ("left", 0), ("bottom", 60), ("right", 140))
    )
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{_RULE}"/>' for side in ("bottom", "insideH")
    )
    edge = f'<w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0" w:color="{_INK}"/></w:tcBorders>'
    head = f'<w:tcPr>{edge}<w:vAlign w:val="bottom"/></w:tcPr>'
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{TABLE}"><w:name w:val="Sobere tabel"/>'
        '<w:basedOn w:val="TableNormal"/><w:qFormat/>'
        f"<w:tblPr><w:tblBorders>{lines}</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
        f'<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr>{head}</w:tblStylePr>'
        '<w:tblStylePr w:type="firstCol"><w:rPr><w:b/><w:bCs/></w:rPr></w:tblStylePr></w:style>'
    )


def _style(
    kind: str,
    style_id: str,
    name: str,
    *,
    paragraph: str = "",
    run: str = "",
    based: str = "",
    after: str = "",
    default: bool = False,
    quick: bool = False,
) -> str:
    """One style; a name that is not Word's own is marked. Order of elements: ECMA-376 part 1, 17.7.4.17."""
    based = based or ("Normal" if kind == "paragraph" and not default else "")
    own = ' w:customStyle="1"' if style_id in _OWN else ""
    parts = (
        f'<w:name w:val="{name}"/>',
        f'<w:basedOn w:val="{based}"/>' if based else "",
        f'<w:next w:val="{after}"/>' if after else "",
        "<w:qFormat/>" if quick else "",
        f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "",
        f"<w:rPr>{run}</w:rPr>" if run else "",
    )
    mark = ' w:default="1"' if default else ""
    return f'<w:style w:type="{kind}"{mark}{own} w:styleId="{style_id}">{"".join(parts)}</w:style>'


_OWN = frozenset({LITERAL, MISSING, STATEMENT, REMARK, FIGURE_CAPTION, CELL, CELL_HEAD, SMALL_CELL, SMALL_CELL_HEAD})


def _space(before: float, after: float) -> str:
    return f'<w:spacing w:before="{before * 20:.0f}" w:after="{after * 20:.0f}"/>'


def _size(points: float) -> str:
    return f'<w:sz w:val="{points * 2:.0f}"/><w:szCs w:val="{points * 2:.0f}"/>'


def _bold(points: float) -> str:
    return f"<w:b/><w:bCs/>{_size(points)}"


def _serif() -> str:
    return f'<w:rFonts w:ascii="{SERIF}" w:hAnsi="{SERIF}" w:cs="{SERIF}"/>'
