"""The closed vocabularies: each word has a key, a shape and a definition, and the model knows the same keys."""

import re
from collections.abc import Callable

import pytest

from weerklank.model import AbsenceKey
from weerklank.model.part import words_of
from weerklank.model.question import CoverageKey
from weerklank.model.records import CourseKey, Strength
from weerklank.states import ABSENCES, COURSES, COVERAGES, STRENGTHS, Shape, State, absence, course, coverage, strength

VOCABULARIES = {"absences": ABSENCES, "coverages": COVERAGES, "courses": COURSES, "strengths": STRENGTHS}


@pytest.mark.parametrize(
    ("states", "keys"),
    [
        (ABSENCES, {key.value for key in AbsenceKey}),
        (COVERAGES, set(words_of(CoverageKey))),
        (COURSES, set(words_of(CourseKey))),
        (STRENGTHS, set(words_of(Strength))),
    ],
)
def test_the_model_takes_exactly_these_keys(states: tuple[State, ...], keys: set[str]) -> None:
    """What an author may write and what the program can word are the same."""
    assert keys == {state.key for state in states}


@pytest.mark.parametrize("states", VOCABULARIES.values(), ids=VOCABULARIES)
def test_a_vocabulary_says_each_thing_once(states: tuple[State, ...]) -> None:
    """No two states of a vocabulary have one key or one word."""
    assert len(states) == len({state.key for state in states}) == len({state.word for state in states})


@pytest.mark.parametrize("state", [*ABSENCES, *COVERAGES, *COURSES, *STRENGTHS], ids=lambda state: state.key)
def test_a_state_is_ready_to_print(state: State) -> None:
    """A key for machines, a word in lower case, and a definition of one sentence or two, closed."""
    assert re.fullmatch(r"[a-z]+(_[a-z]+)*", state.key)
    assert state.word == state.word.lower()
    assert re.fullmatch(r"[A-Z].+\.", state.definition)


def test_silence_is_never_drawn_as_sound() -> None:
    """A full shape means that the source says it; no absence has one, and the word for silence is always ruled."""
    assert [] == [state for state in ABSENCES if state.shape in (Shape.STATED, Shape.PARTLY, Shape.INDIRECT)]
    silent = [state for states in VOCABULARIES.values() for state in states if state.key == "niet_vermeld"]
    assert [Shape.SILENT] * 3 == [state.shape for state in silent]


@pytest.mark.parametrize(
    ("find", "states"), [(absence, ABSENCES), (coverage, COVERAGES), (course, COURSES), (strength, STRENGTHS)]
)
def test_a_state_is_found_by_its_key(find: Callable[[str], State], states: tuple[State, ...]) -> None:
    """Every key leads to its state; another one is a mistake of ours and is refused."""
    assert states == tuple(find(state.key) for state in states)
    with pytest.raises(KeyError, match="bestaat_niet"):
        find("bestaat_niet")
