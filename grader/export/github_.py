"""GitHub Actions: the job's summary in Markdown, and an annotation for each exercise.

Source: GitHub's documentation of workflow commands. A step's summary has at most 1 MiB; of each
kind 10 annotations are shown, so there is one for an exercise, never one for a case.
"""

from __future__ import annotations

from grader.export import words
from grader.export.format import Format
from grader.export.markdown import fenced, plain
from grader.report import ExerciseResult, Report
from grader.report import presentation as shown
from grader.texts import printable_lines

LARGEST = 1024 * 1024
"""Bytes of a step's summary."""
MOST_ANNOTATIONS = 10
"""Of each kind that are shown for a step."""
_FEW = 4  # titles of what else is not right; often it goes away with the first


def write(report: Report) -> str:
    """The summary: a table of points, then what is not right yet."""
    lines = [
        f"## {plain(report.provenance.assignment)}",
        "",
        f"{plain(report.provenance.submission)}: **{shown.total(report)} points**",
        "",
        "| Exercise | Cases | Points |",
        "| --- | ---: | ---: |",
    ]
    for exercise in report.exercises:
        passed = shown.passed(exercise.cases)
        lines.append(
            f"| {plain(shown.exercise_title(exercise))} | {passed} / {len(exercise.cases)} "
            f"| {exercise.earned} / {exercise.points} |"
        )
    lines.append(f"| **Total** | | **{shown.total(report)}** |")
    for exercise in report.exercises:
        lines += _exercise(exercise)
    for trouble in report.cells:
        lines += ["", plain(shown.cell_trouble(trouble))]
    lines += [line for note in report.notes for line in ("", plain(note))]
    return _fitting("\n".join(lines) + "\n")


def _exercise(exercise: ExerciseResult) -> list[str]:
    first = shown.example(exercise)
    if first is None:
        return []
    lines = ["", f"### {plain(shown.exercise_title(exercise))}", ""]
    lines += [f"> {plain(words)}\n" for words in shown.advice(exercise)]
    details = words.details(first)
    sign = shown.VERDICTS[first.status].word.capitalize()
    lines += [f"**{sign}:** {plain(first.title)}", "", *([fenced(details), ""] if details else [])]
    others = [plain(case.title) for case in shown.others(exercise)]
    if len(others) > _FEW:
        others[_FEW:] = [f"and {len(others) - _FEW} more"]
    return lines + ([f"Likewise: {'; '.join(others)}", ""] if others else [])


def commands(report: Report, path: str) -> str:
    """Workflow commands: one for each exercise with points to gain, one for the total.

    Each stands at the line where Python stopped, if it did, else at the notebook's first.

    Args:
        report: a student's view.
        path: the notebook, as seen from the repository's root.
    """
    wrong = [exercise for exercise in report.exercises if exercise.earned < exercise.points]
    lines = []
    for case in wrong[:MOST_ANNOTATIONS]:
        kind = "notice" if case.extra else "warning"
        title = f"{shown.exercise_title(case)}: {case.earned} / {case.points}"
        message = "\n".join(shown.advice(case)) or "Not all cases are right yet."
        lines.append(_command(kind, path, _line(case), title, message))
    total = f"{shown.total(report)} points"
    lines.append(_command("notice", path, 1, report.provenance.assignment, total))
    return "\n".join(lines) + "\n"


def _line(exercise: ExerciseResult) -> int:
    return shown.stopped_at(exercise) or 1


def _command(kind: str, path: str, line: int, title: str, message: str) -> str:
    where = f"file={_property(path)},line={line},title={_property(title)}"
    return f"::{kind} {where}::{_data(message)}"


def _data(text: str) -> str:
    """A message with what would end it escaped, as the runner undoes it; the log shows it."""
    return printable_lines(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _fitting(text: str) -> str:
    """The text, or as many of its lines as fit with a word on the rest."""
    if len(text.encode()) <= LARGEST:
        return text
    rest = "\n\nThe rest does not fit here; see the report's other forms.\n"
    return text.encode()[: LARGEST - len(rest)].decode(errors="ignore") + rest


FORMAT = Format(
    "github",
    "for GitHub Actions: the job's summary, and annotations on the notebook",
    write,
    awaited=True,
    example="grader submit.ipynb --to github",
    says=commands,
    variable="GITHUB_STEP_SUMMARY",
)
