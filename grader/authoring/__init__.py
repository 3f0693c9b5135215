"""Making the notebooks of students and instructors from one source."""
