"""Tests of an instructor's own: code that stands in a notebook, a file or a docstring.

A test is the second form of a case. It runs on the judge's side and asks the submission for
whatever it uses; ``grader.remote`` runs it. An answer that people mark is not run.
"""

from __future__ import annotations

import re
from typing import Literal

import msgspec

TestKind = Literal["code", "examples", "file", "manual"]


class Test(msgspec.Struct, frozen=True):
    """One test of an instructor's own.

    Attributes:
        exercise: the exercise's name.
        title: its name for people; unique in its exercise.
        points: its points, which need not be whole.
        kind: ``code`` is a cell's, ``examples`` a docstring's, ``file`` one test of a pytest or
            unittest file, ``manual`` an answer that a person marks.
        source: the code or the examples; for ``file`` the name of the test as pytest has it, below
            the file's; for ``manual`` what students are given in the answer's place.
        file: the file that it stands in, relative to the assignment's folder.
        line: where it begins there, from 1; 0 in a notebook.
        cell: the number of its cell in a notebook, from 1, of all cells; 0 elsewhere.
        private: whether it stays with the instructor.
        place: the text of the notebook's cell at which it stands: it sees the notebook's state
            there. Empty: it stands at the end. For ``manual`` the text of the given cell before.
        until: for ``manual``, the text of the next given cell below the answer.
        all_or_nothing: whether its points count only if every test of its exercise passes.
        message: the instructor's words for those whose answer does not pass it.
        counts_caught: whether it has failed, too, if a module of the instructor's catches what an
            assertion raises, and only prints it.
    """

    exercise: str
    title: str
    points: float
    kind: TestKind
    source: str
    file: str = ""
    line: int = 0
    cell: int = 0
    private: bool = False
    place: str = ""
    until: str = ""
    all_or_nothing: bool = False
    message: str = ""
    counts_caught: bool = False

    @property
    def where(self) -> str:
        """The place that it stands at, for people: ``tests/test_a.py, line 4``."""
        if self.cell:
            return f"{self.file}, cell {self.cell}"
        return f"{self.file}, line {self.line}" if self.line else self.file

    @property
    def id(self) -> str:
        """A name that stays: ``q1/test-1``, ``q1/private-test-2``."""
        words = f"private {self.title}" if self.private else self.title
        short = re.sub(r"[^\w]+", "-", words.lower()).strip("-")
        return f"{self.exercise}/{short}"
