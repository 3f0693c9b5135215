"""The matrix of cases and mistakes: which case catches which mistake, and which case is needed."""

from __future__ import annotations

import msgspec

from grader.report import Report
from grader.suite import Case, Suite
from grader.verify.entry_programs import Specimen


class Catches(msgspec.Struct, frozen=True):
    """The known mistakes that one case catches, in numbers.

    Attributes:
        case: the case.
        caught: how many wrong answers to its exercise it fails.
        of: how many there are.
        alone: how many of them no other case with its visibility fails.
        apart: how many pairs of mistakes no other case of its exercise tells apart.
    """

    case: Case
    caught: int
    of: int
    alone: int
    apart: int

    @property
    def needed(self) -> bool:
        """Whether it catches a mistake that others do not, or says why it stays."""
        if self.case.advisory:  # its failures are forgiven
            return bool(self.case.kept_because)
        return self.caught > 0 and (self.alone + self.apart > 0 or bool(self.case.kept_because))


def catches(suite: Suite, pairs: list[tuple[Specimen, Report]]) -> list[Catches]:
    """For each case, how many of the known mistakes it catches.

    Args:
        suite: the cases.
        pairs: each wrong answer with its report.
    """
    failed = {
        specimen.name: (
            specimen.entry.exercise,
            specimen.entry.id,
            {
                case.id: (case.status == "failed", case.got)
                for result in report.exercises
                if result.name == specimen.entry.exercise
                for case in result.cases
            },
        )
        for specimen, report in pairs
    }
    return [_of(case, suite, failed) for case in suite.cases]


def hidden(pairs: list[tuple[Specimen, Report]]) -> tuple[str, ...]:
    """The mistakes of which some program fails in private cases alone: students cannot see them."""
    found: dict[str, None] = {}
    for specimen, report in pairs:
        own = next(result for result in report.exercises if result.name == specimen.entry.exercise)
        failed = [case.private for case in own.cases if case.status == "failed"]
        if failed and all(failed):
            found[specimen.entry.id] = None
    return tuple(found)


def _of(
    case: Case, suite: Suite, failed: dict[str, tuple[str, str, dict[str, tuple[bool, str]]]]
) -> Catches:
    own = [(entry, seen) for exercise, entry, seen in failed.values() if exercise == case.exercise]
    beside = [
        other.id
        for other in suite.cases
        if other.exercise == case.exercise and other.private == case.private and other.id != case.id
    ]
    caught = [(entry, seen) for entry, seen in own if seen[case.id][0]]
    alone = [entry for entry, seen in caught if not any(seen[other][0] for other in beside)]
    return Catches(case, len(caught), len(own), len(alone), _apart(case, own, beside))


def _apart(
    case: Case, own: list[tuple[str, dict[str, tuple[bool, str]]]], beside: list[str]
) -> int:
    """Pairs of entries that pass and fail alike in the other cases, and not in this one."""
    groups: dict[tuple[bool, ...], dict[str, bool]] = {}
    for entry, seen in own:
        pattern = tuple(seen[other][0] for other in beside)
        groups.setdefault(pattern, {})[entry] = seen[case.id][0]
    return sum(len(group) - 1 for group in groups.values() if len(set(group.values())) > 1)
