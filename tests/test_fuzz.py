"""Whatever comes in, the answer is a value or the one declared error; never anything else.

Three doors: the wire between the processes, the file that was handed in, and the analysis of its
cells. ``benchmarks/fuzz.py`` runs the same properties for minutes instead of seconds.
"""

from __future__ import annotations

import ast
import copy
import functools
import io
import json
import math
import re
import tempfile
import tracemalloc
from pathlib import Path
from typing import Any, get_args

import msgspec
import numpy as np
import pytest
from conftest import ROOT
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st
from test_frames import MESSAGES, framed
from test_quiz import RIGHT

from grader.answering.probe_answers import answer
from grader.assignment import loading
from grader.feedback.feedback import Feedback
from grader.grading.interview import Asked
from grader.judging.judge import judge
from grader.protocol import frames
from grader.protocol.bounds import MAX_CELLS, MAX_EMPTY, MAX_MAGIC_LINES
from grader.protocol.messages import Answer, FromChild, FromZygote, StandInCall, ToChild, ToZygote
from grader.protocol.observations import (
    ChildOutcome,
    Described,
    Layer,
    Missing,
    Observation,
    Raised,
    Returned,
)
from grader.protocol.probes import Call, Probe, Read
from grader.protocol.values import (
    DTYPE_CODES,
    Array,
    Function,
    Items,
    ProtocolError,
    Strange,
    Value,
    check,
    decode,
)
from grader.report import exercise_result
from grader.submissions.reading import Cell, Submission, SubmissionError, digest_of, read
from grader.submissions.slicing import needed
from grader.suite import Case, Suite

pytestmark = pytest.mark.filterwarnings("ignore")  # the parser warns of odd text
# A busy machine is no failure, and neither is a mutation that takes a while.
patient = settings(deadline=None, suppress_health_check=[*HealthCheck])

CAP = 1 << 16
PROTOCOLS = (ToChild, FromChild, ToZygote, FromZygote)


# ---------------------------------------------------------------- changing what is right


def places(tree: Any) -> list[tuple[Any, Any]]:
    """Every place in nested lists and dictionaries, as container and key."""
    found: list[tuple[Any, Any]] = []
    waiting = [tree]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict | list):
            keys = list(one) if isinstance(one, dict) else range(len(one))
            found += [(one, key) for key in keys]
            waiting += [one[key] for key in keys]
    return found


@st.composite
def changed_tree(draw: Any, trees: st.SearchStrategy[Any], others: st.SearchStrategy[Any]) -> Any:
    """A tree with some of its places dropped, doubled, replaced or wrapped."""
    tree = copy.deepcopy(draw(trees))
    for _ in range(draw(st.integers(1, 3))):
        everywhere = places(tree)
        if not everywhere:
            break
        holder, key = draw(st.sampled_from(everywhere))
        match draw(st.sampled_from(["drop", "double", "replace", "wrap"])):
            case "drop":
                del holder[key]
            case "double" if isinstance(holder, list):
                holder.insert(key, copy.deepcopy(holder[key]))
            case "double":
                holder[draw(st.text(max_size=5))] = copy.deepcopy(holder[key])
            case "replace":
                holder[key] = draw(others)
            case _:
                holder[key] = draw(st.sampled_from([[holder[key]], {"type": holder[key]}]))
    return tree


@st.composite
def changed_bytes(
    draw: Any, contents: st.SearchStrategy[bytes], pieces: st.SearchStrategy[bytes]
) -> bytes:
    """Bytes with some of them flipped, put in, left out, doubled or cut off."""
    content = draw(contents)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(content)))
        to = min(at + draw(st.integers(1, 40)), len(content))
        before, part, after = content[:at], content[at:to], content[to:]
        mask = draw(st.integers(1, 255))
        content = draw(
            st.sampled_from(
                [
                    before + bytes(byte ^ mask for byte in part[:1]) + part[1:] + after,
                    before + draw(pieces) + part + after,
                    before + after,
                    before + part + part + after,
                    before,
                ]
            )
        )
    return content


# ---------------------------------------------------------------- the wire

