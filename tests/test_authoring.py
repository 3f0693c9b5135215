"""The rules by which one script becomes the student's and the instructor's notebook."""

from __future__ import annotations

import json
import textwrap
from pathlib import Path

import pytest

from grader.authoring import building as authoring
from grader.authoring.blocks import AuthoringError
from grader.authoring.markers import solution_version, student_version

ROOT = Path(__file__).resolve().parent.parent

SOURCE = textwrap.dedent(
    '''\
    # %% [markdown]
    # # A title
    #
    # Some words.

    # %%
    import math
    # %matplotlib inline

    # %% tags=["graded"]
    def area(r):
        """The area of a circle."""
        ### START CODE HERE ###
        # BEGIN SOLUTION
        secret = math.pi * r**2
        # STUB secret = None  # your code
        # END SOLUTION
        ### END CODE HERE ###
        return secret
    '''
)


def region(*lines: str) -> str:
    """A script of one code cell with a solution region of these lines, indented by four."""
    inside = [f"    {line}" for line in ("# BEGIN SOLUTION", *lines, "# END SOLUTION")]
    return "\n".join(["# %%", "if True:", *inside, "    print()", ""])


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An assignment with one source."""
    for folder in ("assignment", "solutions"):
        (tmp_path / folder).mkdir()
    (tmp_path / "solutions" / "lesson.py").write_text(SOURCE)
    return tmp_path


def test_the_stub_takes_the_place_of_the_solution() -> None:
    """In the student's version a stub stands, uncommented and as indented, for its region."""
    expected = region().replace("    # BEGIN SOLUTION\n    # END SOLUTION\n", "    a = None  # 1\n")
    assert expected == student_version(region("a = 42", "# STUB a = None  # 1"))


def test_a_stub_keeps_its_own_indentation() -> None:
    """A stub may be indented deeper than its region, and may have several lines."""
    student = student_version(region("# STUB for _ in 'ab':", "    # STUB pass"))
    assert "    for _ in 'ab':\n        pass\n    print()" in student


def test_a_region_without_a_stub_raises() -> None:
    """Where there is no stub, the student's code says what is missing when it is run."""
    student = student_version(region("a = 42"))
    with pytest.raises(NotImplementedError, match="in place of this line"):
        exec(student, {})


def test_an_empty_stub_leaves_nothing() -> None:
    """What only the instructor's copy needs leaves no line in the student's."""
    assert "# %%\nif True:\n    print()\n" == student_version(region("a = 42", "# STUB"))


def test_the_solution_version_has_no_markers() -> None:
    """The instructor's version keeps the solution and loses region markers and stubs."""
    assert "# %%\nif True:\n    a = 42\n    print()\n" == solution_version(
        region("a = 42", "# STUB a = None")
    )


def test_text_without_regions_is_kept() -> None:
    """Both versions leave everything outside a region as it is."""
    source = "# %%\nprint('STUB, BEGIN SOLUTION')\n"
    assert source == student_version(source) == solution_version(source)


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("# %%\n# BEGIN SOLUTION\nx = 1\n", "line 2: BEGIN SOLUTION is not closed"),
        ("# %%\n# BEGIN SOLUTION\n# %%\n# END SOLUTION\n", "line 2: BEGIN SOLUTION is not closed"),
        ("# BEGIN SOLUTION\n# BEGIN SOLUTION\n# END SOLUTION", "line 1: BEGIN SOLUTION is not"),
        ("# %%\n\n# END SOLUTION\n", "line 3: END SOLUTION without a BEGIN"),
        ("# %%\n# STUB x = None\n", "line 2: a STUB outside a solution region"),
    ],
)
def test_unbalanced_markers_are_named(source: str, said: str) -> None:
    """Markers that do not pair up inside a cell are an error that names file and line."""
    for version in (student_version, solution_version):
        with pytest.raises(AuthoringError, match=f"^lesson.py, {said}"):
            version(source, name="lesson.py")


def test_an_error_in_a_source_names_the_file(root: Path) -> None:
    """Building says which file is wrong, and writes none."""
    (root / "solutions" / "other.py").write_text("# %% [markdown]\n# # Hi\n\n# %%\n# END SOLUTION")
    with pytest.raises(AuthoringError, match=r"^solutions/other\.py, line 5: "):
        authoring.write(root)
    assert [] == sorted(root.rglob("*.ipynb"))


