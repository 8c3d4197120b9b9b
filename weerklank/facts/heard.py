"""Who is named, per policy field and per level of initiative.

In: the public corpus. Out: `Table` values.
"""

from collections.abc import Callable, Iterable

from weerklank import addresses
from weerklank.corpus import Corpus
from weerklank.data.table import OPEN_LIST, Cell, Column, Role, Table, count_cell, state_cell, text_cell
from weerklank.facts.gaps import in_policy_field
from weerklank.model import Absence, Initiative, Ref, Term
from weerklank.states import ABSENCES, LEFT_OUT, NOT_NAMED, NOT_STATED, State
from weerklank.wording import capital, uncapital


def naming(corpus: Corpus, ref: Ref) -> tuple[Initiative, ...]:
    """The initiatives that name this stakeholder as taking part."""
    users = (use.by for use in corpus.index.uses.get(ref, ()) if use.field == "belanghebbenden")
    return tuple(corpus.initiative(user.id) for user in users)


def is_open(corpus: Corpus) -> bool:
    """Whether the source calls its initiatives, or whom it names, examples."""
    return corpus.is_open("initiatief") or corpus.vocabularies["belanghebbende"].non_exhaustive


def _stakeholders(corpus: Corpus) -> tuple[Term, ...]:
    return corpus.words("belanghebbende")


def _named(number: int) -> Cell:
    return count_cell(number) if number else state_cell(NOT_NAMED)


_Silence = tuple[Callable[[object], bool], str, str, str]


def _silence(state: State) -> _Silence:
    """Why an initiative is in no policy field, with its column."""
    if state == LEFT_OUT:
        said = ("veld_niet_ingevuld", "Veld niet ingevuld", "Waarvan het beleidsveld nog niet ingevuld is.")
    elif state == NOT_STATED:
        said = ("veld_niet_vermeld", "Veld niet vermeld", "Waarvan zonder bekend beleidsveld.")
    else:
        said = (f"veld_{state.key}", f"Veld {state.word}", f"Waarvan bij het beleidsveld staat: {state.word}.")
    return (lambda fields: isinstance(fields, Absence) and fields.state == state, *said)


def _silences(named: Iterable[Initiative]) -> tuple[_Silence, ...]:
    """The first is always there, each other only where it occurs."""
    occurring = {item.policy_fields.state for item in named if isinstance(item.policy_fields, Absence)}
    others = (state for state in (*ABSENCES, LEFT_OUT) if state in occurring and state != NOT_STATED)
    return tuple(map(_silence, (NOT_STATED, *others)))


def _row(
    term: Term, named: tuple[Initiative, ...], fields: tuple[Term, ...], silences: Iterable[_Silence]
) -> tuple[Cell, ...]:
    refs = [Ref("beleidsveld", field.id) for field in fields]
    counts = [sum(1 for item in named if in_policy_field(item, ref)) for ref in refs]
    counts.append(sum(1 for item in named if item.policy_fields == "alle"))
    counts += [sum(1 for item in named if silent(item.policy_fields)) for silent, *_ in silences]
    head = text_cell(term.name, path=addresses.of_record(Ref("belanghebbende", term.id)))
    return (head, _named(len(named)), *(_named(count) for count in counts))


def _count_column(key: str, label: str, description: str) -> Column:
    return Column(key, label, Role.NUMBER, "initiatieven", description)


_TWICE = "Een initiatief in meer beleidsvelden telt in elk daarvan mee: samen kunnen ze meer zijn dan ‘In alle’."


def _in_more_fields(item: Initiative) -> bool:
    fields = item.policy_fields
    return fields == "alle" or (isinstance(fields, tuple) and len(fields) > 1)


def heard_table(corpus: Corpus) -> Table:
    """In how many initiatives each stakeholder is named, in all and per policy field; empty cells are shown as empty.

    Stakeholders that no initiative names have no row; a note counts them, if there are any.
    """
    fields = corpus.vocabularies["beleidsveld"].terms
    everyone = _stakeholders(corpus)
    found = [(term, naming(corpus, Ref("belanghebbende", term.id))) for term in everyone]
    found = sorted((pair for pair in found if pair[1]), key=lambda pair: -len(pair[1]))
    silences = _silences(item for _, named in found for item in named)
    notes: tuple[str, ...] = ("‘Niet genoemd’ betekent: bij geen enkel opgetekend initiatief daar.",)
    if any(_in_more_fields(item) for _, named in found for item in named):
        notes += (
            "Een initiatief in meer beleidsvelden telt in elk daarvan mee: samen kunnen ze meer zijn dan ‘In alle’.",
        )
    if others := len(everyone) - len(found):
        notes += (f"Bij geen enkel initiatief genoemd: {others} andere.",)
    return Table(
        "wie-wordt-genoemd",
        "Wie wordt genoemd",
        (
            Column("belanghebbende", "Belanghebbende", Role.HEAD, description="De naam in de lijst."),
            _count_column("alle_initiatieven", "In alle", "In hoeveel initiatieven genoemd."),
            *(_count_column(f.id.replace("-", "_"), f.name, f"Waarvan in {f.name}.") for f in fields),
            _count_column("verschillende_of_alle", "Verschillende of alle", "Waarvan in alle beleidsvelden."),
            *(_count_column(key, label, description) for _, key, label, description in silences),
        ),
        tuple(_row(term, named, fields, silences) for term, named in found),
        caption="In hoeveel initiatieven de bron elke belanghebbende noemt, per beleidsveld",
        notes=(OPEN_LIST, *notes) if is_open(corpus) else notes,
        non_exhaustive=is_open(corpus),
    )


def level_table(corpus: Corpus) -> Table:
    """In how many initiatives of each level each stakeholder is named; only stakeholders that are named at all."""
    levels = corpus.words("niveau")
    rows = []
    for term in _stakeholders(corpus):
        ref = Ref("belanghebbende", term.id)
        named = [item.level.id for item in naming(corpus, ref)]
        if named:
            cells = (_named(named.count(level.id)) for level in levels)
            rows.append((text_cell(term.name, path=addresses.of_record(ref)), *cells))
    return Table(
        "wie-wordt-genoemd-per-niveau",
        "Wie wordt genoemd, per niveau",
        (
            Column(
                "belanghebbende", "Belanghebbende", Role.HEAD, description="De naam in de lijst van belanghebbenden."
            ),
            *(
                _count_column(level.id.replace("-", "_"), capital(level.name), f"Waarvan {uncapital(level.name)}.")
                for level in levels
            ),
        ),
        tuple(rows),
        caption="In hoeveel initiatieven van elk niveau de bron elke belanghebbende noemt",
        non_exhaustive=is_open(corpus),
    )
