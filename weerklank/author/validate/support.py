"""Whether a tie and a day rest on words of a source: told to the author, never in the way of publishing.

In: typed records. Out: warnings and notes. What is done without evidence is said by `rules`, numbers by `figures`.
"""

from collections.abc import Iterator
from decimal import Decimal

from weerklank.author.validate.numbers import names
from weerklank.author.validate.places import Checked
from weerklank.findings import Finding
from weerklank.messages import Hint
from weerklank.model import Cause, Citation, PartialDate, Step

_TIED = "rechtstreeks"


def check_support(checked: tuple[Checked, ...]) -> Iterator[Finding]:
    """Ties that the source is said to make itself without its words, and days of steps that no quotation names.

    Without any quotation there is no telling: the source that has no text yet is said by itself.
    """
    for item in checked:
        quotations = [piece.quotation for _, piece in item.pieces if isinstance(piece, Citation) and piece.quotation]
        for path, piece in item.pieces:
            if isinstance(piece, Cause) and piece.strength == _TIED:
                if not any(cited.quotation for cited in piece.citations):
                    yield item.say("V039", (*path, "sterkte"), hint=Hint("tie"))
            elif isinstance(piece, Step) and isinstance(piece.date, PartialDate) and quotations:
                year = Decimal(piece.date.year)
                if not any(names(quotation, year) for quotation in quotations):
                    yield item.say("V024", (*path, "datum"), hint=Hint("words_with_year"), waarde=piece.date.iso)
