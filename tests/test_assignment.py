"""Assignments: found in order, loaded with or without the secret part, refused in sentences."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from grader.assignment import loading, places
from grader.assignment.places import AssignmentError
from grader.suite import Suite

ROOT = Path(__file__).resolve().parents[1]
MODULE = """
from grader.suite import Case, Drawing, Exercise, Read, example

EXERCISE = Exercise("f", "A function", order={order})
CASES = (example("f", "one", {{"x": 2}}, 4, points={points}),{more})
"""


@pytest.fixture
def student(tmp_path: Path) -> Path:
    """The tree as a student has it: without the secret folder."""
    for folder in ("public_tests", "assignment"):
        shutil.copytree(
            ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__")
        )
    return tmp_path


@pytest.fixture
def instructor(student: Path, suite: Suite) -> Path:
    """A copy of the tree with the secret folder."""
    shutil.copytree(
        ROOT / "solutions", student / "solutions", ignore=shutil.ignore_patterns("__pycache__")
    )
    return student


def small(root: Path, *, points: object = 1, more: str = "", order: int = 1) -> Path:
    """An assignment of one exercise with one case."""
    folder = root / "public_tests"
    folder.mkdir()
    (folder / "__init__.py").write_text('ASSIGNMENT = {"title": "Small"}\n')
    (folder / "f.py").write_text(MODULE.format(points=points, more=more, order=order))
    return root


def test_the_folder_given_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The one given, then the variable, then the one one stands in, then the grader's own."""
    given, variable, here = tmp_path / "given", tmp_path / "variable", tmp_path / "here"
    for folder in (given, variable, here):
        folder.mkdir()
        small(folder)
    monkeypatch.chdir(tmp_path)
    assert ROOT == places.find_assignment()
    monkeypatch.chdir(here)
    assert here == places.find_assignment()
    monkeypatch.setenv("GRADER_ASSIGNMENT", str(variable))
    assert variable == places.find_assignment()
    assert given == places.find_assignment(given)


def test_nothing_to_grade_against_is_a_sentence(tmp_path: Path) -> None:
    """A folder without public tests is refused, and the option to name another is told."""
    with pytest.raises(AssignmentError, match=r"no assignment in .*--assignment DIR"):
        places.find_assignment(tmp_path)


def refused(root: Path) -> str:
    """The sentence with which an assignment is refused."""
    with pytest.raises(AssignmentError) as caught:
        loading.load_assignment(root)
    return str(caught.value)


@pytest.mark.parametrize("points", [-1, '"3"', True, None, 'float("nan")', 'float("inf")'])
def test_points_are_numbers(tmp_path: Path, points: object) -> None:
    """A case with other points is refused by its file and its title."""
    said = refused(small(tmp_path, points=points))
    assert said.startswith('public_tests/f.py: the case "one" has ')
    assert said.endswith("points are numbers from 0")


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ('example("f", "two", {}, 1, points=1, advisory=True),', 'the case "two" is advisory'),
        ('example("f", "One!", {}, 1, points=1),', 'the case "One!" of f is in public_tests/f.py'),
        ('example("g", "two", {}, 1, points=1),', "'g' has no EXERCISE; there are f"),
        ('example("f ", "two", {}, 1, points=1),', "did you mean 'f'?"),
        ('example("f", "--", {}, 1, points=1),', "no letter in its title"),
        ('example("f", "two", {}, 1, points=1, help=None),', "None as its help"),
        ('Case("f", "two", 1, Read("f"), print),', "as its ask; make it with example or drawn"),
        ('"two",', "number 2 of CASES is of type str; make it with example, drawn or Case"),
    ],
    ids=["advisory", "same title", "no exercise", "near", "title", "help", "ask", "no case"],
)
def test_a_case_is_refused_by_its_file(tmp_path: Path, more: str, says: str) -> None:
    """What is wrong with a case is said with its file, its title and what to do."""
    said = refused(small(tmp_path, more=more))
    assert said.startswith("public_tests/f.py: ")
    assert says in said


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('CASES = example("f", "one", {}, 1, points=1)', "CASES is of type Case, not a tuple"),
        ("EXERCISE = 'f'", 'write EXERCISE = Exercise("name", "Its title")'),
        ('PICTURES = (Drawing("g", Read("f"), print),)', "a picture belongs to no exercise: 'g'"),
        ('PICTURES = (Drawing("f", Read("f"), print),)', "asks what none of its public cases asks"),
        ('example("f", "two", {"x": print}, 1, points=1)', "the argument x is a builtin"),
        ("nothing", "public_tests/f.py, line 6, of the assignment"),
        ("1 +", "public_tests/f.py, line 6, of the assignment"),
    ],
    ids=["comma", "exercise", "picture", "other question", "argument", "name", "syntax"],
)
def test_a_module_is_refused_by_its_file(tmp_path: Path, line: str, says: str) -> None:
    """What is wrong with a module is said with its file, with the line where there is one."""
    file = small(tmp_path) / "public_tests" / "f.py"
    file.write_text(file.read_text() + line + "\n")
    assert says in refused(tmp_path)


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ("", 'write ASSIGNMENT = {"title": "..."} into it'),
        ('ASSIGNMENT = {"titel": "Small"}', 'write ASSIGNMENT = {"title": "..."} into it'),
        (
            'ASSIGNMENT = {"title": "Small", "order": 1}',
            "takes title, preload, points, mark_step, package, questions; take 'order'",
        ),
    ],
)
def test_settings_are_refused_by_their_file(tmp_path: Path, settings: str, says: str) -> None:
    """A package of cases without a table of settings, or with an unknown one, is told what to do."""
    (small(tmp_path) / "public_tests" / "__init__.py").write_text(settings)
    said = refused(tmp_path)
    assert said.startswith("public_tests/__init__.py: ")
    assert says in said