TREES = [msgspec.msgpack.decode(msgspec.msgpack.encode(message)) for _, message in MESSAGES]
HUGE = b"\xff\xff\xff\xff"
# Pieces of MessagePack that no message of ours has; see its specification.
ODD = [
    b"\xc1",  # never used
    b"\xa2\xff\xfe",  # text that is no UTF-8
    *(kind + HUGE for kind in (b"\xc6", b"\xdb", b"\xdd", b"\xdf", b"\xc9")),  # huge lengths
    b"\xdc\xff\xff",
    b"\x91" * 3000,
    b"\x81\xa1a" * 3000,
    b"\xd6\xff\x00\x00\x00\x00",  # a time
    b"\xc7\x03\x05abc",  # an extension
    b"\xcb\x7f\xf8" + bytes(6),  # not a number
    b"\xcb\x7f\xf0" + bytes(6),  # infinity
    b"\xcf" + HUGE * 2,
    b"\xd3\x80" + bytes(7),
]
scalars = (
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**64 - 1)
    | st.floats()
    | st.text(max_size=8)
    | st.binary(max_size=8)
    | st.sampled_from(sorted({str(tree.get("type")) for tree in TREES}))
)
documents = st.recursive(
    scalars | st.sampled_from(ODD).map(msgspec.Raw),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)
payloads = (
    changed_tree(st.sampled_from(TREES), documents).map(msgspec.msgpack.encode)
    | changed_bytes(
        st.sampled_from([frames.pack(message)[4:] for _, message in MESSAGES]),
        st.sampled_from(ODD) | st.binary(max_size=9),
    )
    | documents.map(msgspec.msgpack.encode)
)
streams = (
    payloads.map(framed)
    | changed_bytes(payloads.map(framed), st.binary(max_size=9))
    | st.binary(max_size=300)
)


def heard(expected: Any, content: bytes) -> Any:
    """The message in a stream; None if it is refused or the stream ends."""
    try:
        message = frames.Decoder(expected).receive(io.BytesIO(content), CAP)
    except (ProtocolError, frames.EndOfStream):
        return None
    assert isinstance(message, get_args(expected))
    return message


@patient
@given(st.sampled_from(PROTOCOLS), streams)
def test_any_stream_is_a_message_an_error_or_an_end(expected: Any, content: bytes) -> None:
    """What the decoder is sent is a message of its protocol, a ProtocolError or an EndOfStream."""
    message = heard(expected, content)
    if message is not None:
        assert message == heard(expected, frames.pack(message))  # and so it can be sent on
    if isinstance(message, Answer):
        usable(message.outcome)
    if isinstance(message, StandInCall):
        usable(message.arguments)


def usable(thing: Any) -> None:
    """Every value in it stands for an object or is refused, whoever asks."""
    waiting = [thing]
    while waiting:
        one = waiting.pop()
        if isinstance(one, tuple):
            waiting += one
        elif isinstance(one, msgspec.Struct):
            waiting += [getattr(one, name) for name in one.__struct_fields__]
        for use in (decode, Array.numpy) if isinstance(one, Array) else (decode,):
            if isinstance(one, Array | Items | Function | Strange):
                try:
                    use(one)
                except ProtocolError as error:
                    assert str(error)


@st.composite
def claims(draw: Any) -> bytes:
    """Headers within headers, each with a length that is claimed before there is anything."""
    item = msgspec.msgpack.encode({"type": "items", "kind": "list", "values": 0})[:-1]
    answer = msgspec.msgpack.encode({"type": "returned", "values": 0})[:-1]
    content = b"\x83\xa4type\xa6answer\xa2id\x01\xa7outcome" + answer
    for _ in range(draw(st.integers(1, 300))):
        # Enough to be noticed; a decoder that believed it would not take the machine along.
        claimed = draw(st.integers(0, 1 << 22)).to_bytes(4, "big")
        header = draw(st.sampled_from([b"\xdd", b"\xdf", b"\xc6", b"\xdb", b"\xc9"]))
        content += header + claimed + item
    return content + b"\xc0" * draw(st.sampled_from([0, 1, 1 << 12, 1 << 16]))


