"""Inside the locked child: what a notebook takes for granted works, what it may not have is refused.

Every program here runs with all layers of the lock-down that this system allows and with the
limits as they come.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from textwrap import dedent, indent
from typing import Any

import pytest
from conftest import ROOT

from grader.assignment import loading
from grader.judging.refusals import refusal
from grader.protocol.limits import Limits
from grader.protocol.observations import Observation, Raised, Returned
from grader.protocol.probes import Call
from grader.protocol.values import Array, Items
from grader.sandbox.program import SubmissionProgram
from grader.sandbox.session import Session
from grader.sandbox.zygotes import Zygotes

NUMPY = ("numpy", "numpy.random")
F = Call("f", (), ())
PATIENT = Limits(probe_seconds=120)  # a busy machine is no failure


@pytest.fixture(scope="module")
def run(zygotes: Zygotes) -> Callable[..., Observation]:
    """Runs the body of a function in a child of its own."""

    def observed(body: str) -> Observation:
        program = SubmissionProgram(((1, as_function("f", body)),), NUMPY)
        with Session(program, zygotes, PATIENT, {}) as session:
            return session.observe(F)

    return observed


@pytest.fixture(scope="module")
def layers(zygotes: Zygotes) -> tuple[str, ...]:
    """The protections that can be had here."""
    with Session(SubmissionProgram(()), zygotes, Limits(), {}) as session:
        session.open()
        return session.layers


def as_function(name: str, body: str) -> str:
    """A function with this body."""
    return f"def {name}():\n{indent(dedent(body), '    ')}\n"


def plain(seen: Observation) -> Any:
    """The one value that came back, lists and arrays as lists."""

    def opened(value: Any) -> Any:
        if isinstance(value, Items):
            return [opened(one) for one in value.values]
        return value.numpy().tolist() if isinstance(value, Array) else value

    assert isinstance(seen.outcome, Returned), seen.outcome
    (only,) = seen.outcome.values
    return opened(only)


# ---------------------------------------------------------------- Python and NumPy

PROGRAMS: dict[str, tuple[str, Any]] = {
    "np.save and np.load": (
        """
        import numpy as np
        np.save("a.npy", np.arange(3))
        np.savez("b.npz", x=np.ones(2), y=np.zeros(1))
        np.savez_compressed("c.npz", x=np.ones(2))
        np.savetxt("d.txt", np.eye(2))
        with np.load("b.npz") as both, np.load("c.npz") as packed:
            found = [np.load("a.npy"), both["y"], packed["x"], np.loadtxt("d.txt")]
        mapped = np.load("a.npy", mmap_mode="r+")
        mapped[0] = 7
        mapped.flush()
        return [*found, np.load("a.npy")]
        """,
        [[0, 1, 2], [0.0], [1.0, 1.0], [[1.0, 0.0], [0.0, 1.0]], [7, 1, 2]],
    ),
    "linear algebra and random numbers": (
        """
        import numpy as np
        rng = np.random.default_rng(1)
        A = rng.normal(size=(300, 300))
        x = np.linalg.solve(A, A @ np.ones(300))
        u, s, v = np.linalg.svd(A)
        return [bool(np.allclose(x, 1)), bool(np.allclose(u * s @ v, A)), len(np.fft.rfft(x))]
        """,
        [True, True, 151],
    ),
    "csv": (
        """
        import csv
        with open("a.csv", "w", newline="") as file:
            csv.writer(file).writerows([["x", "y"], [1, 2.5]])
        with open("a.csv", newline="") as file:
            return [list(row.items())[1] for row in csv.DictReader(file)]
        """,
        [["y", "2.5"]],
    ),
    "json": (
        """
        import json
        from pathlib import Path
        Path("sub").mkdir()
        Path("sub/a.json").write_text(json.dumps({"x": [1, None]}))
        return json.loads(Path("sub/a.json").read_text())["x"]
        """,
        [1, None],
    ),
    "pickle": (
        """
        import pickle, numpy as np
        with open("a.pkl", "wb") as file:
            pickle.dump({"W": np.eye(2)}, file)
        with open("a.pkl", "rb") as file:
            return pickle.load(file)["W"]
        """,
        [[1.0, 0.0], [0.0, 1.0]],
    ),
    "tempfile": (
        """
        import os, tempfile
        with tempfile.TemporaryDirectory() as folder, tempfile.NamedTemporaryFile("w+") as file:
            file.write("x")
            file.seek(0)
            return [os.listdir(folder), file.read(), os.path.dirname(folder) == os.getcwd()]
        """,
        [[], "x", True],
    ),
    "shutil, glob and zipfile": (
        """
        import glob, os, shutil, zipfile
        os.makedirs("a/b")
        open("a/b/c.txt", "w").write("x")
        shutil.copytree("a", "d")
        shutil.make_archive("e", "zip", "a")
        shutil.rmtree("a")
        os.rename("d", "f")
        return [sorted(glob.glob("**", recursive=True)), zipfile.ZipFile("e.zip").namelist()]
        """,
        [["e.zip", "f", "f/b", "f/b/c.txt"], ["b/", "b/c.txt"]],
    ),
    "sqlite3 in memory and in a file": (
        """
        import sqlite3
        found = []
        for place in (":memory:", "a.db"):
            with sqlite3.connect(place) as base:
                base.execute("pragma journal_mode=wal")
                base.execute("create table t (x)")
                base.executemany("insert into t values (?)", [(1,), (2,)])
                found += base.execute("select sum(x) from t").fetchone()
            base.close()
        return found + [len(sqlite3.connect("a.db").execute("select * from t").fetchall())]
        """,
        [3, 3, 2],
    ),
    "logging": (
        """
        import logging
        logging.basicConfig(filename="a.log", level=logging.INFO, format="%(levelname)s %(message)s")
        logging.info("trained")
        logging.shutdown()
        return open("a.log").read()
        """,
        "INFO trained\n",
    ),
    "functools, itertools, collections": (
        """
        import collections, functools, itertools
        @functools.lru_cache(maxsize=None)
        def fib(n):
            return n if n < 2 else fib(n - 1) + fib(n - 2)
        count = collections.Counter("abca")
        total = functools.reduce(lambda a, b: a + b, itertools.accumulate(range(4)))
        return [fib(80), count["a"], total]
        """,
        [23416728348467685, 2, 10],
    ),
    "decimal, fractions, random, statistics": (
        """
        import decimal, fractions, random, statistics
        random.seed(3)
        drawn = random.sample(range(100), 5)
        random.seed(3)
        half = decimal.Decimal("0.1") * 5 == fractions.Fraction(1, 2)
        return [half, drawn == random.sample(range(100), 5), statistics.median([3, 1, 2])]
        """,
        [True, True, 2],
    ),
    "time and dates": (
        """
        import datetime, time, zoneinfo
        began = time.perf_counter()
        time.sleep(0.01)
        day = datetime.datetime(2024, 7, 1, 12, tzinfo=datetime.timezone.utc)
        here = datetime.datetime.now().astimezone()
        away = abs(here - datetime.datetime.now(datetime.timezone.utc))
        texts = [time.strftime("%Y"), str(here.tzinfo), time.tzname[0]]
        berlin = day.astimezone(zoneinfo.ZoneInfo("Europe/Berlin"))
        return [time.perf_counter() > began, away.days, all(texts), berlin.hour]
        """,
        [True, 0, True, 14],
    ),
    "who and where": (
        """
        import getpass, os, platform, sys
        home = os.path.expanduser("~")
        facts = [platform.platform(), platform.processor(), platform.machine(), platform.node()]
        facts += [platform.python_version(), sys.executable, str(os.uname()), str(os.times())]
        return [getpass.getuser(), home == os.getcwd(), len(facts), os.cpu_count() > 0]
        """,
        ["student", True, 8, True],
    ),
    "asyncio": (
        """
        import asyncio
        async def double(n):
            await asyncio.sleep(0.01)
            return 2 * n
        async def main():
            loop = asyncio.get_running_loop()
            threaded = await asyncio.to_thread(sum, [1, 2])
            pooled = await loop.run_in_executor(None, sum, [3])
            async with asyncio.timeout(5):
                doubled = await asyncio.gather(*(double(n) for n in range(3)))
            return [*doubled, threaded, pooled]
        return asyncio.run(main())
        """,
        [0, 2, 4, 3, 3],
    ),
    "threads and a pool of them": (
        """
        import queue, threading
        from concurrent.futures import ThreadPoolExecutor, as_completed
        with ThreadPoolExecutor(8) as pool:
            mapped = list(pool.map(abs, [-1, 2]))
            done = sorted(one.result() for one in as_completed([pool.submit(pow, 2, 3)]))
        waiting, event = queue.Queue(), threading.Event()
        timer = threading.Timer(0.01, lambda: (waiting.put(9), event.set()))
        timer.start()
        event.wait(5)
        timer.join()
        return [mapped, done, waiting.get_nowait()]
        """,
        [[1, 2], [8], 9],
    ),
    "multiprocessing's pool of threads": (
        """
        from multiprocessing import Lock
        from multiprocessing.pool import ThreadPool
        with Lock(), ThreadPool(4) as pool:
            return pool.map(str, range(3))
        """,
        ["0", "1", "2"],
    ),
    "signals to oneself": (
        """
        import signal, time
        heard = []
        signal.signal(signal.SIGALRM, lambda *_: heard.append(1))
        signal.setitimer(signal.ITIMER_REAL, 0.01)
        while not heard:
            time.sleep(0.01)
        return heard
        """,
        [1],
    ),
    "modules of one's own": (
        """
        import importlib, sys
        open("mine.py", "w").write("k = 5")
        sys.path.insert(0, "")
        importlib.invalidate_caches()
        import mine
        return mine.k
        """,
        5,
    ),
    "dataclasses and source": (
        """
        import dataclasses, inspect, typing
        @dataclasses.dataclass
        class Point:
            x: float
            y: typing.Optional[float] = None
        return [dataclasses.asdict(Point(1))["x"], inspect.getsource(f).splitlines()[0]]
        """,
        [1, "def f():"],
    ),
    "annotations are objects": (
        """
        import functools
        def g(x: int) -> None: pass
        @functools.singledispatch
        def h(x): return "other"
        class Local: pass
        @h.register
        def _(x: Local): return "local"
        return [g.__annotations__["x"] is int, h(Local())]
        """,
        [True, "local"],
    ),
    "memory and garbage": (
        """
        import gc, mmap, weakref
        class Node: pass
        one = Node(); one.me = one
        gone = weakref.ref(one)
        del one
        gc.collect()
        with mmap.mmap(-1, 4096) as shared:
            shared[:2] = b"ab"
            return [gone() is None, shared[:2].decode()]
        """,
        [True, "ab"],
    ),
    "plots": (
        """
        import matplotlib.pyplot as plt, numpy as np, os
        figure, axes = plt.subplots(1, 2, figsize=(3, 2))
        axes[0].plot([1, 2], [3, 4], label="loss")
        axes[0].set_title("$W^{[1]}$ and ä")
        axes[0].legend()
        axes[1].imshow(np.eye(4), cmap="gray")
        for name in ("a.png", "a.pdf", "a.svg"):
            plt.savefig(name)
        plt.show()
        plt.close("all")
        return [plt.get_backend().lower(), min(map(os.path.getsize, ["a.png", "a.pdf", "a.svg"])) > 1000]
        """,
        ["agg", True],
    ),
    "an animation": (
        """
        import matplotlib.pyplot as plt
        from matplotlib.animation import FuncAnimation, PillowWriter
        figure, axes = plt.subplots(figsize=(1, 1))
        line, = axes.plot([0, 1])
        film = FuncAnimation(figure, lambda n: line.set_ydata([0, n]), frames=3, blit=False)
        film.save("a.gif", writer=PillowWriter(fps=5))
        return open("a.gif", "rb").read(6).decode()
        """,
        "GIF89a",
    ),
}


OF_A_WORLD = {"multiprocessing's pool of threads"}


@pytest.mark.parametrize("what", PROGRAMS)
def test_what_a_notebook_takes_for_granted_works(
    run: Any, layers: tuple[str, ...], what: str
) -> None:
    """A program that uses no more than its folder and its own process runs to its end."""
    body, expected = PROGRAMS[what]
    if what in OF_A_WORLD and "world" not in layers:
        pytest.skip("without a world of its own a child cannot have its own /dev/shm")
    assert expected == plain(run(body))


def test_the_future_holds_for_what_follows(zygotes: Zygotes) -> None:
    """What a notebook imports from __future__ holds for its later statements and cells."""
    cells = ((1, "from __future__ import annotations\n"), (2, "def f(x: NotYet = 1): return x\n"))
    with Session(SubmissionProgram(cells, NUMPY), zygotes, Limits(), {}) as session:
        assert 1 == plain(session.observe(F))


def test_what_scikit_learn_does_in_processes_is_done_in_one(run: Any) -> None:
    """A pool of joblib's does its work in this process instead of being refused others."""
    pytest.importorskip("joblib")
    body = (
        "from joblib import Parallel, delayed\nreturn Parallel(2)(delayed(abs)(n) for n in (-1, 2))"
    )
    assert [1, 2] == plain(run(body))


