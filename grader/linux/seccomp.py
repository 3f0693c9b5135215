"""seccomp: a filter in the kernel through which each system call of the process goes.

The filter is a program for the machine of bpf(4) over ``struct seccomp_data`` of linux/seccomp.h:
the call's number at offset 0, the architecture at 4, the arguments of 8 bytes each from 16.
"""

from __future__ import annotations

import ctypes
import errno
import os
import struct
from collections.abc import Iterable

import msgspec

from grader.linux import kernel
from grader.linux.system_calls import ARCHITECTURES, MACHINES, NEWEST, NUMBERS

_SET_MODE_FILTER, _FLAG_TSYNC = 1, 1
# What a filter answers, from linux/seccomp.h.
_KILL_PROCESS, _ALLOW, _ERRNO = 0x80000000, 0x7FFF0000, 0x00050000
# Instructions, from linux/bpf_common.h: load a word, jump by comparison, combine, return.
_LOAD, _EQUAL, _GREATER, _AND, _RETURN = 0x20, 0x15, 0x25, 0x54, 0x06
_NUMBER, _ARCHITECTURE, _ARGUMENTS = 0, 4, 16
_ALL_BITS = 0xFFFFFFFF


class Only(msgspec.Struct, frozen=True):
    """A call goes on only if an argument has one of these values.

    Attributes:
        name: the call.
        argument: which argument is looked at, from 0: its lower four bytes.
        values: those that may pass.
        mask: the bits of the argument that are looked at.
        answer: the error of a call that may not pass.
    """

    name: str
    argument: int
    values: tuple[int, ...]
    mask: int = _ALL_BITS
    answer: int = errno.EPERM


class Never(msgspec.Struct, frozen=True):
    """A call does not go on if an argument has one of these values.

    Attributes:
        name: the call.
        argument: which argument is looked at, from 0: its lower four bytes.
        values: those that may not pass.
        mask: the bits of the argument that are looked at.
        answer: the error of a call that may not pass; 0 seems to succeed.
    """

    name: str
    argument: int
    values: tuple[int, ...]
    mask: int = _ALL_BITS
    answer: int = errno.EPERM


Rule = Only | Never


def install(
    refused: Iterable[str],
    rules: Iterable[Rule],
    absent: Iterable[str],
    pretended: Iterable[str] = (),
) -> None:
    """Filter the calls of this process, all its threads, for good.

    Calls newer than the newest we know are answered as if the kernel did not have them.

    Args:
        refused: calls that fail with EPERM.
        rules: calls that fail depending on an argument, those made most often first.
        absent: calls that fail with ENOSYS, so that libraries take another way.
        pretended: calls that do nothing and seem to succeed.

    Raises:
        OSError: the kernel has no seccomp or does not allow it.
    """
    code = program(os.uname().machine, refused, rules, absent, pretended)
    instructions = ctypes.create_string_buffer(code, len(code))
    # struct sock_fprog of linux/filter.h: how many, padding, where.
    header = struct.pack("@HP", len(code) // 8, ctypes.addressof(instructions))
    kernel.call("seccomp", _SET_MODE_FILTER, _FLAG_TSYNC, header)


def program(
    machine: str,
    refused: Iterable[str],
    rules: Iterable[Rule],
    absent: Iterable[str],
    pretended: Iterable[str] = (),
) -> bytes:
    """The filter's program: 8 bytes an instruction.

    Raises:
        OSError: the machine is not known.
    """
    if machine not in MACHINES:
        raise OSError(errno.ENOSYS, f"a {machine} is not known")
    column = MACHINES.index(machine)
    made = [
        _instruction(_LOAD, _ARCHITECTURE),
        _instruction(_EQUAL, ARCHITECTURES[column], 1, 0),
        _instruction(_RETURN, _KILL_PROCESS),
        _instruction(_LOAD, _NUMBER),
        _instruction(_GREATER, NEWEST, 0, 1),
        _instruction(_RETURN, _ERRNO | errno.ENOSYS),
    ]
    for rule in rules:
        number = NUMBERS[rule.name][column]
        if number is not None:
            body = _body(rule)
            made += [_instruction(_EQUAL, number, 0, len(body)), *body]
    answers = {
        **dict.fromkeys(refused, errno.EPERM),
        **dict.fromkeys(absent, errno.ENOSYS),
        **dict.fromkeys(pretended, 0),
    }
    for name, code in answers.items():
        number = NUMBERS[name][column]
        if number is not None:
            made += [
                _instruction(_EQUAL, number, 0, 1),
                _instruction(_RETURN, _ERRNO | code),
            ]
    return b"".join([*made, _instruction(_RETURN, _ALLOW)])


def _body(rule: Rule) -> list[bytes]:
    """The instructions for a call of the rule; at their end the number is loaded again."""
    low = _ARGUMENTS + 8 * rule.argument  # the lower half comes first: both machines are so
    made = [_instruction(_LOAD, low), _instruction(_AND, rule.mask)]
    answer = _instruction(_RETURN, _ERRNO | rule.answer)
    if isinstance(rule, Only):
        count = len(rule.values)
        # Each value jumps over the values that follow it and over the answer.
        made += [_instruction(_EQUAL, rule.values[at], count - at, 0) for at in range(count)]
        made.append(answer)
    else:
        for value in rule.values:
            made += [_instruction(_EQUAL, value, 0, 1), answer]
    return [*made, _instruction(_LOAD, _NUMBER)]


def _instruction(code: int, value: int, if_true: int = 0, if_false: int = 0) -> bytes:
    """``struct sock_filter`` of linux/filter.h."""
    return struct.pack("=HBBI", code, if_true, if_false, value)
