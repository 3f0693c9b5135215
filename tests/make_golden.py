"""Make the golden submissions: ``python tests/make_golden.py`` writes ``tests/golden/``.

Each is a file as learners hand it in, in a folder named by what is special about it, beside an
``expected.json`` that says what grading it must give. The files are committed; this script is run
by hand when one is added or changed, and writes the same bytes every time. A folder made in any
other way (a real submission that was graded wrong, say) is as welcome: ``test_golden.py`` takes
every folder there is.

``expected.json``: ``rule`` (why the submission is here), ``earned`` (points by exercise),
``total`` (required points), ``extra`` (points on top), ``statuses`` (which statuses an exercise's
cases have), ``says`` and ``never_says`` (parts of the report's words, by the instructor's view).
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import dedent
from typing import Any

import nbformat
from nbformat import NotebookNode, v4

GOLDEN = Path(__file__).resolve().parent / "golden"
FULL = {"digit_model": 30, "my_dense": 30, "my_sequential": 30, "quiz": 10, "my_dense_v": 10}
NO_QUIZ = FULL | {"quiz": 0}  # as in the course's own notebooks
NO_MODEL = NO_QUIZ | {"digit_model": 0}
EXTRA = ("my_dense_v",)
OLD_KERNEL = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {
        "codemirror_mode": {"name": "ipython", "version": 3},
        "file_extension": ".py",
        "mimetype": "text/x-python",
        "name": "python",
        "nbconvert_exporter": "python",
        "pygments_lexer": "ipython3",
        "version": "3.7.6",
    },
}


@dataclass
class Golden:
    """One folder: the submission, and what grading it must give."""

    name: str
    rule: str
    content: str
    earned: dict[str, int] = field(default_factory=lambda: dict(NO_QUIZ))
    statuses: dict[str, list[str]] = field(default_factory=dict)
    says: list[str] = field(default_factory=list)
    never_says: list[str] = field(default_factory=list)
    file: str = "submit.ipynb"

    def write(self) -> None:
        """Write the folder."""
        folder = GOLDEN / self.name
        folder.mkdir(parents=True, exist_ok=True)
        _save(folder / self.file, self.content)
        whole = [
            name for name in FULL if self.earned[name] == FULL[name] and name not in self.statuses
        ]
        none = {
            name: ["failed", "skipped"]
            for name in FULL
            if not self.earned[name] and name not in self.statuses
        }
        expected = {
            "rule": self.rule,
            "earned": self.earned,
            "total": sum(self.earned[name] for name in FULL if name not in EXTRA),
            "extra": sum(self.earned[name] for name in EXTRA),
            "statuses": {name: ["passed"] for name in whole} | none | self.statuses,
            "says": self.says,
            "never_says": ["OUR FAULT", *self.never_says],
        }
        _save(folder / "expected.json", json.dumps(expected, indent=2, ensure_ascii=False))


def _save(path: Path, content: str) -> None:
    path.write_text(content.rstrip("\n") + "\n", encoding="utf-8", newline="\n")


# ---------------------------------------------------------------- cells and notebooks


def md(text: str) -> NotebookNode:
    """A cell of prose."""
    return v4.new_markdown_cell(dedent(text).strip("\n"))


def code(text: str = "", count: int | None = None, *saved: str) -> NotebookNode:
    """A cell of code; ``count`` is its saved execution count, ``saved`` what it had printed."""
    outputs = [v4.new_output("stream", name="stdout", text=line + "\n") for line in saved]
    return v4.new_code_cell(dedent(text).strip("\n"), execution_count=count, outputs=outputs)


def raw(text: str) -> NotebookNode:
    """A raw cell."""
    return v4.new_raw_cell(dedent(text).strip("\n"))


def notebook(
    cells: list[NotebookNode], *, minor: int = 5, version: int = 4, **metadata: Any
) -> str:
    """A notebook as text; cells are numbered so that the same script gives the same bytes."""
    for number, cell in enumerate(cells):
        cell["id"] = f"cell-{number:03}"
    book = v4.new_notebook(cells=cells, metadata=OLD_KERNEL | metadata)
    if version < 4:
        return str(nbformat.writes(book, version=version))
    book["nbformat_minor"] = minor
    if minor < 5:
        for cell in cells:
            del cell["id"]
    nbformat.validate(book)
    return str(nbformat.writes(book, version=nbformat.NO_CONVERT))


# ---------------------------------------------------------------- answers

MODEL = """
    # UNQ_C1
    # GRADED CELL: Sequential model

    model = Sequential(
        [
            tf.keras.Input(shape=(400,)),    # one image
            ### START CODE HERE ###
            Dense(25, activation="sigmoid", name="first"),
            Dense(15, activation="sigmoid", name="second"),
            Dense(1, activation="sigmoid", name="third"),
            ### END CODE HERE ###
        ], name="digits"
    )