@patient
@given(claims())
@example(
    b"\x83\xa4type\xa6answer\xa2id\x01\xa7outcome\x82\xa4type\xa8returned\xa6values\xdd\x00\xff\xff\xff"
)
def test_a_length_is_believed_when_the_bytes_are_there(content: bytes) -> None:
    """No memory is set aside for what a message only claims to hold."""
    decoder: frames.Decoder[Any] = frames.Decoder(FromChild)
    tracemalloc.start()
    try:
        decoder.decode(content)
    except ProtocolError:
        pass
    finally:
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    # A byte of an answer can become an object of some 60 bytes, and no more.
    assert most < 64 * len(content) + (1 << 20)


# ---------------------------------------------------------------- what the judge is sent

EMPTY = st.permutations([0, MAX_EMPTY // 400, 400, 1])  # no elements, along axes as long as may be
dtypes = st.sampled_from(sorted(DTYPE_CODES))


@st.composite
def true_arrays(draw: Any) -> Array:
    """An array whose bytes are as many as its shape says, of any content."""
    dtype, shape = draw(dtypes), tuple(draw(st.lists(st.integers(0, 4), max_size=3) | EMPTY))
    size = math.prod(shape) * np.dtype(dtype).itemsize
    return Array(dtype, shape, draw(st.binary(min_size=size, max_size=size)))


arrays = true_arrays()


def nested(depth: int) -> Value:
    """A list in a list in a list."""
    value: Value = 1
    for _ in range(depth):
        value = Items("list", (value,))
    return value


values: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | st.floats() | st.text(max_size=9)
    | arrays | st.builds(Function, st.sampled_from(["relu", "no"])) | st.builds(Strange, st.text()),
    lambda inner: st.builds(Items, st.sampled_from(["list", "tuple"]), st.lists(inner).map(tuple)),
    max_leaves=6,
) | st.integers(1, 400).map(nested)  # fmt: skip
many = st.integers(-(2**63), 2**64 - 1)
maybe = st.none() | many
words = st.text(max_size=9)
layers = st.builds(
    Layer,
    st.just("Dense") | words,
    maybe,
    st.none() | words,
    st.none() | arrays,
    st.none() | arrays,
)
outcomes = (
    st.lists(values, max_size=3).map(lambda some: Returned(tuple(some)))
    | st.builds(Raised, words, words, many, many, words)
    | st.builds(Missing, st.sampled_from(["function", "model", "value"]), words, st.tuples(words))
    | st.builds(
        Described,
        st.lists(layers, max_size=4).map(tuple),
        st.none() | st.lists(maybe, max_size=3).map(tuple),
        maybe,
        st.none() | words | st.just("BinaryCrossentropy"),
        st.none() | st.booleans(),
        st.none() | words | st.just("Adam"),
        st.none() | st.floats(),
        many,
        values,
    )
)
observations = st.builds(
    Observation,
    outcomes,
    st.text(max_size=20),
    st.lists(words, max_size=2).map(tuple),
    st.lists(st.lists(many, max_size=3).map(tuple), max_size=3).map(tuple),
)


def arrays_of_any_kind() -> st.SearchStrategy[Any]:
    """Small arrays of numbers, whole numbers, truth values and text."""
    kinds = st.sampled_from([float, int, bool, "U3", np.float16])
    shapes = st.lists(st.integers(0, 3), max_size=3)
    return st.tuples(shapes, kinds, st.integers(0, 2)).map(
        lambda drawn: np.full(drawn[0], drawn[2]).astype(drawn[1])
    )


@functools.cache
def questions() -> list[tuple[Case, Probe]]:
    """Every case of the assignment with its question, self-checks included."""
    cases = loading.load_assignment(ROOT, practice=True).cases
    return [(case, case.ask(np.random.default_rng(0))) for case in cases]


def fairly_judged(case: Case, probe: Probe, seen: Observation) -> None:
    """The answer is right or wrong, it is not our fault, and only what is right has points."""
    result = judge(case, probe, seen)
    assert result.status in ("passed", "failed"), result
    assert "could not be judged" not in result.got, result.note
    assert msgspec.json.decode(msgspec.json.encode(result))
    right = getattr(case.expect, "right", None)
    if result.status == "passed" and right:
        assert_the_same(right(probe).outcome.values, seen.outcome.values)  # type: ignore[union-attr]
    if result.status == "passed" and case.exercise == "quiz":
        assert RIGHT[probe.name] in meanings(decode(seen.outcome.values[0]))  # type: ignore[union-attr]


def assert_the_same(right: tuple[Value, ...], got: tuple[Value, ...]) -> None:
    """What NumPy's own strict comparison says, of real numbers in the same shape."""
    for one, other in zip(right, got, strict=True):
        expected, held = np.asarray(decode(one)), np.asarray(decode(other))
        assert held.dtype.kind in "iuf"
        np.testing.assert_allclose(held, expected, rtol=1e-4, atol=1e-5, strict=False)
        assert held.shape == expected.shape


def meanings(held: Any) -> list[Any]:
    """What somebody may have meant by an answer of the quiz: a letter, a number or a shape."""
    if isinstance(held, np.ndarray):
        held = held.tolist()
    if isinstance(held, str):
        digits = tuple(map(int, re.findall(r"\d+", held)))
        return [held.strip(" ().:").lower(), digits, *digits]
    if isinstance(held, list | tuple):
        flat = [number for part in held for number in (part if isinstance(part, list) else [part])]
        return [tuple(flat), *flat]
    return [held]


@patient
@given(st.integers(0), observations)
@example(0, Observation(Returned((Items("list", ("x" * 8000, *["y"] * 9_999)),))))
@example(2, Observation(Returned((Items("list", (Array("bool", (MAX_EMPTY, 0), b""),) * 9_999),))))
def test_no_answer_makes_the_judge_fail(which: int, seen: Observation) -> None:
    """No answer brings a fault of the grader's about, and none that is wrong has points."""
    usable(seen.outcome)
    fairly_judged(*questions()[which % len(questions())], seen)


@patient
@given(st.integers(0), observations)
@example(0, Observation(Returned((Array("float64", (0,), b""), 1.0))))
@example(0, Observation(Returned((1.0, "text"))))
def test_no_answer_makes_a_property_fail(which: int, seen: Observation) -> None:
    """What holds of every right answer is looked for in any answer, and said in a few words."""
    case, probe = questions()[which % len(questions())]
    for exercise in feedback()[1].exercises:
        if exercise.name == case.exercise:
            with np.errstate(all="ignore"):
                said = [each.breaks(probe, seen) for each in exercise.properties]
            assert max(map(len, said), default=0) < 400


@patient
@given(st.integers(0), st.data())
def test_nearly_right_answers_are_judged(which: int, data: st.DataObject) -> None:
    """An answer that differs from the right one in a few places is judged by these alone."""
    known = [question for question in questions() if hasattr(question[0].expect, "right")]
    case, probe = known[which % len(known)]
    right: Any = case.expect
    tree = msgspec.msgpack.decode(msgspec.msgpack.encode(right.right(probe).outcome))
    changed = data.draw(
        changed_tree(st.just(tree), documents.filter(lambda x: x is not msgspec.Raw))
    )
    decoder: frames.Decoder[Any] = frames.Decoder(ChildOutcome)
    try:
        outcome = decoder.decode(msgspec.msgpack.encode(changed))
        check(getattr(outcome, "values", ()))
    except ProtocolError:
        return
    fairly_judged(case, probe, Observation(outcome))


typed = st.none() | st.sampled_from("abcdz") | st.text(max_size=9) | st.integers() | st.floats()
parts = typed | st.lists(typed | arrays_of_any_kind(), max_size=3) | arrays_of_any_kind()


@patient
@given(parts | st.lists(parts, min_size=2, max_size=5).map(tuple))
@example(math.inf)
@example(math.nan)
def test_no_value_makes_a_question_fail(held: Any) -> None:
    """Whatever a name holds, each question about a value is judged: right or not, never our fault."""
    for case, probe in questions():
        if isinstance(probe, Read):
            fairly_judged(case, probe, answer(probe, {probe.name: held}))


# ---------------------------------------------------------------- what a child sends

FRAME = 1 << 20
SHAPES = st.lists(st.integers(0, 3), max_size=11) | st.sampled_from(
    [[0, 2**50], [1 << 16], [1] * 40]
)
Odd = type("Odd" * 200, (), {})
things: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.complex_numbers() | st.binary()
    | st.text(st.characters(), max_size=9) | st.sampled_from(["\ud800", "x" * 5000, Odd(), Odd, len])
    | st.tuples(SHAPES, dtypes | st.sampled_from(["complex64", "object", "str", "datetime64[s]"])).map(
        lambda drawn: np.zeros(*drawn)
    ),
    lambda inner: st.lists(inner, max_size=4) | st.lists(inner, max_size=3).map(tuple)
    | st.dictionaries(st.integers(), inner, max_size=2)
    | inner.map(lambda one: [[[[[[[one]]]]]]]),
    max_leaves=5,
)  # fmt: skip
many_things = things.map(lambda one: [one] * 2000)
errors = st.builds(
    lambda kind, words: kind(*words),
    st.sampled_from([ValueError, KeyError, OSError, SystemExit, type("E" * 300, (Exception,), {})]),
    st.lists(things, max_size=2),
)
ids = st.text("my_dens", min_size=1, max_size=7) | st.just("my_" + "x" * 300)


