"""A notebook of an instructor's own as the source of the student's and the solved one.

Its cells are marked as in a script. Two more ways of other tools are understood: an answer cell of
nbgrader without marks is a solution as a whole, and Otter's raw cells (``# BEGIN QUESTION``,
``# BEGIN SOLUTION``, ``# BEGIN PROMPT``, ``# BEGIN TESTS``) say what the cells between them are;
tests there are for the instructor alone, since students' cases are not kept in notebooks here.
What is not taken over: points and names of questions in such cells, saved outputs, and nbgrader's
settings, but for a tag that says whether a cell is an answer or a test.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import msgspec

from grader.authoring.blocks import AuthoringError, is_marked
from grader.authoring.markers import solution_version, student_version

ENDING = ".source.ipynb"
_RAW = re.compile(
    r"\s*#+ ?(?:ASSIGNMENT CONFIG|(?P<verb>BEGIN|END) (?P<what>QUESTION|SOLUTION|PROMPT|TESTS))\b"
)
_WRITTEN_IN, _TEST = "exercise", "test"  # tags, as `release` knows them
_WRAPPED = {
    "SOLUTION": ("# BEGIN SOLUTION", "# END SOLUTION"),
    "TESTS": ("# BEGIN HIDDEN TESTS", "# END HIDDEN TESTS"),
    "PROMPT": ('""" # BEGIN PROMPT', '""" # END PROMPT'),
}


class NotebookPart(msgspec.Struct, frozen=True):
    """A cell of the source with its marks.

    Attributes:
        text: its source, with marks of the kind that a script has.
        name: what to call it: the file and the cell's number.
        prose: whether it is text.
        wrapped: how many lines of marks were put before its own.
    """

    text: str
    name: str
    prose: bool
    wrapped: int = 0


def parts(path: Path, name: str) -> list[tuple[Any, NotebookPart]]:
    """The cells of a source, each with its marked text.

    Args:
        path: the notebook.
        name: what to call it in an error.

    Raises:
        AuthoringError: it cannot be read, or raw cells do not pair up.
    """
    import nbformat  # takes a second, and grading never needs it

    try:
        notebook = nbformat.read(path, as_version=4)
    except (OSError, ValueError, nbformat.ValidationError) as error:
        raise AuthoringError(f"{name} is not a notebook that can be read: {error}") from error
    found: list[tuple[Any, NotebookPart]] = []
    inside: list[str] = []
    for number, cell in enumerate(notebook.cells, start=1):
        raw = _RAW.match(cell.source) if cell.cell_type == "raw" else None
        where = f"{name}, cell {number}"
        if raw is None:
            found.append((cell, _part(cell, where, inside[-1] if inside else "")))
        elif raw["verb"] == "BEGIN":
            inside.append(raw["what"])
        elif raw["verb"] == "END" and (not inside or inside.pop() != raw["what"]):
            raise AuthoringError(f"{where}: END {raw['what']} without a BEGIN in a raw cell above.")
    if inside:
        message = f"{name}: BEGIN {inside[-1]} is not closed; add a raw cell END {inside[-1]}."
        raise AuthoringError(message)
    return found


def versions(path: Path, name: str) -> tuple[Any, Any]:
    """The student's and the solved notebook, without outputs.

    Raises:
        AuthoringError: as for ``parts``, or marks in a cell are unbalanced.
    """
    from nbformat import v4

    cells = parts(path, name)
    made = []
    for version in (student_version, solution_version):
        kept = []
        for cell, part in cells:
            text = version(part.text, name=part.name, prose=part.prose)
            if text.strip() or not cell.source.strip():
                kept.append(_copy(cell, text))
        made.append(v4.new_notebook(cells=kept))
    return made[0], made[1]


def _part(cell: Any, where: str, inside: str) -> NotebookPart:  # noqa: ANN401 - a notebook's node
    text, prose = str(cell.source), cell.cell_type != "code"
    settings = cell.metadata.get("nbgrader", {})
    answer = settings.get("solution") and not settings.get("locked")
    inside = inside if inside in _WRAPPED else "SOLUTION" if answer else ""
    if not inside or (inside == "SOLUTION" and is_marked(text, prose=prose)):
        return NotebookPart(text, where, prose)
    before, after = _WRAPPED[inside]
    return NotebookPart(f"{before}\n{text}\n{after}", where, prose, wrapped=1)


def _copy(cell: Any, text: str) -> Any:  # noqa: ANN401 - a notebook's node
    from nbformat import v4

    make = {"code": v4.new_code_cell, "raw": v4.new_raw_cell}.get(
        cell.cell_type, v4.new_markdown_cell
    )
    metadata = dict(cell.metadata)
    settings = metadata.get("nbgrader", {})
    if settings.get("grade") or settings.get("solution"):  # it may stop until it is answered
        tag = _WRITTEN_IN if settings.get("solution") else _TEST
        metadata.setdefault("tags", [tag])
    made = make(text, metadata=metadata)
    if "attachments" in cell:
        made["attachments"] = cell["attachments"]
    return made
