"""The student's package: its files, the search for secrets in them, a trial use, the archive."""
