"""The claims about an assignment: how often each was tried and held, and what to do if not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from grader.diagnosis.catalogue import Catalogue
from grader.report import Report
from grader.verify.entry_programs import Specimen

LEAST_NAMED = 0.95  # of the known mistakes that have to get their own diagnosis


class Claim(msgspec.Struct, frozen=True):
    """A claim about an assignment, and the trials of it.

    Attributes:
        what: the claim in words.
        tried: how often it was tried.
        held: how often it held.
        failures: a sentence for each time it did not.
        least: the share that is enough.
        advice: what to do where it does not hold.
    """

    what: str
    tried: int
    held: int
    failures: tuple[str, ...] = ()
    least: float = 1.0
    advice: str = ""

    @property
    def holds(self) -> bool:
        """Whether it held often enough; a claim that was never tried does not hold."""
        return self.tried > 0 and self.held >= self.least * self.tried


@dataclass
class _Count:
    what: str
    advice: str
    least: float = 1.0
    tried: int = 0
    failures: list[str] = field(default_factory=list)

    def note(self, failure: str) -> None:
        self.tried += 1
        if failure:
            self.failures.append(failure)

    def claim(self) -> Claim:
        held = self.tried - len(self.failures)
        return Claim(self.what, self.tried, held, tuple(self.failures), self.least, self.advice)


def notebooks(solved: dict[Path, Report], blank: dict[Path, Report]) -> Iterable[Claim]:
    """The claims that the instructor's notebooks get all points and the students' none.

    Args:
        solved: the reports on the solved notebooks.
        blank: those on the notebooks as students get them.
    """
    right = _Count(
        "the reference gets all points",
        "Grade that notebook: the report shows the case in which it, or the case, is wrong.",
    )
    for path, report in solved.items():
        points = report.total.points + report.total.extra_points
        right.note("" if report.total.sum == points else f"{path.name}: {report.total.sum}")
    yield right.claim()
    nothing = _Count(
        "the blank notebook gets none",
        "What students are given answers a case: take it out of the notebook, or ask for more.",
    )
    for path, report in blank.items():
        nothing.note(f"{path.name}: {report.total.sum}" if report.total.sum else "")
    yield nothing.claim()


def usable(catalogue: Catalogue) -> Claim:
    """The claim that every entry of the catalogue can be read, and its functions made."""
    failures = tuple(fault.words for fault in catalogue.faults)
    tried = len(catalogue.mistakes) + len(catalogue.accepted) + len(failures)
    return Claim(
        "every entry can be used",
        tried,
        tried - len(failures),
        failures,
        advice="Mend that line; until then the entry is left out wherever submissions are graded.",
    )


def answers(catalogue: Catalogue, pairs: list[tuple[Specimen, Report]]) -> Iterable[Claim]:
    """The claims on the catalogue's answers.

    Args:
        catalogue: the entries.
        pairs: each specimen with its report.
    """
    accepted = _Count(
        "every accepted answer gets all points",
        "If the answer is right, that case asks for more than the exercise does: mend the case. "
        "If it is wrong, it is a mistake: move the file to the mistakes.",
    )
    caught = _Count(
        "every known mistake loses points",
        "No case tells that answer from a right one: add a case in which they differ, or take the "
        "answer out of the entry.",
    )
    alone = _Count(
        "and in its own exercise alone",
        "That answer changes what other exercises use: leave out the part that does so, or give "
        "those exercises a stand-in for it.",
    )
    named = _Count(
        "its cause is named",
        "Its answers say too little (an exception, only zeros) or are those of another entry. "
        "Write `# %% recognised by` with what its source shows; if another entry has the same "
        "answers, make the two one, or tell them apart with `# %% not if`.",
        LEAST_NAMED,
    )
    true = _Count(
        "no other cause is named",
        "The entry that is named recognises too much, or the two are one mistake: make its "
        "`recognise` narrower, give it `# %% not if`, or make one entry of both.",
    )
    good = {entry.id for entry in catalogue.accepted}
    for specimen, report in pairs:
        results = {result.name: result for result in report.exercises}
        own = results[specimen.entry.exercise]
        full = own.earned == own.points
        if specimen.entry.id in good and specimen.path.name.startswith("accepted"):
            first = next((case.title for case in own.cases if case.status != "passed"), "")
            accepted.note("" if full else f"{specimen.name}: fails at {first!r}")
            continue
        caught.note(f"{specimen.name}: has all points" if full else "")
        others = [results[name] for name in specimen.others]
        # An exercise that only calls a function which is not begun waits for that one.
        judged = [result for result in others if result.begun or own.begun]
        hurt = [result.name for result in judged if result.earned < result.points]
        alone.note(f"{specimen.name}: {', '.join(hurt)} lost points, too" if hurt else "")
        is_named = own.mistakes == (specimen.entry.id,)
        named.note("" if is_named else f"{specimen.name}: no cause is named")
        wrong = bool(own.mistakes) and not is_named
        true.note(f"{specimen.name}: called {' + '.join(own.mistakes)}" if wrong else "")
    for count in (accepted, caught, alone, named, true):
        yield count.claim()
