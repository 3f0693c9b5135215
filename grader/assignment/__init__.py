"""An assignment on the disk: where it lies, what its files are, and its suite of cases."""