@patient
@given(things | many_things | errors, st.integers(1, 3), st.dictionaries(ids, things, max_size=3))
@example(["x" * 5000] * 2000, 1, {})
@example([None] * 6000, 2, {})
def test_what_a_submission_answers_arrives(thing: Any, times: int, namespace: Any) -> None:
    """Whatever a function returns or raises, the child's answer to it is one by the protocol."""

    def f(g: Any) -> Any:
        g(thing if isinstance(thing, np.ndarray) else 1.0)
        if isinstance(thing, BaseException):
            raise thing
        return thing

    call = Call("f", ("g",), (Function("relu"),), times)
    for namespace["f"] in (f, thing):
        seen = answer(call, namespace, largest=FRAME)
        said: Any = seen.outcome
        content = frames.pack(Answer(1, said, seen.printed, seen.changed, seen.activated))
        decoder: frames.Decoder[Any] = frames.Decoder(FromChild)
        arrived = decoder.receive(io.BytesIO(content), FRAME + (256 << 10))
        assert said == arrived.outcome or "nan" in repr(said)
        if isinstance(said, Returned):
            check(said.values)
    held: Any = answer(Read("f"), {"f": thing}, largest=FRAME).outcome
    check(held.values)
    assert len(frames.pack(Answer(1, held))) < FRAME + (256 << 10)


