"""What was handed in, from folders, zips and files: whose each file is, and which counts."""
