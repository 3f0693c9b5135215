"""Reading what was handed in: a notebook of any age, or a script.

Only the cells' sources are read: of code, and of answers in prose that people mark. Saved outputs
and metadata are never trusted; nbgrader's name of a cell says which answer is shown, and no more.
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
from grader.submissions import by_hand, languages, marimo
from grader.submissions.contents import encoding_of, kind_of, script_text
from grader.submissions.lines import FileLines, lines_in
from grader.submissions.magics import Magics, not_run
from grader.submissions.notebook import Notebook, NotebookError, notebook_of
from grader.submissions.opening import UnopenedError, content_of
from grader.submissions.scripts import is_plain, sources_of, statements
from grader.submissions.syntax import UNPARSABLE, tree_of


class SubmissionError(GraderError):
    """The file cannot be graded; the message says what it is and what to do."""


class Cell(msgspec.Struct, frozen=True):
    """A code cell.

    Attributes:
        number: counts the code cells from 1; in a plain script the number of its first line.
        source: Python, as IPython would run it.
        error: why it cannot run at all (a syntax error), else None.
        magic: the cell magic with which it begins, so that it is not run; empty if it is none.
    """

    number: int
    source: str
    error: Raised | None = None
    magic: str = ""


class Submission(msgspec.Struct, frozen=True):
    """What was handed in.

    Attributes:
        name: the file's name.
        cells: its code cells; the statements of a plain script.
        digest: SHA-256 of the cells' sources; saving again without a change keeps it.
        sources: these as they were handed in, magics and all, and the answers behind them.
        answers: those that people mark, by the names of the questions.
        lines: where their lines stand in the file; empty if there was none.
        plain: whether it is a script without cells.
        prose: names that cells of text define, which are not run.
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
        """Where a line stands, in words: ``line 3 of code cell 2``, or ``line 17`` of a script.

        Args:
            cell: the number of its cell.
            line: its number in the cell, from 1; 0 if it is not known.
        """
        if self.plain:
            return f"line {cell + max(line, 1) - 1}"
        return f"line {line} of code cell {cell}" if line else f"code cell {cell}"


def read(
    path: Path, limits: Limits | None = None, places: Sequence[by_hand.Place] = ()
) -> Submission:
    """Read a submission.

    Args:
        path: the notebook or script.
        limits: says how large it may be.
        places: of the answers that people mark.

    Raises:
        SubmissionError: there is nothing in the file that could be graded.
    """
    return parse(path.name, file_content(path, (limits or Limits()).notebook_mb), places)


def parse(name: str, content: bytes, places: Sequence[by_hand.Place] = ()) -> Submission:
    """The submission in the content of a file.

    Args:
        name: the file's name; ``.py`` is a script, anything else has to be a notebook.
        content: all of it.
        places: of the answers that people mark.

    Raises:
        SubmissionError: there is nothing in it that could be graded.
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
        answers = by_hand.kept(notebook.cells, places)
    if not any(source.strip() for source in [*sources, *answers]):
        raise SubmissionError(f"{path.name} has no code cells: is it the right file, and saved?")
    sources = _with_line_ends(sources)
    code = _with_line_ends(by_hand.code_as_given(notebook.cells, places)) if notebook else sources
    version = notebook.version if notebook else ""
    submission = of_sources(path.name, (*code, *answers), version)  # refuses what is too long
    lines = lines_in(content, sources, notebook=notebook is not None)
    if notebook is None:
        return msgspec.structs.replace(submission, lines=lines)
    if languages.is_another(notebook.language, submission.cells):
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
    """The submission of these cells, as they were read before.

    Args:
        name: of the file.
        sources: of its cells.
        version: of the Python that it was made with; empty if that is not known.

    Raises:
        SubmissionError: there is more code in them than is read.
    """
    plain = is_plain(name, sources)
    name = plain_text(name, 200)
    _refuse_endless(sources, name)
    magics = Magics()
    code, answers = by_hand.code_and_answers(sources)
    by_statement = plain and not _endless_line(sources[0])
    parts = statements(sources[0]) if by_statement else enumerate(code, 1)
    cells = tuple(_cell(number, source, magics, version) for number, source in parts)
    return Submission(name, cells, digest_of(sources, plain=plain), sources, answers, plain=plain)


def digest_of(sources: tuple[str, ...], *, plain: bool = False) -> str:
    """SHA-256 of code cells; saving a notebook again without a change keeps it.

    Each source has its length before it, so no two lists of cells are encoded alike. Nothing else
    decides a mark: a script and a notebook with the same cells are the same work. A plain script
    is no cell, since it is run by its statements.

    Args:
        sources: of the cells, or of a plain script.
        plain: whether it is one.
    """
    encoded = [source.encode("utf-8", "surrogatepass") for source in sources]
    parts = b"".join(b"%d:%b" % (len(part), part) for part in encoded)
    return hashlib.sha256(b"script " * plain + parts).hexdigest()


def _refuse_endless(sources: Sequence[str], name: str) -> None:
    """Code that would keep the grader busy before a line of it is run."""
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
    """The bytes of a file, if it is a regular one of at most so many MB.

    Raises:
        SubmissionError: it is none, or cannot be read.
    """
    try:
        return content_of(path, most_mb << 20)
    except UnopenedError as error:
        raise SubmissionError(_unopened(path, error)) from None


def _unopened(path: Path, error: UnopenedError) -> str:
    """What is the matter with a file that cannot be read, and what to do."""
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


def _notebook(content: bytes, path: Path) -> Notebook:
    """What is taken from a notebook."""
    try:
        return notebook_of(content)
    except NotebookError as error:
        raise SubmissionError(f"{path.name} {error}") from None


def _script(content: bytes, path: Path) -> list[str]:
    """The sources of a script."""
    known = kind_of(content)
    try:
        text = script_text(content).replace("\r\n", "\n")
    except UnicodeDecodeError:
        known = known or encoding_of(content) or "is not a text file, so it is no Python script"
    if known:
        raise SubmissionError(f"{path.name} {known}")
    return marimo.cells_of(text) or sources_of(text)


_FORMATTED = re.compile(r"\b(?:[fF][rR]?|[rR][fF])[\"']")


def _cell(number: int, source: str, magics: Magics, version: str = "") -> Cell:
    """The cell as Python: magics become calls of IPython, or the cell is known not to run."""
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
        return Cell(number, python, magic=not_run(source))
    except SyntaxError as error:
        line = int(error.lineno or 0)
        words = str(error.msg) + languages.newer(version, source, str(error.msg))
        raised = Raised(type(error).__name__, words, number, line, _line(source, line))
        return Cell(number, source, raised)
    except Exception as error:  # noqa: BLE001 - IPython reads text with code of its own
        return Cell(number, source, Raised("SyntaxError", str(error)[:200], number))


def _endless_line(source: str) -> int:
    """The number of the first line that takes Python too long to read; 0 if there is none."""
    lines = enumerate(source.split("\n"), 1)
    long = ((number, text) for number, text in lines if len(text) > MAX_FORMATTED_LINE)
    return next((number for number, text in long if _FORMATTED.search(text)), 0)


def _line(source: str, number: int) -> str:
    lines = source.split("\n")  # as Python counts them; str.splitlines knows more ends
    return lines[number - 1].strip()[:200] if 0 < number <= len(lines) else ""
