"""The names that learning platforms give to downloaded submissions: one module for each platform.

Each module says where its format is documented, and has a function that returns the submitter of a
path, or None if the path is not of the platform's kind. A platform writes the student's name before
the file's own, so the first match in a name is the platform's.
"""
