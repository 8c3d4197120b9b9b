"""Whether what records quote stands in the stored text of the source.

In: typed records and stored texts. Out: findings, with the nearest passage of the source as hint. What counts as the
same words is decided in `quotations`, so that a page finds each quotation that is accepted here.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from difflib import SequenceMatcher
from functools import cached_property
from itertools import chain, pairwise

from weerklank.author.load import FieldPath, SourceDocument
from weerklank.author.quotations import StoredText, fold
from weerklank.author.validate.amounts import shown
from weerklank.author.validate.numbers import names, numbers_in
from weerklank.author.validate.places import Checked, within
from weerklank.findings import Finding, Related, finding
from weerklank.messages import Elsewhere, Hint
from weerklank.model import Citation, KeyFact, Period, Promise, Quantity, Result, Source
from weerklank.text import SourceText, Span

FARTHEST = 2_000
"""Characters that […] may stand for: about a printed page. Farther apart, it is two quotations."""

LONGEST_PASSAGE = 160
AROUND = 80
MOST_DIFFERENCES = 2
LONGEST_SLIP = 3

# A word that was split at the end of a line. A real hyphen there ("en -zorg") has a space before or a capital after it.
_SPLIT_WORD = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010][ \t]*(?:\r\n|\r|\n)[ \t]*(?=[^\W\d_A-Z])")
_CURLY = re.compile("“([^“”]{2,})”")
_NOT_PROSE = ("citaat", "letterlijk")


@dataclass(frozen=True)
class Stored:
    """The stored text of a source, with what comparing needs, computed once."""

    source: SourceText
    parts: tuple[tuple[str, str], ...] = ()

    @cached_property
    def text(self) -> StoredText:
        """The text as it is stored."""
        return StoredText(self.source.text, self.parts)

    @cached_property
    def joined(self) -> StoredText:
        """The text with the words joined that a line end had split."""
        return StoredText(_SPLIT_WORD.sub("", self.source.text))

    @cached_property
    def loose(self) -> str:
        """Folded, without capitals: for words that may stand in a sentence of the author's own."""
        return fold(self.joined.text).casefold()

    @cached_property
    def numbers(self) -> frozenset[Decimal]:
        """Every number in the text, in digits or in words."""
        return numbers_in(self.source.text)

    def quotes(self, quotation: str) -> bool:
        """Whether the quotation occurs, its pieces in order and not too far apart."""
        return any(text.find(quotation) and _together(text, quotation) for text in (self.text, *self._other))

    @cached_property
    def _other(self) -> tuple[StoredText, ...]:
        return (self.joined,) if self.joined.text != self.text.text else ()

    def says(self, words: str) -> bool:
        """Whether these words occur, whatever their capitals and the punctuation at their ends."""
        bare = _bare(words).casefold()
        return bool(bare) and bare in self.loose

    def near(self, quotation: str) -> tuple[str, Span | None]:
        """The passage that looks most like the quotation, and where it is; "" when nothing does."""
        words = self.text.nearest(quotation)
        found = re.search(r"\W*\s+\W*".join(map(re.escape, words.split())), self.source.text) if words else None
        return words, self.source.span(*found.span()) if found else None

    def around(self, span: Span) -> str:
        """The words of a span and some more on both sides."""
        text = self.source.text
        start, end = self.source.offset(span.line, span.column), self.source.offset(span.end_line, span.end_column)
        return text[max(start - AROUND, 0) : end + AROUND]


def stored_texts(checked: tuple[Checked, ...], texts: tuple[SourceDocument, ...]) -> Mapping[str, Stored]:
    """The stored text of each source, divided as its record says."""
    division = {item.raw.id: item.model.division for item in checked if isinstance(item.model, Source)}
    return {text.id: Stored(text.source, division.get(text.id, ())) for text in texts}


def check_citations(checked: tuple[Checked, ...], stored: Mapping[str, Stored]) -> tuple[Finding, ...]:
    """Check quotations, numbers, literal words and curly quotation marks of every record."""
    findings: list[Finding] = []
    for item in checked:
        citations = tuple((path, piece) for path, piece in item.pieces if isinstance(piece, Citation))
        for path, citation in citations:
            findings += _check_quotation(item, path, citation, stored)
        cited = tuple(citation for _, citation in citations)
        for path, piece in item.pieces:
            if isinstance(piece, Quantity):
                findings += _check_number(item, path, piece, _own(item, path, piece))
            if isinstance(piece, Quantity | Period) and piece.literal:
                findings += _check_literal(item, (*path, "letterlijk"), piece.literal, cited, stored)
        for path, words in _term_words(item):
            findings += _check_literal(item, path, words, cited, stored, hint=Hint("take_over"))
        own = {citation.source.id: stored[citation.source.id] for citation in cited if citation.source.id in stored}
        if own:
            findings += _check_curly(item, own, stored)
    return (*findings, *_not_stored(checked, stored))


def _term_words(item: Checked) -> Iterator[tuple[FieldPath, str]]:
    """The words of deadlines, which are printed as those of a source."""
    if isinstance(item.model, Promise):
        found: list[tuple[FieldPath, str]] = [(("termijn",), item.model.due_words)]
        found += [(("verschoven", at, "termijn"), moved.after_words) for at, moved in enumerate(item.model.moved)]
        yield from ((path, words) for path, words in found if words)


