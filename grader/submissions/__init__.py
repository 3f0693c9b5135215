"""Reading a submission, and finding the statements of it that have to run."""
