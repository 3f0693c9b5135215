"""Other courses' own tests, unchanged: ``python benchmarks/foreign.py FOLDER [PART...]``.

FOLDER holds checkouts of courses, which are no part of this project. A row for each checkout: the
units of tests found, those of them that the course's own reference passes unchanged, and those that
an object which agrees with everything passes. PART names a part of a path that a source has to
have, to try fewer. Known are notebooks of nbgrader's and of Otter's, and exercism's exercises.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from grader.assignment import described
from grader.authoring import new_assignment
from grader.errors import GraderError
from grader.grading.grader import Options
from grader.verify import own_tests


def main(folder: Path, parts: list[str]) -> None:
    """Print a row for each checkout."""
    print(f"{'source':<24}{'units':>8}{'unchanged':>11}{'agreeing':>10}")
    for checkout in sorted(path for path in folder.iterdir() if path.is_dir()):
        units = unchanged = agreeing = 0
        for source, solution in _sources(checkout):
            if parts and not any(part in str(source) for part in parts):
                continue
            found = _tried(source, solution)
            if found is not None:
                units += found[0]
                unchanged += found[1]
                agreeing += found[2]
        print(f"{checkout.name:<24}{units:>8}{unchanged:>11}{agreeing:>10}", flush=True)


def _sources(checkout: Path) -> Iterator[tuple[Path, Path | None]]:
    for path in sorted(checkout.rglob("*.ipynb")):
        yield path, None
    for config in sorted(checkout.glob("exercises/*/*/.meta/config.json")):
        home = config.parents[1]
        files = json.loads(config.read_text())["files"]
        answers = [home / name for kind in ("example", "exemplar") for name in files.get(kind, ())]
        tests = [home / name for name in files.get("test", ())]
        if len(tests) == 1 and len(answers) == 1:
            yield tests[0], answers[0]


def _tried(source: Path, solution: Path | None) -> tuple[int, int, int] | None:
    """The units of a source, those that run unchanged, those that the agreeing object passes."""
    with tempfile.TemporaryDirectory() as folder:
        root = (Path(folder) / "course").resolve()
        try:
            new_assignment.make(root, source, solution)
            suite = described.load(root)
            proof = own_tests.prove(root, suite, Options(), lambda *_: None)
        except GraderError:
            return None  # it holds no tests that are known
        reference, *_, agreeing = proof.claims
        return reference.tried, reference.held, agreeing.tried - agreeing.held


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
