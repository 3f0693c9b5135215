"""Answering a probe from the names of a program: in the child, in a notebook, in the grader."""
