"""The pictures of the week: each is drawn without a warning, says what it shows, and fits a page."""

from __future__ import annotations

import io
import struct
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

ASSIGNMENT = Path(__file__).resolve().parents[1] / "assignment"

RNG = np.random.default_rng(5)
DIGITS = RNG.uniform(0, 1, (30, 400))
LABELS = np.arange(30).reshape(-1, 1) % 2
PLANE = RNG.uniform(0, 1, (30, 2))


def ramp(points: np.ndarray) -> np.ndarray:
    """The first of two numbers."""
    return points[:, 0]


def both(points: np.ndarray) -> np.ndarray:
    """A function with two results: two maps."""
    return np.stack([points[:, 0], 1 - points[:, 1]], axis=1)


# The name of a picture, what it is given, and a part of the sentence that it must carry.
PICTURES: dict[str, tuple[str, tuple[Any, ...], dict[str, Any], str]] = {
    "digits": ("show_digits", (DIGITS,), {}, "24 handwritten digits."),
    "digits with labels": (
        "show_digits", (DIGITS, LABELS), {}, "12 labelled 0 and 12 labelled 1."),
    "digits with predictions": (
        "show_digits", (DIGITS, LABELS), {"predictions": 1 - LABELS}, "24 of the predictions"),
    "fewer digits than places": (
        "show_digits", (DIGITS[:1], LABELS), {"columns": 2}, "1 handwritten digit:"),
    "the network of the week": (
        "network", ([400, 25, 15, 1],), {}, "W1 (400, 25) and b1 (25,), W2 (25, 15)"),
    "a small network": (
        "network", ([2, 3], ["roast", "unit"]), {}, "roast with 2 and unit with 3"),
    "a network without shapes": (
        "network", ([2, 3],), {"shapes": False}, "input with 2 and layer 1 with 3."),
    "activations": (
        "activations", ([DIGITS[0], DIGITS[1, :25], DIGITS[2, :15], [0.25]],), {},
        "an image of 400 pixels, 25 numbers from"),
    "activations below 0": (
        "activations", ([[200.0, 13.9], [-2.0, 3.0]],), {}, "2 (200, 13.9) and 2 (-2, 3)"),
    "a map": (
        "decision_map", (ramp, (0, 1), (0, 1)), {}, "from 0.00 to 1.00; it is high on the right."),
    "a map with examples": (
        "decision_map", (ramp, (0, 1), (0, 1), PLANE, LABELS, 0.5, "t", "d", "A title"), {},
        "50% of the area reaches 0.5. Upon it 30 examples, 15 of them label 1."),
    "examples": (
        "examples", (PLANE, LABELS, "t", "d", "Roasts"), {"names": ("bad", "good")},
        "Roasts: d over t of 30 examples, 15 bad and 15 good."),
    "a map with a title": (
        "decision_map", (ramp, (0, 1), (0, 1)), {"title": "A unit", "xlabel": "t", "ylabel": "d"},
        "A unit: output for d over t, from 0.00 to 1.00; it is high on the right."),
    "two maps": (
        "decision_map", (both, (0, 1), (0, 1)), {"title": ["left", "right"]}, "it is high below"),
    "a map of one height": (
        "decision_map", (lambda points: 0 * points[:, 0], (0, 1), (0, 1)), {"threshold": 0.5},
        "0% of the area"),
    "changes of weights": (
        "weight_changes", (DIGITS[:25].T, DIGITS[5:].T), {}, "of 25 units"),
    "changes of small weights": (
        "weight_changes", (np.zeros((6, 1)), np.ones((6, 1))), {"shape": (2, 3)}, "of 1 unit,"),
    "no change": ("weight_changes", (np.ones((400, 3)), np.ones((400, 3))), {}, "+0.00"),
    "a loss that falls": (
        "learning_curve", ([0.7, 0.3, 0.1, 0.2],), {}, "The loss falls: 0.7 in epoch 1"),
    "a loss of one epoch": ("learning_curve", ([0.5],), {}, "does not fall"),
    "predictions": (
        "histogram", (DIGITS[:, :1], LABELS), {"threshold": 0.9}, "for 15 zeros and 15 ones"),
    "predictions outside 0 and 1": ("histogram", ([-3.0, 4.0], [0, 1]), {}, "1 of the zeros"),
    "a line": (
        "line_fit", ([1, 2], [300, 500], lambda x: 200 * x + 100, "size", "price"), {},
        "2 examples, price over size, and a curve from 284 at 0.92"),
    "a curve over a threshold": (
        "line_fit", ([0, 1, 2], [0, 1, 1], lambda x: x / 2), {"threshold": 0.5},
        "it passes 0.5 at 1."),
    "a network with words": (
        "diagram", ([["sun", "rain"], ["grows"]], ["weather", "plant"]), {},
        "weather: sun and rain; plant: grows."),
    "a network in which a unit stands out": (
        "diagram", ([["sun"], ["grows", "dries"]], ["weather", "plant"], (1, 1)), {},
        "The weights of dries stand out."),
    "a network whose weights have names": (
        "diagram", ([["sun"], ["grows", "dries"]], ["weather", "plant"]), {"weights": "W"},
        "The line from input i to unit j is named W[i, j]."),
    "tables": (
        "tables", ([PLANE[:2], PLANE[0], [[-1.5]]], ["A", "b", "c"]), {"signs": ["+", "="]},
        "c has the shape (1, 1): \N{MINUS SIGN}1.5."),
    "tables with a column that stands out": (
        "tables", ([[[1, 2], [3, 4]], [5, np.nan]], ["W", "b"], [(slice(None), 1), None]), {},
        "W has the shape (2, 2): 1, 2; 3, 4, of which 2 and 4 stand out. b has the shape (2,): 5,"),
    "points alone": ("line_fit", ([1, 2], [300, 500]), {}, "2 examples, y over x."),
}  # fmt: skip


