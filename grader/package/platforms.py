"""The platforms that packages are made for, and the files of each package."""

from __future__ import annotations

import hashlib
import re
import uuid
from collections.abc import Mapping
from pathlib import Path

import msgspec

from grader.bundles.files import BundleError, Files
from grader.package.kit import LIGHT_REQUIREMENTS, REQUIREMENTS, kit, notebook_names, students_files
from grader.texts import unknown

_TEMPLATES = Path(__file__).with_name("templates")
_PLACE = re.compile(r"@([A-Z]+)@")


class PlatformPackage(msgspec.Struct, frozen=True):
    """The package for a platform.

    Attributes:
        name: the name that the command takes.
        about: a description in one line.
        kit: the folder of the package that the kit goes into.
        private: whether the package may hold the secret part: only if no student can read it.
        output: the path that is written if none is given.
        then: a sentence on the use of the package.
        repository: whether students work in it, so that it has the students' files, too.
    """

    name: str
    about: str
    kit: str
    private: bool
    output: str
    then: str
    repository: bool = False


PLATFORMS = (
    PlatformPackage(
        "gradescope",
        "the autograder's zip",
        "kit",
        True,
        "autograder.zip",
        "Upload it under Configure Autograder.",
    ),
    PlatformPackage(
        "coursera",
        "the container's build context, with its parts",
        "kit",
        True,
        "coursera.zip",
        "Upload it as the custom grader, or build it with docker.",
    ),
    PlatformPackage(
        "prairielearn",
        "a question with its external grader, and the image's Dockerfile",
        "questions/@QUESTION@/tests/kit",
        True,
        "prairielearn",
        "Copy questions/ into the course, build image/ and push it.",
    ),
    PlatformPackage(
        "classroom50",
        "the bundle with autograder.py; public cases only, as students can fetch it",
        "kit",
        False,
        "classroom50",
        "Copy it to CLASSROOM/autograders/ASSIGNMENT/ of the classroom50 repository.",
    ),
    PlatformPackage(
        "github",
        "a workflow and a composite action; public cases only, as students can read them",
        ".grader",
        False,
        "github",
        "Copy all of it, hidden folders too, into the repository that students begin with.",
        repository=True,
    ),
    PlatformPackage(
        "gitlab",
        "a pipeline; public cases only, as students can read them",
        ".grader",
        False,
        "gitlab",
        "Copy all of it, hidden files too, into the repository that students begin with.",
        repository=True,
    ),
)


def package_for(name: str) -> PlatformPackage:
    """The platform of this name.

    Raises:
        BundleError: there is no package for it; the message names the nearest.
    """
    known = {platform.name: platform for platform in PLATFORMS}
    if name not in known:
        raise BundleError(f"there is no package for {unknown(name, [*known])}")
    return known[name]


def package_files(
    where: PlatformPackage,
    root: Path,
    title: str,
    parts: Mapping[str, str],
    *,
    allow_weak: bool = False,
    exact_training: bool = False,
    without_tensorflow: bool = False,
) -> Files:
    """All files of a platform's package.

    Args:
        where: the platform.
        root: the assignment's folder.
        title: the title of the assignment.
        parts: for Coursera, an exercise's name (or "all") by the part's id.
        allow_weak: whether private cases are run there even if a submission could reach them.
        exact_training: whether Keras itself trains every model there.
        without_tensorflow: whether TensorFlow is not installed there.

    Raises:
        BundleError: the package cannot be made.
    """
    if parts and where.name != "coursera":
        raise BundleError(f"{where.name} has no parts: --part is for coursera")
    if exact_training and without_tensorflow:
        raise BundleError("--exact-training needs TensorFlow: leave --without-tensorflow out")
    slug = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-") or "assignment"
    words = {
        "TITLE": title.replace('"', "'").replace("\\", "/"),
        "QUESTION": slug,
        "REQUIREMENTS": LIGHT_REQUIREMENTS if without_tensorflow else REQUIREMENTS,
        "OPTIONS": " --exact-training" if exact_training else "",
        # The same title gives the same question, so that a new package replaces an old one.
        "UUID": str(uuid.UUID(bytes=hashlib.sha256(title.encode()).digest()[:16], version=4)),
    }
    settings = {
        "title": title,
        "parts": dict(parts),
        "allow_weak_sandbox": allow_weak,
        "exact_training": exact_training,
    }
    content = kit(root, private=where.private, settings=settings, light=without_tensorflow)
    words["NOTEBOOK"] = next(iter(notebook_names(root)), "submit.ipynb")
    folder = _filled(where.kit, words)
    files = {f"{folder}/{name}": file for name, file in content.items()}
    if where.repository:  # what students get is at its root, where their notebooks look for it
        files |= students_files(root)
    templates = _TEMPLATES / where.name
    for path in sorted(templates.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            # Hidden files would be left out of a wheel, so their names are written another way.
            name = path.relative_to(templates).as_posix().replace("dot_", ".")
            name = _filled(name, words)
            text = _filled(path.read_text(encoding="utf-8"), words)
            files[name] = text.encode()
    if where.name in ("coursera", "prairielearn"):  # what the image installs
        context = "" if where.name == "coursera" else "image/"
        files[f"{context}{words['REQUIREMENTS']}"] = content[words["REQUIREMENTS"]]
    return files


def _filled(text: str, words: Mapping[str, str]) -> str:
    return _PLACE.sub(lambda found: words.get(found[1], found[0]), text)
