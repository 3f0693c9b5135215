"""What students get to see holds nothing of the private cases, in any format there is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import numpy as np
import pytest
from msgspec.structs import replace

from grader.export import format_named, format_names
from grader.grading.grader import Grader, Options
from grader.protocol.probes import Call, Probe
from grader.protocol.values import decode
from grader.report import Report
from grader.suite import Case, Suite
from grader.suite.judgements import AgreesWith

GIVEN = "import numpy as np\n\ndef sigmoid(z):\n    return 1 / (1 + np.exp(-z))\n"
# What a learner does, or somebody who wants to know: everything that goes in comes out somewhere.
BODIES = {
    "prints": "    print({args})\n    return np.zeros(2)\n",
    "raises": "    raise ValueError(repr(({args})))\n",
    "returns": "    return [{args}][0]\n",
    "returns_text": "    return repr(({args}))\n",
    "warns": "    import warnings\n    warnings.warn(repr(({args})))\n    return 1.0\n",
    "wrong_number": "    return ({args})[1] * 1.5\n",
    "not_a_name": "    return nothing_like_it\n",
    "asserts": "    assert False, ({args})\n",
    "nearly_right": "    return right({args}) * 1.01\n",
}
RIGHT = """
def right(a, *rest):
    *weights, last = rest
    if callable(last):
        return last(a @ weights[0] + np.ravel(weights[1]))
    for W, b in zip(rest[::2], rest[1::2]):
        a = sigmoid(a @ W + b)
    return a
"""


class Recorder:
    """A suite that notes the private questions it puts."""

    def __init__(self, suite: Suite) -> None:
        self.probes: list[tuple[Case, Call]] = []
        cases = tuple(self._noting(case) if case.private else case for case in suite.cases)
        self.suite = replace(suite, cases=cases)

    def _noting(self, case: Case) -> Case:
        def ask(rng: np.random.Generator) -> Probe:
            probe = case.ask(rng)
            if isinstance(probe, Call):
                self.probes.append((case, probe))
            return probe

        return replace(case, ask=ask)

    def numbers(self) -> Iterator[str]:
        """The private inputs and results as they might be written, if they are telling enough."""
        for case, probe in self.probes:
            arguments = [decode(argument) for argument in probe.arguments]
            arrays = [argument for argument in arguments if isinstance(argument, np.ndarray)]
            if isinstance(case.expect, AgreesWith):
                arrays.append(np.asarray(case.expect.reference(*arguments)))
            for array in arrays:
                for number in np.ravel(array)[:40].tolist():
                    yield from _written(float(number))


def heads(suite: Suite) -> dict[str, str]:
    """By the function that private cases call, its parameters."""
    probes = [case.question(lambda _: 0) for case in suite.cases if case.private]
    return {probe.name: ", ".join(probe.parameters) for probe in probes if isinstance(probe, Call)}


def _written(number: float) -> Iterator[str]:
    for text in (f"{abs(number):.4g}", f"{abs(number):.6g}", repr(abs(number))):
        if len(text.replace(".", "").lstrip("0")) >= 4:  # three digits may be anything
            yield text


@pytest.fixture(scope="module")
def recorder(suite: Suite) -> Recorder:
    """One for all tests."""
    return Recorder(suite)


@pytest.fixture(scope="module")
def views(
    recorder: Recorder, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, tuple[Report, set[str]]]:
    """By what the submission does, its report and the private numbers that it met."""
    found = {}
    with Grader(recorder.suite, Options(hints=3)) as grader:
        for what, body in BODIES.items():
            functions = [
                f"def {name}({args}):\n{body.format(args=args)}"
                for name, args in heads(recorder.suite).items()
            ]
            path = tmp_path_factory.mktemp("seen") / f"{what}.py"
            path.write_text("# %%\n" + "\n\n".join([GIVEN, RIGHT, *functions]), encoding="utf-8")
            recorder.probes.clear()
            report = grader.grade(path)
            found[what] = report, set(recorder.numbers())
    return found


def _in(text: str) -> set[str]:
    return set(re.findall(r"\d+(?:\.\d+)?(?:e[+-]?\d+)?", text))


@pytest.mark.parametrize("format_", format_names())
@pytest.mark.parametrize("what", BODIES)
def test_no_private_number_reaches_a_student(
    views: dict[str, tuple[Report, set[str]]], what: str, format_: str
) -> None:
    """Inputs and results of private cases are in no format's output for students."""
    report, private = views[what]
    assert len(private) > 200
    shown = _as_text(format_named(format_).write, report.for_student())
    public = {
        number
        for exercise in report.exercises
        for case in exercise.cases
        if not case.private
        for number in _in(f"{case.called} {case.expected} {case.got} {case.help} {case.printed}")
    }
    given_away = (_in(shown) & private) - public
    # A number of four digits may come about by chance; more of them do not.
    assert len(given_away) <= 1, given_away


def test_the_search_finds_what_instructors_see(
    views: dict[str, tuple[Report, set[str]]],
) -> None:
    """The same search does find private numbers in the instructor's report: it is no blind test."""
    report, private = views["wrong_number"]
    assert len(_in(_as_text(format_named("json").write, report)) & private) > 20


def _as_text(write: Callable[[Report], object], report: Report) -> str:
    written = write(report)
    return written.decode("utf-8", "replace") if isinstance(written, bytes) else str(written)
