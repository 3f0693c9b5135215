"""Under what conditions a submission was graded, and what a change of them touches."""

from __future__ import annotations

import hashlib

import msgspec


class Conditions(msgspec.Struct, frozen=True, kw_only=True):
    """All that a mark depends on beside the submission, but for the libraries' versions.

    Those are known once a child has started, and stand in each report.

    Attributes:
        title: the assignment's title.
        assignment: SHA-256 of all files of the assignment.
        common: SHA-256 of what every exercise depends on: data, helpers, the key, the limits.
        exercises: by name, SHA-256 of the modules its cases come from and import.
        grader: the grader's version.
        key: a fingerprint of the instructor's key; the key itself is nowhere in the gradebook.
        limits: what a submission may use, by name.
        run_all: whether every cell was run.
        private_cases: whether the instructor's cases were run.
        exact_training: whether Keras itself trained every model; it did before there was
            another way, so it is what an older gradebook means.
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

    @property
    def digest(self) -> str:
        """SHA-256 of all of it that a mark depends on."""
        parts = [self.common, *(f"{name} {one}" for name, one in self.exercises.items())]
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()

    def touched(self, old: Conditions) -> tuple[str, ...]:
        """The exercises whose marks the change from ``old`` may touch; all if it is common."""
        if self.common != old.common:
            return tuple(self.exercises)
        return tuple(
            name for name, digest in self.exercises.items() if old.exercises.get(name) != digest
        )
