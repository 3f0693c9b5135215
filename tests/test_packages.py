"""What platforms are given: its layout, its secrets, and each entry script run as it is run there."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import make_formats
import platforms
import pytest
import yaml
from click.testing import CliRunner
from scratch_root import run

from grader.authoring import building as authoring
from grader.bundles.files import BundleError
from grader.bundles.writing import write_files
from grader.commandline.main import main
from grader.package import PLATFORMS, package_files, package_for
from grader.package.submitted import NoSubmissionError, submitted
from grader.release import leaks, secret_content
from grader.suite import Suite

ROOT = Path(__file__).resolve().parents[1]
GOLDEN = ROOT / "tests" / "golden" / "numpy_only_no_model" / "submit.ipynb"
TITLE = 'Neural Networks: "digits"'
NAMES = [where.name for where in PLATFORMS]
needs_secrets = pytest.mark.skipif(
    not (ROOT / "solutions" / "__init__.py").is_file(), reason="the instructor's part is not here"
)
pytestmark = needs_secrets


def made(name: str, path: Path, **parts: str) -> Path:
    """A platform's package in a folder."""
    write_files(package_files(package_for(name), ROOT, TITLE, parts), path)
    return path


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every platform's package, in a folder of its name."""
    folder = tmp_path_factory.mktemp("packages")
    for name in NAMES:
        made(name, folder / name)
    return folder


@pytest.mark.parametrize("name", NAMES)
def test_every_script_can_be_started_and_every_place_is_filled(name: str, packages: Path) -> None:
    """Programs begin with #! and may be executed by all; no template's place is left open."""
    for path in (packages / name).rglob("*"):
        if path.is_file() and not {"kit", ".grader"} & set(path.parts) and path.suffix != ".npy":
            text = path.read_text(encoding="utf-8")
            assert not re.search(r"@[A-Z]+@", text), path
            assert path.stat().st_mode & 0o444 == 0o444
            if path.name in ("run_autograder", "setup.sh", "grade.sh"):
                assert text.startswith("#!/usr/bin/env bash\n")
                assert path.stat().st_mode & 0o111 == 0o111
                assert 0 == subprocess.run(["bash", "-n", str(path)], check=False).returncode


@pytest.mark.parametrize("name", [where.name for where in PLATFORMS if not where.private])
def test_what_students_can_get_holds_no_secret(name: str, packages: Path) -> None:
    """No file of the secret folder is in such a package."""
    files = [path for path in (packages / name).rglob("*") if path.is_file()]
    assert files
    assert [] == [path for path in files if "solutions" in path.parts]


def test_no_package_for_students_has_words_of_a_secret(packages: Path, suite: Suite) -> None:
    """A release's search finds nothing in what packages add to the public cases."""
    secrets = secret_content.secrets_of(ROOT, suite, authoring.build(ROOT))
    files = {
        path.relative_to(packages).as_posix(): path.read_bytes()
        for name in ("classroom50", "github", "gitlab")
        for path in (packages / name).rglob("*")
        if path.is_file()
    }
    own = {name: data for name, data in files.items() if "/public_tests/" not in name}
    unlike = {hash(data): name for name, data in own.items()}  # most are the same in all
    once = {name: own[name] for name in unlike.values()}
    assert [] == [str(finding) for finding in leaks.search(once, secrets, lambda _done, _of: None)]


def test_gradescope_finds_its_two_files_at_the_zips_root(packages: Path, tmp_path: Path) -> None:
    """The zip has setup.sh and run_autograder at its root, executable, and is made the same twice."""
    files = package_files(package_for("gradescope"), ROOT, TITLE, {})
    for name in ("a.zip", "b.zip"):
        write_files(files, tmp_path / name)
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        modes = {entry.filename: entry.external_attr >> 16 & 0o777 for entry in archive.infolist()}
    assert (0o755, 0o755) == (modes["setup.sh"], modes["run_autograder"])
    assert modes["kit/requirements.txt"] == 0o644


