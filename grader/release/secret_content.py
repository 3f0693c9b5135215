"""The secrets of an assignment: the content of its secret folder, in a form for searching.

The secrets are the marked regions of notebooks' sources, the passages of other code and of texts,
the numbers of data, and lines that look like keys. Not secret are cells of students' notebooks that
define no graded name; the content of ``given.txt`` in the folder; texts that quote the grader; and
the functions that recognise a mistake, which the book of hints contains.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import re
import textwrap
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from grader.assignment import places
from grader.authoring import building as authoring
from grader.authoring import own_notebook
from grader.authoring.markers import secret_lines
from grader.bundles.files import GRADER, below
from grader.diagnosis.entries import is_function
from grader.release import number_runs, passages
from grader.release.passages import Passage
from grader.suite import Suite

GIVEN = "given.txt"
SMALLEST_FILE = 64  # bytes; smaller files may be equal by chance
_SHORTEST_KEY = 8  # characters; shorter keys occur anywhere
_ANCHOR = 8  # the words at the beginning of a passage that are looked up first
_KEY = re.compile(r"(?=.*\d)(?=.*[A-Za-z])(?!https?:)[\w+/=.:-]{12,}")  # a line that is no code
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_CELL = re.compile(r"^# %%", re.MULTILINE)


@dataclass
class Secrets:
    """The secrets of an assignment, each with the place it comes from.

    Attributes:
        files: the number of files they come from.
        passages: the places of passages, by the passages' first words and by all words.
        keys: the places of lines that are searched for as they are.
        digests: the names of files, by the digest of their bytes.
        numbers: the places of runs of numbers, by their digest.
    """

    files: int = 0
    passages: dict[Passage, dict[Passage, str]] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    digests: dict[bytes, str] = field(default_factory=dict)
    numbers: dict[int, str] = field(default_factory=dict)

    def add(self, name: str, found: Iterable[tuple[int, Passage]], first: int = 1) -> None:
        """Add passages of a file or a cell; ``first`` is the number of its first line."""
        for line, passage in found:
            alike = self.passages.setdefault(passage[:_ANCHOR], {})
            alike.setdefault(passage, f"{name}, line {line + first - 1}")

    def found_in(self, text: str) -> Iterator[tuple[int, Passage, str]]:
        """Yield (line, passage, place it comes from) for each secret passage in a text."""
        for reading in dict.fromkeys((text, passages.without_comments(text))):
            lines = enumerate(reading.split("\n"), start=1)
            pairs = [(word, number) for number, line in lines for word in passages.words(line)]
            words = tuple(word for word, _ in pairs)
            for at, (_, line) in enumerate(pairs):
                for passage, place in self.passages.get(words[at : at + _ANCHOR], {}).items():
                    if passage == words[at : at + len(passage)]:
                        yield line, passage, place

    def forget(self, text: str) -> None:
        """Remove the passages of a text that is not secret."""
        for _, passage, _ in list(self.found_in(text)):
            self.passages[passage[:_ANCHOR]].pop(passage, None)


def secrets_of(root: Path, suite: Suite, built: Mapping[Path, str]) -> Secrets:
    """Read the secret folder of an assignment.

    Args:
        root: the assignment's folder.
        suite: its exercises, whose names show which code is an answer, and the key.
        built: the files that are built from the folder, as ``authoring.build`` returns them.

    Raises:
        AuthoringError: a source's marks are unbalanced.
        BundleError: one of the files is a link.
    """
    secrets, folder = Secrets(), root / places.SECRET
    graded = frozenset(goal for exercise in suite.exercises for goal in exercise.goals)
    students = [text for path, text in built.items() if not path.is_relative_to(folder)]
    files = {
        f"{places.SECRET}/{name}": data
        for name, data in below(folder.resolve()).items()
        if folder / name not in built
    }
    given = files.pop(f"{places.SECRET}/{GIVEN}", b"").decode("utf-8", errors="replace")
    code = [name for name in files if name.endswith((".py", ".ipynb"))]
    for name in files.keys() - code:
        _add_data(secrets, name, files[name])
    # They quote the sources' prose and the mistakes' hints; notes quote what the grader says.
    for text in [*students, *filter(None, map(decoded_text, below(GRADER).values()))]:
        secrets.forget(text)
    sources = set(authoring.sources(root))
    for name in code:
        _add_code(secrets, root / name, name, graded, marked=root / name in sources)
    for text in [*_open_cells(students, graded), given]:
        secrets.forget(text)
    for name, data in files.items():
        if len(data) >= SMALLEST_FILE:
            secrets.digests[hashlib.sha256(data).digest()] = name
    key = suite.key.decode(errors="replace").strip()
    if len(key) >= _SHORTEST_KEY:
        secrets.keys.setdefault(key, "the key")
    secrets.files = len(files)
    return secrets


def unpacked(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield (name, content) of a file and, if it is an archive, of each file in it."""
    yield name, data
    try:
        if data.startswith(b"PK\x03\x04"):
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                for member in archive.namelist():
                    yield from unpacked(f"{name}/{member}", archive.read(member))
        elif data.startswith(b"\x1f\x8b"):
            yield from unpacked(f"{name}, unpacked", gzip.decompress(data))
    except (zipfile.BadZipFile, OSError, EOFError, zlib.error, RuntimeError, NotImplementedError):
        return  # damaged or encrypted: nothing shows through


