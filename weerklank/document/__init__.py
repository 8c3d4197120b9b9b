"""A record and an annex as blocks that know no format: the site, the PDF and Word print the same ones.

In: the public corpus. Out: frozen blocks, facts, quotations and links.
"""