def test_the_image_for_coursera_is_made_of_what_is_there(packages: Path) -> None:
    """Each COPY of the Dockerfile names a file of the context, and the entry point is one of them."""
    folder = packages / "coursera"
    text = (folder / "Dockerfile").read_text()
    copied = dict(re.findall(r"^COPY (\S+) (\S+)$", text, re.MULTILINE))
    assert all((folder / name).exists() for name in copied)
    (entry,) = re.findall(r'^ENTRYPOINT \["(.+)"\]$', text, re.MULTILINE)
    assert entry in copied.values()


def test_the_question_for_prairielearn_is_whole(packages: Path) -> None:
    """info.json has what a question needs, and its entry point is the script in tests/."""
    (info,) = (packages / "prairielearn" / "questions").glob("*/info.json")
    made = json.loads(info.read_text())
    assert {
        "uuid",
        "title",
        "topic",
        "type",
        "gradingMethod",
        "singleVariant",
        "externalGradingOptions",
    } == set(made)
    assert re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", made["uuid"])
    assert ("v3", "External") == (made["type"], made["gradingMethod"])
    options = made["externalGradingOptions"]
    assert options["timeout"] <= 600
    assert (info.parent / options["entrypoint"].replace("/grade/", "")).is_file()
    assert 'file-names="C2_W1_Assignment.ipynb"' in (info.parent / "question.html").read_text()


def test_the_bundle_for_classroom_50_fits(packages: Path) -> None:
    """As a tar.gz it is below the 10 MB that the runner fetches, and it has no links."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        archive.add(packages / "classroom50", "networks")
    assert len(out.getvalue()) < 10 * 1024 * 1024
    assert (packages / "classroom50" / "autograder.py").is_file()


@pytest.mark.parametrize("name", ["github", "gitlab"])
def test_workflows_are_yaml(name: str, packages: Path) -> None:
    """What systems read as YAML is YAML, hidden folders included."""
    files = [path for path in (packages / name).rglob("*.yml") if ".grader" not in path.parts]
    assert files
    assert all(isinstance(yaml.safe_load(path.read_text()), dict) for path in files)


@pytest.mark.parametrize(
    ("schema", "file"),
    [
        ("vendor.github-workflows", "github/.github/workflows/grade.yml"),
        ("vendor.github-actions", "github/.github/actions/grade/action.yml"),
        ("vendor.gitlab-ci", "gitlab/.gitlab-ci.yml"),
    ],
)
def test_workflows_keep_to_their_published_schemas(schema: str, file: str, packages: Path) -> None:
    """GitHub's and GitLab's schemas, as check-jsonschema ships them, accept what we write."""
    pytest.importorskip("check_jsonschema")
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema]
    command += ["--data-transform", "gitlab-ci"] if "gitlab" in schema else []
    done = subprocess.run(
        [*command, str(packages / file)], capture_output=True, text=True, check=False
    )
    assert 0 == done.returncode, done.stdout


def test_gradescope_runs_it(packages: Path, tmp_path: Path) -> None:
    """As Gradescope does: root, in /autograder, the zip's content in source, results at its place."""
    root = tmp_path / "autograder"
    shutil.copytree(packages / "gradescope", root / "source")
    shutil.copy2(root / "source" / "run_autograder", root)
    (root / "submission").mkdir()
    (root / "results").mkdir()
    shutil.copy(GOLDEN, root / "submission" / "anything.ipynb")
    done = run(root, "/autograder", ["/autograder/run_autograder"], where="/autograder")
    assert 0 == done.returncode, done.stderr
    text = (root / "results" / "results.json").read_text()
    expected = json.loads((GOLDEN.parent / "expected.json").read_text())
    assert expected["total"] + expected["extra"] == platforms.gradescope(text)
    private = [
        test for test in json.loads(text)["tests"] if test["visibility"] == "after_published"
    ]
    assert private
    assert not any(re.search("called:|expected:|got:", test["output"]) for test in private)


