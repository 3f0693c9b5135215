"""The presentation of a report: the decisions that all texts, pages, panels and files share.

Which case is shown, what a verdict is called, how many cases passed and what to try next are
decided here, once; each format decides what it looks like.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from grader.report.points import added
from grader.report.results import (
    BY_HAND,
    CaseResult,
    CellTrouble,
    ExerciseResult,
    Report,
    Status,
)
from grader.texts import printable


class Verdict(msgspec.Struct, frozen=True):
    """The name of a verdict: a sign, and a word for readers who do not see or know the sign."""

    sign: str
    word: str


VERDICTS: dict[Status, Verdict] = {
    "passed": Verdict("✓", "passed"),
    "failed": Verdict("✗", "not yet"),
    "skipped": Verdict("·", "not asked"),
    "errored": Verdict("!", "our fault"),
    "unmarked": Verdict("…", "not marked yet"),
    "marked": Verdict("✎", "marked by hand"),
}
ASKED_FOR = "Is this the file that was asked for?"
"""How the note begins that says why a file may be a wrong one."""
OTHERS_RAN = "The others ran. Points are lost only where an exercise needs one of these."


def total(report: Report) -> str:
    """``90 / 100``, ``100 / 100 + 10 extra``, or ``12 / 20, 5 not marked yet``."""
    points = report.total
    extra = f" + {points.extra_earned} extra" if points.extra_earned else ""
    waits = f", {points.unmarked} not marked yet" if points.unmarked else ""
    return f"{points.earned} / {points.points}{extra}{waits}"


def exercise_title(exercise: ExerciseResult) -> str:
    """The exercise's title, and whether it is extra."""
    return exercise.title + (" (extra)" if exercise.extra else "")


def passed(cases: Sequence[CaseResult]) -> int:
    """The number of cases that passed; a case in which the grader failed is not among them."""
    return sum(case.status == "passed" for case in cases)


def costs_nothing(case: CaseResult) -> bool:
    """Whether a case counts as right on a platform that knows only right and wrong."""
    is_full = case.status == "marked" and case.earned >= case.points
    return is_full or case.status in ("passed", "errored")


def wrong(cases: Sequence[CaseResult]) -> list[CaseResult]:
    """The cases that failed, or in which the grader failed, in their order."""
    return [case for case in cases if case.status in ("failed", "errored")]


def state(exercise: ExerciseResult) -> Status:
    """The verdict on an exercise as a whole; a mark set by hand is not contradicted."""
    if is_marked(exercise):
        return "marked"
    unmarked = added(case.points for case in exercise.cases if case.status == "unmarked")
    if unmarked and added((exercise.earned, unmarked)) == exercise.points:
        return "unmarked"
    if any(case.status == "failed" for case in exercise.cases):
        return "failed"
    if any(case.status == "marked" and case.points for case in exercise.cases):
        return "marked"
    if exercise.earned < exercise.points:
        return "failed"
    return "errored" if wrong(exercise.cases) else "passed"


def is_marked(exercise: ExerciseResult) -> bool:
    """Whether a person has set the points of the exercise as a whole."""
    return any(case.id == f"{exercise.name}/{BY_HAND}" for case in exercise.cases)


def comments(exercise: ExerciseResult) -> list[str]:
    """The comments of people for the student, on the exercise and its answers."""
    return [case.comment for case in exercise.cases if case.comment]


def example(exercise: ExerciseResult) -> CaseResult | None:
    """The one case to look at; None if every case passed.

    The learner's own mistakes come before failures of the grader, a case that the message is about
    before other cases, and public cases before private ones.
    """
    return min(
        wrong(exercise.cases),
        key=lambda case: (case.status == "errored", case.help != exercise.message, case.private),
        default=None,
    )


def others(exercise: ExerciseResult) -> list[CaseResult]:
    """The other wrong cases, which often go away with the example."""
    shown = example(exercise)
    return [case for case in wrong(exercise.cases) if case is not shown]


def doubt(report: Report) -> str:
    """Why the file may be a wrong one, which is said before anything else; empty if it is not."""
    return next((note for note in report.notes if note.startswith(ASKED_FOR)), "")


