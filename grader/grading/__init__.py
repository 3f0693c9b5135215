"""Grading one submission: its program, its questions, its report."""