@pytest.mark.parametrize(("part", "share"), [("abc12", 1.0), ("xyz34", 0.0)])
def test_coursera_runs_it_for_each_part(tmp_path: Path, part: str, share: float) -> None:
    """As Coursera does: the part in the environment, the file under its suggested name."""
    shared = tmp_path / "shared"
    (shared / "submission").mkdir(parents=True)
    shutil.copy(GOLDEN, shared / "submission" / "C2_W1_Assignment.ipynb")
    package = made("coursera", tmp_path / "grader", abc12="my_dense", xyz34="digit_model")
    done = run(shared, "/shared", [str(package / "grade.sh")], partId=part, userId="7",
               filename="C2_W1_Assignment.ipynb", GRADER_KIT=str(package / "kit"))  # fmt: skip
    assert 0 == done.returncode, done.stderr
    assert share == platforms.coursera((shared / "feedback.json").read_text())
    assert platforms.html((shared / "htmlFeedback.html").read_text())


def test_an_unknown_part_is_nobodys_zero(tmp_path: Path) -> None:
    """A part that the package does not describe ends with a sentence and without a score."""
    shared = tmp_path / "shared"
    (shared / "submission").mkdir(parents=True)
    shutil.copy(GOLDEN, shared / "submission" / "submit.ipynb")
    package = made("coursera", tmp_path / "grader", abc12="all")
    done = run(
        shared,
        "/shared",
        [str(package / "grade.sh")],
        partId="other",
        GRADER_KIT=str(package / "kit"),
    )
    assert 1 == done.returncode
    assert "the part 'other' is not in the package; its parts are: abc12" in done.stderr
    assert not (shared / "feedback.json").exists()


@pytest.mark.parametrize("gradable", [True, False])
def test_prairielearn_runs_it(packages: Path, tmp_path: Path, gradable: bool) -> None:
    """As PrairieLearn does: the question's tests in /grade/tests, no results folder yet."""
    root = tmp_path / "grade"
    (question,) = (packages / "prairielearn" / "questions").iterdir()
    shutil.copytree(question / "tests", root / "tests")
    for name in ("student", "data", "serverFilesCourse"):
        (root / name).mkdir()
    (root / "data" / "data.json").write_text("{}")
    if gradable:
        shutil.copy(GOLDEN, root / "student" / "C2_W1_Assignment.ipynb")
    else:
        (root / "student" / "C2_W1_Assignment.ipynb").write_text("{")
    done = run(root, "/grade", ["/grade/tests/grade.sh"])
    assert 0 == done.returncode, done.stderr
    text = (root / "results" / "results.json").read_text()
    if gradable:
        assert 0 < platforms.prairielearn(text) < 1
        assert "(private)" not in done.stdout  # what is printed may be shown to students
    else:
        assert json.loads(text)["gradable"] is False
        assert "C2_W1_Assignment.ipynb" in json.loads(text)["format_errors"][0]


def test_classroom_50_runs_it(packages: Path, tmp_path: Path) -> None:
    """As its runner does: Python starts autograder.py in the checkout, the bundle lies elsewhere."""
    checkout, bundle = tmp_path / "checkout", tmp_path / "bundle"
    shutil.copytree(packages / "classroom50", bundle)
    (checkout / "Labs").mkdir(parents=True)
    (checkout / "Labs" / "other.ipynb").write_text("{}")
    shutil.copy(GOLDEN, checkout / "C2_W1_Assignment.ipynb")
    shutil.copy(ROOT / "assignment" / "autils.py", checkout)
    done = subprocess.run(
        [sys.executable, str(bundle / "autograder.py")], cwd=checkout, capture_output=True, text=True,
        env={"PATH": "/usr/bin:/bin", "CLASSROOM50_BUNDLE_DIR": str(bundle), **make_formats.IDENTITY},
        check=False, timeout=300,
    )  # fmt: skip
    assert 0 == done.returncode, done.stderr
    text = (checkout / "result.json").read_text()
    assert 0 < platforms.classroom50(text)
    made = json.loads(text)
    assert ("cs101", "ada", "individual") == (
        made["classroom"],
        made["owner"],
        made["assignment_type"],
    )
    assert "Only the public cases" in done.stdout


