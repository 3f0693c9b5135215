"""Tests of an instructor's own, run beside the answers: what they use of a submission is remote.

A test runs in a worker. The submission's functions, classes and variables are remote names: each
use is one question to the locked child, data only. The judge's data crosses only as an argument of
an explicit call, subscript or assignment, so no expected value ever reaches the submission.
"""
