"""Reading a submission: a notebook of any age, or a script.

Only the cells' sources are read: of code, and of answers in prose that people mark. Saved outputs
and metadata are never trusted; nbgrader's name of a cell decides which answer is shown, no more.
Sources: the nbformat specification, versions 3 to 4.5.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from grader.errors import GraderError
from grader.protocol.bounds import MAX_CELLS, MAX_CODE, MAX_FORMATTED_LINE
from grader.protocol.limits import Limits
from grader.protocol.observations import Raised
from grader.protocol.values import plain_text
from grader.submissions import languages, marked_answers
from grader.submissions.file_kinds import encoding_problem, recognised_kind, script_text
from grader.submissions.lines import FileLines, file_lines
from grader.submissions.magics import Magics, skipped_magic
from grader.submissions.marimo import marimo_cells
from grader.submissions.notebook_format import NotebookContent, NotebookError, parse_notebook
from grader.submissions.regular_files import UnopenedError, content_of
from grader.submissions.scripts import is_plain_script, sources_of, statements
from grader.submissions.syntax import UNPARSABLE, tree_of


class SubmissionError(GraderError):
    """The file cannot be graded; the message says what it is and what to do."""


class Cell(msgspec.Struct, frozen=True):
    """A code cell.

    Attributes:
        number: its number among the code cells, from 1; in a plain script that of its first line.
        source: the cell as Python, as IPython would run it.
        error: the syntax error for which it cannot run at all, else None.
        magic: the cell magic at its beginning for which it is not run; empty without one.
    """

    number: int
    source: str
    error: Raised | None = None
    magic: str = ""


class Submission(msgspec.Struct, frozen=True):
    """A notebook or script that a student handed in.

    Attributes:
        name: the file's name.
        cells: its code cells; the statements of a plain script.
        digest: SHA-256 of the cells' sources; saving again without a change keeps it.
        sources: the cells' sources unchanged, magics and all, and the answers behind them.
        answers: the answers that people mark, by the names of the questions.
        lines: the line numbers in the file of the cells' lines; empty if there was no file.
        plain: whether it is a script without cells.
        prose: the names that text cells, which are not run, define.
    """

    name: str
    cells: tuple[Cell, ...]
    digest: str
    sources: tuple[str, ...] = ()
    answers: Mapping[str, str] = msgspec.field(default_factory=dict)
    lines: FileLines = ()
    plain: bool = False
    prose: frozenset[str] = frozenset()

    def place(self, cell: int, line: int = 0) -> str:
        """The place of a line in words: ``line 3 of code cell 2``, or ``line 17`` of a script.

        Args:
            cell: the number of the line's cell.
            line: the line's number in the cell, from 1; 0 if it is not known.
        """
        if self.plain:
            return f"line {cell + max(line, 1) - 1}"
        return f"line {line} of code cell {cell}" if line else f"code cell {cell}"


def read(
    path: Path, limits: Limits | None = None, places: Sequence[marked_answers.CellPlace] = ()
) -> Submission:
    """Read a submission.

    Args:
        path: the notebook or script.
        limits: the limits, of which the file's size is used.
        places: the places of the answers that people mark.

    Raises:
        SubmissionError: there is nothing in the file that could be graded.
    """
    return parse(path.name, file_content(path, (limits or Limits()).notebook_mb), places)


def parse(name: str, content: bytes, places: Sequence[marked_answers.CellPlace] = ()) -> Submission:
    """The submission in the content of a file.

    Args:
        name: the file's name; ``.py`` is a script, anything else has to be a notebook.
        content: the file's content.
        places: the places of the answers that people mark.

    Raises:
        SubmissionError: there is nothing in the content that could be graded.
    """
    path = Path(name)
    if not content.strip():
        raise SubmissionError(f"{path.name} is empty: save the notebook and hand it in again")
    answers: list[str] = []
    notebook = None
    if path.suffix.lower() == ".py":
        sources = _script(content, path)
    else:
        notebook = _notebook(content, path)
        sources = [cell.source for cell in notebook.cells if cell.kind == "code"]
        answers = marked_answers.kept(notebook.cells, places)
    if not any(source.strip() for source in [*sources, *answers]):
        raise SubmissionError(f"{path.name} has no code cells: is it the right file, and saved?")
    sources = _with_line_ends(sources)
    code = (
        _with_line_ends(marked_answers.code_as_given(notebook.cells, places))
        if notebook
        else sources
    )
    version = notebook.version if notebook else ""
    submission = of_sources(path.name, (*code, *answers), version)  # refuses what is too long
    lines = file_lines(content, sources, notebook=notebook is not None)
    if notebook is None:
        return msgspec.structs.replace(submission, lines=lines)
    if languages.is_other_language(notebook.language, submission.cells):
        language = plain_text(notebook.language, 40)
        raise SubmissionError(
            f"{path.name} is a notebook in the language {language}: hand in one in Python"
        )
    prose = languages.defined_in_prose(notebook.cells)
    return msgspec.structs.replace(submission, lines=lines, prose=prose)


def _with_line_ends(sources: Sequence[str]) -> list[str]:
    """The sources with line ends as Python counts them."""
    return [source.replace("\r\n", "\n").replace("\r", "\n") for source in sources]


def of_sources(name: str, sources: tuple[str, ...], version: str = "") -> Submission:
    """The submission that consists of some cells.

    Args:
        name: the file's name.
        sources: the sources of its cells, and the answers behind them.
        version: the version of the notebook's Python; empty if that is not known.

    Raises:
        SubmissionError: there is more code in the cells than is read.
    """
    plain = is_plain_script(name, sources)
    name = plain_text(name, 200)
    _refuse_endless(sources, name)
    magics = Magics()
    code, answers = marked_answers.code_and_answers(sources)
    by_statement = plain and not _endless_line(sources[0])
    parts = statements(sources[0]) if by_statement else enumerate(code, 1)
    cells = tuple(_cell(number, source, magics, version) for number, source in parts)
    return Submission(name, cells, digest_of(sources, plain=plain), sources, answers, plain=plain)


def digest_of(sources: tuple[str, ...], *, plain: bool = False) -> str:
    """SHA-256 of code cells; saving a notebook again without a change keeps it.

    Each source has its length before it, so no two lists of cells are encoded alike. Nothing else
    decides a mark: a script and a notebook with the same cells are the same work. A plain script
    differs from a notebook with one cell, since it is run statement by statement.

    Args:
        sources: the sources of the cells, or of a plain script.
        plain: whether it is a plain script.
    """
    encoded = [source.encode("utf-8", "surrogatepass") for source in sources]
    parts = b"".join(b"%d:%b" % (len(part), part) for part in encoded)
    return hashlib.sha256(b"script " * plain + parts).hexdigest()


def _refuse_endless(sources: Sequence[str], name: str) -> None:
    """Raise an error for code that would keep the grader busy before a line of it is run."""
    if len(sources) > MAX_CELLS:
        message = f"{name} has {len(sources):,} code cells; {MAX_CELLS:,} are allowed. Join some"
        raise SubmissionError(message)
    size = sum(map(len, sources))
    if size > MAX_CODE:
        message = (
            f"{name} has {size >> 10} kB of code; {MAX_CODE >> 10} kB are allowed. Put data "
            "into a file rather than into a cell"
        )
        raise SubmissionError(message)


def file_content(path: Path, most_mb: int) -> bytes:
    """The bytes of a regular file of at most so many MB.

    Raises:
        SubmissionError: the file is no regular one, is larger, or cannot be read.
    """
    try:
        return content_of(path, most_mb << 20)
    except UnopenedError as error:
        raise SubmissionError(_unopened(path, error)) from None


def _unopened(path: Path, error: UnopenedError) -> str:
    """A sentence about a file that cannot be read, with what to do."""
    if error.kind == "missing":
        near = _near(path)
        return f"there is no file {path}" + (f"; is it {near}?" if near else "")
    advice = {
        "folder": ": name the notebook in it",
        "link": ": name the file itself",
        "large": ". Clear the outputs, save and try again, or raise --notebook-mb",
    }
    name = path.name if error.kind == "large" else path
    return f"{name} {error.predicate}{advice.get(error.kind, '')}"


def _near(path: Path) -> str:
    import difflib

    try:
        names = [file.name for file in path.parent.iterdir() if file.suffix in (".ipynb", ".py")]
    except OSError:
        return ""
    return next(iter(difflib.get_close_matches(path.name, names, n=1)), "")


def _notebook(content: bytes, path: Path) -> NotebookContent:
    try:
        return parse_notebook(content)
    except NotebookError as error:
        raise SubmissionError(f"{path.name} {error}") from None


def _script(content: bytes, path: Path) -> list[str]:
    """The sources of a script's cells."""
    known = recognised_kind(content)
    try:
        text = script_text(content).replace("\r\n", "\n")
    except UnicodeDecodeError:
        known = (
            known or encoding_problem(content) or "is not a text file, so it is no Python script"
        )
    if known:
        raise SubmissionError(f"{path.name} {known}")
    return marimo_cells(text) or sources_of(text)


