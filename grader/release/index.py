"""Secrets in a form that can be searched, and how much of one is enough to be one.

Of code, a whole statement of some length is the secret, and a run of words over several of them.
Answers have shorter ones than other code of the instructor's, which has idioms in common with any
Python. A help or a title by itself, which reports show, is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

import msgspec

from grader.release import series
from grader.release.pieces import Piece, Word
from grader.release.words import lines_of_words

Words = tuple[str, ...]

ANCHOR = 8  # words of a statement that are looked up first
_STATEMENT = {True: 11, False: 16}  # words; the first for answers
_BODY = ANCHOR  # of all that a right answer does
RUNS = {True: 18, False: 30}  # words in a row; the first for texts, too
_CODE_WORDS = {True: 5, False: 15}  # of a run, outside of titles and helps
_CASE_WORDS = 5  # of a statement
_KEY = re.compile(r"(?=.*\d)(?=.*[A-Za-z])[\w+/=.:-]{12,}")  # a line that is no code
_KEY_LETTERS = 9  # different ones


class Place(msgspec.Struct, frozen=True):
    """Where a secret stands: a file or a cell of it, and the line; 0 for the file as a whole."""

    name: str
    line: int

    def __str__(self) -> str:
        return f"{self.name}, line {self.line}" if self.line else self.name


@dataclass
class Hidden:
    """The secrets of an assignment.

    Attributes:
        files: how many files they are from.
        statements: by their first words, whole statements and where they stand.
        runs: by all their words.
        keys: lines to be found as they are.
        whole: files by the digest of their bytes.
        numbers: digests of runs of numbers.
    """

    files: int = 0
    statements: dict[Words, list[tuple[Words, Place]]] = field(default_factory=dict)
    runs: dict[Words, Place] = field(default_factory=dict)
    keys: dict[str, Place] = field(default_factory=dict)
    whole: dict[bytes, Place] = field(default_factory=dict)
    numbers: dict[int, Place] = field(default_factory=dict)

    def add_code(
        self,
        name: str,
        runs: list[list[Piece]],
        *,
        answers: bool,
        known: AbstractSet[Words] = frozenset(),
        only_top: bool = True,
    ) -> None:
        """Add a script or a cell.

        Args:
            name: what to call it.
            runs: its pieces.
            answers: whether a graded name is made in it.
            known: groups of ``ANCHOR`` words that are no secret.
            only_top: whether that holds for what stands outside of functions alone.
        """
        for run in runs:
            kept: list[list[Piece]] = [[]]
            for piece in run:
                excused = piece.top or not only_top
                if excused and is_known(piece.text, known):
                    kept.append([])
                else:
                    kept[-1].append(piece)
                    self._add_statement(name, piece, answers=answers)
            for part in kept:
                excused = not only_top or all(piece.top for piece in part)
                stream = [word for piece in part for word in piece.words]
                less = known if excused else frozenset()
                self._add_runs(name, stream, RUNS[answers], _CODE_WORDS[answers], less)

    def add_whole(self, name: str, runs: list[list[Piece]]) -> None:
        """Add all that a function of a graded name does, however little that is."""
        made = tuple(word for run in runs for piece in run for word in piece.words)
        if len(made) >= _BODY:
            self._keep(name, Piece(made))

    def add_text(self, name: str, text: str, known: AbstractSet[Words]) -> None:
        """Add a text that is no code, less what of it is known."""
        for number, line in enumerate(text.split("\n"), start=1):
            self.add_key(line.strip(), Place(name, number))
        stream = [Word(word, line) for word, line in lines_of_words(text)]
        self._add_runs(name, stream, RUNS[True], 0, known)

    def add_key(self, line: str, place: Place) -> None:
        """Add a line that is secret as it stands, if it looks like a key and like nothing else."""
        is_one = _KEY.fullmatch(line) and len(set(line)) >= _KEY_LETTERS
        if is_one and not line.startswith(("http://", "https://")):
            self.keys.setdefault(line, place)

    def add_numbers(self, name: str, tables: Iterable[series.Numbers]) -> None:
        """Add data."""
        for table in tables:
            digests, _ = series.digests(table)
            for digest in digests.tolist():
                self.numbers.setdefault(digest, Place(name, 0))

    def less(self, known: AbstractSet[Words]) -> None:
        """Take out what an instructor says may be known."""
        self.runs = {run: place for run, place in self.runs.items() if not is_known(run, known)}
        self.statements = {
            begin: [pair for pair in pairs if not is_known(pair[0], known)]
            for begin, pairs in self.statements.items()
        }

    def _add_statement(self, name: str, piece: Piece, *, answers: bool) -> None:
        text = piece.text
        own = sum(not word.prose for word in piece.words)
        # Public cases are made by functions like those of the private ones.
        counts = not piece.head and (answers or piece.top) and own >= _CASE_WORDS
        if counts and len(text) >= _STATEMENT[answers]:
            self._keep(name, piece)

    def _keep(self, name: str, piece: Piece) -> None:
        text = piece.text
        pairs = self.statements.setdefault(text[:ANCHOR], [])
        if all(text != other for other, _ in pairs):
            pairs.append((text, Place(name, piece.words[0].line)))

    def _add_runs(
        self, name: str, stream: list[Word], length: int, own: int, known: AbstractSet[Words]
    ) -> None:
        for at in range(len(stream) - length + 1):
            run = stream[at : at + length]
            text = tuple(word.text for word in run)
            # A run that begins with a sign is the next one's, with the end of anything before it.
            enough = text[0][0].isalnum() and sum(not one.prose for one in run) >= own
            if enough and text not in self.runs and not is_known(text, known):
                self.runs[text] = Place(name, run[0].line)


def is_known(text: Words, known: AbstractSet[Words]) -> bool:
    """Whether all of a text stands in what is known, a few words at a time."""
    groups = groups_of(text)
    return bool(known) and bool(groups) and all(group in known for group in groups)


def groups_of(text: Iterable[str]) -> list[Words]:
    """Each group of ``ANCHOR`` words in a row."""
    listed = list(text)
    return [tuple(listed[at : at + ANCHOR]) for at in range(len(listed) - ANCHOR + 1)]
