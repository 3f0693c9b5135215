"""The marks that say what of a source is the instructor's: ours, and those of other tools."""

from __future__ import annotations

import json
import textwrap
from pathlib import Path
from typing import Any

import nbformat
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nbformat import v4

from grader.authoring import building as authoring
from grader.authoring import own_notebook
from grader.authoring.blocks import AuthoringError
from grader.authoring.markers import secret_lines, solution_version, student_version
from grader.release.notebook_run import TAGS

UNWRITTEN = 'raise NotImplementedError("Write your code in place of this line.")'


def text(block: str) -> str:
    """A cell, without the indentation it has in this file."""
    return textwrap.dedent(block).strip("\n")


@pytest.mark.parametrize(
    ("source", "student", "solved"),
    [
        pytest.param(
            """
            def area(r):
                ### BEGIN SOLUTION
                return 3 * r**2
                ### END SOLUTION
            """,
            f"def area(r):\n    {UNWRITTEN}",
            "def area(r):\n    return 3 * r**2",
            id="nbgrader's solution",
        ),
        pytest.param(
            """
            assert area(1) == 3
            ### BEGIN HIDDEN TESTS
            assert area(2) == 12
            ### END HIDDEN TESTS
            """,
            "assert area(1) == 3",
            "assert area(1) == 3\nassert area(2) == 12",
            id="nbgrader's hidden tests",
        ),
        pytest.param(
            """
            def area(r):
                square = r * r  # SOLUTION NO PROMPT
                return 3 * square  # SOLUTION

            nine, ten = area(3), 10 # SOLUTION
            rng = seeded(42)  # SEED
            """,
            "def area(r):\n    ...\n\nnine, ten = ...",
            "def area(r):\n    square = r * r\n    return 3 * square\n\n"
            "nine, ten = area(3), 10\nrng = seeded(42)",
            id="Otter's marks after a line",
        ),
        pytest.param(
            '''
            def area(r):
                # BEGIN SOLUTION NO PROMPT
                return 3 * r**2
                # END SOLUTION
                """ # BEGIN PROMPT
                # The area of a circle.
                pass
                """; # END PROMPT
            ''',
            "def area(r):\n    # The area of a circle.\n    pass",
            "def area(r):\n    return 3 * r**2",
            id="Otter's prompt",
        ),
        pytest.param(
            """
            def area(r):
                ### START CODE HERE ###
                square = r * r
                return 3 * square
                ### END CODE HERE ###
            """,
            f"def area(r):\n    ### START CODE HERE ###\n    {UNWRITTEN}\n    ### END CODE HERE ###",
            "def area(r):\n    ### START CODE HERE ###\n    square = r * r\n"
            "    return 3 * square\n    ### END CODE HERE ###",
            id="START CODE HERE",
        ),
        pytest.param(
            """
            ### START CODE HERE (2 lines) ###
            for r in (1, 2):  # @KEEP
                a = 3 * r**2  # @REPLACE EQUALS None
                print(a, r)  # @REPLACE print(None)
            ### END CODE HERE ###
            # START OMIT BLOCK
            print("a check of ours")
            # END OMIT BLOCK
            """,
            "### START CODE HERE (2 lines) ###\nfor r in (1, 2):\n    a = None\n    print(None)\n"
            "### END CODE HERE ###",
            "### START CODE HERE (2 lines) ###\nfor r in (1, 2):\n    a = 3 * r**2\n"
            '    print(a, r)\n### END CODE HERE ###\nprint("a check of ours")',
            id="dlai-grader's marks after a line",
        ),
        pytest.param(
            """
            ### START CODE HERE ###
            # BEGIN SOLUTION
            a = 3
            # STUB a = None
            # END SOLUTION
            ### END CODE HERE ###
            """,
            "### START CODE HERE ###\na = None\n### END CODE HERE ###",
            "### START CODE HERE ###\na = 3\n### END CODE HERE ###",
            id="START CODE HERE around a region of ours",
        ),
    ],
)
def test_marks_mean_what_they_mean_in_their_tool(source: str, student: str, solved: str) -> None:
    """Each tool's marks give the student's and the solved version that its users expect."""
    assert student == student_version(text(source))
    assert solved == solution_version(text(source))


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("### BEGIN HIDDEN TESTS\nx = 1", "line 1: BEGIN HIDDEN TESTS is not closed"),
        ("x = 1\n# END OMIT BLOCK", "line 2: END OMIT BLOCK without a BEGIN"),
        ('""" # BEGIN PROMPT\npass', "line 1: BEGIN PROMPT is not closed"),
        ("# BEGIN SOLUTION NO PROMPT\nx = 1\n# %%\n", "line 1: BEGIN SOLUTION is not closed"),
    ],
)
def test_other_marks_pair_up_too(source: str, said: str) -> None:
    """Marks of every tool that do not pair up are an error that names file and line."""
    with pytest.raises(AuthoringError, match=f"^mine, {said}"):
        student_version(source, name="mine")


