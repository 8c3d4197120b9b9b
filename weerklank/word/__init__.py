"""The annex as a Word document: the same HTML as the PDF, in the styles of a template that a designer edits.

In: the HTML of templates/annex/annex.html and the bytes of templates/annex/bijlage.docx. Out: the bytes of a .docx
file, the same on every run, and findings. It chooses no content: a word that the PDF has stands in the Word document.

The contract with the templates: the walker goes by what HTML means and by few classes, all in the tables of `contract`.
- Headings: `h1` is the title, `h2` heading 1 and so on. Paragraphs, nested and numbered lists (`start`), quotations,
  preformatted text, pictures with their words, captions, terms (`dl`, as a table), `lang`, bold and raised letters.
- Tables: `thead` repeats on each page, `th` is bold, `colspan` and `rowspan` hold, `caption` stands above and is the
  title for screen readers, the class `n` is a column of numbers. A table whose words do not fit is turned.
- `nav` with `role="doc-toc"` becomes a table of contents; a link to `#id` leads to a bookmark; a class `page` with
  `data-target` becomes a page number. Word fills in both when its reader asks for it (Ctrl+A, F9).
- `data-sides` of the body is how much of a page is free at either side of the text, in mm.
- `role="doc-noteref"` calls a footnote: the item with that id in an element of class `footnote`.
- A state or cell (classes `state`, `cell`) has the shape of its other class (`is-stated`), a picture that says
  nothing of its own, before its word.
- Words that a style sheet adds (`content:`) are not in the HTML, and so not here: the templates write them.
What `contract` does not know keeps its words and loses its look; a test names it, so that someone decides.

`elements` reads the HTML, `phrases` the words of a line, `runs` writes them; `body` walks the blocks, with `tables`,
`widths` and `sections`; `template` opens the file that a designer made; `docx` puts it together. This file imports none
of them.
"""
