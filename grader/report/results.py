"""A report: one submission graded. Every exporter reads this and nothing else.

Points are added up in ``total`` alone, once, when the report is made.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, TypeVar

import msgspec

from grader.protocol.bounds import MAX_PRINTED, MAX_TROUBLES
from grader.protocol.layers import Level
from grader.protocol.messages import Training
from grader.report.pictures import Picture

_CUT = "\n[...]"  # as the child marks what it has cut
SCHEMA_VERSION = 1
"""Of a report's JSON; it changes when a field changes its meaning or goes."""
_TRAINERS: dict[Training, str] = {
    "none": "",
    "keras": "Keras",
    "numpy": "the grader in NumPy, as Keras does it",
    "both": "Keras, and the grader in NumPy as Keras does it",
}
Points = int | float
"""Points; whole numbers as such, so that two points are 2 and half a point is 0.5."""
Status = Literal["passed", "failed", "skipped", "errored", "unmarked"]
"""A verdict; a case is errored where the grader failed, which costs no points, and unmarked where a
person has yet to mark the answer."""


class CaseResult(msgspec.Struct, frozen=True, kw_only=True):
    """The verdict on one case.

    Attributes:
        id: the case's lasting name, "exercise/title-in-short".
        title: the case in the student's words.
        status: ``errored`` is the grader's own fault and never costs points; ``skipped`` means
            that an earlier failure made the question pointless.
        points: what the case is worth.
        earned: what the submission got for it.
        private: whether inputs and expected values stay with the instructor.
        called: what was called; empty if it passed, and in a private case shown to a student.
        expected: what would have been right; likewise.
        got: what came; likewise.
        outcome: what kind of answer came ("returned", "raised", "timed_out", ...); empty if the
            question could not be made; likewise.
        where: the learner's own line where Python stopped, if it did; likewise.
        cell: the number of that line's cell, from 1; 0 if none is known, or in a script without
            cells; likewise.
        line: the line's number in that cell, or in the script, from 1; likewise.
        file_line: the same line's number in the file, from 1; 0 if it is not known; likewise.
        help: one sentence of help.
        note: something to know that cost nothing; likewise.
        printed: what was printed meanwhile; likewise.
        answer: the answer itself, where a person marks it.
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
    note: str = ""
    printed: str = ""
    answer: str = ""


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """The learner's own code: a cell, or a statement of a script without cells.

    Attributes:
        cell: its number, from 1; 0 in such a script.
        text: what is in it.
        line: the number of its first line in the cell, or in the script.
    """

    cell: int
    text: str
    line: int = 1


class ExerciseResult(msgspec.Struct, frozen=True, kw_only=True):
    """One exercise.

    Attributes:
        name: the exercise's name.
        title: the exercise in people's words.
        points: the sum of its cases' points.
        earned: the sum of its cases' earned points.
        extra: whether its points come on top of the required ones.
        cases: the verdicts.
        message: the one thing to say about the exercise; empty if all is right. It stands in the
            place of the first hint, and is that one's words where a mistake is known.
        mistakes: the known mistakes behind it, by their names; none if none is certain.
        misconceptions: what each of them takes to be true.
        hints: the ladder of hints for the first of them, each saying more; a student's report has
            those that are shown.
        hints_shown: how many hints are shown.
        notes: things to know that cost nothing.
        faults: what of the assignment did not work and has to be mended, in words for the
            instructor; it cost no points, and a student's report has none.
        sources: the learner's cells that make what the exercise asks for.
        pictures: what the answers look like; a student may see them.
        begun: whether there is something to judge; if not, the message says in a line what is
            awaited, and one case has failed for all.
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
        line: the line's number in that cell, or in the script, from 1; 0 if it is not known.
        what: what happened.
        code: the line itself.
        file_line: the same line's number in the file, from 1; 0 if it is not known.
    """

    cell: int
    line: int
    what: str
    code: str = ""
    file_line: int = 0


_Named = TypeVar("_Named", CaseResult, CellTrouble)


class Provenance(msgspec.Struct, frozen=True, kw_only=True):
    """What is needed to repeat and to defend the marks.

    Attributes:
        submission: the file's name.
        digest: SHA-256 of its code cells.
        assignment: the assignment's title.
        assignment_digest: SHA-256 of everything the marks depend on.
        grader: the grader's version.
        libraries: versions of Python and the libraries.
        sandbox: the protections in force while the submission ran.
        level: what these amount to: full, strong, weak or none.
        private_cases: whether the instructor's cases were run.
        ran_everything: whether all cells were run, not only those the exercises need.
        seconds: how long it took.
        training: what trained its models: "keras" itself; "numpy", which is the grader doing what
            Keras' ``fit`` does; "both"; or "none", where nothing was trained. It is the word of
            the process that the submission ran in, and no mark depends on it.
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
        """What has trained its models, in words; empty if nothing was trained."""
        return _TRAINERS[self.training]