"""
TRAIN = """
    model.compile(
        loss=tf.keras.losses.BinaryCrossentropy(),
        optimizer=tf.keras.optimizers.Adam(0.001),
    )

    model.fit(X, y, epochs=20)
"""
MY_DENSE = '''
    # UNQ_C2
    # GRADED FUNCTION: my_dense

    def my_dense(a_in, W, b, g):
        """
        What one layer gives for one example
        a_in (n,), W (n, j), b (j,), g a function; gives (j,)
        """
        units = W.shape[1]
        a_out = np.zeros(units)
        ### START CODE HERE ###
        for j in range(units):
            w = W[:, j]
            z = np.dot(w, a_in) + b[j]
            a_out[j] = g(z)
        ### END CODE HERE ###
        return(a_out)
'''
MY_SEQUENTIAL = """
    def my_sequential(x, W1, b1, W2, b2, W3, b3):
        a1 = my_dense(x,  W1, b1, sigmoid)
        a2 = my_dense(a1, W2, b2, sigmoid)
        a3 = my_dense(a2, W3, b3, sigmoid)
        return(a3)
"""
MY_DENSE_V = '''
    # UNQ_C3
    # GRADED FUNCTION: my_dense_v

    def my_dense_v(A_in, W, b, g):
        """
        What one layer gives for a batch
        A_in (m, n), W (n, j), b (1, j); gives (m, j)
        """
        ### START CODE HERE ###
        Z = np.matmul(A_in, W) + b
        A_out = g(Z)
        ### END CODE HERE ###
        return(A_out)
'''
QUIZ = """
    quiz_1 = (400,)
    quiz_2 = (1, 400)
    quiz_3 = "(400,)"
    quiz_4 = [400, 1]
    quiz_5 = (1, 400)
    quiz_6 = X[0].shape
    quiz_7 = 1000,
    quiz_8 = (1, 1)
    quiz_9 = "41"
    quiz_10 = np.array([6, 4])
    quiz_11, quiz_12, quiz_13, quiz_14 = "cbda"
    quiz_15, quiz_16, quiz_17, quiz_18 = "C", "a)", "d", " (b) "
"""
IMPORTS = """
    import numpy as np
    import tensorflow as tf
    from tensorflow.keras.models import Sequential
    from tensorflow.keras.layers import Dense
    import matplotlib.pyplot as plt
    from autils import *
    from public_tests import *
    %matplotlib inline

    import logging
    logging.getLogger("tensorflow").setLevel(logging.ERROR)
    tf.autograph.set_verbosity(0)
