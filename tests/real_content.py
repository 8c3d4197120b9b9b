"""The corpus that the project itself publishes, and the smallest one that there can be, for tests of what comes after.

Both are public corpora of one fixed day, and frozen: tests share them.
"""

from datetime import date
from functools import cache
from pathlib import Path

from tests.corpus_samples import organisation
from weerklank.author.load import load
from weerklank.author.validate import validate
from weerklank.corpus import Corpus, public

CONTENT = Path(__file__).resolve().parent.parent / "content"
BUILD_DAY = date(2026, 11, 23)


@cache
def real() -> Corpus:
    """The public part of the content of this project."""
    found = validate(load(CONTENT), on=BUILD_DAY).corpus
    assert found is not None
    return public(found, on=BUILD_DAY)


@cache
def minimal() -> Corpus:
    """An agency that has written nothing yet but who it is."""
    return public(Corpus(organisation(niet_limitatief=[]), {}), on=BUILD_DAY)
