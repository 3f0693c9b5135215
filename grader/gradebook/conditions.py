"""The conditions under which a submission was graded, and which marks a change of them touches."""

from __future__ import annotations

import hashlib

import msgspec


class Conditions(msgspec.Struct, frozen=True, kw_only=True):
    """All that a mark depends on beside the submission, except the versions of the libraries.

    Those are known only once a child has started; each report states them.

    Attributes:
        title: the assignment's title.
        assignment: SHA-256 of all files of the assignment.
        common: SHA-256 of what every exercise depends on: data, helpers, the key, the limits.
        exercises: for each exercise, SHA-256 of the modules that hold its cases and of those
            that they import.
        grader: the grader's version.
        key: a fingerprint of the instructor's key; the key itself is nowhere in the gradebook.
        limits: the limits of a submission, by name.
        run_all: whether every cell was run.
        private_cases: whether the instructor's cases were run.
        mark_step: marks by hand are multiples of it; 0 if the assignment does not say.
        exact_training: whether Keras itself trained every model; it did before there was
            another way, so that is what an older gradebook means.
    """

    title: str
    assignment: str
    common: str
    exercises: dict[str, str]
    grader: str
    key: str
    limits: dict[str, int | float]
    run_all: bool
    private_cases: bool
    exact_training: bool = True
    mark_step: float = 0

    @property
    def digest(self) -> str:
        """SHA-256 of ``common`` and ``exercises``; equal digests mean equal marks."""
        parts = [self.common, *(f"{name} {digest}" for name, digest in self.exercises.items())]
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()

    def touched(self, old: Conditions) -> tuple[str, ...]:
        """The exercises whose marks a change from ``old`` may touch; all if ``common`` changed."""
        if self.common != old.common:
            return tuple(self.exercises)
        return tuple(
            name for name, digest in self.exercises.items() if old.exercises.get(name) != digest
        )