"""
NUMPY_IMPORTS = "import numpy as np\nfrom autils import *\nfrom public_tests import *"


def changed(answer: str, *pairs: tuple[str, str]) -> str:
    """An answer with parts of it replaced; each part must be there."""
    for old, new in pairs:
        if old not in answer:
            raise ValueError(f"{old!r} is not in the answer")
        answer = answer.replace(old, new)
    return answer


# ---------------------------------------------------------------- a notebook as the course's


@dataclass
class Lab:
    """The answers in a notebook of the course's size: about ninety cells with its plots."""

    imports: str = IMPORTS
    model: str = MODEL
    train: str = TRAIN
    my_dense: str = MY_DENSE
    my_sequential: str = MY_SEQUENTIAL
    my_dense_v: str = MY_DENSE_V
    quiz: str = ""

    def cells(self) -> list[NotebookNode]:
        """All cells from the badge to the empty ones at the end."""
        return [
            *self._opening(),
            *self._digits(),
            *self._keras(),
            *self._by_hand(),
            *self._batch(),
            *_mistaken(),
            *_broadcasting(),
            *([code(self.quiz, 35)] if self.quiz else []),
            *[code() for _ in range(3)],
        ]

    def _opening(self) -> list[NotebookNode]:
        badge = "https://colab.research.google.com/assets/colab-badge.svg"
        return [
            md(f'<a href="https://example.org/digits.ipynb"><img src="{badge}" alt="Colab"/></a>'),
            md("# Zero or one?\n\nA small network learns to read two handwritten digits."),
            md(
                "- [Packages](#p)\n- [The digits](#d)\n- [Keras](#k)\n- [By hand](#h)\n- [Batch](#b)"
            ),
            md('<a name="p"></a>\n## Packages\nWhat this notebook borrows from others.'),
            code("!pip install -q tensorflow", 1),
            code(self.imports, 2),
            md("The helpers of this lab are `autils`, its little tests `public_tests`."),
        ]

    def _digits(self) -> list[NotebookNode]:
        return [
            md('<a name="d"></a>\n## The digits\nA thousand pictures, 20 by 20 pixels each.'),
            code("# the data\nX, y = load_data()", 3),
            md("Look at the numbers before trusting them."),
            code("print('X[0] holds', X[0])", 4, "X[0] holds [0. 0. 0. ...]"),
            code("print('y starts with', y[0, 0])\nprint('y ends with', y[-1, 0])", 5),
            md("How much is there?"),
            code("print('X:', X.shape, 'y:', y.shape)", 6, "X: (1000, 400) y: (1000, 1)"),
            md("Some of them as pictures; a row of `X` is stored column by column."),
            code(
                """
                import warnings
                warnings.simplefilter(action="ignore", category=FutureWarning)

                m, n = X.shape
                fig, axes = plt.subplots(8, 8, figsize=(8, 8))
                for i, ax in enumerate(axes.flat):
                    pick = np.random.randint(m)
                    ax.imshow(X[pick].reshape((20, 20)).T, cmap="gray")
                    ax.set_title(y[pick, 0])
                    ax.set_axis_off()
                """,
                7,
            ),
        ]

    def _keras(self) -> list[NotebookNode]:
        return [
            md('<a name="k"></a>\n## The network with Keras'),
            md("400 pixels go in; 25, 15 and then 1 unit follow, all with a sigmoid."),
            md(
                "| layer | weights | biases |\n|--|--|--|\n| 1 | 400 x 25 | 25 |\n| 2 | 25 x 15 | 15 |"
            ),
            md("### Exercise 1\nFill in the layers."),
            code(self.model, 31),
            code("model.summary()", 32, "Total params: 10,431"),
            md("<details><summary>Numbers you can check</summary>10,431 in all</details>"),
            code(
                "# UNIT TESTS\nfrom public_tests import *\n\ntest_c1(model)",
                33,
                "All tests passed!",
            ),
            md("Does the sum of the layers agree with the summary?"),
            code(
                """
                in_1, in_2, in_3 = 400 * 25 + 25, 25 * 15 + 15, 15 * 1 + 1
                print("parameters:", in_1, in_2, in_3)
                """,
                12,
            ),
            md("The layers can be had one by one."),
            code("[layer1, layer2, layer3] = model.layers", 13),
            code(
                """
                W1, b1 = layer1.get_weights()
                W2, b2 = layer2.get_weights()
                W3, b3 = layer3.get_weights()
                print(f"{W1.shape=} {b1.shape=} {W2.shape=} {b2.shape=} {W3.shape=} {b3.shape=}")
                """,
                14,
            ),
            code("print(model.layers[2].weights)", 15),
            md("Now it has to learn: a loss, a way down, and twenty rounds."),
            code(self.train, 34, "Epoch 20/20\n32/32 - loss: 0.0271"),
            md("Its opinion on a zero, and on a one:"),
            code(
                """
                prediction = model.predict(X[0].reshape(1, 400))
                print("a zero:", prediction)
                prediction = model.predict(X[500].reshape(1, 400))
                print("a one: ", prediction)
                """,
                17,
            ),
            md("An opinion becomes a decision at one half."),
            code(
                """
                if prediction >= 0.5:
                    yhat = 1
                else:
                    yhat = 0
                print("decision:", yhat)
                """,
                18,
            ),
            md("Decisions over pictures, each with its label on the left:"),
            code(
                """
                fig, axes = plt.subplots(8, 8, figsize=(8, 8))
                for i, ax in enumerate(axes.flat):
                    pick = np.random.randint(m)
                    ax.imshow(X[pick].reshape((20, 20)).T, cmap="gray")
                    guess = model.predict(X[pick].reshape(1, 400))
                    ax.set_title(f"{y[pick, 0]}, {int(guess >= 0.5)}")
                    ax.set_axis_off()
                plt.show()
                """,
                19,
            ),
        ]

    def _by_hand(self) -> list[NotebookNode]:
        return [
            md('<a name="h"></a>\n## The same by hand\nNo library does the work from here on.'),
            md(
                "A unit multiplies each input by a weight, adds up, adds its bias, and bends the result."
            ),
            md("### Exercise 2\nOne layer, unit after unit."),
            code(self.my_dense, 20),
            md("<details><summary>A hint</summary>What belongs to unit j is column j.</details>"),
            code(
                """
                # a quick look
                x_tst = 0.1 * np.arange(1, 3, 1).reshape(2,)
                W_tst = 0.1 * np.arange(1, 7, 1).reshape(2, 3)
                b_tst = 0.1 * np.arange(1, 4, 1).reshape(3,)
                A_tst = my_dense(x_tst, W_tst, b_tst, sigmoid)
                print(A_tst)
                """,
                21,
                "[0.54735762 0.57932425 0.61063923]",
            ),
            code("# UNIT TESTS\n\ntest_c2(my_dense)", 22, "All tests passed!"),
            md("Three of these in a row are a network."),
            code(self.my_sequential, 23),
            md("The weights that Keras has found will do."),
            code(
                """
                W1_tmp, b1_tmp = layer1.get_weights()
                W2_tmp, b2_tmp = layer2.get_weights()
                W3_tmp, b3_tmp = layer3.get_weights()
                """,
                24,
            ),
            code(
                """
                # a zero, a one
                prediction = my_sequential(X[0], W1_tmp, b1_tmp, W2_tmp, b2_tmp, W3_tmp, b3_tmp)
                yhat = 1 if prediction >= 0.5 else 0
                print("decision:", yhat, "label:", y[0, 0])
                prediction = my_sequential(X[500], W1_tmp, b1_tmp, W2_tmp, b2_tmp, W3_tmp, b3_tmp)
                yhat = 1 if prediction >= 0.5 else 0
                print("decision:", yhat, "label:", y[500, 0])
                """,
                25,
            ),
            md("Label, by hand, by Keras:"),
            code(
                """
                fig, axes = plt.subplots(8, 8, figsize=(8, 8))
                for i, ax in enumerate(axes.flat):
                    pick = np.random.randint(m)
                    ax.imshow(X[pick].reshape((20, 20)).T, cmap="gray")
                    ours = my_sequential(X[pick], W1_tmp, b1_tmp, W2_tmp, b2_tmp, W3_tmp, b3_tmp)
                    theirs = model.predict(X[pick].reshape(1, 400))
                    ax.set_title(f"{y[pick, 0]},{int(ours >= 0.5)},{int(theirs >= 0.5)}")
                    ax.set_axis_off()
                plt.show()
                """,
                26,
            ),
        ]

    def _batch(self) -> list[NotebookNode]:
        return [
            md(
                '<a name="b"></a>\n## A batch at once\nMatrices do for all rows what the loop did for one.'
            ),
            code(
                "x = X[0].reshape(-1, 1)\nz1 = np.matmul(x.T, W1_tmp) + b1_tmp\na1 = sigmoid(z1)",
                27,
            ),
            md("The result is a row again."),
            code("print(a1.shape)", 28, "(1, 25)"),
            md("### Exercise 3\nThe layer for a batch, without a loop."),
            code(self.my_dense_v, 29),
            md("The helper gives back a tensor in some versions, hence `.numpy()`."),
            code(
                """
                X_tst = 0.1 * np.arange(1, 9, 1).reshape(4, 2)
                W_tst = 0.1 * np.arange(1, 7, 1).reshape(2, 3)
                b_tst = 0.1 * np.arange(1, 4, 1).reshape(1, 3)
                A_tst = my_dense_v(X_tst, W_tst, b_tst, sigmoid)
                print(A_tst.numpy())
                """,
                30,
                "[[0.54735762 0.57932425 0.61063923]]",
            ),
            code("# UNIT TESTS\n\ntest_c3(my_dense_v)", 8, "All tests passed!"),
            md("With it the network takes all pictures at once."),
            code(
                """
                def my_sequential_v(X, W1, b1, W2, b2, W3, b3):
                    A1 = my_dense_v(X, W1, b1, sigmoid)
                    A2 = my_dense_v(A1, W2, b2, sigmoid)
                    return my_dense_v(A2, W3, b3, sigmoid)
                """,
                9,
            ),
            code(
                "Prediction = my_sequential_v(X, W1_tmp, b1_tmp, W2_tmp, b2_tmp, W3_tmp, b3_tmp)\nPrediction.shape",
                10,
            ),
            code(
                "Yhat = (Prediction >= 0.5).numpy().astype(int)\nprint('decisions:', Yhat.ravel()[:5])",
                11,
            ),
        ]


