"""The search of a package for secrets."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping

import msgspec
from msgspec.structs import replace

from grader.release import series
from grader.release.index import ANCHOR, RUNS, Hidden, Place
from grader.release.views import View, views
from grader.release.words import lines_of_words, without_comments

_NEAR = 3  # lines; what is nearer together is one finding
_EXCERPT = 66  # characters
_CELL = '"cell_type":'


class Finding(msgspec.Struct, frozen=True):
    """A secret in a file that would be handed out.

    Attributes:
        file: its path in the package.
        line: where the secret begins; 0 for the file as a whole.
        last: the line in which it ends.
        cell: in a notebook, the number of the cell; 0 elsewhere.
        how: in what it is encoded or packed; empty if it is plain.
        secret: where it comes from.
        excerpt: what stands there.
    """

    file: str
    line: int
    last: int
    cell: int
    how: str
    secret: Place
    excerpt: str

    def __str__(self) -> str:
        lines = (
            f"lines {self.line} to {self.last}" if self.last > self.line else f"line {self.line}"
        )
        cell = f" (cell {self.cell})" if self.cell else ""
        where = f"{self.file}, {lines}{cell}" if self.line else self.file
        return f"{where}{f', {self.how}' if self.how else ''}: what stands in {self.secret}"


def search(
    files: Mapping[str, bytes], hidden: Hidden, tell: Callable[[int, int], None]
) -> list[Finding]:
    """Look for secrets in the files of a package.

    Args:
        files: their content by path.
        hidden: the secrets.
        tell: told how many of how many files are done.
    """
    found: list[Finding] = []
    for done, (path, data) in enumerate(files.items(), start=1):
        found += _in_file(path, data, hidden)
        tell(done, len(files))
    return found


def _in_file(path: str, data: bytes, hidden: Hidden) -> list[Finding]:
    same = hidden.whole.get(hashlib.sha256(data).digest())
    if same:
        return [Finding(path, 0, 0, 0, "", same, "")]
    text = data.decode("utf-8", errors="replace")
    hits: set[tuple[int, str, Place]] = set()
    for view in views(data):
        hits |= {(view.line or line, view.how, place) for line, place in _in_view(view, hidden)}
    joined: list[Finding] = []
    for line, how, place in sorted(hits, key=lambda hit: (hit[0], hit[1], str(hit[2]))):
        if joined and joined[-1].how == how and line <= joined[-1].last + _NEAR:
            joined[-1] = replace(joined[-1], last=line)
        else:
            joined.append(Finding(path, line, line, _cell(path, text, line), how, place,
                                  "" if how else _excerpt(text, line)))  # fmt: skip
    return joined


def _in_view(view: View, hidden: Hidden) -> Iterator[tuple[int, Place]]:
    """Yield (line, where the secret stands) in one reading of a file."""
    if view.text is None:
        for numbers in series.tables(view.data):
            yield from ((0, place) for _, place in _numbers(numbers, hidden))
        return
    for text in dict.fromkeys((view.text, without_comments(view.text))):
        yield from _words(text, hidden)
    plain = view.text.replace("\\/", "/")
    for key, place in hidden.keys.items():
        at = plain.find(key)
        if at >= 0:
            yield plain.count("\n", 0, at) + 1, place
    values, places = series.in_text(view.text)
    for index, place in _numbers(values, hidden):
        yield view.text.count("\n", 0, places[index]) + 1, place


def _words(text: str, hidden: Hidden) -> Iterator[tuple[int, Place]]:
    pairs = list(lines_of_words(text))
    all_words = [word for word, _ in pairs]
    for at, (_, line) in enumerate(pairs):
        for statement, place in hidden.statements.get(tuple(all_words[at : at + ANCHOR]), ()):
            if statement == tuple(all_words[at : at + len(statement)]):
                yield line, place
                yield pairs[at + len(statement) - 1][1], place
        for length in RUNS.values():
            run = hidden.runs.get(tuple(all_words[at : at + length]))
            if run:
                yield line, run


def _numbers(values: series.Numbers, hidden: Hidden) -> Iterator[tuple[int, Place]]:
    """Yield (index of the number, whose data) where a run of numbers is secret."""
    digests, places = series.digests(values)
    for digest, index in zip(digests.tolist(), places.tolist(), strict=True):
        if digest in hidden.numbers:
            yield index, hidden.numbers[digest]
            return  # one place of a file is enough


def _cell(path: str, text: str, line: int) -> int:
    if not path.endswith(".ipynb") or not line:
        return 0
    return sum(_CELL in one for one in text.split("\n")[:line])


def _excerpt(text: str, line: int) -> str:
    if not line:
        return ""
    words = " ".join(text.split("\n")[line - 1].split())
    return words if len(words) <= _EXCERPT else f"{words[: _EXCERPT - 3]}..."
