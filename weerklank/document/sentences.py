"""Sentences that are worked out from a record: what is counted, what is missing, what may not be done with a figure.

In: records and the corpus they stand in. Out: plain Dutch text. What a page always says stands in its template.
"""

from weerklank.corpus import Corpus
from weerklank.facts.cells import cell_of
from weerklank.facts.comparing import differences, stated_of
from weerklank.facts.divisions import count_cell, part_share, share_beside, themes
from weerklank.facts.lines import lines_of
from weerklank.model import Absence, Adjustment, ComplaintsYear, Measurement, Ref, Result, Verifiable, said_absent
from weerklank.wording import capital, counted, date_words, figure_words, listing, quantity_words


def complaints_said(corpus: Corpus, year: ComplaintsYear, theme: Ref | None) -> str:
    """What the complaints of a year said, as far as they are counted, as in "Wachttijd: 39 klachten in 2025".

    `theme`: what they were about; None for all of them.
    """
    when = date_words(year.year)
    if theme is None:
        return complaints_in_short(year, thousands=corpus.organisation.site.thousands)
    name, found = capital(corpus.term(theme).name), themes(corpus, year)
    part = next((part for part in found.parts if part.id == theme.id), None) if found else None
    if found is not None and part is not None and part.share is not None:
        of = f" van {found.of}" if found.of else ""
        return f"{name}: {quantity_words(part.share)}{of} in {when}."
    if found is None or part is None or isinstance(part.count, Absence):
        word = f", {part.count.state.word}" if part is not None and said_absent(part.count) else ""
        return f"{name}: klachten in {when}{word}."
    shown = count_cell(corpus, part)
    share = f" ({share_beside(shown, part_share(corpus, found, part))} van {found.of})" if found.whole else ""
    return f"{name}: {shown.text} {'klacht' if part.count == 1 else 'klachten'} in {when}{share}."


def complaints_in_short(item: ComplaintsYear, *, thousands: str) -> str:
    """How many complaints there were, how many were answered in time and how long that took, as far as it is stated."""
    found = {name: item.figure(name) for name in ("received", "within_45", "over_45", "mean_days")}
    shown = {name: figure_words(v, thousands=thousands) for name, v in found.items() if not isinstance(v, Absence)}
    pieces = []
    if "received" in shown:
        pieces.append(
            f"{capital(shown['received'])} {'klacht' if item.received == 1 else 'klachten'} in {date_words(item.year)}."
        )
    if "within_45" in shown:
        verb = "kreeg" if item.within_45 == 1 else "kregen"
        later = f", {shown['over_45']} later" if "over_45" in shown else ""
        pieces.append(f"{capital(shown['within_45'])} {verb} binnen 45 dagen een antwoord{later}.")
    if "mean_days" in shown:
        pieces.append(f"Gemiddeld duurde het {shown['mean_days']} {'dag' if item.mean_days == 1 else 'dagen'}.")
    return " ".join(pieces) or f"Klachten in {date_words(item.year)}."


COUNTED = ("bijsturing", "bijsturingen")
NOTHING_DONE = "Er is geen bijsturing opgetekend die hieruit volgde."
NOT_DONE = "Wat hieruit volgde, is nog niet of niet gedaan: zie hieronder."
NO_FIGURE = "De bron geeft geen enkel cijfer. Hieronder staat waarom."
NO_SIGNAL = "Welk signaal erbij hoort, staat niet in de bron."


def hard_to_check(check: Verifiable | None) -> str:
    """Why a reader cannot check, or not in full, that something was done as it is worded; "" where that is not so."""
    if check is None or check.answer == "ja":
        return ""
    word = "Niet" if check.answer == "nee" else "Deels"
    return f"{word} toetsbaar zoals geformuleerd: {check.reason}"


def one_point(parts: int) -> str:
    """How the source counts an adjustment that has parts."""
    return f"Eén punt in de bron, met {counted(parts, 'onderdeel', 'onderdelen')}."


def done_in_short(leaves: tuple[Adjustment, ...], points: int) -> str:
    """How many adjustments there are, counted as parts and as points of the source, and what all of them lack."""
    count = counted(len(leaves), *COUNTED)
    first = count if points == len(leaves) else f"{counted(points, 'punt', 'punten')} in de bron, {count}"
    undated = all(isinstance(step.date, Absence) for item in leaves for step in item.course)
    unproven = not any(step.evidence for item in leaves for step in item.course)
    missing = [word for word, lacks in (("datum", undated), ("bewijsstuk", unproven)) if lacks]
    return f"{first}. Er is geen {' of '.join(missing)} opgegeven." if missing else f"{first}."


def not_together(corpus: Corpus, item: Measurement) -> str:
    """Why the figures of a measurement may not be taken together, or ""."""
    stated = stated_of(item)
    if len(stated) <= 1 or item.may_combine:
        return ""
    if lines_of(corpus, item):
        return "De cijfers mogen niet opgeteld of gemiddeld worden. Vergelijk alleen wat op één lijn staat."
    why = listing(differences(stated))
    first = f"{capital(why)}. " if why else ""
    return f"{first}Ze mogen niet opgeteld, niet gemiddeld en niet als evolutie gelezen worden."


def _with(words: str, note: str) -> str:
    return f"{words} ({note})" if note else words


def figure_in_full(corpus: Corpus, item: Measurement, result: Result) -> str:
    """One figure as somebody else may cite it: who measured what, with the words, the group, the year and the count."""
    words = [cell_of(corpus, result.value).text]
    words += [f"“{result.answer}”"] if isinstance(result.answer, str) else []
    words += [_with(result.group, result.group_note)] if isinstance(result.group, str) else []
    words += [] if isinstance(result.year, Absence) else [_with(date_words(result.year), result.year_note)]
    words += [] if isinstance(result.respondents, Absence) else [f"n = {cell_of(corpus, result.respondents).text}"]
    return f"{corpus.organisation.name}, {item.title}: {result.subject}, {', '.join(words)}."