def _mistaken() -> list[NotebookNode]:
    return [
        md("## Where it errs\nOne of the pictures that were read wrong."),
        code(
            """
            where = np.nonzero(y != Yhat)[0]
            first = where[0]
            plt.imshow(X[first].reshape((20, 20)).T, cmap="gray")
            plt.title(f"label {y[first, 0]}, read as {Yhat[first, 0]}")
            plt.show()
            """,
            16,
        ),
    ]


def _broadcasting() -> list[NotebookNode]:
    trials = {
        "A number and a column": "a = np.array([4, 5, 6]).reshape(-1, 1)\nb = 3",
        "A number and a row": "a = np.array([4, 5, 6]).reshape(1, -1)\nb = 3",
        "A row and a matrix": "a = np.arange(8).reshape(-1, 4)\nb = np.array([9, 8, 7, 6])",
        "A column and a matrix": "a = np.arange(8).reshape(-1, 4)\nb = np.array([[1], [2]])",
        "A column and a row": "a = np.arange(4).reshape(-1, 1)\nb = np.arange(6).reshape(1, -1)",
        "A matrix and itself": "a = np.eye(3)\nb = a",
        "Three axes and one": "a = np.zeros((2, 3, 4))\nb = np.arange(4)",
    }
    cells = [md("## How the bias finds its place\nSmall arrays are stretched where they fit.")]
    for number, (title, lines) in enumerate(trials.items()):
        cells += [
            md(f"**{title}.** What is the shape of the sum?"),
            code(lines, 40 + number),
            code('print(f"(a + b).shape: {(a + b).shape}, a + b = \\n{a + b}")', 50 + number),
        ]
    return [*cells, md("That is all there is to it."), md("## The end\nWell done.")]


