"""Asking the functions of entries about the facts of one submission.

An exception in such a function is a fault of the catalogue, never of the submission: the entry is
left out, and the fault is kept.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from grader.diagnosis.entries import Entry
from grader.diagnosis.faults import Fault, fault_of

_LOG = logging.getLogger(__name__)


class Recognition:
    """The facts of one submission, and the faults of entries that were asked about them.

    Attributes:
        faults: the functions that failed, each once.
    """

    def __init__(self, facts: object | None) -> None:
        self._facts = facts
        self.faults: list[Fault] = []

    def recognises(self, entry: Entry) -> bool:
        """Whether the facts are those of the entry; False if its function fails."""
        return self._holds(entry, entry.recognise, otherwise=False)

    def excludes(self, entry: Entry) -> bool:
        """Whether the facts rule the entry out; also True if its function fails."""
        return self._holds(entry, entry.exclude, otherwise=True)

    def _holds(
        self, entry: Entry, function: Callable[[Any], bool] | None, *, otherwise: bool
    ) -> bool:
        if function is None or self._facts is None:
            return False
        try:
            return bool(function(self._facts))
        except (Exception, SystemExit) as error:  # noqa: BLE001 - the instructor's code may raise any
            fault = fault_of(error, entry.exercise, entry.name, entry.file)
            _LOG.warning("%s", fault.words, exc_info=True)
            if fault not in self.faults:
                self.faults.append(fault)
            return otherwise
