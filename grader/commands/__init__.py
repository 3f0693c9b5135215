"""The commands of ``grader``: one module for each."""