@pytest.mark.parametrize(
    ("thing", "times"), [(np.zeros(1 << 17), 3), (np.zeros((1,) * 10), 1)], ids=["large", "deep"]
)
def test_answers_that_hardly_fit_arrive(thing: Any, times: int) -> None:
    """Several large results, or an activation called with too many axes, are told, not garbled."""
    check = test_what_a_submission_answers_arrives.hypothesis.inner_test  # type: ignore[attr-defined]
    check(thing, times, {})


@functools.cache
def feedback() -> tuple[Feedback, Suite]:
    """The assignment's, with its catalogue of mistakes."""
    suite = loading.load_assignment(ROOT)
    return Feedback(suite), suite


SOURCES = (
    "def my_dense(a_in, W, b, g):\n    return np.zeros(W.shape[1])",
    "def my_dense(a_in, W, b, g):\n    x = 1" + "+1" * 900 + "\n    return np.zeros(W.shape[1])",
    "my_dense = my_sequential = my_dense_v = model = 1" + "+1" * 2900,
)
NO_ARRAY = Described((), predictions=Array("bool", (0,), b""))


@patient
@given(st.integers(0), st.sampled_from(SOURCES), st.lists(observations, min_size=1, max_size=3))
@example(0, SOURCES[0], [Observation(NO_ARRAY)])
def test_no_answer_makes_the_feedback_fail(
    which: int, source: str, seen: list[Observation]
) -> None:
    """Looking for the mistake behind an answer never costs the grading, whatever the answer is."""
    teacher, suite = feedback()
    exercise = suite.exercises[which % len(suite.exercises)]
    asked = [
        (judge(case, probe, one), Asked(probe, one))
        for number, (case, probe) in enumerate(questions())
        for one in [seen[number % len(seen)]]
        if case.exercise == exercise.name
    ]
    cases = tuple(result for result, _ in asked)
    made = exercise_result(exercise.name, exercise.title, cases, (), extra=exercise.extra)
    cells = (Cell(1, source),)
    handed_in = Submission("submit.py", cells, "0" * 64)
    told = teacher.on(made, exercise, asked, handed_in, needed(cells, exercise.goals), {})
    assert made.earned == told.earned


