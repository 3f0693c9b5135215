"""An answer with two mistakes: large scores overflow, and the gradient is a sum, not a mean."""

import numpy as np


def my_softmax(z):
    return np.exp(z) / np.exp(z).sum(axis=-1, keepdims=True)


def loss(W, b, X, y):
    chosen = my_softmax(X @ W + b)[np.arange(len(y)), y]
    return float(-np.mean(np.log(chosen)))


def backward(W, b, X, y):
    by_score = my_softmax(X @ W + b)
    by_score[np.arange(len(y)), y] -= 1
    return X.T @ by_score, by_score.sum(axis=0)
