"""Running a test's code: a cell of a notebook, a function, or an example in a docstring.

A failing assertion speaks as pytest's does, with the values of what was called.
"""

from __future__ import annotations

import ast
import contextlib
import doctest
import io
import re
import traceback
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import msgspec
from _pytest.assertion import util

from grader.remote.crossing import Aborted
from grader.remote.link import Link
from grader.remote.own_code import own_code_alone, texts_in
from grader.remote.own_types import ask_types
from grader.remote.results import MOST_WORDS, TestResult
from grader.remote.seeds import repeated
from grader.remote.space import Space
from grader.remote.test_code import compiled

# Lines of an assertion's words on an object that shows nothing of itself but an address.
_TELLS_NOTHING = re.compile(r" *\+ +(?:where|and) .* (?:at|@) 0x[0-9a-f]+>")


def run_code(
    source: str, name: str, space: Space, link: Link, *, counts_caught: bool = False
) -> TestResult:
    """Run the code of a cell or a script as a test.

    Args:
        source: the code.
        name: of the test, for messages.
        space: where its names are looked up.
        link: to the submission.
        counts_caught: whether an assertion that a module of the instructor's catches has failed.
    """
    file = file_of(name)
    link.own_texts |= texts_in(source)
    found = run(
        lambda: exec(compiled(source, file), space),  # noqa: S102 - the instructor's own code
        file,
        link,
    )
    if found.passed and counts_caught and link.caught is not None:
        words = _words(link.caught)[:MOST_WORDS]
        line = next((line for place, line in link.caught_at if place == file), 0)
        return msgspec.structs.replace(found, passed=False, words=words, line=line)
    return found


def file_of(name: str) -> str:
    """The name of a test's file in tracebacks."""
    return f"<test {name}>"


def run_examples(text: str, name: str, space: Space, link: Link) -> TestResult:
    """Run the examples of a docstring as a test."""
    found = doctest.DocTestParser().get_doctest(text, space, name, file_of(name), 0)
    found.globs = space  # it has made a copy, which asks nobody
    written = {example.lineno: example.source for example in found.examples}
    for example in found.examples:
        example.source = _asking_types(example.source)
        link.own_texts |= {example.source} | texts_in(example.source)

    def examples() -> None:
        _Examples(written).run(found, out=_silence, clear_globs=False)

    return run(examples, file_of(name), link)


def _asking_types(source: str) -> str:
    """An example that asks for the types of what stayed in the child."""
    if "type" not in source and "__class__" not in source:
        return source
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return source
    ask_types(tree)
    return ast.unparse(tree) + "\n"


class _Examples(doctest.DocTestRunner):
    """Runs the examples of a docstring up to the first that is not right, which it raises."""

    def __init__(self, written: Mapping[int, str]) -> None:
        """Prepare.

        Args:
            written: the examples as they are written, by their lines.
        """
        super().__init__(verbose=False, optionflags=doctest.NORMALIZE_WHITESPACE)
        self._written = written

    def report_failure(self, *said: Any) -> None:  # noqa: ANN401 - as doctest has it
        """The example showed something else."""
        _, _, example, got = said
        words = f"{self._written[example.lineno].strip()} gave {got.strip() or 'nothing'}"
        raise AssertionError(f"{words}, not {example.want.strip() or 'nothing'}")

    def report_unexpected_exception(self, *said: Any) -> None:  # noqa: ANN401
        """The example raised an exception."""
        _, _, example, (_, error, _) = said
        words = f"{self._written[example.lineno].strip()} raised {_words(error)}"
        raise AssertionError(words) from error


def _silence(_: str) -> None:
    """Nothing is printed of examples."""


def run(test: Callable[[], None], file: str, link: Link) -> TestResult:
    """Run a test, and say what became of it; nothing that it raises gets out."""
    link.begin()
    printed = io.StringIO()
    words, line = "", 0
    quietly = contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed)
    with quietly[0], quietly[1], repeated(link), _plain_comparisons(), own_code_alone(link):
        try:
            test()
        except Aborted as error:
            words, line = str(error), _line(error, file)
        except BaseException as error:  # noqa: BLE001 - a test may raise whatever it likes
            words, line = _words(error), _line(error, file)
    words = link.broken or words  # whatever the test caught
    return TestResult(
        passed=not words,
        words=words[:MOST_WORDS],
        line=line,
        printed=printed.getvalue()[:MOST_WORDS],
    )


@contextlib.contextmanager
def _plain_comparisons() -> Iterator[None]:
    """Assertions are told in one way, whether pytest itself is running or not."""
    kept, util._reprcompare = util._reprcompare, None  # noqa: SLF001 - pytest's own place for it
    try:
        yield
    finally:
        util._reprcompare = kept  # noqa: SLF001


def _words(error: BaseException) -> str:
    try:
        text = str(error)
    except BaseException:  # noqa: BLE001 - its words may be remote
        text = ""
    kind = type(error).__name__
    if isinstance(error, AssertionError):
        lines = [line for line in text.split("\n") if not _TELLS_NOTHING.match(line)]
        return "\n".join(lines) or "an assertion failed"
    return f"{kind}: {text}" if text else kind


def _line(error: BaseException, file: str) -> int:
    """The last line of the test's own code that was at work."""
    frames = traceback.extract_tb(error.__traceback__)
    return next((frame.lineno or 0 for frame in reversed(frames) if frame.filename == file), 0)
