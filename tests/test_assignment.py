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
from grader.protocol.probes import Call
from grader.suite import Case, Exercise, asking, returns

EXERCISE = Exercise("f", "A function", order={order})
CASES = (Case("f", "one", {points}, asking(Call("f", (), ())), returns(1)),{more})
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
    (folder / "__init__.py").write_text('ASSIGNMENT = {"title": "Small"}\n__all__ = ["check"]\n')
    (folder / "f.py").write_text(MODULE.format(points=points, more=more, order=order))
    return root


def test_the_folder_given_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The one given, then the variable, then the one the grader lies in."""
    given, variable = tmp_path / "given", tmp_path / "variable"
    for folder in (given, variable):
        folder.mkdir()
        small(folder)
    monkeypatch.chdir(variable)
    assert ROOT == places.find()
    monkeypatch.setenv("GRADER_ASSIGNMENT", str(variable))
    assert variable == places.find()
    assert given == places.find(given)


def test_nothing_to_grade_against_is_a_sentence(tmp_path: Path) -> None:
    """A folder without public tests is refused, and the option to name another is told."""
    with pytest.raises(AssignmentError, match=r"no assignment in .*--assignment DIR"):
        places.find(tmp_path)


@pytest.mark.parametrize("points", [1.5, -1, '"3"', True, None])
def test_points_are_whole_numbers(tmp_path: Path, points: object) -> None:
    """A case with other points is refused by its name."""
    with pytest.raises(AssignmentError, match=r"f/one: points are whole numbers"):
        loading.load(small(tmp_path, points=points))


def test_what_goes_beyond_is_worth_no_points(tmp_path: Path) -> None:
    """Points for what an exercise does not ask for are refused by the case's name."""
    more = 'Case("f", "two", 1, asking(Call("f", (), ())), returns(1), advisory=True),'
    with pytest.raises(AssignmentError, match=r"f/two: what goes beyond"):
        loading.load(small(tmp_path, more=more))


def test_titles_are_unique(tmp_path: Path) -> None:
    """Two cases of one name are refused, also where only signs differ."""
    more = ' Case("f", "One!", 1, asking(Call("f", (), ())), returns(1)),'
    with pytest.raises(AssignmentError, match="two cases are called f/one"):
        loading.load(small(tmp_path, more=more))


def test_a_case_belongs_to_an_exercise(tmp_path: Path) -> None:
    """A case of an exercise that is not there is refused."""
    more = ' Case("g", "two", 1, asking(Call("g", (), ())), returns(1)),'
    with pytest.raises(AssignmentError, match="belongs to no exercise"):
        loading.load(small(tmp_path, more=more))


def test_a_module_that_cannot_be_imported_is_named(tmp_path: Path) -> None:
    """An error in a case's file names the module, the folder and the error."""
    (small(tmp_path) / "public_tests" / "g.py").write_text("import no_such_module")
    with pytest.raises(AssignmentError, match=r"public_tests\.g .*no_such_module"):
        loading.load(tmp_path)


def test_without_the_secret_part_there_are_public_cases_alone(student: Path, suite: Suite) -> None:
    """The student's tree loads with the same public cases, no key and no stand-ins."""
    loaded = loading.load(student)
    assert not loaded.has_private
    assert (b"", {}) == (loaded.key, loaded.stand_ins)
    assert [case.id for case in suite.cases if not case.private] == [
        case.id for case in loaded.cases
    ]
    assert [one.name for one in suite.exercises] == [one.name for one in loaded.exercises]
    assert student / "assignment" == loaded.support
    assert "solutions" not in sys.modules
    assert suite.digest != loaded.digest


def test_the_secret_part_can_be_left_out(instructor: Path) -> None:
    """With ``private=False`` nothing of the secret folder is imported even if it is there."""
    assert not loading.load(instructor, private=False).has_private
    assert "solutions" not in sys.modules
    assert loading.load(instructor).has_private


def test_a_file_is_a_case(instructor: Path) -> None:
    """A file put into private_tests adds its cases, which are private whatever they say."""
    before = loading.load(instructor)
    (instructor / "solutions" / "private_tests" / "more.py").write_text(
        "from grader.protocol.probes import Call\n"
        "from grader.suite import Case, asking, returns\n"
        'CASES = (Case("my_dense", "added", 1, asking(Call("my_dense", (), ())), returns(1)),)\n'
    )
    after = loading.load(instructor)
    added = {case.id for case in after.cases} - {case.id for case in before.cases}
    assert {"my_dense/private-added"} == added
    assert before.digest != after.digest


def test_a_file_is_an_exercise(student: Path) -> None:
    """A file put into public_tests adds an exercise, in its order."""
    (student / "public_tests" / "f.py").write_text(MODULE.format(points=5, more="", order=0))
    loaded = loading.load(student)
    assert "f" == loaded.exercises[0].name
    assert ["f/one"] == [case.id for case in loaded.of(loaded.exercises[0])]


def test_self_checks_are_never_graded(student: Path) -> None:
    """A file in practice/ is known where self-checks are asked for, and nowhere else."""
    module = MODULE.format(points=5, more="", order=9)
    (student / "public_tests" / "practice" / "f.py").write_text(module)
    graded = loading.load(student)
    assert "f" not in [one.name for one in graded.exercises]
    assert not any(case.exercise == "f" for case in graded.cases)
    known = loading.load(student, practice=True)
    assert "f" in [one.name for one in known.exercises]
    assert {case.id for case in graded.cases} < {case.id for case in known.cases}


def test_the_key_comes_from_the_environment_or_the_folder(
    instructor: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """GRADER_KEY goes before the file; without both the sentence says what to write."""
    file = instructor / "solutions" / "key.txt"
    file.write_text("from the file\n")
    assert b"from the file" == loading.load(instructor).key
    monkeypatch.setenv("GRADER_KEY", "from outside")
    assert b"from outside" == loading.load(instructor).key
    monkeypatch.delenv("GRADER_KEY")
    file.unlink()
    with pytest.raises(AssignmentError, match=r"key\.txt is missing"):
        loading.load(instructor)


def test_one_assignment_does_not_mix_with_another(tmp_path: Path, student: Path) -> None:
    """After one assignment another with modules of the same names can be loaded, and back."""
    other = tmp_path / "other"
    other.mkdir()
    small(other)
    assert "Small" == loading.load(other).title
    assert "Small" != loading.load(student).title
    assert "Small" == loading.load(other).title
    assert str(other) not in sys.path