def test_words_about_marks_are_no_marks() -> None:
    """A text or a string that mentions a mark is left as it is."""
    source = "print('### BEGIN SOLUTION')\n# write below # SOLUTION\n### END CODE HERE ###"
    assert source == student_version(source) == solution_version(source)


NAMES = st.from_regex(r"secret_[a-z]{3,8}", fullmatch=True)
OPEN = st.sampled_from(
    ["x = 1", "    y = [2]", "", "# a comment", "for i in x:", "%matplotlib inline"]
)
REGIONS = {
    "# BEGIN SOLUTION": "# END SOLUTION",
    "### BEGIN SOLUTION": "### END SOLUTION",
    "# BEGIN SOLUTION NO PROMPT": "# END SOLUTION",
    "    # BEGIN SOLUTION": "    # END SOLUTION",
    "### BEGIN HIDDEN TESTS": "### END HIDDEN TESTS",
    "=== BEGIN MARK SCHEME ===": "=== END MARK SCHEME ===",
    "# START OMIT BLOCK": "# END OMIT BLOCK",
    "### START CODE HERE ###": "### END CODE HERE ###",
}


@st.composite
def marked(draw: Any) -> tuple[str, list[str]]:
    """A cell with regions and marked lines, and its secret lines."""
    lines: list[str] = []
    secrets: list[str] = []
    for _ in range(draw(st.integers(1, 5))):
        lines += draw(st.lists(OPEN, max_size=2))
        inside = [f"{name} = area({name})" for name in draw(st.lists(NAMES, max_size=3))]
        begin = draw(st.sampled_from([*REGIONS, "after a line"]))
        if begin == "after a line":
            inside = [f"print(area({name}))" for name in draw(st.lists(NAMES, max_size=3))]
            lines += [f"{line}  # SOLUTION" for line in inside]
        else:
            lines += [begin, *inside, REGIONS[begin]]
        secrets += inside
    return "\n".join(lines), secrets


@given(marked())
def test_the_student_never_sees_a_marked_line(made: tuple[str, list[str]]) -> None:
    """Whatever is marked, and however, is in the solved version and not in the student's."""
    source, secrets = made
    student = student_version(source)
    assert "secret_" not in student
    solved = [line.strip() for line in solution_version(source).split("\n")]
    assert set(secrets) <= set(solved)
    told = [line.strip() for _, lines in secret_lines(source, "") for line in lines]
    assert sorted(secrets) == sorted(line for line in told if line)


@given(marked())
def test_what_is_built_has_no_marks_left(made: tuple[str, list[str]]) -> None:
    """A solved version has nothing left to take out, but for the frame that students see, too."""
    solved = solution_version(made[0])
    if "START CODE HERE" not in solved:
        assert solved == solution_version(solved) == student_version(solved)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An assignment whose source is an instructor's own notebook."""
    for folder in ("assignment", "solutions"):
        (tmp_path / folder).mkdir()
    answer = v4.new_code_cell("def area(r):\n    return 3 * r**2", metadata={"tags": ["graded"]})
    answer.metadata["nbgrader"] = {"solution": True, "grade": False, "locked": False}
    output = v4.new_output("stream", text="saved")
    cells = [
        v4.new_markdown_cell("# Circles\n\nThe word # SOLUTION is only a word here."),
        v4.new_code_cell("r = 2  # SOLUTION", outputs=[output], execution_count=3),
        answer,
        v4.new_raw_cell("# BEGIN QUESTION\nname: q1\npoints: 2"),
        v4.new_markdown_cell("What is the area?"),
        v4.new_raw_cell("# BEGIN SOLUTION"),
        v4.new_markdown_cell("Three times the secret square."),
        v4.new_raw_cell("# END SOLUTION"),
        v4.new_raw_cell("# BEGIN PROMPT"),
        v4.new_markdown_cell("Think of a square."),
        v4.new_raw_cell("# END PROMPT"),
        v4.new_raw_cell("# BEGIN TESTS"),
        v4.new_code_cell("assert area(2) == 12"),
        v4.new_raw_cell("# END TESTS"),
        v4.new_raw_cell("# END QUESTION"),
    ]
    write(tmp_path / "solutions" / "circles.source.ipynb", *cells)
    return tmp_path


