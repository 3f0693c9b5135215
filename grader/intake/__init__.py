"""Finding the submissions in folders, archives and files: each file's student, and which counts."""
