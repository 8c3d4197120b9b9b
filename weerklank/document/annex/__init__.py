"""The annex of a question: one frozen view for the PDF, its Word document and its page on the site.

In: the public corpus and the id of a question with an annex. Out: `AnnexView`.
Nothing is rendered here. In the view for paper every link is absolute or gone; on the page links are relative.

Paper: template `annex/annex.html`. Its resources: `css/tokens.css`, `css/annex.css`, the fonts and `icons/hatch*.svg`
under the paths that they have on the site, and `charts/<name>.svg` (drawn for "druk") for every spec in `charts`.
Web: template `annex/web.html`; it needs the drawings of `document.parts.chart_figure` for every spec in `charts`.
Alone: template `annex/sheet.html`, for a final annex as a page that is kept as it is; see `site.annex_sheet`.
"""

from weerklank.document.annex.heading import Attachment, Clause, Hole
from weerklank.document.annex.view import AnnexView, annex_files, annex_view, data_path

__all__ = [
    "AnnexView",
    "Attachment",
    "Clause",
    "Hole",
    "annex_files",
    "annex_view",
    "data_path",
]
