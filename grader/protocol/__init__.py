"""What crosses the border between the grader and a submission: plain data, and nothing else.

Both sides import this package; it imports nothing else of the grader.
"""
