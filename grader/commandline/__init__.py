"""What the commands share: the group, options, exit codes, progress, runs of files and classes."""
