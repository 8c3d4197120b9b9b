"""Every figure that is printed: counts, tables, groups, gaps and chart specifications.

In: the public corpus. Out: frozen values. Nothing here knows a template or a file format.
"""
