"""A report as data: one submission graded. Every exporter reads this and nothing else.

Reports are made in ``making``, where their points are added up, and changed in ``revising``.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from grader.protocol.layers import Level
from grader.protocol.messages import Training
from grader.report.pictures import Picture
from grader.report.points import Points, added

SCHEMA_VERSION = 1
"""The version of a report's JSON; it changes when a field changes its meaning or is removed."""
_TRAINERS: dict[Training, str] = {
    "none": "",
    "keras": "Keras",
    "numpy": "the grader in NumPy, as Keras does it",
    "both": "Keras, and the grader in NumPy as Keras does it",
}
Status = Literal["passed", "failed", "skipped", "errored", "unmarked", "marked"]
"""A verdict; a case is errored where the grader failed, which costs no points, unmarked where a
person has yet to mark the answer, and marked where one has."""
BY_HAND, COMMENT = "(by hand)", "(comment)"
"""What stands after the exercise's name in the id of a case that a person has added: with the
difference to the points that were graded, or with a comment alone."""


class CaseResult(msgspec.Struct, frozen=True, kw_only=True):
    """The verdict on one case.

    Attributes:
        id: the lasting name of the case, "exercise/title-in-short".
        title: the title of the case, in the student's words.
        status: the verdict.
        points: the points that the case is worth.
        earned: the points that the submission got for it.
        private: whether inputs and expected values stay with the instructor.
        called: the call or other question, as text.
        expected: the right answer, as text.
        got: the submission's answer, as text.
        outcome: the kind of the answer ("returned", "raised", "timed_out", ...).
        where: the learner's line at which Python stopped, as text.
        cell: the number of that line's cell, from 1; 0 in a script without cells.
        line: the number of that line in its cell, or in the script, from 1.
        file_line: the number of that line in the file, from 1.
        help: one sentence of help.
        exact: whether the help is about this very answer, and not the same for every wrong one.
        note: a remark that cost nothing.
        printed: the text that was printed meanwhile.
        answer: the answer itself, where a person marks it.
        comment: a person's comment for the student.

    The fields from ``called`` to ``file_line``, ``note`` and ``printed`` are empty (0 for numbers)
    where there is nothing to say, and in a private case that is shown to a student.
    """

    id: str
    title: str
    status: Status
    points: Points
    earned: Points
    private: bool = False
    called: str = ""
    expected: str = ""
    got: str = ""
    outcome: str = ""
    where: str = ""
    cell: int = 0
    line: int = 0
    file_line: int = 0
    help: str = ""
    exact: bool = False
    note: str = ""
    printed: str = ""
    answer: str = ""
    comment: str = ""


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """The learner's own code: a cell, or a statement of a script without cells.

    Attributes:
        cell: the number of the cell, from 1; 0 in such a script.
        text: its source.
        line: the number of its first line in the cell, or in the script.
    """

    cell: int
    text: str
    line: int = 1


class ExerciseResult(msgspec.Struct, frozen=True, kw_only=True):
    """The verdicts on one exercise.

    Attributes:
        name: the exercise's name.
        title: the exercise's title, in words for people.
        points: the sum of its cases' points.
        earned: the sum of its cases' earned points.
        extra: whether its points come on top of the required ones.
        cases: the verdicts on its cases.
        message: the one message on the exercise; empty if all is right. Where a mistake is known,
            it is the first hint.
        mistakes: the names of the known mistakes behind wrong answers; empty if none is certain.
        misconceptions: the misconception behind each of these mistakes.
        hints: the hints for the first mistake, each saying more than the one before; a student's
            report has only those that are shown.
        hints_shown: the number of hints that are shown.
        notes: remarks that cost nothing.
        faults: parts of the assignment that did not work and have to be mended, in words for the
            instructor; they cost no points, and a student's report has none.
        sources: the learner's cells that define what the exercise asks for.
        pictures: pictures of the answers, which a student may see.
        begun: whether there is anything to judge; if not, the message says in a line what is to
            be done, and one case has failed for all.
    """

    name: str
    title: str
    points: Points
    earned: Points
    extra: bool
    cases: tuple[CaseResult, ...]
    message: str = ""
    mistakes: tuple[str, ...] = ()
    misconceptions: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    hints_shown: int = 0
    notes: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    pictures: tuple[Picture, ...] = ()
    begun: bool = True