# ---------------------------------------------------------------- what is refused

PROGRAM, NETWORK = "asks for what is not there while grading", "asks for the network"
REFUSED = {
    "subprocess": ("import subprocess; subprocess.run(['ls'])", PROGRAM),
    "a shell": ("import subprocess; subprocess.check_output('ls', shell=True)", PROGRAM),
    "popen": ("import os; os.popen('ls').read()", PROGRAM),
    "fork": ("import os; os.fork()", PROGRAM),
    "exec": ("import os, sys; os.execv(sys.executable, ['python'])", PROGRAM),
    "spawn": ("import os, sys; os.posix_spawn(sys.executable, ['python'], {})", PROGRAM),
    "multiprocessing": ("import multiprocessing as m; m.Process(target=print).start()", PROGRAM),
    "asyncio's subprocess": (
        """
        import asyncio
        async def main(): await asyncio.create_subprocess_exec('ls')
        asyncio.run(main())
        """,
        PROGRAM,
    ),
    "killing": ("import os; os.kill(os.getppid(), 9)", PROGRAM),
    "socket": ("import socket; socket.create_connection(('127.0.0.1', 80))", PROGRAM),
    "a server": (
        "import http.server as s; s.HTTPServer(('', 0), s.BaseHTTPRequestHandler)",
        PROGRAM,
    ),
    "urllib": ("import urllib.request as u; u.urlopen('http://127.0.0.1')", NETWORK),
    "urllib by name": ("import urllib.request as u; u.urlopen('https://example.com')", NETWORK),
    "the name of a host": ("import socket; socket.gethostbyname('example.com')", NETWORK),
    "writing elsewhere": ("open('/usr/x', 'w')", "outside its folder"),
}