# ---------------------------------------------------------------- what was handed in


def golden(ending: str) -> list[Path]:
    """Real submissions."""
    return sorted((ROOT / "tests" / "golden").glob(f"*/submit.{ending}"))


def notebook(*sources: str) -> dict[str, Any]:
    """A notebook with these code cells and nothing more."""
    return {"cells": [{"cell_type": "code", "source": source} for source in sources], "nbformat": 4}


@functools.cache
def books() -> list[Any]:
    """Real notebooks as JSON, large ones cut to a few cells."""
    found = [json.loads(path.read_bytes()) for path in golden("ipynb")]
    for one in found:
        for holder in (one, *one.get("worksheets", [])):
            if "cells" in holder:
                holder["cells"] = holder["cells"][:6]
    return found


@functools.cache
def lines() -> list[str]:
    """Lines of real submissions."""
    found = [path.read_text(encoding="utf-8") for path in golden("py")]
    cells = [cell for book in books() for cell in book.get("cells", [])]
    found += ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    return sorted({line for one in found for line in one.split("\n")})


MAGIC = ["%time ", "%%time\n", "%%bash\n", "!ls", "?", "??", "a = !ls", "a = %x", "\\\n", "'''", '"', "(",
         ")", ":", "    ", "\t", "\x00", "\x0c", "\r", "\u2028", "\ud800", "\ufeff", "# %%", "# %% [md]",
         "# -*- coding: latin-1 -*-\n", "f'{", "}", ";", "@", "await ", "0_", "1e999", "é"]  # fmt: skip
odd_code = (
    st.lists(st.sampled_from(MAGIC) | st.deferred(lambda: st.sampled_from(lines())), max_size=12)
    .flatmap(lambda some: st.sampled_from(["", "\n", "\r\n"]).map(lambda by: by.join(some)))
    | st.text(max_size=60)
)  # fmt: skip
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | odd_code,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)
changed_books = changed_tree(st.deferred(lambda: st.sampled_from(books())), json_values)
written = (
    (changed_books | json_values).map(json.dumps).map(str.encode)
    | st.lists(odd_code, min_size=1, max_size=4).map(
        lambda some: json.dumps(notebook(*some)).encode()
    )
    | changed_bytes(changed_books.map(json.dumps).map(str.encode), st.binary(max_size=9))
    | st.binary(max_size=300)
)
encodings = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32", "latin-1", "cp037"])
scripts = (
    st.tuples(odd_code, encodings).map(lambda both: both[0].encode(both[1], "replace"))
    | changed_bytes(
        st.deferred(lambda: st.sampled_from([path.read_bytes() for path in golden("py")])),
        st.sampled_from(MAGIC).map(lambda text: text.encode("utf-8", "replace")),
    )
    | st.binary(max_size=300)
)