@pytest.mark.parametrize(
    ("exercise", "says"),
    [
        ('Exercise("f", "F")', "the name f of its exercise is that of public_tests/f.py"),
        ('Exercise("g", "G", order=1)', "the order 1 of its exercise is that of"),
        ('Exercise("g", "G", check_name="test_f")', "the check function test_f of its exercise"),
    ],
    ids=["name", "order", "check"],
)
def test_two_exercises_never_collide_in_silence(tmp_path: Path, exercise: str, says: str) -> None:
    """Two exercises with one name, order or check function are refused with both files."""
    lines = f"from grader.suite import Exercise\nEXERCISE = {exercise}\n"
    (small(tmp_path) / "public_tests" / "g.py").write_text(lines)
    said = refused(tmp_path)
    assert said.startswith("public_tests/g.py: ")
    assert says in said


def test_exercises_without_an_order_come_last(tmp_path: Path) -> None:
    """They follow those with a number, in the order of their names."""
    small(tmp_path)
    for name in ("b", "a"):
        lines = f'from grader.suite import Exercise\nEXERCISE = Exercise("{name}", "It")\n'
        (tmp_path / "public_tests" / f"{name}.py").write_text(lines)
    assert ["f", "a", "b"] == [
        exercise.name for exercise in loading.load_assignment(tmp_path).exercises
    ]


def test_a_module_that_cannot_be_imported_is_named(tmp_path: Path) -> None:
    """An error in a case's file names the file, the line, the folder and the error."""
    (small(tmp_path) / "public_tests" / "g.py").write_text("\nimport no_such_module")
    said = refused(tmp_path)
    assert said.startswith(f"public_tests/g.py, line 2, of the assignment in {tmp_path} ")
    assert "no_such_module" in said


def test_without_the_secret_part_there_are_public_cases_alone(student: Path, suite: Suite) -> None:
    """The student's tree loads with the same public cases, no key and no stand-ins."""
    loaded = loading.load_assignment(student)
    assert not loaded.has_private
    assert (b"", {}) == (loaded.key, loaded.stand_ins)
    assert [case.id for case in suite.cases if not case.private] == [
        case.id for case in loaded.cases
    ]
    assert [exercise.name for exercise in suite.exercises] == [
        exercise.name for exercise in loaded.exercises
    ]
    assert student / "assignment" == loaded.support
    assert "solutions" not in sys.modules
    assert suite.digest != loaded.digest


def test_the_secret_part_can_be_left_out(instructor: Path) -> None:
    """With ``private=False`` nothing of the secret folder is imported even if it is there."""
    assert not loading.load_assignment(instructor, private=False).has_private
    assert "solutions" not in sys.modules
    assert loading.load_assignment(instructor).has_private


def test_a_file_is_a_case(instructor: Path) -> None:
    """A file put into private_tests adds its cases, which are private whatever they say."""
    before = loading.load_assignment(instructor)
    (instructor / "solutions" / "private_tests" / "more.py").write_text(
        "from grader.suite import example\n"
        'CASES = (example("my_dense", "added", {}, 1, points=1),)\n'
    )
    after = loading.load_assignment(instructor)
    added = {case.id for case in after.cases} - {case.id for case in before.cases}
    assert {"my_dense/private-added"} == added
    assert before.digest != after.digest


def test_a_file_is_an_exercise(student: Path) -> None:
    """A file put into public_tests adds an exercise, in its order."""
    (student / "public_tests" / "f.py").write_text(MODULE.format(points=5, more="", order=0))
    loaded = loading.load_assignment(student)
    assert "f" == loaded.exercises[0].name
    assert ["f/one"] == [case.id for case in loaded.of(loaded.exercises[0])]


def test_self_checks_are_never_graded(student: Path) -> None:
    """A file in practice/ is known where self-checks are asked for, and nowhere else."""
    module = MODULE.format(points=5, more="", order=9)
    (student / "public_tests" / "practice" / "f.py").write_text(module)
    graded = loading.load_assignment(student)
    assert "f" not in [exercise.name for exercise in graded.exercises]
    assert not any(case.exercise == "f" for case in graded.cases)
    known = loading.load_assignment(student, practice=True)
    assert "f" in [exercise.name for exercise in known.exercises]
    assert {case.id for case in graded.cases} < {case.id for case in known.cases}


def test_the_key_comes_from_the_environment_or_the_folder(
    instructor: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """GRADER_KEY goes before the file; without both the sentence says what to write."""
    file = instructor / "solutions" / "key.txt"
    file.write_text("from the file\n")
    assert b"from the file" == loading.load_assignment(instructor).key
    monkeypatch.setenv("GRADER_KEY", "from outside")
    assert b"from outside" == loading.load_assignment(instructor).key
    monkeypatch.delenv("GRADER_KEY")
    file.unlink()
    with pytest.raises(AssignmentError, match=r"key\.txt is missing"):
        loading.load_assignment(instructor)


def test_one_assignment_does_not_mix_with_another(tmp_path: Path, student: Path) -> None:
    """After one assignment another with modules of the same names can be loaded, and back."""
    other = tmp_path / "other"
    other.mkdir()
    small(other)
    assert "Small" == loading.load_assignment(other).title
    assert "Small" != loading.load_assignment(student).title
    assert "Small" == loading.load_assignment(other).title
    assert str(other) not in sys.path