def decoded_text(data: bytes) -> str | None:
    """The text of a file; None if it is not text."""
    return None if _BINARY.search(data[:4096]) else data.decode("utf-8", errors="replace")


def _add_data(secrets: Secrets, file: str, data: bytes) -> None:
    """Add a file that is not code: its numbers and, if it is text, its passages and keys."""
    for name, content in unpacked(file, data):
        text = decoded_text(content)
        tables = number_runs.in_bytes(content) if text is None else [number_runs.in_text(text)[0]]
        for table in tables:
            digests, _ = number_runs.digests(table)
            secrets.numbers |= dict.fromkeys(digests.tolist(), name)
        for number, line in enumerate((text or "").split("\n"), start=1):
            if _KEY.fullmatch(line.strip()):
                secrets.keys[line.strip()] = f"{name}, line {number}"
        secrets.add(name, passages.of_text(text or ""))


def _add_code(
    secrets: Secrets, path: Path, name: str, graded: frozenset[str], *, marked: bool
) -> None:
    """Add a script or a notebook: the regions that are marked as answers, or all of its code."""
    for part, first in _cells(path, name):
        if marked:
            for number, lines in secret_lines(part.text, part.name):
                answer = textwrap.dedent("\n".join(lines))
                found = passages.of_code(answer, graded, is_answer=True)
                secrets.add(part.name, found, first + number - 1)
        elif not part.prose and not is_function(part.text):
            secrets.add(part.name, passages.of_code(part.text, graded), first)


def _cells(path: Path, name: str) -> Iterator[tuple[own_notebook.NotebookPart, int]]:
    """Yield (cell, number of its first line) of a percent script or a notebook."""
    if path.suffix == ".ipynb":
        yield from ((part, 1 - part.wrapped) for _, part in own_notebook.parts(path, name))
        return
    text = path.read_text(encoding="utf-8", errors="replace")
    begins = sorted({0, *(match.start() for match in _CELL.finditer(text)), len(text)})
    for begin, end in pairwise(begins):
        first = text.count("\n", 0, begin) + 1
        yield own_notebook.NotebookPart(text[begin:end], name, prose=False), first


def _open_cells(notebooks: Iterable[str], graded: frozenset[str]) -> Iterator[str]:
    """The code cells of students' notebooks that define no graded name."""
    for text in notebooks:
        for cell in json.loads(text).get("cells", ()):
            code = "".join(cell["source"])
            tree = passages.parsed(code) if cell["cell_type"] == "code" else None
            if tree is not None and not passages.bound_names(tree) & graded:
                yield code
