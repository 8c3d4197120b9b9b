"""The page with all ties between what was said and what was done."""

import re

from tests.corpus_samples import ADJUSTMENT, INITIATIVE, corpus, record, rendered
from weerklank.corpus import Corpus
from weerklank.model import Record
from weerklank.site.trace import DRAWN, Start, trace_page

SIGNALS = [{"id": "wachten", "tekst": "Het wachten duurt lang."}, {"id": "brieven", "tekst": "Brieven zijn stroef."}]


def adjustment(name: str, *, signal: object, strength: str = "rechtstreeks") -> Record:
    """An adjustment that came from the inquiry."""
    reason = {"initiatief": "bevraging", "signaal": signal, "sterkte": strength, "toelichting": "Dat staat er."}
    return record("bijsturing", {**ADJUSTMENT, "id": name, "titel": name.capitalize(), "aanleiding": [reason]})


def starts(whole: Corpus) -> tuple[Start, ...]:
    """What was said in the inquiry, with what each led to."""
    return next(group for group in trace_page(whole).groups if group.link.text == "Bevraging").starts


def test_a_signal_leads_to_what_it_changed() -> None:
    """Each signal has its beams with strength, end and status; one that led to nothing says so."""
    waiting, letters, unknown = starts(
        corpus(record("initiatief", INITIATIVE, signalen=SIGNALS), adjustment("loket", signal="wachten"))
    )

    assert "Het wachten duurt lang." == str(waiting.text)
    assert [("rechtstreeks", "is-stated", "Loket", "uitgevoerd")] == [
        (
            beam.strength.word,
            beam.strength.shape,
            beam.end.text if beam.end else "",
            beam.state.word if beam.state else "",
        )
        for beam in waiting.beams
    ]
    assert [("nog geen gevolg", None)] == [(beam.strength.word, beam.end) for beam in letters.beams]
    assert ["Nieuwsbrief"] == [beam.end.text for beam in unknown.beams if beam.end]


def test_the_strength_is_a_word_and_a_shape() -> None:
    """Full when the source ties them itself, half when it names one of several, ruled when it does not say."""
    strengths = ("rechtstreeks", "mee_bepalend", "niet_vermeld")
    found = [adjustment(f"b{n}", signal="niet_vermeld", strength=key) for n, key in enumerate(strengths)]
    (start,) = starts(corpus(*found))

    assert [("rechtstreeks", "is-stated"), ("mee bepalend", "is-partly"), ("niet vermeld", "is-silent")] == [
        (beam.strength.word, beam.strength.shape) for beam in start.beams if beam.end and beam.end.text != "Nieuwsbrief"
    ]


def test_each_row_has_its_initiative_and_its_signal() -> None:
    """They are seen once and heard in every row; an open end runs on."""
    whole = corpus(
        record("initiatief", INITIATIVE, signalen=SIGNALS),
        adjustment("loket", signal="wachten"),
        adjustment("balie", signal="wachten"),
    )
    html = rendered("pages/samenhang.html", trace_page(whole))

    assert 1 == len(re.findall(r'<th scope="row">\s*<a [^>]*>Bevraging</a>', html))
    assert 3 == html.count('<th scope="row"><span class="hidden">Bevraging</span></th>')
    assert 3 == html.count('<td><span class="hidden">'), "two signals again, and the end that is not there"
    assert '<td class="cell is-silent runs-on"><span>nog geen gevolg</span></td>' in html
    assert 3 == html.count('<td class="cell is-stated"><span>rechtstreeks</span></td>')


def test_the_page_of_all_ties_leaves_nothing_out() -> None:
    """Each initiative is a group, and the table beside the drawing has each tie."""
    page = trace_page(corpus())

    assert ["Bevraging", "Overleg"] == [group.link.text for group in page.groups]
    assert page.table is not None
    assert 2 == len(page.table.rows)
    assert "Gedaan of bezig: 1\u00a0bijsturing. 1 daarvan volgt rechtstreeks uit wat gehoord werd." in page.statement
    assert "Bij geen enkele staat in de bron welk signaal dat was." in page.statement


def test_what_a_drawing_cannot_hold_is_counted() -> None:
    """Beyond what can be drawn, silent initiatives are a list and the others are counted: nobody is left out."""
    many = [record("initiatief", {**INITIATIVE, "id": f"i{n}", "titel": f"Initiatief {n}"}) for n in range(2 * DRAWN)]
    loud = [record("initiatief", {**INITIATIVE, "id": f"s{n}", "signalen": SIGNALS}) for n in range(DRAWN + 3)]
    whole = corpus(*many, *loud)
    page = trace_page(whole)

    assert DRAWN == len(page.groups)
    assert len(whole.initiatives) == len(page.groups) + page.more + len(page.quiet)
    assert page.table is None
    rendered("pages/samenhang.html", page)