def _not_stored(checked: tuple[Checked, ...], stored: Mapping[str, Stored]) -> Iterator[Finding]:
    """Sources whose text is not there: nobody can say whether their quotations are right."""
    quoted = Counter(
        piece.source.id
        for item in checked
        for _, piece in item.pieces
        if isinstance(piece, Citation) and piece.quotation
    )
    for item in checked:
        source = item.model
        if isinstance(source, Source) and source.id not in stored:
            if source.text_parts:
                yield item.say("V036", ("tekstdelen",))
            elif quoted[source.id]:
                yield item.say("V035", ("titel",), bron=source.id, aantal=str(quoted[source.id]))


def _check_quotation(
    item: Checked, path: FieldPath, citation: Citation, stored: Mapping[str, Stored]
) -> Iterator[Finding]:
    text = stored.get(citation.source.id)
    if text is None:
        return
    if not citation.quotation:
        yield item.say("V014", path)
    elif not text.quotes(citation.quotation):
        field = (*path, "citaat")
        words, place = text.near(citation.quotation)
        hint = _difference(text.around(place), citation.quotation) if place else None
        hint = hint or (Hint("nearest", {"woorden": _cut(words)}) if words else Hint("copy"),)
        related = (Related(place, Elsewhere.SOURCE),) if place else ()
        yield item.say("V010", field, hint=hint, related=related, bron=citation.source.id)


def _difference(passage: str, quotation: str) -> tuple[Hint, ...] | None:
    """What stands in the source in place of what was quoted, when only a word or two differ."""
    source, quoted = passage.split(), quotation.split()
    matcher = SequenceMatcher(None, [_bare(word) for word in source], [_bare(word) for word in quoted], autojunk=False)
    codes = [code for code in matcher.get_opcodes() if code[3] != code[4] or 0 < code[3] < len(quoted)]
    wrong = [code for code in codes if code[0] != "equal"]
    if not wrong or len(wrong) > MOST_DIFFERENCES or len(codes) == len(wrong):
        return None
    parts = []
    for kind, first, last, begin, end in wrong:
        there, here = " ".join(source[first:last]), " ".join(quoted[begin:end])
        if kind == "replace" and max(last - first, end - begin) <= LONGEST_SLIP:
            parts.append(Hint("replaced", {"gevonden": there, "woorden": here}))
        elif kind == "delete" and last - first <= LONGEST_SLIP:
            parts.append(Hint("left_out", {"gevonden": there}))
        elif kind == "insert" and end - begin <= LONGEST_SLIP:
            parts.append(Hint("added", {"woorden": here}))
        else:
            return None
    return tuple(parts)


def _own(item: Checked, path: FieldPath, quantity: Quantity) -> tuple[Citation, ...]:
    """The citations that a quantity rests on: its own, or those of the result whose value it is."""
    if quantity.citations:
        return quantity.citations
    around = next((piece for place, piece in item.pieces if place == path[:-1]), None)
    if isinstance(around, KeyFact):
        return around.citations
    return around.citations if isinstance(around, Result) and path[-1] == "waarde" else ()


def _check_number(item: Checked, path: FieldPath, quantity: Quantity, cited: tuple[Citation, ...]) -> Iterator[Finding]:
    quotations = [citation.quotation for citation in cited if citation.quotation]
    if quotations and not any(names(quotation, quantity.value) for quotation in quotations):
        field = (*path, "waarde")
        hint = Hint("quotation", {"woorden": _cut(quotations[0])})
        yield item.say("V011", field, hint=hint, getal=shown(quantity.value))


def _check_literal(
    item: Checked,
    path: FieldPath,
    words: str,
    cited: tuple[Citation, ...],
    stored: Mapping[str, Stored],
    *,
    hint: Hint | None = None,
) -> Iterator[Finding]:
    """Words of a source that are in none. `hint`: what to do about it; without it the nearest passage is shown."""
    texts = [stored[citation.source.id] for citation in cited if citation.source.id in stored]
    quotations = [citation.quotation for citation in cited if citation.quotation]
    if not texts and not quotations:
        return
    folded = fold(words).casefold()
    if any(folded in fold(quotation).casefold() for quotation in quotations) or any(text.says(words) for text in texts):
        return
    near = "" if hint else next((passage for text in texts if (passage := text.near(words)[0])), "")
    nearest = Hint("nearest", {"woorden": _cut(near)}) if near else None
    yield item.say("V012", path, hint=hint or nearest, woorden=_cut(words))


def _check_curly(item: Checked, own: Mapping[str, Stored], stored: Mapping[str, Stored]) -> Iterator[Finding]:
    """Phrases between curly quotation marks in the author's own prose; most come from a text that the record cites."""
    for path, piece in item.pieces:
        if not isinstance(piece, str) or (path and path[-1] in _NOT_PROSE):
            continue
        for match in _CURLY.finditer(piece):
            if not any(text.says(match[1]) for text in chain(own.values(), stored.values())):
                span = within(item.raw, path, match[0])
                yield finding("V013", span=span, field=path, woorden=_cut(" ".join(match[1].split())))


def _together(text: StoredText, quotation: str) -> bool:
    """Whether the pieces around each […] stand within reach of one another."""
    starts = [passage.start for passage in text.passages]
    places = [(starts[n - 1] + start, starts[n - 1] + end) for n, start, end in text.spans(quotation)]
    return all(after[0] - before[1] <= FARTHEST for before, after in pairwise(places))


def _bare(text: str) -> str:
    """Folded, without the punctuation at both ends."""
    return fold(text).strip(" .,;:!?\"'()")


def _cut(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST_PASSAGE else text[: LONGEST_PASSAGE - 1].rstrip() + "…"
