"""The pages of the site: one frozen dataclass per page, and the function that makes it from the corpus.

In: the public corpus and the figures of `facts`. Out: views that templates print as they are.
Templates never see the corpus; a view holds no number that `facts` did not make.

The docstring of a view explains its fields. These mean the same wherever they stand:

- `head`: what the page says about itself, and what surrounds every page.
- `id`: a fragment of the page; `title`, `subject`, `what`, `text`, `name`, `label`: plain words to print.
- `link`, `links`: to records of the site; `quotes`: the literal words that it rests on; `mark`: its word and shape.
- `html`, `note`, `summary`, `story`, `definition`: safe HTML, empty where there is nothing to say.
- `facts`: a list of terms with their values; `meta`: short remarks on one line; `statement`: a computed sentence.
- `table`, `downloads`, `figure`: the figures of the page, their files, and their chart or None.
- `rows`, `groups`, `sections`, `parts`: the pieces of a list, in order.
- `gaps`, `tensions`, `sources`, `changes`, `questions`: how every record page ends: what the source does not say, where
  it says two things, the numbered quotations, the history of corrections, and the questions that rest on the record.
"""
