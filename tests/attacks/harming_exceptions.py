"""Harming: exceptions with giant or endless words, long chains, odd files, in groups and at the end.

points: 30
extra: 0
says: Your `my_dense_v` did not finish within 2 s
"""
# %%
import numpy as np


def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])], dtype=float)


# %%
import itertools
import sys
import traceback
import types

TURN = itertools.count()


class Endless(Exception):
    def __str__(self):
        while True:
            pass

    __repr__ = __str__


class Growing(Exception):
    """Raises one of its own kind whenever somebody wants to know more."""

    def __str__(self):
        raise Growing(Growing())

    def __getattribute__(self, name):
        raise Growing(name)


class Metaphor(type):
    """Even the name of the class is a program."""

    @property
    def __name__(cls):
        while True:
            pass

    def __repr__(cls):
        while True:
            pass

    def __instancecheck__(cls, one):
        while True:
            pass


class Odd(Exception, metaclass=Metaphor):
    pass


class Spelled(SyntaxError):
    """Says that it is in a cell, and what the line was."""

    filename, lineno, offset, text, msg = "<cell 99999999999>", 10**30, -1, "x" * 10**6, "y" * 10**6
    print_file_and_line = None


class Number(int):
    def __index__(self):
        while True:
            pass

    __int__ = __str__ = __repr__ = __index__


class Numbered(SyntaxError):
    filename, lineno, text, msg = "<cell 2>", Number(3), None, None


def chain(length):
    error = None
    for number in range(length):
        new = ValueError("x" * 100)
        new.__cause__ = new.__context__ = error
        error = new
    raise error


def grouped(depth):
    error = ValueError("x")
    for _ in range(depth):
        error = ExceptionGroup("group" * 100, [error] * 2)
    raise error


def deep(number):
    return deep(number - 1) if number else 1 / 0


def with_file(name, line):
    """As if it stopped in a file of somebody else's, or in a cell that there is not."""
    code = compile("\n" * line + "1 / 0", name, "exec")
    exec(code, {"__name__": "__main__"})


def noted():
    error = ValueError("\x1b[31m\x00\ud800" * 10**5)
    error.add_note("x" * 10**6)
    error.args = ("{0} {1}" * 10**5,) * 10
    error.__traceback__ = None
    raise error


def many():
    """Thousands of them, each with its own words and a traceback that holds them all."""
    held = []
    for number in range(2000):
        try:
            raise ValueError(str(number) * 100, held)
        except ValueError as error:
            held.append(error)
    raise RuntimeError(held)


def circle():
    one, other = ValueError("one"), KeyError("other")
    one.__cause__, other.__cause__ = other, one
    raise one


def unfinished():
    class Late:
        def __del__(self):
            raise ValueError("x" * 10**6)

    held = [Late() for _ in range(20)]
    raise SystemExit(held)


WAYS = (
    lambda: chain(2 * 10**4), lambda: grouped(12), lambda: deep(900), noted, many, circle, unfinished, lambda: with_file("<cell 7>", 10**5),
    lambda: with_file("/etc/passwd", 1), lambda: with_file("<cell 1>", 3), lambda: throw(Spelled()), lambda: throw(Odd()),
    lambda: throw(Growing()), lambda: throw(Numbered()), lambda: throw(KeyboardInterrupt("x" * 10**6)), lambda: throw(GeneratorExit()),
    lambda: throw(MemoryError("x" * 10**6)), lambda: throw(StopIteration(range(10**9))), lambda: throw(type("E" * 10**6, (Exception,), {})()),
    lambda: throw(UnicodeDecodeError("utf-8", bytes(10**6), 0, 1, "x" * 10**6)), lambda: throw(KeyError("x" * 10**6)),
)


def throw(error):
    raise error


def my_sequential(x, W1, b1, W2, b2, W3, b3):
    return WAYS[next(TURN) % len(WAYS)]()


def my_dense_v(A_in, W, b, g):
    if len(A_in) == 3:
        raise Endless
    return WAYS[-1 - next(TURN) % len(WAYS)]() or traceback or types or sys
