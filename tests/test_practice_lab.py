"""The practice lab runs, fails kindly while it is blank, and has sound data."""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from grader.release.notebook_run import NotebookRun

ROOT = Path(__file__).resolve().parent.parent
ASSIGNMENT = ROOT / "assignment"
SOLUTIONS = ROOT / "solutions"
LAB = "C2_W1_Assignment.ipynb"

if not (SOLUTIONS / LAB).is_file():
    pytest.skip("the solutions are the instructor's", allow_module_level=True)


def module(path: Path) -> ModuleType:
    """Import a file that lies in no package."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


def outputs(notebook: Any, kind: str) -> list[tuple[str, Any]]:
    """The (cell source, output) pairs of one output type."""
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    return [
        (cell.source, output)
        for cell in cells
        for output in cell.outputs
        if output.output_type == kind
    ]


@pytest.fixture(scope="module")
def solved(played: Callable[[Path], NotebookRun]) -> Any:
    """The instructor's notebook, run; test_notebooks.py says that it does so without trouble."""
    return played(SOLUTIONS / LAB).notebook


@pytest.fixture(scope="module")
def blank(played: Callable[[Path], NotebookRun]) -> Any:
    """The student's notebook, run as handed out."""
    return played(ASSIGNMENT / LAB).notebook


def test_the_solution_runs_within_a_minute(played: Callable[[Path], NotebookRun]) -> None:
    """On two cores that have nothing else to do the filled notebook takes less than a minute."""
    busy = os.getloadavg()[0] / (os.cpu_count() or 1) if hasattr(os, "getloadavg") else 1.0
    assert played(SOLUTIONS / LAB).seconds <= 60 * max(1.0, busy)


def test_long_steps_show_progress(solved: Any) -> None:
    """Training says how far it is while it runs."""
    printed = "".join(output.text for _, output in outputs(solved, "stream"))
    assert 5 == len(re.findall(r"epoch +\d+ of 20: loss 0\.\d+", printed))


def test_all_checks_pass_in_the_solution(solved: Any) -> None:
    """Every check of the solved notebook shows a panel in which all is right."""
    checks = [cell for cell in solved.cells if "check" in cell.metadata.get("tags", [])]
    assert len(checks) >= 15
    for cell in checks:
        (shown,) = (
            output.data["text/plain"] for output in cell.outputs if output.output_type != "stream"
        )
        assert (found := re.search(r"(\d+) of (\d+) cases passed", shown)), cell.source
        assert found[1] == found[2], shown


def test_pictures_say_what_they_show(solved: Any) -> None:
    """Each picture has a sentence for people who do not see it."""
    shown = [output for _, output in outputs(solved, "display_data") if "image/png" in output.data]
    assert len(shown) >= 12
    assert all(len(output.data["text/plain"]) > 20 for output in shown)


def test_the_expected_numbers_are_printed(solved: Any) -> None:
    """What the text calls expected is what the quick checks print."""
    printed = "".join(
        output.text for _, output in outputs(solved, "stream") if output.name == "stdout"
    )
    blocks = [
        cell.source.split("```")[1].strip()
        for cell in solved.cells
        if cell.cell_type == "markdown" and cell.source.startswith("Expected:")
    ]
    assert 2 == len(blocks)
    for block in blocks:
        assert block in printed


def test_what_is_blank_waits_quietly(blank: Any) -> None:
    """Where an exercise is unwritten, a cell says so in one line of grey, and nothing is wrong."""
    assert [] == outputs(blank, "error")
    waiting = [(source, output.data) for source, output in outputs(blank, "display_data")
               if "waits for you" in str(output.data)]  # fmt: skip
    assert len(waiting) > 30
    for source, data in waiting:
        assert re.search(r"\b(needs|check)\(", source)
        assert "UNQ_C" not in source
        assert "#c65d00" not in data["text/html"], "orange is for what is wrong"
        assert "#7a7a7a" in data["text/html"]