@pytest.mark.skipif(sys.platform != "linux", reason="the layers are Linux's")
@pytest.mark.parametrize("what", REFUSED)
def test_what_is_refused_is_said_in_a_learners_words(run: Any, what: str) -> None:
    """Programs, processes, the network and other folders end in a Python error that has words."""
    code, phrase = REFUSED[what]
    outcome = run(code).outcome
    assert isinstance(outcome, Raised), outcome
    assert phrase in refusal(outcome), outcome


# ---------------------------------------------------------------- TensorFlow

START = """
import numpy as np
import tensorflow as tf
from tensorflow.keras import Sequential
from tensorflow.keras.layers import Dense
tf.random.set_seed(1)
X = np.random.default_rng(0).normal(size=(64, 3)).astype("float32")
y = (X.sum(axis=1, keepdims=True) > 0).astype("float32")
def made():
    model = Sequential([tf.keras.Input((3,)), Dense(8, "relu"), Dense(1, "sigmoid")])
    model.compile(tf.keras.optimizers.Adam(0.05), "binary_crossentropy", metrics=["accuracy"])
    return model
def same(one, other):
    return bool(np.allclose(one.predict(X, verbose=0), other.predict(X, verbose=0)))
def download():
    tf.keras.datasets.mnist.load_data()
"""
LEARNING: dict[str, tuple[str, Any]] = {
    "training": (
        """
        model = made()
        seen = []
        class Seen(tf.keras.callbacks.Callback):
            def on_epoch_end(self, epoch, logs=None):
                seen.append(epoch)
        stop = tf.keras.callbacks.EarlyStopping("loss", patience=50, restore_best_weights=True)
        kept = tf.keras.callbacks.ModelCheckpoint("best.weights.h5", save_weights_only=True)
        log = tf.keras.callbacks.CSVLogger("log.csv")
        history = model.fit(X, y, epochs=20, batch_size=16, validation_split=0.25, verbose=0,
                            callbacks=[Seen(), stop, kept, log])
        loss, accuracy = model.evaluate(X, y, verbose=0)
        right = model.predict(X, verbose=0) > 0.5
        falls = history.history["loss"][-1] < history.history["loss"][0]
        return [len(seen), sorted(history.history), bool(falls), accuracy > 0.8, right.shape[0]]
        """,
        [20, ["accuracy", "loss", "val_accuracy", "val_loss"], True, True, 64],
    ),
    "a loop of one's own": (
        """
        W, b = tf.Variable(tf.zeros((3, 1))), tf.Variable(0.0)
        optimizer = tf.keras.optimizers.SGD(0.5)
        @tf.function
        def step(batch, wanted):
            with tf.GradientTape() as tape:
                logits = batch @ W + b
                loss = tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(wanted, logits))
            optimizer.apply_gradients(zip(tape.gradient(loss, [W, b]), [W, b]))
            return loss
        losses = [float(step(X, y)) for _ in range(20)]
        with tf.GradientTape(persistent=True) as tape:
            x = tf.Variable(3.0)
            cube = x ** 3
        return [losses[-1] < losses[0], float(tape.gradient(cube, x))]
        """,
        [True, 27.0],
    ),
    "pipelines of data": (
        """
        def half(x): return x / 2
        numbers = tf.data.Dataset.range(100).map(lambda n: tf.cast(n, tf.float32))
        pipeline = (numbers.map(half, num_parallel_calls=tf.data.AUTOTUNE).cache().shuffle(100)
                    .batch(10, drop_remainder=True).prefetch(tf.data.AUTOTUNE))
        total = sum(float(tf.reduce_sum(batch)) for batch in pipeline)
        python = numbers.map(lambda x: tf.py_function(lambda v: v + 1, [x], tf.float32)).take(2)
        model = made()
        model.fit(tf.data.Dataset.from_tensor_slices((X, y)).batch(16).repeat(2), epochs=1, verbose=0)
        mixed = tf.data.Dataset.zip((numbers, numbers)).interleave(
            lambda a, b: tf.data.Dataset.from_tensors(a + b), cycle_length=2, num_parallel_calls=2)
        return [total, [float(x) for x in python], int(mixed.reduce(0.0, lambda a, b: a + b))]
        """,
        [2475.0, [1.0, 2.0], 9900],
    ),
    "models in files": (
        """
        model = made()
        model.fit(X, y, epochs=1, verbose=0)
        model.save_weights("a.weights.h5")
        model.save("a.h5")
        model.save("a.keras")
        other = made()
        other.load_weights("a.weights.h5")
        load = tf.keras.models.load_model
        clone = tf.keras.models.model_from_json(model.to_json())
        clone.set_weights(model.get_weights())
        return [same(model, one) for one in (other, load("a.h5"), load("a.keras"), clone)]
        """,
        [True, True, True, True],
    ),
    "a SavedModel": (
        """
        model = made()
        model.export("exported", verbose=False)
        loaded = tf.saved_model.load("exported")
        class Double(tf.Module):
            @tf.function(input_signature=[tf.TensorSpec((None,), tf.float32)])
            def __call__(self, x): return 2 * x
        tf.saved_model.save(Double(), "double")
        double = tf.saved_model.load("double")
        checkpoint = tf.train.Checkpoint(model=model)
        place = checkpoint.save("checkpoints/one")
        checkpoint.restore(place).assert_existing_objects_matched()
        return [bool(np.allclose(loaded.serve(X), model.predict(X, verbose=0), atol=1e-6)),
                double(tf.constant([1.0, 2.0])).numpy()]
        """,
        [True, [2.0, 4.0]],
    ),
    "other kinds of layers": (
        """
        images = np.random.default_rng(0).normal(size=(8, 12, 12, 1)).astype("float32")
        layers = tf.keras.layers
        model = Sequential([tf.keras.Input((12, 12, 1)), layers.Conv2D(4, 3), layers.MaxPooling2D(),
                            layers.BatchNormalization(), layers.Flatten(), layers.Dropout(0.5),
                            layers.Dense(3, "softmax")])
        model.compile("adam", "sparse_categorical_crossentropy")
        model.fit(images, np.arange(8) % 3, epochs=2, verbose=0)
        words = layers.TextVectorization()
        words.adapt(["to be", "or not to be"])
        normal = layers.Normalization()
        normal.adapt(X)
        return [list(model.predict(images, verbose=0).shape), words.vocabulary_size(),
                bool(abs(float(tf.reduce_mean(normal(X)))) < 1e-4)]
        """,
        [[8, 3], 6, True],
    ),
    "what a model looks like": (
        """
        lines = []
        made().summary(print_fn=lines.append)
        tf.print("printed")
        return "Total params" in "".join(lines)
        """,
        True,
    ),
}


