"""What several formats say in plain text: the total, an exercise, a case."""

from __future__ import annotations

from collections.abc import Iterator

from grader.report import CaseResult, ExerciseResult, Report

MOST = 2000
"""Characters of a case's details; platforms have limits on the whole of 1 MB."""


def total(report: Report) -> str:
    """``90 / 100``, or ``100 / 100 + 10 extra``."""
    points = report.total
    extra = f" + {points.extra_earned} extra" if points.extra_earned else ""
    return f"{points.earned} / {points.points}{extra}"


def exercise_title(exercise: ExerciseResult) -> str:
    """The exercise's title, and whether it is extra."""
    return exercise.title + (" (extra)" if exercise.extra else "")


def is_right(case: CaseResult) -> bool:
    """Whether a case counts as right; where the grader failed, it costs nothing."""
    return case.status in ("passed", "errored")


def details(case: CaseResult) -> str:
    """What was called, expected and got, and where it stopped, a line each; cut to MOST.

    Empty for a case that was not asked: an earlier one says the same. Control characters, which
    may steer whatever shows the text, become blanks.
    """
    if case.status == "skipped":
        return ""
    parts = (
        ("called", case.called),
        ("expected", case.expected),
        ("got", case.got),
        ("at", case.where),
        ("printed", " ".join(case.printed.split())),
    )
    words = "\n".join(f"{name + ':':<10}{_printable(text[:MOST])}" for name, text in parts if text)
    return words if len(words) <= MOST else words[: MOST - 2] + " …"


def advice(exercise: ExerciseResult) -> list[str]:
    """What to try: the one message, and the further hints for a known mistake that are shown."""
    hints = [exercise.message, *exercise.hints[1 : exercise.hints_shown]]
    return [hint for hint in hints if hint]


def spoken_of(exercise: ExerciseResult) -> CaseResult | None:
    """The case to show in full: of those that are not right, one that the message is about.

    One that may be shown comes first, if there is one.
    """
    wrong = [case for case in exercise.cases if case.status in ("failed", "errored")]
    return min(wrong, key=lambda case: (case.private, case.help != exercise.message), default=None)


def told(exercise: ExerciseResult) -> Iterator[tuple[CaseResult, str]]:
    """Each case with its one sentence of help.

    Hints for a known mistake stand at the first case that is not right, one that may be shown if
    there is one, and nothing is said twice.
    """
    first = spoken_of(exercise)
    for case in exercise.cases:
        if exercise.hints_shown and case.status == "failed":
            yield case, "\n".join(advice(exercise)) if case is first else ""
        else:
            yield case, case.help


def unique_titles(exercise: ExerciseResult) -> Iterator[tuple[CaseResult, str]]:
    """Each case with its title, which a number tells from an equal one before it."""
    seen: dict[str, int] = {}
    for case in exercise.cases:
        title = case.title or case.id or "a case"
        seen[title] = seen.get(title, 0) + 1
        yield case, title if seen[title] == 1 else f"{title} ({seen[title]})"


def _printable(text: str) -> str:
    return "".join(letter if letter.isprintable() else " " for letter in text)


def shortened(text: str, most: int) -> str:
    """The text, cut to so many characters."""
    return text if len(text) <= most else text[: most - 2] + " …"
