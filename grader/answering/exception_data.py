"""An exception as data: its type, its message, and the learner's own line; no frames of ours."""

from __future__ import annotations

import linecache
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import CodeType

from grader.answering.own_checks import compared
from grader.protocol.observations import Raised
from grader.protocol.values import plain_text, type_name

_CELL = re.compile(r"<cell (\d+)>")
MAX_MESSAGE = 600
_MOST_LINES = 1_000_000
_BY_TENSORFLOW = "in user code:"
_IN_MESSAGE = re.compile(r'File "<cell (\d{1,5})>", line (\d{1,6}),')
_MOST_SEARCHED = 20_000  # characters
_GENERATED = "__autograph_generated_file"  # what TensorFlow makes of a function
_PACKAGE = re.escape(str(Path(__file__).parents[1]))
_OWN_PATH = re.compile(rf"{_PACKAGE}[^\s\"']*")  # of a file of ours, in a message of a library

absent: dict[str, str] = {}
"""For each name that a failed import should have bound, the module that is missing."""


def cell_file(number: int) -> str:
    """The file name under which cell ``number`` is compiled."""
    return f"<cell {number}>"


def describe_error(error: BaseException, within: CodeType | None = None) -> Raised:
    """The exception as data; never raises.

    Args:
        error: the exception.
        within: a function, to name the innermost line inside of it; without one the innermost line
            that the learner wrote is named.
    """
    try:
        return _describe(error, within)
    except BaseException:  # noqa: BLE001 - a submission's own exception class may do anything
        return Raised(type_name(error), "")


def _describe(error: BaseException, within: CodeType | None) -> Raised:
    kind = type_name(error)
    try:
        whole = str(error)
        if whole.startswith(_BY_TENSORFLOW):
            return _by_tensorflow(kind, whole)
        message = plain_text(whole, MAX_MESSAGE)
    except BaseException:  # noqa: BLE001 - it may be only the words that cannot be had
        message = ""
    message = _OWN_PATH.sub("<the grader>", message)
    if isinstance(error, NameError) and error.name in absent:
        kind = "ModuleNotFoundError"
        message = f"No module named '{absent[error.name]}'"
    if isinstance(error, SyntaxError):
        match = _CELL.fullmatch(str(error.filename))
        text = plain_text(str(error.text or "").strip(), 200)
        cell = int(match[1]) if match else 0
        words = plain_text(str(error.msg), MAX_MESSAGE)
        return Raised(kind, words, cell, min(int(error.lineno or 0), _MOST_LINES), text)
    place = _own_line(error, within)
    is_check = isinstance(error, AssertionError) or place[2].startswith("raise")
    sides = _compared(error, place[1]) if is_check else ""
    message = plain_text(f"{message} ({sides})".lstrip(), MAX_MESSAGE) if sides else message
    return Raised(kind, message, *place)


def _compared(error: BaseException, line: int) -> str:
    """The values that a check in the innermost frame compared, if it is the learner's own."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return compared(trace.tb_frame, line) if trace and trace.tb_lineno == line else ""


def _by_tensorflow(kind: str, message: str) -> Raised:
    """An exception in a function that TensorFlow has translated: the message has its lines."""
    reason = message.rstrip().rpartition("\n\n")[2].strip().removeprefix(f"{kind}: ")
    places = _IN_MESSAGE.findall(message[:_MOST_SEARCHED])
    cell, line = map(int, places[-1]) if places else (0, 0)
    code = linecache.getline(cell_file(cell), line).strip() if line else ""
    words = _OWN_PATH.sub("<the grader>", plain_text(reason, MAX_MESSAGE))
    return Raised(kind, words, cell, line, plain_text(code, 200))


def _own_line(error: BaseException, within: CodeType | None) -> tuple[int, int, str]:
    """The cell, line and text of the innermost line of the learner's, in ``within`` if given."""
    found = (0, 0, "")
    parts = set(_parts(within)) if within else set()
    trace = error.__traceback__
    for _ in range(10_000):  # endless recursion leaves a long traceback
        if trace is None:
            break
        # In the child a cell's file name holds its number; in the learner's own notebook the
        # number is not known, but the code is the main program's all the same.
        frame = trace.tb_frame
        name = frame.f_code.co_filename
        match = _CELL.fullmatch(name)
        names = frame.f_globals
        is_main = names.get("__name__") == "__main__" or names is vars(sys.modules["__main__"])
        is_own = match or (is_main and _GENERATED not in name)
        if is_own and (not parts or frame.f_code in parts):
            code = plain_text(linecache.getline(name, trace.tb_lineno).strip(), 200)
            found = (int(match[1]) if match else 0, trace.tb_lineno, code)
        trace = trace.tb_next
    return found


def _parts(code: CodeType) -> Iterator[CodeType]:
    """A function's code and that of the functions and comprehensions written inside it."""
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _parts(constant)
