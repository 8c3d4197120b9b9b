"""Whether figures may share an axis without a word, and how results are told apart.

In: results of measurements. Out: plain values and Dutch text.
"""

from collections import Counter
from collections.abc import Mapping

from weerklank.model import Absence, Measurement, Quantity, Result
from weerklank.wording import date_words, unit_of


def other_words(stated: tuple[Result, ...]) -> str:
    """That figures count answers in other words, as a clause; "" where they do not."""
    answers = [result.answer for result in stated if isinstance(result.answer, str)]
    each = "telkens met andere" if len({*answers}) == len(stated) else "niet overal met dezelfde"
    return f"de bron omschrijft de getelde antwoorden {each} woorden" if len({*answers}) > 1 else ""


def differences(stated: tuple[Result, ...]) -> tuple[str, ...]:
    """Why figures share no axis without a word: each reason as a clause ("de bron …"), () where there is none."""
    groups = {result.group for result in stated if isinstance(result.group, str)}
    units = {unit_of(result.value) for result in stated if isinstance(result.value, Quantity)}
    clauses = (
        other_words(stated),
        "de cijfers komen van verschillende groepen" if len(groups) > 1 else "",
        "de cijfers hebben verschillende eenheden" if len(units) > 1 else "",
    )
    return tuple(filter(None, clauses))


def comparable(stated: tuple[Result, ...]) -> bool:
    """Whether figures count the same answers of the same group in the same unit, so that they may share an axis."""
    return not differences(stated)


def names_of(measurement: Measurement) -> Mapping[str, str]:
    """Id -> what each result is called: its subject, with the group and the year where another has the same subject."""
    subjects = Counter(result.subject for result in measurement.results)
    return {
        result.id: result.subject if subjects[result.subject] == 1 else told_apart(result)
        for result in measurement.results
    }


def told_apart(result: Result) -> str:
    """The subject of a result with its group and its year, as far as they are known: "Zitbanken, bewoners, 2025"."""
    return ", ".join(filter(None, (result.subject, of_whom(result))))


def of_whom(result: Result) -> str:
    """The group of a result and its year, as far as they are known: "bewoners, 2025"."""
    group = result.group if isinstance(result.group, str) else ""
    year = "" if isinstance(result.year, Absence) else date_words(result.year)
    return ", ".join(filter(None, (group, year)))


def stated_of(measurement: Measurement) -> tuple[Result, ...]:
    """The results with a figure."""
    return tuple(result for result in measurement.results if isinstance(result.value, Quantity))