def submitted(content: bytes, name: str) -> Submission | None:
    """The file as a submission; None if it is refused in a sentence."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(content)
        try:
            return read(path)
        except SubmissionError as error:
            assert 1 == len(str(error).splitlines())
            assert name in str(error)
            return None


def assert_sound(submission: Submission) -> None:
    """Cells are counted from 1, each is Python or known not to be, and the digest is of them."""
    assert submission.cells
    numbers = [cell.number for cell in submission.cells]
    if submission.plain:
        assert numbers == sorted(set(numbers))
        assert 1 <= numbers[0]
    else:
        assert [*range(1, len(submission.cells) + 1)] == numbers
    assert 64 == len(bytes.fromhex(submission.digest)) * 2
    for cell in submission.cells:
        if cell.error is None:
            ast.parse(cell.source)
            continue
        rows = ["", *cell.source.split("\n"), ""]
        assert cell.error.cell == cell.number
        assert cell.error.code in (rows[cell.error.line].strip()[:200], "")
        assert msgspec.json.encode(cell.error)


@patient
@given(
    st.tuples(written, st.just("submit.ipynb"))
    | st.tuples(scripts, st.just("submit.py"))
    | st.tuples(st.binary(max_size=200), st.sampled_from(["submit.ipynb", "submit.py", "submit"]))
)
@example((json.dumps(notebook("0\x1e0")).encode(), "submit.ipynb"))
def test_any_file_is_a_submission_or_a_sentence(file: tuple[bytes, str]) -> None:
    """Whatever a file holds, it is read or refused in a sentence; what is read can be sliced."""
    submission = submitted(*file)
    if submission is None:
        return
    assert_sound(submission)
    assert submission == submitted(*file)
    sliced(submission.cells, ("my_dense", "model"))


def test_more_magics_than_any_notebook_has_are_an_error_of_the_cell() -> None:
    """A cell with too many magics cannot be read; those that are Python are not touched by it."""
    content = json.dumps(notebook("!a\n" * (MAX_MAGIC_LINES + 1), "b = 1")).encode()
    submission = submitted(content, "submit.ipynb")
    assert submission is not None
    assert [True, False] == [cell.error is not None for cell in submission.cells]


@pytest.mark.parametrize(
    "cells", [["a\n" * (1 << 18)], ["a"] * (MAX_CELLS + 1)], ids=["code", "cells"]
)
def test_code_that_would_keep_the_grader_busy_is_refused(cells: list[str]) -> None:
    """More code, or more cells, than any notebook has is refused in a sentence."""
    assert submitted(json.dumps(notebook(*cells, "b")).encode(), "submit.ipynb") is None


@patient
@given(st.lists(odd_code, min_size=1, max_size=3))
def test_what_was_read_is_read_again_as_it_is(sources: list[str]) -> None:
    """A cell's Python is Python already: read once more it has lost the magic's name alone."""
    first = submitted(json.dumps(notebook(*sources)).encode(), "submit.ipynb")
    assume(first is not None)
    assert first is not None
    texts = [cell.source for cell in first.cells]
    assume(any(text.strip() for text in texts))  # "%%time" alone is nothing
    again = submitted(json.dumps(notebook(*texts)).encode(), "submit.ipynb")
    assert again is not None
    nameless = tuple(msgspec.structs.replace(cell, magic="") for cell in first.cells)
    assert nameless == again.cells
    assert digest_of(tuple(texts)) == again.digest


# ---------------------------------------------------------------- slicing

GOALS = ("f", "model", "a", "nothing")


def sliced(cells: Any, goals: tuple[str, ...]) -> None:
    """Slice, and look whether what is kept is Python of these cells."""
    for everything in (False, True):
        made = needed(cells, goals, everything=everything)
        sources = {cell.number: cell.source.split("\n") for cell in cells}
        assert set(made.defined) == set(goals)
        for number, text in made.cells:
            ast.parse(text)
            for line, before in zip(text.split("\n"), sources[number], strict=False):
                assert line in ("", before, before.rstrip())


names = st.sampled_from(["a", "b", "f", "g", "model", "np", "X", "tf"])
EXPRESSIONS = (
    "{0}.fit", "{0}[{1}]", "{0}({1}, *{2}, k={1}, **{2})", "{0}.shuffle({1})", "({0} + {1})", "({0}, {1})",
    "[{0}, *{1}]", "{{{0}: {1}}}", "{{{0}, {1}}}", "(lambda a, *b, c={0}: {1})", "(a := {0})", "({0} < {1})",
    "[{0} for a in {1} if {2}]", "{{{0}: {1} for a, b in {2}}}", "({0} for a in {1} for b in a)", "(not {0})",
    "({0} if {1} else {2})", "zip({0}, {1})", "enumerate({0})", "exec({0})", "globals()[{0}]", "{0}[{1}:{2}]",
    "f'{{a}}'", "(yield {0})", "(await {0})",
)  # fmt: skip
expressions = st.recursive(
    names | st.sampled_from(["1", "'x'", "None"]),
    lambda inner: st.tuples(st.sampled_from(EXPRESSIONS), inner, inner, inner).map(
        lambda drawn: drawn[0].format(*drawn[1:])
    ),
    max_leaves=6,
)
targets = st.recursive(
    names,
    lambda inner: st.tuples(inner, expressions).flatmap(
        lambda two: st.sampled_from(
            [f"{two[0]}.x", f"{two[0]}[{two[1]}]", f"({two[0]}, b)", f"[a, *{two[0]}]"]
        )
    ),
    max_leaves=3,
)
SIMPLE = (
    "{t} = {e}", "{t} = {n} = {e}", "{n} += {e}", "{n}: int = {e}", "{n}: {e}", "{e}", "del {n}", "import {n}",
    "import {n}.x as {n}", "from {n} import {n}, g as h", "from {n} import *", "assert {e}, {e}",
    "raise {e} from {e}", "global {n}", "pass", "{e}; {t} = {e}", "{n}.compile({e})", "{t} = \\\n{e}",
    "{n} = '''\n'''; {e}",
)  # fmt: skip
HEADS = (
    ("if {e}:", "elif {e}:", "else:"),
    ("while {e}:", "else:"),
    ("for {t} in {e}:", "else:"),
    ("async for {t} in {e}:",),
    ("with {e} as {t}, {e}:",),
    ("try:", "except {e} as a:", "else:", "finally:"),
    ("try:", "except* {e}:"),
    ("def {n}(a, /, b={e}, *c, d: {e} = 1, **e) -> {e}:",),
    ("@{n}.x({e})\nasync def {n}():",),
    ("@{n}\nclass {n}({e}, k={e}):",),
    ("match {e}:\n  case [a, *b] if {e}:",),
)


@st.composite
def statements(draw: Any, depth: int = 2) -> str:
    """A statement, with others in it."""
    heads = draw(st.sampled_from([None, None, *HEADS])) if depth else None

    def filled(form: str) -> str:
        text = form
        for key, strategy in (("{n}", names), ("{e}", expressions), ("{t}", targets)):
            while key in text:
                text = text.replace(key, draw(strategy).replace("{", "\1").replace("}", "\2"), 1)
        return text.replace("\1", "{").replace("\2", "}")

    if heads is None:
        return filled(draw(st.sampled_from(SIMPLE)))
    parts = []
    for head in heads:
        body = "\n".join(draw(st.lists(statements(depth - 1), min_size=1, max_size=2)))
        inner = "    " * (1 + head.count("\n  "))
        parts.append(filled(head) + "\n" + "\n".join(inner + row for row in body.split("\n")))
    return "\n".join(parts)


def valid(source: str) -> bool:
    """Whether it is Python."""
    try:
        ast.parse(source)
    except SyntaxError:
        return False
    return True


programs = st.lists(statements(), min_size=1, max_size=3).map("\n".join).filter(valid)
CHAIN = 2500


@patient
@given(st.lists(programs, min_size=1, max_size=3), st.sets(st.sampled_from(GOALS)))
@example(["f = a" + ".b" * CHAIN], {"f"})
@example(["f = a" + "()" * CHAIN], {"f"})
@example(["f = a" + " if a else a" * CHAIN], {"f"})
@example(["def f():\n    b = a" + ".b" * CHAIN], {"f"})
def test_any_program_can_be_sliced(sources: list[str], goals: set[str]) -> None:
    """Slicing takes any program, and what it keeps is Python."""
    cells = [Cell(number, source) for number, source in enumerate(sources, 1)]
    sliced(cells, tuple(goals))
