"""Checks and hints in the student's own notebook."""