def short(*answers: str, imports: str = NUMPY_IMPORTS) -> list[NotebookNode]:
    """A short notebook without a model: imports, then one cell for each answer."""
    return [md("# My solution"), code(imports, 1), *(code(answer) for answer in answers)]


NUMPY_ANSWERS = (MY_DENSE, MY_SEQUENTIAL, MY_DENSE_V)
LOADS = "cells with the digits"


# ---------------------------------------------------------------- the submissions


def with_tensorflow() -> list[Golden]:
    """The few that train a model: a few seconds each."""
    german = Lab().cells()
    german[0] = md("# Null oder Eins?\n\nMeine Lösung, mit vielen Notizen für später.")
    german[1:1] = [
        raw("Matrikelnummer: siehe Begleitzettel\nconfidence = 'très haute'"),
        md("Verlustfunktion: $-y\\log a-(1-y)\\log(1-a)$. Das Übliche, nichts Neues."),
        md("这里只是一些笔记。"),
        code("größe = 20 * 20  # Bildgröße in Bildpunkten\nprint('Größe:', größe)", 60),
        md("ملاحظة: ليس هذا جزءا من الحل"),
    ]
    german += [
        md("Fertig 🎉"),
        code("# TODO: später noch aufräumen", 61),
        *[code() for _ in range(4)],
    ]

    twice = Lab(model=changed(MODEL, ('Dense(25, activation="sigmoid"', "Dense(25")))
    cells = twice.cells()
    cells += [
        md("Once more, now in the right way. The cells above were first tries."),
        code(changed(MODEL, ("digits", "digits_again")), 70),
        code(TRAIN, 71),
        code(MY_DENSE, 72),
        code(MY_DENSE_V, 73),
    ]
    _replace(cells, MY_DENSE, changed(MY_DENSE, (" + b[j]", "")))
    _replace(cells, MY_DENSE_V, changed(MY_DENSE_V, ("A_in, W) + b", "A_in.T, W)")))

    other = changed(
        MODEL,
        ('25, activation="sigmoid"', '25, activation="relu"'),
        ('15, activation="sigmoid"', '15, activation="relu"'),
        ('Dense(1, activation="sigmoid"', 'Dense(1, activation="linear"'),
    )
    return [
        Golden(
            "complete_course_like_90_cells",
            "A complete notebook of the course's size, plots and tests and all, gets everything.",
            notebook(Lab(quiz=QUIZ).cells(), minor=4, colab={"provenance": []}),
            earned=FULL,
            never_says=["Cells that did not reach their end", "Every cell was run"],
        ),
        Golden(
            "other_language_prose_and_raw_cell",
            "Prose, names and raw cells in any language and script change nothing.",
            notebook(german),
            says=["as older editions have none"],
            never_says=["`quiz_1`"],
        ),
        Golden(
            "duplicate_answer_cells",
            "Of several answers to the same exercise the last one counts, and the report says so.",
            notebook(cells),
            says=["`my_dense` is defined 2 times", "`model` is defined 2 times"],
        ),
        Golden(
            "wrong_activations_right_shapes",
            "A model with other activations keeps the points for all that is right in it.",
            notebook(Lab(model=other).cells()),
            earned=NO_QUIZ | {"digit_model": 23},
            statuses={"digit_model": ["failed", "passed"]},
            says=["sigmoid in every layer", "relu, relu, linear (that is, none)"],
        ),
        Golden(
            "needs_older_keras",
            'What only newer libraries refuse, Dense("25"), costs nothing and is noted.',
            notebook(Lab(model=changed(MODEL, ("Dense(25", 'Dense("25"'))).cells(), minor=2),
            says=["libraries of the course"],
            statuses={"my_dense": ["passed"]},
        ),
    ]


