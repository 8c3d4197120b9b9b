"""From content to a published site: artifacts, a cache of what was made, a look at it, and the exchange of folders.

In: a `Project`. Out: a published folder, or findings.
"""
