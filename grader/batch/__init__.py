"""Grading a class: all files that were handed in, several at a time, here or on a cluster."""