@pytest.fixture(scope="module")
def learning(zygotes: Zygotes) -> Iterator[Session]:
    """One child with TensorFlow and all the programs above as functions of it."""
    preload = loading.load_assignment(ROOT).preload
    names = {name: f"f{number}" for number, name in enumerate(LEARNING)}
    functions = [as_function(names[what], body) for what, (body, _) in LEARNING.items()]
    cells = tuple(enumerate([START, *functions], 1))
    with Session(SubmissionProgram(cells, (*NUMPY, *preload)), zygotes, PATIENT, {}) as session:
        session.open()
        assert {} == session.trouble
        yield session


@pytest.mark.parametrize("what", LEARNING)
def test_tensorflow_works(learning: Session, what: str) -> None:
    """Training, loops of one's own, pipelines of data and files of models work as they do at home."""
    number = list(LEARNING).index(what)
    assert LEARNING[what][1] == plain(learning.observe(Call(f"f{number}", (), ())))
    assert not learning.stood_still


def test_a_data_set_from_the_network_is_refused(learning: Session) -> None:
    """Keras's own downloads end in the words for the network, too."""
    outcome = learning.observe(Call("download", (), ())).outcome
    assert isinstance(outcome, Raised), outcome
    assert NETWORK in refusal(outcome), outcome


