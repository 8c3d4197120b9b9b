"""The contract with templates: one frozen dataclass per page, and the function that makes it from the corpus.

In: the public corpus and the figures of `select`. Out: views that templates print as they are.
Templates never see the corpus; a view holds no number that `select` did not make.
"""
