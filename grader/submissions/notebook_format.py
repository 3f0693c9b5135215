"""The code in a notebook file, of any version of the format.

Only the cells' sources are read, and the name that nbgrader gave a cell; outputs and other metadata
are never made into objects. Sources: the nbformat specification, versions 2 to 4.5; RFC 8259 for
JSON, from which Jupyter's files differ in numbers and characters.
"""

from __future__ import annotations

import json
import re

import msgspec

from grader.submissions.file_kinds import encoding_problem, merge_conflict, recognised_kind

_Text = str | list[str]
_LONGEST_NAME = 40  # characters of a language's name


class NotebookError(Exception):
    """The content is no notebook; the message says its kind, a predicate about the file."""


class _CellOfVersion4(msgspec.Struct):
    """A cell since version 4."""

    cell_type: str
    source: _Text | None = ""
    metadata: msgspec.Raw = msgspec.Raw(b"{}")


class _CellBeforeVersion4(msgspec.Struct):
    """A cell before version 4."""

    cell_type: str
    input: _Text = ""


class _Settings(msgspec.Struct):
    grade_id: str = ""


class _Metadata(msgspec.Struct):
    nbgrader: _Settings = msgspec.field(default_factory=_Settings)


class NotebookCell(msgspec.Struct, frozen=True):
    """A cell of a notebook.

    Attributes:
        kind: code, markdown, raw, or any other text in the file.
        source: the cell's text.
        grade_id: the name that nbgrader gave the cell, by the file's word; else empty.
    """

    kind: str
    source: str
    grade_id: str = ""


class NotebookContent(msgspec.Struct, frozen=True):
    """The cells and the language of a notebook.

    Attributes:
        cells: the cells in order.
        language: the language of the code by the notebook's word; empty without one.
        version: the version of the language by the notebook's word; empty without one.
    """

    cells: list[NotebookCell]
    language: str = ""
    version: str = ""


class _LanguageInfo(msgspec.Struct):
    name: str = ""
    version: str = ""


class _Kernelspec(msgspec.Struct):
    language: str = ""


class _Kernel(msgspec.Struct):
    language_info: _LanguageInfo = msgspec.field(default_factory=_LanguageInfo)
    kernelspec: _Kernelspec = msgspec.field(default_factory=_Kernelspec)


class _Worksheet(msgspec.Struct):
    cells: list[_CellBeforeVersion4] = []


class _Notebook(msgspec.Struct):
    cells: list[_CellOfVersion4 | None] | None = None
    worksheets: list[_Worksheet] | None = None
    metadata: msgspec.Raw = msgspec.Raw(b"{}")


def parse_notebook(content: bytes) -> NotebookContent:
    """The cells and the language of a notebook file; cells that are null are left out.

    Args:
        content: the content of the file.

    Raises:
        NotebookError: the content is no notebook.
    """
    content = content.removeprefix(b"\xef\xbb\xbf")
    try:
        notebook = _decoded(content)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise NotebookError(_not_a_notebook(content, error)) from None
    if notebook.cells is not None:
        cells = [
            NotebookCell(cell.cell_type, "".join(cell.source or ""), _grade_id(cell.metadata))
            for cell in notebook.cells
            if cell is not None
        ]
        return NotebookContent(cells, *_language(notebook.metadata))
    if notebook.worksheets is None:
        raise NotebookError(
            "is JSON, but no notebook: it has no cells. Hand in the .ipynb file itself"
        )
    old = [cell for sheet in notebook.worksheets for cell in sheet.cells]
    return NotebookContent([NotebookCell(cell.cell_type, _joined(cell.input)) for cell in old])


def _language(metadata: msgspec.Raw) -> tuple[str, str]:
    """The language and its version by the metadata; empty if these have another form."""
    try:
        kernel = msgspec.json.decode(metadata, type=_Kernel)
    except msgspec.MsgspecError:
        return "", ""
    name = kernel.language_info.name or kernel.kernelspec.language
    return name[:_LONGEST_NAME], kernel.language_info.version[:_LONGEST_NAME]


def _grade_id(metadata: msgspec.Raw) -> str:
    """The name in a cell's metadata; empty if these have another form."""
    if b'"nbgrader"' not in bytes(metadata):
        return ""
    try:
        return msgspec.json.decode(metadata, type=_Metadata).nbgrader.grade_id
    except msgspec.MsgspecError:
        return ""


def _joined(text: _Text) -> str:
    """The text of an old cell, whose lines may or may not have their line ends."""
    if isinstance(text, str):
        return text
    return ("" if text and text[0].endswith("\n") else "\n").join(text)


def _decoded(content: bytes) -> _Notebook:
    try:
        return msgspec.json.decode(content, type=_Notebook)
    except msgspec.ValidationError:
        raise
    except msgspec.DecodeError as error:
        try:
            return msgspec.json.decode(_repaired(content), type=_Notebook)
        except msgspec.ValidationError:
            raise
        except (msgspec.DecodeError, ValueError):
            raise error from None


# The text before a number that JSON does not have, and that number.
_NO_NUMBER = re.compile(
    rb'((?:[^"NI-]++|"(?:[^"\\]++|\\.)*+"|-(?!I))*+)(?:NaN|-?Infinity)', re.DOTALL
)
# The text before half a surrogate pair, and that half.
_HALF = re.compile(
    rb"((?:[^\\]++|\\[^u]|\\u(?![dD][89a-fA-F])|\\u[dD][89abAB]..\\u[dD][c-fC-F]..)*+)"
    rb"\\u[dD][89a-fA-F]..",
    re.DOTALL,
)
_RAW_HALF = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")


def _repaired(content: bytes) -> bytes:
    """Valid JSON from Jupyter's: NaN becomes null, half a surrogate pair "?".

    The text itself is searched: a tree of all the outputs would take thirty times its memory.
    """
    encoding = json.detect_encoding(content)
    if not encoding.startswith("utf-8"):
        content = content.decode(encoding, "surrogatepass").encode("utf-8", "surrogatepass")
    content = _RAW_HALF.sub(b"?", content)
    content = _replaced(_NO_NUMBER, content, b"null")
    return _replaced(_HALF, content, b"?")


def _replaced(pattern: re.Pattern[bytes], content: bytes, by: bytes) -> bytes:
    """The content with the end of each match, after its first group, replaced."""
    made = bytearray()
    end = 0
    while found := pattern.match(content, end):
        made += found[1] + by
        end = found.end()
    return bytes(made + content[end:])


def _not_a_notebook(content: bytes, error: Exception) -> str:
    known = recognised_kind(content) or encoding_problem(content) or merge_conflict(content)
    if known:
        return known
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return "is not a text file, so it is no notebook: hand in the .ipynb file"
    if text.lstrip().startswith("{"):
        if isinstance(error, msgspec.ValidationError):
            return f"is JSON, but no notebook: what it holds has another form ({error})"
        where = f" ({error})" if str(error) else ""
        return f"is broken: its JSON ends early or is damaged{where}. Save it again"
    return "is no notebook: a notebook is JSON, which this is not"
