"""Open data before it has a format: the columns that every format writes, what they mean, and where the data come from.

In: `Table` values. Out: flat tables, the data dictionary and the provenance, which pages and data files both state.

`flat` gives the one shape (columns, names, order), `dictionary` explains its columns, `meta` says whose data they are.
"""
