"""The submission's side: what runs in the same process as a learner's code.

It holds no answers and imports nothing of the grader but ``grader.protocol``.
"""
