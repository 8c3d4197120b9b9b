"""The annex of a question: one frozen view for the PDF and its Word document, and the same as a page of the site.

In: the public corpus, the id of a question with an annex, versions of data and program. Out: `AnnexView`, `AnnexPage`.
Nothing is rendered here. In the view for paper every link is absolute or gone; on the page links are relative.

Paper: template `annex/annex.html`. Its resources: `css/tokens.css`, `css/annex.css`, the fonts and `icons/hatch*.svg`
under the paths that they have on the site, and `charts/<name>.svg` (drawn for "druk") for every spec in `charts`.
Web: template `annex/web.html`; it needs the drawings of `parts.chart_figure` for every spec in `charts`.
Alone: template `annex/sheet.html`, for a final annex as a page that is kept as it is; see `sheet`.
"""

from weerklank.views.annex.heading import Attachment, Piece
from weerklank.views.annex.sheet import AnnexSheet, annex_sheet
from weerklank.views.annex.view import AnnexPage, AnnexView, annex_files, annex_page, annex_view, data_path

__all__ = [
    "AnnexPage",
    "AnnexSheet",
    "AnnexView",
    "Attachment",
    "Piece",
    "annex_files",
    "annex_page",
    "annex_sheet",
    "annex_view",
    "data_path",
]
