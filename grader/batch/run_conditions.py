"""The conditions of a run: everything that its marks depend on beside the submissions.

Marks of two runs may be compared if their conditions are equal; a difference says which exercises
have to be asked again.
"""

from __future__ import annotations

import hashlib
import hmac
import os
from pathlib import Path

import msgspec

from grader import __version__
from grader.assignment import digests, places
from grader.gradebook.conditions import Conditions
from grader.grading.grader import Options
from grader.suite import Suite

_FINGERPRINT = 16  # hexadecimal digits


def conditions_of(suite: Suite, options: Options) -> Conditions:
    """The conditions of a run with this suite and these options, as the gradebook keeps them."""
    limits = msgspec.structs.asdict(options.limits)
    key = hmac.new(suite.key, b"fingerprint", "sha256").hexdigest()[:_FINGERPRINT]
    common = [
        _shared(suite),
        key,
        __version__,
        msgspec.json.encode(limits).decode(),
        f"run all: {options.run_all}, private: {suite.has_private}",
        f"exact training: {options.exact_training}",
    ]
    if suite.mark_step:
        common.append(f"marks in steps of {suite.mark_step}")
    return Conditions(
        title=suite.title,
        assignment=suite.digest,
        common=hashlib.sha256("\n".join(common).encode()).hexdigest(),
        exercises=_by_exercise(suite),
        grader=__version__,
        key=key,
        limits=limits,
        run_all=options.run_all,
        private_cases=suite.has_private,
        exact_training=options.exact_training,
        mark_step=suite.mark_step,
    )


def _shared(suite: Suite) -> str:
    """SHA-256 of the files that every exercise depends on: data, and modules for submissions."""
    if suite.root is None or suite.tests:  # any file may decide what a test says
        return suite.digest
    found = digests.files(suite.root, places.folders(secret=suite.has_private))
    support = f"{suite.root / places.SUPPORT}{os.sep}"
    shared = [path for path in found if str(path).startswith(support) or digests.is_data(path)]
    return digests.of_files(suite.root, shared)


def _by_exercise(suite: Suite) -> dict[str, str]:
    """For each exercise, SHA-256 of the modules that hold its cases and of those they import."""
    root = suite.root
    if root is None:
        return {exercise.name: suite.digest for exercise in suite.exercises}
    packages = (places.PUBLIC, places.SECRET)
    found = {}
    known: dict[Path, list[str]] = {}  # the imports of each module
    for exercise in suite.exercises:
        paths: set[Path] = set()
        for module in suite.modules.get(exercise.name, ()):
            paths |= digests.reached(root, module, packages, known)
        found[exercise.name] = digests.of_files(root, sorted(paths))
    return found
