"""The extras: packages that are installed only on request, and how to request them."""

from __future__ import annotations

import re

_DISTRIBUTION = "notebook-grader"
_FOR_COMMANDS = ("authoring", "cluster", "keras", "student")
_NEED = re.compile(r"""(?P<name>[\w.-]+).*\bextra == ["'](?P<extra>\w+)["']""")


def missing_extra(error: BaseException) -> str:
    """A sentence on the extra that brings a missing module; empty if no extra does.

    Each of these packages has a module of its own name.
    """
    if not isinstance(error, ModuleNotFoundError) or not error.name:
        return ""
    from importlib import metadata  # slow to import, and seldom needed

    module = error.name.partition(".")[0]
    for need in metadata.requires(_DISTRIBUTION) or []:
        found = _NEED.match(need)
        if found and found["name"].lower() == module.lower() and found["extra"] in _FOR_COMMANDS:
            how = f"pip install '{_DISTRIBUTION}[{found['extra']}]'"
            return f"this command needs {module}, which is not installed: {how}"
    return ""