@pytest.mark.parametrize(
    ("files", "found"),
    [
        (["a.ipynb"], "a.ipynb"),
        (["a.ipynb", "b.py"], "a.ipynb"),
        (
            ["a.ipynb", "deep/C2_W1_Assignment.ipynb", "copy/deep/C2_W1_Assignment.ipynb"],
            "deep/C2_W1_Assignment.ipynb",
        ),
        (["a.ipynb", ".ipynb_checkpoints/a-checkpoint.ipynb", "__MACOSX/._a.ipynb"], "a.ipynb"),
        (["autils.py", "mine.py"], "mine.py"),
        (["a.ipynb", "b.ipynb"], "There are 2 files that could be graded: a.ipynb, b.ipynb."),
        (["notes.txt"], "No notebook was found"),
        (["lab.IPYNB"], "lab.IPYNB"),
        (["lab.ipynb.json", "notes.PY"], "lab.ipynb.json"),
        (["lab.ipynb.txt"], "lab.ipynb.txt"),
        (["work.ZIP"], "work.ZIP is not looked into"),
        ([], "Please hand in one, called C2_W1_Assignment.ipynb."),
    ],
)
def test_which_file_is_the_submission(files: list[str], found: str, tmp_path: Path) -> None:
    """The assignment's own name, else the only notebook, else the only script; else a sentence."""
    for name in files:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")
    if found in files:
        assert tmp_path / found == submitted(tmp_path, ["C2_W1_Assignment.ipynb"], ["autils.py"])
    else:
        with pytest.raises(NoSubmissionError) as caught:
            submitted(tmp_path, ["C2_W1_Assignment.ipynb"], ["autils.py"])
        assert found in str(caught.value)


@pytest.mark.parametrize("name", ["C2_W1_Assignment.ipynb", "mine.ipynb", "mine.py"])
def test_a_link_is_no_submission(name: str, tmp_path: Path) -> None:
    """A link to the solution that lies on the same machine is refused in a sentence."""
    answer, folder = tmp_path / "solutions" / name, tmp_path / "submission"
    answer.parent.mkdir()
    answer.write_text("the answer")
    folder.mkdir()
    (folder / name).symlink_to(answer)
    with pytest.raises(NoSubmissionError, match=f"{name} is a link, and links are not followed"):
        submitted(folder, ["C2_W1_Assignment.ipynb"])


def test_no_submission_is_found_in_a_folder_that_is_a_link(tmp_path: Path) -> None:
    """What lies behind a linked folder was not handed in."""
    answers, folder = tmp_path / "solutions", tmp_path / "submission"
    answers.mkdir()
    (answers / "C2_W1_Assignment.ipynb").write_text("the answer")
    folder.mkdir()
    (folder / "mine").symlink_to(answers)
    with pytest.raises(NoSubmissionError, match="No notebook was found"):
        submitted(folder, ["C2_W1_Assignment.ipynb"])


def test_a_student_who_hands_in_a_link_to_the_solution_gets_no_points(
    packages: Path, tmp_path: Path
) -> None:
    """On a platform whose kit holds the solutions, a link to them is worth nothing."""
    root = tmp_path / "autograder"
    shutil.copytree(packages / "gradescope", root / "source")
    shutil.copy2(root / "source" / "run_autograder", root)
    (root / "submission").mkdir()
    (root / "results").mkdir()
    (root / "submission" / "C2_W1_Assignment.py").symlink_to("../source/kit/solutions/reference.py")
    done = run(root, "/autograder", ["/autograder/run_autograder"], where="/autograder")
    assert 0 == done.returncode, done.stderr
    text = (root / "results" / "results.json").read_text()
    assert 0 == platforms.gradescope(text)
    assert "is a link, and links are not followed" in text


def test_a_link_among_the_assignments_files_is_refused(tmp_path: Path) -> None:
    """A bundle holds files, never what a link leads to; the sentence names the link."""
    for folder in ("public_tests", "assignment"):
        (tmp_path / folder).mkdir()
    (tmp_path / "public_tests" / "__init__.py").touch()
    (tmp_path / "assignment" / "helper.py").symlink_to("/etc/hostname")
    with pytest.raises(BundleError, match=r"assignment/helper.py is a link: put the file itself"):
        package_files(package_for("github"), tmp_path, TITLE, {})


