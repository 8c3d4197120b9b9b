"""What the operating system must bring, and the front door can get: Pango, which sets the type of the annex.

In: a machine with Python and nothing else of ours. Out: libraries that can be loaded, or a sentence that says why not.
Only Python's own library is used here, because the front door asks before anything is installed.
"""
