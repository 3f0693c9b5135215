"""An assignment on the disk: its place, its files and their digests, and its suite of cases."""
