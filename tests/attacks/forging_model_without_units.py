"""Forging: a model of its own whose layers have no units, odd weights or none, so that judging it fails.

points: at most 33
extra: 0
"""
# %%
import numpy as np


def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])], dtype=float)


# %%
import sys
import types


class Thing:
    def __init__(self, **facts):
        self.__dict__.update(facts)


class Adam(Thing):
    pass


class BinaryCrossentropy(Thing):
    def get_config(self):
        return {"from_logits": False}


class Dense(Thing):
    pass


KERNELS = [
    [(400, 0), (0, 15), (0, 1)], [(400, 25), (25, 0), (0, 1)], [(400, 1, 1), (1, 1, 1), (1, 1, 1)],
    [(0, 0), (0, 0), (0, 0)], [(), (), ()], [(400, 10**6), (10**6, 1), (1, 1)],
]


class Model:
    built = compiled = True
    input_shape = (None, 400)
    loss = BinaryCrossentropy()
    optimizer = Adam(learning_rate=float("nan"), iterations=2**62)
    asked = 0

    def count_params(self):
        return 2**63 - 1

    def __call__(self, rows, training=False):
        return [np.full((len(rows), 1), np.nan), np.zeros((len(rows), 0)), np.ones(1, "uint64")][Model.asked % 3]

    @property
    def layers(self):
        Model.asked += 1
        shapes = KERNELS[Model.asked % len(KERNELS)]
        say = ("softmax", "tanh", "relu", "linear")[Model.asked % 4]
        return [
            Dense(units=units, activation=say, kernel=np.zeros(shape, "float16"), bias=np.zeros(shape[1:]))
            for units, shape in zip((2**40, -1, 0), shapes)
        ]


keras = sys.modules["keras"] = types.ModuleType("keras")
keras.Model = Model
model = Model()
