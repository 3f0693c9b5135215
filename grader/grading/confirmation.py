"""Grading without TensorFlow: a submission that is right with plain networks of NumPy is right.

Importing TensorFlow takes longer than the rest. So a submission meets ``grader.plain_keras`` first.
That pass can only confirm: it counts if each exercise that imports Keras is fully right in it and
no cell stopped. Otherwise nothing of it is kept, not a word and not a mark, and the submission is
asked again with TensorFlow, with private questions drawn anew.
"""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace

from grader.grading.needed import slow_libraries
from grader.grading.pass_context import PassContext
from grader.grading.passes import Pass, begin
from grader.judging.asked import Asked
from grader.judging.judge import judge
from grader.protocol.library_names import KERAS
from grader.sandbox.budget import Budget
from grader.suite import Case

_NAME = "plain Keras"


def confirmed(work: PassContext) -> Pass | None:
    """The pass with plain Keras; None if the submission is to be asked with TensorFlow.

    Args:
        work: the submission and the assignment that it is graded against.

    Raises:
        WeakSandboxError: private cases are not run here.
        SandboxError: no process can be had.
    """
    cases = [] if work.exact_training else _cases_with_keras(work)
    if not cases:
        return None
    limits = work.limits.beside()
    work = replace(work, limits=limits, budget=Budget(limits))
    with ExitStack() as stack:
        begun = begin(work, stack, _NAME, plain_keras=True)
        if not _right(begun.found(), [case for case in cases if not case.private]):
            return None
        found = begun.finish()
        return found if _right(found, cases) else None


def _cases_with_keras(work: PassContext) -> list[Case]:
    """The cases of the exercises that import Keras, if the plain networks may stand for it."""
    imported = slow_libraries(work.graph, work.suite)
    cases = [case for case in work.suite.cases if imported[case.exercise]]
    beyond = any(modules - set(KERAS) for modules in imported.values())
    return [] if beyond or any(case.real_library for case in cases) else cases


def _right(found: Pass, cases: list[Case]) -> bool:
    """Whether all these cases passed, and nothing calls for another pass."""
    if found.trouble or found.refused() or found.lacks_names():
        return False
    answers = [(case, found.answers[case.id]) for case in cases]
    return all(
        isinstance(answer, Asked) and judge(case, answer.probe, answer.seen).status == "passed"
        for case, answer in answers
    )
