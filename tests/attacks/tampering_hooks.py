"""Tampering: hooks that Python calls by itself: traces, audits, imports, exits, codecs, finalisers.

points: 30
extra: 0
"""
# %%
import numpy as np


def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])], dtype=float)


# %%
import atexit
import codecs
import ctypes
import gc
import sys
import threading
import warnings


def tracer(frame, event, argument):
    """Sets what a line of the harness has just computed."""
    name = frame.f_code.co_filename
    if "grader" in name or "child" in name:
        for local, value in (("outcome", None), ("values", [True]), ("changed", ()), ("error", None)):
            if local in frame.f_locals and event == "line":
                frame.f_locals[local] = value
                ctypes.pythonapi.PyFrame_LocalsToFast(ctypes.py_object(frame), ctypes.c_int(0))
    frame.f_trace_opcodes = True
    return tracer


def auditor(event, arguments):
    """Refuses what the harness does with us, as some sandboxes of Python do."""
    if event in ("compile", "exec", "import", "open", "sys._getframe", "object.__getattr__"):
        if len(arguments) and "grader" in str(arguments[0]):
            raise RuntimeError("the audit says no")


class Finder:
    """Gives its own module for every name."""

    def find_spec(self, name, path=None, target=None):
        if name.startswith(("grader", "solutions", "public_tests", "difflib", "asyncio", "json")):
            raise ImportError("not today")


def exits():
    import os

    os._exit(0)


class Undead:
    def __del__(self):
        gc.get_objects().append(Undead())
        Undead.last = self


def hook_everything():
    sys.addaudithook(auditor)
    sys.meta_path.insert(0, Finder())
    sys.path_hooks.insert(0, lambda path: Finder())
    sys.path_importer_cache.clear()
    atexit.register(exits)
    sys.excepthook = sys.unraisablehook = sys.displayhook = lambda *_: None
    threading.excepthook = lambda *_: None
    warnings.showwarning = lambda *_, **__: exits()
    codecs.register(lambda name: None)
    codecs.register_error("replace", lambda error: ("passed", error.end))
    codecs.register_error("strict", lambda error: ("passed", error.end))
    gc.callbacks.append(lambda phase, info: Undead())
    gc.set_threshold(1)
    sys.setrecursionlimit(120)
    Undead()
    Undead.itself = Undead()
    sys.setprofile(lambda *_: None)
    threading.setprofile(tracer)
    threading.settrace(tracer)
    sys.settrace(tracer)
    frame = sys._getframe()
    while frame is not None:
        frame.f_trace = tracer
        frame = frame.f_back


def my_sequential(x, W1, b1, W2, b2, W3, b3):
    hook_everything()
    return np.full(len(b3), 0.5)


def my_dense_v(A_in, W, b, g):
    hook_everything()
    raise type("E", (Exception,), {"__str__": lambda self: "\ud800" * 9, "__del__": lambda self: exits()})


# %%
def gone(*_, **__):
    """The cell's own end: what is thrown here meets a trace that swallows it."""
    sys.settrace(lambda *_: None)
    raise SystemExit(0)


my_sequential.__call__ = gone
