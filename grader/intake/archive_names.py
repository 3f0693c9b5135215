"""File names in a zip or tar, turned into paths that stay inside the archive."""

from __future__ import annotations

from grader.intake.found_files import DEEPEST, FoundFile, refused_file
from grader.intake.shown_names import shown

_LONGEST = 4096  # characters of a name with its folders, as on a disk


def path_parts(name: str) -> tuple[str, ...] | FoundFile:
    r"""Split a name in an archive into its folders and the file's own name.

    Args:
        name: the name with "/" or "\" between the folders; any text may stand in an archive.

    Returns:
        The parts of the path, or a refused file that says what is wrong with the name.
    """
    name = name.replace("\\", "/")
    parts = tuple(part for part in name.split("/") if part not in ("", "."))
    if not parts or len(name) > _LONGEST:
        words = "its name in the archive is empty or too long"
        return refused_file((shown(name) or "?",), words, leads_out=True)
    if name.startswith("/") or ".." in parts or parts[0][1:2] == ":":
        inside = tuple(part for part in parts if part != ".." and part[1:] != ":") or ("?",)
        words = f"its name in the archive, {shown(name)}, leads out of the archive's folder"
        return refused_file(inside, words, leads_out=True)
    if len(parts) > DEEPEST:
        words = f"its folders lie more than {DEEPEST} deep"
        return refused_file((*parts[:DEEPEST], parts[-1]), words)
    return parts