def test_two_notebooks_are_built(root: Path) -> None:
    """A source gives the student's notebook in assignment/ and the instructor's in solutions/."""
    built = [root / "assignment" / "lesson.ipynb", root / "solutions" / "lesson.ipynb"]
    assert built == authoring.write(root)


def test_notebooks_are_plain(root: Path) -> None:
    """Notebooks are format 4.5 without outputs, with tags and the kernel as only metadata.

    The tags let Jupyter run what is below a cell that is not filled in yet.
    """
    for text in authoring.build(root).values():
        notebook = json.loads(text)
        assert (4, 5) == (notebook["nbformat"], notebook["nbformat_minor"])
        assert {"kernelspec", "language_info"} == set(notebook["metadata"])
        markdown, imports, graded = notebook["cells"]
        assert ["markdown", "code", "code"] == [cell["cell_type"] for cell in notebook["cells"]]
        assert ["a-title", "import-math", "def-area-r"] == [
            cell["id"] for cell in notebook["cells"]
        ]
        assert "%matplotlib inline" == imports["source"][-1]
        assert {} == markdown["metadata"]
        assert {"tags": ["raises-exception"]} == imports["metadata"]
        assert {"tags": ["graded", "raises-exception"]} == graded["metadata"]
        assert ([], None) == (graded["outputs"], graded["execution_count"])


def test_ids_stay_when_a_cell_is_put_in(root: Path) -> None:
    """An id is made of a cell's words, so that it stays when others come before it."""
    script = root / "solutions" / "lesson.py"
    script.write_text("# %% [markdown]\n# # A title\n\n# %%\nimport os\n\n" + SOURCE)
    text, *_ = authoring.build(root).values()
    ids = [cell["id"] for cell in json.loads(text)["cells"]]
    assert ["a-title", "import-os", "a-title-2", "import-math", "def-area-r"] == ids


def test_the_student_sees_no_solution(root: Path) -> None:
    """Nothing of a solution region reaches the student's notebook."""
    student, solution = authoring.build(root).values()
    assert "math.pi" in solution
    for word in ("math.pi", "BEGIN SOLUTION", "END SOLUTION", "STUB"):
        assert word not in student


def test_other_scripts_are_left_alone(root: Path) -> None:
    """A script without a markdown cell is no notebook, nor is one whose folder students lack."""
    (root / "solutions" / "tool.py").write_text("# %%\nprint('a tool')\n")
    (root / "solutions" / "private").mkdir()
    (root / "solutions" / "private" / "case.py").write_text(SOURCE)
    assert {"lesson.ipynb"} == {path.name for path in authoring.build(root)}


def test_a_folder_of_labs_is_built(root: Path) -> None:
    """A source in a folder that assignment/ has too becomes a notebook in that folder."""
    for folder in ("assignment", "solutions"):
        (root / folder / "Labs").mkdir()
    (root / "solutions" / "Labs" / "lab.py").write_text(SOURCE)
    assert root / "assignment" / "Labs" / "lab.ipynb" in authoring.build(root)


def test_building_is_reproducible(root: Path) -> None:
    """The same source gives the same bytes, so a second write changes nothing."""
    assert authoring.build(root) == authoring.build(root)
    assert 2 == len(authoring.write(root))
    assert [] == authoring.write(root)


def test_stale_notebooks_are_found(root: Path) -> None:
    """A notebook that is missing or was changed by hand is stale until it is written again."""
    assert 2 == len(authoring.stale(root))
    changed = authoring.write(root)[0]
    changed.write_text(changed.read_text().replace("Some words", "Other words"))
    assert [changed] == authoring.stale(root)
    assert [changed] == authoring.write(root)
    assert [] == authoring.stale(root)


@pytest.mark.skipif(not (ROOT / "solutions").is_dir(), reason="the sources are the instructor's")
def test_the_notebooks_of_this_repository_are_current() -> None:
    """The notebooks kept here are what their sources say."""
    assert [] == authoring.stale(ROOT)
