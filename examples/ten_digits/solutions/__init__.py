"""The instructor's part: private cases and known mistakes."""