def shapes_of_files() -> list[Golden]:
    """Old formats, scripts, magics: everything that is only about the file."""
    course_like = Lab(model="", train="").cells()
    magics = """
        %load_ext autoreload
        %autoreload 2
        !pip install --upgrade numpy matplotlib
        !wget -q https://example.org/helpers.zip && unzip -o helpers.zip
        %pip install tensorflow
        files = !ls
        %cd .
        import numpy as np
        from autils import *
    """
    script = "\n".join(dedent(cell) for cell in (NUMPY_IMPORTS, *NUMPY_ANSWERS))
    plain = f'"""Week 1, by hand."""\n{script}\n\nif __name__ == "__main__":\n    print(my_dense)\n'
    percent = "\n".join(
        [
            "# ---\n# jupyter:\n#   kernelspec:\n#     name: python3\n# ---\n",
            "# %% [markdown]\n# # By hand\n# def my_dense(a): this is prose, and no code\n",
            f"# %%\n{NUMPY_IMPORTS}\n# %matplotlib inline\n",
            *(f"# %%\n{dedent(answer)}" for answer in NUMPY_ANSWERS),
            "# %% [raw]\n# my_dense = None\n",
            "# %%\nprint('done')",
        ]
    )
    return [
        Golden(
            "older_nbformat_4_0",
            "A notebook of nbformat 4.0, whose cells have no ids, is graded as any other.",
            notebook(short(*NUMPY_ANSWERS), minor=0),
            earned=NO_MODEL,
        ),
        Golden(
            "nbformat_3",
            "A notebook of nbformat 3, with worksheets, is upgraded and graded.",
            notebook(short(*NUMPY_ANSWERS), version=3),
            earned=NO_MODEL,
        ),
        Golden(
            "plain_script",
            "A script without cells is run statement by statement.",
            plain,
            earned=NO_MODEL,
            file="submit.py",
        ),
        Golden(
            "percent_script",
            "A script in the percent format is graded cell by cell; its prose is not code.",
            percent,
            earned=NO_MODEL,
            file="submit.py",
        ),
        Golden(
            "magics_and_pip_install",
            "Magics and commands of the system are no syntax errors, and are not needed either.",
            notebook(
                [
                    code(magics, 1, "Successfully installed"),
                    code("%%time\n" + dedent(MY_DENSE), 2),
                    code("%%bash\necho my_dense = None", 3),
                    code("%timeit -n1 -r1 sum(range(9))\nnp.dot?\n" + dedent(MY_SEQUENTIAL), 4),
                    code("%%writefile notes.txt\ndef my_dense(): pass", 5),
                    code("%matplotlib notebook\n" + dedent(MY_DENSE_V), 6),
                ]
            ),
            earned=NO_MODEL,
        ),
        Golden(
            "import_star_from_helpers",
            "Names that only a star import brings, np and sigmoid too, are there while grading.",
            notebook(short(*NUMPY_ANSWERS, imports="from autils import *")),
            earned=NO_MODEL,
        ),
        Golden(
            "numpy_only_no_model",
            "Who did the NumPy exercises only gets their points, and one line about the model.",
            notebook(course_like),
            earned=NO_MODEL,
            says=["There is no `model` yet"],
            never_says=["is not defined"],
        ),
        Golden(
            "syntax_error_in_a_plot_cell",
            "A cell that Python cannot read costs nothing unless an answer stands in it.",
            notebook([*short(*NUMPY_ANSWERS), code("plt.plot([1, 2, 3)\nplt.show()", 9)]),
            earned=NO_MODEL,
            says=["Code cell 5, line 1"],
        ),
    ]


