"""Cells that a notebook was given with: answers that people mark, and an instructor's tests.

Answers are found by their places, and kept as cells of comments, in the words of the percent
format, after all cells of code. So whatever keeps, repeats, compares or hands on a submission's
cells has these answers too, a change of one is a change of the submission, and nothing is run.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from grader.protocol.bounds import MAX_ANSWER_TEXT
from grader.submissions.notebook import NotebookCell

_HEAD = "# %% [markdown] "
_CUT = "\n[...]"


class Place(msgspec.Struct, frozen=True):
    """The place of an answer in a notebook.

    Attributes:
        name: of the question; nbgrader keeps it in the cell's own settings.
        before: the text of the given cell above the answer.
        until: the text of the next given cell below it.
        test: for a cell of tests, which holds no answer: its text as students are given it.
    """

    name: str
    before: str = ""
    until: str = ""
    test: str = ""


def kept(cells: Sequence[NotebookCell], places: Sequence[Place]) -> list[str]:
    """The answers at these places, each as a cell of comments; none for a place that is not there.

    Args:
        cells: of the notebook, in order.
        places: where answers are looked for.
    """
    found = [(place.name, _answer(cells, place)) for place in places if not place.test]
    return [_commented(name, answer) for name, answer in found if answer is not None]


def code_as_given(cells: Sequence[NotebookCell], places: Sequence[Place]) -> list[str]:
    """The sources of the code cells; tests are put back as they were given, as nbgrader does.

    Args:
        cells: of the notebook, in order.
        places: those with a test name its cell.
    """
    code = [cell for cell in cells if cell.kind == "code"]
    found = [cell.source for cell in code]
    for place in places:
        named = [number for number, cell in enumerate(code) if cell.grade_id == place.name]
        as_given = any(code[number].source.strip() == place.test for number in named)
        if place.test and named and not as_given:
            found[named[0]] = place.test  # a copy of the cell is the student's own
    return found


def code_and_answers(sources: Sequence[str]) -> tuple[Sequence[str], dict[str, str]]:
    """A submission's cells of code, and the answers that are kept behind them, by their names."""
    end = len(sources)
    while end and _is_kept(sources[end - 1]):
        end -= 1
    return sources[:end], dict(map(_read, sources[end:]))


def _answer(cells: Sequence[NotebookCell], place: Place) -> str | None:
    named = [cell for cell in cells if cell.grade_id == place.name]
    # The description of a task of nbgrader's has the name; what is written stands below it.
    answers = [cell for cell in named if cell.source.strip() != place.before.strip()][-1:]
    found = answers or _between(cells, place)
    return None if found is None else "\n\n".join(cell.source for cell in found)


def _between(cells: Sequence[NotebookCell], place: Place) -> Sequence[NotebookCell] | None:
    """The cells after the last one with the text before, up to the next one that is given.

    None if the text before is not there.
    """
    texts = [cell.source.strip() for cell in cells]
    before, until = place.before.strip(), place.until.strip()
    begins = [number for number, text in enumerate(texts) if text == before] if before else [-1]
    if not begins:
        return None
    rest = range(begins[-1] + 1, len(cells))
    ends = [number for number in rest if until and texts[number] == until]
    last = ends[0] if ends else len(cells) if not until else begins[-1] + 2
    return cells[begins[-1] + 1 : last]


def _commented(name: str, answer: str) -> str:
    text = answer.replace("\r\n", "\n").replace("\r", "\n")
    if len(text) > MAX_ANSWER_TEXT:
        text = text[: MAX_ANSWER_TEXT - len(_CUT)] + _CUT
    return "\n".join([f"{_HEAD}{name}", *(f"# {line}" for line in text.split("\n"))])


def _is_kept(source: str) -> bool:
    return source.startswith(_HEAD) and all(line.startswith("# ") for line in source.split("\n"))


def _read(source: str) -> tuple[str, str]:
    head, *lines = source.split("\n")
    return head.removeprefix(_HEAD), "\n".join(line.removeprefix("# ") for line in lines)
