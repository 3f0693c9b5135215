"""Plain text for a terminal, a log or a mail: at most 80 columns, no terminal codes."""

from __future__ import annotations

import textwrap
from collections import Counter

from grader.export.format import Format
from grader.report import CaseResult, ExerciseResult, Report
from grader.report import presentation as shown
from grader.texts import printable

WIDTH = 80
_MOST_PRINTED = 300
_TITLE = 42  # columns for an exercise's title in the table
_FEW = 3  # titles of further wrong cases that a student sees


def write(report: Report) -> str:
    """The table of points, what stopped, the cases that are not right, notes and the sandbox."""
    source = report.provenance
    lines = [*_wrapped(f"{source.submission}: {source.assignment}", 0), "", *_table(report)]
    lines += ["", *_wrapped(shown.doubt(report), 0)] if shown.doubt(report) else []
    lines += _stopped(report) if report.cells else []
    for exercise in report.exercises:
        lines += _exercise(exercise, report.view)
    lines += [line for note in shown.remarks(report) for line in ["", *_wrapped(note, 0)]]
    lines += ["", f"Sandbox: {report.provenance.level}"]
    if report.view == "instructor" and report.provenance.trainer:
        lines += [f"Models trained by: {report.provenance.trainer}"]
    return "\n".join(lines).rstrip() + "\n"


def _stopped(report: Report) -> list[str]:
    heading, *cells = shown.stopped(report)
    lines = ["", *_wrapped(heading, 0, 0)]
    for words, trouble in zip(cells, report.cells, strict=True):
        lines += _wrapped(words, 2)
        lines += [f"      {printable(trouble.code)[: WIDTH - 6]}"] if trouble.code else []
    return lines


def _table(report: Report) -> list[str]:
    titles = [printable(shown.exercise_title(exercise)) for exercise in report.exercises]
    width = min(_TITLE, max(map(len, titles), default=0))
    lines = [f"{'Exercise':<{width}}  {'cases':>9}  {'points':>9}"]
    lines += ["-" * len(lines[0])]
    for title, exercise in zip(titles, report.exercises, strict=True):
        cases = f"{shown.passed(exercise.cases)} / {len(exercise.cases)}"
        points = f"{exercise.earned} / {exercise.points}"
        lines += [f"{title[:width]:<{width}}  {cases:>9}  {points:>9}"]
    lines += ["-" * len(lines[0])]
    points = f"{report.total.earned} / {report.total.points}"
    further = shown.total(report).removeprefix(points)
    lines += [f"{'Total':<{width}}  {'':>9}  {points:>9}{further}"]
    return lines


def _exercise(exercise: ExerciseResult, view: str) -> list[str]:
    """The lines on one exercise; none if it is all right."""
    wrong = shown.wrong(exercise.cases)
    after = [f"To know: {note}" for note in shown.notes(exercise)]
    after += [f"For the instructor: {fault}" for fault in exercise.faults]
    unasked = Counter(
        case.help for case in exercise.cases if case.status in ("skipped", "unmarked") and case.help
    )
    comments = [f"Comment: {words}" for words in shown.comments(exercise)]
    if not (wrong or after or unasked or comments):
        return []
    if not exercise.begun:
        said = [*comments, *filter(None, [exercise.message]), *after]
        return ["", *_wrapped(f"{exercise.title}: {' '.join(said)}", 0)] if said else []
    lines = ["", *_wrapped(exercise.title, 0)]
    lines += [line for words in comments for line in _wrapped(words, 2)]
    if wrong and not shown.is_marked(exercise):
        lines += (_known if exercise.hints_shown else _unknown)(exercise, view)
    else:
        for reason, count in unasked.items():
            lines += _wrapped(f"{count} case{'s' * (count > 1)}: {reason}", 2)
    return lines + [line for words in after for line in _wrapped(words, 2)]


def _known(exercise: ExerciseResult, view: str) -> list[str]:
    """The lines on an exercise with a known mistake: one case as an example, then the hints."""
    first = shown.example(exercise)
    lines = _case(first, view, shown.details(first)) if first else []
    lines += _titles("likewise:", shown.others(exercise), view)
    for says in exercise.misconceptions:
        lines += _wrapped(f"{'mistake:':<10}{says}", 6, 10)
    return lines + [
        line for words in shown.advice(exercise) for line in _wrapped(f"-> {words}", 6, 3)
    ]


def _unknown(exercise: ExerciseResult, view: str) -> list[str]:
    """The lines on an exercise without a known mistake: its wrong cases, grouped by their help.

    A student gets the first group only: the other cases often go away with it.
    """
    groups = _alike(exercise)
    said: set[str] = set()
    lines = []
    for case, *others in groups[:1] if view == "student" else groups:
        # The help itself says where the code stopped.
        lines += _case(case, view, [part for part in shown.details(case) if part[0] != "where"])
        if case.help:  # the same sentence is not repeated
            lines += _wrapped(f"-> {'as above' if case.help in said else case.help}", 6, 3)
            said.add(case.help)
        lines += _titles("likewise:", others, view)
    if view == "student":
        lines += _titles("then:", [case for group in groups[1:] for case in group], view)
    skipped = sum(case.status == "skipped" for case in exercise.cases)
    if skipped:
        lines += [f"  {skipped} further case{'s' * (skipped > 1)} skipped for the same reason"]
    return lines


def _titles(word: str, cases: list[CaseResult], view: str) -> list[str]:
    """A line with the titles of further cases: all for the instructor, a few for the student."""
    few = cases[:_FEW] if view == "student" else cases
    titles = [case.title for case in few]
    titles += [f"and {len(cases) - len(few)} more"] if len(cases) > len(few) else []
    return _wrapped(f"{word:<10}{'; '.join(titles)}", 6, 10) if titles else []


def _alike(exercise: ExerciseResult) -> list[list[CaseResult]]:
    """The wrong cases in groups with the same help, the example's group first."""
    first = shown.example(exercise)
    groups: dict[object, list[CaseResult]] = {}
    for case in [*([first] if first else []), *shown.others(exercise)]:
        groups.setdefault((case.status, case.private, case.help), []).append(case)
    return list(groups.values())


def _case(case: CaseResult, view: str, details: list[tuple[str, str]]) -> list[str]:
    private = " (private)" if case.private and view == "instructor" else ""
    verdict = shown.VERDICTS[case.status].word.upper()
    lines = _wrapped(f"{verdict}: {case.title}{private}", 2)
    for name, words in details:
        cut = words[:_MOST_PRINTED] if name == "printed" else words
        lines += _wrapped(f"{name + ':':<10}{cut}", 6, 10)
    return lines


def _wrapped(text: str, indent: int, hanging: int = 2) -> list[str]:
    first, rest = " " * indent, " " * (indent + hanging)
    return textwrap.wrap(printable(text), WIDTH, initial_indent=first, subsequent_indent=rest) or [
        first
    ]


FORMAT = Format(
    "text",
    "for people: what the terminal shows, without colours",
    write,
    example="grader submit.ipynb --to text=report.txt",
    for_instructors=True,
)
