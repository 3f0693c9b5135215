"""The program of a submission, as the sandbox runs it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import msgspec


class SubmissionProgram(msgspec.Struct, frozen=True):
    """The cells that are run for a submission, and the circumstances in which they run.

    Attributes:
        cells: the number (from 1) and the source of each cell to run, in order.
        modules: the libraries that are imported beforehand.
        support: the folder with the modules and data beside the notebook; None without one.
        stubbed: the modules whose functions do nothing, with the names they export.
        seed: the seed of the libraries' random numbers.
        legacy: whether the libraries are as lenient as older ones.
        exact_training: whether Keras itself trains every model.
        plain_keras: whether the grader's own library of plain networks is found as Keras. What
            needs the real one ends the process, and no other process takes over.
        shows: whether what cells show is made text, as a notebook does.
    """

    cells: tuple[tuple[int, str], ...]
    modules: tuple[str, ...] = ("numpy",)
    support: Path | None = None
    stubbed: Mapping[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    seed: int = 0
    legacy: bool = False
    exact_training: bool = False
    plain_keras: bool = False
    shows: bool = False
