"""The ladder of feedback: one message for an exercise, from the first rung that has one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from msgspec.structs import replace

from grader.checks.hinting import hint
from grader.commandline.class_output import to_mend
from grader.export import format_named
from grader.export.formats import all_formats
from grader.feedback.counterexample import Counterexample, find_counterexample
from grader.grading.grader import Grader, Options
from grader.judging.asked import Asked
from grader.judging.judge import unjudged
from grader.protocol.observations import Observation, Returned
from grader.protocol.probes import Call, Probe
from grader.protocol.values import Function, array
from grader.report import ExerciseResult, Report
from grader.suite import Case, Property, Suite, agrees_with

GIVEN = "import numpy as np\n\n\ndef sigmoid(z):\n    return 1 / (1 + np.exp(-z))\n"
LOOP = """def my_dense(a_in, W, b, g):
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        z = np.dot(W[:, j], a_in) + b[j]
        a_out[j] = g(z)
    return a_out
"""
RIGHT = "def my_dense(a_in, W, b, g):\n    return g(np.dot(a_in, W) + b)\n"

# Each rung with a my_dense that stands on it, and a piece of what is said.
RUNGS = [
    (LOOP.replace("units):\n", "units)\n"), "Expected ':' in line 5 of code cell 2"),
    (LOOP.replace("range(units)", "range(unitss)"), "There is a `units`: is it the same?"),
    (
        LOOP.replace("range(units)", "range(zzz)"),
        "which name does Python not know",
    ),  # no name is near: the known mistake's
    (
        RIGHT.replace("return g(np.dot(a_in, W) + b)", "return str(g(np.dot(a_in, W) + b))"),
        "A text came back: numbers are wanted",
    ),
    (RIGHT.replace("+ b)", "+ b)[: 1]"), "shape"),
    (LOOP.replace(" + b[j]", ""), "Every weighted sum is 0 then"),
    (LOOP.replace("+ b[j]", "- b[j]").replace("g(z)", "g(g(z))"), "Two things at once"),
    (LOOP.replace("b[j]", "b[j] + 2 * j"), "If all inputs are 0, each unit puts out"),
    (
        LOOP.replace("a_in) +", "a_in) ** 2 +"),
        "Unit 0 by hand: 0.2 * 1.5 + 0.7 * (-0.5) is -0.05; with the bias",
    ),
]


@pytest.fixture(scope="module")
def grader(suite: Suite) -> Iterator[Grader]:
    """One for all tests."""
    with Grader(suite) as one:
        yield one


@pytest.fixture
def graded(grader: Grader, tmp_path: Path) -> Callable[..., Report]:
    """The student's report on these cells."""

    def grade(*cells: str) -> Report:
        path = tmp_path / "submit.py"
        path.write_text("".join(f"# %%\n{cell}\n" for cell in (GIVEN, *cells)), encoding="utf-8")
        return grader.grade(path).for_student()

    return grade


def result(report: Report, name: str = "my_dense") -> ExerciseResult:
    """What it says of one exercise."""
    return next(exercise for exercise in report.exercises if exercise.name == name)


def section(report: Report, title: str) -> str:
    """The part of the text that is about one exercise, without line breaks."""
    _, _, after = format_named("text").write(report).rpartition(f"\n{title}\n")
    return " ".join(after.partition("\n\n")[0].split())


@pytest.mark.parametrize(("source", "says"), RUNGS)
def test_each_rung_has_its_message(graded: Callable[..., Report], source: str, says: str) -> None:
    """What is said comes from the rung; it is said once, and nothing else is."""
    report = graded(source)
    one = result(report)
    assert says in one.message
    text = section(report, one.title)
    assert 1 == text.count("-> "), text
    assert " ".join(one.message.split())[:60] in text


