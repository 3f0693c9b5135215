"""Illustrations of a report: the learner's own code, and pictures of the answers."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping

from grader.judging.asked import Asked
from grader.report import CaseResult, Source
from grader.report.pictures import Picture
from grader.submissions.reading import Submission
from grader.suite import Exercise, Suite

_LOG = logging.getLogger(__name__)
_MOST_CODE = 20_000  # characters of code shown for an exercise, about ten times a long answer
_CUT = "\n# ... the rest is left out here; all of it was graded"


def sources(
    submission: Submission, cells_of: Mapping[str, tuple[int, ...]], goals: Iterable[str]
) -> tuple[Source, ...]:
    """The cells that make what an exercise asks for, as the learner wrote them.

    Args:
        submission: the submission with its cells.
        cells_of: by the name, the numbers of the cells that define or change it.
        goals: the names that the exercise asks for.
    """
    wanted = {number for goal in goals for number in cells_of.get(goal, ())}
    characters_left = _MOST_CODE
    found = []
    for cell in submission.cells:
        if cell.number in wanted and characters_left > 0:
            number, line = (0, cell.number) if submission.plain else (cell.number, 1)
            found.append(
                Source(cell=number, line=line, text=_shortened(cell.source, characters_left))
            )
            characters_left -= len(cell.source)
    return tuple(found)


def drawn_pictures(
    suite: Suite, exercise: Exercise, answers: Iterable[tuple[CaseResult, Asked]]
) -> tuple[tuple[Picture, ...], tuple[str, ...]]:
    """The pictures of an exercise, and a note if one could not be drawn.

    Args:
        suite: the suite with the drawings.
        exercise: the exercise.
        answers: each verdict with its question and answer.
    """
    public = [asked for case, asked in answers if not case.private]
    pictures = []
    failed: tuple[str, ...] = ()
    for drawing in suite.drawings:
        seen = next((asked.seen for asked in public if asked.probe == drawing.probe), None)
        if drawing.exercise != exercise.name or seen is None:
            continue
        try:
            picture = drawing.draw(seen)
        except Exception as error:  # noqa: BLE001 - anything may have come back, and it costs no points
            failed = (f"A picture could not be drawn ({type(error).__name__}).",)
            _LOG.warning("%s: %s", exercise.name, failed[0], exc_info=True)
            continue
        if picture is not None:
            pictures.append(picture)
    return tuple(pictures), failed


def _shortened(text: str, most: int) -> str:
    """The text with its end cut off if it is long; so its line numbers stay."""
    text = text.rstrip()
    return text if len(text) <= most else text[:most] + _CUT
