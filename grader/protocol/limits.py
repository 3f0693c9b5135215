"""The limits of a submission. Each has a name, a default and an option of the same name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

import msgspec

Text = msgspec.Meta
BESIDE = 0.2
"""The share of its time that a submission has in addition, for the pass without TensorFlow."""


class Limits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The limits of one submission; each field's description is its option's help."""

    cell_seconds: Annotated[float, Text(description="Wall-clock seconds for one cell.")] = 60.0
    probe_seconds: Annotated[float, Text(description="Wall-clock seconds for one question.")] = 10.0
    total_seconds: Annotated[float, Text(description="Wall-clock seconds in all.")] = 300.0
    cell_cpu_seconds: Annotated[int, Text(description="Processor seconds for one cell.")] = 240
    probe_cpu_seconds: Annotated[int, Text(description="Processor seconds for one question.")] = 40
    total_cpu_seconds: Annotated[int, Text(description="Processor seconds in all.")] = 600
    memory_mb: Annotated[int, Text(description="Megabytes of data in memory.")] = 2048
    address_mb: Annotated[int, Text(description="Megabytes of address space.")] = 6144
    output_kb: Annotated[int, Text(description="Kilobytes printed that are kept.")] = 64
    frame_mb: Annotated[int, Text(description="Megabytes in one answer.")] = 8
    file_mb: Annotated[int, Text(description="Megabytes in one file it writes.")] = 16
    open_files: Annotated[int, Text(description="Files open at a time.")] = 256
    scratch_mb: Annotated[int, Text(description="Megabytes of all files it writes.")] = 128
    scratch_files: Annotated[int, Text(description="Files and folders it writes.")] = 2000
    processes: Annotated[int, Text(description="Processes and threads.")] = 256
    notebook_mb: Annotated[int, Text(description="Megabytes of the submitted file.")] = 50
    test_questions: Annotated[
        int, Text(description="Questions of one of an instructor's tests.")
    ] = 20_000
    stand_in_calls: Annotated[int, Text(description="Calls of a stand-in per question.")] = 1000
    worker_cpu_seconds: Annotated[
        int, Text(description="Processor seconds to read it, and again to judge it.")
    ] = 20
    worker_seconds: Annotated[
        float, Text(description="Wall-clock seconds to read it, and again to judge it.")
    ] = 60.0
    worker_memory_mb: Annotated[
        int, Text(description="Megabytes of memory to read and judge it.")
    ] = 1024
    report_mb: Annotated[int, Text(description="Megabytes of its report.")] = 4

    @property
    def answer_bytes(self) -> int:
        """The most bytes of an array in an answer, whose frame has room for other fields."""
        return (self.frame_mb << 20) - (256 << 10)

    @property
    def most_seconds(self) -> float:
        """Wall-clock seconds in all, the pass without TensorFlow included."""
        return self.total_seconds * (1 + BESIDE)

    def beside(self) -> Limits:
        """The limits of the pass without TensorFlow: a share of each time, the others unchanged."""
        names = [name for name in self.__struct_fields__ if name.endswith("_seconds")]
        times = {name: getattr(self, name) for name in names}
        less = {name: max(type(time)(time * BESIDE), 1) for name, time in times.items()}
        return msgspec.structs.replace(self, **less)

    def changed(self, own: Mapping[str, float], whole: Mapping[str, float] | None = None) -> Limits:
        """The limits with an assignment's own ones, except where an option was given.

        Args:
            own: the assignment's own limits by name.
            whole: the limits for the whole assignment, which these limits may include already.

        Raises:
            msgspec.ValidationError: there is no such limit, or it takes no such number.
        """
        kept = {
            field.name: value
            for field in msgspec.structs.fields(self)
            if (value := getattr(self, field.name))
            not in (
                field.default,
                (whole or {}).get(field.name, field.default),
            )
        }
        return msgspec.convert({**own, **kept}, Limits)
