"""From content to a published site: artifacts, a cache, checks on what was made, and the swap of two folders.

In: a `Project`. Out: a published folder, or findings.
"""