def ways_of_working() -> list[Golden]:
    """Right answers in unusual surroundings."""
    bare = [
        "\n".join(line for line in dedent(answer).splitlines() if not line.lstrip().startswith("#"))
        for answer in NUMPY_ANSWERS
    ]
    inside = [
        "import numpy as np\nprint('starting')",
        dedent(MY_DENSE),
        "from autils import sigmoid",
        "print(my_dense(np.array([1., 2.]), np.ones((2, 3)), np.zeros(3), sigmoid))",
        "from public_tests import *\ntest_c2(my_dense)",
        "assert my_dense(np.zeros(2), np.ones((2, 3)), np.zeros(3), sigmoid).shape == (3,)",
    ]
    lies_dense = changed(MY_DENSE, ("z = np.dot(w, a_in) + b[j]", "z = np.dot(w, a_in) - b[j]"))
    return [
        Golden(
            "markers_deleted",
            "Answers are found by what they define; no marker or comment is needed.",
            notebook(short(*bare)),
            earned=NO_MODEL,
        ),
        Golden(
            "saved_outputs_lie",
            "Saved outputs that claim success are never believed.",
            notebook(
                [
                    code(NUMPY_IMPORTS, 1),
                    code(lies_dense, 2, "All tests passed!", "Total 100 / 100"),
                    code(MY_SEQUENTIAL, 3),
                    code(
                        "def my_dense_v(A_in, W, b, g):\n    return A_in @ W", 4, "passed 18 / 18"
                    ),
                    code("test_c2(my_dense)", 5, "All tests passed!"),
                ],
                grader={"earned": 100},
            ),
            earned=dict.fromkeys(FULL, 0) | {"my_sequential": 30},
            statuses={"my_dense": ["failed"], "my_dense_v": ["failed"]},
            says=["two inputs, three units"],
            never_says=["All tests passed"],
        ),
        Golden(
            "tests_inside_graded_cells",
            "Imports, prints, tests and asserts in an answer's cell do no harm.",
            notebook([code("\n".join(inside), 3), code(MY_SEQUENTIAL, 1), code(MY_DENSE_V, 2)]),
            earned=NO_MODEL,
        ),
        Golden(
            "experiments_overwrite_names",
            "Experiments that use an answer's variable names for something else change nothing.",
            notebook(
                [
                    *short(*NUMPY_ANSWERS),
                    code("W = np.ones(3)\nb = 7\na_in = 'hello'\nunits = 99\nj = -1\ng = None", 8),
                    code(
                        "x, W1, b1, W2, b2, W3, b3 = range(7)\nz = w = a_out = a1 = a2 = a3 = 0", 9
                    ),
                    code("X = y = A_in = Z = A_out = None\nfor my in range(3): print(my)", 10),
                    code("[my_dense for my_dense in range(3)]\ndel a_in", 11),
                ]
            ),
            earned=NO_MODEL,
        ),
        Golden(
            "run_in_another_order",
            "Functions may stand before the imports and functions they use: saved order is enough.",
            notebook(
                [
                    code(MY_SEQUENTIAL, 5),
                    code(MY_DENSE_V, 4),
                    code(
                        "a = my_dense(np.ones(2), np.ones((2, 2)), np.ones(2), sigmoid)\nprint(a)",
                        6,
                    ),
                    code(MY_DENSE, 3),
                    code("from autils import *", 2),
                    code("import numpy as np", 1),
                ]
            ),
            earned=NO_MODEL,
        ),
        Golden(
            "needs_older_numpy",
            "What only newer NumPy refuses, a_out[j] = an array of one number, is noted, not fined.",
            notebook(
                short(
                    changed(
                        MY_DENSE,
                        (
                            "z = np.dot(w, a_in) + b[j]",
                            "z = np.matmul(a_in.reshape(1, -1), w) + b[j]",
                        ),
                    ),
                    MY_SEQUENTIAL,
                    MY_DENSE_V,
                )
            ),
            earned=NO_MODEL,
            says=["libraries of the course"],
        ),
        Golden(
            "unusual_but_right",
            "Another way to the right numbers is right: vectorised, a list, renamed, with helpers.",
            notebook(
                short(
                    """
                    from functools import reduce

                    def layer(inputs, weights, biases, activation):
                        return [activation(float(np.sum(column * inputs) + bias))
                                for column, bias in zip(weights.T, biases)]

                    my_dense = layer
                    """,
                    """
                    def my_sequential(x, *theta):
                        print("three layers")
                        pairs = zip(theta[::2], theta[1::2])
                        return reduce(lambda a, pair: sigmoid(np.array(a) @ pair[0] + pair[1]), pairs, x)
                    """,
                    "my_dense_v = lambda A, W, b, g: g(np.einsum('...n,nj->...j', A, W) + np.ravel(b))",
                )
            ),
            earned=NO_MODEL,
        ),
    ]


