"""What authors write, read and understood: files become located data, and these become a checked corpus.

In: the folder `content/`. Out: typed records with the place of every key, and findings.
"""
