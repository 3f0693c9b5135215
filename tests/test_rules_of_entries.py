"""A rule of the catalogue finds its own mistake, and not what only looks like it."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from grader.diagnosis import catalogue
from grader.diagnosis.entries import Entry
from grader.diagnosis.facts import NUMPY
from grader.diagnosis.function_facts import function_facts
from grader.suite import Suite

HEAD = "def my_dense(a_in, W, b, g):\n    a_out = np.zeros(W.shape[1])\n"
LOOP = HEAD + "    for j in range(W.shape[1]):\n"
WITHOUT_BIAS = "    return g(np.dot(a_in, W))\n"
OTHERS = {
    "a second name of g that nothing is made of": (
        "activation_not_called",
        "    kind = g\n    a_out[:] = np.dot(a_in, W) + b\n    return a_out\n",
    ),
    "an unused sum beside the one that g gets": (
        "activation_of_something_else",
        "    z = np.dot(a_in, W) + b\n    s = np.sum(W.T * a_in, axis=1)\n    return g(s)\n",
    ),
    "a list that grows under a name of its own": (
        "append_result_kept",
        "    found = []\n    _ = found.append(g(np.dot(a_in, W)))\n    return np.array(found)\n",
    ),
    "a whole array that is stored after a loop over the inputs": (
        "assignment_after_the_loop",
        (
            "    z = 0\n    for i in range(len(a_in)):\n        z = z + a_in[i] * W[i]\n"
            "    a_out[:] = g(z)\n    return a_out\n"
        ),
    ),
    "a product of one's own that adds the bias": (
        "bias_as_third_argument",
        (
            "    def dot(w, x, bias):\n        return np.sum(w * x) + bias\n"
            "    return g(dot(W[:, 0], a_in, b))\n"
        ),
    ),
    "a seed, and nothing that is drawn": (
        "chance_inside",
        "    np.random.seed(1)\n" + WITHOUT_BIAS,
    ),
    "a row and a place of it": (
        "colon_then_index",
        (
            "    for j in range(W.shape[1]):\n        for i in range(W.shape[0]):\n"
            "            a_out[j] += W[:][i][j] * a_in[i]\n    return g(a_out)\n"
        ),
    ),
    "a shape that is compared in passing": (
        "comparison_for_assignment",
        "    a_out.shape == (W.shape[1],)\n" + WITHOUT_BIAS,
    ),
    "something that is kept beside the answer": (
        "kept_between_calls",
        "    log.append(a_in)\n" + WITHOUT_BIAS,
    ),
    "an early end with nothing in it": (
        "more_than_the_answer",
        "    if W.size == 0:\n        return None, None\n" + WITHOUT_BIAS,
    ),
    "the diagonal of a table of products": (
        "outer_for_dot",
        "    return g(np.trace(np.outer(a_in, W[:, 0])))\n",
    ),
    "a check of what g is": (
        "activation_asked_by_name",
        "    assert g is not print\n" + WITHOUT_BIAS,
    ),
    "an input and a bias that are shown beside each other": (
        "unit_sees_one_input",
        "    for i in range(len(b)):\n        print(a_in[i], b[i])\n" + WITHOUT_BIAS,
    ),
    "sizes that are no answer": (
        "answer_copied_from_the_example",
        "    return np.zeros((2, 3))\n",
    ),
}
BOUNDS = "IndexError: index 2 is out of bounds for axis 0 with size 2"
THAT_STOP = {
    "one input after the other by its number": (
        "input_as_a_row",
        LOOP + "        z = np.dot(a_in[0], W[0, j]) + np.dot(a_in[1], W[1, j])\n",
        BOUNDS,
    ),
    "a while loop that ends at its last unit": (
        "loop_runs_too_far",
        HEAD + "    units, j = W.shape[1], 0\n    while j <= W.shape[1] - 1:\n"
        "        a_out[j] = g(b[j])\n        j += 1\n    return a_out\n",
        BOUNDS,
    ),
    "a while loop that goes one input too far": (
        "loop_runs_too_far",
        (
            "def my_dense(a_in, W, b, g):\n    z, i = b[0], 0\n    while i <= len(a_in):\n"
            "        z += W[i, 0] * a_in[i]\n        i += 1\n    return g(z)\n"
        ),
        BOUNDS,
    ),
    "an attribute of a class of one's own": (
        "misspelled_attribute",
        LOOP + "        a_out.append(layer.output(a_in))\n    return a_out\n",
        "AttributeError: 'numpy.ndarray' object has no attribute 'append'",
    ),
    "room that is made after the biases": (
        "no_room_made",
        "def my_dense(a_in, W, b, g):\n    a_out = np.array(b)\n    a_out[len(b)] = 0\n",
        BOUNDS,
    ),
    "an array with the name of a function": (
        "square_brackets_call",
        LOOP + "        sum = a_out\n        sum[j] = g(1, 2)\n    return sum\n",
        "TypeError: sigmoid() takes 1 positional argument but 2 were given",
    ),
    "a type that has a name": (
        "zeros_of_two_numbers",
        "def my_dense(a_in, W, b, g):\n    a_out = np.zeros(3, kind)\n    return a_out + g()\n",
        "TypeError: sigmoid() missing 1 required positional argument: 'z'",
    ),
}


@pytest.fixture(scope="module")
def entries(suite: Suite) -> Mapping[str, Entry]:
    """The mistakes of the catalogue by what they are called in their exercise."""
    assert suite.catalogue is not None
    return {entry.id: entry for entry in catalogue.load_catalogue(suite.catalogue).mistakes}


def finds(entry: Entry, source: str, *messages: str) -> bool:
    """Whether the rule of an entry finds a function that ended with these messages."""
    assert entry.recognise is not None
    found = function_facts(source, entry.exercise, NUMPY, frozenset(messages))
    assert found is not None
    return entry.recognise(found)


@pytest.mark.parametrize("what", OTHERS)
def test_what_only_looks_like_a_mistake_is_none(entries: Mapping[str, Entry], what: str) -> None:
    """A rule wants the thing that does the harm, and not a word that comes with it."""
    name, body = OTHERS[what]
    head = "" if name == "answer_copied_from_the_example" else HEAD
    source = (head or "def my_dense(a_in, W, b, g):\n") + body
    assert not finds(entries[f"my_dense/{name}"], source)


@pytest.mark.parametrize("what", THAT_STOP)
def test_an_error_of_another_line_is_not_blamed(entries: Mapping[str, Entry], what: str) -> None:
    """A rule that needs an error wants the error that its own mistake makes."""
    name, source, message = THAT_STOP[what]
    assert not finds(entries[f"my_dense/{name}"], source, message)


def test_a_step_of_a_range_is_no_size(entries: Mapping[str, Entry]) -> None:
    """What a loop goes up by says nothing of how many there are."""
    source = (
        "def my_dense_v(A_in, W, b, g):\n    out = []\n    for k in range(0, len(A_in), 2):\n"
        "        out.extend(g(np.matmul(A_in[k:k + 2], W) + b))\n    return np.array(out)\n"
    )
    sizes = entries["my_dense_v/sizes_in_the_code"]
    assert not finds(sizes, source)
    assert finds(sizes, source.replace("len(A_in), 2", "4"))


def test_room_as_large_as_the_biases_is_no_bias(entries: Mapping[str, Entry]) -> None:
    """Whoever leaves the bias out may take the length of the answer from it."""
    exclude = entries["my_dense/no_bias"].exclude
    assert exclude is not None
    source = HEAD + "    out = np.zeros_like(b, dtype=float)\n    return g(out)\n"
    for wanted, text in ((False, source), (True, source.replace("zeros_like", "asarray"))):
        found = function_facts(text, "my_dense", NUMPY, frozenset())
        assert found is not None
        assert wanted == exclude(found)
