"""Names in a zip or tar, as paths that stay inside of it."""

from __future__ import annotations

from grader.intake.found_files import DEEPEST, FoundFile, refused
from grader.intake.shown_names import shown

_LONGEST = 4096  # characters of a name with its folders, as on a disk


def parts_of(name: str) -> tuple[str, ...] | FoundFile:
    r"""The folders of a name in an archive and the name itself, or an entry with what is wrong.

    Args:
        name: with "/" or "\" between the folders, as somebody may have written it.
    """
    name = name.replace("\\", "/")
    parts = tuple(part for part in name.split("/") if part not in ("", "."))
    if not parts or len(name) > _LONGEST:
        words = "its name in the archive is empty or too long"
        return refused((shown(name) or "?",), words, outside=True)
    if name.startswith("/") or ".." in parts or parts[0][1:2] == ":":
        inside = tuple(part for part in parts if part != ".." and part[1:] != ":") or ("?",)
        words = f"its name in the archive, {shown(name)}, leads out of the archive's folder"
        return refused(inside, words, outside=True)
    if len(parts) > DEEPEST:
        words = f"its folders lie more than {DEEPEST} deep"
        return refused((*parts[:DEEPEST], parts[-1]), words)
    return parts