class CellTrouble(msgspec.Struct, frozen=True, kw_only=True):
    """A cell that did not reach its end; the others were run all the same.

    Attributes:
        cell: the cell's number, from 1; 0 in a script without cells.
        line: the number of the line where it stopped, in the cell or in the script, from 1; 0 if
            it is not known.
        what: the exception or other reason, in words.
        code: the line itself.
        file_line: the number of that line in the file, from 1; 0 if it is not known.
    """

    cell: int
    line: int
    what: str
    code: str = ""
    file_line: int = 0


class Provenance(msgspec.Struct, frozen=True, kw_only=True):
    """The facts that are needed to repeat and to defend the marks.

    Attributes:
        submission: the file's name.
        digest: SHA-256 of its code cells.
        assignment: the assignment's title.
        assignment_digest: SHA-256 of everything the marks depend on.
        grader: the grader's version.
        libraries: versions of Python and the libraries.
        sandbox: the protections in force while the submission ran.
        level: the level of these protections: full, strong, weak or none.
        private_cases: whether the instructor's cases were run.
        ran_everything: whether all cells were run, not only those the exercises need.
        seconds: how long grading took.
        training: what trained the submission's models: "keras" itself; "numpy", the grader's own
            version of Keras' ``fit``; "both"; or "none", where nothing was trained. It is stated
            by the process that the submission ran in, and no mark depends on it.
    """

    submission: str
    digest: str
    assignment: str
    assignment_digest: str
    grader: str
    libraries: dict[str, str]
    sandbox: tuple[str, ...]
    level: Level
    private_cases: bool
    ran_everything: bool
    seconds: float
    training: Training = "none"

    @property
    def trainer(self) -> str:
        """The words for what has trained the models; empty if nothing was trained."""
        return _TRAINERS[self.training]


class Total(msgspec.Struct, frozen=True, kw_only=True):
    """Points of all exercises.

    Attributes:
        earned: the points earned in the required exercises.
        points: the points that the required exercises are worth.
        extra_earned: the points earned in the extra exercises.
        extra_points: the points that the extra exercises are worth.
        unmarked: the points of answers that a person has yet to mark; they are part of the points
            above, and none of them is earned.
    """

    earned: Points
    points: Points
    extra_earned: Points
    extra_points: Points
    unmarked: Points = 0

    @property
    def sum(self) -> Points:
        """All points that the submission has earned, extra points included."""
        return added((self.earned, self.extra_earned))

    @property
    def capped(self) -> Points:
        """The sum, but at most the required points, for platforms that take no more."""
        return min(self.sum, self.points)

    @property
    def share(self) -> float:
        """The capped points as a share of the required ones, 0 to 1; 1 if nothing is required."""
        return self.capped / self.points if self.points else 1.0


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """One submission graded.

    Attributes:
        schema_version: the version of this structure, SCHEMA_VERSION.
        view: whom it is for; a student's view has only the titles of private cases.
        total: the points.
        exercises: the exercises in the assignment's order.
        cells: the cells that did not reach their end.
        notes: remarks on the whole submission.
        provenance: the facts that are needed to repeat the grading.
        refused: why the file could not be graded, in which case nothing was asked; empty if it
            was graded.
    """

    schema_version: int
    view: Literal["instructor", "student"]
    total: Total
    exercises: tuple[ExerciseResult, ...]
    cells: tuple[CellTrouble, ...]
    notes: tuple[str, ...]
    provenance: Provenance
    refused: str = ""

    @property
    def errored(self) -> bool:
        """Whether the grader failed in some case."""
        return any(
            case.status == "errored" for exercise in self.exercises for case in exercise.cases
        )

    def for_student(self) -> Report:
        """The same report without anything that would give a private case away."""
        exercises = tuple(
            msgspec.structs.replace(
                exercise,
                cases=tuple(map(_closed, exercise.cases)),
                mistakes=(),
                misconceptions=(),
                faults=(),
                hints=exercise.hints[: exercise.hints_shown],
            )
            for exercise in self.exercises
        )
        # A submission could tell about private questions by how long it takes to answer them.
        provenance = msgspec.structs.replace(self.provenance, seconds=0.0)
        return msgspec.structs.replace(
            self, view="student", exercises=exercises, provenance=provenance
        )


def _closed(case: CaseResult) -> CaseResult:
    """A case as a student may see it."""
    if not case.private:
        return case
    if case.status == "errored":  # the message of our own error may repeat the inputs
        words = "The grader failed here; that is not your fault and costs no points."
        case = msgspec.structs.replace(case, help=words)
    return msgspec.structs.replace(
        case,
        called="",
        expected="",
        got="",
        outcome="",
        where="",
        cell=0,
        line=0,
        file_line=0,
        printed="",
        note="",
    )
