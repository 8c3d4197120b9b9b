"""An adjustment as a sheet: from which initiative and signal it came, its course with evidence, the point it is in."""

from weerklank.document.blocks import Block, Facts, Prose, Section, Sign, Story
from weerklank.document.entries import Entries, Links, Quotes
from weerklank.document.frame import Frame
from weerklank.document.parts import NOTHING, Fact, Link, Mark, Said, mark, record_link, said
from weerklank.document.sentences import NO_SIGNAL, complaints_said, one_point
from weerklank.document.sheet import Sheet
from weerklank.document.sheets.ending import finished, gaps
from weerklank.document.sheets.points import point
from weerklank.document.sheets.steps import step_entry
from weerklank.document.sheets.verdicts import verdict_blocks
from weerklank.facts.ties import signals_of
from weerklank.markup import inline
from weerklank.model import NOT_FILLED_IN, Absence, Adjustment, Cause, ComplaintsYear, LeftOut, Signal
from weerklank.model.fields import field_of
from weerklank.states import LEFT_OUT, Shape, State, course, strength
from weerklank.wording import capital, listing, uncapital

_STATED = Mark("vermeld", Shape.STATED)
_UNPROVEN = Mark("niet opgegeven", Shape.SILENT)


def adjustment(frame: Frame, item: Adjustment) -> Sheet:
    """The sheet of an adjustment."""
    signs = (_initiative(frame, item), _signal(frame, item), _done(frame, item))
    sections = [Section("", "", (Story(signs),))]
    top = frame.corpus.index.tops[item.id]
    if parts := frame.corpus.index.parts_of(top):
        tree = point(frame, top, current=item.id)
        sections.append(Section(frame.id("deel"), "Onderdelen", (tree,), note=inline(one_point(len(parts)))))
    facts = (
        *_verifiable(frame, item),
        *frame.facts(item, "policy_fields", "audiences", "decided_by", "cost", "effect", "count"),
        *frame.used_in(item),
    )
    about: tuple[Block, ...] = (Facts(f"{item.title}: feiten", facts), *gaps(frame, item.not_stated))
    sections.append(Section(frame.id("feiten"), "Over deze bijsturing", about))
    kind = uncapital(frame.corpus.term(item.kind).name)
    return finished(frame, item, f"Bijsturing, soort: {kind}", item.summary, tuple(sections))


# --- where it came from ----------------------------------------------------------------------------------------------


def _initiative(frame: Frame, item: Adjustment) -> Sign:
    causes = frame.corpus.index.causes[item.id]
    several = len(causes) > 1
    links = dict.fromkeys(
        record_link(frame.corpus, cause.origin) if several else _origin(frame, cause)
        for cause in causes
        if cause.origin is not None
    )
    name = frame.id("initiatief")
    if links:
        return Sign(name, _called(item), _STATED, (Links(tuple(links)),))
    # No cause is left when each names an origin that is not public.
    absent = next((cause.initiative for cause in item.causes if isinstance(cause.initiative, Absence)), NOT_FILLED_IN)
    why = () if isinstance(absent, LeftOut) else (Prose(frame.prose(absent, "initiatief")),)
    return Sign(name, "Initiatief", mark(absent.state), why)


def _called(item: Adjustment) -> str:
    """What it came from: "Initiatief", "Klachten", or both."""
    kinds = {cause.origin.kind for cause in item.causes if cause.origin is not None}
    return capital(listing(word for kind, word in _ORIGINS.items() if kind in kinds))


_ORIGINS = {"initiatief": "initiatief", "klachtenjaar": "klachten"}


def _origin(frame: Frame, cause: Cause) -> Link:
    """The origin of a cause: an initiative at the place of its signal where that is known, or complaints."""
    assert cause.origin is not None
    link = record_link(frame.corpus, cause.origin)
    return Link(link.text, link.path, f"signaal-{cause.signal}") if _heard(frame, cause) else link


def _from(frame: Frame, cause: Cause) -> tuple[Fact, ...]:
    if cause.origin is None:
        return frame.fact(cause, "initiative")
    return (Fact(field_of(cause, "initiative").label, Said(NOTHING, links=(_origin(frame, cause),))),)


def _heard(frame: Frame, cause: Cause) -> Signal | None:
    if isinstance(cause.initiative, Absence) or isinstance(cause.signal, Absence):
        return None
    known = signals_of(frame.corpus.initiative(cause.initiative.id))
    return next((signal for signal in known if signal.id == cause.signal), None)


def _signal(frame: Frame, item: Adjustment) -> Sign:
    """What was said, cause by cause, and how firmly the source ties it to this."""
    causes = frame.corpus.index.causes[item.id]
    blocks = tuple(block for cause in causes for block in _cause(frame, cause, several=len(causes) > 1))
    known = any(cause.complaints or _heard(frame, cause) for cause in causes)
    silent: list[State] = [cause.signal.state for cause in causes if isinstance(cause.signal, Absence)]
    state = _STATED if known else mark(silent[0] if silent else LEFT_OUT)
    return Sign(frame.id("signaal"), "Signaal", state, blocks)


def _cause(frame: Frame, cause: Cause, *, several: bool) -> tuple[Block, ...]:
    signal = _heard(frame, cause)
    silence = "" if isinstance(cause.signal, LeftOut) else getattr(cause.signal, "reason", "") or NO_SIGNAL
    told = _complained(frame, cause) or (signal.text if signal else silence)
    origin = _from(frame, cause) if several else ()
    tie = Fact(field_of(cause, "strength").label, Said(inline(cause.note), mark(strength(cause.strength))))
    cited = (
        *cause.citations,
        *(cause.signal.citations if isinstance(cause.signal, Absence) else signal.citations if signal else ()),
    )
    return (
        *((Prose(frame.paragraph(told)),) if told else ()),
        *((Quotes(cited),) if cited else ()),
        Facts("Waar het vandaan komt", (*origin, tie)),
    )


def _complained(frame: Frame, cause: Cause) -> str:
    """What the complaints said that an adjustment came from; "" where it came from none."""
    year = frame.corpus.get(cause.complaints) if cause.complaints is not None else None
    return complaints_said(frame.corpus, year, cause.theme) if isinstance(year, ComplaintsYear) else ""


# --- what was done ---------------------------------------------------------------------------------------------------


def _done(frame: Frame, item: Adjustment) -> Sign:
    state = course(item.course[-1].status)
    why = frame.fact(item, "reason")
    return Sign(
        frame.id("bijsturing"),
        "Bijsturing",
        mark(state),
        (
            Prose(frame.paragraph(state.definition)),
            Entries("steps", tuple(step_entry(frame, step) for step in item.course)),
            *((Facts("Waarom niet", why),) if why else ()),
            *verdict_blocks(frame, item),
        ),
    )


def _verifiable(frame: Frame, item: Adjustment) -> tuple[Fact, ...]:
    """Whether a reader can check that it was done as it is worded; what nobody judged is not called verifiable."""
    check = item.verifiable
    answer = said(frame.corpus, check.answer if check else "niet beoordeeld")
    return (Fact(field_of(item, "verifiable").label, answer, inline(check.reason) if check else NOTHING),)
