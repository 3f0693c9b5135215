"""Checks, logging and try around a known mistake: it is the same mistake."""

from __future__ import annotations

import pytest

from grader.diagnosis.canonical import canonical
from grader.diagnosis.catalogue import Catalogue
from grader.diagnosis.diagnose import Diagnoser
from grader.diagnosis.entries import Entry
from grader.diagnosis.evidence import Evidence, JudgedAnswer
from grader.diagnosis.function_facts import function_facts
from grader.diagnosis.likeness import tell
from grader.diagnosis.rehearsals import Rehearsals
from grader.diagnosis.trial_runs import Rehearsal
from grader.protocol.observations import Observation, Returned
from grader.protocol.probes import Call
from grader.protocol.values import encode

PLAIN = "def total(rows):\n    return sum(row[0] * 3 for row in rows)\n"
RIGHT = "def total(rows):\n    return sum(sum(row) for row in rows)\n"
PROBES = tuple(
    Call("total", ("rows",), (encode(rows),))
    for rows in ([[1.5, 2.0], [0.25, 4.0]], [[], [1.0]], [[2.0], [5.0]])
)
STYLES = {
    "types and a docstring": 'def total(rows: list) -> float:\n    """Adds."""\n'
    "    return sum(row[0] * 3 for row in rows)\n",
    "an assert": "def total(rows):\n    assert all(len(r) for r in rows)\n"
    "    return sum(row[0] * 3 for row in rows)\n",
    "a check of its own": "def total(rows):\n    if not all(rows):\n        raise ValueError('empty')\n"
    "    return sum(row[0] * 3 for row in rows)\n",
    "a log": "import logging\nlogger = logging.getLogger()\ndef total(rows):\n"
    "    logger.debug('%s', rows)\n    return sum(row[0] * 3 for row in rows)\n",
    "a try that swallows": "def total(rows):\n    try:\n        return sum(row[0] * 3 for row in rows)\n"
    "    except Exception:\n        return 0\n",
}


def known() -> Catalogue:
    """A catalogue of one mistake: three times the first number for the sum of a row."""
    entry = Entry("total", "first_number", "says", ("1", "2", "3"), (PLAIN,))
    return Catalogue(mistakes=(entry,), templates={"total": RIGHT})


def evidence(source: str) -> Evidence:
    """What a submission with this source would have answered."""
    right, asked = Rehearsal(RIGHT, "", {}), Rehearsal(source, "", {})
    answers = []
    for probe in PROBES:
        seen = asked.observe(probe)
        answers.append(
            JudgedAnswer(probe, seen, seen.outcome != right.observe(probe).outcome, True)
        )
    return Evidence("total", "total", tuple(answers), source)


@pytest.mark.parametrize("style", STYLES)
def test_a_mistake_is_known_in_every_style(style: str) -> None:
    """What is written around it changes neither the answers that tell nor the name."""
    found = Diagnoser(Rehearsals(known(), {})).diagnose(evidence(STYLES[style])).entries
    assert ["first_number"] == [entry.name for entry in found]


def test_other_answers_are_no_mistake_of_the_catalogue() -> None:
    """A submission that stops where the mistake does, and answers otherwise, has another one."""
    other = "def total(rows):\n    return sum(row[0] * 4 for row in rows)\n"
    assert () == Diagnoser(Rehearsals(known(), {})).diagnose(evidence(other)).entries


@pytest.mark.parametrize("style", ["types and a docstring", "an assert", "a log"])
def test_a_style_is_left_out_of_the_code_that_is_compared(style: str) -> None:
    """Two programs that differ in checks, logging and annotations alone are the same."""
    assert canonical(PLAIN, "total") == canonical(STYLES[style], "total")


def test_a_logger_is_no_variable_of_the_notebook() -> None:
    """Its name is neither an input of the function nor a thing to know about a right answer."""
    facts = function_facts(STYLES["a log"], "total", bound=frozenset({"logger"}))
    assert facts is not None
    assert frozenset() == facts.free


@pytest.mark.parametrize(
    ("numbers", "says"),
    [([0.0] * 20, False), ([0.0, 1.0] * 2, False), ([0.0, 1.0] * 6, True), ([0.2, 0.3], True)],
)
def test_zeros_and_ones_tell_where_there_are_enough(numbers: list[float], says: bool) -> None:
    """A dozen of them, some of each, are no chance; a few may be."""
    assert says is tell([Observation(Returned((encode(numbers),)))])
