"""The protocol between the grader and a submission: plain data crosses, and nothing else.

Both sides import this package; it imports nothing else of the grader.
"""
