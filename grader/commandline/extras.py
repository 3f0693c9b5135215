"""The extras: packages that are installed only on request, and how to request them."""

from __future__ import annotations

import re

_DISTRIBUTION = "notebook-grader"
_FOR_COMMANDS = ("authoring", "cluster", "keras", "student")
_NEED = re.compile(r"""(?P<name>[\w.-]+).*\bextra == ["'](?P<extra>\w+)["']""")


def missing_extra(error: BaseException) -> str:
    """In a sentence, which extra brings a module that is not there; empty if none does.

    The modules of all these packages have the packages' names.
    """
    if not isinstance(error, ModuleNotFoundError) or not error.name:
        return ""
    from importlib import metadata  # takes its time, and only who lacks something waits for it

    module = error.name.partition(".")[0]
    for need in metadata.requires(_DISTRIBUTION) or []:
        found = _NEED.match(need)
        if found and found["name"].lower() == module.lower() and found["extra"] in _FOR_COMMANDS:
            how = f"pip install '{_DISTRIBUTION}[{found['extra']}]'"
            return f"this command needs {module}, which is not installed: {how}"
    return ""
