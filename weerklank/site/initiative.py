"""The page of one initiative: asked, heard, done; who, when, how; what is not stated; sources.

In: the public corpus and an id. Out: `InitiativePage`.
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
    Said,
    TreeNode,
    absent,
    quotes,
    record_link,
    said,
)
from weerklank.document.record_facts import initiative_facts
from weerklank.facts.loop import current_status, leaves_of, loop_of, points, top_of
from weerklank.markup import block, inline
from weerklank.model import Absence, Adjustment, Citation, Initiative, Ref
from weerklank.model.fields import fields_of, word_of
from weerklank.order import by_title
from weerklank.site import linked
from weerklank.site.ending import Ending, ending
from weerklank.site.shell import Feed, Head, head
from weerklank.site.trace import Start, trace_of
from weerklank.states import NOT_STATED, course
from weerklank.wording import counted


@dataclass(frozen=True)
class Party:
    """`who` took part, and in which `part`."""

    who: Link
    part: Markup


@dataclass(frozen=True)
class InitiativePage:
    """Everything the template of an initiative prints. `trace`: what was said, and what each part of it led to.

    `loop`: what was asked, heard and done. `done`: what was done as a tree, `done_note` how that is counted.
    `parties`: who was there, or `parties_absent` why that is not known; `participants`: how many, and other numbers.
    `measurements` belong to it; `rules`: what participants may expect; `ending`: story, gaps, sources and the rest.
    """

    head: Head
    loop: tuple[LoopPart, ...]
    done_note: str
    done: tuple[TreeNode, ...]
    trace: tuple[Start, ...]
    parties: tuple[Party, ...]
    parties_absent: Said | None
    participants: tuple[Fact, ...]
    facts: tuple[Fact, ...]
    measurements: tuple[Link, ...]
    rules: tuple[Fact, ...]
    ending: Ending


def tree_node(corpus: Corpus, item: Adjustment, *, current: str = "") -> TreeNode:
    """An adjustment as a node of a tree, with its parts."""
    notes = []
    parts = corpus.parts.get(item.id, ())
    if parts:
        notes.append(inline(counted(len(parts), "onderdeel", "onderdelen")))
    if item.verifiable is not None and item.verifiable.answer != "ja":
        notes.append(inline(f"{_verifiable_word(item.verifiable.answer)}: {item.verifiable.reason}"))
    link = record_link(corpus, Ref("bijsturing", item.id))
    state = course(current_status(item))
    return TreeNode(
        Link(link.text, link.path, current=item.id == current),
        Mark(state.word, state.shape),
        tuple(notes),
        tuple(tree_node(corpus, part, current=current) for part in parts),
    )


def _verifiable_word(answer: str) -> str:
    return "Niet toetsbaar zoals geformuleerd" if answer == "nee" else "Deels toetsbaar zoals geformuleerd"


def done_tree(corpus: Corpus, initiative: str) -> tuple[TreeNode, ...]:
    """The adjustments of an initiative: points with their parts below them, then what stands alone."""
    tops = {item.id: item for item in (top_of(corpus, leaf) for leaf in leaves_of(corpus, initiative))}
    ordered = sorted(by_title(tops.values()), key=lambda item: item.id not in corpus.parts)
    return tuple(tree_node(corpus, item) for item in ordered)


def done_note(corpus: Corpus, initiative: str) -> str:
    """How many adjustments, counted as parts and as points of the source."""
    leaves = leaves_of(corpus, initiative)
    if not leaves:
        return ""
    number = points(corpus, leaves)
    count = counted(len(leaves), "bijsturing", "bijsturingen")
    first = count if number == len(leaves) else f"{counted(number, 'punt', 'punten')} in de bron, {count}"
    undated = all(isinstance(step.date, Absence) for item in leaves for step in item.course)
    unproven = not any(step.evidence for item in leaves for step in item.course)
    missing = [word for word, lacks in (("datum", undated), ("bewijsstuk", unproven)) if lacks]
    return f"{first}. Er is geen {' of '.join(missing)} opgegeven." if missing else f"{first}."


def _loop_parts(corpus: Corpus, item: Initiative) -> tuple[LoopPart, ...]:
    found = loop_of(corpus, item)
    leaves = leaves_of(corpus, item.id)
    number = points(corpus, leaves)
    done = Markup("")
    if leaves:
        direct = [leaf for leaf in leaves if any(cause.strength == "rechtstreeks" for cause in leaf.causes)]
        pieces = []
        if number != len(leaves):
            pieces.append(
                f"{counted(number, 'punt', 'punten')} in de bron, uitgesplitst in {len(leaves)} bijsturingen."
            )
        if direct:
            who = f"Alle {len(leaves)}" if len(direct) == len(leaves) > 1 else str(len(direct))
            verb = "volgt" if len(direct) == 1 else "volgen"
            pieces.append(f"{who} {verb} rechtstreeks uit de feedback.")
        done = Markup("<p>{}</p>").format(inline(" ".join(pieces))) if pieces else Markup("")
    else:
        done = Markup("<p>{}</p>").format(inline("De records noemen geen bijsturing die hieruit volgde."))
    return (
        LoopPart(
            "gevraagd",
            "Gevraagd",
            Mark(found.asked.label, found.asked.shape),
            _text(item.asked, "gevraagd"),
            quotes(corpus, (*item.asked_citations, *_own(item.asked))),
        ),
        LoopPart(
            "gehoord",
            "Gehoord",
            Mark(found.heard.label, found.heard.shape),
            _heard(item),
            quotes(corpus, (*item.heard_citations, *_own(item.heard))),
        ),
        LoopPart(
            "gedaan", "Gedaan", Mark(found.done.label, found.done.shape), done, quotes(corpus, item.done_citations)
        ),
    )


def _own(value: str | Absence) -> tuple[Citation, ...]:
    return value.citations if isinstance(value, Absence) else ()


def _heard(item: Initiative) -> Markup:
    """What was heard: the summary of the author, or else the signals one by one."""
    if isinstance(item.heard, Absence) and not isinstance(item.signals, Absence):
        said_words = Markup("").join(Markup("<li>{}</li>").format(inline(signal.text)) for signal in item.signals)
        return Markup("<ul>{}</ul>").format(said_words)
    return _text(item.heard, "gehoord")


def _text(value: str | Absence, prefix: str) -> Markup:
    if isinstance(value, Absence):
        reason = value.reason or value.state.definition
        return Markup("<p>{}</p>").format(inline(reason))
    return block(value, prefix=prefix)


def _rules(corpus: Corpus, item: Initiative) -> tuple[Fact, ...]:
    rules = item.ground_rules
    if rules is None:
        return ()
    return (
        Fact("Wie beslist", said(corpus, rules.decides)),
        Fact("Wie verwerkt de inbreng", said(corpus, rules.processes)),
        Fact("Wat kan veranderen", said(corpus, rules.can_change)),
        Fact("Wat nog meetelt", said(corpus, rules.also_counts)),
        Fact("Wanneer deelnemers iets terug horen", said(corpus, rules.reports_back)),
    )


def _gaps(item: Initiative) -> tuple[Markup, ...]:
    if item.not_stated:
        return tuple(inline(text) for text in item.not_stated)
    silent = [field for field in fields_of(item) if field.absent and field.attribute not in _NOT_LISTED]
    return tuple(inline(field.absent) for field in silent if _is_silent(field.value(item)))


_NOT_LISTED = {
    "status": "the agency works it out, no source owes it",
    "policy_fields": "the agency works it out, no source owes it",
    "roles": "the agency works it out, no source owes it",
    "stakeholders": "its absence stands under a heading of its own",
    "asked": "its absence stands in the loop",
    "heard": "its absence stands in the loop",
}
"""What the list of what is not stated leaves out, and why."""


def _is_silent(value: object) -> bool:
    return isinstance(value, Absence) and value.state == NOT_STATED


def initiative_page(corpus: Corpus, name: str) -> InitiativePage:
    """The page of the initiative with this id."""
    item = corpus.initiative(name)
    ref = Ref("initiatief", name)
    involved = () if isinstance(item.stakeholders, Absence) else item.stakeholders
    counts = () if isinstance(item.participants, Absence) else item.participants
    return InitiativePage(
        head=head(
            corpus,
            path=addresses.of_record(ref),
            title=item.title,
            lead=item.summary,
            kicker=f"Initiatief, {word_of(item, 'level')}",
            trail=(Link("Initiatieven", addresses.index("initiatief")),),
            section=addresses.index("initiatief"),
            about=linked.record(corpus, item),
            feeds=(Feed(f"Wijzigingen: {item.title}", addresses.feed("initiatief", name)),),
        ),
        loop=_loop_parts(corpus, item),
        done_note=done_note(corpus, name),
        done=done_tree(corpus, name),
        trace=trace_of(corpus, name),
        parties=tuple(Party(record_link(corpus, part.who), inline(part.part)) for part in involved),
        parties_absent=absent(corpus, item.stakeholders) if isinstance(item.stakeholders, Absence) else None,
        participants=(
            (Fact("Aantal deelnemers", absent(corpus, item.participants)),)
            if isinstance(item.participants, Absence)
            else tuple(Fact(f"Aantal: {part.who}", said(corpus, part.count), inline(part.note)) for part in counts)
        )
        + tuple(Fact(f"Aantal: {part.what}", said(corpus, part.count), inline(part.note)) for part in item.counts),
        facts=initiative_facts(corpus, item),
        measurements=tuple(record_link(corpus, found.ref) for found in corpus.measurements_of(name)),
        rules=_rules(corpus, item),
        ending=ending(corpus, item, gaps=_gaps(item), tensions=item.tensions),
    )
