"""A student's report with the final mark in it, for formats that know one report and no class.

The difference that late days or a mark set by hand make is one more exercise of the report. So
every format has the student's mark in the class as its total.
"""

from __future__ import annotations

import msgspec

from grader.gradebook.classes import Row
from grader.report import BY_HAND, CaseResult, ExerciseResult, Report, added, total_of

NAME = "the-mark"  # of that exercise; no function can have this name
_TITLE = "The mark"


def final_report(row: Row, report: Report) -> Report:
    """The report with the student's mark as its total, and with the comment on the whole.

    Args:
        row: the student, with points.
        report: the student's report.
    """
    difference = 0 if row.points is None else added((row.points, -report.total.sum))
    if not difference and not row.comment:
        return report
    case = CaseResult(
        id=f"{NAME}/{BY_HAND}",
        title=row.mark_words or "A comment on the whole",
        status="marked",
        points=0,
        earned=difference,
        comment="\n".join(filter(None, (row.mark_words, row.comment))),
    )
    whole = ExerciseResult(
        name=NAME, title=_TITLE, points=0, earned=difference, extra=False, cases=(case,)
    )
    exercises = (*report.exercises, whole)
    return msgspec.structs.replace(report, exercises=exercises, total=total_of(exercises))