class Total(msgspec.Struct, frozen=True, kw_only=True):
    """Points of all exercises.

    Attributes:
        earned: points of the required exercises.
        points: what these are worth.
        extra_earned: points of the extra exercises.
        extra_points: what those are worth.
        unmarked: what the answers are worth that a person has yet to mark; it is part of the
            points, and nothing of it is earned.
    """

    earned: Points
    points: Points
    extra_earned: Points
    extra_points: Points
    unmarked: Points = 0

    @property
    def sum(self) -> Points:
        """What the submission is worth, extra points included."""
        return added((self.earned, self.extra_earned))

    @property
    def capped(self) -> Points:
        """The same where a platform takes no more than the required points: ``100 of 100``."""
        return min(self.sum, self.points)

    @property
    def share(self) -> float:
        """The same as a part of the required points, from 0 to 1; 1 if nothing is required."""
        return self.capped / self.points if self.points else 1.0


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """One submission graded.

    Attributes:
        schema_version: of this structure; it rises when a field changes its meaning.
        view: for whom it is; a student's view holds titles only of private cases.
        total: the points.
        exercises: in the assignment's order.
        cells: cells that did not reach their end.
        notes: things to know about the whole.
        provenance: what is needed to repeat the grading.
        refused: why the file could not be graded; then nothing was asked. Empty otherwise.
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
        """The same without anything that would give a private case away."""
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
        # How long it took is for a submission to choose, and private questions are part of it.
        provenance = msgspec.structs.replace(self.provenance, seconds=0.0)
        return msgspec.structs.replace(
            self, view="student", exercises=exercises, provenance=provenance
        )


def with_hints(report: Report, most: int) -> Report:
    """The same with at most so many hints of each ladder shown."""
    exercises = tuple(
        msgspec.structs.replace(exercise, hints_shown=min(most, len(exercise.hints)))
        for exercise in report.exercises
    )
    return msgspec.structs.replace(report, exercises=exercises)


def with_file_lines(report: Report, lines: Sequence[Sequence[int]]) -> Report:
    """The same with every line of a cell that it names found in the file.

    Args:
        report: on a submission.
        lines: for each of its code cells, the number of each of its lines in the file.
    """

    def found(named: CaseResult | CellTrouble) -> int:
        if not named.cell:
            return named.file_line
        inside = 1 <= named.cell <= len(lines) and 1 <= named.line <= len(lines[named.cell - 1])
        return lines[named.cell - 1][named.line - 1] if inside else 0

    def placed(named: tuple[_Named, ...]) -> tuple[_Named, ...]:
        return tuple(msgspec.structs.replace(each, file_line=found(each)) for each in named)

    exercises = tuple(
        msgspec.structs.replace(exercise, cases=placed(exercise.cases))
        for exercise in report.exercises
    )
    return msgspec.structs.replace(report, exercises=exercises, cells=placed(report.cells))


def renewed(old: Report, new: Report, order: Iterable[str], note: str) -> Report:
    """A report whose exercises are those of ``new`` and, for the others, those of ``old``.

    Args:
        old: of the same submission.
        new: of some exercises.
        order: the names of all exercises, in order; what is not among them is dropped.
        note: says which were kept.
    """
    found = {exercise.name: exercise for exercise in (*old.exercises, *new.exercises)}
    cells = {(trouble.cell, trouble.line): trouble for trouble in (*old.cells, *new.cells)}
    return report(
        tuple(found[name] for name in order if name in found),
        tuple(cells[place] for place in sorted(cells)),
        (*dict.fromkeys((*old.notes, *new.notes)), note),
        new.provenance,
    )


def added(points: Iterable[Points]) -> Points:
    """The sum of points, to a thousandth; a whole number as such."""
    total = round(math.fsum(points), 3)
    return int(total) if total.is_integer() else total


def exercise_result(
    name: str, title: str, cases: tuple[CaseResult, ...], notes: tuple[str, ...], *, extra: bool
) -> ExerciseResult:
    """An exercise with its points added up and its one message chosen.

    What was printed is kept up to ``MAX_PRINTED`` characters, in equal shares of the cases.
    """
    cases = tuple(_with_room_for_print(cases))
    made = ExerciseResult(
        name=name,
        title=title,
        points=added(case.points for case in cases),
        earned=added(case.earned for case in cases),
        extra=extra,
        cases=cases,
        notes=notes,
    )
    wrong = [case for case in cases if case.status in ("failed", "errored")]
    first = min(wrong, key=lambda case: (case.status == "errored", case.private), default=None)
    return msgspec.structs.replace(made, message=first.help if first else "")


def _with_room_for_print(cases: tuple[CaseResult, ...]) -> Iterator[CaseResult]:
    """The cases, those that printed with an equal share of the room: any of them may be shown."""
    share = MAX_PRINTED // max(sum(bool(case.printed) for case in cases), 1)
    for case in cases:
        if len(case.printed) > share:
            cut = case.printed[: share - len(_CUT)] + _CUT
            yield msgspec.structs.replace(case, printed=cut)
        else:
            yield case


def report(
    exercises: tuple[ExerciseResult, ...],
    cells: tuple[CellTrouble, ...],
    notes: tuple[str, ...],
    provenance: Provenance,
) -> Report:
    """A report with its total: the only place where points are added up.

    Of many cells that did not reach their end the first are told, and how many more there are.
    """

    def add(which: str, *, extra: bool) -> Points:
        return added(getattr(exercise, which) for exercise in exercises if exercise.extra is extra)

    if len(cells) > MAX_TROUBLES:
        more = f"{len(cells) - MAX_TROUBLES:,} more code cells did not reach their end."
        cells, notes = cells[:MAX_TROUBLES], (*notes, more)
    total = Total(
        earned=add("earned", extra=False),
        points=add("points", extra=False),
        extra_earned=add("earned", extra=True),
        extra_points=add("points", extra=True),
        unmarked=added(
            case.points
            for exercise in exercises
            for case in exercise.cases
            if case.status == "unmarked"
        ),
    )
    return Report(
        schema_version=SCHEMA_VERSION,
        view="instructor",
        total=total,
        exercises=exercises,
        cells=cells,
        notes=notes,
        provenance=provenance,
    )


def _closed(case: CaseResult) -> CaseResult:
    if not case.private:
        return case
    if case.status == "errored":  # what our own error says may repeat what went in
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
