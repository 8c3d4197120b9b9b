"""The content as read and checked: the first gate. Whether there can be an annex of a question is decided here as well.

In: a project. Out: `Content`, with what was found in it.
"""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass

from weerklank.author.load import FieldPath, Loaded, RawRecord, load
from weerklank.author.near import choose_from
from weerklank.author.unfilled import unfilled
from weerklank.author.validate import Validated, validate
from weerklank.author.validate.places import key_span
from weerklank.corpus import Corpus, public
from weerklank.findings import Finding, finding, has_errors, sort_findings
from weerklank.freeze import ahead, drafts, early, moved, released, standing_only, verify_all, waiting
from weerklank.messages import MESSAGES
from weerklank.project import Project
from weerklank.text import SourceText, Span, whole_file

Stage = Callable[[str], AbstractContextManager[None]]
"""Times what happens inside, under a name."""


@dataclass(frozen=True)
class Content:
    """The content as read. `corpus`: every record, or None where there is too little to make one of."""

    corpus: Corpus | None
    findings: tuple[Finding, ...]
    sources: Mapping[str, SourceText]
    loaded: Loaded
    project: Project

    @property
    def sound(self) -> Corpus | None:
        """Every record, when no error stands in the way."""
        return None if has_errors(self.findings) else self.corpus

    @property
    def unfilled(self) -> tuple[str, ...]:
        """What each record does not say yet: a line for its author."""
        return unfilled(self.corpus) if self.corpus is not None else ()

    def public(self) -> Corpus:
        """What the public may see on the day of the build; a frozen annex comes as a whole or not at all."""
        assert self.corpus is not None
        shown = standing_only(public(self.corpus, on=self.project.date), self.loaded)
        return released(shown, whole=self.corpus, on=self.project.date) if shown.frozen else shown

    def unknown(self, question: str) -> tuple[Finding, ...]:
        """A finding when no file holds this question, be it one that can be read or not."""
        names = {record.id for record in self.loaded.records if record.kind == "vraag"}
        names |= {name for kind, name in self.loaded.broken if kind == "vraag"}
        if question in names:
            return ()
        return (finding("C030", hint=choose_from(question, tuple(sorted(names))), id=question),)

    def refused(self, question: str) -> tuple[Finding, ...]:
        """Why there can be no annex of this question, whatever else is right."""
        if unknown := self.unknown(question):
            return unknown
        found = next((item for item in (self.corpus.questions if self.corpus else ()) if item.id == question), None)
        if found is None or (found.annex is not None and found.publication.status == "openbaar"):
            return ()
        if found.publication.status != "openbaar":
            return (finding("P070", span=self.file(question), status=found.publication.status),)
        return (finding("P069", span=self.file(question)),)

    def blocked(self, despite: str) -> tuple[Finding, ...]:
        """A reason to freeze does not help against errors that leave too little to make an annex of."""
        blocking = any(MESSAGES[item.code].freezable is False for item in self.findings)
        return (finding("P071"),) if despite and blocking else ()

    def file(self, question: str) -> Span:
        """The file of a question."""
        return whole_file(self._record("vraag", question).source.file)

    def place(self, kind: str, name: str, path: FieldPath) -> Span:
        """Where a field stands in a record, or what is around it; the first line where nothing is."""
        return key_span(self._record(kind, name), path)

    def _record(self, kind: str, name: str) -> RawRecord:
        return next(item for item in self.loaded.records if (item.kind, item.id) == (kind, name))


def read_content(project: Project, stage: Stage, *, anew: str = "") -> Content:
    """Read and validate the content. `anew`: the question whose annex is made from the records, be it frozen before."""
    with stage("lezen"):
        loaded = load(project.content)
    with stage("nakijken"):
        validated = validate(loaded, on=project.date)
    findings = sort_findings((*loaded.findings, *validated.findings, *_of_frozen(loaded, validated, project, anew)))
    sources = {source.file: source for source in loaded.sources}
    return Content(validated.corpus, findings, sources, loaded, project)


def _of_frozen(loaded: Loaded, validated: Validated, project: Project, anew: str) -> tuple[Finding, ...]:
    """Whether frozen annexes are what they were, where records moved away, which must wait, and what is too early."""
    corpus = None if has_errors((*loaded.findings, *validated.findings)) else validated.corpus
    made = drafts(corpus, loaded, anew=anew) if corpus is not None else frozenset[str]()
    found = (*early(loaded, corpus, drafts=made), *ahead(loaded, corpus, drafts=made)) if corpus is not None else ()
    folder = project.content.name
    found = (*found, *verify_all(loaded, folder=folder))
    if not loaded.frozen:
        return found
    found = (*found, *moved(loaded, validated.corpus, folder=folder, sound=corpus is not None))
    if corpus is None:
        return found
    shown = standing_only(public(corpus, on=project.date), loaded)
    return (*found, *waiting(shown, whole=corpus, on=project.date, folder=folder))
