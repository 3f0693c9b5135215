"""Libraries that are not there, or no longer as they were: what only shows something costs nothing."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

import numpy as np
import pytest

from grader.grading.grader import Grader
from grader.protocol import older_names
from grader.report import ExerciseResult, Report
from grader.suite import Suite

HEAD = "import numpy as np\nfrom autils import *\n"
DENSE = "def my_dense(a_in, W, b, g):\n    {0}\n    return g(a_in @ W + b)\n"
MODEL = """import tensorflow as tf
X, y = load_data()
model = tf.keras.Sequential([
    tf.keras.Input(shape=(400,)),
    tf.keras.layers.Dense(25, activation="sigmoid"),
    tf.keras.layers.Dense(15, activation="sigmoid"),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(loss=tf.keras.losses.BinaryCrossentropy(), optimizer=tf.keras.optimizers.Adam(0.001))
"""


@pytest.fixture(scope="module")
def grade(
    suite: Suite, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[..., Report]]:
    """Grades a notebook with these code cells."""
    path = tmp_path_factory.mktemp("libraries") / "lab.ipynb"
    with Grader(suite) as grader:

        def graded(*cells: str) -> Report:
            made = [{"cell_type": "code", "source": cell, "metadata": {}} for cell in cells]
            path.write_text(json.dumps({"cells": made, "metadata": {}}), encoding="utf-8")
            return grader.grade(path)

        yield graded


def of(report: Report, name: str) -> ExerciseResult:
    """What it says of one exercise."""
    return next(exercise for exercise in report.exercises if exercise.name == name)


@pytest.mark.filterwarnings("ignore:In the future:FutureWarning")
def test_names_that_numpy_took_away_are_what_they_were() -> None:
    """Every name of the table stands for something that NumPy has today, and is refused by it."""
    for name, today in older_names.NUMPY.items():
        eval(today, {"np": np})
        if not hasattr(np, name):
            with pytest.raises(AttributeError) as caught:
                getattr(np, name)
            assert any(words in str(caught.value) for words in older_names.refusals())


def test_all_names_at_once_count_in_a_grading(grade: Callable[..., Report]) -> None:
    """Whatever NumPy took away costs nothing in an answer that is right."""
    every = ", ".join(f"np.{name}" for name in older_names.NUMPY)
    assert 30 == of(grade(HEAD + DENSE.format(f"({every})")), "my_dense").earned


@pytest.mark.parametrize(
    ("line", "today"),
    [
        ("np.zeros(3, dtype=np.float)", "`np.float` is `float` now"),
        ("units = np.product(W.shape[1:])", "`np.product` is `np.prod` now"),
        ("keep = -np.Inf", "`np.Inf` is `np.inf` now"),
        ("b = np.float_(1) * b", "`np.float_` is `np.float64` now"),
        ("np.trapz(b)", "`np.trapz` is `np.trapezoid` now"),
    ],
)
def test_what_numpy_took_away_costs_nothing(
    grade: Callable[..., Report], line: str, today: str
) -> None:
    """A name that NumPy of the course had counts, and what to write today is said."""
    result = of(grade(HEAD + DENSE.format(line)), "my_dense")
    assert 30 == result.earned
    assert any(today in case.note for case in result.cases)


@pytest.mark.parametrize(
    "line",
    [
        "from tqdm import tqdm\n    for j in tqdm(range(3), desc='units'): j == 2 or print(j)",
        "import tqdm as t\n    assert sum(t.tqdm(range(4), leave=False)) == 6",
        "from tqdm.auto import trange\n    assert list(trange(1, 3)) == [1, 2]",
        "from tqdm.notebook import tqdm\n    with tqdm(total=3) as bar:\n        bar.update(1)",
        "import tqdm as t\n    assert len(t.tqdm([1, 2])) == 2\n    t.tqdm.write('x')",
        "import wandb\n    wandb.init(project='x').log({'a': 1})\n    wandb.config.lr = 3",
        "from loguru import logger\n    logger.info('here {}', 1)",
        "from memory_profiler import profile\n    assert profile(abs)(-1) == 1",
        "from alive_progress import alive_bar\n    with alive_bar(3) as bar:\n        bar()",
    ],
)
def test_what_shows_progress_or_logs_costs_nothing(grade: Callable[..., Report], line: str) -> None:
    """Where such a library is not there it does nothing, and what it goes through is gone through."""
    assert 30 == of(grade(HEAD + DENSE.format(line)), "my_dense").earned


@pytest.mark.parametrize("imported", ["import pandas as pd", "from pandas import DataFrame as pd"])
def test_a_package_that_is_not_there_is_named(grade: Callable[..., Report], imported: str) -> None:
    """What an import should have brought is missed by the package's name, and not as misspelt."""
    report = grade(f"{HEAD}{imported}\n", DENSE.format("b = pd(b)"))
    case = of(report, "my_dense").cases[0]
    assert "ModuleNotFoundError: No module named 'pandas'" in case.got
    words = " ".join(f"{case.help} {of(report, 'my_dense').message}".split())
    assert "pandas" in words
    assert "letter by letter" not in words


@pytest.mark.parametrize(
    "callbacks",
    [
        "tf.keras.callbacks.TensorBoard('logs'), tf.keras.callbacks.CSVLogger('a.csv')",
        "__import__('tqdm.keras').keras.TqdmCallback(verbose=0)",
        "__import__('wandb').WandbCallback(save_model=False)",
    ],
)
def test_callbacks_that_show_or_log_cost_nothing(
    grade: Callable[..., Report], callbacks: str
) -> None:
    """A model is trained whatever is told of it meanwhile."""
    fit = f"model.fit(X, y, epochs=20, verbose=0, callbacks=[{callbacks}])"
    assert 30 == of(grade(HEAD + MODEL, fit), "digit_model").earned


def test_an_optimiser_inside_of_another(grade: Callable[..., Report]) -> None:
    """With mixed precision Adam stands inside of an optimiser that scales the loss."""
    scaled = MODEL.replace(
        "tf.keras.optimizers.Adam(0.001)",
        "tf.keras.optimizers.LossScaleOptimizer(tf.keras.optimizers.Adam(0.001))",
    )
    report = grade(HEAD + scaled, "model.fit(X, y, epochs=20, verbose=0)")
    assert 30 == of(report, "digit_model").earned


def test_what_tensorflow_translates_is_told_of_ones_own_line(grade: Callable[..., Report]) -> None:
    """An error of a library is not "not written yet", names the own line, and no path of ours."""
    function = "import tensorflow as tf\n@tf.function\ndef my_dense(a_in, W, b, g):\n    return g(tf.tensordot(a_in, W, 1) + b)\n"
    report = grade(HEAD, function)
    case = of(report, "my_dense").cases[0]
    assert "NotImplementedError: Cannot convert a symbolic" in case.got
    assert (2, 4) == (case.cell, case.line)
    assert "not written yet" not in case.help
    assert "/grader/" not in str(report.for_student())
