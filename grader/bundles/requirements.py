"""The requirements of the grader and its extras: from the checkout's settings, or as installed."""

from __future__ import annotations

import configparser
import re
from importlib import metadata

from grader.bundles.files import HARNESS, BundleError

DISTRIBUTION = "notebook-grader"
_SETTINGS = "setup.cfg"
_EXTRA = re.compile(r"""\s*(?:;|and)\s*extra == ["'](?P<extra>[\w-]+)["']""")
_OWN = re.compile(rf"{DISTRIBUTION}\[(?P<extras>[\w,-]+)\]")


def requirements(*extras: str) -> list[str]:
    """The requirements of grading and of these extras, one line each, in order.

    Args:
        extras: the names of extras.

    Raises:
        BundleError: the grader is neither a checkout nor installed, so it is not known.
    """
    known = _of_checkout() if (HARNESS / _SETTINGS).is_file() else _of_installation()
    found, waiting = list[str](), ["", *extras]
    while waiting:
        for need in known.get(waiting.pop(), []):
            own = _OWN.fullmatch(need)
            if own:
                waiting += own["extras"].split(",")
            else:
                found.append(need)
    return sorted(dict.fromkeys(found))


def _of_checkout() -> dict[str, list[str]]:
    settings = configparser.ConfigParser()
    settings.read(HARNESS / _SETTINGS, encoding="utf-8")
    texts = {"": settings["options"]["install_requires"], **settings["options.extras_require"]}
    lines = {name: [line.strip() for line in text.split("\n")] for name, text in texts.items()}
    return {
        name: [line for line in found if line and not line.startswith("#")]
        for name, found in lines.items()
    }


def _of_installation() -> dict[str, list[str]]:
    try:
        needs = metadata.requires(DISTRIBUTION) or []
    except metadata.PackageNotFoundError as error:
        raise BundleError(f"install the grader first: pip install {DISTRIBUTION}") from error
    found: dict[str, list[str]] = {}
    for need in needs:
        extra = _EXTRA.search(need)
        found.setdefault(extra["extra"] if extra else "", []).append(_EXTRA.sub("", need).strip())
    return found
