"""What a system is worth for grading: forbidden things are tried for real."""
