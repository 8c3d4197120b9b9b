"""Tables as files for spreadsheets and programs: CSV, JSON, CSVW, XLSX and ODS.

In: `Table` values. Out: bytes, the same on every run, day and machine. Nothing here decides what a table holds.

`data.flat` gives the one shape (columns, names, order) that every format writes; `csv`, `json` and `csvw` write it
as text, `workbook` plans the sheets, `xlsx` and `ods` draw that plan. This file imports none of them: a build that
writes no workbook does not load a workbook writer.
"""
