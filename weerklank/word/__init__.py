"""A document for Word, for who has to work on with it.

In: a `tree.WordDocument`, the blocks of a document. Out: the bytes of a .docx file, the same on every run. It chooses
no content and lays out no page.

`tree` has the blocks, `prose` makes them of our safe HTML, `grid` of our tables. `body`, `tables`, `runs` and
`sections` write them with python-docx; `parts`, `styles` and `page` have all else that is in the file; `docx` puts it
together. This file imports none of them.
"""