@pytest.mark.parametrize("name", ["my_dense", "my_dense_v"])
def test_a_function_as_handed_out_is_not_begun(graded: Callable[..., Report], name: str) -> None:
    """The course's stub returns a name that nobody made; that is no misspelling."""
    report = graded(f"def {name}(A_in, W, b, g):\n    ### START ###\n    return(A_out)\n")
    message = result(report, name).message
    assert f"`{name}` is not started yet" in message
    assert "letter by letter" not in message


def test_our_own_fault_comes_first(suite: Suite, tmp_path: Path) -> None:
    """Where the grader failed it says so, blames nobody, and no mistake is looked for."""

    def broken(*_: object) -> object:
        raise RuntimeError("broken reference")

    cases = tuple(
        replace(case, expect=agrees_with(broken)) if case.exercise == "my_dense" else case
        for case in suite.cases
    )
    path = tmp_path / "submit.py"
    path.write_text(f"# %%\n{GIVEN}\n# %%\n{LOOP.replace(' + b[j]', '')}", encoding="utf-8")
    with Grader(replace(suite, cases=cases)) as grader:
        one = result(grader.grade(path).for_student())
    assert "The grader failed here; that is not your fault" in one.message
    assert one.earned == one.points
    assert () == one.hints


def test_a_mistake_outside_of_the_catalogue_of_a_private_case_alone_says_its_help(
    graded: Callable[..., Report],
) -> None:
    """Where all public cases are right, nothing of the private ones is worked out by hand."""
    report = graded(RIGHT.replace("(a_in, W)", "(a_in[:100], W[:100])"))
    assert "No size is fixed" in result(report).message or "no size is" in result(report).message
    assert "by hand" not in format_named("text").write(report)


def test_the_counterexample_is_the_smallest() -> None:
    """Of the wrong public answers the one with the fewest numbers is shown."""
    holds = Property("It holds.", lambda probe, seen: "it does not")
    pairs = []
    for number, size in enumerate((5, 1, 3)):
        call = Call("f", ("x", "g"), (array([1.5] * size), Function("relu")))
        case = Case("f", f"case {number}", 1, lambda rng: call, lambda probe, seen: None)
        seen = Observation(Returned((1.0,)))
        pairs.append((unjudged(case, "", "failed"), Asked(call, seen)))
    shown = Counterexample("f/case-1", "It holds. Not here: it does not.")
    assert shown == find_counterexample(pairs, (holds,), None)
    by_hand = Counterexample("f/case-1", "by hand")
    assert by_hand == find_counterexample(pairs, (), lambda probe, seen: "by hand")
    assert (
        Counterexample()
        == find_counterexample(pairs, (), None)
        == find_counterexample([], (holds,), None)
    )


def test_what_cannot_be_said_is_not() -> None:
    """A property that fails on an answer is passed over, and the instructor is told once where."""

    def fails(probe: Probe, seen: Observation) -> str:
        raise ValueError("no such thing")

    call = Call("f", ("x",), (array([1.5]),))
    case = Case("f", "case", 1, lambda rng: call, lambda probe, seen: None)
    pair = unjudged(case, "", "failed"), Asked(call, Observation(Returned((1.0,))))
    found = find_counterexample([pair, pair], (Property("It holds.", fails),), fails)
    assert "" == found.case == found.words
    by_property, by_example = found.faults
    at = "could not be tried: ValueError: no such thing (test_feedback.py, line"
    assert by_property.startswith(f"The property 'It holds.' {at}")
    assert by_example.startswith(f"The worked example {at}")


