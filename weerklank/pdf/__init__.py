"""Print HTML to one PDF that keeps PDF/UA-1 and PDF/A-3a at once, and that reads well aloud.

In: HTML, the files it uses, the files it carries, a date. Out: `PdfResult`; the same input always gives the same
bytes. Not done here: what the annex says and how it looks (templates), where it is stored, and whether it is too big.
Sole owner of WeasyPrint and pydyf. Importing this package is slow (a second) and never fails: without the libraries
of the system `make_pdf` returns P001. Findings have no place; the caller adds the artifact.

Rules for print HTML
--------------------
Files. Every address is relative to the root of `resources` ("css/print.css"); in a style sheet it is relative to that
sheet. Anything else is refused (P010 to P012), also inside a drawing. Pictures may be written out as `data:` (SVG, PNG,
JPEG). Each font is an `@font-face` with a file, one for each weight and style that is used: the fonts and settings of
the system do not exist here, nothing is slanted or thickened, and a character that no font has is an error (P031).

Document. `<html lang="nl-BE">`, `<title>`, `<meta name="author">`, `<meta name="description">`; `meta generator` and
`meta keywords` if wanted. Dates come from `epoch`. Bookmarks are the headings: one `h1`, no level left out.

Text. Blocks are `p`, `h1`–`h6`, `blockquote`, `ul`, `ol`, `dl`, `table`, `figure`, `section`, `article`; in a line
`a`, `abbr`, `em`, `strong`, `code`, `q` have a tag. Other elements leave no trace; loose text becomes a paragraph.
`lang` on anything in another language, `dir="rtl"` where it is needed, `title` on `abbr`. No `opacity` on text (P034).
No `hyphens: auto`: the hyphen is not read aloud, but some viewers no longer find the word.

Contents. `<nav role="doc-toc">` with `ol > li > a[href="#id"]`; lists may be nested. The page number comes from
`a::after { content: target-counter(attr(href), page) }`; with `a { display: block }` one area covers title and number.
Dots of a `leader()` are artefacts.

References to a page. `<a class="pageref" href="#id" aria-label="Pagina van …"></a>` with the same `::after`. Within
an element of class `pages` each child holds one reference, and a child that names a page again is left out.

Footnotes. `<span class="note">…</span>` with `float: footnote`, right after the word it belongs to, with nothing but
text and inline elements in it. It is read where it is called. Style `::footnote-call`, `::footnote-marker` and
`@page { @footnote { … } }`. Only in paragraphs that stand in no list, table or float: there WeasyPrint 70.0 loses one
now and then at a page break. P036 tells of any text that is on no page.

Links. `http:`, `https:`, `mailto:` or `#id` only (P020): a relative address means nothing in a file that is mailed.
The text of a link, or `aria-label`, says where it leads.

Tables. `caption`, `thead` with `th scope="col"`, rows that begin with `th scope="row"`. Spans are fine, as long as each
row fills the same columns (P026). An empty corner is a `td`. Heads repeat on each page by themselves and are read
once. `headers` on a `td` names its head cells where rows and columns do not say it.

Figures. `<figure>` with an `img` or inline `svg`, then `figcaption`. `alt`, or `<title>` in the SVG, is read; `alt=""`,
`role="presentation"` and `aria-hidden="true"` make an artefact. Marks and shapes: pseudo-elements and backgrounds are
artefacts by themselves. A `data:` or resource PNG may have transparency; no CMYK.

Running heads and feet. Margin boxes of `@page` with `content`, `counter(page)`, `counter(pages)`, `string()` or
`element()`; always artefacts. Whatever stands in them must also stand once in the text.

Draft. `<p class="draft">Ontwerp</p>` in the text, once, with `string-set: draft content(text)`; on each page
`@bottom-center { content: string(draft) }`. An element with `position: fixed` is read on its first page only. Leave the
paragraph out of a final annex.
"""

import warnings
from contextlib import redirect_stdout
from io import StringIO

from weerklank.pdf.absent import MakePdf, missing_library, without_libraries
from weerklank.pdf.norms import NORMS, UA1, UA2, Norm
from weerklank.pdf.result import AttachedFile, PdfResult, Relationship
from weerklank.system.libraries import load_own

__all__ = ["NORMS", "UA1", "UA2", "AttachedFile", "MakePdf", "Norm", "PdfResult", "Relationship", "make_pdf"]

load_own()
try:
    # While it is loaded, WeasyPrint prints and warns in English: of a missing library, which P001 tells in Dutch, and
    # of a system without fonts, which no document of ours uses.
    with redirect_stdout(StringIO()), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from weerklank.pdf.printing import make_pdf
except OSError as problem:
    make_pdf = without_libraries(missing_library(problem))
