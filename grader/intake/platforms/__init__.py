"""What learning platforms call the files that they give out: one module a platform.

Each module says where its format is documented, and has a function from the path inside what was
handed in to the student, or None if the name is not of its kind. A platform writes the student's
name before the file's own, so the first place in a name that fits is the platform's.
"""
