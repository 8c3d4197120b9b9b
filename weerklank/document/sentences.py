"""Sentences that are worked out from a record: what is counted, what is missing, what may not be done with a figure.

In: records and the corpus they stand in. Out: plain Dutch text. What a page always says stands in its template.
"""

from weerklank.model import Absence, ComplaintsYear
from weerklank.wording import date_words, number


def complaints_in_short(item: ComplaintsYear, *, thousands: str) -> str:
    """How many complaints there were, how many were answered in time and how long that took, as far as it is stated."""
    found = {name: getattr(item, name) for name in ("received", "within_45", "over_45", "mean_days")}
    shown = {name: number(v, thousands=thousands) for name, v in found.items() if not isinstance(v, Absence)}
    pieces = []
    if "received" in shown:
        pieces.append(
            f"{shown['received']} {'klacht' if item.received == 1 else 'klachten'} in {date_words(item.year)}."
        )
    if "within_45" in shown:
        verb = "kreeg" if item.within_45 == 1 else "kregen"
        later = f", {shown['over_45']} later" if "over_45" in shown else ""
        pieces.append(f"{shown['within_45']} {verb} binnen 45 dagen een antwoord{later}.")
    if "mean_days" in shown:
        pieces.append(f"Gemiddeld duurde het {shown['mean_days']} {'dag' if item.mean_days == 1 else 'dagen'}.")
    return " ".join(pieces) or f"Klachten in {date_words(item.year)}."