@pytest.mark.parametrize(
    ("exercise", "source", "says"),
    [
        (
            "my_dense",
            "shift = np.zeros(1)\n\n" + RIGHT.replace("+ b", "+ b + shift"),
            "uses `shift`",
        ),
        ("my_dense", RIGHT, ""),
        ("my_dense", LOOP, ""),
        (
            "my_dense_v",
            (
                "def my_dense_v(A_in, W, b, g):\n"
                "    return np.array([g(a @ W + np.ravel(b)) for a in np.atleast_2d(A_in)])"
                ".reshape(A_in.shape[:-1] + W.shape[1:])\n"
            ),
            "in a loop",
        ),
        (
            "my_dense_v",
            "def my_dense_v(A_in, W, b, g):\n    return g(A_in @ W + np.ravel(b))\n",
            "",
        ),
        (
            "my_dense_v",
            "def my_dense_v(A_in, W, b, g):\n    m, n = A_in.shape\n    return g(A_in @ W + b)\n",
            "Right for all that is asked. Beyond that, one row without a batch axis",
        ),
    ],
)
def test_a_right_answer_may_get_one_thing_to_know(
    graded: Callable[..., Report], exercise: str, source: str, says: str
) -> None:
    """Names of the notebook, a loop where none is wanted, what goes beyond: one of them at most."""
    report = graded(source)
    one = result(report, exercise)
    assert one.earned == one.points
    text = section(report, one.title) if says else ""
    assert says in text
    assert (1 if says else 0) == format_named("text").write(report).count("To know:")


def test_hints_replace_the_first_message_by_more(grader: Grader, tmp_path: Path) -> None:
    """With three hints all three are said; the report counts them."""
    path = tmp_path / "submit.py"
    path.write_text(f"# %%\n{GIVEN}\n# %%\n{LOOP.replace(' + b[j]', '')}", encoding="utf-8")
    with Grader(grader.suite, Options(hints=3)) as three:
        report = three.grade(path).for_student()
    one = result(report)
    assert 3 == one.hints_shown == len(one.hints)
    assert 3 == section(report, one.title).count("-> ")


