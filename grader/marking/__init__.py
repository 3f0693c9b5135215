"""Marking by hand on a local page: what waits, student by student, saved to the gradebook."""
