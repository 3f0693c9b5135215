"""A wrong answer that nobody knows: the most exact true sentence, and the learner's own line."""

from __future__ import annotations

import pytest

from grader.diagnosis.answer_line import line_of_the_answer
from grader.judging.exceptions import explain_exception
from grader.protocol.observations import Raised

LINES = {
    "return g(a @ W)": 2,
    "z = a @ W\n    return z": 2,
    "z = 0\n    for w in W:\n        z += w\n    return z": 4,
    "out = []\n    for w in W:\n        out.append(w)\n    return out": 4,
    "out = [0]\n    for j in W:\n        out[j] = 1\n    print(out)\n    return out": 4,
    "try:\n        z = a\n    except ValueError:\n        z = W\n    return z": 5,
    "def inner():\n        return 1\n    return a": 4,
    "return a @ W\n    z = None\n    return z": 2,
    "z = a\n    for w in W:\n        z = w\n        return z\n        z = None": 4,
    "print(a)": 0,
}


@pytest.mark.parametrize(("body", "line"), LINES.items())
def test_the_line_that_makes_the_answer_is_found(body: str, line: int) -> None:
    """It is the last that puts something into what is returned, or the return line."""
    assert line == line_of_the_answer(f"def layer(a, W):\n    {body}\n", "layer")


EXPLAINED = {
    ("KeyError", "'W'", "x['W']"): "no entry 'W'",
    ("IndexError", "only integers, slices (`:`), ellipsis", "a[1.0]"): "a whole number",
    ("AssertionError", "", "assert W.shape == (2, 3)"): "Your own code stops the call",
    ("ValueError", "bad shape", "raise ValueError('bad shape')"): "Your own code stops the call",
    (
        "ValueError",
        (
            "all the input arrays must have same number of dimensions, but the array at index 0 has "
            "2 dimension(s) and the array at index 1 has 1 dimension(s)"
        ),
        "np.hstack([X, b])",
    ): "Arrays of 2 and of 1 axes",
    (
        "ValueError",
        "Received an invalid value for `units`, expected a positive integer. Received: units=-25",
        "Dense(-25)",
    ): "-25 is none",
}


@pytest.mark.parametrize(("stop", "words"), EXPLAINED.items())
def test_an_exception_is_explained_with_its_values(stop: tuple[str, str, str], words: str) -> None:
    """What was asked for is in the sentence; a check of the learner's own is called that."""
    kind, message, code = stop
    assert words in explain_exception(Raised(kind, message, 1, 1, code))