def test_tensorflow_works_where_it_was_not_imported_before(zygotes: Zygotes) -> None:
    """A child that stood still is started afresh and imports TensorFlow itself, locked down."""
    program = SubmissionProgram(((1, FIT),), (*NUMPY, *loading.load_assignment(ROOT).preload))
    with Session(program, zygotes, PATIENT, {}) as session:
        session.stood_still = True  # as if it had
        assert 20 == len(plain(session.observe(F)))


# ---------------------------------------------------------------- many children

FIT = """
import numpy as np
import tensorflow as tf
def f():
    X = np.linspace(-1, 1, 20, dtype="float32").reshape(-1, 1)
    model = tf.keras.Sequential([tf.keras.Input((1,)), tf.keras.layers.Dense(1, "sigmoid")])
    model.compile("adam", "binary_crossentropy")
    model.fit(X, X > 0, epochs=2, verbose=0)
    return model.predict(X, verbose=0)
"""


def test_children_train_side_by_side_and_none_hangs(zygotes: Zygotes) -> None:
    """Twelve children, two at a time, each fit the same model to the same numbers."""
    program = SubmissionProgram(((1, FIT),), (*NUMPY, *loading.load_assignment(ROOT).preload))

    def fitted(_: int) -> tuple[Any, bool]:
        with Session(program, zygotes, PATIENT, {}) as session:
            return session.observe(F).outcome, session.stood_still

    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(fitted, range(12)))
    outcome, stood_still = found[0]
    assert isinstance(outcome, Returned)
    assert not stood_still
    assert [found[0]] * 12 == found
