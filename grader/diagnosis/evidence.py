"""What is known of one exercise of a submission when its mistake is looked for."""

from __future__ import annotations

import msgspec

from grader.diagnosis import source as sources
from grader.diagnosis.facts import FunctionFacts, ModelFacts
from grader.diagnosis.likeness import tell
from grader.protocol.observations import Described, Observation, Raised
from grader.protocol.probes import Call, Describe, Probe
from grader.protocol.values import Array


class Answer(msgspec.Struct, frozen=True):
    """A question, what came back, whether that was wrong, and whether everybody is asked it."""

    probe: Probe
    seen: Observation
    wrong: bool
    public: bool


class Evidence(msgspec.Struct, frozen=True):
    """What is known of one exercise.

    Attributes:
        exercise: its name.
        name: of the function or model that is asked for.
        answers: in the order of the cases.
        source: the text of the cell or cells that define it.
        known: names that the notebook imports or defines as functions.
        bound: names that it gives a value outside of functions.
        troubles: "Kind: message" of the exceptions that ended cells.
    """

    exercise: str
    name: str
    answers: tuple[Answer, ...]
    source: str
    known: frozenset[str] = frozenset()
    bound: frozenset[str] = frozenset()
    troubles: frozenset[str] = frozenset()

    def tells(self) -> bool:
        """Whether the wrong answers say how they were computed."""
        return tell(answer.seen for answer in self.answers if answer.wrong)

    def facts(self) -> FunctionFacts | ModelFacts | None:
        """What an entry of the catalogue may look at; None if there is nothing to see."""
        outcomes = [answer.seen.outcome for answer in self.answers]
        raised = frozenset(
            f"{one.kind}: {one.message}" for one in outcomes if isinstance(one, Raised)
        )
        if not any(isinstance(answer.probe, Describe) for answer in self.answers):
            asked = [one.probe.parameters for one in self.answers if isinstance(one.probe, Call)]
            return sources.facts(
                self.source,
                self.name,
                self.known,
                raised,
                asked=asked[0] if asked else (),
                bound=self.bound,
            )
        described = [one for one in outcomes if isinstance(one, Described)]
        predicted = [one.predictions for one in described if isinstance(one.predictions, Array)]
        return ModelFacts(
            model=described[0] if described else None,
            outputs=predicted[0].numpy().ravel() if predicted else None,
            messages=self.troubles | raised,
            source=self.source,
        )
