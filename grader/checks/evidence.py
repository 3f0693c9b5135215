"""The evidence for a diagnosis in the learner's own notebook.

It is what the grader has of a submission, as far as it can be had here: the answers to the public
cases, the cell of the function or the cells of the model as they were run, and what stopped there.
"""

from __future__ import annotations

import inspect
import linecache
from collections.abc import Mapping
from itertools import count
from typing import Any, NamedTuple

from grader.answering.exception_data import describe_error
from grader.checks import notebook
from grader.checks.answers import Pair
from grader.diagnosis.evidence import Evidence, JudgedAnswer
from grader.diagnosis.names import bound, defined, mentioned
from grader.judging.exceptions import explain_exception
from grader.judging.missing_answers import raised_words
from grader.protocol.observations import Described, Raised
from grader.submissions.reading import Cell
from grader.submissions.slicing import needed
from grader.submissions.syntax import is_python
from grader.suite import Exercise, Suite


class Stopped(NamedTuple):
    """A cell that was run and did not reach its end.

    Attributes:
        cell: the cell's source.
        error: the exception that ended it.
    """

    cell: str
    error: Raised


def evidence(
    suite: Suite,
    exercise: Exercise,
    pairs: list[Pair],
    namespace: Mapping[str, Any],
    stopped: Stopped | None,
) -> Evidence:
    """The evidence for the diagnosis of a learner's answer to an exercise.

    Args:
        suite: the public suite.
        exercise: the exercise.
        pairs: the verdicts of its public cases, each with question and answer.
        namespace: what the learner wrote, by its name.
        stopped: the cell of it that stopped, if one did.
    """
    name, cells = exercise.goals[0], notebook.cells()
    readable = [cell for cell in dict.fromkeys(cells) if is_python(cell)]
    own = _cell_of(namespace.get(name))
    beyond = {case.id for case in suite.of(exercise) if case.advisory}
    return Evidence(
        exercise=exercise.name,
        name=name,
        answers=tuple(
            JudgedAnswer(
                asked.probe,
                asked.seen,
                wrong=verdict.status == "failed",
                public=True,
                beyond=verdict.id in beyond,
            )
            for verdict, asked in pairs
        ),
        source=own or "\n".join(cells_about(name, cells)),
        known=frozenset().union(*(defined(cell, suite.support) for cell in [*readable, own])),
        bound=frozenset().union(*map(bound, readable)),
        troubles=frozenset({f"{stopped.error.kind}: {stopped.error.message}"} if stopped else ()),
    )


def cells_about(name: str, cells: list[str]) -> list[str]:
    """The cells that speak of a name, from the last one on that gives it a value."""
    about = [cell for cell in cells if is_python(cell) and name in mentioned(cell)]
    made = [place for place, cell in enumerate(about) if name in bound(cell)]
    return about[made[-1] :] if made else about


def what_stopped(name: str) -> Stopped | None:
    """The last exception that the notebook showed, if what a name is made of ended with it.

    An exception that shows itself in a sentence says what is still to be done, as ``check`` and
    the cells that need an exercise do; it is no fault of the learner's. Nor is it one that the name
    itself is missing: that follows from what stopped before.
    """
    error = notebook.shown_last()
    follows = isinstance(error, NameError) and error.name == name
    if error is None or follows or hasattr(error, "_render_traceback_"):
        return None
    about = cells_about(name, notebook.cells())
    needed_lines = dict(needed(map(Cell, count(1), about), [name]).cells)
    trace = error.__traceback__
    while trace is not None:
        cell = "".join(linecache.getlines(trace.tb_frame.f_code.co_filename)).strip()
        for number, text in enumerate(about, 1):
            own = needed_lines.get(number, "").split("\n")
            if cell and text.strip() == cell and any(own[trace.tb_lineno - 1 : trace.tb_lineno]):
                return Stopped(text, describe_error(error))
        trace = trace.tb_next
    return None


def words_of(stopped: Stopped) -> str:
    """The sentences on a cell that stopped: the line, the exception and what it means."""
    error = stopped.error
    where = f"line {error.line}" + (f": {error.code}" if error.code else "")
    said = raised_words(error).rstrip(".")
    return f"Python stopped in {where}. {said}. {explain_exception(error)}".rstrip()


def lost_by(stopped: Stopped, pairs: list[Pair]) -> tuple[str, str] | None:
    """The first case that a model failed when a cell of it stopped, and what to say of it."""
    for verdict, asked in pairs:
        if verdict.status == "failed" and isinstance(asked.seen.outcome, Described):
            return verdict.id, words_of(stopped)
    return None


def _cell_of(thing: object) -> str:
    """The cell, or the file, in which a function is defined; empty if it is not known."""
    code = getattr(inspect.unwrap(thing) if callable(thing) else thing, "__code__", None)
    text = "".join(linecache.getlines(code.co_filename)) if code else ""
    return text if is_python(text) else ""
