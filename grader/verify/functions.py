"""The claim that the functions of entries, ``recognise`` and ``exclude``, run without an error.

Each is asked about the facts of every program of its exercise and of some odd ones, such as a
function without parameters, as if nothing had been raised and as if all kinds of exceptions had.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from grader.diagnosis.catalogue import Catalogue
from grader.diagnosis.entries import Entry
from grader.diagnosis.facts import ModelFacts
from grader.diagnosis.function_facts import function_facts
from grader.diagnosis.names import defined
from grader.diagnosis.recognition import Recognition
from grader.report import Report
from grader.suite import Exercise, Suite
from grader.verify.claims import Claim

_ALL = frozenset(
    f"{kind}: 'x' was raised"
    for kind in (
        "AttributeError",
        "IndexError",
        "NameError",
        "TypeError",
        "UnboundLocalError",
        "ValueError",
    )
)
_ODD = (
    "def {name}(): pass",
    "def {name}(a): return a[0](a)(a, *a).b[a, :][...]",
    "def {name}(*a, b=1, **c):\n    for x, y in a: x.y = c = d[0] = [*x] = lambda: (yield)",
)
_MODEL = "{name} = other = f(*a)[0].g(b=1)\n{name} += [x for x in {name}]"


def failing(suite: Suite, whole: Catalogue, chosen: Catalogue, reports: Iterable[Report]) -> Claim:
    """The claim that no function of an entry fails.

    Args:
        suite: the assignment.
        whole: all of its catalogue, for the programs.
        chosen: the part of it whose functions are tried.
        reports: on programs of that part; what they say of its functions counts, too.
    """
    faults: dict[str, None] = {}  # each once, in order
    files: set[str] = set()
    tried = 0
    for exercise in suite.exercises:
        with_functions = [
            entry for entry in chosen.of(exercise.name) if entry.recognise or entry.exclude
        ]
        tried += len(with_functions)
        files |= {f"{entry.file}, line" for entry in with_functions}
        programs = [variant for entry in whole.of(exercise.name) for variant in entry.variants]
        for facts in _facts(exercise, programs, whole) if with_functions else ():
            faults |= dict.fromkeys(_faults(with_functions, facts))
    for report in reports:
        told = [fault for result in report.exercises for fault in result.faults]
        own = [fault for fault in told if fault.startswith(tuple(files))]
        faults |= {fault: None for fault in own if not fault.startswith(tuple(faults))}
    return Claim(
        "their recognise and exclude answer without an error",
        tried,
        max(tried - len(faults), 0),
        tuple(faults),
        advice="Mend the function at that line. A fact may be missing, such as a model that was "
        "never made: the words of grader/diagnosis/facts.py allow for that.",
    )


def _faults(entries: Iterable[Entry], facts: object) -> Iterator[str]:
    recognition = Recognition(facts)
    for entry in entries:
        recognition.recognises(entry)
        recognition.excludes(entry)
    yield from (fault.words for fault in recognition.faults)


def _facts(exercise: Exercise, programs: list[str], catalogue: Catalogue) -> Iterator[object]:
    """Facts for trying the functions of an exercise's entries."""
    name = exercise.goals[0]
    known = defined(catalogue.before(exercise.name))
    for raised in (frozenset[str](), _ALL):
        if exercise.name in catalogue.given_for:  # a model; each would have to be trained
            for text in (*programs, _MODEL.format(name=name)):
                yield ModelFacts(None, None, raised, text)
        else:
            for text in (*programs, *(odd.format(name=name) for odd in _ODD)):
                yield function_facts(text, name, known, raised)
