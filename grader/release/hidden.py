"""What must not be handed out: the content of the secret folder.

It is read by what it is: a notebook's source by its marks, code by its statements, data as numbers,
other files as text. What the notebooks' sources give openly, outside of functions and without
making a graded name, is no secret: wrong and unusual answers are written around it. ``given.txt``
in the secret folder may hold lines that are to be taken for known besides.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from grader.assignment import places
from grader.authoring import build as authoring
from grader.authoring import own_notebook
from grader.authoring.markers import secret_lines, student_version
from grader.diagnosis import catalogue
from grader.release import series
from grader.release.answers import answers, bodies
from grader.release.index import Hidden, Place, Words, groups_of
from grader.release.pieces import cells, pieces
from grader.release.views import views
from grader.release.words import words

GIVEN = "given.txt"
_FILE_SIZE = 64  # bytes; smaller files are the same by chance
_KEY_VARIABLE = "GRADER_KEY"


class _Known(msgspec.Struct, frozen=True):
    """What is no secret, in small groups of words.

    Attributes:
        given: what notebooks give openly, outside of functions and of graded names.
        shown: the same, and what makes something of a graded name elsewhere, as in a lab.
        told: what is built for students from the secret folder: notebooks' texts and hints.
    """

    given: set[Words]
    shown: set[Words]
    told: set[Words]


def collect(root: Path, goals: frozenset[str], built: Mapping[Path, str]) -> Hidden:
    """Read the secret folder of an assignment.

    Args:
        root: the assignment's folder.
        goals: the names that students are asked to make.
        built: what is built from the folder, as ``authoring.build`` gives it.

    Raises:
        AuthoringError: a source's marks are unbalanced.
    """
    found, folder = Hidden(), root / places.SECRET
    sources = set(authoring.sources(root))
    texts = [text for path, text in built.items() if not path.is_relative_to(folder)]
    told = {group for text in texts for group in groups_of(words(text))}
    known = _Known(_given(root, goals), _given(root, frozenset()), told)
    for path in _files(folder):
        data, name = path.read_bytes(), path.relative_to(root).as_posix()
        found.files += 1
        if len(data) >= _FILE_SIZE and path not in built:
            found.whole[hashlib.sha256(data).digest()] = Place(name, 0)
        if path in sources:
            for source, secret, first, inside in _marked(path, name):
                less = frozenset() if inside else known.given
                runs = pieces(secret, first, goals)
                found.add_code(source, runs, answers=True, known=less)
                if inside:
                    found.add_whole(source, runs)
        elif path not in built and path.name != GIVEN:
            _add(found, path, name, data, goals, known)
    found.add_key(os.environ.get(_KEY_VARIABLE, "").strip(), Place(f"${_KEY_VARIABLE}", 0))
    if (folder / GIVEN).is_file():
        lines = (folder / GIVEN).read_text(encoding="utf-8").split("\n")
        found.less({group for line in lines for group in groups_of(words(line))})
    return found


def _add(
    found: Hidden, path: Path, name: str, data: bytes, goals: frozenset[str], known: _Known
) -> None:
    """Add a file that is no source of a notebook."""
    if path.suffix in (".py", ".ipynb"):
        # Wrong answers are made from what is given, inside of functions, too.
        wrong = catalogue.MISTAKES in path.parts
        less = known.shown if wrong else known.given
        for part, first, code in _code(path, name, data):
            for line, body in [] if wrong else bodies(code, goals):
                found.add_whole(part, pieces(body, first + line - 1, goals))
            for text, is_answer in zip(answers(code, goals), (True, False), strict=True):
                runs = pieces(text, first, goals)
                found.add_code(part, runs, answers=is_answer, known=less, only_top=not wrong)
        return
    for view in views(data):
        if view.text is None:
            found.add_numbers(name, series.tables(view.data))
        else:
            found.add_text(name, view.text, known.told)
            found.add_numbers(name, [series.in_text(view.text)[0]])


def _code(path: Path, name: str, data: bytes) -> Iterator[tuple[str, int, str]]:
    """Yield (name, number of the first line, code) of the cells of a script or a notebook."""
    if path.suffix == ".py":
        for first, cell in cells(data.decode("utf-8", errors="replace")):
            yield name, first, cell
    else:
        for _, part in own_notebook.parts(path, name):
            if not part.prose:
                yield part.name, 1, part.text


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        hidden = any(part.startswith(".") or part == "__pycache__" for part in parts)
        if path.is_file() and not hidden:
            yield path


def _marked(path: Path, name: str) -> Iterator[tuple[str, str, int, bool]]:
    """Yield (name, lines, number of the first, inside something) of what is marked."""
    for part in _source(path, name):
        for number, lines in secret_lines(part.text, part.name):
            full = [line for line in lines if line.strip()]
            indent = min((len(line) - len(line.lstrip()) for line in full), default=0)
            text = "\n".join(line[indent:] for line in lines)
            yield part.name, text, number - part.wrapped, indent > 0


def _source(path: Path, name: str) -> list[own_notebook.Part]:
    if path.suffix == ".py":
        return [own_notebook.Part(path.read_text(encoding="utf-8"), name, prose=False)]
    return [part for _, part in own_notebook.parts(path, name)]


def _given(root: Path, goals: frozenset[str]) -> set[Words]:
    """What notebooks give openly, outside of functions and of graded names, in small groups."""
    return {
        group
        for code in _open_code(root)
        for run in pieces(code, 1, goals)
        for piece in run
        if piece.top
        for group in groups_of(piece.text)
    }


def _open_code(root: Path) -> Iterator[str]:
    """The code that the sources of notebooks hand out."""
    for path in authoring.sources(root):
        for part in _source(path, path.name):
            if not part.prose:
                text = student_version(part.text, name=part.name)
                yield from (cell for _, cell in cells(text))