def test_in_the_notebook_a_hint_says_which_property_breaks(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Without the catalogue an unknown mistake is told by what every right answer has."""

    def my_dense(a_in: Any, W: Any, b: Any, g: Any) -> Any:
        return np.array([g(W[:, j] @ a_in + b[j] + 2 * j) for j in range(len(b))])

    for says in ("If all inputs are 0", "should give", "by hand, one number at a time"):
        hint("my_dense", my_dense)
        assert says in capsys.readouterr().out


BROKEN = '"""No bias.\n\n1: a\n2: b\n4: c\n"""\n# %%\nx = 1\n'


@pytest.fixture
def broken_entry(suite: Suite, tmp_path: Path) -> Suite:
    """The assignment with a catalogue of one entry, which has a 4: where a 3: is awaited."""
    folder = tmp_path / "solutions" / "mistakes" / "my_dense"
    folder.mkdir(parents=True)
    (folder / "broken.py").write_text(BROKEN)
    return replace(suite, catalogue=tmp_path / "solutions")


def test_a_broken_entry_costs_no_marks_and_the_instructor_is_told_where(
    broken_entry: Suite, suite: Suite, tmp_path: Path
) -> None:
    """The points are those of a whole catalogue; the report names file and line to mend."""
    path = tmp_path / "submit.py"
    path.write_text(f"# %%\n{GIVEN}\n# %%\n{LOOP.replace(' + b[j]', '')}", encoding="utf-8")
    with Grader(broken_entry) as grader, Grader(suite) as usual:
        report = grader.grade(path)
        assert usual.grade(path).total == report.total
    one = result(report)
    (fault,) = one.faults
    assert "solutions/mistakes/my_dense/broken.py, line 5: " in fault
    assert "here stands 4: where 3: is awaited" in fault
    for name in ("text", "json"):
        assert "my_dense/broken.py, line 5" in " ".join(format_named(name).write(report).split()), (
            name
        )


def test_what_is_wrong_with_the_catalogue_is_not_for_students(
    broken_entry: Suite, tmp_path: Path
) -> None:
    """No format shows a student the name of a file of the instructor's, or that one is broken."""
    path = tmp_path / "submit.py"
    path.write_text(f"# %%\n{GIVEN}\n# %%\n{LOOP.replace(' + b[j]', '')}", encoding="utf-8")
    with Grader(broken_entry) as grader:
        report = grader.grade(path)
    assert result(report).faults
    view = report.for_student()
    assert not any(exercise.faults for exercise in view.exercises)
    for form in all_formats():
        shown = form.write(view if form.for_instructors else report)
        assert "broken" not in shown, form.name
        assert "solutions/" not in shown, form.name


def test_an_error_in_a_function_of_an_entry_costs_no_marks(
    broken_entry: Suite, suite: Suite, tmp_path: Path
) -> None:
    """The entry is left out, the instructor is told its file and line, and the student nothing."""
    assert broken_entry.catalogue is not None
    function = "# %% recognised by\ndef recognise(facts):\n    return facts.nodess\n"
    text = BROKEN.replace("4: c", "3: c") + function
    (broken_entry.catalogue / "mistakes/my_dense/broken.py").write_text(text)
    path = tmp_path / "submit.py"
    path.write_text(f"# %%\n{GIVEN}\n# %%\n{LOOP.replace(' + b[j]', '')}", encoding="utf-8")
    with Grader(broken_entry) as grader, Grader(suite) as usual:
        report = grader.grade(path)
        assert usual.grade(path).total == report.total
    (fault,) = result(report).faults
    assert fault.startswith("solutions/mistakes/my_dense/broken.py, line 11: AttributeError: ")
    assert "nodess" in fault
    assert () == result(report.for_student()).faults


def test_a_class_ends_with_what_has_to_be_mended() -> None:
    """What most reports have comes first, each once with its number; a few are enough."""
    assert "" == to_mend({})
    text = to_mend({"rare": 1, "often": 30, **{f"other {number}": 2 for number in range(6)}})
    assert text.startswith("grader: often (in 30 reports)\ngrader: other 0 (in 2 reports)\n")
    assert text.endswith("grader: and 3 more of the kind\n")


def test_a_search_that_fails_leaves_the_marks_and_says_so(
    grader: Grader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A bug of ours in the search for mistakes is no silence: the report names it and its place."""

    def fails(*_: object) -> None:
        raise KeyError("a bug of ours")

    monkeypatch.setattr(grader.feedback, "_diagnose", fails)
    path = tmp_path / "submit.py"
    path.write_text(f"# %%\n{GIVEN}\n# %%\n{LOOP.replace(' + b[j]', '')}", encoding="utf-8")
    with Grader(grader.suite) as usual:
        expected = usual.grade(path).total
    report = grader.grade(path)
    (fault,) = result(report).faults
    assert "The search for mistakes failed: KeyError: 'a bug of ours' (test_feedback.py" in fault
    assert expected == report.total


def test_what_was_not_begun_is_not_diagnosed(suite: Suite, tmp_path: Path) -> None:
    """Where no exercise has been begun there is no mistake to look for, and no catalogue is read."""
    folder = tmp_path / "mistakes" / "my_dense"
    folder.mkdir(parents=True)
    (folder / "broken.py").write_text('"""No hints."""\n# %%\nx = 1\n')
    path = tmp_path / "submit.py"
    path.write_text(GIVEN)
    with Grader(replace(suite, catalogue=tmp_path)) as grader:
        assert 0 == grader.grade(path).total.sum


@pytest.mark.parametrize("name", ["my_sequential", "my_dense_v"])
def test_nothing_is_not_told_as_a_number(graded: Callable[..., Report], name: str) -> None:
    """Where a function gives None back, the message says that, and no nan that nobody computed."""
    parameters = {"my_sequential": "x, W1, b1, W2, b2, W3, b3", "my_dense_v": "A_in, W, b, g"}
    said = result(
        graded(f"def {name}({parameters[name]}):\n    out = sigmoid(2 * 3)\n    return None\n"),
        name,
    )
    words = " ".join([said.message, *(case.help for case in said.cases)])
    assert "None" in words
    assert "nan" not in words
