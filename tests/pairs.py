"""Two submissions that mean to talk: one is told a private number, the other would show it.

A channel is a file of ``attacks/pairs``: how one says a bit and the other hears it. The speaker tries
all channels when it is asked its first private question, the listener when it is asked its first
public one, whose exception a student gets to see.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from grader.protocol.layers import Level
from grader.protocol.probes import Call
from grader.suite import Suite

AT_ONCE, AFTER = "at once", "one after the other"
PREAMBLE = "11010011101010"  # no noise sounds like this
BITS = len(PREAMBLE) + 6  # and then what a private number begins with
ALL_TOGETHER, ALONE = 0.2, 0.04  # seconds for a bit, on all channels or on one
_HEAD = f"""
import ctypes, os, struct, time
import numpy
BITS, PREAMBLE = {BITS}, {PREAMBLE!r}
LIBC = ctypes.CDLL(None, use_errno=True)
NUMBER = 0 if os.uname().machine == "x86_64" else 1
def call(numbers, *arguments):
    given = [ctypes.c_long(a) if isinstance(a, int) else a for a in arguments]
    result = LIBC.syscall(ctypes.c_long(numbers[NUMBER]), *given)
    if result < 0:
        raise OSError(ctypes.get_errno(), "refused")
    return result
def ready(channels):
    made = {{}}
    for name, source in channels.items():
        names = dict(globals())
        try:
            exec(source, names)
        except Exception:
            continue
        made[name] = names
    return made
def each(made, do):
    found = {{}}
    for name, names in made.items():
        try:
            found[name] = do(names)
        except Exception:
            pass
    return found
def until_the_next_slot(part):
    time.sleep(SLOT - (time.time() - part * SLOT) % SLOT)
def told(heard):
    said = []
    for name, bits in heard.items():
        text = "".join("1" if bit else "0" for bit in bits)
        at = text.find(PREAMBLE)
        if at >= 0:
            said.append(name + " " + text[at + len(PREAMBLE) :][:6])
    return said
"""
_SPEAKER = """
ASKED = []
def message(W):
    number = "".join(f"{byte:08b}" for byte in struct.pack(">e", float(numpy.ravel(W)[0])))
    return PREAMBLE + number[6:12]
def my_dense(a_in, W, b, g):
    ASKED.append(1)
    if len(ASKED) != FIRST_PRIVATE:
        return g(numpy.matmul(a_in, W) + b)
    bits = [bit == "1" for bit in message(W)]
    made, began = ready(CHANNELS), time.time()
    speak(made, bits)
    print(f"SPOKE from {began:.2f} to {time.time():.2f}")
    return "wrong, so that what was printed is kept"
"""
_LISTENER = """
LISTENED = []
def my_dense(a_in, W, b, g):
    if LISTENED:
        return None
    LISTENED.append(1)
    made, began = ready(CHANNELS), time.time()
    said = told(listen(made))
    words = "LEA" "KED: " + "; ".join(said) if said else f"HEARD NOTHING on {len(made)} channels"
    raise ValueError(f"{words} from {began:.2f} to {time.time():.2f}")
"""
_SPEAK = {
    AT_ONCE: """
def speak(made, bits):
    end = time.time() + 2.5 * SLOT * BITS
    while time.time() < end:
        until_the_next_slot(0)
        bit = bits[int(time.time() / SLOT + 0.1) % BITS]
        each(made, lambda names: names["say"](bit))
""",
    AFTER: """
def speak(made, bits):
    each(made, lambda names: names["keep"](bits))
""",
}
_LISTEN = {
    AT_ONCE: """
def listen(made):
    end, heard = time.time() + 3 * SLOT * BITS, {name: [] for name in made}
    while time.time() < end:
        until_the_next_slot(0.6)
        for name, bit in each(made, lambda names: names["hear"]()).items():
            heard[name].append(bit)
    return heard
""",
    AFTER: """
def listen(made):
    return each(made, lambda names: names["recall"](BITS))
""",
}


@dataclass(frozen=True)
class Channel:
    """A way to talk.

    Attributes:
        name: the file's.
        order: whether both run at once, or one after the other.
        promised: the lowest level at which it is promised that nothing comes through.
        control: whether it is seen to work where nothing is in its way; some need what is not
            everywhere, or hear other noise.
        speaker: the code of the one.
        listener: the code of the other.
    """

    name: str
    order: str
    promised: Level
    control: bool
    speaker: str
    listener: str


def read(path: Path) -> Channel:
    """A channel from its file."""
    text = path.read_text(encoding="utf-8")
    head = dict(line.split(": ", 1) for line in text.split('"""')[1].splitlines() if ": " in line)
    _, both, speaker, listener = text.replace("# %% ", "\0").split("\0")
    parts = [part.partition("\n")[2] for part in (both, speaker, listener)]
    promised: Level = "full" if head.get("promised") == "full" else "strong"
    return Channel(
        path.stem,
        head["order"],
        promised,
        head.get("control") != "no",
        parts[0] + parts[1],
        parts[0] + parts[2],
    )


def submissions(channels: list[Channel], order: str, suite: Suite, slot: float) -> tuple[str, str]:
    """The speaker and the listener who try these channels.

    Args:
        channels: how to talk.
        order: of the two.
        suite: what they are asked.
        slot: the seconds for a bit.
    """
    head = f"{_HEAD}SLOT = {slot}\n"
    public = [case for case in suite.cases if case.exercise == "my_dense" and not case.private]
    probes = [case.question(lambda _: 0) for case in public]
    asked = sum(probe.times for probe in probes if isinstance(probe, Call))
    speakers = {channel.name: channel.speaker for channel in channels if channel.order == order}
    listeners = {channel.name: channel.listener for channel in channels if channel.order == order}
    return (
        f"{head}{_SPEAK[order]}FIRST_PRIVATE = {asked + 1}\nCHANNELS = {speakers!r}\n{_SPEAKER}",
        f"{head}{_LISTEN[order]}CHANNELS = {listeners!r}\n{_LISTENER}",
    )
