"""Formats: found by name, described by a schema."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator
from test_report import reports

from grader.export import UnknownFormatError, format_named, format_names
from grader.export.json_ import report_schema
from grader.report import Report

patient = settings(deadline=None)  # a busy machine is no failure


def test_every_format_is_found_by_its_name() -> None:
    """A module with FORMAT is a format; its name is the module's, and it says who reads it."""
    assert {"json", "text"} <= set(format_names())
    assert sorted(format_names()) == format_names()
    for name in format_names():
        assert name == format_named(name).name
        assert format_named(name).about


@pytest.mark.parametrize(("name", "near"), [("jsn", "json"), ("txt", "text"), ("JSON", "")])
def test_an_unknown_format_names_the_nearest(name: str, near: str) -> None:
    """A wrong name is answered with the nearest right one and the list of all."""
    with pytest.raises(UnknownFormatError) as caught:
        format_named(name)
    assert (f"did you mean {near}?" in str(caught.value)) is bool(near)
    assert all(known in str(caught.value) for known in format_names())


def test_a_name_cannot_reach_another_module() -> None:
    """Only formats can be named: no path, no dots, none of the package's own modules."""
    for name in ("format", "", "json_", "os", "../json", "text.json"):
        with pytest.raises(UnknownFormatError):
            format_named(name)


def test_the_schema_is_a_schema() -> None:
    """What ``grader schema`` prints is valid JSON Schema and names its dialect."""
    made = json.loads(report_schema())
    Draft202012Validator.check_schema(made)
    assert "https://json-schema.org/draft/2020-12/schema" == made["$schema"]


@patient
@given(reports)
def test_every_report_follows_the_schema(report: Report) -> None:
    """The JSON of any report is valid by the published schema."""
    validator = Draft202012Validator(json.loads(report_schema()))
    validator.validate(json.loads(format_named("json").write(report)))
    validator.validate(json.loads(format_named("json").write(report.for_student())))


def test_the_schema_refuses_other_things() -> None:
    """The schema is strict enough to tell a report from something else."""
    validator = Draft202012Validator(json.loads(report_schema()))
    assert not validator.is_valid({})
    assert not validator.is_valid({"schema_version": 1, "view": "everybody"})