def wrong_answers() -> list[Golden]:
    """Answers that are missing, wrong, endless or hostile."""
    markers = "\n    ### START CODE HERE ###\n\n    ### END CODE HERE ###\n"
    blank = Lab(
        model="""
            # UNQ_C1
            # GRADED CELL: Sequential model

            model = Sequential(
                [
                    tf.keras.Input(shape=(400,)),
                    ### START CODE HERE ###

                    ### END CODE HERE ###
                ], name="digits"
            )
        """,
        train="# model.compile and model.fit come here",
        my_dense="def my_dense(a_in, W, b, g):\n    units = W.shape[1]"
        f"\n    a_out = np.zeros(units){markers}    return(a_out)",
        my_sequential="def my_sequential(x, W1, b1, W2, b2, W3, b3):\n    # your code\n    pass",
        my_dense_v=f"def my_dense_v(A_in, W, b, g):{markers}    return(A_out)",
        quiz="\n".join(f"quiz_{number} = None" for number in range(1, 19)),
    )
    endless = changed(
        MY_DENSE,
        ("for j in range(units):", "j = 0\n        while j < units:"),
    )
    rows = changed(MY_DENSE, ("W[:, j]", "W[j]"))
    kills = changed(
        MY_DENSE_V,
        (
            "Z = np.matmul",
            'print("Total 100 / 100")\n        import os; os._exit(0)\n        Z = np.matmul',
        ),
    )
    globals_ = changed(MY_DENSE, ("np.dot(w, a_in)", "np.dot(w, x_tst)"))
    return [
        Golden(
            "blank",
            "An unwritten notebook gets nothing, and each exercise says what to do first.",
            notebook(blank.cells()),
            earned=dict.fromkeys(FULL, 0),
            statuses={name: ["failed", "skipped"] for name in FULL},
            says=["`model` has no layers yet", "`my_sequential` is not started yet"],
            never_says=["OUR FAULT", "called:"],
        ),
        Golden(
            "wrong_my_dense_right_sequential",
            "A mistake in my_dense costs its own points only: marking follows through.",
            notebook(short(rows, MY_SEQUENTIAL, MY_DENSE_V)),
            earned=NO_MODEL | {"my_dense": 0},
            statuses={"my_dense": ["failed"]},
            says=["line 14 of code cell 2: z = np.dot(w, a_in) + b[j]"],
        ),
        Golden(
            "loop_never_ends",
            "A loop without end costs the points of its exercise, not the grading of the others.",
            notebook(short(endless, MY_SEQUENTIAL, MY_DENSE_V)),
            earned=NO_MODEL | {"my_dense": 0},
            statuses={"my_dense": ["failed", "skipped"]},
            says=["did not finish within", "Does the loop end?"],
        ),
        Golden(
            "kills_its_process",
            "Ending the process early, after printing a success, earns nothing and spares the rest.",
            notebook(short(MY_DENSE, MY_SEQUENTIAL, kills)),
            earned=NO_MODEL | {"my_dense_v": 0},
            statuses={"my_dense_v": ["failed", "skipped"]},
            says=["the Python process ended"],
        ),
        Golden(
            "answers_from_notebook_globals",
            "A function that uses the notebook's variables for its inputs is wrong.",
            notebook(
                [
                    *short(),
                    code("x_tst = np.array([0.1, 0.2])", 2),
                    code(globals_, 3),
                    code(MY_SEQUENTIAL, 4),
                    code(MY_DENSE_V, 5),
                ]
            ),
            earned=NO_MODEL | {"my_dense": 0},
            statuses={"my_dense": ["failed"]},
        ),
    ]


def _replace(cells: list[NotebookNode], old: str, new: str) -> None:
    """Replace the first cell with this source."""
    wanted = code(old)["source"]
    cell = next(cell for cell in cells if cell["source"] == wanted)
    cell["source"] = code(new)["source"]


def goldens() -> list[Golden]:
    """All golden submissions."""
    return [*with_tensorflow(), *shapes_of_files(), *ways_of_working(), *wrong_answers()]


if __name__ == "__main__":
    for golden in goldens():
        golden.write()
        print("written:", golden.name)
