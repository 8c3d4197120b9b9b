"""The two pages of a Word document: upright, and turned for tables that are wider than a page.

In: nothing. Out: sizes and the XML of a section (ECMA-376 part 1, 17.6), with the header and footer of its page.
"""

from dataclasses import dataclass

WORDML = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

_SIDE_MM, _TOP_MM, _EDGE_MM = 30.0, 25.0, 12.0
_TWIPS = 1440 / 25.4  # twentieths of a point in a millimetre


@dataclass(frozen=True)
class Page:
    """`name`: what its header and footer are called after; sizes in mm."""

    name: str
    width_mm: float
    height_mm: float

    @property
    def text_width_mm(self) -> float:
        """Width of the text."""
        return self.width_mm - 2 * _SIDE_MM

    @property
    def text_width(self) -> int:
        """Width of the text in twentieths of a point."""
        return round(self.text_width_mm * _TWIPS)

    @property
    def header(self) -> str:
        """Name of the header part, which is also the id of its relationship."""
        return f"header{self.name}"

    @property
    def footer(self) -> str:
        """Name of the footer part, which is also the id of its relationship."""
        return f"footer{self.name}"


UPRIGHT = Page("1", 210, 297)
TURNED = Page("2", 297, 210)
PAGES = (UPRIGHT, TURNED)


def section_xml(page: Page) -> str:
    """Return the settings of a section on this page, margins as in the annex."""
    width, height = round(page.width_mm * _TWIPS), round(page.height_mm * _TWIPS)
    top, side, edge = round(_TOP_MM * _TWIPS), round(_SIDE_MM * _TWIPS), round(_EDGE_MM * _TWIPS)
    turned = ' w:orient="landscape"' if page is TURNED else ""
    return (
        f'<w:sectPr xmlns:w="{WORDML}" xmlns:r="{RELATIONSHIPS}">'
        f'<w:headerReference w:type="default" r:id="{page.header}"/>'
        f'<w:footerReference w:type="default" r:id="{page.footer}"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}"{turned}/>'
        f'<w:pgMar w:top="{top}" w:right="{side}" w:bottom="{top}" w:left="{side}" '
        f'w:header="{edge}" w:footer="{edge}" w:gutter="0"/></w:sectPr>'
    )
