"""GitHub Actions: the job's summary in Markdown, and an annotation for each exercise.

Source: GitHub's documentation of workflow commands. A step's summary has at most 1 MiB; of each
kind 10 annotations are shown, so there is one for an exercise, never one for a case.
"""

from __future__ import annotations

from grader.export.case_details import case_details
from grader.export.format import Format
from grader.export.markdown import escaped, fenced
from grader.report import ExerciseResult, Report
from grader.report import presentation as shown
from grader.texts import printable_lines

LARGEST = 1024 * 1024
"""Limit on a step's summary, in bytes."""
MOST_ANNOTATIONS = 10
"""Annotations of each kind that GitHub shows for a step."""
_FEW = 4  # titles of further wrong cases; these often go away with the first


def write(report: Report) -> str:
    """The summary: a table of points, then one wrong case of each exercise."""
    lines = [
        f"## {escaped(report.provenance.assignment)}",
        "",
        f"{escaped(report.provenance.submission)}: **{shown.total(report)} points**",
        "",
        "| Exercise | Cases | Points |",
        "| --- | ---: | ---: |",
    ]
    for exercise in report.exercises:
        passed = shown.passed(exercise.cases)
        lines.append(
            f"| {escaped(shown.exercise_title(exercise))} | {passed} / {len(exercise.cases)} "
            f"| {exercise.earned} / {exercise.points} |"
        )
    lines.append(f"| **Total** | | **{shown.total(report)}** |")
    lines += ["", escaped(shown.doubt(report))] if shown.doubt(report) else []
    lines += _stopped(report) if report.cells else []
    for exercise in report.exercises:
        lines += _exercise(exercise)
    lines += [line for note in shown.remarks(report) for line in ("", escaped(note))]
    return _fitting("\n".join(lines) + "\n")


def _stopped(report: Report) -> list[str]:
    heading, *cells = shown.stopped(report)
    lines = ["", escaped(heading), ""]
    for words, trouble in zip(cells, report.cells, strict=True):
        lines += [f"- {escaped(words)}"]
        lines += [f"  {escaped(trouble.code)}"] if trouble.code else []
    return lines


def _exercise(exercise: ExerciseResult) -> list[str]:
    first = shown.example(exercise)
    if first is None:
        return []
    lines = ["", f"### {escaped(shown.exercise_title(exercise))}", ""]
    lines += [f"> {escaped(words)}\n" for words in shown.advice(exercise)]
    details = case_details(first)
    sign = shown.VERDICTS[first.status].word.capitalize()
    lines += [
        f"**{sign}:** {escaped(first.title)}",
        "",
        *([fenced(details), ""] if details else []),
    ]
    others = [escaped(case.title) for case in shown.others(exercise)]
    if len(others) > _FEW:
        others[_FEW:] = [f"and {len(others) - _FEW} more"]
    return lines + ([f"Likewise: {'; '.join(others)}", ""] if others else [])


def commands(report: Report, path: str) -> str:
    """Workflow commands: an annotation for each exercise with points to gain, one for the total.

    An annotation stands at the line where Python stopped, or at the first line of the notebook.

    Args:
        report: the report in the student's view.
        path: the notebook's path, relative to the repository's root.
    """
    wrong = [exercise for exercise in report.exercises if exercise.earned < exercise.points]
    lines = []
    for exercise in wrong[:MOST_ANNOTATIONS]:
        kind = "notice" if exercise.extra else "warning"
        title = f"{shown.exercise_title(exercise)}: {exercise.earned} / {exercise.points}"
        message = "\n".join(shown.told(exercise)) or "Not all cases are right yet."
        line = shown.stopped_at(exercise) or 1
        lines.append(_command(kind, path, line, title, message))
    total = f"{shown.total(report)} points"
    lines.append(_command("notice", path, 1, report.provenance.assignment, total))
    return "\n".join(lines) + "\n"


def _command(kind: str, path: str, line: int, title: str, message: str) -> str:
    where = f"file={_property(path)},line={line},title={_property(title)}"
    return f"::{kind} {where}::{_data(message)}"


def _data(text: str) -> str:
    """A message whose percent signs and line ends are escaped, as the runner decodes them."""
    return printable_lines(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _fitting(text: str) -> str:
    """The text, cut to LARGEST with a remark on the rest if it is longer."""
    if len(text.encode()) <= LARGEST:
        return text
    rest = "\n\nThe rest does not fit here; see the report's other forms.\n"
    return text.encode()[: LARGEST - len(rest)].decode(errors="ignore") + rest


FORMAT = Format(
    "github",
    "for GitHub Actions: the job's summary, and annotations on the notebook",
    write,
    when_refused=True,
    example="grader submit.ipynb --to github",
    stdout=commands,
    path_variable="GITHUB_STEP_SUMMARY",
)