@pytest.fixture(scope="module")
def pictures() -> Iterator[ModuleType]:
    """The module as a notebook imports it, and a shell that takes what is shown."""
    sys.path.insert(0, str(ASSIGNMENT))
    InteractiveShell.instance(history_length=0)
    import pictures

    yield pictures
    InteractiveShell.clear_instance()
    sys.path.remove(str(ASSIGNMENT))


def shown(draw: Callable[[], None]) -> Any:
    """The one thing that a picture shows."""
    with capture_output() as captured:
        assert draw() is None
    assert not captured.stderr
    (only,) = captured.outputs
    return only


@pytest.mark.parametrize("which", PICTURES)
def test_a_picture_is_shown_once_with_its_sentence(pictures: ModuleType, which: str) -> None:
    """Each picture is shown once, without a warning, and its sentence goes with it."""
    name, arguments, options, words = PICTURES[which]
    output = shown(partial(getattr(pictures, name), *arguments, **options))
    alt = output.metadata["image/png"]["alt"]
    assert words in alt
    assert alt.endswith(".")
    assert output.data["text/plain"] == alt
    assert ' alt="' in output.data["text/html"]


@pytest.mark.parametrize("which", PICTURES)
def test_a_picture_fits_a_page(pictures: ModuleType, which: str) -> None:
    """No picture is wider than 900 pixels; each is drawn twice as fine, and on white."""
    name, arguments, options, _ = PICTURES[which]
    output = shown(partial(getattr(pictures, name), *arguments, **options))
    png = output.data["image/png"]
    width, height = struct.unpack(">II", png[16:24])
    shown_width = output.metadata["image/png"]["width"]
    assert 200 <= shown_width <= 900
    assert abs(width - 2 * shown_width) <= 2
    assert 150 <= height <= 2 * 900
    assert len(png) < 400_000
    assert pixel(png) == [255, 255, 255]


def pixel(png: bytes) -> list[int]:
    """The red, green and blue of the first pixel."""
    from matplotlib.image import imread

    return [round(255 * part) for part in imread(io.BytesIO(png))[0, 0, :3]]


def test_a_sentence_may_be_replaced(pictures: ModuleType) -> None:
    """Authors may write the sentence themselves, marks that HTML knows included."""
    output = shown(partial(pictures.learning_curve, [1.0, 0.5], alt='Falls "fast" & < 1.'))
    assert 'Falls "fast" & < 1.' == output.metadata["image/png"]["alt"]
    assert 'alt="Falls &quot;fast&quot; &amp; &lt; 1."' in output.data["text/html"]


def test_nothing_is_left_behind(pictures: ModuleType) -> None:
    """Drawing changes no settings and leaves no figure open that would be shown later."""
    import matplotlib as mpl
    from matplotlib import pyplot as plt

    before = dict(mpl.rcParams)
    shown(partial(pictures.network, [2, 3, 1]))
    assert before == dict(mpl.rcParams)
    assert [] == plt.get_fignums()


def test_importing_is_cheap() -> None:
    """Importing the pictures loads neither Matplotlib nor IPython."""
    code = "import sys, pictures; print({'matplotlib', 'IPython'} & set(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ASSIGNMENT, capture_output=True, text=True, check=True
    )
    assert "set()" == done.stdout.strip()


def test_outside_a_notebook_the_sentence_is_printed() -> None:
    """In a plain script a picture prints what it shows."""
    code = "import pictures; pictures.learning_curve([0.5, 0.25])"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ASSIGNMENT, capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("The loss falls: 0.5 in epoch 1, 0.25 in epoch 2")


def test_old_notebooks_find_the_digits_in_autils() -> None:
    """Notebooks that import show_digits from autils go on doing so."""
    code = "import autils, pictures; print(autils.show_digits is pictures.show_digits)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ASSIGNMENT, capture_output=True, text=True, check=True
    )
    assert "True" == done.stdout.strip()
