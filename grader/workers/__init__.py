"""Worker processes: each reads, asks, judges and reports one submission at a time, within limits.

A student's file is parsed and judged here and nowhere else in the grader. The process that started
the workers, the starter, gets digests, sources and reports back in bounded frames, and replaces a
worker that breaks a limit.
"""