def first_of_all(report: Report) -> list[str]:
    """A doubt about the file, and the cells that did not reach their end."""
    return [*filter(None, [doubt(report)]), *stopped(report)]


def remarks(report: Report) -> list[str]:
    """What is to be known of the whole, less a doubt about the file."""
    return [note for note in report.notes if note != doubt(report)]


def stopped_at(exercise: ExerciseResult) -> int:
    """The line in the file at which Python stopped, in the example if possible; 0 for none."""
    shown = example(exercise)
    cases = [*([shown] if shown else []), *others(exercise)]
    return next((case.file_line for case in cases if case.file_line), 0)


def advice(exercise: ExerciseResult) -> list[str]:
    """Sentences on what to try, each saying more: the message, then the other hints that are shown.

    If no hint is to be shown, the help of the example replaces the message. There is none where a
    person has marked the whole exercise.
    """
    if is_marked(exercise):
        return []
    shown = example(exercise)
    is_hint = exercise.message not in [case.help for case in exercise.cases]
    first = shown.help if shown and is_hint and not exercise.hints_shown else exercise.message
    return [words for words in (first, *exercise.hints[1 : exercise.hints_shown]) if words]


def told(exercise: ExerciseResult) -> list[str]:
    """All that is said to the student of an exercise: a person's comments, then the advice."""
    return [*comments(exercise), *advice(exercise)]


def helps(exercise: ExerciseResult) -> Iterator[tuple[CaseResult, str]]:
    """Each case with the help that is shown beside it.

    Hints for a known mistake stand beside the example only, so that nothing is said twice.
    """
    shown = example(exercise)
    is_told_once = is_marked(exercise) or exercise.hints_shown > 0
    for case in exercise.cases:
        words = [case.help]
        if is_told_once and case.status == "failed":
            words = advice(exercise) if case is shown else []
        yield case, "\n".join(filter(None, (case.comment, *words)))


def details(case: CaseResult) -> list[tuple[str, str]]:
    """The details of a case, each with its name: called, expected, got, where and printed.

    There are none for a case that was not asked, since an earlier one says the same, nor for an
    answer that a person marks.
    """
    if case.status in ("skipped", "unmarked", "marked"):
        return []
    parts = (
        ("called", case.called),
        ("expected", case.expected),
        ("got", case.got),
        ("where", case.where),
        ("printed", " ".join(case.printed.split())),
    )
    return [(name, printable(words)) for name, words in parts if words]


def unique_titles(exercise: ExerciseResult) -> Iterator[tuple[CaseResult, str]]:
    """Each case with its title; a number distinguishes it from an equal title before it."""
    seen: dict[str, int] = {}
    for case in exercise.cases:
        title = case.title or case.id or "a case"
        seen[title] = seen.get(title, 0) + 1
        yield case, title if seen[title] == 1 else f"{title} ({seen[title]})"


def notes(exercise: ExerciseResult) -> list[str]:
    """The remarks that cost nothing, on the exercise and then on its cases, each once."""
    said = (*exercise.notes, *(case.note for case in exercise.cases if case.note))
    return list(dict.fromkeys(said))


def unfinished(report: Report) -> str:
    """The heading above the cells that stopped, or above the lines of a script."""
    in_cells = any(trouble.cell for trouble in report.cells)
    return "Cells that did not reach their end" if in_cells else "Lines at which Python stopped"


def cell_place(trouble: CellTrouble) -> str:
    """``code cell 5, line 2``; without the line where none is known, without cells the line."""
    parts = ((f"code cell {trouble.cell}", trouble.cell), (f"line {trouble.line}", trouble.line))
    return ", ".join(words for words, number in parts if number)


def cell_trouble(trouble: CellTrouble) -> str:
    """``Code cell 5, line 2: NameError: ...``: where a cell stopped, and why."""
    return f"{cell_place(trouble).capitalize()}: {printable(trouble.what)}"


def stopped(report: Report) -> list[str]:
    """What is said of the cells that stopped, before the exercises: a heading, then each cell."""
    if not report.cells:
        return []
    return [f"{unfinished(report)}. {OTHERS_RAN}", *map(cell_trouble, report.cells)]
