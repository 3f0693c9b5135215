"""Harming: TensorFlow's memory, threads and files: tensors, layers, variables, caches, exports, all too large.

points: 30
extra: 0
says: asks for more memory than a submission may use
"""
# %%
import numpy as np


def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])], dtype=float)


# %%
import sys
import time

import tensorflow as tf

HELD = []


def until_refused(way):
    """Each is held until there is no more, and then all are, too."""
    for _ in range(100):
        try:
            HELD.append(way())
        except Exception:
            return


def my_sequential(x, W1, b1, W2, b2, W3, b3):
    tf.config.threading.get_inter_op_parallelism_threads()
    until_refused(lambda: tf.zeros((256, 1 << 20)))
    until_refused(lambda: tf.Variable(tf.ones((16, 1 << 20))))
    until_refused(lambda: tf.constant("x" * (64 << 20)))
    until_refused(lambda: tf.io.write_file("attack_file", tf.constant("x" * (64 << 20))) or tf.io.read_file("attack_file"))
    HELD.clear()
    return tf.random.normal((1 << 12, 1 << 20))


def my_dense_v(A_in, W, b, g):
    if len(A_in) == 3:
        return tf.keras.layers.Dense(1 << 20)(tf.ones((1, 1 << 20)))
    # Threads of its own, none of which hears of Python; each multiplies for ever.
    large = tf.ones((3000, 3000))
    while True:
        large = tf.linalg.matmul(large, large) / 3000.0
