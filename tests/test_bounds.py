"""The fixed bounds: what a submission says is looked at, kept and told up to a limit."""

from __future__ import annotations

import io
import time

import msgspec
import pytest
from conftest import ROOT
from test_report import PROVENANCE

from grader.protocol import bounds, frames
from grader.protocol.bounds import (
    MAX_NAME_COMPARED,
    MAX_NAMES_COMPARED,
    MAX_PRINTED,
    MAX_TROUBLES,
    MAX_WORDS,
)
from grader.protocol.messages import FromChild
from grader.protocol.values import ProtocolError
from grader.report import CaseResult, CellTrouble, exercise_result, new_report
from grader.submissions.misspelt import nearest_names, quoted_names

NAMES = [name for name in vars(bounds) if name.startswith("MAX_")]


@pytest.mark.parametrize("name", NAMES)
def test_every_bound_is_documented(name: str) -> None:
    """The page on security names each bound with its value."""
    page = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
    (line,) = (line for line in page.splitlines() if f"`{name}`" in line)
    assert f" {getattr(bounds, name):,} " in line


def test_a_report_tells_of_some_broken_cells_and_counts_the_others() -> None:
    """However many cells are broken, the first are told, and how many more there are."""
    broken = tuple(CellTrouble(cell=n, line=1, what="SyntaxError") for n in range(1, 1001))
    made = new_report((), broken, (), PROVENANCE)
    assert broken[:MAX_TROUBLES] == made.cells
    assert ("950 more code cells did not reach their end.",) == made.notes
    assert () == new_report((), broken[:MAX_TROUBLES], (), PROVENANCE).notes


def test_a_report_holds_so_much_of_what_was_printed() -> None:
    """Cases that printed have equal shares of the room, so the one that is shown has some."""
    half, share = "x" * (MAX_PRINTED // 2), MAX_PRINTED // 4
    cases = tuple(
        CaseResult(id=str(n), title="", status="failed", points=1, earned=0, printed=half)
        for n in range(4)
    )
    made = exercise_result("f", "F", cases, (), extra=False)
    assert [(share, "x\n[...]")] * 4 == [
        (len(case.printed), case.printed[-7:]) for case in made.cases
    ]


def test_the_likest_name_is_found_among_usual_ones() -> None:
    """A misspelled name is found; names of unusual length, and too many, are not compared."""
    assert ("my_dense",) == nearest_names("my_dens", ["my_dense", "x", "y" * 10**6], 2, 0.8)
    assert () == nearest_names(
        "m" * (MAX_NAME_COMPARED + 1), ["m" * (MAX_NAME_COMPARED + 1)], 2, 0.1
    )
    many = [f"a{n}" for n in range(MAX_NAMES_COMPARED)]
    assert () == nearest_names("z_name", [*many, "z_names"], 1, 0.8)


def test_names_are_read_off_a_message() -> None:
    """Each name between quotation marks counts, also where two share a mark."""
    assert {"a", "b_1"} == quoted_names("name 'a' is not 'b_1'")
    assert {"a", "b"} == quoted_names("'a'b'")
    assert set() == quoted_names("'" * 1000)


def test_a_refusal_repeats_little_of_what_came() -> None:
    """A message that is none is refused in a few words, however long what it says is."""
    payload = msgspec.msgpack.encode({"type": "x" * 10**6})
    with pytest.raises(ProtocolError) as refused:
        frames.Decoder(FromChild).decode(payload)
    assert len(str(refused.value)) < MAX_WORDS + 100


class Trickle(io.RawIOBase):
    """Bytes that come one at a time."""

    def __init__(self, content: bytes) -> None:
        """These are to come."""
        self._content = io.BytesIO(content)

    def read(self, _: int = -1) -> bytes:
        """The next one."""
        return self._content.read(1)


def test_bytes_that_trickle_are_put_together_in_linear_time() -> None:
    """A frame that comes byte by byte takes as long for each byte, however many there are."""

    def seconds(size: int) -> float:
        content = frames.pack(msgspec.json.decode(b'{"type":"ran","id":1}', type=FromChild))
        payload = content[4:-1] + b"\xda" + size.to_bytes(2, "big") + b"x" * size
        began = time.thread_time()
        frames._exactly(Trickle(payload), len(payload))
        return max(time.thread_time() - began, 0.01)

    assert any(seconds(60_000) < 10 * seconds(15_000) for _ in range(3))
