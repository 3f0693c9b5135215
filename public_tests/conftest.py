"""``pytest public_tests --submission FILE``: every case as a test of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader import GraderError, Report, grade

_REPORT = pytest.StashKey[Report]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """The file to grade."""
    help_ = "the notebook or script whose exercises are tested"
    parser.addoption("--submission", metavar="FILE", type=Path, help=help_)


def pytest_configure(config: pytest.Config) -> None:
    """Grade the file once, before the tests are made; a bad file ends pytest with a sentence."""
    path = config.getoption("--submission", None)
    if path is None:
        raise pytest.UsageError("name the notebook: pytest public_tests --submission FILE")
    try:
        config.stash[_REPORT] = grade(path, private=False)
    except GraderError as error:
        raise pytest.UsageError(str(error)) from None


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One test for each case, named as in the report."""
    if "case" not in metafunc.fixturenames:
        return
    report = metafunc.config.stash[_REPORT]
    cases = [case for exercise in report.exercises for case in exercise.cases]
    metafunc.parametrize("case", cases, ids=[case.id for case in cases])
