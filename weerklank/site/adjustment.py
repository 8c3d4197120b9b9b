"""The page of one adjustment: from which initiative and signal, its course with evidence, its parts and parent.

In: the public corpus and an id. Out: `AdjustmentPage`.
"""

from dataclasses import dataclass

from markupsafe import Markup

from weerklank import addresses
from weerklank.corpus import Corpus
from weerklank.document.parts import (
    Fact,
    Link,
    LoopPart,
    Mark,
    Quote,
    Said,
    TreeNode,
    absent,
    mark,
    quotes,
    record_link,
    said,
    said_links,
    words,
)
from weerklank.facts.loop import current_status, top_of
from weerklank.facts.trace import signals_of
from weerklank.markup import inline
from weerklank.model import Absence, Adjustment, Cause, Ref, Step
from weerklank.model.fields import word_of
from weerklank.site import linked
from weerklank.site.ending import Ending, ending
from weerklank.site.initiative import tree_node
from weerklank.site.shell import Head, head
from weerklank.states import NOT_STATED, Shape, course
from weerklank.wording import capital, counted


@dataclass(frozen=True)
class EvidenceItem:
    """Something anyone can look at. `url` is outside the site, or ""; `date`: from when it is, if known."""

    title: str
    url: str
    date: Said | None
    quotes: tuple[Quote, ...]


@dataclass(frozen=True)
class CourseStep:
    """One step: its state as a `word` with a capital, its `date`, and the `evidence` that it was taken."""

    mark: Mark
    word: str
    date: Said
    note: Markup
    evidence: tuple[EvidenceItem, ...]


@dataclass(frozen=True)
class AdjustmentPage:
    """Everything the template of an adjustment prints. `tree` is empty when it is neither part nor parent.

    `loop`: the initiative, the signal and the adjustment itself. `course`: its steps; `reason`: why it was refused or
    stopped. `tree_note`: how the source counts the tree; `ending`: story, gaps, sources and the rest.
    """

    head: Head
    loop: tuple[LoopPart, ...]
    course: tuple[CourseStep, ...]
    reason: Markup
    tree: tuple[TreeNode, ...]
    tree_note: str
    facts: tuple[Fact, ...]
    ending: Ending


def _initiative_part(corpus: Corpus, causes: tuple[Cause, ...]) -> LoopPart:
    links = tuple(
        dict.fromkeys(record_link(corpus, cause.initiative) for cause in causes if isinstance(cause.initiative, Ref))
    )
    absences = [cause.initiative for cause in causes if isinstance(cause.initiative, Absence)]
    if links:
        return LoopPart("initiatief", "Initiatief", Mark("vermeld", Shape.STATED), Markup(""), (), links)
    found = absent(corpus, absences[0]) if absences else Said(inline(NOT_STATED.definition), mark(NOT_STATED))
    return LoopPart("initiatief", "Initiatief", found.mark or mark(NOT_STATED), Markup("<p>{}</p>").format(found.html))


def _signal_part(corpus: Corpus, causes: tuple[Cause, ...]) -> LoopPart:
    texts, links = [], []
    for cause in causes:
        if isinstance(cause.signal, str) and isinstance(cause.initiative, Ref):
            item = corpus.initiative(cause.initiative.id)
            texts += [signal.text for signal in signals_of(item) if signal.id == cause.signal]
            links.append(Link(item.title, addresses.of_record(cause.initiative), f"signaal-{cause.signal}"))
    strengths = tuple(dict.fromkeys((word_of(cause, "strength"), cause.note) for cause in causes))
    said_why = Markup("").join(
        Markup('<p class="soft small">Sterkte van het verband: <b>{}</b>{}</p>').format(
            word, Markup(". {}").format(inline(note)) if note else "."
        )
        for word, note in strengths
    )
    cited = quotes(corpus, (citation for cause in causes for citation in cause.citations))
    if texts:
        body = Markup("").join(Markup("<p>{}</p>").format(inline(text)) for text in texts)
        return LoopPart("signaal", "Signaal", Mark("vermeld", Shape.STATED), body + said_why, cited, tuple(links))
    absences = [cause.signal for cause in causes if isinstance(cause.signal, Absence)]
    state = absences[0].state if absences else NOT_STATED
    reason = next(
        (absence.reason for absence in absences if absence.reason),
        "Welk signaal hiertoe leidde, staat niet in de bron.",
    )
    return LoopPart("signaal", "Signaal", mark(state), Markup("<p>{}</p>").format(inline(reason)) + said_why, cited)


def _done_part(item: Adjustment) -> LoopPart:
    state = course(current_status(item))
    evidence = sum(len(step.evidence) for step in item.course)
    proof = counted(evidence, "bewijsstuk", "bewijsstukken") if evidence else "Geen bewijsstuk opgegeven"
    body = Markup('<p>{}</p><p class="soft small">{}.</p>').format(state.definition, proof)
    return LoopPart("bijsturing", "Bijsturing", mark(state), body)


def _step(corpus: Corpus, step: Step) -> CourseStep:
    state = course(step.status)
    evidence = tuple(
        EvidenceItem(
            proof.title, proof.url, said(corpus, proof.date) if proof.date else None, quotes(corpus, proof.citations)
        )
        for proof in step.evidence
    )
    return CourseStep(mark(state), capital(state.word), said(corpus, step.date), inline(step.note), evidence)


def _tree(corpus: Corpus, item: Adjustment) -> tuple[tuple[TreeNode, ...], str]:
    top = top_of(corpus, item)
    parts = corpus.parts.get(top.id, ())
    if not parts:
        return (), ""
    return (
        tree_node(corpus, top, current=item.id),
    ), f"Eén punt in de bron, met {counted(len(parts), 'onderdeel', 'onderdelen')}."


def _facts(corpus: Corpus, item: Adjustment) -> tuple[Fact, ...]:
    check = item.verifiable
    verifiable = words("niet beoordeeld") if check is None else words(check.answer)
    fields = words("verschillende of alle") if item.policy_fields == "alle" else said_links(corpus, item.policy_fields)
    return (
        Fact("Toetsbaar zoals geformuleerd", verifiable, inline(check.reason) if check else Markup("")),
        Fact("Soort", words(word_of(item, "kind"))),
        Fact("Beleidsveld", fields),
        Fact("Voor wie", said_links(corpus, item.audiences)),
        Fact("Wie besliste", said(corpus, item.decided_by)),
        Fact("Kosten", said(corpus, item.cost)),
        Fact("Effect", said(corpus, item.effect)),
        Fact("Hoeveel", said(corpus, item.count)),
    )


def adjustment_page(corpus: Corpus, name: str) -> AdjustmentPage:
    """The page of the adjustment with this id."""
    item = corpus.adjustment(name)
    ref = Ref("bijsturing", name)
    tree, tree_note = _tree(corpus, item)
    return AdjustmentPage(
        head=head(
            corpus,
            path=addresses.of_record(ref),
            title=item.title,
            lead=item.summary,
            kicker=f"Bijsturing, soort: {word_of(item, 'kind')}",
            trail=(Link("Bijsturingen", addresses.index("bijsturing")),),
            section=addresses.index("bijsturing"),
            about=linked.record(corpus, item),
        ),
        loop=(_initiative_part(corpus, item.causes), _signal_part(corpus, item.causes), _done_part(item)),
        course=tuple(_step(corpus, step) for step in item.course),
        reason=inline(item.reason),
        tree=tree,
        tree_note=tree_note,
        facts=_facts(corpus, item),
        ending=ending(corpus, item, gaps=tuple(inline(text) for text in item.not_stated), tensions=item.tensions),
    )