def test_every_exercise_is_marked(blank: Any) -> None:
    """The graded cells carry the tag and the markers graders of this course look for."""
    graded = [cell for cell in blank.cells if "graded" in cell.metadata.get("tags", [])]
    quiz = [cell.source for cell in graded if "quiz" in cell.metadata.tags]
    answers = [name for source in quiz for name in re.findall(r"^quiz_\d+", source, re.MULTILINE)]
    assert [f"quiz_{number}" for number in range(1, 19)] == answers
    functions = [cell.source for cell in graded if "quiz" not in cell.metadata.tags]
    numbers = [re.search(r"# UNQ_C(\d+)", source)[1] for source in functions]  # type: ignore[index]
    assert ["1", "2", "3", "4"] == [number for number in numbers if number in "1234"]
    for source in functions:
        assert source.index("### START CODE HERE ###") < source.index("### END CODE HERE ###")


def test_what_waits_for_the_learner_is_followed_by_its_check(blank: Any) -> None:
    """After each cell with something to fill in comes a check, with nothing else to fill in between."""
    waiting = ""
    for cell in blank.cells:
        tags = cell.metadata.get("tags", [])
        if "graded" in tags or "practice" in tags:
            # The model is trained first, and networks are tried before it is asked what they show.
            later = "UNQ_C3" in waiting or "Your experiment" in waiting
            assert not waiting or later, f"{waiting} is never checked"
            waiting = cell.source.partition("\n")[0]
        elif "check" in tags and "agreement" not in cell.source:
            waiting = ""
    assert not waiting


def test_every_aim_has_a_check_that_is_there(blank: Any) -> None:
    """The README's table names for each aim cells that are checks of the notebook."""
    readme = (ASSIGNMENT / "README.md").read_text(encoding="utf-8")
    table = readme.partition("| Aim |")[2].partition("\n\n")[0].splitlines()[2:]
    assert len(table) >= 9
    checks = {cell.id for cell in blank.cells if "check" in cell.metadata.get("tags", [])}
    named = [set(re.findall(r"`([a-z0-9-]+)`", row.rsplit("|", 2)[1])) for row in table]
    assert all(named)
    assert set.union(*named) <= checks


def test_cells_have_names_of_their_own(blank: Any) -> None:
    """No cell of code has an id that only a number tells from another's."""
    ids = [cell.id for cell in blank.cells]
    codes = [cell.id for cell in blank.cells if cell.cell_type == "code"]
    assert not [name for name in codes if re.sub(r"-\d+$", "", name) in set(ids) - {name}]


def test_the_impostors_do_not_give_the_layer_away() -> None:
    """Nothing a student has beside the notebook computes a layer by hand."""
    names = ["suspects.py", "autils.py"]
    text = "".join((ASSIGNMENT / name).read_text(encoding="utf-8") for name in names)
    assert not re.search(r"np\.(dot|matmul|einsum)|@ ?W|W\[:, ", text)


@pytest.mark.parametrize(
    ("file", "shape", "dtype"),
    [
        ("assignment/data/X.npy", (1000, 400), "float32"),
        ("assignment/data/y.npy", (1000, 1), "uint8"),
        ("assignment/data/w1.npy", (400, 25), "float32"),
        ("assignment/data/b1.npy", (25,), "float32"),
        ("assignment/data/w2.npy", (25, 15), "float32"),
        ("assignment/data/b2.npy", (15,), "float32"),
        ("assignment/data/w3.npy", (15, 1), "float32"),
        ("assignment/data/b3.npy", (1,), "float32"),
        ("solutions/data/X_holdout.npy", (300, 400), "float32"),
        ("solutions/data/y_holdout.npy", (300, 1), "uint8"),
    ],
)
def test_data_have_the_promised_shape(file: str, shape: tuple[int, ...], dtype: str) -> None:
    """Every data file has the shape and number type the texts promise."""
    array = np.load(ROOT / file, allow_pickle=False)
    assert (shape, dtype) == (array.shape, array.dtype.name)


@pytest.mark.parametrize(("folder", "ending"), [("assignment", ""), ("solutions", "_holdout")])
def test_digits_are_zeros_then_ones_from_paper_to_ink(folder: str, ending: str) -> None:
    """Images range over 0..1, half of them zeros first, and a zero's middle is paper."""
    X = np.load(ROOT / folder / "data" / f"X{ending}.npy")
    y = np.load(ROOT / folder / "data" / f"y{ending}.npy")
    half = len(y) // 2
    assert (0, 1) == (X.min(), X.max())
    assert np.array_equal(np.repeat([0, 1], half), y.ravel())
    middle = X.reshape(-1, 20, 20)[:, 8:12, 8:12].mean(axis=(1, 2))
    assert middle[:half].mean() < 0.2 < middle[half:].mean()


