"""From what was said to what was done: every tie, both ways, with its open ends."""

from dataclasses import replace

from tests.corpus_samples import ADJUSTMENT, INITIATIVE, corpus, record
from weerklank.corpus import Corpus
from weerklank.facts.loop import leaves_from
from weerklank.facts.ties import all_ties, by_origin, ties_of
from weerklank.facts.trace import numbers, shown_ties, ties_table
from weerklank.model import Absence, Record, Ref, Vocabulary

SIGNALS = [{"id": "wachten", "tekst": "Het wachten duurt lang."}, {"id": "brieven", "tekst": "Brieven zijn stroef."}]


def adjustment(name: str, *causes: dict[str, object], **changes: object) -> Record:
    """An adjustment with these causes."""
    return record("bijsturing", {**ADJUSTMENT, "id": name, "titel": name.capitalize(), "aanleiding": causes}, **changes)


def site(*adjustments: Record) -> Corpus:
    """An initiative with two signals, one without any, and these adjustments besides the newsletter."""
    return corpus(record("initiatief", INITIATIVE, signalen=SIGNALS), *adjustments)


def cause(
    strength: str = "rechtstreeks", signal: object = "wachten", initiative: object = "bevraging"
) -> dict[str, object]:
    """Where an adjustment came from."""
    return {"initiatief": initiative, "signaal": signal, "sterkte": strength, "bronnen": [{"bron": "antwoord"}]}


def shown(whole: Corpus) -> list[tuple[str, ...]]:
    """Each row of the table in words: initiative, signal, adjustment, strength."""
    table = ties_table(whole)
    keys = [column.key for column in table.columns]
    places = [keys.index(key) for key in ("initiatief", "signaal_id", "bijsturing", "sterkte")]
    return [tuple(row[place].text for place in places) for row in table.rows]


def test_every_tie_and_every_open_end_is_a_row() -> None:
    """A signal without effect and an initiative without effect have a row that says so."""
    whole = site(adjustment("loket", cause(), cause("mee_bepalend", "niet_vermeld", "overleg")))

    assert [
        ("Bevraging", "wachten", "Loket", "rechtstreeks"),
        ("Bevraging", "brieven", "geen bijsturing opgetekend", "–"),
        ("Bevraging", "–", "Nieuwsbrief", "rechtstreeks"),
        ("Overleg", "–", "Loket", "één van de redenen"),
    ] == shown(whole)
    assert ("Overleg", "–", "geen bijsturing opgetekend", "–") in shown(site())


def test_an_unknown_initiative_is_listed_openly() -> None:
    """An adjustment whose initiative is not stated stands last, with the reason."""
    absent = {"toestand": "niet_vermeld", "reden": "Een gesprek, niet nader genoemd."}
    whole = site(adjustment("loket", {"initiatief": absent, "sterkte": "niet_vermeld"}))

    assert ("niet vermeld", "–", "Loket", "niet vermeld") == shown(whole)[-1]
    assert "Een gesprek, niet nader genoemd." == ties_table(whole).rows[-1][0].reason
    assert ["loket"] == [tie.adjustment for tie in by_origin(whole)[None]]


def test_parts_have_the_ties_of_their_point() -> None:
    """A point with parts is no row; a part takes over the ties to initiatives that it does not name itself."""
    point = adjustment("punt", cause(), cause("niet_vermeld", "niet_vermeld", "overleg"))
    part = adjustment("deel", cause("mee_bepalend", "brieven"), onderdeel_van="punt")
    whole = site(point, part)

    assert {"deel", "nieuwsbrief"} == {tie.adjustment for tie in all_ties(whole)}
    assert [("bevraging", "mee_bepalend"), ("overleg", "niet_vermeld")] == [
        (tie.initiative, tie.strength) for tie in ties_of(whole, whole.adjustment("deel"))
    ]


def test_both_ways_agree() -> None:
    """The ties from an initiative are those of the adjustments that lead back to it."""
    whole = site(
        adjustment("loket", cause(), cause(signal="brieven")), adjustment("deel", cause(), onderdeel_van="loket")
    )
    back = {tie for leaf in whole.leaves for tie in ties_of(whole, leaf)}

    assert back == {tie for ties in by_origin(whole).values() for tie in ties}
    assert all(tie.origin == name for name, ties in by_origin(whole).items() for tie in ties)
    assert {"deel", "nieuwsbrief"} == {tie.adjustment for tie in by_origin(whole)[Ref("initiatief", "bevraging")]}


