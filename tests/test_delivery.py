"""Where reports go: paths, files beside, one file for all, and lines for CI systems."""

from __future__ import annotations

import json
from pathlib import Path

import platforms
import pytest
from make_formats import example

from grader.commandline.delivery import Delivery, DeliveryError
from grader.export import format_named
from grader.grading.unreadable import unreadable
from grader.suite import Suite


def test_files_beside_lie_in_the_same_folder(tmp_path: Path) -> None:
    """Coursera's page is written beside its feedback, under the name that Coursera wants."""
    Delivery((f"coursera={tmp_path / 'feedback.json'}",), many=False).put(
        example(), Path("a.ipynb")
    )
    assert {"feedback.json", "htmlFeedback.html"} == {path.name for path in tmp_path.iterdir()}


def test_a_class_goes_into_one_file_where_that_makes_sense(tmp_path: Path) -> None:
    """CSV without ``{}`` takes all reports; what holds one report only needs ``{}``."""
    delivery = Delivery((f"csv={tmp_path / 'all.csv'}", f"lti={tmp_path}/{{}}.json"), many=True)
    for name in ("a.ipynb", "b.ipynb"):
        delivery.put(example(), Path(name))
    delivery.close()
    assert 3 == len((tmp_path / "all.csv").read_text().splitlines())
    assert {"all.csv", "a.json", "b.json"} == {path.name for path in tmp_path.iterdir()}
    with pytest.raises(DeliveryError, match=r"needs a \{\}"):
        Delivery((f"lti={tmp_path}/one.json",), many=True)
    with pytest.raises(DeliveryError, match="one file a time"):
        Delivery((f"coursera={tmp_path}/{{}}.json",), many=True)


def test_the_summary_is_appended_to_the_file_that_the_system_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In GitHub Actions ``--to github`` needs no path: it goes where the step's summary is."""
    summary = tmp_path / "summary.md"
    summary.write_text("before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    Delivery(("github",), many=False).put(example(), Path("work/submit.ipynb"))
    assert summary.read_text().startswith("before\n## ")
    said = capsys.readouterr().out
    assert said.startswith("::warning file=work/submit.ipynb,")
    assert all(line.startswith("::") for line in said.splitlines())


def test_no_text_of_a_learner_stands_where_commands_are_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With annotations on standard output the text report is left out: it could hold commands."""
    Delivery((f"github={tmp_path}/s.md",), many=False).put(example(), Path("submit.ipynb"))
    assert "printed" not in capsys.readouterr().out
    Delivery((f"html={tmp_path}/s.html",), many=False).put(example(), Path("submit.ipynb"))
    assert "printed" in capsys.readouterr().out


@pytest.mark.parametrize("name", [name for name in platforms.CHECKS if name != "prairielearn"])
def test_an_answer_without_points_is_accepted_too(name: str, suite: Suite) -> None:
    """What is said of a file that cannot be graded keeps to the platform's rules as well."""
    report = unreadable(suite, "=x.ipynb", "<x> | is empty.")
    read = platforms.CHECKS[name](format_named(name).write(report))
    assert read in (0, f"0 / {report.total.points}")


def test_who_waits_for_an_answer_gets_one(tmp_path: Path, suite: Suite) -> None:
    """A file that cannot be graded has no points and a reason, where a platform waits for that."""
    paths = {
        name: tmp_path / f"{name}.out" for name in ("gradescope", "prairielearn", "json", "github")
    }
    delivery = Delivery(tuple(f"{name}={path}" for name, path in paths.items()), many=False)
    report = unreadable(suite, "x.ipynb", "x.ipynb is empty.")
    assert (0, sum(case.points for case in suite.cases)) == (
        report.total.sum, report.total.points + report.total.extra_points)  # fmt: skip
    delivery.refuse(report, Path("x.ipynb"))
    assert not paths["json"].exists()
    gradescope = json.loads(paths["gradescope"].read_text())
    assert "x.ipynb is empty." in gradescope["output"]
    assert {0} == {test["score"] for test in gradescope["tests"]}
    prairielearn = json.loads(paths["prairielearn"].read_text())
    assert {"gradable": False, "format_errors": ["x.ipynb is empty."]} == prairielearn
    assert "x.ipynb is empty." in paths["github"].read_text()
