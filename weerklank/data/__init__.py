"""Open data: the tables that every format writes, their columns, what they mean, and where the data come from.

In: figures as `Table` values. Out: flat tables, the data dictionary, the provenance, and in `formats` files as bytes.

`flat` gives the one shape (columns, names, order), `dictionary` explains its columns, `meta` says whose data they are.
"""
