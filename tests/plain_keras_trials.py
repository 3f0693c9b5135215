"""Runs each program with Keras or with the plain networks, and prints what came of it as JSON."""

from __future__ import annotations

import contextlib
import importlib
import io
import json
import random
import sys
from typing import Any

import numpy as np
from plain_keras_programs import BEYOND, HEAD, PROGRAMS

from grader import plain_keras
from grader.answering.models import describe_model
from grader.plain_keras import randomness

SEED = 77
REAL = sys.argv[1] == "keras"
keras: Any = importlib.import_module("keras") if REAL else None
if not REAL:
    plain_keras.install(SEED)
X = np.random.RandomState(0).rand(100, 40)
DATA = {"X": X, "y": (X[:, :1] > 0.5).astype(int), "classes": (X[:, 0] * 3).astype(int)}


def facts(scope: dict[str, Any]) -> dict[str, Any]:
    """All that the grader may ask of the model, what the program kept, and the next random number."""
    model = scope["model"]
    described = describe_model(model)
    outputs = np.asarray(model(X[:9], training=False)) if model.built else np.zeros(0)
    numbers = [
        *(
            array.numpy()
            for layer in described.layers
            for array in (layer.kernel, layer.bias)
            if array
        ),
        outputs,
        *(described.losses or ()),
        *scope.get("kept", ()),
    ]
    words = {
        name: getattr(described, name)
        for name in described.__struct_fields__
        if name not in ("layers", "losses", "predictions")
    }
    layers = [
        (layer.kind, layer.units, layer.activation, layer.bias is None)
        for layer in described.layers
    ]
    return {
        "words": repr((words, layers, random.random())),
        "numbers": [np.asarray(number, float).ravel().tolist() for number in numbers],
    }


def outcome(program: str) -> dict[str, Any]:
    """What came of a program."""
    random.seed(SEED)
    np.random.seed(SEED)  # noqa: NPY002 - what submissions draw from
    randomness.set_seed(SEED)
    if REAL:
        keras.utils.set_random_seed(SEED)
    scope: dict[str, Any] = {**DATA, "__name__": "__main__"}
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            exec(HEAD + program, scope)
            return facts(scope)
    except BaseException as error:
        return {"raised": type(error).__name__}


wanted = PROGRAMS if REAL else PROGRAMS | BEYOND
print(json.dumps({name: outcome(program) for name, program in wanted.items()}))