def test_numbers_count_each_thing_once() -> None:
    """An adjustment counts under its strongest tie, and as known when any tie names a signal."""
    whole = site(adjustment("loket", cause("mee_bepalend"), cause("niet_vermeld", "niet_vermeld", "overleg")))
    found = numbers(whole)

    assert {"rechtstreeks": 1, "mee_bepalend": 1, "niet_vermeld": 0} == dict(found.by_strength)
    assert (2, 1) == (found.adjustments, found.with_signal)
    assert (2, 1) == (found.signals, found.signals_followed)
    assert (2, 2) == (found.initiatives, found.initiatives_followed)


def test_an_adjustment_without_any_reason_left_is_not_lost() -> None:
    """When all its reasons were hidden with the records they named, it stands without a known initiative."""
    bare = corpus().adjustment("nieuwsbrief").model_copy(update={"causes": ()})
    (tie,) = ties_of(corpus(bare), bare)

    assert isinstance(tie.initiative, Absence)
    assert "" == tie.strength, "that the source does not say how firm it is, nobody wrote"
    assert {"rechtstreeks": 0, "mee_bepalend": 0, "niet_vermeld": 0} == dict(numbers(corpus(bare)).by_strength)
    row = next(row for row in ties_table(corpus(bare)).rows if "Nieuwsbrief" in [cell.text for cell in row])
    assert "niet vermeld" not in [cell.text for cell in row]


YEAR = {"id": "2019", "titel": "Klachten in 2019", "jaar": "2019", "ontvangen": "8", "bronnen": [{"bron": "antwoord"}]}
THEMES = {"soort": "uitsluitend", "delen": {"wachttijd": "5", "netheid": "3"}}
COMPLAINED: dict[str, object] = {"klachten": "2019", "thema": "wachttijd", "sterkte": "mee_bepalend"}


def complained(*adjustments: Record, **changes: object) -> Corpus:
    """A year of complaints with two themes, and these adjustments."""
    terms = [{"id": "wachttijd", "naam": "Wachttijd"}, {"id": "netheid", "naam": "Netheid"}]
    words = Vocabulary.model_validate({"id": "klachtthemas", "titel": "Thema’s", "termen": terms})
    found = site(record("klachtenjaar", {**YEAR, "themas": THEMES, **changes}), *adjustments)
    return replace(found, vocabularies={**found.vocabularies, "klachtthema": words})


def test_complaints_are_a_reason_as_a_signal_is() -> None:
    """A tie to a year of complaints, and to what these were about; it is no adjustment without a known initiative."""
    whole = complained(adjustment("loket", COMPLAINED), adjustment("balie", {**COMPLAINED, "thema": None}))
    by = by_origin(whole)

    assert [("balie", ""), ("loket", "wachttijd")] == [
        (tie.adjustment, tie.theme) for tie in by[Ref("klachtenjaar", "2019")]
    ]
    assert None not in by
    assert ["balie", "loket"] == sorted(item.id for item in leaves_from(whole, Ref("klachtenjaar", "2019")))
    found = numbers(whole)
    assert (3, 1, 0) == (found.adjustments, found.with_signal, found.signals_followed)


def test_a_part_has_the_complaints_of_its_point() -> None:
    """What led to a point led to its parts, complaints too."""
    point = adjustment("punt", cause(), COMPLAINED)
    whole = complained(point, adjustment("deel", cause(), onderdeel_van="punt"))

    assert ["", "2019"] == [tie.complaints for tie in ties_of(whole, whole.adjustment("deel"))]


def test_complaints_stand_where_initiatives_do() -> None:
    """A row names what it came from, with ids in columns of their own; a year that led to nothing has a row."""
    table = ties_table(complained(adjustment("loket", COMPLAINED)))
    row = next(row for row in shown_ties(table).rows if row[0].text == "Loket")

    assert ["Loket", "uitgevoerd", "Klachten in 2019", "Wachttijd", "één van de redenen"] == [cell.text for cell in row]
    assert "Initiatief of klachten" in [column.label for column in shown_ties(table).columns]
    keys = [column.key for column in table.columns]
    full = next(row for row in table.rows if row[keys.index("bijsturing_id")].value == "loket")
    ids = {key: full[keys.index(key)].value for key in ("initiatief_id", "signaal_id", "klachten_id", "thema_id")}
    assert {"initiatief_id": "", "signaal_id": "", "klachten_id": "2019", "thema_id": "wachttijd"} == ids
    open_year = ties_table(complained()).rows[-1]
    assert ("Klachten in 2019", "geen bijsturing opgetekend") == (open_year[4].text, open_year[8].text)
    assert "Initiatief" in [column.label for column in shown_ties(ties_table(site())).columns]
