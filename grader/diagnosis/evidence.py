"""The evidence for a diagnosis: the answers, the code and the exceptions of one exercise."""

from __future__ import annotations

import ast
from functools import cached_property
from typing import Any

import msgspec
import numpy as np

from grader.diagnosis.definitions import find_function
from grader.diagnosis.facts import FunctionFacts, ModelFacts
from grader.diagnosis.function_facts import function_facts
from grader.diagnosis.likeness import returned_numbers, tell
from grader.protocol.observations import Described, Observation, Raised, Returned
from grader.protocol.probes import Call, Describe, Probe
from grader.protocol.values import Array
from grader.submissions.syntax import walked


class JudgedAnswer(msgspec.Struct, frozen=True):
    """The answer of a submission to one question.

    Attributes:
        probe: the question.
        seen: what came back.
        wrong: whether the judge failed it.
        public: whether everybody is asked the same question.
        beyond: whether the question goes beyond what the exercise asks for.
    """

    probe: Probe
    seen: Observation
    wrong: bool
    public: bool
    beyond: bool = False


class Evidence(msgspec.Struct, frozen=True, dict=True):
    """The evidence about a submission's answer to one exercise.

    Attributes:
        exercise: the name of the exercise.
        name: the name of the function or model that it asks for.
        answers: the judged answers, in the order of the cases.
        source: the text of the cell or cells that define the function or model.
        known: names that the notebook imports or defines as functions.
        bound: names that the notebook gives a value outside of functions.
        troubles: "Kind: message" of the exceptions that ended cells.
    """

    exercise: str
    name: str
    answers: tuple[JudgedAnswer, ...]
    source: str
    known: frozenset[str] = frozenset()
    bound: frozenset[str] = frozenset()
    troubles: frozenset[str] = frozenset()

    @property
    def causes(self) -> frozenset[str]:
        """The troubles that have no other behind them.

        A name that a statement was to make which stopped itself is missing in consequence, and so
        may be any name once an import has failed.
        """
        lost = ("ModuleNotFoundError: ", "ImportError: ")
        unsure = any(words.startswith(lost) for words in self.troubles)
        made = {f"'{name}'" for name in (*self.bound, self.name)}
        return frozenset(
            words
            for words in self.troubles
            if not words.startswith("NameError: ")
            or not (unsure or any(name in words for name in made))
        )

    @property
    def asked(self) -> tuple[tuple[int, JudgedAnswer], ...]:
        """The answers that the exercise asks for, each with its place among all answers."""
        numbered = enumerate(self.answers)
        return tuple((place, answer) for place, answer in numbered if not answer.beyond)

    @cached_property
    def swallows(self) -> bool:
        """Whether the function goes on, by code of its own, where something in it fails."""
        tree = find_function(self.source, self.name)
        handlers = (
            (node for node in walked(tree) if isinstance(node, ast.ExceptHandler)) if tree else ()
        )
        return any(
            not any(isinstance(node, ast.Raise) for node in walked(handler)) for handler in handlers
        )

    def tells(self) -> bool:
        """Whether the answers say how they were computed.

        The wrong answers do if they are more than exceptions, zeros and the like; or the right
        ones do, and the wrong ones are values, so that it tells where the values are wrong.
        """
        wrong = [answer.seen for answer in self.answers if answer.wrong]
        if tell(wrong):
            return True
        right = [answer.seen for answer in self.answers if not answer.wrong]
        return tell(right) and all(isinstance(seen.outcome, Returned) for seen in wrong)

    def facts(self) -> FunctionFacts | ModelFacts | None:
        """The facts for the functions of the catalogue's entries; None if no function is found."""
        outcomes = [answer.seen.outcome for _, answer in self.asked]
        raised = frozenset(
            f"{outcome.kind}: {outcome.message}"
            for outcome in outcomes
            if isinstance(outcome, Raised)
        )
        if not any(isinstance(answer.probe, Describe) for answer in self.answers):
            probes = [answer.probe for answer in self.answers]
            asked = [probe.parameters for probe in probes if isinstance(probe, Call)]
            return function_facts(
                self.source,
                self.name,
                self.known,
                raised,
                asked=asked[0] if asked else (),
                bound=self.bound,
                numbers=returned_numbers(answer.seen for _, answer in self.asked),
            )
        described = [model for model in outcomes if isinstance(model, Described)]
        return ModelFacts(
            model=described[0] if described else None,
            outputs=self._outputs(),
            messages=self.causes | raised,
            source=self.source,
        )

    def _outputs(self) -> np.ndarray[Any, Any] | None:
        """The first predictions, one for each different row that was asked about."""
        for answer in self.answers:
            model, probe = answer.seen.outcome, answer.probe
            if not isinstance(model, Described) or not isinstance(model.predictions, Array):
                continue
            outputs = model.predictions.numpy()
            if not isinstance(probe, Describe) or probe.rows is None:
                return outputs.ravel()
            rows = probe.rows.numpy()
            if len(outputs) != len(rows):
                return outputs.ravel()
            first = {row.tobytes(): place for place, row in reversed(list(enumerate(rows)))}
            return outputs[sorted(first.values())].ravel()
        return None
