"""In the student's own notebook: checks as a panel, and hints."""
