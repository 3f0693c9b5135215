"""Answers that people mark, kept as cells of comments; and test cells as they were handed out.

Answers are found by their places, and kept behind all code cells as comments in the percent format.
So whatever keeps, repeats, compares or hands on a submission's cells has these answers too, and a
change of an answer is a change of the submission.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from grader.protocol.bounds import MAX_ANSWER_TEXT
from grader.submissions.notebook_format import NotebookCell

_HEAD = "# %% [markdown] "
_CUT = "\n[...]"


class CellPlace(msgspec.Struct, frozen=True):
    """The place of an answer, or of a test cell, in a notebook.

    Attributes:
        name: the question's name; nbgrader keeps it in the cell's metadata.
        before: the text of the handed-out cell above the answer.
        until: the text of the next handed-out cell below it.
        test: the text of a test cell as it is handed out; empty for the place of an answer.
    """

    name: str
    before: str = ""
    until: str = ""
    test: str = ""


def kept(cells: Sequence[NotebookCell], places: Sequence[CellPlace]) -> list[str]:
    """The answers found at some places, each as a cell of comments.

    Args:
        cells: the notebook's cells, in order.
        places: the places of the answers.
    """
    found = [(place.name, _answer(cells, place)) for place in places if not place.test]
    return [_commented(name, answer) for name, answer in found if answer is not None]


def code_as_given(cells: Sequence[NotebookCell], places: Sequence[CellPlace]) -> list[str]:
    """The sources of the code cells, test cells as they were handed out, as nbgrader does.

    Args:
        cells: the notebook's cells, in order.
        places: the places of answers and test cells.
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
    """A submission's code cells, and the answers that are kept behind them, by their names."""
    end = len(sources)
    while end and _is_kept(sources[end - 1]):
        end -= 1
    return sources[:end], dict(map(_read, sources[end:]))


def _answer(cells: Sequence[NotebookCell], place: CellPlace) -> str | None:
    named = [cell for cell in cells if cell.grade_id == place.name]
    # In a task of nbgrader's the description has the name; the answer stands in cells below it.
    answers = [cell for cell in named if cell.source.strip() != place.before.strip()][-1:]
    found = answers or _between(cells, place)
    return None if found is None else "\n\n".join(cell.source for cell in found)


def _between(cells: Sequence[NotebookCell], place: CellPlace) -> Sequence[NotebookCell] | None:
    """The cells between the handed-out ones around an answer; None without the one above it."""
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