def test_digits_stand_upright() -> None:
    """Unrolled column by column, a digit is tall once reshaped and transposed."""
    ones = np.load(ASSIGNMENT / "data" / "X.npy")[500:].reshape(-1, 20, 20).transpose(0, 2, 1)
    rows, columns = (ones > 0.5).any(axis=2).sum(axis=1), (ones > 0.5).any(axis=1).sum(axis=1)
    assert rows.mean() > 1.4 * columns.mean()


@pytest.mark.parametrize("count", [178, 182, 7])
def test_originals_are_split_before_anything_is_drawn(count: int) -> None:
    """An original is either for training or held out, never both, never neither."""
    training, holdout = module(SOLUTIONS / "make_data.py").split_originals(count)
    assert list(range(count)) == sorted([*training, *holdout])
    assert holdout
    assert len(holdout) < len(training)


def test_the_data_are_what_the_script_makes() -> None:
    """The data files can be made again, so the split the script promises is the one kept."""
    pytest.importorskip("sklearn")
    made = module(SOLUTIONS / "make_data.py").make_images()
    places = [ASSIGNMENT / "data" / "X.npy", ASSIGNMENT / "data" / "y.npy"]
    places += [SOLUTIONS / "data" / "X_holdout.npy", SOLUTIONS / "data" / "y_holdout.npy"]
    for array, place in zip(made, places, strict=True):
        # Another SciPy may round a grey level the other way.
        np.testing.assert_allclose(np.load(place), array, atol=1 / 64, strict=True)


def test_no_holdout_digit_is_a_training_digit() -> None:
    """No hold-out image is nearly the same as an image students train on."""
    X = np.load(ASSIGNMENT / "data" / "X.npy").astype(float)
    X_holdout = np.load(SOLUTIONS / "data" / "X_holdout.npy").astype(float)
    squares = (X**2).sum(axis=1) + (X_holdout**2).sum(axis=1)[:, None] - 2 * X_holdout @ X.T
    assert np.sqrt(squares.min()) > 1


def test_given_weights_read_the_holdout() -> None:
    """The trained weights students are given tell unseen digits apart, with outputs spread out."""
    autils = module(ASSIGNMENT / "autils.py")
    activations = np.load(SOLUTIONS / "data" / "X_holdout.npy")
    y = np.load(SOLUTIONS / "data" / "y_holdout.npy")
    weights = autils.load_weights()
    for W, b in zip(weights[0::2], weights[1::2], strict=True):
        activations = autils.sigmoid(activations @ W + b)
    assert np.mean((activations >= 0.5) == y) >= 0.97
    assert activations.min() < 0.1
    assert activations.max() > 0.9


@pytest.mark.parametrize(
    ("z", "expected"), [(0, 0.5), (2.0, 0.880797078), (-1000.0, 0.0), (1000.0, 1.0)]
)
def test_sigmoid_of_a_number(z: float, expected: float) -> None:
    """The sigmoid takes numbers of any size without a warning and returns a float."""
    value = module(ASSIGNMENT / "autils.py").sigmoid(z)
    assert isinstance(value, float)
    assert expected == pytest.approx(value)


def test_sigmoid_of_an_array() -> None:
    """The sigmoid of an array is the array of the sigmoids."""
    value = module(ASSIGNMENT / "autils.py").sigmoid(np.array([[-2.0], [0.0]]))
    np.testing.assert_allclose(value, [[0.119202922], [0.5]], rtol=1e-6)


def test_helpers_import_nothing_heavy() -> None:
    """Importing autils loads neither Matplotlib nor TensorFlow, nor the grader."""
    code = "import sys, autils; print({'matplotlib', 'tensorflow', 'grader'} & set(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ASSIGNMENT, capture_output=True, text=True, check=True
    )
    assert "set()" == done.stdout.strip()


@pytest.mark.parametrize(
    "words",
    [
        "foretell",
        "foretold",
        "parts the plane",
        "are dear",
        "no prices",
        "each input with",
        "as a text",
    ],
)
def test_texts_use_the_words_that_people_use(words: str) -> None:
    """Words that were translated rather than written do not come back."""
    texts = [*ASSIGNMENT.rglob("*.ipynb"), *ASSIGNMENT.rglob("*.md")]
    assert not [path.name for path in texts if words in path.read_text(encoding="utf-8")]