def write(path: Path, *cells: Any) -> None:
    """Write a notebook with these cells."""
    path.write_text(nbformat.writes(v4.new_notebook(cells=list(cells))), encoding="utf-8")


def sources(path: Path) -> list[str]:
    """What stands in a notebook's cells."""
    return ["".join(cell["source"]) for cell in json.loads(path.read_text("utf-8"))["cells"]]


def test_an_own_notebook_becomes_two(root: Path) -> None:
    """A notebook with other tools' marks is built like a script, cell by cell."""
    student, solved = root / "assignment/circles.ipynb", root / "solutions/circles.ipynb"
    assert [student, solved] == authoring.write(root)
    title = "# Circles\n\nThe word # SOLUTION is only a word here."
    assert [
        title,
        "r = ...",
        UNWRITTEN,
        "What is the area?",
        "*Write your answer in place of this line.*",
        "Think of a square.",
    ] == sources(student)
    assert [
        title,
        "r = 2",
        "def area(r):\n    return 3 * r**2",
        "What is the area?",
        "Three times the secret square.",
        "assert area(2) == 12",
    ] == sources(solved)


def test_an_own_notebook_loses_outputs_and_settings(root: Path) -> None:
    """What was saved when the source was run, and other tools' settings, are not handed on."""
    authoring.write(root)
    for folder in ("assignment", "solutions"):
        book = json.loads((root / folder / "circles.ipynb").read_text("utf-8"))
        assert "saved" not in json.dumps(book)
        assert {"tags": ["graded", "raises-exception"]} == book["cells"][2]["metadata"]
        assert all(set(cell["metadata"]) <= {"tags"} for cell in book["cells"])


def test_nbgraders_answers_and_tests_may_stop_until_they_are_answered(tmp_path: Path) -> None:
    """A cell of tests in a notebook that is built has a tag by which a release knows it."""
    for folder in ("assignment", "solutions"):
        (tmp_path / folder).mkdir()
    settings = {"answer": {"solution": True, "grade": False}, "tests": {"grade": True, "points": 2}}
    answer, tests = (
        v4.new_code_cell(source, metadata={"nbgrader": {"grade_id": name, **settings[name]}})
        for name, source in (("answer", "x = 4"), ("tests", "assert x == 4"))
    )
    write(tmp_path / "solutions" / "x.source.ipynb", v4.new_markdown_cell("# X"), answer, tests)
    authoring.write(tmp_path)
    book = json.loads((tmp_path / "assignment" / "x.ipynb").read_text("utf-8"))
    tags = [TAGS & set(cell["metadata"].get("tags", ())) for cell in book["cells"]]
    assert [set(), {"exercise"}, {"test"}] == tags


def test_building_an_own_notebook_again_changes_nothing(root: Path) -> None:
    """The same source gives the same bytes, and what was built is not taken for a source."""
    assert 2 == len(authoring.write(root))
    assert [] == authoring.write(root) == authoring.stale(root)
    assert [root / "solutions/circles.ipynb"] == [
        solved for solved, _ in authoring.graded_notebooks(root)
    ]


def test_two_sources_for_one_notebook_are_refused(root: Path) -> None:
    """A script and a notebook that would become the same files are an error."""
    (root / "solutions" / "circles.py").write_text("# %% [markdown]\n# # Hi\n")
    with pytest.raises(AuthoringError, match="another source for circles"):
        authoring.build(root)


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ([v4.new_code_cell("x = 1\n# END SOLUTION")], "cell 1, line 2: END SOLUTION without a"),
        ([v4.new_raw_cell("# END TESTS")], "cell 1: END TESTS without a BEGIN"),
        ([v4.new_raw_cell("# BEGIN QUESTION")], "BEGIN QUESTION is not closed"),
    ],
)
def test_a_mistake_in_an_own_notebook_is_named(root: Path, cells: list[Any], said: str) -> None:
    """Marks that do not pair up name the file, the cell and the line; nothing is written."""
    write(root / "solutions" / "other.source.ipynb", *cells)
    with pytest.raises(AuthoringError, match=r"solutions/other\.source\.ipynb.*" + said):
        authoring.write(root)
    assert [] == list((root / "assignment").iterdir())


def test_a_source_that_is_no_notebook_is_named(root: Path) -> None:
    """A file that only has the name of a notebook is an error that names it."""
    (root / "solutions" / f"broken{own_notebook.ENDING}").write_text("{}")
    with pytest.raises(AuthoringError, match=r"broken\.source\.ipynb is not a notebook"):
        authoring.build(root)