_FORMATTED = re.compile(r"\b(?:[fF][rR]?|[rR][fF])[\"']")


def _cell(number: int, source: str, magics: Magics, version: str = "") -> Cell:
    """The cell as Python, with magics as calls of IPython, or with the error if it cannot run."""
    endless = _endless_line(source)
    if endless:
        words = f"a line with formatted text has more than {MAX_FORMATTED_LINE:,} characters"
        return Cell(number, source, Raised("SyntaxError", words, number, endless))
    try:
        tree_of(source)
        return Cell(number, source)
    except UNPARSABLE:
        pass
    try:
        python = magics.as_python(source)
        tree_of(python)
        return Cell(number, python, magic=skipped_magic(source))
    except SyntaxError as error:
        line = int(error.lineno or 0)
        words = str(error.msg) + languages.newer_python_note(version, source, str(error.msg))
        raised = Raised(type(error).__name__, words, number, line, _line(source, line))
        return Cell(number, source, raised)
    except Exception as error:  # noqa: BLE001 - IPython reads text with code of its own
        return Cell(number, source, Raised("SyntaxError", str(error)[:200], number))


def _endless_line(source: str) -> int:
    """The number of the first line that takes Python too long to parse; 0 if there is none."""
    lines = enumerate(source.split("\n"), 1)
    long = ((number, text) for number, text in lines if len(text) > MAX_FORMATTED_LINE)
    return next((number for number, text in long if _FORMATTED.search(text)), 0)


def _line(source: str, number: int) -> str:
    lines = source.split("\n")  # as Python counts them; str.splitlines knows more ends
    return lines[number - 1].strip()[:200] if 0 < number <= len(lines) else ""
