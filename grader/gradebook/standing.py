"""A student's standing: an own deadline, a group, being in the class, a mark held back."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from grader.gradebook.policy import Policy
from grader.gradebook.records import Decision

NO_DEADLINE = "none"
_TAKEN_BACK = {
    "deadline": "the own deadline taken back",
    "withdrawn": "back in the class, said",
    "held": "the mark released",
    "group": "taken out of the group",
}


class Standing(msgspec.Struct, frozen=True):
    """The decisions in force for a student.

    Attributes:
        reasons: the decisions themselves, one of a kind.
        deadline: the student's own, ``none`` for none; empty if the class's is in force.
        withdrawn: who took the student out of the class and why; empty for a student in it.
        held: whether the mark is held back.
        group: the name of the group; empty without one.
    """

    reasons: tuple[Decision, ...]
    deadline: str
    withdrawn: str
    held: bool
    group: str

    @classmethod
    def of(cls, decisions: Iterable[Decision]) -> Standing:
        """The standing by these decisions, of which the newest is the last."""
        newest = {decision.kind: decision for decision in decisions if decision.kind != "mark"}
        kinds = {kind: decision for kind, decision in newest.items() if decision.text}
        left, own = kinds.get("withdrawn"), kinds.get("deadline")
        return cls(
            reasons=tuple(kinds.values()),
            deadline=own.text if own else "",
            withdrawn=f"withdrawn by {left.who}: {left.why}" if left else "",
            held="held" in kinds,
            group=kinds["group"].text if "group" in kinds else "",
        )

    def policy(self, policy: Policy) -> Policy:
        """The policy with the student's own deadline."""
        if not self.deadline:
            return policy
        deadline = "" if self.deadline == NO_DEADLINE else self.deadline
        return msgspec.structs.replace(policy, deadline=deadline)


def effect_of(decision: Decision) -> str:
    """The effect of a decision in words, without the person and the reason."""
    if not decision.text:
        return _TAKEN_BACK[decision.kind]
    if decision.kind == "deadline":
        is_exempt = decision.text == NO_DEADLINE
        return "exempt from the deadline" if is_exempt else f"deadline {decision.text} given"
    if decision.kind == "group":
        return f"put into the group {decision.text}"
    if decision.kind == "withdrawn":
        return "withdrawn from the class"
    return "the mark held back" if decision.student else "all marks held back"
