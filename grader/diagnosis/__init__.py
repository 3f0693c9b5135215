"""Naming the misconception behind a wrong answer, exactly or not at all.

What a submission answered is compared with what the instructor's known mistakes answer to the very
same questions. The nearest one is never guessed.
"""
