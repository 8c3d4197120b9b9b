"""What an annex tells that had not happened on the day of its data, or that a source only said after that day.

In: the loaded content and a corpus without errors. Out: findings at the date in the record, or at the citation of that
source. The answer is no such source: the annex goes with it. Nor are the dates of the question itself.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from weerklank.author.load import Loaded, RawRecord
from weerklank.author.validate.places import key_span, value_span
from weerklank.corpus import Corpus, public
from weerklank.facts.annexes import told_in
from weerklank.facts.lines import lines_of
from weerklank.findings import Finding, Related, finding
from weerklank.messages import Elsewhere, Hint
from weerklank.model import Citation, Measurement, PartialDate, Question, Record, Ref, Source, walk
from weerklank.model.fields import is_printable
from weerklank.model.moments import Moment, Path, printed_moments


def ahead(loaded: Loaded, corpus: Corpus, *, drafts: Collection[str]) -> tuple[Finding, ...]:
    """Compare what each annex tells with the day that it says its data are of. `drafts`: see `shown.drafts`."""
    days = {
        question.id: question.annex.as_of
        for question in corpus.questions
        if question.id in drafts and question.annex is not None and isinstance(question.annex.as_of, PartialDate)
    }
    # Most often nothing is later than any of these days, and then no annex has to be looked at.
    moments = {when for item in corpus.records() for _, when in printed_moments(item)} if days else set()
    if not any(day.surely_before(when) for day in set(days.values()) for when in moments):
        return ()
    raw = {Ref(record.kind, record.id): record for record in loaded.records}
    whole = public(corpus, on=date.max)
    shown = (item for item in whole.questions if item.annex is not None and item.id in days)
    return tuple(found for item in shown for found in _DatedAnnex(item, days[item.id], corpus, whole, raw).later())


@dataclass(frozen=True)
class _DatedAnnex:
    """The annex of a question, and the day of its data. `corpus`: all records; `whole`: those that are ever public."""

    question: Question
    day: PartialDate
    corpus: Corpus
    whole: Corpus
    raw: Mapping[Ref, RawRecord]

    def later(self) -> Iterator[Finding]:
        """What had not happened on that day; of a record without such a thing, each source that is of after it."""
        told = told_in(self.whole, self.question) & self.corpus.refs()
        for record in (self.corpus.get(ref) for ref in sorted(told)):
            yield from tuple(self._events(record, printed_moments(record))) or tuple(self._sources(record))
        for ref in sorted(told):
            yield from self._in_its_lines(ref, told)
        yield from self._sources(self.question)

    def _events(self, record: Record, moments: Iterator[Moment]) -> Iterator[Finding]:
        for path, when in moments:
            if self.day.surely_before(when):
                yield self._say("V061", record, path, waarde=when.iso)

    def _in_its_lines(self, ref: Ref, told: frozenset[Ref]) -> Iterator[Finding]:
        """What other measurements found, in a line over the years that this one is in."""
        item = self.whole.get(ref)
        for line in lines_of(self.whole, item) if isinstance(item, Measurement) else ():
            for _, other, result in line.points:
                own = self.corpus.get(other.ref)
                if other.ref not in told and isinstance(own, Measurement) and result in own.results:
                    place: Path = ("resultaten", own.results.index(result), "jaar")
                    assert isinstance(result.year, PartialDate)
                    yield from self._events(own, iter([(place, result.year)]))

    def _sources(self, record: Record) -> Iterator[Finding]:
        """The first citation of each source that is of after the day."""
        first: dict[Ref, Path] = {}
        for path, value in walk(record):
            if isinstance(value, Citation) and is_printable(type(record), path):
                first.setdefault(value.source, path)
        for ref, path in first.items():
            if day := self._of_later(ref):
                yield self._say("V062", record, path, bron=ref.id, waarde=day.iso)

    def _of_later(self, ref: Ref) -> PartialDate | None:
        """The day of a source that is of after that of the annex, and is not the answer that the annex goes with."""
        source = self.corpus.get(ref)
        assert isinstance(source, Source)
        is_answer = ref == self.question.source or source.date == self.question.answered_on
        found = source.date if isinstance(source.date, PartialDate) and not is_answer else None
        return found if found is not None and self.day.surely_before(found) else None

    def _say(self, code: str, record: Record, path: Path, **arguments: str) -> Finding:
        day = Related(key_span(self.raw[self.question.ref], ("bijlage", "toestand_op")), Elsewhere.QUESTION)
        return finding(
            code,
            span=value_span(self.raw[record.ref], path),
            field=path,
            hint=Hint("other_day"),
            related=(day,),
            vraag=self.question.id,
            grens=self.day.iso,
            **arguments,
        )
