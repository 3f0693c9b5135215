"""The submissions that are graded: ten right answers to the lab, alike but for one comment.

Each exists twice: as a notebook for the graders and as a plain script of the same code, run bare,
which is what the work costs without any grading.
"""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Workload = Literal["numpy", "tensorflow"]
WORKLOADS: tuple[Workload, ...] = ("numpy", "tensorflow")
COUNT = 10
ROOT = Path(__file__).resolve().parent.parent

SIGMOID = '''\
def sigmoid(z):
    """The logistic function."""
    return 1 / (1 + np.exp(-z))
'''
DENSE = '''\
# GRADED FUNCTION: my_dense
def my_dense(a_in, W, b, g):
    """One layer, one unit at a time. Submission {number}."""
    ### START CODE HERE ###
    units = W.shape[1]
    a_out = np.zeros(units)
    for j in range(units):
        a_out[j] = g(np.dot(W[:, j], a_in) + b[j])
    ### END CODE HERE ###
    return a_out
'''
SEQUENTIAL = '''\
# GRADED FUNCTION: my_sequential
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    """Three sigmoid layers."""
    ### START CODE HERE ###
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    a3 = my_dense(a2, W3, b3, sigmoid)
    ### END CODE HERE ###
    return a3
'''
DENSE_V = '''\
# GRADED FUNCTION: my_dense_v
def my_dense_v(A_in, W, b, g):
    """One layer for all rows at once."""
    ### START CODE HERE ###
    A_out = g(np.matmul(A_in, W) + b)
    ### END CODE HERE ###
    return A_out
'''
MODEL_IMPORTS = """\
import tensorflow as tf
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Dense
from autils import load_data
"""
MODEL = """\
# GRADED CELL: Sequential model
tf.keras.utils.set_random_seed(1234)
model = Sequential([
    tf.keras.Input(shape=(400,)),
    ### START CODE HERE ###
    Dense(25, activation="sigmoid"),
    Dense(15, activation="sigmoid"),
    Dense(1, activation="sigmoid"),
    ### END CODE HERE ###
], name="my_model")
"""
TRAINING = """\
model.compile(
    loss=tf.keras.losses.BinaryCrossentropy(),
    optimizer=tf.keras.optimizers.Adam(0.001),
)
model.fit(X, y, epochs=20)
"""
AUTILS = '''\
"""The lab's helper module, as little of it as is needed."""
import numpy as np


def load_data():
    """Return images (1000, 400) and labels (1000, 1)."""
    return np.load("data/X.npy"), np.load("data/y.npy")
'''


@dataclass(frozen=True)
class Cell:
    """One code cell: its source, and the name it is graded by, if it is."""

    source: str
    graded: str | None = None


@dataclass(frozen=True)
class Lab:
    """What has been written for one workload."""

    workload: Workload
    folder: Path
    """Holds `autils.py` and `data/`, as a student's folder does."""
    notebooks: tuple[Path, ...]
    scripts: tuple[Path, ...]

    @property
    def questions(self) -> tuple[str, ...]:
        """The graded names."""
        return tuple(cell.graded for cell in cells(self.workload, 1) if cell.graded)

    def copy_support(self, target: Path) -> None:
        """Put the helper module, the data and the shared checks beside a submission."""
        shutil.copytree(self.folder / "data", target / "data", dirs_exist_ok=True)
        shutil.copy(self.folder / "autils.py", target)
        shutil.copy(Path(__file__).with_name("lab_checks.py"), target)


def cells(workload: Workload, number: int) -> list[Cell]:
    """The code cells of one submission, in the order they run."""
    functions = [
        Cell(SIGMOID),
        Cell(DENSE.format(number=number), "my_dense"),
        Cell(SEQUENTIAL, "my_sequential"),
        Cell(DENSE_V, "my_dense_v"),
    ]
    if workload == "numpy":
        return [Cell("import numpy as np\n"), *functions]
    return [
        Cell("import numpy as np\n" + MODEL_IMPORTS),
        Cell("X, y = load_data()\n"),
        Cell(MODEL, "model"),
        Cell(TRAINING),
        *functions,
    ]


def notebook_cell(kind: str, source: str, name: str, **metadata: object) -> dict[str, object]:
    """One cell in the notebook format 4.5."""
    cell: dict[str, object] = {
        "cell_type": kind,
        "id": name,
        "metadata": metadata,
        "source": source.rstrip("\n"),
    }
    return cell if kind == "markdown" else cell | {"outputs": [], "execution_count": None}


def notebook(cell_list: list[dict[str, object]]) -> str:
    """A whole notebook as JSON text."""
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    body = {
        "cells": cell_list,
        "metadata": {"kernelspec": kernel},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return json.dumps(body, indent=1) + "\n"


def write_lab(workload: Workload, folder: Path) -> Lab:
    """Write data, ten notebooks and ten scripts below a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    write_data(folder)
    notebooks, scripts = [], []
    for number in range(1, COUNT + 1):
        code = cells(workload, number)
        # The tag is how dlai-grader knows the cells to run; nobody else looks at it.
        written = [
            notebook_cell("code", cell.source, f"cell-{index}", tags=["graded"])
            for index, cell in enumerate(code)
        ]
        heading = notebook_cell("markdown", "# Neural networks for digits", "heading")
        notebooks.append(folder / f"submission_{number:02}.ipynb")
        notebooks[-1].write_text(notebook([heading, *written]), encoding="utf-8")
        scripts.append(folder / f"submission_{number:02}.py")
        scripts[-1].write_text("\n\n".join(cell.source for cell in code), encoding="utf-8")
    return Lab(workload, folder, tuple(notebooks), tuple(scripts))


def write_data(folder: Path) -> None:
    """Write a helper module that needs nothing else, and the lab's data."""
    (folder / "autils.py").write_text(AUTILS, encoding="utf-8")
    shutil.copytree(ROOT / "assignment" / "data", folder / "data", dirs_exist_ok=True)
