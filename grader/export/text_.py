"""Plain text for a terminal, a log or a mail: at most 80 columns, no terminal codes."""

from __future__ import annotations

import textwrap
from collections import Counter

import msgspec

from grader.export.format import Format
from grader.report import CaseResult, ExerciseResult, Report

WIDTH = 80
_SIGNS = {"passed": "ok", "failed": "NOT YET", "skipped": "skipped", "errored": "OUR FAULT"}
_MOST_PRINTED = 300
_TITLE = 42  # columns for an exercise's title in the table
_FEW = 3  # titles that a student sees of what else is not right


def write(report: Report) -> str:
    """The table of points, then each case that is not right, then what else there is to know."""
    source = report.provenance
    lines = [*_wrapped(f"{source.submission}: {source.assignment}", 0), "", *_table(report)]
    for exercise in report.exercises:
        lines += _exercise(exercise, report.view)
    if report.cells:
        lines += [
            "",
            "Cells that did not reach their end (the others ran; this alone costs no points)",
        ]
        for trouble in report.cells:
            where = f"code cell {trouble.cell}" + (f", line {trouble.line}" if trouble.line else "")
            lines += _wrapped(f"{where}: {trouble.what}", 2)
            lines += [f"      {_safe(trouble.code)[: WIDTH - 6]}"] if trouble.code else []
    lines += [line for note in report.notes for line in ["", *_wrapped(note, 0)]]
    lines += ["", f"Sandbox: {report.provenance.level}"]
    if report.view == "instructor" and report.provenance.trainer:
        lines += [f"Models trained by: {report.provenance.trainer}"]
    return "\n".join(lines).rstrip() + "\n"


def _table(report: Report) -> list[str]:
    rows = [
        (one.title + (" (extra)" if one.extra else ""), _cases(one), one.earned, one.points)
        for one in report.exercises
    ]
    total = report.total
    width = min(_TITLE, max((len(row[0]) for row in rows), default=0))
    lines = [f"{'Exercise':<{width}}  {'cases':>9}  {'points':>9}"]
    lines += ["-" * len(lines[0])]
    lines += [f"{_safe(t)[:width]:<{width}}  {c:>9}  {f'{e} / {p}':>9}" for t, c, e, p in rows]
    lines += ["-" * len(lines[0])]
    extra = f" + {total.extra_earned} extra" if total.extra_earned else ""
    points = f"{total.earned} / {total.points}"
    lines += [f"{'Total':<{width}}  {'':>9}  {points:>9}{extra}"]
    return lines


def _cases(exercise: ExerciseResult) -> str:
    right = sum(case.status == "passed" for case in exercise.cases)
    return f"{right} / {len(exercise.cases)}"


def _exercise(exercise: ExerciseResult, view: str) -> list[str]:
    wrong = [case for case in exercise.cases if case.status not in ("passed", "skipped")]
    notes = [*exercise.notes, *dict.fromkeys(case.note for case in exercise.cases if case.note)]
    unasked = Counter(
        case.help for case in exercise.cases if case.status == "skipped" and case.help
    )
    if not (wrong or notes or unasked or exercise.faults):
        return []
    lines = ["", *_wrapped(exercise.title, 0)]
    if not wrong:
        for reason, count in unasked.items():
            lines += _wrapped(f"{count} case{'s' * (count > 1)}: {reason}", 2)
    wrong.sort(key=lambda case: case.help != exercise.message)  # the one that is spoken of
    if exercise.hints_shown and wrong:
        return lines + _known(exercise, wrong, view) + _notes(notes) + _faults(exercise)
    said: set[str] = set()
    groups = _alike(wrong)
    # A student gets one thing at a time: what else is not right often goes away with it.
    for case, *others in groups[:1] if view == "student" else groups:
        lines += _case(case, said, view)
        lines += _titles("likewise:", others, view)
    if view == "student":
        lines += _titles("then:", [case for group in groups[1:] for case in group], view)
    skipped = sum(case.status == "skipped" for case in exercise.cases)
    if skipped:
        lines += [f"  {skipped} further case{'s' * (skipped > 1)} skipped for the same reason"]
    return lines + _notes(notes) + _faults(exercise)


def _notes(notes: list[str]) -> list[str]:
    return [line for note in notes for line in _wrapped(f"To know: {note}", 2)]


def _faults(exercise: ExerciseResult) -> list[str]:
    return [
        line for fault in exercise.faults for line in _wrapped(f"For the instructor: {fault}", 2)
    ]


def _titles(word: str, cases: list[CaseResult], view: str) -> list[str]:
    """What else is not right: all of it for the instructor, a few titles for the student."""
    shown = cases[:_FEW] if view == "student" else cases
    titles = [case.title for case in shown]
    titles += [f"and {len(cases) - len(shown)} more"] if len(cases) > len(shown) else []
    return _wrapped(f"{word:<10}{'; '.join(titles)}", 6, 10) if titles else []


def _known(exercise: ExerciseResult, wrong: list[CaseResult], view: str) -> list[str]:
    """A mistake that is known: one example of what it does, and its hints instead of many."""
    first = min(wrong, key=lambda case: case.private)  # one that may be shown, if there is one
    said = [exercise.message, *exercise.hints[1 : exercise.hints_shown]]
    lines = _case(msgspec.structs.replace(first, help=""), set(), view)
    lines += _wrapped(f"{'at:':<10}{first.where}", 6, 10) if first.where else []
    lines += _titles("likewise:", [case for case in wrong if case is not first], view)
    for says in exercise.misconceptions:
        lines += _wrapped(f"{'mistake:':<10}{says}", 6, 10)
    for words in said:
        lines += _wrapped(f"-> {words}", 6, 3)
    return lines


def _alike(cases: list[CaseResult]) -> list[list[CaseResult]]:
    """The cases in groups with the same help; only the first of a group is shown whole."""
    groups: dict[object, list[CaseResult]] = {}
    for case in cases:
        groups.setdefault((case.status, case.private, case.help), []).append(case)
    return list(groups.values())


def _case(case: CaseResult, said: set[str], view: str) -> list[str]:
    private = " (private)" if case.private and view == "instructor" else ""
    lines = _wrapped(f"{_SIGNS[case.status]}: {case.title}{private}", 2)
    for name, words in (("called", case.called), ("expected", case.expected), ("got", case.got)):
        if words:
            lines += _wrapped(f"{name + ':':<10}{words}", 6, 10)
    if case.printed.strip():
        printed = " ".join(case.printed.split())[:_MOST_PRINTED]
        lines += _wrapped(f"{'printed:':<10}{printed}", 6, 10)
    if case.help:  # one sentence is said once
        lines += _wrapped(f"-> {'as above' if case.help in said else case.help}", 6, 3)
        said.add(case.help)
    return lines


def _safe(text: str) -> str:
    """The text without control characters, which could steer a terminal."""
    return "".join(c if c.isprintable() else " " for c in text)


def _wrapped(text: str, indent: int, hanging: int = 2) -> list[str]:
    first, rest = " " * indent, " " * (indent + hanging)
    return textwrap.wrap(_safe(text), WIDTH, initial_indent=first, subsequent_indent=rest) or [
        first
    ]


FORMAT = Format(
    "text",
    "for people: what the terminal shows, without colours",
    write,
    example="grader submit.ipynb --to text=report.txt",
    open=True,
)