@pytest.mark.parametrize("name", NAMES)
def test_the_licence_goes_with_the_code(name: str, packages: Path) -> None:
    """Whoever gets the grader's code gets its terms."""
    assert [(ROOT / "LICENSE").read_text()] == [
        path.read_text() for path in (packages / name).rglob("LICENSE")
    ]


def test_what_tools_leave_behind_is_in_no_package(tmp_path: Path) -> None:
    """Caches, logs and hidden files of an assignment are left out, notebooks of a kit, too."""
    names = ("a.py", "data.npy", ".secret", "x.pyc", "a.log", "old.py~", "a.ipynb")
    for name in (*names, "__pycache__/b.py", ".git/config", ".ipynb_checkpoints/c.py"):
        (tmp_path / "assignment" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "assignment" / name).touch()
    files = package_files(package_for("github"), tmp_path, TITLE, {})
    found = {name for name in files if name.startswith(".grader/assignment/")}
    assert {".grader/assignment/a.py", ".grader/assignment/data.npy"} == found


@pytest.mark.parametrize("exact", [False, True])
@pytest.mark.parametrize("name", NAMES)
def test_a_package_trains_as_it_was_told(name: str, exact: bool) -> None:
    """--exact-training is in the kit's settings, or in the command where a platform has one."""
    files = package_files(package_for(name), ROOT, TITLE, {}, exact_training=exact)
    (settings,) = (json.loads(files[path]) for path in files if path.endswith("kit.json"))
    commands = [text for text in files.values() if b"-m grader " in text and b"python" in text]
    assert exact is settings["exact_training"]
    if name in ("github", "gitlab"):
        assert exact is any(b"--exact-training" in text for text in commands)


@pytest.mark.parametrize("name", NAMES)
def test_a_package_without_tensorflow_installs_none(name: str) -> None:
    """What runs there installs a list without TensorFlow; what students install stays whole."""
    where = package_for(name)
    light = package_files(where, ROOT, TITLE, {}, without_tensorflow=True)
    whole = package_files(where, ROOT, TITLE, {})
    named = "requirements-without-tensorflow.txt"
    lists = {path: text for path, text in light.items() if path.endswith(named)}
    assert lists
    assert all(b"numpy" in text and b"tensorflow" not in text for text in lists.values())
    changed = {path for path, text in whole.items() if light.get(path) != text}
    assert changed
    assert all(named.encode() in light[path] for path in changed if path in light)
    for path, text in light.items():
        if path.endswith("/requirements.txt"):
            assert b"tensorflow" in text


def test_keras_own_training_needs_tensorflow() -> None:
    """The two options that exclude each other are refused with a sentence."""
    with pytest.raises(BundleError, match="leave --without-tensorflow out"):
        package_files(
            package_for("github"), ROOT, TITLE, {}, exact_training=True, without_tensorflow=True
        )


def test_the_command_says_what_it_wrote(tmp_path: Path) -> None:
    """A line on what is in the package and what to do with it; nothing is overwritten."""
    runner = CliRunner()
    done = runner.invoke(main, ["package", "gradescope", "--to", str(tmp_path / "a.zip")])
    assert 0 == done.exit_code, done.output
    assert "private cases, too. Upload it under Configure Autograder." in done.output
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "x").touch()
    for arguments, says in (
        (["gradscope"], "did you mean gradescope?"),
        (["github", "--to", str(tmp_path / "full")], "is there already"),
        (["gradescope", "--part", "a=all"], "has no parts"),
        (["coursera", "--part", "a=nothing"], "ID=EXERCISE"),
        (["gradescope", "--to", str(tmp_path / "no" / "a.zip")], "cannot be written"),
    ):
        refused = runner.invoke(main, ["package", *arguments])
        assert 2 == refused.exit_code
        assert says in refused.output


def test_without_secrets_there_is_no_package_for_private_cases(tmp_path: Path) -> None:
    """A student's own copy makes no autograder that looks complete and is not."""
    with pytest.raises(BundleError, match="the instructor's part is not in"):
        package_files(package_for("gradescope"), tmp_path, TITLE, {})
