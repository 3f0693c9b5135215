"""The grader as a wheel, so that a student's package installs it and carries no copy of its own.

Source: "Binary distribution format" (packaging.python.org, PEP 427). The same grader gives the same
bytes. The wheel holds no assignment, so one environment serves any number of them.
"""

from __future__ import annotations

import base64
import hashlib

from grader import __version__
from grader.bundles.files import GRADER, HARNESS, below
from grader.bundles.requirements import DISTRIBUTION, requirements
from grader.bundles.writing import archive

_NAME = DISTRIBUTION.replace("-", "_")
NAME = f"{_NAME}-{__version__}-py3-none-any.whl"
_INFO = f"{_NAME}-{__version__}.dist-info"
_WHEEL = (
    f"Wheel-Version: 1.0\nGenerator: {DISTRIBUTION}\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
)
_COMMAND = "[console_scripts]\ngrader = grader.commandline.main:main\n"
_PYTHON = ">=3.11,<3.14"


def wheel() -> bytes:
    """The wheel's bytes.

    Raises:
        BundleError: a file of the grader's is a link, or what it needs is not known.
    """
    files = {f"{GRADER.name}/{name}": content for name, content in below(GRADER).items()}
    metadata = [
        "Metadata-Version: 2.1", f"Name: {DISTRIBUTION}", f"Version: {__version__}",
        f"Requires-Python: {_PYTHON}", *(f"Requires-Dist: {need}" for need in requirements()),
    ]  # fmt: skip
    files[f"{_INFO}/METADATA"] = ("\n".join(metadata) + "\n").encode()
    files[f"{_INFO}/WHEEL"] = _WHEEL.encode()
    files[f"{_INFO}/entry_points.txt"] = _COMMAND.encode()
    if (HARNESS / "LICENSE").is_file():
        files[f"{_INFO}/LICENSE"] = (HARNESS / "LICENSE").read_bytes()
    listed = [f"{name},{_digest(content)},{len(content)}" for name, content in files.items()]
    files[f"{_INFO}/RECORD"] = "\n".join([*listed, f"{_INFO}/RECORD,,", ""]).encode()
    return archive(files)


def _digest(content: bytes) -> str:
    raw = base64.urlsafe_b64encode(hashlib.sha256(content).digest())
    return f"sha256={raw.rstrip(b'=').decode()}"
