"""Worker processes: each reads, asks, judges and reports one submission at a time, within limits.

What a student sent is worked on here and nowhere else in the grader. The process that started the
workers gets digests, sources and reports back in bounded frames, and replaces a worker that breaks
a limit.
"""
