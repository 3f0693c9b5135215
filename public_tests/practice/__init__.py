"""Self-checks of the notebooks: of the same form as the exercises, for ``check`` alone.

None of them is graded: ``grader FILE`` does not know them.
"""
